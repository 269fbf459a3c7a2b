"""``rag chat``, driven through what is typed, with a model that says what it is told to say."""

from __future__ import annotations

import io
import re
import signal
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from prompted import asks_for_phrase
from small_index import jsonl
from test_store import bytes_of

from rag import assistant, cli, conversations, gate, messages, opening
from rag.assistant import Assistant
from rag.errors import GenerationError
from rag.generate import ScriptedGenerator
from rag.schema import Message, Usage
from rag.store import DATABASE, Store

FAIR = "استقبل معرض الكتاب بوجدة 112 ألفا و700 زائر. وبلغ عدد العارضين 176 عارضا."
VISITORS = "كم عدد زوار معرض الكتاب بوجدة؟"
EXHIBITORS = "وكم بلغ عدد العارضين؟"
COPIED = "112 ألفا و700 زائر"
SAID = "استقبل معرض الكتاب بوجدة 112700 زائر."
QUOTE = "استقبل معرض الكتاب بوجدة 112 ألفا و700 زائر."


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys) -> Path:
    folder = tmp_path / "index"
    monkeypatch.setenv("ISNAD_INDEX", str(folder))
    monkeypatch.setattr(gate, "confidence", lambda *_: 0.9)
    docs = jsonl(
        tmp_path / "docs.jsonl",
        {"id": "fair", "text": FAIR, "title": "معرض وجدة", "date": "2024-05-19"},
        {"id": "rain", "text": "تهاطلت أمطار غزيرة على مدينة العرائش مساء أمس الأحد."},
    )
    assert cli.main(["index", str(docs), "--encoder", "hashing"]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def chat(folder, monkeypatch, capsys):
    """Type lines; the exit code, stdout, stderr."""

    def run(typed: str | bytes, *options: str, lang: str = "en") -> tuple[int, str, str]:
        raw = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
        code = cli.main(["chat", "--lang", lang, *options])
        return code, *capsys.readouterr()

    return run


def use(monkeypatch, *replies: str) -> ScriptedGenerator:
    """``replies``: for each question the phrase that is copied, and the sentence."""
    writer = ScriptedGenerator(replies)
    monkeypatch.setattr(opening, "default_llm_opener", lambda: lambda: writer)
    return writer


def kept(folder: Path) -> list[list[conversations.Turn]]:
    """All that is stored, the newest conversation first."""
    with Store.open(folder) as store:
        return [conversations.turns(store, c.id) for c in conversations.listing(store)]


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, list]]:
    """The questions that reach the assistant, each with its history, and who asks."""
    seen: list[tuple[str, list]] = []
    real = Assistant.ask

    def ask(self: Assistant, text: str, k: int, allow, history, **options) -> Iterator:
        seen.append((text, list(history)))
        return real(self, text, k, allow, history, **options)

    monkeypatch.setattr(Assistant, "ask", ask)
    return seen


def test_only_the_verified_answer_is_printed_and_its_sources_in_short(
    chat, folder, monkeypatch
) -> None:
    use(monkeypatch, COPIED, f"{SAID} وحضره وزير الثقافة الفرنسي.")
    code, out, err = chat(VISITORS)  # without an end of line, too
    assert (code, err) == (0, "")
    assert out == (
        f"{SAID} [1]\n\nالمصادر:\n[1] معرض وجدة · {folder.parent}/docs.jsonl · 2024-05-19\n\n"
    )


def test_a_turn_is_kept_with_what_it_cites(chat, folder, monkeypatch) -> None:
    use(monkeypatch, COPIED, SAID)
    assert chat(VISITORS + "\n")[0] == 0
    ((turn,),) = kept(folder)
    assert (turn.question, turn.answer, turn.status) == (VISITORS, SAID, "answered")
    assert [(c.number, c.quote) for c in turn.citations] == [(1, QUOTE)]
    assert [claim.text for claim in turn.claims] == [SAID]
    with Store.open(folder) as store:
        (conversation,) = conversations.listing(store)
    assert (conversation.title, conversation.turns) == (VISITORS, 1)


