"""A corpus of any size that is Arabic news to an index, though it says nothing: for speed only.

The words are those of the sample corpus, most frequent first, then words made of roots and
patterns. The word of rank ``r`` is drawn in proportion to ``1 / (r + 2.7)`` (Zipf's law as in
Mandelbrot 1953), so posting lists are as long and as uneven as those of real text. Vectors are
random ones around a few hundred centres, those of sentences around their passage's; nothing is
embedded. Block by block everything comes from its own seed, so a small corpus is the beginning of
a large one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.arabic import words
from rag.derived import open_indexes
from rag.opening import open_for_writing
from rag.schema import Block, Document, Passage
from rag.split import embedded_sentences, embedded_text
from rag.tables import Embedding, vector_key

_BLOCK = 1000  # passages made at a time
_SHORTEST, _LONGEST = 60, 120  # words of a passage
_PER_DOCUMENT = 10  # passages, on average
_NUMBERS, _DATES = 0.03, 0.01  # shares of the words
_MADE = 200_000  # words made, beside those of the sample corpus
_ROOTS = 3000
_CENTRES = 300
_NOISE = 0.8  # length of what sets a vector apart from its centre, whose length is 1

# Radicals, the frequent ones several times.
_RADICALS = tuple("رررننلللمممبببععدددققففسسححججششههووككخططصتتزغضثذظءي")
_PATTERNS = tuple(
    "فعل فاعل مفعول فعال فعيل تفعيل مفاعلة افتعال انفعال استفعال مفعل فعلة فعول فعلاء أفعال مفاعيل "
    "يفعل تفاعل متفعل تفعل مستفعل فواعل فعائل فعلان مفعلة أفعل يستفعل فاعول فعالة".split()
)
_BEFORE = tuple(["", "", "", "", "ال", "ال", "ال", "وال", "بال", "لل", "و", "ب", "ل", "ف", "س"])
_AFTER = tuple(["", "", "", "", "", "ة", "ة", "ات", "ين", "ون", "ها", "ه", "هم", "ي", "ية", "نا"])
_MONTHS = tuple("يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split())
_ARABIC_OR_NAME = re.compile(r"[\u0600-\u06ffA-Z]\D*$")
_ASKING = tuple(
    "كم بلغ عدد|متى تم|من هو|أين|ما هي أسباب|لماذا|كيف|كم كلف|ما نسبة|هل|شحال ديال|فين".split("|")
)
_ASKING_IN_FRENCH = tuple("Combien de|Quand|Quel est le|Où|Pourquoi|Qui a|Comment".split("|"))
_FRENCH = tuple(
    "le la les de des du et à en dans pour sur une un par avec ministère projet région ville "
    "budget millions dirhams nombre année programme travaux ouverture route école festival "
    "participants province eau barrage accord prix production agriculture tourisme".split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``forms[r]`` is drawn where a number from 0 to 1 first lies below ``cumulative[r]``."""

    forms: NDArray[np.object_]
    cumulative: NDArray[np.float64]

    def draw(self, count: int, rng: np.random.Generator) -> NDArray[np.object_]:
        """``count`` words, *shape* ``(count,)``."""
        drawn: NDArray[np.object_] = self.forms[
            np.searchsorted(self.cumulative, rng.random(count), side="right")
        ]
        return drawn


@cache
def vocabulary(seed: int) -> Vocabulary:
    """The words, by rank."""
    counts: Counter[str] = Counter()
    for path in sorted(Path(str(files("eval") / "corpus")).iterdir()):
        if path.suffix in (".txt", ".md"):
            text = path.read_text("utf-8")
            counts.update(text[word.start : word.end] for word in words(text))
    real = [form for form, _ in counts.most_common() if _ARABIC_OR_NAME.match(form)]
    forms = list(dict.fromkeys([*real, *_made(np.random.default_rng(seed))]))
    share = 1 / (np.arange(1, len(forms) + 1) + 2.7)
    return Vocabulary(np.array(forms, object), np.cumsum(share / share.sum()))


def _made(rng: np.random.Generator) -> list[str]:
    roots = rng.choice(_RADICALS, (_ROOTS, 3))
    made = []
    for root, pattern, before, after in zip(
        rng.integers(0, _ROOTS, _MADE),
        rng.choice(_PATTERNS, _MADE),
        rng.choice(_BEFORE, _MADE),
        rng.choice(_AFTER, _MADE),
        strict=True,
    ):
        stem = pattern.translate(str.maketrans("فعل", "".join(roots[root])))
        made.append(f"{before}{stem}{after}")
    return made


def passage_texts(count: int, seed: int) -> Iterator[str]:
    """``count`` texts of 60 to 120 words in sentences, with numbers, dates and Latin names."""
    vocab = vocabulary(seed)
    for block in range(0, count, _BLOCK):
        rng = np.random.default_rng([seed, block])
        sizes = rng.integers(_SHORTEST, _LONGEST + 1, _BLOCK)
        drawn = vocab.draw(int(sizes.sum()), rng)
        kinds = rng.random(len(drawn))
        for place in np.flatnonzero(kinds < _NUMBERS + _DATES):
            drawn[place] = _date(rng) if kinds[place] < _DATES else _number(rng)
        stops = rng.random(len(drawn))
        drawn[stops < 0.05] += "."
        drawn[stops > 0.95] += "،"
        ends = np.cumsum(sizes)
        for start, end in list(zip(ends - sizes, ends, strict=True))[: count - block]:
            yield " ".join(drawn[start:end]) + "."


