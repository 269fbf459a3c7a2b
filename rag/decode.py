"""Bytes into text: strict UTF-8, and when it is not, which encoding it probably is."""

from __future__ import annotations

import codecs
import re

from rag.errors import InputError
from rag.messages import binary_file, broken_utf8, other_encoding, unknown_encoding

_SAMPLE = 65_536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What browsers read under these names.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_FRENCH = frozenset("éèêëàâçùûüîïôœæÉÈÊÀÂÇÎÔŒ«»’‘“”–—…°€\xa0")
_MOST = 0.8
_ARABIC = ("windows-1256", "iso-8859-6")
_ARTICLE = re.compile(r"[وفبك]?ال[\u0621-\u064a]{2}")
_FEWEST_ARTICLES = 0.05


def decode_text(data: bytes, name: str) -> str:
    """``data`` as UTF-8, character for character, a byte order mark kept.

    Raises:
        InputError: it is something else; the message names the probable encoding.
    """
    wide = _wide(data)
    if wide:
        raise InputError(other_encoding(name, wide))
    if _is_binary(data):
        raise InputError(binary_file(name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, error) from error


def decode_html(data: bytes, name: str) -> str:
    """``data``, the bytes of an HTML page, as text without byte order mark.

    A byte order mark decides; then valid UTF-8 is UTF-8, whatever the page declares (saved pages
    keep the ``<meta charset>`` they were served with); then the declared encoding.

    Raises:
        InputError: no encoding is declared that reads it.
    """
    wide = _wide(data)
    if wide:
        try:
            return data.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise InputError(unknown_encoding(name)) from error
    if _is_binary(data):
        raise InputError(binary_file(name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data[:4096])
        if not declared:
            raise _not_utf8(data, name, error) from error
        charset = declared[1].decode("ascii", errors="replace").lower()
        try:
            codec = codecs.lookup(charset).name
            if codec.startswith("utf"):
                raise _not_utf8(data, name, error) from error
            return data.decode(_AS_BROWSERS.get(codec, codec))
        except (LookupError, UnicodeDecodeError) as failure:
            raise _not_utf8(data, name, error) from failure


def probable_encoding(data: bytes) -> str:
    """The name ``iconv`` has for the encoding ``data`` is probably in, "" when unknown."""
    sample = data[:_SAMPLE]
    arabic = {name: _articles(sample.decode(name, errors="replace")) for name in _ARABIC}
    best = max(arabic, key=lambda name: arabic[name])
    if arabic[best] >= _FEWEST_ARTICLES:
        return best
    if _is_french(sample.decode("cp1252", errors="replace")):
        return "windows-1252"
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    return guess.encoding.replace("_", "-") if guess else ""


def _wide(data: bytes) -> str:
    """utf-16 or utf-32 if the bytes look so: a byte order mark, or every other byte zero."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4096]
    even, odd = sample[::2], sample[1::2]
    if len(sample) < 8 or b"\0" not in sample:
        return ""
    # Spaces, digits and line ends have a zero half in every script, and always the same half.
    first, second = even.count(0), odd.count(0)
    codec = "utf-16-le" if second and not first else "utf-16-be" if first and not second else ""
    if codec and _as_words(sample, codec):
        return codec
    return ""


def _as_words(sample: bytes, codec: str) -> bool:
    text = sample[: len(sample) // 2 * 2].decode(codec, errors="replace")
    return sum(char.isalnum() or char.isspace() for char in text) >= _MOST * len(text)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls * 20 > len(sample)


def _is_french(text: str) -> bool:
    foreign = [char for char in text if not char.isascii()]
    return sum(char in _FRENCH for char in foreign) >= _MOST * len(foreign)


def _articles(text: str) -> float:
    """How many of its words begin with the Arabic article; other scripts misread give none."""
    words = text.split()
    return sum(bool(_ARTICLE.match(word)) for word in words) / max(1, len(words))


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> InputError:
    """The error that says what the bytes probably are."""
    sample = data[:_SAMPLE].decode("utf-8", errors="replace")
    foreign = [char for char in sample if not char.isascii()]
    if foreign and foreign.count("\ufffd") * 20 < len(foreign):
        return InputError(broken_utf8(name, error.start))
    encoding = probable_encoding(data)
    return InputError(other_encoding(name, encoding) if encoding else unknown_encoding(name))
