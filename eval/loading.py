"""Question sets from disk: our own format, passages with questions, BEIR, SQuAD.

Nothing is believed: a line that is not what it should be is named with its file and number, and a
gold place of our own format must hold its quote, and the quote one form of each fact it proves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from eval.data import UNANSWERABLE, Dataset, Gold, Question
from eval.matching import holds, tokens
from eval.messages import unknown_dataset
from eval.public_sets import beir, passages_with_questions, squad
from eval.rows import (
    Place,
    Row,
    broken,
    checked,
    decoded,
    filled,
    flag,
    lines,
    lists,
    number,
    numbers,
    put,
    rows,
    text,
    texts,
)
from rag.errors import InputError
from rag.load import discover, read
from rag.schema import Document, Language

OWN = Path(__file__).parent
"""The folder of the project's own set: ``corpus/``, ``questions/``, ``names.txt``."""

_SPLITS = ("dev", "test", "")


def load(path: Path) -> list[Dataset]:
    """The question sets in ``path``, more than one where several files ask of the same documents.

    Raises:
        InputError: there is none, or something in it is not as it should be.
    """
    try:
        name = path.resolve().name
        if (path / "questions").is_dir() and (path / "corpus").is_dir():
            return [_own(path, "gold" if path.resolve() == OWN.resolve() else name)]
        if (path / "passages.jsonl").is_file():
            return passages_with_questions(path, name)
        if (path / "corpus.jsonl").is_file() and (path / "queries.jsonl").is_file():
            return [beir(path, name)]
        if path.suffix == ".json" and path.is_file():
            return [squad([path], path.stem)]
        if path.is_dir() and (files := sorted(path.glob("*.json"))):
            return [squad(files, name)]
    except OSError as error:
        raise InputError(unknown_dataset(f"{path} ({error.strerror})")) from error
    raise InputError(unknown_dataset(path))


def _own(path: Path, name: str) -> Dataset:
    found = discover([path / "corpus"])
    for problem in found.problems:
        raise problem
    documents: dict[str, Document] = {}
    for file in found.files:
        for document in read(file, file.name):
            if isinstance(document, InputError):
                raise document
            if file.name in documents:
                raise broken((file, 1), f"a gold place names one document by {file.name}, not two")
            documents[file.name] = document
    questions: dict[str, Question] = {}
    places: dict[str, Place] = {}
    for file in sorted((path / "questions").glob("*.jsonl")):
        for place, row in lines(file):
            question = checked(place, _question, row)
            for fault in faults(question, documents):
                raise broken(place, fault)
            put(questions, place, question)
            places[question.id] = place
    for question in questions.values():
        other = questions.get(question.pair or question.id)
        if other is None:
            raise broken(places[question.id], f"there is no question {question.pair}")
        if question.pair is not None and (other is question or other.lang != "ar"):
            raise broken(places[question.id], f"{question.pair} is not its pair in Standard Arabic")
    names = tuple(_names(path / "names.txt"))
    return Dataset(name, tuple(questions.values()), found.files, names=names, corpus=name)


def _names(file: Path) -> Iterator[tuple[str, ...]]:
    """The forms of each name: one name a line, ``|`` between its forms."""
    for place, line in decoded(file) if file.is_file() else ():
        forms = tuple(form.strip() for form in line.split("|"))
        for form in forms:
            if not tokens(form):
                raise broken(place, f"nothing can be told by the form {form!r}")
        yield forms


def _question(row: Row) -> Question:
    answers = lists(row, "answers", ())
    proved = (0,) if answers else ()
    question = Question(
        id=filled(row, "id"),
        text=filled(row, "question"),
        lang=filled(row, "lang"),
        type=text(row, "type", ""),
        tags=texts(row, "tags", ()),
        answerable=flag(row, "answerable", True),
        gold=tuple(_gold(place, proved) for place in rows(row, "gold", ())),
        answers=answers,
        must_not=texts(row, "must_not", ()),
        history=tuple(map(_turn, lists(row, "history", ()))),
        pair=None if row.get("pair") is None else filled(row, "pair"),
        split=text(row, "split", ""),
    )
    for field, value, known in (
        ("lang", question.lang, get_args(Language)),
        ("split", question.split, _SPLITS),
    ):
        if value not in known:
            raise ValueError(f"{field}: {value!r} is none of {', '.join(map(repr, known))}")
    return question


def _turn(pair: tuple[str, ...]) -> tuple[str, str]:
    if len(pair) != 2:
        raise ValueError(f"history: {len(pair)} texts are not a question and an answer")
    return pair[0], pair[1]


def _gold(row: Row, proved: tuple[int, ...]) -> Gold:
    facts = numbers(row, "facts", proved)
    return Gold(
        filled(row, "doc"), number(row, "start"), number(row, "end"), text(row, "quote"), facts
    )


def faults(question: Question, documents: Mapping[str, Document]) -> Iterator[str]:
    """What is wrong with a question of our own format, held against its documents by name."""
    if question.type and question.answerable == (question.type in UNANSWERABLE):
        yield f"type {question.type!r} does not go with answerable {question.answerable}"
    if question.answerable != bool(question.answers):
        yield "a question has answers if and only if it is answerable"
    for place in question.gold:
        document = documents.get(place.doc)
        if document is None:
            yield f"there is no document {place.doc}"
        elif not place.quote.strip() or not _stands(place, document.text):
            yield f"{place.doc}[{place.start}:{place.end}] is not {place.quote!r}"
        if any(not 0 <= proved < len(question.answers) for proved in place.facts):
            yield f"facts {place.facts} of {len(question.answers)}"
    for fact, accepted in enumerate(question.answers):
        quotes = [place.quote for place in question.gold if fact in place.facts]
        if not quotes:
            yield f"no gold place proves fact {fact}"
        for quote in quotes:
            if not any(holds(quote, form) for form in accepted):
                yield f"no form of fact {fact} stands in {quote!r}"
    for form in (form for forms in (*question.answers, question.must_not) for form in forms):
        if not tokens(form):
            yield f"nothing can be told by the form {form!r}"
    if question.answerable:
        for form in question.must_not:
            if any(holds(place.quote, form) for place in question.gold):
                yield f"what an answer must not hold, {form!r}, stands in the gold"


def _stands(place: Gold, text: str) -> bool:
    return place.start >= 0 and text[place.start : place.end] == place.quote
