"""A list of phrases to be found in a folded text, fast: most words begin none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.arabic import fold

# "lbare7" is a word, «دجنبر2021» a word and a number.
_WORD = re.compile(r"[a-z]+(?:[2-9](?!\d)[a-z]*)+|[^\W\d_]+")
_NEXT_WORD = re.compile(rf"[\s'-]+(?:{_WORD.pattern})")
_JOINT = re.compile(r"[\s'-]+")
_PREFIXES = ["", *"وبفلك", *("و" + particle for particle in "بفلك")]


@dataclass(frozen=True, slots=True)
class Found:
    """``folded[start:end]`` is ``phrase``; «و», «ب», «ف», «ل», «ك» may stand before ``start``."""

    phrase: str
    start: int
    end: int


class Lexicon:
    """Phrases in their search form. Their words may be apart by spaces, hyphens, apostrophes."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = {plain(fold(phrase)) for phrase in phrases}
        # First word, with what may be attached to it: letters attached, words of the longest.
        self._heads: dict[str, tuple[int, int]] = {}
        for prefix in _PREFIXES:
            for phrase in self._phrases:
                head, *rest = phrase.split()
                if prefix and head.isascii():
                    continue
                attached, longest = self._heads.get(prefix + head, (len(prefix), 0))
                self._heads[prefix + head] = attached, max(longest, 1 + len(rest))

    def find(self, folded: str) -> Iterator[Found]:
        """Where the phrases stand, the longest at each place, in order, without overlap."""
        past = 0
        for word in _WORD.finditer(folded):
            head = self._heads.get(word.group())
            if not head or word.start() < past:
                continue
            attached, longest = head
            start, ends = word.start() + attached, [word.end()]
            while len(ends) < longest and (following := _NEXT_WORD.match(folded, ends[-1])):
                ends.append(following.end())
            for end in reversed(ends):
                phrase = plain(folded[start:end])
                if phrase in self._phrases:
                    past = end
                    yield Found(phrase, start, end)
                    break


def plain(phrase: str) -> str:
    """A phrase with one space between its words."""
    return _JOINT.sub(" ", phrase)
