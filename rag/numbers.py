"""Numbers as they are written: digits of any script, words, and mixtures of both.

«مليون و150 ألف», «1 150 000» and "1.15 million" have the same value, so an answer's numbers can
be looked for in its sources. «14.500» and «14,500» are read as thousands, as Moroccan, French
and English pages mostly mean them; «2,3» and «2.5» as decimals. Ordinals («الثالث», "troisième"),
signs and fractions other than halves and quarters of a scale word are not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from rag.arabic import Word, fold, words
from rag.number_words import (
    AND,
    BETWEEN,
    HUNDREDS,
    KNOWN,
    ONE,
    ONLY_AFTER,
    ORDINALS,
    PERCENT,
    TEN,
    TWENTY,
    Kind,
)

NO_DECIMAL = re.compile("[²³¹¼-¾⁰⁴-⁹₀-₉⅐-⅟↉①-⒛⓪㉑-㉟㊱-㋋㍘-㍰㍸㍹㎟-㎦㎨㎯㏠-㏾🄀-🄊]")
"""What folds to decimal digits and is none: «م²» is not two, «10½» not 101."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, and ``text[start:end]``, the words that say it."""

    value: float
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """The numbers of ``text`` in order. One alone in words («واحد», "un") is not counted: it is
    an article or a pronoun more often than a number."""
    found: list[Number] = []
    parts = _parts(NO_DECIMAL.sub("\0", text))
    index = 0
    while index < len(parts):
        reading = _Reading()
        past = scaled = index
        while past < len(parts) and (past == index or parts[past].follows):
            following = parts[past + 1] if past + 1 < len(parts) else None
            if not reading.take(parts[past], following):
                if reading.begins_another(parts[past]):
                    past = scaled  # «بين 10 آلاف و12 ألف»
                break
            past += 1
            if reading.group is None:
                scaled = past
        run = parts[index:past]
        if run and not (len(run) == 1 and run[0].kind != "digits" and run[0].value == 1):
            found.append(Number(reading.value, run[0].start, run[-1].end))
        index = max(past, index + 1)
    return found


def values(text: str) -> set[float]:
    """The values of the numbers of ``text``."""
    return {number.value for number in numbers(text)}


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a number.

    ``kind``: digits; an Arabic or a Latin word below a thousand; a scale (``value`` 1e3, 1e6...);
    a share of a scale («نصف مليون»). ``alone``: how often a scale counts without a number before
    it («ألفين» 2, «آلاف» 0). ``follows``: nothing else stands between it and the part before.
    ``linked``: an «and» does. ``definite``: it has the article.
    """

    kind: Kind | Literal["digits"]
    form: str
    value: float
    start: int
    end: int
    alone: int = 1
    follows: bool = False
    linked: bool = False
    definite: bool = False


class _Reading:
    """The number said by the parts taken so far: ``total`` of the scales, the ``group`` below."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.in_digits = False  # the group is
        self.scale = inf  # the last one
        self.closed = False

    @property
    def value(self) -> float:
        return self.total + (self.group or 0.0)

    def take(self, part: _Part, following: _Part | None) -> bool:
        """Go on with ``part`` if it belongs to the number. ``following``: what stands next."""
        if self.closed:
            # «مليون ونصف المليون»: the scale is said twice
            return part.kind == "scale" and part.definite and part.value == self.scale
        if part.kind == "scale":
            return self._take_scale(part)
        after = following if following and following.follows else None
        if part.form == ONE and after and after.form in TEN:
            part = replace(part, linked=True)
        before_scale = after is not None and after.kind == "scale"
        if part.kind == "share":
            return self._take_share(part, before_scale)
        if self.group is not None:
            return self._add(self.group, part)
        if self.total:
            # After a scale: «ألف ومئتين», "mille deux cents", "3 millions 200 mille".
            joined = part.linked or part.kind == "latin" or before_scale
            if not joined or part.value >= self.scale:
                return False
        elif part.form in ONLY_AFTER or (part.linked and part.definite):
            return False  # «الحادي والعشرين» is an ordinal
        self.group, self.in_digits = part.value, part.kind == "digits"
        return True

    def begins_another(self, scale: _Part) -> bool:
        """Whether what was taken behind the last scale belongs to this one: it is dropped then."""
        if self.closed or self.group is None or scale.kind != "scale" or scale.value != self.scale:
            return False
        self.group = None
        return True

    def _take_scale(self, part: _Part) -> bool:
        if self.group is None and 0 < self.total < part.value and not part.linked:
            self.total *= part.value  # «ألف مليون», "deux mille milliards"
        elif part.value >= self.scale or (part.definite and self.value > 1):
            return False
        elif self.group is not None:
            self.total += self.group * part.value
        elif part.alone and (not self.total or part.linked or part.form.isascii()):
            self.total += part.alone * part.value
        else:
            return False
        self.group, self.scale = None, part.value
        return True

    def _take_share(self, part: _Part, before_scale: bool) -> bool:
        if part.linked and self.group is None and self.total:
            self.total += part.value * self.scale  # «مليون ونصف»
            self.closed = True
        elif part.linked and self.group is not None and (before_scale or part.form == "demi"):
            self.group += part.value  # "two and a half million"
        elif not part.linked and self.value in (0, 1) and before_scale:
            self.group = part.value  # «نصف مليون», "un demi-million"
        else:
            return False
        return True

    def _add(self, group: float, part: _Part) -> bool:
        """A word (or digits after «و») into the group: «مائة» «و» «سبعة» «عشر»."""
        value, last = part.value, group % 100
        joined = part.linked or part.kind == "latin"
        if self.in_digits or (part.kind == "digits" and not part.linked):
            return False
        if part.form in HUNDREDS and 1 <= group <= 9 and not part.linked:
            self.group = group * 100
        elif part.form in TWENTY and last == 4 and not part.linked:
            self.group = group + 76  # quatre-vingts
        elif part.form in TEN and 1 <= last <= 9 and not part.linked:
            self.group = group + 10  # خمسة عشر
        elif (joined and group >= 100 and last == 0 and value < 100) or (
            part.kind == "arabic" and part.linked and 1 <= last <= 9 and 20 <= value <= 90
        ):
            self.group = group + value
        elif part.kind == "latin" and (
            (last >= 20 and last % 10 == 0 and value < 10)  # vingt et un
            or (last in (60, 80) and 10 <= value < 20)  # soixante-quinze
            or (last == 10 and 7 <= value <= 9)  # dix-sept
        ):
            self.group = group + value
        else:
            return False
        self.in_digits = part.kind == "digits"
        return True


