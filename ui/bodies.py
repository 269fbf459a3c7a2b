"""Bodies of requests: how much is read of them, and what must not stand in them."""

from __future__ import annotations

import re

from starlette.responses import JSONResponse
from starlette.types import Message, Receive


class Refused(Exception):
    """A body that goes no further, with the reply to it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.response = JSONResponse({"error": "refused"}, status)


async def read(receive: Receive, most: int) -> bytes:
    """A whole body.

    Raises:
        Refused: it has more than ``most`` bytes, or broke off.
    """
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400)
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            raise Refused(413)
    return bytes(body)


def replayed(body: bytes, receive: Receive) -> Receive:
    """Gives a body that was read already once more."""
    waiting = [body]

    async def again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop()}
        return await receive()

    return again


def counted(receive: Receive, most: int) -> Receive:
    """The body as it comes; it ends early, as if the line were cut, once it is too large."""
    size = 0

    async def counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        return {"type": "http.disconnect"} if size > most else message

    return counting


def fetches(value: object) -> bool:
    """Whether a file is named that Gradio would fetch from another host."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            path = item.get("path")
            if isinstance(path, str) and re.match(r"\s*[a-z][a-z0-9+.-]*:", path, re.IGNORECASE):
                return True
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return False
