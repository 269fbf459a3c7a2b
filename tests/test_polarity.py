"""Denials and movements: the same way round or not."""

from __future__ import annotations

import pytest

from rag.polarity import agree, may_deny
from rag.statement import read


def agrees(claim: str, source: str) -> bool:
    return agree(read(claim), [read(source)], same_script=True)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("حضر الوزير", "لم يحضر الوزير"),
        ("لن ينطلق المشروع", "ينطلق المشروع"),
        ("ماجاوش الناس", "جاو الناس"),
        ("الدخول غير مجاني", "الدخول مجاني"),
        ("il n'a pas ouvert", "il a ouvert"),
        ("aucun accord signé", "un accord signé"),
        ("it never opened", "it opened"),
        ("ارتفع الإنتاج", "انخفض الإنتاج"),
        ("فازت الوداد", "خسرت الوداد"),
        ("la hausse des prix", "la baisse des prix"),
        ("prices fell", "prices rose"),
        ("prices fell", "ارتفعت الأسعار"),
    ],
)
def test_the_other_way_round(claim: str, source: str) -> None:
    assert not agrees(claim, source)
    assert agrees(claim, claim) and agrees(source, source)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("les travaux se termineront en mars", "ستنطلق الأشغال في مارس وتبدأ غدا"),
        ("nine import contracts", "تسعة عقود للتصدير"),
        ("five kilometres north of the town", "خمسة كيلومترات جنوب المدينة"),
        ("la vente est autorisée", "منع البيع"),
    ],
)
def test_the_other_way_round_in_another_script(claim: str, source: str) -> None:
    assert not agree(read(claim), [read(source)], same_script=False)


def test_who_does_not_exceed_is_not_said_to() -> None:
    source = [read("لم تتجاوز نسبة ملء السدود 23 في المائة")]
    assert may_deny(read("The rate did not exceed 23 percent"), source)
    assert may_deny(read("The rate was 23 percent"), source)
    assert not may_deny(read("The rate exceeded 23 percent"), source)
    assert may_deny(read("The rate exceeded 23 percent"), [read("تجاوزت النسبة 23 في المائة")])


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("زاد الإنتاج", "ارتفع الإنتاج"),
        ("شارك 900 شخص", "لم يحضر الوزير، و900 شخص شاركوا"),
        ("باع 308 كتب", "لم يبع إلا 308 كتب"),
        ("يزال المعرض مفتوحا", "لا يزال المعرض مفتوحا"),
    ],
)
def test_the_same_way_round(claim: str, source: str) -> None:
    assert agrees(claim, source)


def test_a_movement_belongs_to_its_date() -> None:
    source = "بدأت الحرب سنة 1939 وانتهت سنة 1945"
    assert agrees("بدأت الحرب سنة 1939", source)
    assert not agrees("انتهت الحرب سنة 1939", source)


def test_across_scripts_a_denial_needs_a_denial() -> None:
    denied = read("it was not opened")
    assert not agree(denied, [read("افتتح المعرض")], same_script=False)
    assert agree(denied, [read("لم يفتتح المعرض")], same_script=False)
