"""Dates in words: months, Gregorian and hijri, with the days and years that stand beside them.

«21 دجنبر 2021», «من 28 ماي إلى 3 يونيو», "December 21st", «الحادي والعشرين من دجنبر», «رمضان 1446».
A name that is also another word («مارس», "may", "mars") needs a day, a year or a word such as «شهر»
beside it. Offsets are into the folded text (``rag.arabic.fold``). Hijri dates are not converted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rag.arabic import fold
from rag.dates import MONTH_OF
from rag.digit_shapes import is_amount
from rag.lexicon import Found, Lexicon
from rag.numbers import numbers
from rag.ordinals import closing_ordinal
from rag.time_terms import Mention, any_year_terms, day_terms, is_day, month_terms

_HIJRI_NAMES = (
    "محرم muharram mouharram moharram moharam mouharam",
    "صفر safar",
    "ربيع_الأول rabi_al_awwal rabi_al_awal rabii_al_awwal rabia_al_awal rabie_al_awal rabi_i",
    "ربيع_الثاني ربيع_الآخر ربيع_ثاني rabi_al_thani rabii_al_thani rabia_al_thani rabi_al_akhir "
    "rabii_al_akhir rabie_al_akhir rabi_ii",
    "جمادى_الأولى جمادى_الأول joumada_al_oula jumada_al_ula joumada_al_awwal jumada_al_awwal "
    "joumada_i jumada_i",
    "جمادى_الآخرة جمادى_الثانية جمادى_الثاني joumada_al_akhira jumada_al_akhirah jumada_al_thani "
    "joumada_al_thania joumada_ii jumada_ii",
    "رجب rajab rajeb",
    "شعبان chaabane chaaban shaaban shaban sha_ban",
    "رمضان ramadan ramadhan ramadane ramdan ramdane romdan",
    "شوال chaoual chawwal chawal shawwal shawal choual",
    "ذو_القعدة ذي_القعدة ذا_القعدة ذوالقعدة dhu_al_qadah dhu_al_qi_dah dhul_qadah dhul_qa_dah "
    "dhou_al_qi_da dhou_al_qaada dou_al_qiida dou_al_kaada",
    "ذو_الحجة ذي_الحجة ذا_الحجة ذوالحجة dhu_al_hijjah dhul_hijjah dhul_hijja dhou_al_hijja "
    "dhou_al_hijjah dou_al_hijja",
)
_HIJRI_OF = {
    fold(name.replace("_", " ")): number
    for number, names in enumerate(_HIJRI_NAMES, 1)
    for name in names.split()
}
# Also a verb, a person, a car, another month's day: «مارس», «آب», "may", "sept".
_UNSURE = frozenset(
    fold(
        "مارس ماي مايو أيار آب أوت نيسان جوان شباط mars mar march mai may jan feb fev apr avr jun "
        "jul juil aug sep sept oct nov dec janv محرم صفر رجب شعبان شوال safar rajab chaabane "
        "chaaban shaaban shaban"
    ).split()
)
_VERBS = frozenset(("may", "march"))  # "12 may have left", "march 3 miles"
_ENGLISH = frozenset(
    (
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    ).split()
)
_NAMES = Lexicon((*MONTH_OF, *_HIJRI_OF))
_TWICE = re.compile(r"\s*[/\\(]\s*")  # «كانون الأول/ديسمبر»

_WEEKDAY = (
    r"(?:(?:يوم )?(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_LINK = (
    rf"\s*(?:[-–—/,،&]|و|(?:و?الي|حتي|ل)(?: غايه)?|jusqu'au|au|et|to|and|until|through)\s*"
    rf"(?:{_WEEKDAY}\s+)?(?:يوم\s+|le\s+|the\s+)?"
)
_DAY = r"(?<![\d.,:/٫])(?:ال)?\d\d?(?:er|eme|e|st|nd|rd|th)?(?!\d)"
_OF = r"\s*(?:من\s+|of\s+|de\s+|du\s+|ديال\s+|dyal\s+)?(?:شهر\s+|mois\s+(?:de\s+|d'))?"
_DAYS_BEFORE = re.compile(rf"(?P<days>{_DAY}(?:{_LINK}{_DAY})*){_OF}$")
_DAYS_AFTER = re.compile(
    rf"\.?\s+(?:the\s+)?(?P<days>{_DAY}(?:\s*(?:[-–—]|and|to)\s*{_DAY})*)"
    r"(?=,?\s+\d{4}(?!\d)|(?<=[a-z])|\s*(?:[^\w\s%]|$))"
)
_OF_BEFORE = re.compile(rf"{_OF}$")
_LABEL_BEFORE = re.compile(r"\b(?:on|by|until|since|from|to|before|after|the)\s+$")
_OF_YEAR = (
    r"\.?\s?[,،]?\s*(?:من\s+|ديال\s+|of\s+|de\s+)?(?:(?:ال|ل)?(?:سنه|عام)\s+|l'annee\s+)?"
    r"(?P<year>{})(?!\d)"
)
_YEAR = re.compile(_OF_YEAR.format(r"1\d{3}|20\d\d") + r"(?![.,٫]\d)")
_HIJRI_YEAR = re.compile(_OF_YEAR.format(r"1[345]\d\d") + r"(?:\s?(?:ه|ah|h)\b|\s?هجري\w*)?")
_MONTH_LABEL = re.compile(r"(?:شهر|شهور|شهري|اشهر|mois d[e']|month of|mois)\s*$")
_BESIDE_MONTH = re.compile(
    r"(?:\bفي|متم|مطلع|مستهل|منتصف|اواخر|اواءل|اوايل|بدايه|نهايه|غضون|\ben|\bfin|\bdebut|\bmi|\bin|\bearly"
    r"|\blate|\bmid|\bsince|\bduring|\bdepuis|\bf|\bfi)[\s-]+$"
)
_LAST = fold(r"الماضي|المنصرم|الفارط|الفائت|لي فات|اللي فات|dernier|passe")
_THIS = fold(r"الجاري|الحالي|هذا|courant|en cours")
_NEXT = fold(r"المقبل|القادم|الجاي|لي جاي|prochain")
_WHICH_AFTER = re.compile(rf"\s+(?:(?P<last>{_LAST})|(?P<this>{_THIS})|(?P<next>{_NEXT}))(?!\w)")
_WHICH_BEFORE = re.compile(r"\b(?:(?P<last>last)|(?P<this>this)|(?P<next>next))\s+$")
_LINK_ONLY = re.compile(_LINK)
_FIRST = re.compile(r"(?<!\w)(?:ال)?فاتح$")  # «فاتح ماي»
_FEMININE = re.compile(r"ال\w+ه(?!\w)|الاولي(?!\w)")  # «الدورة الثانية» of a month, not its day
_LONGEST_MONTH, _LEAP_YEAR = 31, 2000
_BEFORE = 60  # characters looked at before a name
_Which = Literal["last", "this", "next", ""]


@dataclass(frozen=True, slots=True)
class _Month:
    """A month that a text names.

    ``days``: (number, start, end) of its days that stand beside it; ``start``: of the first of
    them or of the name; ``year``: 0 if none is said; ``which``: "last" March, "next" March.
    """

    number: int
    hijri: bool
    start: int
    end: int
    is_sure: bool
    days: tuple[tuple[int, int, int], ...] = ()
    year: int = 0
    which: _Which = ""


def month_dates(folded: str, on: date | None = None) -> list[Mention]:
    """What ``folded`` says with names of months, in order. ``on``: the day it was said, for the
    year of a day without one (the nearest) and for «مارس الماضي»."""
    found = [_read(folded, name) for name in _names(folded)]
    return [
        mention
        for month in _with_shared_years(folded, _with_shared_sureness(folded, found))
        if month.is_sure or month.year
        for mention in _mentions(month, on)
    ]


def _names(folded: str) -> list[Found]:
    """The names of months, one said in two ways drawn together."""
    names: list[Found] = []
    for name in _NAMES.find(folded):
        last = names[-1] if names else None
        number = MONTH_OF.get(name.phrase)
        if (
            last
            and number
            and MONTH_OF.get(last.phrase) == number
            and _TWICE.fullmatch(folded, last.end, name.start)
        ):
            end = name.end + folded.startswith(")", name.end)
            names[-1] = replace(last, end=end)
        else:
            names.append(name)
    return names


def _read(folded: str, found: Found) -> _Month:
    name, start, end = found.phrase, found.start, found.end
    hijri = name in _HIJRI_OF
    number = _HIJRI_OF[name] if hijri else MONTH_OF[name]
    before = folded[max(0, start - _BEFORE) : start]
    days = _days_before(before, start - len(before))
    label = before[: days[0][1] - start] if days else before
    labelled = bool(_LABEL_BEFORE.search(label) or re.search(r"\bof\s+$", before))
    if not days and name in _ENGLISH and (after := _DAYS_AFTER.match(folded, end)):
        days = _numbered(after["days"], after.start("days"))
        end = after.end("days") if days else end
    year = (_HIJRI_YEAR if hijri else _YEAR).match(folded, end)
    if year and is_amount(folded, *year.span("year")):
        year = None
    which = None
    if year:
        end = year.end()
    else:
        which = _WHICH_AFTER.match(folded, end)
        end = which.end() if which else end
        if not which and name not in _VERBS:
            which = _WHICH_BEFORE.search(before)
    return _Month(
        number,
        hijri,
        min([start, *(first for _, first, _ in days)]),
        end,
        is_sure=bool(
            name not in _UNSURE
            or (days and (name not in _VERBS or labelled))
            or which
            or _MONTH_LABEL.search(before)
            or (not hijri and _BESIDE_MONTH.search(before))
        ),
        days=days,
        year=int(year["year"]) if year else 0,
        which=_which(which),
    )


def _which(match: re.Match[str] | None) -> _Which:
    if not match:
        return ""
    return "last" if match["last"] else "this" if match["this"] else "next"


def _days_before(before: str, offset: int) -> tuple[tuple[int, int, int], ...]:
    """The days at the end of ``before``, which stands at ``offset``, in digits or in words."""
    if in_digits := _DAYS_BEFORE.search(before):
        return _numbered(in_digits["days"], offset + in_digits.start("days"))
    of = _OF_BEFORE.search(before)
    said = before[: of.start()] if of else before
    number, start = closing_ordinal(said)
    if not number and (cardinals := numbers(said)):
        last = cardinals[-1]
        if last.end == len(said) and last.value in range(1, _LONGEST_MONTH + 1):
            number, start = int(last.value), last.start
    if not number and (first := _FIRST.search(said)):
        number, start = 1, first.start()
    if not 1 <= number <= _LONGEST_MONTH or _FEMININE.match(said, start):
        return ()
    return ((number, offset + start, offset + len(said)),)


def _numbered(days: str, offset: int) -> tuple[tuple[int, int, int], ...]:
    found = tuple(
        (int(day.group()), offset + day.start(), offset + day.end())
        for day in re.finditer(r"\d+", days)
    )
    return found if all(1 <= number <= _LONGEST_MONTH for number, *_ in found) else ()


def _are_linked(folded: str, first: _Month, second: _Month) -> bool:
    return first.hijri == second.hijri and bool(
        _LINK_ONLY.fullmatch(folded, first.end, second.start)
    )


def _with_shared_sureness(folded: str, months: Sequence[_Month]) -> list[_Month]:
    """«شهري فبراير ومارس»: a name linked to a month is one."""
    shared: list[_Month] = []
    for month in months:
        linked = shared and shared[-1].is_sure and _are_linked(folded, shared[-1], month)
        shared.append(replace(month, is_sure=True) if linked else month)
    return shared


def _with_shared_years(folded: str, months: Sequence[_Month]) -> list[_Month]:
    """«من 28 ماي إلى 3 يونيو 2024»: the year said last is that of the months linked to it."""
    shared: list[_Month] = []
    for month in reversed(months):
        after = shared[-1] if shared else None
        undated = not (month.year or month.which)
        if undated and after and after.year and _are_linked(folded, month, after):
            month = replace(month, year=after.year - (month.number > after.number))
        shared.append(month)
    return shared[::-1]


def _mentions(month: _Month, on: date | None) -> list[Mention]:
    """One for each day, or one for the month."""
    if not month.days:
        return [Mention(month.start, month.end, _terms(month, 0, on))]
    ends = [*(end for _, _, end in month.days[:-1]), month.end]
    return [
        Mention(start, end, _terms(month, number, on))
        for (number, start, _), end in zip(month.days, ends, strict=True)
    ]


def _terms(month: _Month, day: int, on: date | None) -> tuple[str, ...]:
    year = month.year
    if not year and month.which and on and not month.hijri:
        year = _year_of_which(month, day, on)
    if year and day:
        return day_terms(year, month.number, day, month.hijri)
    if year:
        return month_terms(year, month.number, month.hijri)
    if not month.hijri and not is_day(_LEAP_YEAR, month.number, day):
        day = 0
    terms = any_year_terms(month.number, day or None, month.hijri)
    if not day or not on or month.hijri:
        return terms
    days = [
        date(year, month.number, day)
        for year in range(max(1, on.year - 1), min(9999, on.year + 1) + 1)
        if is_day(year, month.number, day)
    ]
    nearest = min(days, key=lambda other: abs(other - on), default=None)
    return (*terms, f"@{nearest}") if nearest else terms


def _year_of_which(month: _Month, day: int, on: date) -> int:
    said, now = (month.number, day), (on.month, on.day if day else 0)
    if month.which == "last":
        return on.year - (said >= now)
    if month.which == "next":
        return on.year + (said <= now)
    return on.year
