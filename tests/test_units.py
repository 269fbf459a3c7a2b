"""Numbers, dates and editions as index terms: tables by kind, and what holds for any text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.arabic import fold
from rag.dates import MONTH_OF
from rag.numbers import numbers
from rag.units import mentions, placed_units, unit_terms


def rows(table: str) -> list[tuple[str, list[str]]]:
    """``text => term term`` lines."""
    pairs = (line.split("=>") for line in table.splitlines() if line)
    return [(text.strip(), terms.split()) for text, terms in pairs]


NUMBERS = """
مليون و150 ألف زائر => #1150000
2,3 مليون درهم => #2300000
٣٦٠ عملية => #360
۳۶۰ عملية => #360
ثلاثمائة وستين عملية => #360
3,5 في المائة => #3.5
٣٫٥٪ => #3.5
4.35 مليار => #4350000000
97.350 زائرا => #97350
1 150 000 visiteurs => #1150000
deux cent cinquante mille => #250000
two and a half million => #2500000
0.1 و0,2 => #0.1 #0.2
من 25 إلى 30 ثم 25 => #25 #30
2000 درهم => #2000
plus de 2000 personnes => #2000
أكثر من 1950 => #1950
١٩٩٩ درهما => #1999
وشارك في الدورة 120 عارضا => #120
هذا الموسم 248 ألف هكتار => #248000
وقال بدوره 12 => #12
b5 dh => #5
5km en 25min => #5 #25
سورة البقرة الآية 255 => #255
فازوا 3-1 على ضيوفهم => #3 #1
رقم 2021/12/21/5 => @2021 #12 #21 #5
31/02/2021 => #31 #2 #2021
15 مليون سنتيم يوم 15 => #15000000 #15
"""
NO_NUMBERS = """
الهاتف: 0802 00 00 34 =>
Tél. 05 22 12 34 56 ou 0522-12-34-56 =>
+212 522 12 34 56 (أو 00212 522-123456) =>
الإصدار 3.11.2 من البرنامج =>
10.0.0.1 =>
على الساعة 14:30 =>
à 14h30 ou à 9h =>
à 15 heures =>
الساعة 10 و30 دقيقة =>
من 9 صباحا =>
at 2:30 pm or 3pm =>
ch7al kant, 3lach wa7ed f l7anout =>
٢٠٠ م² و½ => #200
دخل واحد منهم =>
9999999999999999999999 =>
"""
FULL_21 = "@2021-12-21 @2021-12 @2021 @m12-21 @m12"
FULL_8 = "@2023-08-03 @2023-08 @2023 @m08-03 @m08"
DATES = f"""
الثلاثاء 21 دجنبر 2021 - 14:30 => {FULL_21}
الثلاثاء ٢١ ديسمبر ٢٠٢١ => {FULL_21}
21 كانون الأول 2021 => {FULL_21}
21 كانون الأول/ديسمبر 2021م => {FULL_21}
21دجنبر2021 => {FULL_21}
الحادي والعشرين من شهر دجنبر سنة 2021 => {FULL_21}
mardi 21 décembre 2021 à 13h05 => {FULL_21}
le vingt et un décembre 2021 => {FULL_21}
December 21st, 2021 => {FULL_21}
the twenty-first of December 2021 => {FULL_21}
21 Dec. 2021 => {FULL_21}
21 dojanbir 2021 => {FULL_21}
2021-12-21 => {FULL_21}
2021-12-21T13:05:00+01:00 => {FULL_21}
21/12/2021 => {FULL_21}
21.12.2021 => {FULL_21}
12/21/2021 => {FULL_21}
21/12/21 => {FULL_21}
3 غشت 2023 => {FULL_8}
3 أغسطس 2023 => {FULL_8}
3 آب 2023 => {FULL_8}
3 أوت 2023 => {FULL_8}
3 août 2023 => {FULL_8}
3 August 2023 => {FULL_8}
3 ghocht 2023 => {FULL_8}
فاتح ماي 2020 => @2020-05-01 @2020-05 @2020 @m05-01 @m05
1er mai 2020 => @2020-05-01 @2020-05 @2020 @m05-01 @m05
من 28 ماي إلى 3 يونيو => @m05-28 @m05 @m06-03 @m06
ما بين 12 و14 ماي => @m05-12 @m05 @m05-14
du 5 au 8 décembre => @m12-05 @m12 @m12-08
يومي الجمعة 15 والسبت 16 نونبر => @m11-15 @m11 @m11-16
على مدى يوم 21 دجنبر => @m12-21 @m12
on December 21 => @m12-21 @m12
دجنبر 2021 => @2021-12 @2021 @m12
ف شهر دجنبر ديال 2021 => @2021-12 @2021 @m12
12/2021 => @2021-12 @2021 @m12
2021-06 => @2021-06 @2021 @m06
أيار من عام 1852 => @1852-05 @1852 @m05
أيار ، 2020 => @2020-05 @2020 @m05
في غشت => @m08
نهاية أبريل => @m04
en août => @m08
fin mars => @m03
in May => @m05
in March => @m03
شهر ماي => @m05
متم مارس => @m03
بدجنبر => @m12
شهري فبراير ومارس => @m02 @m03
سنة 2021 => @2021
2021 => @2021
بين 2019 و2021 => @2019 @2021
موسم 2021/2022 => @2021 @2022
saison 2021-2022 => @2021 @2022
2021-22 => @2021 @2022
من 2015 - 2020 => @2015 @2020
صيف 2023 => @2023
سنة ألفين وواحد وعشرين => @2021
année deux mille vingt-trois => @2023
سنة 1850 => @1850
30 février 2021 => @2021-02 @2021 @m02
"""
NO_DATES = """
من مارس الرياضة =>
مارس السباحة كل يوم =>
it may rain =>
12 may have left => #12
march 3 km => #3
les protestants, la planète mars =>
سيارة نيسان =>
قال أب لابنه =>
مايو السباحة =>
mai tai =>
صفر نقطة =>
أمر محرم =>
1500 متر => #1500
"""
EDITIONS = """
الذكرى الـ68 لتأسيسها => ^68
الذكرى 68 => ^68
الذكرى السادسة والستين => ^66
الذكرى الوطنية المجيدة الـ25 => ^25
ذكرى المسيرة الخضراء التاسعة والأربعون => ^49
النسخة الخامسة => ^5
الدورة ال8 من المعرض => ^8
للدورة الـ٨ => ^8
الدورة 8 لمعرض الكتاب => ^8
الدورة رقم 8 => ^8
الدورة (الثامنة) => ^8
الدورة العادية الثالثة => ^3
الدورة الحادية عشرة => ^11
الدورة الثانية عشرة للمهرجان => ^12
المهرجان الدولي في نسخته الثانية => ^2
يختتم دورته الثالثة => ^3
دورتها الـ12 => ^12
الدورة التامنة => ^8
الدورة المائة => ^100
الذكرى الخامسة والعشرين بعد المائة => ^125
ثامن دورة => ^8
لأول دورة => ^1
المؤتمر الوطني الحادي عشر => ^11
القمة العربية الـ33 => ^33
عيد العرش الخامس والعشرين => ^25
68e anniversaire => ^68
8th edition => ^8
la 8ème édition => ^8
la 3e et dernière édition => ^3
the 8th annual session => ^8
XIIe édition => ^12
la XXIVème édition => ^24
12e congrès => ^12
vingt-deuxième édition => ^22
soixante et onzième anniversaire => ^71
quatre-vingt-dix-neuvième session => ^99
the twenty-second edition => ^22
eightieth anniversary => ^80
première session => ^1
édition n° 8 => ^8
session 2 => ^2
"""
NO_EDITIONS = """
المرتبة الثالثة في المهرجان =>
المعرض المرتبة الأولى =>
le festival =>
ce salon =>
l'édition =>
le 8e jour du festival => #8
les deux éditions => #2
اليوم الثاني من المعرض =>
الدورة بمدينة فاس الثانية من حيث السكان =>
العدد الأولي =>
500 نسخة من الكتاب => #500
دورة تكوينية لفائدة 30 شابا => #30
الدورة بحضور 120 عارضا => #120
من هذه النسخة 3 آلاف و650 عداء => #3650
Forum 500 => #500
half of the season =>
دورة 2023 => @2023
"""
SAID_ON = "2022-05-20"  # a Friday
RELATIVE = """
اليوم => @2022-05-20
قال اليوم الجمعة => @2022-05-20
ليوما => @2022-05-20
أمس الخميس => @2022-05-19
البارح => @2022-05-19
أول أمس => @2022-05-18
غدا => @2022-05-21
بعد غد => @2022-05-22
هذه السنة => @2022
السنة الجارية => @2022
العام الحالي => @2022
هاد العام => @2022
السنة الماضية => @2021
للعام الماضي => @2021
السنة الفارطة => @2021
فالعام لي فات => @2021
السنة المقبلة => @2023
العام الجاي => @2023
الشهر الماضي => @2022-04
الشهر الجاري => @2022-05
الشهر المقبل => @2022-06
يوم 15 من الشهر الجاري => @2022-05-15
ما بين 12 و14 ماي الجاري => @2022-05-12 @2022-05 @2022 @m05-12 @m05 @2022-05-14 @m05-14
في مارس الماضي => @2022-03 @2022 @m03
في يونيو الماضي => @2021-06 @2021 @m06
شهر ماي الماضي => @2021-05 @2021 @m05
يوم 20 ماي المقبل => @2023-05-20 @2023-05 @2023 @m05-20 @m05
شهر مارس المقبل => @2023-03 @2023 @m03
21 دجنبر => @m12-21 @m12 @2021-12-21
5 شتنبر => @m09-05 @m09 @2022-09-05
29 فبراير => @m02-29 @m02
aujourd'hui => @2022-05-20
hier soir => @2022-05-19
avant-hier => @2022-05-18
demain => @2022-05-21
après-demain => @2022-05-22
cette année => @2022
l'année dernière => @2021
l'an passé => @2021
l'année prochaine => @2023
le mois dernier => @2022-04
ce mois-ci => @2022-05
en mars dernier => @2022-03 @2022 @m03
today and yesterday => @2022-05-20 @2022-05-19
tomorrow => @2022-05-21
this year => @2022
last year => @2021
next year => @2023
last month => @2022-04
last December => @2021-12 @2021 @m12
l3am li fat => @2021
had l3am => @2022
lbare7 => @2022-05-19
"""
NOT_RELATIVE = """
اليوم العالمي للماء =>
10 دراهم في اليوم => #10
في اليوم نفسه =>
ذلك اليوم =>
سنة الماء =>
العام والخاص =>
الدورة الماضية =>
the last one =>
le dernier jour =>
الشهر الفضيل =>
"""
HIJRI = """
رمضان 1446 => @h1446-09 @h1446 @hm09
رمضان ١٤٤٦ هـ => @h1446-09 @h1446 @hm09
شهر رمضان من عام 1446 => @h1446-09 @h1446 @hm09
17 رمضان 1445 هـ => @h1445-09-17 @h1445-09 @h1445 @hm09-17 @hm09
17 رمضان 1445هـ => @h1445-09-17 @h1445-09 @h1445 @hm09-17 @hm09
فاتح محرم 1446 => @h1446-01-01 @h1446-01 @h1446 @hm01-01 @hm01
صفر 1446 => @h1446-02 @h1446 @hm02
12 ربيع الأول 1446 => @h1446-03-12 @h1446-03 @h1446 @hm03-12 @hm03
ربيع الثاني 1446 => @h1446-04 @h1446 @hm04
ربيع الآخر 1446 => @h1446-04 @h1446 @hm04
جمادى الأولى 1446 => @h1446-05 @h1446 @hm05
جمادى الآخرة 1446 => @h1446-06 @h1446 @hm06
رجب 1446 => @h1446-07 @h1446 @hm07
شعبان 1446 => @h1446-08 @h1446 @hm08
شوال 1446 => @h1446-10 @h1446 @hm10
ذو القعدة 1446 => @h1446-11 @h1446 @hm11
بذي القعدة 1446 => @h1446-11 @h1446 @hm11
ذي الحجة 1446 => @h1446-12 @h1446 @hm12
ramadan 1446 => @h1446-09 @h1446 @hm09
3 mouharram 1446 => @h1446-01-03 @h1446-01 @h1446 @hm01-03 @hm01
rajab 1446 => @h1446-07 @h1446 @hm07
chaâbane 1446 => @h1446-08 @h1446 @hm08
Sha'ban 1446 AH => @h1446-08 @h1446 @hm08
Dhou al-hijja 1446 => @h1446-12 @h1446 @hm12
f ramdan 1445 => @h1445-09 @h1445 @hm09
في رمضان => @hm09
شهر صفر => @hm02
10 محرم => @hm01-10 @hm01
1446 هـ => @h1446
سنة 1445 => @h1445 @1445
14 شوال 1445 / 24 أبريل 2024 => @h1445-10-14 @h1445-10 @h1445 @hm10-14 @hm10 \
@2024-04-24 @2024-04 @2024 @m04-24 @m04
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    rows(NUMBERS + NO_NUMBERS + DATES + NO_DATES + EDITIONS + NO_EDITIONS + HIJRI),
)
def test_terms(text: str, expected: list[str]) -> None:
    assert unit_terms(text) == expected
    assert unit_terms(f"قيل ({text})؛ انتهى") == expected


