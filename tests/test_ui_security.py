"""Every handler of the page, by its index over the queue, given what a hostile visitor would send.

The handlers are found in the page's own configuration, so that a new one is covered the day it is
written. Alice has a conversation; Mallory posts its ids, paths, files and nonsense to everything,
in a session of his own, and must get nothing of hers and change nothing of hers.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import gradio as gr
import httpx
import pytest
from served import Served, fill, served

from rag import conversations
from rag.conversations import turns
from rag.schema import Answer, Citation, Claim, Hit, Passage, Timings
from rag.store import DATABASE
from ui import accounts
from ui.guard import MOST_BODY

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
SECRET = "سرأليس7391"  # stands in nothing but Alice's conversation
CANARY = "CANARY-5518"  # stands in files that nobody gave to the page
ALICE = secrets.token_urlsafe(32)
OWNER = hashlib.sha256(ALICE.encode()).hexdigest()
ROOT = Path(__file__).parents[1]
# How our handlers name what an event brings, and what the page itself would send.
FIELD = re.compile(r'\b(?:word|whole|yes|one_of)\(\w+, "(\w+)"')
PLAIN = {
    "format": "md", "lang": "ar", "good": "1", "checked": "1", "reason": "", "note": "n",
    "text": "t", "words": "", "start": "0", "end": "9", "number": "1",
}  # fmt: skip
# What Alice's own page would send of her conversation.
OWN = ({}, {"good": "0", "checked": "0", "reason": "other", "format": "html"})
_SECONDS = 60


class Site:
    """A page over the sample texts, with a conversation of Alice's and files that are not its
    business."""

    def __init__(self, page: Served, outside: Path) -> None:
        self.page = page
        self.outside = outside
        outside.mkdir(exist_ok=True)
        self.canary = outside / "canary.txt"
        self.canary.write_text(f"{CANARY} لا يقرأ هذا أحد.", encoding="utf-8")
        fill(page.index, outside / "docs")
        doc_id = page.index.documents()[0].id
        quote = page.index.document(doc_id).text[:10]
        passage = Passage("p", doc_id, quote, 0, 10, "article", None, "ar")
        answer = Answer(
            question=f"سؤال {SECRET}", text=f"جواب {SECRET}.", status="answered", language="ar",
            confidence=0.9, reason=None, timings=Timings(1.0, None, 1.0), model="m",
            citations=(Citation(1, passage, quote, 0, 10),),
            claims=(Claim(f"جواب {SECRET}.", 0, 6 + len(SECRET), (1,), True),),
            hits=(Hit(passage, 1.0, 1, "dense"),),
        )  # fmt: skip
        with page.index.store() as store:
            self.conversation = conversations.save(store, answer, owner=OWNER)
            (self.turn,) = turns(store, self.conversation, owner=OWNER)

    def kept(self) -> dict[str, Any]:
        """All that must be the same afterwards."""
        with self.page.index.store() as store:
            tables = store.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN"
                " ('documents', 'passages', 'feedback')"
            )
            rows = {name: store.query(f"SELECT * FROM {name}") for (name,) in tables}
            rows["mine"] = turns(store, self.conversation, owner=OWNER)
            rows["listed"] = conversations.listing(store, owner=OWNER)
        files = {
            path: path.read_bytes() for path in sorted(self.outside.rglob("*")) if path.is_file()
        }
        uploads = sorted((self.page.folder / "uploads").rglob("*"))
        return {"rows": rows, "files": files, "uploads": uploads}

    def ids(self) -> list[str]:
        """What is Alice's, and what stands elsewhere on this machine."""
        return [
            self.conversation, str(self.turn.seq), OWNER, ALICE, "/etc/passwd", str(self.canary),
            "../../isnad.db", str(self.page.folder / DATABASE), "file:///etc/passwd",
        ]  # fmt: skip

    def hostile(self) -> list[Any]:
        """What is put in the place of any argument."""
        files = [
            {"path": path, "orig_name": "a.txt", "meta": {"_type": "gradio.FileData"}}
            for path in self.ids()[4:]
        ]
        nonsense = [None, -1, self.turn.seq, 2**70, True, [], {}, [[[[]]]], {"a": {"b": [None]}}]
        texts = ["", "' OR 1=1 --", "<script>alert(1)</script>", "\ud800", "\x00", "x" * 200_000]
        return [*self.ids(), *files, files[:2], [self.conversation], *nonsense, *texts]

    def events(self) -> list[Any]:
        """What is sent with an event: an id in each field, the others as the page has them, and
        nonsense in all of them."""
        sources = (file.read_text(encoding="utf-8") for file in (ROOT / "ui").glob("*.py"))
        fields = {field for source in sources for field in FIELD.findall(source)}
        assert fields >= {"id", "turn", "doc"}
        plain = {name: PLAIN.get(name, "1") for name in fields}
        one = [
            plain | {name: value} for name in fields for value in self.ids() if name not in PLAIN
        ]
        hers = plain | {"id": self.conversation, "turn": str(self.turn.seq)}
        own = [hers | other for other in OWN]
        return [*own, *one, *(dict.fromkeys(fields, value) for value in self.hostile())]


