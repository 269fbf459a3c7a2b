"""What is known of each candidate sentence: how it bears on the question, as numbers.

The rows feed a linear score (``rag.evidence``), the same for every question: each number is
relative to the candidates of one question. Its heart is ``focus``: the title and half of the
sentences of a page repeat what the page is about, so a word of the question tells sentences of one
page apart only as far as few of them hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p, sqrt
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.arabic import STOPWORDS, forms, stem
from rag.counts import counted_nouns, counting
from rag.kinds import has_kind
from rag.latin import latin_stems
from rag.lexical import Clause
from rag.people import asks_who, names_someone
from rag.question import Question, understand
from rag.reasons import asks_why, gives_reason
from rag.schema import Hit, Passage
from rag.sections import headed_by
from rag.sentences import sentences
from rag.split import embedded_spans
from rag.terms import SOUND, clauses, crossing, index_terms

NAMES = (
    "nearness", "passage_nearness", "rank", "focus", "covered", "other_kind", "counts", "agreement",
    "comment", "title", "new_words", "fragment", "unfinished", "person",
)  # fmt: skip
"""What is known of a candidate: ``nearness`` and ``passage_nearness`` are cosines to the question
less the best one's, times 20, what an encoder adds for a language taken off; ``rank`` the natural
logarithm of the hit's; ``focus`` see ``_focus``; ``covered`` the share of the question's words in
the sentence, its two neighbours and the headings; ``new_words`` ln(1 + n), where n words, ten at
most, are no content words of the question. The others are 0 or 1, ``agreement`` also -1:
``other_kind`` says that it holds nothing of the kind asked for, or no reason where one is,
``counts`` that it counts what the question counts, ``fragment`` that it has less than five words,
``unfinished`` that no punctuation ends it, as datelines, headlines and rows of tables, or that it
heads others, ``person`` that a person is asked for and it names one."""

_SPREAD = 20.0  # cosines of one question differ in the second digit
_IN_HEADING = 0.7
_MOST_NEW = 10
_FULL_SENTENCE = 5
_SURE_SOUND = 4  # consonants
_ASKS = ("؟", "?")  # what asks does not answer


class Corpus(Protocol):
    """What is read of an index."""

    def vectors(self, passages: Sequence[Passage]) -> list[NDArray[np.float32]]:
        """Of each passage its vector and those of its sentences, *shape* ``(1 + n, dim)``: the
        ``embedded_spans``, unless they were embedded of another text or are damaged."""
        ...

    def preferences(self, question: Question) -> Mapping[str, float]:
        """What the encoder adds to cosines for passages of a language, by language."""
        ...

    def clause_weight(self, clause: Clause) -> float:
        """How much a word of a question says: the inverse document frequency of its rarest way."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit; ``start`` and ``end`` are offsets in its passage. ``held``: which
    clauses of the question it holds; ``covered``: the share, 0-1, of their weight that its
    neighbourhood and the headings hold; ``page_covered``: that all found of its document holds, of
    the question together with those it leans on. ``heads``: others stand under it; ``heading``:
    what it stands under itself."""

    hit: Hit
    text: str
    start: int
    end: int
    held: tuple[bool, ...]
    covered: float
    page_covered: float
    cosine: float
    passage_cosine: float
    agreement: float
    heads: bool
    heading: str


def candidates(
    question: Question,
    vector: NDArray[np.float32],
    hits: Sequence[Hit],
    agreements: Mapping[str, float],
    corpus: Corpus,
) -> tuple[list[Candidate], NDArray[np.float64]]:
    """The sentences of ``hits`` with their ``NAMES``, *shape* ``(n, len(NAMES))``.

    ``agreements``: of each document, -1 to 1, whether it is of the time that the question names.
    """
    asked = clauses(question, translated=True)
    weights, across = _weights(question, asked, corpus)
    # A question that leans on those before it has its topic from them.
    joined = understand(question.joined) if question.joined else question
    topic = clauses(joined, translated=True)
    topic_weights, topic_across = _weights(joined, topic, corpus)
    terms = [_Terms(hit.passage) for hit in hits]
    pages: dict[str, set[str]] = defaultdict(set)
    for read in terms:
        pages[read.passage.doc_id] |= read.heading.union(*read.sentences)
    written, written_topic = _as_written(question, asked), _as_written(joined, topic)
    vectors = corpus.vectors([hit.passage for hit in hits])
    preferences = corpus.preferences(question)
    found, rows = [], []
    for hit, read, near in zip(hits, terms, vectors, strict=True):
        passage = hit.passage
        preferred = preferences.get(passage.lang, preferences.get("", 0.0))
        whole = float(near[0] @ vector) - preferred
        own_script = (passage.lang == "ar") == question.is_arabic_script
        embedded = embedded_spans(passage.text)
        # Texts of which the same is embedded share their vectors, and the title of one may be the
        # first sentence of the other.
        own = dict(zip(embedded, near[1:], strict=True)) if len(embedded) + 1 == len(near) else {}
        clause_of = written if own_script else asked
        topic_of = written_topic if own_script else topic
        for place, (start, end) in enumerate(read.spans):
            text = passage.text[start:end]
            if not any(char.isalpha() for char in text) or text.endswith(_ASKS):
                continue
            around = read.heading.union(*read.sentences[max(0, place - 1) : place + 2])
            sentence = own.get((start, end))
            cosine = whole if sentence is None else float(sentence @ vector) - preferred
            found.append(
                Candidate(
                    hit, text, start, end, _held(clause_of, read.sentences[place]),
                    _share(_held(clause_of, around), weights if own_script else across),
                    _share(
                        _held(topic_of, pages[passage.doc_id]),
                        topic_weights if own_script else topic_across,
                    ),
                    cosine, whole, agreements.get(passage.doc_id, 0.0),
                    place in read.heads, read.heading_of(place),
                )
            )  # fmt: skip
    headings = {read.passage.doc_id: _held(written, read.heading) for read in terms}
    focus = _focus(found, headings, weights)
    best = max((c.cosine for c in found), default=0.0)
    best_passage = max((c.passage_cosine for c in found), default=0.0)
    nouns = counted_nouns(question)
    who, why = asks_who(question.text), asks_why(question.text)
    said = {one for known in question.stems for one in _stems(known)}
    for c, focused in zip(found, focus, strict=True):
        passage = c.hit.passage
        new = sum(said.isdisjoint(_stems(form)) for form in forms(c.text) if form not in STOPWORDS)
        rows.append((
            _SPREAD * (c.cosine - best), _SPREAD * (c.passage_cosine - best_passage),
            log(c.hit.rank), focused, c.covered,
            not has_kind(question, c.text) or (why and not gives_reason(c.text)),
            any(counting(noun, c.text) for noun in nouns), c.agreement, passage.kind == "comment",
            c.text == passage.title.strip(), log1p(min(new, _MOST_NEW)),
            len(forms(c.text)) < _FULL_SENTENCE, c.text[-1].isalnum() or c.heads,
            who and names_someone(c.text, question.text),
        ))  # fmt: skip
    return found, np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))


def _as_written(question: Question, asked: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses for a page in the script of the question: in Standard Arabic without the sounds
    of fewer than four consonants, by which «نبيل» has «نوبل»."""
    if question.language != "ar":
        return asked
    return [
        Clause(tuple(way for way in clause.ways if not _is_short_sound(way[0])), clause.parts)
        for clause in asked
    ]


