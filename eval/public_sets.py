"""Question sets of others: passages with questions, BEIR, SQuAD; and how a line is checked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from eval.data import Dataset, Gold, Question, Record
from eval.messages import broken_question, unknown_dataset
from rag.errors import InputError
from rag.language import detect

Row = Mapping[str, Any]
Place = tuple[Path, int]
"""A file, and a line of it, from 1."""
T = TypeVar("T")
Named = TypeVar("Named", Record, Question)

_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can escape half a pair, UTF-8 cannot hold it


def passages_with_questions(path: Path, name: str) -> list[Dataset]:
    """``passages.jsonl`` with ``{"id", "title"?, "text"}``, and a set for each ``*questions.jsonl``
    with ``{"id", "question", "passage_id" (or null), "also_passages"?, "answers", "answers_en"?,
    "answerable"?}``."""
    records: dict[str, Record] = {}
    for place, row in lines(path / "passages.jsonl"):
        put(records, place, checked(place, _passage, row))
    found = []
    for file in sorted(path.glob("*questions.jsonl")):
        questions: dict[str, Question] = {}
        for place, row in lines(file):
            put(questions, place, checked(place, partial(_of_passages, name, records), row))
        whole = file.name == "questions.jsonl"
        found.append(_dataset(name if whole else file.stem.removesuffix("_questions"), questions,
                              records.values(), name))  # fmt: skip
    if not found:
        raise InputError(unknown_dataset(path))
    return sorted(found, key=lambda dataset: dataset.name != name)


def _passage(row: Row) -> Record:
    return Record(filled(row, "id"), text(row, "title", ""), filled(row, "text"))


def _of_passages(name: str, records: Mapping[str, Record], row: Row) -> Question:
    answerable = flag(row, "answerable", True)
    first = () if row["passage_id"] is None else (filled(row, "passage_id"),)
    passages = (*first, *texts(row, "also_passages", ()))
    for passage in passages:
        if passage not in records:
            raise ValueError(f"there is no passage {passage}")
    if answerable and not passages:
        raise ValueError("answerable, but no passage answers it")
    answers = (*texts(row, "answers"), *texts(row, "answers_en", ()))
    return _asked(filled(row, "id"), row, answerable, [f"{name}/{p}" for p in passages], answers)


def beir(path: Path, name: str) -> Dataset:
    """``corpus.jsonl``, ``queries.jsonl`` and ``qrels/*.tsv``. All judgements above 0 count alike;
    a question without one is left out. Its split is the name of the .tsv. A document without text
    is its title."""
    records: dict[str, Record] = {}
    for place, row in lines(path / "corpus.jsonl"):
        put(records, place, checked(place, _beir_document, row))
    queries: dict[str, Question] = {}
    for place, row in lines(path / "queries.jsonl"):
        put(queries, place, checked(place, _beir_query, row))
    relevant: dict[str, list[str]] = {}
    splits: dict[str, str] = {}
    files = sorted((path / "qrels").glob("*.tsv"))
    if not files:
        raise InputError(unknown_dataset(path))
    for file in files:
        for place, line in decoded(file):
            fields = line.rstrip("\r").split("\t")
            if place[1] == 1 and fields[-1] == "score":
                continue
            if len(fields) != 3 or not re.fullmatch("-?[0-9]{1,9}", fields[2]):
                raise broken(place, "query-id, corpus-id, score")
            query, doc, score = fields
            if query not in queries:
                raise broken(place, f"there is no question {query}")
            if doc not in records:
                raise broken(place, f"there is no document {doc}")
            if int(score) > 0 and doc not in relevant.setdefault(query, []):
                relevant[query].append(doc)
                splits.setdefault(query, file.stem if file.stem in ("dev", "test") else "")
    questions = {}
    for key, asked in queries.items():
        gold = tuple(Gold(f"{name}/{d}", facts=(n,)) for n, d in enumerate(relevant.get(key, ())))
        if gold:
            questions[key] = replace(asked, gold=gold, split=splits[key])
    return _dataset(name, questions, (r for r in records.values() if r.text.strip()), name)


def _beir_document(row: Row) -> Record:
    title, body = text(row, "title", ""), text(row, "text")
    return Record(filled(row, "_id"), title, body if body.strip() else title)


def _beir_query(row: Row) -> Question:
    asked = filled(row, "text")
    return Question(filled(row, "_id"), asked, detect(asked))


def squad(files: Sequence[Path], name: str) -> Dataset:
    """SQuAD 1.1 and 2.0: ``{"data": [{"title"?, "paragraphs": [{"context", "qas": [{"id",
    "question", "answers": [{"text"}], "is_impossible"?}]}]}]}``. Paragraphs of the same words are
    one document."""
    records: dict[str, Record] = {}  # by their words
    questions: dict[str, Question] = {}
    for file in files:
        try:
            whole = json.loads(file.read_bytes().decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise broken((file, getattr(error, "lineno", 1)), str(error)) from error
        if not isinstance(whole, dict):
            raise broken((file, 1), "not an object")
        place = file, 1  # most are one long line: ``at`` says where in it
        for in_data, article in _parts(place, "", whole, "data"):
            for in_article, paragraph in _parts(place, in_data, article, "paragraphs"):
                new = partial(_paragraph, len(records), checked(place, _title, article, in_data))
                record = checked(place, new, paragraph, in_article)
                record = records.setdefault(record.text, record)
                make = partial(_of_squad, f"{name}/{record.id}")
                for at, row in _parts(place, in_article, paragraph, "qas"):
                    put(questions, place, checked(place, make, row, at))
    return _dataset(name, questions, records.values(), name)


def _parts(place: Place, at: str, row: Row, field: str) -> Iterator[tuple[str, Row]]:
    for count, part in enumerate(checked(place, lambda whole: rows(whole, field), row, at)):
        yield f"{at}{field}[{count}].", part


def _title(article: Row) -> str:
    return text(article, "title", "")


def _paragraph(count: int, title: str, row: Row) -> Record:
    return Record(str(count), title, filled(row, "context"))


def _of_squad(doc: str, row: Row) -> Question:
    answerable = not flag(row, "is_impossible", False)
    answers = [filled(answer, "text") for answer in rows(row, "answers", ())] if answerable else []
    key = row["id"]
    is_number = isinstance(key, int) and not isinstance(key, bool)
    return _asked(str(key) if is_number else filled(row, "id"), row, answerable, [doc], answers)


def _asked(
    key: str, row: Row, answerable: bool, docs: Sequence[str], answers: Sequence[str]
) -> Question:
    """A question with one fact, which each of ``docs`` proves."""
    if answers and not answerable:
        raise ValueError("a question has answers only if it is answerable")
    asked, forms = filled(row, "question"), tuple(dict.fromkeys(answers))
    return Question(
        key, asked, detect(asked), answerable=answerable,
        gold=tuple(map(Gold, dict.fromkeys(docs))) if answerable else (),
        answers=(forms,) if forms else (),
    )  # fmt: skip


def _dataset(
    name: str, questions: Mapping[str, Question], records: Iterable[Record], corpus: str
) -> Dataset:
    """Its questions are taken to be in one language, as such sets are: what most of them seem."""
    seen = Counter(question.lang for question in questions.values())
    asked = (replace(q, lang=max(seen, key=lambda lang: seen[lang])) for q in questions.values())
    return Dataset(name, tuple(asked), records=tuple(records), corpus=corpus)


def lines(file: Path) -> Iterator[tuple[Place, Row]]:
    """The objects of a .jsonl, each with where it stands."""
    for place, line in decoded(file):
        try:
            row = json.loads(line)
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


def numbers(row: Row, field: str) -> tuple[int, ...]:
    """The list of whole numbers in ``field``."""
    return tuple(_number(value, field) for value in _list(row, field))


def texts(row: Row, field: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
    """The list of texts in ``field``, none of them blank."""
    return tuple(_filled(value, field) for value in _list(row, field, default))


def lists(row: Row, field: str) -> tuple[tuple[str, ...], ...]:
    """The list of lists of texts in ``field``, none of them blank."""
    return tuple(texts({field: value}, field) for value in _list(row, field))


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
