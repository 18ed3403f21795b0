"""The rep's end of a call in `bench.room`, once over WebRTC straight to the process and once through a LiveKit room.

Both speak the same samples at the same pace and listen in the same way, so that what differs is the transport.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError
from bench.stub_call import StubCall
from bench.stubs import BLOCK_S, Listener, is_loud, now_s
from livekit import api, rtc

from sparring.adapters.clock import SystemClock
from sparring.adapters.engine.direct_line import DirectLine
from sparring.adapters.media.peer import VoiceTrack
from sparring.adapters.room.room_line import RoomLine
from sparring.ids import new_call_id
from tests.e2e.livekit_server import KEY, SECRET

RATE_HZ = 48_000
BLOCK_BYTES = round(2 * BLOCK_S * RATE_HZ)
FRAME_SAMPLES = RATE_HZ // 100
CONNECTED_WITHIN_S = 30.0


@dataclass
class Handset:
    """What the rep says, 20 ms at a time, and when they hear the buyer."""

    listener: Listener = field(default_factory=Listener)
    ended_s: float = 0.0
    _to_say: bytearray = field(default_factory=bytearray)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    async def say(self, pcm_48khz: bytes) -> None:
        """Until the last sample is out; the buyer is listened to from then on."""
        self._over.clear()
        self._to_say += pcm_48khz
        await self._over.wait()
        self.listener.began_s = None

    def block(self) -> bytes:
        """The next 20 ms."""
        block = bytes(self._to_say[:BLOCK_BYTES])
        del self._to_say[:BLOCK_BYTES]
        if is_loud(block):
            self.ended_s = now_s()
        if not self._to_say:
            self._over.set()
        return block.ljust(BLOCK_BYTES, b"\0")


def _mono(frame: Any) -> bytes:
    return bytes(np.asarray(frame.to_ndarray(), np.int16).reshape(-1).tobytes())


@asynccontextmanager
async def directly(call: StubCall) -> AsyncIterator[Handset]:
    """Picked up, over WebRTC."""
    handset, clock = Handset(), SystemClock()
    line = DirectLine(call.spoken, call.samples, clock)
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    microphone = VoiceTrack(handset.block, clock)
    connection.addTrack(microphone)
    listening: list[asyncio.Task[None]] = []

    async def listen(track: Any) -> None:
        while True:
            try:
                handset.listener.hear(_mono(await track.recv()))
            except MediaStreamError:
                return

    connection.on("track", lambda track: listening.append(asyncio.create_task(listen(track))))
    await line.start()
    await connection.setLocalDescription(await connection.createOffer())
    answer = await line.offer(connection.localDescription.sdp)
    await connection.setRemoteDescription(RTCSessionDescription(answer, "answer"))
    try:
        async with asyncio.timeout(CONNECTED_WITHIN_S):
            while connection.connectionState != "connected":  # noqa: ASYNC110 - looked at until it is
                await asyncio.sleep(BLOCK_S)
        await line.pick_up(ring_ms=0)
        yield handset
    finally:
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
        microphone.stop()
        await connection.close()
        await line.close()


@asynccontextmanager
async def in_a_room(call: StubCall, url: str) -> AsyncIterator[Handset]:
    """Picked up, through the server at `url`."""
    handset, name = Handset(), new_call_id()
    buyers, reps, heard = rtc.Room(), rtc.Room(), asyncio.Event()
    tasks: set[asyncio.Task[None]] = set()

    async def hear(track: rtc.Track) -> None:
        await line.hear(track)
        heard.set()

    async def listen(track: rtc.Track) -> None:
        async for event in rtc.AudioStream.from_track(track=track, sample_rate=RATE_HZ, num_channels=1):
            handset.listener.hear(bytes(event.frame.data.cast("b")))

    buyers.on("track_subscribed", lambda track, *_: tasks.add(asyncio.create_task(hear(track))))
    reps.on("track_subscribed", lambda track, *_: tasks.add(asyncio.create_task(listen(track))))
    await buyers.connect(url, _token(name, "buyer"))
    line = RoomLine(call.spoken, call.samples, buyers, SystemClock())
    try:
        await line.start()
        await reps.connect(url, _token(name, "rep"))
        tasks.add(asyncio.create_task(_speak(reps, handset)))
        async with asyncio.timeout(CONNECTED_WITHIN_S):
            await heard.wait()
        await line.pick_up(ring_ms=0)
        yield handset
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await line.close()
        await reps.disconnect()
        await buyers.disconnect()


async def _speak(room: rtc.Room, handset: Handset) -> None:
    source = rtc.AudioSource(RATE_HZ, 1, queue_size_ms=0)
    track = rtc.LocalAudioTrack.create_audio_track("microphone", source)
    options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=False)
    await room.local_participant.publish_track(track, options)
    began_s, blocks = now_s(), 0
    while True:
        blocks += 1
        await asyncio.sleep(max(0.0, began_s + blocks * BLOCK_S - now_s()))
        block = handset.block()
        for start in range(0, len(block), 2 * FRAME_SAMPLES):
            pcm = block[start : start + 2 * FRAME_SAMPLES]
            await source.capture_frame(rtc.AudioFrame(pcm, RATE_HZ, 1, FRAME_SAMPLES))


def _token(room: str, identity: str) -> str:
    grants = api.VideoGrants(room_join=True, room=room)
    return api.AccessToken(KEY, SECRET).with_identity(identity).with_grants(grants).to_jwt()
