"""What goes out with every reply: cookies, and what a browser may do with it.

A page may load from this server alone, and of the scripts in it only those run that were in it
when it left: each is named by its hash in the page's policy (Content Security Policy, level 3).
Gradio's own script needs ``unsafe-eval`` (it makes functions of the templates of ``gr.HTML``).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

_INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'{hashes}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Reply:
    """Sends the reply with our headers and cookies. ``dress``: what becomes of a page on its way
    out, if anything."""

    def __init__(self, send: Send, secure: bool) -> None:
        self.dress: Callable[[bytes], bytes] = bytes
        self._send = send
        self._secure = secure
        self._cookies: list[str] = []
        self._page: Message | None = None  # the start of an HTML page, until its body is known
        self._body = bytearray()

    def set_cookie(self, name: str, value: str, seconds: int | None) -> None:
        """``seconds``: how long it lasts; None until the browser is closed."""
        age = "" if seconds is None else f"; Max-Age={seconds}"
        secure = "; Secure" if self._secure else ""
        self._cookies.append(f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}{secure}")

    async def send(self, message: Message) -> None:
        """One message of the reply; a page is kept back until its scripts are known."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "DENY"
            headers["referrer-policy"] = "no-referrer"
            headers["cross-origin-resource-policy"] = "same-origin"
            headers["content-security-policy"] = _POLICY.format(hashes="")
            for cookie in self._cookies:
                headers.append("set-cookie", cookie)
            # Gradio allows other local sites to read; none needs to.
            for name in ("access-control-allow-origin", "access-control-allow-credentials"):
                if name in headers:
                    del headers[name]
            if headers.get("content-type", "").startswith("text/html"):
                headers["cache-control"] = "no-store"
                self._page = message
                return
        elif self._page is not None:
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            body = self.dress(bytes(self._body))
            scripts = _INLINE.findall(body)
            allowed = "".join(f" '{_digest(script)}'" for script in scripts)
            headers = MutableHeaders(scope=self._page)
            headers["content-security-policy"] = _POLICY.format(hashes=allowed)
            if "content-length" in headers:
                headers["content-length"] = str(len(body))
            await self._send(self._page)
            self._page = None
            message = {"type": "http.response.body", "body": body}
        await self._send(message)


def _digest(script: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}"