@pytest.mark.parametrize(("text", "expected"), rows(RELATIVE + NOT_RELATIVE))
def test_terms_counted_from_the_date_of_the_document(text: str, expected: list[str]) -> None:
    assert unit_terms(text, SAID_ON) == expected
    assert unit_terms(f"«{text}».", SAID_ON) == expected


@pytest.mark.parametrize(("text", "_"), rows(RELATIVE))
def test_without_a_date_nothing_is_resolved(text: str, _: list[str]) -> None:
    assert not [term for term in unit_terms(text) if term.startswith("@2")]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("غشت 2023", "in August 2023"),
        ("في غشت", "août"),
        ("يوم 21 دجنبر", "December 21, 2021"),
        ("رمضان 1446", "Ramadan 1446"),
        ("الدورة الثامنة", "la 8e édition"),
        ("الذكرى الـ68", "68th anniversary"),
        ("مليون و150 ألف", "1,150,000"),
        ("موسم 2021-2022", "2022"),
    ],
)
def test_languages_and_spellings_meet(said: str, written: str) -> None:
    assert set(unit_terms(said)) & set(unit_terms(written))


def test_terms_stand_in_order_each_once() -> None:
    text = "في 2021 زاره 150 شخصا، وفي الدورة الثامنة سنة 2022 زاره 150 أيضا"
    assert unit_terms(text) == ["@2021", "#150", "^8", "@2022"]


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="hier"):
        unit_terms("أمس", "hier")


