"""A character map in the binary form that the ``tokenizers`` library calls ``Precompiled``.

The form is SentencePiece's: a 32-bit size, a double-array trie over the UTF-8 bytes of the
characters to replace, then the replacements, each ended by a NUL. A trie value is the offset of
its replacement.

A unit of the trie is 32 bits. Of a node: bits 0-7 the byte that leads to it, bit 8 whether a key
ends here, bits 10-31 the offset that, XORed with the unit's own position, gives the base of its
children; a child lies at ``base ^ byte`` and the value of a key at ``base`` itself, bit 31 set.
"""

import struct
from collections.abc import Mapping

_HAS_VALUE = 1 << 8
_IS_VALUE = 1 << 31
_BLOCK = 256


def precompile(charsmap: Mapping[str, str]) -> bytes:
    """Serialise ``charsmap`` (one character -> any text, possibly empty) for ``Precompiled``.

    UTF-8 is prefix-free, so a node either has children or ends a key. Each node with children
    gets a block of 256 units to itself, which wastes some kilobytes and needs no search.
    """
    units = [0] * _BLOCK
    replacements = bytearray()
    block_of = {b"": 0}  # prefix -> start of its children's block; the root lies in its own
    ends: list[tuple[int, int]] = []  # (position of a key's last byte, offset of its replacement)
    for character, replacement in charsmap.items():
        key = character.encode()
        position = 0
        for i, byte in enumerate(key):
            prefix = key[:i]
            if prefix not in block_of:
                block_of[prefix] = len(units)
                units[position] |= (position ^ len(units)) << 10
                units += [0] * _BLOCK
            position = block_of[prefix] + byte
            units[position] |= byte
        ends.append((position, len(replacements)))
        replacements += replacement.encode() + b"\0"
    for position, offset in ends:
        units[position] |= _HAS_VALUE | (position ^ len(units)) << 10
        units.append(_IS_VALUE | offset)
    units += [0] * _BLOCK  # so that no byte, following any unit, leads outside
    return struct.pack(f"<I{len(units)}I", 4 * len(units), *units) + bytes(replacements)
