"""The lexical side against a textbook BM25 over the same terms.

Tantivy keeps the length of a passage in one byte: exact up to 40 terms, above that rounded down
to a step of at most an eighth. Short passages must therefore agree to the precision of float32;
of long ones we ask that each length, and so each score, is less than an eighth off.
"""

from __future__ import annotations

import math
import random
import threading
from collections import Counter
from pathlib import Path

import pytest

from rag import lexical
from rag.arabic import terms
from rag.errors import IndexDamagedError
from rag.lexical import FOLDER, LexicalIndex

TEXTS = {
    3: "افتتح المعرض الدولي للكتاب أبوابه بالرباط",
    4: "بلغ عدد زوار المعرض 202 ألف زائر",
    9: "الكتاب خير جليس في الأنام",
    12: "Le salon du livre ouvre à Rabat",
    15: "مُحَمَّدٌ ذَهَبَ إلى المكتبة",
    20: "شحال ديال الناس زارو المعرض ديال الكتاب",
    21: "المعرض، المعرض، المعرض!",
    40: "سعر الدقيق ٣٦٠ درهما",
}


def bm25(
    texts: dict[int, str], query: str, k1: float = 1.2, b: float = 0.75
) -> list[tuple[int, float]]:
    """Robertson & Zaragoza 2009, formula 3.15, with the idf that is never negative."""
    bags = {seq: Counter(terms(text)) for seq, text in texts.items()}
    mean = sum(bag.total() for bag in bags.values()) / len(bags)
    scores: Counter[int] = Counter()
    for term in set(terms(query)):
        holding = [seq for seq, bag in bags.items() if term in bag]
        idf = math.log(1 + (len(bags) - len(holding) + 0.5) / (len(holding) + 0.5))
        for seq in holding:
            tf, length = bags[seq][term], bags[seq].total()
            scores[seq] += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean))
    return sorted(scores.items(), key=lambda pair: (-round(pair[1], 5), pair[0]))


def make(folder: Path, texts: dict[int, str]) -> LexicalIndex:
    index = LexicalIndex.create(folder)
    index.update([], texts.items())
    return index


def assert_same(
    found: list[tuple[int, float]], expected: list[tuple[int, float]], rel: float = 1e-5
) -> None:
    assert [seq for seq, _ in found] == [seq for seq, _ in expected]
    for (_, score), (_, textbook) in zip(found, expected, strict=True):
        assert score == pytest.approx(textbook, rel=rel)


