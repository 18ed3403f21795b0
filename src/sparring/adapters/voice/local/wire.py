"""What the voice process and its parent say to each other over a pipe: frames, each about the speech it numbers.

One speech is a `SAY`, answered by one `CLAUSE` or `LAST`; each `NEXT` is answered by one more, until `LAST`. So no side
ever holds more than one clause that nobody asked for. `DROP` ends a speech early; `DROPPED` tells that somebody lives.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, Final

from sparring.adapters.child_process.frames import BrokenFrame, Frame, read_json
from sparring.ports import Mood, VoiceCard

MAX_REQUEST_BYTES: Final = 65_536
MAX_REPLY_BYTES: Final = 8 * 2**20  # 170 s of sound
MAX_CHARACTERS: Final = 4_000  # of one text, about five minutes


class VoiceMessage(IntEnum):
    """Requests below 10, replies above."""

    SAY = 1
    NEXT = 2
    DROP = 3
    READY = 11
    PROGRESS = 12
    CLAUSE = 13
    LAST = 14
    FAILED = 15
    DROPPED = 16


@dataclass(frozen=True, slots=True)
class SayRequest:
    """What to say. `background` gives way to everything that somebody waits for."""

    text: str
    voice_id: str
    mood: Mood
    background: bool = False

    def packed(self) -> bytes:
        """JSON."""
        return json.dumps(asdict(self)).encode()


def unpacked_say(payload: bytes) -> SayRequest:
    """Raises: BrokenFrame."""
    return read_json(payload, lambda raw: SayRequest(**raw), wanted="a text to say")


def packed_ready(name: str, voices: Sequence[VoiceCard]) -> bytes:
    """JSON of the engine's name and its voices."""
    return json.dumps({"name": name, "voices": [asdict(voice) for voice in voices]}).encode()


def unpacked_ready(payload: bytes) -> tuple[str, tuple[VoiceCard, ...]]:
    """Raises: BrokenFrame."""
    return read_json(payload, _ready_from, wanted="a list of voices")


def _ready_from(raw: dict[str, Any]) -> tuple[str, tuple[VoiceCard, ...]]:
    return str(raw["name"]), tuple(VoiceCard(**voice) for voice in raw["voices"])


def checked(frame: Frame) -> Frame:
    """The frame, if it is of a kind of ours. Raises: BrokenFrame."""
    if frame.kind not in VoiceMessage._value2member_map_:
        raise BrokenFrame("a kind we do not know")
    return frame
