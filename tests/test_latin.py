"""Words in Latin letters: acronyms that are function words in small letters, and stems."""

from __future__ import annotations

import pytest

from rag.latin import latin_stems, spelled_out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Who is the US ambassador?", "Who is the USA ambassador?"),
        ("the US State Department", "the USA State Department"),
        ("U.S. aid and U.N. aid", "USA aid and ONU aid"),
        ("What did the UN say?", "What did the ONU say?"),
        ("tell us", "tell us"),
        ("WHAT DID THE US SAY?", "WHAT DID THE US SAY?"),
        ("Vous avez UN message", "Vous avez UN message"),
        ("le match de l'US Touarga", "le match de l'US Touarga"),
        ("US Monastir a gagné", "US Monastir a gagné"),
    ],
)
def test_acronyms_that_are_function_words(text: str, said: str) -> None:
    assert spelled_out(text) == said


def test_stems_in_both_languages() -> None:
    assert latin_stems("visiteurs")[0] == latin_stems("visiteur")[0]
    assert latin_stems("visitors")[1] == latin_stems("visitor")[1]
