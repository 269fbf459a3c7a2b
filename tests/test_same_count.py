"""A number of a French or English statement counts what it counts in its source."""

from __future__ import annotations

import pytest

from rag.evidence import Evidence
from rag.same_count import counts_as_said
from rag.schema import Language, Passage
from rag.shown import cited_from
from rag.statement import read

BOTH = "شارك في المعرض 34 حكواتيا وحضره 6500 متفرج."


def stands(claim: str, source: str, language: Language = "fr") -> bool:
    passage = Passage("d:0", "d", source, 0, len(source))
    asked = read("Combien ?")
    cited = cited_from([Evidence(passage, source, 0, len(source), 0.5, 0.8, 1.0)], asked)
    return counts_as_said(read(claim), language, cited)


@pytest.mark.parametrize(
    ("claim", "source", "same"),
    [
        ("Il a réuni 6500 spectateurs.", BOTH, True),
        ("Il a réuni 34 spectateurs.", "شارك فيه 34 بلدا وحضره 6500 متفرج.", False),
        # Nobody knows the word: the source has to have one number only.
        ("Il a réuni 34 bidules.", BOTH, False),
        ("Il a réuni 34 bidules.", "شارك في المعرض 34 حكواتيا.", True),
        # Of a French source other checks say more.
        ("Il a réuni 34 bidules.", "Le salon a réuni 34 conteurs et 6500 personnes.", True),
    ],
)
def test_what_a_number_counts(claim: str, source: str, same: bool) -> None:
    assert stands(claim, source) == same


@pytest.mark.parametrize(
    ("claim", "same"),
    [
        ("ألغي 9.600 حجز.", False),
        ("أحصي 9.600 إلغاء.", True),
        ("أغلق 3 فنادق.", True),
        ("أغلق 9.600 فندق.", False),
        ("عدد الضيافات 9.600.", False),
    ],
)
def test_what_a_number_of_an_arabic_statement_counts_in_french(claim: str, same: bool) -> None:
    source = "Le séisme a causé 9.600 annulations et fermé 3 hôtels."
    assert stands(claim, source, "ar") == same
