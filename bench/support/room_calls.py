"""Calls of `bench.room` and the telephone at their other end, which is a process of its own (`handset.py`).

The telephone is the same on every way: straight to this process, through a LiveKit room, and through a room where
nobody but an echo answers, which is what server and client libraries take without us.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from bench.support.handset import QUIET_S, RATE_HZ, microphone_in, spoken, taken
from bench.support.stub_call import StubCall
from bench.support.stubs import is_loud, now_s, tone
from livekit import api, rtc

from sparring.adapters.agent_session.direct_line import DirectLine
from sparring.adapters.agent_session.spoken_line import SpokenLine
from sparring.adapters.clock import SystemClock
from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.packet_ear import PacketEar
from sparring.adapters.room.room_line import RoomLine
from sparring.ids import new_call_id
from tests.e2e.livekit_server import KEY, SECRET

CONNECTED_WITHIN_S = 30.0
ECHO_S = 0.4
LINE_BYTES = 1 << 20
Telephone = Literal["bare", "livekit"]
"""`bare`: that of a direct call; `livekit`: its own client, with a jitter buffer as a browser has."""


@dataclass
class Threshold:
    """What crosses into this process and out of it: when the rep's sound last ended, and the buyer's last began."""

    quiet_in_s: float = 0.0
    loud_out_s: float = 0.0
    _was_loud: bool = False
    _last_loud_out_s: float = -QUIET_S

    def came(self, pcm: bytes) -> None:
        """A frame of the rep."""
        loud = is_loud(pcm)
        if self._was_loud and not loud:
            self.quiet_in_s = now_s()
        self._was_loud = loud

    def goes(self, pcm: bytes) -> None:
        """A frame of the buyer."""
        if not is_loud(pcm):
            return
        at_s = now_s()
        if at_s - self._last_loud_out_s > QUIET_S:
            self.loud_out_s = at_s
        self._last_loud_out_s = at_s


class _Watched(SpokenLine):
    """A shipped line whose threshold is watched."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.threshold = Threshold()
        super().__init__(*given, **named)

    def pull(self) -> bytes:
        block = super().pull()
        self.threshold.goes(block)
        return block

    def push(self, pcm_16khz: bytes) -> None:
        self.threshold.came(pcm_16khz)
        super().push(pcm_16khz)


class _WatchedDirectLine(_Watched, DirectLine):
    """Straight."""


class _WatchedRoomLine(_Watched, RoomLine):
    """In a room."""


@dataclass
class Handset:
    """The rep's end: when what they said ended, and when they heard the buyer after it. `threshold`: of our process."""

    process: asyncio.subprocess.Process
    threshold: Threshold = field(default_factory=Threshold)
    ended_s: float = 0.0
    began_s: float | None = None
    last_s: float = 0.0
    buffered_ms: list[float] = field(default_factory=list)
    """What its jitter buffer held, second by second; nothing where it has none."""
    _said: asyncio.Event = field(default_factory=asyncio.Event)
    _connected: asyncio.Event = field(default_factory=asyncio.Event)
    _offer: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    async def say(self, seconds: float) -> None:
        """A tone, until its last sample is out; the buyer is listened to from then on."""
        self._said.clear()
        self.tell(say_s=seconds)
        await self._said.wait()

    def tell(self, **command: Any) -> None:
        """A line for the telephone."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")

    async def offer(self) -> str:
        """That of a telephone which calls this process."""
        return await self._offer.get()

    async def connected(self) -> None:
        """It is in the call."""
        await self._connected.wait()

    async def follow(self) -> None:
        """Take in what it tells, until it has gone."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self._take(json.loads(line))

    def _take(self, told: dict[str, Any]) -> None:
        match told:
            case {"ended_s": ended_s}:
                self.ended_s, self.began_s = ended_s, None
                self._said.set()
            case {"began_s": began_s}:
                self.began_s = began_s
            case {"last_s": last_s}:
                self.last_s = last_s
            case {"buffered_ms": buffered_ms}:
                self.buffered_ms.append(buffered_ms)
            case {"offer": sdp}:
                self._offer.put_nowait(sdp)
            case {"connected": _}:
                self._connected.set()


