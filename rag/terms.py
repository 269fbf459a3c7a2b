"""What the lexical side holds of a text and looks for in a question: stems, 4-grams, sounds, units.

Stems meet inflected forms, in Latin letters the French and the English ones; 4-grams meet spellings
and stems that stemming misses; sounds, the consonant skeletons of ``rag.translit``, meet names and
loan words across scripts, and Darija however it is written: «مراكش», "Marrakech" and "mrrakch" have
``~mrkc`` in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rag.arabic import ON, STOPWORDS, bare, fold, forms, stem, strip_marks
from rag.darija import (
    ARABIZI,
    ASKING,
    arabizi_forms,
    candidates,
    spoken,
    standard,
    standard_latin,
)
from rag.glossary import arabic_for, latin_for, latin_names, other_latin, synonyms
from rag.latin import latin_stems, spelled_out
from rag.lexical import Clause, inverse_document_frequency
from rag.question import ASKED, FUNCTION_WORDS, Question
from rag.schema import Language
from rag.translit import arabic_skeletons, latin_skeletons, names
from rag.units import unit_terms, units

VERSION = "10"
"""Changes whenever the terms of a text change, or what is kept of them; part of what an index was
built with."""

SOUND = "~"
"""What the terms of consonant skeletons begin with."""
_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ATTACHED = re.compile(r"(?![وف]?[بك]?ال|[وف]?لل)[وفبكل](?=....)")
# People write «على» (on) and «علي» (Ali) for one another. A text that writes «علي» means him, a
# question may mean either: his neighbours tell.
_ALI = frozenset(("علي", "وعلي"))
# Consonants: sounds of one are found everywhere, and so are those of two, but names across scripts
# and Darija in Latin letters have nothing else.
_LEAST_HELD = 2
_REMEMBERED = 1 << 16  # words whose terms are kept
_LEAST_ASKED = 3


def index_terms(text: str, date: str = "") -> list[str]:
    """The terms of a text, word by word, and of the numbers, dates and editions that it names;
    function words have none. ``date``: the ISO date of the document, "" if unknown."""
    return word_terms(text) + unit_terms(text, date)


def word_terms(text: str) -> list[str]:
    """Those of ``index_terms`` that come from words."""
    said = forms(ON.sub(" ", strip_marks(text)))
    spoken = [f for f in (*said, *ARABIZI.findall(fold(text))) if f not in STOPWORDS or f in _ALI]
    beside = [term for _, term in _beside_ali(said)]
    return [term for form in spoken for term in _terms_of(form)] + beside


@lru_cache(_REMEMBERED)
def _terms_of(form: str) -> tuple[str, ...]:
    grams = dict.fromkeys((*_grams(form), *_grams(bare(form))))
    return *_stems(form), *_inflected(form), *grams, *_sounds(form, _LEAST_HELD)


def clauses(question: Question, translated: bool = False) -> list[Clause]:
    """What to look for: a clause for each content word of a question, without its article, in
    order. Words that only ask («عدد», "nombre") have none. ``translated``: with the words of the
    other languages, of Arabic, French and English, for each; they tell sentences of a page apart,
    but pages the encoder knows better (eval/LOG.md)."""
    arabizi = question.language == "ary-Latn"
    text = spelled_out(question.text)
    said = arabizi_forms(text) if arabizi else forms(text)
    silent = STOPWORDS | ASKED
    if question.language in ("ary", "ary-Latn"):
        silent |= ASKING
    named = _named(question)
    silent |= FUNCTION_WORDS.get(question.language, frozenset()) - named  # "Will" is a name too
    # By the word without its article, so that «كتاب» and «وبالكتاب» ask for the same.
    content = {bare(form): form for form in said if form not in silent and bare(form) not in ASKED}
    beside = defaultdict(list)
    for form, term in _beside_ali(said):
        beside[bare(form)].append(term)
    if not content and not _ALI.isdisjoint(said):
        content = {"علي": "علي"}
    return [
        _clause(form, core, question.language, beside[core], form in named, translated)
        for core, form in content.items()
    ]


def crossing(question: Question, looked_for: Sequence[Clause]) -> list[bool]:
    """Which of the ``clauses`` of a question a text in the other script can hold: of French and
    English numbers, names, and words whose translation is known; of others all."""
    if question.language not in ("fr", "en"):
        return [True] * len(looked_for)
    named = name_clauses(question, looked_for)
    return [
        clause in named
        or clause.ways[0][0][0].isdigit()
        or any(_ARABIC.match(way[0]) for way in clause.ways)
        for clause in looked_for
    ]


def name_clauses(question: Question, looked_for: Sequence[Clause]) -> list[Clause]:
    """Those of the ``clauses`` of a question in French or English that are names."""
    named = {_stems(form) for form in _named(question)}
    return [clause for clause in looked_for if clause.ways[0] in named]


def _named(question: Question) -> set[str]:
    """The forms of the names of a question in French or English, which writes them large."""
    if question.language not in ("fr", "en"):
        return set()
    return {form for name in names(question.text) for form in forms(name)}


def unit_clauses(question: Question) -> list[Clause]:
    """A clause for each number, date and edition of a question, a coarser date being one way of
    saying it."""
    named = dict.fromkeys(units(question.text))
    return [Clause(tuple((term,) for term in terms)) for terms in named]


def _clause(
    form: str,
    core: str,
    language: Language,
    beside: Sequence[str],
    is_name: bool,
    translated: bool,
) -> Clause:
    """A word, and ``core`` without its article, in all its ways: its stems, its sounds, what
    Standard Arabic says for it; ``beside`` are terms that count besides."""
    others: tuple[str, ...] = ()
    if language == "ary":
        others = standard(form)
    elif language == "ary-Latn":
        known = standard_latin(form)
        # Moroccans put French words between those of Darija: "ch7al taux de remplissage".
        borrowed = arabic_for(form, "fr") if not known else ()
        spelled = candidates(form)
        read = () if known else tuple(word for one in spelled for word in standard(one))
        others = (*spelled, *known, *read, *map(fold, borrowed))
    elif translated and language in ("fr", "en"):
        others = tuple(fold(word) for word in arabic_for(form, language))
        others += _terms_of_latin(other_latin(form, language))
    short = is_name or language == "ary-Latn"
    sounds = _sounds(core, _LEAST_HELD if short else _LEAST_ASKED)
    # Darija in Latin letters is not inflected as French or English is.
    inflected = () if language == "ary-Latn" else _inflected(form, language)
    meant = (form, *others)
    if language not in ("fr", "en"):
        translate = latin_for if translated else latin_names
        others += _terms_of_latin(word for arabic in meant for word in translate(arabic))
    if translated and language in ("ar", "ary"):
        others += tuple(word for arabic in meant for word in synonyms(arabic))
    if translated and language in ("ar", "fr", "en"):
        arabic = [word for word in (core, *others) if _ARABIC.match(word)]
        others += tuple(word for one in dict.fromkeys(arabic) for word in spoken(one))
    ways = [_stems(form), *((term,) for term in (*inflected, *sounds, *map(stem, others)))]
    return Clause(tuple(dict.fromkeys(ways)), (*_grams(core), *beside))


def _terms_of_latin(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(term for word in words for term in (word, *_inflected(word)))


def share_held(
    looked_for: Sequence[Clause], held: Collection[str], frequency: Callable[[str], int], n: int
) -> float:
    """The share, 0-1, of the clauses of which ``held`` has a term, by ``clause_weight``; 0 without
    any."""
    total = found = 0.0
    for clause in looked_for:
        weight = clause_weight(clause, frequency, n)
        total += weight
        found += weight * any(term in held for way in clause.ways for term in way)
    return found / total if total else 0.0


def clause_weight(clause: Clause, frequency: Callable[[str], int], n: int) -> float:
    """The inverse document frequency of the rarest term of ``clause`` that any of ``n`` passages
    has."""
    frequencies = [df for way in clause.ways for term in way if (df := frequency(term))]
    return inverse_document_frequency(n, min(frequencies, default=0))


def _beside_ali(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The content words beside «علي», each with a term that says so."""
    for left, right in pairwise(said):
        if right in _ALI and left not in STOPWORDS:
            yield left, f"={stem(left)}<"
        if left in _ALI and right not in STOPWORDS:
            yield right, f"={stem(right)}>"


