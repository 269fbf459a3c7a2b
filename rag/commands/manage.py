"""``rag status``, ``remove``, ``check`` and ``repair``."""

from __future__ import annotations

from pathlib import Path

from rag import derived, messages
from rag.checking import Problem, check_indexes, check_store
from rag.console import tell, write
from rag.errors import UsageError
from rag.folder import origin_of, write_lock
from rag.indexing import erase
from rag.store import Store
from rag.stored_vectors import keep_question_means, kept_question_means


def status(folder: Path, lang: str, with_documents: bool) -> int:
    """Print what is in the index and what built it."""
    with Store.open(folder) as store:
        documents, passages = store.counts()
        settings = store.settings
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        for label, value in (
            (messages.STATUS_FOLDER, folder),
            (messages.STATUS_DOCUMENTS, documents),
            (messages.STATUS_PASSAGES, passages),
            (messages.STATUS_ENCODER, settings.encoder_id),
            (messages.STATUS_SIZE, f"{size / 1e6:.1f} MB"),
        ):
            write(f"{label.say(lang)}: {value}")
        if with_documents:
            for row in store.documents():
                write("\t".join((row.id, row.date, str(row.passages), row.source, row.title)))
    return 0


def remove(folder: Path, names: list[str], lang: str) -> int:
    """Erase documents by id, file or folder: from the database and from both search indexes."""
    with Store.open(folder) as store:
        chosen, unknown = _named(store, names)
        if unknown:
            raise UsageError(messages.not_in_index(", ".join(unknown)))
        before = store.counts()
        if not erase(store, chosen):
            tell(messages.still_in_log(folder).say(lang))
        after = store.counts()
    write(messages.removed(before[0] - after[0], before[1] - after[1]).say(lang))
    return 0


def _named(store: Store, names: list[str]) -> tuple[list[str], list[str]]:
    """The documents that ``names`` mean (ids, files, folders), and the names that mean none."""
    places = {name: origin_of(Path(name)) for name in names}
    wanted = {*names, *places.values()}
    met: set[str] = set()
    chosen = []
    for row in store.documents():
        if found := wanted & {row.id, row.origin, *map(str, Path(row.origin).parents)}:
            met |= found
            chosen.append(row.id)
    return chosen, [name for name in names if not met & {name, places[name]}]


def check(folder: Path, lang: str) -> int:
    """Print every disagreement; 0 if there is none, else 1."""
    with Store.open(folder) as store, write_lock(folder):
        problems = check_store(store)
        if not problems:
            indexes = derived.catch_up(store)
            if indexes.repaired:
                tell(messages.index_repaired(indexes.repaired).say(lang))
            problems = check_indexes(store, indexes)
        return _report(store, problems, lang)


def repair(folder: Path, lang: str) -> int:
    """Drop documents that disagree with themselves, rebuild both search indexes, check."""
    with Store.open(folder) as store, write_lock(folder):
        damaged = sorted({problem.doc_id for problem in check_store(store) if problem.doc_id})
        for doc_id in damaged:
            write(messages.dropped(doc_id).say(lang))
        if damaged:
            store.remove(damaged)
        keep_question_means(store, kept_question_means(store))  # those that can be read
        indexes = derived.rebuild(store)
        store.flush()
        write(messages.repaired(len(damaged)).say(lang))
        return _report(store, check_store(store) or check_indexes(store, indexes), lang)


def _report(store: Store, problems: list[Problem], lang: str) -> int:
    if not problems:
        write(messages.check_passed(*store.counts()).say(lang))
        return 0
    for problem in problems:
        write(f"{problem.where}: {problem.what}")
    tell(messages.check_failed(len(problems)).say(lang))
    return 1
