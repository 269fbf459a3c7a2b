"""What a page sent with an event, checked: whoever reaches the server can send anything."""

from __future__ import annotations

from rag.errors import UsageError
from ui import strings

MOST_ID = 300  # characters
_MOST_DIGITS = 12


def word(given: object, name: str, most: int = MOST_ID) -> str:
    """A text of at most ``most`` characters.

    Raises:
        UsageError: it is none, as below.
    """
    value = given.get(name) if isinstance(given, dict) else None
    if not isinstance(value, str) or len(value) > most:
        raise UsageError(strings.BAD_REQUEST)
    return value


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
