"""Words of one meaning in Arabic, French and English, by a glossary written by hand.

Across scripts only names, by their sound, and numbers can be compared; ``rag.glossary_words`` adds
the general vocabulary of news and administration: "price" and «prix» meet «ثمن», and «ثمن» its
synonym «سعر».
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

from rag.arabic import bare, fold, stem
from rag.glossary_words import COUNTRIES, LINES

_COLUMNS = {"en": 0, "fr": 1}
_SNOWBALL = {"en": "english", "fr": "french"}
_AGREEING = re.compile(r"(?<=.)(?:(e)es?|(?<=[eu])s)$")
_IERE = re.compile(r"iere$")  # «ouvrières», folded
_REMEMBERED = 1 << 14  # words

_IMPERFECT = re.compile(r"س?[يت](?P<core>\w{3,}?)(?:ون|وا|ان|ين|ها|هم|ه)?")
_MIDDLE = re.compile(r"(?<=^.)[وي](?=.$)")

Table = dict[str, tuple[str, ...]]


@lru_cache(_REMEMBERED)
def arabic_for(word: str, language: Literal["fr", "en"]) -> tuple[str, ...]:
    """The Arabic words, as they are written, for a folded word in any inflection; () for an
    unknown one. A form that the glossary has, or has without the s or x of a plural, counts before
    what merely shares its stem."""
    return _latin_looked_up(word, language, _tables(language))


def _latin_looked_up(word: str, language: str, tables: tuple[Table, Table]) -> tuple[str, ...]:
    by_form, by_stem = tables
    singular = word[:-1] if word.endswith(("s", "x")) else word
    return by_form.get(word) or by_form.get(singular) or by_stem.get(_stem(word, language), ())


@lru_cache(_REMEMBERED)
def other_latin(word: str, language: Literal["fr", "en"]) -> tuple[str, ...]:
    """The English words, folded, for a folded French one, or the other way round; as for
    ``arabic_for``."""
    return _latin_looked_up(word, language, _other_tables(language))


def is_known(word: str, language: Literal["fr", "en"]) -> bool:
    """Whether a folded word, or what is left of it without the s or x of a plural, is listed."""
    by_form, _ = _tables(language)
    return word in by_form or (word[:-1] in by_form and word[-1:] in ("s", "x"))


@lru_cache(_REMEMBERED)
def latin_for(word: str) -> tuple[str, ...]:
    """The French and English words, folded, for a folded Arabic one; () for an unknown one. A form
    that the glossary has, without its article, counts before what merely shares its stem."""
    return _looked_up(word, _latin_tables())


@lru_cache(_REMEMBERED)
def latin_names(word: str) -> tuple[str, ...]:
    """The same for names of countries and towns alone: «الصويرة» is Essaouira and Mogador."""
    return _looked_up(word, _latin_tables(names_only=True))


@lru_cache(_REMEMBERED)
def synonyms(word: str) -> tuple[str, ...]:
    """The Arabic words, folded, of the concepts that a folded Arabic word is of."""
    return _looked_up(word, _arabic_tables())


def _looked_up(word: str, tables: tuple[Table, Table]) -> tuple[str, ...]:
    by_form, by_stem = tables
    found = by_form.get(bare(word)) or by_stem.get(stem(word))
    if found:
        return found
    past = (by_form.get(form) for form in _past(word))
    return next(filter(None, past), ())


def _past(word: str) -> Iterator[str]:
    """What the past of a folded verb may be, by which the glossary lists it: «ستبدأ» of «بدأ»,
    «ينتهي» of «انتهى», «تقود» of «قاد»."""
    imperfect = _IMPERFECT.fullmatch(word)
    if imperfect:
        core = imperfect["core"]
        hollow = _MIDDLE.sub("ا", core)
        yield from dict.fromkeys((core, f"ا{core}", hollow, f"ا{hollow}"))


@cache
def _arabic_tables() -> tuple[Table, Table]:
    """Arabic words by folded Arabic word, and by its stem."""
    return _grouped(((arabic, arabic) for *_, arabic in _concepts(LINES)), stem)


@cache
def _latin_tables(names_only: bool = False) -> tuple[Table, Table]:
    """French and English words by folded Arabic word, and by its stem."""
    lines = COUNTRIES.split("\n") if names_only else LINES
    concepts = _concepts(filter(None, lines))
    return _grouped(((arabic, [*en, *fr]) for en, fr, arabic in concepts), stem)


@cache
def _tables(language: str) -> tuple[Table, Table]:
    """Arabic words, as they are written, by folded word, and by the stem of a folded word."""
    fields = ([field.split() for field in line.split("|")] for line in LINES)
    pairs = ((map(fold, field[_COLUMNS[language]]), field[-1]) for field in fields)
    return _grouped(pairs, lambda form: _stem(form, language))


@cache
def _other_tables(language: str) -> tuple[Table, Table]:
    """English words by folded French word, and by its stem; or the other way round."""
    own, other = _COLUMNS[language], 1 - _COLUMNS[language]
    pairs = ((line[own], line[other]) for line in _concepts(LINES))
    return _grouped(pairs, lambda form: _stem(form, language))


def _concepts(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """The folded English, French and Arabic words of each line."""
    for line in lines:
        yield [[fold(word) for word in field.split()] for field in line.split("|")]


def _grouped(
    concepts: Iterable[tuple[Iterable[str], Iterable[str]]], stemmed: Callable[[str], str]
) -> tuple[Table, Table]:
    """Of pairs of words and what they mean the meanings by word, and by its stem."""
    by_form: dict[str, dict[str, None]] = defaultdict(dict)
    by_stem: dict[str, dict[str, None]] = defaultdict(dict)
    for words, meanings in concepts:
        for form in words:
            by_form[form] |= dict.fromkeys(meanings)
            by_stem[stemmed(form)] |= dict.fromkeys(meanings)
    return _frozen(by_form), _frozen(by_stem)


def _frozen(table: dict[str, dict[str, None]]) -> Table:
    return {key: tuple(words) for key, words in table.items()}


def _stem(form: str, language: str) -> str:
    if language == "fr":  # folded participles, «élus» and «employées», that Snowball leaves
        form = _IERE.sub("ier", _AGREEING.sub(r"\1", form))
    return str(_stemmer(language).stemWord(form))


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer(_SNOWBALL[language])
