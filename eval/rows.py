"""The lines of a .jsonl, each checked: what is not as it should be is named with file and line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from eval.data import Question, Record
from eval.messages import broken_question
from rag.errors import InputError

Row = Mapping[str, Any]
Place = tuple[Path, int]
"""A file, and a line of it, from 1."""
T = TypeVar("T")
Named = TypeVar("Named", Record, Question)

_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can escape half a pair, UTF-8 cannot hold it


def lines(file: Path) -> Iterator[tuple[Place, Row]]:
    """The objects of a .jsonl, each with where it stands."""
    for place, line in decoded(file):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise broken(place, f"{error.msg} (column {error.colno})") from error
        except (ValueError, RecursionError) as error:
            raise broken(place, str(error)) from error
        if not isinstance(row, dict):
            raise broken(place, "not an object")
        yield place, row


def decoded(file: Path) -> Iterator[tuple[Place, str]]:
    """The lines of a file that are not blank."""
    for count, line in enumerate(file.read_bytes().split(b"\n"), start=1):
        place = file, count
        try:
            written = line.decode("utf-8-sig" if place[1] == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise broken(place, f"UTF-8: {error.reason} ({error.start})") from error
        if written.strip():
            yield place, written


def put(found: dict[str, Named], place: Place, item: Named) -> None:
    """Add ``item`` under its id, which must be new."""
    if item.id in found:
        raise broken(place, f"the id {item.id} stands twice")
    found[item.id] = item


def checked(place: Place, make: Callable[[Row], T], row: Row, at: str = "") -> T:
    """What ``make`` makes of ``row``; what it finds wrong becomes an error that names ``place``
    and, within the line, ``at``."""
    try:
        return make(row)
    except KeyError as error:
        raise broken(place, f"{at}{error.args[0]}: no such field") from error
    except ValueError as error:
        raise broken(place, f"{at}{error}") from error


def broken(place: Place, detail: str) -> InputError:
    """The error that names the line at ``place``."""
    return InputError(broken_question(*place, detail))


def text(row: Row, field: str, default: str | None = None) -> str:
    """The text in ``field``; ``default``, if there is one, where it is missing or null."""
    return _is(str, "a text", _value(row, field, default), field)


def filled(row: Row, field: str) -> str:
    """The text in ``field``, which is not blank."""
    return _filled(row[field], field)


def flag(row: Row, field: str, default: bool | None = None) -> bool:
    """The true or false in ``field``."""
    return _is(bool, "true or false", _value(row, field, default), field)


def number(row: Row, field: str) -> int:
    """The whole number in ``field``."""
    return _number(row[field], field)


def numbers(row: Row, field: str, default: Sequence[int] | None = None) -> tuple[int, ...]:
    """The list of whole numbers in ``field``."""
    return tuple(_number(value, field) for value in _list(row, field, default))


def texts(row: Row, field: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
    """The list of texts in ``field``, none of them blank."""
    return tuple(_filled(value, field) for value in _list(row, field, default))


def lists(
    row: Row, field: str, default: Sequence[Sequence[str]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The list of lists of texts in ``field``, none of them blank."""
    return tuple(
        texts({field: list(value)} if isinstance(value, tuple) else {field: value}, field)
        for value in _list(row, field, default)
    )


def rows(row: Row, field: str, default: Sequence[Row] | None = None) -> tuple[Row, ...]:
    """The list of objects in ``field``."""
    return tuple(_is(dict, "an object", value, field) for value in _list(row, field, default))


def _list(row: Row, field: str, default: Sequence[Any] | None = None) -> Sequence[Any]:
    value = _value(row, field, default)
    return value if value is default and value is not None else _is(list, "a list", value, field)


def _value(row: Row, field: str, default: object) -> Any:
    if default is None:
        return row[field]
    value = row.get(field)
    return default if value is None else value


def _filled(value: object, field: str) -> str:
    filled_text = _is(str, "a text", value, field)
    if not filled_text.strip():
        raise ValueError(f"{field}: an empty text")
    return filled_text


def _number(value: object, field: str) -> int:
    if isinstance(value, bool):
        raise _wrong(value, "a whole number", field)
    return _is(int, "a whole number", value, field)


def _is(kind: type[T], called: str, value: object, field: str) -> T:
    if not isinstance(value, kind) or (isinstance(value, str) and _SURROGATE.search(value)):
        raise _wrong(value, called, field)
    return value


def _wrong(value: object, called: str, field: str) -> ValueError:
    shown = json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()
    return ValueError(f"{field}: {shown[:60]} is not {called}")
