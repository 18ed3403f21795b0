"""The rep's telephone of `bench.room`: a process of its own, with a client library and a loop of its own, as in a call.

    python -m bench.support.handset livekit URL TOKEN
    python -m bench.support.handset bare URL TOKEN
    python -m bench.support.handset direct

Flows in, a JSON line each: `say_s`, how long a tone to speak; `answer` to the offer of a direct call. Flows out:
`offer`, `connected`, and on the machine's monotonic clock `ended_s` of what was said, `began_s` of the buyer's sound
after it, and every 50 ms while it lasts `last_s`; in a room each second `buffered_ms`, what its jitter buffer held.
"""

import asyncio
import json
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError
from bench.support.bare_phone import in_the_room
from bench.support.stubs import BLOCK_S, is_loud, now_s, tone
from livekit import rtc

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import VoiceTrack, close

RATE_HZ = 48_000
BLOCK_BYTES = round(2 * BLOCK_S * RATE_HZ)
FRAME_SAMPLES = RATE_HZ // 100
AHEAD_S, QUEUE_MS = 0.1, 1_000
TOLD_EVERY_S = 0.05
WATCHED_EVERY_S = 1.0
QUIET_S = 0.1  # before an answer: sound without it is the rest of what the rep cut into


def tell(**what: Any) -> None:
    """A line for the bench."""
    print(json.dumps(what), flush=True)


@dataclass
class Handset:
    """What the rep says, 20 ms at a time, and when they hear the buyer."""

    answered: "asyncio.Future[str]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    _to_say: bytearray = field(default_factory=bytearray)
    _awaited: bool = False  # something was said, and nothing heard since
    _told_s: float = -TOLD_EVERY_S
    _heard_s: float = -QUIET_S

    def obey(self, line: bytes) -> None:
        """A command of the bench."""
        command = json.loads(line)
        if "say_s" in command:
            self._to_say += tone(command["say_s"], RATE_HZ)
        else:
            self.answered.set_result(command["answer"])

    def block(self, held_s: float = 0.0) -> bytes:
        """The next 20 ms into the microphone, which has so much to say before it."""
        speaks, block = bool(self._to_say), taken(self._to_say)
        if speaks and not self._to_say:
            self._awaited = True
            tell(ended_s=now_s() + held_s)
        return block

    def hear(self, pcm: bytes) -> None:
        """A frame of the buyer."""
        if not is_loud(pcm):
            return
        at_s, last_s = now_s(), self._heard_s
        self._heard_s = at_s
        if self._awaited and at_s - last_s >= QUIET_S:
            self._awaited = False
            tell(began_s=at_s)
        if at_s - self._told_s >= TOLD_EVERY_S:
            self._told_s = at_s
            tell(last_s=at_s)


async def through_a_room(handset: Handset, url: str, token: str) -> None:
    """Until it is cancelled."""
    room = rtc.Room()
    listening: list[asyncio.Task[None]] = []

    async def listen(track: rtc.Track) -> None:
        listening.append(asyncio.create_task(watched(track)))
        async for event in rtc.AudioStream.from_track(track=track, sample_rate=RATE_HZ, num_channels=1):
            handset.hear(bytes(event.frame.data.cast("b")))

    room.on("track_subscribed", lambda track, *_: listening.append(asyncio.create_task(listen(track))))
    await room.connect(url, token)
    try:
        source = await microphone_in(room, queue_ms=QUEUE_MS)
        tell(connected=True)
        await steadily_spoken(source, handset.block)
    finally:
        for task in listening:
            task.cancel()
        await room.disconnect()


async def watched(track: rtc.Track) -> None:
    """Tell each second what this end's jitter buffer held of the buyer in that second, in the mean."""
    before_s, before = 0.0, 0
    while True:
        await asyncio.sleep(WATCHED_EVERY_S)
        for one in await track.get_stats():
            if one.HasField("inbound_rtp"):
                counted = one.inbound_rtp.inbound
                if samples := counted.jitter_buffer_emitted_count - before:
                    tell(buffered_ms=round(1000 * (counted.jitter_buffer_delay - before_s) / samples, 1))
                before_s, before = counted.jitter_buffer_delay, counted.jitter_buffer_emitted_count


