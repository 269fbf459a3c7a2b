"""From hits to the sentences that bear on the question.

Each sentence's score is a linear function of what ``rag.sentence_features`` knows of it, fitted by
``python -m eval.tune`` (a softmax over the sentences of one question, as in ListNet, Cao et al.
2007): its exponentials, scaled to a sum of 1, say how probably each is the one that answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rag.asked_time import asked_time
from rag.editions import years_and_editions
from rag.parts import parts
from rag.places import may_name, places
from rag.question import Question
from rag.schema import Hit, Passage
from rag.sentence_features import NAMES, Candidate, Corpus, candidates
from rag.timeliness import same_event

READ_HITS = 8
_YEAR = 4  # letters of an ISO date
# Fitted by eval.tune on the development half of the own set, mlqa_ar_dev and arcd_train; but for
# comments, of which none there answers: they are to stand behind articles that do as well.
WEIGHTS = {
    "nearness": 1.278, "passage_nearness": 0.873, "rank": -1.39, "focus": 1.275,
    "covered": 1.219, "other_kind": -0.882, "counts": 0.838, "agreement": 0.392,
    "comment": -1.0, "title": -0.237, "new_words": 0.088, "fragment": -0.081,
    "unfinished": -0.588, "person": 0.7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a hit: ``document.text[start:end] == text``.

    ``coverage``: 0-1, the share of the question's words in the sentence, its neighbours and its
    heading. ``cosine``: to the question, less the mean one of questions in its language to
    passages in that of the passage. ``score``: higher bears more on the question. ``agreement``: 1
    if its document names a year or edition of the question, -1 if only another one, else 0; of the
    latest, where that is asked for, see ``_agreements``.
    ``share``: 0-1, how probably it is the one that answers, if any does. ``page_coverage``:
    ``coverage`` of all that was found of its document. ``heading``: what it stands under in its
    text, see ``rag.sections``.
    """

    passage: Passage
    text: str
    start: int
    end: int
    coverage: float
    cosine: float
    score: float
    agreement: float = 0.0
    share: float = 0.0
    page_coverage: float = 0.0
    heading: str = ""


def gather(
    question: Question, vector: NDArray[np.float32], hits: Sequence[Hit], corpus: Corpus
) -> list[Evidence]:
    """The sentences of the hits, best first, ties by place; ``vector`` is the question's."""
    return of_asked_time(ranked(*features(question, vector, hits, corpus), WEIGHTS))


def of_asked_time(evidence: Sequence[Evidence]) -> list[Evidence]:
    """``evidence``, best first, without the sentences of another time than asked about where the
    best one is of those and a document of that time holds as much of the question."""
    best = evidence[0] if evidence else None
    if best is None or best.agreement >= 0:
        return list(evidence)
    if not any(e.agreement > 0 and e.page_coverage >= best.page_coverage for e in evidence):
        return list(evidence)
    left = [item for item in evidence if item.agreement >= 0]
    total = sum(item.share for item in left)
    return [replace(item, share=item.share / total) for item in left]


def features(
    question: Question, vector: NDArray[np.float32], hits: Sequence[Hit], corpus: Corpus
) -> tuple[list[Candidate], NDArray[np.float64]]:
    """The sentences of the first ``READ_HITS`` hits and what is known of them, see ``candidates``;
    of documents that are not of a town asked about none."""
    hits = at_asked_places(question, hits)[:READ_HITS]
    return candidates(question, vector, hits, _agreements(question, hits), corpus)


def at_asked_places(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of documents that name a Moroccan town asked about, in what was found of them; all
    where the question names none, or two things are asked: each may be of another document."""
    asked = places(question.text)
    if not asked or len(parts(question.text).questions) > 1:
        return list(hits)
    named: dict[str, set[str]] = {}
    for passage in (hit.passage for hit in hits):
        shown = f"{passage.text}\n{passage.title}\n{passage.source}"
        named.setdefault(passage.doc_id, set()).update(may_name(shown))
    return [hit for hit in hits if not asked.isdisjoint(named[hit.passage.doc_id])]


def ranked(
    found: Sequence[Candidate], known: NDArray[np.float64], weights: Mapping[str, float]
) -> list[Evidence]:
    """Candidates as evidence, best first; ``known``: *shape* ``(len(found), len(NAMES))``."""
    if not found:
        return []
    scores = known @ np.array([weights[name] for name in NAMES])
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    evidence = [
        Evidence(
            c.hit.passage, c.text, c.hit.passage.start + c.start, c.hit.passage.start + c.end,
            c.covered, c.cosine, score, c.agreement, share, c.page_covered, c.heading,
        )
        for c, score, share in zip(found, scores.tolist(), likely.tolist(), strict=True)
    ]  # fmt: skip
    return sorted(evidence, key=lambda e: (-e.score, e.passage.doc_id, e.start))


def to_read(evidence: Sequence[Evidence], most: int) -> list[Evidence]:
    """The first of ``evidence`` for a language model, ``most`` at most: no headlines, which stand
    above the sentences anyway and say less exactly what these do, unless there is nothing else."""
    told = [item for item in evidence if item.text != item.passage.title.strip()]
    return list(told or evidence)[:most]


def _agreements(question: Question, hits: Sequence[Hit]) -> dict[str, float]:
    """Of each document: 1 if what was found of it names a year or edition of the question, -1 if
    it names only others of the same sort, 0 if it names none. Where the latest is asked for, of
    the pages that tell of the first one's event 1 for those of the youngest's year, else -1."""
    asked = years_and_editions(question.text)
    if not asked and asked_time(question.text, "").newest:
        event = [p for p in same_event([hit.passage for hit in hits]) if p.date]
        last = max((passage.date for passage in event), default="")[:_YEAR]
        return {p.doc_id: 1.0 if p.date[:_YEAR] == last else -1.0 for p in event}
    sorts = {mark[0] for mark in asked}
    texts: dict[str, list[str]] = {}
    for hit in hits:
        passage = hit.passage
        texts.setdefault(passage.doc_id, []).extend((passage.text, passage.title, passage.date))
    named = {doc_id: years_and_editions("\n".join(parts)) for doc_id, parts in texts.items()}
    return {
        doc_id: 1.0 if asked & marks else -1.0 if sorts & {mark[0] for mark in marks} else 0.0
        for doc_id, marks in named.items()
    }
