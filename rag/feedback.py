"""What readers say of answers, kept with them and given out as questions for the evaluation.

It is gone when its turn is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from rag import conversations, messages
from rag.conversations import Turn
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
_JUDGED = (
    "SELECT f.* FROM feedback f JOIN turns t ON t.seq = f.turn"
    " JOIN conversations c ON c.id = t.conversation WHERE c.owner = ?"
)
_COUNTED = (
    "SELECT count(*) FROM feedback f JOIN turns t ON t.seq = f.turn"
    " JOIN conversations c ON c.id = t.conversation WHERE c.owner = ? AND t.status != 'erased'"
)

_NOTHING = "—"  # for an answer that said nothing; the loader wants some text


def keep(store: Store, turn: int, owner: str, good: bool, reason: str, note: str) -> None:
    """Keep what the owner of a conversation says of the turn with this ``seq``, in place of what
    was said of it before. ``reason``: one word of a list; ``note``: in the reader's words.

    Raises:
        ConversationMissingError: the owner has no such turn.
    """
    known = conversations.kept(store)
    with store.transaction() as db:
        if not known or not db.execute(_OWNED, (turn, owner)).fetchone():
            raise ConversationMissingError(messages.conversation_missing(str(turn)))
        db.execute(_TABLE)
        db.execute(
            "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?)", (turn, good, reason, note)
        )


def count(store: Store, owner: str) -> int:
    """How many questions ``export`` gives."""
    if not store.query(_IS_KEPT):
        return 0
    ((number,),) = store.query(_COUNTED, owner)
    return int(number)


def export(store: Store, owner: str) -> Iterator[dict[str, Any]]:
    """Questions as ``eval.loading`` reads them, one a judged answer, the oldest conversation first.

    An answer called good becomes a question whose facts are its claims, in their words or those of
    their quotes; a refusal called good, one without an answer. Of what was called bad nobody has
    said what is right: it has ``answerable`` true and no ``answers``, which the loader names as a
    fault until somebody has written them. ``said`` and ``note`` are for that somebody. What has
    lost a source since is left out.
    """
    if not store.query(_IS_KEPT):
        return
    judged = {seq: rest for seq, *rest in store.query(_JUDGED, owner)}
    for conversation in reversed(conversations.listing(store, owner=owner)):
        before: list[tuple[str, str]] = []
        for turn in conversations.turns(store, conversation.id, owner=owner):
            if turn.seq in judged and turn.status != "erased":
                yield _question(turn, before, *judged[turn.seq])
            question, answer = conversations.said(turn.question, turn.answer, turn.status)
            before.append((question, answer or _NOTHING))


def _question(
    turn: Turn, before: list[tuple[str, str]], good: int, reason: str, note: str
) -> dict[str, Any]:
    facts = list(dict.fromkeys(claim.citations for claim in turn.claims)) if good else []
    return {
        "id": f"feedback-{turn.seq}",
        "question": turn.question,
        "lang": turn.language,
        "type": "",
        "tags": ["good" if good else "bad", *filter(None, [reason])],
        "answerable": bool(facts) or not good,
        "gold": [
            {
                "doc": PurePath(c.passage.source).name or c.passage.doc_id,
                "start": c.start,
                "end": c.end,
                "quote": c.quote,
                "facts": [number for number, cited in enumerate(facts) if c.number in cited],
            }
            for c in turn.citations
            if good
        ],
        "answers": [_forms(turn, cited) for cited in facts],
        "history": [list(pair) for pair in before],
        "said": turn.answer,
        "note": note,
    }


def _forms(turn: Turn, cited: tuple[int, ...]) -> list[str]:
    """How a fact can be said: as the answer says it, or as its sources do."""
    claimed = [claim.text for claim in turn.claims if claim.citations == cited]
    quoted = [citation.quote for citation in turn.citations if citation.number in cited]
    return list(dict.fromkeys((*claimed, *quoted)))
