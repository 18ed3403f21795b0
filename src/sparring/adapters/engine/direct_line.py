"""The spoken line straight to the browser: a `SpokenCall` on a WebRTC peer, replaced when the browser offers again."""

from collections.abc import Callable

from sparring.adapters.engine.audio_io import BLOCK_MS
from sparring.adapters.engine.spoken_call import SpokenCall
from sparring.adapters.media.peer import Peer
from sparring.call.session import EndedBy
from sparring.ports import Clock


class SampleClock:
    """The call's audio clock: milliseconds of the buyer's track handed to the transport since pick-up."""

    def __init__(self) -> None:
        self._blocks = 0
        self._zero: int | None = None

    def advance(self) -> None:
        """Another block has been handed over."""
        self._blocks += 1

    def begin(self) -> None:
        """The phone is picked up."""
        self._zero = self._blocks

    def __call__(self) -> int:
        """Zero until pick-up."""
        return 0 if self._zero is None else (self._blocks - self._zero) * BLOCK_MS


class DirectLine:
    """`Line` over WebRTC.

    Args:
        spoken: the call by voice.
        samples: the clock that the voice's blocks drive.
        clock: for pacing.
        colour: changes the buyer's voice on its way out, such as a telephone's band; takes and gives 20 ms.
    """

    def __init__(
        self,
        spoken: SpokenCall,
        samples: SampleClock,
        clock: Clock,
        *,
        colour: Callable[[bytes], bytes] = bytes,
    ) -> None:
        self._spoken, self._samples, self._clock, self._colour = spoken, samples, clock, colour
        self._peer: Peer | None = None
        self._offered_s: float | None = None

    async def start(self) -> None:
        """Ready to hear. Raises: MediaFailed."""
        await self._spoken.start()

    async def offer(self, sdp: str) -> str:
        """Answer the browser; a new offer replaces the connection before. Raises: MediaFailed."""
        old, self._peer = self._peer, None
        if old is not None:
            await old.close()
        peer = Peer(pull=self._pull, push=self._spoken.input.push, clock=self._clock)
        answer = await peer.answer(sdp)
        self._peer, self._offered_s = peer, self._clock.monotonic_s()
        return answer

    def silent_for_s(self) -> float:
        """How long no frame of the rep's track has come."""
        heard_s = self._offered_s if self._peer is None else (self._peer.heard_s or self._offered_s)
        return 0.0 if heard_s is None else self._clock.monotonic_s() - heard_s

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
        if self._peer is not None:
            await self._peer.close()
        await self._spoken.close()

    def _pull(self) -> bytes:
        self._samples.advance()
        return self._colour(self._spoken.output.pull())
