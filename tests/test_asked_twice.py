"""The model is asked twice for one answer: for a phrase, then for a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from small_index import document, new_store, put
from test_assistant import ASKED, COPIED, FAIR, WORDING

from embeddings import HashingEncoder
from rag import derived, gate, phrases
from rag.assistant import Assistant, Draft
from rag.generate import ScriptedGenerator
from rag.schema import Message, Usage
from rag.search import HybridSearcher

VERBATIM = f"{COPIED}. {phrases.IN_ITS_WORDS['ar']} {WORDING}"


@pytest.fixture
def searcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HybridSearcher]:
    """Cosines of the hashing encoder mean nothing to the gate."""
    monkeypatch.setattr(gate, "confidence", lambda *_: 0.9)
    with new_store(tmp_path / "index") as store:
        put(store, document("fair", FAIR, title="معرض وجدة"))
        yield HybridSearcher(store, derived.open_indexes(store), HashingEncoder())


def test_what_both_replies_used_is_counted(searcher: HybridSearcher) -> None:
    model = ScriptedGenerator([COPIED, WORDING])
    *_, last = Assistant(searcher, lambda: model).ask(ASKED)
    first, second = model.history
    assert second[: len(first)] == first
    assert second[len(first)] == {"role": "assistant", "content": COPIED}
    assert last.usage.output_tokens == 4 + 8  # words
    assert last.usage.prompt_tokens == sum(len(m["content"].split()) for m in second)
    assert 0 < last.timings.first_token_ms < last.timings.total_ms


class Endless:
    """A model that repeats one word for ever, unless it is closed."""

    model, usage = "endless", Usage(1, 1)

    def __init__(self) -> None:
        self.said: list[int] = []

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        self.said.append(0)
        try:
            while True:
                self.said[-1] += 1
                yield "112 "
        finally:
            self.said.append(-1)


def test_a_phrase_without_an_end_is_cut(searcher: HybridSearcher) -> None:
    model = Endless()
    *_, last = Assistant(searcher, lambda: model).ask(ASKED)
    assert model.said == [101, -1]  # closed after 404 characters
    assert (last.model, last.reason) == ("extractive", None)


def test_stopped_before_the_sentence_what_was_copied_is_the_answer(
    searcher: HybridSearcher,
) -> None:
    model = ScriptedGenerator([COPIED])
    asked = iter((False, False, False, True))  # before the first of three words, after each
    *_, last = Assistant(searcher, lambda: model).ask(ASKED, stop=lambda: next(asked))
    assert last.text == VERBATIM
    assert (last.status, last.model, last.reason) == ("answered", "scripted", "interrupted")


@pytest.mark.parametrize(
    ("phrase", "model"),
    [(f"{COPIED}، وزاره الوزير", "scripted"), ("حوالي ألف زائر", "extractive")],
)
def test_stopped_in_the_phrase_what_there_is_of_it_is_looked_for(
    searcher: HybridSearcher, phrase: str, model: str
) -> None:
    asked = iter((False, False, False, True))  # three words are there
    writer = ScriptedGenerator([phrase])
    *_, last = Assistant(searcher, lambda: writer).ask(ASKED, stop=lambda: next(asked))
    assert WORDING in last.text
    assert (last.model, last.reason) == (model, "interrupted")


def test_a_sentence_that_leaves_out_what_was_copied_is_none(searcher: HybridSearcher) -> None:
    *_, last = Assistant(searcher, lambda: ScriptedGenerator([COPIED, "بلغ العدد 176."])).ask(ASKED)
    assert last.text == VERBATIM


def test_a_french_sentence_that_is_not_supported_gives_way_to_the_value(
    searcher: HybridSearcher,
) -> None:
    model = ScriptedGenerator([COPIED, "le salon a reçu 113 000 visiteurs."])
    *_, last = Assistant(searcher, lambda: model).ask(
        "Combien de visiteurs le salon a-t-il reçus ?"
    )
    assert last.text == f"{phrases.RESTATED['fr', 'ar']} 112\N{NO-BREAK SPACE}700 visiteurs."
    assert last.model == "scripted"
    assert [citation.quote for citation in last.citations] == [WORDING]


def test_the_draft_is_the_phrase_as_it_stands_in_the_source(searcher: HybridSearcher) -> None:
    model = ScriptedGenerator(["112,700", WORDING])
    drafts = [e.text for e in Assistant(searcher, lambda: model).ask(ASKED) if isinstance(e, Draft)]
    assert drafts[0] == COPIED
    assert "".join(drafts[1:]) == f"\n{WORDING}"


@pytest.mark.parametrize(
    ("question", "read", "said"),
    [
        ("شحال ديال الناس زارو المعرض؟", "كم اشخاص زائر معرض؟", []),
        (
            "Combien de visiteurs le salon a-t-il reçus ?",
            "كم زائر معرض استقبل؟",
            ["Question: Combien de visiteurs le salon a-t-il reçus ?"],
        ),
        (ASKED, ASKED, [""]),
    ],
)
def test_a_question_is_read_in_arabic_and_answered_as_it_was_put(
    searcher: HybridSearcher, question: str, read: str, said: list[str]
) -> None:
    """In Darija what was copied is the answer: no sentence is asked for."""
    model = ScriptedGenerator([COPIED, "..."])
    list(Assistant(searcher, lambda: model).ask(question))
    first, *others = model.history
    assert first[-1]["content"].endswith(f"Question: {read}")
    asked = [messages[len(first) + 1]["content"].rpartition("\n\n")[0] for messages in others]
    assert asked == said
