"""Conversations: kept whole, beside the index, and gone with what they quote."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_index import document, new_store, put
from test_store import bytes_of

from rag import conversations, derived, feedback
from rag.checking import check_store
from rag.conversations import Conversation
from rag.errors import ConversationMissingError
from rag.schema import Answer, Citation, Claim, Passage, Timings
from rag.store import DATABASE, Store

QUOTE = "سقط مطر الزمخشري على العرائش."
OTHER = "وبلغ عدد العارضين 176 عارضا."
MISSING = "0123456789abcdef"


@pytest.fixture
def store(tmp_path: Path):
    with new_store(tmp_path / "index") as opened:
        put(opened, document("rain", f"خبر. {QUOTE}", title="نشرة الطقس", date="2024-05-01"))
        put(opened, document("fair", OTHER))
        yield opened


def citation(number: int, doc_id: str, quote: str, start: int = 0, **fields: object) -> Citation:
    passage = Passage(f"{doc_id}:p", doc_id, quote, start, start + len(quote), **fields)
    return Citation(number, passage, quote, start, start + len(quote))


RAIN = citation(1, "rain", QUOTE, 5, kind="comment", page=3, lang="ar", title="نشرة الطقس",
                source="rain.txt", date="2024-05-01")  # fmt: skip
FAIR = citation(2, "fair", OTHER, source="fair.txt")


def answer(question: str, *cited: Citation, status: str = "answered") -> Answer:
    text, claims = "", []
    cited = tuple(replace(c, number=number) for number, c in enumerate(cited, 1))
    for c in cited:
        claims.append(Claim(c.quote, len(text), len(text) + len(c.quote), (c.number,), True))
        text += c.quote + "\n"
    return Answer(
        question=question, text=text or "لا أدري.", status=status if cited else "abstained",
        language="ar", confidence=0.5, citations=cited, claims=tuple(claims), hits=(),
        reason=None if cited else "not_found", timings=Timings(0, None, 0),
    )  # fmt: skip


def test_a_turn_comes_back_as_it_was(store) -> None:
    """But that the passage of a citation is what it quotes."""
    asked = answer("ماذا سقط؟", RAIN, FAIR)
    name = conversations.save(store, asked)
    (turn,) = conversations.turns(store, name)
    assert (turn.question, turn.answer, turn.status, turn.reason, turn.language) == (
        "ماذا سقط؟", asked.text, "answered", None, "ar",
    )  # fmt: skip
    assert turn.claims == asked.claims
    assert turn.citations == asked.citations
    assert turn.asked.endswith("+00:00")


def test_a_passage_is_kept_only_as_far_as_it_is_quoted(store) -> None:
    passage = Passage("rain:0-34", "rain", f"خبر. {QUOTE}", 0, 34)
    name = conversations.save(store, answer("؟", Citation(1, passage, QUOTE, 5, 34)))
    (turn,) = conversations.turns(store, name)
    (kept,) = turn.citations
    assert (kept.quote, kept.start, kept.end) == (QUOTE, 5, 34)
    assert (kept.passage.id, kept.passage.text) == ("rain:0-34", QUOTE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(), st.text(min_size=1).filter(str.strip)), max_size=5))
def test_any_turns_come_back_in_order(said: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        name = conversations.save(store, answer("بداية"))
        for number, (question, text) in enumerate(said):
            put(store, document(f"d{number}", f"\0{text}"))
            conversations.save(store, answer(question, citation(1, f"d{number}", text, 1)), name)
        first, *turns = conversations.turns(store, name)
        assert (first.question, first.status, first.reason) == ("بداية", "abstained", "not_found")
        assert [(turn.question, turn.citations[0].quote) for turn in turns] == said
        assert [turn.answer for turn in turns] == [f"{text}\n" for _, text in said]
        assert {turn.status for turn in turns} <= {"answered"}


def test_the_list_has_the_last_used_first(store) -> None:
    assert conversations.listing(store) == []
    first = conversations.save(store, answer("الأول؟"))
    second = conversations.save(store, answer("الثاني؟"))
    assert [c.id for c in conversations.listing(store)] == [second, first]
    conversations.save(store, answer("ثم؟"), first)
    updated = conversations.turns(store, first)[-1].asked
    assert conversations.listing(store)[0] == Conversation(first, "الأول؟", updated, 2)
    conversations.rename(store, second, "اسم آخر")
    assert [c.title for c in conversations.listing(store)] == ["الأول؟", "اسم آخر"]
    assert [turn.question for turn in conversations.turns(store, second)] == ["الثاني؟"]


def test_a_turn_takes_the_place_of_another(store) -> None:
    name = conversations.save(store, answer("الأول؟"))
    other = conversations.save(store, answer("لغيره؟"))
    conversations.save(store, answer("ماذا سقط؟", RAIN), name)
    first, second = conversations.turns(store, name)
    (foreign,) = conversations.turns(store, other)
    conversations.save(store, answer("ماذا سقط؟", FAIR), name, replaces=second.seq)
    kept = conversations.turns(store, name)
    assert [turn.seq for turn in kept][:1] == [first.seq] and kept[1].seq > second.seq
    assert [c.quote for c in kept[1].citations] == [OTHER]
    conversations.save(store, answer("ثم؟"), name, replaces=foreign.seq)
    assert conversations.turns(store, other) == [foreign]  # of another conversation


def test_an_erased_conversation_is_nowhere_in_the_file(store) -> None:
    kept = conversations.save(store, answer("باق؟"))
    name = conversations.save(store, answer("سؤال الفراهيدي؟", FAIR))
    secret = "الفراهيدي".encode()
    assert secret in bytes_of(store.folder)
    assert conversations.delete(store, name)
    assert secret not in bytes_of(store.folder)
    assert [c.id for c in conversations.listing(store)] == [kept]
    assert store.query("SELECT count(*) FROM turn_citations") == [(0,)]
    assert store.query("SELECT count(*) FROM turns") == [(1,)]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "use",
    [
        conversations.turns,
        conversations.delete,
        lambda store, name: conversations.rename(store, name, "x"),
        lambda store, name: conversations.save(store, answer("؟"), name),
    ],
)
def test_an_unknown_conversation_is_named(store, use, first: bool) -> None:
    """Whether or not there is any other."""
    if not first:
        conversations.save(store, answer("؟"))
    before = [astuple(c) for c in conversations.listing(store)]
    with pytest.raises(ConversationMissingError, match=MISSING):
        use(store, MISSING)
    assert [astuple(c) for c in conversations.listing(store)] == before


def test_writing_leaves_the_index_as_it_is(store) -> None:
    """So that no derived index is stale."""
    derived.rebuild(store)
    before = store.generation
    name = conversations.save(store, answer("؟", RAIN))
    conversations.rename(store, name, "عنوان")
    conversations.save(store, answer("؟"), name)
    conversations.delete(store, name)
    assert store.generation == before
    assert derived.open_indexes(store).repaired == ""
    assert check_store(store) == []


# owners


def test_what_another_owner_has_does_not_exist(store) -> None:
    mine = conversations.save(store, answer("لي؟", RAIN), owner="me")
    hers = conversations.save(store, answer("لها؟"), owner="she")
    plain = conversations.save(store, answer("للطرفية؟"))
    assert [c.id for c in conversations.listing(store, owner="me")] == [mine]
    assert [c.id for c in conversations.listing(store)] == [plain]
    for use in (
        lambda **given: conversations.turns(store, hers, **given),
        lambda **given: conversations.rename(store, hers, "x", **given),
        lambda **given: conversations.delete(store, hers, **given),
        lambda **given: conversations.save(store, answer("؟"), hers, **given),
    ):
        for whose in ({"owner": "me"}, {"owner": "SHE"}, {}):
            with pytest.raises(ConversationMissingError, match=hers):
                use(**whose)
    (turn,) = conversations.turns(store, hers, owner="she")
    assert turn.question == "لها؟"
    assert [c.title for c in conversations.listing(store, owner="she")] == ["لها؟"]


def test_a_turn_knows_how_it_was_made(store) -> None:
    made = replace(
        answer("؟", RAIN), model="held", confidence=0.625, timings=Timings(12.5, 340.0, 900.25)
    )
    name = conversations.save(store, made)
    conversations.save(store, answer("ثم؟"), name)
    first, second = conversations.turns(store, name)
    assert (first.model, first.confidence, first.timings) == ("held", 0.625, made.timings)
    assert (second.model, second.timings) == (None, Timings(0, None, 0))
    assert first.seq < second.seq
    store.remove(["rain"])
    assert [turn.seq for turn in conversations.turns(store, name)] == [first.seq, second.seq]


OLD_TABLES = (
    "CREATE TABLE conversations (id TEXT PRIMARY KEY, title TEXT NOT NULL);"
    "CREATE TABLE turns (seq INTEGER PRIMARY KEY,"
    " conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,"
    " asked TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, status TEXT NOT NULL,"
    " reason TEXT, language TEXT NOT NULL, claims TEXT NOT NULL);"
    "CREATE TABLE turn_citations ("
    " turn INTEGER NOT NULL REFERENCES turns (seq) ON DELETE CASCADE, number INTEGER NOT NULL,"
    ' passage_id TEXT NOT NULL, doc_id TEXT NOT NULL, quote TEXT NOT NULL, start INTEGER, "end"'
    " INTEGER, kind TEXT, page INTEGER, lang TEXT, title TEXT, source TEXT, date TEXT,"
    " PRIMARY KEY (turn, number)) WITHOUT ROWID;"
    "INSERT INTO conversations VALUES ('old', 'قديمة');"
    "INSERT INTO turns VALUES (7, 'old', '2026-01-02T03:04:05+00:00', 'ماذا سقط؟', 'مطر.',"
    " 'answered', NULL, 'ar', '[[\"مطر.\", 0, 4, [1], true]]');"
    "INSERT INTO turn_citations VALUES (7, 1, 'rain:p', 'rain', 'مطر', 9, 12, 'article', NULL,"
    " 'ar', 'نشرة', 'rain.txt', '');"
)


@pytest.mark.parametrize(
    "use",
    [
        lambda store: conversations.listing(store),
        lambda store: conversations.turns(store, "old"),
        lambda store: conversations.rename(store, "old", "قديمة"),
        lambda store: conversations.save(store, answer("جديدة؟"), owner="me"),
        lambda store: feedback.keep(store, 7, "", True, "", ""),
    ],
)
def test_conversations_of_an_earlier_version_are_those_of_the_command_line(store, use) -> None:
    """Whatever is done with them first."""
    store._db.executescript(OLD_TABLES)
    use(store)
    assert [(c.id, c.title) for c in conversations.listing(store)] == [("old", "قديمة")]
    (turn,) = conversations.turns(store, "old")
    assert (turn.seq, turn.answer, turn.citations[0].quote) == (7, "مطر.", "مطر")
    assert (turn.model, turn.confidence, turn.timings) == (None, 0, Timings(0, None, 0))
    with pytest.raises(ConversationMissingError):
        conversations.turns(store, "old", owner="me")
    conversations.save(store, answer("ثم؟"), "old")
    assert conversations.listing(store)[0].turns == 2


def test_a_document_is_removed_from_conversations_of_an_earlier_version(store) -> None:
    store._db.executescript(OLD_TABLES)
    store.remove(["rain"])
    assert [turn.status for turn in conversations.turns(store, "old")] == ["erased"]


def test_an_index_made_before_conversations_is_read_and_changed(store) -> None:
    """The tables come with the first turn."""
    assert store.query("SELECT 1 FROM sqlite_master WHERE name = 'turns'") == []
    assert conversations.listing(store) == []
    store.remove(["fair"])
    put(store, document("rain", "صحو."))
    assert store.query("SELECT 1 FROM sqlite_master WHERE name = 'turns'") == []


# erasing


def test_what_is_removed_is_gone_from_conversations(store) -> None:
    both = conversations.save(store, answer("ما الخبر؟", RAIN, FAIR))
    other = conversations.save(store, answer("كم عارضا؟", FAIR))
    for filler in range(40):  # several pages, so that rows move
        conversations.save(store, answer(f"{filler}؟" * filler, RAIN), other)
        conversations.save(store, answer(f"{filler}؟", FAIR), other)
    store.remove(["rain"])
    assert store.flush()
    held = bytes_of(store.folder)
    assert OTHER.encode() in held
    for gone in (QUOTE, "الزمخشري", "نشرة الطقس", "rain.txt"):
        assert gone.encode() not in held, gone
    (turn,) = conversations.turns(store, both)
    assert (turn.question, turn.status, turn.answer, turn.claims) == ("ما الخبر؟", "erased", "", ())
    assert turn.citations == (FAIR,)
    statuses = [turn.status for turn in conversations.turns(store, other)]
    assert statuses == ["answered", *["erased", "answered"] * 40]
    assert check_store(store) == []


def test_a_document_that_says_it_still_is_still_quoted(store) -> None:
    name = conversations.save(store, answer("؟", RAIN))
    put(store, document("rain", f"خبر جديد. {QUOTE} وتم."))
    assert [turn.status for turn in conversations.turns(store, name)] == ["answered"]
    put(store, document("rain", "خبر جديد."))
    assert [turn.status for turn in conversations.turns(store, name)] == ["erased"]
    assert store.flush()
    assert QUOTE.encode() not in bytes_of(store.folder)


def test_an_answer_from_a_document_removed_meanwhile_is_kept_without_it(store) -> None:
    store.remove(["rain"])
    name = conversations.save(store, answer("؟", RAIN))
    assert [turn.status for turn in conversations.turns(store, name)] == ["erased"]
    assert store.flush()
    assert QUOTE.encode() not in bytes_of(store.folder)


# beside others


def test_saving_waits_for_another_writer(store) -> None:
    other = sqlite3.connect(store.folder / DATABASE, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, other.execute, ["COMMIT"])
    timer.start()
    name = conversations.save(store, answer("؟"))
    timer.join()
    assert len(conversations.turns(store, name)) == 1
    other.close()


def test_a_writer_that_does_not_end_is_an_error_and_nothing_is_kept(store) -> None:
    store._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(store.folder / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        conversations.save(store, answer("؟"))
    other.execute("ROLLBACK")
    other.close()
    assert conversations.listing(store) == []
    with Store.open(store.folder) as again:
        conversations.save(again, answer("؟"))
    assert len(conversations.listing(store)) == 1


def test_tables_of_an_earlier_version_are_brought_up_to_date(store) -> None:
    kept = conversations.save(store, answer("سؤال؟", FAIR))
    before = conversations.turns(store, kept)
    with store.transaction() as db:
        db.execute("ALTER TABLE conversations DROP COLUMN owner")
        for column in ("model", "confidence", "timings"):
            db.execute(f"ALTER TABLE turns DROP COLUMN {column}")
    assert [c.id for c in conversations.listing(store)] == [kept]
    (after,) = conversations.turns(store, kept)
    assert after == replace(before[0], confidence=0.0)
    assert (after.model, after.timings) == (None, Timings(0, None, 0))
    conversations.save(store, answer("آخر؟", FAIR), kept)
    assert len(conversations.turns(store, kept)) == 2
    assert conversations.turns(store, kept)[1].confidence == 0.5
