"""Sources that disagree: another document that counts the same thing differently."""

from __future__ import annotations

from collections.abc import Sequence

from rag.counts import counted, counting
from rag.evidence import Evidence
from rag.question import Question

_AS_LIKELY = 0.05


def differing(
    question: Question, stated: Evidence, evidence: Sequence[Evidence]
) -> Evidence | None:
    """The likeliest sentence of another document that gives another number of what the question
    counts than ``stated``, unless it is of another time than asked about, or one is a reader's
    comment and the other is not; None where there is none, or ``stated`` counts nothing."""
    noun = counted(question.text)
    value = counting(noun, stated.text)
    for item in evidence if value else ():
        other = counting(noun, item.text)
        if (
            item.passage.doc_id != stated.passage.doc_id
            and item.share >= _AS_LIKELY * stated.share
            and item.passage.kind == stated.passage.kind
            and item.agreement >= stated.agreement
            and other
            and not other & value
        ):
            return item
    return None
