"""A run in figures: tables for a terminal, and the summary that stands in its JSON."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from eval.metrics import BY_NAME, METRICS, TIMINGS
from eval.results import Run, slices
from eval.statistics import Estimate, summarize

Estimates = dict[str, dict[str, dict[str, Estimate]]]
"""By dataset and system, joined as ``group_name`` does, by slice, by metric."""

BY_SLICE = {
    "recall@1": "R@1", "recall@5": "R@5", "fact_recall": "Fact recall",
    "citation_precision": "Cit. prec.", "hallucination": "Hallu.", "over_refusal": "Refused",
}  # fmt: skip
_COUNTS = ("prompt_tokens", "output_tokens", "answer_words")
# What would steer a terminal or reorder the line: controls, bidi overrides and isolates.
_STEERING = {
    code: f"[U+{code:04X}]"
    for span in ((0, 9), (11, 32), (127, 160), (0x202A, 0x202F), (0x2066, 0x206A), (0xD800, 0xE000))
    for code in range(*span)
}


def plain(text: str) -> str:
    """``text`` with every character that steers a reader's screen written as its code point."""
    return text.translate(_STEERING)


def group_name(dataset: str, system: str) -> str:
    """How a dataset and system are called together."""
    return f"{dataset}/{system}"


def estimates(run: Run, seed: int = 0) -> Estimates:
    """Every metric of every slice of every dataset and system: the slow part of a report."""
    return {
        group_name(*group): {name: summarize(part, seed) for name, part in slices(results).items()}
        for group, results in run.groups().items()
    }


def summary(run: Run, seed: int, found: Estimates | None = None) -> dict[str, object]:
    """``{dataset: {system: {slice: {metric: {value, low, high, n, p50, p95}}}}}``; ``found`` is
    what ``estimates`` made of the same run and seed."""
    found = estimates(run, seed) if found is None else found
    tree: dict[str, dict[str, object]] = {}
    for dataset, system in run.groups():
        tree.setdefault(dataset, {})[system] = {
            name: {metric: asdict(estimate) for metric, estimate in metrics.items()}
            for name, metrics in found[group_name(dataset, system)].items()
        }
    return dict(tree)


def show(run: Run, seed: int = 0, found: Estimates | None = None) -> None:
    """Print the tables on standard output; without colours where that is no terminal."""
    Console(file=sys.stdout, highlight=False).print(terminal(run, seed, found))


def terminal(run: Run, seed: int = 0, found: Estimates | None = None) -> Group:
    """The tables of a run: of each dataset a row a metric and a column a system; then by slice;
    then costs."""
    found = estimates(run, seed) if found is None else found
    groups = run.groups()
    parts: list[Table | Text] = [Text(f"{plain(run.name)}: {len(run.results)} results")]
    for dataset in dict.fromkeys(dataset for dataset, _ in groups):
        systems = {
            system: found[group_name(dataset, system)]["all"]
            for of, system in groups
            if of == dataset
        }
        parts += [_title(dataset), _systems(systems)]
    for (dataset, system), results in groups.items():
        by_slice = found[group_name(dataset, system)]
        known = {name: label for name, label in BY_SLICE.items() if name in by_slice["all"]}
        if known and (len(by_slice) > 1 or any(result.answer for result in results)):
            sizes = {name: len(part) for name, part in slices(results).items()}
            parts += [_title(f"{dataset} · {system}: by slice"), _slices(sizes, by_slice, known)]
    if run.costs:
        parts += [_title("costs"), _costs(run.costs)]
    if groups:
        parts.append(Text("\n× 100; ± the wider side of the 95 % interval; n: questions it is of"))
    return Group(*parts)


def _systems(systems: Mapping[str, Mapping[str, Estimate]]) -> Table:
    """``n`` is that of the first system which has the metric."""
    table = _table("", ["n", *map(plain, systems)])
    for metric in METRICS:
        known = [found[metric.name] for found in systems.values() if metric.name in found]
        if known:
            cells = [_cell(metric.name, found.get(metric.name)) for found in systems.values()]
            table.add_row(f"{metric.label} {better(metric.name)}", str(known[0].n), *cells)
    return table


def _slices(
    sizes: Mapping[str, int],
    by_slice: Mapping[str, Mapping[str, Estimate]],
    known: Mapping[str, str],
) -> Table:
    table = _table("slice", ["n", *known.values()])
    for name, metrics in by_slice.items():
        cells = [value(metric, metrics[metric]) if metric in metrics else "–" for metric in known]
        table.add_row(Text(plain(name)), str(sizes[name]), *cells)
    return table


def _costs(costs: Mapping[str, Mapping[str, float]]) -> Table:
    names = cost_names(costs)
    table = _table("", [cost_label(name) for name in names])
    for group, spent in costs.items():
        table.add_row(Text(plain(group)), *(cost(spent.get(name)) for name in names))
    return table


def _title(text: str) -> Text:
    return Text(f"\n{plain(text)}", style="bold")


def _table(first: str, columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(first, overflow="fold", min_width=18)
    for column in columns:
        table.add_column(Text(column), justify="right", vertical="bottom", overflow="fold")
    return table


def _cell(name: str, estimate: Estimate | None) -> str:
    if estimate is None:
        return "–"
    if name in TIMINGS:
        return percentiles(estimate)
    wide = max(estimate.high - estimate.value, estimate.value - estimate.low)
    return f"{value(name, estimate)} ±{shown(name, wide)}"


def percentiles(estimate: Estimate) -> str:
    """The median and the 95th percentile of milliseconds."""
    return f"{estimate.p50:,.0f} / {estimate.p95:,.0f}"


def value(name: str, estimate: Estimate) -> str:
    """The estimate of a metric for a reader: × 100, but milliseconds and tokens as they are."""
    return shown(name, estimate.value)


def interval(name: str, estimate: Estimate) -> str:
    """Its 95 % interval, as ``75.2–79.6``."""
    return f"{shown(name, estimate.low)}–{shown(name, estimate.high)}"


def better(name: str) -> str:
    """An arrow to where a metric is better."""
    return "↑" if BY_NAME[name].higher_is_better else "↓"


def cost_names(costs: Mapping[str, Mapping[str, float]]) -> list[str]:
    """What was counted for some group, in the order it was first."""
    return list(dict.fromkeys(name for spent in costs.values() for name in spent))


def cost_label(name: str) -> str:
    """What was counted, in words: ``peak_mb`` is peak MB."""
    return " ".join("MB" if word == "mb" else word for word in plain(name).split("_"))


def cost(amount: float | None) -> str:
    """A cost for a reader: whole from a hundred on."""
    if amount is None:
        return "–"
    return f"{amount:,.0f}" if abs(amount) >= 100 else f"{amount:,.1f}"


def shown(name: str, number: float) -> str:
    """A metric for a reader: shares × 100, milliseconds and counts as they are."""
    if name in TIMINGS:
        return f"{number:,.0f}"
    return f"{number:,.1f}" if name in _COUNTS else f"{100 * number:.1f}"
