"""What a question counts, in five languages and scripts."""

from __future__ import annotations

import pytest

from rag.counts import counted_nouns, counting, may_count, measures
from rag.question import understand

VISITORS = "استقبل المعرض 112 ألف زائر و160 عارضا."


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("كم زائرا استقبل المعرض؟", VISITORS, {112000}),
        ("شحال ديال الناس زارو المعرض؟", VISITORS, {112000}),
        ("ch7al dyal nass zaro lma3rid?", VISITORS, {112000}),
        ("ch7al dyal l3aridin kanou?", VISITORS, {160}),
        ("How many people visited the fair?", VISITORS, {112000}),
        ("Combien de personnes ont visité le salon ?", VISITORS, {112000}),
        ("كم شخصا زار المعرض؟", "زار المعرض 300 شخص.", {300}),
        ("How many exhibitors were there?", VISITORS, {160}),
        ("شحال من طوموبيل تباعت؟", "بيعت 500 سيارة و30 شاحنة.", {500}),
        ("Combien de personnes ont participé ?", "شارك 780 متطوعا.", set()),
        ("ch7al d nass khdamin f Berrad?", "Elle emploie 74 salariés.", {74}),
        # Who did it is named by what was done, not by who stands beside.
        ("How many people did the police arrest?", "أوقف 200 شرطي 30 شخصا.", {30}),
        ("How many people read the book?", "قرأ 300 شخص كتاب 12 كاتبا.", {300}),
        ("متى افتتح المعرض؟", VISITORS, set()),
        # What a stop or a bracket parts from a number is not counted by it.
        ("كم شاعرا هناك؟", "الدمناتي (1874 – 1941) شاعر من شعراء الملحون.", set()),
        ("كم زائرا هناك؟", "بنسبة 30% زائر و20 زائرا.", {20}),
        ("كم عدد جمهور المهرجان؟", "تابع العروض 6.300 متفرج.", {6300}),
    ],
)
def test_what_counts_what_is_asked_for(question: str, text: str, values: set[float]) -> None:
    nouns = counted_nouns(understand(question))
    assert {value for noun in nouns for value in counting(noun, text)} == values


def test_nothing_is_counted() -> None:
    assert counted_nouns(understand("من افتتح المعرض؟")) == ()


def test_what_may_count() -> None:
    poems = "ينسب إليه 118 قصيدة، لم يصلنا منها سوى 73، وضاعت البقية سنة 1968."
    assert counting("قصيده", poems) == {118}
    assert may_count("قصيده", poems) == {118, 73}
    assert may_count("قصيده", "لم يصلنا سوى 73.") == set()


def test_measures() -> None:
    assert measures("عمره 58 سنة", {"year"})
    assert not measures("ولد سنة 58، وله ولدان", {"year"})
