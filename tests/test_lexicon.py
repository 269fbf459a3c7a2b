"""Phrases found in a text: the longest, with what may be attached to an Arabic word."""

from __future__ import annotations

from rag.arabic import fold
from rag.lexicon import Found, Lexicon

LEXICON = Lexicon(["ربيع", "ربيع الأول", "مساء", "rabi al-awal", "lbare7"])


def found(text: str) -> list[str]:
    return [phrase.phrase for phrase in LEXICON.find(fold(text))]


def test_the_longest_phrase_is_found_where_it_stands() -> None:
    assert list(LEXICON.find(fold("في ربيع  الأول"))) == [Found(fold("ربيع الأول"), 3, 14)]
    assert found("ربيع الثاني ربيع الأول") == [fold("ربيع"), fold("ربيع الأول")]


def test_particles_may_be_attached_to_arabic_words_only() -> None:
    assert list(LEXICON.find("وبربيع")) == [Found("ربيع", 2, 6)]
    assert found("مربيع ربيعي") == []
    assert found("brabi al awal") == []


def test_words_apart_in_several_ways_and_words_with_digits() -> None:
    assert found("Rabi al-awal, rabi al awal") == ["rabi al awal"] * 2
    assert found("lbare7 lbare72 ربيع2021") == ["lbare7", "ربيع"]