def test_a_follow_up_is_asked_with_what_was_said_before(chat, folder, asked) -> None:
    code, out, _ = chat(f"{VISITORS}\n\n  \n{EXHIBITORS}\n", "--no-llm")
    assert code == 0
    assert "176 عارضا. [1]" in out
    (first, before), (second, history) = asked
    assert (first, before, second) == (VISITORS, [], EXHIBITORS)
    ((question, answer),) = history
    assert question == VISITORS
    assert "112 ألفا و700" in answer
    ((one, other),) = kept(folder)
    assert (one.question, other.question) == (VISITORS, EXHIBITORS)


def test_what_was_refused_says_nothing_to_a_follow_up(chat, asked, monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1.1)
    code, out, _ = chat(f"{VISITORS}\n{EXHIBITORS}\n/sources\n", "--no-llm")
    assert code == 0
    assert "لم أجد" in out
    assert asked[1][1] == [(VISITORS, "")]


@pytest.mark.parametrize("new", ["/new", "/nouveau", "/جديد", "\u200f/جديد\u200e", "/NEW please"])
def test_new_begins_another_conversation(chat, folder, asked, new: str) -> None:
    code, _, err = chat(f"{VISITORS}\n{new}\n{EXHIBITORS}\n", "--no-llm")
    assert (code, err) == (0, messages.CHAT_NEW.en + "\n")
    assert asked[1][1] == []
    assert [[turn.question for turn in turns] for turns in kept(folder)] == [
        [EXHIBITORS], [VISITORS],
    ]  # fmt: skip


def test_the_model_is_opened_once(chat, monkeypatch) -> None:
    opened = []

    def open_writer() -> ScriptedGenerator:
        opened.append(ScriptedGenerator([COPIED, SAID] * 2))
        return opened[-1]

    monkeypatch.setattr(opening, "default_llm_opener", lambda: open_writer)
    assert chat(f"{VISITORS}\n/new\n{VISITORS}\n")[0] == 0
    (writer,) = opened
    assert len(writer.history) == 4  # a phrase and a sentence, twice


@pytest.mark.parametrize("command", ["/sources", "/مصادر"])
def test_sources_are_shown_with_their_quotes(chat, command: str) -> None:
    code, out, err = chat(f"{command}\n{VISITORS}\n{command}\n", "--no-llm")
    assert (code, err) == (0, messages.CHAT_NO_SOURCES.en + "\n")
    shown = out.split("\n\n")[-2]
    assert shown.startswith("[1] معرض وجدة")
    assert f"«{QUOTE}»" in shown
    assert f"«{QUOTE}»" not in out.removesuffix(shown + "\n\n")


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_help_names_commands_that_there_are(chat, lang: str) -> None:
    code, out, err = chat("/help\n/aide\n/مساعدة\n", "--no-llm", lang=lang)
    assert (code, out) == (0, "")
    assert err == f"{messages.CHAT_HELP.say(lang)}\n" * 3
    named = re.findall(r"^/\w+", messages.CHAT_HELP.say(lang), re.MULTILINE)
    assert len(named) == 5
    for command in [c for c in named if c not in ("/quit", "/quitter", "/خروج")]:
        assert "unknown" not in chat(f"{command}\n", "--no-llm")[2].lower()


@pytest.mark.parametrize("leave", ["/quit", "/quitter", "/خروج", "/QUIT now"])
def test_after_quit_nothing_is_read(chat, asked, leave: str) -> None:
    assert chat(f"{leave}\n{VISITORS}\n", "--no-llm") == (0, "", "")
    assert asked == []


@pytest.mark.parametrize("typed", ["/etc/hosts ما هذا؟", "/", "/quits", "/new/"])
def test_an_unknown_command_is_not_asked(chat, asked, typed: str) -> None:
    code, out, err = chat(f"{typed}\n", "--no-llm")
    assert (code, out) == (0, "")
    assert err == messages.chat_unknown_command(typed.split()[0]).en + "\n"
    assert asked == []


def test_lines_of_any_bytes(chat, asked) -> None:
    """Windows line ends, no UTF-8, a question without a word, one that is too long."""
    typed = [f"{VISITORS}\r".encode(), b"salon caf\xe9\r", "؟؟!".encode(), b"a " * 3000, b"\0\x1b"]
    code, _, err = chat(b"\n".join(typed), "--no-llm")
    assert code == 1
    assert [question for question, _ in asked] == [VISITORS, "salon caf\ufffd"]
    assert err.count("\n") == 3
    assert "5999" in err
    assert "Traceback" not in err


