"""What one system found and said to one question, scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eval import metrics
from eval.baselines import Retriever
from eval.corpus_index import Corpus
from eval.data import Gold, Job, Question
from eval.judge import judge
from eval.results import Found, Result

_KEPT = 10  # hits of a question that are written down
_WORDS = 3, 400  # of the first hits, this many characters of their text


def score(
    job: Job,
    corpus: Corpus,
    question: Question,
    hits: Sequence[tuple[Found, Sequence[str]]],
    record: dict[str, Any] | None,
    retriever: Retriever | None = None,
) -> Result:
    """The metrics of one question: of what was found (``hits``, each with the other documents that
    say the same) and of what was said (``record``, None where a system only finds). ``retriever``
    is None for the product."""
    whole = job.dataset.by_document
    found: dict[object, Found] = {}
    for hit, also in hits:
        facts = set(_proves(question.gold, hit.doc, hit.start, hit.end, whole))
        for doc in also if whole else ():
            facts |= set(_proves(question.gold, doc, 0, 0, whole))
        place = hit.doc if whole else (hit.doc, hit.start)
        found.setdefault(place, replace(hit, facts=tuple(sorted(facts))))
    kept = list(found.values())
    values: dict[str, float] = {}
    ranks: tuple[int, ...] = ()
    if question.answerable and question.facts:
        ranks = metrics.fact_ranks([hit.facts for hit in kept], question.facts)
        values |= {f"recall@{k}": metrics.recall(ranks, k) for k in metrics.CUTOFFS}
        values["mrr@10"] = metrics.reciprocal_rank(ranks)
        values["ndcg@10"] = metrics.ndcg(ranks, _pool(question, corpus, whole, retriever))
    faults: tuple[str, ...] = ()
    if record is not None:
        record = {key: value for key, value in record.items() if key != "hits"}
        record["citations"] = [
            {**citation, "doc_id": name, "source": name}
            for citation in record["citations"]
            for name in [corpus.keys.get(citation["doc_id"], citation["doc_id"])]
        ]
        if record["status"] == "error":
            faults = (f"error: {record['error']}",)
            values["failed"] = 1.0
            if question.answers:
                values |= {"fact_recall": 0.0} | ({"fact_cited": 0.0} if question.gold else {})
        else:
            verdict = judge(question, record, job.dataset, corpus.documents)
            values |= verdict.metrics | {"failed": 0.0}
            faults = verdict.faults
    first, length = _WORDS
    shown = [
        replace(hit, text=_words(hit, corpus)[:length] if n < first else "")
        for n, hit in enumerate(kept[:_KEPT])
    ]
    return Result(
        dataset=job.label, system=job.system, id=question.id, question=question.text,
        lang=question.lang, type=question.type, tags=question.tags, split=question.split,
        answerable=question.answerable, pair=question.pair, history=question.history,
        expected=question.answers, gold=tuple(g.quote or g.doc for g in question.gold),
        ranks=ranks, found=tuple(shown), answer=record, metrics=values, faults=faults,
    )  # fmt: skip


def _words(hit: Found, corpus: Corpus) -> str:
    return corpus.documents[hit.doc].text[hit.start : hit.end]


def _pool(
    question: Question, corpus: Corpus, whole: bool, retriever: Retriever | None
) -> list[tuple[int, ...]]:
    """The facts of every passage that proves any, for the ideal order."""
    documents = list(dict.fromkeys(place.doc for place in question.gold))
    if whole:
        return [_proves(question.gold, doc, 0, 0, whole) for doc in documents]
    pool = []
    for doc in documents:
        for start, end in _places(doc, corpus, retriever):
            if facts := _proves(question.gold, doc, start, end, whole):
                pool.append(facts)
    return pool


def _places(doc: str, corpus: Corpus, retriever: Retriever | None) -> list[tuple[int, int]]:
    if retriever is not None:
        return retriever.places(doc)
    doc_id = corpus.documents[doc].id
    return [(p.start, p.end) for p in corpus.index.store.passages_of(doc_id)]


def _proves(gold: Sequence[Gold], doc: str, start: int, end: int, whole: bool) -> tuple[int, ...]:
    """The facts that a passage proves: those of the gold places of which it holds at least half.
    Where documents are passages (``whole``), any place in the document will do."""
    facts = set()
    for place in gold:
        if place.doc != doc:
            continue
        if whole or place.end is None:
            facts |= set(place.facts)
        elif 2 * (min(end, place.end) - max(start, place.start)) >= place.end - place.start:
            facts |= set(place.facts)
    return tuple(sorted(facts))
