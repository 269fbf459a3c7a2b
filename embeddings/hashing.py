"""An encoder without a model, for tests and examples. Never a default: it knows no meaning."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from embeddings.base import EncoderError, Vectors
from embeddings.texts import checked
from embeddings.windows import normalise


class HashingEncoder:
    """Counts words: word ``w`` adds 1 to component ``crc32(w) % dim``, then L2-normalised.

    So the cosine of two texts of distinct words is ``shared / sqrt(words_a * words_b)``, as long
    as no two of their words fall on one component. Words are what ``str.split`` gives, case and
    all; a text without words counts as the one word ``""``. No window is needed: the mean of the
    windows' counts is the count of the whole.
    """

    max_tokens = 512

    def __init__(self, dim: int = 64) -> None:
        """Make vectors of length ``dim``.

        :raises EncoderError: if ``dim`` is below 1.
        """
        if dim < 1:
            raise EncoderError(f"dim is {dim}, expected at least 1")
        self.dim = dim
        self.id = f"hashing-{dim}"

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions, as ``encode_passages`` does."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages. *Shape:* ``(len(texts), dim)``, float32, rows L2-normalised."""
        texts = checked(texts)
        counts = np.zeros((len(texts), self.dim), np.float32)
        for row, text in zip(counts, texts, strict=True):
            for word in text.split() or [""]:
                row[crc32(word.encode()) % self.dim] += 1
        return normalise(counts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Count the words of each text."""
        return [len(text.split()) for text in checked(texts)]
