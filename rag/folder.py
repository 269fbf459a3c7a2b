"""The index folder: who may write in it, and how the paths it came from are stored."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag import messages
from rag.errors import IndexLockedError


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Hold the index for writing; readers go on.

    Raises:
        IndexLockedError: another process holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise IndexLockedError(messages.index_locked(folder)) from error
    try:
        yield
    finally:
        lock.release()


def origin_of(path: Path) -> str:
    """The resolved path as it is stored."""
    return storable(path.resolve())


def storable(path: Path) -> str:
    """A path as text for the database: names on disk need not be UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
