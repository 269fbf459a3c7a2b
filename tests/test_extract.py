"""Answers without a language model: which sentences of the sources are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rag import phrases
from rag.evidence import Evidence
from rag.extract import extract
from rag.question import understand
from rag.schema import Passage
from rag.sentences import sentences

ASKED = understand("من افتتح معرض سبو؟")
OPENED = "افتتح وزير الثقافة معرض سبو للكتاب."
CLOSED = "واختتم المعرض بحفل موسيقي كبير أمس."
RAIN = "تساقطت أمطار غزيرة شمال المملكة أمس."


def page(*lines: str, doc_id: str = "a", title: str = "", kind: str = "article") -> Passage:
    text = "\n".join(lines)
    return Passage(f"{doc_id}:0", doc_id, text, 0, len(text), kind=kind, title=title)


def item(passage: Passage, text: str, share: float, agreement: float = 0.0) -> Evidence:
    start = passage.text.index(text)
    return Evidence(
        passage, text, start, start + len(text), 0.5, 0.8, 1.0, agreement=agreement, share=share
    )


def shown(*evidence: Evidence, asked: str = ASKED.text) -> list[str]:
    return [claim.text for claim in extract(understand(asked), evidence).claims]


@pytest.mark.parametrize(
    ("asked", "language"),
    [(ASKED.text, "ar"), ("شكون حل المعرض؟", "ar"), ("chkoun 7el lma3rad?", "ar"),
     ("Qui a ouvert le salon ?", "fr"), ("Who opened the fair?", "en")],
)  # fmt: skip
def test_verbatim_behind_a_phrase_in_the_language_of_the_question(
    asked: str, language: str
) -> None:
    cited = extract(understand(asked), [item(page(RAIN, OPENED), OPENED, 1.0)])
    lead = phrases.QUOTED.get((language, "ar"), phrases.ACCORDING_TO[language])
    assert cited.text == f"{lead} {OPENED}"
    (claim,), (citation,) = cited.claims, cited.citations
    assert (claim.text, claim.citations, claim.supported) == (OPENED, (1,), True)
    assert (citation.quote, citation.start) == (OPENED, len(RAIN) + 1)


def test_that_a_quote_is_in_another_language_is_said_in_that_of_the_question() -> None:
    french = "Le ministre de la Culture a ouvert le salon du livre."

    def lead(question: str, sentence: str) -> str:
        cited = extract(understand(question), [item(page(sentence), sentence, 1.0)])
        return cited.text.removesuffix(f" {sentence}")

    assert lead("Who opened the fair?", OPENED) == phrases.QUOTED["en", "ar"]
    assert lead(ASKED.text, french) == phrases.QUOTED["ar", "fr"]
    assert lead("Qui a ouvert le salon ?", french) == phrases.ACCORDING_TO["fr"]


@pytest.mark.parametrize(("share", "is_shown"), [(0.1, True), (0.099, False)])
def test_what_is_a_fifth_as_likely_is_shown_too(share: float, is_shown: bool) -> None:
    fair = page(OPENED, CLOSED)
    found = shown(item(fair, OPENED, 0.5), item(fair, CLOSED, share))
    assert found == [OPENED, CLOSED][: 1 + is_shown]


def test_three_at_most_best_first() -> None:
    lines = [f"جملة {word} فيها كلمات كثيرة جدا." for word in "أولى ثانية ثالثة رابعة".split()]
    fair = page(*lines)
    assert shown(*(item(fair, line, 0.25) for line in reversed(lines))) == lines[:0:-1]


def test_the_same_words_are_shown_once() -> None:
    marked = "افتتح وَزِيرُ الثقافة معرض سبـو للكتاب."
    pages = [page(OPENED), page(marked, doc_id="b"), page(CLOSED, doc_id="c")]
    again = page(CLOSED, doc_id="d")
    texts = [OPENED, marked, CLOSED, CLOSED]
    found = [item(p, text, 0.25) for p, text in zip([*pages, again], texts, strict=True)]
    assert shown(*found) == [OPENED, CLOSED]


@pytest.mark.parametrize(
    ("passage", "text", "agreement"),
    [
        (page(CLOSED, title=CLOSED), CLOSED, 0),
        (page("الرباط في 12 ماي 2023"), "الرباط في 12 ماي 2023", 0),
        (page("افتتح المعرض أمس."), "افتتح المعرض أمس.", 0),
        (page(CLOSED, kind="comment"), CLOSED, 0),
        (page(CLOSED), CLOSED, -1),
    ],
)  # fmt: skip
def test_what_adds_nothing(passage: Passage, text: str, agreement: float) -> None:
    """Headlines, datelines, fragments, what readers say, another year."""
    best = item(page(RAIN, doc_id="b"), RAIN, 0.5)
    assert shown(best, item(passage, text, 0.5, agreement)) == [RAIN]


LIST = ["وفاز بالجوائز كل من:", "أحمد عن الرواية؛", "سارة عن الشعر؛", "ليلى عن النقد.", CLOSED]


@pytest.mark.parametrize("best", [0, 1, 3])
def test_a_list_is_shown_with_what_announces_it(best: int) -> None:
    prizes = page(*LIST)
    others = [item(prizes, line, 0.1) for line in LIST if line != LIST[best]]
    found = extract(ASKED, [item(prizes, LIST[best], 0.6), *others])
    assert [claim.text for claim in found.claims] == LIST[:4]
    assert [citation.quote for citation in found.citations] == LIST[:4]


MEASURES = ["أربعة إجراءات مقترحة", "خفض ضغط الماء ليلا؛", "إغلاق الحمامات؛"]
MEASURES += ["وإصلاح التسربات التي تضيع ربع المياه."]


@pytest.mark.parametrize("best", [0, 1, 3])
def test_a_heading_announces_what_ends_in_semicolons(best: int) -> None:
    proposed = page(CLOSED, *MEASURES, RAIN)
    others = [item(proposed, line, 0.02) for line in (CLOSED, *MEASURES, RAIN)]
    others.remove(item(proposed, MEASURES[best], 0.02))
    assert shown(item(proposed, MEASURES[best], 0.6), *others) == MEASURES


def test_a_list_stands_whole_beside_a_likelier_sentence() -> None:
    proposed = page(*MEASURES)
    lines = [item(proposed, line, 0.02) for line in MEASURES[:2]]
    likely = item(proposed, MEASURES[3], 0.3)
    cut = item(proposed, MEASURES[2], 0.02)
    best = item(page(OPENED, doc_id="b"), OPENED, 0.5)
    assert shown(best, likely, *lines, cut) == [OPENED, *MEASURES]


def split(passage: Passage, shares: Sequence[float]) -> list[Evidence]:
    """The sentences of a page as the product cuts them."""
    spans = sentences(passage.text)
    texts = [passage.text[start:end] for start, end in spans]
    return [item(passage, text, share) for text, share in zip(texts, shares, strict=True)]


@pytest.mark.parametrize("stop", [".", ""])
def test_lines_with_marks_are_items(stop: str) -> None:
    lines = [f"- {name} عن فئة من الفئات{stop}" for name in ("أحمد", "سارة", "ليلى")]
    prizes = page("وفاز بالجوائز كل من:", *lines, CLOSED)
    assert shown(*split(prizes, (0.6, 0.1, 0.1, 0.1, 0.1))) == ["وفاز بالجوائز كل من:", *lines]


def test_paragraphs_behind_a_colon_are_no_items() -> None:
    said = page("وقال الوزير للصحافة أمس:", OPENED, CLOSED, RAIN)
    assert shown(*split(said, (0.6, 0.1, 0.1, 0.1))) == ["وقال الوزير للصحافة أمس:", OPENED]


def test_a_list_of_more_than_twelve_is_not_shown() -> None:
    lines = ["الفائزون هم:", *(f"الفائز رقم {number}؛" for number in range(13)), CLOSED]
    winners = page(*lines)
    best, *others = (item(winners, line, 0.05) for line in lines)
    assert len(shown(best, *others)) <= 3


def test_a_sentence_after_the_list_is_no_item() -> None:
    prizes = page(*LIST)
    assert shown(*(item(prizes, line, 0.2) for line in [CLOSED, *LIST[:4]]))[0] == CLOSED


def test_what_is_announced_is_said_though_it_is_one_sentence() -> None:
    said = page("وقال الوزير للصحافة أمس:", OPENED, RAIN)
    announced, *others = said.text.split("\n")
    found = [item(said, announced, 0.9), *(item(said, line, 0.05) for line in others)]
    assert shown(*found) == [announced, OPENED]


def test_an_announcement_of_nothing_stands_among_others() -> None:
    """Its list is in the next passage, or was cut off."""
    announced = "وقال الوزير للصحافة أمس:"
    cut = page(RAIN, announced)
    best, other = item(cut, announced, 0.5), item(page(OPENED, doc_id="b"), OPENED, 0.3)
    assert shown(best, other, item(cut, RAIN, 0.01)) == [announced, OPENED]
    assert shown(best) == [announced]


def test_a_list_of_another_passage_is_not_drawn_in() -> None:
    prizes = page(*LIST)
    best = item(page(OPENED, doc_id="b"), OPENED, 0.9)
    assert shown(best, *(item(prizes, line, 0.02) for line in LIST)) == [OPENED]


def test_last_years_figure_stands_behind_this_years() -> None:
    before = "وكانت قافلة العام الماضي قد أجرت 168 عملية."
    now = "وأسفرت القافلة هذه السنة عن 212 عملية."
    caravan = page(before, now)
    found = item(caravan, before, 0.5), item(caravan, now, 0.4)
    assert shown(*found, asked="كم عملية أجرت القافلة؟") == [now, before]
    assert shown(*found, asked="كم عملية أجرت القافلة العام الماضي؟") == [before, now]


COUNTS = "كم عدد زوار معرض سبو؟"
MANY, FEW = "بلغ عدد زوار المعرض 1200 زائر.", "زار المعرض 900 زائر حسب المنظمين."


def test_another_number_of_another_document_is_shown_beside() -> None:
    best, other = item(page(MANY), MANY, 0.8), item(page(FEW, doc_id="b"), FEW, 0.05)
    assert shown(best, other, asked=COUNTS) == [MANY, FEW]
    assert shown(best, item(page(MANY, FEW), FEW, 0.05), asked=COUNTS) == [MANY]  # its own
    assert shown(best, item(page(FEW, doc_id="b"), FEW, 0.01), asked=COUNTS) == [MANY]  # unlikely
    old = item(page(FEW, doc_id="b"), FEW, 0.05, agreement=-1)
    assert shown(best, old, asked=COUNTS) == [MANY]
    assert shown(best, other) == [MANY]  # nothing is counted


def test_another_number_cuts_no_list() -> None:
    announced = "بلغ عدد زوار المعرض 1200 زائر منهم:"
    visits = page(announced, *LIST[1:4])
    best, *items = (item(visits, line, 0.2) for line in visits.text.split("\n"))
    other = item(page(FEW, doc_id="b"), FEW, 0.1)
    assert shown(best, *items, other, asked=COUNTS) == [announced, *LIST[1:4], FEW]


def test_who_asks_why_is_given_the_reason() -> None:
    why = "لماذا تراجع عدد الزوار هذه السنة؟"
    fell = "وتراجع عدد زوار المعرض هذه السنة كثيرا."
    due = "وأرجع المنظمون ذلك إلى تساقط الأمطار."
    text = page(fell, RAIN, due)
    evidence = [item(text, fell, 0.8), item(text, RAIN, 0.1), item(text, due, 0.05)]
    assert shown(*evidence, asked=why) == [fell, due]
    assert shown(*evidence, asked="كم تراجع عدد الزوار هذه السنة؟") == [fell]
    elsewhere = page(due, doc_id="b")
    assert shown(item(text, fell, 0.8), item(elsewhere, due, 0.1), asked=why) == [fell]
    itself = "وتراجع عدد زوار المعرض بسبب الأمطار."
    both = page(itself, due)
    assert shown(item(both, itself, 0.8), item(both, due, 0.1), asked=why) == [itself]


@pytest.mark.parametrize("line", ["Al Hoceima, 14 November 2024", "سبو - الأحد 5 ماي 2024"])
def test_a_dateline_tells_when_and_nothing_else(line: str) -> None:
    text = page(line, OPENED)
    evidence = [item(text, line, 0.8), item(text, OPENED, 0.1)]
    assert shown(*evidence) == [OPENED]
    assert shown(*evidence, asked="متى افتتح معرض سبو؟") == [line]
    assert shown(item(text, line, 1.0)) == [line]
    three = page(line, OPENED, CLOSED)
    found = [item(three, line, 0.6), item(three, OPENED, 0.15), item(three, CLOSED, 0.1)]
    assert shown(*found) == [OPENED]  # its share is not theirs


def test_a_value_is_given_in_the_language_of_the_question_and_quoted_in_that_of_the_source() -> (
    None
):
    first = "شارك في الحملة 780 متطوعا من مدن عديدة."
    second = "شارك في حملة النظافة أزيد من ألف متطوع."
    one, other = item(page(first), first, 0.6), item(page(second, doc_id="b"), second, 0.4)
    cited = extract(understand("How many volunteers took part in the clean-up?"), [one, other])
    assert cited.text == (
        f"{phrases.RESTATED['en', 'ar']} 780 volunteers. {phrases.ELSEWHERE['en']} "
        "More than 1000 volunteers."
    )
    assert [c.quote for c in cited.citations] == [first, second]
    assert [claim.citations for claim in cited.claims] == [(1,), (2,)]


def test_the_sentence_that_counts_what_is_asked_gives_the_value() -> None:
    likeliest = "شهد الشاطئ أمس حملة واسعة للنظافة بمشاركة سكان المدينة."
    counted = "وأسفرت الحملة عن جمع ستة أطنان من النفايات."
    read = page(likeliest, counted)
    evidence = [item(read, likeliest, 0.5), item(read, counted, 0.4)]
    cited = extract(understand("How many tonnes of rubbish were collected?"), evidence)
    assert cited.text == f"{phrases.RESTATED['en', 'ar']} 6 tonnes."
    assert [c.quote for c in cited.citations] == [counted]


def test_a_value_that_another_source_gives_but_not_as_one_leaves_both_verbatim() -> None:
    first, second = "شارك في الحملة 780 متطوعا.", "شارك فيها ما بين 900 متطوع وألف متطوع."
    one, other = item(page(first), first, 0.6), item(page(second, doc_id="b"), second, 0.4)
    cited = extract(understand("How many volunteers took part in the clean-up?"), [one, other])
    assert cited.text.startswith(phrases.QUOTED["en", "ar"])
    assert [c.quote for c in cited.citations] == [first, second]


def test_a_value_of_another_place_is_quoted_and_not_restated() -> None:
    text = "بلغت كلفة الأشغال 63 مليون درهم."
    evidence = [item(page(text, title="محطة القطار ببركان"), text, 0.9)]
    asked = "How much did the works in {} cost?"
    assert shown(*evidence, asked=asked.format("Berkane")) == ["63 million dirhams."]
    assert shown(*evidence, asked=asked.format("Zagora")) == [text]


def test_a_value_of_an_unlikely_sentence_or_half_an_answer_is_quoted_and_not_restated() -> None:
    text = "جمعت الشركة 38 مليون درهم سنة 2024."
    whole = page(text)
    asked = "How much money did the company raise?"
    assert shown(item(whole, text, 0.3), asked=asked) == ["38 million dirhams."]
    unlikely = replace(item(whole, text, 0.3), coverage=0.4)
    assert shown(unlikely, asked=asked) == [text]
    assert shown(item(whole, text, 0.9), asked=f"{asked[:-1]}, and when?") == [text]


def test_of_two_numbers_of_one_page_none_is_restated() -> None:
    """«150 عملية أخرى» are planned; the page's sentences say which."""
    done, planned = "أجرت القافلة 212 عملية جراحية.", "وتستهدف إجراء 150 عملية أخرى قريبا."
    caravan = page(done, planned)
    found = item(caravan, planned, 0.5), item(caravan, done, 0.4)
    asked = "How many operations did the caravan perform?"
    assert shown(*found, asked=asked) == [planned, done]
    assert shown(found[1], asked=asked) == ["212 operations."]


