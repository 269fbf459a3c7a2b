"""What the ranking of sentences and the gate were fitted on, and how well they do elsewhere.

    python -m eval.tune [--fit PATH]... [--report PATH]...

The own development half is always fitted on; ``--fit`` adds question sets, ``--report`` names sets
that are only reported on. Every answerable question is asked twice: as it is, and with the passages
that answer it kept from the search. Printed: the weights, to be put into ``rag/evidence.py`` and
``rag/gate.py``; how often an answering sentence is among the first n; the gate's AUROC, and what it
lets through. Sets that are fitted on are scored by 5-fold cross-validation over their questions,
the others by the weights printed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.corpus_index import Corpus, open_corpus
from eval.data import Dataset, Gold, Question
from eval.loading import load
from eval.systems import without_gold
from rag import gate, opening
from rag.arabic import fold
from rag.evidence import READ_HITS, features, ranked
from rag.lookup import look_up
from rag.question import Question as Understood
from rag.sentence_features import NAMES, Candidate

_OWN = Path(__file__).parent
_SAMPLE, _SEED, _FOLDS = 600, 0, 5
_FIRST = (1, 2, 3, 4)
_OWN_WEIGHT = 2.0  # the only set of whole documents with titles and dates, in several languages
_PENALTY = 0.01  # on the squared weights of sentences, beside the mean log-likelihood
_INVERSE_PENALTY = 0.05  # on those of the gate, scikit-learn's C
_REFUSED = (0.1, 0.2, 0.3)

Matrix = NDArray[np.float64]
Row = tuple[Matrix, NDArray[np.bool_], float]
"""Of a question: what is known of its sentences, which of them answer, how much it counts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to an index, as it is or with its gold hidden. ``known``: *shape* ``(n,
    len(NAMES))``; ``right``: which sentences answer; ``fold``: 0 to 4, the same for both."""

    question: Question
    understood: Understood
    candidates: list[Candidate]
    known: Matrix
    right: NDArray[np.bool_]
    hidden: bool
    fold: int

    @property
    def answerable(self) -> bool:
        """Whether the passages searched hold an answer, or a reader's comment that is one: that
        is given in part."""
        given = self.question.answerable or self.question.type == "comment"
        return given and not self.hidden


def main(arguments: Sequence[str]) -> int:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="python -m eval.tune")
    parser.add_argument("--fit", type=Path, action="append", default=[])
    parser.add_argument("--report", type=Path, action="append", default=[])
    args = parser.parse_args(arguments)
    (own,) = load(_OWN)
    own = replace(own, questions=tuple(q for q in own.questions if q.split == "dev"))
    fitted = [own, *(dataset for path in args.fit for dataset in load(path))]
    others = [dataset for path in args.report for dataset in load(path)]
    asked = {dataset.name: list(_ask(dataset)) for dataset in (*fitted, *others)}
    importance = {d.name: _OWN_WEIGHT if d is own else 1.0 for d in fitted}

    weights = [_fit_sentences(asked, importance, left_out) for left_out in (None, *range(_FOLDS))]
    _say("weights of sentences", _named(NAMES, weights[0]))
    for name, questions in asked.items():
        _report_sentences(name, questions, weights if name in importance else weights[:1])
    _gates(asked, importance, weights)
    return 0


def _ask(dataset: Dataset) -> Iterator[Asked]:
    corpus = open_corpus(dataset, (), opening.DEFAULT_ENCODER)
    questions = list(dataset.questions)
    if len(questions) > _SAMPLE:
        questions = random.Random(_SEED).sample(questions, _SAMPLE)
    with corpus.index.store:
        for number, question in enumerate(questions):
            allows = [None, without_gold(corpus, dataset, question)]
            for allow in allows if question.answerable else allows[:1]:
                one = _read(corpus, dataset, question, allow, number % _FOLDS)
                if one.candidates:
                    yield one


def _read(
    corpus: Corpus, dataset: Dataset, question: Question, allow: set[int] | None, part: int
) -> Asked:
    searcher = corpus.index.searcher
    understood, found = look_up(searcher, question.text, READ_HITS, allow, question.history)
    candidates, known = features(understood, found.vector, found.hits, searcher)
    right = [_answers(corpus, dataset, question, candidate) for candidate in candidates]
    hidden = allow is not None
    return Asked(question, understood, candidates, known, np.array(right, bool), hidden, part)


def _answers(corpus: Corpus, dataset: Dataset, question: Question, candidate: Candidate) -> bool:
    passage = candidate.hit.passage
    places = [p for p in question.gold if p.doc == corpus.keys[passage.doc_id]]
    if dataset.by_document:
        forms = [fold(form) for accepted in question.answers for form in accepted]
        return bool(places) and any(form in fold(candidate.text) for form in forms)
    start, end = passage.start + candidate.start, passage.start + candidate.end
    return any(_meets(place, start, end) for place in places)


def _meets(place: Gold, start: int, end: int) -> bool:
    return place.start < end and (place.end is None or start < place.end)


def _fit_sentences(
    asked: Mapping[str, Sequence[Asked]], importance: Mapping[str, float], left_out: int | None
) -> Matrix:
    """Weights that make the right sentences of a question most probable, under a softmax over its
    sentences."""
    from scipy.optimize import minimize

    rows = [
        (one.known, one.right, importance[name])
        for name in importance
        for one in asked[name]
        if one.fold != left_out and one.answerable and one.right.any()
    ]
    found: Matrix = minimize(loss, np.zeros(len(NAMES)), (rows,), jac=True, method="L-BFGS-B").x
    return found


def loss(weights: Matrix, rows: Sequence[Row]) -> tuple[float, Matrix]:
    """The mean of -ln of what the right sentences of a question have of the softmax over all of
    its sentences, with a penalty on large weights; and its gradient."""
    total = sum(weight for *_, weight in rows)
    value, slope = _PENALTY * float(weights @ weights), 2 * _PENALTY * weights
    for known, right, weight in rows:
        scores = known @ weights
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        share = likely[right].sum()
        target = np.where(right, likely / share, 0.0)
        value -= weight * float(np.log(share)) / total
        slope = slope + weight * ((likely - target) @ known) / total
    return value, slope


def _report_sentences(name: str, questions: Sequence[Asked], weights: Sequence[Matrix]) -> None:
    hits = []
    for one in questions:
        if one.answerable:
            order = np.argsort(-(one.known @ _of(weights, one)), kind="stable")
            hits.append([one.right[order[:n]].any() for n in _FIRST])
    shares = (100 * np.mean(hits, axis=0)).round(1).tolist()
    _say(f"{name}: answered among the first {_FIRST} sentences", shares)


def _gates(
    asked: Mapping[str, Sequence[Asked]], importance: Mapping[str, float], weights: Sequence[Matrix]
) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    x = {name: np.array([_gate_features(one, _of(weights if name in importance else weights[:1],
         one)) for one in ones]) for name, ones in asked.items()}  # fmt: skip
    y = {name: np.array([one.answerable for one in ones]) for name, ones in asked.items()}
    parts = {name: np.array([one.fold for one in ones]) for name, ones in asked.items()}
    spread = np.concatenate([x[name] for name in importance]).std(axis=0) + 1e-9

    def fit(left_out: int | None) -> Any:
        kept = {name: parts[name] != left_out for name in importance}
        return LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000).fit(
            np.concatenate([x[name][kept[name]] for name in importance]) / spread,
            np.concatenate([y[name][kept[name]] for name in importance]),
            np.concatenate([np.full(kept[name].sum(), importance[name]) for name in importance]),
        )

    whole, folds = fit(None), [fit(part) for part in range(_FOLDS)]
    _say("weights of the gate", _named(gate.NAMES, whole.coef_[0] / spread))
    _say("its constant", round(float(whole.intercept_[0]), 2))
    for name, ones in asked.items():
        p = whole.predict_proba(x[name] / spread)[:, 1]
        if name in importance:
            for part, model in enumerate(folds):
                own = parts[name] == part
                p[own] = model.predict_proba(x[name][own] / spread)[:, 1]
        _say(f"{name}: AUROC of the gate", round(float(roc_auc_score(y[name], p)), 3))
        as_is = np.array([not one.hidden for one in ones])
        if not y[name][as_is].all():
            _say(f"{name}, as it is: AUROC of the gate",
                 round(float(roc_auc_score(y[name][as_is], p[as_is])), 3))  # fmt: skip
        for shown in (np.ones(len(ones), bool), as_is)[: 1 if y[name][as_is].all() else 2]:
            for refused in _REFUSED:
                threshold = float(np.quantile(p[shown & y[name]], refused))
                passed = float((p[shown & ~y[name]] >= threshold).mean())
                _say(f"  refusing {refused:.0%} of the answerable, above {threshold:.2f}",
                     f"{passed:.0%} of the unanswerable pass")  # fmt: skip


def _gate_features(one: Asked, weights: Matrix) -> list[float]:
    evidence = ranked(one.candidates, one.known, dict(zip(NAMES, weights.tolist(), strict=True)))
    return gate.features(one.understood, evidence)


def _of(weights: Sequence[Matrix], one: Asked) -> Matrix:
    """The weights that were not fitted on a question: the first are those fitted on all."""
    return weights[1 + one.fold] if len(weights) > 1 else weights[0]


def _named(names: Sequence[str], weights: Matrix) -> dict[str, float]:
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def _say(what: str, found: object) -> None:
    sys.stdout.write(f"{what}: {found}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
