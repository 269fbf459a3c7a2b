"""What all tests share: no network, an Isnad home of their own, tiny helpers."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"
# A shell that runs the tests in the background makes them, and all they start, deaf to Ctrl-C.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
_LOCAL = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> None:
    """Only loopback and unix sockets connect."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(call: Callable) -> Callable:
        def check(self: socket.socket, address: object) -> object:
            inet = self.family in (socket.AF_INET, socket.AF_INET6)
            if inet and (not isinstance(address, tuple) or address[0] not in _LOCAL):
                raise OSError(f"a test tried to reach {address}")
            return call(self, address)

        return check

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded(connect))
    patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Models and settings of the machine are out of sight, but for tests of the real models."""
    for name in ("ISNAD_INDEX", "ISNAD_LANG"):
        monkeypatch.delenv(name, raising=False)
    if "real_model" not in request.keywords:
        # Most tests need no folder, and making one takes longer than they do.
        has_folder = "tmp_path" in request.fixturenames
        folder = request.getfixturevalue("tmp_path") if has_folder else _nowhere(tmp_path_factory)
        monkeypatch.setenv("ISNAD_HOME", str(folder / "home"))


def _nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Below a file, so nothing can be made there."""
    file = tmp_path_factory.getbasetemp() / "nowhere"
    file.touch()
    return file


@pytest.fixture
def shared() -> Path:
    """The folder beside the project with the pages and question sets we measure on."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not beside the project")
    return folder
