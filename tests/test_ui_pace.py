"""Drafts reach the page at most so often."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rag.assistant import Draft, Retrieved, Writing
from ui.pace import GAP, paced


def shown(steps: list[float], gap: float = GAP) -> list[tuple[float, str]]:
    """When what was shown, of one word at each step after the one before."""
    now = 0.0
    seen = []

    def words() -> object:
        nonlocal now
        for place, step in enumerate(steps):
            now += step
            yield Draft(f"{place} ")

    for event in paced(words(), gap, lambda: now):
        seen.append((now, event.text))
    return seen


def test_words_that_come_soon_are_joined() -> None:
    assert shown([0, 1, 1, 1, 3, 9], gap=2.5) == [(0, "0 "), (3, "1 2 3 "), (6, "4 "), (15, "5 ")]


@given(st.lists(st.floats(0, 0.2), max_size=60))
def test_never_more_than_25_a_second_and_nothing_out_of_order(steps: list[float]) -> None:
    seen = shown(steps)
    times = [when for when, _ in seen]
    assert all(b - a >= GAP for a, b in pairwise(times))
    assert "".join(f"{n} " for n in range(len(steps))).startswith("".join(text for _, text in seen))


def test_what_is_no_draft_passes_at_once() -> None:
    events = [Retrieved((), 1.0), Writing(), Draft("a"), Writing()]
    assert list(paced(iter(events), 5, lambda: 0.0)) == events
