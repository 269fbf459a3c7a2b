"""One index for many threads of one process, and for one writer at a time.

Readers share an open index of one generation; after a commit, of this or another process, the next
question opens the newer one, while questions under way keep theirs.
"""

from __future__ import annotations

import threading
import time
from collections import abc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from embeddings.base import Encoder
from rag import messages, opening
from rag.assistant import Assistant, Event, History, Writing, empty_index, look_up
from rag.derived import open_indexes
from rag.errors import IndexMissingError
from rag.indexing import erase, index_each
from rag.opening import OpenIndex
from rag.schema import Answer, Document, Generator, Hit
from rag.search import HybridSearcher
from rag.store import DATABASE, DocumentRow, Store
from rag.turn_taking import Line

_TICK = 0.25  # seconds between two signs of life of who waits for the model
_AGAIN = 1.0  # seconds until a writer that was at work is looked after again


@dataclass(frozen=True, slots=True)
class Waiting:
    """The model is busy with others, ``ahead`` of them before this question."""

    ahead: int


EventStream = abc.Generator[Event | Waiting, None, None]
"""Closing it gives its place in the line up."""


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that was read into the index: how many documents of it are there now, and what went
    wrong, if anything did."""

    name: str
    documents: int
    problem: messages.Text | None


class SharedIndex:
    """The index of ``folder``, which need not exist yet; making this opens nothing.

    ``open_generator`` opens the language model when it is first needed, once; None answers with
    the sources' own sentences. ``encoder``: of an index that has to be made.
    """

    def __init__(
        self,
        folder: Path,
        open_generator: Callable[[], Generator] | None = None,
        encoder: str | None = None,
    ) -> None:
        self.folder = folder
        self._encoder = encoder
        self._open_generator = open_generator
        self._generator: Generator | None = None
        self._line = Line()
        self._opening = threading.Lock()
        self._writing = threading.Lock()
        self._open: OpenIndex | None = None
        self._looked = 0.0

    def ask(
        self,
        question: str,
        doc_ids: Collection[str] | None = None,
        history: History = (),
        stop: Callable[[], bool] = lambda: False,
        extract: bool = False,
        k: int = 8,
    ) -> EventStream:
        """The events of ``Assistant.ask``, and ``Waiting`` for as long as the model is busy with
        others; only what a model writes waits for it. ``doc_ids``: the documents to look at;
        ``extract``: without the model. Who stops while waiting gets the sources' own sentences.

        Raises:
            IndexStoreError: the index is damaged, or another encoder built it.
            ModelError, EncoderError, GenerationError: a model cannot be opened, or failed.
        """
        try:
            index = self._current()
        except IndexMissingError:
            yield empty_index(question)
            return
        allow = None if doc_ids is None else index.store.seqs_of(doc_ids)
        writer = None if extract or self._open_generator is None else self._model
        assistant = Assistant(index.searcher, writer)
        place = None
        try:
            with closing(assistant.ask(question, k, allow, history, stop=stop)) as events:
                for event in events:
                    yield event
                    if isinstance(event, Writing):
                        place = self._line.join()
                        while ahead := self._line.ahead(place, _TICK):
                            yield Waiting(ahead)
                            if stop():
                                yield _unwritten(index, question, k, allow, history)
                                return
        finally:
            if place is not None:
                self._line.leave(place)

    def search(
        self, question: str, doc_ids: Collection[str] | None = None, k: int = 8
    ) -> list[Hit]:
        """The ``k`` passages nearest to a question; none without an index."""
        try:
            index = self._current()
        except IndexMissingError:
            return []
        allow = None if doc_ids is None else index.store.seqs_of(doc_ids)
        return look_up(index.searcher, question, k, allow)[1].hits[:k]

    def add(
        self, files: Sequence[Path], sources: Sequence[str] | None = None
    ) -> Iterator[FileDone]:
        """Read files into the index, which is made if it is missing; one event a file, and they are
        found once all are done. ``sources``: what the documents of each are to say they come from,
        its path if not given.

        Raises:
            IndexLockedError: another process is writing.
        """
        named = sources or [str(file) for file in files]
        with self._writing:
            store, encoder = self._for_writing()
            with store, closing(index_each(store, encoder, files, named)) as done:
                for file, name, report in zip(files, named, done, strict=True):
                    problem = report.failures[0].text if report.failures else None
                    yield FileDone(name or file.name, report.documents, problem)

    def remove(self, doc_ids: Collection[str]) -> bool:
        """Erase documents from the database and from both search indexes. False if their words
        stay in a log for now, see ``Store.flush``.

        Raises:
            IndexLockedError: another process is writing.
        """
        with self._writing, self.store() as store:
            return erase(store, sorted(doc_ids))

    def documents(self) -> list[DocumentRow]:
        """All documents, none without an index."""
        try:
            with self.store() as store:
                return store.documents()
        except IndexMissingError:
            return []

    def document(self, doc_id: str) -> Document | None:
        """A document with its whole text, None if it is not in the index."""
        try:
            with self.store() as store:
                return store.document(doc_id)
        except IndexMissingError:
            return None

    @property
    def generation(self) -> int:
        """How many transactions have changed the index; 0 without one."""
        try:
            with self.store() as store:
                return store.generation
        except IndexMissingError:
            return 0

    def waiting(self) -> int:
        """How many wait for the language model, the one it writes for not counted."""
        return max(0, len(self._line) - 1)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """A connection of one's own, for conversations and feedback.

        Raises:
            IndexMissingError: there is no index.
        """
        with Store.open(self.folder) as store:
            yield store

    def close(self) -> None:
        """Close the index and the model; no question may be under way."""
        with self._opening:
            if self._open is not None:
                self._open.store.close()
                self._open = None
        if (close := getattr(self._generator, "close", None)) is not None:
            close()
        self._generator = None

    def _model(self) -> Generator:
        """The one model; only who has the turn asks for it."""
        if self._generator is None:
            assert self._open_generator is not None
            self._generator = self._open_generator()
        return self._generator

    def _current(self) -> OpenIndex:
        """The index at its newest generation that can be read."""
        with self._opening:
            if self._open is None:
                self._open = opening.open_index(self.folder)
            index = self._open
            behind = index.store.generation != index.indexes.generation
            if behind and time.monotonic() - self._looked > _AGAIN:
                indexes = open_indexes(index.store)
                if indexes.generation == index.indexes.generation:  # a writer is at work
                    self._looked = time.monotonic()
                else:
                    searcher = HybridSearcher(index.store, indexes, index.searcher.encoder)
                    self._open = replace(index, indexes=indexes, searcher=searcher)
            return self._open

    def _for_writing(self) -> tuple[Store, Encoder]:
        if (self.folder / DATABASE).exists():
            encoder = self._current().searcher.encoder
            return Store.open(self.folder), encoder
        return opening.open_for_writing(self.folder, self._encoder)


def _unwritten(
    index: OpenIndex, question: str, k: int, allow: Collection[int] | None, history: History
) -> Answer:
    """The answer without the model, of who did not want to wait for it."""
    *_, answer = Assistant(index.searcher).ask(question, k, allow, history)
    assert isinstance(answer, Answer)
    return replace(answer, reason=answer.reason or "interrupted")
