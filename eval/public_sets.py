"""Question sets of others: passages with questions, BEIR, SQuAD."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from eval.data import Dataset, Gold, Question, Record
from eval.matching import holds
from eval.messages import unknown_dataset
from eval.rows import (
    Place,
    Row,
    broken,
    checked,
    decoded,
    filled,
    flag,
    lines,
    number,
    put,
    rows,
    text,
    texts,
)
from rag.errors import InputError
from rag.language import detect

_ONE_LANGUAGE = 0.9


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
    answers = texts(row, "answers")
    for answer in answers:
        if passages and not any(_stands(answer, records[passage].text) for passage in passages):
            raise ValueError(f"the answer {answer!r} is in none of its passages")
    answers = (*answers, *texts(row, "answers_en", ()))
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
                make = partial(_of_squad, f"{name}/{record.id}", record.text)
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


def _of_squad(doc: str, context: str, row: Row) -> Question:
    answerable = not flag(row, "is_impossible", False)
    given = rows(row, "answers", ()) if answerable else ()
    answers = [filled(answer, "text") for answer in given]
    for answer, said in zip(given, answers, strict=True):
        start = number(answer, "answer_start") if "answer_start" in answer else None
        if start is None and not _stands(said, context):
            raise ValueError(f"the answer {said!r} is not in its context")
        if start is not None and (start < 0 or not context.startswith(said, start)):
            raise ValueError(f"the answer {said!r} does not stand at {start} in its context")
    key = row["id"]
    is_number = isinstance(key, int) and not isinstance(key, bool)
    return _asked(str(key) if is_number else filled(row, "id"), row, answerable, [doc], answers)


def _stands(answer: str, passage: str) -> bool:
    """Whether a passage holds an answer, perhaps written in another way."""
    return answer in passage or holds(passage, answer)


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
    """Where nearly all questions seem to be in one language, all of them are taken to be."""
    asked = tuple(questions.values())
    for lang, count in Counter(question.lang for question in asked).most_common(1):
        if count >= _ONE_LANGUAGE * len(asked):
            asked = tuple(replace(question, lang=lang) for question in asked)
    return Dataset(name, asked, records=tuple(records), corpus=corpus)
