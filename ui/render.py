"""A conversation as HTML: questions, answers with their claims and chips, refusals, drafts.

Pure functions of values; the page's script acts on ``data-do`` (what a button asks the server for)
and its neighbours. See ``ui.panels`` for what stands beside the conversation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.conversations import Turn
from rag.phrases import REFUSAL
from rag.prompt import answer_language
from rag.schema import Answer, Citation, Claim, Hit, Timings
from ui import strings
from ui.markup import Markup, el, join, prose
from ui.panels import meta, opening

_NEAREST = 3
_PREVIEW = 4


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer as the page shows them, just made or kept.

    ``seq``: the number of the kept turn, 0 if it is not kept. ``status``: also ``erased``.
    ``hits``: the passages found, known of a new answer only. ``copied``: what its copy button
    copies.
    """

    seq: int
    question: str
    text: str
    status: str
    reason: str | None
    lang: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    copied: str = ""
    hits: tuple[Hit, ...] = ()
    model: str | None = None
    confidence: float | None = None
    timings: Timings | None = None
    new: bool = False


def of_answer(answer: Answer, seq: int, copied: str) -> Exchange:
    """An answer that was just made."""
    return Exchange(
        seq, answer.question, answer.text, answer.status, answer.reason,
        answer_language(answer.language), answer.claims, answer.citations, copied, answer.hits,
        answer.model, answer.confidence, answer.timings, new=True,
    )  # fmt: skip


def of_turn(turn: Turn, copied: str) -> Exchange:
    """A turn that was kept."""
    return Exchange(
        turn.seq, turn.question, turn.answer, turn.status, turn.reason,
        answer_language(turn.language), turn.claims, turn.citations, copied,
        model=turn.model, confidence=turn.confidence, timings=turn.timings,
    )  # fmt: skip


def thread(exchanges: Sequence[Exchange], lang: str, ended: bool = False) -> Markup:
    """The finished part of a conversation. ``ended``: nothing of it stands below."""
    last = len(exchanges) - 1
    shown = (
        exchange(one, lang, newest=ended and place == last) for place, one in enumerate(exchanges)
    )
    return join(*shown)


def exchange(one: Exchange, lang: str, notice: str = "", newest: bool = False) -> Markup:
    """A question and its answer. ``notice``: what the reader has to know of it besides. Only the
    ``newest`` can be asked again: the answers behind another may lean on it."""
    said = {"abstained": _refusal, "erased": _erased}.get(one.status, _answer)(one, lang)
    return el(
        "article",
        _question(one.question, lang),
        said,
        el("p", notice, cls="caution") if notice else None,
        _actions(one, lang, newest),
        _details(one, lang),
        cls="turn",
        data_turn=one.seq,
        data_done=one.new,
    )


def asking(question: str, lang: str, *state: Markup) -> Markup:
    """The current question while its answer is made."""
    return el("article", _question(question, lang), *state, cls="turn", data_busy=True)


def progress(words: str, ahead: int | None = None) -> Markup:
    """What is going on, in words. ``ahead``: how many wait before."""
    return el(
        "p", el("span", cls="dots", aria_hidden="true"), words, cls="progress", data_ahead=ahead
    )


def found(hits: Sequence[Hit], lang: str) -> Markup:
    """The passages found, in short, while the answer is made of them."""
    count = strings.read_from(len(hits), len({hit.passage.doc_id for hit in hits})).say(lang)
    rows = [
        el(
            "li",
            el("strong", prose(hit.passage.title or strings.UNTITLED.say(lang)), dir="auto"),
            el("span", prose(opening(hit.passage.text)), cls="preview", dir="auto"),
        )
        for hit in hits[:_PREVIEW]
    ]
    return (
        el("div", el("p", count, cls="label"), el("ol", *rows), cls="found") if hits else Markup()
    )


def draft(text: str, lang: str) -> Markup:
    """A draft that looks like one."""
    label = el("p", strings.DRAFT.say(lang), cls="label")
    return el("div", label, el("p", prose(text), dir="auto", cls="prose-text"), cls="draft")


def _question(question: str, lang: str) -> Markup:
    label = el("span", strings.YOU_ASKED.say(lang), ": ", cls="unseen")
    return el("h2", label, el("span", prose(question), dir="auto"), cls="question")


def _answer(one: Exchange, lang: str) -> Markup:
    why = None
    if one.status == "partial" or one.reason:
        said = strings.REASONS.get(one.reason or "", strings.PARTIAL)
        why = el("p", said.say(lang), cls="caution")
    # Not "auto": that looks at what stands outside the claims, as each has a direction of its own.
    direction = "rtl" if one.lang == "ar" else "ltr"
    body = el("div", *_said(one, lang), cls="prose-text", dir=direction, lang=one.lang)
    return el("div", why, body, cls=f"answer {one.status}")


def _said(one: Exchange, lang: str) -> Iterator[Markup]:
    """The text of the answer: what stands between claims as it is, each claim with its chips."""
    done = 0
    cited = {citation.number: citation for citation in one.citations}
    for claim in sorted(one.claims, key=lambda claim: claim.start):
        if claim.start < done:
            continue
        yield prose(one.text[done : claim.start])
        yield _claim(claim, one.seq, cited, lang)
        done = claim.end
    yield prose(one.text[done:])


def _claim(claim: Claim, seq: int, cited: Mapping[int, Citation], lang: str) -> Markup:
    numbers = [number for number in claim.citations if number in cited]
    if not numbers:
        flag = el("span", strings.UNSUPPORTED.say(lang), cls="flag", dir="auto", lang=lang)
        body = el("span", prose(claim.text), cls="claim unsupported", dir="auto", tabindex=0)
        return join(body, " ", flag)
    verbatim = any(_same(claim.text, cited[number].quote) for number in numbers)
    body = el(
        "span",
        el("q", prose(claim.text)) if verbatim else prose(claim.text),
        cls="claim",
        dir="auto",
        role="button",
        tabindex=0,
        title=strings.EVIDENCE_HINT.say(lang),
        data_do="cite",
        data_turn=seq,
        data_number=numbers[0],
    )
    return join(body, *(_chip(cited[number], seq, lang) for number in numbers))


