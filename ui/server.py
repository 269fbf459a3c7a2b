"""The page on a port of this machine: what is served, to whom, until when."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse
from filelock import FileLock, Timeout
from mcp.types import TextContent
from starlette.types import ASGIApp

from rag import messages
from rag.console import tell
from rag.errors import UsageError
from rag.render import Record, line
from rag.shared_index import SharedIndex
from rag.store import DATABASE
from ui import app as page
from ui.accounts import Accounts
from ui.guard import USER, VISITOR, Guard
from ui.uploads import FOLDER, MOST_BYTES

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FIRST_PORT = 7860
_PORTS = 20
_AT_ONCE = 20  # handlers of one kind; the language model has its own line
_MOST_WAITING = 200
_CACHE = "page-"
_CACHE_SECONDS = 3600
# All of the index folder but Gradio's own cache in it.
_NOT_SERVED = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "dense.faiss", "lexical", FOLDER)


def visitor(request: gr.Request) -> str:
    """Whose request it is: the name that is logged in, else what the guard made of the cookie."""
    assert request.request is not None
    return str(request.request.scope[VISITOR])


def serve(
    index: SharedIndex,
    folder: Path,
    host: str,
    port: int | None,
    share: bool,
    accounts: Accounts | None,
    lang: str,
    browser: bool,
) -> None:
    """Serve the page until Ctrl-C. ``port``: None for the first that is free. ``folder``: the
    index folder; uploads pass through it, whether there is an index already or not.

    Raises:
        UsageError: the port is taken, or the host is none of this machine.
    """
    with bound(host, port) as listening, upload_cache(folder):
        port = listening.getsockname()[1]
        where = f"[{host}]" if ":" in host else host
        url = f"http://{where}:{port}/"
        own = f"http://127.0.0.1:{port}/" if host == "0.0.0.0" else url
        blocks = page.build(index, lang, visitor)
        guarded = application(blocks, folder, host, share, accounts, lang, own, page.looks())

        def started() -> None:
            tell(messages.page_ready(url).say(lang))
            if share:
                threading.Thread(target=_share, args=(host, port, lang), daemon=True).start()
            if browser:
                webbrowser.open(url)

        Server(guarded, started).run(sockets=[listening])


@contextmanager
def in_background(index: SharedIndex) -> Iterator[str]:
    """The address of a page over an index, served by a thread until the block ends."""
    folder = index.folder
    with bound(LOOPBACK[0], 0) as listening, upload_cache(folder):
        url = f"http://{LOOPBACK[0]}:{listening.getsockname()[1]}/"
        blocks = page.build(index, "ar", visitor)
        guarded = application(blocks, folder, LOOPBACK[0], False, None, "ar", url, page.looks())
        started = threading.Event()
        server = Server(guarded, started.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        started.wait()
        yield url
        server.should_exit = True
        thread.join()


def application(
    blocks: gr.Blocks,
    folder: Path,
    host: str,
    share: bool,
    accounts: Accounts | None,
    lang: str,
    own: str,
    looks: Mapping[str, Any],
) -> ASGIApp:
    """The page behind its guard. ``own``: the address under which it reaches itself (its MCP
    tools are calls of its API). ``looks``: css, js, head, theme of ``gr.mount_gradio_app``."""
    inside = secrets.token_urlsafe(32)
    blocks.delete_cache = (_CACHE_SECONDS, _CACHE_SECONDS)
    blocks.queue(default_concurrency_limit=_AT_ONCE, max_size=_MOST_WAITING)
    api: FastAPI = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    api.get("/isnad/font/{name}")(_font)
    gr.mount_gradio_app(
        api,
        blocks,
        path="/",
        auth_dependency=_user if accounts else None,
        blocked_paths=[str(folder.resolve() / name) for name in _NOT_SERVED],
        show_error=False,  # but what ui.public says itself; else paths of this machine
        max_file_size=MOST_BYTES,
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        pwa=False,
        ssr_mode=False,
        mcp_server=True,
        **looks,
    )
    blocks._queue.compute_analytics_summary = _no_summary  # type: ignore[method-assign]
    blocks.is_running = blocks.has_launched = True  # as launch() sets them; files are checked then
    tools = blocks.mcp_server_obj
    assert tools is not None
    tools._get_or_create_client = _caller(own, inside)  # type: ignore[method-assign]
    tools.postprocess_output_data = _as_json  # type: ignore[method-assign, assignment]
    local = host in LOOPBACK and not share
    return Guard(api, frozenset(LOOPBACK) if local else None, accounts, lang, inside)


def _user(request: Request) -> str | None:
    """The name that is logged in. Where there are accounts the guard lets nobody else pass, but
    the server's own calls."""
    return request.scope[USER] or "inside"


