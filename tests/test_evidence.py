"""The sentences chosen for a question, their scores worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
import pytest

from rag.evidence import Evidence, coverage, gather, has_kind
from rag.lexical import inverse_document_frequency
from rag.question import understand
from rag.schema import Hit, Passage

# All of six words, so that none counts as a fragment.
OPENED = "افتتح معرض سبو أبوابه للعموم أمس."
FULL = "امتلأت قاعات معرض سبو بالكتب كلها."
RAIN = "تساقطت أمطار غزيرة شمال المملكة أمس."
COUNT = "بلغ عدد زوار معرض سبو 1200."


class Cosines:
    """An encoder whose cosines with ``QUESTION`` are given, 0.5 for other texts."""

    id, dim, max_tokens = "cosines", 1, 512

    def __init__(self, **given: float) -> None:
        self.given = given

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[self.given.get(text, 0.5)] for text in texts], dtype=np.float32)

    encode_queries = encode_passages

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


QUESTION = np.ones(1, dtype=np.float32)


def equally(stem: str) -> float:
    return 1.0


def hit(
    text: str, score: float = 0.0, rank: int = 1, doc_id: str = "a", start: int = 0, **known: object
) -> Hit:
    end = start + len(text)
    passage = Passage(f"{doc_id}:{start}-{end}", doc_id, text, start, end, **known)
    return Hit(passage, score, rank, "hybrid")


def scores(question: str, *hits: Hit, encoder: Cosines | None = None) -> list[tuple[str, float]]:
    found = gather(understand(question), QUESTION, hits, encoder or Cosines(), equally)
    return [(item.text, pytest.approx(item.score, abs=1e-6)) for item in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["افتتح معرض سبو"], 1.0),
        (["مَعْرِضُ سبو"], 2 / 3),
        (["والمعرض"], 1 / 3),
        (["افتتح", "المعرض"], 2 / 3),
        (["شيء آخر"], 0.0),
        ([], 0.0),
    ],
)
def test_coverage_counts_the_words_of_the_question(texts: list[str], expected: float) -> None:
    assert coverage(understand("من افتتح معرض سبو؟"), texts, equally) == pytest.approx(expected)


def test_coverage_weighs_rare_words_more() -> None:
    weight = {"افتتح": 1.0, "معرض": 2.0, "سبو": 5.0}.__getitem__
    question = understand("من افتتح معرض سبو؟")
    assert coverage(question, ["سبو"], weight) == 5 / 8
    assert coverage(question, ["افتتح المعرض"], weight) == 3 / 8


@pytest.mark.parametrize(
    ("question", "text"),
    [("شكون افتتحو؟", "افتتح"), ("شنو كاين فمكناس؟", "مكناس"), ("واش وصلو لمكناس؟", "مكناس")],
)
def test_what_darija_writes_on_to_a_word_is_taken_off(question: str, text: str) -> None:
    assert coverage(understand(question), [text], equally) > 0
    assert coverage(understand(question), ["تطوان"], equally) == 0


def test_a_question_without_words_is_covered_by_nothing() -> None:
    assert coverage(understand("متى؟"), ["كل شيء"], equally) == 0
    assert coverage(understand("معرض"), ["معرض"], lambda stem: 0.0) == 0


def test_rarity() -> None:
    assert inverse_document_frequency(9, 0) == log(10)
    assert inverse_document_frequency(9, 8) == log(2)
    assert inverse_document_frequency(0, 0) == 0


def test_the_three_parts_are_added() -> None:
    """Coverage, the cosine between the lowest and the highest, and the score of the hit."""
    encoder = Cosines(**{OPENED: 0.9, FULL: 0.8, RAIN: 0.4})
    found = scores(
        "من افتتح معرض سبو؟",
        hit(f"{RAIN}\n{FULL}", score=0.25),
        hit(OPENED, score=0.5, rank=2, doc_id="b"),
        encoder=encoder,
    )
    assert found == [(OPENED, 1 + 1 + 0.5), (FULL, 2 / 3 + 0.4 / 0.5 + 0.25), (RAIN, 0 + 0 + 0.25)]


def test_a_single_sentence_and_equal_cosines() -> None:
    assert scores("من افتتح معرض سبو؟", hit(OPENED)) == [(OPENED, 1.0)]
    assert scores("من افتتح معرض سبو؟", hit(f"{RAIN}\n{OPENED}")) == [(OPENED, 1.0), (RAIN, 0.0)]


def test_offsets_are_those_of_the_document() -> None:
    document = f"عنوان\n\n{OPENED}  {FULL}\n"
    start = document.index(OPENED)
    passage = hit(document[start:].rstrip(), start=start)
    found = gather(understand("من افتتح معرض سبو؟"), QUESTION, [passage], Cosines(), equally)
    assert [item.text for item in found] == [OPENED, FULL]
    for item in found:
        assert document[item.start : item.end] == item.text
        assert item.passage is passage.passage


def test_the_title_and_the_date_cover_too() -> None:
    titled = hit(RAIN, title="معرض سبو", date="2023-05-01")
    (item,) = gather(understand("معرض سبو 2023"), QUESTION, [titled], Cosines(), equally)
    assert item.coverage == 1
    assert item.cosine == pytest.approx(0.5)


def test_equals_come_by_document_and_place() -> None:
    twice = f"{OPENED}\n{OPENED}"
    found = gather(
        understand("من افتتح معرض سبو؟"),
        QUESTION,
        [hit(twice, doc_id="b"), hit(OPENED, doc_id="a", rank=2)],
        Cosines(),
        equally,
    )
    places = [(item.passage.doc_id, item.start) for item in found]
    assert places == [("a", 0), ("b", 0), ("b", len(OPENED) + 1)]


def test_a_wanted_number() -> None:
    """-0.5 without any number, +0.5 for one that counts what is asked for."""
    other = "افتتح معرض سبو على الساعة 13:05."
    found = dict(scores("كم زوار معرض سبو؟", hit(f"{OPENED}\n{other}\n{COUNT}")))
    assert found == {OPENED: 2 / 3 - 0.5, other: 2 / 3, COUNT: 1.0 + 0.5}
    # Nothing of the kind when no number is asked for.
    assert dict(scores("من افتتح معرض سبو؟", hit(OPENED))) == {OPENED: 1.0}


def test_a_wanted_date() -> None:
    """-0.5 without any year or month."""
    month, year = "افتتح معرض سبو في شهر ماي.", "افتتح معرض سبو أبوابه سنة 2023."
    found = dict(scores("متى افتتح معرض سبو؟", hit(f"{OPENED}\n{month}\n{year}")))
    assert found == {OPENED: 1.0 - 0.5, month: 1.0, year: 1.0}


@pytest.mark.parametrize(
    ("question", "text", "has"),
    [
        ("كم زوار المعرض؟", COUNT, True),
        ("كم زوار المعرض؟", "مئات الزوار", False),
        ("متى افتتح؟", "يوم 12 ماي", True),
        ("متى افتتح؟", "سنة ٢٠٢٣", True),
        ("متى افتتح؟", "قبل 12 سنة", False),
        ("من افتتحه؟", "الوزير", True),
    ],
)
def test_the_kind_of_thing_asked_for(question: str, text: str, has: bool) -> None:
    assert has_kind(understand(question), text) is has


def test_years_that_are_asked_for() -> None:
    """+0.5 for a document of the year of the question, -0.5 for one of another alone, also by
    title and date."""
    this, last = "افتتح معرض سبو أبوابه سنة 2023.", "افتتح معرض سبو أبوابه سنة 2022."
    pages = [hit(this), hit(last, doc_id="b"), hit(OPENED, doc_id="c")]
    found = dict(scores("من افتتح معرض سبو سنة 2023؟", *pages))
    assert found == {this: 1.0 + 0.5, last: 3 / 4 - 0.5, OPENED: 3 / 4}
    both = [hit(f"{this}\n{last}"), hit(OPENED)]
    question = understand("من افتتح معرض سبو سنة 2023؟")
    evidence = gather(question, QUESTION, both, Cosines(), equally)
    assert [item.agreement for item in evidence] == [1, 1, 1]
    dated = hit(OPENED, date="2022-05-01")
    assert scores("من افتتح معرض سبو سنة 2023؟", dated) == [(OPENED, 3 / 4 - 0.5)]


def test_comments_fragments_and_headlines_stand_back() -> None:
    question = "من افتتح معرض سبو؟"
    assert scores(question, hit(OPENED, kind="comment")) == [(OPENED, 1.0 - 0.5)]
    assert scores(question, hit("افتتح معرض سبو")) == [("افتتح معرض سبو", 1.0 - 0.3)]
    assert scores(question, hit(OPENED, title=OPENED)) == [(OPENED, 1.0 - 0.3)]


def test_signs_alone_are_no_evidence() -> None:
    assert scores("معرض", hit("***\n؟!")) == []
    assert scores("معرض") == []


def test_no_more_than_forty_sentences_are_read() -> None:
    encoded: list[str] = []

    class Counting(Cosines):
        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            encoded.extend(texts)
            return super().encode_passages(texts)

    hits = [hit("\n".join(f"جملة {n}" for n in range(30)), rank=r, doc_id=f"d{r}") for r in (1, 2)]
    found = scores("معرض", *hits, encoder=Counting())
    assert len(found) == 40
    assert encoded == [f"جملة {n}" for n in (*range(30), *range(10))]


def test_sentences_are_embedded_without_marks() -> None:
    encoder = Cosines(**{"افتتح معرض سبو أبوابه للعموم أمس.": 0.9, RAIN: 0.1})
    marked = "افْتُتِحَ مَعْرِضُ سبـــو أبوابه للعموم أمس."
    found = gather(understand("معرض"), QUESTION, [hit(f"{RAIN}\n{marked}")], encoder, equally)
    assert [(item.text, round(item.cosine, 3)) for item in found] == [(marked, 0.9), (RAIN, 0.1)]
    assert isinstance(found[0], Evidence)
