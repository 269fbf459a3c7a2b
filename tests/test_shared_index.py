"""One index for many threads: who waits, what is found after a change, what removal takes away."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rag import gate, messages
from rag.assistant import Draft, Retrieved, Writing
from rag.errors import GenerationError, IndexLockedError
from rag.folder import write_lock
from rag.opening import HASHING
from rag.schema import Answer, Message, Usage
from rag.shared_index import FileDone, SharedIndex, Waiting
from rag.store import Store
from rag.turn_taking import Line

VISITORS = "استقبل معرض سبو للكتاب 112700 زائر هذه السنة."
RAIN = "سقطت أمطار غزيرة على مدينة العرائش أمس."
ASKED = "كم زائرا استقبل معرض سبو للكتاب؟"
SECONDS = 30


class Held:
    """Writes the excerpts' first line, but only when it is let go; notes who is at it."""

    model = "held"
    usage = Usage()

    def __init__(self) -> None:
        self.go = threading.Semaphore(0)
        self.begun = threading.Semaphore(0)
        self.at_work = 0
        self.most = 0
        self.asked: list[str] = []

    def stream(self, said: Sequence[Message]) -> Iterator[str]:
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        self.asked.append(said[1]["content"].splitlines()[-2])
        try:
            self.begun.release()
            assert self.go.acquire(timeout=SECONDS)
            lines = [line for line in said[1]["content"].splitlines() if line.startswith("- ")]
            yield lines[0].removeprefix("- ")
        finally:
            self.at_work -= 1


