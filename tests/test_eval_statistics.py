"""Intervals and significance by hand, by enumeration, and against scipy."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.results import Result
from eval.statistics import (
    SHUFFLES,
    Estimate,
    confidences,
    mean,
    of_run,
    paired_interval,
    paired_p,
    summarize,
)


def result(
    id: str, metrics: dict[str, float], answerable: bool = True, answer: dict | None = None
) -> Result:
    return Result(
        "set", "isnad", id, "؟", "ar", "", (), "", answerable, None, (), (), (), (), (), answer,
        metrics,
    )  # fmt: skip


# ------------------------------------------------------------------------------------ intervals


def test_values_that_do_not_differ_have_no_spread() -> None:
    assert mean([0.25] * 7) == Estimate(0.25, 0.25, 0.25, 7, 0.25, 0.25)
    assert mean([2.5]) == Estimate(2.5, 2.5, 2.5, 1, 2.5, 2.5)
    assert mean([]) is None


def test_mean_and_percentiles_by_hand() -> None:
    # 1…21: mean 11, the middle 11, and p95 at position 0.95 · 20 = 19 from 0: 20.
    estimate = mean([float(n) for n in range(1, 22)])
    assert (estimate.value, estimate.p50, estimate.p95, estimate.n) == (11, 11, 20, 21)
    assert estimate.low < 11 < estimate.high


def test_a_seed_repeats_its_interval() -> None:
    values = np.random.default_rng(1).random(50).tolist()
    assert mean(values, seed=3) == mean(values, seed=3)
    assert mean(values, seed=3) != mean(values, seed=4)


@pytest.mark.parametrize("seed", range(3))
def test_the_interval_is_about_that_of_scipy(seed: int) -> None:
    values = np.random.default_rng(seed).exponential(size=120)
    theirs = scipy.stats.bootstrap(
        (values,), np.mean, n_resamples=4000, method="percentile", rng=seed
    ).confidence_interval
    estimate = mean(values.tolist(), seed)
    width = theirs.high - theirs.low
    assert estimate.low == pytest.approx(theirs.low, abs=0.08 * width)
    assert estimate.high == pytest.approx(theirs.high, abs=0.08 * width)


def test_the_interval_of_a_difference() -> None:
    gains = np.array([0.0, 1.0, 1.0, 2.0] * 10)
    low, high = paired_interval(len(gains), lambda draw: float(gains[draw].mean()))
    assert (low, high) == (mean(gains.tolist()).low, mean(gains.tolist()).high)
    assert paired_interval(5, lambda draw: 0.5) == (0.5, 0.5)


def test_draws_without_a_difference_are_left_out() -> None:
    low, high = paired_interval(4, lambda draw: None if 0 in draw else 1.0)
    assert (low, high) == (1.0, 1.0)
    with pytest.raises(ValueError, match="defined for no draw"):
        paired_interval(4, lambda draw: None)


# --------------------------------------------------------------------------------- significance


def enumerated_p(before: list[float], after: list[float]) -> float:
    """The share of all 2ⁿ ways to swap the runs with a sum at least as far from 0."""
    differences = [b - a for a, b in zip(before, after, strict=True)]
    sums = [
        abs(sum(sign * one for sign, one in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=len(differences))
    ]
    return sum(one >= abs(sum(differences)) - 1e-9 for one in sums) / len(sums)


def test_the_p_of_five_gains_is_that_of_two_outcomes_in_32() -> None:
    # Only all + and all - are as far from 0.
    assert enumerated_p([0] * 5, [1] * 5) == 2 / 32
    assert paired_p([0] * 5, [1] * 5) == pytest.approx(2 / 32, abs=0.01)


@pytest.mark.parametrize("seed", range(12))
def test_p_against_all_outcomes(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 11))
    before, after = rng.random(count).round(1), rng.random(count).round(1)
    expected = enumerated_p(before.tolist(), after.tolist())
    # Four standard errors of a share in 10,000 are at most 0.02.
    assert paired_p(before.tolist(), after.tolist(), seed) == pytest.approx(expected, abs=0.02)


def test_p_is_about_that_of_scipy() -> None:
    rng = np.random.default_rng(5)
    before = rng.random(60)
    after = before + rng.normal(0.03, 0.1, 60)
    theirs = scipy.stats.permutation_test(
        (before, after), lambda x, y: np.mean(y - x), permutation_type="samples",
        vectorized=False, n_resamples=5000, rng=1,
    ).pvalue  # fmt: skip
    assert paired_p(before.tolist(), after.tolist()) == pytest.approx(theirs, abs=0.02)


def test_runs_that_do_not_differ_have_p_one() -> None:
    assert paired_p([0.3, 1.0, 0.0], [0.3, 1.0, 0.0]) == 1
    assert paired_p([], []) == 1
    assert paired_p([0.0, 1.0], [1.0, 0.0]) == 1  # no difference on the whole


def test_the_smallest_p_is_never_zero() -> None:
    assert paired_p([0.0] * 100, [1.0] * 100) == 1 / (SHUFFLES + 1)


def test_sums_that_only_rounding_tells_apart_count_as_equal() -> None:
    # 100000.1 + 200000.2 - 300000.3 is nothing, so all four of ±those ±50000.7 are as far from 0,
    # but in floats the first is 6e-11 or so. Of the other 12 of 16 sums all are farther.
    before, after = [0.0] * 4, [100000.1, 200000.2, -300000.3, 50000.7]
    assert enumerated_p(before, after) == 1
    assert paired_p(before, after) == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_p_does_not_ask_which_run_came_first(pairs: list[tuple[int, int]]) -> None:
    before, after = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    assert paired_p(before, after) == paired_p(after, before)


# ------------------------------------------------------------------------------------ summaries


def test_a_summary_by_hand() -> None:
    results = [
        result("1", {"recall@1": 1.0, "fact_recall": 1.0, "confidence": 0.9}, answer={}),
        result("2", {"recall@1": 0.0, "fact_recall": 0.5, "confidence": 0.2}, answer={}),
        result("3", {"hallucination": 1.0, "confidence": 0.4}, answerable=False, answer={}),
    ]
    summary = summarize(results)
    assert list(summary) == ["recall@1", "fact_recall", "hallucination", "auroc", "aurc"]
    assert (summary["recall@1"].value, summary["recall@1"].n) == (1 / 2, 2)
    assert (summary["fact_recall"].value, summary["fact_recall"].n) == (3 / 4, 2)
    assert (summary["hallucination"].value, summary["hallucination"].n) == (1, 1)
    # Answerable .9 .2, not .4: .9 is above, .2 below: 1 of 2.
    assert (summary["auroc"].value, summary["auroc"].n) == (1 / 2, 3)
    # Best first: right; not to be answered; half the facts. (0 + 1/2 + 2/3) ÷ 3 = 7/18.
    assert summary["aurc"].value == pytest.approx(7 / 18)
    assert summary["aurc"].p50 == summary["aurc"].p95 == summary["aurc"].value
    assert 0 <= summary["aurc"].low <= summary["aurc"].high <= 1


def test_nothing_is_summed_up_of_no_results() -> None:
    assert summarize([]) == {}
    assert summarize([result("1", {})]) == {}


def test_a_summary_repeats() -> None:
    results = [
        result(str(n), {"mrr@10": n / 9, "confidence": n / 9}, answerable=n % 3 > 0, answer={})
        for n in range(10)
    ]
    assert summarize(results, seed=2) == summarize(results, seed=2)


def test_confidence_counts_where_there_is_an_answer() -> None:
    results = [
        result("1", {"confidence": 0.5, "fact_recall": 1.0}, answer={}),
        result("2", {"confidence": 0.6, "fact_recall": 0.5}, answer={}),
        result("3", {"confidence": 0.7}, answerable=False, answer={}),
        result("4", {"confidence": 0.8}, answer=None),  # only finds
        result("5", {"fact_recall": 1.0}, answer={}),
        result("6", {"confidence": 0.9, "gold_cited": 1.0}, answer={}),  # of a set without answers
    ]
    rows = confidences(results)
    assert rows.tolist() == [[0.5, 1, 0], [0.6, 1, 1], [0.7, 0, 1], [0.9, 1, 0]]
    refused = result("7", {"confidence": 0.1}, answer={})  # of such a set, and nothing cited
    assert confidences([refused]).tolist() == [[0.1, 1, 1]]
    assert confidences([]).shape == (0, 3)
    # The positives are .5 .6 .9, the negative .7: 1 of 3 above it.
    assert of_run("auroc", rows) == pytest.approx(1 / 3)
    # Best first: right, wrong, wrong, right: (0 + 1/2 + 2/3 + 2/4) ÷ 4.
    assert of_run("aurc", rows) == pytest.approx((0 + 1 / 2 + 2 / 3 + 2 / 4) / 4)


def test_auroc_of_answerable_questions_alone_is_left_out() -> None:
    results = [result(str(n), {"confidence": n / 9}, answer={}) for n in range(5)]
    assert list(summarize(results)) == ["aurc"]


def test_yes_or_no_has_wilsons_interval() -> None:
    """Against scipy, and of 0 in 7 it does not say that the truth is 0."""
    from scipy.stats import binomtest

    for yes, n in ((0, 7), (7, 7), (3, 10), (50, 99)):
        found = mean([1.0] * yes + [0.0] * (n - yes))
        expected = binomtest(yes, n).proportion_ci(method="wilson")
        assert found is not None
        assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-6)
