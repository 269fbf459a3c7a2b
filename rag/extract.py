"""An answer without a language model: the sentences of the sources, verbatim.

The likeliest sentence, and those nearly as likely; where they are items of a list, the list; where
another document counts the same thing differently, its sentence beside the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag import phrases, prompt
from rag.arabic import fold, forms
from rag.cite import Cited, assemble
from rag.counts import counted, counting
from rag.evidence import Evidence
from rag.question import Question

# On the dev half of the own set the answer is in the first sentence for 54 of 100 questions, in one
# of the first three for 75 (eval/LOG.md).
_MOST = 3
_NEARLY_AS_LIKELY = 0.2
_AS_LIKELY_ELSEWHERE = 0.05
_FULL_SENTENCE = 5


def extract(question: Question, evidence: Sequence[Evidence]) -> Cited:
    """The answer behind a fixed phrase in the question's language; ``evidence``: best first, not
    empty."""
    best = evidence[0]
    items = _list_of(best, evidence)
    chosen = items or [best, *_others(best, evidence)]
    if (differing := _differing(question, best, evidence)) and differing not in chosen:
        chosen = [*(items or chosen[: _MOST - 1]), differing]
    lead = phrases.ACCORDING_TO[prompt.answer_language(question.language)]
    return assemble([(item.text, [item]) for item in chosen], lead)


def _others(best: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for item in evidence[1:]:
        if (
            item.share >= _NEARLY_AS_LIKELY * best.share
            and item.passage.kind == best.passage.kind
            and item.agreement >= min(best.agreement, 0)
            and _stands_alone(item)
            and fold(item.text) != fold(best.text)
        ):
            found.setdefault(fold(item.text), item)
    return list(found.values())[: _MOST - 1]


def _stands_alone(item: Evidence) -> bool:
    """Not a headline, a dateline or a row of a table."""
    whole = len(forms(item.text)) >= _FULL_SENTENCE and not item.text[-1].isalnum()
    return whole and item.text != item.passage.title


def _list_of(best: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What ``best`` announces, or the list it is an item of with what announces it: the sentences
    from one that ends in a colon to the next that ends in a stop."""
    passage = sorted(
        (item for item in evidence if item.passage.id == best.passage.id), key=lambda e: e.start
    )
    place = passage.index(best)
    first = place
    while first > 0 and passage[first - 1].text[-1] in "؛;:" and passage[first].text[-1] != ":":
        first -= 1
    if passage[first].text[-1] != ":":
        return []
    last = first + 1
    while last < len(passage) and passage[last].text[-1] in "؛;":
        last += 1
    items = passage[first : last + 1]
    return items if len(items) > 2 or (len(items) == 2 and place == first) else []


def _differing(question: Question, best: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """The likeliest sentence of another document that gives another number of what the question
    counts, if that document is not of another time than asked about."""
    noun = counted(question.text)
    value = counting(noun, best.text)
    for item in evidence if value else ():
        other = counting(noun, item.text)
        if (
            item.passage.doc_id != best.passage.doc_id
            and item.share >= _AS_LIKELY_ELSEWHERE * best.share
            and item.passage.kind == best.passage.kind
            and item.agreement >= best.agreement
            and other
            and not other & value
        ):
            return item
    return None
