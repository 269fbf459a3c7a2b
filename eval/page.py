"""A run as one page of HTML that needs nothing else: the tables, the figures, every failure.

What comes from documents, questions and models is escaped by the template and shown in its own
direction; characters that would reorder the line are written as their code points.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from eval import plots, report
from eval.metrics import BY_NAME, METRICS, TIMINGS
from eval.results import Found, Result, Run, slices
from eval.statistics import Estimate

_LOOKED_AT = 5  # hits among which a fact must be
_LISTED = 10  # hits shown of a failed question, and those below that prove a fact
_SLICE_COLUMNS = {
    "recall@1": "Recall@1", "recall@5": "Recall@5", "ndcg@10": "nDCG@10",
    "fact_recall": "Fact recall", "citation_precision": "Citation precision",
    "citation_recall": "Citation recall", "unsupported": "Unsupported",
    "hallucination": "Hallucination", "over_refusal": "Over-refusal",
    "language_match": "Language", "total_ms": "End, ms",
}  # fmt: skip


def _at_most(name: str, bound: float) -> Callable[[Result], bool]:
    return lambda result: result.metrics.get(name, bound) > bound


def _at_least(name: str, bound: float) -> Callable[[Result], bool]:
    return lambda result: result.metrics.get(name, bound) < bound


def _refused(result: Result) -> bool:
    abstained = result.answer is not None and result.answer["status"] == "abstained"
    return result.answerable and (abstained or result.metrics.get("over_refusal", 0.0) > 0)


KINDS: dict[str, Callable[[Result], bool]] = {
    "Error": lambda r: r.answer is not None and r.answer["status"] == "error",
    "Made-up citation": _at_least("span_exact", 1),
    "Unsupported number or name": _at_most("unsupported", 0),
    "Hallucination": lambda r: not r.answerable and r.metrics.get("hallucination", 0.0) > 0,
    "Refused": _refused,
    "Fact missing or wrong": lambda r: (
        r.answerable and r.metrics.get("fact_recall", 1.0) < 1 and not _refused(r)
    ),
    "No word of the answer": lambda r: (
        "fact_recall" not in r.metrics and r.metrics.get("token_f1", 1.0) == 0
    ),
    "Unsupported claim": _at_least("citation_recall", 1),
    "Idle citation": _at_least("citation_precision", 1),
    "Wrong language": _at_least("language_match", 1),
    "Fact not in the first 5": lambda r: (
        r.answerable and any(not 0 < rank <= _LOOKED_AT for rank in r.ranks)
    ),
}
"""The ways to fail, gravest first. A question can fail in several."""

OTHER = "Other fault"
"""What the scorer holds against an answer that fails in no other way."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that went wrong: how, and the id of its place on the page."""

    anchor: str
    kinds: tuple[str, ...]
    result: Result
    hits: tuple[tuple[int, Found], ...]


