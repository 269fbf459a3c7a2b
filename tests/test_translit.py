"""Names in Latin letters against the same names in Arabic words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.arabic import fold, forms
from rag.translit import arabic_skeletons, latin_skeletons, named_in, names

SAME = """\
Rabat الرباط
Marrakech بمراكش
Marrakesh مراكش
Fès فاس
Fez بفاس
Meknès مكناس
Agadir أكادير
Agadir أغادير
Oujda وجدة
Tétouan تطوان
Tetouan بتطوان
Kénitra القنيطرة
Safi آسفي
Essaouira الصويرة
Laâyoune العيون
Dakhla الداخلة
Nador الناظور
Taza تازة
Settat سطات
Khouribga خريبكة
Errachidia الرشيدية
Ouarzazate ورزازات
Zagora زاكورة
Ifrane إفران
Chefchaouen شفشاون
Larache العرائش
Tiznit بتيزنيت
Taroudant تارودانت
Guelmim كلميم
Souss سوس
Sebou سبو
Atlas الأطلس
Casablanca البيضاء
Tanger طنجة
Tangier بطنجة
Mohammed محمد
Mohamed ومحمد
Hassan الحسن
Aziz عزيز
Khadija خديجة
Youssef يوسف
Rachid رشيد
Zineb زينب
Ibrahim إبراهيم
Akhannouch أخنوش
Benkirane بنكيران
Othmani العثماني
Bourita بوريطة
Laftit لفتيت
Regragui الركراكي
Ziyech زياش
Bennani بناني
Khattabi الخطابي
Wydad الوداد
Raja الرجاء
Trump ترامب
Biden بايدن
Macron لماكرون
Putin بوتين
Poutine بوتين
Zelensky زيلينسكي
Messi ميسي
London لندن
Londres بلندن
Paris باريس
Madrid مدريد
Google غوغل
Google كوكل
Microsoft مايكروسوفت
Facebook فيسبوك
Netflix نتفليكس
Shakespeare شكسبير
Beethoven بيتهوفن
Chopin شوبان
Spain إسبانيا
Espagne إسبانيا
France فرنسا
Egypt مصر
Égypte بمصر
Algérie الجزائر
China والصين
Chine بالصين
Japan اليابان
Morocco المغرب
Marocain المغربية
Jerusalem للقدس
Palestine فلسطين
Gaza غزة
Beirut بيروت
Tripoli طرابلس
Riyadh الرياض
Al-Jazeera الجزيرة
"""
MISSED = """\
Ali علي
Washington واشنطن
Einstein أينشتاين
Munich ميونخ
Abdellatif عبد اللطيف
"""
"""Known: one consonant is too few, and these are not written by ear."""
OTHER = """\
Rabat طنجة
Fès مكناس
Marrakech مكناس
Agadir العيون
Casablanca الرباط
Safi سلا
Mohammed أحمد
Khadija فاطمة
Youssef إدريس
Trump بايدن
Macron ميركل
London باريس
Paris فارس
Google ميتا
China للمختصين
Egypt تونس
Morocco المغربل
Algeria تونس
Messi رونالدو
Aziz زيد
"""


def pairs(table: str) -> list[list[str]]:
    return [line.split(" ", 1) for line in table.splitlines()]


@pytest.mark.parametrize(("latin", "arabic"), pairs(SAME))
def test_the_same_name(latin: str, arabic: str) -> None:
    said = ["يوم", fold(arabic), "غدا"]
    assert named_in(latin, said)
    assert named_in(latin.upper(), said)
    (name,) = names(f"Que dit {latin} ?")
    assert named_in(name, forms(f"زار «{arabic}» غدا"))


@pytest.mark.parametrize(("latin", "arabic"), pairs(OTHER))
def test_another_name(latin: str, arabic: str) -> None:
    assert not named_in(latin, forms(arabic))
    (name,) = names(f"Que dit {latin} ?")
    assert not named_in(name, forms(f"زار {arabic} غدا"))


@pytest.mark.parametrize(("latin", "arabic"), pairs(MISSED))
def test_names_that_are_missed(latin: str, arabic: str) -> None:
    assert not named_in(latin, forms(arabic))


def test_names_that_fall_together() -> None:
    """Known: without vowels these are one."""
    assert named_in("Hassan", ["الحسين"])
    assert named_in("Beirut", ["بوريطة"])


def test_skeletons() -> None:
    assert arabic_skeletons(fold("المدينة")) == {"lmdnh", "lmdn", "mdnh", "mdn"}
    assert arabic_skeletons(fold("وبمراكش")) >= {"bmrkc"}
    assert latin_skeletons("Marrakech") == {"mrkc"}
    assert latin_skeletons("Cherif") == {"crf"}
    assert latin_skeletons("Cadiz") == {"kdz", "kds", "sdz", "sds"}
    assert latin_skeletons("Ali") == frozenset()
    assert latin_skeletons("") == frozenset()


@given(st.text(max_size=30))
def test_skeletons_of_any_text(text: str) -> None:
    assert len(latin_skeletons(text)) <= 16
    assert all(len(skeleton) > 1 for skeleton in latin_skeletons(text))
    assert arabic_skeletons(fold(text))


@given(st.integers(1, 400))
def test_readings_do_not_multiply(length: int) -> None:
    assert len(latin_skeletons("cghz" * length)) <= 16


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the mayor of Rabat?", ["Rabat"]),
        ("Quel est le rôle de l'Institut de Fès ?", ["Institut", "Fès"]),
        ("Où se trouve l’aéroport d’Agadir ?", ["Agadir"]),
        ("Is Morocco's port Tanger-Med or Nador?", ["Morocco", "Tanger-Med", "Nador"]),
        ("What does the OCP do?", []),
        ("Combien de visiteurs ?", []),
        ("Rabat", []),
        ("كم عدد السكان في Rabat؟", ["Rabat"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_a_question(question: str, expected: list[str]) -> None:
    assert names(question) == expected


def test_the_article_is_no_part_of_a_name() -> None:
    assert names("à l'Al-Kouhouf et Er-Rachidia d'Asilah")[-2:] == ["Rachidia", "Asilah"]
    assert names("on Al-Kouhouf beach") == ["Kouhouf"]


def test_a_silent_letter_leaves_no_name_of_two_consonants() -> None:
    assert not named_in("Hassan", ["السنه"])
    assert named_in("Hassan", ["الحسن"])
    assert named_in("Monday", forms("يوم الاثنين")) and not named_in("Monday", forms("يوم الأحد"))
