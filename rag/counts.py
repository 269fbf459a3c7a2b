"""What a question counts, and the numbers of a text that count the same thing.

«كم عدد زوار المعرض؟» counts زوار; in «112 ألفا و700 زائر خلال خمسة أيام» only the first number
does. Words are compared by their consonants, so that a broken plural meets its singular, across
scripts by the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from rag.arabic import STOPWORDS, Word, fold, words
from rag.darija import ASKING, arabizi_forms
from rag.glossary import latin_for, synonyms
from rag.latin import latin_stems
from rag.meaning import in_arabic
from rag.numbers import Number, numbers, values
from rag.question import FUNCTION_WORDS, Question
from rag.things import MEASURES, thing
from rag.translit import arabic_skeletons

_BEHIND = 30  # characters in which «في المائة» stands, vowelled at most
_NEAR = 3  # words behind a number
_BEFORE = 5  # words looked at in front of a number: «عدد زوار المعرض هذه السنة 112 ألفا»


def _folded(names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names.split())


_NUMBER_OF = _folded("عدد nombre number")
_ASKS = _NUMBER_OF | _folded("كم بكم شحال بشحال combien chhal ch7al bchhal bch7al many much")
_BETWEEN = _folded("بلغ بلغت وصل يبلغ تبلغ ناهز مجموع هو هي كان كانت كانو كانوا الإجمالي men")
# Who is named by what was done; an arrest makes nobody a policeman.
_DOERS = frozenset(
    "visitor participant volunteer beneficiary candidate spectator dead injured passenger "
    "worker".split()
)
_NO_NOUNS = _BETWEEN | _ASKS | STOPWORDS | ASKING
_OF = frozenset(("de", "d", "of"))
_PARTS = re.compile(r"[)\]،,؛;:.!؟?%]|\n")  # a number from a noun behind it
_OF_THEM = re.compile(r"\b(?:منها|منهم|منهن|سوي|الا|dont|of which|of whom|of them|only)\b")
_SOME = re.compile(
    r"\b[وفب]?(?:واحد\w?|مره|مرتين|مرتان|\w{3,}(?:ين|ان)|احدي?|وحيده?|لا|لم|لن|ليس\w*|بدون|دون|عده|بعض|عشرات|مئات|الاف|ملايين|والو|بلا|كل"
    r"|un|une|seule?|aucune?|plusieurs|dizaines?|centaines?|milliers?|one|single|no|none|several"
    r"|dozens?|hundreds?|thousands?|both|deux|two|twice|once|an?)\b"
)
_PERCENT = re.compile(r"\s*(?:%|(?:في|ف|ب) ?(?:ال)?(?:مايه|ميه)\b|(?:pour|per) ?cent\b)")


def counted(question: str) -> str:
    """The folded noun whose number is asked for, or "" if none is."""
    found = arabizi_forms(question)
    for place, form in enumerate(found):
        if form.removeprefix("و") in _ASKS:
            for noun in found[place + 1 :]:
                if noun not in _NO_NOUNS:
                    return noun
    return ""


def counted_nouns(question: Question) -> tuple[str, ...]:
    """``counted`` and the Arabic for it; and where persons are counted, what those are who did it:
    «شحال ديال الناس زارو المعرض؟» counts visitors too. () if nothing is counted."""
    noun = counted(question.text)
    if not noun:
        return ()
    nouns = (noun, *in_arabic(noun, question.language))
    if "person" not in map(thing, nouns):
        return nouns
    found = arabizi_forms(question.text)
    no_verbs = _NO_NOUNS | FUNCTION_WORDS.get(question.language, frozenset())
    did = next((form for form in found[found.index(noun) + 1 :] if form not in no_verbs), "")
    said = (did, *in_arabic(did, question.language)) if did else ()
    doers = (doer for word in said for doer in (word, *synonyms(word)))
    doer = "" if thing(did) else next((word for word in doers if thing(word) in _DOERS), "")
    return (*nouns, doer) if doer else nouns


def counting(noun: str, text: str) -> set[float]:
    """The values of the numbers of ``text`` that count ``noun`` (a folded word): it follows the
    number at once («112 ألف زائر»), or stands before it behind «عدد» («عدد الزوار 112 ألفا»)."""
    if not noun:
        return set()
    placed = words(text)
    found = set()
    for number in numbers(text):
        after = _after(number, text, placed)
        before = [word for word in placed if word.end <= number.start][-_BEFORE:]
        if after and _same(noun, after.form):
            found.add(number.value)
        elif any(
            first.form in _NUMBER_OF and _same(noun, second.form)
            for first, second in pairwise(before)
        ):
            found.add(number.value)
    return found


def may_count(noun: str, text: str) -> set[float]:
    """Those, and the values of numbers with ``noun`` among the three words behind them: of «2.300
    books in Braille and 5.000 audio books» both may be asked for; and behind one that counts it
    those without a noun: "118 poems, of which 73 survive"."""
    placed, found = words(text), numbers(text)
    ends = [*(number.start for number in found), len(text)][1:]
    sure = counting(noun, text)
    near, bare = set(), set()
    last = None  # where the number before ends, if it surely counts it
    for number, end in zip(found, ends, strict=False):
        behind = [word.form for word in placed if number.end <= word.start < end]
        if any(_same(noun, form) for form in behind[:_NEAR]):
            near.add(number.value)
        if last is not None and _OF_THEM.search(fold(text[last : number.start])):
            bare.add(number.value)
        last = number.end if number.value in sure else None
    return sure | near | bare


def may_count_any(question: Question, text: str) -> bool:
    """Whether ``text`` has a number that ``question`` has not, a word for one, none or some
    («واحد», «لا», "several"), or what may be a dual: «طفلان»."""
    return bool(values(text) - values(question.text) or _SOME.search(fold(text)))


def measured(text: str) -> dict[str, set[float]]:
    """What the numbers of ``text`` measure, as ``rag.things.thing`` names it (a weight in tons, an
    amount of dirhams, "percent"), and their values."""
    placed = words(text)
    found: dict[str, set[float]] = {}
    for number in numbers(text):
        after = _after(number, text, placed)
        percent = _PERCENT.match(fold(text[number.end : number.end + _BEHIND]))
        unit = "percent" if percent else after and thing(after.form)
        if unit in MEASURES:
            found.setdefault(unit, set()).add(number.value)
    return found


def measures(text: str, units: Set[str]) -> bool:
    """Whether a number of ``text`` counts one of ``units``, things as ``rag.things`` names them."""
    placed = words(text)
    nouns = (_after(number, text, placed) for number in numbers(text))
    return any(thing(noun.form) in units for noun in nouns if noun)


def _after(number: Number, text: str, placed: Sequence[Word]) -> Word | None:
    """The word behind a number: in "1,15 million de nuitées" the noun; in «(1874 – 1941) شاعر»
    there is none."""
    behind = (word for word in placed if word.start >= number.end and word.form not in _OF)
    noun = next(behind, None)
    return None if noun and _PARTS.search(text[number.end : noun.start]) else noun


def _same(noun: str, form: str) -> bool:
    if noun == form or (thing(noun) and thing(noun) == thing(form)):
        return True
    if noun.isascii() != form.isascii():
        latin, arabic = (noun, form) if noun.isascii() else (form, noun)
        meant = (latin_stems(word) for word in latin_for(arabic))
        return any(not set(stems).isdisjoint(latin_stems(latin)) for stems in meant)
    shared = arabic_skeletons(_singular(noun)) & arabic_skeletons(_singular(form))
    return any(len(skeleton) > 1 for skeleton in shared)


def _singular(form: str) -> str:
    """Without the ending of a sound plural: «عارضين», «عارضي», «عارضا»."""
    return re.sub(r"(?<=...)(?:ين|ون|ات|ي|ا)$", "", form)
