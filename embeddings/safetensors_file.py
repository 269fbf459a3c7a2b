"""Writing a ``.safetensors`` file tensor by tensor, and finding a tensor in one without loading it.

The format: u64 length of the header, the header as JSON (name -> dtype, shape, data_offsets),
the tensors' bytes. https://github.com/huggingface/safetensors#format
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from embeddings.base import Vectors, unusable

_ALIGNMENT = 64


@dataclass(frozen=True, slots=True)
class Location:
    """Where a float32 tensor lies: ``offset`` and ``size`` in bytes of the file."""

    shape: tuple[int, ...]
    offset: int
    size: int


def write(
    path: Path,
    shapes: Mapping[str, tuple[int, ...]],
    rows: Callable[[str], Iterable[Vectors]],
) -> None:
    """Write float32 tensors, asking ``rows(name)`` for some rows at a time to save memory.

    :raises ValueError: if the rows of a tensor are not as many values as its shape announces.
    """
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, shape in shapes.items():
        start, end = end, end + 4 * int(np.prod(shape))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": (start, end)}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % _ALIGNMENT)
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name, shape in shapes.items():
            written = 0
            for values in rows(name):
                np.ascontiguousarray(values, "<f4").tofile(file)
                written += values.size
            if written != int(np.prod(shape)):
                raise ValueError(f"tensor {name!r} has {written} values, announced {shape}")


def locate(path: Path) -> dict[str, Location]:
    """Return where each float32 tensor of the file lies, by name.

    :raises ModelFilesError: if the file is missing, truncated, or of another kind.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, size)))
        start = 8 + length
        places = {
            name: Location(
                tuple(entry["shape"]),
                start + entry["data_offsets"][0],
                entry["data_offsets"][1] - entry["data_offsets"][0],
            )
            for name, entry in header.items()
            if name != "__metadata__" and entry["dtype"] == "F32"
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise unusable(path, f"cannot read where its weights lie ({error!r})") from error
    end = max((place.offset + place.size for place in places.values()), default=0)
    if end > size:
        raise unusable(path, f"it has {size} bytes of {end}")
    return places


def map_tensor(path: Path, place: Location) -> Vectors:
    """Memory-map a tensor read-only; only the rows used are read from the disk."""
    return np.memmap(path, "<f4", "r", place.offset, place.shape)
