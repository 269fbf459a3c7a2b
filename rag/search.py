"""A question into hits: dense and lexical candidates, one score.

Both legs are scaled to 0-1 over the candidates and summed: the convex combination of Bruch et
al. 2023, "An Analysis of Fusion Functions for Hybrid Retrieval". How much the lexical leg weighs
depends on how much of the question its best passage holds: a French question to Arabic pages
shares a year and a unit with them, and those must not decide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import strip_marks
from rag.derived import Indexes
from rag.evidence import coverage, inverse_document_frequency
from rag.question import understand
from rag.schema import Hit, Passage
from rag.store import Store

_DEPTH = 1000
# The best of the weights tried on three Arabic sets and on English questions (eval/LOG.md).
_LEXICAL_WEIGHT = 0.4
_FULL_COVERAGE = 0.6


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
        missing = self.indexes.dense.cosines(vector, sorted(lexical.keys() - dense.keys()))
        floor = min(dense.values(), default=0.0)
        scaled = _scale({**dense, **missing}, floor)
        words = _scale(lexical, 0.0)
        weight = self._lexical_weight(query, lexical)
        scores = {seq: (1 - weight) * scaled[seq] + weight * words.get(seq, 0.0) for seq in scaled}
        ranked = sorted(scores, key=lambda seq: (-scores[seq], seq))
        return self._hits(ranked, scores, k)

    def weight(self, stem: str) -> float:
        """How much a stem says: its inverse document frequency in this index."""
        frequency = self.indexes.lexical.document_frequency(stem)
        return inverse_document_frequency(len(self.indexes.dense), frequency)

    def _lexical_weight(self, query: str, lexical: Mapping[int, float]) -> float:
        """0 to ``_LEXICAL_WEIGHT``, in proportion to what the best passage holds of the query."""
        best = min(lexical, key=lambda seq: (-lexical[seq], seq), default=None)
        found = self.store.passages([best]) if best is not None else {}
        texts = [text for p in found.values() for text in (p.text, p.title, p.date)]
        held = coverage(understand(query), texts, self.weight)
        return _LEXICAL_WEIGHT * min(1.0, held / _FULL_COVERAGE)

    def _hits(self, ranked: Sequence[int], scores: Mapping[int, float], k: int) -> list[Hit]:
        """The first ``k``; passages with the very same words are one hit, the others in ``also``.
        Passages removed meanwhile are left out."""
        groups: dict[str, list[tuple[int, Passage]]] = {}
        size = min(4 * k + 20, _DEPTH)
        for begin in range(0, len(ranked), size):
            part = ranked[begin : begin + size]
            passages = self.store.passages(part)
            for seq in part:
                if passage := passages.get(seq):
                    groups.setdefault(" ".join(passage.text.split()), []).append((seq, passage))
            if len(groups) >= k:
                break
        hits = []
        for rank, ((seq, passage), *others) in enumerate(list(groups.values())[:k], start=1):
            also = dict.fromkeys(other.doc_id for _, other in others)
            also.pop(passage.doc_id, None)
            hits.append(Hit(passage, scores[seq], rank, "hybrid", tuple(also)))
        return hits


def _scale(scores: Mapping[int, float], floor: float) -> dict[int, float]:
    """Linear, ``floor`` or below to 0 and the best to 1."""
    top = max(scores.values(), default=0.0)
    if top <= floor:
        return dict.fromkeys(scores, 1.0)
    return {seq: max(0.0, (value - floor) / (top - floor)) for seq, value in scores.items()}
