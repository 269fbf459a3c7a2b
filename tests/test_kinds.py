"""Whether a text holds the kind of thing that a question asks for."""

from __future__ import annotations

import pytest

from rag.kinds import has_kind
from rag.question import understand

ASKS = {
    "number": "كم عدد زوار المعرض؟",
    "share": "ما نسبة النجاح؟",
    "money": "ما ثمن التذكرة؟",
    "date": "متى افتتح المعرض؟",
}
HOLDS = {
    "number": ["بلغ عدد الزوار 1200", "مائة زائر", "١٢ زائرا", "two hundred visitors"],
    "share": [
        "بلغت 65,7%", "٪65 منهم", "65 في المائة", "65 في المئة", "65 بالمئة", "65 فالمية",
        "نصف السكان", "زاد بالنصف", "ثلثا الأعضاء", "ثلاثة أرباع المقاعد", "3 من كل 10",
        "65 pour cent", "la moitié", "les deux tiers", "3 sur 10", "65 percent", "a third of them",
        "three quarters", "1 in 5", "5 per cent",
    ],
    "money": [
        "100 درهم", "100درهم", "خمسون درهما", "20 سنتيما", "50dh", "3 MDH", "100 euros", "1200€",
        "$5 million", "500 ريال", "2 مليار دولار", "10 centimes", "mille dirhams",
    ],
    "date": ["يوم 12 ماي", "سنة ٢٠٢٣", "in May", "le 3 juin", "2023-05-01"],
}  # fmt: skip
LACKS = {
    "number": ["مئات الزوار", "", "كثيرون"],
    "share": ["خمس سنوات", "عشر مدن", "نص القانون", "the third edition", "65 شخصا", "quartier"],
    "money": ["بالدرهم المغربي", "100 شخص", "50 madame", "مائة"],
    "date": ["قبل 12 سنة", "1200 زائر", ""],
}


def cases(texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(wanted, text) for wanted, own in texts.items() for text in own]


@pytest.mark.parametrize(("wanted", "text"), cases(HOLDS))
def test_what_holds_it(wanted: str, text: str) -> None:
    question = understand(ASKS[wanted])
    assert question.wants == wanted
    assert has_kind(question, text)


@pytest.mark.parametrize(("wanted", "text"), cases(LACKS))
def test_what_does_not(wanted: str, text: str) -> None:
    assert not has_kind(understand(ASKS[wanted]), text)


@pytest.mark.parametrize("text", ["الوزير", "", "12"])
def test_other_questions_take_anything(text: str) -> None:
    assert has_kind(understand("من افتتح المعرض؟"), text)


@pytest.mark.parametrize("text", ["65 في المائة", "درهم 100", "نصف السكان"])
def test_marks_and_stretched_letters_change_nothing(text: str) -> None:
    stretched = text.replace("م", "مـَ").replace("ص", "صـُ")
    for asked in ASKS.values():
        question = understand(asked)
        assert has_kind(question, stretched) == has_kind(question, text)


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("متى تعاد حملة غشت 2023؟", "نظمت الحملة في غشت 2023.", False),
        ("متى تعاد حملة غشت 2023؟", "تعاد الحملة يوم 16 شتنبر.", True),
        ("متى نظمت حملة غشت 2023؟", "نظمت الحملة يوم 6 غشت 2023.", True),
        ("كم زائرا استقبل معرض 2023؟", "اختتم معرض 2023.", False),
        ("كم زائرا استقبل معرض 2023؟", "استقبل معرض 2023 نحو 900 زائر.", True),
        ("Quel est le prix du billet à 10 dirhams ?", "Le billet à 10 dirhams.", False),
    ],
)
def test_what_the_question_names_does_not_answer_it(question: str, text: str, holds: bool) -> None:
    assert has_kind(understand(question), text) is holds
