"""Figures of a run as inline SVG: no script, nothing from another host, the same bytes each time.

Text and axes take the colour of the page around them, so that one figure serves light and dark.
Which line is whose stands in a legend outside, made of ``styles``: names can be long, in any
script, and a figure must stay readable at the width of a phone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from eval import metrics
from eval.results import Result, Run
from eval.statistics import confidences

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Group = tuple[str, str]
Curve = tuple[NDArray[np.float64], NDArray[np.float64]]

# Told apart with every common colour blindness (Okabe and Ito 2008; Tol 2021), and at least 3:1 on
# white and on the page's dark background. Five colours against four dashes: 20 different lines,
# and two neighbours never differ by colour alone.
_COLOURS = ("#0077bb", "#d55e00", "#009980", "#aa4499", "#8a7a00")
_DASHES = ((), (6, 2), (2, 2), (7, 2, 2, 2))
# Stands for the colour of the page in what matplotlib writes; no curve has it.
_INK = "#010203"
_SIZE = (4.6, 3.0)  # inches at 72 points: about as wide as a phone
_DEPTH = 100
_INKS: dict[Any, Any] = {
    "text.color": _INK, "axes.labelcolor": _INK, "axes.edgecolor": _INK, "xtick.color": _INK,
    "ytick.color": _INK, "grid.color": _INK, "font.size": 9, "path.simplify": True,
}  # fmt: skip
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_STROKES = "stroke-linejoin:round;stroke-linecap:butt"
_SIZED = re.compile(r' width="[\d.]+pt" height="[\d.]+pt"')
_STYLE = re.compile(r"<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL)
_FONTS = re.compile(r" font-family: [^;\"]*;")
_NUMBERED = re.compile(r' id="[\w.]+_\d+"')
_TITLES = {
    "retrieve_ms": "Time to the passages",
    "first_token_ms": "Time to the first word",
    "total_ms": "Time to the end of the answer",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the line of a dataset and system is drawn."""

    colour: str
    dashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure, its title, and a sentence that says how to read it."""

    title: str
    note: str
    svg: str


def styles(run: Run) -> dict[Group, Style]:
    """The style of each dataset and system, the same in every figure."""
    return {
        group: Style(_COLOURS[n % len(_COLOURS)], _DASHES[n % len(_DASHES)])
        for n, group in enumerate(run.groups())
    }


def plots(run: Run) -> list[Plot]:
    """Every figure that the run has numbers for."""
    made = [risk_coverage(run), recall_by_k(run), *(latency(run, name) for name in metrics.TIMINGS)]
    return [plot for plot in made if plot]


def risk_coverage(run: Run) -> Plot | None:
    """Risk against coverage, of the groups that answer."""
    curves = {}
    for group, results in run.groups().items():
        rows = confidences(results)
        if len(rows):
            curves[group] = metrics.risk_coverage(rows[:, 0], rows[:, 2])

    def finish(axes: Axes) -> None:
        axes.set_xlabel("coverage: share of questions answered, %")
        axes.set_ylabel("risk: wrong among those, %")
        axes.set_xlim(0, 100)
        axes.set_ylim(0, None)

    note = (
        "The most confident questions are answered first; lower is better. What was refused has no "
        "answer and counts as wrong: beyond the share answered the curve is an upper bound."
    )
    percent = {group: (100 * x, 100 * y) for group, (x, y) in curves.items()}
    return _plot("Risk and coverage", note, run, percent, finish)


def recall_by_k(run: Run) -> Plot | None:
    """Recall@k for every k, of the groups with something to find."""
    ks = np.arange(1.0, _DEPTH + 1)
    curves = {}
    for group, results in run.groups().items():
        shares = [_recalls(result.ranks) for result in results if result.ranks]
        if shares:
            curves[group] = ks, 100 * np.mean(shares, axis=0)

    def finish(axes: Axes) -> None:
        _log(axes, 1, _DEPTH)
        axes.set_xlabel("k: the first k passages")
        axes.set_ylabel("facts found among them, %")
        axes.set_ylim(None, 100)

    return _plot("Recall by k", "Higher is better.", run, curves, finish)


def latency(run: Run, name: str) -> Plot | None:
    """The share of questions that were ready by each millisecond, for one of ``TIMINGS``."""
    curves = {}
    for group, results in run.groups().items():
        if times := sorted(_times(results, name)):
            curves[group] = np.array(times), 100 * np.arange(1.0, len(times) + 1) / len(times)

    def finish(axes: Axes) -> None:
        ends = [time for times, _ in curves.values() for time in (times[0], times[-1])]
        _log(axes, min(ends) / 1.2, max(ends) * 1.2)
        axes.set_xlabel("milliseconds")
        axes.set_ylabel("questions ready by then, %")
        axes.set_ylim(0, 100)

    note = "Further left is faster; a long way to the right at the top is a slow tail."
    return _plot(_TITLES[name], note, run, curves, finish)


def _recalls(ranks: Sequence[int]) -> NDArray[np.float64]:
    """``metrics.recall`` for each k, *shape* ``(_DEPTH,)``."""
    first = np.array(ranks)[:, None]
    ks = np.arange(1, _DEPTH + 1)
    return np.asarray(((first > 0) & (first <= ks)).mean(axis=0), float)


def _times(results: Sequence[Result], name: str) -> list[float]:
    # A logarithmic axis has no zero.
    return [max(result.metrics[name], 0.1) for result in results if name in result.metrics]


def _log(axes: Axes, low: float, high: float) -> None:
    """A logarithmic x axis whose few ticks are plain numbers."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    subs = (1.0, 2.0, 5.0) if high / low < 300 else (1.0,)
    axes.set_xscale("log")
    axes.set_xlim(low, high)
    axes.xaxis.set_major_locator(LogLocator(subs=subs))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.10g}"))
    axes.xaxis.set_minor_locator(NullLocator())


def _plot(
    title: str, note: str, run: Run, curves: Mapping[Group, Curve], finish: Callable[[Axes], None]
) -> Plot | None:
    if not curves:
        return None
    import matplotlib
    from matplotlib.figure import Figure
    from matplotlib.style import context

    # Text stays text; ids depend on the title alone, and differ between the figures of a page.
    ids: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": title}
    # "default": whatever matplotlibrc the reader has.
    with context("default"), matplotlib.rc_context(ids | _INKS):
        figure = Figure(figsize=_SIZE, layout="constrained")
        axes = figure.add_subplot()
        by_group = styles(run)
        for group, (x, y) in curves.items():
            style = by_group[group]
            dashes = (0, style.dashes) if style.dashes else "-"
            # A dot where it ends: a line of one point would not be seen.
            axes.plot(x, y, color=style.colour, linestyle=dashes, linewidth=1.8, marker="o",
                      markersize=3.5, markevery=[len(x) - 1], clip_on=False, zorder=3)  # fmt: skip
        finish(axes)
        axes.grid(alpha=0.25, linewidth=0.6)
        axes.spines[["top", "right"]].set_visible(False)
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata=_NO_METADATA)
    return Plot(title, note, _inline(written.getvalue(), title))


def _inline(svg: str, title: str) -> str:
    """A file of matplotlib as an element of a page: no prolog, as wide as there is room, without
    its own fonts, the style for everything on the page and the ids that every figure has."""
    svg = svg[svg.index("<svg") :].replace(_INK, "currentColor")
    svg = _SIZED.sub(f' role="img" aria-label="{escape(title)}" style="{_STROKES}"', svg, count=1)
    svg = _STYLE.sub("", svg, count=1)
    return _NUMBERED.sub("", _FONTS.sub("", svg)).strip()
