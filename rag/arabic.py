"""The search form of a text: folded for matching, never shown, mapped back to the original.

Folding works character by character, so it is idempotent and every folded character knows the
code point it came from. Steps, in this order, for one code point:

1. compatibility decomposition (NFKD): presentation forms («ﻻ» to «لا»), full-width forms, NBSP;
   hamza carriers and accented Latin letters fall apart into a letter and a mark
2. marks (tashkeel, Quranic signs, hamza above and below, Latin accents), tatweel and format
   characters (zero-width, bidi controls, BOM) vanish
3. letters written in several ways become one: ى to ي, ة to ه, Persian and Maghrebi k, y, g, p, v
4. decimal digits of every script become 0-9; Latin letters lose their case
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

VERSION = "1"
"""Changes whenever the tokens of a text change; part of what an index was built with."""

_TATWEEL = "\u0640"
_LETTERS = str.maketrans(
    {
        "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا", "ک": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ڨ": "ق", "پ": "ب", "ڤ": "ف",
        "ڥ": "ف", "چ": "ج", "٫": ",", "٬": ".", "٪": "%", "’": "'", "ʼ": "'", "‘": "'",
        _TATWEEL: None,
    }
)  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


@cache
def _fold_char(char: str) -> str:
    kept = (
        c
        for c in unicodedata.normalize("NFKD", char)
        if unicodedata.category(c) not in ("Mn", "Me", "Cf")
    )
    folded = "".join(kept).translate(_LETTERS).casefold()
    # NFKD once more: casefolding can bring out a mark (Turkish dotted I).
    folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not _is_mark(c))
    return "".join(str(unicodedata.decimal(c, c)) for c in folded)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


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
    """``text`` as it is embedded: no tashkeel, tatweel or zero-width; letters as they are."""
    return "".join(map(_strip_char, text))


@cache
def _strip_char(char: str) -> str:
    if char == _TATWEEL or unicodedata.category(char) == "Cf":
        return ""
    if unicodedata.category(char) == "Mn" and (_ARABIC.match(char) or "\u08d0" <= char <= "\u08ff"):
        return ""
    if "\ufb50" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char)
    return " " if char == "\u00a0" else char


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
    return [_number_form(token) for token in _TOKEN.findall(fold(text))]


def _number_form(token: str) -> str:
    if not token[0].isdigit():
        return token
    if _THOUSANDS.fullmatch(token):
        return re.sub(r"[.,]", "", token)
    return token.replace(",", ".")


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    import Stemmer

    return Stemmer.Stemmer(language)


@cache
def stem(form: str) -> str:
    """The light stem of one folded word (Snowball Arabic; Latin words and numbers stay).

    Snowball leaves the conjunction on «والكتاب»: it and the particles before the article are
    taken off first.
    """
    if not _ARABIC.match(form):
        return form
    bare = re.sub(r"^(?:[وف]?[بك]?(?=ال..)|[وف]?لل(?=..))", "", form)
    return str(_stemmer("arabic").stemWord(bare))


def stems(text: str) -> list[str]:
    """The stems of the content words of ``text``, in order, function words left out."""
    return [stem(form) for form in forms(text) if form not in STOPWORDS]


def terms(text: str) -> list[str]:
    """The index terms of ``text``: stems, and 4-grams of the longer words marked with ``_``.

    Together they beat either alone on four Arabic question sets (eval/LOG.md).
    """
    found: list[str] = []
    for form in forms(text):
        if form in STOPWORDS:
            continue
        found.append(stem(form))
        found.extend(f"_{form[i : i + 4]}" for i in range(max(1, len(form) - 3)))
    return found


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
        "لي اللي كاين كاينة باش حيت ولا غير شي حنا ف ب ل",
        # French and English
        "le la les l de des du d un une et ou à au aux en dans par pour sur avec ce cette ces qui",
        "que qu quoi quel quelle quels quelles combien où quand comment pourquoi est sont été a ont",
        "the a an of in on at to for and or is are was were be been by with from this that these",
        "those what which who whom when where how why many much did does do has have had it its",
    )
)
"""Words that say nothing about what a text is about, in their search form."""
