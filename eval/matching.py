"""When two texts say the same: whether an answer holds a fact, exact match, token F1.

Independent of how the product writes and checks answers, but for how it reads numbers and folds
Arabic letters: a scorer that shared more would share the faults. No stemmer: a word has a small
set of *readings*, and two words are the same when they have one in common.

- a number is its value, whole, however it is written; after one, a percent sign or a length is a
  unit; ordinals of two words («الثانية عشرة», «الخامس والعشرين») are numbers too
- an Arabic word is itself; without و or ف, then ب, ك or ل, then the article, as long as two
  letters stay (of a form's word four: «بريش» there is not "with feathers"; a few, «وجدة», lose
  none); and each of these by its inflection: the accusative ا and possessives come off, ات is ة,
  ون and ان are ين.
  Not so what makes another word: a nisba, or one thing of two («إنذارين» is not «إنذار»)
- a Latin word is itself, without a final s
- between two words of a form articles and words for "of" may stand or be missing. "And" may not,
  apart or attached: «أحمد والبقالي» are two people. Any other word parts them
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.arabic import STOPWORDS, forms, strip_marks
from rag.numbers import numbers

_ARTICLE = re.compile(r"^ال(?=..)")
# «ال» alone stands before digits: «القرن الـ19»
_ARTICLES = frozenset(("ال", "a", "an", "the", "le", "la", "les", "l", "un", "une", "des"))
# "16th of September", «معلم ديال القرية», "El Bakkali"
_LINKS = _ARTICLES | frozenset("من ديال د de du d of s al el er th st nd rd".split())
# Folded, «على» is the name «علي»; it is made another word before.
_ON = re.compile(r"\b[وف]?على\b")
_ALI = frozenset(("علي", "وعلي"))
_FUNCTION = STOPWORDS | {"upon"}
_AND = frozenset(("و", "et", "and"))
_PERCENT = re.compile(
    r"[%٪]|\bp(?:our|er)\s+cent\b|\b(?:في\s+|ب)الم(?:ائ|اي|ئ|ي)[ةه]\b", re.IGNORECASE
)
_PERCENT_FIRST = re.compile(r"(?<!\d)(?<!\d\s)[%٪]\s?(\d+(?:[.,٫٬]\d+)*)")
_KILOMETRES = frozenset(
    "كم كلم كيلومتر كيلومترا كيلومترات km kilometre kilometer kilometres kilometers".split()
)
# Their first letter is no "and", "like" or "for".
_WHOLE = frozenset("وجده وزان وليد وطني كمال كندا كريم كبير كتاب لبنان ليون بلال بلاد بريد".split())
_SMALL = "حادي واحد ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split()
_ONES = {word: max(1, place) for place, word in enumerate(_SMALL)}
_TENS = {"عشر": 20, "ثلاث": 30, "أربع": 40, "خمس": 50, "ست": 60, "سبع": 70, "ثمان": 80, "تسع": 90}
_ORDINAL = re.compile(
    rf"\b(?P<and>و)?[فبكل]?(?:ال|(?<=ل)ل)?(?P<ones>{'|'.join(_SMALL)})ة?\s+"
    rf"(?:عشرة?|وال(?P<tens>{'|'.join(_TENS)})[وي]ن)\b"
)
_ONE_AND = re.compile(r"\bواحدا(?=\s+و)")
# Strictly, for facts; every one, for words in common (light10, Larkey et al. 2007, and more).
_INFLECTIONS = [
    (re.compile(ending), other)
    for ending, other in (
        (r"(?<=..)ا$", ""),
        (r"(?<=...)ات$", "ه"),
        (r"(?<=...)[وا]ن$", "ين"),
        (r"(?<=...)ت(?:ه|ها|هم|نا)$", "ه"),
        (r"(?<=...)(?:ه|ها|هم|نا)$", ""),
    )
]
_ENDINGS = re.compile(r"(?<=...)(?:ها|هم|هن|نا|ات|ين|ون|ان|يه|ه|ي|ا)$")
_BEFORE = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)")


@dataclass(frozen=True, slots=True)
class _Token:
    """The readings of a word: as the first of a form, and after another word of it, where "and"
    (``+``) tells words apart."""

    first: frozenset[str]
    inner: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    tokens: tuple[_Token, ...]
    readings: frozenset[str]
    """All that any token may be as the first of a form."""
    tells: bool
    """Whether any is more than a function word."""


def holds(text: str, form: str) -> bool:
    """Whether the words of ``form`` stand in ``text`` side by side, in their order."""
    wanted, inside = _read(form, 4), _read(text, 2)
    if not wanted.tells or wanted.tokens[0].first.isdisjoint(inside.readings):
        return False
    first, *rest = wanted.tokens
    return any(
        not first.first.isdisjoint(token.first)
        and all(
            not want.inner.isdisjoint(here.inner)
            for want, here in zip(rest, inside.tokens[place + 1 :], strict=False)
        )
        for place, token in enumerate(inside.tokens[: len(inside.tokens) - len(rest)])
    )


def tokens(text: str) -> tuple[str, ...]:
    """The content words of ``text`` without article and endings, as far as that is sure, each
    number as ``#value``: «112 ألفا و700», 112.700 and «١١٢٧٠٠» are one token."""
    return tuple(
        word if word[0] in "#%" else _ENDINGS.sub("", _BEFORE.sub("", word))
        for word, content in _words(text)
        if content
    )


