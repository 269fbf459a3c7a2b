"""Years and editions that a text names: what tells one year's event from the next year's.

«سنة 2023» gives ``y2023``; «الدورة الـ8», «النسخة الثامنة», "8e édition" and "the eighth edition"
give ``e8``. Ordinals count only beside a word for an edition or an anniversary.
"""

from __future__ import annotations

import re

from rag.arabic import fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT = (
    "الدوره|دوره|الدورات|النسخه|نسخه|الذكري|ذكري|الطبعه|طبعه|الموسم|موسم|العدد|"
    "edition|editions|anniversaire|anniversary|session"
)
_ARABIC_DIGITS = re.compile(rf"(?:{_EVENT}) (?:\w+ ){{0,2}}?(?:رقم )?(?:ال ?)?(\d{{1,3}})(?!\d)")
_LATIN_DIGITS = re.compile(rf"(?<!\d)(\d{{1,3}}) ?(?:e|eme|er|ere|st|nd|rd|th) (?:{_EVENT})")
_WORDS = re.compile(rf"(?:{_EVENT}) ((?:ال\w+)(?: (?:عشر|عشره))?(?: وال\w+)?)")
_LATIN_WORDS = re.compile(rf"\b(\w+) (?:{_EVENT})")


def years_and_editions(text: str) -> frozenset[str]:
    """The marks of ``text``: ``y`` and a year, ``e`` and the number of an edition."""
    folded = re.sub(r"[^\w]+", " ", fold(text))
    marks = {f"y{year}" for year in _YEAR.findall(folded)}
    for found in (_ARABIC_DIGITS, _LATIN_DIGITS):
        marks |= {f"e{int(number)}" for number in found.findall(folded)}
    for words in _WORDS.findall(folded):
        if number := _ordinal(words):
            marks.add(f"e{number}")
    marks |= {f"e{_LATIN[word]}" for word in _LATIN_WORDS.findall(folded) if word in _LATIN}
    return frozenset(marks)


def _ordinal(words: str) -> int:
    """The number of «الثامنه», «الحاديه عشره», «السادسه والستون»; 0 if it is none."""
    first, *rest = words.split()
    total = _UNITS.get(first, 0) or _TENS.get(first, 0)
    for word in rest:
        if word in ("عشر", "عشره"):
            total += 10 if total else 0
        elif word.startswith("و") and total:
            total += _TENS.get(word[1:], 0)
    return total


def _ordinals(lines: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in lines.strip().splitlines():
        number, names = line.split(":")
        table |= {fold(name): int(number) for name in names.split()}
    return table


_UNITS = _ordinals("""
1: الأولى الأول الحادية الحادي
2: الثانية الثاني
3: الثالثة الثالث
4: الرابعة الرابع
5: الخامسة الخامس
6: السادسة السادس
7: السابعة السابع
8: الثامنة الثامن
9: التاسعة التاسع
10: العاشرة العاشر
""")
_TENS = _ordinals("""
20: العشرون العشرين
30: الثلاثون الثلاثين
40: الأربعون الأربعين
50: الخمسون الخمسين
60: الستون الستين
70: السبعون السبعين
80: الثمانون الثمانين
90: التسعون التسعين
100: المائة المئة
""")
_LATIN = _ordinals("""
1: première premier first
2: deuxième seconde second
3: troisième third
4: quatrième fourth
5: cinquième fifth
6: sixième sixth
7: septième seventh
8: huitième eighth
9: neuvième ninth
10: dixième tenth
11: onzième eleventh
12: douzième twelfth
""")
