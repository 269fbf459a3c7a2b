"""What each step of the search is worth: the same questions with one step after the other left out.

    python -m eval.ablation [--sample N] [PATH...]

Question sets as ``rag eval --dataset`` takes them; without any the development half of the own set.
Printed: R@1 / R@5 × 100 of every set, first of the search as it is. The index stays as it is too:
what a step put into it is only not asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

from eval import loading
from eval.corpus_index import Corpus, open_corpus
from eval.data import Dataset, Job, select
from eval.systems import PRODUCT, product
from rag import assistant, opening, search, terms
from rag.arabic import strip_marks
from rag.followup import Searches
from rag.schema import Passage

_SEED = 0

Step = Callable[[ExitStack], None]


def _put(module: object, name: str, value: object, stack: ExitStack) -> None:
    stack.enter_context(patch.object(module, name, value))


def _nothing(*_: object) -> tuple[str, ...]:
    return ()


def _one_by_one(passages: Sequence[Passage]) -> list[list[int]]:
    return [[position] for position in range(len(passages))]


def _plainly(question: str, *_: object) -> str:
    return strip_marks(question)


def _alone(text: str, _: object) -> Searches:
    return Searches(text, None, False, text)


STEPS: Mapping[str, Sequence[Step]] = {
    "as it is": (),
    "no lexical leg": (partial(_put, search, "_LEXICAL_WEIGHT", 0.0),),
    "lexical weight 0.4 whatever is covered": (partial(_put, search, "_FULL_COVERAGE", 1e-9),),
    "no 4-grams": (partial(_put, terms, "_grams", _nothing),),
    "no sounds": (partial(_put, terms, "_sounds", _nothing),),
    "no numbers, dates, editions": (partial(_put, terms, "units", _nothing),),
    "no Darija words": (
        partial(_put, terms, "standard", _nothing),
        partial(_put, terms, "standard_latin", _nothing),
        partial(_put, terms, "candidates", _nothing),
    ),
    "no sentence vectors": (partial(_put, search, "_SENTENCE_WEIGHT", 0.0),),
    "no language shift": (partial(_put, search, "_bonus", lambda _: {}),),
    "questions embedded as written": (partial(_put, search, "respelled", _plainly),),
    "no preference for the time asked about": (partial(_put, search, "gains", lambda *_: {}),),
    "follow-ups on their own": (partial(_put, assistant, "standalone", _alone),),
    "near-duplicates not grouped": (partial(_put, search, "grouped", _one_by_one),),
    "no variety": (partial(_put, search, "varied", lambda _, scores: list(enumerate(scores))),),
}


def main(argv: Sequence[str]) -> int:
    """Print one line a step."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--sample", type=int, metavar="N", help="questions of each set")
    args = parser.parse_args(argv)
    sets = [
        select(dataset, None if args.paths else "dev", args.sample, _SEED)
        for path in args.paths or [loading.OWN]
        for dataset in loading.load(path)
    ]
    opened = [(one, open_corpus(one, (), opening.DEFAULT_ENCODER)) for one in sets]
    _say(f"left out | {' | '.join(one.name for one in sets)}")
    for name, steps in STEPS.items():
        terms._terms_of.cache_clear()
        with ExitStack() as stack:
            for step in steps:
                step(stack)
            found = [_recalls(one, corpus) for one, corpus in opened]
        _say(f"{name} | {' | '.join(f'{r1:.1f} / {r5:.1f}' for r1, r5 in found)}")
    return 0


def _recalls(dataset: Dataset, corpus: Corpus) -> tuple[float, float]:
    """R@1 and R@5 × 100."""
    job = Job(dataset, dataset.name, PRODUCT, "none")
    results = list(product(job, corpus, dataset.questions, (), None))
    rows = [result.metrics for result in results if "recall@1" in result.metrics]
    return 100 * fmean(r["recall@1"] for r in rows), 100 * fmean(r["recall@5"] for r in rows)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
