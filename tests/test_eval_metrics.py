"""Each metric by hand, and against ir_measures and scikit-learn."""

from __future__ import annotations

import math
import random

import ir_measures
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG
from sklearn.metrics import roc_auc_score

from eval.metrics import (
    BY_NAME,
    METRICS,
    aurc,
    auroc,
    fact_ranks,
    ndcg,
    recall,
    reciprocal_rank,
    risk_coverage,
)

# ------------------------------------------------------------------------------------- ranking


def test_the_rank_of_a_fact_is_that_of_the_first_hit_that_proves_it() -> None:
    assert fact_ranks([(), (1,), (0, 1), (0,)], facts=3) == (3, 2, 0)
    assert fact_ranks([], facts=2) == (0, 0)
    assert fact_ranks([(), ()], facts=0) == ()


def test_recall_is_the_share_of_facts_among_the_first() -> None:
    ranks = (1, 6, 0, 11)
    assert recall(ranks, 1) == 1 / 4
    assert recall(ranks, 5) == 1 / 4
    assert recall(ranks, 6) == 2 / 4
    assert recall(ranks, 100) == 3 / 4


def test_recall_of_no_facts_is_not_defined() -> None:
    with pytest.raises(ZeroDivisionError):
        recall((), 5)


def test_reciprocal_rank_is_that_of_the_first_fact_found() -> None:
    assert reciprocal_rank((4, 2, 0)) == 1 / 2
    assert reciprocal_rank((10,)) == 1 / 10
    assert reciprocal_rank((11,)) == 0
    assert reciprocal_rank((0, 0)) == 0
    assert reciprocal_rank((3,), k=2) == 0
    assert reciprocal_rank(()) == 0


def test_ndcg_of_one_passage_is_its_discount() -> None:
    assert ndcg((1,), [(0,)]) == 1  # 1 ÷ log2(2)
    assert ndcg((3,), [(0,)]) == 1 / 2  # 1 ÷ log2(4)
    assert ndcg((11,), [(0,)]) == 0
    assert ndcg((0,), [(0,)]) == 0


def test_ndcg_of_two_passages_by_hand() -> None:
    # Found at 2 and 3: 1 ÷ log2(3) + 1 ÷ log2(4) = 0.6309 + 0.5; best, at 1 and 2: 1 + 0.6309.
    assert ndcg((2, 3), [(0,), (1,)]) == pytest.approx((0.63093 + 0.5) / (1 + 0.63093), abs=1e-5)


def test_ndcg_when_one_passage_proves_two_facts() -> None:
    # The best order has that passage first, where both facts gain 1: 2. Found one by one at 1 and
    # 2 they gain 1 + 1 ÷ log2(3).
    pool = [(0,), (1,), (0, 1)]
    assert ndcg(fact_ranks([(0, 1)], 2), pool) == 1
    assert ndcg(fact_ranks([(0,), (1,)], 2), pool) == pytest.approx((1 + 0.63093) / 2, abs=1e-5)
    # A second passage with the same facts gains nothing, a miss between costs nothing more.
    assert ndcg(fact_ranks([(0,), (0,), (1,)], 2), pool) == (1 + 1 / 2) / 2


def test_ndcg_with_a_greedy_ideal_of_three_passages() -> None:
    # Facts 0-4. Best order: {0,1,2} at 1 gains 3, {3,4} at 2 gains 2 ÷ log2(3) = 1.26186.
    # Found: {2,3} at 1 gains 2, {0,1,2} at 2 gains 2 ÷ log2(3), {3,4} at 3 gains 1 ÷ 2.
    pool = [(2, 3), (3, 4), (0, 1, 2)]
    ranks = fact_ranks([(2, 3), (0, 1, 2), (3, 4)], 5)
    assert ranks == (2, 2, 1, 1, 3)
    assert ndcg(ranks, pool) == pytest.approx((2 + 1.26186 + 0.5) / (3 + 1.26186), abs=1e-5)


def test_ndcg_cuts_the_best_order_too() -> None:
    # One of 12 passages found, at 1: 1 ÷ the sum of the first ten discounts.
    best = sum(1 / math.log2(1 + rank) for rank in range(1, 11))
    assert ndcg((1, *[0] * 11), [(n,) for n in range(12)]) == pytest.approx(1 / best)


