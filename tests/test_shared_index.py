"""One index, many threads: who waits for whom, and who sees what."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from prompted import asks_for_phrase, excerpts_and_question
from small_index import document, jsonl, put
from test_store import bytes_of

from rag import conversations, derived, gate
from rag.arabic import stems
from rag.assistant import Draft, Retrieved, Writing
from rag.checking import check_indexes, check_store
from rag.errors import GenerationError, IndexMissingError, UsageError
from rag.folder import write_lock
from rag.indexing import index_files
from rag.messages import generation_failed, index_locked
from rag.opening import HASHING, open_for_writing
from rag.schema import Answer, Message, Usage
from rag.shared_index import SharedIndex, Waiting
from rag.store import DATABASE

CITIES = (
    "وجدة",
    "فاس",
    "طنجة",
    "أكادير",
    "تطوان",
    "القنيطرة",
    "مكناس",
    "العيون",
    "الجديدة",
    "آسفي",
)
EVENTS = (
    "معرض الكتاب", "مهرجان السينما", "سباق الدراجات", "متحف الآثار", "ملتقى الفلاحين",
    "أسبوع المسرح", "سوق الزرابي", "موسم الخيول", "قافلة الأطباء", "بطولة الشطرنج",
)  # fmt: skip
ROOT = Path(__file__).parents[1]


class Held:
    """A model that copies the last words of the excerpt nearest to the question, then repeats all
    of it, what follows the first word when it is let. ``asked``: the cities it was asked about;
    ``now``: how many it writes for, ``most``: at once."""

    model = "held"

    def __init__(self) -> None:
        self.usage = Usage()
        self.asked: list[str] = []
        self.most = self.closed = 0
        self.go = threading.Event()
        self.now = 0

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        rows, asked = excerpts_and_question(messages)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            words = set(stems(asked))
            said = max(rows, key=lambda row: len(words & set(stems(row)))).split()
            if asks_for_phrase(messages):
                self.asked.append(next(city for city in CITIES if city in asked))
                yield " ".join(said[-2:])
                return
            yield f"{said[0]} "
            assert self.go.wait(30)
            yield " ".join(said[1:])
        finally:
            self.now -= 1

    def close(self) -> None:
        self.closed += 1


class Asking(threading.Thread):
    """A question in a thread, and the events that came."""

    def __init__(self, events: Iterator[object]) -> None:
        super().__init__(daemon=True)
        self.events: list[object] = []
        self._source = events
        self.start()

    def run(self) -> None:
        for event in self._source:
            self.events.append(event)

    def of(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]

    def answer(self) -> Answer:
        self.join(30)
        (answer,) = self.of(Answer)
        return answer


def until(happened: Callable[[], bool]) -> None:
    for _ in range(3000):
        if happened():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen in half a minute")


def text_of(number: int) -> str:
    return f"استقبل {EVENTS[number]} بمدينة {CITIES[number]} {1200 + 7 * number} زائرا."


def asked_of(number: int) -> str:
    return f"كم زائرا استقبل {EVENTS[number]} بمدينة {CITIES[number]}؟"


def is_of(answer: Answer, number: int) -> bool:
    """Its first source is the one it asks about; extraction shows others that are as likely."""
    mine = answer.question == asked_of(number) and answer.status == "answered"
    return mine and answer.citations[0].quote == text_of(number)


def files(folder: Path, *numbers: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    return [folder / f"{number}.txt" for number in numbers]


def add(index: SharedIndex, *numbers: int) -> None:
    given = files(index.folder.parent / "docs", *numbers)
    assert [(d.documents, d.problem) for d in index.add(given)] == [(1, None)] * len(given)


def id_of(index: SharedIndex, number: int) -> str:
    (row,) = [row for row in index.documents() if Path(row.source).name == f"{number}.txt"]
    return row.id


def found(index: SharedIndex, number: int) -> bool:
    return text_of(number) in [hit.passage.text for hit in index.search(asked_of(number))]


def last(index: SharedIndex, number: int, **options: object) -> Answer:
    *_, answer = index.ask(asked_of(number), **options)
    assert isinstance(answer, Answer)
    return answer


def advanced(events: Iterator[object], kind: type) -> object:
    return next(event for event in events if isinstance(event, kind))


@pytest.fixture
def model() -> Held:
    return Held()


@pytest.fixture
def empty(tmp_path: Path, model: Held, monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedIndex]:
    """Of a folder that is not there; cosines of the hashing encoder mean nothing to the gate."""
    monkeypatch.setattr(gate, "confidence", lambda _, evidence, *__: 0.9 if evidence else 0.0)
    index = SharedIndex(tmp_path / "index", lambda: model, HASHING)
    yield index
    model.go.set()
    index.close()


@pytest.fixture
def index(empty: SharedIndex) -> SharedIndex:
    """All cities, in one go: file by file is ten commits."""
    given = files(empty.folder.parent / "docs", *range(len(CITIES)))
    store, encoder = open_for_writing(empty.folder, HASHING)
    with store:
        assert index_files(store, encoder, given).added == len(given)
    return empty


# turns at the model


def test_ten_at_once_are_answered_in_the_order_of_coming(index: SharedIndex, model: Held) -> None:
    order = [3, 1, 4, 0, 5, 9, 2, 6, 8, 7]
    asking: list[Asking] = []
    for place, number in enumerate(order):
        asking.append(Asking(index.ask(asked_of(number))))
        until(lambda one=asking[-1], kind=Waiting if place else Draft: bool(one.of(kind)))
        assert index.waiting() == place
    assert model.asked == [CITIES[order[0]]]
    # All of them have found their passages, and none but the first is being written.
    assert all(one.of(Retrieved) for one in asking)
    assert not any(one.of(Writing) for one in asking[1:])
    model.go.set()
    for place, (number, one) in enumerate(zip(order, asking, strict=True)):
        answer = one.answer()
        assert is_of(answer, number), answer
        assert answer.model == "held"
        ahead = [event.ahead for event in one.of(Waiting)]
        assert ahead == sorted(ahead, reverse=True)
        assert set(ahead) <= set(range(1, place + 1))
        assert not place or ahead[0] == place
        kinds = [type(event) for event in one.events]
        waited = [Waiting] * len(ahead)
        assert kinds[: len(ahead) + 2] == [Retrieved, *waited, Writing]
    assert model.asked == [CITIES[number] for number in order]
    assert model.most == 1
    assert index.waiting() == 0


def test_what_needs_no_model_does_not_wait(
    index: SharedIndex, model: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = index.ask(asked_of(0))
    advanced(writing, Draft)
    assert is_of(last(index, 1, extract=True), 1)
    assert found(index, 2)
    monkeypatch.setattr(gate, "confidence", lambda *_: 0.0)
    assert last(index, 3).reason == "not_found"
    assert index.waiting() == 0
    assert model.asked == [CITIES[0]]
    writing.close()


@pytest.mark.parametrize("kind", [Writing, Draft])
def test_who_leaves_gives_the_turn_to_the_next(index: SharedIndex, model: Held, kind: type) -> None:
    first, second, third = (index.ask(asked_of(number)) for number in range(3))
    advanced(first, kind)
    assert advanced(second, Waiting) == Waiting(1)
    assert advanced(third, Waiting) == Waiting(2)
    second.close()
    assert index.waiting() == 1
    assert advanced(third, Waiting) == Waiting(1)
    first.close()
    model.go.set()
    *_, answer = third
    assert is_of(answer, 2)
    assert model.asked[-1] == CITIES[2]
    assert CITIES[1] not in model.asked
    assert model.most == 1


def test_the_turn_ends_with_the_answer_however_long_that_is_looked_at(
    index: SharedIndex, model: Held
) -> None:
    model.go.set()
    first = index.ask(asked_of(0))
    assert is_of(advanced(first, Answer), 0)
    second = index.ask(asked_of(1))
    assert isinstance(next(second), Retrieved)
    assert isinstance(next(second), Writing)


def test_the_model_has_stopped_before_the_next_turn(
    index: SharedIndex, model: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = index.ask(asked_of(0))
    advanced(events, Draft)  # what was copied
    advanced(events, Draft)  # of the sentence
    writing_for = []
    leave = index._line.leave
    monkeypatch.setattr(
        index._line, "leave", lambda place: writing_for.append(model.now) or leave(place)
    )
    assert model.now == 1
    events.close()
    assert writing_for == [0]


def test_who_stops_waiting_gets_the_words_of_the_sources(index: SharedIndex, model: Held) -> None:
    writing = index.ask(asked_of(0))
    advanced(writing, Draft)
    stop = threading.Event()
    waiting = index.ask(asked_of(1), stop=stop.is_set)
    advanced(waiting, Waiting)
    stop.set()
    answer = advanced(waiting, Answer)
    assert is_of(answer, 1)
    assert (answer.model, answer.reason) == ("extractive", "interrupted")
    assert index.waiting() == 0
    assert model.asked == [CITIES[0]]
    writing.close()


def test_a_model_that_fails_gives_the_turn_to_the_next(
    index: SharedIndex, model: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = model.stream

    def failing(messages: Sequence[Message]) -> Iterator[str]:
        if asks_for_phrase(messages):
            yield from sound(messages)
            return
        yield "استقبل "
        raise GenerationError(generation_failed("held", "broken"))

    monkeypatch.setattr(model, "stream", failing)
    first, second = index.ask(asked_of(0)), index.ask(asked_of(1))
    advanced(first, Draft)
    advanced(second, Waiting)
    with pytest.raises(GenerationError, match="broken"):
        list(first)
    monkeypatch.setattr(model, "stream", sound)
    model.go.set()
    *_, answer = second
    assert is_of(answer, 1)


def test_a_model_is_opened_once_and_again_only_if_that_failed(index: SharedIndex) -> None:
    model, opened = Held(), []
    model.go.set()

    def opener() -> Held:
        opened.append(1)
        if len(opened) == 1:
            raise GenerationError(generation_failed("held", "no memory"))
        return model

    with_opener = SharedIndex(index.folder, opener)
    assert opened == []
    with pytest.raises(GenerationError, match="no memory"):
        last(with_opener, 0)
    assert with_opener.waiting() == 0
    assert is_of(last(with_opener, 0), 0)
    assert is_of(last(with_opener, 1), 1)
    assert len(opened) == 2
    with_opener.close()
    assert model.closed == 1


# what is seen of changes


def test_without_an_index_there_is_nothing_and_no_error(empty: SharedIndex) -> None:
    retrieved, answer = empty.ask("كم عدد الزوار؟")
    assert retrieved == Retrieved((), 0.0)
    assert (answer.status, answer.reason, answer.language) == ("abstained", "empty_index", "ar")
    assert empty.search("كم عدد الزوار؟") == []
    assert (empty.documents(), empty.document("x"), empty.generation) == ([], None, 0)
    with pytest.raises(IndexMissingError), empty.store():
        pass
    with pytest.raises(IndexMissingError):
        empty.remove(["x"])
    assert not empty.folder.exists()


def test_an_index_without_documents_is_empty(empty: SharedIndex) -> None:
    add(empty, 0)
    empty.remove([id_of(empty, 0)])
    assert last(empty, 0).reason == "empty_index"


def test_another_process_is_followed(index: SharedIndex, tmp_path: Path) -> None:
    more = jsonl(tmp_path / "more.jsonl", {"id": "rain", "text": "تهاطلت أمطار الزمخشري بالعرائش."})
    asked = "أين تهاطلت أمطار الزمخشري؟"
    assert "rain" not in {hit.passage.doc_id for hit in index.search(asked)}
    command = [sys.executable, "-m", "rag", "index", str(more), "--index", str(index.folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ}, check=True, capture_output=True)
    assert index.search(asked)[0].passage.doc_id == "rain"
    *_, answer = index.ask(asked, extract=True)
    assert [c.passage.doc_id for c in answer.citations] == ["rain"]


def test_while_another_writes_the_old_generation_is_used_as_it_is_open(
    index: SharedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(index, 0)
    loaded = []
    load = derived.DenseIndex.load
    monkeypatch.setattr(derived.DenseIndex, "load", lambda *given: loaded.append(1) or load(*given))
    with index.store() as store, write_lock(store.folder):
        put(store, document("rain", "تهاطلت أمطار غزيرة على العرائش."))
        for _ in range(3):
            assert "rain" not in {h.passage.doc_id for h in index.search("أمطار العرائش")}
        assert loaded == []
    # The writer went without bringing the search up to date: who asks next does it.
    assert index.search("أمطار العرائش")[0].passage.doc_id == "rain"
    before = len(loaded)
    assert index.search("أمطار العرائش")[0].passage.doc_id == "rain"
    assert len(loaded) == before


def test_an_index_made_anew_in_its_place_is_another(index: SharedIndex, tmp_path: Path) -> None:
    assert found(index, 0)
    other = SharedIndex(tmp_path / "other", None, HASHING)
    add(other, *reversed(range(1, len(CITIES))))  # passages of other numbers
    add(other, 0)
    index.remove([id_of(index, 9)])
    other.remove([id_of(other, 9)])
    assert found(index, 0)
    assert index.generation == other.generation
    shutil.rmtree(index.folder)
    assert index.search(asked_of(0)) == []
    shutil.copytree(other.folder, index.folder)
    for number in range(9):
        assert is_of(last(index, number, extract=True), number)
    other.close()


def test_removed_is_refused_and_gone(index: SharedIndex) -> None:
    gone = id_of(index, 4)
    answer = last(index, 4, extract=True)
    with index.store() as store:
        name = conversations.save(store, answer, owner="me")
    assert found(index, 4)
    assert index.remove([gone])
    assert not found(index, 4)
    assert index.document(gone) is None
    assert gone not in {row.id for row in index.documents()}
    assert last(index, 4, doc_ids=[gone]).status == "abstained"
    assert text_of(4).encode() not in bytes_of(index.folder)
    with index.store() as store:
        (turn,) = conversations.turns(store, name, owner="me")
        assert turn.status == "erased"
        assert check_store(store) == []
        assert check_indexes(store, derived.open_indexes(store)) == []


def test_what_is_removed_while_it_is_answered_is_not_shown(index: SharedIndex, model: Held) -> None:
    events = index.ask(asked_of(0))
    advanced(events, Draft)
    index.remove([id_of(index, 0)])
    model.go.set()
    answer = advanced(events, Answer)
    said = repr(answer)
    assert text_of(0) not in said
    assert list(events) == []
    assert index.waiting() == 0


def test_a_refusal_of_what_is_removed_meanwhile_does_not_show_it(index: SharedIndex) -> None:
    events = index.ask(asked_of(0), extract=True)
    assert isinstance(next(events), Retrieved)
    index.remove([row.id for row in index.documents()])
    (answer,) = events
    assert (answer.reason, answer.hits) == ("empty_index", ())


def test_an_answer_stands_when_something_else_changes(index: SharedIndex, model: Held) -> None:
    add(index, 0)
    events = index.ask(asked_of(0), [id_of(index, 0), id_of(index, 1)])
    advanced(events, Draft)
    index.remove([id_of(index, 9)])
    (index.folder.parent / "docs" / "more.txt").write_text("خبر الزمخشري.", encoding="utf-8")
    assert [d.documents for d in index.add([index.folder.parent / "docs" / "more.txt"])] == [1]
    assert "خبر الزمخشري." in {hit.passage.text for hit in index.search("خبر الزمخشري")}
    model.go.set()
    answer = advanced(events, Answer)
    assert is_of(answer, 0)
    assert answer.model == "held"


def test_nobody_sees_what_is_not_committed(index: SharedIndex) -> None:
    before = index.generation
    with index.store() as store:
        with store.transaction() as db:
            db.execute("UPDATE settings SET value = '999' WHERE key = 'generation'")
            db.execute("UPDATE documents SET title = 'الزمخشري'")
            assert index.generation == before
            assert found(index, 0)
            assert "الزمخشري" not in {row.title for row in index.documents()}
            db.execute("ROLLBACK")
            db.execute("BEGIN")


def test_many_read_while_one_writes(index: SharedIndex) -> None:
    failed: list[BaseException] = []
    done = threading.Event()
    counts = [0] * 4

    def read(reader: int) -> None:
        try:
            while not done.is_set() or not counts[reader]:
                number = counts[reader] % 5
                assert is_of(last(index, number, extract=True), number)
                assert found(index, number)
                counts[reader] += 1
        except BaseException as error:
            failed.append(error)

    readers = [threading.Thread(target=read, args=(reader,)) for reader in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(3):
        index.remove([id_of(index, number) for number in (7, 8)])
        add(index, 7, 8)
    done.set()
    for reader in readers:
        reader.join(60)
    assert failed == []
    with index.store() as store:
        assert check_store(store) == []
        assert check_indexes(store, derived.open_indexes(store)) == []


# documents


def test_only_the_chosen_documents_are_looked_at(index: SharedIndex) -> None:
    chosen = [id_of(index, 2), id_of(index, 5)]
    assert {h.passage.doc_id for h in index.search(asked_of(0), chosen)} <= set(chosen)
    retrieved = next(index.ask(asked_of(0), chosen))
    assert retrieved.hits
    assert {hit.passage.doc_id for hit in retrieved.hits} <= set(chosen)
    assert is_of(last(index, 5, doc_ids=chosen, extract=True), 5)


@pytest.mark.parametrize(
    "chosen", [[], ["unknown"], ['"]', "\ud800", "' OR 1=1 --", "x" * 100_000]]
)
def test_of_no_document_nothing_is_found(index: SharedIndex, chosen: list[str]) -> None:
    assert index.search(asked_of(0), chosen) == []
    assert last(index, 0, doc_ids=chosen).reason == "filtered_out"


def test_each_file_is_found_when_it_is_done(empty: SharedIndex) -> None:
    given = files(empty.folder.parent / "docs", 0, 1)
    missing = given[0].with_name("none.txt")
    done = empty.add([given[0], missing, given[1]], ["a.txt", "b.txt", "c.txt"])
    first = next(done)
    assert (first.name, first.documents, first.problem) == ("a.txt", 1, None)
    assert found(empty, 0)
    second = next(done)
    assert (second.name, second.documents) == ("b.txt", 0)
    assert second.problem.en.startswith("b.txt ")
    assert str(missing.parent) not in repr(second)
    assert not found(empty, 1)
    assert [(d.name, d.documents, d.problem) for d in done] == [("c.txt", 1, None)]
    assert found(empty, 1)
    assert [row.source for row in empty.documents()] == ["a.txt", "c.txt"]
    assert empty.document(empty.documents()[0].id).text == text_of(0)


def test_a_file_that_is_there_already_has_its_documents(index: SharedIndex) -> None:
    before = index.generation
    add(index, 0)
    assert index.generation == before
    assert [d.documents for d in index.add(files(index.folder.parent / "docs", 0), ["x.txt"])] == [
        1
    ]
    assert [row.source for row in index.documents() if row.source == "x.txt"] == ["x.txt"]


def test_every_line_that_cannot_be_read_is_named_but_not_hundreds(empty: SharedIndex) -> None:
    lines = jsonl(empty.folder.parent / "a.jsonl", {"id": 1, "text": text_of(0)}, *["{"] * 9)
    (done,) = empty.add([lines], ["a.jsonl"])
    assert done.documents == 1
    for said in done.problem:
        assert [f"a.jsonl:{number}" in row or f"{number}" in row for number, row in
                enumerate(said.splitlines(), 2)] == [True] * 5  # fmt: skip


def test_a_file_is_taken_in_in_whichever_threads(empty: SharedIndex) -> None:
    """As servers call iterators: each step may run in another one."""
    given = files(empty.folder.parent / "docs", 0, 1)
    steps = empty.add(given)
    done = []
    for _ in given:
        thread = threading.Thread(target=lambda: done.append(next(steps)))
        thread.start()
        thread.join(30)
    assert [one.documents for one in done] == [1, 1]
    with write_lock(empty.folder):
        pass
    asking = index_steps(empty)
    assert is_of(asking, 0)


def index_steps(index: SharedIndex) -> Answer:
    """The answer to a question each of whose events came in another thread."""
    events, seen = index.ask(asked_of(0), extract=True), []
    for _ in range(2):
        thread = threading.Thread(target=lambda: seen.append(next(events)))
        thread.start()
        thread.join(30)
    return seen[-1]


def test_another_writer_is_named_for_each_file(index: SharedIndex) -> None:
    given = files(index.folder.parent / "docs", 0)
    given[0].write_text("خبر جديد.", encoding="utf-8")
    with write_lock(index.folder):
        (done,) = index.add(given)
    assert done.documents == 0
    assert done.problem == index_locked(index.folder)
    assert [d.problem for d in index.add(given)] == [None]


def test_where_no_index_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    index = SharedIndex(tmp_path / "file" / "index", None, HASHING)
    with pytest.raises(UsageError, match="file"):
        list(index.add(files(tmp_path / "docs", 0)))


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("no database")
    SharedIndex(tmp_path, lambda: pytest.fail("opened")).close()
