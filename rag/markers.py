"""Citation markers that a model writes itself: they are never believed, so never shown.

[1], [١، 2], [المصدر 1], 【2†】, ［3］, (Source 2), [^1], and ¹ after a word or a stop; «م²», (1),
[كذا] and [2023] are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SOURCE = (
    r"(?:(?:ال)?(?:مصدر|مصادر|مقطع|مقاطع|مرجع|مراجع)"
    r"|sources?|extraits?|excerpts?|passages?|références?|references?|refs?)"
)
_SIGN = r"\s?(?:رقم|n°|no\.|:)?\s?"
_LIST = r"\d{1,2}(?:(?:\s?(?:[,،;؛–-]|و|et|and)\s?|\s)\d{1,2}){0,5}"
_RAISED = "¹²³⁰⁴-⁹"
# White space in front of a marker goes with it. The quantifiers are bounded, so that a stream
# knows how much to hold back; raised digits after less than a word of four letters are a power.
_MARKER = re.compile(
    rf"\s*(?:[\[［](?:\s?|\^?{_LIST}|{_SOURCE}{_SIGN}(?:{_LIST})?)[\]］]"
    rf"|【[^】\n]{{0,24}}】|\({_SOURCE}{_SIGN}(?:{_LIST})?\)"
    rf"|(?:(?<=[^\W\d_]{{4}})|(?<=[.,،؛;:!?؟»”)\]]))[{_RAISED}]+)",
    re.IGNORECASE,
)
_LONGEST = 64  # of the text of a marker
_UNSETTLED = re.compile(
    rf"\s*(?:[\[［(][^\]］】)]{{0,{_LONGEST}}}|【[^】\n]{{0,24}}|[{_RAISED}]+)?\Z"
)


def without_markers(text: str) -> str:
    """``text`` without markers, the white space before them, and that at its ends."""
    return _MARKER.sub("", text).strip()


def unmarked(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a stream without markers, none empty; what may be the beginning of a marker
    is held back. However the text is cut, they make up ``without_markers`` of the whole."""
    text, done, begun = "", 0, False
    for piece in pieces:
        text += piece
        held = _UNSETTLED.search(text, done)
        settled = held.start() if held else len(text)
        clean = _removed(text, done, settled)
        done = settled
        clean = clean if begun else clean.lstrip()
        if clean:
            begun = True
            yield clean
    rest = _removed(text, done, len(text)).rstrip()
    rest = rest if begun else rest.lstrip()
    if rest:
        yield rest


def _removed(text: str, start: int, end: int) -> str:
    """``text[start:end]`` without markers; what stands before it is still seen."""
    kept = []
    for marker in _MARKER.finditer(text, start, end):
        kept.append(text[start : marker.start()])
        start = marker.end()
    return "".join((*kept, text[start:end]))