def test_who_asks_for_a_number_is_given_the_sentence_that_counts_first() -> None:
    arrests, cells = "اعتقلت القوات سنة 2020 نحو 35 شخصا.", "كما قامت بتفكيك سبع خلايا إرهابية."
    whole = page(arrests, cells)
    first, second = item(whole, arrests, 0.9), item(whole, cells, 0.1)
    asked = "كم خلية إرهابية فككت القوات سنة 2020؟"
    assert shown(first, second, asked=asked) == [cells, arrests]
    assert shown(first, second, asked="كم شخصا اعتقلت القوات سنة 2020؟") == [arrests]
    elsewhere = item(page(cells, doc_id="b"), cells, 0.1)
    assert shown(first, elsewhere, asked=asked) == [arrests]


def test_who_asks_for_a_person_is_given_the_sentence_that_names_one() -> None:
    won, scored = "فاز أولمبيك آسفي على شباب المحمدية.", "وسجل محمد العلوي هدف الفوز في آخر دقيقة."
    whole = page(won, scored)
    found = [item(whole, won, 0.9), item(whole, scored, 0.1)]
    assert shown(*found, asked="من سجل هدف الفوز لأولمبيك آسفي؟") == [won, scored]
    assert shown(*found, asked="أين فاز أولمبيك آسفي؟") == [won]


