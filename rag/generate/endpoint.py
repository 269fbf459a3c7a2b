"""Any OpenAI-compatible endpoint (vLLM, llama-server, Ollama, a provider), through ``openai``.

Nothing is sent but the conversation: no platform, organisation or project headers. Redirects are
not followed, for they could lead off the machine. A proxy of the environment is used for https
alone, where it cannot read along, and never for this machine. Certificates are always checked.
"""

from __future__ import annotations

import ipaddress
import os
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rag import messages as say
from rag.errors import GenerationError, UsageError
from rag.schema import Message, Usage

if TYPE_CHECKING:
    import openai

CONNECT_SECONDS = 10.0
READ_SECONDS = 120.0  # between two pieces, and before the first: a long prompt on a slow machine
_NO_KEY = "none"  # the client insists on one; a server of one's own does not look at it
_HEADERS = frozenset(
    "host authorization content-type content-length accept accept-encoding connection "
    "user-agent".split()
)
# Not every server knows these; one that refuses them is asked again without.
_EXTRAS: dict[str, Any] = {
    "stream_options": {"include_usage": True},
    # A model that thinks aloud first would spend all its tokens on that.
    "extra_body": {"chat_template_kwargs": {"enable_thinking": False}},
}
_MOST_DETAIL = 300


class EndpointGenerator:
    """Writes with the model of a server, at temperature 0.

    A last message of the assistant is not sent: some servers go on from it, some answer it, some
    refuse it. The reply is taken to go on from it, without it where the server began the same way.
    ``usage`` is that of the last stream: the server's own if it gives one, else a count of pieces.
    """

    def __init__(
        self,
        url: str,
        model: str,
        max_tokens: int = 400,
        connect_seconds: float = CONNECT_SECONDS,
        read_seconds: float = READ_SECONDS,
        pause_seconds: float = 0.5,
    ) -> None:
        """``url`` ends before ``/chat/completions``; nothing is sent yet. The key is
        ``ISNAD_API_KEY``, else ``OPENAI_API_KEY``, of the environment. ``pause_seconds``: before
        the first of two retries, twice that before the second.

        :raises UsageError: if the key cannot be one.
        """
        self.model = model
        self.usage = Usage()
        self._url = url
        self._max_tokens = max_tokens
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._pause_seconds = pause_seconds
        self._key = _key()
        self._extras = _EXTRAS

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer in pieces; closing the iterator hangs up.

        :raises GenerationError: if the server is not there, refuses, has no such model, is
            silent for too long, or sends something else than a whole answer.
        """
        import openai

        opened = messages[-1]["role"] == "assistant"
        opening = messages[-1]["content"] if opened else ""
        self.usage = Usage()
        try:
            with self._client() as client:
                with self._begin(client, messages[:-1] if opened else messages) as chunks:
                    yield from _without(opening, self._pieces(chunks))
        except openai.OpenAIError as error:
            # Without its cause: a server's words may repeat the key.
            raise self._error(error) from None
        except ValueError:
            raise GenerationError(say.endpoint_not_chat(site(self._url), "JSON")) from None

    def _client(self) -> openai.OpenAI:
        import openai

        def bare(request: Any) -> None:
            for name in set(request.headers) - _HEADERS:
                del request.headers[name]

        safe_from_proxies = self._url.startswith("https:") and not is_this_machine(self._url)
        return openai.OpenAI(
            api_key=self._key,
            base_url=self._url,
            max_retries=0,  # its own would also repeat what timed out, and wait for minutes
            timeout=openai.Timeout(self._read_seconds, connect=self._connect_seconds),
            http_client=openai.DefaultHttpxClient(
                trust_env=safe_from_proxies,
                follow_redirects=False,
                event_hooks={"request": [bare]},
            ),
        )

    def _begin(self, client: openai.OpenAI, messages: Sequence[Message]) -> Any:
        """The open stream of the answer."""
        import openai

        for pauses in (1, 2):
            try:
                return self._create(client, messages)
            except openai.APITimeoutError:
                raise
            except (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError):
                time.sleep(self._pause_seconds * pauses)
        return self._create(client, messages)

    def _create(self, client: openai.OpenAI, messages: Sequence[Message]) -> Any:
        import openai

        def create(extras: dict[str, Any]) -> Any:
            given: Any = [dict(message) for message in messages]
            return client.chat.completions.create(
                model=self.model,
                messages=given,
                max_tokens=self._max_tokens,
                temperature=0,
                stream=True,
                **extras,
            )

        try:
            return create(self._extras)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            if not self._extras:
                raise
            stream = create({})
            self._extras = {}  # it was these
            return stream

    def _pieces(self, chunks: Any) -> Iterator[str]:
        import openai

        begun = finished = False
        try:
            for chunk in chunks:  # what a server sends is not trusted to be of the right shape
                begun = True
                if used := getattr(chunk, "usage", None):
                    self.usage = _usage(used)
                choices = getattr(chunk, "choices", None)
                for choice in choices if isinstance(choices, list) else ():
                    finished = finished or getattr(choice, "finish_reason", None) is not None
                    piece = getattr(getattr(choice, "delta", None), "content", None)
                    if piece and isinstance(piece, str):
                        self.usage = Usage(self.usage.prompt_tokens, self.usage.output_tokens + 1)
                        yield piece
        except openai.APITimeoutError:
            raise
        except openai.APIConnectionError:
            raise GenerationError(say.generation_broken_off(self.model)) from None
        if not begun:
            raise GenerationError(say.endpoint_not_chat(site(self._url), "no stream"))
        if not finished:
            raise GenerationError(say.generation_broken_off(self.model))

    def _error(self, error: openai.OpenAIError) -> GenerationError:
        import openai

        where = site(self._url)
        if isinstance(error, openai.APITimeoutError):
            return GenerationError(say.endpoint_timeout(where))
        if isinstance(error, openai.APIConnectionError):
            detail = self._told(str(error.__cause__ or error))
            return GenerationError(say.endpoint_unreachable(where, detail))
        if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
            return GenerationError(say.endpoint_key_refused(where))
        if isinstance(error, openai.NotFoundError):
            if offered := self._offered():
                return GenerationError(say.endpoint_no_model(where, self.model, offered))
            return GenerationError(say.endpoint_not_chat(where, "HTTP 404"))
        if isinstance(error, openai.APIStatusError) and error.status_code < 400:
            return GenerationError(say.endpoint_not_chat(where, f"HTTP {error.status_code}"))
        return GenerationError(say.generation_failed(self.model, self._told(str(error))))

    def _offered(self) -> str:
        """The names of the server's models; "" if it does not tell."""
        import openai

        try:
            with self._client() as client:
                names = [str(model.id) for model in client.models.list()]
        except (openai.OpenAIError, ValueError, AttributeError, TypeError):
            return ""
        return self._told(", ".join(sorted(names)))

    def _told(self, detail: str) -> str:
        """Words from outside as they may be shown: one line, not long, without the key."""
        safe = detail if self._key == _NO_KEY else detail.replace(self._key, "…")
        line = " ".join(safe.split())
        return line if len(line) <= _MOST_DETAIL else f"{line[:_MOST_DETAIL]}…"


