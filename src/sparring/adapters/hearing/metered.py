"""A `Recogniser` for one call that counts what a service charges for: tokens where it says how many, else sound.

Guesses are counted too, also those that nobody waits for any more: they were sent.
"""

from sparring.ports import Heard, Progress, Recogniser, Recognition
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
        recognition = self._recogniser.recognise(pcm_16khz, hint=hint, words=words)
        return _Counted(recognition, self._meter, self._charge, len(pcm_16khz) // _BYTES_A_MS)

    async def close(self) -> None:
        """Nothing: the inner recogniser is shared by all calls."""


class _Counted:
    """Implements `Recognition` around another; counted once, when it is known by what."""

    def __init__(self, recognition: Recognition, meter: Meter, charge: Charge, length_ms: int) -> None:
        self._recognition, self._meter = recognition, meter
        self._charge, self._left_ms = charge, length_ms

    async def result(self) -> Heard:
        """See the port."""
        heard = None
        try:
            heard = await self._recognition.result()
        finally:
            if heard is None or heard.tokens is None:
                self._count()
        if heard.tokens is not None and self._left_ms:
            self._meter.add_tokens("hearing", heard.tokens)
            self._left_ms = 0
        return heard

    def cancel(self) -> None:
        """See the port."""
        self._count()
        self._recognition.cancel()

    def _count(self) -> None:
        if self._left_ms:
            self._meter.add(self._charge, self._left_ms)
            self._left_ms = 0
