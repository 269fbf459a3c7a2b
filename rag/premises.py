"""What a question takes for granted or asks for, and its sources do not bear out.

A partial answer says it first: the sources are of another year than asked about, or of another
sort of amount; they say that a thing rose of which the question says that it fell; they give no
reason where one is asked for; of two things asked they hold one. Closed lists of words in three
languages and Darija decide, and only where the page itself says the contrary or holds nothing of
the kind: what is not seen is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal

from rag import phrases
from rag.alignment import is_same
from rag.amounts import of_two_sorts
from rag.arabic import fold, stem, stems
from rag.companies import asks_which_company, names_a_company
from rag.counts import counted_nouns, counting, may_count_any, measured
from rag.dates import may_tell_when, tells_when
from rag.dimensions import lacks_measure
from rag.evidence import Evidence
from rag.extract import likeliest
from rag.glossary import synonyms
from rag.kinds import has_kind, may_hold
from rag.meaning import in_arabic
from rag.parts import parts
from rag.people import names_someone, office
from rag.polarity import direction, is_negator, opposites
from rag.question import Question, understand
from rag.reasons import asks_why, gives_reason
from rag.statement import Item, read
from rag.things import MEASURES, MONEY, thing
from rag.units import unit_terms

Kind = Literal["other_time", "other_amount", "contradicted", "no_reason", "part_missing"]
_READ = 4  # sentences; as many as a language model is shown
_LOOKED_FOR = 8  # sentences among which one may contradict the question


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing or wrong. ``evidence``: with what contradicts the question first."""

    kind: Kind
    evidence: list[Evidence]


def shortfall(question: Question, evidence: Sequence[Evidence]) -> Shortfall | None:
    """What ``evidence``, best first and not empty, leaves open of ``question``; None if there is
    nothing that can be told."""
    found = list(evidence)
    why = asks_why(question.text)
    contrary = _contrary(question, evidence) or (_other_number(question, evidence) if why else None)
    if contrary:
        others = [item for item in found if item is not contrary]
        return Shortfall("contradicted", [contrary, *others])
    if evidence[0].agreement < 0:
        document = evidence[0].passage.doc_id
        found = [item for item in evidence if item.passage.doc_id == document]
        return Shortfall("other_time", found)
    texts = [item.text for item in evidence[:_READ]]
    if _is_other_amount(question, texts):
        return Shortfall("other_amount", found)
    if why and not any(map(gives_reason, texts)):
        return Shortfall("no_reason", found)
    if _lacks_part(question, texts):
        return Shortfall("part_missing", found)
    return None


