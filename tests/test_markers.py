"""Markers of the model: gone from a text, and from a stream however it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.markers import unmarked, without_markers


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("نص [1].", "نص."),
        ("نص [١]، ثم [2، 3] نص [4-5]", "نص، ثم نص"),
        ("نص【1】 ثم نص【مصدر 2】.", "نص ثم نص."),
        ("نص ［3］", "نص"),
        ("نص (المصدر 1) و(المصدر)", "نص و"),
        ("نص [المصدر رقم 2] [المقطع 1 و2].", "نص."),
        ("text (Source 2) [^3] [source: 1].", "text."),
        ("une phrase.¹² Puis une autre³", "une phrase. Puis une autre"),
        ("120 km² و 30 م² ومساحة²", "120 km² و 30 م² ومساحة"),
        ("(1) أولا، [كذا] ثانيا (2023) [2023]", "(1) أولا، [كذا] ثانيا (2023) [2023]"),
        ("[1] نص", "نص"),
        ("  [1]  ", ""),
        ("", ""),
    ],
)
def test_without_markers(text: str, clean: str) -> None:
    assert without_markers(text) == clean


def test_what_may_be_a_marker_is_held_back() -> None:
    pieces = iter(["نص", " [", "1", "]", ". ثم [كذ", "ا]"])
    assert list(unmarked(pieces)) == ["نص", ". ثم", " [كذا]"]
    assert list(unmarked(["نص 【)", "】."])) == ["نص", "."]


def test_nothing_else_is_held_back() -> None:
    assert list(unmarked(["أ ب", " ج"])) == ["أ ب", " ج"]


SIGNS = st.text(alphabet="[]【】()［］12٣،-^ \nمSource²¹ب.", max_size=40)
MARKED = st.lists(
    st.sampled_from(["[1]", " [٢]", "(Source 1)", "【3†】", "¹²", "كلمة", " ", ".", "[", "("])
)


@given(st.one_of(SIGNS, MARKED.map("".join)), st.data())
def test_the_stream_is_the_whole_however_it_is_cut(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    found = list(unmarked(pieces))
    assert "".join(found) == without_markers(text)
    assert all(found)
