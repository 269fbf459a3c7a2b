"""Ordinals in words, from first to hundred and ninety-ninth: Arabic, French and English."""

from __future__ import annotations

import re
from itertools import product

from rag.arabic import fold

_ARABIC_UNITS = (
    "الأول الأولى الحادي الحادية الواحد الواحدة اللولة",
    "الثاني الثانية التاني التانية",
    "الثالث الثالثة التالت التالتة",
    "الرابع الرابعة",
    "الخامس الخامسة",
    "السادس السادسة",
    "السابع السابعة",
    "الثامن الثامنة التامن التامنة",
    "التاسع التاسعة",
)
_ARABIC_TENS = "العشر الثلاث الأربع الخمس الست السبع الثمان التسع".split()
_HUNDREDTH = ("المائة", "المئة", "المئوية")
_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_FRENCH_TENS = "vingt trente quarante cinquante soixante".split()
_ENGLISH_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ENGLISH_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_ENGLISH_TENS = "twent thirt fort fift sixt sevent eight ninet".split()


def _arabic(number: int) -> list[str]:
    """«الثامنة», «الحادي عشر», «السادسة والستين»: both genders, both cases."""
    if number == 10:
        return ["العاشر", "العاشرة"]
    tens, unit = divmod(number, 10)
    units = _ARABIC_UNITS[unit - 1].split() if unit else []
    if not tens:
        return [form for form in units if not re.match("الحاد|الواح", form)]
    if tens == 1:
        return [f"{form} {ten}" for form, ten in product(units, ("عشر", "عشرة"))]
    round_tens = [_ARABIC_TENS[tens - 2] + ending for ending in ("ون", "ين")]
    if not units:
        return round_tens
    return [f"{form} و{ten}" for form, ten in product(units, round_tens)]


def _french_cardinal(number: int) -> str:
    if number < 20:
        return _FRENCH[number - 1]
    if number >= 80:
        return f"quatre-vingt-{_french_cardinal(number - 80)}" if number > 80 else "quatre-vingt"
    tens = min(number // 10, 6)
    rest = number - 10 * tens
    link = " et " if rest in (1, 11) else "-"
    return _FRENCH_TENS[tens - 2] + (f"{link}{_french_cardinal(rest)}" if rest else "")


def _french(number: int) -> list[str]:
    if number == 1:
        return ["premier", "première"]
    said = _french_cardinal(number)
    said += "u" if said.endswith("cinq") else ""
    said = said.removesuffix("f") + "v" if said.endswith("neuf") else said.removesuffix("e")
    return [f"{said}ième", *(["second", "seconde"] if number == 2 else [])]


def _english(number: int) -> str:
    if number < 10:
        return _ENGLISH_UNITS[number - 1]
    if number < 20:
        return _ENGLISH_TEENS[number - 10]
    tens, unit = divmod(number, 10)
    stem = _ENGLISH_TENS[tens - 2]
    return f"{stem}y {_ENGLISH_UNITS[unit - 1]}" if unit else f"{stem}ieth"


def _all() -> dict[str, int]:
    table: dict[str, int] = {name: 100 for name in (*_HUNDREDTH, "centième", "hundredth")}
    for number in range(1, 100):
        arabic = _arabic(number)
        for said in (*arabic, *_french(number), _english(number)):
            table[said] = number
        for said, hundred in product(arabic, _HUNDREDTH[:2]):
            table[f"{said} بعد {hundred}"] = 100 + number
    phrases = fold("\n".join(table)).split("\n")
    return {_normal(phrase): number for phrase, number in zip(phrases, table.values(), strict=True)}


def _normal(folded: str) -> str:
    """The words of a folded phrase with one space between and «و» attached."""
    words = " ".join(re.findall(r"[^\W\d_]+", folded))
    return re.sub(r"(?<= )و (?=\w)", "و", words)


_ORDINALS = _all()
_GAP = r"[\s'«»()\"-]*"
_WORD = r"[^\W\d_]+"
_MOST_WORDS = 5
_LEADING = re.compile(rf"{_GAP}(?P<said>{_WORD}(?:[\s'-]+{_WORD}){{0,{_MOST_WORDS - 1}}})")
_CLOSING = re.compile(
    rf"(?<![^\W_])(?P<said>(?:{_WORD}[\s'-]+){{0,{_MOST_WORDS - 1}}}{_WORD}){_GAP}$"
)


def leading_ordinal(folded: str, start: int) -> tuple[int, int]:
    """The number of the longest ordinal that ``folded`` says from ``start`` on, and where it ends;
    (0, start) if none."""
    match = _LEADING.match(folded, start)
    if match:
        for word in reversed(list(re.finditer(_WORD, match["said"]))):
            number = _ORDINALS.get(_normal(match["said"][: word.end()]))
            if number:
                return number, match.start("said") + word.end()
    return 0, start


def closing_ordinal(folded: str) -> tuple[int, int]:
    """The number of the longest ordinal that ``folded`` ends with, and where it starts; (0, its
    length) if none."""
    match = _CLOSING.search(folded)
    if match:
        for word in re.finditer(_WORD, match["said"]):
            number = _ORDINALS.get(_normal(match["said"][word.start() :]))
            if number:
                return number, match.start("said") + word.start()
    return 0, len(folded)
