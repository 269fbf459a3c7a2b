"""Citations made after the text: each sentence of an answer is held against the evidence.

A sentence is supported when evidence sentences hold its words (or, where answer and source are in
different scripts, are near enough in meaning and hold its names) and every number in it stands in
the cited sentences. Markers that the model wrote itself are never believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Encoder
from rag.arabic import stems, strip_marks
from rag.counts import counted, counting
from rag.evidence import Evidence
from rag.kinds import has_kind
from rag.language import detect_document
from rag.numbers import numbers, values
from rag.question import Question
from rag.schema import Citation, Claim
from rag.sentences import sentences
from rag.translit import share_named

# Provisional, set by reading answers; a fitted check replaces them.
_SHARED_WORDS = 0.5
_NEW_WORDS = 0.15
_NEAR_MEANING = 0.87
_NEAR_WITH_NUMBERS = 0.8  # a number that agrees is worth more than any nearness
_MOST_SOURCES = 3
_LEAST_SAID = 2
# Alone they state nothing, and a source that says «yes» does not support a «yes».
_BARE_ASSENT = frozenset(stems("نعم أجل كلا بلى oui non yes no"))

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


def attribute(
    text: str,
    question: Question,
    evidence: Sequence[Evidence],
    encoder: Encoder,
    lead: str = "",
) -> Cited:
    """Keep the sentences of ``text`` that ``evidence`` supports, each with its citations, behind
    ``lead``.

    Sentences without support are left out, and so is one that gives the number of something else
    while its source counts what the question counts. When nothing is left the text is "".
    """
    clean = without_markers(text)
    noun = counted(question.text)
    supported = []
    for start, end in sentences(clean):
        sentence = clean[start:end]
        if not any(char.isalpha() for char in sentence) and len(clean) > len(sentence):
            continue  # the number of a list item
        sources = _sources(sentence, question, evidence, encoder)
        if sources and _counts_the_same(sentence, sources, noun):
            supported.append((sentence, sources))
    return assemble(supported, lead)


def assemble(statements: Sequence[tuple[str, Sequence[Evidence]]], lead: str = "") -> Cited:
    """Statements with their sources into one text after ``lead``, citations numbered in order
    of appearance."""
    found: dict[tuple[str, int, int], Citation] = {}
    claims = []
    text = lead if statements else ""
    for statement, sources in statements:
        text += " " if text else ""
        cited = []
        for source in sources:
            place = (source.passage.doc_id, source.start, source.end)
            if place not in found:
                found[place] = Citation(
                    len(found) + 1, source.passage, source.text, source.start, source.end
                )
            cited.append(found[place].number)
        claims.append(Claim(statement, len(text), len(text) + len(statement), tuple(cited), True))
        text += statement
    return Cited(text, tuple(claims), tuple(found.values()))


def _sources(
    sentence: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> tuple[Evidence, ...]:
    """The fewest evidence sentences that support ``sentence``, or none if it is not supported."""
    said = set(stems(_without_numbers(sentence))) - _BARE_ASSENT
    if not said and not values(sentence):
        return ()
    if len(said) < _LEAST_SAID:
        # «In 2023.» is checked with the question: only the sentence nearest to it can say so.
        evidence = [e for e in evidence if has_kind(question, e.text)][:1]
    script = detect_document(sentence) == "ar"
    written_alike = [e for e in evidence if (detect_document(e.text) == "ar") == script]
    by_words = _by_words(said, sentence, question, written_alike)
    if by_words or len(written_alike) == len(evidence):
        return by_words
    return _by_meaning(sentence, question, evidence, encoder)


def _by_words(
    said: set[str], sentence: str, question: Question, evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Support from evidence in the script of the sentence: it holds most of the words, and hardly
    one is neither in the sources nor in the question."""
    if not evidence:
        return ()
    figures = values(sentence)
    best = max(evidence, key=lambda e: len(said & _held(e)) + len(figures & values(e.text)))
    sources = _with_numbers(best, figures, evidence)
    held = set().union(*(_held(source) for source in sources))
    new = said - held - set(question.stems)
    enough = len(said & held) >= _SHARED_WORDS * len(said) and len(new) <= _NEW_WORDS * len(said)
    return sources if enough else ()


def _by_meaning(
    sentence: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> tuple[Evidence, ...]:
    """Support across scripts: near in meaning, and its names are those of the source."""
    vectors = encoder.encode_passages([strip_marks(e.text) for e in evidence])
    cosines = vectors @ encoder.encode_passages([strip_marks(sentence)])[0]
    figures = values(sentence)
    agree = np.array([len(figures & values(e.text)) for e in evidence])
    near = int(np.argmax(cosines + agree))
    sources = _with_numbers(evidence[near], figures, evidence)
    texts = [text for e in sources for text in (e.text, e.passage.title)]
    named = share_named(sentence, [*texts, question.text])
    enough = _NEAR_WITH_NUMBERS if figures else _NEAR_MEANING
    return sources if cosines[near] >= enough and named in (None, 1.0) else ()


def _with_numbers(
    best: Evidence, figures: set[float], evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """``best`` and what else it takes to hold all ``figures``; none if they are not all held. A
    number may stand in another sentence of the same document, and the year in the date that is
    shown with the source; a source of another year than the question's supports nothing."""
    if best.agreement < 0:
        return ()
    sources = [best]
    missing = figures - values(best.text) - values(best.passage.date[:4])
    for candidate in evidence:
        if candidate.passage.doc_id != best.passage.doc_id:
            continue  # figures of two documents do not add up to one statement
        if not missing or len(sources) == _MOST_SOURCES:
            break
        if missing & values(candidate.text):
            sources.append(candidate)
            missing -= values(candidate.text)
    return () if missing else tuple(sources)


def _without_numbers(sentence: str) -> str:
    """The rest of a sentence: its numbers are compared by value, however they are written."""
    pieces, done = [], 0
    for number in numbers(sentence):
        pieces.append(sentence[done : number.start])
        done = number.end
    return " ".join([*pieces, sentence[done:]])


def _held(evidence: Evidence) -> set[str]:
    """The stems of a sentence and of its document's title."""
    return {*stems(evidence.text), *stems(evidence.passage.title)}


def _counts_the_same(sentence: str, sources: Sequence[Evidence], noun: str) -> bool:
    said = values(sentence)
    right = {value for source in sources for value in counting(noun, source.text)}
    return not said or not right or bool(said & right)
