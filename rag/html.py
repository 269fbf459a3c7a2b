"""A web page as text: all that is visible, in reading order, and which of it is the article.

Trafilatura decides what the article is; what it found is located in the visible text, so offsets
hold against the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rag.clean import blocks as plain_blocks
from rag.clean import is_source_line, merge
from rag.cues import Cue, cue
from rag.dates import find_date, line_date, parse_date
from rag.schema import Block, BlockKind
from rag.visible import Piece, parse, visible_pieces

_DATE_FIELDS = frozenset(
    "article:published_time og:article:published_time datepublished date dc.date dc.date.issued "
    "dcterms.created dcterms.issued pubdate publish-date publish_date parsely-pub-date "
    "sailthru.date".split()
)
_JSON_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_SURE = 12  # a shorter piece of text occurs anywhere
_NEAR = 200
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page says. ``text`` is the visible text of the whole page.

    ``blocks`` cover it without gap; ``date`` is ISO 8601; what the page does not give is "".
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    author: str = ""
    site: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    cue: Cue
    links: float  # share of its characters that are links
    outside: bool  # in a menu, a sidebar, a form, a footer
    comment: bool
    heading: bool


def visible_text(html: str) -> str:
    """The visible text of a whole page in reading order, as ``innerText`` would give it.

    Blocks are separated by line breaks, table cells by tabs; white space is collapsed outside
    ``<pre>``. The text is "" when nothing is visible.
    """
    return "".join(piece.text for piece in visible_pieces(parse(html)))


def read_page(html: str) -> Page:
    """Read the page ``html`` (already decoded). Malformed HTML is read as browsers read it."""
    root = parse(html)
    pieces = visible_pieces(root)
    text = "".join(piece.text for piece in pieces)
    if not text.strip():
        return Page("", ())
    found = _extract(html)
    title = " ".join((found.title or "").split()) if found else ""
    lines = _lines(pieces)
    kinds = _kinds(text, lines, found, title)
    if "article" in kinds:
        starts = [0, *(line.start for line in lines[1:])]
        marked = merge(zip(starts, kinds, strict=True), len(text))
    else:
        marked = plain_blocks(text)
    if not title:
        title = next((line.text for line in lines if line.heading), "")
    return Page(
        text=text,
        blocks=marked,
        title=title,
        date=_date(root, html, text, marked),
        author=(found.author or "") if found else "",
        site=(found.sitename or "") if found else "",
        url=(found.url or "") if found else "",
    )


def _extract(html: str) -> Any:
    """Trafilatura's document, its metadata alone when it sees no article, None without either."""
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata

    return bare_extraction(html, with_metadata=True) or extract_metadata(html)


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """The lines of the visible text that are not blank, each up to where the next begins."""
    found: list[_Line] = []
    run: list[Piece] = []
    start = position = 0
    for piece in [*pieces, Piece("\n")]:
        if "\n" in piece.text and not piece.text.strip():
            if any(part.text.strip() for part in run):
                found.append(_line(start, run))
            run = []
            position += len(piece.text)
            start = position
            continue
        run.append(piece)
        position += len(piece.text)
    return found


def _line(start: int, run: Sequence[Piece]) -> _Line:
    text = "".join(piece.text for piece in run)
    size = sum(len(piece.text) for piece in run if piece.text.strip())
    return _Line(
        start=start,
        end=start + len(text),
        text=text.strip(),
        cue=cue(text),
        links=sum(len(piece.text) for piece in run if piece.link and piece.text.strip()) / size,
        outside=all(piece.outside for piece in run if piece.text.strip()),
        comment=any(piece.comment for piece in run),
        heading=any(piece.heading for piece in run),
    )


