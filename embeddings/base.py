"""What an encoder is, and the two ways one can fail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class EncoderError(Exception):
    """An encoder was given something it cannot use."""


class ModelFilesError(EncoderError):
    """A model's files are missing or damaged. The message says what, where, and what to do."""


def unusable(path: Path, why: object) -> ModelFilesError:
    """Make the error for a file or folder of a pulled model that cannot be used."""
    return ModelFilesError(f"{path}: {why}; pull the model again with `rag models pull`")


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors whose inner product is the cosine similarity.

    Every implementation keeps the order of its input, gives a text the same vector alone or in a
    batch (within 1e-5), is deterministic, and never cuts a text short: one longer than
    ``max_tokens`` is read in windows (see ``embeddings.windows``). No texts give ``(0, dim)``.
    Several threads may use one at once.
    """

    @property
    def id(self) -> str:
        """What built the vectors; the same id promises cosine >= 0.999 for the same text."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """Tokens the model reads at once, its special tokens and the prefix included."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Count the tokens of each text itself, without special tokens and without a prefix."""
