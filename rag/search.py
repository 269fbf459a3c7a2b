"""A question into hits: lexical and dense candidates, one score.

Both legs are scaled to 0-1 over the candidates and summed: the convex combination of Bruch et
al. 2023, "An Analysis of Fusion Functions for Hybrid Retrieval". How much the lexical leg weighs
depends on how much of the question its best passage holds: a French question to Arabic pages
shares a year and a unit with them, and those must not decide. For the first candidates the dense
score is that of the passage and of its best sentence together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag import rerank
from rag.asked_time import asked_time
from rag.derived import Indexes
from rag.duplicates import grouped
from rag.lexical import Clause, inverse_document_frequency
from rag.question import Question, understand
from rag.rerank import Reranker
from rag.schema import Hit, Passage
from rag.spelling import respelled
from rag.store import Store
from rag.terms import clauses, index_terms, share_held
from rag.timeliness import gains
from rag.units import units

_DEPTH = 1000
_READ = 10  # passages found by words whose spelling is looked at
_RESCORED = 100
_SPARE = 20  # passages read beyond those wanted, in case some say the same
_DATED = 20  # passages whose dates are compared
# Chosen on arcd_train (eval/LOG.md).
_LEXICAL_WEIGHT = 0.4
_FULL_COVERAGE = 0.6
_SENTENCE_WEIGHT = 0.4


class Searcher(Protocol):
    """Finds passages for a question."""

    def search(self, query: str, k: int, allow: Collection[int] | None = None) -> list[Hit]:
        """The ``k`` best, ranks 1..n, scores not rising; only passages whose number is in
        ``allow`` where that is given."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, and the vector of the question, *shape* ``(dim,)``."""

    hits: list[Hit]
    vector: NDArray[np.float32]


