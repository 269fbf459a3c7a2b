"""What stands before the page, in front of an application that says what it was asked."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.testclient import TestClient

from ui import accounts, guard
from ui.guard import USER, VISITOR, Guard

HOSTS = frozenset(("127.0.0.1", "localhost", "::1"))
HERE = "http://127.0.0.1:7860"
PAGE = b"<script>one()</script><script src=x></script><script type=module>two()</script>"
NEEDED = [
    ("GET", "/"), ("GET", "/config"), ("GET", "/theme.css"), ("GET", "/assets/index.js"),
    ("GET", "/gradio_api/info"), ("GET", "/gradio_api/heartbeat/abc"),
    ("GET", "/gradio_api/queue/data?session_hash=abc"), ("POST", "/gradio_api/queue/join"),
    ("POST", "/gradio_api/run/predict"), ("POST", "/gradio_api/upload"),
    ("POST", "/gradio_api/call/ask"), ("GET", "/gradio_api/call/ask/1"),
    ("POST", "/gradio_api/mcp"),
]  # fmt: skip
NOT_THERE = [
    ("GET", "/gradio_api/file=/etc/passwd"), ("GET", "/gradio_api/file/etc/passwd"),
    ("GET", "/gradio_api/file=https://example.org/"),
    ("GET", "/gradio_api/proxy=https://x.hf.space/"),
    ("GET", "/gradio_api/deep_link?session_hash=a"), ("GET", "/monitoring"),
    ("GET", "/gradio_api/runs"), ("POST", "/gradio_api/vibe-edit"),
    ("GET", "/gradio_api/dev/reload"),
    ("GET", "/gradio_api/token"), ("GET", "/gradio_api/mcp/sse"), ("PUT", "/"), ("OPTIONS", "/"),
    ("POST", "/"), ("DELETE", "/gradio_api/queue/join"), ("GET", "/docs"), ("GET", "/openapi.json"),
]  # fmt: skip


async def inner(scope, receive, send) -> None:
    request = Request(scope, receive)
    if scope["path"] == "/":
        response: Response = HTMLResponse(PAGE)
    else:
        body = await request.body()
        response = JSONResponse(
            {"visitor": scope[VISITOR], "user": scope[USER], "size": len(body)},
            headers={"access-control-allow-origin": "http://localhost:1"},
        )
    await response(scope, receive, send)


def client(who: accounts.Accounts | None = None, hosts: frozenset[str] | None = HOSTS):
    guarded = Guard(inner, hosts, who, "en", "the-secret-inside")
    return TestClient(guarded, base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="module")
def people() -> accounts.Accounts:
    return accounts.Accounts(
        {name: accounts.hashed(f"password of {name}") for name in ("sara", "علي")}
    )


@pytest.fixture(autouse=True)
def no_wait(monkeypatch) -> None:
    """A wrong password costs a second; not here."""

    async def at_once(seconds: float) -> None:
        assert seconds == 1

    monkeypatch.setattr(guard.anyio, "sleep", at_once)


def whose(reply) -> str:
    return reply.json()["visitor"]


def join(session: str = "s", **fields: object) -> dict:
    return {"url": "/gradio_api/queue/join", "json": {"session_hash": session, **fields}}


@pytest.mark.parametrize(("method", "path"), NEEDED)
def test_what_the_page_needs_passes(method: str, path: str) -> None:
    body = {} if method == "POST" else None
    assert client().request(method, path, json=body).status_code == 200


@pytest.mark.parametrize(("method", "path"), NOT_THERE)
def test_what_it_does_not_need_is_not_there(method: str, path: str) -> None:
    assert client().request(method, path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/gradio_api/./file=/etc/passwd", "//gradio_api/file=/etc/passwd"]
)
def test_no_way_around_by_spelling(path: str) -> None:
    reply = client().build_request("GET", HERE)
    reply.url = reply.url.copy_with(raw_path=path.encode())
    assert client().send(reply).status_code == 404


# who sends it


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:7860", 200), ("localhost:7860", 200), ("LOCALHOST:7860", 200),
        ("[::1]:7860", 200), ("127.0.0.1", 200), ("evil.example:7860", 403), ("", 403),
        ("127.0.0.1.evil.example", 403), ("evil.example@127.0.0.1", 200),
    ],
)  # fmt: skip
def test_only_our_own_host(host: str, status: int) -> None:
    """DNS rebinding: a foreign name that points at this machine sends its own name as Host."""
    assert client().get("/config", headers={"host": host}).status_code == status


def test_any_host_where_there_are_accounts(people) -> None:
    reply = client(people, None).get("/config", headers={"host": "news.example"})
    assert reply.status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": HERE}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}, 403),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}, 403),
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_sites_are_refused(method: str, headers: dict, status: int) -> None:
    path = "/config" if method == "GET" else "/gradio_api/queue/join"
    body = {} if method == "POST" else None
    assert client().request(method, path, json=body, headers=headers).status_code == status


def test_a_link_on_another_site_opens_the_page_and_a_form_there_sends_nothing() -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client().get("/", headers=headers).status_code == 200
    reply = client().post("/gradio_api/queue/join", headers=headers, json={})
    assert reply.status_code == 403


# visitors


def test_the_cookie_of_a_visitor() -> None:
    browser = client()
    first = browser.get("/config")
    cookie = first.headers["set-cookie"]
    assert re.fullmatch(
        r"isnad_visitor=[\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000", cookie
    )
    second = browser.get("/config")
    assert "set-cookie" not in second.headers
    assert whose(first) == whose(second) != whose(client().get("/config"))
    assert whose(first) not in cookie
    assert len(whose(first)) == 64


def test_over_https_the_cookie_stays_there() -> None:
    reply = client().get("/config", headers={"x-forwarded-proto": "https"})
    assert reply.headers["set-cookie"].endswith("; Secure")


@pytest.mark.parametrize("cookie", ["", "short", "a" * 44, "../../etc/passwd", "é" * 43, "\x00"])
def test_a_cookie_that_is_none_of_ours_is_replaced(cookie: str) -> None:
    header = f"isnad_visitor={cookie}".encode("utf-8", "replace")
    reply = client().get("/config", headers={b"cookie": header})
    assert "isnad_visitor=" in reply.headers["set-cookie"]
    assert whose(reply)


def test_a_stream_is_its_first_visitors() -> None:
    guarded = Guard(inner, HOSTS, None, "en", "x")
    ann, bob = TestClient(guarded, base_url=HERE), TestClient(guarded, base_url=HERE)
    assert ann.post(**join("ann's")).status_code == 200
    assert ann.get("/gradio_api/queue/data?session_hash=ann's").status_code == 200
    for reply in (
        bob.get("/gradio_api/queue/data?session_hash=ann's"),
        bob.get("/gradio_api/queue/data?session_hash=bob's&session_hash=ann's"),
        bob.get("/gradio_api/heartbeat/ann's"),
        bob.post(**join("ann's")),
        bob.post("/gradio_api/cancel", json={"session_hash": "ann's"}),
        bob.post("/gradio_api/run/predict", json={"session_hash": "ann's"}),
        bob.post("/gradio_api/component_server", json={"session_hash": "ann's"}),
    ):
        assert reply.status_code == 403
    assert bob.post(**join("bob's")).status_code == 200
    assert ann.post(**join("ann's")).status_code == 200


@pytest.mark.parametrize("session", [5, "", "x" * 101, ["s"], {"s": 1}])
def test_a_session_that_is_none(session: object) -> None:
    assert client().post(**join(session)).status_code == 400


# bodies


def test_sizes() -> None:
    page = client()
    assert page.post(**join(data=["x" * 1_000_000])).json()["size"] > 1_000_000
    assert page.post(**join(data=["x" * 1_100_000])).status_code == 413
    big = {"content-length": str(guard.MOST_UPLOAD + 1)}
    assert page.post("/gradio_api/upload", headers=big).status_code == 413
    assert page.post("/gradio_api/upload", headers={"content-length": "-1"}).status_code == 413


@pytest.mark.parametrize(
    "path", ["http://example.org/a.txt", " https://example.org", "FTP://x", "file:///etc/passwd"]
)
def test_no_file_is_fetched_from_elsewhere(path: str) -> None:
    file = {"path": path, "meta": {"_type": "gradio.FileData"}}
    assert client().post(**join(data=[{"deep": [file]}])).status_code == 400


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"[" * 200_000, b"\xff"])
def test_a_body_that_is_no_json_object(body: bytes) -> None:
    assert client().post("/gradio_api/queue/join", content=body).status_code == 400


# what a browser may do with it


def test_headers_of_every_reply(people) -> None:
    for reply in (
        client().get("/config"), client().get("/"), client().get("/nowhere"),
        client(people).get("/config"), client(people).get("/"),
        client().get("/config", headers={"host": "evil.example"}),
    ):  # fmt: skip
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "no-referrer"
        policy = reply.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "http" not in policy
        assert not re.search(r"script-src[^;]*'unsafe-inline'", policy)
        assert "access-control-allow-origin" not in reply.headers


def test_only_the_scripts_of_the_page_run() -> None:
    reply = client().get("/", headers={"accept-encoding": "br, gzip"})
    assert reply.content == PAGE
    allowed = re.findall(r"'sha256-([^']+)'", reply.headers["content-security-policy"])
    scripts = [base64.b64encode(hashlib.sha256(s).digest()).decode() for s in (b"one()", b"two()")]
    assert allowed == scripts


# accounts


@pytest.mark.parametrize(("method", "path"), NEEDED)
def test_nothing_without_a_login(people, method: str, path: str) -> None:
    body = {} if method == "POST" else None
    reply = client(people).request(method, path, json=body)
    assert reply.status_code == 401
    assert "visitor" not in reply.text


def log_in(browser: TestClient, name: str, password: str, **headers: str):
    fields = {"username": name, "password": password}
    return browser.post("/login", data=fields, headers=headers)


@pytest.mark.parametrize("name", ["sara", "علي"])
def test_a_login_by_the_form(people, name: str) -> None:
    browser = client(people)
    page = browser.get("/")
    assert 'name="password"' in page.text
    reply = log_in(browser, name, f"password of {name}", accept="text/html")
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    (session,) = [c for c in reply.headers.get_list("set-cookie") if c.startswith("isnad_session")]
    assert re.fullmatch(r"isnad_session=[\w-]{43}; Path=/; HttpOnly; SameSite=Strict", session)
    inside = browser.get("/config").json()
    assert (inside["visitor"], inside["user"]) == (name, name)
    assert browser.get("/logout").status_code == 302
    assert browser.get("/config").status_code == 401


@pytest.mark.parametrize(
    ("name", "password"),
    [("sara", "password of علي"), ("sara", ""), ("nobody", "password of sara"), ("", "")],
)
def test_a_wrong_password(people, name: str, password: str) -> None:
    browser = client(people)
    by_form = log_in(browser, name, password, accept="text/html")
    assert by_form.status_code == 401
    assert "wrong" in by_form.text
    assert log_in(browser, name, password).status_code == 401
    assert browser.get("/config").status_code == 401


def test_programs_log_in_by_the_header(people) -> None:
    browser = client(people)
    reply = browser.get("/config", auth=("sara", "password of sara"))
    assert whose(reply) == "sara"
    assert whose(browser.get("/config", auth=("sara", "password of sara"))) == "sara"
    assert browser.get("/config", auth=("sara", "other")).status_code == 401
    assert browser.get("/config", headers={"authorization": "Basic ?"}).status_code == 401
    assert browser.get("/config", headers={"authorization": "Bearer x"}).status_code == 401


def test_the_servers_own_calls_pass(people) -> None:
    own = {"x-isnad-inside": "the-secret-inside"}
    assert client(people).get("/config", headers=own).json()["user"] is None
    assert client(people).get("/config", headers={b"x-isnad-inside": b"\xe9"}).status_code == 401


def test_a_login_does_not_outlive_another_name(people) -> None:
    """What one name began another cannot read, in the same browser either."""
    browser = client(people)
    log_in(browser, "sara", "password of sara")
    assert browser.post(**join("hers")).status_code == 200
    browser.get("/logout")
    log_in(browser, "علي", "password of علي")
    assert browser.post(**join("hers")).status_code == 403
