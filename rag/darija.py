"""Moroccan Darija for searching: the Standard Arabic words that pages use for a Darija word.

Words of one root in both (كتاب, ktab) need nothing here, stems and skeletons meet them; the words
of ``rag.darija_words`` have another word in Standard Arabic: «طوموبيل» is سيارة. An inflected word
is split into what stands before, a form of the lexicon, and what stands after: «فالطوموبيلات»,
«ماكيشدوهمش», "kaybdaw". In Latin letters (Arabizi) a form is found by its consonant skeleton and
has to agree letter by letter, long vowels included: "flous" is «فلوس», "fils" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rag.arabic import STOPWORDS, fold, forms, stem
from rag.darija_words import FOREIGN, GLUE, LATIN, NOUNS, READINGS, SPELLINGS, STRICT, VERBS
from rag.translit import arabic_skeletons, latin_skeletons

_GLUE = frozenset(fold(GLUE).split())
ASKING = (_GLUE | {f"و{word}" for word in _GLUE if not word.isascii()}) - STOPWORDS
"""Darija words in both scripts, folded, that only ask or join words: not searched for."""

ARABIZI = re.compile(r"(?<![^\W_])((?=[a-z]*[2-9])(?=[2-9]*[a-z])[a-z2-9]+)(?![^\W_])")
"""A word of a folded text in which digits stand for letters, "l7afla"."""

_REMEMBERED = 1 << 15  # words
_SHORTEST = 3  # letters that must be left where something is taken off
_LONGEST = 30  # letters of a word; what is longer is none
_PERSONS = "يتن"  # what a verb after a particle of tense begins with
_FEW, _MANY = 2, 4  # consonants of a form: told by its vowels too; by them alone

# What may stand before and after a form. Nouns: conjunction, preposition, article; plural, owner.
# Verbs: negation, particle of present or future; objects, ش where a negation opens.
_NOUN = (
    re.compile(r"[وف]?(?:[بفل]?(?:ال|ل)?|[عدك](?:ال|ل))"),
    re.compile(r"(?:ات|ين|يه)?(?:ت?(?:و|ها|هم|نا|كم|ي|ك))?|ه"),
)
_VERB = (
    re.compile(r"[وف]?(?P<no>ما)?(?P<tense>كا?|غا?|تا?)?"),
    re.compile(
        r"(?:(?<=[اوي])ه|و|ها|هم|كم|نا|ك)?(?:لي(?:ه|ها|هم|ا|ك|نا|كم)|ل(?:و|ها|هم|ك))?(?P<close>شي?)?"
    ),
)
_LATIN_NOUN = (
    re.compile(r"(?:w|ou?)?(?:[bfdl]|3la|3a|[bf]i)?(?:[aei]?l|la|le)?"),
    re.compile(r"(?:ate?|ine?|en|iya)?(?:t?(?:ou?|w|ha|houm|hom|na|kom|i|e?k))?|[ae]h?"),
)
_LATIN_VERB = (
    re.compile(r"(?:w|ou?)?(?P<no>ma)?(?P<tense>k[aei]?|gha?|ghadi|ta?)?"),
    re.compile(
        r"(?:(?<=[aeiouw])h|ou?|ha|houm|hom|kom|na|e?k)?"
        r"(?:li(?:h|ha|houm|hom|ya|k|na)|l(?:o|ou|ha|houm|hom|k))?(?P<close>ch|sh|chi)?"
    ),
)
_UNIT = re.compile("|".join(sorted([*READINGS, "ou", *"aeiou"], key=len, reverse=True)))
_ARTICLE = re.compile(
    r"(?:w|ou?)?[bfdk]?[aei]?l(?=[^aeioul]..)|(?:w|ou?)?[bfd]?(ch|sh|[^l])(?=\1.)"
)
_LONG_VOWELS = {"a": "ا", "e": "ي", "i": "ي", "o": "و", "u": "و", "ou": "و"}
_CANDIDATES, _KEPT = 4, 32  # readings given; readings followed up
_VOWELS = "اوي"
_OTHER_LETTERS = str.maketrans({"6": "t", "8": "h", "x": "ks"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Folded forms with their standard words, and the forms by skeleton."""

    words: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]


def arabizi_forms(text: str) -> list[str]:
    """The search forms of ``text``; words that have digits for letters stay whole."""
    pieces = ARABIZI.split(fold(text))
    return [f for i, piece in enumerate(pieces) for f in ([piece] if i % 2 else forms(piece))]


@lru_cache(_REMEMBERED)
def standard(form: str) -> tuple[str, ...]:
    """The Standard Arabic words, folded, for one folded Darija word in Arabic letters; () where
    the lexicon has none. Of the ways to split the word, the one that takes off least."""
    if len(form) > _LONGEST:
        return ()
    found = [(len(core), _nouns().words.get(core, ())) for core, _ in _cores(form, *_NOUN, "ه")]
    for core, tense in _cores(form, *_VERB):
        if not tense or core[0] in _PERSONS:
            found.append((len(core), _verbs().words.get(core, ())))
    return _of_longest(found)