def test_amounts_of_another_sort_are_left_out_where_one_of_the_sort_is_there() -> None:
    ticket, turnover = "حدد ثمن الدخول في 3 دراهم.", "بلغ رقم معاملات المعرض 3 ملايين درهم."
    whole = page(turnover, ticket)
    found = [item(whole, turnover, 0.5), item(whole, ticket, 0.4)]
    assert shown(*found, asked="كم ثمن التذكرة؟") == [ticket]
    assert shown(found[0], asked="كم ثمن التذكرة؟") == [turnover]
    assert shown(*found, asked="من افتتح المعرض؟") == [turnover, ticket]


def test_the_amount_of_the_sort_that_is_asked_for_stands_first() -> None:
    prize, budget = "وقيمة الجائزة الكبرى 50 ألف درهم.", "ورصدت للدورة ميزانية بلغت مليون درهم."
    whole = page(prize, budget)
    found = [item(whole, prize, 0.9), item(whole, budget, 0.1)]
    assert shown(*found, asked="كم بلغت ميزانية المهرجان؟") == [budget, prize]
    assert shown(*found, asked="كم قيمة الجائزة الكبرى بالدرهم؟") == [prize]


@pytest.mark.parametrize("best", [0, 1, 3])
def test_first_second_third_are_a_list(best: int) -> None:
    lines = [
        "ولذلك أقترح ثلاثة أمور.",
        "أولها منع قلع أي شجرة دون إعلان.",
        "وثانيها إحداث سجل للأشجار.",
        "وثالثها تخصيص ميزانية للتشجير.",
        "هذا ما أراه مناسبا للمدينة.",
    ]
    whole = page(*lines)
    found = [item(whole, line, 0.9 if n == best else 0.02) for n, line in enumerate(lines)]
    found.sort(key=lambda one: -one.share)
    assert shown(*found, asked="ما المقترحات؟") == lines[:4]


def test_a_date_is_added_where_one_is_asked_for() -> None:
    opened, dated = "ستفتح الأظرفة في جلسة عمومية بمقر المديرية.", "وذلك يوم 17 شتنبر 2024 صباحا."
    whole = page(opened, dated)
    found = [item(whole, opened, 0.9), item(whole, dated, 0.05)]
    assert shown(*found, asked="متى ستفتح الأظرفة؟") == [opened, dated]
    assert shown(*found, asked="أين ستفتح الأظرفة؟") == [opened]


def test_a_count_beside_another_of_the_page_is_quoted_unless_it_is_most_likely() -> None:
    lent, shown_ = "وأعارت فرنسا 27 قطعة للمتحف.", "وتعرض 1150 قطعة مختارة من 4300 قطعة."
    whole = page(lent, shown_)
    asked = "How many pieces are shown?"
    assert shown(item(whole, lent, 0.6), item(whole, shown_, 0.1), asked=asked) == [lent]
    assert shown(item(whole, lent, 0.9), item(whole, shown_, 0.1), asked=asked) == ["27 pieces."]