@pytest.fixture(autouse=True)
def gate_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers whatever shares a word with the question."""
    monkeypatch.setattr(
        gate,
        "confidence",
        lambda question, evidence, any_time=False: max((e.coverage for e in evidence), default=0),
    )
    monkeypatch.setattr(gate, "THRESHOLD", 0.2)


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "fair.txt", tmp_path / "rain.txt"]
    for file, text in zip(files, (VISITORS, RAIN), strict=True):
        file.write_text(f"{text}\n", encoding="utf-8")
    return files


@pytest.fixture
def shared(tmp_path: Path, pages: list[Path]) -> Iterator[SharedIndex]:
    index = SharedIndex(tmp_path / "index", None, HASHING)
    assert [done.problem for done in index.add(pages)] == [None, None]
    yield index
    index.close()


def answered(index: SharedIndex, question: str = ASKED, **options: object) -> Answer:
    *_, last = index.ask(question, **options)
    assert isinstance(last, Answer)
    return last


def with_model(index: SharedIndex, model: object) -> SharedIndex:
    return SharedIndex(index.folder, lambda: model)


def test_without_an_index_there_is_nothing_to_find(tmp_path: Path) -> None:
    index = SharedIndex(tmp_path / "none")
    said = answered(index)
    assert (said.status, said.reason, said.citations) == ("abstained", "empty_index", ())
    assert index.search(ASKED) == [] == index.documents()
    assert index.document("x") is None and index.generation == 0
    assert not (tmp_path / "none").exists()


def test_files_come_in_one_by_one_under_their_names(shared: SharedIndex, tmp_path: Path) -> None:
    bad = tmp_path / "empty.txt"
    bad.write_bytes(b"")
    more = tmp_path / "more.txt"
    more.write_text("خبر جديد عن الطقس.\n", encoding="utf-8")
    first, second = shared.add([bad, more], ["a.txt", "b.txt"])
    assert (first.name, first.documents) == ("a.txt", 0) and first.problem is not None
    assert second == FileDone("b.txt", 1, None)
    assert {row.source for row in shared.documents()} >= {"b.txt"}
    assert answered(shared).citations[0].passage.text.strip() == VISITORS


def test_what_was_added_is_found_and_what_was_removed_is_not(
    shared: SharedIndex, tmp_path: Path
) -> None:
    asked = "من فاز بسباق الدراجات؟"
    assert not any("الدراجات" in hit.passage.text for hit in shared.search(asked))
    race = tmp_path / "race.txt"
    race.write_text("فاز سعيد الزناتي بسباق الدراجات.\n", encoding="utf-8")
    list(shared.add([race]))
    assert "الزناتي" in answered(shared, asked).text
    (row,) = [row for row in shared.documents() if row.source.endswith("race.txt")]
    assert shared.document(row.id).text.startswith("فاز سعيد")
    assert shared.remove([row.id])
    assert shared.document(row.id) is None
    assert not any("الدراجات" in hit.passage.text for hit in shared.search(asked))
    assert "الزناتي".encode() not in b"".join(
        path.read_bytes() for path in shared.folder.rglob("*") if path.is_file()
    )


def test_a_commit_of_another_process_is_seen(shared: SharedIndex, tmp_path: Path) -> None:
    assert len(shared.search("طقس العرائش")) == 2
    more = tmp_path / "wind.txt"
    more.write_text("هبت رياح قوية على طنجة.\n", encoding="utf-8")
    command = [sys.executable, "-m", "rag", "index", str(more), "--index", str(shared.folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert any("رياح" in hit.passage.text for hit in shared.search("رياح طنجة"))


def test_while_another_writes_the_older_generation_answers(
    shared: SharedIndex, pages: list[Path]
) -> None:
    before = answered(shared)
    with write_lock(shared.folder), Store.open(shared.folder) as store:
        store.remove([shared.documents()[0].id])  # and its indexes are not brought up yet
        assert answered(shared, "سقطت أمطار العرائش؟").status == "answered"
        with pytest.raises(IndexLockedError):
            list(shared.add(pages))
        with pytest.raises(IndexLockedError):
            shared.remove(["x"])
    assert before.status == "answered"


def test_only_the_chosen_documents_are_looked_at(shared: SharedIndex) -> None:
    fair, rain = sorted(shared.documents(), key=lambda row: row.source)
    assert {hit.passage.doc_id for hit in shared.search(ASKED, [rain.id])} == {rain.id}
    assert answered(shared, doc_ids=[fair.id]).status == "answered"
    refused = answered(shared, doc_ids=[rain.id])
    assert refused.status == "abstained"
    assert answered(shared, doc_ids=[]).reason == "filtered_out"
    assert shared.search(ASKED, ["of nobody"]) == []


def test_the_model_writes_for_one_after_the_other_in_their_order(shared: SharedIndex) -> None:
    model = Held()
    index = with_model(shared, model)
    said: dict[int, Answer] = {}
    waited: dict[int, list[int]] = {}

    def visitor(number: int) -> None:
        for event in index.ask(f"{ASKED} {number}"):
            if isinstance(event, Waiting):
                waited.setdefault(number, []).append(event.ahead)
            elif isinstance(event, Answer):
                said[number] = event

    people = []
    for number in range(10):
        people.append(threading.Thread(target=visitor, args=(number,)))
        people[-1].start()
        if number == 0:
            assert model.begun.acquire(timeout=SECONDS)
        else:
            for _ in range(SECONDS * 100):
                if index.waiting() == number:
                    break
                threading.Event().wait(0.01)
            assert index.waiting() == number
    # Nobody who needs no model waits for it.
    assert answered(index, extract=True).status == "answered"
    assert answered(index, "ثمن الذهب؟").status == "abstained"
    assert [type(event) for event in index.ask(ASKED, stop=lambda: True)][:2] == [
        Retrieved, Writing,
    ]  # fmt: skip
    for _ in people:
        model.go.release()
    for one in people:
        one.join(SECONDS)
    assert model.most == 1
    assert [asked[-1] for asked in model.asked] == [str(number) for number in range(10)]
    assert {number: a.question for number, a in said.items()} == {
        number: f"{ASKED} {number}" for number in range(10)
    }
    assert 0 not in waited and waited[1][0] == 1 and waited[9][0] == 9
    assert all(seen == sorted(seen, reverse=True) for seen in waited.values())
    assert index.waiting() == 0
    index.close()


def test_who_stops_while_waiting_gets_the_sources_words(shared: SharedIndex) -> None:
    model = Held()
    index = with_model(shared, model)
    first = index.ask(ASKED)
    busy = threading.Thread(target=lambda: list(first))
    busy.start()
    assert model.begun.acquire(timeout=SECONDS)
    said = answered(index, stop=lambda: True)
    assert (said.status, said.reason, said.model) == ("answered", "interrupted", "extractive")
    assert index.waiting() == 0
    model.go.release()
    busy.join(SECONDS)
    index.close()


def test_who_goes_away_gives_the_place_up(shared: SharedIndex) -> None:
    model = Held()
    index = with_model(shared, model)
    model.go.release()
    events = index.ask(ASKED)
    assert any(isinstance(event, Draft) for event in events)
    events.close()
    assert model.at_work == 0 and index.waiting() == 0
    model.go.release()
    assert answered(index).model == "held"
    index.close()


def test_a_model_that_fails_gives_the_place_up(shared: SharedIndex) -> None:
    class Failing(Held):
        def stream(self, said: Sequence[Message]) -> Iterator[str]:
            raise GenerationError(messages.Text("عطل", "panne", "it broke"))
            yield

    index = with_model(shared, Failing())
    for _ in range(2):
        with pytest.raises(GenerationError):
            answered(index)
    assert index.waiting() == 0 and len(index._line) == 0
    index.close()


def test_the_model_is_opened_once_and_late(shared: SharedIndex) -> None:
    opened = []
    model = Held()

    def open_model() -> Held:
        opened.append(model)
        return model

    index = SharedIndex(shared.folder, open_model)
    index.search(ASKED)
    assert answered(index, "ثمن الذهب؟").status == "abstained" and not opened
    for _ in range(2):
        model.go.release()
        answered(index)
    assert len(opened) == 1
    index.close()


def test_questions_go_on_while_documents_come_and_go(shared: SharedIndex, tmp_path: Path) -> None:
    done = threading.Event()
    failed: list[Exception] = []

    def ask() -> None:
        try:
            while not done.is_set():
                assert answered(shared).citations[0].quote == VISITORS
        except Exception as error:
            failed.append(error)

    people = [threading.Thread(target=ask) for _ in range(3)]
    for one in people:
        one.start()
    for number in range(4):
        file = tmp_path / f"n{number}.txt"
        file.write_text(f"خبر رقم {number} عن البحر.\n", encoding="utf-8")
        list(shared.add([file]))
        (row,) = [row for row in shared.documents() if row.source.endswith(file.name)]
        assert shared.remove([row.id]) in (True, False)
    done.set()
    for one in people:
        one.join(SECONDS)
    assert not failed and len(shared.documents()) == 2


def test_a_line_moves_up() -> None:
    line = Line()
    first, second, third = line.join(), line.join(), line.join()
    assert [line.ahead(place) for place in (first, second, third)] == [0, 1, 2]
    line.leave(second)
    line.leave(second)
    assert line.ahead(third) == 1 and len(line) == 2
    threading.Timer(0.05, line.leave, [first]).start()
    assert line.ahead(third, SECONDS) == 0