@lru_cache(_REMEMBERED)
def spoken(word: str) -> tuple[str, ...]:
    """The Darija words, folded, for a folded Standard Arabic one, verbs in the past; () where the
    lexicon has none."""
    return tuple(_spoken().get(stem(word), ()))


@lru_cache(_REMEMBERED)
def standard_latin(word: str) -> tuple[str, ...]:
    """The same for one word of Darija in Latin letters, folded or not."""
    folded = fold(word)
    if not _is_latin(folded) or folded in _foreign():
        return ()
    if listed := _listed().get(folded):
        return listed
    spelled = re.sub(r"(.)\1+", r"\1", folded).translate(_OTHER_LETTERS)
    found = []
    for core, _ in _cores(spelled, *_LATIN_NOUN, "a"):
        found.append((len(core), _listed().get(core, ())))
        found += [(len(core), _nouns().words[form]) for form in _spelled_so(core, _nouns())]
    for core, tense in _cores(spelled, *_LATIN_VERB):
        for form in _spelled_so(core, _verbs()):
            if not tense or form[0] in _PERSONS:
                found.append((len(core), _verbs().words[form]))
    return _of_longest(found)


@lru_cache(_REMEMBERED)
def candidates(word: str) -> tuple[str, ...]:
    """At most four Arabic spellings, folded, of an Arabizi word, most probable first.

    Each uncertain letter costs and the readings of least cost are kept: a vowel before two
    consonants is short, one before the last consonant more often long. The costs are set by hand.
    """
    spelled = re.sub(r"c(?=[eiy])", "s", re.sub(r"iy(?=[aeiou])", "y", fold(word)))
    if not _is_latin(spelled):
        return ()
    ways = [(0.0, "", spelled)]
    if article := _ARTICLE.match(spelled):
        ways = [(0.0, "ال", spelled[article.end() :]), (2.0, "", spelled)]
    found = [reading for way in ways for reading in _read(*way)]
    return tuple(dict.fromkeys(text for _, text in sorted(found)))[:_CANDIDATES]


def _is_latin(word: str) -> bool:
    return bool(re.fullmatch(rf"(?=.*[a-z])[a-z0-9]{{1,{_LONGEST}}}", word))


def _read(cost: float, head: str, rest: str) -> list[tuple[float, str]]:
    units = _UNIT.findall(re.sub(r"([^aeiou])\1+", r"\1", rest))
    kept = [(cost, head)] if units else []
    for place, unit in enumerate(units):
        if unit[0] in "aeiou":
            after = "".join("v" if u[0] in "aeiou" else "c" for u in units[place + 1 :])
            options = _vowel(unit, place == 0, after)
            if units[:place] == ["m"]:  # the prefix of participles and places
                options = {"": 0.0, **{said: more + 0.4 for said, more in options.items() if said}}
        elif unit == "2" and place + 1 < len(units):
            options = {_LONG_VOWELS.get(units[place + 1], "ا"): 0.0}  # its carrier, folded
        else:
            options = {letter: float(rank) for rank, letter in enumerate(READINGS[unit])}
        kept = sorted((c + more, text + said) for c, text in kept for said, more in options.items())
        kept = kept[:_KEPT]
    return kept


def _vowel(unit: str, first: bool, after: str) -> dict[str, float]:
    """The letters, with their costs, that a written vowel can be; ``after``: what follows, as a
    string of c and v."""
    long = _LONG_VOWELS[unit]
    if first:
        return {"ا": 0.0} if long == "ا" or unit == "e" else {f"ا{long}": 0.5, "ا": 0.5, long: 0.8}
    if not after:
        return {"a": {"ه": 0.0, "ا": 0.7}, "e": {"": 0.2, "ه": 0.4}}.get(unit, {long: 0.0})
    if unit == "e":
        return {"": 0.0, long: 1.2}
    if after.startswith("v"):
        return {long: 0.2, "": 0.6}
    if after.startswith("cc"):
        return {"": 0.1, long: 0.9}
    if after == "c":
        return {long: 0.1, "": 0.7}
    return {long: 0.3, "": 0.4}


def _cores(
    word: str, front: re.Pattern[str], back: re.Pattern[str], feminine: str = ""
) -> Iterator[tuple[str, bool]]:
    """What is left of ``word`` without what may stand before and after it, and whether a particle
    of tense stood before. Where an ending may have replaced the ``feminine`` one, it is put back.
    """
    for start in range(len(word)):
        before = front.fullmatch(word, 0, start)
        if not before:
            continue
        marks = before.groupdict()
        for end in range(start + 1, len(word) + 1):
            after = back.fullmatch(word, end)
            if not after or not _may_close(marks | after.groupdict(), word[:end]):
                continue
            ending = word[end:]
            shortest = 2 if word[:start].endswith("ال") else _SHORTEST
            if (start or ending) and end - start < shortest:
                continue
            yield word[start:end], bool(marks.get("tense"))
            if feminine and re.match("[اa]?[تt]", ending):
                yield word[start:end] + feminine, False


