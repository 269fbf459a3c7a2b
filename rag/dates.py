"""The date of a page, from its date line or dateline; never guessed from a sentence of the story.

Month names of Morocco (ماي يوليوز غشت شتنبر نونبر دجنبر), Egypt, the Levant and the rest of the
Maghreb, French, English and Darija in Latin letters; digits of any script. Numbers alone are read
day first. A hijri date is not converted.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice, takewhile
from typing import NamedTuple

from rag.arabic import fold

_MONTHS = (
    "يناير جانفي كانون_الثاني janvier janv january jan yanayer yanayir",
    "فبراير فيفري شباط février févr fév february feb fabrayer fbrayer",
    "مارس آذار mars march mar",
    "أبريل أفريل نيسان avril avr april apr abril",
    "ماي مايو أيار mai may",
    "يونيو يونيه جوان حزيران juin june jun younyou younio yunyu",
    "يوليوز يوليو يوليه جويلية تموز juillet juil july jul youlyouz yulyuz",
    "غشت أغسطس أوت آب août august aug ghocht ghoucht ghusht",
    "شتنبر شتمبر سبتمبر أيلول septembre sept september sep chtanbir chotanbir chtember",
    "أكتوبر تشرين_الأول octobre october oct oktobr oktober",
    "نونبر نوفمبر تشرين_الثاني novembre november nov nouwanbir nowanbir nonbir",
    "دجنبر ديسمبر كانون_الأول décembre déc december dec dojanbir doujanbir djanbir",
)
MONTH_OF = {
    fold(name.replace("_", " ")): number
    for number, names in enumerate(_MONTHS, 1)
    for name in names.split()
}
_PUBLISHED = frozenset(
    fold(
        "نشر نشرت نشره النشر آخر تحديث التحديث publié publication mis mise modifié "
        "published posted updated"
    ).split()
)
_SIGNS = _PUBLISHED | frozenset(
    fold(
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
        "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
        "بقلم كتب كتبت par by"
    ).split()
)
_LABELS = _SIGNS | frozenset(
    fold(
        "تم يوم نهار في بتاريخ تاريخ على مع الساعة الموافق صباحا مساء الصباح العشية الليل د ديال "
        "le à jour h gmt utc am pm last date on at"
    ).split()
)
_ANY_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_ORDINAL = "(?:er|st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:من\s+|of\s+)?(?P<m1>{_ANY_MONTH})\b\.?"
    rf"(?:\s*[/(]\s*(?:{_ANY_MONTH})\b\)?)?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_ANY_MONTH})\b\.?\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<d4>\d{1,2})(?P<sep>[-/.])(?P<m4>\d{1,2})(?P=sep)(?P<y4>\d{4})"
    r")(?![\d/])"
)
_HIJRI = re.compile(r"\d{1,2}\s+[^\W\d]+(?:\s+[^\W\d]+)?\s+1[34]\d\d\b(?:\s*ه(?:ـ)?\b)?")
_TIME = re.compile(
    r"(?:^t)?(?<!\d)\d{1,2}\s*[:h]\s*\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:am|pm|ص|م)\b)?"
    r"(?:z\b|\s*[+-]\d{2}:?\d{2})?"
)
_COUNT = re.compile(r"\d+\s+(?:تعليق|مشاهده|قراءه|دقيقه|دقايق|comment|vue|view|min|lecture)\w*")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_AGENCY = r"\s*(?:\([^()]{1,30}\)|/[^/]{1,30}/)?\s*"
_AFTER_DATELINE = re.compile(rf"{_AGENCY}[-–—:]\s")
_STRONG, _WEAK = frozenset("-–—|/·•()»>"), frozenset(",،:")
_LISTED = re.compile(r"\s*[•*]\s")
_LINES, _LINE_CHARS = 40, 160
# Of folded texts; a day of the week in Arabic behind a word that says so: «الأحد» is "the one" too.
_DAY = re.compile(
    r"\b(?:يوم|نهار|امس|غدا?|صباح|مساء|ليله|عشيه)"
    r" (?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:امس|غدا|البارح|غدوه|hier|demain|yesterday|tomorrow|tonight)\b"
    r"|\b(?:ال)?ساعه (?:ال)?\w+|\b\d{1,2} ?h(?: ?\d\d)?\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:ال)?قرن\b|\bsiecle\b|\bcentury\b"
)
# Time of any kind, and conditions: «متى يعوض الأجير؟» is answered by «في حالة الفصل».
_ANY_TIME = re.compile(
    r"\b[وفبلك]?(?:ال)?(?:سن(?:ه|ت\w+|وات|ين)|عاما?|عامين|اعوام|شهر\w{0,2}|اشهر|شهور|اسبوع\w{0,2}"
    r"|اسابيع|يوم\w{0,2}|ايام|ساع(?:ه|ات|تين|تان)|ليل(?:ه|ت\w+)|ليال\w?|عقد(?:ين)?|عقود|قرون|موسم|صيف|شتاء|ربيع"
    r"|خريف|رمضان|عيد|عهد|عصر|زمن|حكم|ابان|حقبه|فتره|مرحله|فجر|صباح|مساء|ظهر|عشيه|غداه|بارح\w?|بعد|قبل"
    r"|منذ|عقب|خلال|اثناء|حين|حينما|عندما|لما|كلما|فور|الان|حاليا|قريبا|لاحقا|دخول|نهار\w?|سيمانه|عوام"
    r"|ملي|دابا|جاري|مقبل\w?|ماضي\w?|حال(?:ه|ات)|اذا|شرط|متي)\b"
    r"|\b(?:ans|annees?|mois|semaines?|jours?|nuits?|saisons?|en ete|hiver|printemps|automne|avant"
    r"|apres|depuis|pendant|lors\w*|veille|des (?:l[ae']|que)|si|quand|epoque|ere|regne|sous"
    r"|tous les|years?|months?|weeks?|days?|hours?|nights?|seasons?|summer|winter|spring|autumn"
    r"|before|after|since|during|when|until|ago|once|if|era|reign|under|upon|every"
    r"|on \w+days?|3am|chhar|nhar|mlli|mli|daba)\b"
)


def tells_when(text: str) -> bool:
    """Whether ``text`` names a year or a month: what a sentence that answers «when» has to have."""
    folded = fold(text)
    return bool(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", folded)) or any(
        word in MONTH_OF for word in re.findall(r"[^\W\d_]{3,}", folded)
    )


def tells_a_day(text: str) -> bool:
    """Whether ``text`` names a day of the week, a time of day or a century, or counts from today.
    A phrase may answer «when» so; nearly every sentence of news does."""
    return bool(_DAY.search(fold(text)))


def may_tell_when(text: str) -> bool:
    """Whether ``text`` has any word of time at all: a date, a period, «قبل», "before"."""
    return tells_when(text) or tells_a_day(text) or bool(_ANY_TIME.search(fold(text)))


def find_date(text: str) -> str:
    """The ISO date (``2021-12-21``) of the page ``text``, "" when it gives none.

    Looks at the first lines: a line that is mostly a date («الثلاثاء 21 ديسمبر 2021»), or the
    dateline a story opens with («الرباط – 12 ماي 2024 –»). A line that also gives the hour or
    says "published" wins over one that does not: mastheads show the day of the visit.
    """
    lines = (match.group() for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text))
    best, best_rank = "", 0
    for line in islice(lines, _LINES):
        if _LISTED.match(line):  # lists of other headlines
            continue
        found, rank = _read_line(line)
        if found and rank > best_rank:
            best, best_rank = found, rank
    return best


def line_date(line: str) -> str:
    """The ISO date of ``line`` if the line is mostly a date, else ""."""
    return _read_line(line)[0] if len(line) <= _LINE_CHARS else ""


def parse_date(value: str) -> str:
    """The ISO date that ``value`` (of a JSON record, of metadata) is, "" if it is not one."""
    return line_date(value.strip())


def _read_line(line: str) -> tuple[str, int]:
    """The date of a line, and how much speaks for it (0: nothing)."""
    if not any(char.isdigit() for char in line[:_LINE_CHARS]):
        return "", 0
    folded = fold(line[:_LINE_CHARS])
    match = _DATE.search(folded)
    found = _iso(match) if match else ""
    if not match or not found:
        return "", 0
    before = _beside(folded[: match.start()], toward_end=True)
    after = _beside(folded[match.end() :], toward_end=False)
    if before.words is None:
        return "", 0
    sentence = len(line) > _LINE_CHARS or line.rstrip()[-1] in ".!?؟"
    if sentence and before.words <= 4 and _AFTER_DATELINE.match(folded, match.end()):
        return found, 2
    if len(line) > _LINE_CHARS or after.words is None:
        return "", 0
    words = before.words + after.words
    signed = before.signed or after.signed
    if words > (8 if signed else 2) or (words and sentence):
        return "", 0
    return found, 1 + (before.published or after.published) + (before.timed or after.timed)


class _Beside(NamedTuple):
    """One side of a date.

    ``words``: how many are no label; None if they and the date are one phrase. ``signed``: a
    weekday, an hour, "by" or "published" stands there.
    """

    words: int | None
    signed: bool
    published: bool
    timed: bool


def _beside(text: str, toward_end: bool) -> _Beside:
    timed = bool(_TIME.search(text))
    text = _COUNT.sub(" ", _TIME.sub(" ", _HIJRI.sub(" ", _DATE.sub(" ", text))))
    tokens = _TOKEN.findall(text)
    published = not _PUBLISHED.isdisjoint(tokens)
    signed = timed or not _SIGNS.isdisjoint(tokens)
    words = [token for token in tokens if token[0].isalnum() and token not in _LABELS]
    count: int | None = len(words)
    if any(char.isdigit() for word in words for char in word):
        count = None
    elif words:
        outwards = reversed(tokens) if toward_end else iter(tokens)
        nearest = words[-1 if toward_end else 0]
        between = set(takewhile(lambda token: token != nearest, outwards))
        if not (between & _STRONG or (between & _WEAK and len(words) <= 2 + 2 * signed)):
            count = None
    return _Beside(count, signed, published, timed)


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d3", "m3", "y3")):
        if parts[year]:
            name = parts[month]
            return _valid(parts[year], MONTH_OF.get(name) or int(name), int(parts[day]))
    day_first = _valid(parts["y4"], int(parts["m4"]), int(parts["d4"]))
    return day_first or _valid(parts["y4"], int(parts["d4"]), int(parts["m4"]))


def _valid(year: str, month: int, day: int) -> str:
    try:
        return date(int(year), month, day).isoformat() if 1900 <= int(year) <= 2100 else ""
    except ValueError:
        return ""
