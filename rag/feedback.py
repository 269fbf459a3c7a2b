"""What readers say of answers, kept beside conversations and gone with them, and given out again
as questions for the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from rag import conversations, messages
from rag.errors import ConversationMissingError
from rag.store import Store

_TABLE = (
    "CREATE TABLE IF NOT EXISTS feedback (turn INTEGER PRIMARY KEY REFERENCES turns (seq)"
    " ON DELETE CASCADE, good INTEGER NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL)"
)
_IS_KEPT = "SELECT 1 FROM sqlite_master WHERE name = 'feedback'"
_OWNED = (
    "SELECT 1 FROM turns t JOIN conversations c ON c.id = t.conversation"
    " WHERE t.seq = ? AND c.owner = ?"
)


def keep(store: Store, turn: int, owner: str, good: bool, reason: str, note: str) -> None:
    """Keep what the owner of a conversation says of the turn with this ``seq``, in place of what
    was said of it before. ``reason``: one word of a list; ``note``: in the reader's words.

    Raises:
        ConversationMissingError: the owner has no such turn.
    """
    if not conversations.listing(store, owner=owner) or not store.query(_OWNED, turn, owner):
        raise ConversationMissingError(messages.conversation_missing(str(turn)))
    with store.transaction() as db:
        db.execute(_TABLE)
        db.execute(
            "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)", (turn, good, reason, note)
        )


def export(store: Store, owner: str) -> Iterator[dict[str, Any]]:
    """Questions in the format of ``eval/questions``, one for each answer that was judged.

    A good answer becomes a question whose facts are the quotes it rests on, at their places; a
    good refusal one without an answer. What was called bad has no answer here: its tags say so,
    and somebody has to write one.
    """
    if not store.query(_IS_KEPT):
        return
    said = {turn: rest for turn, *rest in store.query("SELECT * FROM feedback")}
    for conversation in reversed(conversations.listing(store, owner=owner)):
        before: list[list[str]] = []
        for turn in conversations.turns(store, conversation.id, owner=owner):
            if turn.seq in said:
                good, reason, note = said[turn.seq]
                cited = turn.citations if good else ()
                yield {
                    "id": f"feedback-{turn.seq}",
                    "question": turn.question,
                    "lang": turn.language,
                    "type": "",
                    "tags": ["good" if good else "bad", *filter(None, (reason,))],
                    "answerable": bool(cited),
                    "gold": [
                        {
                            "doc": PurePath(c.passage.source).name,
                            "start": c.start,
                            "end": c.end,
                            "quote": c.quote,
                            "facts": [fact],
                        }
                        for fact, c in enumerate(cited)
                    ],
                    "answers": [[c.quote] for c in cited],
                    "history": [*before],
                    "note": note,
                }
            before.append([turn.question, turn.answer])
