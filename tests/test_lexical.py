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
from rag.errors import IndexDamagedError
from rag.lexical import FOLDER, Clause, LexicalIndex
from rag.question import understand
from rag.terms import clauses, index_terms

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
    texts: dict[int, str], wanted: list[Clause], k1: float = 1.2, b: float = 0.75
) -> list[tuple[int, float]]:
    """Robertson & Zaragoza 2009, formula 3.15, with the idf that is never negative: of each clause
    the best way and all parts."""
    bags = {seq: Counter(index_terms(text)) for seq, text in texts.items()}
    mean = sum(bag.total() for bag in bags.values()) / len(bags)

    def score(term: str, seq: int) -> float:
        holding = sum(term in bag for bag in bags.values())
        idf = math.log(1 + (len(bags) - holding + 0.5) / (holding + 0.5))
        tf, length = bags[seq][term], bags[seq].total()
        return idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean))

    scores = {
        seq: sum(
            max((sum(score(term, seq) for term in way) for way in clause.ways), default=0)
            + sum(score(term, seq) for term in clause.parts)
            for clause in wanted
        )
        for seq in texts
    }
    found = [(seq, value) for seq, value in scores.items() if value]
    return sorted(found, key=lambda pair: (-round(pair[1], 5), pair[0]))


def asked(query: str) -> list[Clause]:
    return clauses(understand(query))


def put(index: LexicalIndex, texts: dict[int, str]) -> None:
    index.update([], [(seq, index_terms(text)) for seq, text in texts.items()])


def make(folder: Path, texts: dict[int, str]) -> LexicalIndex:
    index = LexicalIndex.create(folder)
    put(index, texts)
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
    assert_same(index.search(asked(query), 100), bm25(TEXTS, asked(query)))
    assert_same(index.search(asked(query), 2), bm25(TEXTS, asked(query))[:2])


def test_every_kind_of_clause_equals_the_textbook(tmp_path) -> None:
    """What ``rag.terms`` makes of questions is one kind among these."""
    terms = sorted({term for text in TEXTS.values() for term in index_terms(text)})
    rng = random.Random(5)

    def some(most: int) -> tuple[str, ...]:
        return tuple(rng.choices([*terms, "absent"], k=rng.randrange(most)))

    index = make(tmp_path, TEXTS)
    for _ in range(200):
        wanted = [
            Clause(tuple(some(4) for _ in range(rng.randrange(4))), some(4))
            for _ in range(rng.randrange(4))
        ]
        found = dict(index.search(wanted, 100))
        assert found == pytest.approx(dict(bm25(TEXTS, wanted)), rel=1e-5), wanted


BAGS = {1: ["a", "b"], 2: ["a", "c"], 3: ["b", "b"], 4: ["x", "y"]}
# BM25 of these: two terms each, so the length weighs nothing; ln(1 + (4 - df + 0.5) / (df + 0.5)).
ONCE = {term: math.log(1 + (4 - df + 0.5) / (df + 0.5)) for term, df in (("b", 2), ("c", 1))}
ONCE["a"] = ONCE["b"]
B_TWICE = ONCE["b"] * 2 * 2.2 / (2 + 1.2)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        # The best way counts, a way of two terms by their sum.
        ([Clause((("a",), ("b",)))], {1: ONCE["a"], 2: ONCE["a"], 3: B_TWICE}),
        ([Clause((("a",), ("c",)))], {1: ONCE["a"], 2: ONCE["c"]}),
        ([Clause((("a", "c"), ("b",)))], {1: ONCE["b"], 2: ONCE["a"] + ONCE["c"], 3: B_TWICE}),
        # Parts add to it, and stand by themselves; so do clauses.
        ([Clause((("a",),), ("b", "c"))],
         {1: ONCE["a"] + ONCE["b"], 2: ONCE["a"] + ONCE["c"], 3: B_TWICE}),
        ([Clause((), ("c",))], {2: ONCE["c"]}),
        ([Clause(((), ("c",), ()))], {2: ONCE["c"]}),
        ([Clause((("a",),)), Clause((("b",),))],
         {1: ONCE["a"] + ONCE["b"], 2: ONCE["a"], 3: B_TWICE}),
        ([Clause((("c",),)), Clause((("c",),))], {2: 2 * ONCE["c"]}),
        # Nothing to look for, or nothing there.
        ([Clause(())], {}),
        ([Clause(((),))], {}),
        ([Clause((("absent",), ("gone", "lost")), ("away",))], {}),
        ([Clause(()), Clause((("c",),))], {2: ONCE["c"]}),
    ],
)  # fmt: skip
def test_the_score_of_a_clause(tmp_path, wanted, expected) -> None:
    index = LexicalIndex.create(tmp_path)
    index.update([], BAGS.items())
    assert dict(index.search(wanted, 9)) == pytest.approx(expected)
    best = sorted(expected, key=lambda seq: (-expected[seq], seq))
    for k in (1, 2, 9):
        assert [seq for seq, _ in index.search(wanted, k)] == best[:k]
    assert dict(index.search(wanted, 9, {2, 4})) == pytest.approx(
        {seq: score for seq, score in expected.items() if seq == 2}
    )


