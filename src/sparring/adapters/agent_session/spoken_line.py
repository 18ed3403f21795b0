"""What every spoken line has, whichever way its sound travels: the call by voice, and the clock its blocks drive."""

from collections.abc import Callable, Mapping

from sparring.adapters.agent_session.audio_io import BLOCK_MS
from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.call.line import RepHeard
from sparring.call.session import EndedBy


class SampleClock:
    """The call's audio clock: milliseconds of the buyer's track that were played since pick-up.

    `ahead_ms`: of a transport that pulls before it plays: how much it holds now.
    """

    def __init__(self) -> None:
        self._pulled_ms = 0
        self._zero_ms: int | None = None
        self.ahead_ms: Callable[[], int] = lambda: 0

    def advance(self) -> None:
        """Another block has been handed over."""
        self._pulled_ms += BLOCK_MS

    def take_back(self, dropped_ms: int) -> None:
        """So much of what was handed over will not be played."""
        self._pulled_ms -= dropped_ms

    def begin(self) -> None:
        """The phone is picked up."""
        self._zero_ms = self._played_ms

    def __call__(self) -> int:
        """Zero until pick-up."""
        return 0 if self._zero_ms is None else max(0, self._played_ms - self._zero_ms)

    @property
    def _played_ms(self) -> int:
        return self._pulled_ms - self.ahead_ms()


class SpokenLine:
    """The part of `Line` that is the same on every transport: it pulls 20 ms at a time and pushes what it hears.

    Args:
        spoken: the call by voice.
        samples: the clock that the voice's blocks drive.
        colour: changes the buyer's voice on its way out, such as a telephone's band; takes and gives 20 ms.
    """

    def __init__(self, spoken: SpokenCall, samples: SampleClock, *, colour: Callable[[bytes], bytes] = bytes) -> None:
        self._spoken, self._samples, self._colour = spoken, samples, colour

    async def pick_up(self, *, ring_ms: int) -> None:
        """The phone is picked up."""
        self._samples.begin()
        await self._spoken.pick_up(ring_ms=ring_ms)

    async def type_text(self, text: str) -> None:
        """The rep types a turn."""
        await self._spoken.type_text(text)

    async def hang_up(self, by: EndedBy, *, reason: str) -> None:
        """End the call; the last words are heard out first."""
        await self._spoken.hang_up(by, reason=reason)

    async def close(self) -> None:
        """Let go of everything."""
        await self._spoken.close()

    def gaps(self) -> Mapping[str, int]:
        """Blocks of 20 ms that were missing so far.

        `microphone`: the rep's, dropped because the engine did not keep up; `voice`: the buyer's, not made in time;
        `line`: the buyer's, handed over late.
        """
        spoken = self._spoken
        return {
            "microphone": spoken.input.dropped_frames,
            "voice": spoken.output.underruns,
            "line": self.late_blocks(),
        }

    def rep_heard(self) -> RepHeard | None:
        """None: there is one way."""
        return None

    def late_blocks(self) -> int:
        """How many the transport was given too late so far; none where it takes them at its own pace."""
        return 0

    def pull(self) -> bytes:
        """The next 20 ms of the buyer for the transport, s16le mono 48 kHz."""
        self._samples.advance()
        return self._colour(self._spoken.output.pull())

    def push(self, pcm_16khz: bytes) -> None:
        """What the transport heard of the rep."""
        self._spoken.input.push(pcm_16khz)
