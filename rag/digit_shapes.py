"""What digits mean by their shape: dates, years and seasons, and those that are no number.

``2021-12-21``, ``21/12/2021``, ``2021/2022``, ``12/2021``, ``2021``; hours, telephone numbers,
versions (``3.11.2``) and Latin words with digits for Arabic letters ("wa7ed") give no term.
Offsets are into the folded text (``rag.arabic.fold``).
"""

from __future__ import annotations

import re

from rag.arabic import fold
from rag.time_terms import Mention, day_terms, is_day, month_terms, year_terms

_YEAR = r"(?:19|20)\d\d"
_HIJRI_ERA = r"\s?(?:ه\b|هجري|للهجره|ah\b|de l'hegire)\w*"
_MEASURE = re.compile(
    fold(
        r"\s?(?:[%€$]|(?:درهم|دولار|أورو|يورو|دينار|ريال|جنيه|سنتيم|متر|كيلومتر|كيلوغرام|كلم|كلغ|طن|لتر|"
        r"هكتار|شخص|فرد|مقعد|منصب|عارض|زائر|مشارك|مستفيد|تلميذ|طالب|عامل|أسرة|ألف|آلاف|مليون|مليار)"
        r"(?:ا|ين|ون|ات)?(?!\w)|كم\b(?!\s*[^\W\d_])|"
        r"(?:dh|mad|dirham|euro|eur|dollar|usd|km|m|metre|meter|tonne|ton|hectare|personne|person|"
        r"people|place|seat|participant|visiteur|visitor|student|million|mille|milliard|thousand)"
        r"s?\b)"
    )
)
_AMOUNT = re.compile(
    fold(
        r"(?:أكثر من|أزيد من|أقل من|حوالي|قرابة|زهاء|يناهز|بمبلغ|بسعر|بثمن|plus de|moins de|"
        r"environ|quelque|pres de|more than|less than|nearly|[$€£])\s*$"
    )
)
_YEAR_OF = re.compile(fold(r"(?:سنة|عام|موسم|annee|an|year)\s*$"))
# «في 2023 طالب العمال», "en 2022 personne": what follows is the next word of the sentence.
_IN = re.compile(fold(r"(?<!\w)(?:في|خلال|بحلول|منذ|en|in|since|depuis)\s*$"))
_LABEL_CHARS = 16
_HIJRI_YEARS = range(1340, 1500)
_SHAPE = re.compile(
    r"(?<!\d)(?<!\d[.,/:٫-])(?:"
    r"(?P<iso>(?P<y1>[12]\d{3})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?![\d/])"
    r"(?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?)"
    r"|(?P<dmy>(?P<d2>\d\d?)(?P<s2>[-/.])(?P<m2>\d\d?)(?P=s2)(?P<y2>\d{4})(?![\d/]))"
    r"|(?P<dmyy>(?P<d3>\d\d)/(?P<m3>\d\d)/(?P<y3>\d\d)(?![\d/]))"
    rf"|(?P<span>(?P<y4>{_YEAR})(?:\s?[-–—/]\s?(?P<y5>{_YEAR})|[-–/](?P<short>\d\d))(?!\d|[/:.-]\d))"
    rf"|(?P<month_first>(?P<m6>\d\d?)[-/](?P<y6>{_YEAR})(?![\d/]))"
    rf"|(?P<hijri>(?P<y7>1[345]\d\d){_HIJRI_ERA})"
    r"|(?P<time>\d\d?\s?:\s?\d\d(?::\d\d)?(?!\d)|\d\d?\s?h\s?\d\d(?!\d)|(?:[01]?\d|2[0-3])h\b"
    r"|\d\d?\s?[ap]m\b|(?<=الساعه )\d\d?\b(?:\s?و\s?\d\d?\s+دقيقه)?|(?<=\ba )\d\d? heures?\b"
    r"|\d\d?(?=\s(?:صباحا|مساء|زوالا|ليلا)(?!\w)))"
    r"|(?P<phone>(?:(?<=\+)\d|(?<=\+ )\d|0\d)(?:[ .-]?\(?\d\)?){6,13}(?!\d))"
    r"|(?P<version>(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){2,})"
    rf"|(?P<year>{_YEAR}(?!\d|[.,:٫]\d))"
    r"|(?P<old>1[0-8]\d\d(?!\d|[.,:٫]\d))"
    r")"
)
_DIGITS = re.compile(r"\d+")
_LETTER_AND_DIGIT = re.compile("[a-z][2-9]|[2-9][a-z]")
_BARE_YEAR = re.compile(rf"{_YEAR}(?=[-/]\d)")  # «رقم 2021/12/21/5»
# "ch7al", "3lach"; not "8e", "5km", nor "b5" (for 5)
_ARABIZI = re.compile(
    r"(?<![^\W_])(?:(?![bfl]\d\b)[a-z](?:[a-z']*[a-z])?[2-9](?!\d)(?:[a-z'][a-z'2-9]*)?"
    r"|[2-9](?!(?:e|er|ere|d|de|eme|emes|ieme|nd|rd|th|st|[dghklmwx]|[ckm]?m2?|mn|[km]?g|[km]w|ha"
    r"|kwh|min|[ap]m|m?dhs?|mad|eur|to|[gmk]o)\b)[a-z][a-z'2-9]*)(?![^\W_])"
)