def test_ndcg_is_one_where_the_greedy_order_is_not_the_best() -> None:
    # Greedy takes {2,3,4} first: 3 + 2 ÷ log2(3) + 1 ÷ 2 = 4.762. The two halves of the facts
    # gain 3 + 3 ÷ log2(3) = 4.893.
    pool = [(2, 3, 4), (1, 2, 3), (4, 5, 0)]
    assert ndcg(fact_ranks([(1, 2, 3), (4, 5, 0)], 6), pool) == 1


def test_ndcg_without_a_passage_that_proves_anything_is_zero() -> None:
    assert ndcg((0, 0), []) == 0
    assert ndcg((0,), [()]) == 0


def test_a_fact_that_no_passage_proves_does_not_lower_ndcg() -> None:
    assert ndcg((1, 0), [(0,)]) == 1
    assert recall((1, 0), 10) == 1 / 2


def ranked(names: list[str]) -> list[ir_measures.ScoredDoc]:
    """A run without equal scores: trec_eval breaks ties by the documents' ids, from the last, other
    programs by theirs or by the order given."""
    return [ir_measures.ScoredDoc("q", name, 1.0 / rank) for rank, name in enumerate(names, 1)]


def of_ir_measures(relevant: set[str], names: list[str]) -> dict[str, float]:
    measures = [R @ 1, R @ 5, R @ 10, R @ 100, RR @ 10, nDCG @ 10]
    qrels = [ir_measures.Qrel("q", name, 1) for name in sorted(relevant)]
    values = ir_measures.calc_aggregate(measures, qrels, ranked(names))
    return {str(measure): value for measure, value in values.items()}


def ours(relevant: set[str], names: list[str]) -> dict[str, float]:
    """Each right document a fact of its own."""
    order = sorted(relevant)
    found = [(order.index(name),) if name in relevant else () for name in names]
    ranks = fact_ranks(found, len(order))
    return {
        **{f"R@{k}": recall(ranks, k) for k in (1, 5, 10, 100)},
        "RR@10": reciprocal_rank(ranks),
        "nDCG@10": ndcg(ranks, [(fact,) for fact in range(len(order))]),
    }


@pytest.mark.parametrize("seed", range(20))
def test_one_right_passage_as_ir_measures_has_it(seed: int) -> None:
    rng = random.Random(seed)
    names = [f"d{n}" for n in range(rng.choice((3, 12, 150)))]
    rng.shuffle(names)
    relevant = {rng.choice([*names[:12], "not found"])}
    assert ours(relevant, names) == pytest.approx(of_ir_measures(relevant, names))


@pytest.mark.parametrize("seed", range(20))
def test_many_right_documents_as_ir_measures_has_it(seed: int) -> None:
    rng = random.Random(seed)
    names = [f"d{n}" for n in range(120)]
    relevant = {*rng.sample(names, rng.randint(1, 30)), *rng.sample(["x", "y", "z"], 2)}
    rng.shuffle(names)
    assert ours(relevant, names) == pytest.approx(of_ir_measures(relevant, names))


def test_recall_of_one_right_passage_is_success() -> None:
    qrels = [ir_measures.Qrel("q", "b", 1)]
    for k in (1, 2, 3):
        [value] = ir_measures.calc_aggregate([Success @ k], qrels, ranked(["a", "b"])).values()
        assert recall((2,), k) == value


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 4)), max_size=12), st.randoms())
def test_ranking_metrics_stay_between_zero_and_one(
    found: list[set[int]], rng: random.Random
) -> None:
    pool = [facts for facts in found if facts]
    rng.shuffle(pool)
    ranks = fact_ranks(found, 5)
    for value in (recall(ranks, 10), reciprocal_rank(ranks), ndcg(ranks, pool)):
        assert 0 <= value <= 1


# ---------------------------------------------------------------------------------- confidence


def test_auroc_by_hand() -> None:
    # Pairs of positive and negative: (.9 .8) (.9 .3) (.4 .3) right, (.4 .8) wrong: 3 of 4.
    assert auroc([0.9, 0.8, 0.4, 0.3], [True, False, True, False]) == 3 / 4
    # (.5 .5) a tie, (.5 .1) right: 1.5 of 2.
    assert auroc([0.5, 0.5, 0.1], [True, False, False]) == 1.5 / 2
    assert auroc([0.5, 0.5], [True, False]) == 1 / 2


