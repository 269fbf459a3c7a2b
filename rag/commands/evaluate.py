"""``rag eval``: questions with known answers put to the product, and two such runs compared."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rag import arguments, messages
from rag.console import tell


def add_options(evaluate: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """The options of ``rag eval`` and ``rag eval compare``."""
    evaluate.set_defaults(action="run", interrupted=messages.INTERRUPTED_EVAL)
    evaluate.add_argument(
        "--dataset", action="append", default=[], type=Path, metavar="PATH",
        help="a question set, in place of the project's own; may be repeated. A folder with "
        "corpus/ and questions/, with passages.jsonl and questions.jsonl, in BEIR's layout, or a "
        "SQuAD .json",
    )  # fmt: skip
    evaluate.add_argument(
        "--system", action="append", default=[], choices=("isnad", "dense", "bm25", "plain"),
        help="what is asked (default: isnad); the others are baselines that only find; may be "
        "repeated",
    )  # fmt: skip
    evaluate.add_argument(
        "--answers", choices=("none", "extractive", "llm"), default="extractive",
        help="only find, answer with the sources' own sentences (default), or with the language "
        "model",
    )  # fmt: skip
    evaluate.add_argument(
        "--short", dest="answers", action="store_const", const="short",
        help="only the shortest phrase that the language model gives from the passages that answer",
    )  # fmt: skip
    evaluate.add_argument("--model", metavar="NAME", help="the language model, with --answers llm")
    evaluate.add_argument("--encoder", metavar="NAME", help="the embedding model")
    evaluate.add_argument("--split", choices=("dev", "test"), help="only this half of a set")
    evaluate.add_argument(
        "--sample",
        type=arguments.positive,
        metavar="N",
        help="only N questions of each set, by --seed",
    )
    evaluate.add_argument("--seed", type=arguments.seed, default=0, metavar="N", help="default: 0")
    evaluate.add_argument(
        "--hide-gold", type=arguments.share, default=0.0, metavar="SHARE",
        help="keep the right passages of this share (0-1) of the questions from the search: these "
        "are to be refused",
    )  # fmt: skip
    evaluate.add_argument(
        "--distractors", action="append", default=[], type=Path, metavar="PATH",
        help="measure finding once more among the documents of this set; may be repeated",
    )  # fmt: skip
    evaluate.add_argument(
        "--results", type=Path, default=Path("results"), metavar="DIR",
        help="where the .json and the .html go (default: results)",
    )  # fmt: skip
    evaluate.add_argument(
        "--name", metavar="NAME", type=arguments.file_name,
        help="of the run (default: made of what decides its numbers); an interrupted run goes on",
    )  # fmt: skip
    actions = evaluate.add_subparsers(metavar="[compare]")
    compare = actions.add_parser(
        "compare", parents=[common], help="two runs: exit 1 if the second is significantly worse",
    )  # fmt: skip
    compare.set_defaults(action="compare")
    compare.add_argument("before", type=Path, metavar="A", help="the .json of the earlier run")
    compare.add_argument("after", type=Path, metavar="B", help="the .json of the later run")


def run(args: argparse.Namespace) -> int:
    """Ask, judge, print the tables, write the results and the page; or compare two such runs."""
    if args.action == "compare":
        return _compare(args.before, args.after, args.seed, args.lang)
    from eval import page, report, results
    from eval.loading import OWN
    from eval.messages import reports_written, unwritable
    from eval.run import Settings, ask_all, finish
    from rag.errors import UsageError
    from rag.opening import DEFAULT_ENCODER

    settings = Settings(
        datasets=tuple(args.dataset) or (OWN,),
        systems=tuple(dict.fromkeys(args.system)) or ("isnad",),
        answers=args.answers,
        model=args.model,
        encoder=args.encoder or DEFAULT_ENCODER,
        split=args.split,
        sample=args.sample,
        seed=args.seed,
        hide=args.hide_gold,
        distractors=tuple(args.distractors),
    )
    try:
        args.results.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(unwritable(args.results, error.strerror or str(error))) from error
    with _bar() as show:
        done = ask_all(settings, args.results, args.name, show)
    estimates = report.estimates(done, args.seed)
    data = args.results / f"{done.name}.json"
    html = args.results / f"{done.name}.html"
    results.write(done, data, report.summary(done, args.seed, estimates))
    results.save(html, page.page(done, args.seed, estimates))
    finish(args.results, done.name)
    report.show(done, args.seed, estimates)
    tell(reports_written(data, html).say(args.lang))
    return 0


def _compare(before: Path, after: Path, seed: int, lang: str) -> int:
    """Print what changed from one run to the other; 1 if a gated metric got worse."""
    from eval import changes, results
    from eval.compare import compare
    from eval.messages import NOT_WORSE, REGRESSED

    comparison = compare(results.read(before), results.read(after), seed)
    changes.show(comparison)
    tell((REGRESSED if comparison.regressed else NOT_WORSE).say(lang))
    return 1 if comparison.regressed else 0


@contextmanager
def _bar() -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda done, total, now: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(done: int, total: int, now: str) -> None:
            bar.update(task, completed=done, total=total, description=now)

        yield show
