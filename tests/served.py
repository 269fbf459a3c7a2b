"""The page on a port of this machine, for the tests that talk to it."""

from __future__ import annotations

import gc
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import gradio as gr
import httpx
from prompted import asks_for_phrase, excerpts_and_question

from rag.arabic import stems
from rag.opening import HASHING
from rag.schema import Generator, Message, Usage
from rag.shared_index import SharedIndex
from ui import app, server
from ui.accounts import Accounts

TEXTS = {
    "fair.txt": "معرض الكتاب بالرباط\n\nبلغ عدد زوار معرض الكتاب 202 ألف زائر خلال عشرة أيام.\n\n"
    "شاركت في المعرض 360 دار نشر من 44 بلدا.\n",
    "tram.txt": "خط جديد للترامواي\n\nينطلق خط الترامواي الجديد يوم 3 ماي ويربط وسط المدينة "
    "بالأحياء الجنوبية.\n\nسعر تذكرة الترامواي ستة دراهم.\n",
    "salon.txt": "Le salon du livre\n\nLe salon du livre de Rabat a reçu 202 000 visiteurs.\n",
}


class Echo:
    """A language model that says the one of its excerpts that has most words of the question, a
    word at a time; of that first what the question does not say."""

    model = "echo"
    usage = Usage(10, 10)

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        found, asked = excerpts_and_question(messages)
        words = set(stems(" ".join(asked.split()[-4:])))  # a question may stand behind others
        said = max(found, key=lambda row: len(words & set(stems(row))), default="لا أعرف.").split()
        if asks_for_phrase(messages):
            new = [place for place, word in enumerate(said) if not words.issuperset(stems(word))]
            said = said[new[0] : new[-1] + 1] if new else said
        yield from (f"{word} " for word in said)


@dataclass(frozen=True, slots=True)
class Served:
    """A page that runs: where, over which index, of which Blocks."""

    url: str
    index: SharedIndex
    folder: Path
    blocks: gr.Blocks

    def config(self) -> dict:
        return httpx.get(f"{self.url}config").json()


def fill(index: SharedIndex, folder: Path) -> None:
    """The sample texts, as files of ``folder``, into the index."""
    folder.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = [folder / name for name in TEXTS]
    assert [done.problem for done in index.add(files, list(TEXTS))] == [None] * len(files)


@contextmanager
def served(
    folder: Path,
    writer: Callable[[], Generator] | None = Echo,
    accounts: Accounts | None = None,
    lang: str = "ar",
    extend: Callable[[gr.Blocks], None] = lambda blocks: None,
) -> Iterator[Served]:
    """The page over the index of ``folder``, in a thread, until the block ends. ``extend``: adds
    to the Blocks before they are served."""
    index = SharedIndex(folder, writer, HASHING)
    with server.bound("127.0.0.1", 0) as listening, server.upload_cache(folder):
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with warnings.catch_warnings():  # Gradio's own, of libraries it uses
            warnings.simplefilter("ignore")
            blocks = app.build(index, lang, server.visitor)
            extend(blocks)
            guarded = server.application(
                blocks, folder, "127.0.0.1", False, accounts, lang, url, app.looks()
            )
        started = threading.Event()
        running = server.Server(guarded, started.set)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            assert started.wait(30)
            yield Served(url, index, folder, blocks)
        finally:
            running.should_exit = True
            thread.join(10)
            index.close()
            with warnings.catch_warnings():  # Gradio's client leaves loops and sockets open
                warnings.simplefilter("ignore", ResourceWarning)
                gc.collect()