def test_filters_hold_for_every_question(chat, folder, monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1.1)
    code, out, _ = chat(f"{VISITORS}\n{VISITORS}\n", "--no-llm", "--filter", "doc=nowhere")
    assert (code, out.count(messages.REASONS["filtered_out"].ar)) == (0, 2)
    assert [turn.reason for turn in kept(folder)[0]] == ["filtered_out"] * 2
    assert chat(VISITORS, "--no-llm", "--filter", "colour=red")[0] == 2


def test_k_passages_are_found(chat, monkeypatch) -> None:
    monkeypatch.setattr(gate, "THRESHOLD", 1.1)
    for k in (1, 2):
        _, out, _ = chat(VISITORS, "--no-llm", "-k", str(k))
        assert re.findall(r"^(\d)\. ", out, re.MULTILINE) == [str(n + 1) for n in range(k)]


# going on


def test_going_on_with_the_last_conversation(chat, folder, asked) -> None:
    chat(f"سؤال قديم؟\n/new\nأمطار العرائش؟\n{VISITORS}\n", "--no-llm")
    code, out, err = chat(f"/sources\n{EXHIBITORS}\n", "--no-llm", "--continue")
    assert code == 0
    assert f"«{QUOTE}»" in out
    assert err == messages.chat_continued("أمطار العرائش؟", 2).en + "\n"
    text, history = asked[-1]
    assert (text, [question for question, _ in history]) == (
        EXHIBITORS, ["أمطار العرائش؟", VISITORS],
    )  # fmt: skip
    assert [len(turns) for turns in kept(folder)] == [3, 1]


def test_without_a_conversation_there_is_nothing_to_go_on_with(chat, folder) -> None:
    code, _, err = chat(VISITORS, "--no-llm", "--continue")
    assert (code, err) == (0, messages.CHAT_NOTHING_TO_CONTINUE.en + "\n")
    assert len(kept(folder)) == 1


def test_a_removed_source_is_said_and_gone(chat, folder, asked, capsys) -> None:
    chat(VISITORS, "--no-llm")
    assert cli.main(["remove", "fair"]) == 0
    capsys.readouterr()
    assert "العارضين".encode() not in bytes_of(folder)
    assert "استقبل".encode() not in bytes_of(folder)
    code, out, err = chat("/sources\nثم؟\n", "--no-llm", "--continue")
    assert code == 0
    assert "112" not in out
    assert err.endswith(messages.SOURCE_REMOVED.en + "\n")
    assert asked[-1][1] == [(VISITORS, "")]


@pytest.mark.parametrize("command", ["/delete", "/effacer", "/حذف"])
def test_delete_erases_this_conversation_only(chat, folder, asked, command: str) -> None:
    typed = f"أمطار العرائش؟\n/new\n{VISITORS}\n{command}\n{command}\n{EXHIBITORS}\n"
    code, _, err = chat(typed, "--no-llm")
    assert code == 0
    assert err.count(messages.CHAT_DELETED.en) == 2
    assert asked[-1][1] == []
    assert [turns[0].question for turns in kept(folder)] == [EXHIBITORS, "أمطار العرائش؟"]
    assert VISITORS.encode() not in bytes_of(folder)


# what goes wrong


def test_a_failed_answer_ends_nothing(chat, folder, monkeypatch) -> None:
    class Failing(ScriptedGenerator):
        def stream(self, messages_: Sequence[Message]) -> Iterator[str]:
            if not self.history:
                self.history.append([])
                raise GenerationError(messages.generation_failed("scribe", "no memory"))
            return super().stream(messages_)

    monkeypatch.setattr(opening, "default_llm_opener", lambda: lambda: Failing([COPIED, SAID]))
    code, out, err = chat(f"{VISITORS}\n{VISITORS}\n")
    assert code == 1
    assert "no memory" in err
    assert SAID in out
    assert [len(turns) for turns in kept(folder)] == [1]


