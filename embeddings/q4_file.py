"""The packed 4-bit model file: header, vocabulary, character map, tensors.

Little-endian throughout. In order:

- ``b"E5S1"``, u32 version, then as i32 the hidden size, layers, heads, feed-forward size, rows of
  the word table, positions, rows of the type table; f32 LayerNorm epsilon; i32 block size (32)
- i32 pieces, and the ids of ``<s> </s> <pad> <unk>``; u64 length of the pieces' bytes; u32
  offsets (pieces + 1); f32 scores; the pieces' UTF-8 bytes
- i32 entries and u32 bytes of the character map; an entry is a u32 code point, a u8 count and as
  many u32 code points to put in its place
- i32 tensors; a directory entry is a u16 length and a name, u8 type (0 = f32, 1 = Q4_0), u32
  elements, u64 offset from the start of the file, u64 bytes
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.base import Vectors, unusable

BLOCK = 32
BLOCK_BYTES = 18  # an f16 scale, then 16 bytes of two weights each

_CHUNK_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a BERT encoder, as the header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    words: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A SentencePiece unigram vocabulary. A piece's id is its index; scores are log-probabilities.

    ``charsmap`` says what replaces a character before anything is looked up.
    """

    pieces: list[str]
    scores: NDArray[np.float32]
    charsmap: dict[str, str]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class _Entry:
    quantised: bool
    elements: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Q4File:
    """An opened file. Tensors are read from the disk when asked for."""

    path: Path
    shape: Shape
    vocabulary: Vocabulary
    directory: dict[str, _Entry]
    data: NDArray[np.uint8]

    def rows(self, name: str, *shape: int) -> Iterator[Vectors]:
        """Yield tensor ``name`` of the given shape as float32, some rows at a time.

        :raises ModelFilesError: if the file has no such tensor, or one of another size.
        """
        entry = self._entry(name, shape)
        row = entry.size // shape[0]
        step = max(_CHUNK_BYTES // row, 1)
        for first in range(0, shape[0], step):
            count = min(step, shape[0] - first)
            start = entry.offset + first * row
            raw = self.data[start : start + count * row]
            values = dequantise(raw) if entry.quantised else raw.view("<f4")
            yield values.astype(np.float32, copy=False).reshape(count, *shape[1:])

    def _entry(self, name: str, shape: tuple[int, ...]) -> _Entry:
        entry = self.directory.get(name)
        if entry is None:
            raise unusable(self.path, f"it has no tensor {name!r}")
        if entry.elements != int(np.prod(shape)):
            raise unusable(self.path, f"tensor {name!r} has {entry.elements} values, not {shape}")
        return entry


def dequantise(raw: NDArray[np.uint8]) -> Vectors:
    """Expand Q4_0 blocks: ``weight = (nibble - 8) * scale``.

    A block of 18 bytes holds an f16 scale and 32 weights; byte ``j`` of its 16 bytes has weight
    ``j`` in the low four bits and weight ``j + 16`` in the high four.

    *Shape:* ``(18 * n,)`` uint8 in, ``(32 * n,)`` float32 out.
    """
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    nibbles = np.concatenate([packed & 0x0F, packed >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scales).reshape(-1)


def read(path: Path) -> Q4File:
    """Open a packed model file and check that all it announces is there.

    :raises ModelFilesError: if the file is missing, of another kind, or truncated.
    """
    try:
        data: NDArray[np.uint8] = np.memmap(path, np.uint8, "r")
    except (OSError, ValueError) as error:  # numpy's ValueError: the file is empty
        raise unusable(path, error) from error
    cursor = _Cursor(path, data)
    shape = _read_shape(cursor)
    vocabulary = _read_vocabulary(cursor)
    return Q4File(path, shape, vocabulary, _read_directory(cursor), data)


class _Cursor:
    """A position in the file that cannot run past its end."""

    def __init__(self, path: Path, data: NDArray[np.uint8]) -> None:
        self.path = path
        self.data = data
        self.position = 0

    def take(self, size: int) -> bytes:
        end = self.position + size
        if size < 0 or end > self.data.size:
            raise unusable(self.path, f"it ends at byte {self.data.size}, byte {end} is missing")
        chunk = self.data[self.position : end].tobytes()
        self.position = end
        return chunk

    def numbers(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        return np.frombuffer(self.take(count * np.dtype(dtype).itemsize), dtype)


def _read_shape(cursor: _Cursor) -> Shape:
    if cursor.take(4) != b"E5S1":
        raise unusable(cursor.path, "it does not begin with E5S1")
    version, *values, block = cursor.numbers("I7ifi")
    shape = Shape(*values)
    if version != 1 or block != BLOCK or min(values) <= 0 or shape.hidden % shape.heads:
        raise unusable(cursor.path, f"its header is not understood (version {version})")
    return shape


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, *special = cursor.numbers("5i")
    (size,) = cursor.numbers("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count)
    blob = cursor.take(size)
    if not all(0 <= id_ < count for id_ in special):
        raise unusable(cursor.path, f"it has {count} pieces and special ids {special}")
    try:
        pieces = [blob[start:end].decode() for start, end in pairwise(offsets)]
        charsmap = _read_charsmap(cursor)
    except (ValueError, OverflowError) as error:  # not UTF-8, no code point
        raise unusable(cursor.path, f"its vocabulary is garbled ({error})") from error
    return Vocabulary(pieces, scores, charsmap, *special)


def _read_charsmap(cursor: _Cursor) -> dict[str, str]:
    charsmap = {}
    entries, _ = cursor.numbers("iI")
    for _ in range(entries):
        code, length = cursor.numbers("IB")
        charsmap[chr(code)] = "".join(map(chr, cursor.numbers(f"{length}I")))
    return charsmap


def _read_directory(cursor: _Cursor) -> dict[str, _Entry]:
    directory = {}
    (count,) = cursor.numbers("i")
    for _ in range(count):
        (length,) = cursor.numbers("H")
        name = cursor.take(length).decode(errors="replace")
        kind, elements, offset, size = cursor.numbers("BIQQ")
        expected = elements // BLOCK * BLOCK_BYTES if kind == 1 else 4 * elements
        if kind not in (0, 1) or size != expected or offset + size > cursor.data.size:
            raise unusable(cursor.path, f"tensor {name!r} is not wholly there")
        directory[name] = _Entry(kind == 1, elements, offset, size)
    return directory
