"""Times counted from the day they are said on: «أمس», «السنة الماضية», "le mois dernier".

Standard Arabic, Darija in Arabic and Latin letters, French and English. Offsets are into the
folded text (``rag.arabic.fold``).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product

from rag.arabic import fold
from rag.lexicon import Lexicon, plain
from rag.time_terms import Mention, is_day

# Words are apart by a space, ways to say one by |, words of one way by _.
_LAST = (
    "الماضي|الماضية|الفارط|الفارطة|المنصرم|المنصرمة|الفائت|الفائتة|المنقضي|المنقضية|"
    "لي_فات|لي_فاتت|اللي_فات|اللي_فاتت|لي_داز|لي_دازت|اللي_داز|اللي_دازت"
)
_CURRENT = "الجاري|الجارية|الحالي|الحالية"
_NEXT = "المقبل|المقبلة|القادم|القادمة|الجاي|الجاية|لي_جاي|لي_جاية|اللي_جاي|اللي_جاية"
_THIS = "هذه|هذا|هاد|هاذ|هادي"
_YEAR, _MONTH = "السنة|العام|سنة|عام|للسنة|للعام", "الشهر|شهر|للشهر"
_L3AM, _CHHER = "l3am|lam|l'am", "chher|chhar|chehr|cher|shher|shhar|lchher|lchhar"
_FAT, _JAY = "fat|li_fat|lli_fat|daz|li_daz|lmadi|lwel|lewel", "jay|ljay|li_jay|lli_jay"
_PHRASES = (
    ("year", -1, f"{_YEAR} {_LAST}"),
    ("year", -1, "عام|العام لول|اللول"),
    ("year", -1, "annee|an dernier|derniere|passe|passee"),
    ("year", -1, "last|past year"),
    ("year", -1, f"{_L3AM} {_FAT}"),
    ("year", 0, f"{_THIS} {_YEAR}"),
    ("year", 0, f"{_YEAR} {_CURRENT}"),
    ("year", 0, "هادالعام|هادالسنة|cette_annee|annee_en_cours|annee_courante|annee_actuelle"),
    ("year", 0, "this|current year"),
    ("year", 0, f"had {_L3AM}|sana|ssana"),
    ("year", 1, f"{_YEAR} {_NEXT}"),
    ("year", 1, "annee|an prochain|prochaine"),
    ("year", 1, "next|coming year"),
    ("year", 1, f"{_L3AM} {_JAY}"),
    ("month", -1, f"{_MONTH} {_LAST}"),
    ("month", -1, "mois dernier|passe"),
    ("month", -1, "last|past month"),
    ("month", -1, f"{_CHHER} {_FAT}"),
    ("month", 0, f"{_THIS} {_MONTH}"),
    ("month", 0, f"{_MONTH} {_CURRENT}"),
    ("month", 0, "هادالشهر|ce_mois|mois_en_cours|mois_courant"),
    ("month", 0, "this|current month"),
    ("month", 0, f"had {_CHHER}"),
    ("month", 1, f"{_MONTH} {_NEXT}"),
    ("month", 1, "mois_prochain"),
    ("month", 1, "next|coming month"),
    ("month", 1, f"{_CHHER} {_JAY}"),
    ("day", -2, "أول|ول أمس|الأمس|البارح|لبارح"),
    ("day", -2, "avant-hier|day_before_yesterday|wel_lbareh|wel_lbare7"),
    ("day", -1, "أمس|الأمس|البارح|البارحة|لبارح|hier|yesterday|lbareh|lbare7|lbarh|bareh|bare7"),
    ("day", 0, "اليوم|ليوم|ليوما|ليومة|اليوما|aujourd'hui|today|lyoum|lyouma|lyom|elyoum|lioum"),
    ("day", 1, "غدا|يوم_غد|demain|tomorrow|ghedda|gheda|ghdda|ghda"),
    ("day", 2, "بعد_غد|بعد_غدا|apres-demain|day_after_tomorrow|be3d_ghedda"),
)


def _said() -> dict[str, tuple[str, int]]:
    table = {}
    for unit, count, ways in _PHRASES:
        for words in product(*(way.split("|") for way in ways.split())):
            table[plain(fold(" ".join(words).replace("_", " ")))] = (unit, count)
    return table


_SAID = _said()
_LEXICON = Lexicon(_SAID)
_WEEKDAYS = "[اإ]ثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد"
_PER_DAY = re.compile(fold(r"(?:\bفي|\bف|ذلك|نفس|كل|طوال|طيلة|نصف)\s+$"))  # «درهما في اليوم»
_OTHER_DAY = re.compile(fold(rf"\s+(?:ال(?!{_WEEKDAYS})|نفس|ذات|عين)"))  # «اليوم العالمي»
_DAY_OF_MONTH = re.compile(r"(?<!\d)(\d\d?)\s+(?:من\s+|du\s+|of\s+)?(?:le\s+|the\s+)?$")
_BEFORE = 16  # characters looked at before a phrase


def relative_dates(folded: str, on: date) -> list[Mention]:
    """The years, months and days that ``folded``, said ``on`` that day, counts from it; of each
    only its own term."""
    found = []
    for phrase in _LEXICON.find(folded):
        unit, count = _SAID[phrase.phrase]
        start, end = phrase.start, phrase.end
        before = folded[max(0, start - _BEFORE) : start]
        if unit == "day":
            if not count and (_PER_DAY.search(before) or _OTHER_DAY.match(folded, end)):
                continue
            term = _shifted_day(on, count)
        elif unit == "month":
            day = _DAY_OF_MONTH.search(before)
            term = _shifted_month(on, count, int(day[1]) if day else 0)
            start -= len(before) - day.start() if day else 0
        else:
            term = f"@{on.year + count}"
        found.append(Mention(start, end, (term,) if term else ()))
    return found


def _shifted_day(on: date, count: int) -> str:
    try:
        return f"@{on + timedelta(count)}"
    except OverflowError:  # before the year 1, after 9999
        return ""


def _shifted_month(on: date, count: int, day: int) -> str:
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    of_month = f"@{year}-{month + 1:02}"
    return f"{of_month}-{day:02}" if is_day(year, month + 1, day) else of_month