SCRIPTS = [str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]
ALL = rows(NUMBERS + DATES + EDITIONS + HIJRI + RELATIVE)


@pytest.mark.parametrize("text", [text for text, _ in ALL])
def test_digits_of_any_script_give_the_same(text: str) -> None:
    for script in SCRIPTS:
        assert unit_terms(text.translate(script), SAID_ON) == unit_terms(text, SAID_ON)


def test_folding_changes_no_term() -> None:
    for text, _ in ALL:
        assert unit_terms(fold(text), SAID_ON) == unit_terms(text, SAID_ON)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MONTHS = st.sampled_from(sorted(MONTH_OF))


@given(DAYS, st.data())
def test_every_day_in_every_way(day: date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([n for n, month in MONTH_OF.items() if month == day.month]))
    full = unit_terms(day.isoformat())
    assert full == [
        f"@{day}", f"@{day:%Y-%m}", f"@{day:%Y}", f"@m{day:%m-%d}", f"@m{day:%m}"
    ]  # fmt: skip
    assert unit_terms(f"{day.day} {name} {day.year}") == full
    assert unit_terms(f"{day:%d/%m/%Y}") == full


@given(DAYS.filter(lambda day: 1901 < day.year < 2098), st.integers(-170, 170))
def test_a_day_without_a_year_is_the_nearest(said_on: date, distance: int) -> None:
    day = said_on + timedelta(distance)
    if (day.month, day.day) != (2, 29):
        terms = unit_terms(f"{day.day} دجنبر".replace("دجنبر", NAMES[day.month]), str(said_on))
        assert terms == [f"@m{day:%m-%d}", f"@m{day:%m}", f"@{day}"]


