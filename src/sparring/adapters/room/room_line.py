"""The spoken line in a LiveKit room: a `SpokenCall` whose sound goes through the room's tracks."""

from collections.abc import Callable

from livekit import rtc

from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock, SpokenLine
from sparring.adapters.room.microphone import Packets
from sparring.adapters.room.peer import RoomPeer
from sparring.call.line import RepHeard
from sparring.errors import MediaFailed
from sparring.ports import Clock


class RoomLine(SpokenLine):
    """`Line` in a room that this process has joined.

    Args:
        spoken: the call by voice.
        samples: the clock that the voice's blocks drive.
        room: joined.
        clock: for pacing.
        colour: changes the buyer's voice on its way out.
        packets: of the rep's track, straight; None: LiveKit's client alone is listened to.
    """

    def __init__(
        self,
        spoken: SpokenCall,
        samples: SampleClock,
        room: rtc.Room,
        clock: Clock,
        *,
        colour: Callable[[bytes], bytes] = bytes,
        packets: Packets | None = None,
    ) -> None:
        super().__init__(spoken, samples, colour=colour)
        self._room, self._clock = room, clock
        self._peer = RoomPeer(pull=self.pull, push=self.push, clock=clock, packets=packets)
        self._spoken.output.ahead, samples.ahead_ms = self, self.held_ms

    async def start(self) -> None:
        """The buyer's track stands, and the engine is ready to hear. Raises: MediaFailed."""
        await self._peer.publish(self._room)
        await self._spoken.start(self._room)

    async def hear(self, track: rtc.Track) -> None:
        """The rep's newest microphone."""
        self.mute(muted=False)
        await self._peer.listen(track)

    def mute(self, *, muted: bool) -> None:
        """The rep switched the microphone off or on: nothing that comes from it is meant to."""
        self._spoken.input.muted = muted

    def on_mute(self, told: Callable[[], None]) -> None:
        """`told` once the buyer cannot be heard any more."""
        self._peer.on_mute = told

    def held_ms(self) -> int:
        """See `Ahead`."""
        return self._peer.held_ms

    def drop(self) -> None:
        """See `Ahead`: the call's clock has not been there either."""
        self._samples.take_back(self._peer.held_ms)
        self._peer.drop()

    def hurry(self) -> None:
        """See `Ahead`."""
        self._peer.hurry()

    async def offer(self, sdp: str) -> str:
        """Raises: MediaFailed always."""
        del sdp
        raise MediaFailed("This call is held in a room: its sound does not travel by an offer.")

    def silent_for_s(self) -> float:
        """How long no frame of the rep's track has come, unless they muted it; 0 before there is one."""
        heard_s = self._peer.heard_s
        return 0.0 if heard_s is None or self._spoken.input.muted else self._clock.monotonic_s() - heard_s

    def rep_heard(self) -> RepHeard:
        """By their packets, or by LiveKit's client."""
        return self._peer.rep_heard()

    def late_blocks(self) -> int:
        """Of the buyer's track."""
        return self._peer.late_blocks

    async def close(self) -> None:
        """Let go of everything."""
        try:
            await self._peer.close()
        finally:
            await super().close()
