"""The page in Debian's Chromium: a server in a thread, a browser for all, a visitor for each test.

Every request of every page is looked at: one that goes anywhere but to this server fails its test,
as does an error of a script.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from prompted import asks_for_phrase
from served import Echo, Served, fill, served

from rag.schema import Message

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.filterwarnings("ignore::ResourceWarning"))


class Slow(Echo):
    """Stops after three words of its sentence while its gate is shut, so that a draft can be
    looked at."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        for place, piece in enumerate(super().stream(messages)):
            if not self.gate.is_set():
                time.sleep(0.1)  # longer than the page waits for the next piece
            if place == 3 and not asks_for_phrase(messages):
                assert self.gate.wait(30)
            yield piece


@pytest.fixture(scope="session")
def writer() -> Slow:
    return Slow()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, writer: Slow) -> Iterator[Served]:
    """The page over the sample texts."""
    folder = tmp_path_factory.mktemp("site")
    with served(folder / "index", lambda: writer) as page:
        fill(page.index, folder / "docs")
        yield page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("no /usr/bin/chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


class Visitors:
    """Opens pages, each with the cookies of somebody else, and remembers what went wrong."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.wrong: list[str] = []

    def open(self, url: str, **options: Any) -> Page:
        options.setdefault("locale", "ar-MA")
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = self._browser.new_context(**options)
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self._look(request.url, url))
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("console", lambda said: self._listen(said.type, said.text))
        page.goto(url)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector(".header")
        return page

    def _look(self, address: str, ours: str) -> None:
        if urlsplit(address).netloc != urlsplit(ours).netloc and not address.startswith(
            ("data:", "blob:")
        ):
            self.wrong.append(f"request: {address}")

    def _listen(self, kind: str, said: str) -> None:
        if kind == "error" or "Content Security Policy" in said:
            self.wrong.append(f"console: {said}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Visitors]:
    opened = Visitors(browser)
    yield opened
    opened.close()
    assert opened.wrong == []


@pytest.fixture
def page(site: Served, visitors: Visitors) -> Page:
    """The page as a new visitor sees it."""
    return visitors.open(site.url)
