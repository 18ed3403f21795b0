"""Sound in a room: the rep's track comes in as 16 kHz, the buyer's goes out at the pace of real time.

The same contract as `adapters/media/peer.py`: pull 20 ms of the buyer, push what is heard of the rep. LiveKit's source
has a queue that a thread of its own empties; it is kept a tenth of a second full, so that a stall of this process is no
gap that the rep's jitter buffer grows by. LiveKit's client goes on making up frames when the network is gone: whether
the rep's packets come is asked of its statistics, and what is made up for longer than a moment is not pushed.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from livekit import rtc

from sparring.errors import code_of
from sparring.ports import Clock

log = logging.getLogger(__name__)

SPEAKER_RATE_HZ = 48_000
MIC_RATE_HZ = 16_000
BLOCK_S = 0.02
MIC_FRAME_MS = 10
AHEAD_S = 0.1  # of the buyer's sound that is pulled before it is played
QUEUE_MS = 1_000  # never reached: more than is ever ahead
COUNTED_EVERY_S = 0.2  # asking takes the client 1 to 10 ms, off the loop
COUNTED_WITHIN_S = 2.0
GONE_AFTER_COUNTS = 2  # without a new packet: concealment has faded to nothing by then
UNKNOWN = -1
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
    """

    def __init__(self, *, pull: Callable[[], bytes], push: Callable[[bytes], None], clock: Clock) -> None:
        self._pull, self._push, self._clock = pull, push, clock
        self._source: rtc.AudioSource | None = None
        self._voice: asyncio.Task[None] | None = None
        self._ear: asyncio.Task[None] | None = None
        self._due, self._began = asyncio.Event(), False
        self._made_up = False  # no packets come: the frames that do are the client's own
        self.late_blocks = 0
        self.on_mute: Callable[[], None] = lambda: None
        """Told when the buyer will not be heard any more, and the call's clock stands still."""
        self.heard_s: float | None = None
        """When packets of the rep's track were last seen to arrive, on the monotonic clock."""

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
        await _stopped(self._ear)
        self.heard_s, self._made_up = self._clock.monotonic_s(), False
        self._ear = asyncio.create_task(self._hear(track), name="room-microphone")
        self._ear.add_done_callback(self._ended)

    async def close(self) -> None:
        """Safe to call twice."""
        await _stopped(self._voice)
        await _stopped(self._ear)
        if self._source is not None:
            source, self._source = self._source, None
            await source.aclose()

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s has ended: %s", task.get_name(), code_of(error))
            if task is self._voice:
                self.on_mute()

    async def _hear(self, track: rtc.Track) -> None:
        stream = rtc.AudioStream.from_track(
            track=track, sample_rate=MIC_RATE_HZ, num_channels=1, frame_size_ms=MIC_FRAME_MS
        )
        counting = asyncio.create_task(self._count(track), name="room-packets")
        try:
            async for event in stream:
                if not self._made_up:
                    self._push(bytes(event.frame.data.cast("b")))
        finally:
            await _stopped(counting)
            await stream.aclose()

    async def _count(self, track: rtc.Track) -> None:
        """Judged by counts and not by the clock: a stall of this process is no outage of the rep's.

        Of a client that tells nothing the frames are believed: it is no reason to end a call.
        """
        before, unchanged = UNKNOWN, 0
        while True:
            packets = await _packets_of(track)
            still = packets == before != UNKNOWN
            unchanged = unchanged + 1 if still else 0
            if not still:
                self.heard_s = self._clock.monotonic_s()
            before, self._made_up = packets, unchanged >= GONE_AFTER_COUNTS
            await asyncio.sleep(COUNTED_EVERY_S)

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


async def _packets_of(track: rtc.Track) -> int:
    """How many have arrived so far; `UNKNOWN` where nothing is told of them."""
    try:
        async with asyncio.timeout(COUNTED_WITHIN_S):
            stats = await track.get_stats()
    except Exception:  # noqa: BLE001 - the SDK raises nothing narrower, and a track that has ended has no packets
        return UNKNOWN
    counts = (one.inbound_rtp.received.packets_received for one in stats if one.HasField("inbound_rtp"))
    return next(counts, UNKNOWN)


async def _stopped(task: "asyncio.Task[None] | None") -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
