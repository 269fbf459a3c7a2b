"""Questions that differ in spelling alone are embedded alike, in the spelling of the pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from variants import sentences, spelled_otherwise

from rag.arabic import bare, fold, forms, strip_marks
from rag.spelling import respelled

KNOWN = {"أسعار", "مدرسة", "شاطئ", "مسؤول", "مستشفى"}


def count_pieces(words: Sequence[str]) -> list[int]:
    """An encoder whose vocabulary is ``KNOWN``, and letters."""
    return [1 if word in KNOWN else len(word) for word in words]


def never_mind(words: Sequence[str]) -> list[int]:
    return [1] * len(words)


def never(words: Sequence[str]) -> list[int]:
    raise AssertionError(f"counted {words}")


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("الاولى", "الأولى"),
        ("مدرسه", "مدرسة"),
        ("مستشفي", "مستشفى"),
        ("الإنتخابات", "الانتخابات"),
        ("شاطىء", "شاطىء"),
        ("مسئول", "مسئول"),
        ("ݣلميم", "كلميم"),
        ("كرامی", "كرامي"),
        ("جهە", "جهة"),
    ],
)
def test_a_word_is_spelled_as_on_the_pages_found(written: str, page: str) -> None:
    found = ["لا شيء هنا", f"«{page}»، هكذا تكتب."]
    assert respelled(f"اين {written}؟", found, never) == f"أين {page}؟"


def test_the_most_frequent_spelling_wins_and_of_equals_the_careful_one() -> None:
    found = ["الإدارة الاداره الأدارة", "الإدارة الاداره الإدارة"]
    assert respelled("الادارة", found, never) == "الإدارة"
    assert respelled("الادارة", [*reversed(found)], never) == "الإدارة"
    for careful, plainest in [
        ("الإدارة", "الاداره"),
        ("مدى", "مدي"),
        ("سؤال", "سوال"),
        ("بئر", "بير"),
    ]:
        assert respelled(plainest, [careful, plainest], never) == careful
        assert respelled(plainest, [plainest, careful], never) == careful
        assert respelled(careful, [plainest, careful, plainest], never) == plainest
    assert respelled("الادارة", ["الإدارة", "الاداره", "الاداره"], never) == "الاداره"


def test_marks_and_stretching_on_the_pages_do_not_count() -> None:
    assert respelled("مدرسه", ["مَدْرَسَةٌ", "مدرســة", "مدرسه"], never) == "مدرسة"


def test_a_function_word_is_spelled_as_in_dictionaries() -> None:
    assert respelled("الى متي او لماذا", [], never) == "إلى متى أو لماذا"
    # What the pages write goes first.
    assert respelled("الى متي", ["متي الى"], never) == "الى متي"


@pytest.mark.parametrize("word", sorted(KNOWN))
def test_an_unknown_word_is_spelled_as_the_encoder_knows_it(word: str) -> None:
    assert respelled(fold(word), [], count_pieces) == word


def test_without_any_sign_the_plainest_spelling_is_taken() -> None:
    assert respelled("أولئكة وؤإ", [], lambda words: [1] * len(words)) == "اوليكة ووا"


def test_few_spellings_of_a_word_are_tried() -> None:
    tried: list[int] = []

    def count(words: Sequence[str]) -> list[int]:
        assert len(set(words)) == len(words)
        assert len({fold(word) for word in words}) == 1
        tried.append(len(words))
        return [1] * len(words)

    respelled("الاولويات اويويويويويويويه سوق", [], count)
    assert tried == [32, 32, 2]  # «سوق» and «سؤق»
    respelled("قلم", [], never)


@pytest.mark.parametrize("name", ["علي", "على", "عَلِيّ", "علی"])
def test_ali_and_on_are_written_as_the_pages_do(name: str) -> None:
    assert respelled(f"قلم {name}", ["على الطاولة على الأرض علي"], never) == "قلم على"
    assert respelled(f"قلم {name}", ["علي وعلي"], never) == "قلم علي"
    assert respelled(f"قلم {name}", [], never) == "قلم على"


@pytest.mark.parametrize("word", ["كتاب", "الكتاب", "والكتاب", "وبالكتاب", "للكتاب"])
def test_an_article_is_as_the_pages_have_it(word: str) -> None:
    assert respelled(word, ["الكتاب كتاب الكتاب"], never) == "الكتاب"
    assert respelled(word, ["كتاب وبالكتاب كتاب"], never) == "كتاب"
    # Where no page has it, «ال» may be no article: «إلغاء», «والدة», «كاليفورنيا».
    assert respelled(f"ثمن {word}", [], never_mind) == f"ثمن {word}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كم سنة ٢٠٢٣ و۱۴٫۵؟", "كم سنة 2023 و14٫5؟"),
        ("Combien d'élèves à l’École ?", "Combien d'élèves à l’École ?"),
        ("ch7al F 2023", "ch7al F 2023"),
        ("\u200fRabat\u00a0!", "Rabat !"),
        ("", ""),
    ],
)
def test_what_is_no_arabic_word_stays_but_for_digits_and_marks(text: str, expected: str) -> None:
    assert respelled(text, ["Ecole 2024 ecole RABAT"], never) == expected


PAGES = st.lists(sentences, max_size=3)


@settings(deadline=None)
@given(st.data(), PAGES)
def test_all_spellings_of_a_question_are_embedded_as_one(data: st.DataObject, pages) -> None:
    question = data.draw(sentences)
    pages = [*pages, *data.draw(st.lists(spelled_otherwise(question), max_size=2))]
    other = data.draw(spelled_otherwise(question))
    assert respelled(other, pages, count_pieces) == respelled(question, pages, count_pieces)


@settings(deadline=None)
@given(sentences | st.text(max_size=30), PAGES)
@example("A\xadA", [])
def test_no_word_becomes_another(question: str, pages: list[str]) -> None:
    said = respelled(question, pages, count_pieces)
    assert [bare(form) for form in forms(said)] == [bare(form) for form in forms(question)]
    unmarked = strip_marks(question)  # a soft hyphen vanishes
    assert re.findall("[a-zA-Zàéèç]+", said) == re.findall("[a-zA-Zàéèç]+", unmarked)
    assert respelled(said, pages, count_pieces) == said
