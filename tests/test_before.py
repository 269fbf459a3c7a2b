"""Figures of last time beside this time's."""

from __future__ import annotations

import pytest

from rag.before import asks_for_before, is_of_before, tells_only_before


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
