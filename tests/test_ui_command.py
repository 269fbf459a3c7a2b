"""``rag ui`` as it is typed: what is refused before anything is opened, and the accounts."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from rag import cli
from rag.commands import ui
from ui import accounts

SERVE = ("ui", "--no-browser", "--no-llm", "--lang", "en")


@pytest.fixture(autouse=True)
def no_secret(monkeypatch) -> None:
    monkeypatch.delenv("ISNAD_UI_AUTH", raising=False)


def run(capsys, *args: str) -> tuple[int, str]:
    code = cli.main([*SERVE, *args])
    out, err = capsys.readouterr()
    assert out == ""
    return code, err


@pytest.mark.parametrize(
    "options", [["--share"], ["--host", "0.0.0.0"], ["--host", "::"], ["--host", "192.168.1.5"]]
)
def test_other_machines_need_accounts(capsys, tmp_path: Path, options: list[str]) -> None:
    code, err = run(capsys, "--index", str(tmp_path / "index"), *options)
    assert (code, err.count("\n")) == (2, 1)
    assert "--hash-password" in err
    assert "ISNAD_UI_AUTH" in err
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("port", ["80", "0", "70000", "http"])
def test_a_port_that_is_none(capsys, port: str) -> None:
    code, err = run(capsys, "--port", port)
    assert code == 2
    assert "1024-65535" in err


def test_a_port_that_is_taken(capsys, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, err = run(capsys, "--index", str(tmp_path), "--port", str(port))
    assert code == 2
    assert f"{port} is taken" in err
    assert f"--port {port + 1}" in err


def test_a_host_that_is_not_ours(capsys, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ISNAD_UI_AUTH", "sara:password of sara")
    code, err = run(capsys, "--index", str(tmp_path), "--host", "192.0.2.1")
    assert code == 2
    assert "192.0.2.1" in err


@pytest.mark.parametrize("secret", ["sara", "sara:short"])
def test_a_secret_that_is_none(capsys, monkeypatch, secret: str) -> None:
    monkeypatch.setenv("ISNAD_UI_AUTH", secret)
    code, err = run(capsys)
    assert code == 2
    assert secret.partition(":")[2] not in err.split() or ":" not in secret


def test_a_password_is_never_on_the_command_line(capsys, tmp_path: Path) -> None:
    code, err = run(capsys, "--auth", "sara:password", "--index", str(tmp_path))
    assert code == 2
    assert "Cannot read" in err


def test_hash_password_from_a_pipe(capsys, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("علي\npassword of ali\n"))
    assert cli.main(["ui", "--hash-password"]) == 0
    (tmp_path / "accounts").write_text(capsys.readouterr().out, encoding="utf-8")
    people = accounts.read(tmp_path / "accounts")
    assert people.check("علي", "password of ali")


def test_hash_password_at_a_terminal(capsys, monkeypatch) -> None:
    typed = iter(["password of sara", "password of sara", "password of sara", "another password"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: " sara ")
    monkeypatch.setattr(ui.getpass, "getpass", lambda prompt: next(typed))
    assert cli.main(["ui", "--hash-password", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("sara:scrypt$")
    assert "password of sara" not in out + err
    assert cli.main(["ui", "--hash-password", "--lang", "en"]) == 2
    assert "differ" in capsys.readouterr().err


def test_hash_password_of_too_few_letters(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("sara\nshort\n"))
    assert cli.main(["ui", "--hash-password", "--lang", "en"]) == 2
    assert "at least 8" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_without_an_index_until_it_is_stopped(tmp_path: Path, end: int) -> None:
    """In a process of its own, as a user starts it; nothing is left behind."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    index = tmp_path / "index"
    with subprocess.Popen(
        [sys.executable, "-m", "rag", *SERVE, "--index", str(index), "--port", str(port)],
        stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
        env=os.environ | {"ISNAD_HOME": str(tmp_path / "home")},
    ) as process:  # fmt: skip
        assert f"http://127.0.0.1:{port}/" in process.stderr.readline()
        assert httpx.get(f"http://127.0.0.1:{port}/").status_code == 200
        began = time.monotonic()
        process.send_signal(end)
        left = process.communicate(timeout=20)[1]
        assert time.monotonic() - began < 20
    assert (process.returncode, left) == (0, "")
    assert list(index.glob("page-*")) == []
