"""Names and hashed passwords."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from pathlib import Path

import pytest

from rag.errors import UsageError
from ui import accounts


@pytest.fixture(autouse=True)
def cheap(monkeypatch) -> None:
    monkeypatch.setattr(accounts, "_N", 2**4)


def test_the_hash_is_scrypt_of_the_password_and_a_salt() -> None:
    name, n, r, p, salt, key = accounts.hashed("صباح الخير").split("$")
    assert name == "scrypt"
    expected = hashlib.scrypt(
        "صباح الخير".encode(), salt=b64decode(salt), n=int(n), r=int(r), p=int(p), dklen=32
    )
    assert b64decode(key) == expected
    assert accounts.hashed("صباح الخير") != accounts.hashed("صباح الخير")


def test_check() -> None:
    people = accounts.Accounts({"sara": accounts.hashed("long enough")})
    assert people.check("sara", "long enough")
    for name, password in (
        ("sara", "long enough "), ("sara", ""), ("Sara", "long enough"), ("", ""),
        ("nobody", ""), ("nobody", "long enough"),
    ):  # fmt: skip
        assert not people.check(name, password)


def test_composed_or_not_is_the_same_password() -> None:
    people = accounts.Accounts({"sara": accounts.hashed("cafe\u0301-\u0627\u0653\u0628")})
    assert people.check("sara", "caf\u00e9-\u0622\u0628")


def test_a_file_of_accounts(tmp_path: Path) -> None:
    file = tmp_path / "accounts"
    lines = [accounts.line("sara", "hers-1234"), "# a note", "", accounts.line("علي", "his-12345")]
    file.write_text("\n".join(lines), encoding="utf-8")
    people = accounts.read(file)
    assert people.check("sara", "hers-1234")
    assert people.check("علي", "his-12345")
    assert not people.check("sara", "his-12345")
    assert "hers-1234" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no account"),
        ("# only a note\n", "no account"),
        ("sara:plaintext", "Line 1"),
        ("# note\nsara", "Line 2"),
        ("sara:scrypt$16$8$1$AAAA$", "Line 1"),
        ("sara:scrypt$15$8$1$AAAA$AAAA", "Line 1"),  # n is no power of two
        ("sara:scrypt$67108864$8$1$AAAA$AAAA", "Line 1"),  # 64 GB of memory
        (":scrypt$16$8$1$AAAA$AAAA", "Line 1"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "accounts"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        accounts.read(file)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Cannot read"):
        accounts.read(tmp_path / "none")
    (tmp_path / "latin").write_bytes(b"sara:\xe9")
    with pytest.raises(UsageError, match="Cannot read"):
        accounts.read(tmp_path / "latin")


def test_the_secret_of_the_environment() -> None:
    people = accounts.from_secret("sara:with:colons")
    assert people.check("sara", "with:colons")
    for secret in ("sara", ":password1", "sara:short"):
        with pytest.raises(UsageError):
            accounts.from_secret(secret)


@pytest.mark.parametrize("name", ["", "a:b", " a", "#a", "a\nb", "x" * 65])
def test_names_that_cannot_be_used(name: str) -> None:
    with pytest.raises(UsageError):
        accounts.line(name, "long enough")
