"""Which sentences of the evidence support a sentence of an answer.

Whatever is said must stand in what is cited, or in the title or date shown with it: every number
with what it counts, every date and edition as far as it is given, every word that is neither the
question's nor one that only reports or links. Nothing in Arabic writing tells a name from a noun,
so a new word counts as a name; in Latin letters capitals and position tell. Denials and movements
must be the same way round. Where answer and source are in different languages meaning stands in
for words, and names are compared by their consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from embeddings.base import Encoder
from rag.across import by_meaning
from rag.alignment import is_altered, is_same
from rag.amounts import of_two_sorts
from rag.arabic import bare, forms
from rag.counts import counted, counting, measured
from rag.evidence import Evidence
from rag.hedges import is_hedged
from rag.kinds import has_kind
from rag.language import detect_document
from rag.mixup import mixes_up
from rag.numbers import values
from rag.polarity import agree, direction, is_negator
from rag.question import Question
from rag.reasons import asks_why
from rag.same_count import counts_the_same
from rag.shown import YEAR, Cited, cited_from, holds_unit, is_asked, iso_date, read_source, says
from rag.statement import Item, Statement, read
from rag.things import MONEY, are_two, thing

_MOST_SOURCES = 3
_TRIED = 3  # sentences that may be the main source
_LEAST_SAID = 2
_SHARE = 0.5  # of what is said, numbers and dates included, that stands in the cited sentences
# The sentence nearest to the question need not repeat it: that it was asked is known.
_SHARE_OF_NEAREST = 0.25
# What is the reason of what can only be read where both stand.
_WHOLE = 1.0
_RESTATED_SHARE = 0.7  # of a sentence that says nothing but what the question says
_NEW_SHARE = 0.2  # of the words in Latin letters, names never
_RUN = 3  # words and numbers in a row that a further source has to hold
_APART = 3
_WORD = re.compile(r"[^\W\d_]\w*")
_QUESTION = re.compile(r"[؟?][»”\"'’)\]\s]*$")


def support(
    sentence: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> tuple[Evidence, ...]:
    """The fewest of ``evidence``, at most three and of one document, that support ``sentence``;
    none if it is not supported, says for certain what its source only holds for likely, or calls
    takings what there is a price."""
    sources = _supporting(sentence, question, evidence, encoder)
    if _is_surer(sentence, sources) or _is_other_amount(sentence, sources):
        return ()
    return sources


def _is_other_amount(sentence: str, sources: Sequence[Evidence]) -> bool:
    if MONEY.isdisjoint(measured(sentence)):
        return False
    return of_two_sorts(sentence, "\n".join(source.text for source in sources))


def _is_surer(sentence: str, sources: Sequence[Evidence]) -> bool:
    return not is_hedged(sentence) and any(is_hedged(source.text) for source in sources)


def _supporting(
    sentence: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> tuple[Evidence, ...]:
    claim = read(sentence)
    said = [item for item in claim.items if says(item)]
    if not said or _QUESTION.search(sentence):
        return ()
    if sum(not item.terms for item in said) < _LEAST_SAID:
        # «In 2023.» is checked with the question: only the sentence nearest to it can say so.
        evidence = [e for e in evidence if has_kind(question, e.text)][:1]
        evidence = [e for e in evidence if _only_value(sentence, question, e.text)]
    script = detect_document(sentence) == "ar"
    alike = [e for e in evidence if (detect_document(e.text) == "ar") == script]
    found = _by_words(sentence, claim, question, alike)
    if found:
        return found
    others = [e for e in evidence if e not in alike or _is_translated(sentence, question, e)]
    return by_meaning(sentence, claim, question, others, encoder) if others else ()


def _is_translated(sentence: str, question: Question, source: Evidence) -> bool:
    """Whether a French sentence answers a French question from an English source, or the other way
    round: their words cannot be compared either."""
    language = detect_document(sentence)
    return (
        language in ("fr", "en")
        and language == question.language
        and detect_document(source.text) == ("en" if language == "fr" else "fr")
    )


def _only_value(sentence: str, question: Question, text: str) -> bool:
    """Whether a bare number can only be the one of ``text`` that is asked for: it counts what the
    question counts, or there is no other."""
    right = counting(counted(question.text), text)
    return values(sentence) <= right if right else len(values(text)) <= 1


def _by_words(
    sentence: str, claim: Statement, question: Question, evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Support from evidence in the script of the sentence."""
    asked = read(question.text)
    named = _named(sentence)

    def held(e: Evidence) -> int:
        cited = cited_from([e], asked)
        return sum(
            holds_unit(item.terms, cited.terms, cited.undated)
            if item.terms
            else not item.keys.isdisjoint(cited.keys)
            for item in claim.items
            if says(item)
        )

    bearing = {id(e): sum(map(cited_from([e], asked).holds, asked.items)) for e in evidence}
    nearest = max(bearing.values(), default=0)
    ranked = sorted(evidence, key=held, reverse=True)
    for best in ranked[:_TRIED]:
        if best.agreement < 0:
            continue
        sources = _completed(claim, asked, best, evidence)
        share = _SHARE_OF_NEAREST if bearing[id(best)] == nearest else _SHARE
        if asks_why(question.text):
            share = _WHOLE
        if _stands(claim, named, asked, cited_from(sources, asked), share, evidence):
            return sources
    return ()


