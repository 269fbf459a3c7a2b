"""The store: whole transactions, shared vectors, real erasure, settings that are kept."""

from __future__ import annotations

import random
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from small_index import SETTINGS, document, new_store, put

from embeddings import HashingEncoder
from rag.checking import Problem, check_store
from rag.errors import (
    IndexDamagedError,
    IndexLockedError,
    IndexMismatchError,
    IndexMissingError,
)
from rag.folder import origin_of, write_lock
from rag.schema import Block, Passage
from rag.store import DATABASE, Store
from rag.stored_vectors import (
    embeddings,
    keep_question_means,
    kept_question_means,
    sentence_vectors,
    vectors,
)
from rag.tables import IndexSettings, vector_key


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        yield opened


def edit(store: Store, statement: str, *values: object) -> None:
    """Change the database behind the store's back."""
    with sqlite3.connect(store.folder / DATABASE) as db:
        changed = db.execute(statement, values).rowcount
    db.close()
    assert changed > 0


def vector_count(store: Store) -> int:
    with sqlite3.connect(store.folder / DATABASE) as db:
        (count,) = db.execute("SELECT count(*) FROM vectors").fetchone()
    db.close()
    return count


# making and opening


def test_a_new_index_is_private_and_keeps_its_settings(tmp_path) -> None:
    folder = tmp_path / "a" / "index"
    settings = IndexSettings("../model", "model@1", 12, 99)
    with Store.create(folder, settings) as store:
        assert store.settings == settings
        assert (store.generation, store.floor, store.counts()) == (0, 0, (0, 0))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with Store.open(folder) as store:
        assert store.settings == settings
    assert sorted(path.name for path in folder.iterdir()) == [DATABASE, "lock"]


