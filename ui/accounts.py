"""Who may log in to the page: names with hashed passwords.

A file of accounts has a line ``name:scrypt$N$r$p$SALT$KEY`` for each, as ``rag ui --hash-password``
prints it; empty lines and lines that begin with # are left out.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag import messages
from rag.errors import UsageError

_N, _R, _P = 2**15, 8, 1  # 32 MB and about 0.1 s a guess
_MOST_MEMORY = 2**27
_LEAST_CHARACTERS = 8
_HASH = re.compile(r"scrypt\$(\d{1,8})\$(\d{1,2})\$(\d{1,2})\$([\w+/]+=*)\$([\w+/]+=*)")
_NAME = re.compile(r"[^\s:#\x00-\x1f\x7f][^:\x00-\x1f\x7f]{0,63}")


@dataclass(frozen=True, slots=True)
class Accounts:
    """Names and what ``hashed`` made of their passwords."""

    hashes: Mapping[str, str]

    def check(self, name: str, password: str) -> bool:
        """Whether the name has this password. Takes as long for a name that is not there."""
        known = self.hashes.get(name)
        return _matches(password, known or _NOBODY) and known is not None


def read(path: Path) -> Accounts:
    """The accounts of a file.

    Raises:
        UsageError: it cannot be read, has no account, or a line is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(messages.cannot_read(path, str(error))) from error
    hashes = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, kept = line.strip().partition(":")
        if not _NAME.fullmatch(name) or not _usable(kept):
            raise UsageError(messages.bad_account(path, number))
        hashes[name] = kept
    if not hashes:
        raise UsageError(messages.no_account(path))
    return Accounts(hashes)


def from_secret(secret: str) -> Accounts:
    """The one account of ``name:password``, as an environment variable holds it.

    Raises:
        UsageError: it is not of that form, or the password is too short.
    """
    name, _, password = secret.partition(":")
    if not _NAME.fullmatch(name):
        raise UsageError(messages.bad_secret())
    return Accounts({name: hashed(password)})


def line(name: str, password: str) -> str:
    """The line of a file of accounts.

    Raises:
        UsageError: the name or the password cannot be used.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(messages.bad_name(name))
    return f"{name}:{hashed(password)}"


def hashed(password: str) -> str:
    """What is kept instead of a password: scrypt (RFC 7914) with a random salt.

    Raises:
        UsageError: it has fewer than eight characters.
    """
    if len(password) < _LEAST_CHARACTERS:
        raise UsageError(messages.password_too_short(_LEAST_CHARACTERS))
    salt = secrets.token_bytes(16)
    key = _key(password, salt, _N, _R, _P)
    return f"scrypt${_N}${_R}${_P}${b64encode(salt).decode()}${b64encode(key).decode()}"


def _usable(kept: str) -> bool:
    try:
        _matches("", kept)
    except ValueError:
        return False
    return True


def _matches(password: str, kept: str) -> bool:
    """Whether ``kept`` was made of the password; compares in constant time.

    Raises:
        ValueError: ``kept`` is not what ``hashed`` makes.
    """
    parts = _HASH.fullmatch(kept)
    if parts is None:
        raise ValueError(kept)
    n, r, p = (int(parts[number]) for number in (1, 2, 3))
    return hmac.compare_digest(_key(password, b64decode(parts[4]), n, r, p), b64decode(parts[5]))


def _key(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    # The same letters can be typed composed or not (é, آ).
    text = unicodedata.normalize("NFC", password).encode("utf-8", "replace")
    return hashlib.scrypt(text, salt=salt, n=n, r=r, p=p, maxmem=_MOST_MEMORY, dklen=32)


_NOBODY = f"scrypt${_N}${_R}${_P}$AAAAAAAAAAAAAAAAAAAAAA==${b64encode(bytes(32)).decode()}"
