"""``rag index``: files into the index, with a progress bar."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rag import messages, opening
from rag.console import tell, write
from rag.errors import InputError
from rag.indexing import Report, index_files
from rag.load import discover


def run(folder: Path, paths: list[Path], encoder: str | None, sync: bool, lang: str) -> int:
    """Index ``paths``; 1 if nothing could be read, else 0."""
    found = discover(paths)
    for problem in found.problems:
        tell(problem.text.say(lang))
    if found.skipped:
        kinds = sorted({path.suffix.lower() or path.name for path in found.skipped})
        tell(messages.skipped(len(found.skipped), " ".join(kinds[:8])).say(lang))
    if not found.files and not sync:
        return 1
    store, opened = opening.open_for_writing(folder, encoder)
    with store, _bar(sum(map(_size, found.files))) as show:
        report = index_files(store, opened, found.files, paths if sync else (), show)
    return _finish(report, found.problems, lang)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _finish(report: Report, problems: tuple[InputError, ...], lang: str) -> int:
    for failure in report.failures:
        tell(failure.text.say(lang))
    if failed := len(report.failures) + len(problems):
        closing = messages.inputs_failed if report.documents else messages.nothing_indexed
        tell(closing(failed).say(lang))
    if report.documents and not (report.added or report.updated or report.removed):
        write(messages.NOTHING_CHANGED.say(lang))
    elif report.documents or report.removed:
        done = messages.indexed(
            report.added, report.updated, report.unchanged, report.removed, report.embedded
        )
        write(done.say(lang))
    return 0 if report.documents or report.removed else 1


@contextmanager
def _bar(total_bytes: int) -> Iterator[Callable[[Report], None]]:
    """A bar over the bytes of input: documents, passages, tokens a second, time left."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    began = time.monotonic()
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[counts]}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as p:
        task = p.add_task("", total=total_bytes, counts="")

        def show(report: Report) -> None:
            speed = report.tokens / max(time.monotonic() - began, 0.001)
            counts = f"{report.documents} doc · {report.embedded} passages · {speed:,.0f} tok/s"
            p.update(task, completed=report.done_bytes, counts=counts)

        yield show
