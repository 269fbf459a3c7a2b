"""The sentences chosen for a question: order, shares, places, years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.evidence import WEIGHTS, Evidence, features, gather, ranked, to_read
from rag.lexical import Clause, inverse_document_frequency
from rag.question import Question, understand
from rag.schema import Hit, Passage
from rag.sentence_features import NAMES

# All of six words, so that none counts as a fragment.
OPENED = "افتتح معرض سبو أبوابه للعموم أمس."
FULL = "امتلأت قاعات معرض سبو بالكتب كلها."
RAIN = "تساقطت أمطار غزيرة شمال المملكة أمس."
COUNT = "بلغ عدد زوار معرض سبو 1200."
ASKED = "من افتتح معرض سبو؟"
VECTOR = np.ones(1, np.float32)


class Cosines:
    """An index whose cosines are given by text, 0.5 for others; all words weigh the same."""

    def __init__(self, **given: float) -> None:
        self.given = given

    def vectors(self, passages: Sequence[Passage]) -> list[np.ndarray]:
        return [np.array([[self.given.get(p.text, 0.5)]], np.float32) for p in passages]

    def preferences(self, question: Question) -> dict[str, float]:
        return {}

    def clause_weight(self, clause: Clause) -> float:
        return 1.0


def hit(text: str, rank: int = 1, doc_id: str = "a", start: int = 0, **known: object) -> Hit:
    end = start + len(text)
    passage = Passage(f"{doc_id}:{start}-{end}", doc_id, text, start, end, **known)
    return Hit(passage, 0.5, rank, "hybrid")


def texts(question: str, *hits: Hit, corpus: Cosines | None = None) -> list[str]:
    found = gather(understand(question), VECTOR, hits, corpus or Cosines())
    return [item.text for item in found]


def test_every_name_has_a_weight() -> None:
    assert WEIGHTS.keys() == set(NAMES)


def test_scores_are_weighted_sums_and_shares_their_softmax() -> None:
    hits = [hit(OPENED), hit(FULL, 2, "b")]
    question = understand(ASKED)
    found, known = features(question, VECTOR, hits, Cosines())
    weights = dict.fromkeys(NAMES, 0.0) | {"rank": -2.0, "covered": 3.0}
    best, other = ranked(found, known, weights)
    assert (best.text, other.text) == (OPENED, FULL)
    assert best.score == pytest.approx(3.0)
    assert other.score == pytest.approx(3 * 2 / 3 - 2 * log(2))
    assert best.share == pytest.approx(1 / (1 + exp(other.score - best.score)))
    assert best.share + other.share == pytest.approx(1)
    assert (best.coverage, other.coverage) == pytest.approx((1, 2 / 3))


@given(st.lists(st.floats(-300, 300), min_size=1, max_size=8))
def test_shares_are_shares_however_far_apart_the_scores(values: list[float]) -> None:
    question = understand(ASKED)
    hits = [hit(f"{OPENED[:-1]} {n}.", 1, f"d{n}") for n in range(len(values))]
    found, known = features(question, VECTOR, hits, Cosines())
    known[:, NAMES.index("focus")] = values
    weights = dict.fromkeys(NAMES, 0.0) | {"focus": 1.0}
    evidence = ranked(found, known, weights)
    assert [item.score for item in evidence] == sorted(values, reverse=True)
    shares = [item.share for item in evidence]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1)


def test_what_bears_on_the_question_comes_first() -> None:
    assert texts(ASKED, hit(f"{RAIN}\n{OPENED}"))[0] == OPENED
    assert texts("كم عدد زوار معرض سبو؟", hit(f"{FULL}\n{COUNT}\n{RAIN}"))[0] == COUNT
    near = Cosines(**{FULL: 0.9, OPENED: 0.4})
    assert texts("معرض سبو", hit(OPENED), hit(FULL, 1, "b"), corpus=near) == [FULL, OPENED]
    assert texts("معرض سبو", hit(OPENED), hit(FULL, 5, "b")) == [OPENED, FULL]


def test_offsets_are_those_of_the_document() -> None:
    document = f"عنوان\n\n{OPENED}  {FULL}\n"
    start = document.index(OPENED)
    passage = hit(document[start:].rstrip(), start=start)
    found = gather(understand(ASKED), VECTOR, [passage], Cosines())
    assert [item.text for item in found] == [OPENED, FULL]
    for item in found:
        assert document[item.start : item.end] == item.text
        assert item.passage is passage.passage


def test_the_title_covers_too() -> None:
    (item,) = gather(understand("معرض سبو"), VECTOR, [hit(RAIN, title="معرض سبو")], Cosines())
    assert (item.coverage, item.page_coverage) == (1, 1)
    assert item.cosine == pytest.approx(0.5)


def test_equals_come_by_document_and_place() -> None:
    twice = f"{OPENED}\n{OPENED}"
    hits = [hit(twice, doc_id="b"), hit(OPENED, doc_id="a")]
    found, known = features(understand(ASKED), VECTOR, hits, Cosines())
    evidence = ranked(found, known, dict.fromkeys(NAMES, 0.0))
    places = [(item.passage.doc_id, item.start) for item in evidence]
    assert places == [("a", 0), ("b", 0), ("b", len(OPENED) + 1)]
    assert {item.score for item in evidence} == {0.0}


def agreements(question: str, *hits: Hit) -> dict[str, float]:
    found = gather(understand(question), VECTOR, hits, Cosines())
    return {item.passage.doc_id: item.agreement for item in found}


def test_years_that_are_asked_for() -> None:
    """1 for a document of the year of the question, -1 for one of another alone, by text, title
    or date."""
    this, last = "افتتح معرض سبو أبوابه سنة 2023.", "افتتح معرض سبو أبوابه سنة 2022."
    pages = [hit(this), hit(last, doc_id="b"), hit(OPENED, doc_id="c")]
    asked = "من افتتح معرض سبو سنة 2023؟"
    assert agreements(asked, *pages) == {"a": 1, "b": -1, "c": 0}
    assert agreements(asked, hit(f"{this}\n{last}")) == {"a": 1}
    assert agreements(asked, hit(this), hit(last, start=500)) == {"a": 1}  # of one document
    assert agreements(asked, hit(OPENED, date="2022-05-01")) == {"a": -1}
    assert agreements(asked, hit(OPENED, title="معرض 2023", date="2022-05-01")) == {"a": 1}
    assert agreements(ASKED, *pages) == {"a": 0, "b": 0, "c": 0}


def test_the_edition_that_is_asked_for() -> None:
    asked = "من افتتح الدورة الثامنة لمعرض سبو؟"
    eighth, ninth = "افتتحت الدورة الثامنة لمعرض سبو أمس.", "افتتحت الدورة التاسعة لمعرض سبو أمس."
    dated = hit(OPENED, doc_id="c", date="2022-05-01")  # a year is no other edition
    assert agreements(asked, hit(eighth), hit(ninth, doc_id="b"), dated) == {
        "a": 1,
        "b": -1,
        "c": 0,
    }


def test_nothing_to_choose_from() -> None:
    assert texts("معرض", hit("***\n؟!")) == []
    assert texts("معرض") == []
    assert ranked([], np.empty((0, len(NAMES))), WEIGHTS) == []


def test_a_question_without_words_still_has_an_order() -> None:
    assert texts("؟", hit(OPENED), hit(FULL, 2, "b")) == [OPENED, FULL]


def test_rarity() -> None:
    assert inverse_document_frequency(9, 0) == log(10)
    assert inverse_document_frequency(9, 8) == log(2)
    assert inverse_document_frequency(0, 0) == 0


def test_a_headline_is_read_only_where_there_is_nothing_else() -> None:
    passage = Passage("p", "d", f"{OPENED}\n{COUNT}", 0, 60, title=OPENED)
    headline = Evidence(passage, OPENED, 0, len(OPENED), 1.0, 1.0, 2.0)
    told = Evidence(passage, COUNT, 40, 40 + len(COUNT), 1.0, 1.0, 1.0)
    assert to_read([headline, told, told], 1) == [told]
    assert to_read([headline], 4) == [headline]
    assert to_read([], 4) == []


@pytest.mark.parametrize(
    ("question", "text", "is_read"),
    [
        ("كم عدد مسافري ميناء طنجة؟", "عبر ميناء الحسيمة 12 ألف مسافر.", False),
        ("كم عدد مسافري ميناء طنجة؟", "عبر ميناء طنجة 12 ألف مسافر.", True),
        ("شحال د الناس دازو من ميناء طنجة؟", "عبر الميناء 12 ألف مسافر.", False),
        ("Combien de passagers à Tanger ?", "عبر ميناء بطنجة 12 ألف مسافر.", True),
        ("Combien de passagers à Tanger ?", "Al Hoceima a vu 12 000 passagers.", False),
        ("كم عدد مسافري الميناء؟", "عبر ميناء الحسيمة 12 ألف مسافر.", True),
        ("كم كيلومترا بين طنجة والحسيمة؟", "تقع الحسيمة على بعد 300 كيلومتر.", True),
        ("كم زائرا بطنجة، وكم عدد العارضين بوجدة؟", "استقبل المعرض 300 زائر.", True),
    ],
)
def test_of_a_document_that_is_not_of_the_town_asked_about_nothing_is_read(
    question: str, text: str, is_read: bool
) -> None:
    assert texts(question, hit(text)) == ([text] if is_read else [])
    assert texts(question, hit(text, title="أخبار طنجة ووجدة")) == [text]
    closed = hit("ميناء طنجة مغلق أمام المسافرين.", 2, start=200)
    assert set(texts(question, hit(text), closed)) == {text, closed.passage.text}
    of_another = replace(closed, passage=replace(closed.passage, doc_id="b"))
    assert (text in texts(question, hit(text), of_another)) is is_read


def test_the_latest_is_read_on_the_youngest_page_of_the_event() -> None:
    """«آخر دورة»: the older page is of another time, one of another event is of none."""
    told = {"title": "معرض سبو الدولي للكتاب بالقنيطرة"}
    hits = [
        hit(COUNT, 1, "old", date="2022-05-23", **told),
        hit(COUNT, 2, "new", date="2024-05-13", **told),
        hit(RAIN, 3, "rain", date="2025-01-01", title="أمطار غزيرة شمال المملكة"),
        hit(COUNT, 4, "undated", **told),
    ]
    latest = understand("كم عدد زوار معرض سبو في آخر دورة؟")
    found = gather(latest, VECTOR, hits, Cosines())  # the older one, first by rank, is left out
    agreed = {"new": 1, "rain": 0, "undated": 0}
    assert {item.passage.doc_id: item.agreement for item in found} == agreed
    behind = [replace(one, rank=9) if one.passage.doc_id == "old" else one for one in hits]
    found = gather(latest, VECTOR, behind, Cosines())
    assert {item.passage.doc_id: item.agreement for item in found} == {"old": -1, **agreed}
    found = gather(understand("كم عدد زوار معرض سبو؟"), VECTOR, hits, Cosines())
    assert {item.agreement for item in found} == {0}


@pytest.mark.parametrize(
    ("other", "read"),
    [
        ("حضر معرض سبو للكتاب سنة 2022 نحو 40 ألف زائر.", {"old"}),
        ("سقطت الأمطار سنة 2022.", {"old", "new"}),  # of 2022, and of something else
    ],
)
def test_of_another_time_nothing_is_read_where_a_page_of_that_time_is(
    other: str, read: set[str]
) -> None:
    new = hit("حضر معرض سبو للكتاب 55 ألف زائر، وافتتحه الوزير.", 1, "new", date="2023-05-13")
    found = gather(
        understand("كم زائرا حضر معرض سبو للكتاب سنة 2022؟"),
        VECTOR,
        [new, hit(other, 9, "old", date="2022-05-23")],
        Cosines(),
    )
    assert {item.passage.doc_id for item in found} == read
    assert sum(item.share for item in found) == pytest.approx(1)


def test_two_pages_of_one_year_are_both_of_the_latest() -> None:
    told = {"title": "معرض سبو الدولي للكتاب بالقنيطرة"}
    hits = [
        hit(OPENED, 1, "opened", date="2024-05-12", **told),
        hit(COUNT, 2, "closed", date="2024-05-20", **told),
    ]
    found = gather(understand("من افتتح آخر دورة من معرض سبو؟"), VECTOR, hits, Cosines())
    assert {item.agreement for item in found} == {1}
