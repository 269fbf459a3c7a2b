"""Values read out of a sentence of another language, and written in that of the question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.arabic import forms
from rag.numbers import values
from rag.question import understand
from rag.restated import how_meant, restated, valued

VISITORS = "استقبل معرض الكتاب 112 ألفا و700 زائر، ونال 15 كاتبا جوائز."
NIGHTS = "Essaouira a enregistré 1,15 million de nuitées, soit 17% de plus qu'en 2022."


def said(asked: str, text: str, date: str = "") -> str:
    question = understand(asked)
    language = question.language if question.language in ("fr", "en") else "ar"
    return restated(question, text, language, date).replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("How many visitors came to the fair?", VISITORS, "112,700 visitors"),
        ("Combien de visiteurs le salon a-t-il reçus ?", VISITORS, "112_700 visiteurs"),
        ("Combien d'écrivains ont été primés ?", VISITORS, "15 écrivains"),
        ("كم ليلة مبيت سجلت الصويرة؟", NIGHTS, "1,15 مليون"),
        ("Combien d'habitants la ville compte-t-elle ?", "تضم المدينة مليوني نسمة.",
         "2 millions d'habitants"),
        ("How many people live there?", "تضم المدينة 1.234.567 نسمة.", "1,234,567 people"),
        ("How many tonnes were collected?", "جمع المتطوعون 4,2 أطنان من النفايات.", "4.2 tonnes"),
        ("كم كتابا بيع؟", "The fair sold 12,500 books.", "12.500"),
        ("À quel prix est le billet ?", "ثمن التذكرة 10 دراهم.", "10 dirhams"),
        ("Combien coûte le billet ?", "ثمن التذكرة 10 دراهم.", "10 dirhams"),
        ("كم بلغت الميزانية؟", "The budget was 3.1 million dirhams.", "3,1 مليون درهم"),
        ("Quel pourcentage des réservoirs est rempli ?", "بلغت نسبة الملء 23,2 في المائة.",
         "23,2_%"),
        ("What percentage is full?", "بلغت نسبة الملء 23,2 في المائة.", "23.2%"),
        ("كم نسبة الارتفاع؟", "La hausse est de 17 %.", "17 في المائة"),
    ],
)  # fmt: skip
def test_numbers_shares_and_amounts(asked: str, text: str, value: str) -> None:
    assert said(asked, text) == value


@pytest.mark.parametrize(
    ("asked", "text", "date", "value"),
    [
        ("When did the fair open?", "افتتح المعرض يوم 4 ماي 2024.", "", "4 May 2024"),
        ("Quand le salon a-t-il ouvert ?", "افتتح المعرض في فاتح ماي 2024.", "", "1er mai 2024"),
        ("متى افتتح المعرض؟", "The fair opened in May 2024.", "", "ماي 2024"),
        ("When was the club founded?", "تأسس النادي سنة 1956.", "", "1956"),
        ("When did it close?", "اختتم المعرض أمس الأحد.", "2023-05-15", "14 May 2023"),
        ("When did it close?", "اختتم المعرض أمس الأحد.", "", ""),
        ("When was the clean-up?", "جرت الحملة يوم 6 غشت.", "2023-08-07", "6 August 2023"),
        ("When was the clean-up?", "جرت الحملة يوم 6 غشت.", "", "6 August"),
        ("When in May 2024 did it open?", "افتتح المعرض في ماي 2024 يوم الخميس 2 ماي 2024.", "",
         "2 May 2024"),
        ("When did it take place?", "جرى المعرض من 2 إلى 12 ماي 2024.", "", ""),  # two days
    ],
)  # fmt: skip
def test_dates(asked: str, text: str, date: str, value: str) -> None:
    assert said(asked, text, date) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("شارك أزيد من ألف متطوع.", "more than 1000 volunteers"),
        ("شارك ما يزيد عن ألف متطوع.", "more than 1000 volunteers"),
        ("شارك أقل من مئة متطوع.", "less than 100 volunteers"),
        ("شارك نحو 300 متطوع.", "about 300 volunteers"),
        ("شارك 300 متطوع.", "300 volunteers"),
        ("Près de 300 bénévoles ont participé.", "about 300 volunteers"),
        ("لم يشارك 300 متطوع.", ""),
    ],
)
def test_how_exactly_a_number_is_meant_is_said_with_it(text: str, value: str) -> None:
    assert said("How many volunteers took part?", text) == value


@pytest.mark.parametrize(
    ("before", "meant", "many"),
    [
        ("شارك أزيد من", "more than", 2),
        ("شارك فيها حوالي", "about", 1),
        ("كان العدد أقل من", "less than", 2),
        ("ont participé plus de", "more than", 2),
        ("nearly", "about", 1),
        ("أكثر من هذا العدد", "", 0),  # not right before the number
        ("شارك", "", 0),
        ("من", "", 0),
        ("", "", 0),
    ],
)
def test_how_exactly_a_number_is_meant_stands_right_before_it(
    before: str, meant: str, many: int
) -> None:
    names, words = how_meant(forms(before))
    assert (names.get("en", ""), words) == (meant, many)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("How many visitors came?", "استقبل المعرض 100 زائر، بعد 200 زائر سنة من قبل."),
        ("How many exhibitors came?", VISITORS),
        ("كم كتابا صوتيا؟", "It holds 2,300 books in Braille and 5,000 audio books."),
        ("What percentage is full?", "ارتفعت النسبة من 20 في المائة إلى 30 في المائة."),
        ("Combien coûte le billet ?", "ثمن التذكرة 10 دراهم، و5 دراهم للطلبة."),
        ("How much was the revenue?", "بلغت ميزانية المعرض 10 آلاف درهم."),
        ("Who opened the fair?", "افتتح الوزير المعرض سنة 2024."),
        ("How many visitors came?", "كان الزوار كثيرين."),
    ],
)
def test_what_could_be_another_value_is_left_out(asked: str, text: str) -> None:
    assert said(asked, text) == ""


@given(st.integers(1, 10**11), st.sampled_from("ar fr en".split()))
def test_a_number_is_read_as_it_was_written(value: int, language: str) -> None:
    asked = {"ar": "كم كتابا بيع؟", "fr": "Combien de livres ?", "en": "How many books?"}[language]
    text = f"The fair sold {value} books." if language == "ar" else f"بيع {value} كتابا."
    assert values(restated(understand(asked), text, language)) == {float(value)}


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("أزيد من 120 كيلومترا", "plus de 120 kilomètres", "more than 120 kilometres"),
        ("خمسة أيام", "5 jours", "5 days"),
        ("1 كيلومتر", "1 kilomètre", "1 kilometre"),
        ("أزيد من 14.000 شخص", "plus de 14_000 personnes", "more than 14,000 people"),
        ("مليوني نسمة", "2 millions de personnes", "2 million people"),
        ("20 درهما", "20 dirhams", "20 dirhams"),
        ("68 مقاولة", "", ""),  # not on the list
        ("في 3 أيام", "", ""),  # says more than that
        ("3 أيام و4 ساعات", "", ""),
        ("خمسة أيام كاملة", "", ""),
        ("", "", ""),
    ],
)
def test_a_bare_value(text: str, french: str, english: str) -> None:
    assert valued(text, "fr").replace("\N{NO-BREAK SPACE}", "_") == french
    assert valued(text, "en") == english
    assert valued(text, "ar") == ""