def _caller(own: str, inside: str) -> Callable[[], Any]:
    """What opens the client by which MCP tools are called; Gradio's would go to whatever address
    the first request names."""
    opened: list[Any] = []
    opening = threading.Lock()

    def client() -> Any:
        from gradio_client import Client

        with opening:
            if not opened:
                opened.append(
                    Client(
                        own, download_files=False, verbose=False, analytics_enabled=False,
                        headers={"x-gradio-user": "mcp", "x-isnad-inside": inside},
                        httpx_kwargs={"trust_env": False},
                    )
                )  # fmt: skip
        return opened[0]

    return client


def _no_summary(records: object) -> None:
    """Gradio sums up all requests so far after each, for a monitoring page that is not there."""


def _as_json(data: Sequence[Record], _: str) -> list[TextContent]:
    """What an MCP tool returned, as JSON; Gradio's would be as Python writes it."""
    return [TextContent(type="text", text=line(record)) for record in data]


def _font(name: str) -> FileResponse:
    """The Arabic font of the package among our dependencies, whatever it is asked for as."""
    import fontpkg_noto_sans_arabic

    (file,) = (Path(fontpkg_noto_sans_arabic.__file__).parent / "files").glob("*.ttf")
    return FileResponse(file, media_type="font/ttf", headers={"cache-control": "max-age=86400"})


class Server(uvicorn.Server):
    """uvicorn that says when it listens, and takes no time to stop."""

    def __init__(self, app: ASGIApp, started: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="critical",
                access_log=False,
                server_header=False,
                ws="none",
                timeout_graceful_shutdown=1,
            )
        )
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        if self.started:
            self._tell()


@contextmanager
def bound(host: str, port: int | None) -> Iterator[socket.socket]:
    """A socket of ``host`` at ``port``; for None at the first that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = range(FIRST_PORT, FIRST_PORT + _PORTS) if port is None else [port]
    # With its protocol named asyncio does without Nagle's delay, 40 ms a request.
    with socket.socket(family, proto=socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for number in wanted:
            try:
                listening.bind((host, number))
                break
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    detail = error.strerror or str(error)
                    raise UsageError(messages.cannot_bind(host, number, detail)) from error
        else:
            raise UsageError(messages.port_taken(wanted[-1]))
        yield listening


@contextmanager
def upload_cache(folder: Path) -> Iterator[None]:
    """Gradio keeps what is uploaded to it below the index folder, and nothing of it stays: not
    what a server left that was killed either."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"{_CACHE}*"):
        with suppress(Timeout), FileLock(left / "lock", timeout=0):
            shutil.rmtree(left, ignore_errors=True)
    cache = Path(tempfile.mkdtemp(prefix=_CACHE, dir=folder.resolve()))
    before = os.environ.get("GRADIO_TEMP_DIR")
    os.environ["GRADIO_TEMP_DIR"] = str(cache)
    with FileLock(cache / "lock", timeout=0):
        try:
            yield
        finally:
            shutil.rmtree(cache, ignore_errors=True)
            os.environ.pop("GRADIO_TEMP_DIR")
            if before is not None:
                os.environ["GRADIO_TEMP_DIR"] = before


def _share(host: str, port: int, lang: str) -> None:
    from gradio.networking import setup_tunnel

    try:
        url = setup_tunnel(host, port, secrets.token_urlsafe(32), None, None)
    except Exception as error:  # whatever it is, the page goes on here
        tell(messages.page_not_shared(str(error)).say(lang))
    else:
        tell(messages.page_shared(url).say(lang))
