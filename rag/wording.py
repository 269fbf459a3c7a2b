"""The words of a text as they are held against those of its copies.

However a text is written, its copies have the same words: numbers by value, months by number,
no punctuation, no marks, no word that editors put in and take out («وذلك», «وأكد»).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.arabic import fold
from rag.dates import MONTH_OF
from rag.numbers import numbers
from rag.sentences import sentences

_REMEMBERED = 1 << 10  # texts; a question has about a hundred
_SENTENCE = 4  # words; fewer are an item of a list, a name perhaps
_AND_A_WORD = 4  # letters: «وقررت» is «و» and a word, «وجدة» is not
_EXACT = 2.0**53  # below it a float holds every whole number


def _forms(names: str) -> frozenset[str]:
    return frozenset(fold(names).split())


# No negation, no preposition, no «قد» (it may make a «perhaps»): they change what is said.
_SAY_NOTHING = _forms(
    "لقد كما أيضا كذلك ذلك هذا هذه أن إن أنه أنها حيث إذ فيما يوم ثم "
    "قال قالت أكد أكدت أوضح أوضحت أضاف أضافت أفاد أفادت صرح صرحت أشار أشارت أبرز أبرزت"
)
_SAY_NOTHING |= {f"و{word}" for word in _SAY_NOTHING}
_SAY_NOTHING |= _forms("و le la les de du des et que the of and that")
DAYS = _forms("أمس اليوم غدا غد البارحة لبارح hier demain yesterday today tomorrow")
"""Words for a day, counted from the day of the text, in their search form."""
_TIMES = DAYS | _forms(
    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الماضي الماضية الجاري الجارية الحالي "
    "الحالية المقبل المقبلة القادم القادمة المنصرم المنصرمة الفارط الفارطة "
    "aujourd lundi mardi mercredi jeudi vendredi samedi dimanche dernier dernière prochain "
    "prochaine monday tuesday wednesday thursday friday saturday sunday last next"
)
_RELATIVE = re.compile(
    rf"\b(?:{'|'.join(sorted(_TIMES))})\b|\b(?:هذا|هذه|هاد|ce|cet|cette|this) (?:ال)?(?:سنه|عام"
    r"|شهر|اسبوع|مساء|صباح|موسم|annee|mois|semaine|year|month|week|morning|evening)\b"
)
_PERCENT = re.compile(r"(?:في\s+ال|بال)م(?:اي|ي)ه\b|\b(?:pour|per)\s*cent\b")
_WORD = re.compile(r"[^\W\d_]+|[%$€£]|(?<=[a-z])[+#]+")
_BELOW_ZERO = re.compile(r"[\s(]?[-−]")
_DATELINE = re.compile(r"[^\d\n–—]{1,40}?\s[-–—]\s")
_CREDIT = re.compile(
    r"(?:[.!?؟»”\"]\s*\([^()\d\n]{1,40}\)|\n\s*(?:المصدر|source)\s*:[^\d\n]{1,40})[\s.]*\Z"
)
_CLOSING = " \t\r\n»”\"'’)]"
_STOPS = (".", "!", "?", "؟", "؛")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says: its ``words``, numbers as ``#97000.0``, months as ``@5``.

    ``figures``: its numbers. ``opens[i]``: a sentence begins at word ``i``. ``dateline``,
    ``credit``: how many words it begins and ends with that only name where it was written and by
    whom («الرباط – », «(و م ع)»).
    ``relative``: it says when by the day it was written. ``finished``: it ends with a stop, so
    that nothing is cut off.
    """

    words: tuple[str, ...]
    figures: frozenset[str]
    opens: tuple[bool, ...]
    dateline: int
    credit: int
    relative: bool
    finished: bool

    def is_label(self, start: int, end: int) -> bool:
        """Whether ``words[start:end]`` is the dateline or the credit."""
        size = len(self.words)
        return (start, end) in ((0, self.dateline), (size - self.credit, size))

    def are_sentences(self, start: int, end: int) -> bool:
        """Whether ``words[start:end]``, or the same words read a little to the left or the
        right, are whole sentences."""
        words, size, length = self.words, len(self.words), end - start
        while start and words[start - 1] == words[start - 1 + length]:
            start -= 1
        while not (self.opens[start] and (start + length == size or self.opens[start + length])):
            if start + length == size or words[start] != words[start + length]:
                return False
            start += 1
        return length >= _SENTENCE


@lru_cache(_REMEMBERED)
def wording(text: str) -> Wording:
    """The words of ``text`` that say something."""
    folded = _PERCENT.sub("%", fold(text))
    starts = [start for start, _ in sentences(folded)]
    words: list[str] = []
    places: list[int] = []
    opens: list[bool] = []
    for start, form in _placed(folded):
        if form not in _SAY_NOTHING:
            word = form[1:] if form[0] == "و" and len(form) > _AND_A_WORD else form
            words.append(f"@{MONTH_OF[word]}" if word in MONTH_OF else word)
            before = places[-1] if places else -1
            opens.append(bisect_right(starts, start) > bisect_right(starts, before))
            places.append(start)
    dateline, credit = _DATELINE.match(folded), _CREDIT.search(folded)
    ending = folded.rstrip(_CLOSING)
    return Wording(
        tuple(words),
        frozenset(word for word in words if word[0] == "#"),
        tuple(opens),
        dateline=bisect_left(places, dateline.end()) if dateline else 0,
        credit=len(words) - bisect_left(places, credit.start()) if credit else 0,
        relative=_RELATIVE.search(folded) is not None,
        finished=ending.endswith(_STOPS) and not ending.endswith(".."),
    )


def _placed(folded: str) -> Iterator[tuple[int, str]]:
    """The words, signs and numbers of a folded text, with where they begin."""
    done = 0
    for number in numbers(folded):
        for match in _WORD.finditer(folded, done, number.start):
            yield match.start(), match.group()
        start, exact = number.start, number.value < _EXACT
        sign = "-" if _BELOW_ZERO.fullmatch(folded, max(0, start - 2), start) else ""
        yield start, f"#{sign}{number.value if exact else folded[start : number.end]}"
        done = number.end
    for match in _WORD.finditer(folded, done):
        yield match.start(), match.group()
