"""Files that the page was given: what is taken, and where it is kept."""

from __future__ import annotations

import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from rag import messages
from rag.errors import UsageError
from rag.load import SUFFIXES

FOLDER = "uploads"
"""Below the index folder; each file in a folder of its own with a random name."""
MOST_FILES = 50
MOST_BYTES = 20 * 2**20
_MOST_NAME = 200  # bytes; file systems take 255
# Nothing that ends a name, hides it, or turns the line it is shown in.
_NOT_IN_NAMES = re.compile(
    r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff'
    "\ud800-\udfff]"
)


def accept(files: Sequence[Path], folder: Path) -> list[Path]:
    """Copy files below the index folder, readable by their owner alone; the copies, in order.

    Raises:
        UsageError: they are too many, or one is too large or of a kind that is not read; then
            none is copied.
    """
    if len(files) > MOST_FILES:
        raise UsageError(messages.too_many_files(len(files), MOST_FILES))
    for file in files:
        name = clean_name(file.name)
        if Path(name).suffix.lower() not in SUFFIXES:
            raise UsageError(messages.unsupported_file(name, " ".join(SUFFIXES)))
        if file.is_symlink() or not file.is_file():
            raise UsageError(messages.missing_path(name))
        if file.stat().st_size > MOST_BYTES:
            raise UsageError(messages.file_too_large(name, MOST_BYTES // 2**20))
    return [_copied(file, folder / FOLDER) for file in files]


def clean_name(name: str) -> str:
    """A file name to keep and to show: no path, nothing invisible, its suffix kept."""
    bare = _NOT_IN_NAMES.sub("", unicodedata.normalize("NFC", name)).strip(" .")
    stem, suffix = Path(bare).stem, Path(bare).suffix
    short = stem.encode()[:_MOST_NAME].decode("utf-8", "ignore")
    return f"{short or 'document'}{suffix[:10]}"


def discard(origins: Iterable[str | Path], folder: Path) -> None:
    """Delete the uploads among these files; others are not touched."""
    kept = (folder / FOLDER).resolve()
    for origin in origins:
        path = Path(origin).resolve()
        if path.parent.parent == kept:
            shutil.rmtree(path.parent, ignore_errors=True)


def _copied(file: Path, uploads: Path) -> Path:
    uploads.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    uploads.mkdir(mode=0o700, exist_ok=True)
    own = uploads / secrets.token_hex(8)
    own.mkdir(mode=0o700)
    copy = own / clean_name(file.name)
    shutil.copyfile(file, copy)
    copy.chmod(0o600)
    return copy
