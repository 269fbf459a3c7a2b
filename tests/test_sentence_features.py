"""What is known of each sentence, worked out by hand over an index that says what it is told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.lexical import Clause
from rag.question import Question, understand
from rag.schema import Hit, Passage
from rag.sentence_features import NAMES, candidates
from rag.terms import index_terms

OPENED = "افتتح معرض سبو أبوابه للعموم أمس."
COUNT = "بلغ عدد زوار المعرض 1200 زائر."
RAIN = "تساقطت أمطار غزيرة شمال المملكة أمس."
ASKED = "كم عدد زوار معرض سبو؟"
ALONG = np.array([1, 0], np.float32)
"""The question's vector: a cosine is the first number of the other."""


@dataclass
class Known:
    """An index in which all words weigh the same. ``cosines``: of a passage, by its text, its own
    and those of its sentences; without any it is 0.5 for the passage alone."""

    cosines: Mapping[str, Sequence[float]] = field(default_factory=dict)
    preferred: Mapping[str, float] = field(default_factory=dict)
    weight: float = 1.0

    def vectors(self, passages: Sequence[Passage]) -> list[np.ndarray]:
        rows = [self.cosines.get(passage.text, [0.5]) for passage in passages]
        return [np.array([[cosine, 0] for cosine in row], np.float32) for row in rows]

    def preferences(self, question: Question) -> Mapping[str, float]:
        return self.preferred

    def clause_weight(self, clause: Clause) -> float:
        return self.weight


def hit(text: str, rank: int = 1, doc_id: str = "a", start: int = 0, **known: str) -> Hit:
    end = start + len(text)
    return Hit(Passage(f"{doc_id}:{start}", doc_id, text, start, end, **known), 0.5, rank, "hybrid")


def read(
    question: str, *hits: Hit, corpus: Known | None = None, **agreements: float
) -> dict[str, dict[str, float]]:
    """What is known of each sentence, by its text and name."""
    found, rows = candidates(understand(question), ALONG, hits, agreements, corpus or Known())
    assert rows.shape == (len(found), len(NAMES))
    return {c.text: dict(zip(NAMES, row, strict=True)) for c, row in zip(found, rows, strict=True)}


def test_every_number_of_two_pages() -> None:
    fair, other = f"{OPENED}\n{COUNT}", hit(RAIN, 3, "b", kind="comment")
    corpus = Known({fair: [0.8, 0.7, 0.9], RAIN: [0.6]})
    found = read(ASKED, hit(fair, title="معرض سبو"), other, corpus=corpus, b=-1)
    # Clauses: زوار, معرض, سبو. Of the two sentences of the page one has the first, both the
    # second, one the third; the last two stand in the heading.
    many, both = log(3 / 1.5), log(3 / 2.5)
    expected = {
        OPENED: {
            "nearness": 20 * (0.7 - 0.9), "focus": 0.3 * (both + many) / sqrt(3), "covered": 1,
            "other_kind": 1, "new_words": log1p(4),
        },
        COUNT: {"focus": (many + 0.3 * both) / sqrt(3), "covered": 1, "counts": 1,
                "new_words": log1p(4)},  # «عدد» only asks
        RAIN: {
            "nearness": 20 * (0.6 - 0.9), "passage_nearness": 20 * (0.6 - 0.8), "rank": log(3),
            "other_kind": 1, "agreement": -1, "comment": 1, "new_words": log1p(6),
        },
    }  # fmt: skip
    assert found.keys() == expected.keys()
    for text, known in expected.items():
        row = {name: known.get(name, 0.0) for name in NAMES}
        assert found[text] == pytest.approx(row, abs=1e-5), text


def test_fragments_headlines_and_rows_are_known() -> None:
    found = read(ASKED, hit(f"معرض سبو\nثمن التذكرة 20.\n{RAIN[:-1]}", title="معرض سبو "))
    kinds = [(row["fragment"], row["title"], row["unfinished"]) for row in found.values()]
    assert kinds == [(1, 1, 1), (1, 0, 0), (0, 0, 1)]


def test_what_a_heading_holds_its_sentences_hold_and_it_answers_less_itself() -> None:
    heading = "النقطة الأولى: زوار معرض سبو."
    page = hit(f"{RAIN}\n{heading} {COUNT[:9]} 1200 كاملة.\n{RAIN}")
    found, rows = candidates(understand(ASKED), ALONG, [page], {}, Known())
    assert [all(c.held) for c in found] == [False, True, True, True]
    assert [c.heading for c in found] == ["", "", heading, heading]
    assert rows[:, NAMES.index("unfinished")].tolist() == [0, 1, 0, 0]


def test_who_asks_why_wants_a_reason() -> None:
    page = hit("تأخر فتح المعرض.\nتأخر بسبب الأمطار.")
    kinds = [row["other_kind"] for row in read("لماذا تأخر فتح المعرض؟", page).values()]
    assert kinds == [1, 0]
    assert [row["other_kind"] for row in read("أين المعرض؟", page).values()] == [0, 0]


def test_coverage_is_that_of_the_neighbourhood_and_of_the_page() -> None:
    page = [hit(f"{RAIN}\n{RAIN}\n{OPENED}\n{RAIN}\n{RAIN}"), hit(COUNT, 2, start=500)]
    found, _ = candidates(understand(ASKED), ALONG, page, {}, Known())
    assert [c.covered for c in found] == pytest.approx([0, 2 / 3, 2 / 3, 2 / 3, 0, 2 / 3])
    assert {c.page_covered for c in found} == {1.0}
    assert [c.held for c in found][2] == (False, True, True)


