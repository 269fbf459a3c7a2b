"""Files into the index: what is embedded, what is kept, what is refused and said."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from small_index import CountingEncoder, jsonl, new_store

from rag import cli, derived, indexing, load
from rag.checking import check_indexes, check_store
from rag.indexing import Report, index_files
from rag.store import Store

FIRST = "افتتح معرض الكتاب أبوابه بالرباط."
SECOND = "بلغ عدد الزوار 202 ألف زائر."


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        yield opened


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def index(
    store: Store, *paths: Path, sync: Sequence[Path] = (), encoder: CountingEncoder | None = None
) -> tuple[Report, list[str]]:
    """A run over files and folders; the report, and the texts that were embedded."""
    encoder = encoder or CountingEncoder()
    report = index_files(store, encoder, load.discover(paths).files, sync)
    return report, encoder.passages


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed, report.embedded


def ids(store: Store) -> set[str]:
    return {row.id for row in store.documents()}


def sources(store: Store) -> set[str]:
    return {Path(row.source).name for row in store.documents()}


# what is embedded


def test_a_second_run_embeds_nothing_and_reads_nothing(store, docs, monkeypatch) -> None:
    (docs / "a.txt").write_text(FIRST)
    (docs / "b.md").write_text(f"# عنوان\n\n{SECOND}")
    (docs / "c.html").write_text(f"<html><body><p>{FIRST} {SECOND}</p></body></html>")
    jsonl(docs / "d.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND})
    report, embedded = index(store, docs)
    # Four passages of different words, and the two sentences of one of them.
    assert counts(report) == (5, 0, 0, 0, 4)
    assert len(embedded) == 6
    assert report.documents == 5
    generation = store.generation
    monkeypatch.setattr(load, "read", lambda *_: pytest.fail("read again"))
    report, embedded = index(store, docs)
    assert counts(report) == (0, 0, 5, 0, 0)
    assert embedded == []
    assert store.generation == generation
    assert report.failures == []


def test_the_same_words_are_embedded_once(store, docs) -> None:
    jsonl(docs / "a.jsonl", *({"id": n, "text": FIRST} for n in range(200)))
    report, embedded = index(store, docs)
    assert counts(report) == (200, 0, 0, 0, 1)
    assert embedded == [FIRST]
    assert report.tokens == len(FIRST.split())


def test_only_the_changed_passage_of_a_changed_file_is_embedded(store, docs) -> None:
    paragraphs = [f"الفقرة رقم {n}: " + "كلمة " * 120 + "." for n in range(4)]
    file = docs / "a.txt"
    file.write_text("\n\n".join(["عنوان الصفحة", *paragraphs]))
    report, embedded = index(store, docs)
    assert len(embedded) == report.embedded == 4
    paragraphs[2] = paragraphs[2].replace("كلمة .", "خاتمة مغايرة.")
    file.write_text("\n\n".join(["عنوان الصفحة", *paragraphs]))
    report, embedded = index(store, docs)
    assert counts(report) == (0, 1, 0, 0, 1)
    assert "خاتمة مغايرة" in embedded[0]
    assert check_store(store) == []
    (row,) = store.documents()
    assert row.passages == 4


def test_only_changed_lines_of_a_jsonl_are_updated(store, docs) -> None:
    records = [{"id": str(n), "text": f"النص رقم {n}."} for n in range(6)]
    jsonl(docs / "a.jsonl", *records)
    index(store, docs)
    records[3]["text"] = "نص جديد تماما."
    jsonl(docs / "a.jsonl", *records, {"id": "6", "text": "نص زائد."})
    report, embedded = index(store, docs)
    assert counts(report) == (1, 1, 5, 0, 2)
    assert sorted(embedded) == ["نص جديد تماما.", "نص زائد."]
    assert store.document("3").text == "نص جديد تماما."


def test_a_passage_may_move_from_one_document_to_another(store, docs) -> None:
    """The vector is dropped with its last user; here the next one already waits for it."""
    swap = [{"id": "1", "text": FIRST}, {"id": "2", "text": SECOND}]
    jsonl(docs / "a.jsonl", *swap)
    index(store, docs)
    jsonl(docs / "a.jsonl", {"id": "1", "text": SECOND}, {"id": "2", "text": FIRST})
    report, embedded = index(store, docs)
    assert counts(report) == (0, 2, 0, 0, 0)
    assert embedded == []
    assert check_store(store) == []


def test_the_same_id_in_the_same_file_is_an_update(store, docs) -> None:
    jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST}, {"id": "1", "text": SECOND})
    report, _ = index(store, docs)
    assert counts(report)[:2] == (1, 1)
    assert store.document("1").text == SECOND
    report, embedded = index(store, docs)
    assert counts(report) == (0, 0, 1, 0, 0)
    assert embedded == []


def test_a_file_of_furniture_alone_is_a_document_without_passages(store, docs) -> None:
    (docs / "a.txt").write_text("***\n---\n")
    report, _ = index(store, docs)
    assert report.added == 1
    assert counts(index(store, docs)[0]) == (0, 0, 1, 0, 0)


def test_how_files_are_read_is_part_of_the_fingerprint(store, docs, monkeypatch) -> None:
    (docs / "a.txt").write_text(FIRST)
    index(store, docs)
    monkeypatch.setattr(load, "VERSION", "next")
    report, embedded = index(store, docs)
    assert counts(report) == (0, 1, 0, 0, 0)  # read again, but nothing to embed
    assert embedded == []


def test_the_way_a_path_is_given_is_its_source(store, docs, monkeypatch) -> None:
    (docs / "a.txt").write_text(FIRST)
    index(store, docs)
    monkeypatch.chdir(docs)
    report, _ = index(store, Path("a.txt"))
    assert counts(report) == (0, 1, 0, 0, 0)
    (row,) = store.documents()
    assert (row.source, row.origin) == ("a.txt", str(docs / "a.txt"))


def test_progress_never_goes_back_and_ends_at_the_size(store, docs) -> None:
    (docs / "a.txt").write_text(FIRST * 30)
    jsonl(docs / "b.jsonl", *({"id": n, "text": f"{n} {FIRST * 9}"} for n in range(150)))
    seen: list[int] = []
    files = load.discover([docs]).files
    index_files(store, CountingEncoder(), files, show=lambda r: seen.append(r.done_bytes))
    assert seen == sorted(seen)
    assert len(set(seen)) > 50  # inside the one large file too
    assert seen[-1] == sum(file.stat().st_size for file in files)


# what cannot be read


def test_a_broken_line_is_named_and_the_rest_is_indexed(store, docs) -> None:
    file = jsonl(
        docs / "a.jsonl", {"id": "1", "text": FIRST}, '{"id": "2", "text":', {"id": "3"},
        "[1]", {"id": "5", "text": SECOND},
    )  # fmt: skip
    report, _ = index(store, docs)
    assert ids(store) == {"1", "5"}
    named = [str(failure) for failure in report.failures]
    assert len(named) == 3
    for line, message in zip((2, 3, 4), named, strict=True):
        assert str(file) in message
        assert str(line) in message
    again, embedded = index(store, docs)  # and said again, until it is mended
    assert len(again.failures) == 3
    assert counts(again) == (0, 0, 2, 0, 0)
    assert embedded == []


def test_an_id_of_another_file_is_refused_and_both_are_named(store, docs) -> None:
    """Both in the same run, before anything of the first is written, and in a later one."""
    a = jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST})
    b = jsonl(docs / "b.jsonl", {"id": "1", "text": SECOND}, {"id": "2", "text": SECOND})
    for _ in range(2):
        report, _ = index(store, docs)
        (failure,) = report.failures
        for part in ("1", str(a), str(b)):
            assert part in str(failure)
        assert ids(store) == {"1", "2"}
        assert store.document("1").text == FIRST
    a.unlink()  # without --sync what was indexed stays
    assert len(index(store, docs)[0].failures) == 1


def test_an_unreadable_file_is_named_and_keeps_its_documents(store, docs, monkeypatch) -> None:
    """chmod stops nobody who is root, so opening itself refuses."""
    jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": FIRST})
    (docs / "b.txt").write_text(FIRST)
    (docs / "c.txt").write_text(SECOND)
    index(store, docs)
    real = Path.open

    def refuse(self: Path, *args: object, **kwargs: object):
        if self.name in ("a.jsonl", "b.txt"):
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    (docs / "c.txt").unlink()
    report, _ = index(store, docs, sync=[docs])
    assert [str(docs / name) in str(f) for name, f in zip(
        ("a.jsonl", "b.txt"), report.failures, strict=True
    )] == [True, True]  # fmt: skip
    assert all("Permission denied" in str(f) for f in report.failures)
    assert report.removed == 1
    assert sources(store) == {"a.jsonl", "b.txt"}


def test_binary_and_empty_files_are_failures(store, docs) -> None:
    (docs / "a.txt").write_bytes(bytes(range(256)) * 40)
    (docs / "b.txt").write_text(" \n")
    (docs / "c.jsonl").write_text("\n \n")
    report, _ = index(store, docs)
    assert report.documents == 0
    for name, failure in zip(("a.txt", "b.txt", "c.jsonl"), report.failures, strict=True):
        assert str(docs / name) in str(failure)


def test_a_name_that_is_no_utf8_is_indexed(store, docs) -> None:
    odd = docs / b"\xff\xe9t\xe9.txt".decode("utf-8", "surrogateescape")
    odd.write_text(FIRST)
    report, _ = index(store, docs, sync=[docs])
    assert counts(report)[:4] == (1, 0, 0, 0)
    report, embedded = index(store, docs, sync=[docs])
    assert embedded == []
    assert report.removed == 0
    assert len(store.documents()) == 1


# --sync


def test_only_sync_removes_what_has_gone(store, docs) -> None:
    for name in ("a.txt", "b.txt"):
        (docs / name).write_text(f"{FIRST} {name}")
    jsonl(docs / "c.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND})
    index(store, docs)
    (docs / "a.txt").unlink()
    jsonl(docs / "c.jsonl", {"id": "2", "text": SECOND})
    assert counts(index(store, docs)[0]) == (0, 0, 2, 0, 0)
    assert len(store.documents()) == 4
    assert counts(index(store, docs, sync=[docs])[0]) == (0, 0, 2, 2, 0)
    assert sources(store) == {"b.txt", "c.jsonl"}
    assert ids(store) >= {"2"}
    assert check_indexes(store, derived.open_indexes(store)) == []


def test_sync_leaves_alone_what_lies_elsewhere(store, docs, tmp_path) -> None:
    other = tmp_path / "docs-of-others"
    other.mkdir()
    (other / "x.txt").write_text(FIRST)
    (docs / "a.txt").write_text(SECOND)
    index(store, docs, other)
    shutil.rmtree(other)
    assert index(store, docs, sync=[docs])[0].removed == 0
    assert sources(store) == {"a.txt", "x.txt"}
    assert index(store, docs, sync=[tmp_path])[0].removed == 1


def test_sync_keeps_what_may_be_behind_a_broken_line(store, docs) -> None:
    jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND})
    index(store, docs)
    jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST}, '{"id": "2", "te')
    report, _ = index(store, docs, sync=[docs])
    assert report.removed == 0
    assert ids(store) == {"1", "2"}


def test_sync_keeps_what_lies_in_a_folder_that_cannot_be_entered(store, docs, monkeypatch) -> None:
    inner = docs / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(FIRST)
    (docs / "b.txt").write_text(SECOND)
    index(store, docs)
    listed, looked_at = Path.iterdir, Path.stat

    def closed(self: Path) -> None:
        if self == inner or inner in self.parents:
            raise PermissionError(13, "Permission denied", str(self))

    def iterdir(self: Path):
        closed(self)
        return listed(self)

    def stat(self: Path, **kwargs: bool):
        if self != inner:
            closed(self)
        return looked_at(self, **kwargs)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    monkeypatch.setattr(Path, "stat", stat)
    report, _ = index(store, docs, sync=[docs])
    assert report.removed == 0
    assert sources(store) == {"a.txt", "b.txt"}


def test_a_renamed_file_is_added_without_embedding(store, docs) -> None:
    (docs / "old.txt").write_text(FIRST)
    index(store, docs)
    (docs / "old.txt").rename(docs / "new.txt")
    report, embedded = index(store, docs, sync=[docs])
    assert counts(report) == (1, 0, 0, 1, 0)
    assert embedded == []
    assert sources(store) == {"new.txt"}


def test_a_renamed_jsonl_takes_its_ids_along(store, docs) -> None:
    old = jsonl(docs / "old.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND})
    index(store, docs)
    old.rename(docs / "new.jsonl")
    report, embedded = index(store, docs, sync=[docs])
    assert (report.failures, report.removed, embedded) == ([], 0, [])
    assert {row.origin for row in store.documents()} == {str(docs / "new.jsonl")}
    assert counts(index(store, docs, sync=[docs])[0]) == (0, 0, 2, 0, 0)


def test_a_removed_document_comes_back_with_the_next_run(store, docs) -> None:
    jsonl(docs / "a.jsonl", {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND})
    index(store, docs)
    store.remove(["1"])
    assert counts(index(store, docs)[0]) == (1, 0, 1, 0, 1)


def test_ctrl_c_keeps_whole_documents_and_the_next_run_ends_it(store, docs) -> None:
    jsonl(docs / "a.jsonl", *({"id": n, "text": f"نص رقم {n}"} for n in range(300)))

    class Impatient(CountingEncoder):
        def encode_passages(self, texts: Sequence[str]):
            if len(self.passages) >= 128:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    with pytest.raises(KeyboardInterrupt):
        index(store, docs, encoder=Impatient())
    assert store.counts() == (128, 128)
    assert check_indexes(store, derived.open_indexes(store)) == []
    report, _ = index(store, docs)
    assert counts(report) == (172, 0, 128, 0, 172)
    assert store.counts() == (300, 300)


def test_many_files_and_places_to_sync_take_one_pass(store, docs, monkeypatch) -> None:
    """Every document against every place would be millions of comparisons for a shell's *.txt."""
    files = [docs / f"{n}.txt" for n in range(60)]
    for n, file in enumerate(files):
        file.write_text(f"نص رقم {n}")
    index(store, *files)
    calls = []
    real = Path.resolve
    monkeypatch.setattr(
        Path, "resolve", lambda self, *a, **k: (calls.append(self), real(self, *a, **k))[1]
    )
    index(store, *files, sync=files)
    assert len(calls) <= 4 * len(files)