def parse(address: str) -> tuple[str, str]:
    """``http://host/v1#MODEL`` as the URL and the model's name.

    :raises UsageError: if it is no such address, or holds a password or a query, which would end
        up in messages and results.
    """
    url, _, model = address.partition("#")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not model or "@" in parts.netloc or "?" in url or not url.isascii():
        raise UsageError(say.endpoint_address())
    return url.rstrip("/"), model


def is_this_machine(url: str) -> bool:
    """Whether the host is ``localhost`` or a loopback address."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def site(url: str) -> str:
    """Scheme, host and port, as messages name a server."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _key() -> str:
    names = ("ISNAD_API_KEY", "OPENAI_API_KEY")
    key = next((found for name in names if (found := os.environ.get(name, "").strip())), _NO_KEY)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError(say.endpoint_bad_key())
    return key


def _usage(used: object) -> Usage:
    counts = (getattr(used, name, 0) for name in ("prompt_tokens", "completion_tokens"))
    return Usage(*(count if isinstance(count, int) else 0 for count in counts))


def _without(opening: str, pieces: Iterator[str]) -> Iterator[str]:
    """``pieces``, without ``opening`` where they begin with it."""
    opening, held = opening.replace("’", "'"), ""
    for piece in pieces:
        held = (held + piece).lstrip()
        if not opening.startswith(held.replace("’", "'")):
            break
    begins = held.replace("’", "'").startswith(opening)
    if rest := held[len(opening) :] if begins else held:
        yield rest
    yield from pieces
