"""The page as somebody uses it."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from served import TEXTS, Served, served

from rag import answering

QUESTION = "كم بلغ عدد زوار معرض الكتاب؟"
NOT_THERE = "ما ارتفاع برج إيفل بالأمتار؟"
HOSTILE = """<html><head><title>&lt;script&gt;evil()&lt;/script&gt; زلزال</title></head><body>
<article><h1>&lt;img src=x onerror=evil()&gt; زلزال الحوز</h1>
<p>بلغت قوة زلزال الحوز 6.8 درجات &lt;script&gt;window.evil = 1&lt;/script&gt; على مقياس ريختر
&lt;img src="http://evil.example/x.png" onerror="window.evil = 1"&gt; مساء الجمعة.</p>
<script>window.evil = 1</script></article></body></html>
"""


def ask(page: Page, question: str) -> None:
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")


def answered(page: Page, question: str = QUESTION) -> None:
    ask(page, question)
    expect(page.locator("#current [data-done] .question")).to_contain_text(question)


def text_of(site: Served, source: str) -> str:
    (row,) = [row for row in site.index.documents() if row.source == source]
    return site.index.document(row.id).text


def test_first_visit(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("إسناد")
    expect(page.locator("#question textarea")).to_be_visible()
    expect(page.locator("#documents li")).to_have_count(len(TEXTS))
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar", "rtl",
    ]  # fmt: skip
    assert page.title() == "إسناد"


def test_without_an_index_the_upload_is_offered(tmp_path: Path, visitors) -> None:
    with served(tmp_path / "index") as empty:
        page = visitors.open(empty.url)
        expect(page.locator(".welcome .primary")).to_be_visible()
        ask(page, QUESTION)
        expect(page.locator("#current .refusal")).to_be_visible()
        page.set_input_files(
            "#shelf input[type=file]",
            {"name": "بلاغ.txt", "mimeType": "text/plain", "buffer": TEXTS["fair.txt"].encode()},
        )
        expect(page.locator("#documents li")).to_have_count(1)
        answered(page)
        expect(page.locator("#current .answer")).to_contain_text("202")


def test_an_answer_streams_in_as_a_draft(page: Page, writer) -> None:
    writer.gate.clear()
    try:
        ask(page, QUESTION)
        draft = page.locator("#current .draft .prose-text")
        expect(draft).to_contain_text("بلغ عدد")
        assert draft.inner_text().count("202") == 1  # what was copied; the sentence is not there
        expect(page.locator("#sources .source").first).to_be_visible()  # before the answer
        expect(page.locator("#current .chip")).to_have_count(0)
        expect(page.locator("#stop")).to_be_visible()
    finally:
        writer.gate.set()
    expect(page.locator("#current .answer")).to_contain_text("202")
    expect(page.locator("#current .draft")).to_have_count(0)
    expect(page.locator("#stop")).not_to_be_visible()


def test_a_chip_opens_the_exact_words(page: Page, site: Served) -> None:
    answered(page)
    page.locator("#current .chip").first.click()
    marked = page.locator("#sources .source.active mark")
    expect(marked).to_be_visible()
    record = list(site.index.ask(QUESTION))[-1]
    citation = record.citations[0]
    text = site.index.document(citation.passage.doc_id).text
    assert marked.inner_text() == text[citation.start : citation.end]
    paragraph = page.locator("#sources .source.active blockquote").inner_text()
    assert paragraph in text
    page.locator("#sources .source.active button[data-do=read]").click()
    whole = page.locator("#reader dialog[open] .whole")
    expect(whole.locator("mark")).to_be_in_viewport()
    assert whole.locator("mark").inner_text() == text[citation.start : citation.end]
    assert " ".join(whole.inner_text().split()) == " ".join(text.split())
    page.keyboard.press("Escape")
    expect(page.locator("#reader dialog[open]")).to_have_count(0)


def test_selecting_words_shows_their_evidence(page: Page) -> None:
    answered(page)
    page.evaluate(
        """() => {
          const claim = document.querySelector("#current .claim[data-do]");
          const words = document.createTreeWalker(claim, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange();
          range.selectNodeContents(words);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }"""
    )
    expect(page.locator("#sources .source.active mark")).to_be_visible()


def test_a_refusal_is_no_answer(page: Page) -> None:
    ask(page, NOT_THERE)
    refusal = page.locator("#current .refusal")
    expect(refusal).to_be_visible()
    expect(page.locator("#current .answer, #current .chip")).to_have_count(0)
    answered(page)
    assert page.locator("#thread .refusal").count() == 1


def test_a_page_is_added_asked_removed_and_refused(page: Page, site: Served) -> None:
    before = len(site.index.documents())
    page.set_input_files(
        "#shelf input[type=file]",
        {
            "name": "زلزال.txt", "mimeType": "text/plain",
            "buffer": "زلزال أكادير\n\nضرب زلزال أكادير المدينة سنة 1960 ليلا.\n".encode(),
        },
    )  # fmt: skip
    expect(page.locator("#uploads .done")).to_have_count(1)
    expect(page.locator("#documents li")).to_have_count(before + 1)
    question = "متى ضرب زلزال أكادير المدينة؟"
    answered(page, question)
    expect(page.locator("#current .answer")).to_contain_text("1960")
    row = page.locator("#documents li", has_text="زلزال أكادير")
    row.locator("button.remove").click()
    page.locator(".asker button[data-local=yes]").click()
    expect(page.locator("#documents li")).to_have_count(before)
    expect(page.locator("#conversation .answer", has_text="1960")).to_have_count(0)
    page.locator("#conversations [data-do=new]").click()
    ask(page, question)
    expect(page.locator("#current .refusal")).to_be_visible()
    assert "1960" not in page.locator("body").inner_text()
    assert list((site.folder / "uploads").rglob("*.txt")) == []


def test_what_cannot_be_read_is_named(page: Page, site: Served) -> None:
    before = len(site.index.documents())
    page.set_input_files(
        "#shelf input[type=file]",
        [
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "},
            {"name": "picture.exe", "mimeType": "text/plain", "buffer": b"MZ"},
        ],
    )
    failed = page.locator("#uploads .failed")
    expect(failed).to_have_count(2)
    expect(failed.nth(0)).to_contain_text("empty.txt")
    expect(failed.nth(1)).to_contain_text("picture.exe")
    assert len(site.index.documents()) == before


def test_a_follow_up(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "_LEAST_LIKELY", 0.0)  # to the hashing encoder all are alike
    answered(page)
    answered(page, "وكم دار نشر شاركت؟")
    expect(page.locator("#current .answer")).to_contain_text("360")
    expect(page.locator("#thread .turn")).to_have_count(1)
    expect(page.locator("#conversations li")).to_have_count(1)


def test_a_conversation_is_kept(page: Page) -> None:
    answered(page)
    page.reload()
    page.wait_for_selector("#conversations li .row")
    page.locator("#conversations li .row").first.click()
    expect(page.locator("#thread .answer")).to_contain_text("202")
    page.locator("#thread .chip").first.click()
    expect(page.locator("#sources .source.active mark")).to_be_visible()


def test_a_conversation_is_exported_renamed_and_deleted(page: Page) -> None:
    answered(page)
    row = page.locator("#conversations li").first
    row.locator("summary").click()
    with page.expect_download() as export:
        row.locator("button[data-format=md]").click()
    written = Path(export.value.path()).read_text(encoding="utf-8")
    assert "202" in written and "[1" in written
    row.locator("summary").click()
    row.locator("button[data-do=rename]").click()
    page.fill(".asker input", "أرقام المعرض")
    page.keyboard.press("Enter")  # closes the dialog, and presses nothing behind it
    expect(row.locator(".row")).to_contain_text("أرقام المعرض")
    expect(page.locator(".asker[open]")).to_have_count(0)
    row.locator("summary").click()
    row.locator("button[data-do=delete]").click()
    page.locator(".asker button[data-local=yes]").click()
    expect(page.locator("#conversations li")).to_have_count(0)
    expect(page.locator("#conversation .turn")).to_have_count(0)


def test_an_opinion_is_kept(page: Page) -> None:
    answered(page)
    page.locator("#current details.judge summary").click()
    expect(page.locator("#current details.judge button[data-do=judge]")).to_be_in_viewport()
    page.locator("#current details.judge input[type=radio]").first.check()
    page.fill("#current details.judge textarea", "الرقم قديم")
    page.locator("#current details.judge button[data-do=judge]").click()
    expect(page.locator("#notice .said")).to_be_visible()
    with page.expect_download() as file:
        page.locator("#conversations [data-do=opinions]").click()
    assert file.value.suggested_filename == "feedback.jsonl"
    (row,) = map(json.loads, Path(file.value.path()).read_text(encoding="utf-8").splitlines())
    assert (row["question"], row["note"]) == (QUESTION, "الرقم قديم")


def test_again_takes_the_place_of_the_last_answer(page: Page) -> None:
    answered(page, NOT_THERE)
    answered(page)
    seq = page.locator("#current .turn").get_attribute("data-turn")
    expect(page.locator("#thread [data-do=again]")).to_have_count(0)
    page.locator("#current [data-do=again]").click()
    expect(page.locator(f"#current [data-done]:not([data-turn='{seq}'])")).to_be_visible()
    expect(page.locator("#conversation .turn")).to_have_count(2)
    page.reload()
    page.locator("#conversations li .row").first.click()
    expect(page.locator("#thread .turn")).to_have_count(2)


def test_a_removal_is_seen_at_work(page: Page, site: Served, monkeypatch) -> None:
    """And the page goes on meanwhile."""
    gate = threading.Event()
    remove = site.index.remove
    monkeypatch.setattr(site.index, "remove", lambda doc_ids: gate.wait(30) and remove(doc_ids))
    page.set_input_files(
        "#shelf input[type=file]",
        {"name": "قديم.txt", "mimeType": "text/plain", "buffer": "خبر قديم جدا.\n".encode()},
    )
    row = page.locator("#documents li", has_text="قديم")
    try:
        row.locator("button.remove").click()
        page.locator(".asker button[data-local=yes]").click()
        expect(row).to_have_attribute("aria-busy", "true")
        answered(page)
        tram = page.locator("#documents li", has_text="ترامواي")
        tram.locator("input[type=checkbox]").check()
        expect(page.locator("#scope .limited")).to_be_visible()
    finally:
        gate.set()
    expect(row).to_have_count(0)
    expect(page.locator("#conversation .answer")).to_contain_text("202")
    expect(page.locator("#scope .limited")).to_be_visible()
    expect(tram.locator("input[type=checkbox]")).to_be_checked()


def test_the_search_box_narrows_the_list(page: Page) -> None:
    box = page.locator("#find :is(input, textarea)")
    box.press_sequentially("ترام")
    expect(page.locator("#documents li")).to_have_count(1)
    box.fill("")
    expect(page.locator("#documents li")).to_have_count(len(TEXTS))


def test_two_quick_ticks(page: Page) -> None:
    page.evaluate("document.querySelectorAll('#documents input').forEach(tick => tick.click())")
    expect(page.locator("#scope .limited")).to_contain_text(f"{len(TEXTS)} وثائق")


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_first_paint_has_its_direction(site: Served, visitors, lang: str) -> None:
    """Before any script of Gradio's has run."""
    page = visitors.open(site.url)
    page.locator(f".header button[data-lang={lang}]").click()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    page.locator("[data-local=theme]").click()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(site.url)
    seen = page.evaluate(
        "(() => { const of = getComputedStyle(document.body), root = document.documentElement;"
        " return [root.lang, root.dir, of.direction, of.backgroundColor, root.dataset.theme] })()"
    )
    direction = "rtl" if lang == "ar" else "ltr"
    assert seen == [lang, direction, direction, "rgb(22, 24, 27)", "dark"]
    visitors.wrong.clear()  # the scripts that did not come


def test_it_asks_some_documents_only(page: Page) -> None:
    tick = page.locator("#documents li", has_text="ترامواي").locator("input[type=checkbox]")
    tick.check()
    expect(page.locator("#scope .limited")).to_be_visible()
    ask(page, QUESTION)
    expect(page.locator("#current [data-done]")).to_be_visible()
    assert "202" not in page.locator("#current").inner_text()
    page.locator("#scope button").click()
    expect(page.locator("#scope .limited")).to_have_count(0)
    expect(tick).not_to_be_checked()


@pytest.mark.parametrize(("lang", "direction"), [("fr", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_the_language_is_switched(page: Page, lang: str, direction: str) -> None:
    from ui import strings

    other = "fr" if lang != "fr" else "en"
    for code in (other, lang):
        page.locator(f".header button[data-lang={code}]").click()
        expect(page.locator(f".header button[data-lang={code}]")).to_have_attribute(
            "aria-pressed", "true"
        )
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("#send")).to_contain_text(strings.ASK.say(lang))
    expect(page.locator("#question textarea")).to_have_attribute(
        "placeholder", strings.PLACEHOLDER.say(lang)
    )
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("#send")).to_contain_text(strings.ASK.say(lang))


def test_directions(page: Page) -> None:
    """Of the page, and of each block by its own first letters."""

    def computed(selector: str, name: str) -> str:
        return page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")

    answered(page, "Combien de visiteurs au salon du livre de Rabat ?")
    assert computed("#current .question > [dir=auto]", "direction") == "ltr"
    assert computed("#current .answer .prose-text", "direction") == "ltr"
    page.locator("#conversations [data-do=new]").click()
    expect(page.locator("#current .welcome")).to_be_visible()
    answered(page)
    assert computed("body", "direction") == "rtl"
    assert computed("#current .question > [dir=auto]", "direction") == "rtl"
    assert computed("#current .answer .prose-text", "direction") == "rtl"
    assert computed("#current .chip-place", "unicodeBidi") == "isolate"
    assert computed("#current .answer bdi", "unicodeBidi") == "isolate"
    library, evidence = (
        page.locator(f"#{name}").bounding_box() for name in ("library", "evidence")
    )
    assert library["x"] > evidence["x"]  # right to left: the library first
    page.locator(".header button[data-lang=en]").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    library, evidence = (
        page.locator(f"#{name}").bounding_box() for name in ("library", "evidence")
    )
    assert library["x"] < evidence["x"]
    assert computed("#current .answer .prose-text", "direction") == "rtl"


def test_the_arabic_font_comes_from_here(page: Page) -> None:
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Arabic\"', 'ب')")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert any("Noto Sans Arabic" in family for family in loaded)


def wide_parts(page: Page) -> list[str]:
    return page.evaluate(
        """() => [document.documentElement, document.body, ...document.querySelectorAll("#talk *")]
          .filter(e => e.scrollWidth > innerWidth + 1 && getComputedStyle(e).overflowX !== "hidden")
          .map(e => `${e.tagName}.${e.className}#${e.id} ${e.scrollWidth}`)"""
    )


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_a_phone(site: Served, visitors, lang: str) -> None:
    page = visitors.open(
        site.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    if lang != "ar":
        page.locator(f".header button[data-lang={lang}]").click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
    assert wide_parts(page) == []
    answered(page)
    answered(page, "ما ارتفاع برج إيفل؟" + " x" * 50 + " https://example.org/" + "a" * 120)
    assert wide_parts(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#thread .chip").first.tap()
    expect(page.locator("#sources .source.active mark")).to_be_in_viewport()
    assert wide_parts(page) == []
    page.locator("#sources [data-local=close-drawer]").tap()
    page.locator("[data-local=drawer-library]").tap()
    expect(page.locator("#documents li").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_by_keyboard_alone(page: Page) -> None:
    """Tab to the question, ask, Tab to a chip, open it, read the document, come back."""

    def tab_to(selector: str, key: str = "Tab") -> None:
        for _ in range(80):
            if page.evaluate("s => Boolean(document.activeElement?.matches(s))", selector):
                return
            page.keyboard.press(key)
        raise AssertionError(f"{selector} is not reached by {key}")

    tab_to("#question textarea")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#current [data-done] .question")).to_contain_text(QUESTION)
    expect(page.locator("#current .answer")).to_contain_text("202")
    tab_to("#current .chip", "Shift+Tab")
    outline = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement);"
        " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()"
    )
    assert outline
    page.keyboard.press("Enter")
    expect(page.locator("#sources .source.active")).to_be_focused()
    tab_to("#sources .source.active button[data-do=read]")
    page.keyboard.press("Enter")
    expect(page.locator("#reader dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#reader dialog[open]")).to_have_count(0)
    expect(page.locator("#sources .source.active button[data-do=read]")).to_be_focused()
    tab_to(".header button[data-lang=fr]", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_a_document_with_html_and_script_in_it(page: Page, site: Served) -> None:
    before = {row.id for row in site.index.documents()}
    page.set_input_files(
        "#shelf input[type=file]",
        {"name": "<b>زلزال.html", "mimeType": "text/html", "buffer": HOSTILE.encode()},
    )
    expect(page.locator("#uploads .done")).to_have_count(1)
    answered(page, "كم بلغت قوة زلزال الحوز على مقياس ريختر؟ <script>window.evil = 1</script>")
    expect(page.locator("#current .answer")).to_contain_text("6.8")
    page.locator("#current .chip").first.click()
    expect(page.locator("#sources .source.active mark")).to_be_visible()
    page.locator("#sources .source.active button[data-do=read]").click()
    expect(page.locator("#reader dialog[open] .whole")).to_contain_text("<script>")
    page.keyboard.press("Escape")
    assert page.evaluate("window.evil") is None
    inserted = "#documents, #sources, #current, #thread, #reader, #conversations, #uploads"
    assert page.evaluate(
        "s => [...document.querySelectorAll(s)].flatMap(e => [...e.querySelectorAll("
        "'script, img, iframe, [onerror], [onclick], b')]).length",
        inserted,
    ) == 0  # fmt: skip
    site.index.remove({row.id for row in site.index.documents()} - before)


def test_the_policy_stops_what_a_document_would_bring(page: Page, visitors) -> None:
    """Were there ever a hole, no script of it would run and nothing would be sent away."""
    page.evaluate(
        """() => {
          const place = document.createElement("div");
          place.innerHTML = '<img src="http://evil.example/x.png" onerror="window.evil = 1">';
          document.body.append(place);
          const script = document.createElement("script");
          script.textContent = "window.evil = 2";
          document.body.append(script);
        }"""
    )
    sent = page.evaluate("fetch('http://evil.example/').then(() => 'sent', () => 'refused')")
    assert sent == "refused"
    assert page.evaluate("window.evil") is None
    assert len(visitors.wrong) >= 3
    assert all("evil" in wrong or "Content Security Policy" in wrong for wrong in visitors.wrong)
    visitors.wrong.clear()


def test_two_at_once(site: Served, visitors, writer) -> None:
    ann, bob = visitors.open(site.url), visitors.open(site.url)
    writer.gate.clear()
    try:
        ask(ann, QUESTION)
        expect(ann.locator("#current .draft")).to_be_visible()
        ask(bob, "ما سعر تذكرة الترامواي؟")
        expect(bob.locator("#current [data-ahead]")).to_be_visible()  # he is told that he waits
        expect(bob.locator("#sources .source").first).to_be_visible()  # and sees what was found
    finally:
        writer.gate.set()
    expect(ann.locator("#current .answer")).to_contain_text("202")
    expect(bob.locator("#current .answer")).to_contain_text("ستة")
    assert "ترامواي" not in ann.locator("#conversation").inner_text()
    assert "202" not in bob.locator("#conversation .answer").inner_text()
    for who, other in ((ann, bob), (bob, ann)):
        who.reload()
        who.wait_for_selector("#conversations li .row")
        expect(who.locator("#conversations li")).to_have_count(1)
        mine = who.locator("#conversations li .row").inner_text()
        assert mine != other.locator("#conversations li .row").first.inner_text()


def test_stop(page: Page, writer) -> None:
    writer.gate.clear()
    try:
        ask(page, QUESTION)
        expect(page.locator("#current .draft")).to_be_visible()
        page.locator("#stop").click()
    finally:
        page.wait_for_timeout(300)
        writer.gate.set()
    expect(page.locator("#current [data-done]")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()


def test_a_claim_without_a_source_never_looks_supported(page: Page) -> None:
    """Whatever is not cited has no chip, and every claim that has one leads to a source."""
    answered(page)
    claims = page.locator("#current .claim")
    for claim in claims.all():
        supported = "unsupported" not in (claim.get_attribute("class") or "")
        assert supported == (claim.get_attribute("data-do") == "cite")
    assert re.fullmatch(r"\[\d+\]", page.locator("#current .chip").first.inner_text())
