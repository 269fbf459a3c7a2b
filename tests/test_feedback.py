"""What readers say of answers: kept with them, gone with them, and ready to be asked again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_index import document, new_store, put
from test_conversations import OTHER, QUOTE, answer, citation

from eval.loading import load
from rag import conversations, feedback
from rag.errors import ConversationMissingError

FAIR = citation(1, "fair", OTHER, source="docs/fair.txt")


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        put(opened, document("fair", OTHER), document("rain", QUOTE))
        yield opened


def judged(store, *said: tuple[bool, str, str], owner: str = "ann") -> list[int]:
    """A conversation of one question for each, judged so; the last one was refused."""
    kept = None
    for place in range(len(said)):
        cited = [FAIR] if place < len(said) - 1 else []
        kept = conversations.save(store, answer(f"سؤال {place}؟", *cited), kept, owner=owner)
    seqs = [turn.seq for turn in conversations.turns(store, kept, owner=owner)]
    for seq, one in zip(seqs, said, strict=True):
        feedback.keep(store, seq, owner, *one)
    return seqs


def test_judged_answers_become_questions_of_a_set(store, tmp_path: Path) -> None:
    judged(store, (True, "", ""), (False, "wrong", "الرقم خطأ"), (True, "", ""))
    rows = list(feedback.export(store, "ann"))
    assert [(row["answerable"], row["tags"]) for row in rows] == [
        (True, ["good"]), (False, ["bad", "wrong"]), (False, ["good"]),
    ]  # fmt: skip
    assert rows[1]["note"] == "الرقم خطأ"
    assert rows[2]["history"] == [["سؤال 0؟", f"{OTHER}\n"], ["سؤال 1؟", f"{OTHER}\n"]]
    folder = tmp_path / "set"
    (folder / "corpus").mkdir(parents=True)
    (folder / "questions").mkdir()
    (folder / "corpus" / "fair.txt").write_text(OTHER, encoding="utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "questions" / "feedback.jsonl").write_text(lines, encoding="utf-8")
    (dataset,) = load(folder)
    assert [q.answerable for q in dataset.questions] == [True, False, False]
    assert dataset.questions[0].answers == ((OTHER,),)


def test_a_second_judgement_takes_the_place_of_the_first(store) -> None:
    (seq,) = judged(store, (True, "", ""))
    feedback.keep(store, seq, "ann", False, "incomplete", "")
    (row,) = feedback.export(store, "ann")
    assert row["tags"] == ["bad", "incomplete"]


def test_nobody_judges_or_reads_for_another(store) -> None:
    (seq,) = judged(store, (True, "", ""))
    conversations.save(store, answer("سؤال؟", FAIR), owner="bob")
    for owner, turn in (("bob", seq), ("", seq), ("ann", seq + 99)):
        with pytest.raises(ConversationMissingError):
            feedback.keep(store, turn, owner, False, "", "")
    assert [row["tags"] for row in feedback.export(store, "ann")] == [["good"]]
    assert list(feedback.export(store, "bob")) == []


def test_it_goes_with_its_conversation_and_its_document(store) -> None:
    judged(store, (True, "", ""), (True, "", ""))
    store.remove(["fair"])
    assert [row["gold"] for row in feedback.export(store, "ann")] == [[], []]
    assert OTHER not in str(list(feedback.export(store, "ann")))
    (kept,) = conversations.listing(store, owner="ann")
    conversations.delete(store, kept.id, owner="ann")
    assert list(feedback.export(store, "ann")) == []
    assert store.query("SELECT * FROM feedback") == []


def test_without_feedback_there_is_nothing_to_give_out(store) -> None:
    assert list(feedback.export(store, "ann")) == []
    with pytest.raises(ConversationMissingError):
        feedback.keep(store, 1, "ann", True, "", "")
