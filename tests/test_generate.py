"""Generators: the scripted one, and llama.cpp over a fake server and over the real one."""

from __future__ import annotations

import http.client
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import models
from rag.errors import GenerationError, ModelMissingError
from rag.generate import ScriptedGenerator
from rag.generate.llama import LlamaGenerator, default_threads, open_server_at
from rag.schema import Generator, Message, Usage

LLM = "qwen2.5-coder-1.5b-instruct-q4_k_m"
HELLO: list[Message] = [{"role": "user", "content": "Salut, ça va"}]
Chunk = dict[str, Any]


# the scripted one


@given(st.text())
def test_scripted_pieces_concatenate_to_the_reply(reply: str) -> None:
    assert "".join(ScriptedGenerator([reply]).stream(HELLO)) == reply


def test_scripted_replies_come_in_order_and_calls_are_recorded() -> None:
    scripted = ScriptedGenerator(["واحد اثنان", "ثلاثة"])
    generator: Generator = scripted
    assert list(generator.stream(HELLO)) == ["واحد ", "اثنان"]
    assert scripted.usage == Usage(3, 2)
    other: list[Message] = [{"role": "system", "content": "x"}, *HELLO]
    assert list(generator.stream(other)) == ["ثلاثة"]
    assert scripted.history == [HELLO, other]
    with pytest.raises(IndexError, match="no reply for call 3"):
        list(generator.stream(HELLO))


# llama.cpp, over a fake server


def word(text: str) -> Chunk:
    return {"choices": [{"finish_reason": None, "delta": {"content": text}}]}


END: list[Chunk] = [
    {"choices": [{"finish_reason": "stop", "delta": {}}]},
    {"choices": [], "usage": {"prompt_tokens": 33, "completion_tokens": 4}},
]


class FakeServer:
    """Sends the given chunks, as ``xllamacpp.Server`` does, and notes how it was used."""

    def __init__(self, chunks: list[Chunk], failure: Exception | None = None) -> None:
        self.chunks = chunks
        self.failure = failure
        self.requests: list[Chunk] = []
        self.sent = 0
        self.running = False

    def handle_chat_completions(self, request: Chunk, hear: Callable[[Chunk], bool]) -> None:
        self.requests.append(request)
        self.running = True
        for chunk in self.chunks:
            time.sleep(0.0005)  # a model takes its time; a cancel comes in between
            self.sent += 1
            if hear(chunk):
                break
        self.running = False
        if self.failure:
            raise self.failure


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(b"GGUF")
    return path


def over(server: FakeServer, gguf: Path) -> LlamaGenerator:
    return LlamaGenerator(gguf, open_server=lambda path, threads, context: server)


@given(st.lists(st.text(max_size=5), max_size=20))
def test_pieces_concatenate_to_what_the_server_sent(pieces: list[str]) -> None:
    server = FakeServer([word(piece) for piece in pieces] + END)
    generator = over(server, Path(__file__))  # any file there is: the fake does not read it
    assert "".join(generator.stream(HELLO)) == "".join(pieces)
    assert generator.usage == Usage(33, 4)


def test_the_request_is_deterministic_and_cached(gguf: Path) -> None:
    server = FakeServer(END)
    list(over(server, gguf).stream(HELLO))
    (request,) = server.requests
    assert request["messages"] == HELLO
    assert (request["temperature"], request["seed"], request["cache_prompt"]) == (0, 0, True)
    assert request["max_tokens"] == 400


def test_closing_early_cancels_and_waits(gguf: Path) -> None:
    server = FakeServer([word("كلمة ")] * 10_000 + END)
    generator = over(server, gguf)
    stream = generator.stream(HELLO)
    assert [next(stream), next(stream)] == ["كلمة ", "كلمة "]
    stream.close()  # type: ignore[attr-defined]
    assert not server.running
    assert server.sent < 10_000
    assert generator.usage == Usage(0, 2)
    assert "llama" not in {thread.name for thread in threading.enumerate()}


