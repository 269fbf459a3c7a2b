"""What an amount of money is."""

from __future__ import annotations

import pytest

from rag.amounts import amounts, of_two_sorts
from rag.kinds import has_kind
from rag.question import understand


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("وبميزانيتها", {"price"}),
        ("ثمنه وسعرها", {"price"}),
        ("كلفته", {"price"}),
        ("وبلغت مداخيلها", {"takings"}),
        ("رقم معاملات الدورة", {"takings"}),
        ("Le chiffre d'affaires et le coût", {"takings", "price"}),
        ("the fine", {"fine"}),
        ("للمنحة", {"aid"}),
        ("أجرى المدير لقاء في المدينة", set()),
        ("بقيمة 3 ملايين درهم", set()),
    ],
)
def test_sorts(text: str, sorts: set[str]) -> None:
    assert amounts(text) == sorts


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("ثمن التذكرة", "رقم معاملات المعرض", True),
        ("le prix d'entrée", "تجاوز رقم معاملات الدورة", True),
        ("ثمن التذكرة", "بقيمة 20 درهما", False),
        ("ثمن التذكرة", "المداخيل وثمن الدخول", False),
        ("كلفة المشروع", "بميزانية قدرها", False),
    ],
)
def test_two_sorts(one: str, other: str, two: bool) -> None:
    assert of_two_sorts(one, other) is two
    assert of_two_sorts(other, one) is two


def test_the_takings_are_no_price() -> None:
    asked = understand("ما ثمن تذكرة المعرض؟")
    assert not has_kind(asked, "تجاوز رقم معاملات المعرض 3 ملايين درهم.")
    assert has_kind(asked, "حدد الدخول في 20 درهما.")


def test_a_ticket_has_a_price_whatever_it_brings_in() -> None:
    sold = "فرضت تذكرة قدرها 3 دراهم، خصص مدخولها، وهو 96 ألف درهم، لصندوق دعم الصناع."
    assert not of_two_sorts("كم كان ثمن الدخول؟", sold)
    assert of_two_sorts("كم كانت غرامة الدخول؟", sold)
    assert of_two_sorts("كم كان ثمن الدخول؟", sold.replace("تذكرة", "وجيبة"))
