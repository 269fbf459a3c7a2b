"""Question sets: what is asked, over which documents, and what a right answer holds."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

UNANSWERABLE = (
    "near_topic", "off_topic", "false_premise", "furniture", "comment", "contradicted",
)  # fmt: skip
"""Why a question has no answer: nothing on it, nothing near it, it assumes what is not so, only
the page's furniture or a reader's comment says it, or it states what a document contradicts."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A place that answers: ``[start:end]`` of the document's text in code points, or all of it
    when ``end`` is None. ``facts`` are the facts it proves, indexes into ``Question.answers``."""

    doc: str
    start: int = 0
    end: int | None = None
    quote: str = ""
    facts: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is expected.

    ``answers``: one tuple a required fact, its accepted forms. ``must_not``: forms that make an
    answer wrong. ``history``: earlier turns. ``pair``: the id of the question in Standard Arabic
    that this one asks in another way. ``split``: dev, test or "".
    """

    id: str
    text: str
    lang: str
    type: str = ""
    tags: tuple[str, ...] = ()
    answerable: bool = True
    gold: tuple[Gold, ...] = ()
    answers: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    history: tuple[tuple[str, str], ...] = ()
    pair: str | None = None
    split: str = ""

    @property
    def facts(self) -> int:
        """How many facts are to be found; in a set without answers, as BEIR has them, each gold
        document is one."""
        return 1 + max((fact for place in self.gold for fact in place.facts), default=-1)


@dataclass(frozen=True, slots=True)
class Record:
    """A document that is not a file of its own."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Questions over documents: either ``files``, or ``records``.

    A gold place names a document by the name of its file, or by ``name/id`` of its record. In
    ``by_document`` sets a hit stands for the document it came from. ``names``: proper names of
    the documents, each with all its forms.
    """

    name: str
    questions: tuple[Question, ...]
    files: tuple[Path, ...] = ()
    records: tuple[Record, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    corpus: str = ""

    @property
    def by_document(self) -> bool:
        """Whether the documents are passages already."""
        return bool(self.records)

    def sha256(self) -> str:
        """A hash of the questions and the documents."""
        digest = hashlib.sha256(repr((self.questions, self.records, self.names)).encode())
        for file in self.files:
            digest.update(file.read_bytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Job:
    """One system over one set, under the name ``label``; ``others`` lie in the same index."""

    dataset: Dataset
    label: str
    system: str
    answers: str
    others: tuple[Dataset, ...] = ()


def select(dataset: Dataset, split: str | None, sample: int | None, seed: int) -> Dataset:
    """The questions of one split, and of those a sample that the same seed repeats."""
    questions = [q for q in dataset.questions if split in (None, q.split)]
    if sample is not None and sample < len(questions):
        chosen = set(random.Random(seed).sample(range(len(questions)), sample))
        questions = [q for number, q in enumerate(questions) if number in chosen]
    return replace(dataset, questions=tuple(questions))


def hidden(dataset: Dataset, share: float, seed: int) -> frozenset[str]:
    """The ids of a seeded share of the questions: those whose gold is kept from the search."""
    ids = [q.id for q in dataset.questions if q.answerable]
    return frozenset(random.Random(seed).sample(ids, round(share * len(ids))))


def as_jsonl(records: Sequence[Record], prefix: str) -> str:
    """Records as the lines that ``rag index`` reads."""
    rows = ({"id": f"{prefix}/{r.id}", "title": r.title, "text": r.text} for r in records)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
