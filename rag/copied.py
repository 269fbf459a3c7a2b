"""Where what a language model copied from the evidence stands there.

A small model that is asked for the shortest phrase of the excerpts mostly gives the right one, with
an article or a spelling changed, an item of a list left out, or a number written in another way.
What is shown is not its own spelling: each piece is looked for in the sentences, and the words that
stand there are the answer; in another script, where each word is a name or stands in the glossary,
its own. What stands nowhere is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from rag.arabic import STOPWORDS, Word, bare, fold, words
from rag.counts import counted_nouns, may_count
from rag.darija import ASKING
from rag.definitions import asks_what_is, defined, is_echo
from rag.evidence import Evidence
from rag.glossary import latin_for
from rag.latin import latin_stems
from rag.number_words import ORDINALS, TEN
from rag.numbers import numbers, values
from rag.people import asks_who, office
from rag.polarity import is_negator
from rag.prompt import NONE
from rag.question import Question
from rag.relevance import asks_whether
from rag.restated import how_meant
from rag.statement import Item, keys
from rag.things import thing
from rag.translit import named_in
from rag.units import unit_terms

_PIECE = re.compile(r"[،؛;\n]+|[,:](?!\d)|(?:^|\s)[-–•*]\s")
_LEAST_LEFT = 2  # words of a phrase whose first one is the model's own
_GAP = 1  # words of the sentence between two of a phrase
_MOST_BESIDE = 2  # words beside a number that need not stand there
_ATTACHED = "وفبكل"
_ALI = "علي"  # folded it is «على»
_CLOSES = {")": "(", "»": "«", "”": "“"}
_BETWEEN = re.compile(r"(?<!\w)(?:ما )?(?:بين|entre|between)\s+\Z", re.IGNORECASE)
_AND = re.compile(r"\s*(?:%|في المائة|في المئة)?\s+(?:و\s?|إلى\s|et\s|and\s)")
_PERCENT = re.compile(r"\s?[%٪]")
_DIGITS_BEFORE, _DIGITS_BEHIND = re.compile(r"\d[:.,/]\Z"), re.compile(r"[:.,/]\d")
_MARKS = re.compile(r"\A[\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
_OF = frozenset(("de", "d", "of"))
_HUNDRED = frozenset(map(fold, ("المائة", "المئة", "مائة", "المية")))


@dataclass(frozen=True, slots=True)
class Copied:
    """``source.text[start:end]``, code points, not empty; ``said``: as the model wrote it."""

    source: Evidence
    start: int
    end: int
    said: str

    @property
    def text(self) -> str:
        """The words of the source."""
        return self.source.text[self.start : self.end]


def copied(phrase: str, evidence: Sequence[Evidence], question: Question) -> list[Copied]:
    """What of ``phrase`` stands in ``evidence`` (best first), in the order of the phrase: as a
    whole, or piece by piece, as commas and lines part it. Where a number stands in several places,
    the one that counts what the question counts."""
    if phrase.strip().startswith(NONE):
        return []
    # A headline says less exactly what the article does.
    evidence = sorted(evidence, key=lambda item: item.text == item.passage.title.strip())
    whole = _found(phrase, evidence, question)
    if whole:
        return [whole]
    pieces = (_found(one, evidence, question) for one in _PIECE.split(phrase) if one.strip())
    places = {(piece.source, piece.start, piece.end): piece for piece in pieces if piece}
    return list(places.values())


def told(question: Question, evidence: Sequence[Evidence]) -> list[Copied]:
    """What the first of ``evidence`` that does so says a person is whose name a question is; []
    where the question asks something else, or who holds an office, or none does."""
    text = question.text
    if not asks_what_is(text) or not asks_who(text) or office(text):
        return []
    name = [word for word in _telling(text) if word.form not in ASKING]
    spans = ((item, _span(name, item.text)) for item in evidence) if name else ()
    found = (Copied(item, *span, text) for item, span in spans if span)
    return list(islice(filter(None, (_told(piece, question) for piece in found)), 1))


def stands(phrase: str, text: str) -> bool:
    """Whether all words of ``phrase`` that say something stand in ``text``, close together and in
    their order, in any script, and it denies nothing."""
    said = [word for word in words(phrase) if word.form not in STOPWORDS]
    return bool(said) and not _denials(phrase) and _span(said, text) is not None


def _found(phrase: str, evidence: Sequence[Evidence], question: Question) -> Copied | None:
    said = _telling(phrase)
    if not said:
        return None
    for words_said in (said, said[1:]) if len(said) > _LEAST_LEFT else (said,):
        spans = [
            (item, span)
            for item in evidence
            if (span := _span(words_said, item.text)) and not _cuts_a_number(item.text, *span)
        ]
        if spans:
            break
    spans += _by_number(phrase, said, evidence)
    found = [Copied(item, *_completed(item.text, *span), phrase.strip()) for item, span in spans]
    if not _is_time(phrase):  # the 6 of «6 غشت» is no other 6
        written = phrase.strip()
        found = [piece for piece in found if piece.text == written or not _is_time(piece.text)]
    denials = _denials(phrase)  # what is said not to be so is not copied from what is
    found = [piece for piece in found if denials <= _denials(piece.text)]
    nouns = counted_nouns(question)
    right = [
        piece
        for piece in found
        if any(values(piece.text) & may_count(noun, piece.source.text) for noun in nouns)
    ]
    first = next(iter((*right, *found)), None)
    if first is None or asks_whether(question.text) or not is_echo(first.text, question):
        return first
    return _told(first, question)


def _told(name: Copied, question: Question) -> Copied | None:
    """What is said of a name where it stands."""
    place = defined(question, name.source.text, name.start, name.end)
    return replace(name, start=place[0], end=place[1]) if place else None


def _telling(text: str) -> list[Word]:
    """The words that are no function words, and «علي», which folded is one."""
    return [
        word
        for word in words(text)
        if word.form not in STOPWORDS or text[word.start : word.end] == _ALI
    ]


def _denials(text: str) -> int:
    return sum(is_negator(Item(word.form)) for word in words(text))


def _cuts_a_number(text: str, start: int, end: int) -> bool:
    """Whether one end of a span stands inside a number or a time of day: the 37 of «37 مليون» is
    not said."""
    if _DIGITS_BEFORE.search(text[:start]) or _DIGITS_BEHIND.match(text, end):
        return True
    return any(
        number.start < place < number.end for number in numbers(text) for place in (start, end)
    )


def _is_time(text: str) -> bool:
    return any(term.startswith("@") for term in unit_terms(text))


def _span(said: Sequence[Word], text: str) -> tuple[int, int] | None:
    """From the first to the last word of the shortest run that has all of ``said`` in order."""
    held = words(text)
    runs = [run for place in range(len(held)) if (run := _run(said, held, place))]
    if not runs:
        return None
    first, last = min(runs, key=lambda run: (run[1] - run[0], run))
    start = held[first].start + _attached(said[0], held[first], text)
    return start, held[last].end


def _run(said: Sequence[Word], held: Sequence[Word], place: int) -> tuple[int, int] | None:
    """The run of ``held`` that begins with the first of ``said`` at ``place``."""
    if not _same(said[0].form, held[place].form):
        return None
    last = place
    for word in said[1:]:
        gap = 0
        for here in range(last + 1, len(held)):
            if _same(word.form, held[here].form):
                last = here
                break
            gap += held[here].form not in STOPWORDS
            if gap > _GAP:
                return None
        else:
            return None
    return place, last


def _same(said: str, held: str) -> bool:
    if said == held:
        return True
    if any(char.isdigit() for char in said + held):
        return False
    if said.isascii() == held.isascii():
        return not keys(said).isdisjoint(keys(held))
    latin, arabic = (said, held) if said.isascii() else (held, said)
    meant = {one for word in latin_for(arabic) for one in latin_stems(word)}
    return named_in(latin, [arabic]) or not meant.isdisjoint(latin_stems(latin))


def _attached(said: Word, held: Word, text: str) -> int:
    """How many code points stand before the first word of a phrase in the word that holds it:
    «بالبرتغال» for «البرتغال»."""
    written = text[held.start : held.end]
    if held.form == said.form or written[:1] not in _ATTACHED:
        return 0
    rest = _MARKS.sub("", written[1:], count=1)
    return len(written) - len(rest) if fold(rest) == said.form else 0


def _by_number(
    phrase: str, said: Sequence[Word], evidence: Sequence[Evidence]
) -> list[tuple[Evidence, tuple[int, int]]]:
    """Where the number of ``phrase``, if it says little else, stands, however it is written:
    "3,100,000" is «ثلاثة ملايين و100 ألف»."""
    value = values(phrase)
    beside = [word for word in said if not any(char.isdigit() for char in word.form)]
    if len(value) != 1 or len(beside) > _MOST_BESIDE:
        return []
    return [
        (item, (number.start, number.end))
        for item in evidence
        for number in numbers(item.text)
        if number.value in value and not _cuts_a_number(item.text, number.start, number.end)
    ]


def _completed(text: str, start: int, end: int) -> tuple[int, int]:
    """With what belongs to a number at its ends: the other end of a range («بين 25 و45»), how
    exactly it is meant, the word behind it or the sign of a share («أزيد من 143 صوتا», "20,6%");
    and what closes a quotation or a bracket."""
    for first, last in _ranges(text):
        if first <= start < last or first < end <= last:
            start, end = min(start, first), max(end, last)
    start = _from_the_ordinal(text, start, end)
    inside = [number for number in numbers(text) if number.start < end and start < number.end]
    if inside and inside[0].start == start:
        before = words(text[:start])
        _, many = how_meant([word.form for word in before])
        start = before[-many].start if many else start
    if inside and inside[-1].end == end:
        end = _behind(text, inside[-1].start, end)
    return start, _closed(text, start, end)


def _from_the_ordinal(text: str, start: int, end: int) -> int:
    """Where «التاسعة» of «التاسعة عشرة» begins, if a span begins with «عشرة»; else ``start``."""
    before = [word for word in words(text) if word.end <= start][-1:]
    first = [word.form for word in words(text[start:end])][:1]
    joined = bool(before) and bool(first) and first[0] in TEN and bare(before[0].form) in ORDINALS
    return before[0].start if joined else start


def is_range(text: str) -> bool:
    """Whether a text is one end of a range and the other: «بين 25 و45 سنتيمترا»."""
    return any(True for _ in _ranges(text))


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """«بين 25 و45», "entre 10 000 et 12 000"."""
    for one, other in pairwise(numbers(text)):
        between = _BETWEEN.search(text[: one.start])
        if between and _AND.fullmatch(text, one.end, other.start):
            yield between.start(), other.end


def _closed(text: str, start: int, end: int) -> int:
    """Where what opens inside a span is closed, if that is right behind it."""
    behind = end + len(text[end:]) - len(text[end:].lstrip())
    opens = _CLOSES.get(text[behind : behind + 1])
    unclosed = opens and text.count(opens, start, end) > text.count(text[behind], start, end)
    return behind + 1 if unclosed else end


def _behind(text: str, start: int, end: int) -> int:
    share = _PERCENT.match(text, end)
    if share:
        return share.end()
    following = [word for word in words(text) if word.start >= end][:2]
    if not following or text[end : following[0].start].strip():
        return end
    if following[0].form == "في" and len(following) > 1 and following[1].form in _HUNDRED:
        return following[1].end
    if following[0].form in _OF and len(following) > 1:
        following = following[1:]
    noun = following[0].form
    # What is counted has no article, and years and days count nothing.
    joins = noun[0] == "و" and not thing(noun) and not latin_for(noun)  # «12 وامتنع»
    counts = not joins and noun not in STOPWORDS and not noun[0].isdigit() and bare(noun) == noun
    return following[0].end if counts and not _is_time(text[start:end]) else end
