"""The pictures of the README: ``python -m ui.screenshots``, over the sample corpus.

The model says what it was told to. Needs the system's Chromium and ``pip install .[dev]``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from rag.generate import ScriptedGenerator
from rag.shared_index import SharedIndex
from ui import server

CHROMIUM = "/usr/bin/chromium"
MOST_BYTES = 300_000
ROOT = Path(__file__).parents[1]
_FAIR = "كم بلغ عدد زوار معرض سبو الدولي للكتاب سنة 2023؟"
# What the model copies, and says then.
_FAIR_SAID = ("112 ألفا و700 زائر", "بلغ عدد زوار المعرض 112 ألفا و700 زائر.")
_NEXT_FAIR = "وكم زائرا استقطبت النسخة التاسعة سنة 2024؟"
_NEXT_FAIR_SAID = ("97.350 زائرا", "استقطب المعرض 97.350 زائرا.")
_NIGHTS = "Combien de nuitées à Essaouira en 2023 ?"
_NIGHTS_SAID = (
    "1,15 million de nuitées", "Essaouira a enregistré 1,15 million de nuitées en 2023.",
)  # fmt: skip
_NOT_THERE = "من فاز بجائزة نوبل للآداب؟"
_DESKTOP = {"width": 1280, "height": 800}
_PHONE = {"width": 390, "height": 844}


def main() -> None:
    """Make all pictures in ``docs/images/``."""
    images = ROOT / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as url:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--force-color-profile=srgb"]
            )
            _take(browser, url, images)
            browser.close()
    large = [image.name for image in images.iterdir() if image.stat().st_size > MOST_BYTES]
    if large:
        sys.exit(f"over {MOST_BYTES} bytes: {', '.join(large)}")


def _take(browser: Browser, url: str, images: Path) -> None:
    page = _opened(browser, url, _DESKTOP)
    _ask(page, _FAIR)
    _ask(page, _NEXT_FAIR)
    _settled(page).screenshot(path=images / "desktop.png")
    _ask(page, _NOT_THERE)
    _settled(page).screenshot(path=images / "refusal.png")
    page = _opened(browser, url, _DESKTOP)
    _ask(page, _NIGHTS)
    page.locator("#current .chip").first.click()
    page.wait_for_selector(".source.active mark")
    _settled(page).screenshot(path=images / "sources.png")
    page = _opened(browser, url, _DESKTOP, "dark")
    _ask(page, _FAIR)
    page.locator("#current .chip").first.click()
    page.locator(".source.active [data-do=read]").click()
    page.wait_for_selector(".reader[open] mark")
    _settled(page).screenshot(path=images / "dark.png")
    page = _opened(browser, url, _PHONE)
    _ask(page, _FAIR)
    _settled(page).screenshot(path=images / "phone.png")


def _opened(browser: Browser, url: str, size: dict[str, int], scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="ar-MA",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#documents li", state="attached")
    return page


def _ask(page: Page, question: str) -> None:
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.locator("#current [data-done] .question", has_text=question).wait_for()


def _settled(page: Page) -> Page:
    """The page once its font is there and nothing moves."""
    page.evaluate("document.activeElement?.blur()")
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_timeout(300)
    return page


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The page over the sample corpus, until the block ends."""
    script = [*_FAIR_SAID, *_NEXT_FAIR_SAID, *_NIGHTS_SAID, *_FAIR_SAID, *_FAIR_SAID]
    with closing(SharedIndex(folder, lambda: ScriptedGenerator(script))) as index:
        add_corpus(index)
        with server.in_background(index) as url:
            yield url


def add_corpus(index: SharedIndex) -> None:
    """The sample corpus into an index."""
    corpus = sorted((ROOT / "eval" / "corpus").iterdir())
    for done in index.add(corpus, [file.name for file in corpus]):
        if done.problem:
            sys.exit(done.problem.en)


if __name__ == "__main__":
    main()
