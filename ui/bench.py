"""What the page costs: an answer over it against the same answer without it.

    python -m ui.bench [--questions N]

Questions of the sample set over the sample corpus, answered in the sources' own sentences: by
``Assistant`` itself, to a program that listens to the page's events over loopback, and in a
headless Chromium from the Enter key to the painted answer. Each question goes to all three in turn,
so that they meet the same load; each begins a conversation.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import sync_playwright

from rag import opening
from rag.arguments import positive
from rag.assistant import Assistant
from rag.shared_index import SharedIndex
from ui import server
from ui.screenshots import CHROMIUM, ROOT, add_corpus

_QUESTIONS = 40
# Between the key and the frame after the one in which the answer stands.
_WATCH = """() => {
  window.shown = new Promise((resolve) => {
    let began;
    document.addEventListener("keydown", () => { began = performance.now(); },
      { capture: true, once: true });
    new MutationObserver((_, watcher) => {
      if (!document.querySelector("#current [data-done]")) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    }).observe(document.getElementById("current"), { childList: true, subtree: true });
  });
}"""

Ask = Callable[[str], float]
"""Asks a question; milliseconds to its answer."""


def main(arguments: Sequence[str]) -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(prog="python -m ui.bench", description=__doc__)
    parser.add_argument("--questions", type=positive, default=_QUESTIONS, metavar="N")
    most = parser.parse_args(arguments).questions
    questions = _questions()
    questions = questions[:: max(1, len(questions) // most)][:most]
    _say(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at start")
    with tempfile.TemporaryDirectory() as name, closing(SharedIndex(Path(name))) as index:
        add_corpus(index)
        with server.in_background(index) as url, _browser(url) as browser:
            ways = {"program": _program(url), "browser": browser}
            times = _times(questions, _assistant(index.folder), ways)
    for way in ways:
        _say(_figures(way, times["assistant"], times[way]))
    _say(f"load {os.getloadavg()[0]:.1f} at the end")


def _questions() -> list[str]:
    """Those of the sample set that stand alone."""
    lines = (ROOT / "eval" / "questions" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [row["question"] for row in map(json.loads, lines) if not row.get("history")]


def _times(
    questions: Sequence[str], assistant: Ask, ways: dict[str, Ask]
) -> dict[str, list[float]]:
    """Milliseconds to each answer, by who answers; the first question warms all up."""
    asked = {"assistant": assistant, **ways}
    for ask in asked.values():
        ask(questions[0])
    times: dict[str, list[float]] = {name: [] for name in asked}
    for question in questions:
        for name, ask in asked.items():
            times[name].append(ask(question))
    return times


def _figures(way: str, alone: Sequence[float], over_page: Sequence[float]) -> str:
    added = [page - bare for page, bare in zip(over_page, alone, strict=True)]
    ratio = statistics.median(over_page) / statistics.median(alone)
    return (
        f"{len(alone)} answers to a {way}: {_spread(over_page)}, {ratio:.1f} times Assistant's"
        f" {_spread(alone)}; the page adds {_spread(added)}"
    )


def _spread(times: Sequence[float]) -> str:
    ninth = statistics.quantiles(times, n=10)[-1] if len(times) > 1 else times[0]
    return f"{statistics.median(times):.0f} ms (p90 {ninth:.0f})"


def _assistant(folder: Path) -> Ask:
    assistant = Assistant(opening.open_index(folder).searcher)

    def ask(question: str) -> float:
        began = time.perf_counter()
        for _ in assistant.ask(question):
            pass
        return _ms_since(began)

    return ask


def _program(url: str) -> Ask:
    """Sends what the page sends with a question, and listens until the last event of it."""
    client = httpx.Client(base_url=url, timeout=60)
    config = client.get("config").json()
    (box,) = [c["id"] for c in config["components"] if c["props"].get("elem_id") == "question"]
    (handler,) = [d for d in config["dependencies"] if [box, "submit"] in d["targets"]]
    data: list[Any] = [None] * (len(handler["inputs"]) - 1)

    def ask(question: str) -> float:
        session = secrets.token_hex(8)
        body = {
            "data": [*data, question], "fn_index": handler["id"], "session_hash": session,
            "event_data": None, "trigger_id": box,
        }  # fmt: skip
        began = time.perf_counter()
        client.post("gradio_api/queue/join", json=body).raise_for_status()
        with client.stream("GET", f"gradio_api/queue/data?session_hash={session}") as events:
            for event in events.iter_lines():
                if '"process_completed"' in event:
                    return _ms_since(began)
        raise RuntimeError(f"no answer to {question}")

    return ask


@contextmanager
def _browser(url: str) -> Iterator[Ask]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(url)
        page.wait_for_selector("#documents li", state="attached")

        def ask(question: str) -> float:
            page.locator("#conversations [data-do=new]").click()
            page.wait_for_selector("#current .welcome")
            page.fill("#question textarea", question)
            page.evaluate(_WATCH)
            page.press("#question textarea", "Enter")
            return float(page.evaluate("window.shown"))

        yield ask
        browser.close()


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
