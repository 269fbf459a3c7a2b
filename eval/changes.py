"""Two runs compared, as a table for a terminal."""

from __future__ import annotations

import sys

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from eval.compare import Change, Comparison
from eval.report import plain, shown

_NAMED = 8  # questions named a metric


def show(comparison: Comparison) -> None:
    """Print it on standard output; without colours where that is no terminal."""
    Console(file=sys.stdout, highlight=False).print(terminal(comparison))


def terminal(comparison: Comparison) -> Group:
    """A table for each dataset and system, then the questions won and lost."""
    parts: list[Table | Text] = []
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in comparison.changes:
        groups.setdefault((change.dataset, change.system), []).append(change)
    for (dataset, system), changes in groups.items():
        table = Table(title=Text(plain(f"{dataset} / {system}")), title_justify="left", box=None,
                      pad_edge=False)  # fmt: skip
        table.add_column("metric", overflow="fold")
        for name in ("n", "before", "after", "p", ""):
            table.add_column(name, justify="right")
        for change in changes:
            table.add_row(*_row(change))
        parts += [table, *_questions(changes), Text()]
    parts += [Text(plain(f"not in the second run: {what}")) for what in comparison.missing]
    return Group(*parts)


def _row(change: Change) -> tuple[str, ...]:
    name = change.metric.name
    return (
        change.metric.label,
        str(change.n),
        shown(name, change.before),
        shown(name, change.after),
        "" if change.p is None else f"{change.p:.3f}",
        "worse" if change.regressed else "",
    )


def _questions(changes: list[Change]) -> list[Text]:
    lines = []
    for change in changes:
        for word, ids in (("better", change.wins), ("worse", change.losses)):
            if ids and (change.metric.exact or change.metric.margin is not None):
                named = ", ".join(ids[:_NAMED]) + (", …" if len(ids) > _NAMED else "")
                lines.append(Text(plain(f"  {change.metric.name} {word} ({len(ids)}): {named}")))
    return lines
