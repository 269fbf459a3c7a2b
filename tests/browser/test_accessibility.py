"""axe-core over the page: nothing serious, in each language, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from served import Served

QUESTION = "كم بلغ عدد زوار معرض الكتاب؟"


def violations(page: Page, state: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{state}: {one['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:300]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious(site: Served, visitors, lang: str, scheme: str) -> None:
    page = visitors.open(site.url, color_scheme=scheme)
    page.locator(f".header button[data-lang={lang}]").click()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    wrong = violations(page, "first visit")
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    expect(page.locator("#current .answer")).to_contain_text("202")
    page.locator("#current .chip").first.click()
    expect(page.locator("#sources .source.active mark")).to_be_visible()
    wrong += violations(page, "answer")
    page.fill("#question textarea", "ما ارتفاع برج إيفل بالأمتار؟")
    page.press("#question textarea", "Enter")
    expect(page.locator("#current .refusal")).to_be_visible()
    wrong += violations(page, "refusal")
    page.locator("#sources button[data-do=read], #current button[data-do=read]").first.click()
    expect(page.locator("#reader dialog[open]")).to_be_visible()
    wrong += violations(page, "reader")
    assert wrong == []


def test_a_phone(site: Served, visitors) -> None:
    page = visitors.open(site.url, viewport={"width": 360, "height": 740}, is_mobile=True)
    wrong = violations(page, "first visit")
    page.locator("[data-local=drawer-library]").click()
    wrong += violations(page, "library")
    assert wrong == []
