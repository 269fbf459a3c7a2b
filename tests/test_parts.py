"""Questions taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.parts import parts


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "كم زائرا حضر المعرض، وكم كان ثمن التذكرة؟",
            ["كم زائرا حضر المعرض", "وكم كان ثمن التذكرة؟"],
        ),
        ("من فاز بالجائزة، وعن أي كتاب؟", ["من فاز بالجائزة", "وعن أي كتاب؟"]),
        ("بِكَمْ بيع اللتر، وأَيْنَ؟", ["بِكَمْ بيع اللتر", "وأَيْنَ؟"]),
        ("Combien d'exposants et pourquoi ?", ["Combien d'exposants", "et pourquoi ?"]),
        ("Who won the prize, and with which book?", ["Who won the prize", "and with which book?"]),
        ("ch7al kant lwer9a w fin l ma3rid?", ["ch7al kant lwer9a", "w fin l ma3rid?"]),
        ("متى يبدأ المعرض؟ وأين؟", ["متى يبدأ المعرض؟", "وأين؟"]),
        # One question each.
        ("كم بلغ عدد العارضين والزوار؟", ["كم بلغ عدد العارضين والزوار؟"]),
        ("How and when did it begin?", ["How and when did it begin?"]),
        ("Who is Mr. Costa and his wife?", ["Who is Mr. Costa and his wife?"]),
        ("لمن أكبر مخزن؟ اسم التعاونية", ["لمن أكبر مخزن؟ اسم التعاونية"]),
        ("ثمن التذكرة", ["ثمن التذكرة"]),
        ("", [""]),
    ],
)
def test_questions(text: str, questions: list[str]) -> None:
    found = parts(text)
    assert list(found.questions) == questions
    assert found.told == ""


@pytest.mark.parametrize(
    ("text", "told", "question"),
    [
        ("أكتب مقالا عن السدود. كم بلغت نسبة ملئها؟", "أكتب مقالا عن السدود.",
         "كم بلغت نسبة ملئها؟"),
        ("J'écris sur les barrages. Quel est leur taux ?", "J'écris sur les barrages.",
         "Quel est leur taux ?"),
        ("Bonjour ! Quel est le taux ?", "", "Quel est le taux ?"),
    ],
)  # fmt: skip
def test_what_is_told_before(text: str, told: str, question: str) -> None:
    found = parts(text)
    assert (found.told, found.questions) == (told, (question,))


@given(st.text(alphabet="كم وماأين؟. ،abwhatnd?!\n"))
def test_nothing_is_lost_but_what_joins(text: str) -> None:
    found = parts(text)
    assert found.questions
    said = "".join(found.questions)
    letters = [char for char in said if char.isalpha()]
    held = [char for char in text if char.isalpha()]
    assert letters == held[len(held) - len(letters) :]