def test_a_cancel_is_noticed_while_the_prompt_is_read(gguf: Path) -> None:
    progress: list[Chunk] = [{"choices": [], "prompt_progress": {"total": 900}}]
    server = FakeServer([word("a"), *progress * 10_000, *END])
    generator = over(server, gguf)
    stream = generator.stream(HELLO)
    assert next(stream) == "a"
    stream.close()  # type: ignore[attr-defined]
    assert server.sent < 10_000


def test_an_error_of_the_server_is_raised_with_its_words(gguf: Path) -> None:
    server = FakeServer([word("نصف"), {"error": {"message": "out of slots", "type": "x"}}])
    stream = over(server, gguf).stream(HELLO)
    assert next(stream) == "نصف"
    with pytest.raises(GenerationError, match="out of slots"):
        next(stream)


def test_too_long_a_prompt_names_both_sizes(gguf: Path) -> None:
    error = {"type": "exceed_context_size_error", "n_prompt_tokens": 8230, "message": "?"}
    stream = over(FakeServer([{"error": error}]), gguf).stream(HELLO)
    with pytest.raises(GenerationError, match=r"8230 tokens, the model reads 4096"):
        next(stream)


def test_what_the_server_raises_is_not_lost(gguf: Path) -> None:
    server = FakeServer([word("a")], failure=RuntimeError("the template is broken"))
    with pytest.raises(GenerationError, match="the template is broken"):
        list(over(server, gguf).stream(HELLO))


def test_an_answer_that_breaks_off_is_an_error(gguf: Path) -> None:
    with pytest.raises(GenerationError, match="broke off"):
        list(over(FakeServer([word("نصف")]), gguf).stream(HELLO))


def test_closed_it_says_so_and_stops_what_runs(gguf: Path) -> None:
    with over(FakeServer([word("a")] * 10_000 + END), gguf) as generator:
        stream: Iterator[str] = generator.stream(HELLO)
        next(stream)
    with pytest.raises(GenerationError, match="broke off"):
        list(stream)
    with pytest.raises(GenerationError, match="was closed"):
        next(generator.stream(HELLO))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match=re.escape(str(tmp_path / "gone.gguf"))):
        LlamaGenerator(tmp_path / "gone.gguf")


