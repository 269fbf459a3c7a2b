"""Sentences of a text, as spans: what is cited, scored and shown."""

from __future__ import annotations

import re

# A stop ends a sentence when white space or the end follows, so decimals and times stay whole;
# closing quotes and brackets, and direction marks, belong to the sentence they close. Stops alone
# in a row («الأمن الوطني.. شرطة مواطنة») and the ellipsis are a pause in Arabic papers, not an end.
# No run is read twice, so hostile text takes linear time.
_STOPS = ".!?؟؛"
_END = re.compile(
    rf"(?<![{_STOPS}])(?!\.\.+(?![{_STOPS}]))[{_STOPS}]++"
    r"[»”\"'’)\]\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*+(?=\s|$)"
    r"|[\n\r\v\f\x85\u2028\u2029]+"
)
# «د. » and single letters before a stop are titles and initials, not ends.
_ABBREVIATION = re.compile(r"(?<![^\s.(«“\"’'-])(?:و?[^\W\d_]|dr|mr|mme|prof|art|av|st|n°)\.", re.I)
_LONGEST_ABBREVIATION = 5


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans ``(start, end)`` of the sentences of ``text[start:end]``, white space trimmed.

    Line breaks end a sentence too: headlines and list items carry no stop. Every character that
    is not white space lies in exactly one span.
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.group() == "." and _is_abbreviated(text, match.end()):
            continue
        _add_trimmed(spans, text, begin, match.end())
        begin = match.end()
    _add_trimmed(spans, text, begin, stop)
    return spans


def _is_abbreviated(text: str, end: int) -> bool:
    starts = range(max(0, end - _LONGEST_ABBREVIATION), end)
    return any(_ABBREVIATION.fullmatch(text, start, end) for start in starts)


def _add_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
