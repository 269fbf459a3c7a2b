"""An answer without a language model: the sentences of the sources, verbatim.

The likeliest sentence, and those nearly as likely; where they are items of a list, the list; where
another document counts the same thing differently, its sentence beside the first; where a reason is
asked for and these give none, the next sentence of the page that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from rag import phrases, prompt
from rag.arabic import fold, forms
from rag.cite import Cited, assemble
from rag.conflict import differing
from rag.dates import line_date
from rag.evidence import Evidence
from rag.language import detect_document
from rag.question import Question
from rag.reasons import asks_why, gives_reason

# On the dev half of the own set the answer is in the first sentence for 54 of 100 questions, in one
# of the first three for 75 (eval/LOG.md).
_MOST = 3
_NEARLY_AS_LIKELY = 0.2
_FULL_SENTENCE = 5
_READ = 4  # sentences among which a reason is looked for


def extract(question: Question, evidence: Sequence[Evidence], lead: str = "") -> Cited:
    """The answer behind ``lead``, or else a fixed phrase in the question's language; ``evidence``:
    best first, not empty."""
    language = prompt.answer_language(question.language)
    chosen = likeliest(evidence)
    if question.wants != "date":
        lines = [item for item in evidence if not _is_dateline(item)] or evidence
        chosen = [item for item in chosen if item in lines] or likeliest(lines)
    if asks_why(question.text):
        chosen += _reason(chosen, evidence)
    found = (differing(question, item, evidence) for item in chosen)
    other = next((item for item in found if item), None)
    shown = [(item.text, [item]) for item in chosen if item != other]
    elsewhere = [(other.text, [other])] if other else []
    quoted = (language, detect_document(chosen[0].text))
    lead = lead or phrases.QUOTED.get(quoted, phrases.ACCORDING_TO[language])
    return assemble(shown, lead, elsewhere, phrases.ELSEWHERE[language])


def _reason(chosen: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The first sentence of the best one's text that gives a reason, if none of ``chosen`` does."""
    if any(gives_reason(item.text) for item in chosen):
        return []
    best = chosen[0].passage
    given = (
        item
        for item in evidence[:_READ]
        if (item.passage.doc_id, item.passage.kind) == (best.doc_id, best.kind)
        and _stands_alone(item)
        and gives_reason(item.text)
    )
    return list(islice(given, 1))


def likeliest(evidence: Sequence[Evidence], nearly: float = _NEARLY_AS_LIKELY) -> list[Evidence]:
    """The first of ``evidence``, and those at least ``nearly`` as likely, three at most; or the
    list it is of."""
    return _list_of(evidence[0], evidence) or [evidence[0], *_others(evidence[0], evidence, nearly)]


def _others(best: Evidence, evidence: Sequence[Evidence], nearly: float) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for item in evidence[1:]:
        if (
            item.share >= nearly * best.share
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


def _is_dateline(item: Evidence) -> bool:
    """Whether a line says but where and when its page was written («Taza, le 3 mars 2025»)."""
    return bool(line_date(item.text)) and not item.text.endswith((".", "!", "؟", "?"))


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
