"""Sources that disagree: another document that gives another number for the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rag.counts import counted, counting, measured
from rag.evidence import Evidence
from rag.question import Question
from rag.statement import read
from rag.things import MONEY

_AS_LIKELY = 0.05
_SHARED = 2  # words of the question


def differing(
    question: Question, stated: Evidence, evidence: Sequence[Evidence]
) -> Evidence | None:
    """The likeliest sentence of another document that gives another number of what the question
    counts or measures than ``stated``, unless it is of another time than asked about, or one is a
    reader's comment and the other is not; None where there is none, or ``stated`` has no such
    number."""
    noun = counted(question.text)
    value = counting(noun, stated.text)
    for item in evidence:
        if (
            item.passage.doc_id == stated.passage.doc_id
            or item.passage.kind != stated.passage.kind
            or item.agreement < stated.agreement
        ):
            continue
        if value:
            other = counting(noun, item.text)
            if item.share >= _AS_LIKELY * stated.share and other and not other & value:
                return item
        elif _measures_otherwise(question, stated, item):
            return item
    return None


def _measures_otherwise(question: Question, stated: Evidence, other: Evidence) -> bool:
    """Whether both sentences hold words of the question in common, and one number each of the same
    unit of the kind asked for («4,2 أطنان», «ستة أطنان»), and these differ."""
    if question.wants not in ("number", "share", "money"):
        return False
    asked, one, two = (read(text) for text in (question.text, stated.text, other.text))
    shared = [
        item
        for item in asked.items
        if not item.terms and not item.is_function_word
        and not item.keys.isdisjoint(one.keys) and not item.keys.isdisjoint(two.keys)
    ]  # fmt: skip
    if len(shared) < _SHARED:
        return False
    theirs = measured(other.text)
    return any(
        _is_wanted(unit, question)
        and len(values) == 1
        and len(theirs.get(unit, ())) == 1
        and values != theirs[unit]
        for unit, values in measured(stated.text).items()
    )


def _is_wanted(unit: str, question: Question) -> bool:
    kind = "money" if unit in MONEY else "share" if unit == "percent" else "number"
    return kind == question.wants
