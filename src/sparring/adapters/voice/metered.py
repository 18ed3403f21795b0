"""A `Synthesiser` for one call that counts the characters it has spoken: what a service charges for.

A line that was prepared is counted once. One that the service's own cache holds from another call is counted again, so
the amount is never too low.
"""

import re
from collections.abc import AsyncGenerator, Sequence
from typing import Final

from sparring.ports import Mood, Progress, StandIns, Synthesiser, VoiceCard
from sparring.usage import Charge, Meter

_AZURE: Final = "azure-speech"
_HD: Final = re.compile(r"Dragon\w*HD", re.IGNORECASE)


class MeteredVoice:
    """Implements `Synthesiser` around another.

    Args:
        synthesiser: speaks; shared by all calls.
        meter: the call's.
    """

    def __init__(self, synthesiser: Synthesiser, meter: Meter) -> None:
        self.name, self.sample_rate_hz = synthesiser.name, synthesiser.sample_rate_hz
        self._synthesiser, self._meter = synthesiser, meter
        self._prepared: set[tuple[str, str, Mood]] = set()

    async def start(self, progress: Progress) -> None:
        """Start the inner synthesiser. Raises: VoiceFailed."""
        await self._synthesiser.start(progress)

    def voices(self) -> Sequence[VoiceCard]:
        """The inner synthesiser's voices."""
        return self._synthesiser.voices()

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser. Raises: VoiceFailed."""
        if (text, voice_id, mood) in self._prepared:
            self._prepared.discard((text, voice_id, mood))
        else:
            self._count(text, voice_id)
        return self._synthesiser.speak(text, voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        self._prepared.add((text, voice_id, mood))
        self._count(text, voice_id)
        await self._synthesiser.prepare(text, voice_id=voice_id, mood=mood)

    def stand_in_for(self, voice_id: str) -> str:
        """As the inner synthesiser."""
        inner = self._synthesiser
        return inner.stand_in_for(voice_id) if isinstance(inner, StandIns) else voice_id

    async def close(self) -> None:
        """Nothing: the inner synthesiser is shared by all calls."""

    def _count(self, text: str, voice_id: str) -> None:
        charge = Charge("voice", self.name, self._model(self.stand_in_for(voice_id)), "characters")
        self._meter.add(charge, len(text))

    def _model(self, voice: str) -> str:
        if self.name == _AZURE:
            return "DragonHD" if _HD.search(voice) else "Neural"
        return str(getattr(self._synthesiser, "model", self.name))
