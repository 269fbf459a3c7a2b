"""Summaries of a run with their uncertainty, and whether two runs differ."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eval.metrics import METRICS, Metric, aurc, auroc
from eval.results import Result

RESAMPLES = 1000
SHUFFLES = 10_000
LEVEL = 0.05
_NORMAL_975 = 1.959964  # the 97.5 % quantile of the normal distribution


@dataclass(frozen=True, slots=True)
class Estimate:
    """A metric over ``n`` questions with its 95 % interval; p50 and p95 of the questions."""

    value: float
    low: float
    high: float
    n: int
    p50: float
    p95: float


def summarize(results: Sequence[Result], seed: int = 0) -> dict[str, Estimate]:
    """Every metric that is defined for some of ``results``, in the order of ``METRICS``."""
    found = {}
    for metric in METRICS:
        if metric.of_run:
            estimate = _of_run(metric, results, seed)
        else:
            estimate = mean([r.metrics[metric.name] for r in results if metric.name in r.metrics],
                            seed)  # fmt: skip
        if estimate:
            found[metric.name] = estimate
    return found


def mean(values: Sequence[float], seed: int = 0) -> Estimate | None:
    """The mean with its 95 % interval: of yes-or-no values Wilson's score interval (Wilson 1927),
    which says something of 0 in 7 too, of others the percentile bootstrap over the questions
    (Efron and Tibshirani 1993, chapter 13). None without values."""
    if not values:
        return None
    array = np.asarray(values, float)
    if np.isin(array, (0, 1)).all():
        low, high = _wilson(float(array.sum()), len(array))
    else:
        means = array[_draws(len(array), RESAMPLES, seed)].mean(axis=1)
        low, high = np.percentile(means, [2.5, 97.5])
    p50, p95 = np.percentile(array, [50, 95])
    value = float(array.mean())
    return Estimate(value, float(low), float(high), len(array), float(p50), float(p95))


def _wilson(yes: float, n: int) -> tuple[float, float]:
    share, square = yes / n, _NORMAL_975**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = (
        _NORMAL_975 / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def _of_run(metric: Metric, results: Sequence[Result], seed: int) -> Estimate | None:
    rows = confidences(results)
    value = of_run(metric.name, rows)
    if value is None:
        return None
    again = [of_run(metric.name, rows[draw]) for draw in _draws(len(rows), RESAMPLES, seed)]
    low, high = np.percentile([one for one in again if one is not None], [2.5, 97.5])
    return Estimate(value, float(low), float(high), len(rows), value, value)


def confidences(results: Sequence[Result]) -> NDArray[np.float64]:
    """What AUROC and risk-coverage are made of, *shape* ``(n, 3)``, a row a result that has an
    answer: how confident; 1 if the question is answerable; 1 if an answer is, or would be, wrong.

    Right is one that holds every fact, or cites a gold place in a set that has no answers; what
    was refused is never right.
    """
    rows = []
    for result in results:
        if result.answer is None or "confidence" not in result.metrics:
            continue
        measured = result.metrics.get("fact_recall", result.metrics.get("gold_cited", 0.0))
        right = result.answerable and measured == 1
        rows.append((result.metrics["confidence"], result.answerable, not right))
    return np.array(rows, float).reshape(-1, 3)


def of_run(name: str, rows: NDArray[np.float64]) -> float | None:
    """``auroc`` or ``aurc`` of what ``confidences`` gives; None where it is undefined."""
    if name == "auroc":
        return auroc(rows[:, 0], rows[:, 1] == 1)
    return aurc(rows[:, 0], rows[:, 2] == 1)


def paired_p(before: Sequence[float], after: Sequence[float], seed: int = 0) -> float:
    """How probable a mean difference at least this large is if the two runs do not differ:
    the paired randomisation test, signs flipped at random, two-sided (Smucker, Allan and
    Carterette 2007), (hits + 1) ÷ (shuffles + 1) (Phipson and Smyth 2010)."""
    difference = np.asarray(after, float) - np.asarray(before, float)
    difference = difference[difference != 0]
    if not len(difference):
        return 1.0
    signs = np.random.default_rng(seed).integers(0, 2, (SHUFFLES, len(difference))) * 2 - 1
    shuffled = np.abs(signs @ difference)
    rounding = 1e-9 * np.abs(difference).sum()  # the same sum in another order is still the same
    hits = int((shuffled >= abs(difference.sum()) - rounding).sum())
    return (hits + 1) / (SHUFFLES + 1)


def paired_interval(
    count: int, difference: Callable[[NDArray[np.int64]], float | None], seed: int = 0
) -> tuple[float, float]:
    """The 95 % bootstrap interval of ``difference`` between two runs over the same ``count``
    questions, given the numbers of those drawn; draws without a difference (None) are left out.

    Raises:
        ValueError: there are no questions, or no draw has a difference.
    """
    found = [difference(draw) for draw in _draws(count, RESAMPLES, seed)]
    known = [one for one in found if one is not None]
    if not known:
        raise ValueError("the difference is defined for no draw")
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


@lru_cache(8)
def _draws(count: int, times: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).integers(0, count, (times, count))