def test_a_folder_that_was_open_to_all_is_closed(tmp_path) -> None:
    tmp_path.chmod(0o755)
    new_store(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_creating_where_an_index_is_opens_it(store) -> None:
    put(store, document("a", "نص أول"))
    with Store.create(store.folder, replace(SETTINGS, encoder="other")) as again:
        assert again.settings == SETTINGS
        assert again.counts() == (1, 1)


def test_a_kill_while_an_index_is_made_leaves_none(tmp_path, monkeypatch) -> None:
    def killed(path: Path, target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "rename", killed)
        new_store(tmp_path)
    with pytest.raises(IndexMissingError):
        Store.open(tmp_path)
    with new_store(tmp_path) as store:
        assert store.counts() == (0, 0)


def test_what_is_no_index_is_named(tmp_path) -> None:
    with pytest.raises(IndexMissingError, match=str(tmp_path)):
        Store.open(tmp_path)
    for content in (b"", b"this is a letter to my aunt " * 99, b"SQLite format 3\0" + b"\xff" * 99):
        (tmp_path / DATABASE).write_bytes(content)
        with pytest.raises(IndexDamagedError, match="rag repair"):
            Store.open(tmp_path)


def test_another_format_is_named(store) -> None:
    edit(store, "UPDATE settings SET value = '99' WHERE key = 'format'")
    with pytest.raises(IndexMismatchError, match="another version"):
        Store.open(store.folder)


# documents


def test_a_document_comes_back_as_it_went_in(store) -> None:
    text = "\ufeffسطر أول\r\nسطر ثانٍ\u00a0\u200f٣٦٠\n\0 \U0001f600"
    blocks = (Block(0, 10, "article"), Block(10, len(text), "comment"))
    doc = document(
        "id/١ «x»", text, title="عنوان", source="مجلد/ملف.txt", url="http://a.ma/?q=1", site="أ",
        author="كاتب", date="2024-05-01", lang="ar", tags=("اقتصاد", 'a"b'), blocks=blocks,
    )  # fmt: skip
    put(store, doc)
    assert store.document(doc.id) == doc
    assert store.document("else") is None
    passages = store.passages_of(doc.id)
    assert [p.kind for p in passages] == ["article", "comment"]
    for p in passages:
        assert text[p.start : p.end] == p.text
        assert (p.title, p.source, p.date, p.lang) == (doc.title, doc.source, doc.date, doc.lang)
    numbers = sorted(store.seqs())
    assert store.passages([*numbers, 999]) == dict(zip(numbers, passages, strict=True))
    (row,) = store.documents()
    assert (row.id, row.origin, row.passages) == (doc.id, "/docs/مجلد/ملف.txt", 2)


def test_putting_again_replaces_under_new_numbers(store) -> None:
    put(store, document("a", "نص قديم"), document("b", "غيره"))
    (first, second) = sorted(store.seqs())
    put(store, document("a", "نص جديد"))
    assert store.document("a").text == "نص جديد"
    assert store.counts() == (2, 2)
    assert store.seqs() == {second, second + 1}
    assert store.removed_since(0) == [first]
    assert store.generation == 3


def test_numbers_are_never_given_twice(store) -> None:
    put(store, document("a", "نص"))
    (first,) = store.seqs()
    store.remove(["a"])
    put(store, document("a", "نص"))
    assert store.seqs() == {first + 1}


def test_a_failed_write_changes_nothing(store) -> None:
    put(store, document("a", "نص قديم"))
    before = store.seqs(), store.generation
    passage = Passage("a:0-2", "a", "نص", 0, 2)
    with pytest.raises(sqlite3.IntegrityError):  # the vector of the key is nowhere
        store.put(document("a", "نص جديد"), "/docs/a", "f", [passage], ["no such key"], {})
    assert (store.seqs(), store.generation) == before
    assert store.document("a").text == "نص قديم"
    put(store, document("b", "بعده"))
    assert store.counts() == (2, 2)


def test_ctrl_c_at_the_commit_is_still_ctrl_c(store) -> None:
    """A rollback after the commit would raise an error of its own."""
    with pytest.raises(KeyboardInterrupt), store._changing():
        store._db.execute("COMMIT")
        raise KeyboardInterrupt
    put(store, document("a", "نص"))


def test_vectors_are_shared_and_the_last_user_takes_them_along(store) -> None:
    same = "الجملة نفسها في وثيقتين."
    put(store, document("a", same), document("b", same), document("c", "جملة أخرى."))
    assert vector_count(store) == 2
    store.remove(["a"])
    assert vector_count(store) == 2
    ((_, _, vector),) = [row for row in store.vectors_since(0) if row[0] == 2]
    np.testing.assert_allclose(np.linalg.norm(vector), 1, atol=1e-6)
    store.remove(["b"])
    assert vector_count(store) == 1
    assert check_store(store) == []


def test_removing_several_is_one_generation(store) -> None:
    put(store, document("a", "أول"), document("b", "ثان"), document("c", "ثالث"))
    store.remove(["a", "c", "unknown"])
    assert [row.id for row in store.documents()] == ["b"]
    assert store.generation == 4
    assert store.removed_since(3) == [1, 3]
    store.forget_removals(4)
    assert store.removed_since(0) == []
    assert store.floor == 4


def test_since_gives_only_what_is_younger(store) -> None:
    put(store, document("a", "أول", title="عنوان", site="موقع", date="2024"))
    generation = store.generation
    put(store, document("b", "ثان", lang="ar"))
    assert [(seq, lang) for seq, lang, _ in store.vectors_since(generation)] == [(2, "ar")]
    assert [(s, head.title, p.text) for s, head, p in store.passages_since(0)] == [
        (1, "عنوان", "أول"),
        (2, "", "ثان"),
    ]
    assert [s for s, _, _ in store.passages_since(generation)] == [2]
    assert list(store.passages_since(store.generation)) == []


def test_stored_vectors_come_by_key(store) -> None:
    put(store, document("a", "نص"))
    key = vector_key("hashing-64", "نص")
    found = vectors(store, [key, "unknown"])
    assert list(found) == [key]
    assert found[key].vector.shape == (64,)
    assert found[key].sentences.shape == (0, 64)


def test_sentences_have_vectors_of_their_own(store) -> None:
    texts = ["فاز الفريق الأول بالكأس.", "نعم.", "خسر الفريق الثاني في الرباط."]
    put(store, document("a", " ".join(texts), title="عنوان"), document("b", texts[0]))
    found = sentence_vectors(store, [1, 2, 77])
    assert list(found) == [1]
    expected = HashingEncoder().encode_passages([f"عنوان\n{texts[0]}", f"عنوان\n{texts[2]}"])
    np.testing.assert_allclose(found[1], expected, atol=1e-3)


def test_embeddings_come_by_passage(store) -> None:
    texts = ["فاز الفريق الأول بالكأس.", "نعم.", "خسر الفريق الثاني في الرباط."]
    put(store, document("a", " ".join(texts)), document("b", texts[0]))
    (first,), (second,) = store.passages_of("a"), store.passages_of("b")
    found = embeddings(store, [second.id, "unknown", first.id])
    assert found.keys() == {first.id, second.id}
    whole, *own = HashingEncoder().encode_passages([" ".join(texts), texts[0], texts[2]])
    np.testing.assert_array_equal(found[first.id].vector, whole)
    np.testing.assert_allclose(found[first.id].sentences, own, atol=1e-3)
    np.testing.assert_array_equal(found[second.id].vector, own[0])
    assert found[second.id].sentences.shape == (0, 64)
    assert embeddings(store, []) == {}
    store.remove(["a"])
    assert embeddings(store, [first.id, second.id]).keys() == {second.id}


def test_question_means_are_kept(store) -> None:
    assert kept_question_means(store) == {}
    keep_question_means(store, {"en": np.ones(64, np.float32)})
    keep_question_means(store, {"ar": np.zeros(64, np.float32), "fr": np.ones(64, np.float32)})
    assert {lang: vector.sum() for lang, vector in kept_question_means(store).items()} == {
        "ar": 0,
        "fr": 64,
    }


@pytest.mark.parametrize("blob", [b"\0", np.full(64, np.nan, "<f4").tobytes()])
def test_damaged_question_means_are_seen_and_left_out(store, blob: bytes) -> None:
    keep_question_means(store, {"ar": np.ones(64, np.float32), "fr": np.ones(64, np.float32)})
    assert check_store(store) == []
    edit(store, "UPDATE question_means SET vector = ? WHERE lang = 'fr'", blob)
    assert [problem.where for problem in check_store(store)] == ["question_means"]
    assert kept_question_means(store).keys() == {"ar"}
    keep_question_means(store, kept_question_means(store))
    assert check_store(store) == []


@pytest.mark.parametrize(
    "blob", [b"\0" * 101, np.full(128, np.nan, "<f2").tobytes(), np.zeros(64, "<f2").tobytes()]
)
def test_check_finds_damaged_sentences(store, blob: bytes) -> None:
    put(store, document("a", "فاز الفريق الأول بالكأس. خسر الفريق الثاني في الرباط."))
    assert check_store(store) == []
    edit(store, "UPDATE vectors SET sentences = ?", blob)
    assert [problem.doc_id for problem in check_store(store)] == ["a"]


@pytest.mark.parametrize("blob", [b"\0" * 101, np.full(128, np.nan, "<f2").tobytes()])
def test_damaged_sentences_are_left_out(store, blob: bytes) -> None:
    put(store, document("a", "فاز الفريق الأول بالكأس. خسر الفريق الثاني في الرباط."))
    (passage,) = store.passages_of("a")
    assert sentence_vectors(store, [1])[1].shape == (2, 64)
    edit(store, "UPDATE vectors SET sentences = ?", blob)
    assert sentence_vectors(store, [1]) == {}
    assert embeddings(store, [passage.id])[passage.id].sentences.shape == (0, 64)


@pytest.mark.parametrize("blob", [b"", b"\0" * 7, np.full(64, np.inf, "<f4").tobytes()])
def test_damaged_vectors_are_left_out(store, blob: bytes) -> None:
    put(store, document("a", "نص"), document("b", "آخر"))
    edit(store, "UPDATE vectors SET vector = ? WHERE key = ?", blob, vector_key("hashing-64", "نص"))
    (kept,) = store.passages_of("b")
    assert embeddings(store, ["a:0-2", kept.id]).keys() == {kept.id}


def test_the_key_tells_encoder_and_text_apart() -> None:
    keys = {vector_key(*pair) for pair in [("a", "b"), ("a", "c"), ("b", "b"), ("ab", "")]}
    assert len(keys) == 4


def test_a_finished_file_is_unfinished_by_any_change_of_its_documents(store) -> None:
    put(store, document("a", "أول"), document("b", "ثان"), origin="/docs/two.jsonl")
    put(store, document("c", "ثالث"), origin="/docs/c.txt")
    for origin in ("/docs/two.jsonl", "/docs/c.txt"):
        store.finish_file(origin, "f1")
        store.finish_file(origin, "f2")
    assert store.file_fingerprint("/docs/two.jsonl") == "f2"
    store.remove(["b"])
    assert store.file_fingerprint("/docs/two.jsonl") is None
    assert store.file_fingerprint("/docs/c.txt") == "f2"
    assert store.fingerprints("/docs/two.jsonl") == {"a": document("a", "أول").sha256}
    assert store.owner("c") == ("/docs/c.txt", "c.txt")
    assert store.owner("b") is None


def test_an_origin_can_be_stored_whatever_the_name_on_disk(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert origin_of(Path("مجلد")) == str(tmp_path / "مجلد")
    odd = origin_of(Path(b"\xff.txt".decode("utf-8", "surrogateescape")))
    assert odd == str(tmp_path / "\\xff.txt")
    odd.encode("utf-8")


# filters


@pytest.fixture
def library(store) -> Store:
    put(
        store,
        document("a", "أول", source="news/rabat.txt", title="معرض الكتاب", date="2023-05-31",
                 lang="ar", tags=("ثقافة", "كتب")),
        document("b", "ثان", source="news/fes.txt", title="معرض الفرس", date="2024-01-01",
                 lang="ar", tags=("كتب قديمة",)),
        document("c", "trois", source="web/c.html", title="Le salon", date="", lang="fr"),
        document("d", "رابع", date="2023", blocks=(Block(0, 4, "comment"),)),
    )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ([], "abcd"),
        ([("source", "news/")], "ab"),
        ([("source", "news_")], ""),  # no wildcards
        ([("title", "معرض")], "ab"),
        ([("lang", "fr")], "c"),
        ([("tag", "كتب")], "a"),
        ([("kind", "comment")], "d"),
        ([("doc", "b")], "b"),
        ([("doc", "B")], ""),
        ([("from", "2023-06")], "b"),
        ([("from", "2023")], "abd"),
        ([("from", "2023-05-31")], "ab"),
        ([("to", "2023-05-31")], "ad"),
        ([("to", "2023-05-30")], "d"),
        ([("to", "2023-05")], "ad"),  # the whole of May
        ([("to", "2023")], "ad"),  # the whole year
        ([("to", "2022")], ""),
        ([("from", "2023-05-31"), ("to", "2023-12")], "a"),
        ([("tag", "كتب"), ("tag", "ثقافة")], "a"),
        ([("title", "معرض"), ("lang", "fr")], ""),
        ([("title", "'; DROP TABLE documents; --")], ""),
    ],
)
def test_filters(library, conditions: list[tuple[str, str]], found: str) -> None:
    assert library.select(conditions) == {"abcd".index(letter) + 1 for letter in found}


