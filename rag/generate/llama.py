"""A GGUF model on this machine's processor, through llama.cpp (the package ``xllamacpp``).

llama.cpp comes here as a server that is called in process. It opens a listening socket all the
same; ``open_server`` makes sure that nobody can use it.
"""

from __future__ import annotations

import os
import queue
import secrets
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from rag import messages as say
from rag.errors import GenerationError, ModelMissingError
from rag.schema import Message, Usage

# A cancelled prompt stops at the next batch: 128 tokens are about two seconds on two cores, where
# batches of 256 and 512 were not faster and took more memory.
BATCH = 128
SEED = 0
# The path of a Unix socket has room for 104 bytes on macOS, 108 on Linux.
SOCKET_PATH_BYTES = 100

Chunk = dict[str, Any]


class ChatServer(Protocol):
    """The part of ``xllamacpp.Server`` that is used here."""

    def handle_chat_completions(self, request: Chunk, hear: Callable[[Chunk], bool]) -> None:
        """Answer; blocks, calls ``hear`` with every chunk, stops when that returns True."""
        ...


class LlamaGenerator:
    """Writes with a GGUF model, word by word, the same for the same messages.

    The model is loaded here and now (some seconds) and stays until ``close``. One answer is
    written at a time; a second caller waits its turn. ``usage`` is that of the last stream: exact
    when it ran to its end, a count of the pieces when it was closed early.
    """

    def __init__(
        self,
        model_path: Path,
        threads: int | None = None,
        context: int = 4096,
        max_tokens: int = 400,
        reuse_prompt: bool = True,
        open_server: Callable[[Path, int, int], ChatServer] | None = None,
    ) -> None:
        """Load ``model_path``; ``context`` and ``max_tokens`` (of the answer) are in tokens.

        ``reuse_prompt``: the beginning that a prompt shares with the one before is not computed
        again. It saves seconds, and may change the last digits and so, rarely, a word.

        :raises ModelMissingError: if there is no such file.
        :raises GenerationError: if llama.cpp cannot load it.
        """
        if not model_path.is_file():
            raise ModelMissingError(say.model_file_missing(model_path))
        # The catalogue's files are all named model.gguf, inside a folder with the model's name.
        generic = model_path.name == "model.gguf"
        self.model = model_path.parent.name if generic else model_path.stem
        self.usage = Usage()
        self._context = context
        self._max_tokens = max_tokens
        self._reuse_prompt = reuse_prompt
        self._closed = threading.Event()
        try:
            self._server: ChatServer | None = (open_server or _open_server)(
                model_path, threads or default_threads(), context
            )
        except RuntimeError as error:
            raise GenerationError(say.model_not_loadable(self.model, model_path)) from error

    def __enter__(self) -> LlamaGenerator:
        """Give itself; leaving the block closes it."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Free the model's memory. A stream still running elsewhere ends in a GenerationError."""
        self._closed.set()
        # A running stream holds a reference of its own: the memory goes when that has stopped.
        self._server = None

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer in pieces; closing the iterator stops the model and waits for that.

        :raises GenerationError: if the prompt is longer than the context, the model fails, or
            the answer breaks off.
        """
        server = self._server
        if server is None:
            raise GenerationError(say.generator_closed(self.model))
        chunks: queue.SimpleQueue[Chunk | Exception | None] = queue.SimpleQueue()
        stop = threading.Event()

        def hear(chunk: Chunk) -> bool:
            # Whatever is raised in here is lost, so nothing is done here that can raise.
            chunks.put(chunk)
            return stop.is_set() or self._closed.is_set()

        def run() -> None:
            try:
                server.handle_chat_completions(self._request(messages), hear)
            except Exception as error:
                chunks.put(error)
            finally:
                chunks.put(None)

        self.usage = Usage()
        finished = False
        thread = threading.Thread(target=run, name="llama", daemon=True)
        thread.start()
        try:
            while (chunk := chunks.get()) is not None:
                if isinstance(chunk, Exception):
                    raise GenerationError(say.generation_failed(self.model, str(chunk))) from chunk
                if "error" in chunk:
                    raise self._error(chunk["error"])
                self.usage = _usage(self.usage, chunk)
                for choice in chunk.get("choices", ()):
                    finished = finished or choice.get("finish_reason") is not None
                    if piece := choice.get("delta", {}).get("content"):
                        yield piece
            if not finished:
                raise GenerationError(say.generation_broken_off(self.model))
        finally:
            stop.set()
            thread.join()

    def _request(self, messages: Sequence[Message]) -> Chunk:
        return {
            "messages": [dict(message) for message in messages],
            "max_tokens": self._max_tokens,
            "temperature": 0,
            "seed": SEED,
            "cache_prompt": self._reuse_prompt,
            "stream": True,
            "stream_options": {"include_usage": True},
            # A chunk after every batch of the prompt: without it a cancel is not noticed before
            # the first word of the answer.
            "return_progress": True,
        }

    def _error(self, error: Chunk) -> GenerationError:
        if error.get("type") == "exceed_context_size_error":
            tokens = int(error.get("n_prompt_tokens", 0))
            return GenerationError(say.prompt_too_long(tokens, self._context))
        return GenerationError(say.generation_failed(self.model, str(error.get("message", error))))


def default_threads() -> int:
    """How many threads to compute with: all of a small machine, half of a larger one.

    The hardware threads of one core share the unit that does the arithmetic, so on a larger
    machine a thread for each only makes them wait for one another.
    """
    if hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    return count if count <= 4 else max(4, count // 2)


def _usage(usage: Usage, chunk: Chunk) -> Usage:
    if exact := chunk.get("usage"):
        return Usage(exact["prompt_tokens"], exact["completion_tokens"])
    if progress := chunk.get("prompt_progress"):
        return Usage(progress["total"], 0)
    pieces = sum(bool(c.get("delta", {}).get("content")) for c in chunk.get("choices", ()))
    return Usage(usage.prompt_tokens, usage.output_tokens + pieces)


def _open_server(model_path: Path, threads: int, context: int) -> ChatServer:
    """Load the model behind a Unix socket whose name is gone before this returns.

    Nobody can connect to a socket without a name, so nothing listens for practical purposes, on
    the network or off it. Where there are no Unix sockets it is a free loopback port; there the
    key (random, told to nobody) turns every call away.
    """
    if hasattr(socket, "AF_UNIX"):
        with tempfile.TemporaryDirectory(prefix="isnad-") as folder:  # readable by its owner alone
            path = str(Path(folder) / "s.sock")  # llama.cpp tells a socket by this ending
            if len(os.fsencode(path)) <= SOCKET_PATH_BYTES:
                return open_server_at(path, model_path, threads, context)
    return open_server_at("127.0.0.1", model_path, threads, context)


def open_server_at(host: str, model_path: Path, threads: int, context: int) -> ChatServer:
    """Load the model; ``host`` is an address (the port is a free one) or a path that ends in .sock.

    :raises RuntimeError: if llama.cpp cannot load it; it does not say why.
    """
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(model_path)
    params.verbosity = 0  # nothing on stderr: that belongs to our own messages
    params.offline = True

    params.hostnames = [host]
    params.port = 0
    params.api_keys = [secrets.token_urlsafe(32)]
    params.cors_origins = "http://127.0.0.1"
    params.cors_origins_explicit = True
    params.cors_credentials = False
    params.ui = False
    params.endpoint_slots = False  # it shows the prompts

    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads = threads
        cpu.poll = 0  # spinning while it waits was no faster, and takes the cores from others
    params.n_ctx = context
    params.fit_params = False  # it may choose a smaller context than the one asked for
    params.n_parallel = 1
    params.n_batch = BATCH
    params.n_ubatch = BATCH
    params.cache_ram_mib = 0  # copies of earlier prompts, up to 8 GB of them by default
    params.n_ctx_checkpoints = 0
    params.enable_reasoning = 0  # a model that thinks aloud first would take minutes
    return _in_thread(lambda: xllamacpp.Server(params))


def _in_thread(load: Callable[[], ChatServer]) -> ChatServer:
    """Call ``load`` beside the main thread, so that Ctrl-C ends the waiting at once.

    In the main thread it would be noticed only when the model is loaded, and what llama.cpp does
    to a server that is thrown away in that moment is to wait for itself for ever.
    """
    done: queue.SimpleQueue[ChatServer | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put(load())
        except Exception as error:
            done.put(error)

    threading.Thread(target=run, name="llama-load", daemon=True).start()
    result = done.get()
    if isinstance(result, Exception):
        raise result
    return result
