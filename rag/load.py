"""Files and folders into documents: what is where, what could not be read and why."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.arabic import strip_marks
from rag.clean import blocks
from rag.dates import find_date, parse_date
from rag.decode import decode_html, decode_text
from rag.errors import InputError
from rag.headline import byline, headline, opening
from rag.language import detect_document
from rag.messages import (
    Text,
    broken_line,
    missing_path,
    no_text,
    nothing_to_read,
    unreadable_path,
    unsupported_file,
    wrong_field,
)
from rag.schema import Block, Document

VERSION = "3"
"""Changes whenever the same input would give another document; then it is read again."""

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")

_TEXT = Text("نصا", "un texte", "a text")
_FILLED = Text("نصا غير فارغ", "un texte non vide", "a text that is not empty")
_TEXTS = Text("قائمة نصوص", "une liste de textes", "a list of texts")
_SITE_ICON = re.compile(r"\s*site icon\s+(\S.*)", re.IGNORECASE)
_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t#]*$", re.MULTILINE)
_SLUG_CHARS = 40


@dataclass(frozen=True, slots=True)
class Found:
    """What ``discover`` found: files to read, files of other kinds, what is wrong."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    problems: tuple[InputError, ...]


def discover(paths: Sequence[Path]) -> Found:
    """The readable files among ``paths``: files, and folders with all that is below them.

    Paths stay as they were given; a folder's files come sorted, each file once. What is hidden
    inside a folder is left out; files of other kinds there are ``skipped``. Problems are: a path
    that does not exist, a file given that is of another kind, a folder with nothing to read.
    """
    files: dict[Path, Path] = {}  # the real file, as it was first given
    skipped: dict[Path, Path] = {}
    problems: list[InputError] = []
    for path in paths:
        if path.is_dir():
            inside = list(_walk(path, set(), problems))
            readable = {file for file in inside if file.suffix.lower() in SUFFIXES}
            for file in inside:
                (files if file in readable else skipped).setdefault(file.resolve(), file)
            if not readable:
                problems.append(InputError(nothing_to_read(_shown(path), " ".join(SUFFIXES))))
        elif not path.exists():
            problems.append(InputError(missing_path(_shown(path))))
        elif path.suffix.lower() not in SUFFIXES:
            problems.append(InputError(unsupported_file(_shown(path), " ".join(SUFFIXES))))
        else:
            files.setdefault(path.resolve(), path)
    return Found(tuple(files.values()), tuple(skipped.values()), tuple(problems))


def _walk(folder: Path, seen: set[Path], problems: list[InputError]) -> Iterator[Path]:
    real = folder.resolve()
    if real in seen:  # a link back
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        problems.append(_unreadable(_shown(folder), error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, seen, problems)
        elif entry.is_file():
            yield entry


def read(path: Path, source: str) -> Iterator[Document | InputError]:
    """The documents of one file: one for each line of a .jsonl, else one.

    ``source`` is the path as the user gave it. Never raises for what is in the file: what cannot
    be read comes as an ``InputError`` that names file and line, and the rest follows.
    """
    source = _printable(source)
    try:
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip(b"\xef\xbb\xbf\t\r\n "):
                        yield _read_line(line.rstrip(b"\r\n"), number, source)
            return
        data = path.read_bytes()
    except OSError as error:
        yield _unreadable(source, error)
        return
    try:
        yield _read_file(path, data, source)
    except InputError as problem:
        yield problem


def _read_file(path: Path, data: bytes, source: str) -> Document:
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        return _read_html(path, data, source)
    text = decode_text(data, source)
    if not text.strip("\ufeff \t\r\n\f\v\u200b\xa0"):
        raise InputError(no_text(source))
    marked = blocks(text)
    article = _article(text, marked)
    heading = _HEADING.search(article) if suffix == ".md" else None
    icon = _SITE_ICON.match(text.lstrip("\ufeff"))
    return Document(
        id=_file_id(path),
        text=text,
        title=heading[1] if heading else headline(text, marked) or opening(text, marked),
        source=source,
        site=icon[1].strip() if icon else "",
        author=byline(text, marked),
        date=find_date(text),
        lang=detect_document(article),
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=marked,
    )


def _read_html(path: Path, data: bytes, source: str) -> Document:
    from rag.html import read_page

    page = read_page(decode_html(data, source))
    if not page.text:
        raise InputError(no_text(source))
    written = page.text, page.blocks
    return Document(
        id=_file_id(path),
        text=page.text,
        title=page.title or headline(*written) or opening(*written),
        source=source,
        url=page.url,
        site=page.site,
        author=page.author,
        date=page.date,
        lang=detect_document(_article(*written)),
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=page.blocks,
    )


def _read_line(line: bytes, number: int, source: str) -> Document | InputError:
    """The document of one line of a .jsonl."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return InputError(broken_line(source, number, f"UTF-8: {error.reason} ({error.start})"))
    except (ValueError, RecursionError) as error:
        return InputError(broken_line(source, number, str(error)))
    if not isinstance(record, dict):
        return InputError(broken_line(source, number, type(record).__name__))
    problem = _wrong_field(record, number, source)
    if problem:
        return problem
    text = record["text"]
    marked = blocks(text)
    article = _article(text, marked)
    return Document(
        id=str(record["id"]),
        text=text,
        title=record.get("title") or headline(text, marked),
        source=record.get("source") or source,
        url=record.get("url") or "",
        site=record.get("site") or "",
        author=record.get("author") or byline(text, marked),
        date=parse_date(record.get("date") or "") or find_date(text),
        lang=record.get("lang") or detect_document(article),
        tags=tuple(record.get("tags") or ()),
        sha256=hashlib.sha256(line).hexdigest(),
        blocks=marked,
    )


def _wrong_field(record: Mapping[str, Any], number: int, source: str) -> InputError | None:
    def wrong(field: str, wanted: Text) -> InputError:
        return InputError(wrong_field(source, number, field, wanted))

    doc_id = record.get("id")
    if isinstance(doc_id, bool) or not isinstance(doc_id, str | int) or not str(doc_id).strip():
        return wrong("id", _FILLED)
    if not _is_text(record.get("text")) or not record["text"].strip():
        return wrong("text", _FILLED)
    for field in ("title", "source", "url", "site", "author", "date", "lang"):
        if record.get(field) is not None and not _is_text(record[field]):
            return wrong(field, _TEXT)
    tags = record.get("tags")
    if tags is not None and not (isinstance(tags, list) and all(map(_is_text, tags))):
        return wrong("tags", _TEXTS)
    return None if _is_text(str(doc_id)) else wrong("id", _TEXT)


def _is_text(value: object) -> bool:
    """Whether it is a string that can be stored: JSON can escape half a surrogate pair."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def _article(text: str, marked: Sequence[Block]) -> str:
    return "".join(text[b.start : b.end] for b in marked if b.kind == "article")


def _file_id(path: Path) -> str:
    """The name, readable, and what tells it from files of that name elsewhere."""
    name = strip_marks(unicodedata.normalize("NFC", path.stem))
    slug = re.sub(r"[^\w-]+", "-", name).strip("-")[:_SLUG_CHARS].strip("-")
    digest = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:8]
    return f"{slug or 'document'}-{digest}"


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(unreadable_path(name, error.strerror or type(error).__name__))


def _shown(path: Path) -> str:
    return _printable(str(path))


def _printable(name: str) -> str:
    """A path that can be printed and stored: names on disk need not be UTF-8."""
    return os.fsencode(name).decode("utf-8", errors="replace")
