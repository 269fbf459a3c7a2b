"""What a question supposes or asks for, and what the sources do not bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag import phrases
from rag.evidence import Evidence
from rag.premises import cannot_answer, names_nobody, opening, shortfall
from rag.question import understand
from rag.schema import Passage

ROSE = "وفي المقابل ارتفع عدد العارضين إلى 203 عارضين يمثلون واحدا وعشرين بلدا."
FELL = "استقطب المعرض 97 ألف زائر، أي أقل من السنة الماضية، بسبب الأمطار."
WON = "حقق فريق شباب المرسى فوزا ثمينا على ضيفه اتحاد الواحة بثلاثة أهداف."
ROSE_FR = "Le nombre de visiteurs a augmenté en 2024, selon les organisateurs."
REASON = "وعزت الجمعية ذلك إلى الأمطار الغزيرة."
PLAIN = "وبلغ عدد العارضين 145 عارضا من جهات المملكة."


def item(
    text: str, doc_id: str = "a", agreement: float = 0.0, kind: str = "article", **known: str
) -> Evidence:
    passage = Passage(f"{doc_id}:{text}", doc_id, text, 0, len(text), kind=kind, **known)
    return Evidence(passage, text, 0, len(text), 0.5, 0.8, 1.0, agreement, 0.5)


def kind_of(question: str, *evidence: Evidence) -> str | None:
    found = shortfall(understand(question), evidence)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("كيف يفسر المنظمون تراجع عدد العارضين؟", ROSE),
        ("شحال نقص عدد العارضين؟", ROSE),
        ("ما أسباب هزيمة شباب المرسى أمام اتحاد الواحة؟", WON),
        ("Pourquoi la baisse du nombre de visiteurs en 2024 ?", ROSE_FR),
    ],
)
def test_the_opposite_of_what_is_supposed_comes_first(question: str, text: str) -> None:
    found = shortfall(understand(question), [item(REASON), item(text)])
    assert found is not None
    assert found.kind == "contradicted"
    assert [e.text for e in found.evidence] == [text, REASON]


@pytest.mark.parametrize(
    "question",
    [
        "كيف يفسر المنظمون ارتفاع عدد العارضين؟",  # what the page says
        "كيف يفسر المنظمون تراجع عدد الزوار؟",  # of something else
        "هل ارتفع عدد العارضين أم تراجع عدد العارضين؟",  # both are asked
        "لماذا لم يتراجع عدد العارضين؟",
        "كم بلغ عدد العارضين؟",
    ],
)
def test_only_the_opposite_contradicts(question: str) -> None:
    assert kind_of(question, item(ROSE), item(REASON)) is None


def test_who_was_beaten_lost() -> None:
    question = "كم كانت نتيجة هزيمة اتحاد الواحة أمام شباب المرسى؟"
    assert kind_of(question, item(WON)) is None


def test_a_page_that_says_both_contradicts_nothing() -> None:
    both = [item(ROSE), item("لكن تراجع عدد العارضين الأجانب بسبب السفر.")]
    assert kind_of("كيف يفسر المنظمون تراجع عدد العارضين؟", *both) is None


def test_neither_a_comment_nor_another_page_contradicts() -> None:
    question = "كيف يفسر المنظمون تراجع عدد العارضين؟"
    for other in (item(ROSE, kind="comment"), item(ROSE, doc_id="b")):
        assert kind_of(question, item(REASON), other) is None


def test_another_number_of_what_is_counted() -> None:
    asked = "لماذا حضر 200 عارض فقط؟"
    assert kind_of(asked, item(PLAIN), item(REASON)) == "contradicted"
    assert kind_of(asked.replace("200", "145"), item(PLAIN), item(REASON)) is None
    # A page has many sums of money; and without "why" the number may only describe.
    paid = item("بلغت الميزانية 300 درهم بسبب الدعم.")
    assert kind_of("لماذا دفع المعرض 200 درهم؟", paid) is None
    assert kind_of("من افتتح معرض 200 عارض؟", item(PLAIN)) is None


def test_another_time_is_said_without_a_number_that_no_quote_has() -> None:
    best = item(PLAIN, agreement=-1.0, title="معرض 2023", date="2023-08-14")
    found = shortfall(understand("كم عارضا شارك سنة 2024؟"), [best, item(REASON, doc_id="b")])
    assert found is not None
    assert (found.kind, found.evidence) == ("other_time", [best])
    for language in ("ar", "fr", "en"):
        assert opening(found, language) == phrases.OTHER_TIME[language]
        assert not any(char.isdigit() for char in opening(found, language))


@pytest.mark.parametrize(
    "question",
    ["لماذا أقيم المعرض في الساحة؟", "علاش دارو المعرض فالساحة؟", "ما سبب إقامة المعرض هناك؟",
     "Pourquoi le salon a-t-il lieu ici ?", "Why was the fair held here?", "3lach l ma3rad hna?"],
)  # fmt: skip
def test_no_reason_where_one_is_asked_for(question: str) -> None:
    assert kind_of(question, item(PLAIN)) == "no_reason"
    for reason in (
        REASON, "أقيم هناك لأن القاعة مغلقة.", "دارو حيت ما كاينش القاعة.",
        "اختيرت الساحة لتفادي الزحام.",
        "Il y a lieu parce que la salle est fermée.", "It was held there because of works.",
    ):  # fmt: skip
        assert kind_of(question, item(PLAIN), item(reason)) is None


@pytest.mark.parametrize(
    "question", ["أين أقيم المعرض ولماذا؟", "Combien d'exposants et pourquoi ?"]
)
def test_the_second_of_two_things_asked(question: str) -> None:
    assert kind_of(question, item(PLAIN)) == "part_missing"
    assert kind_of(question, item(PLAIN), item(REASON)) is None


def test_a_part_wants_its_kind() -> None:
    where = item("أقيم المعرض في ساحة المدينة القديمة.")
    assert kind_of("أين أقيم المعرض، وكم عدد العارضين؟", where) == "part_missing"
    assert kind_of("أين أقيم المعرض، وكم عدد العارضين؟", where, item(PLAIN)) is None
    assert kind_of("أين أقيم المعرض، ومتى افتتح؟", where) == "part_missing"
    assert kind_of("أين أقيم المعرض، ومتى افتتح؟", where, item("افتتح في 4 غشت 2023.")) is None
    assert kind_of("وكم عدد العارضين؟", where) is None  # one thing only


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_phrase_leads_to_what_follows(language: str) -> None:
    for question, text in (
        ("لماذا أقيم المعرض؟", PLAIN), ("أين أقيم ولماذا؟", PLAIN),
        ("لماذا تراجع عدد العارضين؟", ROSE),
    ):  # fmt: skip
        found = shortfall(understand(question), [item(text)])
        assert found is not None
        assert opening(found, language).endswith(":")


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("كم مبلغ مداخيل المعرض؟", "بلغت ميزانية المعرض 2 مليون درهم.", "other_amount"),
        ("Quel est le prix du billet ?", "تجاوز رقم المعاملات 3 ملايين درهم.", "other_amount"),
        ("كم مبلغ مداخيل المعرض؟", "بلغت مداخيل المعرض 2 مليون درهم.", None),
        ("كم مبلغ مداخيل المعرض؟", "جمع المعرض 2 مليون درهم.", None),
        ("كم مبلغ مداخيل المعرض؟", "تحدث المدير عن الميزانية.", None),
        ("كم عدد زوار المعرض؟", "بلغت ميزانية المعرض 2 مليون درهم.", None),
    ],
)
def test_another_sort_of_amount(question: str, text: str, kind: str | None) -> None:
    assert kind_of(question, item(text)) == kind
    if kind:
        found = shortfall(understand(question), [item(text)])
        assert found is not None
        assert opening(found, "en") == phrases.OTHER_AMOUNT["en"]
        assert kind_of(question, item(text), item("والمبلغ 5 دراهم.")) is None


def test_who_holds_an_office_is_nobody_where_no_person_is_named() -> None:
    asked = understand("من هو عمدة مدينة وجدة؟")
    school = item("أنجز المشروع بشراكة مع المدرسة العليا للمعلوميات بالمدينة.")
    assert names_nobody(asked, [school])
    assert not names_nobody(asked, [school, item("وقال عمدة المدينة إنه انطلق.")])
    speaks = replace(item("وقال محمد بنعلي إنه انطلق."), share=0.01)
    assert names_nobody(asked, [school, speaks])  # who speaks elsewhere may be anybody
    assert not names_nobody(asked, [speaks, school])
    leader = item("وقالت رئيسة الجمعية إنه انطلق.")
    for question in ("من يرأس الجمعية؟", "Qui préside l'association ?", "Who chairs it?"):
        assert names_nobody(understand(question), [school])
        assert not names_nobody(understand(question), [school, leader])
    assert names_nobody(understand("Who is the US ambassador to Morocco?"), [school])
    assert not names_nobody(understand("من أنجز المشروع بوجدة؟"), [school])


@pytest.mark.parametrize(
    ("question", "texts", "cannot"),
    [
        ("ما ميزانية المديرية سنة 2024؟", ["تعتزم المديرية سنة 2024 تقوية التعاون."], True),
        ("ما ميزانية المديرية؟", ["كلف ذلك 20 درهما."], False),
        ("كم عدد الموظفين؟", ["تعمل المديرية على تحديث بنياتها."], True),
        ("كم عدد الموظفين؟", ["يعمل بالمديرية موظفان."], False),
        ("كم عدد الموظفين؟", ["يعمل بالمديرية موظف واحد."], False),
        ("How many were hurt?", ["ولم يصب أحد بأذى."], False),
        ("ما ثمن التذكرة؟", ["الدخول مجاني للجميع."], False),
        ("ما نسبة الملء؟", ["بلغ المخزون مستوى ضعيفا."], True),
        ("ما نسبة الملء؟", ["امتلأ نصف السدود."], False),
        ("متى تأسست؟", ["تعمل المديرية على تحديث بنياتها."], True),
        ("متى تأسست؟", ["تعمل على تحديث بنياتها.", "وتأسست سنة 1956."], False),
        ("متى تأسست؟", ["تعمل المديرية منذ عقود على تحديث بنياتها."], False),
        ("كم عمر المدير؟", ["يعمل المدير على تحديث البنيات منذ 3 أشهر."], False),
        ("كم عمر المدير؟", ["عين المدير بقرار رقم 12."], True),
        ("كم عمر المدير؟", ["المدير من مواليد 1970 بتازة."], False),
        ("كم عمر المدير؟", ["المدير، البالغ من العمر 40، من تازة."], False),
        ("How long did it last?", ["دام الإضراب 11 يوما."], False),
        ("How old was the victim?", ["The victim, 34, died."], False),
        ("كم سجل عمر؟", ["سجل هدفا واحدا."], False),  # a name
        ("كم كمية السمك التي صودرت؟", ["صودرت 3 أطنان."], False),  # fish
        ("ما سبب طول الانتظار؟", ["قلة الأطباء."], False),
        ("How high is unemployment?", ["بلغت 13,3 في المائة."], False),
        ("كم دام الإضراب؟", ["دام الإضراب يومين كاملين."], False),
        ("Which companies are exempt?", ["تعفى المقاولات الصغرى."], False),
        ("ما هي قناة السويس؟", ["ممر مائي في مصر."], False),
        ("من هي الشركة التي مولت المحطة؟", ["مول البنك الدولي المحطة."], False),
        ("Which company built it?", ["Alstom built the line."], False),
        ("بكم فاز الوداد؟", ["فاز الوداد بهدفين."], False),
        ("Combien de personnes ont reçu une amende ?", ["Douze personnes l'ont reçue."], False),
        ("بشحال التذكرة؟", ["التذكرة بدرهمين."], False),
        ("ما معدل الخصوبة؟", ["بلغ 1,97 طفل لكل امرأة."], False),
        ("متى يعوض الأجير؟", ["في حالة الفصل التعسفي."], False),
        ("How long did it last?", ["شارك في الإضراب 430 عاملة."], True),
        ("كم طول الجسر؟", ["يبلغ طول الجسر 420 مترا."], False),
        ("كم طول الجسر؟", ["كلف الجسر 3 ملايين."], True),
        ("كم عدد المشاركين على طول الشاطئ؟", ["شارك 780 متطوعا."], False),
        ("ما نسبة ارتفاع الأسعار؟", ["ارتفعت بنسبة 3 في المائة."], False),
        ("ما اسم الشركة التي ستبني السد؟", ["سيبنى السد قرب بني ملال."], True),
        ("ما اسم الشركة التي ستبني السد؟", ["أفلست المقاولة الأولى."], True),
        ("ما اسم الشركة التي ستبني السد؟", ["تتكلف شركة العمران بالأشغال."], False),
        ("Which company builds it?", ["تتكلف «تيزي» بالأشغال."], False),
        ("Which company builds it?", ["The works were given to Atlas Build."], False),
        ("Quel client a annulé ?", ["Lundi, un client allemand a annulé."], True),
        ("ماذا تعمل المديرية؟", ["تعمل المديرية على تحديث بنياتها."], False),
    ],
)
def test_an_amount_needs_an_amount(question: str, texts: list[str], cannot: bool) -> None:
    assert cannot_answer(understand(question), [item(text) for text in texts]) is cannot
