"""Words of one meaning in Arabic, French and English, by a glossary written by hand.

Across scripts only names, by their sound, and numbers can be compared; ``rag.glossary_words`` adds
the general vocabulary of news and administration: "price" and «prix» meet «ثمن», and «ثمن» its
synonym «سعر».
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from rag.arabic import bare, fold, stem
from rag.glossary_words import COUNTRIES, LINES

_COLUMNS = {"en": 0, "fr": 1}
_SNOWBALL = {"en": "english", "fr": "french"}
_AGREEING = re.compile(r"(?<=.)(?:(e)es?|(?<=[eu])s)$")
_REMEMBERED = 1 << 14  # words

_IMPERFECT = re.compile(r"س?[يت](?P<core>\w{3,}?)(?:ون|وا|ان|ين|ها|هم|ه)?")
_MIDDLE = re.compile(r"(?<=^.)[وي](?=.$)")

Table = dict[str, tuple[str, ...]]


@lru_cache(_REMEMBERED)
def arabic_for(word: str, language: Literal["fr", "en"]) -> tuple[str, ...]:
    """The Arabic words, as they are written, for a folded word in any inflection; () for an
    unknown one. A form that the glossary has, or has without the s or x of a plural, counts before
    what merely shares its stem."""
    by_form, by_stem = _tables(language)
    singular = word[:-1] if word.endswith(("s", "x")) else word
    return by_form.get(word) or by_form.get(singular) or by_stem.get(_stem(word, language), ())


def is_known(word: str, language: Literal["fr", "en"]) -> bool:
    """Whether a folded word, or what is left of it without the s or x of a plural, is listed."""
    by_form, _ = _tables(language)
    return word in by_form or (word[:-1] in by_form and word[-1:] in ("s", "x"))


@lru_cache(_REMEMBERED)
def latin_for(word: str) -> tuple[str, ...]:
    """The French and English words, folded, for a folded Arabic one; () for an unknown one. A form
    that the glossary has, without its article, counts before what merely shares its stem."""
    return _looked_up(word, _latin_tables("\n".join(LINES)))


@lru_cache(_REMEMBERED)
def latin_names(word: str) -> tuple[str, ...]:
    """The same for names of countries and towns alone: «الصويرة» is Essaouira and Mogador."""
    return _looked_up(word, _latin_tables(COUNTRIES))


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
    by_form: dict[str, dict[str, None]] = defaultdict(dict)
    by_stem: dict[str, dict[str, None]] = defaultdict(dict)
    for line in LINES:
        arabic = [fold(word) for word in line.split("|")[-1].split()]
        for form in arabic:
            by_form[form] |= dict.fromkeys(arabic)
            by_stem[stem(form)] |= dict.fromkeys(arabic)
    return _frozen(by_form), _frozen(by_stem)


@cache
def _latin_tables(lines: str) -> tuple[Table, Table]:
    """French and English words by folded Arabic word, and by its stem."""
    by_form: dict[str, dict[str, None]] = defaultdict(dict)
    by_stem: dict[str, dict[str, None]] = defaultdict(dict)
    for line in filter(None, lines.split("\n")):
        *latin, arabic = (field.split() for field in line.split("|"))
        meanings = dict.fromkeys(fold(word) for words in latin for word in words)
        for form in map(fold, arabic):
            by_form[form] |= meanings
            by_stem[stem(form)] |= meanings
    return _frozen(by_form), _frozen(by_stem)


@cache
def _tables(language: str) -> tuple[Table, Table]:
    """Arabic words by folded word, and by the stem of a folded word."""
    by_form: dict[str, dict[str, None]] = defaultdict(dict)
    by_stem: dict[str, dict[str, None]] = defaultdict(dict)
    for line in LINES:
        fields = [field.split() for field in line.split("|")]
        meanings = dict.fromkeys(fields[-1])
        for form in map(fold, fields[_COLUMNS[language]]):
            by_form[form] |= meanings
            by_stem[_stem(form, language)] |= meanings
    return _frozen(by_form), _frozen(by_stem)


def _frozen(table: dict[str, dict[str, None]]) -> Table:
    return {key: tuple(words) for key, words in table.items()}


def _stem(form: str, language: str) -> str:
    if language == "fr":  # folded participles, «élus» and «employées», that Snowball leaves
        form = _AGREEING.sub(r"\1", form)
    return str(_stemmer(language).stemWord(form))


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer(_SNOWBALL[language])
