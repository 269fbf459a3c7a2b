"""The documents of a question set in an index of the product, kept for the next run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.data import Dataset, Record, as_jsonl
from eval.results import save
from rag import models, opening
from rag.folder import origin_of
from rag.indexing import index_files
from rag.opening import OpenIndex
from rag.schema import Document
from rag.split import SplitSettings
from rag.tables import FORMAT


@dataclass(frozen=True, slots=True)
class Corpus:
    """An open index, what question sets call its documents (``keys``, by document id), and the
    documents by those names. ``embedded`` passages were embedded now, not in an earlier run."""

    index: OpenIndex
    keys: Mapping[str, str]
    documents: Mapping[str, Document]
    embedded: int


def open_corpus(dataset: Dataset, distractors: Sequence[Dataset], encoder: str) -> Corpus:
    """Index the documents of ``dataset``, and those of ``distractors`` beside them, as ``rag
    index`` would: the same loader, splitter and encoder. The index stays in the cache, so only
    what changed is embedded again.

    Raises:
        ModelError: the encoder is not here.
        InputError: a document cannot be read.
    """
    others = {other.corpus: other for other in distractors if other.corpus != dataset.corpus}
    places = [str(file.resolve()) for file in dataset.files] or [dataset.sha256()]
    key = hashlib.sha256(
        repr((FORMAT, SplitSettings(), encoder, places, sorted(others))).encode()
    ).hexdigest()[:12]
    folder = models.models_home().parent / "eval" / f"{dataset.corpus}-{key}"
    written = folder / "documents"
    files = list(dataset.files)
    for one in (dataset, *others.values()):
        if one.records:
            files.append(_written(one.records, one.corpus, written))
    store, opened = opening.open_for_writing(folder, encoder)
    with store:
        report = index_files(store, opened, files, sync_under=[written, *_folders(dataset)])
        if report.failures:
            raise report.failures[0]
    index = opening.open_index(folder)
    names = {origin_of(file): file.name for file in dataset.files}
    keys = {row.id: names.get(row.origin, row.id) for row in index.store.documents()}
    documents = {}
    for doc_id, name in keys.items():
        document = index.store.document(doc_id)
        assert document is not None, doc_id
        documents[name] = document
    return Corpus(index, keys, documents, report.embedded)


def _written(records: Sequence[Record], corpus: str, folder: Path) -> Path:
    path = folder / f"{corpus}.jsonl"
    text = as_jsonl(records, corpus)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        save(path, text)
    return path


def _folders(dataset: Dataset) -> list[Path]:
    return sorted({file.parent for file in dataset.files})
