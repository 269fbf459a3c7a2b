"""What other programs may ask of the page's server: two functions, over HTTP and over MCP.

Both keep nothing and know nobody: what they return depends on the index and their arguments alone.
Their docstrings are what MCP clients and the API's description show.
"""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.events import api

from rag import messages
from rag.commands.ask import checked
from rag.errors import IsnadError, UsageError
from rag.render import hit_record, record
from rag.schema import Answer
from rag.shared_index import SharedIndex
from ui.given import MOST_TYPED, text

_MOST_HITS = 50
_MOST_TURNS = 20
_MOST_IDS = 1000


def register(index: SharedIndex, lang: str) -> None:
    """Add ``ask`` and ``search`` to the Blocks that are being built. ``lang``: of errors."""

    def ask(
        question: str,
        documents: list[str] | None = None,
        history: list[list[str]] | None = None,
        extract: bool = False,
    ) -> dict[str, Any]:
        """Answer a question from the indexed documents, every statement with its exact source.

        Parameters:
            question: The question, in Arabic, Moroccan Darija, French or English.
            documents: Ids of the documents that may be used; null for all.
            history: Earlier [question, answer] pairs of the conversation, oldest first.
            extract: True answers with the sources' own sentences, without a language model.

        Returns:
            The JSON object of `rag ask --json`; status "abstained": the documents do not say it.
        """
        try:
            *_, answer = index.ask(
                checked(_text(question)), _ids(documents), _turns(history), extract=extract is True
            )
        except IsnadError as error:
            raise gr.Error(error.text.say(lang), print_exception=False) from error
        assert isinstance(answer, Answer)
        return record(answer)

    def search(question: str, k: int = 8, documents: list[str] | None = None) -> dict[str, Any]:
        """Find the passages of the indexed documents that are nearest to a question.

        Parameters:
            question: What to look for, in Arabic, Moroccan Darija, French or English.
            k: How many passages, 1 to 50.
            documents: Ids of the documents to look in; null for all.

        Returns:
            {"question", "hits"}: the hits as in `rag ask --json`, best first.
        """
        try:
            asked = checked(_text(question))
            if not isinstance(k, int) or not 1 <= k <= _MOST_HITS:
                raise UsageError(messages.bad_command(f"k: 1-{_MOST_HITS}"))
            hits = index.search(asked, _ids(documents), k)
        except IsnadError as error:
            raise gr.Error(error.text.say(lang), print_exception=False) from error
        return {"question": asked, "hits": [hit_record(hit) for hit in hits]}

    api(ask, api_name="ask")
    api(search, api_name="search")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(messages.bad_command("question: text"))
    return text(value, MOST_TYPED)


def _ids(value: object) -> list[str] | None:
    if value is None:
        return None
    if not _are_texts(value, _MOST_IDS):
        raise UsageError(messages.bad_command("documents: [ID, ...]"))
    return [text(one, MOST_TYPED) for one in value]  # type: ignore[attr-defined]


def _turns(value: object) -> list[tuple[str, str]]:
    if value is None:
        return []
    if (
        not isinstance(value, list)
        or len(value) > _MOST_TURNS
        or not all(_are_texts(turn, 2) and len(turn) == 2 for turn in value)
    ):
        raise UsageError(messages.bad_command("history: [[QUESTION, ANSWER], ...]"))
    return [(text(question, MOST_TYPED), text(answer, MOST_TYPED)) for question, answer in value]


def _are_texts(value: object, most: int) -> bool:
    return isinstance(value, list) and len(value) <= most and all(isinstance(v, str) for v in value)
