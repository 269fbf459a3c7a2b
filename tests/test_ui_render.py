"""The page's HTML: text never becomes markup, claims and chips stand where they should."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.conversations import Conversation
from rag.messages import REASONS, Text
from rag.schema import Answer, Block, Citation, Claim, Document, Hit, Passage, Timings
from rag.tables import DocumentRow
from ui import lists, panels, render, strings
from ui.markup import Markup, el, join, prose, text
from ui.render import Exchange

LANGS = ("ar", "fr", "en")
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# What an attacker would write, between all that people write.
HOSTILE = st.sampled_from(
    (
        "<script>evil()</script>", '"><img src=x onerror=evil()>', "' onmouseover='evil()",
        "</mark></blockquote><h1>", "&lt;b&gt;", "${evil()}", "{{evil}}", "\x00<b\x00>", "\u202e",
        "]]>", "<!--", "javascript:evil()", "\ud800", "<svg/onload=evil()>",
    )
)  # fmt: skip
WORDS = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("ابتث abc123<>&\"'\n" + BIDI + "😀𐤀"), max_size=30),
    HOSTILE,
)
TEXT = st.lists(WORDS, max_size=4).map("".join)
SAID = TEXT.map(lambda words: f"ب{words}ب")

TAGS = frozenset(
    "a article bdi blockquote button dd details dialog div dl dt fieldset h1 h2 h3 header input "
    "label legend li mark nav ol p q section span strong summary textarea ul".split()
)
ATTRIBUTES = frozenset(
    "class type dir lang role tabindex title id name value rows maxlength href checked hidden "
    "aria-label aria-labelledby aria-busy aria-hidden aria-pressed aria-current data-do data-local "
    "data-turn data-number data-doc data-start data-end data-id data-ask data-value data-format "
    "data-lang data-dir data-title data-drop data-field data-form data-good data-copy "
    "data-copied data-failed "
    "data-done data-busy data-ahead data-focus".split()
)


class Seen(HTMLParser):
    """The tags, the attributes and the visible text of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.marked: list[str] = []
        self._open: list[str] = []
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag != "input":
            self._open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "mark" in self._open:
            self.marked[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration")

    handle_pi = unknown_decl = handle_decl


def ours(markup: str) -> Seen:
    """All of it is ours: its tags, its attributes, and nothing that could act."""
    assert isinstance(markup, Markup)
    seen = Seen(markup)
    assert seen.tags <= TAGS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES
    assert not [value for name, value in seen.attributes if name == "href" and value != "#question"]
    shown = markup + "".join(value or "" for _, value in seen.attributes)
    assert not re.search(f"[{BIDI}\x00\ud800-\udfff]", shown)
    shown.encode()
    return seen


def passage(words: str, body: str, start: int = 0) -> Passage:
    return Passage(
        words, words, body, start, start + len(body), "comment", 3, "ar", words, words, words
    )


def exchange(words: str, body: str, status: str = "answered", **known: object) -> Exchange:
    cited = Citation(1, passage(words, body), body, 0, len(body))
    answered = status in ("answered", "partial")
    return Exchange(
        7, words, body, status, words, "ar",
        (Claim(body, 0, len(body), (1,), True),) if answered else (),
        (cited,) if answered else (),
        copied=words, hits=(Hit(passage(words, body), 1.0, 1, "dense"),), model=words,
        confidence=0.5, timings=Timings(12.0, None, 3400.0), new=True, **known,
    )  # fmt: skip


@pytest.mark.parametrize("status", ["answered", "partial", "abstained", "erased", "retrieved"])
@settings(max_examples=60, deadline=None)
@given(words=TEXT, body=SAID)
def test_no_text_of_a_turn_becomes_markup(status: str, words: str, body: str) -> None:
    one = exchange(words, body, status)
    ours(render.thread([one], "ar", ended=True))
    ours(render.exchange(one, "fr", notice=words))


@settings(max_examples=100, deadline=None)
@given(words=TEXT, body=SAID)
def test_no_text_around_it_becomes_markup(words: str, body: str) -> None:
    hit = Hit(passage(words, body), 1.0, 1, "dense")
    other = Hit(passage(words + "2", body), 1.0, 2, "dense")
    cited = Citation(1, hit.passage, body, 0, len(body))
    document = Document(
        words, body, words, words, words, words, words, words, words,
        blocks=(Block(0, 1, "links"), Block(1, len(body), "comment")),
    )  # fmt: skip
    row = DocumentRow(words, words, words, words, words, 3)
    upload = lists.Upload(words, problem=words)
    for markup in (
        render.asking(words, "ar", render.found([hit], "ar"), render.draft(words, "ar")),
        panels.sources(1, (cited,), (hit, other), {words: document}, "en", active=1),
        panels.reader(document, 1, 2, "ar"),
        lists.conversations([Conversation(words, words, words, 1)], words, 3, "ar"),
        lists.documents([row], 1, {words}, (), "ar"),
        lists.documents([row], 1, (), {words}, "ar"),
        lists.uploads([upload], "ar"),
        panels.notice(words),
    ):
        ours(markup)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_text_is_shown_as_it_is(words: str) -> None:
    kept = re.sub(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}\ud800-\udfff\ufffe\uffff]", "", words)
    assert html.unescape(text(words)).encode() == kept.encode()
    assert Seen(el("p", prose(words))).text.replace("\r", "") == kept
    assert dict(Seen(el("p", title=words)).attributes)["title"] == kept


