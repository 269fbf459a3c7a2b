"""Writers of answers: one module for each engine, and a scripted one for tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.schema import Message, Usage

__all__ = ["ScriptedGenerator"]


class ScriptedGenerator:
    """Says what it was told to, reply after reply, in pieces of one word.

    ``history`` holds the messages of every call, so that a test can look at the exact prompt.
    """

    model = "scripted"

    def __init__(self, replies: Sequence[str]) -> None:
        self.history: list[list[Message]] = []
        self.usage = Usage()
        self._replies = iter(replies)

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the next reply, word by word; the pieces concatenate to it.

        :raises IndexError: when the script has no reply left: the test asked more than it meant to.
        """
        self.history.append(list(messages))
        reply = next(self._replies, None)
        if reply is None:
            raise IndexError(f"the script has no reply for call {len(self.history)}")
        pieces = re.findall(r"\S+\s*|\s+", reply)
        prompt_words = sum(len(message["content"].split()) for message in messages)
        self.usage = Usage(prompt_words, len(pieces))
        yield from pieces
