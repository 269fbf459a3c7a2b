"""What readers say of answers: theirs alone, gone with the turn, readable by the evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_index import document, new_store, put
from test_conversations import FAIR, OTHER, QUOTE, RAIN, answer
from test_store import bytes_of

from eval.loading import load
from rag import conversations, feedback
from rag.errors import ConversationMissingError, InputError
from rag.schema import Answer, Claim
from rag.store import Store

TEXTS = {"rain": f"خبر. {QUOTE}", "fair": OTHER}


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        put(opened, *(document(name, text) for name, text in TEXTS.items()))
        yield opened


def kept(store: Store, said: Answer, owner: str = "me", conversation: str | None = None) -> int:
    """The number of a turn of its own conversation, or of one that there is."""
    name = conversations.save(store, said, conversation, owner=owner)
    return conversations.turns(store, name, owner=owner)[-1].seq


def loaded(folder: Path, rows: list[dict]) -> list:
    """The rows as the evaluation reads them, over the texts they ask about."""
    (folder / "questions").mkdir(parents=True)
    (folder / "corpus").mkdir()
    for name, text in TEXTS.items():
        (folder / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "questions" / "judged.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (dataset,) = load(folder)
    return list(dataset.questions)


def test_a_good_answer_is_a_question_with_its_facts(store, tmp_path) -> None:
    turn = kept(store, answer("ماذا سقط؟", RAIN, FAIR))
    feedback.keep(store, turn, "me", True, "", "")
    (question,) = loaded(tmp_path / "set", list(feedback.export(store, "me")))
    assert (question.id, question.text, question.lang) == (f"feedback-{turn}", "ماذا سقط؟", "ar")
    assert question.answerable
    assert question.answers == ((QUOTE,), (OTHER,))
    assert [(g.doc, g.quote, g.start, g.facts) for g in question.gold] == [
        ("rain.txt", QUOTE, 5, (0,)), ("fair.txt", OTHER, 0, (1,)),
    ]  # fmt: skip
    assert question.tags == ("good",)


def test_a_claim_is_one_fact_however_many_sources_it_has(store, tmp_path) -> None:
    said = answer("ماذا سقط؟", RAIN, FAIR)
    text = "سقط مطر. وبلغ العدد 176. والعارضون 176."
    places = [(0, 8), (9, 24), (25, 39)]
    cited = [(1,), (1, 2), (1, 2)]
    claims = tuple(
        Claim(text[start:end], start, end, numbers, True)
        for (start, end), numbers in zip(places, cited, strict=True)
    )
    said = Answer(
        question=said.question, text=text, status="answered", language="ar", confidence=0.5,
        citations=said.citations, claims=claims, hits=(), reason=None, timings=said.timings,
    )  # fmt: skip
    feedback.keep(store, kept(store, said), "me", True, "", "")
    (question,) = loaded(tmp_path / "set", list(feedback.export(store, "me")))
    one, two, three = (claim.text for claim in claims)
    assert question.answers == ((one, QUOTE), (two, three, QUOTE, OTHER))
    assert [place.facts for place in question.gold] == [(0, 1), (1,)]


def test_a_good_refusal_is_a_question_without_an_answer(store, tmp_path) -> None:
    feedback.keep(store, kept(store, answer("من رسم السقف؟")), "me", True, "", "")
    (question,) = loaded(tmp_path / "set", list(feedback.export(store, "me")))
    assert (question.answerable, question.answers, question.gold) == (False, (), ())


@pytest.mark.parametrize("cited", [(), (RAIN,)])
def test_of_a_bad_one_somebody_has_to_say_what_is_right(store, tmp_path, cited) -> None:
    turn = kept(store, answer("ماذا سقط؟", *cited))
    feedback.keep(store, turn, "me", False, "wrong", "بل سقط ثلج")
    (row,) = feedback.export(store, "me")
    assert row["tags"] == ["bad", "wrong"]
    assert row["note"] == "بل سقط ثلج"
    assert row["said"] == answer("ماذا سقط؟", *cited).text
    with pytest.raises(InputError, match=r"Line 1 of .*answers if and only if it is answerable"):
        loaded(tmp_path / "set", [row])
    row |= {"answers": [["مطر"]], "gold": [{"doc": "rain.txt", "start": 5, "end": 34,
            "quote": QUOTE, "facts": [0]}]}  # fmt: skip
    assert loaded(tmp_path / "again", [row])[0].answers == (("مطر",),)


def test_what_was_asked_before_goes_along(store, tmp_path) -> None:
    name = conversations.save(store, answer("من رسم السقف؟"), owner="me")
    conversations.save(store, answer("كم عارضا؟", FAIR), name, owner="me")
    turn = kept(store, answer("وماذا سقط؟", RAIN), conversation=name)
    feedback.keep(store, turn, "me", True, "", "")
    (question,) = loaded(tmp_path / "set", list(feedback.export(store, "me")))
    assert question.history == (("من رسم السقف؟", "—"), ("كم عارضا؟", f"{OTHER}\n"))


def test_the_last_word_counts(store) -> None:
    turn = kept(store, answer("؟", RAIN))
    feedback.keep(store, turn, "me", False, "wrong", "x")
    feedback.keep(store, turn, "me", True, "", "")
    assert [(row["tags"], row["note"]) for row in feedback.export(store, "me")] == [(["good"], "")]


def test_each_has_only_his_own(store) -> None:
    mine, hers = kept(store, answer("لي؟", RAIN)), kept(store, answer("لها؟", FAIR), "she")
    feedback.keep(store, mine, "me", True, "", "")
    feedback.keep(store, hers, "she", True, "", "")
    assert [row["question"] for row in feedback.export(store, "me")] == ["لي؟"]
    assert [row["question"] for row in feedback.export(store, "she")] == ["لها؟"]
    assert list(feedback.export(store, "")) == []
    assert [feedback.count(store, owner) for owner in ("me", "she", "")] == [1, 1, 0]
    for turn, owner in ((hers, "me"), (mine, "she"), (mine, ""), (10**6, "me")):
        with pytest.raises(ConversationMissingError):
            feedback.keep(store, turn, owner, False, "wrong", "x")
    assert [row["tags"] for row in feedback.export(store, "she")] == [["good"]]


def test_before_anything_was_kept_there_is_nothing_to_judge(store) -> None:
    with pytest.raises(ConversationMissingError):
        feedback.keep(store, 1, "", True, "", "")
    assert list(feedback.export(store, "")) == []
    assert feedback.count(store, "") == 0
    assert store.query("SELECT 1 FROM sqlite_master WHERE name = 'feedback'") == []


def test_it_goes_with_its_conversation(store) -> None:
    name = conversations.save(store, answer("؟", RAIN), owner="me")
    turn = conversations.turns(store, name, owner="me")[0].seq
    feedback.keep(store, turn, "me", False, "wrong", "ملاحظة الزمخشري")
    assert "ملاحظة الزمخشري".encode() in bytes_of(store.folder)
    assert conversations.delete(store, name, owner="me")
    assert store.query("SELECT count(*) FROM feedback") == [(0,)]
    assert "ملاحظة الزمخشري".encode() not in bytes_of(store.folder)


def test_what_lost_a_source_is_no_question_any_more(store) -> None:
    for cited in ((RAIN,), (FAIR,), (RAIN, FAIR)):
        feedback.keep(store, kept(store, answer("؟", *cited)), "me", True, "", "")
    store.remove(["rain"])
    (row,) = feedback.export(store, "me")
    assert [place["quote"] for place in row["gold"]] == [OTHER]
    assert feedback.count(store, "me") == 1
