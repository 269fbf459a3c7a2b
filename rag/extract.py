"""An answer without a language model: the sentences of the sources, verbatim.

The likeliest sentence, and those nearly as likely; where they are items of a list, the list; where
another document counts the same thing differently, its sentence beside the first; where a reason or
a number is asked for and these do not give it, the next sentence of the page that does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from rag import phrases, prompt
from rag.amounts import of_one_sort, of_two_sorts
from rag.arabic import fold, forms
from rag.before import asks_for_before, tells_only_before
from rag.cite import Cited, Statement, assemble
from rag.conflict import differing
from rag.counts import counted_nouns, counting, may_count
from rag.dates import MONTH_OF, line_date
from rag.evidence import Evidence
from rag.kinds import has_kind
from rag.language import detect_document
from rag.parts import asks_two, parts
from rag.people import asks_who, names_someone
from rag.question import Question, understand
from rag.reasons import asks_why, gives_reason
from rag.restated import restated
from rag.shown import iso_date
from rag.translit import named_in, names

# On the dev half of the own set the answer is in the first sentence for 54 of 100 questions, in one
# of the first three for 75 (eval/LOG.md).
_MOST = 3
_NEARLY_AS_LIKELY = 0.2
_HALF, _SURE = 0.5, 0.7
_FULL_SENTENCE = 5
_MOST_ITEMS = 13  # with what announces them
_MARK = re.compile(r"[-–—•*·▪◦]\s")
# «أولها منع القلع.», «وثانيها ...», "Second, ...", of folded texts.
_FIRST = re.compile(r"(?:اول(?:ا|ها|هما|هم)|اولي|premierement|d'abord|first(?:ly)?,)\b")
_NEXT = re.compile(
    r"و?(?:ثاني|ثالث|رابع|خامس|سادس|سابع)(?:ا|ها|هما|هم)\b"
    r"|(?:deux|trois|quatr|cinqu)iemement\b|(?:ensuite|enfin)\b|(?:second|third|fourth)(?:ly)?,"
)
_LOOKED_FOR = 8  # sentences among which another count is looked for
_READ = 4  # sentences among which a reason or a number is looked for


def extract(question: Question, evidence: Sequence[Evidence], lead: str = "") -> Cited:
    """The answer behind ``lead``, or else a fixed phrase in the question's language; ``evidence``:
    best first, not empty."""
    language = prompt.answer_language(question.language)
    chosen = likeliest(evidence)
    if question.wants != "date":
        lines = [item for item in evidence if not _is_dateline(item)] or evidence
        chosen = [item for item in chosen if item in lines] or likeliest(lines)
    if question.wants in ("share", "money", "date"):
        chosen += _first(chosen, evidence, lambda item: has_kind(question, item.text))
    if question.wants == "money":
        chosen = [i for i in chosen if not of_two_sorts(question.text, i.text)] or chosen
        chosen = _led(chosen, evidence, lambda item: _is_amount(question, item.text))
    if asks_why(question.text):
        chosen += _first(chosen, evidence, lambda item: gives_reason(item.text))
    if asks_who(question.text):
        chosen += _first(chosen, evidence, lambda item: names_someone(item.text, question.text))
    nouns = counted_nouns(_last(question)) or counted_nouns(question)
    if question.wants == "number" and nouns:
        chosen = _led(
            chosen, evidence, lambda item: any(counting(noun, item.text) for noun in nouns)
        )
    if question.wants in ("number", "share", "money") and not asks_for_before(question.text):
        chosen = sorted(chosen, key=lambda item: tells_only_before(item.text))
    if chosen[0].passage.kind == "comment":
        lead = phrases.BY_A_READER[language]
    found = (differing(question, item, evidence) for item in chosen)
    other = next((item for item in found if item), None)
    elsewhere = [other] if other else []
    read = (language, detect_document(chosen[0].text))
    if read in phrases.QUOTED and not lead:
        said = _restated(question, chosen, evidence[:_LOOKED_FOR], language)
        also = said and _restated(question, elsewhere, elsewhere, language)
        if said and len(also) == len(elsewhere):
            return assemble(said, phrases.RESTATED[read], also, phrases.ELSEWHERE[language])
    shown = [(item.text, [item]) for item in chosen if item != other]
    lead = lead or phrases.QUOTED.get(read, phrases.ACCORDING_TO[language])
    return assemble(
        shown, lead, [(item.text, [item]) for item in elsewhere], phrases.ELSEWHERE[language]
    )


def _last(question: Question) -> Question:
    """What is asked last where a question is read with those before it."""
    return understand(parts(question.text).questions[-1]) if question.joined else question


def _restated(
    question: Question, chosen: Sequence[Evidence], read: Sequence[Evidence], language: str
) -> list[Statement]:
    """What the first of ``chosen`` says to the question, in ``language``, if it is a value; or the
    first of them that counts what is asked for, if no sentence of its document among those ``read``
    counts it otherwise. What
    may be of something else is not said: only a sentence that is likely, or has half of the
    question's words around it, gives it, and only one thing is asked."""
    if asks_two(question.text):
        return []
    found = [
        (said, item)
        for item in (chosen if question.wants == "number" else chosen[:1])
        if (said := restated(question, item.text, language, iso_date(item)))
        and _is_of_the_named(question, item)
        and max(item.share, item.coverage) >= _HALF
    ]
    if not found:
        return []
    said, first = found[0]
    if question.wants == "number" and first.share < _SURE:
        page = [item.text for item in read if item.passage.doc_id == first.passage.doc_id]
        nouns = counted_nouns(question)
        if len({one for text in page for noun in nouns for one in may_count(noun, text)}) > 1:
            return []
    if any(other != said for other, i in found if i.passage.doc_id == first.passage.doc_id):
        return []
    return [(f"{said[0].upper()}{said[1:]}.", [first])]