def test_what_is_not_markup_is_escaped_on_its_way_in() -> None:
    assert join("<b>", None, Markup("<i></i>")) == "&lt;b&gt;<i></i>"
    assert el("p", "<b>", cls="a'b", data_x=True, hidden=False, title=None) == (
        '<p class="a&#x27;b" data-x>&lt;b&gt;</p>'
    )
    assert el("input", type="text") == '<input type="text">'


def test_latin_words_keep_together_in_arabic_only() -> None:
    assert prose("حسب OpenAI GPT-4 في 12/05/2024.") == (
        "حسب <bdi>OpenAI GPT-4</bdi> في <bdi>12/05/2024</bdi>."
    )
    assert prose("نوع .txt أو /tmp") == "نوع <bdi>.txt</bdi> أو <bdi>/tmp</bdi>"
    assert prose("قال.OpenAI") == "قال.<bdi>OpenAI</bdi>"
    assert prose("in 2024") == "in 2024"


@settings(max_examples=200, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=4), st.lists(TEXT, min_size=5, max_size=5), st.data())
def test_claims_stand_where_their_offsets_say(
    claims: list[str], between: list[str], data: st.DataObject
) -> None:
    """Offsets are code points, also behind 😀 and bidi marks."""
    said, spans = "", []
    for lead, words in zip(between, claims, strict=False):
        said += lead
        spans.append(Claim(words, len(said), len(said) + len(words), (1,), True))
        said += words
    said += between[-1]
    shuffled = data.draw(st.permutations(spans))
    cited = Citation(1, passage("t", "quote"), "quote", 0, 5)
    one = Exchange(3, "q", said, "answered", None, "ar", tuple(shuffled), (cited,))
    markup = render.exchange(one, "ar")
    body = re.search(r'<div class="prose-text".*?>(.*?)</div>', markup, re.DOTALL)[1]
    shown = re.findall(
        r'<span class="claim"[^>]*>(.*?)</span><bdi class="chip-place">', body, re.DOTALL
    )
    assert [Seen(Markup(part)).text.encode() for part in shown] == [
        html.unescape(text(words)).encode() for words in claims
    ]
    without_chips = re.sub(r'<bdi class="chip-place">.*?</bdi>', "", body, flags=re.DOTALL)
    assert Seen(Markup(without_chips)).text.encode() == html.unescape(text(said)).encode()
    assert body.count('data-do="cite"') == 2 * len(claims)


def answered(*claims: Claim, said: str, quotes: tuple[str, ...]) -> Exchange:
    cited = tuple(
        Citation(place, passage(f"عنوان {place}", quote), quote, 0, len(quote))
        for place, quote in enumerate(quotes, 1)
    )
    return Exchange(5, "سؤال", said, "answered", None, "ar", claims, cited)


