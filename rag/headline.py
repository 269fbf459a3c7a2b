"""What a plain text says it is called, and by whom it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.clean import is_source_line
from rag.dates import line_date
from rag.schema import Block

_SENTENCE = re.compile(r".*?[.!?؟…](?=[\s»”\"]|$)")
_BYLINE = re.compile(
    r"\W*(?:بقلم|كتبه|كتبها|كتب|كتبت|par|by)\s*(?::\s*|\s)(?P<name>[^\d.,،؛:!?؟|/]{3,60})",
    re.IGNORECASE,
)
_TITLE_CHARS = 120
_HEADLINE_CHARS = 200
_LINES = 20
_PARAGRAPH_WORDS = 20


def headline(text: str, blocks: Sequence[Block]) -> str:
    """The headline of the article in ``text``, "" when there is none.

    It is looked for above the first long paragraph, first in the same run of article text, then
    in the runs before it. A single word is one only where nothing better stands. A .md heading
    loses its ``#``.
    """
    runs = [text[b.start : b.end].lstrip("\ufeff") for b in blocks if b.kind == "article"]
    long = (number for number, run in enumerate(runs) if _has_paragraph(run))
    main = next(long, 0)
    for number in range(min(main, len(runs) - 1), -1, -1):
        found = _headline_of(runs[number], more=number + 1 < len(runs))
        if found:
            return found
    return ""


def opening(text: str, blocks: Sequence[Block]) -> str:
    """The article's first sentence, cut between words at about 120 characters."""
    runs = (text[b.start : b.end] for b in blocks if b.kind == "article")
    lines = "".join(runs).lstrip("\ufeff")[: 8 * _TITLE_CHARS].strip().splitlines()
    if _is_name(lines, 0):
        lines = lines[1:]
    start = " ".join(" ".join(lines).split())
    sentence = _SENTENCE.match(start)
    shown = sentence[0] if sentence else start
    if len(shown) <= _TITLE_CHARS:
        return shown
    return shown[:_TITLE_CHARS].rsplit(" ", 1)[0].rstrip("،,؛;:") + "…"


def byline(text: str, blocks: Sequence[Block]) -> str:
    """Who wrote the article according to a line of its own («بقلم: ...», "Par ..."), or ""."""
    article = "".join(text[b.start : b.end] for b in blocks if b.kind == "article")
    for line in article[: 20 * _TITLE_CHARS].splitlines()[:_LINES]:
        match = _BYLINE.fullmatch(line.strip())
        if match and len(match["name"].split()) <= 4:
            return match["name"].strip()
    return ""


def _headline_of(run: str, more: bool) -> str:
    """``more``: article follows this run; without any text below it a line heads nothing."""
    word = ""
    lines = run[: 20 * _HEADLINE_CHARS].splitlines()
    for number, raw in enumerate(lines[:_LINES]):
        line = raw.strip()
        if not line or line_date(line) or is_source_line(line) or _is_name(lines, number):
            continue
        sentence = line[-1] in ".؛:،" and not line.endswith("..")
        if sentence or len(line) > _HEADLINE_CHARS or len(line.split()) > 2 * _PARAGRAPH_WORDS:
            return word
        followed = more or any(other.strip() for other in lines[number + 1 :])
        if " " in line and followed and not (word and not _has_paragraph(run)):
            return line.lstrip("#").strip()
        word = word or (line if followed else "")
    return word


def _is_name(lines: Sequence[str], number: int) -> bool:
    """Whether the line is a site's or a writer's name: very short, right above a paragraph."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return len(lines[number].split()) < 4 and len(following.split()) >= _PARAGRAPH_WORDS


def _has_paragraph(run: str) -> bool:
    return any(len(line.split()) >= _PARAGRAPH_WORDS for line in run.splitlines())
