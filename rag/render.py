"""An answer as a line of JSON for programs, or as text for a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from rag import messages
from rag.language import detect
from rag.prompt import answer_language
from rag.schema import Answer, Citation, Claim, Hit, Language, Passage

Record = dict[str, Any]

# First-strong isolate and pop: a terminal that reorders text keeps what is between them together.
_ISOLATE, _POP = "\u2068", "\u2069"
_NEAREST, _OPENING = 3, 180  # passages shown with a refusal, characters of each
# A document must not steer the terminal: no escapes, no carriage return, no bidi override.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What JSON leaves bare and a line reader, a terminal or UTF-8 does not.
_BARE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LATIN_RUN = re.compile(
    r"\[\d+\]|[/.~]*[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/@%+'’_ \u00a0-]*[A-Za-z0-9À-ɏ%])?"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def record(answer: Answer, question_id: str | int | None = None) -> Record:
    """The answer as the documented JSON object; every key is always there."""
    return {
        "id": question_id,
        "question": answer.question,
        "status": answer.status,
        "language": answer.language,
        "answer": answer.text,
        "confidence": round(answer.confidence, 4),
        "citations": [_citation(citation) for citation in answer.citations],
        "claims": [
            {
                "text": claim.text,
                "start": claim.start,
                "end": claim.end,
                "citations": list(claim.citations),
                "supported": claim.supported,
            }
            for claim in answer.claims
        ],
        "hits": [hit_record(hit) for hit in answer.hits],
        "reason": answer.reason,
        "error": None,
        "timings": {
            "retrieve_ms": round(answer.timings.retrieve_ms, 1),
            "first_token_ms": answer.timings.first_token_ms
            and round(answer.timings.first_token_ms, 1),
            "total_ms": round(answer.timings.total_ms, 1),
        },
        "usage": {
            "prompt_tokens": answer.usage.prompt_tokens,
            "output_tokens": answer.usage.output_tokens,
        },
        "model": answer.model,
    }


def error_record(question: str, question_id: str | int | None, error: str) -> Record:
    """What stands in a batch for a question that failed: the same keys."""
    return {
        "id": question_id, "question": question, "status": "error", "language": detect(question),
        "answer": "", "confidence": 0.0, "citations": [], "claims": [], "hits": [],
        "reason": None, "error": error,
        "timings": {"retrieve_ms": 0.0, "first_token_ms": None, "total_ms": 0.0},
        "usage": {"prompt_tokens": 0, "output_tokens": 0}, "model": None,
    }  # fmt: skip


def line(record: Record) -> str:
    """One line of JSON, Arabic as it is; line separators and control characters are escaped."""
    text = json.dumps(record, ensure_ascii=False)
    return _BARE.sub(lambda bare: f"\\u{ord(bare.group()):04x}", text)


def _place(passage: Passage) -> Record:
    return {
        "doc_id": passage.doc_id,
        "source": passage.source,
        "title": passage.title,
        "date": passage.date,
        "page": passage.page,
        "kind": passage.kind,
        "passage_id": passage.id,
    }


def _citation(citation: Citation) -> Record:
    span = {"quote": citation.quote, "start": citation.start, "end": citation.end}
    return {"number": citation.number, **_place(citation.passage), **span}


def hit_record(hit: Hit) -> Record:
    """A passage found, as it stands in the ``hits`` of a record."""
    passage = hit.passage
    return {
        "rank": hit.rank,
        **_place(passage),
        "start": passage.start,
        "end": passage.end,
        "score": round(hit.score, 6),
        "text": passage.text,
        "also": list(hit.also),
    }


def text(answer: Answer, terminal: bool, quotes: bool = True) -> str:
    """The answer for a reader, headings in its own language: the text with its numbers, then the
    sources, with or without ``quotes``; or the refusal, its reason and the nearest passages.

    Bidi isolates are put around Latin words and numbers on a terminal only.
    """
    lang = answer_language(answer.language)
    if answer.status == "retrieved":
        parts = [_found(hit, hit.passage.text, lang) for hit in answer.hits]
        parts = parts or [messages.NOTHING_FOUND.say(lang)]
    elif answer.status == "abstained":
        parts = [f"{answer.text} {messages.REASONS[answer.reason or 'not_found'].say(lang)}"]
        if answer.hits:
            parts.append(f"{messages.NEAREST.say(lang)}:")
            parts += _openings(answer.hits, lang)
    else:
        parts = [numbered(answer.text, answer.claims)]
        if answer.reason:
            parts.append(messages.REASONS[answer.reason].say(lang))
        parts.append(_sources(answer.citations, lang, quotes))
    return _shown("\n\n".join(parts), terminal)


def passages(hits: Sequence[Hit], lang: str, terminal: bool) -> str:
    """The first passages found, by their opening words, for who waits; the heading in ``lang``."""
    rows = [f"{messages.FOUND.say(lang)}:", *_openings(hits, lang)]
    return _shown("\n".join(rows), terminal)


def sources(citations: Sequence[Citation], language: Language, terminal: bool) -> str:
    """The sources of an answer in ``language``, with their quotes."""
    return _shown(_sources(citations, answer_language(language), True), terminal)


def _shown(text: str, terminal: bool) -> str:
    bare = _CONTROL.sub("", text)
    return _isolated(bare) if terminal else bare


def numbered(text: str, claims: Sequence[Claim]) -> str:
    """The text of an answer with [n] behind each claim."""
    pieces, done = [], 0
    for claim in claims:
        marks = "".join(f"[{number}]" for number in claim.citations)
        pieces.append(f"{text[done : claim.end]} {marks}")
        done = claim.end
    return "".join(pieces) + text[done:]


def _sources(citations: Sequence[Citation], lang: str, quotes: bool) -> str:
    rows = [f"{messages.SOURCES.say(lang)}:"]
    for citation in citations:
        row = f"[{citation.number}] {named(citation.passage, lang)}"
        rows.append(f"{row}\n    «{_one_line(citation.quote)}»" if quotes else row)
    return ("\n\n" if quotes else "\n").join(rows)


def _openings(hits: Sequence[Hit], lang: str) -> list[str]:
    return [_found(hit, _opening(hit.passage.text), lang) for hit in hits[:_NEAREST]]


def _found(hit: Hit, shown: str, lang: str) -> str:
    return f"{hit.rank}. {named(hit.passage, lang)}\n    {_one_line(shown)}"


def _opening(text: str) -> str:
    """The first words of a passage."""
    return text if len(text) <= _OPENING else text[:_OPENING].rsplit(maxsplit=1)[0] + "…"


def named(passage: Passage, lang: str) -> str:
    """One line for a passage: title, source and date, and whether it is a reader who says it."""
    comment = messages.COMMENT.say(lang) if passage.kind == "comment" else ""
    known = [passage.title, passage.source, passage.date, comment]
    return " · ".join(_one_line(part) for part in dict.fromkeys(known) if part)


def _one_line(quoted: str) -> str:
    return " ".join(quoted.split())


def _isolated(joined: str) -> str:
    """Lines with Arabic get their Latin runs isolated; others keep their own direction."""
    return "\n".join(
        _LATIN_RUN.sub(lambda run: f"{_ISOLATE}{run.group()}{_POP}", row)
        if _ARABIC.search(row)
        else row
        for row in joined.split("\n")
    )