def test_a_date_with_a_time_of_day_is_of_its_day(store) -> None:
    put(store, document("a", "نص", date="2024-05-01T10:00:00"))
    assert store.select([("to", "2024-05-01")]) == {1}
    assert store.select([("from", "2024-05-01")]) == {1}
    assert store.select([("to", "2024-04-30")]) == set()


# erasing


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_removed_is_nowhere_in_the_file(store) -> None:
    secret = "الزمخشري"
    put(store, document("a", f"{secret} {'حشو ' * 3000} {secret}", title=secret, author=secret))
    put(store, document("b", "نص باق"))
    assert secret.encode() in bytes_of(store.folder)
    store.remove(["a"])
    assert store.flush()
    assert secret.encode() not in bytes_of(store.folder)


@pytest.mark.parametrize("seed", [10, 21, 24])
def test_nothing_is_left_where_rows_moved_between_pages(store, seed: int) -> None:
    """SQLite's secure_delete overwrites what is deleted, not what it moved away before; with these
    seeds that leaves copies."""
    rng = random.Random(seed)
    here: list[str] = []
    gone: list[str] = []
    for step in range(100):
        if rng.random() < 0.7 or len(here) < 4:
            here.append(f"d{step}")
            words = [
                f"d{step}n{n}{'x' * rng.randrange(30)}" for n in range(rng.choice([3, 20, 200]))
            ]
            put(store, document(here[-1], " ".join(words)))
        else:
            gone.append(here.pop(rng.randrange(len(here))))
            store.remove(gone[-1:])
    assert store.flush()
    held = bytes_of(store.folder)
    assert [doc_id for doc_id in gone if f"{doc_id}n0".encode() in held] == []


