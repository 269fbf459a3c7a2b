"""A sentence as it is held against another: its words, and its numbers, dates and editions.

A word has keys, and two words are taken for the same where they share one: the light stem, the
consonants («زائر» and «زوار», «مراكش» and "Marrakech"), the beginning of a Latin word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.arabic import STOPWORDS, bare, stem
from rag.latin import latin_stems
from rag.ordinals import leading_ordinal
from rag.translit import arabic_skeletons, latin_skeletons
from rag.units import placed_units, unit_terms

_REMEMBERED = 1 << 10  # texts; a question has about a hundred
_REMEMBERED_WORDS = 1 << 16
_WORD = re.compile(r"[^\W\d_]+|[%€$£]|\d[\d:.,/h-]*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ATTACHED = re.compile(r"[وفبكلس](?=...)")
_SOUND_PLURAL = re.compile(r"(?<=...)(?:ين|ون|ات|يه|ي|ا|وا|ه|ها|هم)$")
_FORMING = re.compile(r"[mnts](?=...)")  # consonants that make nouns and verbs: «منظم», «تنظيم»
_FEW = 2  # consonants
_HUNDRED = 100
_CLAUSE = re.compile(r"[.,،;؛:!?؟()\[\]«»“”\"–—\n]")


@dataclass(frozen=True, slots=True)
class Item:
    """A word (``form``, with its ``keys``), or a number, date or edition (``terms``, finest
    first, as in ``rag.units``). ``opens``: a comma, bracket or stop stands before it."""

    form: str
    keys: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    opens: bool = False

    @property
    def is_function_word(self) -> bool:
        """Whether it is a word that says nothing about what a text is about."""
        return not self.terms and self.form in STOPWORDS


@dataclass(frozen=True, slots=True)
class Statement:
    """The items of a text in order, the keys of its words and the terms of its units."""

    items: tuple[Item, ...]
    keys: frozenset[str]
    terms: frozenset[str]
    undated: frozenset[str]  # the terms of days and months without a year


@lru_cache(_REMEMBERED)
def read(text: str, date: str = "") -> Statement:
    """Read ``text``. ``date``, of its document, as for ``rag.units.units``: with it ``terms`` also
    has the days of «أمس» and the like, which stay words among the items."""
    folded, units = placed_units(text)
    items: list[Item] = []
    past = 0
    for unit in units:
        items += _words(folded, past, unit.start)
        terms = unit.terms or (_digits(folded[unit.start : unit.end]),)
        items.append(Item("", terms=terms, opens=_is_parted(folded, unit.start)))
        past = unit.end
    items += _words(folded, past, len(folded))
    dated = unit_terms(text, date) if date else ()
    return Statement(
        tuple(items),
        frozenset(key for item in items for key in item.keys),
        frozenset((*dated, *(term for item in items for term in item.terms))),
        frozenset(t for item in items if item.terms[:1] and _is_undated(item) for t in item.terms),
    )


def _is_undated(item: Item) -> bool:
    return item.terms[0].startswith(("@m", "@hm"))


def _is_parted(folded: str, start: int) -> bool:
    """Whether a comma, bracket or stop stands right before ``start``."""
    return bool(_CLAUSE.match(folded[max(0, start - 3) : start].rstrip(" ")[-1:]))


def _digits(text: str) -> str:
    """The term of digits that are no number: «10:30» and "10h30" are the same."""
    return "=" + ":".join(re.findall(r"\d+", text))


def _words(folded: str, start: int, end: int) -> list[Item]:
    """The words of ``folded[start:end]``; an ordinal («الثالثة») is a unit, °3."""
    found = []
    past = start
    for match in _WORD.finditer(folded, start, end):
        if match.start() < past:
            continue
        past = match.end()
        form, opens = match.group(), _is_parted(folded, match.start())
        if form[0].isdigit():
            found.append(Item("", terms=(_digits(form),), opens=opens))
            continue
        number, past_ordinal = leading_ordinal(folded[:end], match.start())
        if number and not (number == _HUNDRED and found and found[-1].form == "في"):  # per cent
            past = past_ordinal
            found.append(Item("", terms=(f"°{number}",), opens=opens))
            continue
        found.append(Item(form, keys(form), opens=opens))
    return found


@lru_cache(_REMEMBERED_WORDS)
def keys(form: str) -> frozenset[str]:
    """What a folded word may be the same as another by."""
    if not _ARABIC.match(form):
        return _latin_keys(form)
    core = bare(form)
    cores = {core, _ATTACHED.sub("", core, count=1)}
    found = {stem(word) for word in (form, *cores)} | cores
    for word in cores | {_SOUND_PLURAL.sub("", word) for word in cores}:
        for skeleton in arabic_skeletons(word):
            if len(skeleton) > _FEW:
                found.add(f"~{skeleton}")
                found.add(f"~{_FORMING.sub('', skeleton, count=1)}")
            elif len(skeleton) == _FEW:  # so few are found everywhere: the word's ends count too
                found.add(f"~{skeleton}{word[0]}{word[-1]}")
    return frozenset(found)


def _latin_keys(form: str) -> frozenset[str]:
    found = {form, *latin_stems(form)}
    found |= {f"~{skeleton}" for skeleton in latin_skeletons(form) if len(skeleton) > 2}
    return frozenset(found)
