"""Citations made after the text: each sentence of an answer is held against the evidence.

A sentence is supported when evidence sentences share enough of its words (or, where the answer
and the source are in different languages, are near enough in meaning) and every number in it
stands in the cited sentences. Markers that the model wrote itself are never believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Encoder
from rag.arabic import stems, strip_marks
from rag.counts import counting
from rag.evidence import Evidence
from rag.numbers import values
from rag.schema import Citation, Claim
from rag.sentences import sentences

# Provisional, set by reading answers; a fitted check replaces them.
_SHARED_WORDS = 0.5
_NEAR_MEANING = 0.86
_MOST_SOURCES = 3

_MARKER = re.compile(r"\s*(?:\[[\s\d,،٠-٩-]*\]|【[^】]*】|［[^］]*］|\((?:المصدر|Source)\s*\d*\))")


@dataclass(frozen=True, slots=True)
class Cited:
    """An answer's text with its verified citations; ``claims`` are offsets in ``text``."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def without_markers(text: str) -> str:
    """``text`` without citation markers: [1], [١], 【1】."""
    return _MARKER.sub("", text).strip()


def attribute(text: str, evidence: Sequence[Evidence], encoder: Encoder, noun: str = "") -> Cited:
    """Keep the sentences of ``text`` that ``evidence`` supports, each with its citations.

    ``noun`` is what the question counts, if it does: a sentence that gives the number of
    something else while its source counts that noun is no answer. Sentences without support are
    left out; when none has any the text is "".
    """
    clean = without_markers(text)
    supported = []
    for start, end in sentences(clean):
        sentence = clean[start:end]
        sources = _sources(sentence, evidence, encoder)
        if sources and _counts_the_same(sentence, sources, noun):
            supported.append((sentence, sources))
    return assemble(supported)


def _counts_the_same(sentence: str, sources: Sequence[Evidence], noun: str) -> bool:
    said = values(sentence)
    right = {value for source in sources for value in counting(noun, source.text)}
    return not said or not right or bool(said & right)


def assemble(statements: Sequence[tuple[str, Sequence[Evidence]]], lead: str = "") -> Cited:
    """Statements with their sources into one text after ``lead``, citations numbered in order
    of appearance."""
    numbers: dict[tuple[str, int, int], Citation] = {}
    claims = []
    text = lead
    for statement, sources in statements:
        text += " " if text else ""
        cited = []
        for source in sources:
            place = (source.passage.doc_id, source.start, source.end)
            if place not in numbers:
                numbers[place] = Citation(
                    len(numbers) + 1, source.passage, source.text, source.start, source.end
                )
            cited.append(numbers[place].number)
        claims.append(Claim(statement, len(text), len(text) + len(statement), tuple(cited), True))
        text += statement
    return Cited(text, tuple(claims), tuple(numbers.values()))


def _sources(sentence: str, evidence: Sequence[Evidence], encoder: Encoder) -> tuple[Evidence, ...]:
    """The fewest evidence sentences that support ``sentence``, or none if it is not supported."""
    best = _nearest(sentence, evidence, encoder)
    if best is None:
        return ()
    sources = [best]
    missing = values(sentence) - values(best.text)
    # A number may stand in a neighbour: same document first, then the order of the evidence.
    rest = sorted(evidence, key=lambda e: e.passage.doc_id != best.passage.doc_id)
    for candidate in rest:
        if not missing or len(sources) == _MOST_SOURCES:
            break
        if found := missing & values(candidate.text):
            sources.append(candidate)
            missing -= found
    return () if missing else tuple(sources)


def _nearest(sentence: str, evidence: Sequence[Evidence], encoder: Encoder) -> Evidence | None:
    """The evidence sentence that says most of ``sentence``, if it says enough."""
    said = set(stems(sentence))
    if not said or not evidence:
        return None
    shared = [len(said & set(stems(item.text))) / len(said) for item in evidence]
    numbers = values(sentence)
    agree = [len(numbers & values(item.text)) for item in evidence]
    best = max(range(len(evidence)), key=lambda i: (shared[i] + agree[i], -i))
    if shared[best] >= _SHARED_WORDS:
        return evidence[best]
    vectors = encoder.encode_passages([strip_marks(e.text) for e in evidence])
    cosines = vectors @ encoder.encode_passages([strip_marks(sentence)])[0]
    near = int(np.argmax(cosines + np.array(agree)))
    return evidence[near] if cosines[near] >= _NEAR_MEANING else None