def _may_close(marks: Mapping[str, str | None], before: str) -> bool:
    """ش needs its ما, which may be a word by itself before a plural: «ما بغاوش»."""
    return not marks.get("close") or bool(marks.get("no")) or before[-1] in "وwou"


def _of_longest(found: list[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    longest = max((length for length, words in found if words), default=0)
    chosen = [words for length, words in found if length == longest]
    return tuple(dict.fromkeys(word for words in chosen for word in words))


def _spelled_so(core: str, lexicon: _Lexicon) -> Iterator[str]:
    """The forms of the lexicon that ``core`` can spell in Latin letters."""
    for skeleton in sorted(latin_skeletons(core)):
        for form in lexicon.forms.get(skeleton, ()):
            if _spelling(form).fullmatch(core):
                yield form


@cache
def _spelling(form: str) -> re.Pattern[str]:
    """How a folded form is written in Latin letters. The fewer its consonants, the more its vowels
    count: of four and more و and ي may go unwritten, of two hardly any others may be written."""
    consonants = len(re.sub(rf"[{_VOWELS}ءع]|ه$", "", form))
    few, many = consonants <= _FEW, consonants >= _MANY
    spellings = STRICT if few else SPELLINGS
    short = "[ae]?" if few or many else "(?:ou|[aeio])?"
    pattern = ""
    for place, letter in enumerate(form):
        following = form[place + 1 : place + 2]
        if letter == "ه" and not following:
            pattern += "[ae]h?"
        elif letter == "ي" and not place:
            pattern += "(?:i?y[aei]?|i)"
        else:
            pattern += spellings.get(letter, re.escape(letter))
        if many and letter in "ويع":
            pattern += "?"
        if letter not in _VOWELS and following and following not in _VOWELS:
            pattern += short
    return re.compile(pattern)


@cache
def _nouns() -> _Lexicon:
    return _lexicon(_entries(NOUNS))


@cache
def _verbs() -> _Lexicon:
    inflected: dict[str, tuple[str, ...]] = {}
    for listed, words in _parted(VERBS):
        past, slash, imperfect = listed.partition("/")
        for form in _inflected(past.split(), (imperfect if slash else past).split()):
            inflected[form] = tuple(dict.fromkeys(inflected.get(form, ()) + words))
    return _lexicon(inflected)


@cache
def _spoken() -> Mapping[str, Mapping[str, None]]:
    """Darija words by the stem of a standard one."""
    found: dict[str, dict[str, None]] = {}
    for table, endings in ((NOUNS, ("",)), (VERBS, ("", "و"))):
        for listed, words in _parted(table):
            for form in listed.partition("/")[0].split():
                for word in words:
                    said = dict.fromkeys(form + ending for ending in endings)
                    found.setdefault(stem(word), {}).update(said)
    return found


@cache
def _foreign() -> frozenset[str]:
    return frozenset(FOREIGN.split())


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    return _entries(LATIN)


def _inflected(past: list[str], imperfect: list[str]) -> Iterator[str]:
    """The forms of a verb and of its passive, third person singular given: past of all persons,
    imperfect with its person and without tense."""
    for base in past:
        yield from _past(base)
        if len(base) > 2 or base[-1] != "ا":
            yield from _past(f"ت{base}")
    for base in (*imperfect, *(f"ت{base}" for base in past)):
        yield from (person + base + end for person in "يتن" for end in ("", "و", "وا", "ي"))


def _past(base: str) -> Iterator[str]:
    yield base
    if base[-1] in "اي":  # مشا: مشات، مشاو، مشيت
        yield from (base[:-1] + end for end in ("ات", "او", "اوا", "يت", "ينا", "يتو", "يتي"))
        return
    yield from (base + end for end in ("و", "وا", "ات"))
    if len(base) == 2:  # شد: شديت
        yield from (base + end for end in ("يت", "ينا", "يتو", "يتي"))
    short = re.sub(r"ا(?=.$)", "", base)  # دار: درت
    yield from (form + end for form in (base, short) for end in ("ت", "نا", "تو", "تي"))


def _entries(table: str) -> dict[str, tuple[str, ...]]:
    """Folded form to folded standard words; a form of two entries has the words of both."""
    entries: dict[str, tuple[str, ...]] = {}
    for listed, words in _parted(table):
        for form in listed.split():
            entries[form] = tuple(dict.fromkeys(entries.get(form, ()) + words))
    return entries


def _parted(table: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in re.split(r"[|\n]", fold(table)):
        forms, _, words = entry.partition(":")
        if forms.strip():
            yield forms.strip(), tuple(words.split())


def _lexicon(words: Mapping[str, tuple[str, ...]]) -> _Lexicon:
    forms: dict[str, list[str]] = {}
    for form in words:
        for skeleton in arabic_skeletons(form):
            forms.setdefault(skeleton, []).append(form)
    return _Lexicon(words, {skeleton: tuple(held) for skeleton, held in forms.items()})
