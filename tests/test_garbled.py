"""Pairs of words that a model took from its sources, and what it made of them."""

from __future__ import annotations

import pytest

from rag.garbled import is_garbled


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("العملية الحصاد ستبدأ غدا", "وستنطلق عملية الحصاد غدا"),
        ("عدد زوار المعرض سبو", "كم عدد زوار معرض سبو؟"),
        ("الكتاب رضوان نال الجائزة", "الجائزة التي نالها الكاتب رضوان"),
        ("أعلنت مديرة سعاد", "وأعلنت المديرة سعاد"),
    ],
)
def test_another_article_or_other_vowels(said: str, source: str) -> None:
    assert is_garbled(said, ["نص آخر", source])
    assert not is_garbled(source, [source])


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("عملية الحصاد ستبدأ", "وستنطلق عملية الحصاد"),
        ("يبلغ عدد الزوار 30", "وبلغ عدد الزوار 30"),  # inflected
        ("بلغت نسبة الملء", "بلغ نسبة الملء"),
        ("عارضو المعرض", "من عارضي المعرض"),
        ("بمدينة فاس", "مدينة فاس"),  # a particle
        ("إقليم تازة", "بإقليم تازة"),
        ("المعرض الدولي", "للمعرض الدولي"),
        ("قال الوزير في الرباط", "قال وزير في الرباط"),  # before a particle
        ("بلغ الدعم 30 درهما", "بلغ دعم 30 فلاحا"),  # before a number
        ("الدورة السابعة", "دورة سابعة"),  # both words have it
    ],
)
def test_what_is_but_inflected(said: str, source: str) -> None:
    assert not is_garbled(said, [source])


def test_a_pair_that_stands_somewhere_as_it_is_said() -> None:
    assert not is_garbled("فاز الكاتب رضوان", ["كتاب رضوان", "الكاتب رضوان"])
    assert not is_garbled("", ["كتاب رضوان"])
