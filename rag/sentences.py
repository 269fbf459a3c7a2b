"""Sentences of a text, as spans: what is cited, scored and shown."""

from __future__ import annotations

import re

# A stop ends a sentence when white space or the end follows, so decimals and times stay whole;
# closing quotes and brackets belong to the sentence they close. Two dots or an ellipsis are a
# pause in Arabic papers («الأمن الوطني.. شرطة مواطنة»), not an end.
_END = re.compile(r"(?:(?<!\.)\.(?!\.)|[!?؟؛])+[»”\"'’)\]]*(?=\s|$)|\n+")
# «د. » and single letters before a stop are titles and initials, not ends.
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"])(?:[^\W\d_]|dr|mr|mme|prof|art|av|st|n°)\.$", re.I)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans ``(start, end)`` of the sentences of ``text[start:end]``, white space trimmed.

    Line breaks end a sentence too: headlines and list items carry no stop. Every character that
    is not white space lies in exactly one span.
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.group()[0] == "." and _ABBREVIATION.search(text, begin, match.end()):
            continue
        _add_trimmed(spans, text, begin, match.end())
        begin = match.end()
    _add_trimmed(spans, text, begin, stop)
    return spans


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
