"""The systems that are measured: the product as ``rag ask`` runs it, and the baselines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from eval.baselines import Retriever, bm25, dense, plain
from eval.corpus_index import Corpus
from eval.data import Dataset, Job, Question
from eval.exact import exact_match, token_f1
from eval.results import Found, Result
from eval.scoring import score
from rag import models, opening, prompt, render
from rag.assistant import PROMPT_SENTENCES, Assistant
from rag.copied import copied
from rag.errors import IsnadError
from rag.evidence import READ_HITS, gather, to_read
from rag.lookup import look_up
from rag.schema import Answer, Generator

PRODUCT = "isnad"
K = 100

OpenGenerator = Callable[[], Generator]


def product(
    job: Job,
    corpus: Corpus,
    questions: Sequence[Question],
    out_of_sight: Collection[str],
    open_generator: OpenGenerator | None,
) -> Iterator[Result]:
    """The whole path of ``rag ask``, one question after the other."""
    writer = None
    if job.answers == "llm":
        assert open_generator is not None
        generator = open_generator()  # now, so that no answer has to wait for it
        writer = lambda: generator  # noqa: E731
    assistant = Assistant(corpus.index.searcher, writer)
    bare = job.answers == "none"
    list(Assistant(corpus.index.searcher).ask(questions[0].text))  # the first one warms up
    for question in questions:
        allow = None
        if question.id in out_of_sight:
            allow = without_gold(corpus, job.dataset, question)
            question = replace(question, answerable=False, type="hidden", answers=(), must_not=())
        try:
            *_, answer = assistant.ask(question.text, K, allow, question.history, bare)
        except IsnadError as error:
            record = render.error_record(question.text, question.id, error.text.en)
            yield score(job, corpus, question, [], None if bare else record)
            continue
        assert isinstance(answer, Answer)
        hits = [
            (Found(corpus.keys[h.passage.doc_id], h.passage.start, h.passage.end,
                   round(h.score, 5)),
             [corpus.keys[doc] for doc in h.also if doc in corpus.keys])
            for h in answer.hits
        ]  # fmt: skip
        record = render.record(answer, question.id)
        timed = _timings(record)
        one = score(job, corpus, question, hits, None if bare else record)
        if bare:
            timed = {"retrieve_ms": timed["retrieve_ms"]}
        yield replace(one, metrics=one.metrics | timed)


def phrases(
    job: Job, corpus: Corpus, questions: Sequence[Question], generator: Generator
) -> Iterator[Result]:
    """The shortest phrase that the model gives for each answerable question from the passages that
    answer it, by the product's prompt: how well it reads, the search and the gate aside."""
    searcher = corpus.index.searcher
    for question in questions:
        gold = corpus.index.store.seqs() - without_gold(corpus, job.dataset, question)
        read, found = look_up(searcher, question.text, READ_HITS, gold, question.history)
        evidence = to_read(gather(read, found.vector, found.hits, searcher), PROMPT_SENTENCES)
        text = "".join(generator.stream(prompt.reading(question.text, evidence))).strip()
        pieces = copied(text, evidence, read)
        # Where nothing is copied from them, the product says the likeliest sentence.
        likeliest = next((item.text for item in evidence), text)
        text = "، ".join(piece.text for piece in pieces) or likeliest
        accepted = [form for forms in question.answers for form in forms]
        best = {
            "exact_match": max((exact_match(text, form) for form in accepted), default=0.0),
            "token_f1": max((token_f1(text, form) for form in accepted), default=0.0),
            "prompt_tokens": float(generator.usage.prompt_tokens),
        }
        said = {"status": "answered", "answer": text, "language": read.language}
        one = score(job, corpus, question, [], None)
        yield replace(one, ranks=(), answer=said, metrics=best)


def _timings(record: Mapping[str, Any]) -> dict[str, float]:
    found = {name: value for name, value in record["timings"].items() if value is not None}
    if record["usage"]["prompt_tokens"]:
        found |= record["usage"]
    return {name: float(value) for name, value in found.items()}


def baseline(
    job: Job, corpus: Corpus, questions: Sequence[Question], encoder: str
) -> Iterator[Result]:
    """What a baseline finds, all questions at once; a question that follows others is joined with
    the one before it, as the usual chain does."""
    retriever = _open_baseline(job.system, corpus, encoder)
    texts = [" ".join([*(asked for asked, _ in q.history[-1:]), q.text]) for q in questions]
    for question, hits in zip(questions, retriever.search(texts, K), strict=True):
        yield score(job, corpus, question, [(hit, []) for hit in hits], None, retriever)


def _open_baseline(system: str, corpus: Corpus, encoder: str) -> Retriever:
    if system == "dense":
        return dense(corpus.index, corpus.keys)
    if system == "bm25":
        return bm25(corpus.index, corpus.keys)
    if encoder == opening.HASHING:
        return plain(corpus.documents, opening.open_encoder(encoder))
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    return plain(corpus.documents, SentenceTransformerEncoder(models.resolve(encoder)))


def without_gold(corpus: Corpus, dataset: Dataset, question: Question) -> set[int]:
    """The numbers of the passages that hold nothing of any gold place."""
    gold: dict[str, list[tuple[int, int]]] = {}
    for place in question.gold:
        whole = dataset.by_document or place.end is None
        end = len(corpus.documents[place.doc].text) if whole or place.end is None else place.end
        gold.setdefault(place.doc, []).append((0 if whole else place.start, end))
    return {
        seq
        for seq, _, passage in corpus.index.store.passages_since(0)
        if not any(
            passage.start < end and start < passage.end
            for start, end in gold.get(corpus.keys[passage.doc_id], ())
        )
    }
