"""Figures of last time beside this time's."""

from __future__ import annotations

import pytest

from rag.before import (
    asks_for_before,
    clause,
    is_of_before,
    is_of_other_year,
    is_other_time,
    tells_only_before,
)
from rag.evidence import Evidence
from rag.numbers import numbers
from rag.schema import Passage


@pytest.mark.parametrize(
    ("text", "figure", "of_before"),
    [
        (
            "بلغت النسبة 23 في المائة، مقابل 31 في المائة في اليوم نفسه من السنة الماضية.",
            "31",
            True,
        ),
        (
            "بلغت النسبة 23 في المائة، مقابل 31 في المائة في اليوم نفسه من السنة الماضية.",
            "23",
            False,
        ),
        ("وكانت قافلة العام الماضي قد أجرت 168 عملية.", "168", True),
        ("استقبل 300 زائر، بزيادة 30 في المائة عن الدورة السابقة.", "30", False),
        (
            "7.200 tonnes, contre 11.500 tonnes lors de la campagne précédente, selon elle.",
            "11",
            True,
        ),
        ("It had 40 rooms, against 30 a year ago.", "30", True),
        ("خدمو 50 واحد العام لي فات.", "50", True),
        ("استقبل المعرض 300 زائر.", "300", False),
    ],
)
def test_figures(text: str, figure: str, of_before: bool) -> None:
    start = text.index(figure)
    assert is_of_before(text, start, start + len(figure)) is of_before


def test_all_figures_are_of_before() -> None:
    assert tells_only_before("وكانت قافلة العام الماضي قد أجرت 168 عملية.")
    assert not tells_only_before("بلغ 23، مقابل 31 في السنة الماضية.")
    assert not tells_only_before("كانت قافلة العام الماضي كبيرة.")


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("كم كان العدد السنة الماضية؟", True),
        ("How many were there last year?", True),
        ("شحال كانو العام لي فات؟", True),
        ("Combien l'an dernier ?", True),
        ("كم كان العدد قبل ذلك؟", True),
        ("كم كان العدد؟", False),
        ("How many were there?", False),
    ],
)
def test_who_asks_for_it(question: str, asks: bool) -> None:
    assert asks_for_before(question) is asks


RATES = "بلغت النسبة 23 في المائة، مقابل 31 في المائة في اليوم نفسه من السنة الماضية."


@pytest.mark.parametrize(
    ("question", "date", "title", "wanted"),
    [
        ("كم بلغت النسبة؟", "2024-01-02", "", "23"),
        ("كم بلغت النسبة السنة الماضية؟", "2024-01-02", "", "31"),
        ("كم بلغت النسبة سنة 2023؟", "2024-01-02", "", "31"),
        ("Quel était le taux en 2023 ?", "2024-01-02", "", "31"),
        ("كم بلغت النسبة العام لي قبل منو؟", "2024-01-02", "", "31"),
        ("كم بلغت النسبة سنة 2024؟", "2024-01-02", "", "23"),
        ("كم بلغت النسبة سنة 2023؟", "", "", "23"),  # of no date
        ("كم بلغت النسبة سنة 2023؟", "2024-01-02", "حصيلة سنة 2023", "23"),  # tells of 2023
    ],
)
def test_the_figure_of_the_time_asked_about(
    question: str, date: str, title: str, wanted: str
) -> None:
    passage = Passage("a:0", "a", RATES, 0, len(RATES), title=title, date=date)
    source = Evidence(passage, RATES, 0, len(RATES), 0.5, 0.8, 1.0, agreement=0.0, share=0.5)
    for figure in ("23", "31"):
        start = RATES.index(figure)
        other = is_other_time(question, source, start, start + len(figure))
        assert other == (figure != wanted), figure


def test_where_no_figure_is_of_before_any_may_be_asked_for() -> None:
    text = "بلغت النسبة 23 في المائة."
    passage = Passage("a:0", "a", text, 0, len(text), date="2024-01-02")
    source = Evidence(passage, text, 0, len(text), 0.5, 0.8, 1.0, agreement=0.0, share=0.5)
    assert not is_other_time("كم بلغت النسبة سنة 2023؟", source, 12, 14)


@pytest.mark.parametrize(
    "question",
    ["كم بلغت النسبة مقارنة بالسنة الماضية؟", "What was the rate at the last edition?",
     "كم بلغت النسبة قبل الظهر؟"],
)  # fmt: skip
def test_where_both_may_be_meant_either_answers(question: str) -> None:
    passage = Passage("a:0", "a", RATES, 0, len(RATES), date="2024-01-02")
    source = Evidence(passage, RATES, 0, len(RATES), 0.5, 0.8, 1.0, agreement=0.0, share=0.5)
    for figure in ("23", "31"):
        start = RATES.index(figure)
        assert not is_other_time(question, source, start, start + len(figure)), figure


AUDIENCE = "تابع العروض 6.300 متفرج، وهو أقل من حضور الدورة السادسة سنة 2019، حين بلغ العدد 8.100."


@pytest.mark.parametrize(
    ("question", "figure", "is_other"),
    [
        ("كم متفرجا تابع مهرجان 2022؟", "8.100", True),
        ("كم متفرجا تابع مهرجان 2022؟", "6.300", False),  # its clause names no year
        ("كم متفرجا تابع مهرجان 2019؟", "8.100", False),
        ("كم متفرجا تابع الدورة السابعة؟", "8.100", True),
        ("كم متفرجا تابع المهرجان؟", "8.100", False),
    ],
)
def test_the_figure_of_another_year(question: str, figure: str, is_other: bool) -> None:
    start = AUDIENCE.index(figure)
    assert is_of_other_year(question, AUDIENCE, start, start + len(figure)) is is_other


@pytest.mark.parametrize(
    "text",
    [
        "شارك 2048 مشاركا في الماراطون.",  # no year
        "زاره 120 ألف زائر مقابل 98 ألفا سنة 2022.",
        "Il a reçu 120 000 visiteurs contre 98 000 en 2022.",
        "بلغت الحصيلة 2946 قتيلا حسب إحصاء نشر مطلع 2024.",
    ],
)
def test_what_it_is_compared_with_and_a_count_of_four_digits_are_no_other_year(text: str) -> None:
    number = max(numbers(text), key=lambda one: one.value)
    assert not is_of_other_year("كم بلغ العدد سنة 2023؟", text, number.start, number.end)


def test_this_year_is_that_of_the_document() -> None:
    rates = "يستقر التضخم في 5,9 في المائة خلال السنة الجارية، وينخفض إلى 3,4 في المائة سنة 2024."
    start = rates.index("5,9")
    assert is_of_other_year("كم التضخم سنة 2024؟", rates, start, start + 3, "2023-06-28")
    assert not is_of_other_year("كم التضخم سنة 2023؟", rates, start, start + 3, "2023-06-28")
    assert not is_of_other_year("كم التضخم سنة 2024؟", rates, start, start + 3)


def test_a_clause() -> None:
    assert clause(AUDIENCE, 0, 5) == "تابع العروض 6.300 متفرج، "
