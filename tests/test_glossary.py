"""The glossary: its format, and words in any inflection that meet their entries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.arabic import STOPWORDS, fold, forms
from rag.glossary import arabic_for, latin_for, synonyms
from rag.glossary_words import LINES

_ARABIC = re.compile(r"[ء-غف-ي]{2,}")

ENGLISH = """\
usa أمريكي
onu أمم
employees موظف
exhibitors عارض
won فوز
winners فاز
elected انتخب
began بداية
sold بيع
bought اشترى
built بناء
children طفل
women امرأة
prices ثمن
injured جرحى
voters ناخب
rose ارتفاع
imported استيراد
authorities سلطة
schools مدرسة
germany ألمانيا
dutch هولندا
tangier طنجة
states ولايات
dams سد
"""
FRENCH = """\
ouvrières عمال
dgsn أمن
oncf سكك
prêtés إعارة
exposants عارض
employées موظف
élu انتخب
élue انتخب
élus انتخاب
électeurs ناخب
gagné فاز
coûté تكلفة
ouverte افتتاح
décidé قرار
prix جائزة
prix ثمن
blessés جرحى
vendus باع
fermée إغلاق
journaux جريدة
hôpitaux مستشفى
marchés سوق
barrages سد
pays بلد
espagnole إسبانيا
tanger طنجة
œuvre عمل
"""


def _cases(lines: str) -> list[tuple[str, str]]:
    return [(word, meaning) for word, meaning in map(str.split, lines.splitlines())]


def _is_a_concept(line: str) -> bool:
    fields = [field.split() for field in line.split("|")]
    if len(fields) != 3 or not all(fields):
        return False
    english, french, arabic = fields
    return (
        all(len(set(field)) == len(field) for field in fields)
        and all(forms(word) == [fold(word)] for word in (*english, *french))
        and not any(_ARABIC.search(word) for word in (*english, *french))
        and STOPWORDS.isdisjoint(map(fold, (*english, *french)))
        and all(map(_ARABIC.fullmatch, arabic))
        and len(arabic) <= 6
    )


def test_each_line_is_a_concept() -> None:
    assert [line for line in LINES if not _is_a_concept(line)] == []
    assert not _is_a_concept("price | prix |")
    assert not _is_a_concept("price | prix | prix")
    assert not _is_a_concept("price price | prix | ثمن")
    assert not _is_a_concept("the | prix | ثمن")


def test_no_line_stands_twice() -> None:
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize(("word", "meaning"), _cases(ENGLISH))
def test_english_words_in_any_inflection(word: str, meaning: str) -> None:
    assert meaning in arabic_for(fold(word), "en")


@pytest.mark.parametrize(("word", "meaning"), _cases(FRENCH))
def test_french_words_in_any_inflection(word: str, meaning: str) -> None:
    assert meaning in arabic_for(fold(word), "fr")


def test_a_listed_form_counts_before_its_stem() -> None:
    assert "مهم" not in arabic_for("imports", "en")  # Snowball: import, important
    assert "سباق" in arabic_for("courses", "fr")
    assert "درس" not in arabic_for("courses", "fr")  # cours, course, cour


def test_each_language_has_its_own_words() -> None:
    assert arabic_for("exposants", "en") == ()
    assert arabic_for("exhibitors", "fr") == ()


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("والزلزال", "seisme"),
        ("الحجوزات", "reservation"),
        ("أولويات", "priorite"),
        ("الصويرة", "essaouira"),
        ("ألغي", "annuler"),
        ("مدارس", "school"),
    ],
)
def test_arabic_words_meet_french_and_english_ones(word: str, meaning: str) -> None:
    assert meaning in latin_for(fold(word))


def test_arabic_words_of_one_concept_are_synonyms() -> None:
    assert fold("أبحاث") in synonyms(fold("البسيج"))
    assert {"زلزال"} <= set(synonyms(fold("الزلزال")))
    assert {fold("كلفة"), fold("تكلفة")} <= set(synonyms(fold("وكلفة")))
    assert synonyms("seisme") == synonyms("غغغ") == ()


@pytest.mark.parametrize(
    ("verb", "past"),
    [("ستبدأ", "بدأ"), ("ينتهي", "انتهى"), ("تقود", "قاد"), ("يباع", "باع"), ("يزورها", "زار")],
)
def test_verbs_of_the_present_meet_their_past(verb: str, past: str) -> None:
    assert synonyms(fold(verb)) == synonyms(fold(past)) != ()


def test_no_french_or_english_word_is_arabic() -> None:
    assert latin_for("seisme") == latin_for("غغغ") == ()


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    for language in ("fr", "en"):
        assert isinstance(arabic_for(fold(text), language), tuple)  # type: ignore[arg-type]
    assert isinstance(latin_for(fold(text)), tuple)