def test_flush_says_when_a_reader_keeps_the_log(store) -> None:
    put(store, document("a", "سر"))
    with Store.open(store.folder) as reader:
        reader._db.execute("BEGIN")
        assert reader.counts() == (1, 1)
        store.remove(["a"])
        store._db.execute("PRAGMA busy_timeout = 0")
        assert not store.flush()
        assert reader.document("a").text == "سر"  # its view stays whole
    assert store.flush()


# one writer


def test_one_writer_at_a_time(store) -> None:
    with write_lock(store.folder):
        with pytest.raises(IndexLockedError, match="Another process"), write_lock(store.folder):
            pass
        assert store.counts() == (0, 0)  # reading goes on
    with write_lock(store.folder):
        pass


# checking

DAMAGE = [
    ("UPDATE documents SET text = 'نص آخر' WHERE id = 'a'", "differs from its hash"),
    ("UPDATE passages SET start = start + 1 WHERE doc_id = 'a'", "offsets"),
    ("UPDATE passages SET text = 'كلام' WHERE doc_id = 'a'", "offsets"),
    ("UPDATE documents SET title = 'عنوان مزور' WHERE id = 'a'", "other words"),
    ("UPDATE vectors SET vector = zeroblob(256) WHERE key = (SELECT vector_key FROM passages"
     " WHERE doc_id = 'a')", "damaged"),
    ("UPDATE vectors SET vector = substr(vector, 5) WHERE key = (SELECT vector_key FROM passages"
     " WHERE doc_id = 'a')", "damaged"),
    ("DELETE FROM vectors WHERE key = (SELECT vector_key FROM passages WHERE doc_id = 'a')",
     "missing"),
    ("UPDATE documents SET blocks = '[[0,' WHERE id = 'a'", "cannot be read"),
    ("UPDATE documents SET text = CAST(x'ff41' AS TEXT) WHERE id = 'a'", "cannot be read"),
    ("DELETE FROM documents WHERE id = 'a'", "no text"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "what"), DAMAGE)
def test_check_names_the_document_that_disagrees_with_itself(store, statement, what) -> None:
    put(store, document("a", "نص الوثيقة الأولى"), document("b", "نص الوثيقة الثانية"))
    assert check_store(store) == []
    edit(store, statement)
    problems = check_store(store)
    assert {problem.doc_id for problem in problems} == {"a"}
    assert what in " ".join(problem.what for problem in problems)
    store.remove(["a"])
    assert check_store(store) == []
    assert store.counts() == (1, 1)


def test_check_finds_vectors_that_are_not_numbers(store) -> None:
    put(store, document("a", "نص"))
    edit(store, "UPDATE vectors SET vector = ?", np.full(64, np.nan, "<f4").tobytes())
    assert check_store(store) == [Problem("a:0-2", "its vector is missing or damaged", "a")]


def test_an_encoder_of_another_version_makes_every_vector_foreign(store) -> None:
    put(store, document("a", "نص"))
    edit(store, "UPDATE settings SET value = 'hashing-65' WHERE key = 'encoder_id'")
    assert [p.what for p in check_store(store)] == ["its vector belongs to other words"]
