"""A line of people, held against a list."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from rag.turn_taking import Line


@given(st.lists(st.integers(-1, 9)))
def test_who_came_first_stands_first(moves: list[int]) -> None:
    """-1: somebody joins; n: the n-th of all who ever did gives up, perhaps once more."""
    line, everybody, standing = Line(), [], []
    for move in moves:
        if move < 0:
            everybody.append(line.join())
            standing.append(everybody[-1])
        elif move < len(everybody):
            line.leave(everybody[move])
            standing = [place for place in standing if place is not everybody[move]]
        assert [line.ahead(place) for place in standing] == list(range(len(standing)))
        assert len(line) == len(standing)


def test_who_waits_is_told_at_once() -> None:
    line = Line()
    first, second = line.join(), line.join()
    told: list[int] = []
    waiting = threading.Thread(target=lambda: told.append(line.ahead(second, 60)))
    waiting.start()
    line.leave(first)
    waiting.join(20)
    assert told == [0]


def test_who_waits_in_vain_is_told_that() -> None:
    line = Line()
    line.join()
    assert line.ahead(line.join(), 0.01) == 1
