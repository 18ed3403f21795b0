"""Sound in a room: the rep's track comes in as 16 kHz, the buyer's goes out at the pace of real time.

The same contract as `adapters/media/peer.py`: pull 20 ms of the buyer, push what is heard of the rep. LiveKit's source
has a queue that a thread of its own empties; it is kept a tenth of a second full, so that a stall of this process is no
gap that the rep's jitter buffer grows by.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from livekit import rtc

from sparring.adapters.room.microphone import Packets, RoomMicrophone
from sparring.call.line import RepHeard
from sparring.errors import code_of
from sparring.ports import Clock

log = logging.getLogger(__name__)

SPEAKER_RATE_HZ = 48_000
BLOCK_S = 0.02
AHEAD_S = 0.1  # of the buyer's sound that is pulled before it is played
QUEUE_MS = 1_000  # never reached: more than is ever ahead
BITS_S = (
    16_000  # a telephone's band needs no more; sent twice over for lost packets it is 57 kbit/s on the wire, not 122
)
_TRACK = "buyer"


class RoomPeer:
    """The buyer's track, and the newest track of the rep.

    Args:
        pull: gives the next 20 ms of the buyer's voice, s16le mono 48 kHz.
        push: takes the rep's samples, s16le mono 16 kHz.
        clock: tells when the rep was last heard.
        packets: of the rep's track, straight; None: LiveKit's client alone is listened to.
    """

    def __init__(
        self,
        *,
        pull: Callable[[], bytes],
        push: Callable[[bytes], None],
        clock: Clock,
        packets: Packets | None = None,
    ) -> None:
        self._pull = pull
        self._microphone = RoomMicrophone(push, clock, packets)
        self._source: rtc.AudioSource | None = None
        self._voice: asyncio.Task[None] | None = None
        self._due, self._began = asyncio.Event(), False
        self.late_blocks = 0
        self.on_mute: Callable[[], None] = lambda: None
        """Told when the buyer will not be heard any more, and the call's clock stands still."""

    async def publish(self, room: rtc.Room) -> None:
        """The buyer can be heard in the room from now on."""
        self._source = rtc.AudioSource(SPEAKER_RATE_HZ, 1, queue_size_ms=QUEUE_MS)
        track = rtc.LocalAudioTrack.create_audio_track(_TRACK, self._source)
        # silence takes next to nothing: on a slow line a rep's way in would drown in it
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=True)
        options.audio_encoding.max_bitrate = BITS_S
        await room.local_participant.publish_track(track, options)
        self._voice = asyncio.create_task(self._speak(self._source), name="room-voice")
        self._voice.add_done_callback(self._ended)

    async def listen(self, track: rtc.Track) -> None:
        """Hear this track from now on, and no other."""
        await self._microphone.listen(track)

    @property
    def heard_s(self) -> float | None:
        """When packets of the rep's track were last seen to arrive, on the monotonic clock."""
        return self._microphone.heard_s

    def rep_heard(self) -> RepHeard:
        """By which way the rep was heard so far."""
        return self._microphone.rep_heard()

    async def close(self) -> None:
        """Safe to call twice."""
        if self._voice is not None:
            self._voice.cancel()
            await asyncio.gather(self._voice, return_exceptions=True)
        await self._microphone.close()
        if self._source is not None:
            source, self._source = self._source, None
            await source.aclose()

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s has ended: %s", task.get_name(), code_of(error))
            self.on_mute()

    @property
    def held_ms(self) -> int:
        """How much of the buyer was pulled and not played yet."""
        return 0 if self._source is None else round(1000 * self._source.queued_duration)

    def drop(self) -> None:
        """Nobody is to hear what was pulled and not played."""
        if self._source is not None:
            self._source.clear_queue()

    def hurry(self) -> None:
        """Do not wait: there is something to pull."""
        self._due.set()

    async def _speak(self, source: rtc.AudioSource) -> None:
        """Whatever was pulled late is late once: what is ahead is reckoned from what is queued, and nothing is owed."""
        while True:
            early_s = source.queued_duration - (AHEAD_S - BLOCK_S)
            if early_s > 0:
                with suppress(TimeoutError):
                    async with asyncio.timeout(early_s):
                        await self._due.wait()
            self._due.clear()
            self.late_blocks += self._began and not source.queued_duration
            self._began = True
            block = self._pull()
            await source.capture_frame(rtc.AudioFrame(block, SPEAKER_RATE_HZ, 1, len(block) // 2))