def _stems(form: str) -> tuple[str, ...]:
    """The stem of a word, and of what remains without a particle at its front: «وفرنسا» and
    «فرنسا» have one in common, whatever stemming takes off the other."""
    found, core = {stem(form)}, bare(form)
    if _ATTACHED.match(core):
        found.add(stem(core[1:]))
    return tuple(sorted(found))


def _inflected(form: str, language: Language | Literal[""] = "") -> tuple[str, ...]:
    """The stems of a word in Latin letters in ``language``, else the French and the English one;
    none that is the word itself."""
    if not _LATIN.match(form):
        return ()
    french, english = latin_stems(form)
    found = {"fr": (french,), "en": (english,)}.get(language, (french, english))
    return tuple(one for one in dict.fromkeys(found) if one != form)


def _grams(form: str) -> tuple[str, ...]:
    return tuple(f"_{form[i : i + 4]}" for i in range(max(1, len(form) - 3)))


def _sounds(form: str, least: int) -> tuple[str, ...]:
    if form.isdigit() or (form[0].isdigit() and "." in form):
        return ()
    skeletons = arabic_skeletons(form) if _ARABIC.match(form) else latin_skeletons(form)
    return tuple(sorted(f"{SOUND}{skeleton}" for skeleton in skeletons if len(skeleton) >= least))
