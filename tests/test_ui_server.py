"""The page's server as programs meet it: gradio_client, MCP clients, ten people at once."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from served import TEXTS, Served, fill, served
from test_cli_contract import SCHEMA, check

from rag import conversations, gate
from rag.arabic import strip_marks
from ui import accounts, app
from ui.first_paint import dressed

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # of Gradio's client
PASSWORD = "password of sara"
QUESTION = "كم بلغ عدد زوار معرض الكتاب؟"


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Iterator[Served]:
    patch = pytest.MonkeyPatch()
    patch.setattr(gate, "THRESHOLD", 1e-9)
    folder = tmp_path_factory.mktemp("page")
    with served(folder / "index", lang="en") as running:
        fill(running.index, folder / "docs")
        yield running
    patch.undo()


@pytest.fixture(scope="module")
def closed_page(tmp_path_factory) -> Iterator[Served]:
    """One that asks for a login."""
    folder = tmp_path_factory.mktemp("closed")
    people = accounts.Accounts({"sara": accounts.hashed(PASSWORD)})
    with served(folder / "index", accounts=people, lang="en") as running:
        fill(running.index, folder / "docs")
        yield running


def client(page: Served, **options: object) -> Client:
    return Client(
        page.url, verbose=False, download_files=False, analytics_enabled=False,
        httpx_kwargs={"trust_env": False}, **options,
    )  # fmt: skip


def tools(url: str, headers: dict[str, str] | None = None, **calls: dict) -> tuple[list, dict]:
    """What an MCP client sees: the tools, and what came of a call of each name in ``calls``."""
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def talk() -> tuple[list, dict]:
        async with (
            httpx.AsyncClient(headers=headers, timeout=60) as http,
            streamable_http_client(f"{url}gradio_api/mcp/", http_client=http) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            listed = (await session.list_tools()).tools
            return listed, {name: await session.call_tool(name, calls[name]) for name in calls}

    return asyncio.run(talk())


# the two functions


def test_only_ask_and_search_are_public(page: Served) -> None:
    info = httpx.get(f"{page.url}gradio_api/info").json()
    assert set(info["named_endpoints"]) == {"/ask", "/search"}
    assert info["unnamed_endpoints"] == {}
    for endpoint in info["named_endpoints"].values():
        assert endpoint["description"].endswith(".")


def test_a_program_asks(page: Served) -> None:
    record = client(page).predict(question=QUESTION, api_name="/ask")
    check(record, SCHEMA)
    assert record["status"] == "answered"
    assert "202" in record["answer"]
    (citation, *_) = record["citations"]
    text = page.index.document(citation["doc_id"]).text
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert record["model"] == "echo"


def test_a_program_asks_for_the_sources_own_sentences(page: Served) -> None:
    record = client(page).predict(question=QUESTION, extract=True, api_name="/ask")
    assert record["model"] == "extractive"


def test_a_program_asks_of_some_documents(page: Served) -> None:
    (tram,) = [row for row in page.index.documents() if row.source == "tram.txt"]
    asking = client(page)
    record = asking.predict(question=QUESTION, documents=[tram.id], api_name="/ask")
    assert {hit["doc_id"] for hit in record["hits"]} == {tram.id}
    found = asking.predict(question=QUESTION, documents=[tram.id], api_name="/search")
    assert {hit["doc_id"] for hit in found["hits"]} == {tram.id}
    nothing = asking.predict(question=QUESTION, documents=["none"], api_name="/ask")
    assert (nothing["status"], nothing["hits"]) == ("abstained", [])


def test_a_program_goes_on_with_a_conversation(page: Served) -> None:
    history = [[QUESTION, "بلغ عدد زوار معرض الكتاب 202 ألف زائر."]]
    record = client(page).predict(question="وكم دار نشر؟", history=history, api_name="/ask")
    assert record["hits"][0]["source"] == "fair.txt"


def test_a_program_searches(page: Served) -> None:
    found = client(page).predict(question="سعر تذكرة الترامواي", k=2, api_name="/search")
    assert found["question"] == "سعر تذكرة الترامواي"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    assert found["hits"][0]["source"] == "tram.txt"


@pytest.mark.parametrize(
    ("api", "arguments", "says"),
    [
        ("/ask", {"question": " "}, "empty"),
        ("/ask", {"question": "x" * 4001}, "4001"),
        ("/ask", {"question": 5}, "question"),
        ("/ask", {"question": QUESTION, "documents": "fair.txt"}, "documents"),
        ("/ask", {"question": QUESTION, "documents": [1]}, "documents"),
        ("/ask", {"question": QUESTION, "history": [["one"]]}, "history"),
        ("/ask", {"question": QUESTION, "history": [["a", "b"]] * 21}, "history"),
        ("/search", {"question": QUESTION, "k": 0}, "k: 1-50"),
        ("/search", {"question": QUESTION, "k": 10**9}, "k: 1-50"),
        ("/search", {"question": None}, "question"),
    ],
)
def test_what_cannot_be_asked_is_said(page: Served, api: str, arguments: dict, says: str) -> None:
    with pytest.raises(Exception, match=says) as caught:
        client(page).predict(api_name=api, **arguments)
    assert "Traceback" not in str(caught.value)


def test_two_lines_of_curl(page: Served) -> None:
    asked = httpx.post(f"{page.url}gradio_api/call/search", json={"data": ["الترامواي", 1, None]})
    told = httpx.get(f"{page.url}gradio_api/call/search/{asked.json()['event_id']}").text
    event, data = told.strip().split("\n")
    assert event == "event: complete"
    assert json.loads(data.removeprefix("data: "))[0]["hits"][0]["source"] == "tram.txt"


# MCP


def test_mcp_has_two_tools(page: Served) -> None:
    listed, called = tools(page.url, search={"question": "الترامواي", "k": 1}, ask={"question": ""})
    assert {tool.name for tool in listed} == {"ask", "search"}
    for tool in listed:
        assert tool.description.endswith(".")
        assert tool.inputSchema["required"] == ["question"]
        assert all(field["description"] for field in tool.inputSchema["properties"].values())
    (content,) = called["search"].content
    (hit,) = json.loads(content.text)["hits"]
    assert hit["text"] in strip_marks(TEXTS["tram.txt"])
    assert called["ask"].isError
    assert "empty" in called["ask"].content[0].text


def test_mcp_asks(page: Served) -> None:
    _, called = tools(page.url, ask={"question": QUESTION})
    check(json.loads(called["ask"].content[0].text), SCHEMA)


def test_mcp_takes_no_address_from_a_request(page: Served) -> None:
    """Where the tools reach the server is not what a header says."""
    headers = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https"}
    _, called = tools(page.url, headers, search={"question": "الترامواي"})
    assert not called["search"].isError


# several people


def test_ten_people_at_once(page: Served) -> None:
    """Each gets the answer to its own question, with its own sources."""
    numbers = range(10)

    def talk(number: int) -> list[tuple[str, dict]]:
        asking = client(page)
        questions = [f"كم بلغ عدد زوار معرض الكتاب؟ {number}-{turn}" for turn in range(3)]
        return [
            (question, asking.predict(question=question, api_name="/ask")) for question in questions
        ]

    with ThreadPoolExecutor(len(numbers)) as people:
        for talked in people.map(talk, numbers):
            for question, record in talked:
                assert record["question"] == question
                assert record["status"] == "answered"


def test_ten_pages_at_once(page: Served) -> None:
    """As the page itself asks: each visitor has one conversation afterwards, his own."""
    config = page.config()
    (question,) = [c["id"] for c in config["components"] if c["props"].get("elem_id") == "question"]
    (handler,) = [
        d for d in config["dependencies"] if (question, "submit") in map(tuple, d["targets"])
    ]

    def talk(number: int) -> tuple[str, list[str], str]:
        with httpx.Client(base_url=page.url, timeout=60) as visitor:
            visitor.get("config")
            shown = ""
            asked = [f"كم بلغ عدد زوار معرض الكتاب؟ {number}-{turn}" for turn in range(2)]
            for text in asked:
                data = [text if part == question else None for part in handler["inputs"]]
                body = {"data": data, "fn_index": handler["id"], "session_hash": f"page{number}"}
                assert visitor.post("gradio_api/queue/join", json=body).status_code == 200
                events = visitor.get(f"gradio_api/queue/data?session_hash=page{number}").text
                shown += json.dumps(
                    [json.loads(row[6:]) for row in events.splitlines() if row], ensure_ascii=False
                )
            token = visitor.cookies["isnad_visitor"]
            return hashlib.sha256(token.encode()).hexdigest(), asked, shown

    numbers = range(10)
    with ThreadPoolExecutor(len(numbers)) as people:
        talked = list(people.map(talk, numbers))
    with page.index.store() as store:
        for number, (owner, asked, shown) in zip(numbers, talked, strict=True):
            (kept,) = conversations.listing(store, owner=owner)
            turns = conversations.turns(store, kept.id, owner=owner)
            assert [turn.question for turn in turns] == asked
            assert all("202" in turn.answer for turn in turns)
            for other in numbers:
                assert (f"{other}-0" in shown) == (other == number)


# accounts


def test_programs_need_the_login_too(closed_page: Served) -> None:
    for path in ("config", "gradio_api/info", "gradio_api/mcp/"):
        assert httpx.get(closed_page.url + path).status_code == 401
    with pytest.raises(Exception, match=r"Could not|401"):
        client(closed_page)
    with pytest.raises(Exception, match=r"Could not login"):
        client(closed_page, auth=("sara", "password of another"))


def test_programs_with_a_login(closed_page: Served) -> None:
    asking = client(closed_page, auth=("sara", PASSWORD))
    assert asking.predict(question="الترامواي", api_name="/search")["hits"]
    login = base64.b64encode(f"sara:{PASSWORD}".encode()).decode()
    headers = {"authorization": f"Basic {login}"}
    listed, called = tools(closed_page.url, headers, search={"question": "الترامواي"})
    assert len(listed) == 2
    assert not called["search"].isError


# what the page is


def test_nothing_is_reported_and_nothing_kept(page: Served) -> None:
    config = page.config()
    assert config["analytics_enabled"] is False
    assert config["run_history"] is False
    assert page.blocks.enable_monitoring is False


def test_the_page_leaves_with_its_language_and_style(page: Served) -> None:
    """So that nothing is seen before in another direction; all its scripts are allowed to run."""
    reply = httpx.get(page.url)
    html = " ".join(reply.text[: reply.text.index("<head>")].split())
    assert html.startswith('<!doctype html> <html lang="en" dir="ltr"')
    head, body = reply.text.split("</head>", 1)
    style = (Path(app.__file__).parent / "page.css").read_text(encoding="utf-8")
    assert style in head and style not in body
    policy = reply.headers["content-security-policy"]
    for script in re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", reply.text, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "isnad-${key}" in head  # what this browser was set to comes before the first paint too
    assert dressed(b'<html lang="en"><head></head>', "ar").startswith(
        b'<html lang="ar" dir="rtl"><head><style'
    )


def test_two_quick_ticks_are_two(page: Served) -> None:
    """Through Gradio's queue and the state it keeps for a page."""
    config = page.config()
    (scope,) = [c["id"] for c in config["components"] if c["props"].get("elem_id") == "scope"]
    (handler,) = [d for d in config["dependencies"] for _, name in d["targets"] if name == "choose"]
    with httpx.Client(base_url=page.url, timeout=60) as visitor:
        visitor.get("config")

        def tick(doc_id: str) -> None:
            body = {
                "data": [None] * len(handler["inputs"]), "fn_index": handler["id"],
                "session_hash": "ticks", "event_data": {"doc": doc_id, "checked": "1"},
            }  # fmt: skip
            assert visitor.post("gradio_api/queue/join", json=body).status_code == 200

        with ThreadPoolExecutor(3) as at_once:
            list(at_once.map(tick, [row.id for row in page.index.documents()]))
        told = visitor.get("gradio_api/queue/data?session_hash=ticks").text
    ends = [json.loads(row[6:]) for row in told.splitlines() if "process_completed" in row]
    place = handler["outputs"].index(scope)
    shown = [end["output"]["data"][place] for end in ends]
    assert len(shown) == 3
    assert [str(number) in part for number, part in enumerate(shown, 1)] == [True] * 3


