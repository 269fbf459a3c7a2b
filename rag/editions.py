"""Years and editions that a text names: what tells one year's event from the next year's.

«الدورة الـ8», «نسخته الثامنة», «الذكرى السادسة والستون», "8e édition", "the eighth session" and
"XIIe congrès": numbers and ordinals count only beside a word for an edition, a gathering or an
anniversary, and digits alone only where nothing is counted by them («في الدورة 120 عارضا»).
Offsets are into the folded text (``rag.arabic.fold``).
"""

from __future__ import annotations

import re

from rag.arabic import fold
from rag.ordinals import closing_ordinal, leading_ordinal
from rag.time_terms import Mention

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT = re.compile(
    r"(?P<memory>ذكر(?:ي|اه|اها)(?!\w))"
    r"|(?P<edition>(?:دور|نسخ|طبع)ت(?:ه|ها|هم|نا)(?!\w)|موسم(?:ه|ها)(?!\w)"
    r"|(?:ال|لل)(?:دوره|دورات|نسخه|طبعه|موسم)(?!\w))"
    r"|(?P<gathering>(?:ال|لل)(?:قمه|موتمر|مهرجان|ملتقي|منتدي|معرض|عيد)(?!\w)|عيد(?!\w))"
    r"|(?P<indefinite>(?<!ب)(?:دوره|نسخه|طبعه|موسم)(?!\w))"
    r"|(?P<latin_edition>\b(?:edition|anniversaire|anniversary|session|saison|season)s?\b)"
    r"|(?P<latin_gathering>\b(?:congres|congress|sommet|summit|salon|festival|forum|conference"
    r"|foire|fair)\b)"
)
# Words let through between the event and its number; «المرتبة», "jour" have a number themselves.
_BETWEEN_ARABIC = re.compile(
    r"\s+(?!(?:ال)?(?:جاءزه|جايزه|مرتبه|رتبه|مركز|مره|يوم|جلسه|جوله|دوره|نسخه|سنه|عام)(?!\w))"
    r"(?P<definite>ال)?[^\W\d_]+"
)
_BETWEEN_LATIN = re.compile(
    r"(?<![^\W_])(?!(?:jour|journee|day|of|du|des?|d|la|les?|l|the|in|en|au|a|place|prix|prize|half"
    r"|siecle|century)\b)(?:et\s+)?[a-z]+\s+$"
)
_MOST_BETWEEN = {"memory": 3, "edition": 2, "gathering": 1, "latin_edition": 2}
_GAP = r"[\s()«»\"'-]*"
_NUMBER = r"(?P<number>\d{1,3})(?!\d|[.,:/٫-]\d|\s?%)"
_DIGITS = re.compile(rf"{_GAP}(?:رقم\s*|ال\s?){_NUMBER}")
# «الدورة 8 للمعرض», not «في الدورة 120 عارضا»
_BARE_DIGITS = re.compile(
    rf"{_GAP}{_NUMBER}(?=\s*(?:$|[^\w\s%]|ال(?!فا?\s|في\s|اف\s)\w|ل\w|من\s|في\s|ديال\s|سنه\s|عام\s))"
)
_LATIN_BEFORE = re.compile(
    r"(?<![\w.,/:-])(?:ال)?(?P<number>\d{1,3})\s?(?:e|i?emes?|ere?|st|nd|rd|th)\s+$"
)
_LATIN_AFTER = re.compile(
    rf"\s+(?:(?:n\s?[°o]|no|number)\.?\s*|#)?{_NUMBER}(?=\s*(?:$|[^\w\s%]|d[eu]s?\s|d'|of\s|at\s|in\s))"
)
_ROMAN_BEFORE = re.compile(
    r"\b(?=[ivx]|lx)(?P<number>(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?P<suffix>e|i?eme|ere?|th)?\s+$"
)
_NTH_BEFORE = re.compile(
    r"(?<![^\W_])[وفبكل]?(?P<nth>اول|ثاني|تاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)\s+$"
)
_BEFORE = 60  # characters looked at before a word


def years_and_editions(text: str) -> frozenset[str]:
    """The marks of ``text``: ``y`` and a year, ``e`` and the number of an edition."""
    folded = fold(text)
    marks = {f"y{year}" for year in _YEAR.findall(folded)}
    marks |= {f"e{term[1:]}" for mention in editions(folded) for term in mention.terms}
    return frozenset(marks)


def editions(folded: str) -> list[Mention]:
    """The numbers of editions and anniversaries in ``folded``, in order: «الدورة الـ8» gives
    ``^8`` where its 8 stands."""
    found = []
    for event in _EVENT.finditer(folded):
        kind = event.lastgroup or ""
        before = folded[max(0, event.start() - _BEFORE) : event.start()]
        if kind.startswith("latin"):
            place = _before_latin(kind, before, event.start()) or (
                _in_digits(_LATIN_AFTER, folded, event.end()) if kind == "latin_edition" else None
            )
        elif nth := _NTH_BEFORE.search(before):
            number, _ = leading_ordinal(f"ال{nth['nth']}", 0)
            place = number, event.start() - len(before) + nth.start("nth"), event.start()
        else:
            place = _after_arabic(kind, folded, event.end())
        if place and place[0]:
            number, start, end = place
            found.append(Mention(start, end, (f"^{number}",)))
    return found


def _after_arabic(kind: str, folded: str, start: int) -> tuple[int, int, int] | None:
    """The number said after an event, and where."""
    if kind != "gathering" and (bare := _in_digits(_BARE_DIGITS, folded, start)):
        return bare
    for _ in range(_MOST_BETWEEN.get(kind, 0) + 1):
        number, end = leading_ordinal(folded, start)
        if number:
            return number, start, end
        if digits := _in_digits(_DIGITS, folded, start):
            return digits
        between = _BETWEEN_ARABIC.match(folded, start)
        if not between or not (between["definite"] or kind == "memory"):
            return None
        start = between.end()
    return None


def _before_latin(kind: str, before: str, offset: int) -> tuple[int, int, int] | None:
    """The number said before an event that stands at ``offset``, and where."""
    offset -= len(before)
    for _ in range(_MOST_BETWEEN.get(kind, 0) + 1):
        if match := _LATIN_BEFORE.search(before):
            return int(match["number"]), offset + match.start("number"), offset + match.end()
        number, start = closing_ordinal(before)
        if number:
            return number, offset + start, offset + len(before)
        roman = _ROMAN_BEFORE.search(before)
        if roman and (roman["suffix"] or len(roman["number"]) > 1):
            return _roman(roman["number"]), offset + roman.start(), offset + roman.end()
        between = _BETWEEN_LATIN.search(before)
        if not between:
            return None
        before = before[: between.start()]
    return None


def _in_digits(pattern: re.Pattern[str], folded: str, start: int) -> tuple[int, int, int] | None:
    match = pattern.match(folded, start)
    return (int(match["number"]), *match.span("number")) if match else None


def _roman(numeral: str) -> int:
    """XIV is 14: a sign before a greater one is taken off."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[sign] for sign in numeral]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )
