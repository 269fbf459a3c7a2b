"""The search form of a text: folded for matching, never shown, mapped back to the original.

Folding works character by character, so it is idempotent and every folded character knows the
code point it came from. Steps, in this order, for one code point:

1. compatibility decomposition (NFKD): presentation forms («ﻻ» to «لا»), full-width forms, NBSP;
   hamza carriers and accented Latin letters fall apart into a letter and a mark
2. marks (tashkeel, Quranic signs, hamza above and below, Latin accents), tatweel and format
   characters (zero-width, bidi controls, BOM) vanish
3. Latin letters lose their case
4. letters written in several ways become one: ى to ي, ة to ه, Persian and Maghrebi k, y, g, p, v;
   œ to oe; decimal digits of every script become 0-9
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

_TATWEEL = "\u0640"
_LETTERS = str.maketrans(
    {
        "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا", "ک": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ڨ": "ق", "پ": "ب", "ڤ": "ف",
        "ڥ": "ف", "چ": "ج", "٪": "%", "’": "'", "ʼ": "'", "‘": "'", "œ": "oe", "æ": "ae",
        _TATWEEL: None,
    }
)  # fmt: skip
# 1,200 and 1.200.000,5 are grouped by thousands, 13,50 and 0.125 are decimals; 21.12.2021 and
# 1,2,3 are three numbers. «٬» only groups, «٫» and «،» only part decimals.
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<sign>[.,٬])\d{3}(?:(?P=sign)\d{3})*)"
    r"(?:(?!(?P=sign))[.,٫](?P<part>\d+))?"
)
_TOKEN = re.compile(
    rf"(?<!\d)(?<!\d[.,٫٬،])(?:{_GROUPED.pattern}|\d+[.,٫،]\d+)(?![.,٫٬،]?\d)|\d+|[^\W\d_]+"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLE = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(?=..)")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
# «على» (on), which has one search form with «علي» (Ali): to be looked for before folding.
ON = re.compile(r"(?<![^\W\d_])[وف]?على(?![^\W\d_])")
_REMEMBERED = 1 << 17  # words whose stems are kept


@cache
def _fold_char(char: str) -> str:
    # Decomposed once more: casefolding can bring out a mark (Turkish dotted I).
    folded = _letters(_letters(char).casefold()).translate(_LETTERS)
    return "".join(str(unicodedata.decimal(c, c)) for c in folded)


def _letters(text: str) -> str:
    """``text`` decomposed, without marks and format characters."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me", "Cf"))


def fold(text: str) -> str:
    """The search form of ``text``. Pure, total and idempotent."""
    return "".join(map(_fold_char, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A search form with its way back.

    ``origin[i]`` is the code point of the original that gave ``text[i]``; one more entry holds
    the length of the original.
    """

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of ``text[start:end]`` (non-empty), marks that follow included.

        Raises:
            ValueError: the span is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a folded text of {len(self.text)}")
        first, last = self.origin[start], self.origin[end - 1]
        after = self.origin[end]
        return first, after if after > last else last + 1

    def position(self, offset: int) -> int:
        """The first position of the search form that comes from ``offset`` or later."""
        return bisect_left(self.origin, offset, 0, len(self.text))


def fold_with_map(text: str) -> Folded:
    """The search form of ``text`` and, for each of its characters, where it comes from."""
    pieces: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        piece = _fold_char(char)
        pieces.append(piece)
        origin.extend([offset] * len(piece))
    origin.append(len(text))
    return Folded("".join(pieces), tuple(origin))


def strip_marks(text: str) -> str:
    """``text`` as it is embedded: no tashkeel, tatweel or zero-width; letters as they are, a
    hamza in one code point with its carrier."""
    return "".join(map(_strip_char, unicodedata.normalize("NFC", text)))


def plain(text: str) -> str:
    """``text`` as it is embedded: without marks, decimal digits of every script as 0-9."""
    return _OTHER_DIGIT.sub(lambda digit: str(int(digit.group())), strip_marks(text))


@cache
def _strip_char(char: str) -> str:
    category = unicodedata.category(char)
    if char == _TATWEEL or category == "Cf":
        return ""
    if category == "Mn" and (_ARABIC.match(char) or "\u0890" <= char <= "\u08ff"):
        return ""
    plain = unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufefc" else char
    if plain != char:  # a presentation form, perhaps of a mark
        return "".join(map(_strip_char, plain))
    return " " if category == "Zs" else char


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its search form, and ``text[start:end]`` where it stands."""

    form: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words and numbers of ``text`` in order; «14.500» has the form 14500, «2,3» 2.3."""
    folded = fold_with_map(text)
    return [
        Word(_number_form(match.group()), *folded.span(*match.span()))
        for match in _TOKEN.finditer(folded.text)
    ]


def forms(text: str) -> list[str]:
    """The search forms of the words of ``text``, in order."""
    return [_number_form(match.group()) for match in _TOKEN.finditer(fold(text))]


def _number_form(token: str) -> str:
    if token.isalnum():
        return token
    if grouped := _GROUPED.fullmatch(token):
        whole = grouped["whole"].replace(grouped["sign"], "")
        return f"{whole}.{grouped['part']}" if grouped["part"] else whole
    return re.sub(r"[,٫،]", ".", token)


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer(language)


def bare(form: str) -> str:
    """A folded word without the article and what stands before it: «كتاب» of «وبالكتاب»."""
    article = _ARTICLE.match(form)
    return form[article.end() :] if article else form


@lru_cache(_REMEMBERED)
def stem(form: str) -> str:
    """The light stem of one folded word (Snowball Arabic; Latin words and numbers stay).

    The article and what stands before it are taken off first, and the plural ات becomes a ه:
    Snowball leaves the conjunction on «والكتاب», and other endings on «اللجنة» and «المكتبات» than
    on «لجنة» and «مكتبات».
    """
    if not _ARABIC.match(form):
        return form
    return str(_stemmer("arabic").stemWord(re.sub(r"(?<=...)ات$", "ه", bare(form))))


def stems(text: str) -> list[str]:
    """The stems of the content words of ``text``, in order, function words left out."""
    return [stem(form) for form in forms(text) if form not in STOPWORDS]


def _folded_set(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


STOPWORDS = _folded_set(
    (
        # Arabic function words
        "في من إلى على عن مع هذا هذه ذلك تلك هؤلاء الذي التي الذين اللذين اللواتي هو هي هم هن",
        "أن إن أو و ثم قد لقد كان كانت يكون تكون كل بعض غير بين حتى إذا إذ لكن كما لا لم لن ما",
        "منها منه فيها فيه عليها عليه بها به لها له إليه إليها عنها عنه حيث خلال عند عندما بعد قبل",
        "أي أية يا أنه أنها إنه إنها التى وهو وهي وفي ومن وعلى وقد وأن كذلك أيضا ضمن لدى منذ",
        # question words
        "كم متى أين كيف لماذا ماذا هل ماهو ماهي لمن بماذا فيم",
        # Darija function and question words
        "شحال فين فاش علاش كيفاش شكون واش شنو شنا أش آش ديال ديالو ديالها دابا هاد هادي هداك",
        "لي اللي كاين كاينة باش حيت ولا غير شي حنا ف ب ل د",
        # French and English
        "le la les l de des du d un une et ou à au aux en dans par pour sur avec ce cette ces qui",
        "que qu quoi quel quelle quels quelles combien où quand comment pourquoi est sont été a",
        "ont il elle ils elles t s n y se ne pas",
        "the a an of in on at to for and or is are was were be been by with from this that these",
        "those what which who whom when where how why many much did does do has have had it its",
    )
)
"""Words that say nothing about what a text is about, in their search form."""
