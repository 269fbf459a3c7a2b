"""What makes the gate surer, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.evidence import Evidence
from rag.gate import THRESHOLD, confidence, features
from rag.question import Question, understand
from rag.schema import Passage

ARABIC = "بلغ عدد زوار معرض سبو للكتاب مئة ألف زائر هذه السنة."
FRENCH = "Le salon du livre de Sebou a reçu cent mille visiteurs cette année."
QUESTIONS = ["كم عدد زوار معرض سبو؟", "شحال د الناس جاو لمعرض سبو؟", "Combien de visiteurs ?"]
SHARE = st.floats(0, 1)


def evidence(
    text: str = ARABIC, cosine: float = 0.9, coverage: float = 0.5, passage: str = ""
) -> Evidence:
    whole = passage or text
    return Evidence(
        Passage("p", "d", whole, 0, len(whole)), text, 0, len(text), coverage, cosine, 1.0
    )


@pytest.mark.parametrize("text", QUESTIONS)
def test_no_evidence_no_confidence(text: str) -> None:
    assert confidence(understand(text), [], 0.8) == 0


@given(st.sampled_from(QUESTIONS), st.sampled_from([ARABIC, FRENCH]), SHARE, SHARE, SHARE, SHARE)
def test_it_rises_with_what_speaks_for_an_answer(
    asked: str, text: str, cosine: float, more: float, coverage: float, background: float
) -> None:
    question = understand(asked)
    item = evidence(text, cosine, coverage)
    base = confidence(question, [item], background)
    assert 0 <= base <= 1
    assert confidence(question, [replace(item, cosine=cosine + more)], background) >= base
    assert confidence(question, [replace(item, coverage=coverage + more)], background) >= base
    assert confidence(question, [item], background + more) <= base


def test_each_feature_counts_where_it_should() -> None:
    same, across = understand(QUESTIONS[0]), understand("Combien de visiteurs ?")
    item = evidence(cosine=0.86)

    def sure(question: Question, background: float = 0.8, **changed: float) -> float:
        return confidence(question, [replace(item, **changed)], background)

    assert sure(same, coverage=0.9) > sure(same, coverage=0.5)
    assert sure(same, cosine=0.88) > sure(same, cosine=0.86)
    assert sure(same, background=0.7) == sure(same)
    assert sure(across, cosine=0.88) > sure(across, cosine=0.86)
    assert sure(across, background=0.7) > sure(across)
    assert sure(across, coverage=0.9) == sure(across)


def test_a_name_across_scripts_counts() -> None:
    asked = [understand(f"How many visitors came to {name} ?") for name in ("Sebou", "Agadir")]
    found = [confidence(question, [evidence()], 0.8) for question in asked]
    assert found[0] > found[1]


def test_more_evidence_never_takes_confidence_away() -> None:
    question = understand(QUESTIONS[0])
    good, bad = evidence(), evidence(cosine=0.1, coverage=0.0)
    assert confidence(question, [good, bad], 0.8) == confidence(question, [good], 0.8)
    assert confidence(question, [bad, good], 0.8) == confidence(question, [good], 0.8)


def test_features() -> None:
    asked = understand("Did Macron visit Sebou?")
    items = [
        evidence("المصدر: معرض سبو", cosine=0.99, coverage=0.7),
        evidence(ARABIC, cosine=0.8, coverage=0.2),
        evidence("قصير", cosine=0.95, coverage=0.1),
    ]
    found = features(asked, items, 0.75)
    assert found.same_script is False
    assert found.cosine == 0.8  # short lines do not count
    assert found.coverage == 0.7
    assert found.background == 0.75
    assert found.named == 0.5  # Sebou of two names
    assert features(asked, items[::2], 0.75).cosine == 0.99  # unless there is nothing else


@pytest.mark.parametrize(
    ("agreements", "other"),
    [([0], False), ([-1], True), ([-1, 0], True), ([0, -1], False), ([-1, 1], False), ([1], False)],
)
def test_only_another_year_is_a_reason_to_doubt(agreements: list[int], other: bool) -> None:
    question = understand("كم عدد زوار معرض سبو سنة 2023؟")
    items = [replace(evidence(), agreement=float(agreement)) for agreement in agreements]
    assert features(question, items, 0.8).other_year is other
    plain = confidence(question, [evidence()], 0.8)
    doubted = confidence(question, items, 0.8)
    assert doubted < plain if other else doubted == plain


@pytest.mark.parametrize(
    ("asked", "text", "same"),
    [
        (QUESTIONS[0], ARABIC, True),
        (QUESTIONS[1], ARABIC, True),
        (QUESTIONS[2], ARABIC, False),
        (QUESTIONS[0], FRENCH, False),
        (QUESTIONS[2], FRENCH, True),
        ("ch7al d nas jaw l ma3rad?", ARABIC, False),
    ],
)
def test_scripts(asked: str, text: str, same: bool) -> None:
    assert features(understand(asked), [evidence(text)], 0.8).same_script is same


def test_without_names_the_names_are_neutral() -> None:
    assert features(understand(QUESTIONS[0]), [evidence()], 0.8).named == 0.5


def test_names_are_looked_for_in_the_three_best_passages() -> None:
    asked = understand("Where is Agadir?")
    rest = [evidence(passage=f"{ARABIC} {n}") for n in range(3)]
    best = evidence(passage=f"{ARABIC} أكادير")
    assert features(asked, [*rest[:2], best], 0.8).named == 1
    assert features(asked, [*rest, best], 0.8).named == 0


def test_the_threshold_parts() -> None:
    question = understand(QUESTIONS[0])
    assert confidence(question, [evidence(cosine=0.92, coverage=1.0)], 0.8) > THRESHOLD
    assert confidence(question, [evidence(cosine=0.78, coverage=0.0)], 0.8) < THRESHOLD