ODD = [
    "_ابجد", "~mrkc", "#1150000", "#-3.5", "@2021-12-21", "^68", "a:b", "AND", "\"", "(", "*", "+a",
    "-a", "[a", "a~2", "?", "\\", "\0", "é", "e\u0301", "\U0001f600", "ﷺ", "\u200f", "a" * 65_000,
]  # fmt: skip


def test_a_term_of_any_signs_is_found_as_it_is(tmp_path) -> None:
    """Terms are no query language; case and accents are told apart."""
    index = LexicalIndex.create(tmp_path)
    index.update([], enumerate([term] for term in ODD))
    for seq, term in enumerate(ODD):
        assert [found for found, _ in index.search([Clause(((term,),))], 99)] == [seq], term
        assert [found for found, _ in index.search([Clause((), (term,))], 99)] == [seq], term
        assert index.document_frequency(term) == 1
    for other in ("and", "E", "a", "b", "mrkc", "2021", ""):
        assert index.search([Clause(((other,),), (other,))], 9) == []


def test_a_term_longer_than_tantivy_holds_is_passed_over(tmp_path) -> None:
    """Which is nearly 64 kB; the words around it stay."""
    long = "x" * 70_000
    index = LexicalIndex.create(tmp_path)
    index.update([], [(1, ["a", long, "b"]), (2, ["c"])])
    assert len(index) == 2
    for term, held in (("a", [1]), ("b", [1]), (long, [])):
        assert [seq for seq, _ in index.search([Clause(((term,),))], 9)] == held


def test_long_passages_differ_by_their_rounded_length_only(tmp_path) -> None:
    rng = random.Random(11)
    vocabulary = ["مدينة", "فاس", "مراكش", "قطار", "مسافر", "ميناء", "صيد", "مدرسة", "طبيب", "سوق"]
    texts = {
        seq: " ".join(rng.choices(vocabulary, range(1, 11), k=rng.randrange(5, 400)))
        for seq in range(60)
    }
    index = make(tmp_path, texts)
    textbook = dict(bm25(texts, asked("مسافر فاس")))
    found = dict(index.search(asked("مسافر فاس"), 100))
    assert found.keys() == textbook.keys()
    for seq, score in found.items():
        assert textbook[seq] * (1 - 1e-5) <= score < textbook[seq] * 1.125