def test_auroc_needs_both_kinds() -> None:
    assert auroc([], []) is None
    assert auroc([0.1, 0.2], [True, True]) is None
    assert auroc([0.1], [False]) is None


@pytest.mark.parametrize("seed", range(20))
def test_auroc_as_scikit_learn_has_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.integers(0, 12, 80) / 11  # with ties
    positive = rng.random(80) < 0.3
    positive[:2] = True, False
    assert auroc(scores.tolist(), positive.tolist()) == pytest.approx(
        roc_auc_score(positive, scores)
    )


scored = st.lists(st.tuples(st.integers(-50, 50), st.booleans()), min_size=1, max_size=40)


@settings(deadline=None)
@given(scored)
def test_auroc_and_aurc_depend_on_the_order_alone(rows: list[tuple[int, bool]]) -> None:
    scores, kind = [float(score) for score, _ in rows], [kind for _, kind in rows]
    steeper = [score**3 + 7 for score in scores]
    assert auroc(steeper, kind) == auroc(scores, kind)
    assert aurc(steeper, kind) == aurc(scores, kind)


@settings(deadline=None)
@given(scored)
def test_auroc_of_the_other_kind_is_the_rest_of_one(rows: list[tuple[int, bool]]) -> None:
    scores, kind = [float(score) for score, _ in rows], [kind for _, kind in rows]
    value, flipped = auroc(scores, kind), auroc(scores, [not one for one in kind])
    if value is None:
        assert flipped is None
    else:
        assert flipped == pytest.approx(1 - value)


def test_risk_coverage_and_its_area_by_hand() -> None:
    # Best first: right, wrong, right, wrong.
    coverage, risk = risk_coverage([0.2, 0.9, 0.7, 0.4], [True, False, True, False])
    assert coverage.tolist() == [1 / 4, 2 / 4, 3 / 4, 1]
    assert risk.tolist() == [0, 1 / 2, 1 / 3, 2 / 4]
    # (0 + 1/2 + 1/3 + 1/2) ÷ 4 = (4/3) ÷ 4
    assert aurc([0.2, 0.9, 0.7, 0.4], [True, False, True, False]) == pytest.approx(1 / 3)


def test_questions_of_one_confidence_are_taken_together() -> None:
    # .9: right. .5: two, one wrong. .1: wrong. Coverage 1/4, 3/4, 1; risk 0, 1/3, 2/4.
    confidence, wrong = [0.5, 0.9, 0.1, 0.5], [True, False, True, False]
    coverage, risk = risk_coverage(confidence, wrong)
    assert coverage.tolist() == [1 / 4, 3 / 4, 1]
    assert risk.tolist() == [0, 1 / 3, 2 / 4]
    # 1/4 · 0 + 2/4 · 1/3 + 1/4 · 2/4 = 1/6 + 1/8 = 7/24
    assert aurc(confidence, wrong) == pytest.approx(7 / 24)


def test_no_questions_have_no_curve() -> None:
    coverage, risk = risk_coverage([], [])
    assert coverage.tolist() == risk.tolist() == []
    assert aurc([], []) is None


@settings(deadline=None)
@given(scored, st.randoms())
def test_the_curve_ends_at_the_error_rate_in_any_order(
    rows: list[tuple[int, bool]], rng: random.Random
) -> None:
    scores, wrong = [float(score) for score, _ in rows], [wrong for _, wrong in rows]
    coverage, risk = risk_coverage(scores, wrong)
    assert coverage[-1] == 1
    assert risk[-1] == sum(wrong) / len(wrong)
    assert len(coverage) == len(set(scores))
    area = aurc(scores, wrong)
    assert 0 <= area <= 1
    rng.shuffle(rows)
    assert aurc([score for score, _ in rows], [wrong for _, wrong in rows]) == pytest.approx(area)


# ------------------------------------------------------------------------------------ the table


def test_the_table_of_metrics_is_sound() -> None:
    assert len(BY_NAME) == len(METRICS)
    assert {metric.name for metric in METRICS if metric.of_run} == {"auroc", "aurc"}
    for metric in METRICS:
        assert metric.margin is None or metric.margin >= 0
        assert not (metric.exact and metric.margin is not None)  # one rule or the other
