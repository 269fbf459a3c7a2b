"""A question in, passages at once, a draft while it is written, then a verified answer."""

from __future__ import annotations

import time
from collections import abc
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from rag import gate, phrases, prompt
from rag.answering import answering, told_by
from rag.cite import Cited, Statement, supported
from rag.compose import composed, joined, says, with_copied
from rag.copied import Copied, copied, told
from rag.evidence import READ_HITS, Evidence, gather, to_read
from rag.extract import extract
from rag.language import detect_document
from rag.lookup import History, Part, each_is_used, look_up, look_up_parts, with_best
from rag.markers import unmarked, without_markers
from rag.places import places, spelled
from rag.premises import cannot_answer, opening, shortfall
from rag.question import Question, understand
from rag.relevance import relevant
from rag.schema import Answer, Generator, Hit, Timings
from rag.search import HybridSearcher
from rag.sentences import sentences
from rag.worded import worded

PROMPT_SENTENCES = 4
_EXTRACTED_BY = "extractive"
_LONGEST_PHRASE = 400  # characters


@dataclass(frozen=True, slots=True)
class Retrieved:
    """The passages found; the first thing that is known."""

    hits: tuple[Hit, ...]
    retrieve_ms: float


@dataclass(frozen=True, slots=True)
class Writing:
    """The evidence suffices, and the language model is asked next; who shares it waits here."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of unverified text."""

    text: str


Event = Retrieved | Writing | Draft | Answer


