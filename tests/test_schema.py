"""Answers and citations that cannot be true are refused when they are made."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from rag.schema import Answer, Block, Citation, Claim, Hit, Passage, Timings, Usage

TEXT = "افتتح المعرض أمس. حضره ألف زائر."
PASSAGE = Passage("d:10-42", "d", TEXT, 10, 10 + len(TEXT))
CITATION = Citation(1, PASSAGE, "حضره ألف زائر.", 28, 42)
CLAIM = Claim("حضره ألف زائر.", 5, 19, (1,), True)
HIT = Hit(PASSAGE, 0.5, 1, "hybrid")
ANSWER = Answer(
    question="كم زائرا حضره؟", text="نعم، حضره ألف زائر.", status="answered", language="ar",
    confidence=0.9, citations=(CITATION,), claims=(CLAIM,), hits=(HIT,), reason=None,
    timings=Timings(1.0, None, 2.0),
)  # fmt: skip
REFUSAL = dataclasses.replace(
    ANSWER, text="لم أجد.", status="abstained", citations=(), claims=(), reason="not_found"
)
RETRIEVED = dataclasses.replace(REFUSAL, text="", status="retrieved", reason=None)

change = dataclasses.replace


@pytest.mark.parametrize("answer", [ANSWER, REFUSAL, RETRIEVED])
def test_answers_that_hold(answer: Answer) -> None:
    assert change(answer) == answer
    assert answer.usage == Usage(0, 0)
    assert answer.model is None


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        ("", 28, 28),
        (" ", 17, 18),
        ("حضره ألف زائر", 28, 42),  # end past the quote
        ("حضره ألف زائر.", 28, 41),
        ("حضره ألف زائر.", 27, 41),  # one off
        ("حضره ألف زائر.", 29, 43),
        ("حضره مئة زائر.", 28, 42),  # other words
        ("زائر", 5, 9),  # before the passage, where a slice counts from its end
        ("زائر.", 37, 50),
        ("زائر.", 60, 65),
    ],
)
def test_a_citation_quotes_its_passage(quote: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="citation 1 does not quote passage d:10-42"):
        Citation(1, PASSAGE, quote, start, end)


def test_a_slice_from_the_end_is_no_quote() -> None:
    at = TEXT.index("زائر") - len(TEXT)
    with pytest.raises(ValueError, match="does not quote"):
        Citation(1, PASSAGE, "زائر", 10 + at, 10 + at + 4)


BROKEN: list[tuple[str, Callable[[], object]]] = [
    ("numbered from 1", lambda: change(ANSWER, citations=(change(CITATION, number=2),))),
    ("numbered from 1", lambda: change(ANSWER, citations=(CITATION, CITATION))),
    ("miss", lambda: change(ANSWER, claims=(change(CLAIM, start=4, end=18),))),
    ("miss", lambda: change(ANSWER, claims=(change(CLAIM, end=30),))),
    ("miss", lambda: change(ANSWER, claims=(change(CLAIM, start=-14, end=19),))),
    ("miss", lambda: change(ANSWER, claims=(change(CLAIM, text="", end=5),))),
    ("if and only if", lambda: change(ANSWER, claims=(change(CLAIM, supported=False),))),
    ("if and only if", lambda: change(ANSWER, claims=(change(CLAIM, citations=()),))),
    ("known are", lambda: change(ANSWER, claims=(change(CLAIM, citations=(1, 2)),))),
    ("needs a text", lambda: change(ANSWER, text=" ", claims=())),
    ("needs a text", lambda: change(ANSWER, claims=(), citations=())),
    ("needs a text", lambda: change(ANSWER, status="partial", claims=(), citations=())),
    ("no citations", lambda: change(REFUSAL, citations=(CITATION,))),
    ("no citations", lambda: change(RETRIEVED, citations=(CITATION,))),
    (
        "no citations",
        lambda: change(REFUSAL, claims=(Claim("لم أجد.", 0, 7, (), False),)),
    ),
    ("says that it abstains", lambda: change(REFUSAL, reason=None)),
    ("says that it abstains", lambda: change(REFUSAL, text=" \n")),
    ("no text", lambda: change(RETRIEVED, text="نص")),
]


@pytest.mark.parametrize(("message", "make"), BROKEN)
def test_answers_that_cannot_be(message: str, make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("value", [PASSAGE, CITATION, CLAIM, HIT, ANSWER, Block(0, 1, "article")])
def test_values_are_frozen(value: object) -> None:
    assert not hasattr(value, "__dict__")
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
