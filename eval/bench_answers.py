"""What a prompt of more sentences brings and costs, and what keeping its beginning saves.

    python -m eval.bench_answers [--sample N] [--seed N]

Answerable questions of the own development half go to the language model, in the same order for
every setting. Printed of each: prompt tokens, required facts given, time to the first word of the
draft; then the same without the engine's prompt cache, as a ratio. The fixed part of a prompt comes
first, so the cache saves it from the second question of a language on.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from eval.corpus_index import Corpus, open_corpus
from eval.data import Job, select
from eval.loading import OWN, load
from eval.scoring import score
from rag import opening, render
from rag.assistant import PROMPT_SENTENCES, Assistant
from rag.schema import Answer, Generator

SENTENCES = (2, 4, 6, 8)


class Reading(NamedTuple):
    """One question: tokens, share of its facts given (0-1), milliseconds to the first word."""

    prompt_tokens: int
    facts: float
    first_word_ms: float


def main(arguments: Sequence[str]) -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench_answers", description=__doc__)
    parser.add_argument("--sample", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    (whole,) = load(OWN)
    answerable = tuple(q for q in whole.questions if q.answerable and q.answers)
    dataset = select(replace(whole, questions=answerable), "dev", options.sample, options.seed)
    job = Job(dataset, dataset.name, "isnad", "llm")
    corpus = open_corpus(dataset, (), opening.DEFAULT_ENCODER)
    _say(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    kept = {}
    generator = opening.llm_opener(None)()
    for count in SENTENCES:
        kept[count] = ask(corpus, job, generator, count)
        _say(f"{count} sentences: {_figures(kept[count])}")
    bare = ask(corpus, job, opening.llm_opener(None, reuse_prompt=False)(), PROMPT_SENTENCES)
    _say(f"{PROMPT_SENTENCES} sentences without the prompt cache: {_figures(bare)}")
    saved = _median(bare) / _median(kept[PROMPT_SENTENCES])
    _say(f"the first word takes {saved:.2f} times as long without it")
    _say(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


def ask(corpus: Corpus, job: Job, generator: Generator, sentences: int) -> list[Reading]:
    """All questions of the set; those that no model wrote for are left out."""
    assistant = Assistant(corpus.index.searcher, lambda: generator, sentences)
    read = []
    for question in job.dataset.questions:
        *_, answer = assistant.ask(question.text, history=question.history)
        assert isinstance(answer, Answer)
        if answer.timings.first_token_ms is None:
            continue
        record = render.record(answer, question.id)
        facts = score(job, corpus, question, [], record).metrics["fact_recall"]
        read.append(Reading(answer.usage.prompt_tokens, facts, answer.timings.first_token_ms))
    return read


def _figures(read: Sequence[Reading]) -> str:
    tokens = statistics.fmean(one.prompt_tokens for one in read)
    facts = 100 * statistics.fmean(one.facts for one in read)
    slowest = max(one.first_word_ms for one in read) / 1000
    return (
        f"{len(read)} answers, {tokens:.0f} prompt tokens, {facts:.1f} % of the facts, "
        f"first word after {_median(read) / 1000:.1f} s (median; {slowest:.1f} at most)"
    )


def _median(read: Sequence[Reading]) -> float:
    return statistics.median(one.first_word_ms for one in read)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
