"""Whether a number is last time's: «مقابل 31,5 في المائة في اليوم نفسه من السنة الماضية».

News gives the figure of the year before beside this year's; who does not ask for it wants the
other.
"""

from __future__ import annotations

import re

from rag.arabic import fold, forms
from rag.asked_time import asked_time
from rag.editions import years_and_editions
from rag.evidence import Evidence
from rag.numbers import numbers
from rag.polarity import direction
from rag.units import unit_terms

_YEAR = len("@2024")  # of the terms of times
_TIMES = (
    r"(?:السنه|العام|عام|الموسم|الدوره|النسخه|الفتره|الشهر|الاسبوع) (?:\w+ )?"
    r"(?:الماضي|السابق|المنصرم|الفارط|الفايت|(?:ا?للي|لي) فات\w*)ه?(?!\w)"
    r"|(?:السنه|العام|عام|الموسم|الدوره) (?:التي |الذي |(?:ا?ل)?لي )قبل\w*|قبل (?:سنه|عام)(?!\w)"
    r"|\b(?:an|annee|saison|campagne|edition|mois)s? (?:derni\w+|precedent\w*|passe\w*)"
    r"|\bil y a un an\b|\bun an (?:plus tot|auparavant|avant)\b"
    r"|\b(?:last|previous) (?:year|season|edition|month)\b|\ba year (?:ago|earlier|before)\b"
)
_OF_BEFORE = re.compile(_TIMES)
_ASKS = re.compile(
    rf"{_TIMES}|(?<!\w)(?:قبل|السابق\w*|الماضي\w*|لي فات\w*|9bel|fat|avant|precedent\w*|derni\w+"
    r"|before|previous\w*|earlier|last)(?!\w)"
)
# «مقارنة بالسنة الماضية» asks of both, "the last edition" mostly of the latest.
_OF_BOTH = re.compile(
    r"\b(?:last|derni\w+) edition\b|مقارن|مقابل|نسبه الي|\bcompar|par rapport|versus|\bthan\b"
)
_SAYS_WHEN = re.compile(r"و?(?:حين|عندما|لما)\b|(?:lorsqu|quand|when)", re.IGNORECASE)
# Of folded texts.
_THIS_YEAR = re.compile(
    r"(?:ال)?(?:سنه|عام) (?:الجاري|الحالي)ه?\b|\bهذه السنه\b|\bهذا العام\b"
    r"|\bcette annee\b|\bthis year\b"
)
_COMPARED = re.compile(
    r"\b[وف]?(?:مقابل|مقارنه|عن (?:سنه|عام|الدوره|السنه)|حسب|contre|par rapport|selon|against"
    r"|compared|versus|than|according)\b"
)
_CLAUSE_END = re.compile(r"[،؛;:]\s?|[.,]\s|[()]")


def asks_for_before(question: str) -> bool:
    """Whether a question names last year, or what was before."""
    return bool(_ASKS.search(fold(question)))


def wants_before(question: str, source: Evidence) -> bool:
    """Whether a question asks for what ``source`` gives as last time's: it names last year alone,
    or years before that of the document, which the document does not tell of itself."""
    folded = fold(question)
    if _OF_BEFORE.search(folded) and not _OF_BOTH.search(folded):
        return True
    asked = {term[:_YEAR] for term in asked_time(question, "").marks if term[1:_YEAR].isdigit()}
    passage = source.passage
    told = {term[:_YEAR] for term in unit_terms(f"{passage.title}\n{passage.text}")}
    return bool(asked) and max(asked) < f"@{passage.date}"[:_YEAR] and not asked <= told


def is_other_time(question: str, source: Evidence, start: int, end: int) -> bool:
    """Whether a number of the text of ``source`` is last time's and that is not asked for, or this
    time's where last time's is, and stands there."""
    text = source.text
    if wants_before(question, source):
        return _tells_before(text) and not is_of_before(text, start, end)
    return not asks_for_before(question) and is_of_before(text, start, end)


def is_of_other_year(question: str, text: str, start: int, end: int, date: str = "") -> bool:
    """Whether the clause of ``text`` around a span names years or editions, «this year» is that of
    ``date``, and none that ``question`` does, which names some of that sort; what it is compared
    with counts for nothing: «98 ألفا مقابل 90 ألفا سنة 2022»."""
    begins, ends = _around(text, start, end, _CLAUSE_END, _SAYS_WHEN)
    behind = _COMPARED.split(fold(text[end:ends]))[0]
    said = f"{text[begins:start]} {behind}"
    told = years_and_editions(said)
    if date and _THIS_YEAR.search(fold(said)):
        told |= years_and_editions(date[:4])
    asked = years_and_editions(question)
    sorts = {mark[0] for mark in asked} & {mark[0] for mark in told}
    return bool(sorts) and asked.isdisjoint(told)


def is_of_before(text: str, start: int, end: int) -> bool:
    """Whether the clause of ``text`` around a span says what was so last time, and not by how much
    something changed since."""
    said = clause(text, start, end)
    return bool(_OF_BEFORE.search(fold(said))) and not any(map(direction, forms(said)))


def clause(text: str, start: int, end: int) -> str:
    """The clause of ``text`` around a span, from one punctuation mark to the next."""
    begins, ends = _around(text, start, end, _CLAUSE_END)
    return text[begins:ends]


def _around(
    text: str, start: int, end: int, marks: re.Pattern[str], goes_on: re.Pattern[str] | None = None
) -> tuple[int, int]:
    """Where the stretch between ``marks`` around a span begins and ends; what ``goes_on`` goes with
    what stands before it: «سنة 2019، حين بلغ العدد 8.100»."""
    cuts = [found.end() for found in marks.finditer(text)]
    cuts = [place for place in cuts if not (goes_on and goes_on.match(text, place))]
    begins = max((place for place in cuts if place <= start), default=0)
    return begins, min((place for place in cuts if place >= end), default=len(text))


def tells_only_before(text: str) -> bool:
    """Whether ``text`` has numbers, and all of them are last time's."""
    found = numbers(text)
    return bool(found) and all(is_of_before(text, one.start, one.end) for one in found)


def _tells_before(text: str) -> bool:
    return any(is_of_before(text, one.start, one.end) for one in numbers(text))
