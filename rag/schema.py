"""The values that cross module borders: frozen, standard library only.

Offsets are code points of ``Document.text``, half open: ``text[start:end]``. Ranks are 1-based.
Scores: higher is better, comparable only within one ``Hit.origin``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypedDict

BlockKind = Literal["article", "furniture", "comment", "links"]
Status = Literal["answered", "partial", "abstained", "retrieved"]
Language = Literal["ar", "ary", "ary-Latn", "fr", "en"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of ``Document.text`` and what it is: article, furniture, a reader's comment, links."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """One text as the user has it, and what is known about it.

    ``text`` is never altered: for .txt, .md and .jsonl it is the decoded text, character for
    character; for HTML the visible text of the whole page in reading order. ``blocks`` cover the
    text without gap or overlap, in order. ``date`` is ISO 8601 (``2021-12-21``) or "".
    ``sha256`` is that of the raw input (a file's bytes, a line's bytes).
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    site: str = ""
    author: str = ""
    date: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()
    sha256: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document that is embedded and found: ``document.text[start:end] == text``."""

    id: str
    doc_id: str
    text: str
    start: int
    end: int
    kind: BlockKind = "article"
    page: int | None = None
    lang: str = ""
    title: str = ""
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question. ``also`` names documents that say the same."""

    passage: Passage
    score: float
    rank: int
    origin: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A verified pointer to exact words: ``document.text[start:end] == quote``, never empty."""

    number: int
    passage: Passage
    quote: str
    start: int
    end: int

    def __post_init__(self) -> None:
        offset = self.start - self.passage.start
        quoted = offset >= 0 and self.passage.text.startswith(self.quote, offset)
        if not quoted or not self.quote.strip() or self.end - self.start != len(self.quote):
            raise ValueError(f"citation {self.number} does not quote passage {self.passage.id}")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the answer: ``answer.text[start:end] == text``, with its citation numbers."""

    text: str
    start: int
    end: int
    citations: tuple[int, ...]
    supported: bool


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds. ``retrieve_ms``: question in to hits out, model loading not counted."""

    retrieve_ms: float
    first_token_ms: float | None
    total_ms: float


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of the generator; zero where none ran."""

    prompt_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question: an answer with sources, an abstention, or bare passages."""

    question: str
    text: str
    status: Status
    language: Language
    confidence: float
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
    hits: tuple[Hit, ...]
    reason: str | None
    timings: Timings
    usage: Usage = Usage()
    model: str | None = None

    def __post_init__(self) -> None:
        numbers = [citation.number for citation in self.citations]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"citations must be numbered from 1 in order, not {numbers}")
        for claim in self.claims:
            stands = claim.start >= 0 and self.text.startswith(claim.text, claim.start)
            if not stands or not claim.text or claim.end - claim.start != len(claim.text):
                raise ValueError(f"claim offsets {claim.start}:{claim.end} miss {claim.text!r}")
            if claim.supported != bool(claim.citations):
                raise ValueError(f"a claim is supported if and only if it cites: {claim.text!r}")
            if not set(claim.citations) <= set(numbers):
                raise ValueError(f"claim cites {claim.citations}, known are {numbers}")
        if self.status in ("answered", "partial"):
            if not self.text.strip() or not self.citations:
                raise ValueError(f"status {self.status} needs a text and a citation")
        elif self.citations or self.claims:
            raise ValueError(f"status {self.status} carries no citations and no claims")
        if self.status == "abstained" and (not self.text.strip() or self.reason is None):
            raise ValueError("an abstention says that it abstains, and why")
        if self.status == "retrieved" and self.text:
            raise ValueError("status retrieved carries no text")


class Message(TypedDict):
    """One turn given to a generator."""

    role: Literal["system", "user", "assistant"]
    content: str


class Generator(Protocol):
    """Writes an answer, piece by piece; ``usage`` is that of the last stream."""

    model: str
    usage: Usage

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer's text in pieces. Raises ``GenerationError``."""
        ...
