"""Citations made after the text: each sentence of an answer is held against the evidence.

What ``rag.verify`` finds supported stays, with the exact words that support it; the rest is left
out. Markers that the model wrote itself are never believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.base import Encoder
from rag.arabic import forms
from rag.counts import counted, counting
from rag.evidence import Evidence
from rag.markers import without_markers
from rag.numbers import values
from rag.question import Question
from rag.schema import Citation, Claim
from rag.sentences import sentences
from rag.verify import support

_CIRCLES = 4  # times

Statement = tuple[str, Sequence[Evidence]]
"""A sentence of an answer and what supports it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An answer's text with its verified citations; ``claims`` are offsets in ``text``."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def attribute(
    text: str,
    question: Question,
    evidence: Sequence[Evidence],
    encoder: Encoder,
    lead: str = "",
) -> Cited:
    """The sentences of ``text`` that are ``supported``, each with its citations, behind ``lead``.
    When nothing is left the text is ""."""
    return assemble(supported(text, question, evidence, encoder), lead)


def supported(
    text: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> list[Statement]:
    """The sentences of ``text`` that ``evidence`` supports.

    Sentences without support are left out, and so is one that gives the number of something else
    while its source counts what the question counts.
    """
    clean = without_markers(text)
    noun = counted(question.text)
    found: list[Statement] = []
    for start, end in sentences(clean):
        sentence = clean[start:end]
        if not any(char.isalpha() for char in sentence) and len(clean) > len(sentence):
            continue  # the number of a list item
        if _circles(sentence):
            continue
        sources = support(sentence, question, evidence, encoder)
        if sources and _counts_the_same(sentence, sources, noun):
            found.append((sentence, sources))
    return found


def assemble(
    statements: Sequence[Statement],
    lead: str = "",
    elsewhere: Sequence[Statement] = (),
    elsewhere_lead: str = "",
) -> Cited:
    """Statements with their sources into one text after ``lead``, then those of ``elsewhere`` after
    a lead of their own; citations are numbered in order of appearance."""
    found: dict[tuple[str, int, int], Citation] = {}
    claims = []
    text = lead if statements else ""
    for place, (statement, sources) in enumerate((*statements, *elsewhere)):
        if place == len(statements):
            text += f"{'.' if text[-1:].isalnum() else ''} {elsewhere_lead}"
        text += " " if text else ""
        cited = []
        for source in sources:
            span = (source.passage.doc_id, source.start, source.end)
            if span not in found:
                found[span] = Citation(
                    len(found) + 1, source.passage, source.text, source.start, source.end
                )
            cited.append(found[span].number)
        claims.append(Claim(statement, len(text), len(text) + len(statement), tuple(cited), True))
        text += statement
    return Cited(text, tuple(claims), tuple(found.values()))


def _circles(sentence: str) -> bool:
    """Whether three words in a row come back again and again: a small model has lost its way."""
    said = forms(sentence)
    runs = Counter(zip(said, said[1:], said[2:], strict=False))
    return max(runs.values(), default=0) >= _CIRCLES


def _counts_the_same(sentence: str, sources: Sequence[Evidence], noun: str) -> bool:
    said = values(sentence)
    right = {value for source in sources for value in counting(noun, source.text)}
    return not said or not right or bool(said & right)
