"""Which lines of a scraped page are the article, and which are furniture, comments or links.

Nothing is removed: every character gets a kind, so offsets hold against the file the user has.
A text without any sign of being a page (a note, a poem, a list) is article from end to end; on a
page, what is doubtful is article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.arabic import fold
from rag.cues import Cue, cue
from rag.dates import line_date
from rag.schema import Block, BlockKind

_BULLET = re.compile(r"\s*(?:[•●○◦▪■□◆►▶»›>|*+–-]|\d{1,2}\s?[.)-])\s+\S")
_SOURCE = re.compile(
    r"\W*(?:المصدر|مصدر|بقلم|كتب|كتبت|متابعه|عن|source|par|by|auteur|author)\b(?:\s*[:/]\s*|\s)\w"
)
_ENTRY = re.compile(r"\s*(?:\d{1,4}\s?[.)-]\s*\S|[^\s:,.،؛]+(?:\s+[^\s:,.،؛]+){0,3}\s*:)")
_SAYS = re.compile(
    r".{1,60}\b(?:يقول|قال|says|said|dit|a dit)\s*:?\s*$|\W*(?:رد|reply|repondre)\W*$"
)
_SENTENCE_END = re.compile(r"(?<!\.)[.!?؟:؛][»”\"')\]]*$|[»”\"]$")
_HEADLINE_WORDS = 4
_FORM_REACH = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: ``text[start:end]`` with the blank lines that follow it."""

    start: int
    end: int
    text: str
    words: int
    cue: Cue
    prose: bool
    bullet: bool
    alone: bool  # a blank line follows


def blocks(text: str) -> tuple[Block, ...]:
    """What is what in ``text``, plain text as it was scraped.

    The blocks cover the text exactly, in order, neighbours of one kind merged; the empty text
    has none. Offsets are code points. Takes time linear in the text.
    """
    bom = 1 if text.startswith("\ufeff") else 0
    lines = _read_lines(text, bom)
    kinds = _kinds(lines)
    starts = [bom, *(line.start for line in lines[1:])]
    spans: list[tuple[int, BlockKind]] = [(0, "furniture")] if bom else []
    spans += zip(starts, kinds, strict=False)
    return merge(spans, len(text))


def is_source_line(line: str) -> bool:
    """Whether the line credits the article: «المصدر: ...», «بقلم ...», "Par ..."."""
    return len(line) <= 80 and bool(_SOURCE.match(fold(line[:40])))


def merge(spans: Iterable[tuple[int, BlockKind]], length: int) -> tuple[Block, ...]:
    """Blocks from ``(start, kind)`` in order, each ending where the next kind begins.

    Without spans the whole is one article block; a text of length 0 has no blocks.
    """
    runs = [next(run) for _, run in groupby(spans, key=lambda span: span[1])]
    if not length:
        return ()
    if not runs:
        runs = [(0, "article")]
    ends = [start for start, _ in runs[1:]] + [length]
    return tuple(Block(start, end, kind) for (start, kind), end in zip(runs, ends, strict=True))


def _read_lines(text: str, start: int) -> list[_Line]:
    found: list[_Line] = []
    pieces = text[start:].splitlines(keepends=True)
    position = start
    ends = [position := position + len(piece) for piece in pieces]
    filled = [number for number, piece in enumerate(pieces) if not piece.isspace()]
    for number, following in zip(filled, [*filled[1:], len(pieces)], strict=False):
        piece = pieces[number].strip()
        count = len(piece.split())
        bullet = bool(_BULLET.match(pieces[number][:40]))
        found.append(
            _Line(
                start=ends[number] - len(pieces[number]),
                end=ends[following - 1],
                text=piece,
                words=count,
                cue=cue(piece),
                prose=_is_prose(piece, count, bullet),
                bullet=bullet,
                alone=following > number + 1,
            )
        )
    return found


def _is_prose(line: str, words: int, bullet: bool) -> bool:
    """Whether a line is a paragraph. A short question behind a bullet is a headline in a list."""
    if words >= 20:
        return True
    asks = bullet and line.endswith(("؟", "?"))
    return words >= 8 and not asks and bool(_SENTENCE_END.search(line[-8:]))


def _kinds(lines: Sequence[_Line]) -> list[BlockKind]:
    """The kind of each line."""
    kinds: list[BlockKind] = ["article"] * len(lines)
    listed = _headlines_on_top(lines)
    if not listed and not any(map(_proves_page, lines)):
        return kinds
    cut = _end_of_article(lines)
    body = [i for i in range(listed, cut) if not lines[i].cue and lines[i].prose]
    if not body:  # short news, a poem: longer lines stand in for paragraphs
        enough = [i for i in range(listed, cut) if not lines[i].cue and not lines[i].bullet]
        body = [i for i in enough if lines[i].words >= _HEADLINE_WORDS] or enough
    if not body:
        return kinds
    first, last = body[0], body[-1]
    _mark_head(lines, first, listed, kinds)
    _mark_body(lines, first, last, kinds)
    _mark_tail(lines, last + 1, cut, kinds)
    _mark_after(lines, cut, kinds)
    return kinds


def _proves_page(line: _Line) -> bool:
    """Whether the line shows that the text was scraped; documents have headings «## See also»."""
    return line.cue not in ("", "soft", "comments") and not line.text.startswith("#")


