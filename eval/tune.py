"""What the provisional gate was chosen by.

    python -m eval.tune FOLDER...

Each folder holds ``passages.jsonl`` ({"id","title","text"}) and ``questions.jsonl``
({"id","question","passage_id","answers"}, optional "also_passages"), and perhaps
``*_en_questions.jsonl`` in English with the same ids. All passages go into one index, one passage
a document. Printed: how often the answer is in the first n evidence sentences; the gate's
coefficients, and how many questions pass it that are answerable, near a topic (their passage kept
from the search), or off topic (their whole set kept from it).
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Encoder
from rag import derived, gate, opening
from rag.arabic import fold
from rag.evidence import Evidence, gather
from rag.question import understand
from rag.schema import Block, Document, Passage
from rag.search import HybridSearcher
from rag.split import embedded_sentences, embedded_text
from rag.store import Embedding, IndexSettings, Store

_SAMPLE, _SEED = 300, 0
_HITS = 6
_THRESHOLDS = (0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set; ``gold`` are the numbers of the passages that answer it."""

    name: str
    text: str
    gold: frozenset[int]
    answers: tuple[str, ...]


class Remembering:
    """An encoder that encodes a text once; sentences come back in every search."""

    def __init__(self, inner: Encoder) -> None:
        self.id, self.dim, self.max_tokens = inner.id, inner.dim, inner.max_tokens
        self._inner = inner
        self._known: dict[tuple[bool, str], NDArray[np.float32]] = {}

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        return self._encode(texts, True)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        return self._encode(texts, False)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See ``Encoder``."""
        return self._inner.count_tokens(texts)

    def _encode(self, texts: Sequence[str], query: bool) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if (query, text) not in self._known]
        encode = self._inner.encode_queries if query else self._inner.encode_passages
        for text, vector in zip(new, encode(new), strict=True):
            self._known[query, text] = vector
        return np.array([self._known[query, text] for text in texts])


def main(folders: Sequence[str]) -> int:
    """Print everything."""
    encoder = Remembering(opening.open_encoder(opening.DEFAULT_ENCODER))
    with tempfile.TemporaryDirectory() as name:
        settings = IndexSettings("tune", encoder.id, encoder.dim, 0)
        with Store.create(Path(name), settings) as store:
            sets, asked = {}, []
            for folder in map(Path, folders):
                sets[folder.name] = _add(store, encoder, folder)
                asked += _questions(folder, sets[folder.name])
            searcher = HybridSearcher(store, derived.catch_up(store), encoder)
            _sentences(searcher, asked)
            _gate(searcher, asked, sets)
    return 0


def _add(store: Store, encoder: Encoder, folder: Path) -> dict[str, int]:
    """Store a set; returns the passage numbers by id."""
    rows = _read(folder / "passages.jsonl")
    documents = [
        Document(
            id=f"{folder.name}/{row['id']}", text=row["text"], title=row.get("title", ""),
            lang="ar", blocks=(Block(0, len(row["text"]), "article"),),
        )
        for row in rows
    ]  # fmt: skip
    passages = [Passage(f"{d.id}:0", d.id, d.text, 0, len(d.text), "article") for d in documents]
    texts = [embedded_text(d, p) for d, p in zip(documents, passages, strict=True)]
    first = max(store.seqs(), default=0) + 1
    for document, passage, vector in zip(
        documents, passages, encoder.encode_passages(texts), strict=True
    ):
        sentences = encoder.encode_passages(embedded_sentences(document, passage))
        embedded = {document.id: Embedding(vector, sentences)}
        store.put(document, folder.name, "", [passage], [document.id], embedded)
    return {row["id"]: number for number, row in enumerate(rows, start=first)}


def _questions(folder: Path, seqs: dict[str, int]) -> list[Asked]:
    found = []
    for path in [folder / "questions.jsonl", *sorted(folder.glob("*_en_questions.jsonl"))]:
        name = folder.name if path.name == "questions.jsonl" else path.stem
        rows = [row for row in _read(path) if row["passage_id"]]
        for row in random.Random(_SEED).sample(rows, min(_SAMPLE, len(rows))):
            gold = frozenset(seqs[i] for i in (row["passage_id"], *row.get("also_passages", ())))
            found.append(Asked(name, row["question"], gold, tuple(row["answers"])))
    return found


def _read(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _sentences(searcher: HybridSearcher, asked: Sequence[Asked]) -> None:
    _say("share of questions whose answer is in the first n evidence sentences")
    for most in (1, 2, 3):
        right: dict[str, list[bool]] = {}
        for question in asked:
            texts = [fold(item.text) for item in _evidence(searcher, question.text)[0][:most]]
            found = any(fold(answer) in text for answer in question.answers for text in texts)
            right.setdefault(question.name, []).append(found)
        _say(f"  {most}: {_shares(right)}")


def _gate(
    searcher: HybridSearcher, asked: Sequence[Asked], sets: dict[str, dict[str, int]]
) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    everything = searcher.store.seqs()
    background = searcher.indexes.dense.mean()
    rows: dict[bool, list[tuple[gate.Features, int]]] = {True: [], False: []}
    for question in asked:
        own = next(set(s.values()) for s in sets.values() if question.gold <= set(s.values()))
        for kind, allow in enumerate((None, everything - question.gold, everything - own)):
            evidence, vector = _evidence(searcher, question.text, allow)
            read = gate.features(understand(question.text), evidence, float(background @ vector))
            rows[read.same_script].append((read, kind))
    for same_script, found in rows.items():
        x = np.array([
            (f.cosine, f.coverage) if same_script else (f.cosine, f.background, f.named)
            for f, _ in found
        ])  # fmt: skip
        kinds = np.array([kind for _, kind in found])
        model = LogisticRegression(C=100).fit(x, kinds == 0, sample_weight=1 + (kinds == 0))
        p = model.predict_proba(x)[:, 1]
        name = "same script" if same_script else "across scripts"
        _say(f"gate, {name}: {model.coef_[0].round(2).tolist()} {model.intercept_[0]:.2f}")
        for label, kind in (("near a topic", 1), ("off topic", 2)):
            chosen = kinds != 3 - kind
            auroc = roc_auc_score(kinds[chosen] == 0, p[chosen])
            _say(f"  AUROC against questions {label}: {auroc:.3f}")
        for threshold in _THRESHOLDS:
            passed = [f"{(p[kinds == kind] > threshold).mean():.3f}" for kind in (0, 1, 2)]
            _say(f"  above {threshold}: answerable, near, off topic {', '.join(passed)}")


def _evidence(
    searcher: HybridSearcher, text: str, allow: set[int] | None = None
) -> tuple[list[Evidence], NDArray[np.float32]]:
    question = understand(text)
    found = searcher.find(question, _HITS, allow)
    evidence = gather(question, found.vector, found.hits, searcher.encoder, searcher.weight)
    return evidence, found.vector


def _shares(right: dict[str, list[bool]]) -> str:
    return ", ".join(f"{name} {100 * np.mean(found):.1f}" for name, found in right.items())


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
