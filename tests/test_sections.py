"""Under which heading a sentence stands, in minutes, interviews and pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.sections import headed_by
from rag.sentences import sentences

MINUTES = """محضر دورة ماي
النقطة الأولى: برمجة الفائض. بلغ الفائض مليون درهم. وصادق عليه المجلس.
النقطة الثانية: السوق الأسبوعي. أجل المجلس النقطة لعدم توفر الدراسة."""
INTERVIEW = """سؤال: كثيرون فقدوا الثقة في الطين. هل يصمد؟
يصمد البيت بشروط. ألا يقل السمك عن 50 سنتيمترا.
سؤال: متى بدأت البحث؟
بدأته سنة 2016."""
PAGE = """جائزة للرواية الأولى
فاز بالجائزة ياسين الدغوغي.
وقيمتها 50 ألف درهم.
معلومات عملية
الدخول مجاني."""


def heads(text: str) -> dict[str, list[str]]:
    """What heads each sentence that has a heading, in words."""
    spans = sentences(text)
    said = [text[start:end] for start, end in spans]
    found = headed_by(text, spans)
    assert len(found) == len(spans)
    return {said[n]: [said[m] for m in above] for n, above in enumerate(found) if above}


def test_the_items_of_minutes() -> None:
    first, second = "النقطة الأولى: برمجة الفائض.", "النقطة الثانية: السوق الأسبوعي."
    assert heads(MINUTES) == {
        "بلغ الفائض مليون درهم.": [first],
        "وصادق عليه المجلس.": [first],
        "أجل المجلس النقطة لعدم توفر الدراسة.": [second],
    }


def test_what_was_asked_heads_the_answer() -> None:
    asked = ["سؤال: كثيرون فقدوا الثقة في الطين.", "هل يصمد؟"]
    assert heads(INTERVIEW) == {
        "يصمد البيت بشروط.": asked,
        "ألا يقل السمك عن 50 سنتيمترا.": asked,
        "بدأته سنة 2016.": ["سؤال: متى بدأت البحث؟"],
    }


def test_headings_inside_a_page() -> None:
    assert heads(PAGE) == {
        "فاز بالجائزة ياسين الدغوغي.": ["جائزة للرواية الأولى"],
        "وقيمتها 50 ألف درهم.": ["جائزة للرواية الأولى"],
        "الدخول مجاني.": ["معلومات عملية"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "فاز ياسين الدغوغي.\nوقيمتها 50 ألف درهم.",
        "- جائزة الرواية\nفاز بها ياسين.",
        "إجراءات مقترحة\nخفض ضغط الماء؛",  # what announces a list is no heading
        "جوائز المعرض\n- جائزة الرواية لياسين.",
        "هل فاز؟",
        "Par Yassir Chbani\nLa coopérative a inauguré une huilerie.",
        "الاثنين 15 ماي 2023\nفاز ياسين الدغوغي.",
        " ".join(["كلمة"] * 15) + "\nفاز.",
    ],
)
def test_no_heading(text: str) -> None:
    assert heads(text) == {}


LINES = ["النقطة 1: كذا. كذا.", "لماذا؟", "عنوان", "- بند", "جملة تامة.", "", "؟", "«قول»"]


@given(st.lists(st.sampled_from(LINES)))
def test_what_heads_stands_above_and_has_no_heading(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = sentences(text)
    found = headed_by(text, spans)
    assert len(found) == len(spans)
    for place, above in enumerate(found):
        assert all(head < place and not found[head] for head in above)
