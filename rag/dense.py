"""The dense side: passage vectors in FAISS, exact inner product, derived from the store.

Vectors are L2-normalised, so the inner product is the cosine. Exact search takes about 30 ms at
100,000 passages on two cores; an approximate index is for the day the evaluation shows a need.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = "dense.faiss"


class DenseIndex:
    """Vectors by passage number (``seq``)."""

    def __init__(self, dim: int) -> None:
        import faiss

        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

    @classmethod
    def load(cls, folder: Path, dim: int) -> DenseIndex:
        """Read the index of ``folder``.

        Raises:
            ValueError: the file is missing, damaged or of another dimension.
        """
        import faiss

        index = cls(dim)
        try:
            index._index = faiss.read_index(str(folder / FILE))
        except RuntimeError as error:
            raise ValueError(f"{FILE}: {error}") from error
        if index._index.d != dim:
            raise ValueError(f"{FILE} holds vectors of {index._index.d}, not {dim}")
        return index

    def save(self, folder: Path) -> None:
        """Write the index whole, under another name first."""
        import faiss

        unfinished = folder / f"{FILE}.new"
        faiss.write_index(self._index, str(unfinished))
        unfinished.replace(folder / FILE)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, seqs: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add ``vectors``, *shape* ``(len(seqs), dim)``, in place of any of the same numbers."""
        self.remove(seqs)
        if len(seqs):
            self._index.add_with_ids(
                np.ascontiguousarray(vectors, dtype=np.float32), np.array(seqs, dtype=np.int64)
            )

    def remove(self, seqs: Sequence[int]) -> None:
        """Take these numbers out; unknown ones are passed over."""
        if len(seqs) and len(self):
            self._index.remove_ids(np.array(seqs, dtype=np.int64))

    def seqs(self) -> set[int]:
        """The numbers held."""
        import faiss

        return set(faiss.vector_to_array(self._index.id_map).tolist())

    def vectors(self, seqs: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of ``seqs``, *shape* ``(len(seqs), dim)``; all must be held."""
        if not len(seqs):
            return np.zeros((0, self._index.d), dtype=np.float32)
        found: NDArray[np.float32] = self._index.reconstruct_batch(np.array(seqs, dtype=np.int64))
        return found

    def mean(self) -> NDArray[np.float32]:
        """The mean of up to 512 evenly spaced vectors, *shape* ``(dim,)``; zeros when empty."""
        held = sorted(self.seqs())
        if not held:
            return np.zeros(self._index.d, dtype=np.float32)
        vectors = self.vectors(held[:: max(1, len(held) // 512)])
        return np.asarray(vectors.mean(axis=0), dtype=np.float32)

    def search(
        self, query: NDArray[np.float32], k: int, allow: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` nearest to ``query`` (*shape* ``(dim,)``) as ``(seq, cosine)``, best first,
        ties by number; only among ``allow`` where it is given."""
        import faiss

        k = min(k, len(self))
        if k == 0:
            return []
        params = None
        if allow is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allow, dtype=np.int64, count=len(allow)))
            params = faiss.SearchParameters(sel=selector)
        scores, seqs = self._index.search(query[None, :], k, params=params)
        found = [(int(s), float(v)) for s, v in zip(seqs[0], scores[0], strict=True) if s >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
