"""One index for many threads of one process, beside other processes that use it too.

Every call has a connection of its own to the database, so that none sees what another has not
committed. The search indexes, the encoder and the language model are opened once: the search
indexes again after each commit, whoever made it, while questions under way keep those they began
with; the model is used by one question at a time, first come, first served.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import abc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rag import messages, opening
from rag.assistant import Assistant, Event, Retrieved, Writing, empty_index
from rag.derived import open_indexes
from rag.errors import IndexLockedError, IndexMissingError, InputError
from rag.indexing import erase, index_files
from rag.lookup import History, look_up
from rag.messages import Text
from rag.opening import OpenIndex
from rag.schema import Answer, Document, Generator, Hit
from rag.search import HybridSearcher
from rag.store import DATABASE, Store
from rag.tables import DocumentRow
from rag.turn_taking import Line

_TICK = 0.25  # seconds between two signs of life of who waits for the model
_PATIENCE = 60.0  # seconds; the database is written anew when something was erased
_MOST_PROBLEMS = 5  # of one file that are named


@dataclass(frozen=True, slots=True)
class Waiting:
    """The model is busy with others, ``ahead`` of them before this question."""

    ahead: int


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that was read: how many documents of it are in the index, and what went wrong."""

    name: str
    documents: int
    problem: Text | None


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
        self._opened: OpenIndex | None = None
        self._inode = 0

    # asking

    def ask(
        self,
        question: str,
        doc_ids: Collection[str] | None = None,
        history: History = (),
        stop: Callable[[], bool] = lambda: False,
        extract: bool = False,
        k: int = 8,
    ) -> abc.Generator[Event | Waiting, None, None]:
        """The events of ``Assistant.ask``, with ``Waiting`` before ``Writing`` for as long as the
        model writes for others; who stops meanwhile gets the sources' own sentences. ``doc_ids``:
        the documents to look at; ``extract``: without the model.

        Where a passage was removed while the answer was being made, it is answered again from
        what is left. A missing index is a refusal, as an empty one is.

        Raises:
            IndexStoreError: the index is damaged, or another encoder built it.
            ModelError, EncoderError, GenerationError: a model cannot be opened, or failed.
        """
        try:
            with self._searching(doc_ids) as (searcher, allow):
                generation = searcher.store.generation
                writer = None if extract or self._open_generator is None else self._model
                events = Assistant(searcher, writer).ask(question, k, allow, history, stop=stop)
                for event in self._in_turn(events, stop):
                    if isinstance(event, Answer) and not _stands(event, searcher.store, generation):
                        event = self._again(event, doc_ids, history, k)
                    yield event
        except IndexMissingError:
            yield Retrieved((), 0.0)
            yield empty_index(question)

    def _in_turn(
        self, events: abc.Generator[Event, None, None], stop: Callable[[], bool]
    ) -> Iterator[Event | Waiting]:
        """``events``, from ``Writing`` to the answer when nobody else is there."""
        place = None
        try:
            for event in events:
                if isinstance(event, Writing):
                    place = self._line.join()
                    ahead = self._line.ahead(place)
                    while ahead and not stop():
                        yield Waiting(ahead)
                        ahead = self._line.ahead(place, _TICK)
                elif isinstance(event, Answer) and place is not None:
                    self._line.leave(place)
                yield event
        finally:
            events.close()  # the model stops before the next one's turn
            if place is not None:
                self._line.leave(place)

    def _again(
        self, answer: Answer, doc_ids: Collection[str] | None, history: History, k: int
    ) -> Answer:
        with self._searching(doc_ids) as (searcher, allow):
            *_, renewed = Assistant(searcher).ask(answer.question, k, allow, history)
        assert isinstance(renewed, Answer)
        return renewed

    def search(
        self, question: str, doc_ids: Collection[str] | None = None, k: int = 8
    ) -> list[Hit]:
        """The ``k`` passages nearest to a question; none without an index."""
        try:
            with self._searching(doc_ids) as (searcher, allow):
                return look_up(searcher, question, k, allow)[1].hits[:k]
        except IndexMissingError:
            return []

    def waiting(self) -> int:
        """How many wait for the language model, the one it writes for not counted."""
        return max(0, len(self._line) - 1)

    # documents

    def add(
        self, files: Sequence[Path], sources: Sequence[str] | None = None
    ) -> Iterator[FileDone]:
        """Read files into the index, which is made if it is missing: one event for each when it can
        be found, also where it could not be read or written. ``sources``: what its documents say
        they come from, in place of its path. What others ask meanwhile is answered from what was
        there before.

        Raises:
            UsageError: there cannot be an index in the folder.
            IndexStoreError, ModelError, EncoderError: as for ``ask``.
        """
        named = sources or [str(file) for file in files]
        for file, source in zip(files, named, strict=True):
            yield self._add(file, source)

    def _add(self, file: Path, source: str) -> FileDone:
        with self._writing:
            encoder = None
            if (self.folder / DATABASE).exists():
                encoder = self._current().searcher.encoder
            store, encoder = opening.open_for_writing(self.folder, self._encoder, encoder)
            with store:
                try:
                    report = index_files(store, encoder, [file], sources=[source])
                except IndexLockedError as error:
                    return FileDone(source, 0, error.text)
                except (OSError, sqlite3.OperationalError) as error:
                    return FileDone(source, 0, messages.disk_full(str(error)))
        return FileDone(source, report.documents, _problem(report.failures))

    def remove(self, doc_ids: Collection[str]) -> bool:
        """Erase documents from the database, from both search indexes and from conversations.
        False if their words stay in a log for now, see ``Store.flush``.

        Raises:
            IndexMissingError: there is no index.
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

    # what is open

    @contextmanager
    def store(self) -> Iterator[Store]:
        """A connection of one's own, for conversations and feedback. Raises IndexMissingError."""
        with Store.open(self.folder, _PATIENCE) as store:
            yield store

    def close(self) -> None:
        """Close the index and the model, which ends an answer that it is writing in an error."""
        with self._opening:
            self._close_index()
        # An endpoint has nothing to close.
        if (close := getattr(self._generator, "close", None)) is not None:
            close()
        self._generator = None

    def _model(self) -> Generator:
        """The one model; only who has the turn asks for it."""
        if self._generator is None:
            assert self._open_generator is not None
            self._generator = self._open_generator()
        return self._generator

    @contextmanager
    def _searching(
        self, doc_ids: Collection[str] | None
    ) -> Iterator[tuple[HybridSearcher, set[int] | None]]:
        """A searcher of one's own, and the numbers of the passages it may find."""
        index = self._current()
        with self.store() as store:
            searcher = HybridSearcher(store, index.indexes, index.searcher.encoder)
            yield searcher, None if doc_ids is None else store.seqs_of(doc_ids)

    def _current(self) -> OpenIndex:
        """The index at its newest generation that can be read."""
        with self._opening:
            inode = _inode(self.folder / DATABASE)
            if self._opened is None or inode != self._inode:
                self._close_index()
                self._opened = opening.open_index(self.folder)
                self._inode = inode
            held = self._opened
            indexes = open_indexes(held.store, held.indexes)
            if indexes is not held.indexes:
                searcher = HybridSearcher(held.store, indexes, held.searcher.encoder)
                self._opened = OpenIndex(held.store, indexes, searcher)
            return self._opened

    def _close_index(self) -> None:
        if self._opened is not None:
            self._opened.store.close()
        self._opened = None


def _inode(database: Path) -> int:
    """What tells a database from one made anew in its place, for as long as the first is open."""
    try:
        return database.stat().st_ino
    except OSError:
        return 0


def _stands(answer: Answer, store: Store, generation: int) -> bool:
    """Whether all that is shown with an answer is in the index still."""
    if store.generation == generation:
        return True
    cited = [citation.passage for citation in answer.citations]
    return store.holds([*cited, *(hit.passage for hit in answer.hits)])


def _problem(failures: Sequence[InputError]) -> Text | None:
    """What went wrong with a file, a line for each."""
    if not failures:
        return None
    texts = [failure.text for failure in failures[:_MOST_PROBLEMS]]
    return Text(*("\n".join(said) for said in zip(*texts, strict=True)))
