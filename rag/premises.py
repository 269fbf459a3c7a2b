"""What a question takes for granted or asks for, and its sources do not bear out.

A partial answer says it first: the sources are of another year than asked about; they say that a
thing rose of which the question says that it fell; they give no reason where one is asked for; of
two things asked they hold one. Closed lists of words in three languages and Darija decide, and only
where the page itself says the contrary or holds nothing of the kind: what is not seen is not said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from rag import phrases
from rag.arabic import fold
from rag.editions import years_and_editions
from rag.evidence import Evidence
from rag.kinds import has_kind
from rag.alignment import is_same
from rag.polarity import direction, is_negator, opposites
from rag.question import Question, understand
from rag.statement import Item, read

Kind = Literal["other_time", "contradicted", "no_reason", "part_missing"]
_READ = 4  # sentences; as many as a language model is shown
_LOOKED_FOR = 8  # sentences among which one may contradict the question


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing or wrong. ``said``: the part of the question that has no answer, or the
    years of the sources, as text; "" where there is nothing to name. ``evidence``: with what
    contradicts the question first."""

    kind: Kind
    said: str
    evidence: list[Evidence]


def shortfall(question: Question, evidence: Sequence[Evidence]) -> Shortfall | None:
    """What ``evidence``, best first and not empty, leaves open of ``question``; None if there is
    nothing that can be told."""
    found = list(evidence)
    if contrary := _contrary(question, evidence):
        others = [item for item in found if item is not contrary]
        return Shortfall("contradicted", "", [contrary, *others])
    if evidence[0].agreement < 0:
        return Shortfall("other_time", _years_of(question, evidence[0]), found)
    read_ = [item.text for item in evidence[:_READ]]
    if _WHY.search(fold(question.text)) and not any(_REASON.search(fold(text)) for text in read_):
        return Shortfall("no_reason", "", found)
    if part := _part_missing(question, read_):
        return Shortfall("part_missing", part, found)
    return None


def opening(found: Shortfall, language: str) -> str:
    """The phrase in ``language`` (ar, fr, en) that a partial answer begins with."""
    if found.kind == "other_time" and found.said:
        return phrases.OTHER_YEAR[language].format(said=found.said)
    return _OPENINGS[found.kind][language].format(said=found.said)


def _years_of(question: Question, best: Evidence) -> str:
    """The year of ``best`` by its page's heading, date and words, "" if they name several or the
    question names an edition only."""
    if not any(mark.startswith("y") for mark in years_and_editions(question.text)):
        return ""
    shown = (best.text, best.passage.title, best.passage.date)
    years = {mark for mark in years_and_editions("\n".join(shown)) if mark.startswith("y")}
    return years.pop()[1:] if len(years) == 1 else ""


def _part_missing(question: Question, texts: Sequence[str]) -> str:
    """The second of two things asked, if it wants a number, a date or a reason and ``texts`` hold
    none; "" otherwise."""
    first, *others = _PART.split(question.text)
    for part in others if first.strip() else ():
        asked = replace(understand(part), joined="")
        wants = asked.wants != "other"
        if wants and not any(has_kind(asked, text) for text in texts):
            return part.strip(" ؟?.")
        if _WHY.search(fold(part)) and not any(_REASON.search(fold(text)) for text in texts):
            return part.strip(" ؟?.")
    return ""


def _contrary(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence of the best page that says the opposite movement of what the question says of a
    thing; None if the page says the question's too."""
    items = read(question.text).items
    if any(map(is_negator, items)):
        return None
    page = [
        item
        for item in evidence[:_LOOKED_FOR]
        if item.passage.doc_id == evidence[0].passage.doc_id
        and item.passage.kind == "article"
        and item.agreement >= 0
    ]
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
# The pairs of which one holds of a thing at a time; what opened may have closed too.
_EXCLUSIVE = _folded("ارتفع فاز قبلت نجح")
# Of folded texts.
_WHY = re.compile(
    r"^\W*(?:[وف]|et |and |w |wa )?(?:لماذا|علاش|لاي سبب|لم (?!ي|ت)\w|ما (?:هو |هي )?(?:ال)?(?:سبب|اسباب)"
    r"|ما الذي (?:دفع|جعل)|ما الدافع|شنو (?:هو )?(?:ال)?سبب|كيف (?:ي|ت)?فسر|pourquoi|comment (?:s'|se |"
    r"peut-on )?expliqu|quelles? (?:est|sont|etait|etaient|fut|furent) l(?:a|es) (?:cause|raison)s?"
    r"|why|how come|what (?:is|was|are|were) the (?:cause|reason)s?|what (?:caused|explains|led|made)"
    r"|3lach|3lah|3laach|alach)\b"
)
_REASON = re.compile(
    r"\b[وف]?(?:بسبب|(?:ال)?سبب\w*|اسباب\w*|نتيجه|جراء|نظرا|لان\w*|بفضل|لكون\w*|كون\w*|لعدم|لغياب|لنقص"
    r"|لقله|لسوء|لضعف|لارتفاع|لتراجع|لتفادي|لتجنب|لضمان|لكي|كي|بغيه|بهدف|من اجل|قصد|بدعوي|بداعي|بحجه"
    r"|ل?عز[اي]\w*|عزت|يعزو|تعزو|ارجع\w*|يرجع|ترجع|راجع|يعود|تعود|مرد\w*|اثر|تحت ضغط|فضل"
    r"|حيت|حقاش|علي ود|علي قبل|علي حساب|باش|بسباب|ادي الي|ادت الي|بالنظر|وفاء|خوفا|حرصا|احتجاجا|رغبه"
    r"|7it|hit|bach|bsabab|7e99ach|7a9ach)\b"
    r"|\bل(?:ت\w{2,}ي\w?|ا\w{4,})\b|\b(?:بعد|عقب) (?:ان|ما)\b|\bلجمع\w*|\bمما\b|\bاذ\b"
    r"|\b(?:car|parce qu|puisqu|comme|caus\w+|raison\w*|grace|suite|du fait|dus?|dues?|faute|afin|pour"
    r"|provoqu\w+|expliqu\w+|motif\w*|result\w+|en effet|because|since|owing|thanks|in order|so that"
    r"|reasons?|expla\w+|attribut\w+|blam\w+|led to|lead to|as|after|to \w+)\b"
)
# A second question: «..., وكم بلغت؟», "... et quand ?"
_PART = re.compile(
    r"[،,؛;؟?]?\s+(?=(?:و\s?|et |and |w )(?:كم|بكم|متى|لماذا|علاش|شحال|بشحال|فوقاش|وقتاش|إمتى"
    r"|ما (?:عدد|نسبة|ثمن|سعر|قيمة|سبب|أسباب|السبب)|combien|quand|pourquoi|how (?:many|much)|when|why"
    r"|b?ch7al|b?chhal|3lach|fo9ach|imta)(?![^\W_]))",
    re.IGNORECASE,
)