async def microphone_in(room: rtc.Room, *, queue_ms: int = 0) -> rtc.AudioSource:
    """Published there, to be spoken into."""
    source = rtc.AudioSource(RATE_HZ, 1, queue_size_ms=queue_ms)
    track = rtc.LocalAudioTrack.create_audio_track("microphone", source)
    options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=False)
    await room.local_participant.publish_track(track, options)
    return source


def taken(to_say: bytearray) -> bytes:
    """The next 20 ms of it, silence when there is nothing."""
    block = bytes(to_say[:BLOCK_BYTES])
    del to_say[:BLOCK_BYTES]
    return block.ljust(BLOCK_BYTES, b"\0")


async def spoken(source: rtc.AudioSource, block: Callable[[], bytes]) -> None:
    """20 ms each 20 ms, in frames of 10 ms, all that a source without a queue takes; until it is cancelled."""
    began_s, blocks = now_s(), 0
    while True:
        blocks += 1
        await asyncio.sleep(max(0.0, began_s + blocks * BLOCK_S - now_s()))
        pcm = block()
        for start in range(0, len(pcm), 2 * FRAME_SAMPLES):
            piece = pcm[start : start + 2 * FRAME_SAMPLES]
            await source.capture_frame(rtc.AudioFrame(piece, RATE_HZ, 1, FRAME_SAMPLES))


async def steadily_spoken(source: rtc.AudioSource, block: Callable[[float], bytes]) -> None:
    """Likewise into one with a queue, a tenth of a second ahead: a rep's microphone does not wait for a processor.

    Like a device's, each 10 ms leave when their last sample was recorded: a block of 20 is whole 10 ms after its turn.
    """
    while True:
        await asyncio.sleep(max(0.0, source.queued_duration - AHEAD_S))
        pcm = block(source.queued_duration + BLOCK_S / 2)
        await source.capture_frame(rtc.AudioFrame(pcm, RATE_HZ, 1, len(pcm) // 2))


async def straight(handset: Handset) -> None:
    """Until it is cancelled, or the other side hangs up."""
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    connection.addTrack(VoiceTrack(handset.block, SystemClock()))
    came: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    connection.on("track", came.set_result)
    await connection.setLocalDescription(await connection.createOffer())
    tell(offer=connection.localDescription.sdp)
    await connection.setRemoteDescription(RTCSessionDescription(await handset.answered, "answer"))
    while connection.connectionState != "connected":  # noqa: ASYNC110 - looked at until it is
        await asyncio.sleep(BLOCK_S)
    tell(connected=True)
    await listened(handset, await came)
    await close(connection)


async def listened(handset: Handset, track: Any) -> None:
    """To a track of aiortc's, until it ends."""
    with suppress(MediaStreamError):
        while True:
            handset.hear(np.asarray((await track.recv()).to_ndarray(), np.int16).reshape(-1).tobytes())


async def barely(handset: Handset, url: str, token: str) -> None:
    """In a room with the telephone of a direct call, until it is cancelled."""
    microphone = VoiceTrack(handset.block, SystemClock())
    async with in_the_room(url, token, microphone, lambda track: listened(handset, track)):
        tell(connected=True)
        await asyncio.Event().wait()


WAYS: Final[Mapping[str, Callable[..., Coroutine[Any, Any, None]]]] = {
    "livekit": through_a_room,
    "bare": barely,
    "direct": straight,
}


async def held(arguments: Sequence[str]) -> None:
    """Until the bench closes the line of commands. Raises: whatever a call fails with."""
    handset = Handset()
    way, *where = arguments
    call = asyncio.create_task(WAYS[way](handset, *where))
    obeying = asyncio.create_task(obeyed(handset))
    await asyncio.wait((call, obeying), return_when=asyncio.FIRST_COMPLETED)
    if call.done():
        call.result()
    for task in (call, obeying):
        task.cancel()
    await asyncio.gather(call, obeying, return_exceptions=True)


async def obeyed(handset: Handset) -> None:
    """Every command, until there are no more."""
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        handset.obey(line)


if __name__ == "__main__":
    logging.getLogger("livekit").setLevel(logging.CRITICAL)  # its client calls every end of a call an error
    asyncio.run(held(sys.argv[1:]))
    os._exit(0)  # a thread of LiveKit's client that answers an interpreter on its way out aborts it
