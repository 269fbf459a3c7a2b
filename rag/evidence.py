"""From hits to the sentences that bear on the question.

A sentence's score is the sum of three parts, each 0 to 1: the share of the question's words it
holds (rarer words weigh more), its cosine to the question scaled over the candidates, and the
score of its hit. Years and editions that the question names count for or against it; a reader's
comment, a fragment or a headline, and a sentence without the number or date asked for stand
back; one that counts what the question counts comes forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag.arabic import forms, stem, stems, strip_marks
from rag.counts import counted, counting
from rag.dates import tells_when
from rag.editions import years_and_editions
from rag.numbers import values
from rag.question import Question
from rag.schema import Hit, Passage
from rag.sentences import sentences

_MOST = 40  # sentences read: about half a second of encoding on two cores
# What a sentence gains or loses, on the scale of the three parts.
_OTHER_KIND = 0.5
_COUNTS_IT = 0.5
_SAME_YEAR = 0.5
_COMMENT = 0.5
_FRAGMENT, _FULL_SENTENCE = 0.3, 5
_SHORTEST = 4  # letters a word keeps at least when something attached to it is taken off


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a hit: ``document.text[start:end] == text``.

    ``coverage``: 0-1, the share of the question's words in the sentence or in the title or date
    of its document. ``cosine``: to the question. ``score``: higher bears more on the question.
    ``agreement``: 1 if it or its title or date names a year or edition of the question, -1 if only
    another one, else 0.
    """

    passage: Passage
    text: str
    start: int
    end: int
    coverage: float
    cosine: float
    score: float
    agreement: float = 0.0


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
        if any(char.isalpha() for char in hit.passage.text[start:end])
    ][:_MOST]
    if not found:
        return []
    noun = counted(question.text)
    agreements = _agreements(question, hits)
    texts = [hit.passage.text[start:end] for hit, start, end in found]
    cosines = (encoder.encode_passages([strip_marks(text) for text in texts]) @ vector).tolist()
    low, high = min(cosines), max(cosines)
    evidence = []
    for (hit, start, end), text, cosine in zip(found, texts, cosines, strict=True):
        about = [text, hit.passage.title, hit.passage.date]
        covered = coverage(question, about, weight)
        score = covered + (cosine - low) / (high - low or 1) + hit.score
        agreement = agreements[hit.passage.doc_id]
        score += _SAME_YEAR * agreement
        if not has_kind(question, text):
            score -= _OTHER_KIND
        if counting(noun, text):
            score += _COUNTS_IT
        if hit.passage.kind == "comment":
            score -= _COMMENT
        if len(forms(text)) < _FULL_SENTENCE or text == hit.passage.title:
            score -= _FRAGMENT
        offset = hit.passage.start
        evidence.append(
            Evidence(
                hit.passage, text, offset + start, offset + end, covered, cosine, score, agreement
            )
        )
    return sorted(evidence, key=lambda e: (-e.score, e.passage.doc_id, e.start))


def has_kind(question: Question, text: str) -> bool:
    """Whether ``text`` holds the kind of thing that is asked for: a number, a date."""
    if question.wants == "number":
        return bool(values(text))
    return question.wants != "date" or tells_when(text)


def _agreements(question: Question, hits: Sequence[Hit]) -> dict[str, float]:
    """Of each document: 1 if what was found of it names a year or edition of the question, -1 if
    it names only others of the same sort, 0 if it names none."""
    asked = years_and_editions(question.text)
    sorts = {mark[0] for mark in asked}
    texts: dict[str, list[str]] = {}
    for hit in hits:
        passage = hit.passage
        texts.setdefault(passage.doc_id, []).extend((passage.text, passage.title, passage.date))
    named = {doc_id: years_and_editions("\n".join(parts)) for doc_id, parts in texts.items()}
    return {
        doc_id: 1.0 if asked & marks else -1.0 if sorts & {mark[0] for mark in marks} else 0.0
        for doc_id, marks in named.items()
    }


def coverage(question: Question, texts: Iterable[str], weight: Callable[[str], float]) -> float:
    """The share, 0-1, of the question's words that stand in ``texts``, weighted by ``weight``.
    A question without content words is covered by nothing."""
    held = {found for text in texts for found in stems(text)}
    total = sum(weight(word) for word in question.stems)
    found = sum(weight(word) for word in question.stems if held & _variants(word))
    return found / total if total else 0.0


def _variants(word: str) -> set[str]:
    """A stem, and what Darija writes on to it: «فمراكش» (in Marrakech), «شاركو» (took part)."""
    bare = [word[1:]] if word[0] in "فبلوك" and len(word) > _SHORTEST else []
    bare += [form[:-1] for form in (word, *bare) if form[-1] == "و" and len(form) > _SHORTEST]
    return {word, *map(stem, bare)}
