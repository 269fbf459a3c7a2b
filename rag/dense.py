"""The dense side: passage vectors in FAISS, exact inner product, derived from the store.

Vectors are L2-normalised, so the inner product is the cosine. The search is exact; an approximate
index is for the day the evaluation shows a need.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = "dense.faiss"


class DenseIndex:
    """Vectors by passage number (``seq``)."""

    def __init__(self, dim: int) -> None:
        import faiss

        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

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
        except (RuntimeError, MemoryError) as error:
            raise ValueError(f"{FILE}: {str(error).splitlines()[0]}") from error
        if not isinstance(index._index, faiss.IndexIDMap2) or index._index.d != dim:
            raise ValueError(f"{FILE} does not hold vectors of length {dim}")
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
        if not len(seqs):
            return
        # Removing passes over the whole index; new numbers, the usual case, are higher than all.
        if min(seqs) <= self._ids().max(initial=-1):
            self.remove(seqs)
        self._index.add_with_ids(
            np.ascontiguousarray(vectors, dtype=np.float32), np.array(seqs, dtype=np.int64)
        )

    def remove(self, seqs: Sequence[int]) -> None:
        """Take these numbers out; unknown ones are passed over."""
        if len(seqs) and len(self):
            self._index.remove_ids(np.array(seqs, dtype=np.int64))

    def seqs(self) -> set[int]:
        """The numbers held."""
        return set(self._ids().tolist())

    def _ids(self) -> NDArray[np.int64]:
        import faiss

        ids: NDArray[np.int64] = faiss.vector_to_array(self._index.id_map)
        return ids

    def vectors(self, seqs: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of ``seqs``, *shape* ``(len(seqs), dim)``; all must be held."""
        if not len(seqs):
            return np.zeros((0, self._index.d), dtype=np.float32)
        found: NDArray[np.float32] = self._index.reconstruct_batch(np.array(seqs, dtype=np.int64))
        return found

    def cosines(self, query: NDArray[np.float32], seqs: Sequence[int]) -> dict[int, float]:
        """The exact cosine of ``query`` (*shape* ``(dim,)``) to those of ``seqs`` that are held."""
        wanted = np.array(seqs, dtype=np.int64)
        held = wanted[np.isin(wanted, self._ids())].tolist()
        return dict(zip(held, (self.vectors(held) @ query).tolist(), strict=True))

    def mean(self) -> NDArray[np.float32]:
        """The mean of up to 512 evenly spaced vectors, *shape* ``(dim,)``; zeros when empty."""
        if not len(self):
            return np.zeros(self._index.d, dtype=np.float32)
        step = -(-len(self) // 512)
        vectors = self.vectors(np.sort(self._ids())[::step].tolist())
        return np.asarray(vectors.mean(axis=0), dtype=np.float32)

    def search(
        self, query: NDArray[np.float32], k: int, allow: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The ``k`` nearest to ``query`` (*shape* ``(dim,)``) as ``(seq, cosine)``, best first,
        ties by number; only among ``allow`` where it is given. Which of equals are let in at the
        end of the ``k`` is FAISS's choice, the same each time."""
        import faiss

        k = min(k, len(self))
        if k == 0:
            return []
        params = None
        if allow is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allow, dtype=np.int64, count=len(allow)))
            params = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, seqs = self._index.search(query[None, :], k, params=params)
        found = [(int(s), float(v)) for s, v in zip(seqs[0], scores[0], strict=True) if s >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
