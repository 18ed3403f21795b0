"""The rep in a room: by their packets as these come, and by LiveKit's client where they do not come to us straight.

Flows in: the newest track of the rep. Flows out: 16 kHz samples, and when the rep was last heard. LiveKit's client goes
on making up frames when the network is gone: whether the rep's packets come is asked of its statistics, and what is
made up for longer than a moment is not pushed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from livekit import rtc

from sparring.call.line import Fallback, RepHeard
from sparring.errors import SparringError, code_of
from sparring.ports import MIC_RATE_HZ, Clock

log = logging.getLogger(__name__)

MIC_FRAME_MS = 10
SETTLED_S = 0.2  # a page that goes on publishing costs no connection each time
STRAIGHT_WITHIN_S = 0.3  # without a packet of theirs LiveKit's client is listened to
AGAIN_AFTER_S, AGAIN_AT_MOST_S = 1.0, 30.0  # packets that did not come straight are asked for again
COUNTED_EVERY_S = 0.2  # asking takes the client 1 to 10 ms, off the loop
COUNTED_WITHIN_S, ANSWERED_WITHIN_S = 2.0, 0.5
GONE_AFTER_COUNTS = 2  # without a new packet: concealment has faded to nothing by then
UNKNOWN = -1
TOLD_FROM_S = 1.0  # on the other way: shorter ones are a rep who is muted or gone, whose packets stop on either
MOST_TOLD = 100

Packets = Callable[[str, Callable[[bytes], None]], Awaitable[None]]
"""Pushes what is said on the track of this id, straight from its packets, as long as it can."""


class RoomMicrophone:
    """The newest track of the rep.

    Args:
        push: takes the rep's samples, s16le mono 16 kHz.
        clock: tells when the rep was last heard.
        packets: of a track, straight; None: LiveKit's client alone is listened to.
    """

    def __init__(self, push: Callable[[bytes], None], clock: Clock, packets: Packets | None = None) -> None:
        self._push, self._clock, self._packets = push, clock, packets
        self._tasks: set[asyncio.Task[None]] = set()  # those of tracks before it may still be closing
        self._by_client = asyncio.Event()  # packets do not come straight
        self._straight_s: float | None = None  # when one last did
        self._made_up = False  # no packets come: the frames that do are the client's own
        self._ways = _Ways()
        self.heard_s: float | None = None
        """When packets of the rep's track were last seen to arrive, on the monotonic clock."""

    async def listen(self, track: rtc.Track) -> None:
        """Hear this track from now on, and no other. The one before is let go of without waiting for that."""
        self._let_go()
        self._ways.end(self._clock.monotonic_s())
        self.heard_s, self._straight_s, self._made_up = self._clock.monotonic_s(), None, False
        self._by_client.set()
        self._spawn(self._hear_client(track))
        self._spawn(self._count(track))
        if self._packets is not None:
            self._spawn(self._hear_packets(self._packets, track.sid))

    def rep_heard(self) -> RepHeard:
        """By which way so far: packets that came straight, and each second and more by the client since."""
        return self._ways.told(self._clock.monotonic_s())

    async def close(self) -> None:
        """Hear nothing more; safe to call twice."""
        self._let_go()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _let_go(self) -> None:
        for task in self._tasks:
            task.cancel()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name="room-microphone")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s has ended: %s", task.get_name(), code_of(error))

    async def _hear_packets(self, packets: Packets, track_id: str) -> None:
        pause_s = AGAIN_AFTER_S
        await asyncio.sleep(SETTLED_S)
        while True:
            try:
                await packets(track_id, self._came)
            except SparringError as error:
                log.info("%s: heard by LiveKit's client", error.code)
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, AGAIN_AT_MOST_S)

    def _came(self, pcm: bytes) -> None:
        self._ways.straight = True
        self.heard_s = self._straight_s = self._clock.monotonic_s()
        self._by_client.clear()
        self._push(pcm)

    async def _hear_client(self, track: rtc.Track) -> None:
        """While packets do not come straight: its thread and its hand-over take as much of a core as they do."""
        while True:
            await self._by_client.wait()
            stream = rtc.AudioStream.from_track(
                track=track, sample_rate=MIC_RATE_HZ, num_channels=1, frame_size_ms=MIC_FRAME_MS
            )
            try:
                async for event in stream:
                    if not self._by_client.is_set():
                        break
                    if not self._made_up:
                        self._push(bytes(event.frame.data.cast("b")))
                else:
                    return  # the track has ended
            finally:
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
            if not self._is_straight:
                self._by_client.set()
            fell_back = self._straight_s is not None and self._by_client.is_set() and not self._made_up
            self._ways.look(self._clock.monotonic_s(), fell_back=fell_back)
            await asyncio.sleep(COUNTED_EVERY_S)

    @property
    def _is_straight(self) -> bool:
        straight_s = self._straight_s
        return straight_s is not None and self._clock.monotonic_s() - straight_s < STRAIGHT_WITHIN_S


class _Ways:
    """Which way the rep was heard, and when that changed for the longer one."""

    def __init__(self) -> None:
        self.straight = False
        self._since_s: float | None = None
        self._over: tuple[Fallback, ...] = ()

    def look(self, now_s: float, *, fell_back: bool) -> None:
        """`fell_back`: the client is heard now, though packets came straight on this track."""
        if not fell_back:
            self.end(now_s)
        elif self._since_s is None:
            self._since_s = now_s

    def end(self, now_s: float) -> None:
        """The client is not heard any more."""
        self._over, self._since_s = self._until(now_s), None

    def told(self, now_s: float) -> RepHeard:
        """What there was so far."""
        return RepHeard(self.straight, self._until(now_s))

    def _until(self, now_s: float) -> tuple[Fallback, ...]:
        if self._since_s is None or now_s - self._since_s < TOLD_FROM_S:
            return self._over
        return (*self._over, Fallback(self._since_s, now_s - self._since_s))[:MOST_TOLD]


async def _packets_of(track: rtc.Track) -> int:
    """How many have arrived so far; `UNKNOWN` where nothing is told of them.

    A question that was asked is waited for, whoever goes meanwhile: a thread of LiveKit's client that answers an
    interpreter on its way out aborts it.
    """
    asked = asyncio.ensure_future(track.get_stats())
    try:
        await asyncio.wait([asked], timeout=COUNTED_WITHIN_S)
    except asyncio.CancelledError:
        await asyncio.wait([asked], timeout=ANSWERED_WITHIN_S)
        raise
    finally:
        asked.cancel()
    if not asked.done() or asked.exception() is not None:  # a track that has ended has no packets
        return UNKNOWN
    counts = (one.inbound_rtp.received.packets_received for one in asked.result() if one.HasField("inbound_rtp"))
    return next(counts, UNKNOWN)
