"""A run: every question of every set put to every system, judged, and written down at once."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from eval import environment, loading
from eval.corpus_index import open_corpus
from eval.data import Job, hidden, select
from eval.messages import (
    broken_part,
    nothing_asked,
    other_settings,
    run_goes_on,
    two_of_a_name,
)
from eval.results import Result, Run, result, save
from eval.systems import PRODUCT, K, OpenGenerator, baseline, phrases, product
from rag import opening
from rag.errors import InputError, UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """What is measured: ``rag eval``'s options. ``hide``: the share of the answerable questions
    whose gold places are kept from the search, which makes them unanswerable."""

    datasets: tuple[Path, ...] = (loading.OWN,)
    systems: tuple[str, ...] = (PRODUCT,)
    answers: str = "extractive"
    model: str | None = None
    encoder: str = opening.DEFAULT_ENCODER
    split: str | None = None
    sample: int | None = None
    seed: int = 0
    hide: float = 0.0
    distractors: tuple[Path, ...] = ()


def plan(settings: Settings) -> list[Job]:
    """What there is to do. With distractors, finding is measured once more among them.

    Raises:
        InputError: a set cannot be read.
        UsageError: the options leave nothing to ask, or two sets have one name.
    """
    others = tuple(one for path in settings.distractors for one in loading.load(path)[:1])
    jobs: list[Job] = []
    for path in dict.fromkeys(path.resolve() for path in settings.datasets):
        for whole in loading.load(path):
            if settings.answers == "short":
                answerable = tuple(q for q in whole.questions if q.answerable and q.answers)
                whole = replace(whole, questions=answerable)
            dataset = select(whole, settings.split, settings.sample, settings.seed)
            if not dataset.questions:
                raise UsageError(nothing_asked(whole.name))
            if dataset.name in {job.label for job in jobs}:
                raise UsageError(two_of_a_name(dataset.name))
            beside = tuple(one for one in others if one.corpus != dataset.corpus)
            among = f"{dataset.name} + {sum(len(one.records) for one in beside)}"
            for system in settings.systems:
                answers = settings.answers if system == PRODUCT else "none"
                jobs.append(Job(dataset, dataset.name, system, answers))
                if beside:
                    jobs.append(Job(dataset, among, system, "none", beside))
    return jobs


def described(settings: Settings, jobs: Sequence[Job]) -> dict[str, Any]:
    """Everything that decides the numbers, as JSON can hold it: options, data, models, code."""
    llm = _needs_model(settings)
    return {
        "datasets": {job.label: job.dataset.sha256() for job in jobs},
        "distractors": {o.name: o.sha256() for job in jobs for o in job.others},
        "systems": list(settings.systems),
        "answers": settings.answers,
        "split": settings.split,
        "sample": settings.sample,
        "seed": settings.seed,
        "hide": settings.hide,
        "k": K,
        "encoder": environment.model(settings.encoder),
        "model": environment.model(settings.model or opening.DEFAULT_LLM) if llm else None,
        "threads": environment.threads() if llm else None,
        "prompt_cache": False if llm else None,
        "code": environment.code_sha256(),
    }


def _needs_model(settings: Settings) -> bool:
    return settings.answers in ("llm", "short") and PRODUCT in settings.systems


def default_name(described: Mapping[str, Any]) -> str:
    """A name that the same command over the same code, data and models gives again."""
    digest = hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:8]
    sets = "-".join(name for name in described["datasets"] if " + " not in name)
    return f"{sets[:40]}-{described['answers']}-{digest}"


def ask_all(
    settings: Settings,
    folder: Path,
    name: str | None = None,
    show: Callable[[int, int, str], None] = lambda done, total, now: None,
    open_generator: OpenGenerator | None = None,
) -> Run:
    """Ask everything; what an interrupted run of this name had done is not asked again.

    ``show`` is called with the questions done, all there are, and which set and system is asked.
    Results are appended to ``folder/name.part.jsonl`` as they come. ``open_generator`` takes the
    place of the language model that ``settings`` name, for tests.

    Raises:
        InputError: a set is not as it should be.
        UsageError: nothing to ask, or the unfinished run of this name has other settings.
        ModelError: a model is not here; the message names the command that gets it.
    """
    where = environment.describe(settings)
    jobs = plan(settings)
    if _needs_model(settings) and open_generator is None:
        open_generator = opening.llm_opener(settings.model)
    if open_generator is not None:
        open_generator = cache(open_generator)  # one for all sets
    decided = described(settings, jobs)
    name = name or default_name(decided)
    part = folder / f"{name}.part.jsonl"
    costs: dict[str, dict[str, float]] = {}
    total = sum(len(job.dataset.questions) for job in jobs)
    with _alone(part):
        done = _resume(part, decided)
        with part.open("a", encoding="utf-8") as out:
            for job in jobs:
                key = f"{job.label}/{job.system}"
                began, new = time.perf_counter(), []
                for one in _ask(job, settings, done, open_generator):
                    done[one.dataset, one.system, one.id] = one
                    new.append(one)
                    out.write(json.dumps(dataclasses.asdict(one), ensure_ascii=False) + "\n")
                    out.flush()
                    show(len(done), total, key)
                costs[key] = _costs(new, time.perf_counter() - began)
    order = [(j.label, j.system, q.id) for j in jobs for q in j.dataset.questions]
    return Run(name, decided, where, tuple(done[key] for key in order), costs)


def _costs(results: Sequence[Result], seconds: float) -> dict[str, float]:
    """What the questions asked now took; all of it together, so with indexing and loading."""
    asking = [r.metrics.get("total_ms", r.metrics.get("retrieve_ms")) for r in results]
    spent = sum(time for time in asking if time is not None) / 60_000
    found = {"asked": float(len(results)), "seconds in all": round(seconds, 1)}
    if spent:
        found["questions per minute"] = round(len(results) / spent, 1)
    return found | {"peak MB so far": environment.peak_mb()}


@contextmanager
def _alone(part: Path) -> Iterator[None]:
    """Keep a second run of the same name away."""
    from filelock import FileLock, Timeout

    part.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(part.with_suffix(".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise UsageError(run_goes_on(part)) from error
    try:
        yield
    finally:
        lock.release()
        part.with_suffix(".lock").unlink(missing_ok=True)


def finish(folder: Path, name: str) -> None:
    """Forget the unfinished run: its results are in the file of the finished one."""
    (folder / f"{name}.part.jsonl").unlink(missing_ok=True)


Done = dict[tuple[str, str, str], Result]


def _resume(part: Path, decided: Mapping[str, Any]) -> Done:
    """What an interrupted run left; a last line that was cut off is asked again.

    Raises:
        UsageError: it had other settings.
        InputError: it is no such file.
    """
    lines = part.read_bytes().split(b"\n")[:-1] if part.is_file() else []
    if not lines:
        save(part, json.dumps(decided, ensure_ascii=False) + "\n")
        return {}
    found = []
    for number, line in enumerate(lines):
        try:
            row = json.loads(line)
            found += [result(row)] if number else []
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(broken_part(part, number + 1)) from error
        if not number and row != json.loads(json.dumps(decided)):
            raise UsageError(other_settings(part))
    save(part, b"".join(line + b"\n" for line in lines).decode())
    return {(one.dataset, one.system, one.id): one for one in found}


def _ask(
    job: Job, settings: Settings, done: Done, open_generator: OpenGenerator | None
) -> Iterator[Result]:
    left = [q for q in job.dataset.questions if (job.label, job.system, q.id) not in done]
    if not left:
        return
    corpus = open_corpus(job.dataset, job.others, settings.encoder)
    with corpus.index.store:
        if job.system == PRODUCT:
            if job.answers == "short":
                assert open_generator is not None
                yield from phrases(job, corpus, left, open_generator())
                return
            out_of_sight = hidden(job.dataset, settings.hide, settings.seed)
            if job.answers == "none":
                out_of_sight = frozenset()
            yield from product(job, corpus, left, out_of_sight, open_generator)
        else:
            yield from baseline(job, corpus, left, settings.encoder)