def benign(component: dict) -> Any:
    """What a page that was just opened would send for a component."""
    return component.get("props", {}).get("value")


def attack(site: Site, first: int = 0) -> list[str]:
    """Everything Mallory is told, by handler, from the handler ``first`` on."""
    told = []
    kind = {"content-type": "application/json"}
    with httpx.Client(base_url=site.page.url, timeout=_SECONDS, headers=kind) as mallory:
        config = mallory.get("config").json()
        components = {component["id"]: component for component in config["components"]}
        for handler in config["dependencies"]:
            if not handler["backend_fn"] or handler["id"] < first:
                continue
            inputs = [components[number] for number in handler["inputs"]]
            plain = [benign(component) for component in inputs]
            hostile, events = site.hostile(), site.events()
            bodies = [(plain, event) for event in events[: len(OWN)]]
            bodies += [
                ([value] * len(plain), event)
                for value, event in zip(cycle(hostile), events[len(OWN) :], strict=False)
            ]
            for place, component in enumerate(inputs):
                if component["type"] != "state":  # kept by the server; what is sent is not read
                    bodies += [
                        ([*plain[:place], value, *plain[place + 1 :]], None) for value in hostile
                    ]
            told += _told(mallory, handler["id"], bodies)
        for component in config["components"]:
            for name in component["props"].get("server_fns") or ():
                for value in site.hostile():
                    body = {"data": value, "component_id": component["id"], "fn_name": name}
                    reply = mallory.post(
                        "gradio_api/component_server", content=_json(body | {"session_hash": "m"})
                    )
                    told.append(f"{component['type']}.{name}: {reply.text}")
    return told


def _told(mallory: httpx.Client, handler: int, bodies: list[tuple[list[Any], Any]]) -> list[str]:
    """Posts all at once in one session, and reads the session's stream to its end."""
    session = secrets.token_hex(8)
    told, waiting = [], set()
    for data, event in bodies:
        body = {
            "data": data, "fn_index": handler, "session_hash": session, "trigger_id": None,
            "event_data": event,
        }  # fmt: skip
        reply = mallory.post("gradio_api/queue/join", content=_json(body))
        if reply.status_code == 200:
            waiting.add(reply.json()["event_id"])
        else:
            told.append(reply.text)
    until = time.monotonic() + _SECONDS
    while waiting and time.monotonic() < until:
        with mallory.stream("GET", f"gradio_api/queue/data?session_hash={session}") as stream:
            for line in stream.iter_lines():
                told.append(f"handler {handler}: {line}")
                message = json.loads(line.removeprefix("data: ")) if line else {}
                if message.get("msg") == "process_completed":
                    waiting.discard(message["event_id"])
                if message.get("msg") in ("close_stream", "unexpected_error") or not waiting:
                    break
    assert not waiting, f"handler {handler} did not end"
    assert any("process_completed" in line for line in told), f"handler {handler} was not reached"
    return told


def _json(body: object) -> bytes:
    return json.dumps(body).encode()


