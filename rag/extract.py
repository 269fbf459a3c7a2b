"""An answer without a language model: the sentences of the sources, verbatim."""

from __future__ import annotations

from collections.abc import Sequence

from rag import phrases, prompt
from rag.arabic import forms
from rag.cite import Cited, assemble
from rag.evidence import Evidence
from rag.question import Question

# On the dev half of the own set the answer is in the first of them for 52 of 100 questions, in one
# of these three for 74, and two are shown on average (eval/LOG.md).
_MOST = 3
_NEARLY_AS_LIKELY = 0.2
_LIST_ITEMS = 6
_FULL_SENTENCE = 5


def extract(question: Question, evidence: Sequence[Evidence]) -> Cited:
    """The likeliest sentence behind a fixed phrase in the question's language, and the list that
    it announces, or else those that are nearly as likely to be the answer.

    ``evidence``: best first, not empty.
    """
    lead = phrases.ACCORDING_TO[prompt.answer_language(question.language)]
    best, *others = evidence
    if best.text.endswith(":"):
        below = [e for e in others if e.passage.id == best.passage.id and e.start >= best.end]
        following = sorted(below, key=lambda e: e.start)[:_LIST_ITEMS]
    else:
        following = [e for e in others if _adds(e, best)][: _MOST - 1]
    return assemble([(item.text, [item]) for item in (best, *following)], lead)


def _adds(item: Evidence, best: Evidence) -> bool:
    return (
        item.share >= _NEARLY_AS_LIKELY * best.share
        and item.passage.kind == best.passage.kind
        and item.text not in (item.passage.title, best.text)
        and item.agreement >= min(best.agreement, 0)
        and len(forms(item.text)) >= _FULL_SENTENCE
    )
