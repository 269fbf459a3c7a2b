"""From hits to the sentences that bear on the question.

A sentence's score is the sum of three parts, each 0 to 1: the share of the question's words it
holds (rarer words weigh more), its cosine to the question scaled over the candidates, and the
score of its hit; a sentence without a number loses when a number is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import stems, strip_marks
from rag.numbers import values
from rag.question import Question
from rag.schema import Hit, Passage
from rag.sentences import sentences

_MOST = 40  # sentences read: about half a second of encoding on two cores
_WITHOUT_NUMBER = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a hit: ``document.text[start:end] == text``.

    ``coverage``: 0-1, the share of the question's words in the sentence or in the title of its
    document. ``cosine``: to the question. ``score``: higher bears more on the question.
    """

    passage: Passage
    text: str
    start: int
    end: int
    coverage: float
    cosine: float
    score: float


def gather(
    question: Question,
    vector: NDArray[np.float32],
    hits: Sequence[Hit],
    encoder: Encoder,
    weight: Callable[[str], float],
) -> list[Evidence]:
    """The sentences of the hits, best first, ties by place.

    ``vector`` is the question's; ``weight`` says how much a stem counts (its rarity).
    """
    found = [
        (hit, start, end)
        for hit in hits
        for start, end in sentences(hit.passage.text)
        if any(char.isalnum() for char in hit.passage.text[start:end])
    ][:_MOST]
    if not found:
        return []
    texts = [hit.passage.text[start:end] for hit, start, end in found]
    cosines = (encoder.encode_passages([strip_marks(text) for text in texts]) @ vector).tolist()
    low, high = min(cosines), max(cosines)
    evidence = []
    for (hit, start, end), text, cosine in zip(found, texts, cosines, strict=True):
        covered = coverage(question, [text, hit.passage.title], weight)
        score = covered + (cosine - low) / (high - low or 1) + hit.score
        if question.wants == "number" and not values(text):
            score -= _WITHOUT_NUMBER
        offset = hit.passage.start
        evidence.append(
            Evidence(hit.passage, text, offset + start, offset + end, covered, cosine, score)
        )
    return sorted(evidence, key=lambda e: (-e.score, e.passage.doc_id, e.start))


def coverage(question: Question, texts: Iterable[str], weight: Callable[[str], float]) -> float:
    """The share, 0-1, of the question's words that stand in ``texts``, weighted by ``weight``.
    A question without content words is covered by nothing."""
    held = {found for text in texts for found in stems(text)}
    total = sum(weight(word) for word in question.stems)
    return sum(weight(word) for word in question.stems if word in held) / total if total else 0.0


def rarity(passages: int, frequency: Callable[[str], int]) -> Callable[[str], float]:
    """Inverse document frequency, ln(1 + N / (1 + df)): a word nobody uses weighs most."""

    def weight(word: str) -> float:
        return math.log(1 + passages / (1 + frequency(word)))

    return weight
