"""``rag ask``: one question, or a file of them in one process."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag import messages, opening, render
from rag.assistant import Assistant, Draft, Event, Retrieved
from rag.console import tell, write
from rag.errors import IsnadError, UsageError
from rag.lookup import History
from rag.opening import OpenIndex
from rag.schema import Answer, Generator
from rag.units import units

_MOST_CHARACTERS = 4000
_FILTERS = ("source", "title", "lang", "tag", "kind", "doc", "from", "to", "names")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of ``rag ask``."""

    folder: Path
    lang: str
    k: int
    filters: tuple[str, ...]
    json: bool
    extract: bool
    retrieval_only: bool
    model: str | None
    reranker: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the questions file; ``fault`` says why it cannot be asked."""

    id: str | int | None
    question: str
    history: History
    fault: UsageError | None = None


def one(question: str, settings: Settings) -> int:
    """Answer one question on stdout."""
    question = checked(question)
    conditions = [condition(given) for given in settings.filters]
    with opened(settings, conditions) as (assistant, allow):
        if settings.json:
            answer = _ask(assistant, question, settings, allow, ())
            write(render.line(render.record(answer)))
        else:
            events = assistant.ask(question, settings.k, allow, (), settings.retrieval_only)
            write(render.text(watched(events, settings), sys.stdout.isatty()))
    return 0


def many(path: Path, settings: Settings) -> int:
    """Answer every line of a file, one line of JSON each, in order; 1 if any failed."""
    conditions = [condition(given) for given in settings.filters]
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(messages.cannot_read(path, error.strerror or str(error))) from error
    failed = False
    with opened(settings, conditions) as (assistant, allow):
        for line in _lines(path, raw):
            try:
                if line.fault:
                    raise line.fault
                question = checked(line.question)
                answer = _ask(assistant, question, settings, allow, line.history)
                record = render.record(answer, line.id)
            except Exception as error:  # whatever it is, the other lines have their turn
                failed = True
                record = render.error_record(line.question, line.id, why(error, settings.lang))
            write(render.line(record))
    return 1 if failed else 0


def why(error: Exception, lang: str) -> str:
    """One sentence for what went wrong with a question."""
    if isinstance(error, IsnadError):
        return error.text.say(lang)
    return messages.unexpected(f"{type(error).__name__}: {error}").say(lang)


@contextmanager
def opened(
    settings: Settings, conditions: list[tuple[str, str]]
) -> Iterator[tuple[Assistant, Collection[int] | None]]:
    """An assistant over the index, and the passages that may be used."""
    index = opening.open_index(settings.folder, settings.reranker)
    with index.store:
        if index.indexes.repaired:
            tell(messages.index_repaired(index.indexes.repaired).say(settings.lang))
        writer = None
        if not (settings.extract or settings.retrieval_only):
            name = settings.model
            writer = (
                opening.llm_opener(name, lang=settings.lang) if name else _default_llm(settings)
            )
        yield Assistant(index.searcher, writer), _allowed(index, conditions)


def _allowed(index: OpenIndex, conditions: list[tuple[str, str]]) -> set[int] | None:
    """The numbers of the passages that meet all conditions; None without conditions."""
    if not conditions:
        return None
    allow = index.store.select([(key, value) for key, value in conditions if key != "names"])
    for key, value in conditions:
        if key == "names":
            allow &= index.searcher.naming(value) or set()
    return allow


def _default_llm(settings: Settings) -> Callable[[], Generator] | None:
    writer = opening.default_llm_opener()
    if writer is None:
        command = f"rag models pull {opening.DEFAULT_LLM}"
        tell(messages.without_llm(command).say(settings.lang))
    return writer


def _ask(
    assistant: Assistant,
    question: str,
    settings: Settings,
    allow: Collection[int] | None,
    history: History,
) -> Answer:
    events = assistant.ask(question, settings.k, allow, history, settings.retrieval_only)
    *_, answer = events
    assert isinstance(answer, Answer)
    return answer


def watched(events: Iterator[Event], settings: Settings) -> Answer:
    """The answer. On a terminal the passages are seen at once, then its draft; both vanish when
    the answer is there."""
    without_draft = settings.extract or settings.retrieval_only
    if without_draft or not (sys.stdout.isatty() and sys.stderr.isatty()):
        *_, answer = events
    else:
        from rich.console import Console
        from rich.live import Live
        from rich.text import Text

        draft = Text(style="dim")
        heading = f"\n\n{messages.DRAFT.say(settings.lang)}\n"
        with Live(draft, console=Console(stderr=True), transient=True) as live:
            for answer in events:
                if isinstance(answer, Retrieved) and answer.hits:
                    draft.append(render.passages(answer.hits, settings.lang, terminal=True))
                elif isinstance(answer, Draft):
                    draft.append(heading + answer.text)
                    heading = ""
                live.refresh()
    assert isinstance(answer, Answer)
    return answer


def _lines(path: Path, raw: bytes) -> Iterator[_Line]:
    for number, content in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not content.strip():
            continue
        try:
            yield _line(json.loads(content))
        except (ValueError, RecursionError) as error:
            fault = UsageError(messages.bad_question_line(path, number, str(error)))
            yield _Line(None, content.decode("utf-8", "replace").strip(), (), fault)


def _line(fields: object) -> _Line:
    if not isinstance(fields, dict) or not isinstance(fields.get("question"), str):
        raise ValueError('no "question"')
    history = fields.get("history") or []
    if not isinstance(history, list) or not all(
        isinstance(turn, list) and len(turn) == 2 and all(isinstance(part, str) for part in turn)
        for turn in history
    ):
        raise ValueError('"history" is not [["question","answer"],...]')
    given = fields.get("id")
    name = given if given is None or isinstance(given, int) else str(given)
    return _Line(name, fields["question"], [(turn[0], turn[1]) for turn in history])


def checked(question: str) -> str:
    """The question as it can be asked.

    Raises:
        UsageError: it is empty, has no letter or digit, or is too long.
    """
    text = _decoded(question).strip()
    if not any(char.isalnum() for char in text):
        raise UsageError(messages.question_empty())
    if len(text) > _MOST_CHARACTERS:
        raise UsageError(messages.question_too_long(len(text), _MOST_CHARACTERS))
    return text


def _decoded(text: str) -> str:
    """``text`` without surrogates. On the command line they are bytes that the locale has no
    letters for: UTF-8 all the same, or U+FFFD. In JSON they are halves of pairs: U+FFFD."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)


def condition(given: str) -> tuple[str, str]:
    """A ``--filter`` as key and value.

    Raises:
        UsageError: it is none.
    """
    key, equals, value = _decoded(given).partition("=")
    wrong = (key in ("from", "to") and not _is_date(value)) or (key == "names" and not units(value))
    if not equals or key not in _FILTERS or not value or wrong:
        raise UsageError(messages.bad_filter(given, ", ".join(_FILTERS)))
    return key, value


def _is_date(value: str) -> bool:
    """2024, 2024-05 or 2024-05-31."""
    try:
        date.fromisoformat(value + "-01-01"[: 3 * (2 - value.count("-"))])
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", value) is not None
