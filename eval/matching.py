"""When two texts say the same: words, numbers and dates, and whether an answer holds a fact.

Independent of how the product writes and checks answers, but for how it reads numbers and folds
Arabic letters: a scorer that shared more would share the faults. No stemmer: a word has a small
set of *readings*, and two words are the same when they have one in common.

- a number is its value, whole, however it is written; after one, a percent sign or a length is a
  unit; ordinals of two words («الثانية عشرة», «الخامس والعشرين») are numbers too
- a date is day, month, year, however it is written: «28/01/2024» (day first), 2024-01-28 and
  "January 28, 2024" are «28 يناير 2024»; a month is one word by all its names. «28/01» is no date
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
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.arabic import STOPWORDS, fold, fold_with_map, forms, strip_marks
from rag.dates import MONTH_OF
from rag.numbers import numbers

ARTICLE = re.compile(r"^ال(?=..)")
# «ال» alone stands before digits: «القرن الـ19»
ARTICLES = frozenset(("ال", "a", "an", "the", "le", "la", "les", "l", "un", "une", "des"))
# "16th of September", «معلم ديال القرية», "El Bakkali"
_LINKS = ARTICLES | frozenset("من ديال د de du d of s al el er th st nd rd".split())
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
MONTHS = {number: name for name, number in reversed(MONTH_OF.items())}
"""What each month is called here, in its search form."""
# Only before a year: "sept" is 7, «أب» a father.
_SHORT = frozenset(
    fold("janv jan févr fév feb mar avr apr jun juil jul aug sept sep oct nov déc dec آب").split()
)
_PAIR = re.compile("|".join(name.replace("او", "[اأ]و") for name in MONTH_OF if " " in name))
_ANY = rf"(?:{'|'.join(sorted(MONTH_OF, key=len, reverse=True))})\b\.?"
_TH, _YEAR = r"(?:er|st|nd|rd|th)?\b", r"(?:19|20)\d\d(?![.,/-]?\d)"
_DATE = re.compile(
    rf"(?<!\d)(?<!\d[.,٫٬])(?:"
    rf"(?P<d1>\d{{1,2}}|فاتح|premier){_TH}\s+(?:(?:من|of|de)\s+)?(?:شهر\s+)?(?P<m1>{_ANY})"
    rf"(?:(?:\s*[/(]\s*{_ANY}\)?)?[,،]?\s+(?:من\s+)?(?:(?:سنه|عام|of|de)\s+)?(?P<y1>{_YEAR}))?"
    r"|\b(?P<m2>jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
    rf"\s+(?P<d2>\d{{1,2}}){_TH}(?![.,٫٬:/-]\d)(?:,?\s+(?P<y2>{_YEAR}))?"
    r"|(?P<y3>(?:19|20)\d\d)(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?![.,/-]?\d)"
    rf"|(?P<d4>\d{{1,2}})(?P<s4>[-/.])(?P<m4>\d{{1,2}})(?P=s4)(?P<y4>{_YEAR}))"
)
# Strictly, for facts; every one, for words in common (light10, Larkey et al. 2007, and more).
_INFLECTIONS = [
    (re.compile(ending), other)
    for ending, other in (
        (r"(?<=..)ا$", ""), (r"(?<=...)ات$", "ه"), (r"(?<=...)[وا]ن$", "ين"),
        (r"(?<=...)ت(?:ه|ها|هم|نا)$", "ه"), (r"(?<=...)(?:ه|ها|هم|نا)$", ""),
    )
]  # fmt: skip
ENDINGS = re.compile(r"(?<=...)(?:ها|هم|هن|نا|ات|ين|ون|ان|يه|ه|ي|ا)$")
_BEFORE = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)")

Day = tuple[int | None, int, int]
"""Year, month, day; the year None where it is not said."""


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
        word if word[0] in "#%" else ENDINGS.sub("", _BEFORE.sub("", word))
        for word, content in linked_words(text)
        if content
    )


def figures(text: str) -> set[float]:
    """The values of the numbers of ``text``; of a date they are the day and the year."""
    return {number.value for number in numbers(_plain(text))}


def dates(text: str) -> set[Day]:
    """The days that ``text`` names by their date."""
    return {day for *_, day in _dated(_digits(text))}


@lru_cache(1 << 15)
def _read(text: str, least: int) -> _Text:
    """The tokens of ``text`` but for links. ``least``: the letters that must stay of a word."""
    found: list[_Token] = []
    linked = False
    for word, _ in linked_words(text):
        if word in _LINKS:
            continue
        if word in _AND:
            linked = True
            continue
        found.append(token(word, linked, least))
        linked = False
    readings = frozenset[str]().union(*(token.first for token in found))
    return _Text(tuple(found), readings, any(content for _, content in linked_words(text)))


@lru_cache(1 << 16)
def token(word: str, linked: bool, least: int) -> _Token:
    """The readings of a word in its search form, which keeps ``least`` letters; ``linked``: «و»
    stands before it."""
    if word[0] in "#%":
        return _Token(frozenset((word,)), frozenset((word,)))
    whole = _inflected(_unprefixed(word, least))
    apart = word[0] in "وف" and len(word) > least and word not in _WHOLE
    joined = _inflected(_unprefixed(word[1:], least)) if apart else frozenset[str]()
    joined_inner = frozenset(f"+{form}" for form in (whole if linked else joined))
    return _Token(whole | joined, joined_inner if linked else whole | joined_inner)


def _unprefixed(word: str, least: int) -> frozenset[str]:
    """``word``, without ب, ك or ل, and these without the article."""
    found = {word}
    if word[0] in "بكل" and len(word) > least and word not in _WHOLE:
        found.add(word[1:])
    if word.startswith("لل"):
        found.add(f"ال{word[2:]}")
    return frozenset(found | {ARTICLE.sub("", form) for form in found})


def _inflected(heads: frozenset[str]) -> frozenset[str]:
    """``heads`` and what inflection makes of them."""
    found = set(heads)
    found |= {f"#m{MONTH_OF[word]}" for word in heads if word in MONTH_OF and word not in _SHORT}
    for word in heads:
        if word.isascii():
            found.add(re.sub(r"(?<=....)s$", "", word))
        for ending, other in _INFLECTIONS:
            found.add(ending.sub(other, word))
    return frozenset(found)


def _plain(text: str) -> str:
    """``_digits(text)`` with all dates written alike."""
    text, found, done = _digits(text), "", 0
    for start, end, (year, month, day) in _dated(text):
        found += f"{text[done:start]} {day} {MONTHS[month]} {year or ''} "
        done = end
    return found + text[done:]


def _dated(text: str) -> Iterator[tuple[int, int, Day]]:
    """Where dates stand in ``text``, and which."""
    folded = fold_with_map(text)
    for match in _DATE.finditer(folded.text):
        start, end = folded.span(*match.span())
        said = {key[0]: part for key, part in match.groupdict().items() if part}
        year = int(said["y"]) if "y" in said else None
        name = said["m"].removesuffix(".")
        day = int(said["d"]) if said["d"].isdecimal() else 1
        month = MONTH_OF.get(name) or int(name)
        if month > 12:  # 12/28/2024
            day, month = month, day
        real = 0 < month < 13 and 0 < day <= monthrange(year or 2000, month)[1]
        verb = re.search(r"\bma(?:y|rch)\b", text[start:end])  # "of the 12 may go"
        if real and not verb and (year or name not in _SHORT):
            yield start, end, (year, month, day)


def _digits(text: str) -> str:
    """``text`` without marks, its percents in one word and what ``rag.numbers`` misreads in
    digits."""

    def digits(match: re.Match[str]) -> str:
        tens = _TENS[match["tens"]] if match["tens"] else 10
        return f" {match['and'] or ''} {tens + _ONES[match['ones']]} "

    text = _ON.sub(" upon ", strip_marks(text))
    text = _PAIR.sub(lambda pair: MONTHS[MONTH_OF[fold(pair[0])]], text)
    text = _PERCENT.sub(" percent ", _PERCENT_FIRST.sub(r"\1 % ", text))
    return _ORDINAL.sub(digits, _ONE_AND.sub("واحد", text))


@lru_cache(1 << 14)
def linked_words(text: str) -> tuple[tuple[str, bool], ...]:
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
