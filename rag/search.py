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
from rag.duplicates import grouped, varied
from rag.lexical import Clause
from rag.question import Question, understand
from rag.rerank import Reranker
from rag.schema import Hit, Passage
from rag.spelling import respelled
from rag.store import Store
from rag.stored_vectors import embeddings, sentence_vectors
from rag.terms import (
    clause_weight,
    clauses,
    name_clauses,
    share_held,
    unit_clauses,
    word_terms,
)
from rag.timeliness import gains
from rag.units import units

_DEPTH = 1000
_READ = 10  # passages found by words whose spelling is looked at
_RESCORED = 100
_SPARE = 20  # passages read beyond those wanted, in case some say the same
_DATED = 20  # passages whose dates are compared
# Chosen on the dev half of the own question set (eval/LOG.md).
_LEXICAL_WEIGHT = 0.4
_FULL_COVERAGE = 0.6
_SENTENCE_WEIGHT = 0.6
_NAME_GAIN = 0.1


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
        said = clauses(question)
        lexical = dict(self.indexes.lexical.search([*said, *unit_clauses(question)], depth, allow))
        read = self.store.passages(list(lexical)[:_READ])
        vector = self._encode(question, read)
        bonus = _bonus(self.indexes.shifts.get(question.language, {}))
        near = dict(self.indexes.dense.search(vector, depth, allow, bonus))
        floor = min(near.values(), default=0.0)
        # Exact scores for what only the words found, so that both legs score every candidate.
        near |= self.indexes.dense.scores(vector, sorted(lexical.keys() - near.keys()), bonus)
        weight = self._lexical_weight(question, said, lexical, read)
        seqs = np.array(sorted(near), dtype=np.int64)
        dense = np.array([near[seq] for seq in seqs.tolist()])
        words = _scaled(np.array([lexical.get(seq, 0.0) for seq in seqs.tolist()]), 0.0)

        names = self._name_gains(question, said, seqs)
        order = _best_first((1 - weight) * _scaled(dense, floor) + weight * words + names, seqs)
        first, rest = order[:_RESCORED], order[_RESCORED:]
        dense[first] += self._sentence_gains(vector, seqs[first])
        scores = (1 - weight) * _scaled(dense, floor) + weight * words + names
        gained = self._time_gains(question, seqs[first], scores[first])
        scores[first] += gained
        scores /= 1 + gained.max(initial=0.0) + names.max(initial=0.0)
        scores[rest] = np.minimum(scores[rest], scores[first].min(initial=1.0))
        ranked = np.concatenate(
            [part[_best_first(scores[part], seqs[part])] for part in (first, rest)]
        )
        found, values = seqs[ranked].tolist(), scores[ranked].tolist()
        if self._reranker is None:
            return Found(self._hits(found, values, k), vector)
        hits = self._hits(found, values, max(k, rerank.DEPTH))
        return Found(rerank.rerank(hits, question.text, self._reranker)[:k], vector)

    def naming(self, text: str) -> set[int] | None:
        """The numbers of the passages that name every number, date and edition of ``text``,
        however they are written there; None if it names none."""
        held = [set(self.indexes.lexical.holding(terms[0])) for terms in units(text)]
        return set.intersection(*held) if held else None

    def clause_weight(self, clause: Clause) -> float:
        """How much a word of a question says in this index, see ``terms.clause_weight``."""
        frequency = self.indexes.lexical.document_frequency
        return clause_weight(clause, frequency, len(self.indexes.dense))

    def preferences(self, question: Question) -> Mapping[str, float]:
        """What the encoder adds to cosines for passages of a language, by language."""
        return self.indexes.shifts.get(question.language, {})

    def vectors(self, passages: Sequence[Passage]) -> list[NDArray[np.float32]]:
        """Of each passage its vector and those of its sentences, *shape* ``(1 + n, dim)``; one row
        of zeros where it was removed meanwhile or its vector is damaged."""
        held = embeddings(self.store, [passage.id for passage in passages])
        gone = np.zeros((1, self.encoder.dim), dtype=np.float32)
        return [
            np.vstack((held[p.id].vector, held[p.id].sentences)) if p.id in held else gone
            for p in passages
        ]

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
        best = read.get(next(iter(lexical), -1))
        if best is None:
            return 0.0
        if question.language == "ary-Latn":
            return _LEXICAL_WEIGHT  # the encoder knows little of it
        held = set(word_terms("\n".join((best.title, best.date, best.text))))
        frequency = self.indexes.lexical.document_frequency
        share = share_held(looked_for, held, frequency, len(self.indexes.dense))
        return _LEXICAL_WEIGHT * min(1.0, share / _FULL_COVERAGE)

    def _sentence_gains(
        self, vector: NDArray[np.float32], seqs: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """What the best sentences add to the cosines of ``seqs``, *shape* ``(len(seqs),)``."""
        sentences = sentence_vectors(self.store, seqs.tolist())
        own = self.indexes.dense.scores(vector, sorted(sentences))
        best = {seq: float((sentences[seq] @ vector).max()) for seq in own}
        return np.array(
            [
                _SENTENCE_WEIGHT * (best[seq] - own[seq]) if seq in own else 0.0
                for seq in seqs.tolist()
            ]
        )

    def _name_gains(
        self, question: Question, looked_for: Sequence[Clause], seqs: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """What those of ``seqs`` gain that hold names of the question, *shape* ``(len(seqs),)``:
        across languages little else of it can be found by its letters."""
        gained = np.zeros(len(seqs))
        total = 0.0
        for clause in name_clauses(question, looked_for):
            bare = Clause(clause.ways)
            held = {seq for seq, _ in self.indexes.lexical.search([bare], len(seqs), seqs.tolist())}
            if held:
                weight = self.clause_weight(clause)
                total += weight
                gained += weight * np.isin(seqs, sorted(held))
        return _NAME_GAIN * gained / total if total else gained

    def _time_gains(
        self, question: Question, seqs: NDArray[np.int64], scores: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """What those of ``seqs`` gain that are of the time the question asks about, *shape*
        ``(len(seqs),)``."""
        asked = asked_time(question.text, date.today().isoformat())
        named = [Clause(((mark,),)) for mark in sorted(asked.marks)]
        held = self.indexes.lexical.search(named, len(seqs), seqs.tolist())
        best = seqs[_best_first(scores, seqs)][:_DATED].tolist()
        found = self.store.passages(best)
        gained = gains(
            asked, [seq for seq, _ in held], {seq: found[seq] for seq in best if seq in found}
        )
        return np.array([gained.get(seq, 0.0) for seq in seqs.tolist()])

    def _hits(self, ranked: Sequence[int], scores: Sequence[float], k: int) -> list[Hit]:
        """The first ``k`` of the passages ``ranked``; those that say the same are one hit, the
        others in ``also``. Passages removed meanwhile are left out."""
        score_of = dict(zip(ranked, scores, strict=True))
        size = 2 * k + _SPARE
        while True:
            passages = self.store.passages(ranked[:size])
            seqs = [seq for seq in ranked[:size] if seq in passages]
            groups = grouped([passages[seq] for seq in seqs])
            if len(groups) >= k or size >= len(ranked):
                break
            size *= 2
        shown = [seqs[first] for first, *_ in groups]
        order = varied([passages[seq].doc_id for seq in shown], [score_of[seq] for seq in shown])
        hits = []
        for rank, (place, score) in enumerate(order[:k], start=1):
            passage = passages[shown[place]]
            also = dict.fromkeys(passages[seqs[other]].doc_id for other in groups[place][1:])
            also.pop(passage.doc_id, None)
            hits.append(Hit(passage, score, rank, "hybrid", tuple(also)))
        return hits


def _bonus(shifts: Mapping[str, float]) -> dict[str, float]:
    """The encoder's preference for the question's language, taken back."""
    return {language: -shift for language, shift in shifts.items()}


def _best_first(scores: NDArray[np.float64], seqs: NDArray[np.int64]) -> NDArray[np.intp]:
    """Positions, best first, equals by number."""
    order: NDArray[np.intp] = np.lexsort((seqs, -scores))
    return order


def _scaled(scores: NDArray[np.float64], floor: float) -> NDArray[np.float64]:
    """Linear, ``floor`` or below to 0 and the best to 1."""
    top = scores.max(initial=floor)
    if top <= floor:
        return np.ones_like(scores)
    scaled: NDArray[np.float64] = np.maximum(0.0, (scores - floor) / (top - floor))
    return scaled
