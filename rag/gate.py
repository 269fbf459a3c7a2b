"""Whether the evidence can answer the question, decided before anything is written.

A logistic function of what finding and ranking know already, fitted by ``python -m eval.tune``. Its
output is the ``confidence`` of an answer, 0 to 1: of answers to questions like those it was fitted
on, half of which had no answer, that share is right to be given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rag.evidence import Evidence
from rag.language import detect_document
from rag.question import Question

NAMES = (
    "nearness", "page_coverage", "score", "doubt", "other_time", "across", "follows",
)  # fmt: skip
"""``nearness``: the largest cosine of a sentence of five words or more, if there is one, times 20.
``page_coverage``: the share of the question's words in all that was found of the best one's
document. ``score``: of the best sentence.
``doubt``: the entropy, in nats, of which sentence answers. ``other_time``: the best one's document
names only other years or editions than the question, or is older than the latest asked for.
``across``: it is in another script.
``follows``: the question leans on earlier ones, and says little."""

# Fitted by eval.tune on the development half of the own set, mlqa_ar_dev and arcd_train, each
# question asked as it is and with its answer hidden.
WEIGHTS = {
    "nearness": 0.417, "page_coverage": 1.351, "score": 0.38, "doubt": -0.187,
    "other_time": -1.523, "across": 0.24, "follows": 0.863,
}  # fmt: skip
CONSTANT = -2.05
# Of a hundred questions that were not fitted on, 5 of the 80 with an answer are refused in all and
# 8 of the 20 others are not, 6 of these answered in part (eval/LOG.md).
THRESHOLD = 0.38
_SPREAD = 20.0
_FULL_SENTENCE = 5  # words: shorter lines («المصدر: ...») are near to everything


def features(question: Question, evidence: Sequence[Evidence]) -> list[float]:
    """The ``NAMES`` of a question and its evidence, best first and not empty."""
    best = evidence[0]
    full = [item for item in evidence if len(item.text.split()) >= _FULL_SENTENCE] or evidence
    across = question.is_arabic_script != (detect_document(best.text) == "ar")
    return [
        _SPREAD * max(item.cosine for item in full),
        best.page_coverage,
        best.score,
        -sum(item.share * math.log(item.share) for item in evidence if item.share),
        float(best.agreement < 0),
        float(across),
        float(bool(question.joined)),
    ]


def confidence(question: Question, evidence: Sequence[Evidence], any_time: bool = False) -> float:
    """How probable it is, 0 to 1, that ``evidence`` answers the question; with ``any_time``, that
    it would if it were of the time asked about."""
    if not evidence:
        return 0.0
    known = dict(zip(NAMES, features(question, evidence), strict=True))
    if any_time:
        known["other_time"] = 0.0
    return 1 / (1 + math.exp(-CONSTANT - sum(WEIGHTS[name] * known[name] for name in NAMES)))