def _chip(citation: Citation, seq: int, lang: str) -> Markup:
    name = f"{strings.SOURCE.say(lang)} {citation.number}: {citation.passage.title}"
    return el(
        "bdi",
        el(
            "button", f"[{citation.number}]", type="button", cls="chip", aria_label=name,
            data_do="cite", data_turn=seq, data_number=citation.number,
        ),
        cls="chip-place",
    )  # fmt: skip


def _same(text: str, quote: str) -> bool:
    return text.split() == quote.split()


def _refusal(one: Exchange, lang: str) -> Markup:
    reason = strings.REASONS.get(one.reason or "", strings.REASONS["not_found"]).say(lang)
    stated = one.text or REFUSAL[one.lang]
    return el(
        "div",
        el("p", strings.REFUSAL.say(lang), cls="label"),
        el("p", prose(stated), dir="auto", lang=one.lang, cls="prose-text"),
        el("p", reason, cls="reason"),
        _nearest(one, lang),
        cls="refusal",
    )


def _nearest(one: Exchange, lang: str) -> Markup | None:
    """The nearest passages of a refusal; of a kept one, the way to them."""
    heading = strings.NEAREST.say(lang)
    if one.hits:
        rows = [_near(hit, lang) for hit in one.hits[:_NEAREST]]
        return el("div", el("h3", heading), el("ol", *rows), cls="nearest")
    if one.new or one.reason == "empty_index":
        return None
    return el("button", heading, type="button", cls="quiet", data_do="nearest", data_turn=one.seq)


def _near(hit: Hit, lang: str) -> Markup:
    passage = hit.passage
    title = el(
        "button", el("span", prose(passage.title or strings.UNTITLED.say(lang)), dir="auto"),
        type="button", cls="title", data_do="read", data_doc=passage.doc_id,
        data_start=passage.start, data_end=passage.end,
    )  # fmt: skip
    words = el("p", prose(opening(passage.text)), dir="auto", lang=passage.lang or None)
    return el("li", title, meta(passage, "", lang), words)


def _erased(one: Exchange, lang: str) -> Markup:
    return el("p", strings.ERASED.say(lang), cls="refusal erased")


def _actions(one: Exchange, lang: str, newest: bool) -> Markup:
    copying = el(
        "button", strings.COPY.say(lang), type="button", cls="quiet", data_local="copy",
        data_copy=one.copied, data_copied=strings.COPIED.say(lang),
        data_failed=strings.NOT_COPIED.say(lang),
    )  # fmt: skip
    again = el(
        "button", strings.AGAIN.say(lang), type="button", cls="quiet", data_do="again",
        data_turn=one.seq,
    )  # fmt: skip
    parts = [copying if one.copied else None, again if newest else None]
    if one.seq and one.status != "erased":
        parts += [_good(one.seq, lang), _bad(one.seq, lang)]
    return el("div", *parts, cls="actions")


def _good(seq: int, lang: str) -> Markup:
    return el(
        "button", el("span", aria_hidden="true", cls="thumb"), type="button", cls="quiet",
        aria_label=strings.GOOD.say(lang), title=strings.GOOD.say(lang), data_do="judge",
        data_turn=seq, data_good="1",
    )  # fmt: skip


def _bad(seq: int, lang: str) -> Markup:
    choices = [
        el(
            "label",
            el("input", type="radio", name=f"reason-{seq}", value=code, data_field="reason"),
            " ",
            words.say(lang),
        )
        for code, words in strings.BAD_REASONS.items()
    ]
    note = el(
        "label",
        strings.NOTE.say(lang),
        el("textarea", rows=2, maxlength=1000, dir="auto", data_field="note"),
    )
    send = el(
        "button", strings.SEND.say(lang), type="button", data_do="judge", data_turn=seq,
        data_good="0", data_form="form",
    )  # fmt: skip
    return el(
        "details",
        el(
            "summary", el("span", aria_hidden="true", cls="thumb down"), cls="quiet",
            aria_label=strings.BAD.say(lang), title=strings.BAD.say(lang),
        ),
        el(
            "fieldset", el("legend", strings.WHY_BAD.say(lang)), *choices, note, send,
            cls="opinion",
        ),
        cls="judge",
    )  # fmt: skip


def _details(one: Exchange, lang: str) -> Markup | None:
    """Times, model and confidence, for who wants them."""
    rows: list[tuple[str, str]] = []
    if one.timings:
        known = (
            (strings.RETRIEVED_IN, one.timings.retrieve_ms),
            (strings.FIRST_WORD_AFTER, one.timings.first_token_ms),
            (strings.TOTAL, one.timings.total_ms),
        )
        rows += [(name.say(lang), strings.seconds(ms).say(lang)) for name, ms in known if ms]
    if one.model:
        extracted = one.model == "extractive"
        rows.append(
            (strings.MODEL.say(lang), strings.EXTRACTED.say(lang) if extracted else one.model)
        )
    if one.confidence is not None:
        rows.append((strings.CONFIDENCE.say(lang), f"{one.confidence:.0%}"))
    if not rows:
        return None
    facts = [el("div", el("dt", name), el("dd", el("bdi", prose(value)))) for name, value in rows]
    summary = el("summary", strings.DETAILS.say(lang))
    return el("details", summary, el("dl", *facts), cls="facts")