def test_each_chip_opens_its_own_source() -> None:
    said = "بلغ العدد 5. وزاد."
    markup = render.exchange(
        answered(
            Claim("بلغ العدد 5.", 0, 12, (1, 2), True), Claim("وزاد.", 13, 18, (2,), True),
            said=said, quotes=("العدد 5", "زاد"),
        ),
        "ar",
    )  # fmt: skip
    chips = re.findall(r'class="chip"[^>]*data-turn="(\d+)" data-number="(\d+)">\[(\d)\]', markup)
    assert chips == [("5", "1", "1"), ("5", "2", "2"), ("5", "2", "2")]
    assert 'aria-label="المصدر 2: عنوان 2"' in markup


def test_what_nothing_supports_says_so_in_words() -> None:
    for lang in LANGS:
        markup = render.exchange(
            answered(Claim("قول.", 0, 4, (), False), said="قول.", quotes=("غيره",)), lang
        )
        assert strings.UNSUPPORTED.say(lang) in Seen(markup).text
        assert "chip" not in markup and 'data-do="cite"' not in markup


def test_a_citation_that_is_not_there_supports_nothing() -> None:
    """A document may have gone since; then neither chip nor quotation marks are left."""
    markup = render.exchange(
        answered(Claim("قول.", 0, 4, (3,), True), said="قول.", quotes=()), "ar"
    )
    assert strings.UNSUPPORTED.ar in markup


def test_only_the_words_of_a_source_look_like_a_quotation() -> None:
    same = render.exchange(
        answered(Claim("زاد\nالعدد", 0, 9, (1,), True), said="زاد\nالعدد", quotes=("زاد العدد",)),
        "ar",
    )
    other = render.exchange(
        answered(Claim("زاد عددهم", 0, 9, (1,), True), said="زاد عددهم", quotes=("زاد العدد",)),
        "ar",
    )
    assert "<q>" in same and "<q>" not in other


@pytest.mark.parametrize("lang", LANGS)
def test_a_refusal_says_why_and_shows_what_is_near(lang: str) -> None:
    hit = Hit(Passage("p", "d", "نص المقطع", 4, 13, title="عنوان"), 1.0, 1, "dense")
    one = Exchange(2, "q", "لم أجد.", "abstained", "not_found", "ar", (), (), hits=(hit,), new=True)
    seen = ours(render.exchange(one, lang))
    assert strings.REASONS["not_found"].say(lang) in seen.text
    assert strings.NEAREST.say(lang) in seen.text and "نص المقطع" in seen.text
    assert "chip" not in render.exchange(one, lang)
    kept = render.exchange(
        Exchange(2, "q", "لم أجد.", "abstained", "not_found", "ar", (), ()), lang
    )
    assert 'data-do="nearest"' in kept


def test_a_partial_answer_says_why() -> None:
    one = exchange("س", "قول", "partial")
    shown = render.exchange(
        Exchange(1, "س", one.text, "partial", "only_comment", "ar", one.claims, one.citations), "fr"
    )
    assert strings.REASONS["only_comment"].fr in Seen(shown).text
    unexplained = Exchange(1, "س", one.text, "partial", None, "ar", one.claims, one.citations)
    assert strings.PARTIAL.fr in Seen(render.exchange(unexplained, "fr")).text


def test_a_draft_looks_like_one_and_cites_nothing() -> None:
    markup = render.draft("بلغ [1] العدد", "ar")
    assert strings.DRAFT.ar in markup and 'class="draft"' in markup
    assert "<button" not in markup


def test_a_quote_is_marked_in_its_paragraph() -> None:
    whole = "عنوان\nقبل 😀 الكلام المقصود بعده.\nفقرة أخرى"
    start = whole.index("الكلام")
    quote = "الكلام المقصود"
    kept = Passage("p", "d", quote, start, start + len(quote))
    citation = Citation(1, kept, quote, start, start + len(quote))
    document = Document("d", whole)
    assert panels.paragraph(citation, document) == ("قبل 😀 ", quote, " بعده.")
    moved = Document("d", "x" + whole)  # the document says something else there by now
    assert panels.paragraph(citation, moved) == ("", quote, "")
    seen = Seen(panels.sources(1, (citation,), (), {"d": document}, "ar", active=1))
    assert seen.marked == [quote]
    assert ("data-focus", None) in seen.attributes