NAMES = dict(
    enumerate(
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(), start=1
    )
)


@given(st.integers(0, 10**12), st.sampled_from(["", " درهم", "؟"]))
def test_integers_are_themselves(number: int, after: str) -> None:
    terms = unit_terms(f"{number:,}{after}" if number >= 10_000 else f"x {number}{after}")
    assert terms in ([f"#{number}"], [f"@{number}"])


PIECES = st.sampled_from(
    "و من إلى 1 12 21 150 2021 1446 14:30 / - . : , دجنبر ماي may رمضان ربيع الأول كانون الدورة "
    "الثامنة والستين edition e XII ال ـ سنة العام لي فات اليوم أمس الشهر الماضي l3am fat + 0522 ² "
    "½ \n".split(" ")
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25), st.sampled_from(["", " "]))
def test_any_text_has_terms_of_known_shapes_apart_and_in_order(
    pieces: list[str], between: str
) -> None:
    text = between.join(pieces)
    terms = unit_terms(text, SAID_ON)
    assert terms == unit_terms(text, SAID_ON)
    assert len(terms) == len(set(terms))
    assert all(term[0] in "#@^" and term[1:] and " " not in term for term in terms)
    folded, past = fold(text), 0
    for mention in mentions(folded, SAID_ON):
        assert past <= mention.start < mention.end <= len(folded)
        past = mention.end


@given(st.text(max_size=60))
@example("0¼")
@example("1½2021")
def test_numbers_that_no_date_takes_are_all_there(text: str) -> None:
    folded, _ = placed_units(text)
    if not mentions(folded):
        said = {f"#{n.value:.0f}" for n in numbers(text) if n.value.is_integer() and n.value < 1e15}
        assert said <= set(unit_terms(text))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1/", "21 دجنبر ", "الدورة ", "و ", "edition ", "xx ", "0", "a2", "12 و", "هذا "],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Quadratic work on 10,000 pieces would take half a minute."""
    assert unit_terms(piece * 10_000, SAID_ON) is not None
