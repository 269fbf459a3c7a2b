"""The search indexes follow the store: catching up, repairing, checking."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_index import document, new_store, put
from test_lexical import assert_same
from test_store import bytes_of, edit

from embeddings import HashingEncoder
from rag import dense, derived, messages
from rag.checking import check_indexes
from rag.commands import manage
from rag.dense import FILE as DENSE
from rag.dense import DenseIndex
from rag.errors import IndexLockedError
from rag.folder import write_lock
from rag.lexical import FOLDER as LEXICAL
from rag.question import understand
from rag.store import Store
from rag.stored_vectors import keep_question_means
from rag.terms import VERSION as TERMS_VERSION
from rag.terms import clauses, index_terms

WORDS = [
    "مدينة", "فاس", "مراكش", "قطار", "مسافر", "ميناء", "صيد", "مدرسة", "طبيب", "سوق", "ثمن",
    "rabat", "prix", "3360", "14.500", "زيتون", "ديال", "شحال",
]  # fmt: skip
QUERIES = ["ثمن الزيتون فمراكش", "le prix à Rabat", "طبيب مدرسة", "14.500", "سوق"]


def text_of(number: int) -> str:
    rng = random.Random(number)
    return " ".join(rng.choices(WORDS, k=rng.randrange(4, 30)))


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """Forty documents, both indexes saved."""
    put(store, *(document(f"d{n}", text_of(n)) for n in range(40)))
    with write_lock(store.folder):
        derived.catch_up(store)
    return store


def results(indexes: derived.Indexes) -> list[list[tuple[int, float]]]:
    encoder = HashingEncoder()
    near = [indexes.dense.search(vector, 20) for vector in encoder.encode_queries(QUERIES)]
    return near + [indexes.lexical.search(clauses(understand(q)), 20) for q in QUERIES]


def record(store: Store) -> dict:
    return json.loads((store.folder / derived.FILE).read_text())


def never(*_: object) -> None:
    raise AssertionError("called")


def test_adding_on_equals_building_at_once(filled, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(derived, "rebuild", never)
        for n in range(40, 50):
            put(filled, document(f"d{n}", text_of(n)))
            indexes = derived.open_indexes(filled)
    rebuilt = derived.rebuild(filled)
    for one, other in zip(results(indexes), results(rebuilt), strict=True):
        assert_same(one, other)
    assert check_indexes(filled, indexes) == []


def test_changing_and_removing_equals_building_at_once(filled, monkeypatch) -> None:
    """Word statistics of what is removed stay until tantivy merges, so lexical scores may drift,
    by less than the share that is dead; what is found may not."""
    with monkeypatch.context() as patch:
        patch.setattr(derived, "rebuild", never)
        put(filled, document("d3", text_of(303)), document("d7", text_of(307)))
        derived.open_indexes(filled)
        filled.remove(["d5", "d9"])
        put(filled, document("d3", text_of(333)))
        indexes = derived.open_indexes(filled)
    assert record(filled)["dead"] == 5
    rebuilt = derived.rebuild(filled)
    grown, fresh = results(indexes), results(rebuilt)
    for one, other in zip(grown[:5], fresh[:5], strict=True):
        assert_same(one, other)
    for query in QUERIES:
        one, other = (
            dict(each.lexical.search(clauses(understand(query)), 99)) for each in (indexes, rebuilt)
        )
        assert one.keys() == other.keys()
        for seq, score in one.items():
            assert score == pytest.approx(other[seq], rel=0.25)
    assert indexes.lexical.seqs() == indexes.dense.seqs() == filled.seqs()


def test_much_change_builds_anew_and_is_exact(filled) -> None:
    put(filled, *(document(f"d{n}", text_of(900 + n)) for n in range(11)))
    indexes = derived.open_indexes(filled)
    assert indexes.repaired == ""  # nothing was wrong
    assert record(filled)["dead"] == 0
    for one, other in zip(results(indexes), results(derived.rebuild(filled)), strict=True):
        assert_same(one, other)


def test_opening_what_is_current_writes_nothing(filled, monkeypatch) -> None:
    before = {path: path.stat().st_mtime_ns for path in filled.folder.rglob("*.f*")}
    monkeypatch.setattr(derived, "write_lock", never)
    indexes = derived.open_indexes(filled)
    assert (indexes.generation, indexes.repaired) == (40, "")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_new_index_is_no_repair(store) -> None:
    assert derived.open_indexes(store).repaired == ""
    put(store, document("a", "نص"))
    shutil.rmtree(store.folder / LEXICAL)
    (store.folder / derived.FILE).unlink()
    indexes = derived.open_indexes(store)
    assert len(indexes.dense) == len(indexes.lexical) == 1


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def without_languages(path: Path) -> None:
    """The vectors alone, as they were kept before passages had a language."""
    import faiss

    held = DenseIndex.load(path.parent, 64)
    seqs = sorted(held.seqs())
    former = faiss.IndexIDMap2(faiss.IndexFlatIP(64))
    former.add_with_ids(held.vectors(seqs), np.array(seqs))
    faiss.write_index(former, str(path))


def set_record(store: Store, **fields: object) -> None:
    (store.folder / derived.FILE).write_text(json.dumps(record(store) | fields))


DAMAGE: dict[str, Callable[[Store], object]] = {
    "no dense": lambda s: (s.folder / DENSE).unlink(),
    "dense cut off": lambda s: cut(s.folder / DENSE),
    "dense empty": lambda s: (s.folder / DENSE).write_bytes(b""),
    "no lexical": lambda s: shutil.rmtree(s.folder / LEXICAL),
    "lexical emptied": lambda s: [f.unlink() for f in (s.folder / LEXICAL).iterdir()],
    "lexical of nothing": lambda s: derived.LexicalIndex.create(s.folder),
    "lexical without a file": lambda s: next((s.folder / LEXICAL).glob("*.idx")).unlink(),
    "lexical cut off": lambda s: cut(next((s.folder / LEXICAL).glob("*.term"))),
    "no record": lambda s: (s.folder / derived.FILE).unlink(),
    "record is no JSON": lambda s: (s.folder / derived.FILE).write_text("{"),
    "record is no object": lambda s: (s.folder / derived.FILE).write_text("[1]"),
    "record is binary": lambda s: (s.folder / derived.FILE).write_bytes(b"\xff\xfe"),
    "record lacks a key": lambda s: (s.folder / derived.FILE).write_text("{}"),
    "record of the former version": lambda s: (s.folder / derived.FILE).write_text(
        json.dumps({"generation": 40, "passages": 40, "dead": 0, "terms": TERMS_VERSION})
    ),
    "dense of the former version": lambda s: without_languages(s.folder / DENSE),
    "shifts are no numbers": lambda s: set_record(s, shifts={"fr": {"ar": "0,3"}}),
    "shifts are no table": lambda s: set_record(s, shifts=None),
    "of the future": lambda s: set_record(s, generation=99),
    "other terms": lambda s: set_record(s, terms="0"),
    "other number of passages": lambda s: set_record(s, passages=39),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_repaired_on_opening_and_said(filled, damage, monkeypatch) -> None:
    sound = results(derived.open_indexes(filled))
    damage(filled)
    with monkeypatch.context() as patch:
        patch.setattr(HashingEncoder, "encode_passages", never)  # vectors are in the store
        indexes = derived.open_indexes(filled)
    assert indexes.repaired != ""
    for lang in ("ar", "fr", "en"):
        assert indexes.repaired in messages.index_repaired(indexes.repaired).say(lang)
    assert check_indexes(filled, indexes) == []
    for one, other in zip(results(indexes), sound, strict=True):
        assert_same(one, other)
    assert derived.open_indexes(filled).repaired == ""


def test_too_old_a_pair_is_built_anew(filled) -> None:
    put(filled, document("z", "جديد"))
    filled.remove(["d0"])
    filled.forget_removals(filled.generation)  # as another process did that caught up first
    indexes = derived.open_indexes(filled)
    assert "generation 40" in indexes.repaired
    assert check_indexes(filled, indexes) == []


def test_catching_up_from_a_pair_that_lacks_a_passage_builds_anew(filled) -> None:
    derived.open_indexes(filled).lexical.update([7], [])
    put(filled, document("z", "جديد"))
    indexes = derived.open_indexes(filled)
    assert "other passages" in indexes.repaired
    assert check_indexes(filled, indexes) == []


@pytest.mark.parametrize("killed_at", ["dense", "lexical"])
def test_a_kill_between_the_two_is_made_good(filled, killed_at, monkeypatch) -> None:
    """One side is on disk at the new generation, the other and the record are not."""
    put(filled, document("d1", text_of(901)), document("z", "كلمة زيادة"))
    filled.remove(["d2"])

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        if killed_at == "dense":  # tantivy has committed
            patch.setattr(derived.DenseIndex, "save", killed)
        else:  # dense is saved as well, the record is not
            patch.setattr(Path, "write_text", killed)
        derived.open_indexes(filled)
    assert record(filled)["generation"] == 40
    indexes = derived.open_indexes(filled)
    assert check_indexes(filled, indexes) == []
    assert record(filled)["generation"] == filled.generation == 43
    assert [s for s, _ in indexes.lexical.search(clauses(understand("زيادة")), 9)] == [42]


def test_while_another_writes_the_old_pair_serves(filled) -> None:
    before = results(derived.open_indexes(filled))
    put(filled, document("z", "كلمة زيادة"))
    with write_lock(filled.folder):
        indexes = derived.open_indexes(filled)
        assert indexes.generation == 40
        assert results(indexes) == before
    assert derived.open_indexes(filled).generation == 41


def test_without_a_pair_a_reader_has_to_wait_for_the_writer(filled) -> None:
    (filled.folder / DENSE).unlink()
    with write_lock(filled.folder), pytest.raises(IndexLockedError):
        derived.open_indexes(filled)


# the encoder's liking for a language


def mean_of(*texts: str) -> np.ndarray:
    return HashingEncoder().encode_passages(texts).mean(axis=0)


def assert_shifts(found: object, expected: dict[str, dict[str, float]]) -> None:
    assert isinstance(found, dict)
    assert found.keys() == expected.keys()
    for asked, row in expected.items():
        assert found[asked] == pytest.approx(row, abs=1e-6)


def test_shifts_are_made_with_the_indexes_written_and_read(store, monkeypatch) -> None:
    monkeypatch.setattr(dense, "_FEW", 0)  # each language by its own passages alone
    questions = {"ar": mean_of("سوق") * 0.5, "fr": mean_of("prix") + mean_of("قطار")}
    keep_question_means(store, questions)
    put(store, document("a", "سوق", lang="ar"), document("b", "سوق قطار", lang="ar"),
        document("c", "prix", lang="fr"), document("d", "قطار", lang="es"))  # fmt: skip
    made = derived.open_indexes(store)
    half = 1 / np.sqrt(2)
    market, train = 0.5 * (1 + half) / 4, (half + 1 + 1) / 4  # over all four
    expected = {
        "ar": {"ar": 0.5 * (1 + half) / 2, "fr": 0, "en": market, "": market},
        "fr": {"ar": half / 2, "fr": 1, "en": train, "": train},
    }
    assert_shifts(made.shifts, expected)
    assert record(store)["shifts"] == made.shifts
    assert derived.open_indexes(store).shifts == made.shifts


def test_shifts_follow_what_is_added_and_removed(store, monkeypatch) -> None:
    monkeypatch.setattr(dense, "_FEW", 0)
    keep_question_means(store, {"fr": mean_of("prix")})
    others = [document(f"o{n}", f"{n}", lang="en") for n in range(20)]
    put(store, document("a", "prix", lang="fr"), document("b", "gare", lang="fr"), *others)

    def shift() -> float:
        return derived.open_indexes(store).shifts["fr"]["fr"]

    assert shift() == pytest.approx(1 / 2)
    put(store, document("c", "prix gare", lang="fr"))
    assert shift() == pytest.approx((1 + 1 / np.sqrt(2)) / 3)
    store.remove(["b"])
    assert record(store)["dead"] == 0
    assert shift() == pytest.approx((1 + 1 / np.sqrt(2)) / 2)
    assert record(store)["dead"] == 1  # caught up, not built anew
    store.remove(["a", "c"])
    assert shift() == 0


def test_without_questions_there_are_no_shifts(filled) -> None:
    assert derived.open_indexes(filled).shifts == record(filled)["shifts"] == {}


# check and repair


def run(command: Callable[..., int], *args: object, capsys) -> tuple[int, str, str]:
    code = command(*args, "en")
    return code, *capsys.readouterr()


def test_check_finds_a_changed_vector(filled, capsys) -> None:
    indexes = derived.open_indexes(filled)
    vector = indexes.dense.vectors([7])
    indexes.dense.add([7], -vector, [""])
    indexes.dense.save(filled.folder)
    code, out, _ = run(manage.check, filled.folder, capsys=capsys)
    assert (code, out) == (1, "dense: the vector of passage 7 differs\n")
    assert run(manage.repair, filled.folder, capsys=capsys)[0] == 0
    assert run(manage.check, filled.folder, capsys=capsys)[0] == 0
    np.testing.assert_array_equal(derived.open_indexes(filled).dense.vectors([7]), vector)


@pytest.mark.parametrize("side", ["dense", "lexical"])
def test_check_finds_a_passage_that_one_side_lacks(filled, side, capsys) -> None:
    """And one that it should not have, so that the number is right."""
    indexes = derived.open_indexes(filled)
    if side == "dense":
        vector = indexes.dense.vectors([7])
        indexes.dense.remove([7])
        indexes.dense.add([700], vector, [""])
        indexes.dense.save(filled.folder)
    else:
        indexes.lexical.update([7], [(700, ["نص"])])
    code, out, err = run(manage.check, filled.folder, capsys=capsys)
    assert (code, out) == (1, f"{side}: 1 passages missing, 1 too many\n")
    assert "rag repair" in err
    assert run(manage.repair, filled.folder, capsys=capsys)[0] == 0
    assert run(manage.check, filled.folder, capsys=capsys)[0] == 0


@pytest.mark.parametrize("suffix", ["idx", "term", "fast", "fieldnorm"])
def test_check_finds_a_changed_lexical_file(filled, suffix, capsys) -> None:
    file = next((filled.folder / LEXICAL).glob(f"*.{suffix}"))
    data = bytearray(file.read_bytes())
    data[len(data) // 8] ^= 16
    file.write_bytes(data)
    code, out, err = run(manage.check, filled.folder, capsys=capsys)
    assert (code == 1 and file.name in out) or (code == 0 and "rebuilt" in err)
    assert run(manage.repair, filled.folder, capsys=capsys)[0] == 0
    assert run(manage.check, filled.folder, capsys=capsys)[0] == 0


def test_check_says_what_opening_repaired(filled, capsys) -> None:
    (filled.folder / DENSE).unlink()
    code, out, err = run(manage.check, filled.folder, capsys=capsys)
    assert code == 0
    assert "rebuilt" in err
    assert "sound: 40 documents, 40 passages" in out


def test_check_waits_for_no_writer(filled) -> None:
    with write_lock(filled.folder), pytest.raises(IndexLockedError):
        manage.check(filled.folder, "en")


def test_repair_drops_what_is_damaged_and_says_so(filled, capsys) -> None:
    edit(filled, "UPDATE passages SET start = start + 1 WHERE doc_id = 'd4'")
    edit(filled, "UPDATE documents SET text = 'مزور' WHERE id = 'd6'")
    edit(filled, "UPDATE vectors SET vector = zeroblob(3) WHERE key = (SELECT vector_key FROM"
                 " passages WHERE doc_id = 'd8')")  # fmt: skip
    code, out, _ = run(manage.check, filled.folder, capsys=capsys)
    assert code == 1
    assert {line.split(":")[0] for line in out.splitlines()} == {"d4", "d6", "d8"}
    code, out, _ = run(manage.repair, filled.folder, capsys=capsys)
    assert code == 0
    assert all(name in out for name in ("d4", "d6", "d8"))
    assert filled.counts() == (37, 37)
    assert run(manage.check, filled.folder, capsys=capsys)[0] == 0
    indexes = derived.open_indexes(filled)
    assert indexes.dense.seqs() == indexes.lexical.seqs() == filled.seqs()


# erasing


def test_removed_words_are_in_no_file_of_the_index(filled, capsys) -> None:
    """Neither the word nor a token of it, nor the title; and what stays is still found."""
    secret = "الزمخشري zamakhchari"
    put(filled, document("s", f"كتب {secret} هذا النص {secret}", title=f"عن {secret}"))
    derived.rebuild(filled)  # so that it shares a tantivy segment with what stays
    tokens = [term.lstrip("_~") for term in index_terms(secret) if len(term) > 3]
    assert any(token.encode() in bytes_of(filled.folder) for token in tokens)
    filled.close()
    assert run(manage.remove, filled.folder, ["s"], capsys=capsys)[0] == 0
    left = bytes_of(filled.folder)
    for word in [secret, *secret.split(), *tokens]:
        assert word.encode() not in left, word
    with Store.open(filled.folder) as store:
        indexes = derived.open_indexes(store)
        assert indexes.repaired == ""
        assert {indexes.lexical.document_frequency(term) for term in index_terms(secret)} == {0}
        assert run(manage.check, filled.folder, capsys=capsys)[0] == 0


def test_erasing_equals_building_at_once_without_making_a_term(filled, monkeypatch) -> None:
    put(filled, document("e1", ""), document("e2", text_of(77)))
    filled.remove(["d9"])  # the indexes lag behind
    derived.catch_up(filled)
    with monkeypatch.context() as patch:
        patch.setattr(derived, "index_terms", never)
        derived.erase(filled, ["d3", "e2"])
    indexes = derived.open_indexes(filled)
    assert (indexes.repaired, indexes.dead) == ("", 0)
    assert check_indexes(filled, indexes) == []
    found, held = results(indexes), dict(indexes.lexical.terms())
    rebuilt = derived.rebuild(filled)
    for one, other in zip(found, results(rebuilt), strict=True):
        assert_same(one, other)
    assert held == dict(rebuilt.lexical.terms())


def test_damaged_terms_are_not_copied(filled) -> None:
    sound = dict(derived.open_indexes(filled).lexical.terms())
    (kept,) = (filled.folder / LEXICAL).glob("*.store")
    data = bytearray(kept.read_bytes())
    place = data.index(b"rabat")
    data[place : place + 5] = b"tabar"
    kept.write_bytes(data)
    derived.erase(filled, [])
    assert dict(derived.open_indexes(filled).lexical.terms()) == sound


def test_a_kill_while_erasing_leaves_no_words_behind_the_next_opening(filled, monkeypatch) -> None:
    put(filled, document("s", "الزمخشري"))
    derived.rebuild(filled)  # so that it shares a tantivy segment with what stays

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(derived, "_rebuilt", killed)
        manage.remove(filled.folder, ["s"], "en")
    filled.close()
    with Store.open(filled.folder) as store:
        indexes = derived.open_indexes(store)
        assert check_indexes(store, indexes) == []
        # Tantivy keeps its terms compressed, and counts those of what is only marked as removed.
        assert {indexes.lexical.document_frequency(term) for term in index_terms("الزمخشري")} == {0}
    assert "الزمخشري".encode() not in bytes_of(filled.folder)
