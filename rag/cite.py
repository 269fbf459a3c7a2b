"""Citations made after the text: each sentence of an answer is held against the evidence.

What ``rag.verify`` finds supported stays, with the exact words that support it; the rest is left
out. Markers that the model wrote itself are never believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.base import Encoder
from rag.counts import counted, counting
from rag.evidence import Evidence
from rag.markers import without_markers
from rag.numbers import values
from rag.question import Question
from rag.schema import Citation, Claim
from rag.sentences import sentences
from rag.verify import support


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
        sources = support(sentence, question, evidence, encoder)
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


def _counts_the_same(sentence: str, sources: Sequence[Evidence], noun: str) -> bool:
    said = values(sentence)
    right = {value for source in sources for value in counting(noun, source.text)}
    return not said or not right or bool(said & right)
