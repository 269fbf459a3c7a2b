"""From hits to the sentences that bear on the question.

A sentence's score is the sum of three parts, each 0 to 1: the share of the question's words it
holds (rarer words weigh more), its cosine to the question scaled over the candidates, and the
score of its hit. Years and editions that the question names count for or against it; a reader's
comment, a fragment or a headline, and a sentence without the number asked for stand back; one
that counts what the question counts comes forward.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import forms, stems, strip_marks
from rag.counts import counted, counting
from rag.editions import years_and_editions
from rag.numbers import values
from rag.question import Question
from rag.schema import Hit, Passage
from rag.sentences import sentences

_MOST = 40  # sentences read: about half a second of encoding on two cores
# What a sentence gains or loses, on the scale of the three parts.
_WITHOUT_NUMBER = 0.5
_COUNTS_IT = 0.5
_SAME_YEAR = 0.5
_COMMENT = 0.5
_FRAGMENT, _FULL_SENTENCE = 0.3, 5


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
    asked, noun = years_and_editions(question.text), counted(question.text)
    texts = [hit.passage.text[start:end] for hit, start, end in found]
    cosines = (encoder.encode_passages([strip_marks(text) for text in texts]) @ vector).tolist()
    low, high = min(cosines), max(cosines)
    evidence = []
    for (hit, start, end), text, cosine in zip(found, texts, cosines, strict=True):
        about = [text, hit.passage.title, hit.passage.date]
        covered = coverage(question, about, weight)
        score = covered + (cosine - low) / (high - low or 1) + hit.score
        score += _SAME_YEAR * _agreement(asked, about)
        if question.wants == "number" and not values(text):
            score -= _WITHOUT_NUMBER
        if counting(noun, text):
            score += _COUNTS_IT
        if hit.passage.kind == "comment":
            score -= _COMMENT
        if len(forms(text)) < _FULL_SENTENCE or text == hit.passage.title:
            score -= _FRAGMENT
        offset = hit.passage.start
        evidence.append(
            Evidence(hit.passage, text, offset + start, offset + end, covered, cosine, score)
        )
    return sorted(evidence, key=lambda e: (-e.score, e.passage.doc_id, e.start))


def _agreement(asked: frozenset[str], texts: Iterable[str]) -> float:
    """1 if the texts name a year or edition of the question, -1 if they name only others of the
    same sort, 0 if they name none."""
    named = years_and_editions("\n".join(texts))
    if asked & named:
        return 1.0
    sorts = {mark[0] for mark in asked}
    return -1.0 if any(mark[0] in sorts for mark in named) else 0.0


def coverage(question: Question, texts: Iterable[str], weight: Callable[[str], float]) -> float:
    """The share, 0-1, of the question's words that stand in ``texts``, weighted by ``weight``.
    A question without content words is covered by nothing."""
    held = {found for text in texts for found in stems(text)}
    total = sum(weight(word) for word in question.stems)
    return sum(weight(word) for word in question.stems if word in held) / total if total else 0.0


def inverse_document_frequency(passages: int, frequency: int) -> float:
    """ln(1 + N / (1 + df)): a word that no passage holds weighs most."""
    return math.log(1 + passages / (1 + frequency))
