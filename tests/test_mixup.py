"""What one sentence says is not put to what stands in another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.evidence import Evidence
from rag.mixup import mixes_up
from rag.schema import Language, Passage
from rag.shown import cited_from
from rag.statement import read

START = "انطلق نصف ماراطون تيزنيت صباح الأحد بسباق الأطفال."
MEN = "أحرز العداء دانيال كيروتو لقب السباق في ساعة واحدة."
CROWD = "وتابعه جمهور غفير."
WOMEN = "ولدى الإناث فازت كوثر بوعدي بالسباق."
ASKED = "من فازت بسباق الإناث؟"


def page(*texts: str, title: str = "", shares: tuple[float, ...] = ()) -> list[Evidence]:
    whole = " ".join(texts)
    passage = Passage("d:0", "d", whole, 0, len(whole), title=title)
    found = [
        Evidence(passage, text, whole.index(text), whole.index(text) + len(text), 0.5, 0.9, 1.0)
        for text in texts
    ]
    known = shares or (0.25,) * len(texts)
    return [replace(e, share=share) for e, share in zip(found, known, strict=True)]


def mixed(
    claim: str,
    question: str,
    sources: list[Evidence],
    evidence: list[Evidence],
    language: Language | None = None,
) -> bool:
    asked = read(question)
    return mixes_up(read(claim), asked, cited_from(sources, asked), evidence, language)


def test_the_winner_of_one_race_did_not_win_the_other() -> None:
    _, men, _, women = found = page(START, MEN, CROWD, WOMEN)
    assert mixed("فاز بسباق الإناث دانيال كيروتو.", ASKED, [men], found)
    assert not mixed("فازت بسباق الإناث كوثر بوعدي.", ASKED, [women], found)
    assert not mixed("أحرز اللقب دانيال كيروتو.", ASKED, [men], found)  # does not say of which
    assert not mixed("فاز بسباق الإناث دانيال كيروتو.", ASKED, [men, women], found)


def test_only_a_sentence_about_as_likely_competes() -> None:
    claim = "فاز بسباق الإناث دانيال كيروتو."
    for share, competes in ((0.2, True), (0.19, False)):
        found = page(START, MEN, CROWD, WOMEN, shares=(0.0, 0.4, 0.0, share))
        assert mixed(claim, ASKED, [found[1]], found) == competes
    found = page(START, MEN, CROWD, WOMEN, title="سباق الإناث بتيزنيت")
    claim = "سباق الإناث لدانيال كيروتو."
    assert not mixed(claim, ASKED, [found[1]], found)  # the title says it of the whole page
    assert mixed(claim, ASKED, [page(START, MEN, CROWD, WOMEN)[1]], page(START, MEN, CROWD, WOMEN))


@pytest.mark.parametrize("said", ["كيروتو أحرز لقب الأطفال.", "كيروتو أحرز لقب ماراطون تيزنيت."])
def test_where_the_page_begins_and_what_stands_before_belong_to_it(said: str) -> None:
    found = page(START, MEN, CROWD, WOMEN)
    assert not mixed(said, "من أحرز لقب الأطفال في ماراطون تيزنيت؟", [found[1]], found)
    later = page(MEN, START, CROWD, WOMEN)
    assert not mixed(said, "من أحرز لقب الأطفال في ماراطون تيزنيت؟", [later[2]], later)
    assert mixed(said, "من أحرز لقب الأطفال في ماراطون تيزنيت؟", [later[3]], later)


def test_another_number_for_the_same_thing_beside_more_of_the_question() -> None:
    far = "تبعد الورشة المكتشفة عن كلميم 34 كيلومترا."
    mine = "ويقع المنجم على بعد 120 كيلومترا منها."
    asked = "كم تبعد الورشة المكتشفة عن كلميم؟"
    found = page(far, mine)
    assert mixed("تبعد الورشة 120 كيلومترا.", asked, [found[1]], found)
    assert not mixed("تبعد الورشة 34 كيلومترا.", asked, [found[0]], found)
    weight = page("تزن الورشة المكتشفة قرب كلميم 34 طنا.", mine)
    assert not mixed("تبعد الورشة 120 كيلومترا.", asked, [weight[1]], weight)


def test_words_of_another_language_by_the_glossary() -> None:
    found = page(START, MEN, CROWD, "ولدى النساء فازت كوثر بوعدي بالسباق.")
    asked = "Who won the women's race?"
    claim = "Daniel Kirotu won the women race."
    assert mixed(claim, asked, [found[1]], found, "en")
    assert not mixed(claim, asked, [found[1]], found)