def test_the_font_is_served_from_here(page: Served) -> None:
    reply = httpx.get(f"{page.url}isnad/font/arabic.ttf")
    assert reply.headers["content-type"] == "font/ttf"
    assert reply.content[:4] == b"\x00\x01\x00\x00"


def test_uploads_wait_below_the_index_and_are_gone_at_the_end(tmp_path: Path) -> None:
    with served(tmp_path / "index") as running:
        sent = httpx.post(f"{running.url}gradio_api/upload", files={"files": ("a.txt", b"text")})
        (path,) = sent.json()
        assert Path(path).is_relative_to(tmp_path / "index")
        assert Path(path).read_bytes() == b"text"
        assert httpx.get(f"{running.url}gradio_api/file={path}").status_code == 404
        left = tmp_path / "index" / "page-killed"
        left.mkdir()
        with served(tmp_path / "index"):
            assert not left.exists()
            assert Path(path).exists()
    assert not Path(path).exists()
    assert list((tmp_path / "index").glob("page-*")) == []


def test_a_file_that_is_too_large_is_not_taken(page: Served, monkeypatch) -> None:
    monkeypatch.setattr(page.blocks, "max_file_size", 100)
    sent = httpx.post(f"{page.url}gradio_api/upload", files={"files": ("a.txt", b"x" * 101)})
    assert sent.status_code == 413