def _number(rng: np.random.Generator) -> str:
    value = int(10 ** rng.uniform(0, 6))
    styles = (f"{value}", f"{value:,}".replace(",", "."), f"{value % 100},{value % 10}", "2023")
    return styles[rng.integers(len(styles))]


def _date(rng: np.random.Generator) -> str:
    month = _MONTHS[rng.integers(12)]
    return f"{rng.integers(1, 29)} {month} {rng.integers(2015, 2026)}"


def documents(count: int, seed: int) -> Iterator[tuple[Document, list[Passage]]]:
    """Documents that hold ``count`` passages in all, a paragraph each."""
    rng = np.random.default_rng([seed, 1])
    texts = list(passage_texts(count, seed))
    begin = number = 0
    while begin < count:
        size = int(rng.geometric(1 / _PER_DOCUMENT))
        yield _document(f"d{number}", texts[begin : begin + size], rng)
        begin, number = begin + size, number + 1


def _document(
    doc_id: str, texts: list[str], rng: np.random.Generator
) -> tuple[Document, list[Passage]]:
    text = "\n\n".join(texts)
    title = " ".join(texts[0].split()[:8])
    date = f"{rng.integers(2015, 2026)}-{rng.integers(1, 13):02}-{rng.integers(1, 29):02}"
    blocks = (Block(0, len(text), "article"),)
    document = Document(
        doc_id, text, title, f"{doc_id}.txt", date=date, lang="ar", sha256=doc_id, blocks=blocks
    )
    passages, start = [], 0
    for piece in texts:
        end = start + len(piece)
        passages.append(Passage(f"{doc_id}:{start}-{end}", doc_id, piece, start, end, title=title))
        start = end + 2
    return document, passages


def vectors(count: int, dim: int, seed: int) -> NDArray[np.float32]:
    """*Shape* ``(count, dim)``, rows L2-normalised, each near one of a few hundred centres."""
    centres = np.random.default_rng(seed).standard_normal((_CENTRES, dim))
    rows = np.empty((count, dim), np.float32)
    for block in range(0, count, _BLOCK):
        rng = np.random.default_rng([seed, 2, block])
        near = _near(centres[rng.integers(0, _CENTRES, _BLOCK)], rng)
        rows[block : block + _BLOCK] = near[: count - block]
    return rows


def _near(rows: NDArray[Any], rng: np.random.Generator) -> NDArray[np.float32]:
    """Unit vectors about 0.8 of a unit from these, which need not be unit vectors."""
    noise = rng.standard_normal(rows.shape, np.float32)
    moved = _unit(rows) + _NOISE * _unit(noise)
    return _unit(moved).astype(np.float32)


def _unit(rows: NDArray[Any]) -> NDArray[Any]:
    unit: NDArray[Any] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def build(folder: Path, count: int, encoder: str, seed: int = 0) -> None:
    """Make an index of ``count`` passages in ``folder`` for questions embedded by ``encoder``."""
    store, opened = open_for_writing(folder, encoder)
    rng = np.random.default_rng([seed, 4])
    with store:
        rows = iter(vectors(count, opened.dim, seed))
        for document, passages in documents(count, seed):
            keys = [vector_key(opened.id, embedded_text(document, p)) for p in passages]
            made = {}
            for key, passage, row in zip(keys, passages, islice(rows, len(keys)), strict=True):
                sentences = len(embedded_sentences(document, passage))
                made[key] = Embedding(row, _near(np.tile(row, (sentences, 1)), rng))
            store.put(document, document.source, document.sha256, passages, keys, made)
        open_indexes(store)


def questions(corpus: int, count: int, seed: int = 0) -> list[str]:
    """Of ten, four runs of 3 to 7 words of a passage, four Arabic questions of 5 to 14 words
    about one, two French questions with a name or number of one. The passages are among the
    first ``corpus``."""
    rng = np.random.default_rng([seed, 3])
    texts = list(passage_texts(corpus, seed))
    return [
        _question(number % 10, texts[rng.integers(corpus)].split(), rng) for number in range(count)
    ]


def _question(kind: int, said: list[str], rng: np.random.Generator) -> str:
    place = int(rng.integers(len(said) - 14))
    if kind < 4:
        return " ".join(said[place : place + int(rng.integers(3, 8))])
    if kind < 8:
        asking = _ASKING[rng.integers(len(_ASKING))].split()
        size = int(rng.integers(5, 15))
        return f"{' '.join([*asking, *said[place : place + size - len(asking)]])}؟"
    asked = rng.choice(_FRENCH, int(rng.integers(4, 12)))
    named = [word for word in said if re.match(r"[A-Z0-9]", word)][:1]
    return " ".join([_ASKING_IN_FRENCH[rng.integers(7)], *asked, *named, "?"])
