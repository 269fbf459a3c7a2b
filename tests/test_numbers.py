"""Numbers in digits, in words and in both, against a table and against Python's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.numbers import Number, numbers, values

# text: its values, in order. One number a line, or as many as the text has.
DIGITS = """\
360: 360
٣٦٠: 360
۳۶۰: 360
0: 0
007: 7
14.500: 14500
14,500: 14500
١٬٢٠٠: 1200
1 150 000: 1150000
12 345 678 شخصا: 12345678
12\u00a0345: 12345
12\u202f345\u202f678: 12345678
1.234.567: 1234567
1,234,567: 1234567
1,200.50: 1200.5
1.200,50: 1200.5
1 000,50: 1000.5
12 500 000,75: 12500000.75
١٬٢٠٠٫٥: 1200.5
13,50: 13.5
2,3: 2.3
2.5: 2.5
٢٫٤: 2.4
٢٫٤٥٠: 2.45
0.500: 0.5
13،5: 13.5
35%: 35
٣٥٪: 35
35 في المائة: 35
35 pour cent: 35
35 per cent: 35
الـ68: 68
و25: 25
بـ25: 25
ب25 درهما: 25
1er: 1
G20: 20
90 دقيقة و3 أهداف: 90 3
25 و30: 25 30
3 و4: 3 4
من 3 إلى 5: 3 5
2023-2024: 2023 2024
3-1: 3 1
13:05: 13 5
13h05: 13 5
21/12/2021: 21 12 2021
21.12.2021: 21 12 2021
21-12-2021: 21 12 2021
1,2,3: 1 2 3
1 2 3: 1 2 3
1 200 dh et 300 dh: 1200 300
1 200 2 300: 1200 2300
en 2022 150 personnes: 2022 150
5 et 300 000: 5 300000
200 م²: 200
½:
10½: 10
5² أمتار: 5
0¼: 0
3㎡: 3
⓵:
❷ 12 ➌: 12
"""
MIXED = """\
بين 10 آلاف و12 ألف: 10000 12000
عشرة آلاف واثنا عشر ألفا: 10000 12000
entre 10 mille et 12 mille: 10000 12000
مليون و150 ألف: 1150000
مليون و600 ألف شخص: 1600000
2,3 مليون: 2300000
٢٫٤ مليون: 2400000
2.5 مليار: 2500000000
17 ألف و283: 17283
3 آلاف: 3000
70 ألفا: 70000
100 ألف و50 درهما: 100050
5 ملايين و300 ألف درهم: 5300000
مليار و200 مليون: 1200000000
ثلاثة آلاف و500: 3500
مائة و3 أشخاص: 103
مائة و17 ألفا: 117000
ألف و2022: 1000 2022
100 و200 ألف: 100 200000
ما بين 20 و25 ألف: 20 25000
3 millions 200 mille: 3200000
3 millions 200 personnes: 3000000 200
2,5 milliards de dirhams: 2500000000
150 MDH: 150000000
1.5 billion: 1500000000
2 thousand: 2000
5 cents: 5
"""
ARABIC = """\
ثلاثة: 3
عشرين: 20
خمسة وعشرون: 25
خمسة وَعِشْرُونَ: 25
واحد وعشرين: 21
إحدى وعشرين: 21
واحدا وعشرين بلدا: 21
خمسا وعشرين سنة: 25
ثمانيا وثلاثين طالبة: 38
مائة وواحدا وعشرين: 121
اثنان وثلاثون: 32
تسعة وتسعون: 99
أحد عشر: 11
إحدى عشرة: 11
اثنا عشر: 12
اثني عشر ألفا: 12000
خمسة عشر: 15
خمس عشرة: 15
مائة: 100
مائتان: 200
مئتين وخمسين: 250
ثلاثمائة وستين: 360
خمس مائة: 500
مائة وسبعة عشر ألفا: 117000
مائة وأحد عشر: 111
ألف وأحد عشر: 1011
مليون واحد: 1000000
مائة وثلاثة وعشرون: 123
مئة وخمسة وعشرون ألفا وثلاثمائة وأربعون: 125340
ألف: 1000
ألف و مئتين: 1200
ألفين وخمسمائة: 2500
ألف وتسعمائة وستة وخمسين: 1956
عشرة آلاف: 10000
ثلاثة آلاف وخمسمائة: 3500
سبعين ألف: 70000
مائتي ألف: 200000
مليون: 1000000
مليونان: 2000000
مليون ونصف: 1500000
مليون ونصف المليون درهم: 1500000
مليونين ونصف: 2500000
نصف مليون: 500000
نصف المليون: 500000
ربع مليون: 250000
خمسة ملايين وثلاثمائة ألف: 5300000
مئتين وخمسين مليون درهم: 250000000
مليار ومائتا مليون: 1200000000
ألف مليون: 1000000000
مليون مليون: 1000000 1000000
تسعمائة وتسعة وتسعون ألفا وتسعمائة وتسعة وتسعون: 999999
ستة عشر وسبعة عشر: 16 17
عشرون أو ثلاثون: 20 30
عشرين ثلاثين: 20 30
خمسة وستة: 5 6
بثلاثين درهما: 30
بألف درهم: 1000
لألفي شخص: 2000
للألف: 1000
بمليون: 1000000
وستين: 60
الخمسين: 50
الخمسة والعشرين: 25
الدول الخمسة: 5
تلاتين: 30
جوج: 2
خمسطاش: 15
ميتين درهم: 200
ألفُ ليلة وليلة: 1000
واحد:
أحد الأشخاص:
واحدة:
آلاف:
عشرات الآلاف:
عدة ملايين:
الأول:
القرن الحادي والعشرين:
الثالث والثلاثين:
بالمائة:
في المئة:
لست متأكدا:
يوم الاثنين:
كمية كبيرة:
نصف النهار:
ربع النهائي:
الربيع:
"""
LATIN = """\
sept: 7
dix-sept: 17
vingt: 20
vingt et un: 21
vingt-et-un: 21
vingt‑cinq: 25
soixante-dix: 70
soixante et onze: 71
soixante-dix-huit: 78
quatre-vingts: 80
quatre-vingt-un: 81
quatre-vingt-quinze mille: 95000
quatre-vingt-dix-sept: 97
cent: 100
cent dix-sept: 117
deux cents: 200
deux cent cinquante mille: 250000
mille: 1000
mille et une nuits: 1001
mille neuf cent quatre-vingt-quatre: 1984
deux mille vingt-trois: 2023
un million deux cent mille: 1200000
deux millions et demi: 2500000
un demi-million: 500000
deux mille milliards: 2000000000000
deux et trois: 2 3
un deux trois: 2 3
un:
une maison:
des milliers:
twenty-five: 25
one hundred: 100
one hundred and five: 105
a hundred: 100
two hundred and fifty thousand: 250000
two million three hundred thousand: 2300000
two and a half million: 2500000
half a million: 500000
a million and a half: 1500000
one million: 1000000
nineteen eighty-four: 19 84
thousands of people:
one:
half of them:
"""
TABLE = [
    (text, [float(value) for value in said.split()])
    for text, said in (
        line.rsplit(":", 1) for line in (DIGITS + MIXED + ARABIC + LATIN).splitlines()
    )
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_numbers(text: str, expected: list[float]) -> None:
    assert [number.value for number in numbers(text)] == expected
    assert [number.value for number in numbers(f"قال: {text}؛ انتهى")] == expected
    assert values(f"«{text}».") == set(expected)


def test_a_line_break_parts_digits() -> None:
    assert [number.value for number in numbers("1 200\n300")] == [1200, 300]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حضر «مليون و150 ألف» زائر", "مليون و150 ألف"),
        ("بلغ ١٬٢٠٠ في المائة", "١٬٢٠٠"),
        ("ثمنه خَمْسَةٌ وعِشْرُونَ درهما", "خَمْسَةٌ وعِشْرُونَ"),
        ("الدورة الـ68 للمهرجان", "68"),
        ("en tout 1 150 000,50 DH.", "1 150 000,50"),
        ("soit quatre-vingt-dix-sept pages", "quatre-vingt-dix-sept"),
        ("about one hundred and five men", "one hundred and five"),
        ("قرابة مليون ونصف المليون زائر", "مليون ونصف المليون"),
    ],
)
def test_where_a_number_stands(text: str, expected: str) -> None:
    (found,) = numbers(text)
    assert text[found.start : found.end] == expected


def test_two_numbers_and_their_places() -> None:
    text = "من 3 إلى خمسة"
    assert numbers(text) == [Number(3, 3, 4), Number(5, 9, 13)]


EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@given(
    st.integers(0, 10**15),
    st.sampled_from(["", ",", ".", "٬", " ", "\u00a0", "\u202f"]),
    st.sampled_from([{}, EASTERN, PERSIAN]),
    st.sampled_from(["", "؟", ".", " درهم", "%", " و", "،", "\n"]),
)
def test_digits_of_any_script_with_any_separator(
    number: int, separator: str, script: dict[int, int], after: str
) -> None:
    written = f"{number:,}".replace(",", separator).translate(script)
    text = f"بلغ {written}{after}"
    assert numbers(text) == [Number(float(number), 4, 4 + len(written))]


@given(st.integers(0, 999_999), st.integers(0, 99), st.sampled_from([".,", ",.", " ,", "٬٫"]))
def test_decimals_after_thousands(whole: int, cents: int, signs: str) -> None:
    written = f"{whole:,}".replace(",", signs[0]) + f"{signs[1]}{cents:02}"
    assert values(written) == {float(f"{whole}.{cents:02}")}


UNITS = "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split()
TENS = "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split()
HUNDREDS = "مائة مائتين ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة".split()
TEENS = "عشرة|أحد عشر|اثني عشر|ثلاثة عشر|أربعة عشر|خمسة عشر|ستة عشر|سبعة عشر|ثمانية عشر|تسعة عشر"


def below_a_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    said = [HUNDREDS[hundreds - 1]] if hundreds else []
    if 10 <= rest < 20:
        said.append(TEENS.split("|")[rest - 10])
    else:
        tens, units = divmod(rest, 10)
        said += [UNITS[units - 1]] if units else []
        said += [TENS[tens - 2]] if tens else []
    return said


def in_arabic(number: int) -> str:
    parts = []
    for scale, word in ((10**9, "مليار"), (10**6, "مليون"), (10**3, "ألف")):
        count, number = divmod(number, scale)
        if count:
            parts.append(word if count == 1 else f"{' و'.join(below_a_thousand(count))} {word}")
    return " و".join(parts + below_a_thousand(number))


@given(st.integers(2, 10**12 - 1))
def test_arabic_words(number: int) -> None:
    assert [found.value for found in numbers(in_arabic(number))] == [number]


FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
).split()
FRENCH_TENS = "vingt trente quarante cinquante soixante".split()


def in_french(number: int) -> str:
    for scale, word in ((10**6, "million"), (1000, "mille"), (100, "cent")):
        if number >= scale:
            count, rest = divmod(number, scale)
            said = word if count == 1 and scale < 10**6 else f"{in_french(count)} {word}"
            return f"{said} {in_french(rest)}" if rest else said
    if number < 20:
        return FRENCH[number]
    if number >= 80:
        return f"quatre-vingt-{in_french(number - 80)}" if number > 80 else "quatre-vingts"
    tens = min(number // 10, 6)
    rest = number - 10 * tens
    link = " et " if rest in (1, 11) else "-"
    return FRENCH_TENS[tens - 2] + (f"{link}{in_french(rest)}" if rest else "")


@given(st.integers(2, 10**9 - 1))
def test_french_words(number: int) -> None:
    assert [found.value for found in numbers(in_french(number))] == [number]


PIECES = st.sampled_from(
    "و et and a 1 12 150 000 1.5 2,3 ألف مليون مائة عشر خمسة وستين نصف المليون vingt quatre cent "
    "cents demi half million - . , \u00a0 \n ² ½ ـ لل آلاف".split(" ")
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30))
def test_numbers_of_any_text_stand_apart_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    past = 0
    for number in numbers(text):
        assert past <= number.start < number.end <= len(text)
        assert number.value >= 0
        assert any(char.isalnum() for char in text[number.start : number.end])
        past = number.end


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        ("1 ", 25_000), ("111 ", 1), ("1.", 25_000), ("1", 1), ("مليون ", 25_000), ("و ", 0),
        ("cent ", 25_000), ("half a ", 0), ("ألف و", 25_000),
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str, count: int) -> None:
    """Quadratic work on 25,000 pieces would take a minute."""
    assert len(numbers(piece * 25_000)) == count