def digit_shapes(folded: str) -> list[Mention]:
    """The dates and years of ``folded`` in digits, and the digits that are no number, in order."""
    found = []
    if _LETTER_AND_DIGIT.search(folded):
        found = [Mention(*match.span()) for match in _ARABIZI.finditer(folded)]
    past = 0
    for digits in _DIGITS.finditer(folded):
        match = _SHAPE.match(folded, digits.start())
        if not match or digits.start() < past:
            continue
        past = match.end()
        terms = _terms(match, folded)
        if terms is not None:
            found.append(Mention(*match.span(), terms))
        elif bare := _BARE_YEAR.match(folded, match.start()):
            found.append(Mention(*bare.span(), year_terms(int(bare.group()))))
    return sorted(found, key=lambda mention: mention.start)


def is_amount(folded: str, start: int, end: int) -> bool:
    """Whether what stands beside the digits ``folded[start:end]`` makes them an amount, not a
    year: «2000 درهم», "plus de 2000"."""
    before = folded[max(0, start - _LABEL_CHARS) : start]
    if _AMOUNT.search(before):
        return True
    return bool(_MEASURE.match(folded, end)) and not (_YEAR_OF.search(before) or _IN.search(before))


def is_year_of(folded: str, start: int) -> bool:
    """Whether a word for a year stands before ``start``: «سنة ألفين وعشرين»."""
    return bool(_YEAR_OF.search(folded[max(0, start - _LABEL_CHARS) : start]))


def _terms(match: re.Match[str], folded: str) -> tuple[str, ...] | None:
    """() for digits that are no number, None for what is no date after all."""
    match match.lastgroup:
        case "iso":
            return _day(match["y1"], match["m1"], match["d1"])
        case "dmy":
            day_first = _day(match["y2"], match["m2"], match["d2"])
            return day_first or _day(match["y2"], match["d2"], match["m2"])
        case "dmyy":
            return _day(f"20{match['y3']}", match["m3"], match["d3"])
        case "span":
            first, short = int(match["y4"]), match["short"]
            if not short or (first + 1) % 100 == int(short):  # the season 2021-22
                return year_terms(first) + year_terms(first + 1 if short else int(match["y5"]))
            return _month(match["y4"], short)
        case "month_first":
            return _month(match["y6"], match["m6"])
        case "hijri":
            return year_terms(int(match["y7"]), hijri=True)
        case "year":
            return None if is_amount(folded, *match.span()) else year_terms(int(match["year"]))
        case "old":
            return _old_year(int(match["old"])) if is_year_of(folded, match.start()) else None
    return ()  # an hour, a telephone number, a version


def _day(year: str, month: str, day: str) -> tuple[str, ...] | None:
    if 1900 <= int(year) <= 2100 and is_day(int(year), int(month), int(day)):
        return day_terms(int(year), int(month), int(day))
    return None


def _month(year: str, month: str) -> tuple[str, ...] | None:
    return month_terms(int(year), int(month)) if 1 <= int(month) <= 12 else None


def _old_year(year: int) -> tuple[str, ...]:
    """«سنة 1445» is hijri first of all, «سنة 1850» is not."""
    hijri = year_terms(year, hijri=True) if year in _HIJRI_YEARS else ()
    return hijri + year_terms(year)