@dataclass(frozen=True, slots=True)
class Failures:
    """Those of a dataset and system, out of ``n`` questions, also by kind."""

    anchor: str
    dataset: str
    system: str
    n: int
    all: tuple[Failure, ...]
    by_kind: dict[str, list[Failure]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, and below it the interval, and how many questions it rests on if not all."""

    value: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Heads of the columns, the first over the names of the rows; cells by row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def page(run: Run, seed: int, found: report.Estimates | None = None) -> str:
    """The page of a run; ``found`` is what ``report.estimates`` made of the same run and seed."""
    found = report.estimates(run, seed) if found is None else found
    groups = run.groups()
    failures = [
        _failures(f"g{number}", *group, results)
        for number, (group, results) in enumerate(groups.items(), start=1)
    ]
    return _template().render(
        run=run,
        about=[*_flat("", run.settings), *_flat("", run.environment)],
        date=str(run.environment.get("date", "")),
        datasets=[_systems(run, name, found) for name in dict.fromkeys(d for d, _ in groups)],
        by_slice=[
            _slices(*group, results, found)
            for group, results in groups.items()
            if len(found[report.group_name(*group)]) > 1
        ],
        costs=_costs(run.costs) if run.costs else None,
        plots=plots.plots(run),
        styles=plots.styles(run),
        failures=failures,
        kinds=[kind for kind in (*KINDS, OTHER) if any(kind in of.by_kind for of in failures)],
    )


def kinds(result: Result) -> tuple[str, ...]:
    """The ways in which ``result`` failed; none for a right one."""
    found = tuple(kind for kind, failed in KINDS.items() if failed(result))
    return found or ((OTHER,) if result.faults else ())


def _failures(anchor: str, dataset: str, system: str, results: Sequence[Result]) -> Failures:
    found = []
    for number, result in enumerate(results, start=1):
        if failed := kinds(result):
            found.append(Failure(f"{anchor}-{number}", failed, result, _hits(result)))
    by_kind = {kind: [one for one in found if kind in one.kinds] for kind in (*KINDS, OTHER)}
    by_kind = {kind: some for kind, some in by_kind.items() if some}
    return Failures(anchor, dataset, system, len(results), tuple(found), by_kind)


def _hits(result: Result) -> tuple[tuple[int, Found], ...]:
    ranked = enumerate(result.found, start=1)
    return tuple((rank, hit) for rank, hit in ranked if rank <= _LISTED or hit.facts)


def _systems(run: Run, dataset: str, found: report.Estimates) -> Table:
    """A row a metric, a column a system: there are more metrics than a page is wide."""
    sizes = {
        system: len(results) for (of, system), results in run.groups().items() if of == dataset
    }
    rows = {system: found[report.group_name(dataset, system)]["all"] for system in sizes}
    known = [m.name for m in METRICS if any(m.name in metrics for metrics in rows.values())]
    cells = [
        (
            f"{BY_NAME[name].label} {report.better(name)}",
            tuple(_cell(name, metrics.get(name), sizes[s]) for s, metrics in rows.items()),
        )
        for name in known
    ]
    count = ("Questions", tuple(Cell(str(n)) for n in sizes.values()))
    return Table(dataset, ("", *sizes), (count, *cells))


def _slices(dataset: str, system: str, results: Sequence[Result], found: report.Estimates) -> Table:
    by_slice = found[report.group_name(dataset, system)]
    known = [name for name in _SLICE_COLUMNS if name in by_slice["all"]]
    rows = []
    for name, part in slices(results).items():
        n = len(part)
        cells = tuple(_cell(metric, by_slice[name].get(metric), n) for metric in known)
        rows.append((name, (Cell(str(n)), *cells)))
    head = tuple(f"{_SLICE_COLUMNS[name]} {report.better(name)}" for name in known)
    return Table(f"{dataset} · {system}", ("", "Questions", *head), tuple(rows))


def _costs(costs: Mapping[str, Mapping[str, float]]) -> Table:
    names = report.cost_names(costs)
    rows = tuple(
        (group, tuple(Cell(report.cost(spent.get(name))) for name in names))
        for group, spent in costs.items()
    )
    return Table("Costs", ("", *map(report.cost_label, names)), rows)


def _cell(name: str, estimate: Estimate | None, questions: int) -> Cell:
    if estimate is None:
        return Cell("–")
    of = () if estimate.n == questions else (f"n {estimate.n}",)
    if name in TIMINGS:
        return Cell(report.percentiles(estimate), ("p50 / p95", *of))
    return Cell(report.value(name, estimate), (report.interval(name, estimate), *of))


def _flat(prefix: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The leaves of nested settings, ``outer.inner`` with its value."""
    for key, value in tree.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(f"{prefix}{key}.", value)
        else:
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield f"{prefix}{key}", shown


def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_safe,
    )  # fmt: skip
    environment.filters["svg"] = Markup  # of our own figures only
    return environment.from_string((files("eval") / "page.html.j2").read_text(encoding="utf-8"))


def _safe(value: object) -> object:
    """What every expression of the template goes through, before it is escaped."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return report.plain(value)
    return value
