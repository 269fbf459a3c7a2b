"""Persons named in a text, and questions that ask for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.people import asks_who, names_of_people, names_someone, office


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقالت رئيسة البعثة، الدكتورة سلمى الوردي، إن الحفريات", {"سلمي"}),
        ("أوضح المدير، عبد الإله المنصوري، ذلك", {"الاله"}),
        ("لحسن أيت بن علو", {"لحسن", "بن", "علو"}),
        ("وعز الدين الكرامي مدربه", {"عز"}),
        ("a déclaré Nadia Benhima", {"nadia"}),
        ("said Dr. Whitfield yesterday", {"whitfield"}),
        ("شارع محمد الخامس", set()),
        ("فريق سيدي قاسم لكرة القدم", set()),
        ("على الساعة الثالثة", set()),
        ("Le prix Mohamed Choukri", set()),
        ("محمد", set()),
        ("", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert names_of_people(text) == names


def test_who_is_known_is_not_new() -> None:
    assert not names_someone("قالت سلمى الوردي ذلك", "من هي سلمى الوردي؟")
    assert names_someone("قالت سلمى الوردي ذلك", "من هي رئيسة البعثة؟")


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("من يدير المعرض؟", True),
        ("ومن هو المدير؟", True),
        ("لمن منحت الجائزة؟", True),
        ("ما اسم رئيسة البعثة؟", True),
        ("شكون ربح؟", True),
        ("chkoun rbe7?", True),
        ("Qui dirige les fouilles ?", True),
        ("And who won?", True),
        ("من أين جاء؟", False),
        ("من بين المشاركين، كم امرأة؟", False),
        ("كم عدد من شارك؟", False),
        ("Le prix qui a été donné ?", False),
        ("على من؟", False),
    ],
)
def test_who_is_asked_for(question: str, asks: bool) -> None:
    assert asks_who(question) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("من هو عمدة وجدة؟", True),
        ("ومن هي رئيسة الجمعية؟", True),
        ("شكون هو الرئيس ديال الجمعية؟", True),
        ("chkoun howa l3omda dyal oujda?", True),
        ("Qui est la nouvelle directrice du salon ?", True),
        ("Who is the mayor of Oujda?", True),
        ("من يرأس الجمعية؟", True),
        ("شكون لي كيترأس الجمعية؟", True),
        ("Qui préside le salon ?", True),
        ("Qui dirige le salon ?", False),  # perhaps an association does
        ("Who chairs the association?", True),
        ("ما اسم مدير المستشفى؟", True),
        ("Quel est le nom du directeur de l'hôpital ?", True),
        ("What is the name of the mayor?", True),
        ("ما اسم الجمعية؟", False),
        ("من رأس السنة إلى الصيف", False),
        ("شكون كيدير الخبز؟", False),
        ("من هو علي أمزيان؟", False),
        ("من نظم المعرض؟", False),
        ("Who is funding the season?", False),
        ("Who was the oldest patient?", False),
    ],
)
def test_who_holds_an_office(question: str, asks: bool) -> None:
    assert bool(office(question)) is asks


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert isinstance(asks_who(text), bool)
    assert not names_someone(text, text)
