"""Whether the evidence can answer the question, decided before anything is written.

A logistic function of what retrieval knows already. Questions and evidence in one script share
words, so the words of the question count; across scripts only names can be compared, and the
cosine is judged against the question's mean cosine to the index, because some questions are near
to everything. The output is the ``confidence`` of an answer, 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.evidence import Evidence
from rag.language import detect_document
from rag.question import Question
from rag.translit import share_named

# At 0.4, 84 % of answerable, 43 % of near and 13 % of off-topic questions pass (eval/LOG.md).
THRESHOLD = 0.4
# Short lines («المصدر: ...») are near to every question.
_LEAST_WORDS = 5
_NAMES_IN = 3
# Not fitted: the sets it was fitted on have neither yearly repeats nor Darija in Latin letters,
# whose words are near to anything: some of them have to be found by their consonants.
_DOUBT = 0.4
_ARABIZI_NAMED = 0.5


@dataclass(frozen=True, slots=True)
class Features:
    """What the gate looks at.

    ``cosine``: largest of a sentence of five words or more. ``coverage``: largest share, 0-1, of
    the question's words in one sentence and its title. ``background``: the question's mean cosine
    to the index. ``named``: share, 0-1, of its names in the best passages, 0.5 without names.
    ``other_year``: the question names a year or edition, the best sentence is of another, and
    none is of that one.
    """

    same_script: bool
    cosine: float
    coverage: float
    background: float
    named: float
    other_year: bool


def features(question: Question, evidence: Sequence[Evidence], background: float) -> Features:
    """The features of a question and its evidence, best first and not empty."""
    full = [item for item in evidence if len(item.text.split()) >= _LEAST_WORDS] or evidence
    passages = list(dict.fromkeys(item.passage.text for item in evidence))[:_NAMES_IN]
    named = share_named(question.text, passages, question.language == "ary-Latn")
    nearest = max(full, key=lambda item: item.cosine)
    return Features(
        same_script=question.is_arabic_script == (detect_document(nearest.text) == "ar"),
        cosine=nearest.cosine,
        coverage=max(item.coverage for item in evidence),
        background=background,
        named=0.5 if named is None else named,
        other_year=evidence[0].agreement < 0 and max(e.agreement for e in evidence) <= 0,
    )


def confidence(question: Question, evidence: Sequence[Evidence], background: float) -> float:
    """How probable it is, 0 to 1, that ``evidence`` answers the question."""
    if not evidence:
        return 0.0
    x = features(question, evidence, background)
    # Fitted by eval/tune.py on the bundled encoder.
    if x.same_script:
        logit = 30.71 * x.cosine + 2.83 * x.coverage - 27.5
    else:
        logit = 54.85 * x.cosine - 28.25 * x.background + 1.26 * x.named - 23.93
    probability = 1 / (1 + math.exp(-logit))
    doubtful = x.other_year or (question.language == "ary-Latn" and x.named <= _ARABIZI_NAMED)
    return probability * _DOUBT if doubtful else probability
