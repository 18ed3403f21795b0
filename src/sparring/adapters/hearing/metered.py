"""A `Recogniser` for one call that counts the sound it was given: what a service charges for, guesses included."""

from sparring.ports import Progress, Recogniser, Recognition
from sparring.usage import Charge, Meter

_BYTES_A_MS = 32


class MeteredHearing:
    """Implements `Recogniser` around another.

    Args:
        recogniser: hears; shared by all calls.
        meter: the call's.
    """

    def __init__(self, recogniser: Recogniser, meter: Meter) -> None:
        self.name = recogniser.name
        self._recogniser, self._meter = recogniser, meter
        self._charge = Charge("hearing", self.name, str(getattr(recogniser, "model", self.name)), "audio_ms")

    async def start(self, progress: Progress) -> None:
        """Start the inner recogniser. Raises: HearingFailed."""
        await self._recogniser.start(progress)

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """As the inner recogniser."""
        self._meter.add(self._charge, len(pcm_16khz) // _BYTES_A_MS)
        return self._recogniser.recognise(pcm_16khz, hint=hint, words=words)

    async def close(self) -> None:
        """Nothing: the inner recogniser is shared by all calls."""
