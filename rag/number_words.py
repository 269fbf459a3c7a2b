"""The words numbers are made of, Arabic, Darija, French and English, in their search form."""

from __future__ import annotations

from typing import Literal

from rag.arabic import fold

Kind = Literal["arabic", "latin", "scale", "share"]


def _table(lines: str) -> dict[str, float]:
    """``value: word word`` lines into folded word to value; «عشرون» brings «عشرين»."""
    table: dict[str, float] = {}
    for line in lines.strip().splitlines():
        value, names = line.split(":")
        for name in names.split():
            table[fold(name)] = float(value)
            if name.endswith("ون"):
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
_ARABIC = _table("""
1: واحد واحدا واحدة أحد إحدى
2: اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي جوج
3: ثلاثة ثلاث ثلاثا تلاتة
4: أربعة أربع أربعا ربعة
5: خمسة خمس خمسا
6: ستة ست ستا
7: سبعة سبع سبعا
8: ثمانية ثماني ثمان ثمانيا تمنية
9: تسعة تسع تسعا تسعود
10: عشرة عشر
11: أحدعشر حداش
12: اثناعشر اثنيعشر طناش
13: تلطاش
14: ربعطاش
15: خمسطاش
16: سطاش
17: سبعطاش
18: تمنطاش
19: تسعطاش
20: عشرون
30: ثلاثون تلاتين
40: أربعون ربعين
50: خمسون
60: ستون
70: سبعون
80: ثمانون تمانين
90: تسعون
100: مائة مئة
200: مائتان مئتان مائتين مئتين مائتا مئتا مائتي مئتي ميتين
300: ثلاثمائة ثلاثمئة تلتمية
400: أربعمائة أربعمئة ربعمية
500: خمسمائة خمسمئة
600: ستمائة ستمئة
700: سبعمائة سبعمئة
800: ثمانمائة ثمانمئة ثمانيمائة تمنمية
900: تسعمائة تسعمئة
""")
# word: (scale, times it stands for alone; 0: says no number alone, as «آلاف», "thousands")
_SCALES = {
    fold(word): (scale, times)
    for scale, times, line in (
        (1e3, 1, "ألف ألفا mille thousand"),
        (1e3, 2, "ألفان ألفين ألفي"),
        (1e3, 0, "آلاف thousands"),
        (1e6, 1, "مليون مليونا million"),
        (1e6, 2, "مليونان مليونين مليوني"),
        (1e6, 0, "ملايين millions mdh"),
        (1e9, 1, "مليار مليارا بليون milliard billion"),
        (1e9, 2, "ملياران مليارين ملياري"),
        (1e9, 0, "ملايير مليارات بلايين milliards billions mds mrd mmdh"),
        (1e12, 1, "تريليون ترليون trillion"),
        (1e12, 0, "تريليونات trillions"),
    )
    for word in line.split()
}
_SHARES = _table("""
0.5: نصف demi half
0.25: ربع
""")
KNOWN: dict[str, tuple[Kind, float, int]] = {
    **{word: ("arabic", value, 1) for word, value in _ARABIC.items()},
    **{word: ("latin", value, 1) for word, value in _LATIN.items()},
    **{word: ("scale", *scale) for word, scale in _SCALES.items()},
    **{word: ("share", value, 1) for word, value in _SHARES.items()},
}
"""Of each word in its search form: its kind, its value, and how often a scale counts without a
number before it."""

TEN = frozenset((fold("عشر"), fold("عشرة")))
ONE = fold("واحد")  # also «وأحد» of «مائة وأحد عشر»
ORDINALS = frozenset(
    fold(f"{word}{ending}")
    for word in "حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split()
    for ending in ("", "ة")
)
"""Before «عشر» they make an ordinal, which is no number: «الثانية عشرة»."""
TWENTY = frozenset(("vingt", "vingts"))
HUNDREDS = frozenset(fold(w) for w in "مائة مئة cent cents hundred".split())
ONLY_AFTER = frozenset(("cents", "vingts"))  # "50 cents" is no hundred
PERCENT = frozenset(("pour", "per"))  # before "cent"
AND = frozenset(("و", "et", "and"))
BETWEEN = AND | {"a"}  # "half a million"
