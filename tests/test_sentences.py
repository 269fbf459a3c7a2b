"""Where sentences end, and that nothing of a text is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.sentences import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["افتتح المعرض أبوابه.", "حضره 12.500 زائر!", "من نظمه؟", "جمعية محلية؛", "وانتهى"],
        ["بلغ الثمن 2.5 مليون درهم.", "هذا كثير."],
        ["تبدأ المباراة على الساعة 20.45 مساء.", "الدخول مجاني."],
        ["قال: «انتهى كل شيء.»", "ثم غادر القاعة."],
        ["قال (بلغة واضحة!)", "إنه باق."],
        ["«هل تسمعني؟»", "لم يجب."],
        ["Il a dit : “C'est fini.”", "Puis il est parti."],
        ["الأمن الوطني.. شرطة مواطنة.", "نعم."],
        ["قال إنه... لا يعرف.", "ثم صمت…"],
        ["هل هذا ممكن؟!", "لا."],
        ["هل هذا ممكن؟..", "لا."],
        ["حضر د. محمد العلمي وأ. سعيد بناني.", "وغاب غيرهما."],
        ["أ.د. سعاد الفاسي مديرة المعهد.", "عينت أمس."],
        ["J.-P. Martin et M. Alami sont venus.", "Mme. Idrissi aussi."],
        ["Dr. Smith met Prof. Jones.", "They left."],
        ["Art. 12 de la loi.", "Voir p. 3 et n° 5."],
        ["انتهى الاجتماع.\u200f", "وبدأ آخر.\u202c"],
        ["انتهى الاجتماع.\u200b", "\u200fوبدأ آخر"],
        ["The site example.com/a.b is down.", "Call 3.14 back."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert parted(" ".join(expected)) == expected
    assert parted("\n" + "  ".join(expected) + "\t\n") == expected


@pytest.mark.parametrize(
    "newline", ["\n", "\r\n", "\r", "\n\n \n", "\u2028", "\u2029", "\x85", "\f"]
)
def test_lines_end_sentences(newline: str) -> None:
    """Headlines and list items carry no stop."""
    lines = ["معرض سبو يفتح أبوابه", "- الكتب", "* الورشات 1.5", "د. أحمد العلمي", "إعلان"]
    assert parted(newline.join(lines)) == lines


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\t"])
def test_white_space_is_no_sentence(text: str) -> None:
    assert sentences(text) == []


def test_stops_without_words_are_kept() -> None:
    assert parted(".. ؟ a") == [".. ؟", "a"]


def test_a_part_of_a_text() -> None:
    text = "واحد. اثنان. ثلاثة."
    assert [text[a:b] for a, b in sentences(text, 6)] == ["اثنان.", "ثلاثة."]
    assert [text[a:b] for a, b in sentences(text, 6, 10)] == ["اثنا"]
    assert [text[a:b] for a, b in sentences(text, 6, 12)] == ["اثنان."]
    assert sentences(text, 5, 6) == []


def test_an_abbreviation_at_the_beginning_of_a_part() -> None:
    text = "سطر\nد. أحمد حضر"
    assert sentences(text, 4) == [(4, len(text))]


SIGNS = st.sampled_from(
    ["د", "م", "a", "Dr", ".", "..", "...", "!", "؟", "؛", "»", '"', ")", " ", "\n", "\r\n", "5",
     "\u200f", "\u2028", "…", "«", "-", "'"]
)  # fmt: skip


@given(st.lists(st.one_of(SIGNS, st.text(max_size=3)), max_size=40).map("".join))
def test_every_character_lies_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    inside = [i for start, end in spans for i in range(start, end)]
    assert inside == sorted(set(inside))
    assert {i for i, char in enumerate(text) if not char.isspace()} <= set(inside)
    for start, end in spans:
        assert start < end
        assert text[start:end].strip() == text[start:end]


@pytest.mark.parametrize(
    ("piece", "count"),
    [(".", 1), ("a. ", 1), ("!", 1), ("!!!!x", 1), ('."', 1), ("…", 1), (". ", 100_000), ("\n", 0)],
)
def test_hostile_text_takes_linear_time(piece: str, count: int) -> None:
    """Quadratic work on 100,000 pieces would take minutes."""
    text = piece * 100_000 + ("x" if piece == "!" else "")
    assert len(sentences(text)) == count
