"""Sources that disagree: another document that gives another number for the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rag.arabic import fold
from rag.asked_time import asked_time
from rag.counts import counted, counting, measured
from rag.evidence import Evidence
from rag.question import ASKED, Question
from rag.statement import Item, keys, read
from rag.things import MONEY

_AS_LIKELY = 0.05
_SHARED = 2  # words of the question
# What a page need not say alike: when it was, and that people came.
_SAID_OTHERWISE = frozenset().union(
    *(
        keys(fold(word))
        for word in (
            "الصيف الشتاء الربيع الخريف استقبل استقطب جذب حضر زار شارك سجل بلغ عرف شهد تجاوز كان "
            "receive received draw drew attract attend attended visit visited come came take part "
            "recevoir reçu accueillir accueilli accueillis attirer participer participé compter"
        ).split()
    )
)


def differing(
    question: Question, stated: Evidence, evidence: Sequence[Evidence]
) -> Evidence | None:
    """The likeliest sentence of another document that gives another number of what the question
    counts or measures than ``stated``, unless it is of another time than asked about, or older
    where the latest is asked for, or one is a reader's comment and the other is not; None where
    there is none, or ``stated`` has no such number."""
    noun = counted(question.text)
    value = counting(noun, stated.text)
    newest = asked_time(question.text, "").newest
    for item in evidence:
        if (
            item.passage.doc_id == stated.passage.doc_id
            or item.passage.kind != stated.passage.kind
            or item.agreement < stated.agreement
            or (newest and item.passage.date < stated.passage.date)
        ):
            continue
        if value:
            other = counting(noun, item.text)
            counts_otherwise = other and not other & value
            differs = counts_otherwise and item.share >= _AS_LIKELY * stated.share
        else:
            differs = _measures_otherwise(question, stated, item)
        if differs and _is_of_the_same(question, stated, item):
            return item
    return None


def _measures_otherwise(question: Question, stated: Evidence, other: Evidence) -> bool:
    """Whether both sentences hold words of the question in common, and one number each of the same
    unit of the kind asked for («4,2 أطنان», «ستة أطنان»), and these differ."""
    if question.wants not in ("number", "share", "money"):
        return False
    one, two = read(stated.text).keys, read(other.text).keys
    shared = [i for i in _asked(question) if not (i.keys.isdisjoint(one) or i.keys.isdisjoint(two))]
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


def _is_of_the_same(question: Question, stated: Evidence, other: Evidence) -> bool:
    """Whether the other's passage holds every word of the question that the first one's does: the
    area of Oman is not held against that of Iceland, nor one fair's visitors against another's."""
    page, others = _passage(stated), _passage(other)
    return not any(
        i.keys.isdisjoint(others) for i in _asked(question) if not i.keys.isdisjoint(page)
    )


def _asked(question: Question) -> list[Item]:
    """The words of a question that tell what it is about."""
    words = (i for i in read(question.text).items if i.form and not i.is_function_word)
    return [i for i in words if i.form not in ASKED and i.keys.isdisjoint(_SAID_OTHERWISE)]


def _is_wanted(unit: str, question: Question) -> bool:
    if question.wants == "number":  # «كم بلغت الخسائر؟» does not say of what
        return unit != "percent"
    return unit in MONEY if question.wants == "money" else unit == "percent"


def _passage(item: Evidence) -> frozenset[str]:
    return read(f"{item.passage.title}\n{item.passage.text}").keys