class HybridSearcher:
    """Dense and lexical search over one index, fused."""

    def __init__(
        self,
        store: Store,
        indexes: Indexes,
        encoder: Encoder,
        reranker: Reranker | None = None,
    ) -> None:
        self.store = store
        self.indexes = indexes
        self.encoder = encoder
        self._reranker = reranker

    def search(self, query: str, k: int, allow: Collection[int] | None = None) -> list[Hit]:
        """See ``Searcher``. ``Hit.score`` is the fused score, 0 to 1."""
        return self.find(understand(query), k, allow).hits

    def find(self, question: Question, k: int, allow: Collection[int] | None = None) -> Found:
        """``search`` for a question that is understood already."""
        depth = max(_DEPTH, k)
        looked_for = clauses(question)
        lexical = dict(self.indexes.lexical.search(looked_for, depth, allow))
        read = self.store.passages(list(lexical)[:_READ])
        vector = self._encode(question, read)
        shifts = self.indexes.shifts.get(question.language, {})
        bonus = {language: -shift for language, shift in shifts.items()}
        dense = dict(self.indexes.dense.search(vector, depth, allow, bonus))
        floor = min(dense.values(), default=0.0)
        # Exact scores for what only the words found, so that both legs score every candidate.
        dense |= self.indexes.dense.scores(vector, sorted(lexical.keys() - dense.keys()), bonus)
        weight = self._lexical_weight(question, looked_for, lexical, read)
        words = _scale(lexical, 0.0)
        first = _ranked(_fused(dense, words, weight, floor))[:_RESCORED]
        dense |= self._with_sentences(vector, first, dense)
        scores = _fused(dense, words, weight, floor)
        gained = self._timely(question, first, scores)
        most = 1 + max(gained.values(), default=0.0)
        scores = {seq: (score + gained.get(seq, 0.0)) / most for seq, score in scores.items()}
        ranked = sorted(first, key=lambda seq: (-scores[seq], seq))
        last = scores[ranked[-1]] if ranked else 0.0
        rest = {seq: min(scores[seq], last) for seq in scores.keys() - set(ranked)}
        ranked += _ranked(rest)
        if self._reranker is None:
            return Found(self._hits(ranked, scores | rest, k), vector)
        hits = self._hits(ranked, scores | rest, max(k, rerank.DEPTH))
        return Found(rerank.rerank(hits, question.text, self._reranker)[:k], vector)

    def naming(self, text: str) -> set[int] | None:
        """The numbers of the passages that name every number, date and edition of ``text``,
        however they are written there; None if it names none."""
        held = [set(self.indexes.lexical.holding(terms[0])) for terms in units(text)]
        return set.intersection(*held) if held else None

    def weight(self, stem: str) -> float:
        """How much a stem says: its inverse document frequency in this index."""
        frequency = self.indexes.lexical.document_frequency(stem)
        return inverse_document_frequency(len(self.indexes.dense), frequency)

    def _encode(self, question: Question, read: Mapping[int, Passage]) -> NDArray[np.float32]:
        texts = [text for p in read.values() for text in (p.text, p.title)]
        said = respelled(question.text, texts, self.encoder.count_tokens)
        vector: NDArray[np.float32] = self.encoder.encode_queries([said])[0]
        return vector

    def _lexical_weight(
        self,
        question: Question,
        looked_for: Sequence[Clause],
        lexical: Mapping[int, float],
        read: Mapping[int, Passage],
    ) -> float:
        """0 to ``_LEXICAL_WEIGHT``, in proportion to what the best passage holds of the query."""
        if question.language == "ary-Latn":
            return _LEXICAL_WEIGHT  # the encoder knows little of it
        best = read.get(next(iter(lexical), -1))
        if best is None:
            return 0.0
        held = set(index_terms("\n".join((best.title, best.date, best.text)), best.date))
        frequency = self.indexes.lexical.document_frequency
        share = share_held(looked_for, held, frequency, len(self.indexes.dense))
        return _LEXICAL_WEIGHT * min(1.0, share / _FULL_COVERAGE)

    def _with_sentences(
        self, vector: NDArray[np.float32], seqs: Sequence[int], dense: Mapping[int, float]
    ) -> dict[int, float]:
        """The dense scores of those of ``seqs`` that have sentences, the best one's counted in."""
        sentences = self.store.sentence_vectors(seqs)
        own = self.indexes.dense.scores(vector, sorted(sentences))
        return {
            seq: dense[seq] + _SENTENCE_WEIGHT * (float((sentences[seq] @ vector).max()) - cosine)
            for seq, cosine in own.items()
        }

    def _timely(
        self, question: Question, seqs: Sequence[int], scores: Mapping[int, float]
    ) -> dict[int, float]:
        """What those of ``seqs`` gain that are of the time the question asks about."""
        asked = asked_time(question.text, date.today().isoformat())
        named = [Clause(((mark,),)) for mark in sorted(asked.marks)]
        naming = [seq for seq, _ in self.indexes.lexical.search(named, len(seqs), seqs)]
        best = sorted(seqs, key=lambda seq: (-scores[seq], seq))[:_DATED]
        found = self.store.passages(best)
        return gains(asked, naming, {seq: found[seq] for seq in best if seq in found})

    def _hits(self, ranked: Sequence[int], scores: Mapping[int, float], k: int) -> list[Hit]:
        """The first ``k``; passages that say the same are one hit, the others in ``also``.
        Passages removed meanwhile are left out."""
        wanted, held = k, len(ranked)
        while True:
            passages = self.store.passages(ranked[: 2 * wanted + _SPARE])
            seqs = [seq for seq in ranked if seq in passages]
            groups = grouped([passages[seq] for seq in seqs])
            if len(groups) >= k or 2 * wanted + _SPARE >= held:
                break
            wanted *= 2
        hits = []
        for rank, (first, *others) in enumerate(groups[:k], start=1):
            seq = seqs[first]
            also = dict.fromkeys(passages[seqs[other]].doc_id for other in others)
            also.pop(passages[seq].doc_id, None)
            hits.append(Hit(passages[seq], scores[seq], rank, "hybrid", tuple(also)))
        return hits


def _fused(
    dense: Mapping[int, float], words: Mapping[int, float], weight: float, floor: float
) -> dict[int, float]:
    scaled = _scale(dense, floor)
    return {seq: (1 - weight) * scaled[seq] + weight * words.get(seq, 0.0) for seq in scaled}


def _ranked(scores: Mapping[int, float]) -> list[int]:
    return sorted(scores, key=lambda seq: (-scores[seq], seq))


def _scale(scores: Mapping[int, float], floor: float) -> dict[int, float]:
    """Linear, ``floor`` or below to 0 and the best to 1."""
    top = max(scores.values(), default=0.0)
    if top <= floor:
        return dict.fromkeys(scores, 1.0)
    return {seq: max(0.0, (value - floor) / (top - floor)) for seq, value in scores.items()}
