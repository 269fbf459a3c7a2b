"""The numbers: how each is worked out, from where the formula comes, which way is better.

Ranking metrics are about facts, so that a question may need several passages and a fact may stand
in several: a hit gains by each fact that no hit above it had. Where every question has one right
passage, or each right document is a fact of its own (BEIR), they are the ordinary ones.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CUTOFFS = (1, 5, 10, 100)

Numbers = Sequence[float] | NDArray[Any]


@dataclass(frozen=True, slots=True)
class Metric:
    """``margin``: how much worse a mean may become, in the metric's own unit, before ``compare``
    calls it a regression. ``exact`` metrics must not get worse in one question, significant or not.
    What has neither is not gated. ``of_run``: of many questions together, not a mean."""

    name: str
    label: str
    higher_is_better: bool = True
    margin: float | None = None
    exact: bool = False
    of_run: bool = False


METRICS = (
    Metric("recall@1", "Recall@1", margin=0.01),
    Metric("recall@5", "Recall@5", margin=0.01),
    Metric("recall@10", "Recall@10", margin=0.01),
    Metric("recall@100", "Recall@100"),
    Metric("mrr@10", "MRR@10", margin=0.01),
    Metric("ndcg@10", "nDCG@10", margin=0.01),
    Metric("fact_recall", "Fact recall", margin=0.02),
    Metric("fact_cited", "Fact recall, gold cited", margin=0.02),
    Metric("exact_match", "Exact match"),
    Metric("token_f1", "Token F1", margin=0.02),
    Metric("citation_precision", "Citation precision", margin=0.01),
    Metric("citation_recall", "Citation recall", margin=0.01),
    Metric("gold_cited", "Gold place cited", margin=0.02),
    Metric("span_exact", "Spans exact", exact=True),
    Metric("unsupported", "Unsupported number or name", False, exact=True),
    Metric("crossing", "Claims not comparable", False),
    Metric("language_match", "Language match", margin=0.01),
    Metric("hallucination", "Hallucination", False, margin=0.02),
    Metric("over_refusal", "Over-refusal", False, margin=0.02),
    Metric("failed", "Failed", False, exact=True),
    Metric("auroc", "AUROC of confidence", margin=0.01, of_run=True),
    Metric("aurc", "Risk-coverage area", False, of_run=True),
    Metric("retrieve_ms", "Passages, ms", False),
    Metric("first_token_ms", "First word, ms", False),
    Metric("total_ms", "End, ms", False),
    Metric("prompt_tokens", "Prompt tokens", False),
    Metric("output_tokens", "Output tokens", False),
    Metric("answer_words", "Answer words", False),
)
BY_NAME = {metric.name: metric for metric in METRICS}
TIMINGS = ("retrieve_ms", "first_token_ms", "total_ms")


def fact_ranks(found: Sequence[Collection[int]], facts: int) -> tuple[int, ...]:
    """For each of ``facts`` facts the 1-based rank of the first hit that proves it, 0 for none;
    ``found`` are the facts of each hit, best first."""
    first = [0] * facts
    for rank, proved in enumerate(found, start=1):
        for fact in proved:
            first[fact] = first[fact] or rank
    return tuple(first)


def recall(ranks: Sequence[int], k: int) -> float:
    """Share of the facts found among the first ``k`` hits: subtopic recall, S-recall (Zhai, Cohen
    and Lafferty 2003); with one right passage, success at k. Not defined without a fact: ``ranks``
    is not empty."""
    return sum(0 < rank <= k for rank in ranks) / len(ranks)


def reciprocal_rank(ranks: Sequence[int], k: int = 10) -> float:
    """1 ÷ the rank of the first hit that proves anything, 0 below ``k`` (Voorhees 1999)."""
    best = min((rank for rank in ranks if rank), default=0)
    return 1 / best if 0 < best <= k else 0.0


def ndcg(ranks: Sequence[int], pool: Sequence[Collection[int]], k: int = 10) -> float:
    """Σ over facts 1 ÷ log2(1 + rank), ranks up to ``k``, over the same of the best order there is:
    α-nDCG with α = 1 (Clarke et al. 2008). Where each fact has a passage of its own that is nDCG
    (Järvelin and Kekäläinen 2002) with gains of 0 and 1 and trec_eval's discount.

    ``pool``: the facts of every passage of the index that proves any; the best order takes, again
    and again, the one with the most facts that are still missing (Clarke's greedy ideal; where
    that falls short of the order found, the order found is the best). 0 for an empty pool.
    """
    best = _dcg(fact_ranks(_ideal(pool), len(ranks)), k)
    return min(1.0, _dcg(ranks, k) / best) if best else 0.0


def _dcg(ranks: Sequence[int], k: int) -> float:
    return sum(1 / math.log2(1 + rank) for rank in ranks if 0 < rank <= k)


def _ideal(pool: Sequence[Collection[int]]) -> list[set[int]]:
    order: list[set[int]] = []
    left = [set(facts) for facts in pool]
    while left and (best := max(left, key=len)):
        order.append(best)
        left = [facts - best for facts in left]
    return order


def auroc(confidence: Numbers, positive: Numbers) -> float | None:
    """The chance that a positive has more confidence than a negative, ties half: Mann-Whitney's
    U ÷ (n₊ n₋) (Hanley and McNeil 1982). None without both kinds."""
    scores, kind = np.asarray(confidence, float), np.asarray(positive, bool)
    n_positive, n_negative = int(kind.sum()), int((~kind).sum())
    if not n_positive or not n_negative:
        return None
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]  # 1-based, ties share their mean
    u = float(ranks[kind].sum()) - n_positive * (n_positive + 1) / 2
    return u / (n_positive * n_negative)


def risk_coverage(
    confidence: Numbers, wrong: Numbers
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Coverage and risk when the most confident questions are answered first: after each step the
    share answered, and the share of those that went wrong (El-Yaniv and Wiener 2010). Questions of
    one confidence are taken together. Both arrays have *shape* ``(distinct confidences,)``."""
    scores, errors = np.asarray(confidence, float), np.asarray(wrong, float)
    if not len(scores):
        return np.zeros(0), np.zeros(0)
    order = np.argsort(-scores, kind="stable")
    scores, errors = scores[order], errors[order]
    last = np.flatnonzero(np.append(scores[1:] != scores[:-1], True))
    taken = last + 1.0
    return taken / len(scores), np.cumsum(errors)[last] / taken


def aurc(confidence: Numbers, wrong: Numbers) -> float | None:
    """The mean of the risk over coverage from 0 to 1, each step as wide as the questions it adds
    (Geifman, Uziel and El-Yaniv 2019). None without questions."""
    coverage, risk = risk_coverage(confidence, wrong)
    if not len(coverage):
        return None
    return float(np.sum(np.diff(coverage, prepend=0.0) * risk))
