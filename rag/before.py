"""Whether a number is last time's: «مقابل 31,5 في المائة في اليوم نفسه من السنة الماضية».

News gives the figure of the year before beside this year's; who does not ask for it wants the
other.
"""

from __future__ import annotations

import re

from rag.arabic import fold, forms
from rag.numbers import numbers
from rag.polarity import direction

_TIMES = (
    r"(?:السنه|العام|عام|الموسم|الدوره|النسخه|الفتره|الشهر|الاسبوع) (?:\w+ )?"
    r"(?:الماضي|السابق|المنصرم|الفارط|الفايت|(?:ا?للي|لي) فات\w*)ه?(?!\w)"
    r"|قبل (?:سنه|عام)(?!\w)"
    r"|\b(?:an|annee|saison|campagne|edition|mois)s? (?:derni\w+|precedent\w*|passe\w*)"
    r"|\bil y a un an\b|\bun an (?:plus tot|auparavant|avant)\b"
    r"|\b(?:last|previous) (?:year|season|edition|month)\b|\ba year (?:ago|earlier|before)\b"
)
_OF_BEFORE = re.compile(_TIMES)
_ASKS = re.compile(
    rf"{_TIMES}|(?<!\w)(?:قبل|السابق\w*|الماضي\w*|لي فات\w*|9bel|fat|avant|precedent\w*|derni\w+"
    r"|before|previous\w*|earlier|last)(?!\w)"
)
_CLAUSE_END = re.compile(r"[،؛;:]\s?|[.,]\s|[()]")


def asks_for_before(question: str) -> bool:
    """Whether a question names last year, or what was before."""
    return bool(_ASKS.search(fold(question)))


def is_of_before(text: str, start: int, end: int) -> bool:
    """Whether the clause of ``text`` around a span says what was so last time, and not by how much
    something changed since."""
    said = clause(text, start, end)
    return bool(_OF_BEFORE.search(fold(said))) and not any(map(direction, forms(said)))


def clause(text: str, start: int, end: int) -> str:
    """The clause of ``text`` around a span, from one punctuation mark to the next."""
    ends = [found.end() for found in _CLAUSE_END.finditer(text)]
    begins = max((place for place in ends if place <= start), default=0)
    return text[begins : min((place for place in ends if place >= end), default=len(text))]


def tells_only_before(text: str) -> bool:
    """Whether ``text`` has numbers, and all of them are last time's."""
    found = numbers(text)
    return bool(found) and all(is_of_before(text, one.start, one.end) for one in found)
