"""Numbers, dates and editions of a text as index terms, whatever their script, language, spelling.

``#1150000`` is a number (``rag.numbers``), ``@2021-12-21`` a time (``rag.time_terms`` lists the
forms), ``^68`` an edition or anniversary. No word of ``rag.arabic`` begins with such a sign.
"""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal

from rag.arabic import fold
from rag.digit_shapes import digit_shapes, is_year_of
from rag.editions import editions
from rag.month_dates import month_dates
from rag.numbers import NO_DECIMAL, Number, numbers
from rag.relative_dates import relative_dates
from rag.time_terms import Mention, year_terms

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LARGEST = 1e15  # beyond it floats are not exact; so long a run of digits is a name
_NOTHING = "\0"  # stands for what is no number, and parts the numbers beside it


def units(text: str, date: str = "") -> list[tuple[str, ...]]:
    """The terms of each number, date and edition that ``text`` names, in order.

    A date has its coarser terms behind the finest, so that a month meets its days. Digits of a
    date, an edition, an hour, a telephone number or a version are no number. ``date``: the ISO
    date of the document, "" if unknown; with it «أمس» and «السنة الماضية» are resolved, and a day
    without a year also gives the nearest such day.

    Raises:
        ValueError: ``date`` is neither "" nor an ISO date.
    """
    return [mention.terms for mention in placed_units(text, date)[1] if mention.terms]


def placed_units(text: str, date: str = "") -> tuple[str, list[Mention]]:
    """The folded ``text``, and where in it the numbers, dates and editions stand, in order, as for
    ``units``; digits that are no number («10:30») stand there without terms."""
    folded = fold(NO_DECIMAL.sub(_NOTHING, text))
    found = mentions(folded, date)
    counted = [
        Mention(number.start, number.end, (_number_term(number, folded),))
        for number in numbers(_without(folded, found))
        if number.value < _LARGEST
    ]
    return folded, sorted((*found, *counted), key=lambda mention: mention.start)


def unit_terms(text: str, date: str = "") -> list[str]:
    """All terms of ``units``, each once, in order."""
    return list(dict.fromkeys(term for terms in units(text, date) for term in terms))


def mentions(folded: str, date: str = "") -> list[Mention]:
    """The dates and editions of a folded text, and the digits that are no number, in order,
    without overlap. ``date`` as for ``unit_terms``."""
    on = Date.fromisoformat(date) if date else None
    found: list[Mention] = []
    taken = bytearray(len(folded))
    for kind in (
        month_dates(folded, on),
        relative_dates(folded, on) if on else [],
        editions(folded),
        digit_shapes(folded),
    ):
        for mention in kind:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _without(folded: str, found: list[Mention]) -> str:
    """``folded`` with what is no number replaced, offsets kept."""
    pieces, past = [], 0
    for mention in found:
        pieces += [folded[past : mention.start], _NOTHING * (mention.end - mention.start)]
        past = mention.end
    return "".join((*pieces, folded[past:]))


def _number_term(number: Number, folded: str) -> str:
    """``#`` and the shortest decimal form; a year in words («سنة ألفين وعشرين») is a year."""
    value = number.value
    in_words = not any(map(str.isdigit, folded[number.start : number.end]))
    if (
        in_words
        and value.is_integer()
        and _FIRST_YEAR <= value <= _LAST_YEAR
        and is_year_of(folded, number.start)
    ):
        return year_terms(int(value))[0]
    # 15 digits are what a float holds for certain; the 16th may be noise of a multiplication.
    exact = Decimal(f"{value:.15g}")
    return f"#{exact.to_integral_value() if exact == exact.to_integral_value() else exact:f}"
