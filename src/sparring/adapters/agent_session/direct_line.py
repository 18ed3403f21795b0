"""The spoken line straight to the browser: a `SpokenCall` on a WebRTC peer, replaced when the browser offers again."""

import asyncio
from collections.abc import Callable

from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock, SpokenLine
from sparring.adapters.media.peer import Peer
from sparring.errors import MediaFailed
from sparring.ports import Clock


class DirectLine(SpokenLine):
    """`Line` over WebRTC.

    Args:
        spoken: the call by voice.
        samples: the clock that the voice's blocks drive.
        clock: for pacing.
        colour: changes the buyer's voice on its way out.
    """

    def __init__(
        self,
        spoken: SpokenCall,
        samples: SampleClock,
        clock: Clock,
        *,
        colour: Callable[[bytes], bytes] = bytes,
    ) -> None:
        super().__init__(spoken, samples, colour=colour)
        self._clock = clock
        self._peer: Peer | None = None
        self._connecting = asyncio.Lock()
        self._closed = False
        self._late_before = 0
        self._offered_s: float | None = None

    async def start(self) -> None:
        """Ready to hear. Raises: MediaFailed."""
        await self._spoken.start()

    async def offer(self, sdp: str) -> str:
        """Answer the browser; a new offer replaces the connection before. Raises: MediaFailed."""
        async with self._connecting:
            if self._closed:
                raise MediaFailed("The call has ended.")
            self._offered_s = self._clock.monotonic_s()  # while one connection follows another, the rep is not away
            await self._let_go()
            peer = Peer(pull=self.pull, push=self.push, clock=self._clock)
            answer = await peer.answer(sdp)
            self._peer, self._offered_s = peer, self._clock.monotonic_s()
            return answer

    def silent_for_s(self) -> float:
        """How long no frame of the rep's track has come."""
        heard_s = self._offered_s if self._peer is None else (self._peer.heard_s or self._offered_s)
        return 0.0 if heard_s is None else self._clock.monotonic_s() - heard_s

    def late_blocks(self) -> int:
        """Of every connection there was."""
        return self._late_before + (0 if self._peer is None else self._peer.late_blocks)

    async def close(self) -> None:
        """Let go of everything, of a connection that is being made too."""
        self._closed = True
        async with self._connecting:
            await self._let_go()
        await super().close()

    async def _let_go(self) -> None:
        peer, self._peer = self._peer, None
        if peer is not None:
            self._late_before += peer.late_blocks
            await peer.close()