def test_what_an_encoder_adds_for_a_language_is_taken_off() -> None:
    hits = [hit(RAIN, lang="ar"), hit("Il pleut fort.", 2, "b", lang="fr")]
    corpus = Known({RAIN: [0.8], "Il pleut fort.": [0.85]}, {"fr": 0.1})
    found, _ = candidates(understand("pluie"), ALONG, hits, {}, corpus)
    assert [c.cosine for c in found] == pytest.approx([0.8, 0.75])
    assert [c.passage_cosine for c in found] == pytest.approx([0.8, 0.75])


@pytest.mark.parametrize("cosines", [[0.8], [0.8, 0.1], [0.8, 0.1, 0.2, 0.3]])
def test_vectors_of_other_sentences_give_way_to_the_passage(cosines: list[float]) -> None:
    """Of a passage that was removed meanwhile, embedded of another text, or damaged."""
    text = f"{OPENED}\n{RAIN}"
    found, _ = candidates(understand(ASKED), ALONG, [hit(text)], {}, Known({text: cosines}))
    assert [c.cosine for c in found] == pytest.approx([0.8, 0.8])


def test_a_fragment_has_the_cosine_of_its_passage() -> None:
    text = f"سبو الآن\n{OPENED}\n{RAIN}"
    found, _ = candidates(understand(ASKED), ALONG, [hit(text)], {}, Known({text: [0.5, 0.9, 0.1]}))
    assert [c.cosine for c in found] == pytest.approx([0.5, 0.9, 0.1])


@pytest.mark.parametrize("question", ["متى؟", "؟", ""])
def test_a_question_without_words(question: str) -> None:
    for row in read(question, hit(f"{OPENED}\n{RAIN}")).values():
        assert (row["focus"], row["covered"]) == (0, 0)


def test_words_that_say_nothing_cover_nothing() -> None:
    for row in read(ASKED, hit(OPENED), corpus=Known(weight=0.0)).values():
        assert (row["focus"], row["covered"]) == (0, 0)


def test_nothing_found_and_signs_alone() -> None:
    assert read(ASKED) == {}
    assert read(ASKED, hit("***\n؟!\n12")) == {}


def test_the_most_new_words_are_ten() -> None:
    long = " ".join(f"كلمة{chr(0x628 + n)}" for n in range(14))
    assert read(ASKED, hit(long))[long]["new_words"] == pytest.approx(log1p(10))


LINES = st.sampled_from([OPENED, COUNT, RAIN, "سبو", "***", "Le salon a ouvert hier.", "", "12:"])


@given(
    st.lists(
        st.tuples(st.lists(LINES, min_size=1, max_size=6), st.sampled_from("abc")), max_size=4
    ),
    st.sampled_from([ASKED, "متى افتتح المعرض؟", "Qui ?", "ch7al d zowar?"]),
)
def test_any_hits_give_sound_numbers_and_exact_places(
    pages: list[tuple[list[str], str]], question: str
) -> None:
    hits = [
        hit("\n".join(lines), rank, doc_id, start=1000 * rank)
        for rank, (lines, doc_id) in enumerate(pages, start=1)
    ]
    found, rows = candidates(understand(question), ALONG, hits, {}, Known())
    assert np.isfinite(rows).all()
    for c in found:
        assert c.hit.passage.text[c.start : c.end] == c.text
        assert 0 <= c.covered <= c.page_covered <= 1
    if found:
        assert rows[:, NAMES.index("nearness")].max() == 0
        assert (rows[:, NAMES.index("focus")] >= 0).all()


def test_words_that_another_script_cannot_hold_are_not_missing_there() -> None:
    asked = "Quel budget le xylophone tectonique de Khouribga a-t-elle ?"
    arabic = "بلغت ميزانية جماعة خريبكة عشرين مليون درهم."
    found = read(asked, hit(arabic, lang="ar"))
    # "budget" by the glossary and "Khouribga" by its sound, of these two; the rest has no Arabic.
    assert found[arabic]["covered"] == 1
    french = "Le budget de Khouribga est de vingt millions."
    assert read(asked, hit(french, lang="fr"))[french]["covered"] == pytest.approx(2 / 4)


def test_who_names_somebody_where_a_person_is_asked_for() -> None:
    named = "قالت المديرة نزهة الوكيلي إن المعرض نجح."
    page = hit(f"{named}\n{OPENED}")
    asked = read("من يدير معرض سبو؟", page)
    assert (asked[named]["person"], asked[OPENED]["person"]) == (1, 0)
    assert read(ASKED, page)[named]["person"] == 0
    assert read("من هي نزهة الوكيلي؟", page)[named]["person"] == 0


def test_three_consonants_in_common_are_not_the_word() -> None:
    asked = understand("من فاز بجائزة نوبل؟")
    page = "نال الجائزة نبيل الكعواشي من فاس."
    (found,), _ = candidates(asked, ALONG, [hit(page, lang="ar")], {}, Known())
    assert found.held == (False, True, False)  # فاز, جائزة, نوبل
    latin = "Le prix Nobel a été remis."
    (found,), _ = candidates(asked, ALONG, [hit(latin, lang="fr")], {}, Known())
    assert found.held[-1]


def test_a_word_weighs_what_it_is_itself_however_common_its_synonyms() -> None:
    weighed: list[set[str]] = []

    class Weighing(Known):
        def clause_weight(self, clause: Clause) -> float:
            weighed.append({term for way in clause.ways for term in way})
            return 1.0

    read("متى وقعت الهزة؟", hit("ضرب الزلزال مدينة الحسيمة.", lang="ar"), corpus=Weighing())
    assert not any(terms & set(index_terms("زلزال séisme")) for terms in weighed)
    weighed.clear()
    read("Quand le séisme ?", hit("ضرب الزلزال مدينة الحسيمة.", lang="ar"), corpus=Weighing())
    assert any(terms & set(index_terms("زلزال")) for terms in weighed)
