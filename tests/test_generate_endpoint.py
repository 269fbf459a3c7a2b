"""The generator of OpenAI-compatible endpoints, over a server in this process."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import opening
from rag.errors import GenerationError, IsnadError, UsageError
from rag.generate import endpoint
from rag.generate.endpoint import EndpointGenerator, is_this_machine, parse, site
from rag.schema import Generator, Message, Usage

KEY = "sk-very-secret-4711"
ASKED: list[Message] = [
    {"role": "system", "content": "أجب باختصار"},
    {"role": "user", "content": "كم عدد الزوار؟"},
]
OPENED: list[Message] = [*ASKED, {"role": "assistant", "content": "D'après les documents,"}]


def chunk(text: str | None = None, finish: str | None = None, **more: object) -> str:
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    made = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return json.dumps(made | {"choices": [choice]} | more)


USED = chunk(choices=[], usage={"prompt_tokens": 33, "completion_tokens": 4, "total_tokens": 37})
END = [chunk(finish="stop"), USED, "[DONE]"]
Reply = Callable[[BaseHTTPRequestHandler], None]


def sse(*events: str) -> Reply:
    """An answer of these events; "…" is a pause until the test is over."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.end_headers()
        for event in events:
            if event == "…":
                request.server.over.wait(20)  # type: ignore[attr-defined]
                continue
            request.wfile.write(f"data: {event}\n\n".encode())
            request.wfile.flush()

    return reply


def status(code: int, body: object = "", **headers: str) -> Reply:
    def reply(request: BaseHTTPRequestHandler) -> None:
        data = (body if isinstance(body, str) else json.dumps(body)).encode()
        request.send_response(code)
        request.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    return reply


def silent(request: BaseHTTPRequestHandler) -> None:
    request.server.over.wait(20)  # type: ignore[attr-defined]


def hang_up(request: BaseHTTPRequestHandler) -> None:
    request.connection.shutdown(socket.SHUT_RDWR)


def broken_off(request: BaseHTTPRequestHandler) -> None:
    """Half an answer of a length that was promised."""
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(f"data: {chunk('نصف')}\n\n".encode())


