"""How a job and its worker speak of sound and text: lengths, limits, and what was heard as JSON."""

import struct
from dataclasses import asdict
from typing import Any

from sparring.ports import Heard
from sparring.transcript import Word

FRAME = struct.Struct("<I")
"""Before each block of a voice its length in bytes; 0 ends it. `FAILED` stands for a voice that broke off."""
FAILED = 0xFFFFFFFF
VOICE, STAND_BY = "voice", "stand_by"
"""Who is asked to speak."""
MAX_SOUND_BYTES = 31 * 16_000 * 2  # what a recogniser takes in one stretch, and a little
MAX_LINE_BYTES = 1_000_000


def heard_as_json(heard: Heard) -> dict[str, Any]:
    """For the wire."""
    words = [word.model_dump() for word in heard.words]
    return {**asdict(heard), "words": words}


def heard_from_json(answer: dict[str, Any]) -> Heard:
    """From the wire."""
    return Heard(**{**answer, "words": tuple(Word(**word) for word in answer["words"])})
