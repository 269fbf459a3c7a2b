"""What makes the gate surer, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import gate
from rag.evidence import Evidence
from rag.gate import CONSTANT, NAMES, THRESHOLD, WEIGHTS, confidence
from rag.question import understand
from rag.schema import Passage

ARABIC = "بلغ عدد زوار معرض سبو للكتاب مئة ألف زائر هذه السنة."
FRENCH = "Le salon du livre de Sebou a reçu cent mille visiteurs cette année."
SHORT = "المصدر: معرض سبو"
QUESTIONS = ["كم عدد زوار معرض سبو؟", "شحال د الناس جاو لمعرض سبو؟", "Combien de visiteurs ?"]
ASKED = understand(QUESTIONS[0])
SHARE = st.floats(0, 1)


def evidence(text: str = ARABIC, **known: float) -> Evidence:
    passage = Passage("p", "d", text, 0, len(text))
    given = {"coverage": 0.5, "cosine": 0.9, "score": 1.0, "share": 1.0, "page_coverage": 0.5}
    return Evidence(passage, text, 0, len(text), **(given | known))


def known(items: Sequence[Evidence], question: str = QUESTIONS[0]) -> dict[str, float]:
    read = gate.features(understand(question), items)
    return dict(zip(NAMES, read, strict=True))


def test_every_name_has_a_weight() -> None:
    assert WEIGHTS.keys() == set(NAMES)


@pytest.mark.parametrize("text", QUESTIONS)
def test_no_evidence_no_confidence(text: str) -> None:
    assert confidence(understand(text), []) == 0


def test_the_features() -> None:
    best = evidence(SHORT, cosine=0.99, score=2.5, share=0.5, page_coverage=0.7, agreement=-1.0)
    others = [evidence(cosine=0.8, share=0.25), evidence(cosine=0.85, share=0.25)]
    assert known([best, *others]) == pytest.approx(
        {
            "nearness": 20 * 0.85,  # short lines do not count
            "page_coverage": 0.7, "score": 2.5,
            "doubt": 0.5 * log(2) + 2 * 0.25 * log(4),
            "other_time": 1, "across": 0, "follows": 0,
        }
    )  # fmt: skip
    assert known([best])["nearness"] == pytest.approx(20 * 0.99)  # unless there is nothing else


def test_one_sentence_is_beyond_doubt_and_impossible_ones_add_none() -> None:
    assert known([evidence(share=1.0), evidence(share=0.0)])["doubt"] == 0


@pytest.mark.parametrize(
    ("question", "text", "across"),
    [
        (QUESTIONS[0], ARABIC, 0),
        (QUESTIONS[1], ARABIC, 0),
        (QUESTIONS[2], ARABIC, 1),
        (QUESTIONS[0], FRENCH, 1),
        (QUESTIONS[2], FRENCH, 0),
        ("ch7al d nas jaw l ma3rad?", ARABIC, 1),
    ],
)
def test_another_script_is_told(question: str, text: str, across: int) -> None:
    assert known([evidence(text)], question=question)["across"] == across


def test_only_what_stands_first_is_of_another_time() -> None:
    doubted = evidence(agreement=-1.0)
    assert known([doubted, evidence()])["other_time"] == 1
    assert known([evidence(), doubted])["other_time"] == 0
    assert known([evidence(agreement=1.0)])["other_time"] == 0


def test_the_confidence_is_logistic() -> None:
    item = evidence(cosine=0.85, score=2.0, page_coverage=0.8)
    total = CONSTANT + WEIGHTS["nearness"] * 17 + WEIGHTS["page_coverage"] * 0.8
    total += WEIGHTS["score"] * 2
    assert confidence(ASKED, [item]) == pytest.approx(1 / (1 + exp(-total)))


@given(st.sampled_from(QUESTIONS), st.sampled_from([ARABIC, FRENCH]), SHARE, SHARE, SHARE)
def test_it_rises_with_what_speaks_for_an_answer(
    asked: str, text: str, cosine: float, more: float, coverage: float
) -> None:
    question = understand(asked)
    item = evidence(text, cosine=cosine, page_coverage=coverage)

    def sure(**changed: float) -> float:
        return confidence(question, [replace(item, **changed)])

    assert 0 <= sure() <= 1
    assert sure(cosine=cosine + more) >= sure()
    assert sure(page_coverage=coverage + more) >= sure()
    assert sure(score=1.0 + more) >= sure()
    assert sure(agreement=-1.0) <= sure()


@pytest.mark.parametrize("cosine", [-1.0, 1.0])
@pytest.mark.parametrize("score", [-200.0, 20.0])
def test_the_worst_and_the_best_are_numbers(cosine: float, score: float) -> None:
    assert 0 <= confidence(ASKED, [evidence(cosine=cosine, score=score)]) <= 1


def test_the_threshold_parts() -> None:
    good = evidence(cosine=0.35, score=4.0, page_coverage=1.0)
    bad = evidence(cosine=-0.1, score=-4.0, page_coverage=0.0)
    assert confidence(ASKED, [good]) > THRESHOLD
    assert confidence(ASKED, [bad]) < THRESHOLD


def test_what_leans_on_others_is_known() -> None:
    follow_up = replace(ASKED, joined=f"من نظم المعرض؟ {ASKED.text}")
    assert dict(zip(NAMES, gate.features(follow_up, [evidence()]), strict=True))["follows"] == 1
    assert known([evidence()])["follows"] == 0


def test_any_time_takes_nothing_for_another_one() -> None:
    late, right = evidence(agreement=-1.0), evidence()
    assert confidence(ASKED, [late]) < confidence(ASKED, [right])
    assert confidence(ASKED, [late], any_time=True) == confidence(ASKED, [right])
