"""A voice of tone that fails as services do, one scripted fault a line."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Literal

from sparring.adapters.voice.failover import HESITATION
from sparring.errors import VoiceFailed
from sparring.ports import Mood
from tests.fakes.phone import ToneSynthesiser

Fault = Literal["good", "refused", "late", "silent", "odd", "half", "stalled"]
HANGS_S = 60.0
BREAKS_AFTER_BLOCKS = 20


class BrokenVoice(ToneSynthesiser):
    """Lines beyond the script are good, and so is a hesitation that was prepared."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self._faults = iter(faults)
        self._hesitates = False

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """A hesitation is at hand from now on."""
        self._hesitates = self._hesitates or text == HESITATION

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """Ten blocks a word, or fewer."""
        fault = "good" if text == HESITATION and self._hesitates else next(self._faults, "good")
        self.spoken.append((text, voice_id, mood))
        if fault == "late":
            await asyncio.sleep(HANGS_S)
        if fault in ("refused", "silent"):
            if fault == "refused":
                raise VoiceFailed("429")
            return
        await asyncio.sleep(self.first_sound_s)
        for block in range(10 * len(text.split())):
            if block == BREAKS_AFTER_BLOCKS and fault == "half":
                raise VoiceFailed("The connection was lost.")
            if block == BREAKS_AFTER_BLOCKS and fault == "stalled":
                await asyncio.sleep(HANGS_S)
            yield b"\x00\x20" * 480 + b"\x00" * (fault == "odd")
            await asyncio.sleep(0)
