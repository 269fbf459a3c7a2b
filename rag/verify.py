"""Which sentences of the evidence support a sentence of an answer.

Whatever is said must stand in what is cited, or in the title or date shown with it: every number
with what it counts, every date and edition as far as it is given, every word that is neither the
question's nor one that only reports or links. Nothing in Arabic writing tells a name from a noun,
so a new word counts as a name; in Latin letters capitals and position tell. Denials and movements
must be the same way round. Where answer and source are in different scripts meaning stands in for
words, and names are compared by their consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.base import Encoder
from rag.alignment import is_altered, is_same
from rag.arabic import bare, fold, forms, strip_marks
from rag.evidence import Evidence, has_kind
from rag.language import detect_document
from rag.linking import is_linking
from rag.polarity import agree, direction, is_negator
from rag.question import Question
from rag.statement import Item, Statement, read
from rag.things import are_two, thing
from rag.time_terms import year_terms
from rag.translit import named_in, names

_MOST_SOURCES = 3
_TRIED = 3  # sentences that may be the main source
_LEAST_SAID = 2
_SHARE = 0.5  # of what is said, numbers and dates included, that stands in the cited sentences
# The sentence nearest to the question need not repeat it: that it was asked is known.
_SHARE_OF_NEAREST = 0.25
_RESTATED_SHARE = 0.7  # of a sentence that says nothing but what the question says
_NEW_SHARE = 0.2  # of the words in Latin letters, names never
_RUN = 3  # words and numbers in a row that a further source has to hold
_APART = 3
_AFTER, _BEFORE = 3, 6  # words beside a number among which is what it counts
_NEAR_MEANING = 0.87
_NEAR_AND_PINNED = 0.8  # a number or a new name that agrees is worth more than any nearness
_YEAR = re.compile(r"@\d{4}")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WORD = re.compile(r"[^\W\d_]\w*")
_QUESTION = re.compile(r"[؟?][»”\"'’)\]\s]*$")
# Alone they state nothing, and a source that says «yes» does not support a «yes».
_BARE_ASSENT = frozenset(forms("نعم أجل كلا بلى oui non yes no"))
_ASKS = frozenset(forms("عدد nombre number"))


def support(
    sentence: str, question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> tuple[Evidence, ...]:
    """The fewest of ``evidence``, at most three and of one document, that support ``sentence``;
    none if it is not supported."""
    claim = read(sentence)
    said = [item for item in claim.items if _says(item)]
    if not said or _QUESTION.search(sentence):
        return ()
    if sum(not item.terms for item in said) < _LEAST_SAID:
        # «In 2023.» is checked with the question: only the sentence nearest to it can say so.
        evidence = [e for e in evidence if has_kind(question, e.text)][:1]
    script = detect_document(sentence) == "ar"
    alike = [e for e in evidence if (detect_document(e.text) == "ar") == script]
    found = _by_words(sentence, claim, question, alike)
    if found or len(alike) == len(evidence):
        return found
    return _by_meaning(sentence, claim, question, [e for e in evidence if e not in alike], encoder)


def _says(item: Item) -> bool:
    return bool(item.terms) or not (is_linking(item.form) or item.form in _BARE_ASSENT)


@dataclass(frozen=True, slots=True)
class _Cited:
    """What some sentences say, with the titles and dates shown with them."""

    sources: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    keys: frozenset[str]
    shown: frozenset[str]  # the keys of the titles
    terms: frozenset[str]
    undated: frozenset[str]

    def holds(self, item: Item) -> bool:
        """Whether an item stands in the sentences or in what is shown with them."""
        if item.terms:
            return _holds_unit(item.terms, self.terms, self.undated)
        return not item.keys.isdisjoint(self.keys) or not item.keys.isdisjoint(self.shown)


def _cited(sources: Sequence[Evidence], asked: Statement) -> _Cited:
    statements = tuple(_read(e) for e in sources)
    titles = [read(e.passage.title, _iso(e)) for e in sources]
    terms = frozenset().union(*(s.terms for s in (*statements, *titles)))
    years = {term for e in sources for term in _year_of(e)}
    if not any(map(_YEAR.fullmatch, terms)):
        terms |= years
    return _Cited(
        tuple(sources),
        statements,
        keys=frozenset().union(*(s.keys for s in statements)),
        shown=frozenset().union(*(s.keys for s in titles)),
        terms=terms | (years & asked.terms),
        undated=frozenset().union(*(s.undated for s in (*statements, *titles))),
    )


def _read(evidence: Evidence) -> Statement:
    return read(evidence.text, _iso(evidence))


def _iso(evidence: Evidence) -> str:
    return evidence.passage.date if _ISO.fullmatch(evidence.passage.date) else ""


def _year_of(evidence: Evidence) -> tuple[str, ...]:
    """The year of the date that is shown with a sentence: it counts where the sentence names none,
    or where the question asks for it."""
    date = _ISO.fullmatch(evidence.passage.date)
    return year_terms(int(date[1])) if date else ()


def _holds_unit(terms: Sequence[str], held: frozenset[str], undated: frozenset[str]) -> bool:
    """Whether the finest of ``terms`` is held; a day of a year also as a day without a year
    beside that year, an ordinal also as that of an edition."""
    finest = terms[0]
    if len(terms) > 1 and all(_YEAR.fullmatch(term) for term in terms):
        return held.issuperset(terms)
    sign, rest = finest[0], finest[1:]
    if finest in held or (sign in "^°" and not held.isdisjoint((f"^{rest}", f"°{rest}"))):
        return True
    if sign in "#@" and re.fullmatch(r"[12]\d{3}", rest):
        return f"{'#' if sign == '@' else '@'}{rest}" in held
    if sign == "@" and finest[1] not in "mh" and len(terms) > 1:
        year, _, day = rest.partition("-")
        return f"@m{day}" in undated and f"@{year}" in held
    return False


def _by_words(
    sentence: str, claim: Statement, question: Question, evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Support from evidence in the script of the sentence."""
    asked = read(question.text)
    named = _named(sentence)

    def held(e: Evidence) -> int:
        cited = _cited([e], asked)
        return sum(
            _holds_unit(item.terms, cited.terms, cited.undated)
            if item.terms
            else not item.keys.isdisjoint(cited.keys)
            for item in claim.items
            if _says(item)
        )

    bearing = {id(e): sum(map(_cited([e], asked).holds, asked.items)) for e in evidence}
    nearest = max(bearing.values(), default=0)
    ranked = sorted(evidence, key=held, reverse=True)
    for best in ranked[:_TRIED]:
        if best.agreement < 0:
            continue
        sources = _completed(claim, asked, best, evidence)
        share = _SHARE_OF_NEAREST if bearing[id(best)] == nearest else _SHARE
        if _stands(claim, named, asked, _cited(sources, asked), share):
            return sources
    return ()


