"""Which passages gain by their time: those of the time named, else the younger ones."""

from __future__ import annotations

import pytest

from rag.asked_time import Asked
from rag.schema import Passage
from rag.timeliness import gains

NOTHING = Asked(frozenset(), False)
LATEST = Asked(frozenset(), True)


def page(day: str, title: str = "معرض سبو الدولي للكتاب") -> Passage:
    return Passage(f"{day}{title}", f"{day}{title}", "نص", 0, 2, title=title, date=day)


YEARS = {1: page("2022-05-23"), 2: page("2024-05-13"), 3: page("2023-05-15"), 4: page("")}


def test_a_time_that_is_named_counts_alone() -> None:
    asked = Asked(frozenset({"@2022"}), False)
    assert gains(asked, [1, 9], YEARS) == {1: 0.2, 9: 0.2}
    assert gains(Asked(asked.marks, True), [1], YEARS) == {1: 0.2}
    assert gains(asked, [], YEARS) == {}


def test_the_latest_prefers_the_younger_by_their_order() -> None:
    found = gains(LATEST, [], YEARS)
    assert found == pytest.approx({1: 0.0, 2: 0.2, 3: 0.1, 4: 0.0})


def test_without_a_time_the_youngest_of_the_same_event_comes_forward() -> None:
    pages = {**YEARS, 5: page("2025-01-01", "أمطار غزيرة شمال المملكة")}
    found = gains(NOTHING, [], pages)
    assert found == pytest.approx({1: 0.0, 2: 0.1, 3: 0.05, 4: 0.0})
    # The event is that of the best page, whatever the others are about.
    assert gains(NOTHING, [], {5: pages[5], **YEARS}) == {}


@pytest.mark.parametrize("asked", [NOTHING, LATEST])
def test_one_date_says_nothing(asked: Asked) -> None:
    assert gains(asked, [], {1: page("2022-05-23"), 2: page("2022-05-23"), 3: page("")}) == {}
    assert gains(asked, [], {}) == {}


def test_pages_without_titles_are_no_event() -> None:
    pages = {1: page("2022-05-23", ""), 2: page("2024-05-13", "")}
    assert gains(NOTHING, [], pages) == {}
