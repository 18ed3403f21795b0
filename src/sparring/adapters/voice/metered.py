"""A `Synthesiser` for one call that counts the characters it has spoken: what a service charges for.

A line that was prepared is counted once. One that the service's own cache holds from another call is counted again, so
the amount is never too low.
"""

import re
from collections.abc import AsyncGenerator
from typing import Final

from sparring.adapters.voice.wrapper import VoiceWrapper
from sparring.ports import Mood, Synthesiser
from sparring.usage import Charge, Meter

_AZURE: Final = "azure-speech"
_HD: Final = re.compile(r"Dragon\w*HD", re.IGNORECASE)


class MeteredVoice(VoiceWrapper):
    """Counts.

    Args:
        synthesiser: speaks; shared by all calls.
        meter: the call's.
    """

    def __init__(self, synthesiser: Synthesiser, meter: Meter) -> None:
        super().__init__(synthesiser)
        self._meter = meter
        self._prepared: set[tuple[str, str, Mood]] = set()

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser. Raises: VoiceFailed."""
        if (text, voice_id, mood) in self._prepared:
            self._prepared.discard((text, voice_id, mood))
        else:
            self._count(text, voice_id)
        return super().speak(text, voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        self._prepared.add((text, voice_id, mood))
        self._count(text, voice_id)
        await super().prepare(text, voice_id=voice_id, mood=mood)

    def _count(self, text: str, voice_id: str) -> None:
        charge = Charge("voice", self.name, self._model(self.stand_in_for(voice_id)), "characters")
        self._meter.add(charge, len(text))

    def _model(self, voice: str) -> str:
        if self.name == _AZURE:
            return "DragonHD" if _HD.search(voice) else "Neural"
        return str(getattr(self._synthesiser, "model", self.name))
