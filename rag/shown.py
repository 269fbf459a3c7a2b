"""What sentences say together with the title and date that are shown with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.arabic import forms
from rag.evidence import Evidence
from rag.linking import is_linking
from rag.statement import Item, Statement, read
from rag.time_terms import year_terms

YEAR = re.compile(r"@\d{4}")
"""The term of a year."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# Alone they state nothing, and a source that says «yes» does not support a «yes».
_BARE_ASSENT = frozenset(forms("نعم أجل كلا بلى oui non yes no"))


def says(item: Item) -> bool:
    """Whether an item states something: a number, a date, a word that does not only link."""
    return bool(item.terms) or not (is_linking(item.form) or item.form in _BARE_ASSENT)


@dataclass(frozen=True, slots=True)
class Cited:
    """What some sentences say, with the titles and dates shown with them."""

    sources: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    keys: frozenset[str]
    shown: frozenset[str]  # the keys of the titles
    terms: frozenset[str]
    undated: frozenset[str]

    def holds(self, item: Item) -> bool:
        """Whether an item stands in the sentences or in what is shown with them."""
        if item.terms:
            return holds_unit(item.terms, self.terms, self.undated)
        return not item.keys.isdisjoint(self.keys) or not item.keys.isdisjoint(self.shown)


def cited_from(sources: Sequence[Evidence], asked: Statement) -> Cited:
    """What ``sources`` say to the question ``asked``.

    The year of the date shown counts where the sentences name none, or where it is asked for.
    """
    statements = tuple(read_source(e) for e in sources)
    titles = [read(e.passage.title, iso_date(e)) for e in sources]
    terms = frozenset().union(*(s.terms for s in (*statements, *titles)))
    years = {term for e in sources for term in _year_of(e)}
    if not any(map(YEAR.fullmatch, terms)):
        terms |= years
    return Cited(
        tuple(sources),
        statements,
        keys=frozenset().union(*(s.keys for s in statements)),
        shown=frozenset().union(*(s.keys for s in titles)),
        terms=terms | (years & asked.terms),
        undated=frozenset().union(*(s.undated for s in (*statements, *titles))),
    )


def read_source(evidence: Evidence) -> Statement:
    """A sentence of the evidence, its «أمس» and the like counted from the date of its document."""
    return read(evidence.text, iso_date(evidence))


def iso_date(evidence: Evidence) -> str:
    """The date shown with a sentence, "" if it is none."""
    return evidence.passage.date if _ISO.fullmatch(evidence.passage.date) else ""


def _year_of(evidence: Evidence) -> tuple[str, ...]:
    date = _ISO.fullmatch(evidence.passage.date)
    return year_terms(int(date[1])) if date else ()


def holds_unit(terms: Sequence[str], held: frozenset[str], undated: frozenset[str]) -> bool:
    """Whether the finest of ``terms`` is held; a day of a year also as a day without a year
    beside that year, an ordinal also as that of an edition."""
    finest = terms[0]
    if len(terms) > 1 and all(YEAR.fullmatch(term) for term in terms):
        return held.issuperset(terms)
    sign, rest = finest[0], finest[1:]
    if finest in held or (sign in "^°" and not held.isdisjoint((f"^{rest}", f"°{rest}"))):
        return True
    if sign in "#@" and re.fullmatch(r"[12]\d{3}", rest):
        return f"{'#' if sign == '@' else '@'}{rest}" in held
    if sign == "@" and finest[1] not in "mh" and len(terms) > 1:
        year, _, day = rest.partition("-")
        return f"@m{day}" in undated and f"@{year}" in held
    return False


def is_asked(item: Item, asked: Statement) -> bool:
    """Whether the question has an item too."""
    if item.terms:
        return item.terms[0] in asked.terms
    return not item.keys.isdisjoint(asked.keys)
