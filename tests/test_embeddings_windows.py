"""Cutting long texts into windows, batching them, putting their vectors together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.windows import Window, batches, combine, normalise, plan


def test_plan_by_hand() -> None:
    assert plan([5, 0, 3], 3) == [
        Window(0, 0, 3),
        Window(0, 3, 5),
        Window(1, 0, 0),
        Window(2, 0, 3),
    ]


@given(st.lists(st.integers(0, 50), max_size=20), st.integers(1, 12))
def test_plan_covers_each_token_once(counts: list[int], size: int) -> None:
    windows = plan(counts, size)
    for text, count in enumerate(counts):
        own = [window for window in windows if window.text == text]
        assert own, "every text has a window"
        assert [token for w in own for token in range(w.start, w.stop)] == list(range(count))
    assert all(len(window) <= size for window in windows)


@given(st.lists(st.integers(0, 20), max_size=30), st.integers(0, 4), st.integers(1, 60))
def test_batches(lengths: list[int], overhead: int, budget: int) -> None:
    windows = [Window(i, 0, length) for i, length in enumerate(lengths)]
    groups = list(batches(windows, overhead, budget))
    assert sorted(number for group in groups for number in group) == list(range(len(windows)))
    for group in groups:
        widest = max(lengths[number] for number in group) + overhead
        assert len(group) == 1 or widest * len(group) <= budget


def test_combine_by_hand() -> None:
    # (3 * (1, 0) + 1 * (0, 3)) / 4 has the direction (1, 1); an empty text keeps its one window.
    windows = [Window(0, 0, 3), Window(0, 3, 4), Window(1, 0, 0)]
    means = np.array([[1, 0], [0, 3], [0, -5]], np.float32)
    half = 0.5**0.5
    np.testing.assert_allclose(combine(windows, means, 2), [[half, half], [0, -1]], rtol=1e-6)


def test_normalise_keeps_zeros() -> None:
    rows = normalise(np.array([[0, 0], [3, 4]], np.float32))
    assert rows[0].tolist() == [0, 0]
    assert rows[1].tolist() == pytest.approx([0.6, 0.8])