def test_one_batch_holds_documents_without_passages_too(store, docs, monkeypatch) -> None:
    """Else a folder of pages without an article would be held in memory whole."""
    for n in range(150):
        (docs / f"{n:03}.txt").write_text("***\n---\n" + "\n" * n)
    sizes = []
    real = indexing._put
    monkeypatch.setattr(indexing, "_put", lambda *a: (sizes.append(len(a[2])), real(*a))[1])
    report, _ = index(store, docs)
    assert report.added == 150
    assert max(sizes) <= 65


# exit codes


def run(*args: object, capsys) -> tuple[int, str, str]:
    code = cli.main([*map(str, args), "--lang", "en"])
    return code, *capsys.readouterr()


@pytest.fixture
def rag(tmp_path, monkeypatch, capsys):
    """``rag index`` into an index of its own."""
    monkeypatch.setenv("ISNAD_INDEX", str(tmp_path / "own"))
    return lambda *args: run("index", *args, "--encoder", "hashing", capsys=capsys)


def test_exit_1_only_if_nothing_could_be_read(rag, docs) -> None:
    code, out, err = rag(docs)
    assert (code, out) == (1, "")
    assert str(docs) in err
    (docs / "bad.txt").write_bytes(bytes(range(256)) * 40)
    code, out, err = rag(docs)
    assert (code, out) == (1, "")
    assert "bad.txt" in err
    assert "1 (named above)" in err
    (docs / "good.txt").write_text(FIRST)
    code, out, err = rag(docs, docs / "gone.txt")
    assert code == 0
    assert "new: 1" in out
    assert "gone.txt" in err
    assert "2 (named above)" in err
    code, out, err = rag(docs)
    assert (code, out) == (0, "Nothing has changed: no passage was embedded.\n")
    assert "bad.txt" in err
    (docs / "good.txt").unlink()
    (docs / "bad.txt").unlink()
    code, out, err = rag(docs, "--sync")
    assert code == 0
    assert "removed: 1" in out


def test_a_jsonl_without_lines_says_so(rag, docs) -> None:
    (docs / "a.jsonl").write_text("")
    code, out, err = rag(docs / "a.jsonl")
    assert (code, out) == (1, "")
    assert "a.jsonl" in err


def test_files_of_other_kinds_are_counted_by_kind(rag, docs) -> None:
    (docs / "a.txt").write_text(FIRST)
    for name in ("b.PNG", "c.png", "d.docx", "Makefile"):
        (docs / name).write_bytes(b"x")
    code, _, err = rag(docs)
    assert code == 0
    assert "4 (.docx .png Makefile)" in err


def test_another_encoder_is_refused_by_name(rag, docs, tmp_path, capsys) -> None:
    (docs / "a.txt").write_text(FIRST)
    rag(docs)
    code, out, err = run("index", docs, "--encoder", "multilingual-e5-small", capsys=capsys)
    assert (code, out) == (1, "")
    assert "built with hashing, not multilingual-e5-small" in err
    assert run("index", docs, capsys=capsys)[0] == 0  # without a name, that of the index