def test_words_that_say_nothing_find_nothing(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    for query in ("", "   ", "؟!", "في من إلى", "the of"):
        assert index.search(asked(query), 5) == []


def test_an_empty_index_finds_nothing(tmp_path) -> None:
    index = make(tmp_path, {})
    assert len(index) == 0
    assert index.seqs() == set()
    assert index.search(asked("كتاب"), 5) == []
    assert index.search(asked("كتاب"), 5, {1}) == []
    assert index.document_frequency("كتاب") == 0


@pytest.mark.parametrize("allow", [{4, 20, 21}, {40}, set(), {777}, set(TEXTS)])
@pytest.mark.parametrize("k", [1, 2, 50])
def test_allow_takes_from_the_full_ranking(tmp_path, allow: set[int], k: int) -> None:
    """Scores are those of the whole index: a filter narrows, it does not weigh anew."""
    index = make(tmp_path, TEXTS)
    query = "زوار المعرض والكتاب"
    expected = [pair for pair in bm25(TEXTS, asked(query)) if pair[0] in allow]
    assert_same(index.search(asked(query), k, allow), expected[:k])
    assert_same(index.search(asked(query), k, sorted(allow)), expected[:k])


def test_equals_come_by_number_whatever_the_order_they_came_in(tmp_path) -> None:
    """Also those that only just get into the k: tantivy orders them by place."""
    index = LexicalIndex.create(tmp_path)
    seqs = list(range(100, 160))
    random.Random(2).shuffle(seqs)
    for part in (seqs[:7], seqs[7:9], seqs[9:40], seqs[40:]):
        put(index, dict.fromkeys(part, "سوق الخميس"))
    for k in (1, 5, 59, 60, 200):
        assert [seq for seq, _ in index.search(asked("الخميس"), k)] == list(range(100, 160))[:k]
        allow = set(range(101, 160, 2))
        assert [seq for seq, _ in index.search(asked("الخميس"), k, allow)] == sorted(allow)[:k]


def test_update_replaces_and_takes_out(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    index.update([3, 777], [(4, index_terms("حليب وخبز")), (50, index_terms("خبز"))])
    assert index.seqs() == set(TEXTS) - {3} | {50}
    assert len(index) == len(TEXTS)
    assert 4 not in [seq for seq, _ in index.search(asked("زوار المعرض"), 50)]
    assert 3 not in [seq for seq, _ in index.search(asked("بالرباط"), 50)]
    assert {seq for seq, _ in index.search(asked("خبز"), 50)} == {4, 50}
    index.update(sorted(index.seqs()), [])
    assert len(index) == 0
    assert index.search(asked("خبز"), 5) == []


def test_a_number_twice_in_one_update_counts_once(tmp_path, monkeypatch) -> None:
    index = LexicalIndex.create(tmp_path)
    monkeypatch.setattr(lexical, "_BATCH", 2)
    index.update(
        [],
        [
            (1, index_terms("أقدم")),
            (1, index_terms("قديم")),
            (2, index_terms("آخر")),
            (1, index_terms("جديد")),
        ],
    )
    assert index.seqs() == {1, 2}
    assert len(index) == 2
    assert index.search(asked("قديم أقدم"), 5) == []
    assert [seq for seq, _ in index.search(asked("جديد"), 5)] == [1]


def test_document_frequency_counts_passages(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    (stem,) = {term for term in index_terms("المعرض") if term[0] not in "_~"}
    assert index.document_frequency(stem) == 4
    assert index.document_frequency("غائب") == 0


def test_loading_gives_what_was_committed(tmp_path) -> None:
    made = make(tmp_path, TEXTS)
    made.update([9], [])
    again = LexicalIndex.load(tmp_path)
    for query in QUERIES:
        assert again.search(asked(query), 9) == made.search(asked(query), 9)
    again.update([], [(60, index_terms("كلمة نادرة"))])
    assert [seq for seq, _ in again.search(asked("نادرة"), 9)] == [60]


def test_an_open_index_stays_at_its_commit_while_another_writes(tmp_path) -> None:
    """The dense side does not follow other processes either, and both must agree."""
    make(tmp_path, TEXTS)
    reader = LexicalIndex.load(tmp_path)
    LexicalIndex.load(tmp_path).update([3], [(60, index_terms("كلمة نادرة"))])
    threading.Event().wait(1)  # tantivy's own watcher looks twice a second
    assert reader.seqs() == set(TEXTS)
    assert reader.search(asked("نادرة"), 5) == []


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
        index.search(asked("زوار المعرض"), 5)


def test_ctrl_c_is_no_damage(tmp_path) -> None:
    with pytest.raises(KeyboardInterrupt), lexical._damage_named(tmp_path):
        raise KeyboardInterrupt


def test_every_file_is_checked_against_its_checksum(tmp_path) -> None:
    index = make(tmp_path, TEXTS)
    index.update([9], [(60, index_terms("كلمة نادرة"))])
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
