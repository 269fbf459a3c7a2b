"""Words that a model took from its sources, and what it made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.garbled import is_garbled


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("العملية الحصاد ستبدأ غدا", "وستنطلق عملية الحصاد غدا"),
        ("عدد زوار المعرض سبو", "كم عدد زوار معرض سبو؟ المعرض كبير"),
        ("الكتاب رضوان نال الجائزة", "الجائزة التي نالها الكاتب رضوان"),
        ("أعلنت المدير سعاد", "وأعلنت المديرة سعاد"),
        ("عدد الزائرين 80 ألف", "استقبل المعرض 80 ألف زائر"),
        ("هي الرئيسة الجمعية", "من هي رئيسة الجمعية؟"),
        ("أضربت الouvrières", "Les ouvrières étaient en grève"),
        ("في المائة، المحصول ارتفع", "ارتفع المحصول في المائة"),
    ],
)
def test_another_form_or_article(said: str, source: str) -> None:
    assert is_garbled(said, ["نص آخر", source])
    assert not is_garbled(source, [source])


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("عملية الحصاد ستنطلق", "وستنطلق عملية الحصاد"),
        ("يبلغ عدد الزوار 30", "وبلغ عدد الزوار 30"),  # verbs
        ("أعلنت الوزارة ذلك", "أعلن مدير الوزارة"),
        ("بمدينة فاس", "مدينة فاس"),  # a particle
        ("إقليم تازة", "بإقليم تازة"),
        ("تراجع بسبب الأشغال", "تراجع بسبب أشغال الطريق"),  # an article
        ("توفي شخصان أمس", "مصرع شخصين أمس"),
        ("شارك 30 عارضا", "30 عارض"),
        ("العارضون من فاس", "بلغ عدد العارضين 30"),  # a case
        ("المعرض الدولي", "للمعرض الدولي"),
        ("سماه الوزير في الرباط", "الوزير وزير في الرباط"),  # before a particle
        ("نظم المهرجان بتازة", "أقيم المعرض بتازة"),  # words of its own
        ("بلغ مليون ليلة", "1 million de nuitées"),
        ("The fair opened in Taza", "أقيم المعرض بتازة"),
    ],
)
def test_what_is_as_it_stands_there(said: str, source: str) -> None:
    assert not is_garbled(said, [source])


@given(st.text(), st.text())
def test_a_text_is_not_garbled_beside_itself(text: str, other: str) -> None:
    assert not is_garbled(text, [other, text])
