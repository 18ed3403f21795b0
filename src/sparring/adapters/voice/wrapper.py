"""A `Synthesiser` for one call around another that all calls share: what it does not change is the inner one's."""

from collections.abc import AsyncGenerator, Sequence

from sparring.ports import Mood, Progress, StandIns, Synthesiser, VoiceCard


class VoiceWrapper:
    """Implements `Synthesiser` and `StandIns`.

    Args:
        synthesiser: speaks; not closed with this one.
    """

    def __init__(self, synthesiser: Synthesiser) -> None:
        self.name, self.sample_rate_hz = synthesiser.name, synthesiser.sample_rate_hz
        self._synthesiser = synthesiser

    async def start(self, progress: Progress) -> None:
        """Start the inner synthesiser. Raises: VoiceFailed."""
        await self._synthesiser.start(progress)

    def voices(self) -> Sequence[VoiceCard]:
        """The inner synthesiser's voices."""
        return self._synthesiser.voices()

    def stand_in_for(self, voice_id: str) -> str:
        """As the inner synthesiser."""
        inner = self._synthesiser
        return inner.stand_in_for(voice_id) if isinstance(inner, StandIns) else voice_id

    def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """As the inner synthesiser. Raises: VoiceFailed."""
        return self._synthesiser.speak(text, voice_id=voice_id, mood=mood)

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """As the inner synthesiser."""
        await self._synthesiser.prepare(text, voice_id=voice_id, mood=mood)

    async def close(self) -> None:
        """Nothing: the inner synthesiser is shared by all calls."""
