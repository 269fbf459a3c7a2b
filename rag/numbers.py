"""Numbers as they are written: digits of any script, words, and mixtures of both.

«مليون و150 ألف», «1 150 000» and "1.15 million" have the same value, so an answer's numbers can
be looked for in its sources. «14.500» and «14,500» are read as thousands, as Moroccan, French
and English pages mostly mean them; «2,3» and «2.5» as decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.arabic import Word, fold, words


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, and ``text[start:end]`` that says it."""

    value: float
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """The numbers of ``text`` in order. One alone in words («واحد», "un") is not counted: it is
    an article or a pronoun more often than a number."""
    found: list[Number] = []
    tokens = words(text)
    index = 0
    while index < len(tokens):
        value, past = _read(text, tokens, index)
        if value is not None:
            found.append(Number(value, tokens[index].start, tokens[past - 1].end))
        index = max(past, index + 1)
    return found


def values(text: str) -> set[float]:
    """The values of the numbers of ``text``."""
    return {number.value for number in numbers(text)}


def _read(text: str, tokens: list[Word], index: int) -> tuple[float | None, int]:
    """The value that begins at ``tokens[index]``, or None, and the index past it."""
    total, current, largest = 0.0, None, float("inf")
    past = index
    said_in_digits = False
    while index < len(tokens):
        form, joined = tokens[index].form, past == index
        if form in _AND and past > 0 and total + (current or 0) and index + 1 < len(tokens):
            index += 1
            form, joined = tokens[index].form, True
            linked = True
        else:
            form, linked = _without_and(form)
        started = current is not None or total > 0
        if started and not joined or started and not _adjacent(text, tokens, past, index):
            break
        if form[0].isdigit():
            if current is not None:
                if not _continues_thousands(text, tokens, index, current):
                    break
                current = current * 1000 + float(form)
            elif started and not linked:
                break
            else:
                current = _float(form)
            said_in_digits = True
        elif form in _SCALES:
            scale, times = _SCALES[form]
            if scale >= largest or (times == 0 and current is None):
                break
            total += (current if current is not None else max(times, 1)) * scale
            current, largest = None, scale
        elif form in _HUNDREDS and current is not None and 2 <= current <= 9:
            current *= 100
        elif form in _WORDS:
            value = _WORDS[form]
            if current is None:
                if started and not linked and form not in _LATIN:
                    break
                current = value
            elif form in ("vingt", "vingts") and current == 4:
                current = 80
            elif form in _TEN and not linked and 3 <= current % 100 <= 9:
                current += 10
            elif (linked or form in _LATIN) and not said_in_digits and _adds(current, value):
                current += value
            else:
                break
        else:
            break
        index += 1
        past = index
    if current is None and total == 0:
        return None, past
    value = total + (current or 0)
    if value == 1 and not said_in_digits:
        return None, past
    return value, past


def _adjacent(text: str, tokens: list[Word], past: int, index: int) -> bool:
    """Whether only white space, a hyphen or an «and» lies between two tokens."""
    between = fold(text[tokens[past - 1].end : tokens[index].start])
    return re.fullmatch(r"[\s\-]*(?:(?:و|et|and)[\s\-]*)?", between) is not None


def _continues_thousands(text: str, tokens: list[Word], index: int, current: float) -> bool:
    """«1 150 000»: a group of three digits after a single space, the first of one to three."""
    gap = text[tokens[index - 1].end : tokens[index].start]
    form, before = tokens[index].form, tokens[index - 1].form
    return (
        len(gap) == 1
        and gap.isspace()
        and gap != "\n"
        and re.fullmatch(r"\d{3}", form) is not None
        and re.fullmatch(r"\d{1,3}", before) is not None
        and current >= 1
    )


def _adds(current: float, value: float) -> bool:
    """«ستة وستين» 6 + 60, «ثلاثمائة وستين» 300 + 60, "soixante dix" 60 + 10; not «3 و4»."""
    if value < 10:
        return current % 10 == 0 and current >= 20
    if value < 20:
        return current % 100 == 0 or current in (60, 80)
    if value < 100:
        return current < 10 or current % 100 == 0 or current % 100 < 10
    return False


def _without_and(form: str) -> tuple[str, bool]:
    """Take the conjunction off «وستين» when a number word remains."""
    if form.startswith("و") and form[1:] in _KNOWN:
        return form[1:], True
    return form, False


def _float(form: str) -> float:
    try:
        return float(form)
    except ValueError:  # a date or a version: 21.12.2021
        return float(form.replace(".", ""))


def _table(lines: str) -> dict[str, float]:
    """``value: word word`` lines into folded word to value."""
    table: dict[str, float] = {}
    for line in lines.strip().splitlines():
        value, names = line.split(":")
        for name in names.split():
            table[fold(name)] = float(value)
            if value.strip() != "100" and name.endswith("ون"):
                table[fold(name.removesuffix("ون") + "ين")] = float(value)
    return table


_LATIN = _table("""
1: un une one
2: deux two
3: trois three
4: quatre four
5: cinq five
6: six
7: sept seven
8: huit eight
9: neuf nine
10: dix ten
11: onze eleven
12: douze twelve
13: treize thirteen
14: quatorze fourteen
15: quinze fifteen
16: seize sixteen
17: seventeen
18: eighteen
19: nineteen
20: vingt vingts twenty
30: trente thirty
40: quarante forty
50: cinquante fifty
60: soixante sixty
70: seventy
80: eighty
90: ninety
100: cent cents hundred
""")
_WORDS = _LATIN | _table("""
1: واحد واحدة
2: اثنان اثنين اثنتان اثنتين
3: ثلاثة ثلاث تلاتة
4: أربعة أربع ربعة
5: خمسة خمس
6: ستة ست
7: سبعة سبع
8: ثمانية ثماني ثمان تمنية
9: تسعة تسع
10: عشرة عشر
11: أحدعشر حداش
12: اثناعشر اثنيعشر طناش
20: عشرون
30: ثلاثون
40: أربعون
50: خمسون
60: ستون
70: سبعون
80: ثمانون
90: تسعون
100: مائة مئة مية ميا
200: مائتان مئتان مائتين مئتين مائتا مئتا مائتي مئتي ميتين
300: ثلاثمائة ثلاثمئة
400: أربعمائة أربعمئة
500: خمسمائة خمسمئة
600: ستمائة ستمئة
700: سبعمائة سبعمئة
800: ثمانمائة ثمانمئة ثمانيمائة
900: تسعمائة تسعمئة
""")
_TEN = frozenset((fold("عشر"), fold("عشرة")))
_HUNDREDS = frozenset(fold(w) for w in "مائة مئة cent cents hundred".split())
# word: (scale, times it stands for alone; 0: says no number alone, as «آلاف», "thousands")
_SCALES = {
    fold(word): (scale, times)
    for scale, times, line in (
        (1e3, 1, "ألف ألفا mille thousand"),
        (1e3, 2, "ألفان ألفين ألفي"),
        (1e3, 0, "آلاف thousands"),
        (1e6, 1, "مليون مليونا million"),
        (1e6, 2, "مليونان مليونين مليوني"),
        (1e6, 0, "ملايين millions"),
        (1e9, 1, "مليار مليارا milliard billion"),
        (1e9, 2, "ملياران مليارين ملياري"),
        (1e9, 0, "ملايير مليارات milliards billions"),
    )
    for word in line.split()
}
_KNOWN = _WORDS.keys() | _SCALES.keys()
_AND = frozenset(("و", "et", "and"))
