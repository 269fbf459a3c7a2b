"""The index folder: who may write in it, and how the paths it came from are stored."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag import messages
from rag.errors import IndexLockedError

PATIENCE = 2.0
"""Seconds. Who opens an index that was left behind its database holds it for a moment."""


@contextmanager
def write_lock(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the index for writing; readers go on. ``patience``: seconds to wait for another. It is
    taken and given back in one thread.

    Raises:
        IndexLockedError: another process or thread holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "lock", timeout=patience)
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
