"""How a job and its worker speak of sound and text: lengths and limits."""

import struct

from sparring.ports import MIC_RATE_HZ

FRAME = struct.Struct("<I")
"""Before each block of a voice its length in bytes; 0 ends it. `FAILED` stands for a voice that broke off."""
FAILED = 0xFFFFFFFF
VOICE, STAND_BY = "voice", "stand_by"
"""Who is asked to speak."""
MAX_SOUND_BYTES = 31 * MIC_RATE_HZ * 2  # what a recogniser takes in one stretch, and a little
MAX_LINE_BYTES = 1_000_000
