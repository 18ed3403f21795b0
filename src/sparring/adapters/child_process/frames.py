"""Frames over a pipe between a child process and its parent: a kind, a number that says what it is about, and bytes."""

import asyncio
import json
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

T = TypeVar("T")
_HEADER: Final = struct.Struct("<BII")


class BrokenFrame(Exception):
    """Bytes that are no frame of ours: the pipe cannot be trusted any longer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message; `number` is 0 for those about the process itself."""

    kind: int
    number: int
    payload: bytes = b""

    def packed(self) -> bytes:
        """Header and payload."""
        return _HEADER.pack(self.kind, self.number, len(self.payload)) + self.payload


def read_frame(read: Callable[[int], bytes], *, max_bytes: int) -> Frame | None:
    """The next frame of a blocking stream, or None at its end. Raises: BrokenFrame."""
    header = read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    kind, number, length = _parsed(header, max_bytes)
    payload = read(length) if length else b""
    return Frame(kind, number, payload) if len(payload) == length else None


async def receive_frame(reader: asyncio.StreamReader, *, max_bytes: int) -> Frame:
    """The next frame. Raises: BrokenFrame, asyncio.IncompleteReadError at the end."""
    kind, number, length = _parsed(await reader.readexactly(_HEADER.size), max_bytes)
    return Frame(kind, number, await reader.readexactly(length))


def read_json(payload: bytes, read: Callable[[Any], T], *, wanted: str) -> T:
    """What `read` makes of a payload of JSON; `wanted` names it in the error. Raises: BrokenFrame."""
    try:
        return read(json.loads(payload))
    except (ValueError, TypeError, KeyError):
        raise BrokenFrame(f"not {wanted}") from None


def _parsed(header: bytes, max_bytes: int) -> tuple[int, int, int]:
    kind, number, length = _HEADER.unpack(header)
    if length > max_bytes:
        raise BrokenFrame("longer than any frame of ours")
    return kind, number, length