def _is_short_sound(term: str) -> bool:
    return term.startswith(SOUND) and len(term) < len(SOUND) + _SURE_SOUND


def _stems(form: str) -> tuple[str, ...]:
    """The stem of a word, in Latin letters itself and the French and the English one."""
    return (stem(form), *latin_stems(form)) if form.isascii() else (stem(form),)


def _weights(
    question: Question, asked: Sequence[Clause], corpus: Corpus
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each clause says in a text of the question's script, and in one of the other: words
    that this cannot hold are not missing there. *Shape* ``(len(asked),)``."""
    # By its own forms: a word that no page has says much, however common its synonyms are.
    own = clauses(question) if question.is_arabic_script else asked
    weights = np.array([corpus.clause_weight(clause) for clause in own])
    return weights, weights * np.array(crossing(question, asked))


class _Terms:
    """The index terms of a passage, sentence by sentence, and of its heading."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.spans = sentences(passage.text)
        self.heading = set(index_terms(passage.title, passage.date))
        self.above = headed_by(passage.text, self.spans)
        self.heads = {place for places in self.above for place in places}
        own = [set(index_terms(passage.text[start:end], passage.date)) for start, end in self.spans]
        self.sentences = [
            terms.union(*(own[place] for place in above))
            for terms, above in zip(own, self.above, strict=True)
        ]

    def heading_of(self, place: int) -> str:
        """The words of what stands above a sentence of its text."""
        return " ".join(self.passage.text[slice(*self.spans[head])] for head in self.above[place])


def _focus(
    found: Sequence[Candidate],
    headings: Mapping[str, tuple[bool, ...]],
    weights: NDArray[np.float64],
) -> list[float]:
    """Of each candidate, what it holds of the question that its page does not hold everywhere:
    the sum over its clauses of √weight · ln((n + 1) / (n_c + ½)), less for those of the heading,
    where n_c of the n sentences found of the page hold the clause; over √ of all weights."""
    if not weights.any():
        return [0.0] * len(found)
    held = np.array([c.held for c in found], dtype=np.float64)
    scores = np.zeros(len(found))
    for doc_id, heading in headings.items():
        places = [i for i, c in enumerate(found) if c.hit.passage.doc_id == doc_id]
        if places:
            rare = np.log((len(places) + 1) / (held[places].sum(axis=0) + 0.5))
            rare = np.maximum(rare, 0) * (1 - _IN_HEADING * np.array(heading))
            scores[places] = held[places] @ (np.sqrt(weights) * rare)
    focused: list[float] = (scores / sqrt(weights.sum())).tolist()
    return focused


def _held(asked: Iterable[Clause], terms: set[str]) -> tuple[bool, ...]:
    return tuple(any(term in terms for way in c.ways for term in way) for c in asked)


def _share(held: Sequence[bool], weights: NDArray[np.float64]) -> float:
    return float(np.array(held) @ weights / weights.sum()) if weights.any() else 0.0
