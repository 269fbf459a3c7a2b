"""A unigram tokenizer that opens in a few milliseconds.

It gives the ids that the folder's ``tokenizer.json`` gives. That one takes more than a second and
some hundred megabytes to load its 250,000 pieces, longer than answering a question; this one looks
pieces up in sorted arrays that stay on the disk.

The segmentation is the one with the greatest sum of scores (`Kudo, 2018`_), found by dynamic
programming; of two equal sums the one whose last piece is longer, as in ``tokenizers``. A
character that no piece covers costs the worst score minus 10, and a run of such characters is one
unknown token.

.. _Kudo, 2018: https://arxiv.org/abs/1804.10959
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.base import unusable
from embeddings.q4_file import Vocabulary

_SPACE = "▁"  # what SentencePiece writes for a space
_UNKNOWN_PENALTY = 10.0
_CACHED_WORDS = 100_000  # some 30 MB
_SLAB = 4096  # characters looked up together; each takes about 1 kB meanwhile

_PIECES, _IDS, _SCORES, _RULES = "pieces.npy", "ids.npy", "scores.npy", "rules.json"


@dataclass(frozen=True, slots=True)
class Unigram:
    """An opened tokenizer.

    ``pieces`` are sorted by code points; ``ids`` and ``scores`` go with them. ``special`` are the
    special tokens and their ids. ``cache`` holds the ids of words already met: few words make up
    most of a text.
    """

    pieces: NDArray[np.str_]
    ids: NDArray[np.int32]
    scores: NDArray[np.float32]
    charsmap: dict[int, str]
    special: dict[str, int]
    bos: int
    eos: int
    unk: int
    unknown_score: float
    cache: dict[str, list[int]] = field(default_factory=dict)

    def encode(self, text: str) -> list[int]:
        """Return the ids of ``text``, without special tokens except those it names literally."""
        if any(token in text for token in self.special):
            parts = re.split("(" + "|".join(map(re.escape, self.special)) + ")", text)
            return [id_ for part in parts for id_ in self._encode_part(part)]
        return self._encode_part(text)

    def _encode_part(self, text: str) -> list[int]:
        if text in self.special:
            return [self.special[text]]
        text = text.translate(self.charsmap).replace("\0", "\uffff")  # NUL pads the arrays here
        words = [_SPACE + word for word in text.split(" ") if word]
        known = {word: self.cache.get(word) for word in words}
        new = [word for word, ids in known.items() if ids is None]
        if new:
            found = dict(zip(new, self._segment(new), strict=True))
            known |= found
            if len(self.cache) > _CACHED_WORDS:
                self.cache.clear()
            self.cache.update(found)
        return [id_ for word in words for id_ in known[word] or ()]

    def _segment(self, words: list[str]) -> list[list[int]]:
        lengths = np.array([len(word) for word in words])
        word_ends = np.cumsum(lengths)
        starts, ends, places = self._find_pieces("".join(words), word_ends, lengths)
        scores, ids = self._scores_and_ids(places)
        # Scores are float32, so these float64 sums are exact and ties are real ties.
        total = [0.0] + [-np.inf] * int(word_ends[-1])
        came_from = [(0, self.unk)] * len(total)
        for start, end, score, id_ in zip(
            starts.tolist(), ends.tolist(), scores.tolist(), ids.tolist(), strict=True
        ):
            if total[start] + score > total[end]:
                total[end] = total[start] + score
                came_from[end] = start, id_
        return [
            self._walk_back(came_from, end - length, end)
            for length, end in zip(lengths.tolist(), word_ends.tolist(), strict=True)
        ]

    def _find_pieces(
        self, text: str, word_ends: NDArray[np.intp], lengths: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """Find every piece in ``text``: its start, its end, its place in ``pieces``.

        In the order of starts. A character that is no piece by itself has the place -1.
        """
        width = self.pieces.dtype.itemsize // 4
        codes = np.frombuffer(text.encode("utf-32-le"), "<u4")
        to_word_end = np.repeat(word_ends, lengths) - np.arange(codes.size)
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(codes, (0, width - 1)), width)
        found = []
        for first in range(0, codes.size, _SLAB):
            slab = slice(first, first + _SLAB)
            starts, last = np.nonzero(np.arange(width) < to_word_end[slab, None])
            keys = np.where(np.arange(width) <= last[:, None], windows[slab][starts], 0)
            keys = keys.astype(np.uint32).view(self.pieces.dtype)[:, 0]
            places = np.minimum(np.searchsorted(self.pieces, keys), self.pieces.size - 1)
            known = self.pieces[places] == keys
            kept = known | (last == 0)
            starts += first
            found.append(
                (starts[kept], (starts + last + 1)[kept], np.where(known, places, -1)[kept])
            )
        starts, ends, places = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return starts, ends, places

    def _scores_and_ids(
        self, places: NDArray[np.intp]
    ) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        unknown = places < 0
        scores = np.where(unknown, self.unknown_score, self.scores[places])
        return scores, np.where(unknown, self.unk, self.ids[places])

    def _walk_back(self, came_from: list[tuple[int, int]], start: int, end: int) -> list[int]:
        ids: list[int] = []
        while end > start:
            end, id_ = came_from[end]
            if not (id_ == self.unk and ids and ids[-1] == self.unk):  # a run is one token
                ids.append(id_)
        return ids[::-1]


def write(folder: Path, vocabulary: Vocabulary, special: Sequence[str]) -> None:
    """Write the arrays for ``vocabulary`` into ``folder``."""
    pieces = np.array(vocabulary.pieces, dtype=np.str_)
    order = np.argsort(pieces)
    np.save(folder / _PIECES, pieces[order])
    np.save(folder / _IDS, order.astype(np.int32))
    np.save(folder / _SCORES, vocabulary.scores[order].astype(np.float32))
    rules = {
        "charsmap": vocabulary.charsmap,
        "special": {token: vocabulary.pieces.index(token) for token in special},
        "bos": vocabulary.bos,
        "eos": vocabulary.eos,
        "unk": vocabulary.unk,
        "unknown_score": float(vocabulary.scores.min()) - _UNKNOWN_PENALTY,
    }
    (folder / _RULES).write_text(json.dumps(rules), encoding="utf-8")


def load(folder: Path) -> Unigram:
    """Open what ``write`` wrote; the arrays are memory-mapped.

    :raises ModelFilesError: if a file is missing or damaged.
    """
    try:
        rules = json.loads((folder / _RULES).read_text(encoding="utf-8"))
        return Unigram(
            pieces=np.load(folder / _PIECES, mmap_mode="r"),
            ids=np.load(folder / _IDS, mmap_mode="r"),
            scores=np.load(folder / _SCORES, mmap_mode="r"),
            charsmap=str.maketrans(rules["charsmap"]),
            special=rules["special"],
            bos=rules["bos"],
            eos=rules["eos"],
            unk=rules["unk"],
            unknown_score=rules["unknown_score"],
        )
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise unusable(folder, f"cannot open its tokenizer ({error!r})") from error