def _is_of_the_named(question: Question, item: Evidence) -> bool:
    """Whether its passage or title has one of the names of a French or English question, if that
    has any."""
    said = [name for name in names(question.text) if fold(name) not in MONTH_OF]
    held = forms(f"{item.passage.title}\n{item.passage.text}")
    return not said or any(named_in(name, held) or fold(name) in held for name in said)


def _led(
    chosen: Sequence[Evidence], evidence: Sequence[Evidence], answers: Callable[[Evidence], bool]
) -> list[Evidence]:
    """``chosen`` with what ``_first`` adds, those in front that ``answers``; a list as it is."""
    together = [*chosen, *_first(chosen, evidence, answers)]
    if list_of(chosen[0], evidence):
        return together
    return sorted(together, key=lambda item: not answers(item))


def _first(
    chosen: Sequence[Evidence], evidence: Sequence[Evidence], answers: Callable[[Evidence], bool]
) -> list[Evidence]:
    """The first sentence of the best one's text that ``answers``, if none of ``chosen`` does."""
    if any(map(answers, chosen)):
        return []
    best = chosen[0].passage
    given = (
        item
        for item in evidence[:_READ]
        if (item.passage.doc_id, item.passage.kind) == (best.doc_id, best.kind)
        and _stands_alone(item)
        and answers(item)
    )
    return list(islice(given, 1))


def _is_amount(question: Question, text: str) -> bool:
    """Whether a text gives an amount and names the sort that is asked for."""
    return of_one_sort(question.text, text) and has_kind(question, text)


def likeliest(evidence: Sequence[Evidence], nearly: float = _NEARLY_AS_LIKELY) -> list[Evidence]:
    """The first of ``evidence``, and those at least ``nearly`` as likely, three at most; or the
    list it is of, or the first list that one of the others is of behind it."""
    best = evidence[0]
    if items := list_of(best, evidence):
        return items
    others = _others(best, evidence, nearly)
    items = next(filter(None, (list_of(item, evidence) for item in others)), [])
    alone = [item for item in others if item not in items]
    return [best, *(item for item in items if item != best), *alone]


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


def list_of(best: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What ``best``, one of ``evidence``, announces, or the list it is an item of with what
    announces it, a sentence with a colon or a heading; [] where there is no list, or one of more
    than twelve."""
    passage = sorted(
        (item for item in evidence if item.passage.id == best.passage.id), key=lambda e: e.start
    )
    place = passage.index(best)
    first = place
    while (
        first > 0 and passage[first].text[-1] != ":" and _goes_on(*passage[first - 1 : first + 1])
    ):
        first -= 1
    if not _announces(passage, first):
        first -= 1
        if not _announces(passage, first):
            return []
    last = first + 1
    while last + 1 < len(passage) and _goes_on(*passage[last : last + 2]):
        last += 1
    items = passage[first : last + 1]
    if len(items) > _MOST_ITEMS:
        return []
    return items if len(items) > 2 or (len(items) == 2 and place == first) else []


def _announces(passage: Sequence[Evidence], place: int) -> bool:
    """Whether a list begins in or behind a sentence: it has a colon, «ثلاثة أمور: الأول كذا؛», or
    is a heading over what ends in a semicolon."""
    if not 0 <= place < len(passage) - 1:
        return False
    item = passage[place]
    if _FIRST.match(fold(passage[place + 1].text)):
        return True
    is_heading = item.text[-1].isalnum() and item.text != item.passage.title
    return (":" in item.text and item.text[-1] in "؛;:") or (
        is_heading and passage[place + 1].text[-1] in "؛;"
    )


def _goes_on(item: Evidence, following: Evidence) -> bool:
    """Whether two sentences of a passage, one behind the other, are of one list: the first ends in
    a semicolon, or the second is a line with a mark."""
    offset = item.passage.start
    between = item.passage.text[item.end - offset : following.start - offset]
    if _NEXT.match(fold(following.text)):
        return True
    return item.text[-1] in "؛;" or ("\n" in between and bool(_MARK.match(following.text)))
