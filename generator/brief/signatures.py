"""Turns sets of words into signatures, so that of forty thousand sentences those that share most words are found in no time.

Superimposed coding (Faloutsos and Christodoulakis, "Signature files", ACM TOIS 2, 1984): a bit for each word, of sixty-four. Two
sets of words share at most as many words as their signatures share bits, so a signature rules out and never decides.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from zlib import crc32

_BYTES = 8


def sign(words: Iterable[str]) -> int:
    """The signature of some words."""
    return reduce(or_, map(_bit, words), 0)


@lru_cache(maxsize=1 << 16)
def _bit(word: str) -> int:
    return 1 << crc32(word.encode()) % (8 * _BYTES)


class Signatures:
    """Many signatures, cut into columns of bytes: what is asked of one byte is answered for all of them at a time."""

    def __init__(self, signatures: Iterable[int]) -> None:
        """`signatures` in the order in which they are numbered."""
        every = _bytes(signatures)
        self._columns = [every[place::_BYTES] for place in range(_BYTES)]

    def sharing(self, signature: int, least: int) -> Iterator[int]:
        """Numbers of the signatures that share at least so many bits with one, in order."""
        # A long number whose digits are bytes adds up all counts at once; none can pass 64.
        pairs = zip(self._columns, _bytes((signature,)), strict=True)
        counts = sum(int.from_bytes(column.translate(_count_shared(byte)), "big") for column, byte in pairs if byte)
        chosen = counts.to_bytes(len(self._columns[0]), "big").translate(bytes(count >= least for count in range(256)))
        at = chosen.find(1)
        while at >= 0:
            yield at
            at = chosen.find(1, at + 1)


def _bytes(signatures: Iterable[int]) -> bytes:
    """Eight bytes for each, in this machine's order."""
    return array("Q", signatures).tobytes()


@lru_cache(maxsize=256)
def _count_shared(byte: int) -> bytes:
    """For every other byte, how many bits it shares with this one."""
    return bytes((byte & other).bit_count() for other in range(256))
