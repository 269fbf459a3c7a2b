"""Which towns a text names."""

from __future__ import annotations

import pytest

from rag.places import may_name, places, spelled


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ميناء طنجة", {"tanja"}),
        ("بطنجة وفي الرباط", {"tanja", "rabat"}),
        ("وبالقنيطرة", {"kenitra"}),
        ("Tanger et Fès", {"tanja", "fas"}),
        ("f tanja w f kenitra", {"tanja", "kenitra"}),
        ("المدينة الجديدة وطب العيون", set()),
        ("كأس وطنجرة", set()),
        ("", set()),
    ],
)
def test_places(text: str, named: set[str]) -> None:
    assert places(text) == named


def test_a_place_is_the_same_however_it_is_written() -> None:
    assert places("للحسيمة") == places("Al Hoceima") == places("الحسيمة") != frozenset()


def test_what_is_also_a_common_word_names_a_place_in_texts_alone() -> None:
    for text, place in (
        ("ثار بركان إتنا", "berkane"),
        ("أغلقت الأفران", ""),
        ("مدينة العيون", "laayoune"),
    ):
        assert places(text) == frozenset()
        assert may_name(text) == ({place} if place else frozenset())
    assert places("à Berkane") == may_name("حريق ببركان") == {"berkane"}
    assert places("العوائد الأصيلة") == frozenset() != places("بأصيلة")


@pytest.mark.parametrize(
    ("text", "sources", "said"),
    [
        ("Elle se tient à Akadér.", "بمدينة أكادير", "Elle se tient à Agadir."),
        ("The Merakish fair", "معرض مراكش", "The Marrakech fair"),
        ("The Kénitra fair", "معرض بالقنيطرة", "The Kénitra fair"),  # well written
        ("The Akadér fair", "معرض وجدة", "The Akadér fair"),  # not of the sources
        ("Kader won", "فاز قادر بأكادير", "Kader won"),  # another word of the sources
        ("The Summer fair", "معرض السمارة", "The Summer fair"),  # a word, and unlike
        ("Rachid won in Errachidia", "فاز رشيد بالرشيدية", "Rachid won in Errachidia"),
        ("Mohamed of Mohammedia", "محمد من المحمدية", "Mohamed of Mohammedia"),
        ("Samira sang", "غنت فنانة بالسمارة", "Samira sang"),
        ("Fouzi of Fes", "فوزي من فاس", "Fouzi of Fes"),  # two consonants
    ],
)
def test_towns_of_the_sources_are_spelled_as_they_are(text: str, sources: str, said: str) -> None:
    assert spelled(text, sources) == said
