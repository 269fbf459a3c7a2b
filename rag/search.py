"""A question into hits: dense and lexical candidates, one score.

Both legs are scaled to 0-1 over the candidates and summed with fixed weights: the convex
combination of Bruch et al. 2023, "An Analysis of Fusion Functions for Hybrid Retrieval".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import strip_marks
from rag.derived import Indexes
from rag.schema import Hit, Passage
from rag.store import Store

_DEPTH = 1000
_DENSE_WEIGHT = 0.6  # 0.6/0.4 was best of the weights tried on three Arabic sets (eval/LOG.md)


class Searcher(Protocol):
    """Finds passages for a question."""

    def search(self, query: str, k: int, allow: Collection[int] | None = None) -> list[Hit]:
        """The ``k`` best, ranks 1..n, scores not rising; only passages whose number is in
        ``allow`` where that is given."""
        ...


class HybridSearcher:
    """Dense and lexical search over one index, fused."""

    def __init__(self, store: Store, indexes: Indexes, encoder: Encoder) -> None:
        self.store = store
        self.indexes = indexes
        self.encoder = encoder

    def search(self, query: str, k: int, allow: Collection[int] | None = None) -> list[Hit]:
        """See ``Searcher``. ``Hit.score`` is the fused score, 0 to 1."""
        return self.search_vector(query, self.encode(query), k, allow)

    def encode(self, query: str) -> NDArray[np.float32]:
        """The vector of a question, *shape* ``(dim,)``."""
        vector: NDArray[np.float32] = self.encoder.encode_queries([strip_marks(query)])[0]
        return vector

    def search_vector(
        self,
        query: str,
        vector: NDArray[np.float32],
        k: int,
        allow: Collection[int] | None = None,
    ) -> list[Hit]:
        """The same for a question that is embedded already."""
        depth = max(_DEPTH, k)
        lexical = dict(self.indexes.lexical.search(query, depth, allow))
        dense = dict(self.indexes.dense.search(vector, depth, allow))
        # Exact cosines for what only the words found, so that both legs score every candidate.
        missing = sorted(lexical.keys() - dense.keys())
        floor = min(dense.values(), default=0.0)
        cosines = self.indexes.dense.vectors(missing) @ vector
        scaled = _scale({**dense, **dict(zip(missing, cosines.tolist(), strict=True))}, floor)
        words = _scale(lexical, 0.0)
        scores = {
            seq: _DENSE_WEIGHT * scaled[seq] + (1 - _DENSE_WEIGHT) * words.get(seq, 0.0)
            for seq in scaled
        }
        ranked = sorted(scores, key=lambda seq: (-scores[seq], seq))
        return _hits(ranked, scores, self.store.passages(ranked[: 4 * k + 20]), k)


def _scale(scores: Mapping[int, float], floor: float) -> dict[int, float]:
    """Linear, ``floor`` or below to 0 and the best to 1."""
    top = max(scores.values(), default=0.0)
    if top <= floor:
        return dict.fromkeys(scores, 1.0)
    return {seq: max(0.0, (value - floor) / (top - floor)) for seq, value in scores.items()}


def _hits(
    ranked: Sequence[int], scores: Mapping[int, float], passages: Mapping[int, Passage], k: int
) -> list[Hit]:
    """The first ``k``; passages with the very same words are one hit, the others in ``also``."""
    groups: dict[str, list[int]] = {}
    for seq in ranked:
        if seq in passages:
            groups.setdefault(" ".join(passages[seq].text.split()), []).append(seq)
    hits = []
    for rank, (first, *others) in enumerate(list(groups.values())[:k], start=1):
        also = dict.fromkeys(passages[seq].doc_id for seq in others)
        also.pop(passages[first].doc_id, None)
        hits.append(Hit(passages[first], scores[first], rank, "hybrid", tuple(also)))
    return hits
