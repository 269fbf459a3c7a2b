"""Two runs side by side: what changed, whether that is more than chance, and whether it is worse.

A metric regressed when its mean is worse by more than its margin and the paired randomisation
test says so at the 5 % level; an exact metric, when one question got worse, also one that was not
answered before. AUROC belongs to no one question: there the bootstrap interval of the difference
has to lie below zero. A run that was asked for the same and lacks questions is worse too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.messages import nothing_shared
from eval.metrics import METRICS, TIMINGS, Metric
from eval.results import Result, Run
from eval.statistics import LEVEL, confidences, of_run, paired_interval, paired_p
from rag.errors import UsageError

_ROUNDING = 1e-9
_CHOOSING = ("datasets", "systems", "split", "sample", "seed", "hide")  # the questions of a run


@dataclass(frozen=True, slots=True)
class Change:
    """A metric of one dataset and system in both runs, over the ``n`` questions they share.

    ``p``: of the paired test, None where there is none. ``wins`` and ``losses``: ids of the
    questions that got better and worse.
    """

    dataset: str
    system: str
    metric: Metric
    before: float
    after: float
    n: int
    p: float | None
    wins: tuple[str, ...]
    losses: tuple[str, ...]
    regressed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """``missing``: what the first run has and the second has not, in words; ``excused``: the
    second was asked for something else."""

    changes: tuple[Change, ...]
    missing: tuple[str, ...]
    excused: bool

    @property
    def regressed(self) -> bool:
        """Whether any gated metric got worse, or questions are gone."""
        lost = bool(self.missing) and not self.excused
        return lost or any(change.regressed for change in self.changes)


def compare(before: Run, after: Run, seed: int = 0) -> Comparison:
    """Compare what both runs asked: the same question, expecting the same, of the same system.

    Raises:
        UsageError: they share nothing.
    """
    later = after.groups()
    changes: list[Change] = []
    missing = []
    for (dataset, system), results in before.groups().items():
        known = {_identity(one): one for one in later.get((dataset, system), ())}
        pairs = [(one, known[_identity(one)]) for one in results if _identity(one) in known]
        if len(pairs) < len(results):
            missing.append(f"{dataset} / {system}: {len(results) - len(pairs)} of {len(results)}")
        if pairs:
            changes += _changes(dataset, system, pairs, seed)
    if not changes:
        raise UsageError(nothing_shared(before.name, after.name))
    excused = any(before.settings.get(key) != after.settings.get(key) for key in _CHOOSING)
    return Comparison(tuple(changes), tuple(missing), excused)


def _identity(one: Result) -> tuple[object, ...]:
    return one.id, one.question, one.history, one.answerable, one.expected, one.gold


def _changes(
    dataset: str, system: str, pairs: Sequence[tuple[Result, Result]], seed: int
) -> list[Change]:
    found = []
    for metric in METRICS:
        if metric.of_run:
            change = _of_run(dataset, system, metric, pairs, seed)
        else:
            change = _of_questions(dataset, system, metric, pairs, seed)
        if change:
            found.append(change)
    return found


def _of_questions(
    dataset: str, system: str, metric: Metric, pairs: Sequence[tuple[Result, Result]], seed: int
) -> Change | None:
    name = metric.name
    # What was not answered has no fault, so an exact metric looks at those questions too.
    silent = {name: 1.0 if metric.higher_is_better else 0.0} if metric.exact else {}
    both = [
        (a.id, (silent | a.metrics)[name], (silent | b.metrics)[name])
        for a, b in pairs
        if name in silent | a.metrics and name in silent | b.metrics
        if name in a.metrics or name in b.metrics
    ]
    if not both:
        return None
    old, new = [x for _, x, _ in both], [y for _, _, y in both]
    sign = 1 if metric.higher_is_better else -1
    before, after = sum(old) / len(old), sum(new) / len(new)
    worse = sign * (before - after)
    p = paired_p(old, new, seed)
    wins = tuple(key for key, x, y in both if sign * (y - x) > _ROUNDING)
    losses = tuple(key for key, x, y in both if sign * (x - y) > _ROUNDING)
    if metric.exact:
        regressed = bool(losses)
    else:
        margin = metric.margin
        regressed = margin is not None and worse > margin + _ROUNDING and p < LEVEL
    if name in TIMINGS:  # every question is faster or slower, which says nothing
        wins = losses = ()
    return Change(dataset, system, metric, before, after, len(both), p, wins, losses, regressed)


def _of_run(
    dataset: str, system: str, metric: Metric, pairs: Sequence[tuple[Result, Result]], seed: int
) -> Change | None:
    old, new = confidences([a for a, _ in pairs]), confidences([b for _, b in pairs])
    before, after = of_run(metric.name, old), of_run(metric.name, new)
    if len(old) != len(new) or before is None or after is None:
        return None
    sign = 1 if metric.higher_is_better else -1

    def gain(draw: NDArray[np.int64]) -> float | None:
        x = of_run(metric.name, old[draw])
        y = of_run(metric.name, new[draw])
        return None if x is None or y is None else sign * (y - x)

    _, high = paired_interval(len(old), gain, seed)
    worse = sign * (before - after)
    regressed = metric.margin is not None and worse > metric.margin + _ROUNDING and high < 0
    return Change(dataset, system, metric, before, after, len(old), None, (), (), regressed)