@asynccontextmanager
async def _telephone(*way: str) -> AsyncIterator[Handset]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.support.handset", *way, stdin=pipe, stdout=pipe, limit=LINE_BYTES
    )
    handset = Handset(process)
    following = asyncio.create_task(handset.follow())
    try:
        yield handset
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await following


@asynccontextmanager
async def directly(call: StubCall) -> AsyncIterator[Handset]:
    """Picked up, over WebRTC."""
    line = _WatchedDirectLine(call.spoken, call.samples, SystemClock())
    await line.start()
    async with _telephone("direct") as handset:
        handset.threshold = line.threshold
        try:
            handset.tell(answer=await line.offer(await handset.offer()))
            async with asyncio.timeout(CONNECTED_WITHIN_S):
                await handset.connected()
            await line.pick_up(ring_ms=0)
            yield handset
        finally:
            await line.close()


@asynccontextmanager
async def in_a_room(call: StubCall, url: str, telephone: Telephone) -> AsyncIterator[Handset]:
    """Picked up, through the server at `url`."""
    async with _room_with_a_telephone(url, telephone) as (room, handset, track):
        ear = PacketEar(LiveKitAccess(url, KEY, SECRET, agent=""), room.name)
        line = _WatchedRoomLine(call.spoken, call.samples, room, SystemClock(), packets=ear.hear)
        handset.threshold = line.threshold
        try:
            await line.start()
            await line.hear(await track)
            await line.pick_up(ring_ms=0)
            yield handset
        finally:
            await line.close()


@asynccontextmanager
async def with_an_echo(url: str, telephone: Telephone) -> AsyncIterator[Handset]:
    """Through the server at `url`: the first frame without sound after a tone is answered by a tone, no more."""
    async with _room_with_a_telephone(url, telephone) as (room, handset, track):
        source = await microphone_in(room)
        echoing = asyncio.create_task(_echo(await track, source))
        try:
            yield handset
        finally:
            echoing.cancel()
            await asyncio.gather(echoing, return_exceptions=True)


async def _echo(track: rtc.Track, source: rtc.AudioSource) -> None:
    to_say = bytearray()
    answering = asyncio.create_task(_answer(track, to_say))
    try:
        await spoken(source, lambda: taken(to_say))
    finally:
        answering.cancel()


async def _answer(track: rtc.Track, to_say: bytearray) -> None:
    was_loud = False
    async for event in rtc.AudioStream.from_track(track=track, sample_rate=RATE_HZ, num_channels=1):
        loud = is_loud(bytes(event.frame.data.cast("b")))
        if was_loud and not loud:
            to_say += tone(ECHO_S, RATE_HZ)
        was_loud = loud


@asynccontextmanager
async def _room_with_a_telephone(
    url: str, telephone: Telephone
) -> AsyncIterator[tuple[rtc.Room, Handset, "asyncio.Future[rtc.Track]"]]:
    room, name = rtc.Room(), new_call_id()
    came: asyncio.Future[rtc.Track] = asyncio.get_running_loop().create_future()
    room.on("track_subscribed", lambda track, *_: came.set_result(track))
    await room.connect(url, token(name, "buyer"))
    async with _telephone(telephone, url, token(name, "rep")) as handset:
        async with asyncio.timeout(CONNECTED_WITHIN_S):
            await handset.connected()
        try:
            yield room, handset, came
        finally:
            await room.disconnect()


def token(room: str, identity: str) -> str:
    grants = api.VideoGrants(room_join=True, room=room)
    return api.AccessToken(KEY, SECRET).with_identity(identity).with_grants(grants).to_jwt()