QUERIES = [
    "المعرض", "كم عدد زوار المعرض؟", "كتب محمد", "salon LIVRE", "360 درهما", "المعرض المعرض",
    "مكتبات الرباط", "زيتون",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_search_equals_the_textbook(tmp_path, query: str) -> None:
    index = make(tmp_path, TEXTS)
    assert_same(index.search(query, 100), bm25(TEXTS, query))
    assert_same(index.search(query, 2), bm25(TEXTS, query)[:2])


def test_long_passages_differ_by_their_rounded_length_only(tmp_path) -> None:
    rng = random.Random(11)
    vocabulary = ["مدينة", "فاس", "مراكش", "قطار", "مسافر", "ميناء", "صيد", "مدرسة", "طبيب", "سوق"]
    texts = {
        seq: " ".join(rng.choices(vocabulary, range(1, 11), k=rng.randrange(5, 400)))
        for seq in range(60)
    }
    index = make(tmp_path, texts)
    textbook = dict(bm25(texts, "مسافر فاس"))
    found = dict(index.search("مسافر فاس", 100))
    assert found.keys() == textbook.keys()
    for seq, score in found.items():
        assert textbook[seq] * (1 - 1e-5) <= score < textbook[seq] * 1.125


def test_words_that_say_nothing_find_nothing(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    for query in ("", "   ", "؟!", "في من إلى", "the of"):
        assert index.search(query, 5) == []


def test_an_empty_index_finds_nothing(tmp_path) -> None:
    index = make(tmp_path, {})
    assert len(index) == 0
    assert index.seqs() == set()
    assert index.search("كتاب", 5) == []
    assert index.search("كتاب", 5, {1}) == []
    assert index.document_frequency("كتاب") == 0


@pytest.mark.parametrize("allow", [{4, 20, 21}, {40}, set(), {777}, set(TEXTS)])
@pytest.mark.parametrize("k", [1, 2, 50])
def test_allow_takes_from_the_full_ranking(tmp_path, allow: set[int], k: int) -> None:
    """Scores are those of the whole index: a filter narrows, it does not weigh anew."""
    index = make(tmp_path, TEXTS)
    query = "زوار المعرض والكتاب"
    expected = [pair for pair in bm25(TEXTS, query) if pair[0] in allow]
    assert_same(index.search(query, k, allow), expected[:k])
    assert_same(index.search(query, k, sorted(allow)), expected[:k])


def test_equals_come_by_number_whatever_the_order_they_came_in(tmp_path) -> None:
    """Also those that only just get into the k: tantivy orders them by place."""
    index = LexicalIndex.create(tmp_path)
    seqs = list(range(100, 160))
    random.Random(2).shuffle(seqs)
    for part in (seqs[:7], seqs[7:9], seqs[9:40], seqs[40:]):
        index.update([], [(seq, "سوق الخميس") for seq in part])
    for k in (1, 5, 59, 60, 200):
        assert [seq for seq, _ in index.search("الخميس", k)] == list(range(100, 160))[:k]
        allow = set(range(101, 160, 2))
        assert [seq for seq, _ in index.search("الخميس", k, allow)] == sorted(allow)[:k]


def test_update_replaces_and_takes_out(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    index.update([3, 777], [(4, "حليب وخبز"), (50, "خبز")])
    assert index.seqs() == set(TEXTS) - {3} | {50}
    assert len(index) == len(TEXTS)
    assert 4 not in [seq for seq, _ in index.search("زوار المعرض", 50)]
    assert 3 not in [seq for seq, _ in index.search("بالرباط", 50)]
    assert {seq for seq, _ in index.search("خبز", 50)} == {4, 50}
    index.update(sorted(index.seqs()), [])
    assert len(index) == 0
    assert index.search("خبز", 5) == []


def test_a_number_twice_in_one_update_counts_once(tmp_path, monkeypatch) -> None:
    index = LexicalIndex.create(tmp_path)
    monkeypatch.setattr(lexical, "_BATCH", 2)
    index.update([], [(1, "أقدم"), (1, "قديم"), (2, "آخر"), (1, "جديد")])
    assert index.seqs() == {1, 2}
    assert len(index) == 2
    assert index.search("قديم أقدم", 5) == []
    assert [seq for seq, _ in index.search("جديد", 5)] == [1]


def test_document_frequency_counts_passages(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    (stem,) = {term for term in terms("المعرض") if not term.startswith("_")}
    assert index.document_frequency(stem) == 4
    assert index.document_frequency("غائب") == 0


def test_loading_gives_what_was_committed(tmp_path) -> None:
    made = make(tmp_path, TEXTS)
    made.update([9], [])
    again = LexicalIndex.load(tmp_path)
    for query in QUERIES:
        assert again.search(query, 9) == made.search(query, 9)
    again.update([], [(60, "كلمة نادرة")])
    assert [seq for seq, _ in again.search("نادرة", 9)] == [60]


def test_an_open_index_stays_at_its_commit_while_another_writes(tmp_path) -> None:
    """The dense side does not follow other processes either, and both must agree."""
    make(tmp_path, TEXTS)
    reader = LexicalIndex.load(tmp_path)
    LexicalIndex.load(tmp_path).update([3], [(60, "كلمة نادرة")])
    threading.Event().wait(1)  # tantivy's own watcher looks twice a second
    assert reader.seqs() == set(TEXTS)
    assert reader.search("نادرة", 5) == []


def test_create_starts_anew(tmp_path) -> None:
    make(tmp_path, TEXTS)
    assert len(LexicalIndex.create(tmp_path)) == 0
    assert len(LexicalIndex.load(tmp_path)) == 0


def test_what_cannot_be_loaded_is_named(tmp_path) -> None:
    with pytest.raises(ValueError, match=FOLDER):
        LexicalIndex.load(tmp_path)
    (tmp_path / FOLDER).mkdir()
    with pytest.raises(ValueError, match=FOLDER):
        LexicalIndex.load(tmp_path)
    assert list((tmp_path / FOLDER).iterdir()) == []  # tantivy would put an empty index there
    make(tmp_path, TEXTS)
    (tmp_path / FOLDER / "meta.json").write_text("{")
    with pytest.raises(IndexDamagedError, match=FOLDER):
        LexicalIndex.load(tmp_path)


@pytest.mark.parametrize("suffix", ["idx", "term", "fast", "fieldnorm"])
def test_cut_off_files_are_damage(tmp_path, suffix: str) -> None:
    make(tmp_path, TEXTS)
    (file,) = (tmp_path / FOLDER).glob(f"*.{suffix}")
    whole = file.read_bytes()
    for damaged in (whole[:3], b""):
        file.write_bytes(damaged)
        with pytest.raises(IndexDamagedError):
            LexicalIndex.load(tmp_path)
    file.unlink()
    with pytest.raises(IndexDamagedError):
        LexicalIndex.load(tmp_path)


@pytest.mark.parametrize("suffix", ["fast", "idx", "term"])
def test_what_tantivy_stumbles_over_is_damage(tmp_path, suffix: str) -> None:
    """A ValueError, or a panic, which PyO3 raises as a BaseException that nobody catches."""
    make(tmp_path, TEXTS)
    (file,) = (tmp_path / FOLDER).glob(f"*.{suffix}")
    file.write_bytes(file.read_bytes()[60:])
    with pytest.raises(IndexDamagedError, match="rag repair"):
        index = LexicalIndex.load(tmp_path)
        index.seqs()
        index.search("زوار المعرض", 5)


def test_ctrl_c_is_no_damage(tmp_path) -> None:
    with pytest.raises(KeyboardInterrupt), lexical._damage_named(tmp_path):
        raise KeyboardInterrupt


def test_every_file_is_checked_against_its_checksum(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    index.update([9], [(60, "كلمة نادرة")])
    assert index.damaged_files() == []
    segments = [f for f in (tmp_path / FOLDER).iterdir() if lexical._SEGMENT_FILE.match(f.name)]
    assert len(segments) >= 5
    for file in segments:
        whole = file.read_bytes()
        if len(whole) < 100:
            continue
        file.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
        assert index.damaged_files() == [file.name]
        file.write_bytes(b"short")
        assert index.damaged_files() == [file.name]
        file.write_bytes(whole)
    assert index.damaged_files() == []
