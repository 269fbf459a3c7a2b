"""What files the page takes and where it keeps them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import UsageError
from ui import uploads


def given_file(folder: Path, name: str, data: bytes = b"text") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def test_a_file_is_copied_below_the_index(tmp_path: Path) -> None:
    file = given_file(tmp_path / "in", "بلاغ 2024.txt", "نص".encode())
    (copy,) = uploads.accept([file], tmp_path / "index")
    assert copy.name == "بلاغ 2024.txt"
    assert copy.read_bytes() == file.read_bytes()
    assert copy.parent.parent == tmp_path / "index" / "uploads"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    for folder in (copy.parent, copy.parent.parent, tmp_path / "index"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_same_name_twice_is_two_files(tmp_path: Path) -> None:
    file = given_file(tmp_path / "in", "a.txt")
    first, second = uploads.accept([file, file], tmp_path / "index")
    assert first != second
    assert first.name == second.name


def test_what_is_not_taken(tmp_path: Path) -> None:
    good = given_file(tmp_path / "in", "a.txt")
    link = tmp_path / "in" / "link.txt"
    link.symlink_to("/etc/passwd")
    for files, says in (
        ([good, given_file(tmp_path / "in", "a.exe")], "kind"),
        ([good, given_file(tmp_path / "in", "passwd")], "kind"),
        ([good, link], "no file"),
        ([good, tmp_path / "in" / "gone.txt"], "no file"),
        ([good, tmp_path], "kind"),
        ([good] * 51, "51 files"),
    ):
        with pytest.raises(UsageError, match=says):
            uploads.accept(files, tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_a_large_file_is_not_taken(tmp_path: Path) -> None:
    file = given_file(tmp_path / "in", "a.txt")
    os.truncate(file, uploads.MOST_BYTES)
    uploads.accept([file], tmp_path / "index")
    os.truncate(file, uploads.MOST_BYTES + 1)
    with pytest.raises(UsageError, match="20 MB"):
        uploads.accept([file], tmp_path / "index")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.txt", "etcpasswd.txt"),
        ("a\u202etxt.exe.txt", "atxt.exe.txt"),
        ("..txt", "txt"),
        ("  .hidden.md", "hidden.md"),
        ("x" * 300 + ".html", "x" * 200 + ".html"),
        ("ب" * 300 + ".html", "ب" * 100 + ".html"),
        ("\u200b.txt", "txt"),
        ('<img src="x">.html', "img src=x.html"),
    ],
)
def test_clean_names(name: str, clean: str) -> None:
    assert uploads.clean_name(name) == clean


@given(st.text(max_size=300))
def test_any_name_is_one_name(name: str) -> None:
    clean = uploads.clean_name(name)
    assert Path(clean).name == clean not in (".", "..")
    assert len(clean.encode()) <= 255
    assert not set(clean) & set("/\\\x00\n\u202e")


def test_discarding_deletes_uploads_and_nothing_else(tmp_path: Path) -> None:
    index = tmp_path / "index"
    file = given_file(tmp_path / "in", "a.txt")
    first, second = uploads.accept([file, file], index)
    database = given_file(index, "isnad.db")
    uploads.discard([str(first), file, database, index / "uploads", "/etc/passwd"], index)
    assert not first.parent.exists()
    assert second.exists() and file.exists() and database.exists()
    uploads.discard([first, index / "uploads" / ".." / ".." / "in" / "a.txt"], index)
    assert file.exists()
