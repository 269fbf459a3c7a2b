"""What a run leaves behind: one record a question, and all it takes to repeat the run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any

from eval.messages import not_results
from rag.errors import InputError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found: where, its score, which facts it proves (none: a miss), and for
    the first few its words."""

    doc: str
    start: int
    end: int
    score: float
    facts: tuple[int, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A question as one system answered it.

    ``expected``: the accepted forms of each fact. ``ranks``: the rank at which each fact was first
    found, 0 for not at all. ``answer``: the record of ``rag ask --json`` without its hits, or None
    where a system only finds. ``metrics``: those that are defined for this question, by name.
    ``faults``: what the scorer holds against the answer, in words.
    """

    dataset: str
    system: str
    id: str
    question: str
    lang: str
    type: str
    tags: tuple[str, ...]
    split: str
    answerable: bool
    pair: str | None
    history: tuple[tuple[str, str], ...]
    expected: tuple[tuple[str, ...], ...]
    gold: tuple[str, ...]
    ranks: tuple[int, ...]
    found: tuple[Found, ...]
    answer: dict[str, Any] | None
    metrics: dict[str, float]
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run. ``settings``: what decides the numbers; ``environment``: machine, versions,
    commit, date; ``costs``: seconds and megabytes a dataset and system, which no rerun repeats."""

    name: str
    settings: dict[str, Any]
    environment: dict[str, Any]
    results: tuple[Result, ...]
    costs: dict[str, dict[str, float]] = field(default_factory=dict)

    def groups(self) -> dict[tuple[str, str], list[Result]]:
        """The results of each dataset and system, in the order of the run."""
        found: dict[tuple[str, str], list[Result]] = {}
        for result in self.results:
            found.setdefault((result.dataset, result.system), []).append(result)
        return found


def write(run: Run, path: Path, summary: Mapping[str, Any]) -> None:
    """Write ``run`` as JSON, with its ``summary`` for who only reads the file."""
    row = {"format": FORMAT, **asdict(run), "summary": summary}
    save(path, json.dumps(row, ensure_ascii=False))


def read(path: Path) -> Run:
    """Read what ``write`` wrote.

    Raises:
        InputError: it is no such file.
    """
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        if row["format"] != FORMAT:
            raise ValueError(f"format {row['format']}, not {FORMAT}")
        results = tuple(result(item) for item in row["results"])
        for name in ("settings", "environment", "costs"):
            if not isinstance(row[name], dict):
                raise TypeError(f"{name} is no object")
        return Run(row["name"], row["settings"], row["environment"], results, row["costs"])
    except OSError as error:
        raise InputError(not_results(path, error.strerror or str(error))) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(not_results(path, f"{type(error).__name__}: {error}")) from error


_LISTS = ("tags", "history", "expected", "gold", "ranks", "found", "faults")
_KINDS: dict[str, type | UnionType] = {
    "id": str,
    "answerable": bool,
    "answer": dict | None,
    "metrics": dict,
    **{name: list | tuple for name in _LISTS},
}


def result(row: Mapping[str, Any]) -> Result:
    """The ``Result`` that ``asdict`` and JSON made ``row`` of.

    Raises:
        KeyError, TypeError: it made no such row.
    """
    for name, kind in _KINDS.items():
        if not isinstance(row[name], kind):
            raise TypeError(f"{name} is {row[name]!r}")
    for name, value in row["metrics"].items():
        if not isinstance(value, int | float):
            raise TypeError(f"{name} is {value!r}, not a number")
    plain = dict(row)
    plain["found"] = tuple(Found(**{**f, "facts": tuple(f["facts"])}) for f in row["found"])
    for name in ("tags", "gold", "ranks", "faults"):
        plain[name] = tuple(row[name])
    for name in ("history", "expected"):
        plain[name] = tuple(map(tuple, row[name]))
    return Result(**plain)


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".tmp")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def slices(results: Sequence[Result]) -> dict[str, list[Result]]:
    """The results by what they have in common: all, then split, lang, type and tag, as far as these
    are not all of them again."""
    found: dict[str, list[Result]] = {"all": list(results)}
    keys = (
        ("split", lambda r: (r.split,)),
        ("lang", lambda r: (r.lang,)),
        ("type", lambda r: (r.type,)),
        ("tag", lambda r: r.tags),
    )
    for kind, values in keys:
        groups: dict[str, list[Result]] = {}
        for one in results:
            for value in values(one):
                if value:
                    groups.setdefault(f"{kind}={value}", []).append(one)
        found |= {key: group for key, group in sorted(groups.items()) if len(group) < len(results)}
    return found
