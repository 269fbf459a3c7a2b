"""The index terms of times, the same in every language, and a place in a text that gives some.

``@2021-12-21``, ``@2021-12``, ``@2021``: a day, a month, a year. ``@m12-21``, ``@m12``: the same
in any year. ``@h1446-09-17``, ``@h1446-09``, ``@h1446``, ``@hm09-17``, ``@hm09``: hijri ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mention:
    """``folded[start:end]`` says ``terms``, finest first; none: digits that are no number."""

    start: int
    end: int
    terms: tuple[str, ...] = ()


def year_terms(year: int, hijri: bool = False) -> tuple[str, ...]:
    """Of a year alone."""
    return (f"@h{year}" if hijri else f"@{year}",)


def month_terms(year: int, month: int, hijri: bool = False) -> tuple[str, ...]:
    """Of a month of a year."""
    (of_year,) = year_terms(year, hijri)
    return (f"{of_year}-{month:02}", of_year, *any_year_terms(month, None, hijri))


def day_terms(year: int, month: int, day: int, hijri: bool = False) -> tuple[str, ...]:
    """Of a day; of its month alone where the calendar has no such day."""
    if not hijri and not is_day(year, month, day):
        return month_terms(year, month)
    of_month, of_year, _ = month_terms(year, month, hijri)
    return (f"{of_month}-{day:02}", of_month, of_year, *any_year_terms(month, day, hijri))


def any_year_terms(month: int, day: int | None, hijri: bool = False) -> tuple[str, ...]:
    """Of a month, or of one of its days, in a year not said."""
    of_month = f"@{'h' if hijri else ''}m{month:02}"
    return (f"{of_month}-{day:02}", of_month) if day else (of_month,)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
