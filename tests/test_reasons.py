"""Whether a question asks why, and whether a text gives a reason."""

from __future__ import annotations

import pytest

from rag.reasons import asks_why, gives_reason


@pytest.mark.parametrize(
    "question",
    ["لماذا تراجع العدد؟", "ولماذا؟", "علاش نقص؟", "ما هي أسباب التراجع؟", "Pourquoi la baisse ?",
     "Et pourquoi ?", "Comment s’explique la baisse ?", "Why did it fall?", "3lach n9es?",
     "Tan-Tan: cause du retard de la station", "سبب تأخر المحطة", "reason for the delay"],
)  # fmt: skip
def test_it_asks_why(question: str) -> None:
    assert asks_why(question)


@pytest.mark.parametrize(
    "question", ["كم بلغ العدد؟", "متى شرح الوزير لماذا؟", "Combien ?", "Who explained why?",
     "Who died because of the fire?"]
)  # fmt: skip
def test_it_does_not_ask_why(question: str) -> None:
    assert not asks_why(question)


@pytest.mark.parametrize(
    "text",
    ["بسبب الأمطار", "وأرجع المنظمون ذلك إلى الأمطار", "وأرجعت الوزارة، أمس، التراجع إلى الأمطار",
     "أن هذا الارتفاع يعود إلى فتح خط جديد", "كونه مريضا", "ويعود هذا التأخير إلى خلافات",
     "abandonné à la suite d'une crue", "ليتمكن من السفر", "حيت البلاصة ضاقت",
     "en raison des inondations", "because of the rain", "7it dak chi sghir"],
)  # fmt: skip
def test_it_gives_a_reason(text: str) -> None:
    assert gives_reason(text)


@pytest.mark.parametrize(
    "text",
    ["زار الوفد ليبيا", "لاعب ليفربول", "استمر المعرض ليومين", "سافر إلى هونغ كونغ",
     "حسب وكالة كونا", "بعد أن كانت 420 ألف درهم",
     "بلغ العدد 300 زائر", "La ligne a rouvert lundi.", "It opened on Monday."],
)  # fmt: skip
def test_it_gives_none(text: str) -> None:
    assert not gives_reason(text)