def _headlines_on_top(lines: Sequence[_Line]) -> int:
    """How many lines at the top are a list of other articles' headlines.

    A list opens notes too: it takes a sign of a page (a cue, a headline said twice, a date line)
    between the list and the first paragraph.
    """
    count = 0
    while count < len(lines) and lines[count].bullet and lines[count].words < 25:
        count += 1
    above = lines[:count]
    if count < 3 or sum(line.words for line in above) < _HEADLINE_WORDS * count:
        return 0
    for number, line in enumerate(lines[count:], count):
        if line.cue or line_date(line.text):
            return count
        if number + 1 < len(lines) and lines[number + 1].text == line.text:
            return count
        if line.prose:
            break
    return 0


def _end_of_article(lines: Sequence[_Line]) -> int:
    """The first line after which nothing is article: comments, or the form to write one."""
    prose_before = 0
    prose_after = sum(line.words for line in lines if line.prose and not line.cue)
    for number, line in enumerate(lines):
        if line.prose and not line.cue:
            prose_before += line.words
            prose_after -= line.words
        elif line.cue == "notice" or (line.cue == "form" and _is_form(lines, number, prose_after)):
            if prose_before or not prose_after:
                return number
        elif line.cue in ("comments", "counted"):
            if prose_before and _are_comments(lines, number, prose_before):
                return number
    return len(lines)


def _is_form(lines: Sequence[_Line], number: int, prose_after: int) -> bool:
    near = lines[number + 1 : number + 1 + _FORM_REACH]
    return not prose_after or any(line.cue == "notice" for line in near)


def _are_comments(lines: Sequence[_Line], number: int, prose_before: int) -> bool:
    """Whether comments follow the line; a counter of comments also stands under headlines."""
    following: list[_Line] = []
    for line in lines[number + 1 :]:
        if line.cue not in ("", "soft", "inline"):
            break
        following.append(line)
    else:
        if lines[number].cue == "comments" and not any(
            _SAYS.match(fold(line.text[:80])) or _ENTRY.match(line.text[:80])
            for line in following[:10]
        ):
            return False  # a sub-heading
    entries = [line.text[:80] for line in following[:2] if not is_source_line(line.text)]
    if any(map(_ENTRY.match, entries)):
        return True
    if any(_SAYS.match(fold(line.text[:80])) for line in following[:10]):
        return True
    return 0 < sum(line.words for line in following if line.prose) < prose_before


def _mark_head(lines: Sequence[_Line], first: int, listed: int, kinds: list[BlockKind]) -> None:
    """Mark what stands above the first paragraph, reading upwards from it."""
    kinds[:listed] = ["links"] * listed
    below: set[str] = set()
    crossed = headline = False
    above: list[int] = []
    for number in range(first - 1, listed - 1, -1):
        line = lines[number]
        if line.cue:
            kinds[number] = "links" if line.cue in ("related", "inline") else "furniture"
            crossed = True
        elif line_date(line.text) or is_source_line(line.text):
            continue
        elif line.text in below:  # the headline, said again in the page's path
            kinds[number] = "furniture"
        elif not (crossed and headline):
            headline = headline or line.words >= _HEADLINE_WORDS
            below.add(line.text)
        elif line.words < _HEADLINE_WORDS or (number == 0 and not line.prose):
            kinds[number] = "furniture"  # at the very top it is the site's name
        else:
            above.append(number)
    if len(above) >= 3:
        for number in above:
            kinds[number] = "links"


def _mark_body(lines: Sequence[_Line], first: int, last: int, kinds: list[BlockKind]) -> None:
    """Mark what interrupts the article: furniture, and «اقرأ أيضا» with its headlines."""
    number = first
    while number <= last:
        line = lines[number]
        number += 1
        if line.cue in ("hard", "notice", "counted"):
            kinds[number - 1] = "furniture"
        elif line.cue == "inline":
            kinds[number - 1] = "links"
        elif line.cue == "related":
            stop = _end_of_list(lines, number, last)
            kinds[number - 1 : stop] = ["links"] * (stop - number + 1)
            number = stop


def _end_of_list(lines: Sequence[_Line], start: int, last: int) -> int:
    """Where the headlines that begin at ``start`` end, inside an article."""
    stop = start
    while stop <= last and not lines[stop].prose and not lines[stop].cue:
        stop += 1
        if lines[stop - 1].alone and not (stop <= last and lines[stop].bullet):
            break
    # The last short line before a paragraph is the article's own sub-heading.
    own = stop - start >= 2 and not lines[stop - 1].bullet and lines[stop - 1].words <= 6
    return stop - 1 if own else stop


def _mark_tail(lines: Sequence[_Line], start: int, cut: int, kinds: list[BlockKind]) -> None:
    """Mark what stands between the last paragraph and the comments."""
    kind: BlockKind = "article"
    bulleted = False
    for number in range(start, cut):
        line = lines[number]
        if line.cue:
            kind = "links" if line.cue in ("related", "inline") else "furniture"
            bulleted = number + 1 < cut and lines[number + 1].bullet
        elif kind == "links" and bulleted and not line.bullet:
            kind = "furniture"
        if line.cue or not is_source_line(line.text):
            kinds[number] = kind
        if line.cue == "inline":
            kind = "furniture"


def _mark_after(lines: Sequence[_Line], cut: int, kinds: list[BlockKind]) -> None:
    """Mark the comments and all that follows them."""
    kind: BlockKind = "furniture"
    for number in range(cut, len(lines)):
        line = lines[number]
        if line.cue in ("counted", "comments"):
            kind = "comment"
            kinds[number] = "furniture"
            continue
        if line.cue == "related":
            kind = "links"
        elif line.cue in ("form", "notice", "hard"):
            kind = "furniture"
        kinds[number] = kind