def _completed(
    claim: Statement, asked: Statement, best: Evidence, evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """``best``, and what else of its document holds a run of the claim that it lacks: figures of
    two documents do not add up to one statement."""
    sources: tuple[Evidence, ...] = (best,)
    items = [item for item in claim.items if not item.is_function_word]
    while len(sources) < _MOST_SOURCES:
        cited = cited_from(sources, asked)
        missing = [
            place
            for place, item in enumerate(items)
            if says(item)
            and not cited.holds(item)
            and (item.terms or item.keys.isdisjoint(asked.keys))
        ]
        more = [
            (len(added), -place, e)
            for place, e in enumerate(evidence)
            if e.passage.doc_id == best.passage.doc_id and e not in sources
            for added in [_adds(items, missing, asked, e)]
            if added
        ]
        if not more:
            break
        sources = (*sources, max(more)[2])
    return sources


def _adds(
    items: Sequence[Item], missing: Sequence[int], asked: Statement, evidence: Evidence
) -> list[int]:
    """Which of the ``missing`` places of a claim a sentence gives: within a run that it holds, a
    number of the question, or a year, the only one of the passage."""
    source = read_source(evidence)
    added = []
    for place in missing:
        terms = items[place].terms
        if terms and YEAR.fullmatch(terms[0]):
            passage = read(evidence.passage.text, iso_date(evidence)).terms
            years = {term for term in passage if YEAR.fullmatch(term)}
            if terms[0] in source.terms and years == {terms[0]}:
                added.append(place)
        elif _run(items, place, source) >= _RUN or (
            terms and terms[0] in asked.terms & source.terms
        ):
            added.append(place)
    return added


def _run(items: Sequence[Item], place: int, source: Statement) -> int:
    """How many items in a row, ``items[place]`` among them, stand close together in ``source``."""
    if not _places(items[place], source):
        return 0
    length = 1
    for step in (-1, 1):
        here = place
        while 0 <= here + step < len(items) and _are_close(items[here], items[here + step], source):
            here += step
            length += 1
    return length


def _are_close(one: Item, other: Item, source: Statement) -> bool:
    first, second = _places(one, source), _places(other, source)
    return any(0 < abs(a - b) <= _APART for a in first for b in second)


def _places(item: Item, source: Statement) -> list[int]:
    solid = [other for other in source.items if not other.is_function_word]
    return [place for place, other in enumerate(solid) if is_same(item, other)]


def _stands(
    claim: Statement,
    named: frozenset[str],
    asked: Statement,
    cited: Cited,
    share: float,
    evidence: Sequence[Evidence],
) -> bool:
    """Whether ``cited`` supports ``claim`` word for word and number for number, and holds at least
    ``share`` of it."""
    said = [item for item in claim.items if says(item)]
    if not all(cited.holds(item) or _is_asked_rank(item, asked) for item in said if item.terms):
        return False
    if not counts_the_same(claim, asked, cited):
        return False
    held = [item for item in said if cited.holds(item)]
    rest = [item for item in said if not cited.holds(item) and not is_negator(item)]
    sides = frozenset().union(*(s.keys for s in cited.statements))
    rest = [item for item in rest if direction(item.form).isdisjoint(sides)]
    rest = [item for item in rest if not _is_thing_of(item, cited)]
    new = [item for item in rest if item.keys.isdisjoint(asked.keys)]
    if any(not item.form.isascii() or item.form in named for item in new):
        return False
    if len(new) > _NEW_SHARE * len(said):
        return False
    beyond = any(not is_asked(item, asked) for item in held)
    # The title is that of the whole document: it says no more of this sentence than of the next.
    stated = [item for item in held if item.terms or not item.keys.isdisjoint(cited.keys)]
    if len(stated) < (share if beyond else _RESTATED_SHARE) * (len(stated) + len(rest)):
        return False
    if any(_is_row(e.text) and not _whole_row(claim, e.text) for e in cited.sources):
        return False
    if any(is_altered(claim, source, cited.shown | asked.keys) for source in cited.statements):
        return False
    if _contradicted(claim, asked, rest, cited) or mixes_up(claim, asked, cited, evidence):
        return False
    return agree(claim, cited.statements, same_script=True)


def _is_row(text: str) -> bool:
    """Whether a sentence is a row of a table with several numbers: what each is of, the head of its
    column says, which is not shown with it."""
    return "\t" in text and len(values(text)) > 1


def _whole_row(claim: Statement, text: str) -> bool:
    return claim.terms >= {item.terms[0] for item in read(text).items if item.terms}


def _is_thing_of(item: Item, cited: Cited) -> bool:
    """Whether a word is another for what is cited: «شخصا» for «زائرا», «دولة» for «بلدا»."""
    said = thing(item.form)
    held = (thing(other.form) for source in cited.statements for other in source.items)
    return bool(said) and any(other and not are_two(said, other) for other in held)


def _is_asked_rank(item: Item, asked: Statement) -> bool:
    """Whether an item is an ordinal («الأولى») that the question has: there it is a word."""
    return item.terms[0][0] == "°" and item.terms[0] in asked.terms


def _named(sentence: str) -> frozenset[str]:
    """The search forms of the words in Latin letters that are or may be names: with a capital,
    the first among them."""
    words = _WORD.findall(sentence)
    return frozenset(
        form for word in words if word[0].isupper() or word is words[0] for form in forms(word)
    )


def _contradicted(claim: Statement, asked: Statement, rest: Iterable[Item], cited: Cited) -> bool:
    """Whether a word of the question that the claim repeats and the cited document nowhere has
    belongs to a noun that has another one in the source: «زوار مراكش» held against «زوار فاس»."""
    passages = frozenset().union(*(read(e.passage.text, iso_date(e)).keys for e in cited.sources))
    for item in rest:
        place = claim.items.index(item)
        noun = claim.items[place - 1]
        if place == 0 or not item.keys.isdisjoint(passages) or not _may_own(noun):
            continue
        for source in cited.statements:
            for one, next_ in pairwise(source.items):
                if not is_same(noun, one) or not _may_own(one):
                    continue
                if next_.opens or next_.terms or not says(next_):
                    continue
                if (bare(next_.form) == next_.form) != (bare(item.form) == item.form):
                    continue
                if next_.keys.isdisjoint(claim.keys | asked.keys):
                    return True
    return False


def _may_own(item: Item) -> bool:
    """Whether a noun can have another behind it: the article says that it has not."""
    return bool(item.form) and says(item) and bare(item.form) == item.form
