"""How a text longer than the model is read: in windows, whose vectors are averaged.

A window holds as many tokens of the text as fit beside the prefix and the special tokens. The
text's vector is the mean of the windows' mean-pooled vectors, weighted by how many tokens of the
text each holds, then L2-normalised: for one window nothing but its own normalised vector.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Vectors


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``start`` to ``stop`` of text number ``text``. An empty text has one empty window."""

    text: int
    start: int
    stop: int

    def __len__(self) -> int:
        """Count the window's tokens."""
        return self.stop - self.start


def plan(counts: Sequence[int], size: int) -> list[Window]:
    """Cut texts of ``counts`` tokens into windows of at most ``size`` tokens, in order."""
    return [
        Window(text, start, min(start + size, count))
        for text, count in enumerate(counts)
        for start in range(0, max(count, 1), size)
    ]


def batches(windows: Sequence[Window], overhead: int, budget: int) -> Iterator[list[int]]:
    """Group window numbers, longest first, so that a padded batch has at most ``budget`` tokens.

    ``overhead`` is what each window carries beside the text. A window is never split, so one that
    is over the budget by itself makes its own batch.
    """
    batch: list[int] = []
    for number in sorted(range(len(windows)), key=lambda number: -len(windows[number])):
        width = len(windows[batch[0] if batch else number]) + overhead
        if batch and width * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def combine(windows: Sequence[Window], means: Vectors, texts: int) -> Vectors:
    """Merge the windows' vectors into one unit vector for each text.

    *Shape:* ``means`` ``(len(windows), dim)``, not normalised; the result ``(texts, dim)``.
    """
    weights = np.array([max(len(window), 1) for window in windows], np.float32)
    vectors = np.zeros((texts, means.shape[1]), np.float32)
    np.add.at(vectors, [window.text for window in windows], means * weights[:, None])
    return normalise(vectors)


def normalise(vectors: Vectors) -> Vectors:
    """Scale rows to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)
