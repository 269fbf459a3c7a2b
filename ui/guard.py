"""What stands before the page: who may ask what of it, and what a browser may do with the reply.

Every request passes here first. Refused are: another Host than ours (a foreign site whose name was
pointed at this machine), requests of other sites, addresses of Gradio that the page does not need,
requests without a login where there are accounts, bodies that are too large, files that the server
would have to fetch from elsewhere, and the event streams of another visitor.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
from collections import OrderedDict
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui import login
from ui.accounts import Accounts
from ui.bodies import Refused, counted, fetches, read, replayed
from ui.first_paint import dressed
from ui.reply import Reply
from ui.uploads import MOST_BYTES

VISITOR = "isnad.visitor"
"""Key of the ASGI scope: whose request it is; never empty."""
USER = "isnad.user"
"""Key of the ASGI scope: the name that is logged in; None where there are no accounts."""

MOST_BODY = 2**20
MOST_UPLOAD = 10 * MOST_BYTES
_COOKIE, _SESSION = "isnad_visitor", "isnad_session"
_YEAR = 365 * 24 * 3600
_TOKEN = re.compile(r"[\w-]{43}")
_KEPT = 10_000  # sessions and event streams whose owner is remembered

# What of Gradio the page and its programs need; the rest of it (files, proxies, deep links,
# monitoring) is not there.
_READ = re.compile(
    r"/|/(config|logout)/?|/(theme\.css|favicon\.ico|manifest\.json|robots\.txt)"
    r"|/(assets|static|svelte|isnad)/.+"
    r"|/gradio_api/(info|app_id|startup-events|login_check|user|queue/status|theme\.css)/?"
    r"|/gradio_api/(heartbeat/[^/]+|queue/data|upload_progress|call/(v2/)?[^/]+/[^/]+)"
)
_WRITTEN = re.compile(
    r"/login/?|/gradio_api/(queue/join|run/[^/]+|api/[^/]+|call/(v2/)?[^/]+|cancel|reset"
    r"|component_server|upload)/?"
)
_MCP = re.compile(r"/gradio_api/mcp/?")
_FREE = re.compile(r"/(favicon\.ico|robots\.txt)|/isnad/font/.+")  # without a login


class Guard:
    """The application behind its guard.

    ``hosts``: the names this server has, without ports; None where it cannot know them (then there
    are accounts). ``accounts``: who may log in; None without a login. ``inside``: a secret by
    which the server's own calls to itself are known.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: frozenset[str] | None,
        accounts: Accounts | None,
        lang: str,
        inside: str,
    ) -> None:
        self._app = app
        self._hosts = hosts
        self._accounts = accounts
        self._lang = lang
        self._inside = inside
        self._sessions: OrderedDict[str, str] = OrderedDict()  # a login's token: its name
        self._streams: OrderedDict[str, str] = OrderedDict()  # Gradio's session: its visitor
        self._proofs: OrderedDict[bytes, str] = OrderedDict()  # passwords that were right: the name
        self._salt = secrets.token_bytes(32)
        self._one_guess = anyio.Semaphore(1)  # hashing takes a core and 32 MB

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        reply = Reply(send, _is_secure(scope))
        if scope["path"] == "/":  # its scripts have to be read on their way out
            scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        answer = await self._refusal(scope, receive, reply)
        if answer is not None:
            await answer(scope, receive, reply.send)
            return
        try:
            received = await self._checked(scope, receive)
        except Refused as refused:
            await refused.response(scope, receive, reply.send)
            return
        if scope["path"] == "/":
            reply.dress = partial(dressed, lang=self._lang)
        await self._app(scope, received, reply.send)

    async def _refusal(self, scope: Scope, receive: Receive, reply: Reply) -> Response | None:
        """The reply to a request that goes no further. Says in the scope who asks."""
        headers, path = Headers(scope=scope), scope["path"]
        if not self._is_ours(headers, scope["method"]):
            return PlainTextResponse("not from here", 403)
        pattern = {"GET": _READ, "HEAD": _READ, "POST": _WRITTEN}.get(scope["method"])
        if not _MCP.fullmatch(path) and not (pattern and pattern.fullmatch(path)):
            return PlainTextResponse("not found", 404)
        cookies = _cookies(headers)
        visitor = cookies.get(_COOKIE, "")
        if not _TOKEN.fullmatch(visitor):
            visitor = secrets.token_urlsafe(32)
            if not _MCP.fullmatch(path):  # tools know nobody
                reply.set_cookie(_COOKIE, visitor, _YEAR)
        scope[USER] = None
        # The cookie opens what its owner keeps, so the index holds only what it was hashed to.
        scope[VISITOR] = hashlib.sha256(visitor.encode()).hexdigest()
        if self._accounts is None or hmac.compare_digest(
            headers.get("x-isnad-inside", "").encode(), self._inside.encode()
        ):
            return PlainTextResponse("not found", 404) if path == "/login" else None
        if path.rstrip("/") == "/login":
            return await self._log_in(scope, receive, reply)
        token = cookies.get(_SESSION, "")
        if path.rstrip("/") == "/logout":
            self._sessions.pop(token, None)
            reply.set_cookie(_SESSION, "", 0)
            return Response(status_code=302, headers={"location": "/"})
        name = self._sessions.get(token) or await self._by_password(headers)
        if name is None:
            if path == "/":
                return HTMLResponse(login.page(self._lang), 401)
            return None if _FREE.fullmatch(path) else JSONResponse({"error": "login"}, 401)
        scope[USER] = scope[VISITOR] = name
        return None

    def _is_ours(self, headers: Headers, method: str) -> bool:
        """Whether it was sent to this server, and not by the page of another one."""
        host = headers.get("host", "")
        if self._hosts is not None and urlsplit(f"//{host}").hostname not in self._hosts:
            return False
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return False
        # A link on another site may open the page; anything more it may not.
        if method == "GET" and headers.get("sec-fetch-mode") == "navigate":
            return True
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")

    async def _log_in(self, scope: Scope, receive: Receive, reply: Reply) -> Response:
        try:
            body = await read(receive, MOST_BODY)
        except Refused as refused:
            return refused.response
        fields = parse_qs(body.decode("utf-8", "replace"))
        name, password = fields.get("username", [""])[0], fields.get("password", [""])[0]
        by_form = "text/html" in Headers(scope=scope).get("accept", "")
        if not await self._is_right(name, password):
            if by_form:
                return HTMLResponse(login.page(self._lang, wrong=True), 401)
            return JSONResponse({"error": "login"}, 401)
        token = secrets.token_urlsafe(32)
        _remember(self._sessions, token, name)
        reply.set_cookie(_SESSION, token, None)
        if by_form:
            return Response(status_code=303, headers={"location": "/"})
        return JSONResponse({"success": True})

    async def _by_password(self, headers: Headers) -> str | None:
        """The name of an ``Authorization: Basic`` header (RFC 7617), for programs."""
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() != "basic":
            return None
        proof = hmac.digest(self._salt, given.encode(), "sha256")
        if proof in self._proofs:
            return self._proofs[proof]
        try:
            name, _, password = base64.b64decode(given).decode("utf-8").partition(":")
        except ValueError:
            return None
        if not await self._is_right(name, password):
            return None
        _remember(self._proofs, proof, name)
        return name

    async def _is_right(self, name: str, password: str) -> bool:
        assert self._accounts is not None
        async with self._one_guess:
            right = await anyio.to_thread.run_sync(self._accounts.check, name, password)
        if not right:
            await anyio.sleep(1)
        return right

    async def _checked(self, scope: Scope, receive: Receive) -> Receive:
        """What receives the body, once it has been looked at.

        Raises:
            Refused: it is too large, names a file elsewhere, or the stream of another visitor.
        """
        path, visitor = scope["path"].rstrip("/"), scope[VISITOR]
        if scope["method"] not in ("POST", "PUT", "PATCH", "DELETE"):
            if path == "/gradio_api/queue/data":
                query = parse_qs(scope["query_string"].decode("latin-1"))
                self._must_own(query.get("session_hash", [""])[-1], visitor)
            if path.startswith("/gradio_api/heartbeat/"):
                self._must_own(path.rsplit("/", 1)[1], visitor)
            return receive
        if path == "/gradio_api/upload":
            length = Headers(scope=scope).get("content-length", "0")
            if not length.isdecimal() or int(length) > MOST_UPLOAD:
                raise Refused(413)
            return counted(receive, MOST_UPLOAD)
        body = await read(receive, MOST_BODY)
        if not _MCP.fullmatch(path):
            try:
                fields = json.loads(body or b"{}")
            except (ValueError, RecursionError):
                raise Refused(400) from None
            if not isinstance(fields, dict) or fetches(fields):
                raise Refused(400)
            session = fields.get("session_hash")
            if session is not None:
                self._must_own(session, visitor)
        return replayed(body, receive)

    def _must_own(self, session: object, visitor: str) -> None:
        """Gradio's sessions are chosen by the page: the first visitor to use one has it."""
        if not isinstance(session, str) or not 1 <= len(session) <= 100:
            raise Refused(400)
        if self._streams.get(session, visitor) != visitor:
            raise Refused(403)
        _remember(self._streams, session, visitor)


def _is_secure(scope: Scope) -> bool:
    return "https" in (scope["scheme"], Headers(scope=scope).get("x-forwarded-proto"))


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        parsed = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in parsed.items()}


def _remember(kept: OrderedDict[Any, str], key: object, value: str) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _KEPT:
        kept.popitem(last=False)