def found_in(text: str, *others: str) -> list[bool]:
    """For each content word of ``text``, numbers aside: whether one of ``others`` has it in any
    inflection."""
    there = frozenset[str]().union(*map(_all_bases, others))
    said = [word for word, content in _words(text) if content and word[0] not in "#%"]
    return [not _bases(word).isdisjoint(there) for word in said]


def figures(text: str) -> set[float]:
    """The values of the numbers of ``text``, ordinals of two words among them."""
    return {number.value for number in numbers(_plain(text))}


@lru_cache(1 << 15)
def _read(text: str, least: int) -> _Text:
    """The tokens of ``text`` but for links. ``least``: the letters that must stay of a word."""
    found: list[_Token] = []
    linked = False
    for word, _ in _words(text):
        if word in _LINKS:
            continue
        if word in _AND:
            linked = True
            continue
        found.append(_number(word) if word[0] in "#%" else _token(word, linked, least))
        linked = False
    readings = frozenset[str]().union(*(token.first for token in found))
    return _Text(tuple(found), readings, any(content for _, content in _words(text)))


def _number(word: str) -> _Token:
    return _Token(frozenset((word,)), frozenset((word,)))


@lru_cache(1 << 16)
def _token(word: str, linked: bool, least: int) -> _Token:
    whole = _inflected(_unprefixed(word, least))
    rest = word[1:]
    joined: frozenset[str] = frozenset()
    if word[0] in "وف" and len(rest) >= least and word not in _WHOLE:
        joined = _inflected(_unprefixed(rest, least))
    joined_inner = frozenset(f"+{form}" for form in (whole if linked else joined))
    return _Token(whole | joined, joined_inner if linked else whole | joined_inner)


def _unprefixed(word: str, least: int) -> frozenset[str]:
    """``word``, without ب, ك or ل, and these without the article."""
    found = {word}
    if word[0] in "بكل" and len(word) > least and word not in _WHOLE:
        found.add(word[1:])
    if word.startswith("لل"):
        found.add(f"ال{word[2:]}")
    return frozenset(found | {_ARTICLE.sub("", form) for form in found})


def _inflected(heads: frozenset[str]) -> frozenset[str]:
    """``heads`` and what inflection makes of them."""
    found = set(heads)
    for word in heads:
        if word.isascii():
            found.add(re.sub(r"(?<=....)s$", "", word))
        for ending, other in _INFLECTIONS:
            found.add(ending.sub(other, word))
    return frozenset(found)


@lru_cache(1 << 14)
def _all_bases(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(_bases(word) for word, _ in _words(text)))


@lru_cache(1 << 16)
def _bases(word: str) -> frozenset[str]:
    """The readings of a word without any ending, a nisba's included."""
    return frozenset(_ENDINGS.sub("", form) for form in _token(word, False, 3).first)


def _plain(text: str) -> str:
    """``text`` without marks, its percents in one word and what ``rag.numbers`` misreads in
    digits."""

    def digits(match: re.Match[str]) -> str:
        tens = _TENS[match["tens"]] if match["tens"] else 10
        return f" {match['and'] or ''} {tens + _ONES[match['ones']]} "

    text = _ON.sub(" upon ", strip_marks(text))
    text = _PERCENT.sub(" percent ", _PERCENT_FIRST.sub(r"\1 % ", text))
    return _ORDINAL.sub(digits, _ONE_AND.sub("واحد", text))


@lru_cache(1 << 14)
def _words(text: str) -> tuple[tuple[str, bool], ...]:
    """The words of ``text`` in their search form, numbers and units in one, and whether each says
    something about a matter."""
    text = _plain(text)
    found: list[tuple[str, bool]] = []
    done = 0
    for number in numbers(text):
        found += _between(text[done : number.start], after_number=done > 0)
        found.append((f"#{number.value:.12g}", True))
        done = number.end
    return (*found, *_between(text[done:], after_number=done > 0))


def _between(text: str, after_number: bool) -> Iterator[tuple[str, bool]]:
    for word in forms(text):
        if word == "percent" or (after_number and word in _KILOMETRES):
            yield "%" if word == "percent" else "%km", True
        else:
            yield word, word in _ALI or (word not in _FUNCTION and word not in _LINKS)
        after_number = False


def normal(text: str) -> list[str]:
    """The words that exact match and F1 compare (Rajpurkar et al. 2016, normalize_answer, for
    Arabic): folded (marks, hamza, ة/ه, ى/ي, case, digits of every script), without punctuation,
    and without articles: a, an, the; le, la, les, l', un, une, des; «ال» at the head of a word.
    MLQA's script instead deletes «ال» wherever it stands, in «سؤال» too."""
    return [_ARTICLE.sub("", form) for form in forms(text) if form not in _ARTICLES]


def exact_match(text: str, gold: str) -> float:
    """1 when both have the same normal words (Rajpurkar et al. 2016)."""
    return float(normal(text) == normal(gold))


def token_f1(text: str, gold: str) -> float:
    """2PR ÷ (P + R) over the bags of normal words (Rajpurkar et al. 2016); of two texts without
    any, 1."""
    said, wanted = normal(text), normal(gold)
    if not said or not wanted:
        return float(said == wanted)
    common = sum((Counter(said) & Counter(wanted)).values())
    if not common:
        return 0.0
    precision, recall = common / len(said), common / len(wanted)
    return 2 * precision * recall / (precision + recall)
