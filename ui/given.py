"""What a page sent with an event, checked: whoever reaches the server can send anything."""

from __future__ import annotations

import re

from rag.errors import UsageError
from ui import strings

MOST_ID = 300  # characters
MOST_TYPED = 100_000  # characters; how long a question may be, ``checked`` says
_MOST_DIGITS = 12
_HALVES = re.compile("[\ud800-\udfff]")


def text(value: object, most: int) -> str:
    """A text of at most ``most`` characters that can be written as UTF-8.

    Raises:
        UsageError: it is none, or holds half a character (a lone surrogate, which JSON can carry).
    """
    if not isinstance(value, str) or len(value) > most:
        raise UsageError(strings.BAD_REQUEST)
    if half := _HALVES.search(value):
        raise UsageError(strings.half_character(half.group(), half.start() + 1))
    return value


def word(given: object, name: str, most: int = MOST_ID) -> str:
    """The text of this name; raises as ``text`` does, and so do those below."""
    return text(given.get(name) if isinstance(given, dict) else None, most)


def whole(given: object, name: str) -> int:
    """A number that is not negative, in digits."""
    value = word(given, name, _MOST_DIGITS)
    if not (value.isascii() and value.isdecimal()):
        raise UsageError(strings.BAD_REQUEST)
    return int(value)


def yes(given: object, name: str) -> bool:
    """1 or 0."""
    return one_of(given, name, ("0", "1")) == "1"


def one_of(given: object, name: str, known: tuple[str, ...]) -> str:
    """One of the words that are known."""
    value = word(given, name)
    if value not in known:
        raise UsageError(strings.BAD_REQUEST)
    return value
