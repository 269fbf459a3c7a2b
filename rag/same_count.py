"""Whether numbers count the same thing: «360 شخصا» is not said by «360 درهما»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rag.arabic import fold, forms
from rag.glossary import arabic_for, latin_for
from rag.linking import is_linking
from rag.schema import Language
from rag.shown import Cited, iso_date
from rag.statement import Item, Statement, keys, read
from rag.things import are_two, thing

_AFTER, _BEFORE = 3, 6  # words beside a number among which is what it counts
_NUMBER_OF = frozenset(forms("عدد nombre number"))


def counts_the_same(claim: Statement, asked: Statement, cited: Cited) -> bool:
    """Whether each number of ``claim`` counts what it counts in what is cited."""
    texts = (*cited.statements, *(read(e.passage.title, iso_date(e)) for e in cited.sources))
    for place, item in enumerate(claim.items):
        if not item.terms or item.terms[0][0] != "#":
            continue
        noun = counted_at(claim.items, place)
        if noun is None:
            continue
        seen = [
            _same_count(noun, text.items, there, asked)
            for text in texts
            for there, other in enumerate(text.items)
            if other.terms and other.terms[0] == item.terms[0]
        ]
        if seen and not any(seen):
            return False
    return True


def counted_at(items: Sequence[Item], place: int) -> Item | None:
    """The noun that the number at ``place`` counts: behind it, or before it after «عدد»."""
    for item in _beside(items, place, _AFTER, 1):
        if not is_linking(item.form) or thing(item.form):
            return item
        if item.form not in ("من", "de", "of", "d"):
            break
    before = _beside(items, place, _BEFORE, -1)
    for item, number_of in pairwise(before):
        if number_of.form in _NUMBER_OF:
            return item
    return None


def _beside(items: Sequence[Item], place: int, most: int, step: int) -> list[Item]:
    """Up to ``most`` words before or after a number, to the next number or end of a clause."""
    found: list[Item] = []
    here = place + step
    while 0 <= here < len(items) and len(found) < most:
        item = items[here]
        if item.terms or (step > 0 and item.opens):
            break
        found.append(item)
        if step < 0 and item.opens:
            break
        here += step
    return found


def _same_count(noun: Item, items: Sequence[Item], place: int, asked: Statement) -> bool:
    after, before = _beside(items, place, _AFTER, 1), _beside(items, place, _BEFORE, -1)
    said = thing(noun.form)
    solid = [other for other in after if not is_linking(other.form) or thing(other.form)]
    there = thing(solid[0].form) if solid else ""
    if said and there:
        return not are_two(said, there)
    if any(not noun.keys.isdisjoint(other.keys) for other in (*after, *before)):
        return True
    if said and any(thing(other.form) == said for other in (*after, *before)):
        return True
    # What is counted may be left out («97 ألفا», said of visitors): then the question says it.
    return not noun.keys.isdisjoint(asked.keys) and not solid


def counts_as_said(claim: Statement, language: Language, cited: Cited) -> bool:
    """Whether each number of a claim counts what it counts in its source of another language.

    Words are those of two languages: the list of ``rag.things`` and the glossary say which are
    the same. Where neither knows, a number of the source stands if there is no other that it could
    be.
    """
    for place, item in enumerate(claim.items):
        noun = counted_at(claim.items, place) if item.terms and item.terms[0][0] == "#" else None
        if noun is None:
            continue
        seen = [
            _may_count(noun, language, source.items, there)
            for source in cited.statements
            for there, other in enumerate(source.items)
            if other.terms[:1] == item.terms[:1]
        ]
        if seen and not any(seen):
            return False
    return True


def _may_count(noun: Item, language: Language, items: Sequence[Item], place: int) -> bool:
    after, before = _beside(items, place, _AFTER, 1), _beside(items, place, _BEFORE, -1)
    said = thing(noun.form)
    there = [name for name in (thing(word.form) for word in after[:2]) if name]
    if said and there:
        return not all(are_two(said, name) for name in there)
    near = (*after, *before)
    if said and any(thing(word.form) == said for word in near):
        return True
    meant = translations(noun.form, language)
    if any(not meant.isdisjoint(word.keys) for word in near):
        return True
    # French words are not compared with English ones.
    foreign = noun.form.isascii() and all(word.form.isascii() for word in items)
    return foreign or sum(bool(i.terms) and i.terms[0][0] == "#" for i in items) == 1


def translations(form: str, language: Language | None) -> frozenset[str]:
    """The keys of the words of the other script that the glossary has for a folded one, which is
    of ``language`` if it is in Latin letters."""
    if not form.isascii():
        return frozenset().union(*map(keys, latin_for(form)))
    if language not in ("fr", "en"):
        return frozenset()
    return frozenset().union(*(keys(fold(word)) for word in arabic_for(form, language)))
