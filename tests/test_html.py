"""Web pages: the visible text, what of it is the article, and metadata that is never guessed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.html import Page, read_page, visible_text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("<p>a <b>bold</b> word</p>", "a bold word"),
        ("<p>un<b>brok</b>en</p>", "unbroken"),
        ("<p>a<b> b</b>c</p>", "a bc"),
        ("<p>  many \n\t spaces  </p>", "many spaces"),
        ("<p>line<br>break</p>", "line\nbreak"),
        ("<p>verse<br><br>verse</p>", "verse\n\nverse"),
        ("<p>line <br> break</p>", "line\nbreak"),
        ("<ul><li>one<li>two</ul>after", "one\ntwo\n\nafter"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td>a</td> <td>b</td></tr></table>", "a\tb"),
        ("<p>&laquo;&nbsp;prix&nbsp;&raquo; &amp; co &#1605;</p>", "«\xa0prix\xa0» & co م"),
        ("<p>كِتَابٌ</p>", "كِتَابٌ"),
        ("<title>t</title><p>seen</p>", "seen"),
        ("<script>x()</script><style>p{}</style><p>seen</p><noscript>no</noscript>", "seen"),
        ("<p>a<script>x()</script>b</p>", "ab"),
        ("<p>a<!-- hidden -->b</p>", "ab"),
        ("<p>a<span hidden>x</span>b</p>", "ab"),
        ("<p>a</p><div style='color:red; DISPLAY : none'><p>x</p></div><p>b</p>", "a\n\nb"),
        ("<template><p>x</p></template>b", "b"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ("<div><div><div>deep</div></div></div>", "deep"),
        ("<p>never closed <b>bold <p>next</i></div>", "never closed bold\n\nnext"),
        ("plain text, no tag", "plain text, no tag"),
        ("<html><body></body></html>", ""),
        ("", ""),
        ("   ", ""),
        ("<?xml version='1.0' encoding='latin-1'?><html><body><p>é</p></body></html>", "é"),
        ("<p>a\0b</p>", "ab"),
        ("<svg><title>icon</title></svg><p>b</p>", "b"),
        ("<p>a<wbr>b</p>", "ab"),
        ("<dl><dt>t<dd>d</dl>", "t\nd"),
    ],
)
def test_visible_text(html: str, expected: str) -> None:
    assert visible_text(html) == expected


def test_very_deep_and_very_long_pages_survive() -> None:
    assert visible_text("<div>" * 500 + "x" + "</div>" * 500) == "x"
    long = "word " * 200_000
    assert visible_text(f"<p>{long}</p>") == long.strip()


ARABIC = """<!DOCTYPE html><html lang="ar"><head><title>خزانة متنقلة - بريد السهل</title>
<meta property="og:title" content="خزانة متنقلة تجوب ثلاثين دوارا">
<meta property="og:site_name" content="بريد السهل">
<meta property="article:published_time" content="2024-03-03T17:20:00+01:00">
<link rel="canonical" href="https://barid-assahl.example/42"></head><body>
<header><a href="/">بريد السهل</a></header>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>
<div class="path"><a href="/">الرئيسية</a> / خزانة متنقلة تجوب ثلاثين دوارا</div>
<main><article><h1>خزانة متنقلة تجوب ثلاثين دوارا</h1>
<div class="meta">الأحد 3 مارس 2024 - 17:20</div>
<div class="share">شارك على <a href="#">فيسبوك</a> <a href="#">واتساب</a></div>
<p>أعطيت صباح أمس السبت انطلاقة خزانة متنقلة تجوب ثلاثين دوارا، وتضم <b>ألفي</b> كتاب للأطفال
واليافعين، اختارتها لجنة من المعلمين والتلاميذ.</p>
<p><a href="/x">اقرأ أيضا: حافلات جديدة للنقل المدرسي في الجماعة</a></p>
<h2>كتب بثلاث لغات</h2>
<p>وتوزعت الكتب على العربية والأمازيغية والفرنسية، بحسب اختيارات التلاميذ أنفسهم، وستجدد كل سنة.</p>
<table><tr><th>اللغة</th><th>العدد</th></tr><tr><td>العربية</td><td>1200</td></tr></table>
<p>وقال رئيس الجمعية إن الخزانة ستزور كل دوار مرتين في الشهر، وإن الإعارة مجانية للجميع.</p>
</article>
<aside><h3>مقالات ذات صلة</h3><ul><li><a href="/a">افتتاح دار الشباب بعد سنتين من الإصلاح</a></li>
<li><a href="/b">فريق المدينة يصعد إلى القسم الأول من البطولة</a></li></ul></aside>
<section id="comments"><h3>تعليقان</h3><ol class="comment-list">
<li><p>أولادي ينتظرون الخزانة كل أسبوع، شكرا لكم جميعا.</p></li>
<li><p>ومتى تصل الخزانة إلى جماعتنا البعيدة؟</p></li></ol>
<h3>اترك تعليقاً</h3><form><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></form><label>الاسم *</label>
</section></main>
<footer>جميع الحقوق محفوظة © بريد السهل</footer></body></html>"""


def kind_of(page: Page, words: str, last: bool = False) -> str:
    at = page.text.rindex(words) if last else page.text.index(words)
    return next(b.kind for b in page.blocks if b.start <= at < b.end)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("الأحد 3 مارس", "article"),
        ("أعطيت صباح", "article"),
        ("ألفي", "article"),
        ("كتب بثلاث لغات", "article"),
        ("وتوزعت الكتب", "article"),
        ("1200", "article"),
        ("وقال رئيس الجمعية", "article"),
        ("سياسة", "links"),
        ("حافلات جديدة", "links"),
        ("افتتاح دار الشباب", "links"),
        ("فريق المدينة", "links"),
        ("أولادي ينتظرون", "comment"),
        ("ومتى تصل الخزانة", "comment"),
        ("شارك على", "furniture"),
        ("اترك تعليقاً", "furniture"),
        ("الاسم *", "furniture"),
        ("لن يتم نشر", "furniture"),
        ("جميع الحقوق", "furniture"),
    ],
)
def test_what_is_what_on_a_page(words: str, kind: str) -> None:
    assert kind_of(read_page(ARABIC), words) == kind


def test_the_headline_is_article_where_it_heads_the_story() -> None:
    page = read_page(ARABIC)
    assert kind_of(page, "خزانة متنقلة تجوب ثلاثين دوارا\n", last=True) == "article"
    assert kind_of(page, "خزانة متنقلة تجوب") == "furniture"  # in the page's path


def test_metadata_of_a_page() -> None:
    page = read_page(ARABIC)
    assert page.title == "خزانة متنقلة تجوب ثلاثين دوارا"
    assert page.date == "2024-03-03"
    assert page.site == "بريد السهل"
    assert page.url == "https://barid-assahl.example/42"
    assert page.author == ""


FRENCH = """<html><body><div id="menu"><a href="/">Accueil</a> <a href="/s">Sports</a></div>
<div id="content"><h1>Le tramway atteindra le port en septembre</h1>
<p class="date">Mardi 4 juin 2024 à 09h30</p>
<p>Les essais de la nouvelle ligne ont commencé lundi, avec six mois de retard sur le calendrier
annoncé par la commune, qui invoque la découverte de canalisations anciennes sous l'avenue.</p>
<p>« Les rames circuleront toutes les huit minutes », promet la directrice du réseau, qui espère
transporter quarante mille voyageurs par jour d'ici la fin de l'année prochaine.</p></div>
<div class="related"><h3>À lire aussi</h3><p><a href="/1">Les tarifs changent</a></p></div>
<div class="cookie">Nous utilisons des cookies. <button>Tout accepter</button></div></body>"""


def test_a_page_without_metadata() -> None:
    page = read_page(FRENCH)
    assert page.title == "Le tramway atteindra le port en septembre"
    assert page.date == "2024-06-04"
    assert kind_of(page, "Les essais") == kind_of(page, "« Les rames") == "article"
    assert kind_of(page, "Le tramway") == kind_of(page, "Mardi 4 juin") == "article"
    assert kind_of(page, "Les tarifs") == kind_of(page, "Accueil") == "links"
    assert kind_of(page, "Nous utilisons") == kind_of(page, "Tout accepter") == "furniture"


@pytest.mark.parametrize(
    "html",
    [
        "<p>جملة واحدة فقط.</p>",
        "<h1>قائمة</h1><ul><li>خبز</li><li>حليب</li></ul>",
        "<h1>Minutes</h1><p>We met. We agreed.</p><h2>Next</h2><p>Monday.</p>",
        "just words",
        '<p>A note with <a href="x">a link</a> in it.</p>',
    ],
)
def test_a_plain_document_is_article_from_end_to_end(html: str) -> None:
    page = read_page(html)
    assert [(b.start, b.end, b.kind) for b in page.blocks] == [(0, len(page.text), "article")]


def test_a_page_with_nothing_to_see() -> None:
    assert read_page("<script>x</script>") == Page("", ())
    assert read_page("") == Page("", ())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta itemprop="datePublished" content="2022-05-01">', "2022-05-01"),
        ('<meta name="DC.date" content="1 mai 2022">', "2022-05-01"),
        (
            '<script type="application/ld+json">{"datePublished": "2022-05-01"}</script>',
            "2022-05-01",
        ),
        ('<meta name="date" content="soon">', ""),
        ("", ""),
    ],
)
def test_dates_a_page_declares(head: str, expected: str) -> None:
    body = "<p>The council met on 3 June 2019 and agreed on the new plan for the old harbour.</p>"
    page = read_page(f"<html><head>{head}</head><body>{body * 3}<p>© 2015</p></body></html>")
    assert page.date == expected


def test_time_element_gives_the_date() -> None:
    page = read_page('<p><time datetime="2022-05-01T10:00">May</time></p><p>Some words here.</p>')
    assert page.date == "2022-05-01"


TAGS = st.sampled_from(
    "<p> </p> <div> </div> <a href='x'> </a> <h1> <li> <br> <table><tr><td> <pre> </pre> <nav> "
    "<div class=comments> </nav> <!-- --> <b> </b> <script> </script> & &amp; < > \n".split(" ")
)
SOUP = st.lists(TAGS | st.text(max_size=12) | st.just("نص طويل من عدة كلمات هنا."), max_size=30)


@given(SOUP.map("".join))
def test_any_soup_is_covered(html: str) -> None:
    page = read_page(html)
    assert "".join(page.text[b.start : b.end] for b in page.blocks) == page.text
    assert all(a.end == b.start and a.kind != b.kind for a, b in pairwise(page.blocks))
    assert page.text == visible_text(html) or not page.text.strip()