def cannot_answer(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the first sentences hold nothing of what is asked for: no number, share or amount, no
    measure or age, nobody who holds an office, no word of time where a date is, or no company that
    is asked for by name."""
    texts = [text for item in evidence[:_LOOKED_FOR] for text in (item.text, item.passage.title)]
    likely = [item.text for item in likeliest(evidence)]
    if asks_which_company(question.text):
        return not any(names_a_company(text, question.text) for text in likely)
    first = [*likely, *(item.text for item in evidence[:_READ])]
    if question.wants == "date" and not any(map(may_tell_when, first)):
        return True
    if question.wants == "number" and not any(may_count_any(question, text) for text in likely):
        nouns = counted_nouns(question)
        return not any(counting(noun, text) for noun in nouns for text in texts)
    if lacks_measure(question.text, texts):
        return True
    return not may_hold(question, texts) or names_nobody(question, evidence)


def names_nobody(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether it is asked who holds an office, the likeliest sentences name no person, and none of
    the first ones names the office. Of names only the common ones are known."""
    held = office(question.text)
    if not held:
        return False
    meant = (held, *in_arabic(held, question.language))
    named = {stem(one) for word in meant for one in (word, *synonyms(word))}
    if any(names_someone(item.text, question.text) for item in likeliest(evidence)):
        return False
    return not any(
        not named.isdisjoint(stems(text))
        for item in evidence[:_LOOKED_FOR]
        for text in (item.text, item.passage.title)
    )


def opening(found: Shortfall, language: str) -> str:
    """The phrase in ``language`` (ar, fr, en) that a partial answer begins with."""
    return _OPENINGS[found.kind][language]


def _is_other_amount(question: Question, texts: Sequence[str]) -> bool:
    """Whether an amount of one sort is asked for, and ``texts`` give amounts of other sorts only:
    the budget, not the takings."""
    if question.wants != "money" or any(has_kind(question, text) for text in texts):
        return False
    return any(of_two_sorts(question.text, t) and not MONEY.isdisjoint(measured(t)) for t in texts)


def _lacks_part(question: Question, texts: Sequence[str]) -> bool:
    """Whether two things are asked, the second wants a number, a date or a reason, and ``texts``
    hold none."""
    for part in parts(question.text).questions[1:]:
        asked = understand(part)
        if not any(_may_answer(asked, text) for text in texts):
            return True
    return False


def _may_answer(asked: Question, text: str) -> bool:
    if asked.wants == "date":
        return tells_when(text) or any(t[0] == "@" for t in unit_terms(text))
    if asks_why(asked.text):
        return gives_reason(text)
    return has_kind(asked, text)


def _contrary(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence of the best page that says the opposite movement of what the question says of a
    thing; None if the page says the question's too."""
    items = read(question.text).items
    if any(map(is_negator, items)):
        return None
    page = _best_page(evidence)
    for place, item in enumerate(items):
        same, opposite = direction(item.form), opposites(item.form)
        if not _EXCLUSIVE.isdisjoint(same | opposite):
            if any(not opposite.isdisjoint(direction(other.form)) for other in items):
                continue
            subject = _subject(items[place + 1 :])
            moved = [one for one in page if subject and _moves(subject, opposite, one)]
            if subject and moved and not any(_moves(subject, same, one) for one in page):
                return moved[0]
    return None


def _other_number(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence of the best page that counts a thing differently than the question does; None
    if the page has the question's number too."""
    items = read(question.text).items
    page = _best_page(evidence)
    for item, next_ in pairwise(items):
        if not item.terms or item.terms[0][0] != "#" or not thing(next_.form):
            continue
        if thing(next_.form) in _MANY or any(
            item.terms[0] in read(one.passage.text).terms for one in page
        ):
            continue
        for one in page:
            if counting(next_.form, one.text):
                return one
    return None


def _best_page(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The first sentences that are of the best one's article, if it is of the time asked about."""
    return [
        item
        for item in evidence[:_LOOKED_FOR]
        if item.passage.doc_id == evidence[0].passage.doc_id
        and item.passage.kind == "article"
        and item.agreement >= 0
    ]


def _subject(items: Sequence[Item]) -> Item | None:
    """The first noun behind a movement, in its clause."""
    clause = takewhile(lambda item: not (item.opens or item.terms), items)
    said = (item for item in clause if not item.is_function_word and item.form not in _AMOUNT)
    return next(said, None)


def _moves(subject: Item, words: frozenset[str], evidence: Evidence) -> bool:
    """Whether ``evidence`` says that ``subject`` moved as ``words`` say: it stands close behind
    one of them, or before it in its clause, and no word for an opponent stands between («فوز
    الوداد على الرجاء»)."""
    items = read(evidence.text).items
    for place, item in enumerate(items):
        if words.isdisjoint(direction(item.form)) or any(map(is_negator, items[:place][-2:])):
            continue
        behind = takewhile(lambda other: not other.opens, items[place + 1 :])
        opened = item.opens
        before: list[Item] = []
        for other in reversed(items[:place]):
            if opened:
                break
            before.append(other)
            opened = other.opens
        for side, most in ((list(behind), _BEHIND), (before, _BEFORE)):
            free = list(takewhile(lambda other: other.form not in _AGAINST, side))
            said = [other for other in free if not other.is_function_word][:most]
            if any(is_same(subject, other) for other in said):
                return True
    return False


_OPENINGS = {
    "contradicted": phrases.CONTRADICTED,
    "other_time": phrases.OTHER_TIME,
    "other_amount": phrases.OTHER_AMOUNT,
    "no_reason": phrases.NO_REASON,
    "part_missing": phrases.PART_MISSING,
}


def _folded(names: str) -> frozenset[str]:
    return frozenset(fold(names).split())


_BEHIND, _BEFORE = 3, 5  # words that say something
# Between «تراجع» and what fell: «تراجع عدد الزوار».
_AMOUNT = _folded(
    "عدد نسبة حجم رقم قيمة معدل مستوى كمية مجموع nombre taux volume nombres part niveau number "
    "rate share level amount"
)
_AGAINST = _folded("على أمام ضد مع sur contre devant face against over by to with")
# Of these a page counts many: another number contradicts nothing.
_MANY = MEASURES | frozenset(
    "second minute hour day night week month year decade century person time page floor "
    "point".split()
)
# The pairs of which one holds of a thing at a time; what opened may have closed too.
_EXCLUSIVE = _folded("ارتفع فاز قبلت نجح")
