"""What the recognising process and its parent say to each other.

A `HEAR` is answered by `HEARD`, `DROPPED` or `FAILED` with its number. `CANCEL` asks for no more work on one; the
answer still comes. At the start the child sends `PROGRESS`, then `READY` or `FAILED`, with number 0.
"""

import json
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, Final

from sparring.adapters.child_process.frames import read_json
from sparring.ports import Heard
from sparring.transcript import Word
from sparring.usage import Tokens

MAX_REQUEST_BYTES: Final = 4 * 2**20  # about two minutes of sound


class HearingMessage(IntEnum):
    """Requests below 10, replies above."""

    HEAR = 1
    CANCEL = 2
    READY = 11
    PROGRESS = 12
    HEARD = 13
    DROPPED = 14
    FAILED = 15


@dataclass(frozen=True, slots=True)
class Request:
    """One stretch to recognise."""

    pcm_16khz: bytes
    hint: str
    words: bool

    def packed(self) -> bytes:
        """A line of JSON, then the samples."""
        return json.dumps({"hint": self.hint, "words": self.words}).encode() + b"\n" + self.pcm_16khz


@dataclass(frozen=True, slots=True)
class Ready:
    """What the child can do: stretches at once, and its processor time for a turn of 3 s."""

    at_once: int
    work_ms: float

    def packed(self) -> bytes:
        """JSON."""
        return json.dumps(asdict(self)).encode()


def unpacked_request(payload: bytes) -> Request:
    """Raises: BrokenFrame."""
    head, _, pcm = payload.partition(b"\n")
    return read_json(head, lambda raw: Request(pcm, str(raw["hint"]), bool(raw["words"])), wanted="a request")


def unpacked_ready(payload: bytes) -> Ready:
    """Raises: BrokenFrame."""
    return read_json(payload, lambda raw: Ready(**raw), wanted="a greeting")


def packed_heard(heard: Heard) -> bytes:
    """JSON."""
    return json.dumps(heard_as_json(heard)).encode()


def unpacked_heard(payload: bytes) -> Heard:
    """Raises: BrokenFrame."""
    return read_json(payload, heard_from_json, wanted="a result")


def heard_as_json(heard: Heard) -> dict[str, Any]:
    """For any wire."""
    return {**asdict(heard), "words": [word.model_dump() for word in heard.words]}


def heard_from_json(answer: dict[str, Any]) -> Heard:
    """From any wire. Raises: ValueError, TypeError, KeyError."""
    tokens = answer["tokens"] and Tokens(**answer["tokens"])
    return Heard(**{**answer, "words": tuple(Word(**word) for word in answer["words"]), "tokens": tokens})
