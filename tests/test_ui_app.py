"""The page's handlers, called as the page calls them."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import re
import threading
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import gradio as gr
import pytest
from small_index import document, new_store, put

from rag import conversations, messages
from rag.assistant import Draft, Retrieved, Writing
from rag.errors import GenerationError, IndexLockedError, UsageError
from rag.messages import Text
from rag.schema import Answer, Citation, Claim, Document, Hit, Passage, Timings
from rag.shared_index import FileDone, Waiting
from rag.store import Store
from rag.tables import DocumentRow
from ui import app, strings
from ui.handlers import Page
from ui.views import View, failed

SAID = "بلغ عدد الزوار 202 ألف."
FAIR = f"معرض الكتاب\n\n{SAID}\n"
QUESTION = "كم بلغ عدد الزوار؟"


class Index:
    """Answers as it is told to, over a store of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with new_store(folder) as store:
            put(store, document("fair", FAIR, title="المعرض", date="2023-05-15"))
            put(store, document("tram", "الترامواي يربط الأحياء.", title="الترامواي"))
        self.asked: list[tuple[str, object, list]] = []
        self.during: Callable[[], None] = lambda: None
        self.error: Exception | None = None
        self.removed: list[str] = []
        self.added: list[tuple[str, str]] = []

    def ask(
        self,
        question: str,
        doc_ids: Collection[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[object]:
        self.asked.append((question, doc_ids, list(history)))
        hits = (self.hit("fair", FAIR), self.hit("tram", "الترامواي يربط الأحياء."))
        yield Retrieved(hits, 12.0)
        if "برج" in question:
            yield answer(question, hits, abstained=True)
            return
        yield Waiting(2)
        yield Writing()
        yield Draft("بلغ عدد ")
        self.during()
        if self.error:
            raise self.error
        yield answer(question, hits, stopped=stop())

    def hit(self, doc_id: str, text: str) -> Hit:
        passage = Passage(f"{doc_id}#0", doc_id, text, 0, len(text), title=doc_id, source="s.txt")
        return Hit(passage, 1.0, 1, "dense")

    def search(self, question: str, doc_ids: object = None, k: int = 8) -> list[Hit]:
        return [self.hit("tram", "الترامواي يربط الأحياء.")]

    def documents(self) -> list[DocumentRow]:
        with self.store() as store:
            return store.documents()

    def document(self, doc_id: str) -> Document | None:
        with self.store() as store:
            return store.document(doc_id)

    def remove(self, doc_ids: Collection[str]) -> bool:
        self.removed += doc_ids
        return True

    def add(self, files: Sequence[Path], sources: Sequence[str] | None) -> Iterator[FileDone]:
        for file, source in zip(files, sources or (), strict=True):
            text = file.read_text(encoding="utf-8")
            self.added.append((source, text))
            problem = messages.no_text(source) if not text.strip() else None
            yield FileDone(source, 0 if problem else 1, problem)

    @contextmanager
    def store(self) -> Iterator[Store]:
        with Store.open(self.folder) as store:
            yield store


def answer(
    question: str, hits: tuple[Hit, ...], abstained: bool = False, stopped: bool = False
) -> Answer:
    timings = Timings(12.0, 100.0, 200.0)
    if abstained:
        return Answer(
            question, "لم أجد.", "abstained", "ar", 0.1, (), (), hits, "not_found", timings
        )
    start = FAIR.index(SAID)
    cited = Citation(1, hits[0].passage, SAID, start, start + len(SAID))
    claim = Claim(SAID, 0, len(SAID), (1,), True)
    reason = "interrupted" if stopped else None
    return Answer(
        question, SAID, "answered", "ar", 0.9, (cited,), (claim,), hits, reason, timings, model="m"
    )


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index")


@pytest.fixture
def page(index: Index) -> Page:
    return Page(index)


VIEW = View("ar", "ann", "tab")


def merged(changes: Iterator[dict]) -> dict:
    """What the page shows in the end."""
    shown: dict = {}
    for change in changes:
        shown |= change
    return shown


def asked(page: Page, view: View = VIEW, question: str = QUESTION) -> tuple[View, dict]:
    shown = merged(page.ask(view, question))
    return replace(view, conversation=shown["conversation"], last=shown["last"]), shown


# questions


def test_passages_then_draft_then_answer(page: Page) -> None:
    steps = list(page.ask(VIEW, f"  {QUESTION} "))
    assert steps[0]["question"] == "" and "data-busy" in steps[0]["current"]
    assert "fair" in steps[1]["sources"] and "draft" not in steps[1]["current"]
    assert "بانتظار 2" in steps[2]["current"] and 'data-ahead="2"' in steps[2]["current"]
    assert strings.WRITING.ar in steps[3]["current"]
    assert 'class="draft"' in steps[4]["current"] and "chip" not in steps[4]["current"]
    assert all("fair" in step["current"] for step in steps[1:4])  # what was found is seen meanwhile
    last = steps[-1]
    assert 'data-number="1">[1]' in last["current"] and "draft" not in last["current"]
    assert "<mark>بلغ عدد الزوار" in last["sources"].replace("<bdi>", "").replace("</bdi>", "")
    assert last["conversation"] in last["conversations"] and last["last"][0] > 0
    assert [step["send"]["visible"] for step in steps if "send" in step] == [False, True]
    assert [step["stop"]["visible"] for step in steps if "stop" in step] == [True, False]


def test_a_follow_up_has_what_was_said_before(page: Page, index: Index) -> None:
    view, _ = asked(page)
    view, _ = asked(page, view, "ما ارتفاع برج إيفل؟")
    view, shown = asked(page, view, "ومتى؟")
    assert index.asked[-1][2] == [(QUESTION, SAID), ("ما ارتفاع برج إيفل؟", "")]
    assert shown["thread"].count('class="turn"') == 2
    with index.store() as store:
        kept = conversations.turns(store, view.conversation, owner="ann")
    assert [turn.question for turn in kept] == [QUESTION, "ما ارتفاع برج إيفل؟", "ومتى؟"]


@pytest.mark.parametrize("question", ["", "  ؟ ", "ا" * 5000, None, 7, ["x"], {"a": 1}])
def test_what_is_no_question_is_not_asked(page: Page, index: Index, question: object) -> None:
    with pytest.raises(UsageError):
        list(page.ask(VIEW, question))
    assert index.asked == []


def test_a_failure_gives_the_question_back_and_the_buttons(page: Page, index: Index) -> None:
    index.error = GenerationError(Text("تعطل", "panne", "down"))
    steps = []
    with pytest.raises(GenerationError):
        for step in page.ask(VIEW, QUESTION):
            steps.append(step)
    assert steps[-1]["question"] == QUESTION and steps[-1]["send"]["visible"]
    index.error = None
    assert asked(page)[1]["last"]  # and the page is not busy any more


def test_only_chosen_documents_are_asked(page: Page, index: Index) -> None:
    asked(page, replace(VIEW, chosen={"tram"}))
    asked(page)
    assert [doc_ids for _, doc_ids, _ in index.asked] == [frozenset(("tram",)), None]


def test_one_answer_at_a_time_for_a_page(page: Page, index: Index) -> None:
    def again() -> None:
        with pytest.raises(UsageError) as caught:
            list(page.ask(VIEW, "سؤال ثان"))
        assert caught.value.text == strings.BUSY
        list(page.ask(replace(VIEW, session="other tab"), "برج"))
        list(page.ask(replace(VIEW, owner="bob"), "برج"))

    index.during = again
    asked(page)
    assert [question for question, _, _ in index.asked] == [QUESTION, "برج", "برج"]


def test_stop_keeps_what_was_verified(page: Page, index: Index) -> None:
    index.during = lambda: page.stop(VIEW, None) and None
    _, shown = asked(page)
    assert strings.REASONS["interrupted"].ar in shown["current"]
    assert shown["last"][1].reason == "interrupted"


def test_the_stop_of_another_visitor_stops_nothing(page: Page, index: Index) -> None:
    index.during = lambda: page.stop(replace(VIEW, owner="bob"), None) and None
    assert asked(page)[1]["last"][1].reason is None


def test_an_answer_does_not_come_into_another_conversation(page: Page, index: Index) -> None:
    """Who opens another one while an answer is written does not get it there; it is kept."""
    index.during = lambda: page.new(VIEW, None) and None
    steps = list(page.ask(VIEW, QUESTION))
    assert "draft" in steps[-1]["current"]  # the last one before he left
    assert all("conversation" not in step for step in steps)
    with index.store() as store:
        (kept,) = conversations.listing(store, owner="ann")
        assert kept.title == QUESTION


def test_a_page_that_is_closed_frees_its_place(page: Page) -> None:
    events = page.ask(VIEW, QUESTION)
    next(events)
    events.close()
    assert asked(page)[1]["last"]


def test_again_asks_with_what_was_before_it(page: Page, index: Index) -> None:
    view, _ = asked(page)
    view, _ = asked(page, view, "ومتى؟")
    merged(page.again(view, {"turn": str(view.last[0])}))
    assert index.asked[-1] == ("ومتى؟", None, [(QUESTION, SAID)])


def test_again_takes_the_place_of_the_last_turn(page: Page, index: Index) -> None:
    view, _ = asked(page)
    view, shown = asked(page, view, "ومتى؟")
    assert shown["current"].count('data-do="again"') == 1 and "again" not in shown["thread"]
    first, second = page._turns(view)
    for turn in (view, replace(view, last=None)):  # as it was made, and as it was opened
        steps = list(page.again(turn, {"turn": str(page._turns(view)[-1].seq)}))
        assert steps[0]["thread"].count('class="turn"') == 1  # not the one that is asked again
        view = replace(view, last=steps[-1]["last"])
        kept = page._turns(view)
        assert [turn.question for turn in kept] == [QUESTION, "ومتى؟"]
        assert kept[0] == first and kept[1].seq == view.last[0] > second.seq
    with pytest.raises(UsageError):  # the answer behind it leans on it
        list(page.again(view, {"turn": str(first.seq)}))
    with pytest.raises(UsageError):  # it has gone
        list(page.again(view, {"turn": str(second.seq)}))
    opened = page.open(VIEW, {"id": view.conversation})
    assert opened["thread"].count('data-do="again"') == 1
    assert f'data-do="again" data-turn="{view.last[0]}"' in opened["thread"]


def test_what_is_not_finished_takes_no_place(page: Page, index: Index) -> None:
    """A failure, or a visitor who goes elsewhere meanwhile, leaves the answer there was."""
    view, shown = asked(page)
    before = page._turns(view)
    index.error = GenerationError(Text("تعطل", "panne", "down"))
    steps = []
    with pytest.raises(GenerationError):
        for step in page.again(view, {"turn": str(view.last[0])}):
            steps.append(step)
    assert steps[-1]["current"].replace(" data-done", "") == shown["current"].replace(
        " data-done", ""
    )
    assert steps[-1]["question"] == ""
    index.error, index.during = None, lambda: page.new(view, None) and None
    list(page.again(view, {"turn": str(view.last[0])}))
    assert page._turns(view) == before


# what belongs to others


def test_another_visitor_has_none_of_it(page: Page, index: Index) -> None:
    mine, _ = asked(page)
    turn = {"turn": str(mine.last[0]), "number": "1"}
    bob = View("ar", "bob", "tab", conversation=mine.conversation)
    given = {"id": mine.conversation, "text": "x", "format": "md"}
    for handler in (page.open, page.rename, page.delete, page.export):
        with pytest.raises(Exception, match="conversation") as caught:
            handler(bob, given)
        assert type(caught.value).__name__ == "ConversationMissingError"
    for handler in (page.cite, page.nearest):
        with pytest.raises(UsageError):
            handler(bob, turn)
    with pytest.raises(UsageError):
        page.judge(bob, turn | {"good": "1"})
    with pytest.raises(UsageError):
        list(page.again(bob, turn))
    assert mine.conversation not in page.load(bob, "")["conversations"]
    assert SAID not in page.load(bob, "")["thread"]
    with index.store() as store:
        assert len(conversations.turns(store, mine.conversation, owner="ann")) == 1


HOSTILE = (
    None, [], "x", 7, {}, {"id": None}, {"id": ["a"]}, {"id": "x" * 10_000}, {"turn": "-1"},
    {"turn": "٣", "number": "1"}, {"turn": "9" * 400, "number": "1"}, {"turn": 1, "number": 1},
    {"doc": "../../etc/passwd", "start": "0"}, {"doc": "nowhere", "start": "1e9", "end": "2"},
    {"lang": "../en"}, {"good": "2", "turn": "1"}, {"good": "0", "turn": "1", "reason": "x" * 300},
    {"id": "a", "format": "../../x"}, {"id": "a", "text": "y" * 5000},
)  # fmt: skip
HANDLERS = (
    "language", "open", "rename", "delete", "export", "cite", "read", "nearest", "judge", "again",
    "choose", "remove", "opinions",
)  # fmt: skip


@pytest.mark.parametrize("name", HANDLERS)
@pytest.mark.parametrize("given", HOSTILE, ids=str)
def test_nonsense_is_refused_in_words(page: Page, index: Index, name: str, given: object) -> None:
    try:
        done = getattr(page, name)(VIEW, given)
        if name in ("again", "remove"):
            list(done)
    except Exception as error:
        assert hasattr(error, "text"), error  # an IsnadError: one of our sentences
    else:  # a document that is not there is told
        assert name == "opinions" or strings.SOURCE_GONE.ar in done["notice"]
    assert index.removed == [] and index.asked == []


# What each handler reads of what it is sent.
_READS = re.compile(r'(?:word|whole|yes|one_of)\(\s*\w+, "(\w+)"')
READ = [
    (name, field)
    for name in HANDLERS
    for field in sorted(set(_READS.findall(inspect.getsource(getattr(Page, name)))))
]
HALF = "نص\ud83d"


@pytest.mark.parametrize(("name", "field"), READ)
def test_half_a_character_is_refused_by_name(
    page: Page, index: Index, name: str, field: str
) -> None:
    """No file and no database could hold it."""
    view, _ = asked(page)
    sent = {
        "id": view.conversation, "doc": "fair", "turn": str(view.last[0]), "number": "1",
        "start": "0", "end": "1", "lang": "ar", "good": "0", "checked": "1", "format": "md",
        "reason": "wrong", "note": "", "text": "اسم", "words": "", field: HALF,
    }  # fmt: skip
    with pytest.raises(UsageError) as caught:
        done = getattr(page, name)(view, sent)
        if name in ("again", "remove"):
            list(done)
    assert "U+D83D" in caught.value.text.ar and "3" in caught.value.text.ar
    assert index.removed == [] and len(index.asked) == 1


def test_half_a_character_in_a_question_or_a_search_is_refused(page: Page, index: Index) -> None:
    for call in (page.ask, page.find, page.settle):
        with pytest.raises(UsageError) as caught:
            for _ in call(VIEW, HALF):
                pass
        assert "U+D83D" in caught.value.text.fr
    assert index.asked == []


@pytest.mark.parametrize("words", [None, 5, "x" * 5000, ["a"]])
def test_a_search_box_holds_a_short_text(page: Page, words: object) -> None:
    with pytest.raises(UsageError):
        page.find(VIEW, words)


def test_failures_are_told_in_words_and_without_their_place() -> None:
    known = failed(GenerationError(Text("تعطل", "panne", "down")), "fr")
    assert "panne" in known["notice"]
    unknown = failed(RuntimeError("secret.py, line 3"), "ar")
    assert "secret" not in unknown["notice"] and "خطأ غير متوقع" in unknown["notice"]


# evidence


def test_a_chip_of_a_kept_turn_opens_its_source(page: Page) -> None:
    view, _ = asked(page)
    kept = replace(view, last=None)  # as after a reload
    shown = page.cite(kept, {"turn": str(view.last[0]), "number": "1"})
    assert "source active" in shown["sources"] and "<mark>" in shown["sources"]


def test_a_document_is_opened_at_a_place(page: Page) -> None:
    start = FAIR.index("202")
    shown = page.read(VIEW, {"doc": "fair", "start": str(start), "end": str(start + 3)})
    assert "<mark><bdi>202</bdi></mark>" in shown["reader"] or "<mark>202</mark>" in shown["reader"]


def test_what_was_near_to_a_refusal_is_found_again(page: Page) -> None:
    view, shown = asked(page, question="ما ارتفاع برج إيفل؟")
    assert strings.NEAREST.ar in shown["current"] and "chip" not in shown["current"]
    again = page.nearest(view, {"turn": str(view.last[0])})
    assert "tram" in again["sources"]


# conversations


def test_a_conversation_is_opened_renamed_exported_deleted(page: Page) -> None:
    view, _ = asked(page)
    given = {"id": view.conversation}
    opened = page.open(VIEW, given)
    assert SAID in opened["thread"].replace("<bdi>", "").replace("</bdi>", "")
    assert opened["conversation"] == view.conversation and opened["current"] == ""
    assert "أرقام" in page.rename(view, given | {"text": " أرقام \n المعرض "})["conversations"]
    for form, sign in (("md", "# "), ("html", "<!doctype html>")):
        file = page.export(view, given | {"format": form})["download"]
        assert file["name"] == f"أرقام المعرض.{form}" and sign in file["text"]
        assert SAID.split()[0] in file["text"]
    gone = page.delete(view, given)
    assert gone["conversation"] is None and gone["thread"] == ""
    assert strings.DELETED.ar in gone["notice"]


def test_an_empty_name_changes_nothing(page: Page) -> None:
    view, _ = asked(page)
    shown = page.rename(view, {"id": view.conversation, "text": "  "})
    assert QUESTION in shown["conversations"]


def test_opinions_are_taken_along(page: Page) -> None:
    view, shown = asked(page)
    assert "opinions" not in shown["conversations"]
    judged = page.judge(view, {"turn": str(view.last[0]), "good": "1"})
    assert strings.opinions(1).ar in judged["conversations"]
    file = page.opinions(view, {})["download"]
    assert file["name"] == "feedback.jsonl"
    (row,) = map(json.loads, file["text"].splitlines())
    assert (row["question"], row["answerable"]) == (QUESTION, True)
    others = page.opinions(replace(view, owner="bob"), {})["download"]
    assert others["text"] == ""


def test_an_opinion_needs_a_known_reason(page: Page) -> None:
    view, _ = asked(page)
    turn = {"turn": str(view.last[0])}
    assert strings.THANKS.ar in page.judge(view, turn | {"good": "1"})["notice"]
    bad = turn | {"good": "0", "reason": "wrong", "note": "قديم"}
    assert strings.THANKS.ar in page.judge(view, bad)["notice"]
    with pytest.raises(UsageError):
        page.judge(view, bad | {"reason": "because"})


@pytest.mark.parametrize("lang", list(strings.LANGUAGES))
def test_the_page_in_each_language(page: Page, lang: str) -> None:
    view, _ = asked(page)
    shown = page.language(view, {"lang": lang})
    assert shown["uploads"] == ""  # said in the language before
    assert shown["lang"] == lang
    assert strings.TAGLINE.say(lang) in shown["header"]
    assert shown["send"]["value"] == strings.ASK.say(lang)
    assert SAID.split()[0] in shown["current"]  # what was said stays
    assert page.load(view, "xx")["lang"] == "ar"  # and nothing else is a language


# documents


def uploaded(folder: Path, **files: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in files]


def test_each_file_has_its_own_end(page: Page, index: Index, tmp_path: Path) -> None:
    paths = uploaded(tmp_path / "up", a="نص أول", b=" ")
    (tmp_path / "up" / "c.exe").write_text("MZ")
    steps = list(page.add(VIEW, [*paths, str(tmp_path / "up" / "c.exe")]))
    assert strings.READS.ar in steps[0]["uploads"]
    shown = merged(iter(steps))["uploads"]
    assert shown.count('class="done"') == 1 and shown.count('class="failed"') == 2
    assert "لا يوجد أي نص" in shown and "c.exe" in shown
    assert index.added == [("a.txt", "نص أول"), ("b.txt", " ")]
    kept = sorted(file.name for file in (index.folder / "uploads").rglob("*.txt"))
    assert kept == ["a.txt"]  # what was refused is not kept either


@pytest.mark.parametrize("given", [None, "x", 5, [], {}])
def test_no_files_are_no_failure(page: Page, index: Index, given: object) -> None:
    merged(page.add(VIEW, given))
    assert index.added == []


def test_documents_are_chosen_and_searched(page: Page) -> None:
    view = replace(VIEW, chosen=set())
    shown = page.choose(view, {"doc": "tram", "checked": "1"})
    assert view.chosen == {"tram"} and "limited" in shown["scope"]
    found = page.find(view, "الترامواى")["documents"]  # however it is spelled
    assert found.count("<li>") == 1 and " checked" in found
    assert strings.NONE_MATCH.ar in page.find(view, "قطار")["documents"]
    page.choose(view, {"doc": "tram", "checked": "0"})
    assert view.chosen == set()
    page.choose(view, {"doc": "tram", "checked": "1"})
    shown = page.all(view, None)
    assert view.chosen == set()
    assert shown["find"]["value"] == "" and shown["documents"].count("<li>") == 2
    with pytest.raises(UsageError):
        page.choose(view, {"doc": "nothing", "checked": "1"})


def test_two_ticks_at_once_are_two(page: Page, index: Index, monkeypatch) -> None:
    view = replace(VIEW, chosen=set())
    both = threading.Barrier(2)
    listed = index.documents()
    monkeypatch.setattr(index, "documents", lambda: both.wait(5) >= 0 and listed)
    ticks = [
        threading.Thread(target=page.choose, args=(view, {"doc": name, "checked": "1"}))
        for name in ("tram", "fair")
    ]
    for tick in ticks:
        tick.start()
    for tick in ticks:
        tick.join()
    assert view.chosen == {"tram", "fair"}


GOING = {"doc": "tram", "words": ""}


def test_a_document_is_removed_and_no_longer_chosen(page: Page, index: Index) -> None:
    view = replace(VIEW, chosen={"tram", "fair"})
    first, last = page.remove(view, GOING)
    assert strings.REMOVING.ar in first["documents"] and "aria-busy" in first["documents"]
    assert index.removed == ["tram"] and view.chosen == {"fair"}
    assert strings.REMOVED.ar in last["notice"]


def test_a_page_goes_on_while_a_document_is_removed(page: Page, index: Index, monkeypatch) -> None:
    """What was asked, chosen and said meanwhile is not overwritten by the end of it."""
    view = replace(VIEW, chosen=set())
    seen: dict[str, object] = {}

    def meanwhile(doc_ids: Collection[str]) -> bool:
        assert list(page.remove(view, GOING)) == []  # asked for twice, done once
        page.choose(view, {"doc": "fair", "checked": "1"})
        seen["view"], _ = asked(page, view)
        seen["listed"] = page.load(view, "fr")["documents"]
        return True

    monkeypatch.setattr(index, "remove", meanwhile)
    steps = list(page.remove(view, GOING))
    assert strings.REMOVING.fr in seen["listed"]
    assert not {"thread", "current", "last", "conversation", "lang"} & steps[-1].keys()
    later = replace(seen["view"], lang="fr")
    shown = page.settle(later, "المعرض")
    assert shown["last"] == later.last and QUESTION.split()[0] in shown["current"]
    assert strings.scope(1).fr in shown["scope"]
    assert shown["documents"].count("<li>") == 1  # the search box still has its words
    assert strings.REMOVING.fr not in page.load(later, "fr")["documents"]


def test_a_removal_that_fails_gives_the_document_back(
    page: Page, index: Index, monkeypatch
) -> None:
    def locked(doc_ids: Collection[str]) -> bool:
        raise IndexLockedError(messages.index_locked(index.folder))

    monkeypatch.setattr(index, "remove", locked)
    with pytest.raises(IndexLockedError):
        list(page.remove(VIEW, GOING))
    assert strings.REMOVING.ar not in page.settle(VIEW, "")["documents"]


def test_what_was_erased_is_not_shown_any_more(page: Page, index: Index) -> None:
    view, shown = asked(page)
    assert SAID.split()[0] in shown["current"]
    with index.store() as store:
        store.remove(["fair"])
    settled = page.settle(view, "")
    assert settled["last"] is None and strings.ERASED.ar in settled["thread"]
    assert "202" not in settled["thread"] + settled["current"]


def test_what_is_being_written_stays_when_a_document_goes(page: Page, index: Index) -> None:
    settled: dict = {}
    view, _ = asked(page)
    index.during = lambda: settled.update(page.settle(view, ""))
    view, _ = asked(page, view, "ومتى؟")
    assert "current" not in settled and "last" not in settled
    assert settled["thread"].count('class="turn"') == 1
    merged(page.again(view, {"turn": str(view.last[0])}))
    assert settled["thread"].count('class="turn"') == 1  # without the one that is asked again


# the Blocks


@pytest.fixture
def blocks(index: Index) -> Iterator[gr.Blocks]:
    with warnings.catch_warnings():  # event loops that Gradio leaves open
        warnings.simplefilter("ignore", ResourceWarning)
        built = app.build(index, "ar", lambda request: "ann")
        yield built
        del built
        asyncio.set_event_loop(None)
        gc.collect()


class Tab:
    """What Gradio says of a request."""

    session_hash = "tab"


def test_every_event_is_private_but_ask_and_search(blocks: gr.Blocks) -> None:
    seen = {
        fn.api_name: fn.api_visibility
        for fn in blocks.fns.values()
        if fn.api_visibility != "private"
    }
    assert seen == {"ask": "public", "search": "public"}
    assert len(blocks.fns) > 20


def test_no_handler_of_the_page_fails(blocks: gr.Blocks, index: Index) -> None:
    """Whatever is posted to whichever event: a sentence, never an exception."""
    tried = 0
    for fn in blocks.fns.values():
        if fn.fn is None or fn.api_visibility != "private" or fn.fn.__name__ == "leave":
            continue
        names = fn.fn.__annotations__
        for junk in HOSTILE:
            given = ["ar", None, set(), None]
            given.append(gr.EventData(None, junk) if "event" in names else junk)
            done = fn.fn(*given, Tab())
            changes = merged(done) if fn.fn.__name__ == "stream" else done
            assert isinstance(changes, dict)
            tried += 1
    assert tried > 300
    assert index.removed == []


def test_the_looks_load_nothing_from_elsewhere() -> None:
    looks = app.looks()
    shown = str(looks["theme"]._get_theme_css()) + looks["js"] + str(looks["theme"]._stylesheets)
    assert "http://" not in shown.replace("http://www.w3.org", "") and "https://" not in shown
    assert looks["theme"]._stylesheets == []


def test_the_style_mirrors_by_itself() -> None:
    """Logical properties only."""
    css = (Path(app.__file__).parent / "page.css").read_text(encoding="utf-8")
    sides = "(?:left|right)"
    physical = rf"(?:margin|padding|border)-{sides}|text-align: {sides}|[ {{]{sides}:"
    assert re.findall(physical, css) == []


def test_threads_do_not_meet(page: Page, index: Index) -> None:
    """Ten visitors at once, each with his own conversation."""

    def visit(name: str) -> None:
        _, shown = asked(page, View("ar", name, "tab"), f"{QUESTION} {name}")
        seen[name] = shown["thread"] + shown["current"] + shown["conversations"]

    seen: dict[str, str] = {}
    names = [f"visitor{number}x" for number in range(10)]
    threads = [threading.Thread(target=visit, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in names:
        assert name in seen[name]
        assert not any(other in seen[name] for other in names if other != name)
