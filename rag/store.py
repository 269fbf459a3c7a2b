"""The truth of an index: one SQLite file with documents, passages and vectors.

FAISS and the lexical index are derived from it (``rag.derived``). Every write transaction
raises ``generation`` by one; a passage knows the generation that added it and ``removals`` the
one that took a passage away, so a derived index of any age can be caught up.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag import messages
from rag.conversations import erase_gone
from rag.errors import (
    IndexDamagedError,
    IndexMismatchError,
    IndexMissingError,
)
from rag.folder import write_lock
from rag.schema import Document, Passage
from rag.tables import (
    DOCUMENT,
    FORMAT,
    PASSAGE,
    SCHEMA,
    DocumentRow,
    Embedding,
    IndexSettings,
    blobs,
    digest,
    document_row,
    read_document,
)

DATABASE = "isnad.db"


class Store:
    """An open index folder. Reads need no lock; who writes holds ``rag.folder.write_lock``. One
    connection, so of one thread at a time: the others open their own, which takes 0.2 ms."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = connection

    @classmethod
    def create(cls, folder: Path, settings: IndexSettings) -> Store:
        """Make a new index in ``folder`` (made readable by its owner alone)."""
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        with write_lock(folder):
            if (folder / DATABASE).exists():
                return cls.open(folder)
            # A kill while it is being made must not leave a database without tables.
            unfinished = folder / f"{DATABASE}.new"
            unfinished.unlink(missing_ok=True)
            db = sqlite3.connect(unfinished)
            db.executescript(f"BEGIN;{SCHEMA}")  # one transaction, so one wait for the disk
            rows = {"format": FORMAT, "generation": "0", "floor": "0"}
            rows |= {key: str(value) for key, value in asdict(settings).items()}
            db.executemany("INSERT INTO settings VALUES (?, ?)", rows.items())
            db.commit()
            db.close()
            unfinished.rename(folder / DATABASE)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, patience: float = 5.0) -> Store:
        """Open the index in ``folder``. ``patience``: seconds that a transaction waits for another
        one to end, before ``sqlite3.OperationalError``.

        Raises:
            IndexMissingError: there is none.
            IndexDamagedError: the file is not a database.
            IndexMismatchError: it has another format.
        """
        path = folder / DATABASE
        if not path.is_file():
            raise IndexMissingError(messages.index_missing(folder))
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA secure_delete = ON")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")
            found = db.execute("SELECT value FROM settings WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            db.close()
            raise IndexDamagedError(messages.index_damaged(folder, str(error))) from error
        if found != (FORMAT,):
            db.close()
            raise IndexMismatchError(messages.index_format(folder))
        return cls(folder, db)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # settings

    @property
    def settings(self) -> IndexSettings:
        """What the index was built with."""
        rows = dict(self._db.execute("SELECT key, value FROM settings"))
        return IndexSettings(
            encoder=rows["encoder"],
            encoder_id=rows["encoder_id"],
            dim=int(rows["dim"]),
            max_tokens=int(rows["max_tokens"]),
        )

    @property
    def generation(self) -> int:
        """How many transactions have changed the index."""
        return self._setting("generation")

    @property
    def floor(self) -> int:
        """Derived indexes older than this generation cannot be caught up, only rebuilt."""
        return self._setting("floor")

    def _setting(self, key: str) -> int:
        row = self._db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return int(row[0])

    # reading

    def documents(self) -> list[DocumentRow]:
        """All documents, by source and id."""
        rows = self._db.execute(
            "SELECT d.id, d.origin, d.title, d.source, d.date, count(p.seq)"
            " FROM documents d LEFT JOIN passages p ON p.doc_id = d.id"
            " GROUP BY d.id ORDER BY d.source, d.id"
        )
        return [DocumentRow(*row) for row in rows]

    def fingerprints(self, origin: str) -> dict[str, str]:
        """Of each document that came from ``origin``, its id and what tells a change."""
        rows = self._db.execute("SELECT id, fingerprint FROM documents WHERE origin = ?", (origin,))
        return dict(rows.fetchall())

    def owner(self, doc_id: str) -> tuple[str, str] | None:
        """The origin and the source of the document of this id, or None."""
        row = self._db.execute("SELECT origin, source FROM documents WHERE id = ?", (doc_id,))
        found: tuple[str, str] | None = row.fetchone()
        return found

    def file_fingerprint(self, origin: str) -> str | None:
        """What ``finish_file`` was given for ``origin``, unless a document of it has changed."""
        row = self._db.execute(
            "SELECT fingerprint FROM files WHERE origin = ?", (origin,)
        ).fetchone()
        return row[0] if row else None

    def document(self, doc_id: str) -> Document | None:
        """The whole document, or None."""
        row = self._db.execute(
            f"SELECT {DOCUMENT} FROM documents WHERE id = ?", (doc_id,)
        ).fetchone()
        return read_document(row) if row else None

    def passages(self, seqs: Sequence[int]) -> dict[int, Passage]:
        """The passages with these numbers; numbers removed meanwhile are left out."""
        marks = ",".join("?" * len(seqs))
        rows = self._db.execute(
            f"SELECT p.seq, {PASSAGE} FROM passages p JOIN documents d ON d.id = p.doc_id"
            f" WHERE p.seq IN ({marks})",
            list(seqs),
        )
        return {row[0]: Passage(*row[1:]) for row in rows}

    def passages_of(self, doc_id: str) -> list[Passage]:
        """The passages of a document in reading order."""
        rows = self._db.execute(
            f"SELECT {PASSAGE} FROM passages p JOIN documents d ON d.id = p.doc_id"
            " WHERE d.id = ? ORDER BY p.start",
            (doc_id,),
        )
        return [Passage(*row) for row in rows]

    def counts(self) -> tuple[int, int]:
        """Documents and passages."""
        row = self._db.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
        ).fetchone()
        return row[0], row[1]

    def passages_since(self, generation: int) -> Iterator[tuple[int, Document, Passage]]:
        """``(seq, document without its text, passage)`` of what was added after ``generation``."""
        rows = self._db.execute(
            f"SELECT p.seq, d.site, {PASSAGE} FROM passages p JOIN documents d"
            " ON d.id = p.doc_id WHERE p.generation > ? ORDER BY p.seq",
            (generation,),
        )
        for seq, site, *fields in rows:
            passage = Passage(*fields)
            head = Document(passage.doc_id, "", passage.title, site=site, date=passage.date)
            yield seq, head, passage

    def vectors_since(self, generation: int) -> Iterator[tuple[int, str, NDArray[np.float32]]]:
        """``(seq, language of the document, vector)`` of what was added after ``generation``, by
        number."""
        rows = self._db.execute(
            "SELECT p.seq, d.lang, v.vector FROM passages p JOIN vectors v ON v.key = p.vector_key"
            " JOIN documents d ON d.id = p.doc_id WHERE p.generation > ? ORDER BY p.seq",
            (generation,),
        )
        for seq, lang, blob in rows:
            yield seq, lang, np.frombuffer(blob, dtype="<f4")

    def removed_since(self, generation: int) -> list[int]:
        """Numbers of the passages removed after ``generation``."""
        rows = self._db.execute("SELECT seq FROM removals WHERE generation > ?", (generation,))
        return [row[0] for row in rows]

    def seqs(self) -> set[int]:
        """The numbers of all passages."""
        return {row[0] for row in self._db.execute("SELECT seq FROM passages")}

    def seqs_of(self, doc_ids: Iterable[str]) -> set[int]:
        """The numbers of the passages of these documents; unknown ones have none."""
        rows = self._db.execute(
            "SELECT seq FROM passages WHERE doc_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(doc_ids)),),
        )
        return {row[0] for row in rows}

    def holds(self, passages: Iterable[Passage]) -> bool:
        """Whether all these passages are in the index still, as they are."""
        query = "SELECT 1 FROM passages WHERE id = ? AND text = ?"
        return all(self._db.execute(query, (p.id, p.text)).fetchone() for p in passages)

    def select(self, conditions: Sequence[tuple[str, str]]) -> set[int]:
        """Numbers of the passages whose document meets all ``(key, value)`` conditions.

        Keys: source, title (contain the value), lang, kind, doc (equal it), tag (has it), from
        and to (ISO dates or their beginnings, inclusive; documents without a date never match).
        """
        clauses = {
            "source": "instr(d.source, ?) > 0",
            "title": "instr(d.title, ?) > 0",
            "lang": "d.lang = ?",
            "kind": "p.kind = ?",
            "doc": "d.id = ?",
            "tag": "EXISTS (SELECT 1 FROM json_each(d.tags) t WHERE t.value = ?)",
            "from": "d.date >= ? AND d.date != ''",
            # '~' sorts behind all a date goes on with: "to 2023" holds the whole of that year.
            "to": "d.date <= ? || '~' AND d.date != ''",
        }
        where = " AND ".join(f"({clauses[key]})" for key, _ in conditions) or "1"
        rows = self._db.execute(
            f"SELECT p.seq FROM passages p JOIN documents d ON d.id = p.doc_id WHERE {where}",
            [value for _, value in conditions],
        )
        return {row[0] for row in rows}

    def query(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a SELECT over the tables above, or over what is kept beside them."""
        return self._db.execute(sql, parameters).fetchall()

    # writing

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction on what is kept beside the index, which stays at its generation."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # not when Ctrl-C came right after the commit
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def _changing(self) -> Iterator[int]:
        """One transaction that changes the index; yields the generation it makes."""
        with self.transaction():
            generation = self._setting("generation") + 1
            yield generation
            self._db.execute(
                "UPDATE settings SET value = ? WHERE key = 'generation'", (str(generation),)
            )

    def put(
        self,
        document: Document,
        origin: str,
        fingerprint: str,
        passages: Sequence[Passage],
        keys: Sequence[str],
        vectors: Mapping[str, Embedding],
    ) -> None:
        """Add a document, or replace the one of its id, in one transaction.

        ``origin`` is the resolved path it came from, ``fingerprint`` tells whether that has
        changed; ``keys[i]`` is the vector key of ``passages[i]``, and ``vectors`` holds at least
        those that are not stored yet or that only the replaced document uses.
        """
        with self._changing() as generation:
            released = self._remove([document.id], generation)
            row = document_row(document)
            self._db.execute(
                f"INSERT INTO documents ({DOCUMENT}, origin, text_sha256, fingerprint)"
                f" VALUES ({','.join('?' * (len(row) + 3))})",
                (*row, origin, digest(document.text), fingerprint),
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
                [(key, *blobs(vectors[key])) for key in keys if key in vectors],
            )
            self._db.executemany(
                'INSERT INTO passages (id, doc_id, text, start, "end", kind, page, vector_key,'
                " generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (p.id, p.doc_id, p.text, p.start, p.end, p.kind, p.page, key, generation)
                    for p, key in zip(passages, keys, strict=True)
                ],
            )
            self._drop_unused_vectors(released)
            erase_gone(self._db, [document.id])

    def finish_file(self, origin: str, fingerprint: str) -> None:
        """Note that all documents of ``origin`` are in the index as of ``fingerprint``."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (origin, fingerprint))

    def remove(self, doc_ids: Sequence[str]) -> None:
        """Remove documents, their passages, the vectors nothing else uses, and what stored
        conversations quote of them."""
        with self._changing() as generation:
            self._drop_unused_vectors(self._remove(doc_ids, generation))
            erase_gone(self._db, doc_ids)

    def _remove(self, doc_ids: Sequence[str], generation: int) -> set[str]:
        """Take documents out; returns the vector keys their passages used."""
        released: set[str] = set()
        for doc_id in doc_ids:
            keys = self._db.execute("SELECT vector_key FROM passages WHERE doc_id = ?", (doc_id,))
            released.update(row[0] for row in keys)
            self._db.execute(
                "INSERT INTO removals SELECT seq, ? FROM passages WHERE doc_id = ?",
                (generation, doc_id),
            )
            self._db.execute("DELETE FROM passages WHERE doc_id = ?", (doc_id,))
            self._db.execute(
                "DELETE FROM files WHERE origin = (SELECT origin FROM documents WHERE id = ?)",
                (doc_id,),
            )
            self._db.execute("DELETE FROM documents WHERE id = ?", (doc_id,))
        return released

    def _drop_unused_vectors(self, keys: Iterable[str]) -> None:
        self._db.executemany(
            "DELETE FROM vectors WHERE key = ?1"
            " AND NOT EXISTS (SELECT 1 FROM passages WHERE vector_key = ?1)",
            [(key,) for key in keys],
        )

    def forget_removals(self, generation: int) -> None:
        """Say that every derived index is at ``generation``: older removals need no record."""
        with self.transaction() as db:
            db.execute("DELETE FROM removals WHERE generation <= ?", (generation,))
            db.execute("UPDATE settings SET value = ? WHERE key = 'floor'", (str(generation),))

    def flush(self) -> bool:
        """Write the database anew and move the write-ahead log into it, so that erased text is
        gone from both: secure_delete alone leaves copies where SQLite moved rows from page to
        page. False if a reader keeps the log from that; the last one to close does it then."""
        self._db.execute("VACUUM")
        (busy, *_) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