def _parts(text: str) -> list[_Part]:
    """What can be part of a number, in order."""
    parts: list[_Part] = []
    tokens = words(text)
    index, follows, linked = 0, False, False
    while index < len(tokens):
        token, past = tokens[index], index + 1
        if index and follows:
            follows = _GAP.fullmatch(fold(text[tokens[index - 1].end : token.start])) is not None
        linked = linked and follows
        if follows and token.form in BETWEEN:
            linked = linked or token.form in AND
            index = past
            continue
        part: _Part | None = None
        if _NUMERAL.fullmatch(token.form):
            value, past = _digits(text, tokens, index)
            part = _Part(
                "digits", "", value, token.start, tokens[past - 1].end,
                follows=follows, linked=linked,
            )  # fmt: skip
        elif not index or not _means_another(tokens[index - 1].form, token.form):
            part = _word(token, follows, linked)
        if part:
            parts.append(part)
        follows, linked = part is not None, False
        index = past
    return parts


def _means_another(before: str, form: str) -> bool:
    """Whether ``form`` is no number after this word: "pour cent", «الثانية عشرة»."""
    if form == "cent":
        return before in PERCENT
    return form in TEN and re.sub(r"^(?:و?[بل]?ال|لل)", "", before) in ORDINALS


def _digits(text: str, tokens: Sequence[Word], index: int) -> tuple[float, int]:
    """The value that begins at a token of digits, groups of three after single spaces («1 150
    000») drawn together, and the index past it."""
    form, past = tokens[index].form, index + 1
    digits = form
    if re.fullmatch(r"[1-9]\d{0,2}", form):
        while past < len(tokens) and "." not in digits:
            gap = text[tokens[past - 1].end : tokens[past].start]
            if not _SPACE.fullmatch(gap) or not _GROUP.fullmatch(tokens[past].form):
                break
            digits += tokens[past].form
            past += 1
    return float(digits), past


def _word(token: Word, follows: bool, linked: bool) -> _Part | None:
    """A number word, with «و», «ب» or «ل» and the article in front of it or without."""
    form, definite = token.form, False
    if form not in KNOWN:
        match = _PREFIXED.fullmatch(form)
        if not match or not _may_be_prefixed(match):
            return None
        form, definite = match["word"], bool(match["article"])
        linked = linked or token.form[0] == "و"
    kind, value, alone = KNOWN[form]
    return _Part(kind, form, value, token.start, token.end, alone, follows, linked, definite)


def _may_be_prefixed(match: re.Match[str]) -> bool:
    """«والستين», «بخمسة», «لألف»; not «لست» (I am not), «الاثنين» (Monday), «بالمائة» (percent)."""
    word = match["word"]
    if not match["article"]:
        return not (word == "ست" and match["particle"] == "ل")
    kind, value, _ = KNOWN[word]
    return kind != "arabic" or 20 <= value <= 90 or (word.endswith("ه") and 3 <= value <= 10)


_PREFIXED = re.compile(
    r"و?(?P<particle>[بل]?)(?P<article>ال|(?<=ل)ل)?"
    rf"(?P<word>{'|'.join(word for word in KNOWN if not word.isascii())})"
)
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")  # «⓵» is a digit to Python, and no numeral
_GAP = re.compile(r"[\s\-‐]*")
_SPACE = re.compile(r"[^\S\r\n]")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