def _completed(
    claim: Statement, asked: Statement, best: Evidence, evidence: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """``best``, and what else of its document holds a run of the claim that it lacks: figures of
    two documents do not add up to one statement."""
    sources = (best,)
    items = [item for item in claim.items if not item.is_function_word]
    while len(sources) < _MOST_SOURCES:
        cited = _cited(sources, asked)
        missing = [
            place
            for place, item in enumerate(items)
            if _says(item)
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
    source = _read(evidence)
    added = []
    for place in missing:
        terms = items[place].terms
        if terms and _YEAR.fullmatch(terms[0]):
            passage = read(evidence.passage.text, _iso(evidence)).terms
            years = {term for term in passage if _YEAR.fullmatch(term)}
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
    claim: Statement, named: frozenset[str], asked: Statement, cited: _Cited, share: float
) -> bool:
    """Whether ``cited`` supports ``claim`` word for word and number for number, and holds at least
    ``share`` of it."""
    said = [item for item in claim.items if _says(item)]
    if not all(cited.holds(item) or _is_asked_rank(item, asked) for item in said if item.terms):
        return False
    if not _count_the_same(claim, asked, cited):
        return False
    held = [item for item in said if cited.holds(item)]
    rest = [item for item in said if not cited.holds(item) and not is_negator(item)]
    sides = frozenset().union(*(s.keys for s in cited.statements))
    rest = [item for item in rest if direction(item.form).isdisjoint(sides)]
    new = [item for item in rest if item.keys.isdisjoint(asked.keys)]
    if any(not item.form.isascii() or item.form in named for item in new):
        return False
    if len(new) > _NEW_SHARE * len(said):
        return False
    beyond = any(not _is_asked(item, asked) for item in held)
    # The title is that of the whole document: it says no more of this sentence than of the next.
    stated = [item for item in held if item.terms or not item.keys.isdisjoint(cited.keys)]
    if len(stated) < (share if beyond else _RESTATED_SHARE) * (len(stated) + len(rest)):
        return False
    if any(is_altered(claim, source, cited.shown | asked.keys) for source in cited.statements):
        return False
    if _contradicted(claim, asked, rest, cited):
        return False
    return agree(claim, cited.statements, same_script=True)


def _is_asked_rank(item: Item, asked: Statement) -> bool:
    """Whether an item is an ordinal («الأولى») that the question has: there it is a word."""
    return item.terms[0][0] == "°" and item.terms[0] in asked.terms


def _is_asked(item: Item, asked: Statement) -> bool:
    if item.terms:
        return item.terms[0] in asked.terms
    return not item.keys.isdisjoint(asked.keys)


def _named(sentence: str) -> frozenset[str]:
    """The search forms of the words in Latin letters that are or may be names: with a capital,
    the first among them."""
    words = _WORD.findall(sentence)
    return frozenset(
        form for word in words if word[0].isupper() or word is words[0] for form in forms(word)
    )


def _count_the_same(claim: Statement, asked: Statement, cited: _Cited) -> bool:
    """Whether each number of ``claim`` counts what it counts in what is cited."""
    texts = (*cited.statements, *(read(e.passage.title, _iso(e)) for e in cited.sources))
    for place, item in enumerate(claim.items):
        if not item.terms or item.terms[0][0] != "#":
            continue
        noun = _counted(claim.items, place)
        if noun is None:
            continue
        seen = [
            _same_count(noun, text.items, there, asked)
            for text in texts
            for there, other in enumerate(text.items)
            if other.terms and other.terms[0] == item.terms[0]
        ]
        if seen and not any(seen):
            return False
    return True


def _counted(items: Sequence[Item], place: int) -> Item | None:
    """The noun that the number at ``place`` counts: behind it, or before it after «عدد»."""
    for item in _beside(items, place, _AFTER, 1):
        if not is_linking(item.form) or thing(item.form):
            return item
        if item.form not in ("من", "de", "of", "d"):
            break
    before = _beside(items, place, _BEFORE, -1)
    for item, number_of in zip(before, before[1:], strict=False):
        if number_of.form in _ASKS:
            return item
    return None


def _beside(items: Sequence[Item], place: int, most: int, step: int) -> list[Item]:
    """Up to ``most`` words before or after a number, to the next number or end of a clause."""
    found: list[Item] = []
    here = place + step
    while 0 <= here < len(items) and len(found) < most:
        item = items[here]
        if item.terms or (step > 0 and item.opens):
            break
        found.append(item)
        if step < 0 and item.opens:
            break
        here += step
    return found


def _same_count(noun: Item, items: Sequence[Item], place: int, asked: Statement) -> bool:
    after, before = _beside(items, place, _AFTER, 1), _beside(items, place, _BEFORE, -1)
    if any(not noun.keys.isdisjoint(other.keys) for other in (*after, *before)):
        return True
    said = thing(noun.form)
    solid = [other for other in after if not is_linking(other.form) or thing(other.form)]
    there = thing(solid[0].form) if solid else ""
    if said and there:
        return not are_two(said, there)
    if said and any(thing(other.form) == said for other in (*after, *before)):
        return True
    # What is counted may be left out («97 ألفا», said of visitors): then the question says it.
    return not noun.keys.isdisjoint(asked.keys) and not solid


def _contradicted(claim: Statement, asked: Statement, rest: Iterable[Item], cited: _Cited) -> bool:
    """Whether a word of the question that the claim repeats and the cited document nowhere has
    belongs to a noun that has another one in the source: «زوار مراكش» held against «زوار فاس»."""
    passages = frozenset().union(*(read(e.passage.text, _iso(e)).keys for e in cited.sources))
    for item in rest:
        place = claim.items.index(item)
        noun = claim.items[place - 1]
        if place == 0 or not item.keys.isdisjoint(passages) or not _may_own(noun):
            continue
        for source in cited.statements:
            for one, next_ in zip(source.items, source.items[1:], strict=False):
                if not is_same(noun, one) or not _may_own(one):
                    continue
                if next_.opens or next_.terms or not _says(next_):
                    continue
                if (bare(next_.form) == next_.form) != (bare(item.form) == item.form):
                    continue
                if next_.keys.isdisjoint(claim.keys | asked.keys):
                    return True
    return False


def _may_own(item: Item) -> bool:
    """Whether a noun can have another behind it: the article says that it has not."""
    return bool(item.form) and _says(item) and bare(item.form) == item.form


def _by_meaning(
    sentence: str,
    claim: Statement,
    question: Question,
    evidence: Sequence[Evidence],
    encoder: Encoder,
) -> tuple[Evidence, ...]:
    """Support across scripts: near in meaning, and its names are those of the source."""
    vectors = encoder.encode_passages([strip_marks(e.text) for e in evidence])
    cosines = vectors @ encoder.encode_passages([strip_marks(sentence)])[0]
    units = [item for item in claim.items if item.terms]
    asked = read(question.text)
    held = [_cited([e], asked) for e in evidence]
    agreeing = np.array([sum(map(c.holds, units)) for c in held])
    near = int(np.argmax(cosines + agreeing))
    best = evidence[near]
    if best.agreement < 0:
        return ()
    figures = any(item.terms[0][0] in "#@" for item in units)
    pinned = figures or _gives_a_name(sentence, question, best)
    if cosines[near] < (_NEAR_AND_PINNED if pinned else _NEAR_MEANING):
        return ()
    sources = _with_units(units, best, evidence, asked)
    cited = _cited(sources, asked)
    stands = (
        all(map(cited.holds, units))
        and _count_the_same_things(claim, asked, cited)
        and _names_stand(sentence, question, sources)
        and agree(claim, cited.statements, same_script=False)
        and not is_altered(claim, asked, frozenset())
        and not any(_is_asked(u, asked) and not cited.holds(u) for u in units)
    )
    return sources if stands else ()


def _with_units(
    units: Sequence[Item], best: Evidence, evidence: Sequence[Evidence], asked: Statement
) -> tuple[Evidence, ...]:
    """``best`` and what else of its document holds the units that it lacks."""
    sources = [best]
    for candidate in evidence:
        missing = [unit for unit in units if not _cited(sources, asked).holds(unit)]
        if not missing or len(sources) == _MOST_SOURCES:
            break
        if candidate.passage.doc_id == best.passage.doc_id and any(
            _read(candidate).terms.issuperset(unit.terms[:1]) for unit in missing
        ):
            sources.append(candidate)
    return tuple(sources)


def _count_the_same_things(claim: Statement, asked: Statement, cited: _Cited) -> bool:
    """Whether no number counts, by the list of ``rag.things``, what it does not in the source."""
    for place, item in enumerate(claim.items):
        noun = _counted(claim.items, place) if item.terms and item.terms[0][0] == "#" else None
        if noun is None or not thing(noun.form):
            continue
        there = [
            [thing(word.form) for word in _beside(source.items, where, _AFTER, 1)[:2]]
            for source in cited.statements
            for where, other in enumerate(source.items)
            if other.terms[:1] == item.terms[:1]
        ]
        known = [[name for name in found if name] for found in there if found]
        is_asked = not noun.keys.isdisjoint(asked.keys)
        if known and all(
            all(are_two(thing(noun.form), name) for name in found) if found else not is_asked
            for found in known
        ):
            return False
    return True


def _gives_a_name(sentence: str, question: Question, source: Evidence) -> bool:
    """Whether a name in Latin letters that is not the question's stands in a sentence."""
    asked, held = set(forms(question.text)), forms(source.text)
    return any(
        named_in(name, held) for name in names(sentence) if not asked.issuperset(forms(name))
    )


def _names_stand(sentence: str, question: Question, sources: Sequence[Evidence]) -> bool:
    """Whether the names of a sentence in Latin letters stand in the cited document; one that the
    question gave may be a translated one («Ministère») where another stands."""
    said = names(sentence)
    if not said:
        return True
    texts = [text for e in sources for text in (e.text, e.passage.title, e.passage.text)]
    held = {form for text in texts for form in forms(text)}
    asked = set(forms(question.text))
    standing = [name for name in said if named_in(name, held) or fold(name) in held]
    return bool(standing) and all(
        name in standing or asked.issuperset(forms(name)) for name in said
    )