class Server(ThreadingHTTPServer):
    """Gives the replies in turn and notes what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.models: Reply = status(404)
        self.calls: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.over = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [body for path, _, body in self.calls if path == "/v1/chat/completions"]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.calls.append((self.path, headers, body))
        self.server.replies.pop(0)(self)

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.calls.append((self.path, headers, {}))
        self.server.models(self)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("ISNAD_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.over.set()
        made.shutdown()
        thread.join()


def over(server: Server, *replies: Reply, **options: float) -> EndpointGenerator:
    server.replies = list(replies)
    return EndpointGenerator(
        server.url, "small", **{"pause_seconds": 0.001, "read_seconds": 5.0, **options}
    )


# answers


def test_pieces_come_as_they_were_sent(server: Server) -> None:
    made = over(server, sse(chunk("بلغ "), chunk("العدد "), chunk(""), chunk("360."), *END))
    generator: Generator = made
    assert list(generator.stream(ASKED)) == ["بلغ ", "العدد ", "360."]
    assert (generator.usage, generator.model) == (Usage(33, 4), "small")
    (body,) = server.bodies
    assert body["messages"] == ASKED
    assert (body["model"], body["temperature"], body["max_tokens"]) == ("small", 0, 400)
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}


def test_without_a_count_of_the_server_pieces_are_counted(server: Server) -> None:
    made = over(server, sse(chunk("a"), chunk("b", "stop"), "[DONE]"))
    assert "".join(made.stream(ASKED)) == "ab"
    assert made.usage == Usage(0, 2)


def test_only_the_conversation_and_the_key_are_sent(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-mine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-mine")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: yes")
    list(over(server, sse(*END)).stream(ASKED))
    ((path, headers, body),) = server.calls
    assert path == "/v1/chat/completions"
    assert set(headers) <= endpoint._HEADERS
    assert headers["authorization"] == "Bearer none"
    assert set(body) == {
        "messages", "model", "max_tokens", "temperature", "stream", "stream_options",
        "chat_template_kwargs",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "key"),
    [
        ({"ISNAD_API_KEY": KEY, "OPENAI_API_KEY": "other"}, KEY),
        ({"OPENAI_API_KEY": f" {KEY}\n"}, KEY),
        ({"ISNAD_API_KEY": "", "OPENAI_API_KEY": KEY}, KEY),
    ],
)
def test_the_key_comes_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], key: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    list(over(server, sse(*END)).stream(ASKED))
    assert server.calls[0][1]["authorization"] == f"Bearer {key}"


@pytest.mark.parametrize("key", ["sk a", "sk\na", "sk-ﺳﺮ", "sk\x00"])
def test_a_key_that_cannot_be_sent_is_not_shown_either(
    server: Server, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    if "\x00" not in key:
        monkeypatch.setenv("ISNAD_API_KEY", key)
    else:
        monkeypatch.setattr("os.environ", {"ISNAD_API_KEY": key})
    with pytest.raises(UsageError, match="ISNAD_API_KEY") as raised:
        over(server)
    assert not any(key in text for text in raised.value.text)


def test_a_server_that_refuses_what_is_extra_is_asked_without_it(server: Server) -> None:
    refusal = status(400, {"error": {"message": "Unrecognized argument: chat_template_kwargs"}})
    made = over(server, refusal, sse(chunk("نعم"), *END), sse(chunk("نعم"), *END))
    assert "".join(made.stream(ASKED)) == "".join(made.stream(ASKED)) == "نعم"
    assert ["chat_template_kwargs" in body for body in server.bodies] == [True, False, False]
    assert "stream_options" not in server.bodies[2]


# the opened answer


@pytest.mark.parametrize(
    "pieces",
    [
        ["le salon a reçu 360 visiteurs."],
        ["D'après", " les documents,", " le salon a reçu 360 visiteurs."],
        ["D’après les documents, le salon a", " reçu 360 visiteurs."],
        ["\n", "D'après les documents, le salon a reçu 360 visiteurs."],
    ],
)
def test_an_opened_answer_is_not_said_twice(server: Server, pieces: list[str]) -> None:
    made = over(server, sse(*map(chunk, pieces), *END))
    assert "".join(made.stream(OPENED)).strip() == "le salon a reçu 360 visiteurs."
    assert server.bodies[0]["messages"] == ASKED


@given(st.lists(st.text("ab ’'", max_size=3), max_size=8), st.sampled_from(["", "a", "ab'a", "b "]))
def test_all_but_the_opening_is_kept(pieces: list[str], opening: str) -> None:
    whole = "".join(pieces).lstrip()
    begins = whole.replace("’", "'").startswith(opening)
    expected = whole[len(opening) :] if begins else whole
    assert "".join(endpoint._without(opening, iter(pieces))) == expected


# closing


def test_closing_early_hangs_up(server: Server) -> None:
    gone = threading.Event()

    def endless(request: BaseHTTPRequestHandler) -> None:
        sse(chunk("a"))(request)
        try:
            while not request.server.over.is_set():  # type: ignore[attr-defined]
                request.wfile.write(f"data: {chunk('a')}\n\n".encode())
                time.sleep(0.001)
        except OSError:
            gone.set()

    made = over(server, endless)
    stream = made.stream(ASKED)
    assert [next(stream), next(stream)] == ["a", "a"]
    stream.close()  # type: ignore[attr-defined]
    assert gone.wait(10)


# what goes wrong


def failure(generator: EndpointGenerator, messages: list[Message] = ASKED) -> IsnadError:
    with pytest.raises(GenerationError) as raised:
        list(generator.stream(messages))
    # Nothing of what the server said is chained: --debug would print it.
    error = raised.value
    assert error.__cause__ is None and (error.__suppress_context__ or error.__context__ is None)
    return raised.value


def test_nobody_there_is_named_after_three_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]  # nobody listens on it, and nobody else can
        made = EndpointGenerator(f"http://127.0.0.1:{port}/v1", "small", pause_seconds=0.25)
        waits: list[float] = []
        monkeypatch.setattr("time.sleep", waits.append)
        error = failure(made)
    assert f"No connection to http://127.0.0.1:{port} (" in str(error)
    assert "refused" in str(error) and "--no-llm" in str(error)
    assert waits == [0.25, 0.5]


@pytest.mark.parametrize("passing", [status(500), status(503), status(429), hang_up])
def test_what_passes_is_asked_again(server: Server, passing: Reply) -> None:
    made = over(server, passing, passing, sse(chunk("نعم"), *END))
    assert "".join(made.stream(ASKED)) == "نعم"
    assert len(server.bodies) == 3


def test_but_not_for_ever(server: Server) -> None:
    busy = status(500, {"error": {"message": "the card is on fire"}})
    error = failure(over(server, *[busy] * 5))
    assert len(server.bodies) == 3
    assert "small" in str(error) and "the card is on fire" in str(error)


@pytest.mark.parametrize("code", [401, 403])
def test_a_refused_key_is_said_and_not_shown(
    server: Server, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setenv("ISNAD_API_KEY", KEY)
    body = {"error": {"message": f"Incorrect API key provided: {KEY}"}}
    error = failure(over(server, status(code, body)))
    assert "refuses the key" in str(error) and "ISNAD_API_KEY" in str(error)
    assert len(server.bodies) == 1
    assert KEY not in "".join(error.text)


@pytest.mark.parametrize(
    "reply",
    [
        status(400, {"error": {"message": f"bad {KEY}"}}),
        status(418, f"teapot {KEY}"),
        sse(json.dumps({"error": {"message": f"oops {KEY}"}})),
    ],
)
def test_no_error_repeats_the_key(
    server: Server, monkeypatch: pytest.MonkeyPatch, reply: Reply
) -> None:
    monkeypatch.setenv("ISNAD_API_KEY", KEY)
    error = failure(over(server, reply, reply))
    assert KEY not in "".join(error.text)
    assert "small failed while writing (" in str(error)


def test_an_unknown_model_is_named_with_those_there_are(server: Server) -> None:
    listed = [{"id": name, "object": "model"} for name in ("qwen3:8b", "allam-7b")]
    server.models = status(200, {"object": "list", "data": listed})
    error = failure(over(server, status(404, {"error": {"message": "no such model"}})))
    assert "has no model small. It offers: allam-7b, qwen3:8b." in str(error)


@pytest.mark.parametrize(
    "models", [status(404), status(200, "<html>"), status(200, "[]"), status(200, {"data": 5})]
)
def test_a_wrong_path_is_told_from_a_wrong_model(server: Server, models: Reply) -> None:
    server.models = models
    error = failure(over(server, status(404)))
    assert "HTTP 404" in str(error) and "ends in /v1" in str(error)


@pytest.mark.parametrize("reply", [silent, sse("…")])
def test_silence_ends(server: Server, reply: Reply) -> None:
    """At once: three times two minutes would be a long wait."""
    error = failure(over(server, reply, reply, reply, read_seconds=0.2))
    assert "did not answer in time" in str(error)
    assert len(server.bodies) == 1


def test_silence_in_the_middle_ends_too(server: Server) -> None:
    stream = over(server, sse(chunk("نصف"), "…"), read_seconds=0.2).stream(ASKED)
    assert next(stream) == "نصف"
    with pytest.raises(GenerationError, match="did not answer in time"):
        next(stream)


@pytest.mark.parametrize("reply", [broken_off, sse(chunk("نصف")), sse(chunk("نصف"), "[DONE]")])
def test_half_an_answer_is_an_error(server: Server, reply: Reply) -> None:
    stream = over(server, reply).stream(ASKED)
    assert next(stream) == "نصف"
    with pytest.raises(GenerationError, match="broke off"):
        next(stream)


@pytest.mark.parametrize("body", ["{", "{]", "nothing", '{"choices": '])
def test_malformed_json_is_an_error(server: Server, body: str) -> None:
    error = failure(over(server, sse(chunk("a"), body, *END)))
    assert "is no chat (JSON)" in str(error)


@pytest.mark.parametrize(
    "body",
    ["null", "5", "[]", "[1]", '"x"', "{}", '{"choices": null}', '{"choices": 5}',
     '{"choices": [5]}', '{"choices": [{"delta": 5}]}', '{"choices": [{"delta": {"content": 5}}]}',
     '{"choices": [{"delta": {"content": ["x"]}}], "usage": 7}',
     '{"usage": {"prompt_tokens": "x"}}'],
)  # fmt: skip
def test_json_of_another_shape_says_nothing(server: Server, body: str) -> None:
    """It is no answer, and no traceback."""
    error = failure(over(server, sse(body)))
    assert "broke off" in str(error) or "is no chat" in str(error)
    made = over(server, sse(chunk("a", "stop"), body))
    assert "".join(made.stream(ASKED)) == "a"
    assert made.usage in (Usage(0, 1), Usage(0, 0))


@pytest.mark.parametrize(
    "reply", [status(200, "<html>hello</html>"), status(200, "{}"), status(204)]
)
def test_another_kind_of_server_is_named(server: Server, reply: Reply) -> None:
    assert "is no chat" in str(failure(over(server, reply)))


def test_a_redirect_is_not_followed(server: Server) -> None:
    elsewhere = status(307, Location="http://127.0.0.1:9/v1/chat/completions")
    assert "HTTP 307" in str(failure(over(server, elsewhere)))


def test_proxies_of_the_environment_are_not_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert "".join(over(server, sse(chunk("نعم"), *END)).stream(ASKED)) == "نعم"


def test_certificates_are_checked(server: Server, tmp_path: Any) -> None:
    """A server that signs for itself is not talked to."""
    import ssl
    import subprocess

    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out",
         "cert.pem", "-days", "1", "-subj", "/CN=127.0.0.1"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    made_of = EndpointGenerator(server.url.replace("http:", "https:"), "m", pause_seconds=0.001)
    assert "CERTIFICATE_VERIFY_FAILED" in str(failure(made_of))
    assert server.calls == []


# addresses


@pytest.mark.parametrize(
    ("address", "url", "model"),
    [
        ("http://127.0.0.1:8080/v1#qwen", "http://127.0.0.1:8080/v1", "qwen"),
        ("https://host.example/v1/#org/model:7b", "https://host.example/v1", "org/model:7b"),
        ("http://[::1]:1/v1#a#b", "http://[::1]:1/v1", "a#b"),
    ],
)
def test_an_address_names_server_and_model(address: str, url: str, model: str) -> None:
    assert parse(address) == (url, model)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/v1", "http://127.0.0.1/v1#", "http://#m", "https://:80/v1#m", "http:///v1#m",
        f"http://me:{KEY}@host.example/v1#m", f"http://host.example/v1?key={KEY}#m",
        "http://host.example:99999/v1#m", "http://host.example:x/v1#m", "http://[::1/v1#m",
        "ftp://host.example/v1#m", "http://مثال/v1#m",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(UsageError, match="ISNAD_API_KEY") as raised:
        parse(address)
    assert KEY not in "".join(raised.value.text)


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("LOCALHOST:80", True), ("127.0.0.1:80", True), ("127.1.2.3", True),
     ("[::1]:80", True), ("192.168.1.5", False), ("0.0.0.0", False), ("[::]", False),
     ("localhost.example", False), ("127.0.0.1.example", False), ("host", False)],
)  # fmt: skip
def test_which_hosts_are_this_machine(host: str, here: bool) -> None:
    assert is_this_machine(f"http://{host}/v1") is here
    assert site(f"http://{host}/v1") == f"http://{host}"


def test_leaving_the_machine_is_said_when_the_model_is_chosen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ISNAD_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    open_generator = opening.llm_opener("https://host.example:444/v1#big", lang="en")
    said = capsys.readouterr()
    assert said.out == ""
    assert "leave this machine for https://host.example:444." in said.err
    assert isinstance(open_generator(), EndpointGenerator)
    assert open_generator().model == "big"
    opening.llm_opener("http://localhost:8080/v1#small")()
    assert capsys.readouterr() == ("", "")
