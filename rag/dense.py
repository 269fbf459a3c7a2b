"""The dense side: passage vectors in FAISS, exact inner product, derived from the store.

Vectors are L2-normalised, so the inner product is the cosine. Behind each stands the language of
its passage, one number for each of ``LANGUAGES``, so that a search can add something to the
cosines of one language (``rag.language_shift``) and stay exact. An approximate index is for the
day the evaluation shows a need.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = "dense.faiss"
LANGUAGES = ("ar", "fr", "en", "")
_FEW = 1
NOTHING: Mapping[str, float] = MappingProxyType({})


class DenseIndex:
    """Vectors by passage number (``seq``)."""

    def __init__(self, dim: int) -> None:
        import faiss

        self._dim = dim
        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim + len(LANGUAGES)))

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
        whole = dim + len(LANGUAGES)
        if not isinstance(index._index, faiss.IndexIDMap2) or index._index.d != whole:
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

    def add(
        self, seqs: Sequence[int], vectors: NDArray[np.float32], languages: Sequence[str]
    ) -> None:
        """Add ``vectors``, *shape* ``(len(seqs), dim)``, of passages in these languages, in place
        of any of the same numbers."""
        if not len(seqs):
            return
        # Removing passes over the whole index; new numbers, the usual case, are higher than all.
        if min(seqs) <= self._ids().max(initial=-1):
            self.remove(seqs)
        rows = np.zeros((len(seqs), self._index.d), dtype=np.float32)
        rows[:, : self._dim] = vectors
        rows[range(len(seqs)), [self._dim + _place(language) for language in languages]] = 1
        self._index.add_with_ids(rows, np.array(seqs, dtype=np.int64))

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
        return self._rows(seqs)[:, : self._dim]

    def languages(self, seqs: Sequence[int]) -> NDArray[np.str_]:
        """The languages of ``seqs``, *shape* ``(len(seqs),)``, "" for those not in ``LANGUAGES``;
        all must be held."""
        places = self._rows(seqs)[:, self._dim :].argmax(axis=1)
        found: NDArray[np.str_] = np.array(LANGUAGES)[places]
        return found

    def _rows(self, seqs: Sequence[int]) -> NDArray[np.float32]:
        if not len(seqs):
            return np.zeros((0, self._index.d), dtype=np.float32)
        found: NDArray[np.float32] = self._index.reconstruct_batch(np.array(seqs, dtype=np.int64))
        return found

    def scores(
        self,
        query: NDArray[np.float32],
        seqs: Sequence[int],
        bonus: Mapping[str, float] = NOTHING,
    ) -> dict[int, float]:
        """What ``search`` would give those of ``seqs`` that are held."""
        wanted = np.array(seqs, dtype=np.int64)
        held = wanted[np.isin(wanted, self._ids())].tolist()
        whole = self._whole(query, bonus)
        return dict(zip(held, (self._rows(held) @ whole).tolist(), strict=True))

    def mean(self) -> NDArray[np.float32]:
        """The mean of up to 512 evenly spaced vectors, *shape* ``(dim,)``; zeros when empty."""
        return self._mean_of(np.argsort(self._ids()))

    def language_means(self) -> dict[str, NDArray[np.float32]]:
        """The same for each of ``LANGUAGES``, drawn towards the mean of all where it has hardly any
        passages: the mean of one says what that is about, not its language. "" is no language, so
        its mean is that of all."""
        matrix, order, whole = self._matrix(), np.argsort(self._ids()), self.mean()
        means = {"": whole}
        for language in filter(None, LANGUAGES):
            own = order[matrix[order, self._dim + _place(language)] > 0]
            share = len(own) / (len(own) + _FEW) if len(own) else 0.0
            means[language] = share * self._mean_of(own) + (1 - share) * whole
        return means

    def _mean_of(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        if not len(rows):
            return np.zeros(self._dim, dtype=np.float32)
        chosen = rows[:: -(-len(rows) // 512)]
        return np.asarray(self._matrix()[chosen, : self._dim].mean(axis=0), dtype=np.float32)

    def _matrix(self) -> NDArray[np.float32]:
        """All rows as FAISS holds them, not copied."""
        import faiss

        flat = faiss.downcast_index(self._index.index)
        size = self._index.ntotal * self._index.d
        whole: NDArray[np.float32] = faiss.rev_swig_ptr(flat.get_xb(), size)  # type: ignore[attr-defined]
        return whole.reshape(-1, self._index.d)

    def _whole(self, query: NDArray[np.float32], bonus: Mapping[str, float]) -> Any:
        added = [bonus.get(language, 0.0) for language in LANGUAGES]
        return np.concatenate([query, np.array(added, dtype=np.float32)])

    def search(
        self,
        query: NDArray[np.float32],
        k: int,
        allow: Collection[int] | None = None,
        bonus: Mapping[str, float] = NOTHING,
    ) -> list[tuple[int, float]]:
        """The ``k`` best for ``query`` (*shape* ``(dim,)``) as ``(seq, score)``, best first, ties
        by number; only among ``allow`` where it is given. The score is the cosine, plus the
        ``bonus`` of the passage's language. Which of equals are let in at the end of the ``k`` is
        FAISS's choice, the same each time."""
        import faiss

        k = min(k, len(self))
        if k == 0:
            return []
        # For one question, threads of FAISS wait for each other longer than they help.
        faiss.omp_set_num_threads(1)
        params = None
        if allow is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allow, dtype=np.int64, count=len(allow)))
            params = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, seqs = self._index.search(self._whole(query, bonus)[None, :], k, params=params)
        found = [(int(s), float(v)) for s, v in zip(seqs[0], scores[0], strict=True) if s >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _place(language: str) -> int:
    return LANGUAGES.index(language if language in LANGUAGES else "")
