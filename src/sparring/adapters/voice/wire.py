"""What the voice process and its parent say to each other over a pipe: frames of kind, speech number, and bytes.

One speech is a `SAY`, answered by one `CLAUSE` or `LAST`; each `NEXT` is answered by one more, until `LAST`. So no side
ever holds more than one clause that nobody asked for. `DROP` ends a speech early and is not answered.
"""

import json
import struct
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, Final

from sparring.ports import Mood, VoiceCard

HEADER: Final = struct.Struct("<BII")
MAX_REQUEST_BYTES: Final = 65_536
MAX_REPLY_BYTES: Final = 8 * 2**20  # 170 s of sound
MAX_CHARACTERS: Final = 4_000  # of one text, about five minutes


class Kind(IntEnum):
    """Requests below 10, replies above."""

    SAY = 1
    NEXT = 2
    DROP = 3
    READY = 11
    PROGRESS = 12
    CLAUSE = 13
    LAST = 14
    FAILED = 15


class BrokenFrame(Exception):
    """Bytes that are no frame of ours: the pipe cannot be trusted any longer."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message; `speech` is 0 for those about the process itself."""

    kind: Kind
    speech: int
    payload: bytes = b""

    def packed(self) -> bytes:
        """Header and payload."""
        return HEADER.pack(self.kind, self.speech, len(self.payload)) + self.payload


@dataclass(frozen=True, slots=True)
class Say:
    """What to say. `background` gives way to everything that somebody waits for."""

    text: str
    voice_id: str
    mood: Mood
    background: bool = False

    def packed(self) -> bytes:
        """JSON."""
        return json.dumps(asdict(self)).encode()


def unpacked_say(payload: bytes) -> Say:
    """Raises: BrokenFrame."""
    try:
        return Say(**json.loads(payload))
    except (ValueError, TypeError):
        raise BrokenFrame("not a text to say") from None


def packed_ready(name: str, voices: Sequence[VoiceCard]) -> bytes:
    """JSON of the engine's name and its voices."""
    return json.dumps({"name": name, "voices": [asdict(voice) for voice in voices]}).encode()


def unpacked_ready(payload: bytes) -> tuple[str, tuple[VoiceCard, ...]]:
    """Raises: BrokenFrame."""
    try:
        ready: dict[str, Any] = json.loads(payload)
        return str(ready["name"]), tuple(VoiceCard(**voice) for voice in ready["voices"])
    except (ValueError, TypeError, KeyError):
        raise BrokenFrame("not a list of voices") from None


def parse_header(header: bytes, *, max_bytes: int) -> tuple[Kind, int, int]:
    """Kind, speech and length of the payload that follows. Raises: BrokenFrame."""
    kind, speech, length = HEADER.unpack(header)
    if length > max_bytes or kind not in Kind._value2member_map_:
        raise BrokenFrame("not a frame")
    return Kind(kind), speech, length


def read_frame(read: Callable[[int], bytes], *, max_bytes: int) -> Frame | None:
    """The next frame of a blocking stream, or None at its end. Raises: BrokenFrame."""
    header = read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, speech, length = parse_header(header, max_bytes=max_bytes)
    payload = read(length) if length else b""
    return Frame(kind, speech, payload) if len(payload) == length else None
