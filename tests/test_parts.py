"""Questions taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.parts import asks_two, by_year, parts


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


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "من كان ضيف شرف المعرض في دورات 2022 و2023 و2024؟",
            ["من كان ضيف شرف المعرض في دورات 2022؟", "من كان ضيف شرف المعرض في دورات 2023؟",
             "من كان ضيف شرف المعرض في دورات 2024؟"],
        ),
        ("How many visitors in 2023 and 2024?",
         ["How many visitors in 2023?", "How many visitors in 2024?"]),
        ("ch7al f 2023 w 2024?", ["ch7al f 2023?", "ch7al f 2024?"]),
        ("كم كلفت دورات ٢٠٢٢ و٢٠٢٣؟", ["كم كلفت دورات 2022؟", "كم كلفت دورات 2023؟"]),
        ("Le budget 2023 et 2024 ?", ["Le budget 2023 ?", "Le budget 2024 ?"]),
        ("Combien en 2022, 2023, 2024 et 2025 ?", []),  # more than three
        ("كم ارتفع العدد من 2019 إلى 2023؟", []),
        ("كم ارتفع العدد بين 2019 و2023؟", []),
        ("What changed Between 2019 and 2023?", []),
        ("What changed from early 2019 to 2023?", []),
        ("How much more rain fell in 2023 than in 2022?", []),
        ("يوليو 2023 ويوليو 2024", []),
        ("plus de 2000 dirhams en 2024", []),
        ("كم بلغ إنتاج موسم 2021-2022؟", []),
        ("متى افتتح المعرض يوم 12/05/2023 وسنة 2024؟", []),
        ("كم زائرا سنة 2023، ومن افتتحه سنة 2023؟", []),
        ("كم زائرا حضر المعرض؟", []),
    ],
)  # fmt: skip
def test_what_is_asked_of_several_years_is_asked_of_each(question: str, asked: list[str]) -> None:
    assert list(by_year(question, 3)) == asked


@pytest.mark.parametrize(
    ("question", "two"),
    [
        ("متى وأين نظم المعرض؟", True),
        ("Quand et sur quelle plage ?", True),
        ("When and where was it held?", True),
        ("Qui a publié le recueil, et en quelle année ?", True),
        ("ch7al mn mdrasa mazal ma tsllmat, w l imta t2ajlat?", True),
        ("When was it held in Fes and Taza?", False),
        ("متى نظم المعرض والمهرجان؟", False),
    ],
)
def test_two_things_are_asked_of_one_too(question: str, two: bool) -> None:
    assert asks_two(question) is two
