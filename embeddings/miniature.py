"""A packed model file of 30 kB with random weights: two layers of width 32, two dozen pieces.

For tests, which convert and open it as they would the real one, and need no download.
"""

import struct
from dataclasses import astuple
from pathlib import Path

import numpy as np

from embeddings.base import Vectors
from embeddings.q4_file import BLOCK, Shape

SHAPE = Shape(
    hidden=32,
    layers=2,
    heads=4,
    feed_forward=64,
    words=40,
    positions=24,
    types=2,
    epsilon=2.0**-10,  # exact in float32
)

PIECES = [
    ("<s>", 0.0),
    ("<pad>", 0.0),
    ("</s>", 0.0),
    ("<unk>", 0.0),
    ("▁", -3.5),
    ("▁query", -9.0),
    ("▁passage", -9.5),
    (":", -4.0),
    ("▁a", -4.0),
    ("a", -3.0),
    ("b", -3.0),
    ("ab", -3.5),
    ("▁ab", -5.0),
    ("aba", -8.0),
    ("ا", -3.25),
    ("ل", -3.25),
    ("ال", -4.5),
    ("▁ال", -4.25),
    ("▁كتاب", -10.0),
    ("م", -5.0),
    ("\u064e", -6.0),
    ("e", -5.5),
    ("لا", -6.75),
    ("ba", -6.0),
    ("xa", -10.0),
    ("aab", -1.0),
    ("<mask>", 0.0),
]

CHARSMAP = {
    "\x01": "",
    "\x7f": "",
    "\t": " ",
    "\n": " ",
    "\u00a0": " ",
    "\u200b": " ",
    "\u200d": " ",
    "\u2581": " ",
    "½": "1/2",
    "\ufefb": "لا",
    "\ufdfa": "ال ال",
}


def write_miniature(path: Path) -> Path:
    """Write the file with random weights (always the same) and return its path."""
    rng = np.random.default_rng(7)
    hidden, wide = SHAPE.hidden, SHAPE.feed_forward
    tensors = {
        "emb.word": rng.standard_normal((SHAPE.words, hidden)),
        "emb.pos": rng.standard_normal((SHAPE.positions, hidden)),
        "emb.type": rng.standard_normal((SHAPE.types, hidden)),
        "emb.ln.w": rng.uniform(0.5, 1.5, hidden),
        "emb.ln.b": rng.standard_normal(hidden),
    }
    for layer in range(SHAPE.layers):
        for name, outputs, inputs in [
            ("q", hidden, hidden),
            ("k", hidden, hidden),
            ("v", hidden, hidden),
            ("ao", hidden, hidden),
            ("fi", wide, hidden),
            ("fo", hidden, wide),
        ]:
            tensors[f"l{layer}.{name}.w"] = rng.standard_normal((outputs, inputs)) / 4
            tensors[f"l{layer}.{name}.b"] = rng.standard_normal(outputs)
        for name in ("aln", "oln"):
            tensors[f"l{layer}.{name}.w"] = rng.uniform(0.5, 1.5, hidden)
            tensors[f"l{layer}.{name}.b"] = rng.standard_normal(hidden)
    path.write_bytes(
        _pack({name: np.asarray(values, np.float32) for name, values in tensors.items()})
    )
    return path


def _pack(tensors: dict[str, Vectors]) -> bytes:
    head = b"E5S1" + struct.pack("<I7ifi", 1, *astuple(SHAPE), BLOCK)
    encoded = [piece.encode() for piece, _ in PIECES]
    offsets = [sum(map(len, encoded[:i])) for i in range(len(encoded) + 1)]
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, offsets[-1])
    head += struct.pack(f"<{len(offsets)}I", *offsets)
    head += struct.pack(f"<{len(PIECES)}f", *(score for _, score in PIECES))
    head += b"".join(encoded)
    entries = b"".join(
        struct.pack(f"<IB{len(text)}I", ord(character), len(text), *map(ord, text))
        for character, text in CHARSMAP.items()
    )
    head += struct.pack("<iI", len(CHARSMAP), len(entries)) + entries
    quantised = {name: _is_matrix(name) for name in tensors}
    bodies = {
        name: _quantise(values) if quantised[name] else values.astype("<f4").tobytes()
        for name, values in tensors.items()
    }
    start = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, values in tensors.items():
        body = bodies[name]
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", quantised[name], values.size, start, len(body))
        start += len(body)
    return head + directory + b"".join(bodies.values())


def _is_matrix(name: str) -> bool:
    return name == "emb.word" or (name.endswith(".w") and "ln." not in name)


def _quantise(values: Vectors) -> bytes:
    """Q4_0: per 32 weights an f16 scale, and ``round(weight / scale) + 8`` in four bits."""
    packed = b""
    for block in values.reshape(-1, BLOCK):
        scale = float(np.float16(np.abs(block).max() / 7))
        nibbles = np.clip(np.round(block / scale) + 8, 0, 15).astype(np.uint8)
        packed += struct.pack("<e", scale) + bytes(nibbles[:16] | nibbles[16:] << 4)
    return packed