class Assistant:
    """Answers questions over one index.

    ``open_generator`` is called when the first answer has to be written, not before; None
    answers with the sources' own sentences. ``prompt_sentences``: how many the model is given.
    """

    def __init__(
        self,
        searcher: HybridSearcher,
        open_generator: Callable[[], Generator] | None = None,
        prompt_sentences: int = PROMPT_SENTENCES,
    ) -> None:
        self._searcher = searcher
        self._prompt_sentences = prompt_sentences
        self._open_generator = open_generator
        self._generator: Generator | None = None

    def ask(
        self,
        text: str,
        k: int = 8,
        allow: Collection[int] | None = None,
        history: History = (),
        retrieval_only: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> abc.Generator[Event, None, None]:
        """Yield ``Retrieved``, if a model writes ``Writing`` and ``Draft`` pieces, then ``Answer``.

        ``allow``: the passage numbers that may be used. ``history``: earlier questions and
        answers of the conversation, oldest first. ``stop`` is asked before the model is and after
        every piece of a draft: once it says yes, the sentences that are finished are verified and
        are the answer, or the sources' own where there are none; its reason is ``interrupted``.

        Raises:
            GenerationError: the model failed.
        """
        began = time.perf_counter()
        language = understand(text).language
        question, found = look_up(self._searcher, text, max(k, READ_HITS), allow, history)
        hits = found.hits
        retrieve_ms = _ms_since(began)
        yield Retrieved(tuple(hits[:k]), retrieve_ms)
        answer = Answer(
            question=text, text="", status="retrieved", language=language,
            confidence=0.0, citations=(), claims=(), hits=tuple(hits[:k]), reason=None,
            timings=Timings(retrieve_ms, None, retrieve_ms),
        )  # fmt: skip
        if retrieval_only:
            yield _timed(answer, began)
            return
        whole = gather(question, found.vector, hits, self._searcher)
        each = look_up_parts(self._searcher, text, allow, history)
        # Two things asked of two documents are answered as surely as the less sure of them.
        least = min((part.confidence for part in each), default=0.0)
        answer = replace(answer, confidence=max(gate.confidence(question, whole), least))
        evidence = with_best(each, whole)
        if told_first := told(question, evidence):
            evidence = with_copied(told_first, evidence)
        short = shortfall(question, evidence) if evidence else None
        of_other_time = short is not None and short.kind == "other_time"
        held = len(self._searcher.indexes.dense)
        sure = max(gate.confidence(question, whole, of_other_time), least)
        if not evidence or sure < gate.THRESHOLD or cannot_answer(question, evidence):
            yield _timed(_abstention(answer, _why_nothing(held, hits, question, evidence)), began)
            return
        # What is read may be the questions before it, in their language.
        question = replace(question, language=language)
        if short:
            # Said by code: a model that is asked goes along with what the question supposes.
            lead = opening(short, prompt.answer_language(language))
            cited = extract(question, short.evidence, lead)
            answer = _finished(answer, cited, _EXTRACTED_BY, short.kind)
            yield _timed(answer, began)
            return
        if self._open_generator is None:
            yield _timed(_finished(answer, extract(question, evidence), _EXTRACTED_BY), began)
            return
        yield from self._write(question, answer, evidence, each, began, stop)

    def _write(
        self,
        question: Question,
        answer: Answer,
        evidence: Sequence[Evidence],
        each: Sequence[Part],
        began: float,
        stop: Callable[[], bool],
    ) -> Iterator[Event]:
        yield Writing()
        if stop():  # who waited for others had enough of it
            answer = _finished(answer, extract(question, evidence), _EXTRACTED_BY)
            yield _timed(replace(answer, reason=answer.reason or "interrupted"), began)
            return
        if self._generator is None:
            assert self._open_generator is not None
            self._generator = self._open_generator()
        generator, language = self._generator, question.language
        chosen = to_read(evidence, self._prompt_sentences)
        asked = question.joined or question.text
        understood = _as_read(asked, question, chosen)
        reading = prompt.reading(understood, chosen)
        phrase, stopped = _heard(generator.stream(reading), stop)
        usage = generator.usage
        found = copied(without_markers(phrase), chosen, question)
        found = answering(found, question, evidence, understand(understood))
        if len(told_by(found)) < len(each) or not each_is_used(
            each, [("", [piece.source]) for piece in found]
        ):
            found = []  # a small model answers the one of two questions and forgets the other
        if not found:
            cited, model = extract(question, evidence), _EXTRACTED_BY
        else:
            answer = replace(
                answer, timings=replace(answer.timings, first_token_ms=_ms_since(began))
            )
            yield Draft(joined(found, question))
            evidence = with_copied(found, evidence)
            draft = ""
            # Read in Arabic without grammar, a question in Darija is answered without it too; of a
            # French source a small model writes half French («الouvriers في conservationية»).
            is_reworded = understood != asked
            is_plain = not is_reworded and detect_document(found[0].source.text) == "ar"
            if not stopped and (is_plain or prompt.answer_language(language) != "ar"):
                put = question.text if is_reworded else ""
                messages = prompt.sentence(reading, phrase, language, put)
                for piece in unmarked(generator.stream(messages)):
                    yield Draft(piece if draft else f"\n{piece}")
                    draft += piece
                    if stopped := stop():
                        draft = _finished_sentences(draft)
                        break
                spent = usage.output_tokens
                usage = replace(
                    generator.usage, output_tokens=spent + generator.usage.output_tokens
                )
            written = self._kept(draft, found, question, evidence)
            said = composed(found, written, question, evidence)
            cited = said or extract(question, evidence)
            model = generator.model if said else _EXTRACTED_BY
        answer = _finished(replace(answer, usage=usage), cited, model)
        reason = answer.reason or ("interrupted" if stopped else None)
        yield _timed(replace(answer, reason=reason), began)

    def _kept(
        self, draft: str, found: Sequence[Copied], question: Question, evidence: Sequence[Evidence]
    ) -> list[Statement]:
        """The sentences of ``draft`` that its sources support and that say what was ``found``."""
        shown = to_read(evidence, self._prompt_sentences)
        draft = spelled(draft, " ".join(item.text for item in shown))
        written = supported(draft, question, shown, self._searcher.encoder)
        kept = relevant(written, question, evidence)
        return kept if says(" ".join(text for text, _ in kept), found, question) else []


def _as_read(asked: str, question: Question, chosen: Sequence[Evidence]) -> str:
    """A question as a small model understands it: of Arabic sources in Arabic."""
    texts = [text for item in chosen for text in (item.passage.title, item.text)]
    if detect_document(chosen[0].text) != "ar":
        return asked
    return worded(asked, question.language, texts)


def _heard(pieces: Iterator[str], stop: Callable[[], bool]) -> tuple[str, bool]:
    """A phrase as far as it is one, and whether ``stop`` said so."""
    phrase = ""
    for piece in pieces:
        phrase += piece
        if stop():
            return phrase, True
        if len(phrase) > _LONGEST_PHRASE:
            break
    return phrase, False


def _finished_sentences(draft: str) -> str:
    """``draft`` without the sentence it breaks off in; «112.» may go on as 112.7."""
    begun = f"{draft}x"
    return draft[: sentences(begun)[-1][0]]


def _finished(answer: Answer, cited: Cited, model: str, short: str | None = None) -> Answer:
    """``short``: what the sources leave open, see ``rag.premises``."""
    only_comments = all(c.passage.kind == "comment" for c in cited.citations)
    reason = "only_comment" if only_comments else short
    return replace(
        answer,
        text=cited.text,
        status="partial" if reason else "answered",
        reason=reason,
        citations=cited.citations,
        claims=cited.claims,
        model=model,
    )


def empty_index(text: str) -> Answer:
    """What is said where there is no index at all."""
    answer = Answer(
        question=text, text="", status="retrieved", language=understand(text).language,
        confidence=0.0, citations=(), claims=(), hits=(), reason=None,
        timings=Timings(0.0, None, 0.0),
    )  # fmt: skip
    return _abstention(answer, "empty_index")


def _abstention(answer: Answer, reason: str) -> Answer:
    text = phrases.REFUSAL[prompt.answer_language(answer.language)]
    return replace(answer, text=text, status="abstained", reason=reason)


def _why_nothing(
    held: int, hits: Sequence[Hit], question: Question, evidence: Sequence[Evidence]
) -> str:
    if hits:
        return "other_place" if places(question.text) and not evidence else "not_found"
    return "filtered_out" if held else "empty_index"


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, timings=replace(answer.timings, total_ms=_ms_since(began)))


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000