def test_a_damaged_file_is_an_error_and_llama_cpp_keeps_silent(
    gguf: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(GenerationError, match="does not load"):
        LlamaGenerator(gguf)
    assert capfd.readouterr() == ("", "")


def test_the_model_has_a_name(tmp_path: Path, gguf: Path) -> None:
    folder = tmp_path / "qwen-1.5b"
    folder.mkdir()
    (folder / "model.gguf").touch()
    assert over(FakeServer([]), gguf).model == "small"
    assert over(FakeServer([]), folder / "model.gguf").model == "qwen-1.5b"


def test_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, expected in ((1, 1), (2, 2), (4, 4), (6, 4), (16, 8)):
        monkeypatch.setattr("os.sched_getaffinity", lambda _, n=cores: set(range(n)), raising=False)
        assert default_threads() == expected


class FakeXllamacpp:
    """Stands for the package; keeps what servers were opened with."""

    def __init__(self) -> None:
        self.opened: list[Any] = []

    def CommonParams(self) -> Any:
        return SimpleNamespace(
            model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
        )

    def Server(self, params: Any) -> FakeServer:
        self.opened.append(params)
        return FakeServer(END)


def test_the_server_is_opened_for_nobody_else(gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = FakeXllamacpp()
    monkeypatch.setitem(sys.modules, "xllamacpp", package)
    for _ in range(2):
        list(LlamaGenerator(gguf, threads=3, context=2048).stream(HELLO))
    one, other = package.opened
    assert one.model.path == str(gguf)
    assert (one.cpuparams.n_threads, one.cpuparams_batch.n_threads) == (3, 3)
    assert (one.n_ctx, one.n_parallel, one.enable_reasoning) == (2048, 1, 0)
    assert len(one.api_keys[0]) >= 40 and one.api_keys != other.api_keys
    assert (one.cors_credentials, one.ui, one.endpoint_slots, one.offline) == (
        False, False, False, True,
    )  # fmt: skip
    assert "*" not in one.cors_origins
    assert one.hostnames[0].endswith(".sock") or one.hostnames == ["127.0.0.1"]


# llama.cpp, over the real model (fails with the command that gets it when it is not here)


@pytest.fixture(scope="module")
def llama() -> Iterator[LlamaGenerator]:
    with LlamaGenerator(models.model_path(LLM), max_tokens=24) as generator:
        yield generator


CAPITAL: list[Message] = [
    {"role": "system", "content": "أجب بكلمات قليلة من النص."},
    {"role": "user", "content": "تقع الرباط، عاصمة المغرب، على المحيط. ما عاصمة المغرب؟"},
]


@pytest.mark.real_model
def test_real_answers_are_the_same_every_time(llama: LlamaGenerator) -> None:
    first = "".join(llama.stream(CAPITAL))
    used = llama.usage
    assert "الرباط" in first
    assert used.prompt_tokens > 10
    assert 0 < used.output_tokens <= 24
    assert "".join(llama.stream(CAPITAL)) == first  # the prompt is in the cache now
    assert llama.usage == used


@pytest.mark.real_model
def test_real_close_is_noticed_while_the_prompt_is_read(
    llama: LlamaGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Any = llama._server
    heard: list[Chunk] = []

    class ClosedAtTheSecondBatch:
        def handle_chat_completions(self, request: Chunk, hear: Callable[[Chunk], bool]) -> None:
            def listen(chunk: Chunk) -> bool:
                heard.append(chunk)
                if len(heard) == 3:  # the start, and two batches
                    llama._closed.set()  # as close() does, but the model stays
                return hear(chunk)

            real.handle_chat_completions(request, listen)

    monkeypatch.setattr(llama, "_server", ClosedAtTheSecondBatch())
    monkeypatch.setattr(llama, "_closed", threading.Event())
    with pytest.raises(GenerationError, match="broke off"):
        list(llama.stream([{"role": "user", "content": "جملة عن معرض الكتاب. " * 100}]))
    assert len(heard) == 3
    progress = heard[2]["prompt_progress"]
    assert 0 < progress["processed"] < progress["total"] / 2
    monkeypatch.undo()
    assert "الرباط" in "".join(llama.stream(CAPITAL))


@pytest.mark.real_model
def test_real_prompt_longer_than_the_context(llama: LlamaGenerator) -> None:
    with pytest.raises(GenerationError, match=r"\d{4,} tokens, the model reads 4096"):
        next(llama.stream([{"role": "user", "content": "كلمة " * 6000}]))


@pytest.mark.real_model
def test_real_nothing_listens_and_nothing_is_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = listening()
    with LlamaGenerator(models.model_path(LLM), max_tokens=2) as generator:
        address = generator._server.listening_address  # type: ignore[union-attr]
        assert address.startswith("unix://")
        assert not Path(address.removeprefix("unix://")).exists()
        assert listening() == before
        list(generator.stream(CAPITAL))
    assert capfd.readouterr() == ("", "")


@pytest.mark.real_model
def test_real_port_turns_away_a_call_without_the_key() -> None:
    """The way it goes where there are no Unix sockets."""
    server: Any = open_server_at("127.0.0.1", models.model_path(LLM), 2, 256)
    host, _, port = server.listening_address.removeprefix("http://").partition(":")
    assert host == "127.0.0.1"
    for headers in ({}, {"Authorization": "Bearer guess"}):
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        body = '{"messages":[{"role":"user","content":"hi"}],"max_tokens":1}'
        origin = {"Origin": "https://elsewhere.example", "Content-Type": "application/json"}
        connection.request("POST", "/v1/chat/completions", body, {**origin, **headers})
        response = connection.getresponse()
        assert response.status == 401
        assert response.getheader("Access-Control-Allow-Origin") not in (
            "*",
            "https://elsewhere.example",
        )
        connection.close()


def listening() -> set[str]:
    """The sockets of this machine that listen on TCP."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    return {fields[1] for line in lines if (fields := line.split())[3] == "0A"}
