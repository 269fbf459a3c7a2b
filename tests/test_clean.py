"""What is article on scraped pages: hand-made pages in three languages, notes, and properties.

In a page below every line begins with the kind it should get: A article, F furniture, C comment,
L links.
"""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.clean import blocks
from rag.schema import Block

KINDS = {"A": "article", "F": "furniture", "C": "comment", "L": "links"}
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

PAGES = {
    "arabic page with menu, tags, related, comments and form": """\
F Site icon بريد السهل | جريدة إلكترونية
F الرئيسية » مجتمع
A جماعة قروية تفتح خزانة متنقلة لأطفال المداشر
A الأحد 3 مارس 2024 - 17:20
F شارك على فيسبوك تويتر واتساب

A أعطيت صباح أمس السبت انطلاقة خزانة متنقلة تجوب ثلاثين دوارا، وتضم ألفي كتاب للأطفال واليافعين.
L اقرأ أيضا: حافلات جديدة للنقل المدرسي
A وأوضح رئيس الجمعية أن الخزانة ستزور كل دوار مرتين في الشهر، وأن الإعارة مجانية للجميع.

A كتب بثلاث لغات

A وتوزعت الكتب على العربية والأمازيغية والفرنسية، بحسب اختيارات التلاميذ أنفسهم.
A المصدر: بلاغ الجمعية
F الوسوم: خزانة، أطفال، قراءة

L مقالات ذات صلة
L • افتتاح دار الشباب بعد سنتين من الإصلاح
L • كرة السلة: فريق المدينة يصعد إلى القسم الأول
L • لماذا تغلق الخزانات أبوابها باكرا كل صيف في المدينة؟
F أسعار العملات: الأورو 10,8 دراهم - الدولار 9,9 دراهم
F تعليقان
C 1. أم من الدوار: شكرا لكم، أولادي ينتظرون الخزانة كل أسبوع.
C 2. زائر: ومتى تصل إلى جماعتنا؟
F اترك تعليقاً
F لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *
F نستخدم ملفات تعريف الارتباط لأن الموقع لا يعمل بدونها، ويمكنك رفضها من الإعدادات.
F Exit mobile version""",
    "a site's name of four words above its path": """\
F Le Courrier des Vallées
F Accueil > Société > École

A Une école de montagne ouvre sa bibliothèque le dimanche
A Lundi 4 mars 2024

A La bibliothèque de l'école restera ouverte le dimanche, grâce à douze parents volontaires.
F Partager : Facebook - WhatsApp - LinkedIn

L À lire aussi
L > Pourquoi la route du col reste-t-elle fermée depuis trois semaines ?
L > Le marché du jeudi change de place
F Tous droits réservés Le Courrier des Vallées""",
    "headlines on top, breaking news, a headline said twice": """\
L • حريق يأتي على مخزن للأعلاف قرب السوق
L   • المنتخب يجري حصة تدريبية أخيرة قبل السفر
L   • ارتفاع أثمان الطماطم في أسواق الجملة
F عاجل
A الثلاثاء 4 يونيو 2024 على الساعة 11:10

F قنطرة جديدة فوق الوادي تفتح في وجه السير

A قنطرة جديدة فوق الوادي تفتح في وجه السير

A فتحت القنطرة الجديدة في وجه السير بعد أشغال دامت سنتين، وكلفت أحد عشر مليون درهم.
A مدخلان وموقف

A وتضم القنطرة مدخلين وموقفا للدراجات، كما زودت بمصابيح تعمل بالطاقة الشمسية.""",
    "french page": """\
F Accueil > Société > Transports
A Le tramway atteindra le quartier du port en septembre
A Mardi 4 juin 2024 à 09h30 | Par Nadia Slimani
F Partager : Facebook - X - WhatsApp

A Les essais de la nouvelle ligne ont commencé lundi, avec six mois de retard sur le calendrier.
L À lire aussi : Le marché couvert rouvre après travaux
A « Les rames circuleront toutes les huit minutes », promet la directrice du réseau.
F Abonnez-vous à notre newsletter
L Sur le même sujet
L > Bus : les tarifs changent au premier juillet
L > Un parking relais de 300 places à l'entrée de la ville
F 2 commentaires
C Karim : Enfin une bonne nouvelle pour le quartier !
C Voyageuse : Et les pistes cyclables promises en 2019 ?
F Laisser un commentaire
F Votre adresse e-mail ne sera pas publiée.
F Nous utilisons des cookies afin de mesurer la fréquentation de ce site et de l'améliorer.
F © 2024 L'Estafette. Tous droits réservés.""",
    "english page": """\
F Skip to content
F Home / News / Local
A Old cinema reopens as a public library
A By Lina Haddad
A June 4, 2024 at 9:30 am
F We use cookies to give you the best experience on our website.

A The old Rif cinema opened its doors again on Monday, this time with books on its balconies.
A Two hundred seats were kept, and films will still be shown there on Friday nights.
F #libraries #cinema
F Share this article
A Source: city council
F Tags: libraries, cinema
L Related articles
L Night buses return to the seafront
L A school garden wins a national prize
F One comment
C Yassin says:
C I saw my first film there in 1978, what a joy to see it open again.
F Leave a Reply
F Your email address will not be published. Required fields are marked *
F Name *""",
    "a counter of comments under the headline starts no comments": """\
F الرئيسية / رياضة
A فريق الحي يفوز بكأس الأحياء
F 12 تعليقا
A فاز فريق الحي بكأس الأحياء بعد مباراة حسمتها ضربات الترجيح، وسط حضور جماهيري كبير.
A وقال المدرب إن الفريق استعد للمباراة شهرين كاملين، وإن الكأس هدية لسكان الحي كلهم.
A وسيمثل الفريق المدينة في بطولة الجهة التي تنطلق في الأسبوع الأول من شهر شتنبر المقبل.
F اترك ردا
F إلغاء الرد""",
    "a counter of comments at the end starts no comments": """\
A La plage sera surveillée dès le premier juin
F Accueil / Société
A Douze maîtres-nageurs surveilleront la plage dès le premier juin, deux fois plus que l'an dernier.
F 4 commentaires
A Source : commune
F Retour en haut""",
    "lines without blank lines between them": """\
F Accueil / Société
A La plage sera surveillée dès le premier juin
A Douze maîtres-nageurs surveilleront la plage dès le premier juin, deux fois plus que l'an dernier.
L Lire aussi
L Le port de pêche accueille sa première criée
L Les campings affichent complet pour juillet
A Deux nouveaux postes
A Deux postes de secours seront ajoutés au nord de la plage, où le courant est le plus fort.""",
    "a page saved as markdown": """\
F [Accueil](/) [Politique](/p)
A # La bibliothèque ouvre le dimanche
A *Publié le 3 mai 2024*

A La bibliothèque municipale ouvrira ses portes le dimanche, de dix heures à dix-huit heures.
L **À lire aussi : [Le musée ferme un mois](/m)**
A Le personnel sera renforcé par quatre agents, recrutés parmi les étudiants de la ville.

L ### Articles similaires
L - [Un café littéraire s'installe](/c)
F ### Laisser un commentaire [Annuler la réponse](/x)
F Votre adresse e-mail ne sera pas publiée.""",
    "related headlines in the middle keep the sub-heading that follows": """\
A Le barrage retrouve la moitié de son eau
F Partager cet article
A Le barrage a reçu en une semaine autant d'eau que pendant toute l'année précédente.

L Lire aussi
L La pluie attendue jusqu'à vendredi dans tout le nord

A Un répit pour les vergers

A Les agriculteurs espèrent sauver leurs vergers, dont un tiers des arbres avait séché.""",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_line_of_a_page(name: str, end: str) -> None:
    marked = [line for line in PAGES[name].split("\n")]
    text = end.join(line[2:] for line in marked)
    found = blocks(text)
    assert_covers(text, found)
    position = 0
    got, wanted = [], []
    for line in marked:
        if line:
            kind = next(b.kind for b in found if b.start <= position < b.end)
            got.append((kind, line[2:]))
            wanted.append((KINDS[line[0]], line[2:]))
        position += len(line[2:]) + len(end)
    assert got == wanted


NOTES = {
    "one word": "Isnad",
    "one line": "موعد الاجتماع غدا على الساعة العاشرة",
    "a list of short lines": "خبز\nحليب\nسكر\nزيت\nشاي",
    "a list of sections": "سياسة\nثقافة\nرياضة\nمجتمع\nاقتصاد",
    "bullets, then prose": (
        "• مراجعة الميزانية مع المحاسب\n• الاتصال بمدير المدرسة غدا\n• كراء قاعة الحفل القديمة\n\n"
        "اتفقنا في الاجتماع على أن يتكلف كل واحد منا بنقطة، وأن نلتقي يوم السبت المقبل."
    ),
    "a poem": "يا نخلة الواحة\nطال بك الوقوف\nوالريح تحكي للرمال\nما قالت السيوف",
    "markdown": (
        "# Guide\n\nInstall it first.\n\n## Comments\n\nComments start with a hash sign in this "
        "language, as they do in many.\n\n```\n# Share this\nrun --now\n```\n\n- one\n- two\n\n"
        "## See also\n\n- [the manual](manual.md)\n- the list of questions\n"
    ),
    "about cookies": (
        "Cookies: what they are\n\nMost sites tell you that they use cookies to work properly. "
        "A cookie is a small file kept by the browser.\n\nCookie settings\n\nEvery browser has a "
        "page where cookies can be seen and removed, one by one or all together.\n\n« We use "
        "cookies » is the sentence most readers see first, and read least, says the study."
    ),
    "about comments": (
        "Comments are closing\n\nThree newspapers have closed the comments under their articles "
        "this year.\n\nLeave a comment\n\nThose words invited readers to speak; few did so "
        "politely, the editors found.\n\nComments\n\nWhat readers wrote was hardly ever read by "
        "the journalists themselves, a survey says."
    ),
    "an article that is a list": (
        "عشر نصائح قبل السفر\n\n1. احجز مبكرا\n2. خذ معك نسخة من الوثائق\n3. لا تنس الدواء\n"
        "4. تفقد حالة الطقس\n5. اترك المفاتيح عند الجيران"
    ),
    "sub-headings and a source": (
        "افتتاح السوق\n\nفتح السوق أبوابه يوم الأحد أمام الزوار، بعد إصلاح دام سنة كاملة.\n\n"
        "عودة الباعة\n\nوعاد الباعة إلى محلاتهم القديمة فرحين بما رأوه من إصلاح وتنظيم.\n\n"
        "المصدر: وكالة"
    ),
    "hard-wrapped": (
        "The committee met on Tuesday in the old town hall to discuss the\nbudget of the coming "
        "year, which is smaller than the last one by a\ntenth. Nobody voted against it."
    ),
    "furniture alone": "اترك تعليقاً\nلن يتم نشر عنوان بريدك الإلكتروني",
}


@pytest.mark.parametrize(
    "heading",
    ["التعليقات", "تعليقات الزوار", "تعليقات الزوار (2)", "التعاليق (3)", "تعاليق", "آراء القراء",
     "ردود القراء", "Commentaires", "Commentaires (1)", "3 تعليقات"],
)  # fmt: skip
def test_headings_of_comments(heading: str) -> None:
    article = "فتح السوق الجديد أبوابه يوم الأحد أمام الزوار، بعد إصلاح دام سنة كاملة في المدينة."
    said = "زائر من فاس: خبر جميل، ومتى يفتح السوق الآخر؟"
    text = f"افتتاح السوق\n\n{article}\n\nشارك المقال\n\n{heading}\n{said}\n"
    last = blocks(text)[-1]
    assert (last.kind, text[last.start : last.end].strip()) == ("comment", said)


@pytest.mark.parametrize("name", NOTES)
def test_what_is_no_page_is_article(name: str) -> None:
    text = NOTES[name]
    assert blocks(text) == (Block(0, len(text), "article"),)


def test_byte_order_mark_is_furniture_and_counted() -> None:
    assert blocks("\ufeffنص قصير") == (Block(0, 1, "furniture"), Block(1, 8, "article"))
    assert blocks("\ufeff") == (Block(0, 1, "furniture"),)


def test_empty_text_has_no_blocks() -> None:
    assert blocks("") == ()
    assert blocks(" \n") == (Block(0, 2, "article"),)


def assert_covers(text: str, found: tuple[Block, ...]) -> None:
    assert "".join(text[b.start : b.end] for b in found) == text
    assert all(a.end == b.start and a.kind != b.kind for a, b in pairwise(found))
    assert all(b.start < b.end for b in found)
    assert (found[0].start, found[-1].end) == (0, len(text)) if text else found == ()


ODD = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", " ", "\xa0", "\ufeff", ""])
PAGE_LINES = st.sampled_from([line[2:] for page in PAGES.values() for line in page.split("\n")])


@given(st.lists(st.tuples(st.text(max_size=30) | PAGE_LINES, ODD), max_size=40))
def test_blocks_cover_any_text_exactly(parts: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in parts)
    found = blocks(text)
    assert_covers(text, found)
    if text.strip("\ufeff").strip():
        assert any(b.kind == "article" and text[b.start : b.end].strip() for b in found)


WORDS = st.sampled_from(
    "the council met again yesterday السوق الجديد فتح أبوابه للزوار la ville".split()
)
PROSE = st.lists(WORDS, min_size=12, max_size=24).map(lambda words: " ".join(words) + ".")


@given(st.lists(PROSE, min_size=1, max_size=6), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_prose_is_always_article(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    assert blocks(text) == (Block(0, len(text), "article"),)


@given(st.lists(PROSE, min_size=1, max_size=4))
def test_prose_between_furniture_is_article(paragraphs: list[str]) -> None:
    body = "\n\n".join(paragraphs)
    page = f"Site icon X\n\n{body}\n\nExit mobile version"
    found = blocks(page)
    assert [b.kind for b in found] == ["furniture", "article", "furniture"]
    assert page[found[1].start : found[1].end].strip() == body


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 200_000,
        "a" * 1_000_000,
        ": " * 200_000,
        "التعليقات\n" * 10_000,
        "3 تعليقات\nنص\n" * 5_000,
        "• س\n" * 10_000,
        "اقرأ أيضا\n" * 10_000,
        "Site icon\n" + "x y\n" * 10_000,
    ],
)
def test_time_is_linear(text: str) -> None:
    start = time.perf_counter()
    assert_covers(text, blocks(text))
    assert time.perf_counter() - start < 5  # 0.2 s here; a quadratic pass takes minutes


REAL = {  # number of the page: its kinds in order, and how many of its lines are article
    "000": (["furniture", "article", "furniture"], 13),
    "001": (["article"], 18),
    "002": (["article", "furniture", "links", "furniture", "comment", "furniture"], 17),
    "003": (["furniture", "article", "furniture"], 11),
    "004": (["links", "furniture", "article", "furniture", "article"], 16),
}


@pytest.mark.parametrize("number", REAL)
def test_real_pages(number: str) -> None:
    pages = sorted(CORPUS.glob(f"{number}_*.txt"))
    if not pages:
        pytest.skip("the five real pages are not beside the project (../shared/corpus)")
    text = pages[0].read_bytes().decode("utf-8")
    found = blocks(text)
    assert_covers(text, found)
    kinds, lines = REAL[number]
    assert [b.kind for b in found] == kinds
    article = "".join(text[b.start : b.end] for b in found if b.kind == "article")
    assert sum(bool(line.strip()) for line in article.split("\n")) == lines
