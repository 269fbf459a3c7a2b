"""When an answer holds a fact: spellings, numbers, clitics, and what must not match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.exact import exact_match, normal, token_f1
from eval.matching import dates, figures, holds, tokens

# text | form that it holds
HELD = """\
قصده 97350 زائرا | 97350
قصده 97.350 زائرا | 97350
قصده 97 350 زائرا | 97,350
قصده ٩٧٣٥٠ زائرا | 97350
قصده ٩٧٬٣٥٠ زائرا | 97350
112 ألفا و700 شخص | 112700
نحو 2,3 مليون شخص | 2.300.000
مليون ونصف المليون | 1500000
شارك سبعة أطفال | 7
شارك 7 أطفال | سبعة أطفال
بخمسة عشر درهما | 15 درهما
واحد وعشرون يوما | 21 يوما
ثلاثمائة متر | 300 متر
two hundred people | 200
quatre-vingt-dix personnes | 90
القرن الـ19 | القرن 19
بلغ عدده الـ68 | 68
و25 تلميذا | 25
بـ25 درهما | 25 درهما
من 10 إلى 12 | 12
2023-2024 | 2024
3-1 | 3
النسبة 35% | 35
النسبة 35% | 35 في المائة
النسبة ٣٥٪ | 35%
35 بالمئة من السكان | 35%
35 في المية | 35 بالمائة
35 pour cent | 35%
35 Per Cent | 35 percent
على بعد 5 كلم | 5 كم
خمسة كيلومترات | 5 كلم
5 km | 5 كلم
يوم 12 مارس 2021 | 12 مارس 2021
يوم ١٢ مارس ٢٠٢١ | 12 مارس 2021
12/03/2021 | 12-3-2021
16/09/2024 | 16 شتنبر 2024
16-9-2024 | 16 سبتمبر
2024-09-16 | 16 أيلول 2024
2024-09-16 | شتنبر 2024
١٦/٠٩/٢٠٢٤ | 16 septembre 2024
16 شتنبر 2024 | 2024-09-16
16 من شهر شتنبر من سنة 2024 | 16/09/2024
on September 16th, 2024 | 16/09/2024
Sept. 16, 2024 | 16 شتنبر
le 1er mai 2024 | فاتح ماي 2024
28 كانون الثاني/يناير 2024 | 28 يناير 2024
وتشرين الأول 2023 | أكتوبر 2023
16/09/2024 | 2024
16/09/2024 | 16
in September 2024 | شتنبر 2024
ونونبر | نوفمبر
09/28/2024 | 28 شتنبر 2024
10-12 مارس | 12 مارس
28 يناير 2024-2025 | 28 يناير
of the 12 may go | 12
بالمغرب | المغرب
والمغرب | المغرب
للمغرب | المغرب
بأكادير | أكادير
وأكادير | أكادير
ولأكادير | أكادير
لطنجة | طنجة
وبطنجة | طنجة
بفاس | فاس
وفاس | فاس
فالدار البيضاء | الدار البيضاء
لفوزي لقجع | فوزي لقجع
من اكادير | أكادير
من أكادير | اكادير
إفران | افران
آيت بلا | ايت بلا
جامعة | جامعه
مستشفى | مستشفي
مُحَمَّدٌ الخَامِسُ | محمد الخامس
مـحـمـد الخامس | محمد الخامس
المكتبات | مكتبة
محمد عليّ باشا | محمد علي
والسؤال | سؤال
السؤال | سؤال
COVID-19 | covid 19
كوفيد-19 | كوفيد 19
L’ÉCOLE supérieure | école
Omar Aït Bella | Ait Bella
the Ministry of Health | Ministry of Health
(أيت-بلا)، | أيت بلا
إلى إسبانيا وفرنسا وكندا | فرنسا
إلى إسبانيا وفرنسا وكندا | كندا
وصل إلى فرنسا | وفرنسا
بدمنات | دمنات
في دمنات | بدمنات
وتطوان | تطوان
بأزيلال | أزيلال
قرب الصويرا | الصويرة
لفؤاد حيدور | فؤاد حيدور
ومراكش وحي النصر | حي النصر
بعز الدين الكرامي | عز الدين الكرامي
وفيلم «الحارس» | فيلم الحارس
للفيلم القصير | الفيلم القصير
قال علي بنعمر | علي بنعمر
ولعلي بنعمر | علي بنعمر
شارك 30 غواصا | 30 غواص
في بطاقتان صفراوان | بطاقتين صفراوين
المتضررون من الزلزال | المتضررين من الزلزال
معرضها الجهوي | المعرض الجهوي
جمعيتهم الخيرية | جمعية خيرية
لا ثمن لها | لا ثمن لها
القفازات والأكياس | قفازات وأكياس
قفازات و أكياس | قفازات وأكياس
gloves & bags | gloves bags
gloves and bags | gloves and bags
ثلاثا وستين من النساء ثم 63 من النساء | 63 نساء
معلم ديال القرية | معلم القرية
معلم القرية | معلم ديال القرية
on the 16th of September | 16 September
September 16th | September 16
le 16 septembre | 16 septembre
place de l'Indépendance | place Indépendance
Hanan El Bouchouari | Hanan Bouchouari
the compteurs | compteur
واحدا وعشرين بلدا | 21 بلدا
21 بلدا | واحدا وعشرين بلدا
وَاحِدًا وَعِشْرِينَ بَلَدًا | 21 بلدا
سن الثانية عشرة | 12
12 سنة | الثانية عشرة
في الثامنة عشرة من عمره | 18
الخامس والعشرين من شهر ماي | الخامس والعشرين من شهر ماي
الخامس والعشرين من ماي | 25 ماي
للحادية والعشرين | 21
ثلاثين في المائة | 30%
فِي الْمِائَةِ ٣٠ ثم ٣٠ بِالْمِائَةِ | 30%
بنسبة %83 | 83%
83% | 83
"""

# text | form that it does not hold
NOT_HELD = """\
160 شخصا | 60
70 شخصا | 7
7 أشخاص | 70
60.000 شخص | 60
60 000 شخص | 60
2,5 مليون | 5
1.5 | 15
ستة وستون | ستة
ستة وستون | 60
سبعة آلاف | 7
خمسة عشر | خمسة
2021 | 21
35 شخصا | 35%
35% | 53%
35 في المائة | 100
5 أشخاص | 5 كم
5 دراهم | 5 أيام
7 أشخاص و5 دراهم | 7 دراهم
13 مارس 2021 | 12 مارس 2021
12 مارس 2021 | مارس 12
16/09/2024 | 9
16/09/2024 | 16 أكتوبر 2024
16 شتنبر | 16 شتنبر 2024
16/09/2023 | 16 شتنبر 2024
28/01 | 28 يناير
3-1-2 | 3 يناير
31/02/2024 | 31 فبراير 2024
12 sept personnes | 12 شتنبر
12 أب | 12 غشت
محمد بن سالم | محمد علي
يقوم على البحر | علي
وجدة | جدة
جدة | وجدة
أكادير | بأكادير الكبرى
الدار الكبيرة البيضاء | الدار البيضاء
باريس | الرباط
Casablanca | casa
بعيدا عن الأمل | عمل
في عمل جيد | الأمل
لبيا وحدها | ليبيا
15 درهما | 5 دراهم
5 دراهم | 15 درهما
24 مليون | 2,4 مليون
2,4 مليون | 24 مليون
2,4 مليون | 4 مليون
سلمى برحو | سلمى الغرباوي
عمر بلفقيه | عمر الفقيه
أحمد سهيل والبقالي | أحمد سهيل البقالي
أحمد و البقالي | أحمد البقالي
أحمد ثم البقالي | أحمد البقالي
Omar and Ait Bella | Omar Ait Bella
نزل على بنعمر | علي بنعمر
بنعمر | علي بنعمر
إنذار واحد | إنذارين
في بركة ماء | بركان
قال محمد | المحمدية
محمدية | محمد
بلا ريش | بريش
ثمن الدكان | لا ثمن لها
12 درهما | 12 دولة
20 بلدا | واحدا وعشرين بلدا
10 سنوات | الثانية عشرة
المرتبة العشرين | الثانية والعشرين
100 metre | 100 km
"""


def pairs(lines: str) -> list[list[str]]:
    return [line.split(" | ") for line in lines.splitlines()]


@pytest.mark.parametrize(("text", "form"), pairs(HELD))
def test_holds(text: str, form: str) -> None:
    assert holds(text, form), (tokens(text), tokens(form))
    assert holds(f"قيل إن {text} كما ورد", form)


@pytest.mark.parametrize(("text", "form"), pairs(NOT_HELD))
def test_does_not_hold(text: str, form: str) -> None:
    assert not holds(text, form), (tokens(text), tokens(form))


@pytest.mark.parametrize("nothing", ["", " ", "؟!", "من في", "ـ", "..."])
def test_what_has_no_words_is_held_by_nothing(nothing: str) -> None:
    assert tokens(nothing) == ()
    assert not holds("نص من في", nothing)
    assert not holds(nothing, "نص")
    assert not holds(nothing, nothing)


def test_tokens() -> None:
    assert tokens("112 ألفا و700 شخص") == ("#112700", "شخص")
    assert tokens("112.700") == tokens("١١٢٧٠٠") == ("#112700",)
    assert tokens("2,5 في المائة من الأسر") == ("#2.5", "%", *tokens("الأسر"))


def test_dates_and_their_figures() -> None:
    assert dates("من 28/01/2024 إلى 3 فبراير") == {(2024, 1, 28), (None, 2, 3)}
    assert dates("12-28-2024 ثم 2024.01.28") == {(2024, 12, 28), (2024, 1, 28)}
    assert not dates("35 مارس، 2023-2024، 3-1، 192.168.1.2024، 31/02/2024، 12 sept personnes")
    assert figures("28/01/2024") == figures("28 يناير 2024") == {28, 2024}


@settings(deadline=None)
@given(st.text(st.sampled_from("ابتلمنوفكسعيةىأإ وال0123٤٥٦.,%-dlaé'"), max_size=30))
def test_a_text_holds_itself_and_so_does_one_that_goes_on(text: str) -> None:
    assert holds(text, text) == bool(tokens(text))
    if tokens(text):
        assert holds(f"كتاب ؛ {text} ؛ كتاب", text)


# -------------------------------------------------------------------------- exact match and F1


def test_normal_words() -> None:
    assert normal("السؤال عن الكِتابِ.") == ["سوال", "عن", "كتاب"]
    assert normal("سؤال") == ["سوال"]  # «ال» at its end stays
    assert normal("ألم") == ["الم"]  # as does one that is most of a word
    assert normal("The cat, l'été et les a") == ["cat", "ete", "et"]
    assert normal("١٤٬٥٠٠ درهم") == ["14500", "درهم"]
    assert normal("القرن الـ19") == ["قرن", "19"]
    assert normal("؟ !") == []


@pytest.mark.parametrize(
    ("text", "gold", "expected"),
    [
        ("المدينة المنورة", "مدينه منوره", 1),
        ("الرباط.", "«الرباط»", 1),
        ("في الرباط", "الرباط", 0),
        ("٣٠٨", "308", 1),
        ("", "؟", 1),
        ("", "نعم", 0),
    ],
)
def test_exact_match(text: str, gold: str, expected: float) -> None:
    assert exact_match(text, gold) == expected


def test_token_f1_by_hand() -> None:
    # Two of three words said, two of two wanted: P 2/3, R 1: 2 · 2/3 ÷ (5/3) = 4/5.
    assert token_f1("في المدينة المنورة", "المدينة المنورة") == pytest.approx(4 / 5)
    # A word said twice counts once where it is wanted once: P 1/2, R 1/1: 2/3.
    assert token_f1("كتاب كتاب", "كتاب") == pytest.approx(2 / 3)
    # P 1/4, R 1/2: 2 · 1/8 ÷ (3/4) = 1/3.
    assert token_f1("one two three four", "four five") == pytest.approx(1 / 3)
    assert token_f1("كتاب", "قلم") == 0
    assert token_f1("", "") == token_f1("؟", "") == 1
    assert token_f1("", "كتاب") == token_f1("كتاب", "") == 0


some_words = st.lists(st.sampled_from("كتاب الكتاب قلم the dog 12 ١٢ ، في".split())).map(" ".join)


@settings(deadline=None)
@given(some_words, some_words)
def test_f1_is_the_same_both_ways_and_one_for_equal_words(one: str, other: str) -> None:
    value = token_f1(one, other)
    assert value == pytest.approx(token_f1(other, one))
    assert exact_match(one, other) <= value <= 1
    assert (value == pytest.approx(1)) == (sorted(normal(one)) == sorted(normal(other)))