@settings(max_examples=100, deadline=None)
@given(SAID, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_whole_document_is_whole_and_marks_the_place(
    body: str, cut: int, start: int, length: int
) -> None:
    cut = min(cut, len(body))
    blocks = tuple(Block(a, b, "article") for a, b in ((0, cut), (cut, len(body))) if a < b)
    seen = Seen(panels.reader(Document("d", body, blocks=blocks), start, start + length, "ar"))
    cleaned = html.unescape(text(body))
    assert cleaned in seen.text.replace("\r", "")
    assert "".join(seen.marked) == html.unescape(text(body[start : start + length]))


def test_a_long_document_is_shown_around_the_place() -> None:
    body = "".join(f"سطر {number}\n" for number in range(60_000))
    start = body.index("سطر 30000\n")
    seen = Seen(panels.reader(Document("d", body), start, start + 9, "ar"))
    assert seen.marked == ["سطر 30000"]
    assert strings.SHORTENED.ar in seen.text and "سطر 59999" not in seen.text


def test_a_list_that_is_too_long_says_how_many_are_left() -> None:
    rows = [DocumentRow(str(n), "o", f"t{n}", "s", "", 1) for n in range(lists.MOST_ROWS + 12)]
    seen = Seen(lists.documents(rows, len(rows), (), (), "ar"))
    assert "12" in seen.text and "t200" not in seen.text


@pytest.mark.parametrize("lang", LANGS)
def test_the_header_says_its_language_and_direction(lang: str) -> None:
    attributes = dict(ours(panels.header(lang)).attributes)
    assert attributes["data-dir"] == ("rtl" if lang == "ar" else "ltr")


def test_every_sentence_is_there_in_three_languages() -> None:
    found = [(name, value) for name, value in vars(strings).items() if isinstance(value, Text)]
    for table in (strings.REASONS, strings.BAD_REASONS):
        found += table.items()
    made = (
        strings.waiting, strings.passages, strings.documents, strings.added, strings.more,
        strings.scope, strings.page_of, strings.seconds,
    )  # fmt: skip
    found += [(make.__name__, make(number)) for make in made for number in (0, 1, 2, 5, 11, 2000)]
    found += [("read_from", strings.read_from(8, 3)), ("remove_ask", strings.remove_ask("t"))]
    assert len(found) > 100
    for name, words in found:
        assert all(part.strip() for part in words), name
        assert len(set(words)) > 1 or name in ("seconds",), name


def test_reasons_are_those_of_answers_and_name_no_command() -> None:
    assert set(strings.REASONS) == set(REASONS)
    said = " ".join(part for words in strings.REASONS.values() for part in words)
    assert "rag " not in said and "--" not in said


@pytest.mark.parametrize(
    ("iso", "lang", "said"),
    [
        ("2021-12-21", "ar", "21 دجنبر 2021"), ("2023-08-01", "ar", "1 غشت 2023"),
        ("2023-07-09T10:00:00+00:00", "ar", "9 يوليوز 2023"), ("2023-05-01", "fr", "1er mai 2023"),
        ("2023-02-03", "en", "3 February 2023"), ("2023-11", "ar", "نونبر 2023"),
        ("2023", "ar", "2023"), ("", "ar", ""), ("أمس", "ar", "أمس"),
        ("2023-99-01", "fr", "2023-99-01"),
    ],
)  # fmt: skip
def test_dates_are_those_of_morocco(iso: str, lang: str, said: str) -> None:
    assert strings.date(iso, lang) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "وثيقة واحدة"), (2, "وثيقتان"), (3, "3 وثائق"), (10, "10 وثائق"), (11, "11 وثيقة"),
     (100, "100 وثيقة"), (103, "103 وثائق"), (0, "0 وثيقة")],
)  # fmt: skip
def test_arabic_counts_as_arabic_does(count: int, said: str) -> None:
    assert strings.documents(count).ar == said


def test_an_answer_of_the_assistant_is_shown_with_what_is_known_of_it() -> None:
    answer = Answer(
        "سؤال", "قول", "answered", "ary", 0.83,
        (Citation(1, passage("ع", "قول"), "قول", 0, 3),), (Claim("قول", 0, 3, (1,), True),), (),
        None, Timings(120.4, 900.0, 3400.0), model="نموذج",
    )  # fmt: skip
    seen = ours(render.exchange(render.of_answer(answer, 4, "نص"), "ar"))
    for known in ("120 ملي ثانية", "900 ملي ثانية", "3,4 ث", "نموذج", "83%"):
        assert known in seen.text
    assert ("data-copy", "نص") in seen.attributes
