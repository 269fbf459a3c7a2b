"""What a model that stands in for a language model finds in its messages."""

from __future__ import annotations

from collections.abc import Sequence

from rag.schema import Message


def asks_for_phrase(messages: Sequence[Message]) -> bool:
    """Whether the phrase that answers is asked for, not yet the sentence that says it."""
    return ">>>" in messages[-1]["content"]


def excerpts_and_question(messages: Sequence[Message]) -> tuple[list[str], str]:
    """The sentences of the sources, and what is asked of them; what goes before is an example."""
    shown = next(m["content"] for m in reversed(messages) if ">>>" in m["content"])
    excerpts, _, asked = shown.partition(">>>")
    return [row[2:] for row in excerpts.splitlines() if row.startswith("- ")], asked
