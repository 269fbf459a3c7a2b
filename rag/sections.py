"""Under which heading of its text a sentence stands.

The minutes of a council say once what an item is about, an interview and a page of answers what was
asked, and the sentences below do not repeat it: what stands above is theirs too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rag.clean import is_source_line
from rag.dates import line_date

_MOST_WORDS = 14  # of a heading
_MOST_ASKED = 40  # words of a question
_MARK = re.compile(r"[-–—•*·▪◦]\s|\|")
_STOPS = tuple('.!?؟…»”"')
_ASKS = ("؟", "?")
# What opens a heading that ends in a stop: «النقطة الثانية: ...», «المادة 4.»
_LABEL = re.compile(
    r"(?:(?:ال)?(?:نقطة|مادة|فصل|محور|بند|باب|قسم|شطر)\s\S+\s?[:.–-]"
    r"|(?:article|section|chapitre|chapter|point|item|lot|partie|part)\s\S+\s?[:.–-])",
    re.IGNORECASE,
)


def headed_by(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Of each sentence of ``text``, by its place in ``spans``, the places of what heads it; () of a
    heading itself and of what stands above the first one."""
    lines = [
        [place for place, _ in group]
        for _, group in groupby(enumerate(spans), lambda item: text.count("\n", 0, item[1][0]))
    ]
    said = [[text[slice(*spans[place])] for place in line] for line in lines]
    found: list[tuple[int, ...]] = []
    above: tuple[int, ...] = ()
    for line, own, below in zip(lines, said, [*said, []][1:], strict=True):
        heads = _heads(own, below)
        if heads:
            above = tuple(line[:heads])
        found += [()] * heads + [above] * (len(line) - heads)
    return found


def _heads(line: Sequence[str], below: Sequence[str]) -> int:
    """How many sentences of a line are a heading: a first one with a label; a short one alone,
    without a stop, above one with a stop, if it says neither who wrote the text nor when; all,
    where they end in a question and more follows."""
    first = line[0]
    if _MARK.match(first) or is_source_line(first) or line_date(first):
        return 0
    words = sum(sentence.count(" ") + 1 for sentence in line)
    if line[-1].endswith(_ASKS) and below and len(line) <= 2 and words <= _MOST_ASKED:
        return len(line)  # one of three is a paragraph with a rhetorical question
    if first.count(" ") >= _MOST_WORDS:
        return 0
    if _LABEL.match(first):
        return int(bool(below) or len(line) > 1)
    is_open = len(line) == 1 and (first[-1].isalnum() or first[-1] == "»")
    return int(is_open and bool(below) and not _MARK.match(below[0]) and below[0].endswith(_STOPS))