def test_an_answer_that_cannot_be_kept_is_shown_all_the_same(chat, folder, monkeypatch) -> None:
    def locked(*_: object) -> str:
        raise sqlite3.OperationalError("database is locked")

    real = conversations.save
    monkeypatch.setattr(conversations, "save", locked)
    code, out, err = chat(VISITORS, "--no-llm")
    assert code == 1
    assert "112 ألفا و700 زائر. [1]" in out
    assert err == messages.chat_not_kept("database is locked").en + "\n"
    monkeypatch.setattr(conversations, "save", real)
    assert kept(folder) == []


def test_a_conversation_erased_elsewhere_is_named(chat, folder, monkeypatch) -> None:
    chat(VISITORS, "--no-llm")
    real = Assistant.ask

    def ask(self: Assistant, *given, **options) -> Iterator:
        with Store.open(folder) as store:
            for conversation in conversations.listing(store):
                conversations.delete(store, conversation.id)
        return real(self, *given, **options)

    monkeypatch.setattr(Assistant, "ask", ask)
    code, out, err = chat(f"{EXHIBITORS}\n/new\n{EXHIBITORS}\n", "--no-llm", "--continue")
    assert code == 1
    assert out.count("176 عارضا") == 2
    assert err.count("The index has no conversation") == 1
    assert [len(turns) for turns in kept(folder)] == [1]


def test_the_index_is_not_stale_after_a_chat(chat, folder) -> None:
    with Store.open(folder) as store:
        before = store.generation
    chat(f"{VISITORS}\n{EXHIBITORS}\n", "--no-llm")
    with Store.open(folder) as store:
        assert store.generation == before
    assert chat(VISITORS, "--no-llm")[2] == ""  # no word of a repair
    assert cli.main(["check"]) == 0


def test_an_index_that_is_being_written_takes_turns(chat, folder) -> None:
    from rag.folder import write_lock

    with write_lock(folder):
        code, _, err = chat(f"{VISITORS}\n", "--no-llm")
    assert (code, err) == (0, "")
    assert len(kept(folder)) == 1


# Ctrl-C


class Interrupted:
    """A model at whose words Ctrl-C is pressed: at those of its sentence, unless ``phrase`` is."""

    model = "scribe"
    usage = Usage(1, 1)

    def __init__(self, *pieces: str) -> None:
        self.phrase = (COPIED,)
        self.pieces = pieces
        self.said: list[str] = []

    def stream(self, messages_: Sequence[Message]) -> Iterator[str]:
        for piece in self.phrase if asks_for_phrase(messages_) else self.pieces:
            if piece == "^C":
                signal.raise_signal(signal.SIGINT)
            else:
                self.said.append(piece)
                yield piece


def interrupted(monkeypatch, *pieces: str) -> Interrupted:
    writer = Interrupted(*pieces)
    monkeypatch.setattr(opening, "default_llm_opener", lambda: lambda: writer)
    return writer


def test_an_interrupted_draft_is_verified_as_far_as_it_is_finished(
    chat, folder, monkeypatch
) -> None:
    writer = interrupted(
        monkeypatch, SAID, " وحضره وزير.", " وبلغ عدد", "^C", " العارضين 176 عارضا.", " وغير ذلك."
    )
    before = signal.getsignal(signal.SIGINT)
    code, out, _ = chat(f"{VISITORS}\n/sources\n")
    assert signal.getsignal(signal.SIGINT) is before
    assert code == 0
    assert out.startswith(f"{SAID} [1]\n\n{messages.REASONS['interrupted'].ar}\n\n")
    assert "176" not in out.split(":\n\n[1]")[0]
    assert writer.said[-1] == " العارضين 176 عارضا."  # the piece that was on its way
    ((turn,),) = kept(folder)
    assert (turn.answer, turn.status, turn.reason) == (SAID, "answered", "interrupted")


@pytest.mark.parametrize("pieces", [("استقبل ", "^C", "معرض"), ("^C", "استقبل", " معرض")])
def test_interrupted_before_a_sentence_is_finished_the_source_answers(
    chat, monkeypatch, pieces: tuple[str, ...]
) -> None:
    interrupted(monkeypatch, *pieces)
    code, out, _ = chat(VISITORS)
    assert code == 0
    assert out.startswith(f"{COPIED}. [1]")
    assert f"{QUOTE} [1]" in out
    assert messages.REASONS["interrupted"].ar in out