def _kinds(text: str, lines: Sequence[_Line], found: Any, title: str) -> list[BlockKind]:
    """The kind of each line; none is article when plain text is all there is to go by."""
    if not any(map(_proves_page, lines)):
        return ["furniture"] * len(lines)
    article = _located(text, getattr(found, "body", None))
    said = _located(text, getattr(found, "commentsbody", None))
    core = {
        number
        for number, line in enumerate(lines)
        if _covered(line, article) and not (line.outside or line.comment)
        if line.cue in ("", "soft", "comments")
    }
    if not core:
        return ["furniture"] * len(lines)
    wanted = _squeeze(title)[0]
    told = [n for n in core if not wanted or wanted not in _squeeze(lines[n].text)[0]]
    headline = _headline(lines, min(told or core), wanted)
    if headline is not None:  # above it the title only stands in the page's path
        core = {n for n in core if n > headline} or core
    first, last = min(core), max(core)
    top = first if headline is None else headline
    while last + 1 < len(lines) and is_source_line(lines[last + 1].text):
        last += 1
    kinds: list[BlockKind] = []
    listing = form = False
    for number, line in enumerate(lines):
        form = form or line.cue in ("form", "notice")
        listing = line.cue in ("related", "inline") or (listing and not line.cue and line.outside)
        if number in core or number == headline:
            kinds.append("article")
        elif (line.comment or (number > last and _covered(line, said))) and not line.cue:
            label = form and line.text.count(" ") < 3  # "Name *" in the form
            kinds.append("furniture" if line.outside or label else "comment")
        elif listing or (line.links >= _MOSTLY and line.cue != "hard"):
            kinds.append("links")
        elif top < number <= last and _belongs(line, before_story=number < first):
            kinds.append("article")
        else:
            kinds.append("furniture")
    return kinds


def _proves_page(line: _Line) -> bool:
    """Whether the line is what documents do not have: a menu, a form, related headlines."""
    return line.outside or line.comment or line.cue not in ("", "soft", "comments")


def _belongs(line: _Line, before_story: bool) -> bool:
    """Whether a line that extraction passed over, inside the article, is part of it."""
    if line.outside or line.comment or line.cue:
        return False
    if before_story:
        return bool(line_date(line.text) or is_source_line(line.text) or line.text.count(" ") >= 5)
    return True


def _headline(lines: Sequence[_Line], first: int, wanted: str) -> int | None:
    """The line that is the page's own headline: the title said last before the story, or h1."""
    same = [n for n, line in enumerate(lines) if wanted and _squeeze(line.text)[0] == wanted]
    same = [n for n in same if not lines[n].comment]
    heads = [n for n in same if lines[n].heading] or same
    heads = heads or [n for n, line in enumerate(lines) if line.heading and not line.outside]
    above = [n for n in heads if n <= first]
    return above[-1] if above else heads[0] if heads and heads[0] < first else None


def _squeeze(text: str) -> tuple[str, list[int]]:
    """``text`` without white space, and where each of its characters stands."""
    origin = [position for position, char in enumerate(text) if not char.isspace()]
    return "".join(text[position] for position in origin), origin


def _located(text: str, body: Any) -> bytearray:
    """Which characters of the visible text come from an extracted tree: 1 for each that does."""
    squeezed, origin = _squeeze(text)
    mask = bytearray(len(text))
    cursor = 0
    for chunk in _chunks(body):
        if len(chunk) >= _SURE:
            at = squeezed.find(chunk, cursor)
            ahead = at >= 0
            at = at if ahead else squeezed.find(chunk)
        else:
            at = squeezed.find(chunk, cursor, cursor + _NEAR + len(chunk))
            ahead = True
        if at < 0:
            continue
        if ahead:
            cursor = at + len(chunk)
        start, end = origin[at], origin[at + len(chunk) - 1] + 1
        mask[start:end] = b"\1" * (end - start)
    return mask


def _chunks(body: Any) -> Iterator[str]:
    if body is None:
        return
    for element in body.iter():
        for part in (element.text, element.tail):
            chunk = "".join((part or "").split())
            if chunk:
                yield chunk


def _covered(line: _Line, mask: bytearray) -> bool:
    """Whether most of the line was extracted."""
    return mask.count(1, line.start, line.end) * 2 > line.end - line.start


def _date(root: Any, html: str, text: str, marked: Sequence[Block]) -> str:
    """The publication date the page declares, or else shows; never one guessed from its URL."""
    for meta in root.iter("meta"):
        names = {(meta.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if not names.isdisjoint(_DATE_FIELDS):
            value = parse_date(meta.get("content") or "")
            if value:
                return value
    for match in _JSON_DATE.finditer(html):
        value = parse_date(match[1])
        if value:
            return value
    for element in root.iter("time"):
        value = parse_date(element.get("datetime") or "")
        if value:
            return value
    return find_date("\n".join(text[b.start : b.end] for b in marked if b.kind == "article"))
