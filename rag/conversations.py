"""Conversations kept in the index's database: questions, verified answers and what they cite.

They are no part of the index: writing one leaves ``Store.generation`` as it is. The tables are
made with the first turn that is kept, so an index without them is whole. What is cited is kept
word by word, so it goes when its document goes: see ``erase_gone``.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from rag import messages
from rag.errors import ConversationMissingError, IndexLockedError
from rag.folder import write_lock
from rag.schema import Answer, Citation, Claim, Language, Passage, Status, Timings

if TYPE_CHECKING:  # the store itself calls erase_gone
    from rag.store import Store

_TABLES = (
    "CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, title TEXT NOT NULL,"
    " owner TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS turns (seq INTEGER PRIMARY KEY,"
    " conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,"
    " asked TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, status TEXT NOT NULL,"
    " reason TEXT, language TEXT NOT NULL, claims TEXT NOT NULL, model TEXT,"
    " confidence REAL NOT NULL DEFAULT 0, timings TEXT NOT NULL DEFAULT '[0, null, 0]')",
    "CREATE INDEX IF NOT EXISTS turns_conversation ON turns (conversation)",
    "CREATE TABLE IF NOT EXISTS turn_citations ("
    " turn INTEGER NOT NULL REFERENCES turns (seq) ON DELETE CASCADE, number INTEGER NOT NULL,"
    ' passage_id TEXT NOT NULL, doc_id TEXT NOT NULL, quote TEXT NOT NULL, start INTEGER, "end"'
    " INTEGER, kind TEXT, page INTEGER, lang TEXT, title TEXT, source TEXT, date TEXT,"
    " PRIMARY KEY (turn, number)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS turn_citations_doc ON turn_citations (doc_id)",
)
# What tables of earlier versions lack.
_LATER = {
    "conversations": {"owner": "TEXT NOT NULL DEFAULT ''"},
    "turns": {
        "model": "TEXT",
        "confidence": "REAL NOT NULL DEFAULT 0",
        "timings": "TEXT NOT NULL DEFAULT '[0, null, 0]'",
    },
}
_IS_KEPT = "SELECT 1 FROM sqlite_master WHERE name = 'turn_citations'"
_OWNED = "SELECT 1 FROM conversations WHERE id = ? AND owner = ?"
# A citation's number, then its passage's fields in the order of Passage.
_CITATION = 'number, passage_id, doc_id, quote, start, "end", kind, page, lang, title, source, date'


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation in a list of them. ``updated``: when its last turn was asked, ISO 8601 in
    UTC."""

    id: str
    title: str
    updated: str
    turns: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as they were kept.

    The fields are those of ``Answer``, but that the passage of a citation is only what is quoted.
    ``asked``: ISO 8601 in UTC. Status ``erased``: a document that the answer cited has been
    removed, or no longer says what was quoted; ``answer`` is then "", ``claims`` are empty and
    ``citations`` only those that still stand. ``seq``: its number in this index.
    """

    seq: int
    asked: str
    question: str
    answer: str
    status: Status | Literal["erased"]
    reason: str | None
    language: Language
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    model: str | None
    confidence: float
    timings: Timings


def save(
    store: Store,
    answer: Answer,
    conversation: str | None = None,
    *,
    owner: str = "",
    replaces: int | None = None,
) -> str:
    """Add a turn to a conversation of ``owner``, for None to a new one whose title is the question;
    returns its id. ``replaces``: the number of a turn of it that goes, with what was said of that
    one. Others may be writing: it waits for them as long as the store is patient.

    Raises:
        ConversationMissingError: the owner has none of this id.
        sqlite3.OperationalError: the wait was too short, or the disk is full; nothing is kept.
    """
    with store.transaction() as db:
        for statement in _TABLES:
            db.execute(statement)
        _brought_up_to_date(db)
        if conversation is None:
            conversation = secrets.token_hex(8)
            db.execute(
                "INSERT INTO conversations (id, title, owner) VALUES (?, ?, ?)",
                (conversation, answer.question, owner),
            )
        elif not db.execute(_OWNED, (conversation, owner)).fetchone():
            raise ConversationMissingError(messages.conversation_missing(conversation))
        turn = db.execute(
            "INSERT INTO turns (conversation, asked, question, answer, status, reason, language,"
            " claims, model, confidence, timings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                conversation, datetime.now(UTC).isoformat(timespec="seconds"), answer.question,
                answer.text, answer.status, answer.reason, answer.language,
                json.dumps([astuple(claim) for claim in answer.claims], ensure_ascii=False),
                answer.model, answer.confidence, json.dumps(astuple(answer.timings)),
            ),
        ).lastrowid  # fmt: skip
        db.executemany(
            f"INSERT INTO turn_citations (turn, {_CITATION})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    turn, c.number, c.passage.id, c.passage.doc_id, c.quote, c.start, c.end,
                    c.passage.kind, c.passage.page, c.passage.lang, c.passage.title,
                    c.passage.source, c.passage.date,
                )
                for c in answer.citations
            ],
        )  # fmt: skip
        db.execute("DELETE FROM turns WHERE seq = ? AND conversation = ?", (replaces, conversation))
        # A document may have been removed while its answer was being written.
        erase_gone(db, {c.passage.doc_id for c in answer.citations})
    return conversation


def listing(store: Store, *, owner: str = "") -> list[Conversation]:
    """All conversations of ``owner``, the one with the newest turn first."""
    if not kept(store):
        return []
    rows = store.query(
        "SELECT c.id, c.title, t.asked, count(*), max(t.seq) FROM conversations c"
        " JOIN turns t ON t.conversation = c.id WHERE c.owner = ? GROUP BY c.id ORDER BY 5 DESC",
        owner,
    )
    return [Conversation(*row[:4]) for row in rows]


def turns(store: Store, conversation: str, *, owner: str = "") -> list[Turn]:
    """The turns of a conversation, oldest first.

    Raises:
        ConversationMissingError: the owner has none of this id.
    """
    _must_be(store, conversation, owner)
    cited: dict[int, list[Citation]] = defaultdict(list)
    for turn, number, *fields in store.query(
        f"SELECT turn, {_CITATION} FROM turn_citations JOIN turns ON seq = turn"
        " WHERE conversation = ? ORDER BY turn, number",
        conversation,
    ):
        passage = Passage(*fields)
        cited[turn].append(Citation(number, passage, passage.text, passage.start, passage.end))
    rows = store.query(
        "SELECT seq, asked, question, answer, status, reason, language, claims, model, confidence,"
        " timings FROM turns WHERE conversation = ? ORDER BY seq",
        conversation,
    )
    return [
        Turn(
            seq, asked, question, text, status, reason, language, _claims(claims),
            tuple(cited[seq]), model, confidence, Timings(*json.loads(timings)),
        )
        for seq, asked, question, text, status, reason, language, claims, model, confidence,
        timings in rows
    ]  # fmt: skip


def rename(store: Store, conversation: str, title: str, *, owner: str = "") -> None:
    """Give a conversation another title.

    Raises:
        ConversationMissingError: the owner has none of this id.
    """
    _must_be(store, conversation, owner)
    with store.transaction() as db:
        db.execute("UPDATE conversations SET title = ? WHERE id = ?", (title, conversation))


def delete(store: Store, conversation: str, *, owner: str = "") -> bool:
    """Erase a conversation. False if another process keeps its text in the files for now: one
    that reads (see ``Store.flush``) or one that is indexing.

    Raises:
        ConversationMissingError: the owner has none of this id.
    """
    _must_be(store, conversation, owner)
    with store.transaction() as db:
        db.execute("DELETE FROM conversations WHERE id = ?", (conversation,))
    try:
        with write_lock(store.folder):  # writing the file anew takes longer than indexing waits
            return store.flush()
    except IndexLockedError:
        return False


def kept(store: Store) -> bool:
    """Whether any turn was ever kept here, in tables that are then as they should be."""
    if not store.query(_IS_KEPT):
        return False
    if _lacking(store.query):
        with store.transaction() as db:
            _brought_up_to_date(db)
    return True


def said(question: str, answer: str, status: str) -> tuple[str, str]:
    """A turn as a follow-up leans on it (``rag.lookup.History``): what was refused says
    nothing."""
    return question, answer if status in ("answered", "partial") else ""


def erase_gone(db: sqlite3.Connection, doc_ids: Iterable[str]) -> None:
    """Erase, inside a transaction, the quotes of these documents that no longer stand in them,
    and all that was answered with their help."""
    if not db.execute(_IS_KEPT).fetchone():
        return
    gone = (
        "doc_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM documents WHERE id = ?1 AND instr(documents.text, quote))"
    )
    for doc_id in doc_ids:
        db.execute(
            "UPDATE turns SET answer = '', claims = '[]', status = 'erased', reason = NULL"
            f" WHERE seq IN (SELECT turn FROM turn_citations WHERE {gone})",
            (doc_id,),
        )
        db.execute(f"DELETE FROM turn_citations WHERE {gone}", (doc_id,))


def _lacking(query: Callable[[str], Iterable[tuple[Any, ...]]]) -> list[str]:
    """The statements that add what tables of an earlier version lack."""
    return [
        f"ALTER TABLE {table} ADD COLUMN {column} {kind}"
        for table, columns in _LATER.items()
        for known in [{row[1] for row in query(f"PRAGMA table_info({table})")}]
        for column, kind in columns.items()
        if column not in known
    ]


def _brought_up_to_date(db: sqlite3.Connection) -> None:
    for statement in _lacking(lambda sql: db.execute(sql).fetchall()):
        db.execute(statement)


def _must_be(store: Store, conversation: str, owner: str) -> None:
    if not kept(store) or not store.query(_OWNED, conversation, owner):
        raise ConversationMissingError(messages.conversation_missing(conversation))


def _claims(stored: str) -> tuple[Claim, ...]:
    return tuple(
        Claim(text, start, end, tuple(cited), supported)
        for text, start, end, cited, supported in json.loads(stored)
    )