def leaks(site: Site, told: list[str]) -> list[str]:
    """What Mallory was told that he must not know."""
    password_file = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    secret = (SECRET, CANARY, password_file, "SQLite format 3", "Traceback (most")
    return [
        line[:500]
        for line in told
        if any(word in line or json.dumps(word)[1:-1] in line for word in secret)
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with served(folder / "index") as page:
        yield Site(page, folder / "outside")


def test_no_handler_tells_or_changes_what_is_anothers(site: Site) -> None:
    before = site.kept()
    told = attack(site)
    assert len(told) > 100
    assert leaks(site, told) == []
    assert site.kept() == before
    texts = [site.page.index.document(row.id).text for row in site.page.index.documents()]
    assert not any(CANARY in text or "root:" in text for text in texts)


def test_alice_still_sees_her_own(site: Site) -> None:
    """So that it is not for a broken page that Mallory sees nothing."""
    with site.page.index.store() as store:
        (turn,) = turns(store, site.conversation, owner=OWNER)
    assert SECRET in turn.answer


LEAKS = ("opened", "read_file")


def leaky(index: Callable[[], Any], folder: Path) -> Callable[[gr.Blocks], None]:
    """Adds handlers that trust what they are sent."""

    def opened(conversation: str) -> str:
        with index().store() as store:
            return str(
                store.query("SELECT * FROM turns JOIN conversations c ON c.id = ?", conversation)
            )

    def read_file(path: str) -> str:
        return (folder / path).read_text(encoding="utf-8")

    def extend(blocks: gr.Blocks) -> None:
        with blocks:
            box, out = gr.Textbox(), gr.Textbox()
            box.change(opened, box, out, api_visibility="private")
            box.submit(read_file, box, out, api_visibility="private")

    return extend


def test_a_handler_that_leaks_is_found(tmp_path: Path) -> None:
    held: list[Any] = []
    with served(tmp_path / "index", extend=leaky(lambda: held[0], tmp_path)) as page:
        held.append(page.index)
        site = Site(page, tmp_path / "outside")
        (opened, _) = [number for number, fn in page.blocks.fns.items() if fn.name in LEAKS]
        found = leaks(site, attack(site, opened))
    assert any(SECRET in line or json.dumps(SECRET)[1:-1] in line for line in found)
    assert any(CANARY in line for line in found)


def test_without_a_login_no_handler_is_reached(tmp_path: Path) -> None:
    people = accounts.Accounts({"sara": accounts.hashed("password of sara")})
    with served(tmp_path / "index", accounts=people) as page:
        numbers = [handler["id"] for handler in page.blocks.config["dependencies"]]
        assert len(numbers) > 5
        for number in numbers:
            body = {"data": [], "fn_index": number, "session_hash": "s"}
            for path in ("queue/join", "run/predict", "call/ask", "component_server"):
                assert httpx.post(f"{page.url}gradio_api/{path}", json=body).status_code == 401
        for path in ("queue/data?session_hash=s", "heartbeat/s", "info", "upload_progress"):
            assert httpx.get(f"{page.url}gradio_api/{path}").status_code == 401
        sent = httpx.post(f"{page.url}gradio_api/upload", files={"files": ("a.txt", b"text")})
        assert sent.status_code == 401


def test_ten_megabytes_reach_nobody(site: Site) -> None:
    body = {"data": ["x" * 10 * MOST_BODY], "fn_index": 0, "session_hash": "s"}
    for path in ("queue/join", "run/predict", "call/ask", "component_server", "mcp/"):
        reply = httpx.post(f"{site.page.url}gradio_api/{path}", json=body)
        assert reply.status_code == 413


def test_one_visitor_cannot_read_the_stream_of_another(site: Site) -> None:
    url = site.page.url
    with httpx.Client(base_url=url) as ann, httpx.Client(base_url=url) as bob:
        ann.get("config")
        bob.get("config")
        (ask,) = [
            h["id"] for h in ann.get("config").json()["dependencies"] if h["api_name"] == "ask"
        ]
        body = {"data": ["الترامواي", None, None, True], "fn_index": ask, "session_hash": "anns"}
        assert ann.post("gradio_api/queue/join", json=body).status_code == 200
        assert bob.get("gradio_api/queue/data?session_hash=anns").status_code == 403
        assert bob.post("gradio_api/queue/join", json=body).status_code == 403
        with ann.stream("GET", "gradio_api/queue/data?session_hash=anns") as stream:
            assert any("process_completed" in line for line in stream.iter_lines())