def test_interrupted_before_the_draft_nothing_is_kept_and_the_dialogue_goes_on(
    chat, folder, monkeypatch
) -> None:
    writer = interrupted(monkeypatch, SAID)
    writer.phrase = ("112 ", "^C", "ألفا")
    code, out, err = chat(f"{VISITORS}\n/sources\n")
    assert (code, out) == (0, "")
    assert writer.said == ["112 "]
    assert err == f"{messages.CHAT_NOTHING_VERIFIED.en}\n{messages.CHAT_NO_SOURCES.en}\n"
    assert kept(folder) == []
    writer.phrase = (COPIED,)
    assert chat(f"{VISITORS}\n")[1].startswith(SAID)


def test_pressed_twice_it_does_not_wait(chat, folder, monkeypatch) -> None:
    writer = interrupted(monkeypatch, SAID, "^C", "^C", " وبعد.")
    code, out, err = chat(VISITORS)
    assert (code, out, err) == (0, "", messages.CHAT_NOTHING_VERIFIED.en + "\n")
    assert writer.said == [COPIED, SAID]
    assert kept(folder) == []


def on_a_terminal(monkeypatch, *lines: str | type[BaseException]) -> list[str]:
    """Let ``lines`` be typed at prompts, which are returned."""
    prompts: list[str] = []
    left = iter(lines)

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        line = next(left)
        if isinstance(line, str):
            return line
        raise line

    monkeypatch.setattr("builtins.input", typed)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    return prompts


def test_on_a_terminal_the_draft_is_seen_and_marked(folder, monkeypatch, capsys) -> None:
    use(monkeypatch, COPIED, f"{SAID} وحضره وزير الثقافة الفرنسي.")
    prompts = on_a_terminal(monkeypatch, VISITORS, EOFError)
    assert cli.main(["chat", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert len(prompts) == 2
    assert err.startswith(messages.CHAT_WELCOME.en)
    assert messages.DRAFT.en in err
    assert "وحضره" in err
    assert "وحضره" not in out
    assert "[1]" in out


def test_ctrl_c_at_a_prompt_on_a_terminal_ends(folder, monkeypatch, capsys) -> None:
    prompts = on_a_terminal(monkeypatch, VISITORS, "/sources", KeyboardInterrupt)
    assert cli.main(["chat", "--no-llm", "--lang", "en"]) == 130
    assert capsys.readouterr().err.endswith(messages.INTERRUPTED.en + "\n")
    assert len(prompts) == 3
    assert len(kept(folder)) == 1


def test_at_the_prompt_it_ends(chat, folder, monkeypatch) -> None:
    class Typed(io.TextIOWrapper):
        def __next__(self) -> str:
            if line := self.readline():
                return line
            raise KeyboardInterrupt

    typed = Typed(io.BytesIO(f"{VISITORS}\n".encode()))
    chat("", "--no-llm")
    monkeypatch.setattr(sys, "stdin", typed)
    assert cli.main(["chat", "--no-llm", "--lang", "en"]) == 130
    assert len(kept(folder)) == 1


@pytest.mark.parametrize(
    ("draft", "finished"),
    [
        ("", ""), ("بلغ", ""), ("بلغ 112.", ""), ("بلغ 112. ", "بلغ 112. "),
        ("أولا. ثانيا", "أولا. "), ("أولا. ثانيا.", "أولا. "), ("أولا. ثانيا.\n", "أولا. ثانيا.\n"),
        ("قال د. ", ""), ("- أول\n- ثا", "- أول\n"),
    ],
)  # fmt: skip
def test_which_sentences_are_finished(draft: str, finished: str) -> None:
    assert assistant._finished_sentences(draft) == finished


def test_the_tables_are_made_by_the_first_turn(chat, folder) -> None:
    """An index of before conversations opens, and reading it changes nothing."""
    chat("/help\n", "--no-llm", "--continue")
    with sqlite3.connect(folder / DATABASE) as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    db.close()
    assert "turns" not in names
