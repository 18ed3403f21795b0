"""A rep in a room without a browser: LiveKit's own client, the page's protocol, a microphone of silence or of sound."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from livekit import rtc

EVENTS_TOPIC, COMMANDS_TOPIC = "sparring.events", "sparring.commands"
RATE_HZ, FRAME_SAMPLES = 48_000, 480
QUEUE_MS = 60
MIC_BITS_S = 16_000  # of the page's microphone
LOUD = 400
LEFT_WITHIN_S = 10.0  # LiveKit's client waits for ever to leave a server that has fallen silent (rust-sdks, issue 1407)


@dataclass
class RoomPhone:
    """Joins with a token; remembers every event; hears the buyer."""

    events: list[dict[str, Any]] = field(default_factory=list)
    arrived_s: list[float] = field(default_factory=list)
    loud_s: list[float] = field(default_factory=list)  # when the buyer was heard, by the loop's clock
    gone: str | None = None
    buyer: rtc.Track | None = None

    def __post_init__(self) -> None:
        self.room = rtc.Room()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._to_say = bytearray()
        self._changed = asyncio.Event()

    async def join(self, url: str, token: str) -> None:
        """Connect, publish the microphone, ask to be let in."""
        self.room.register_text_stream_handler(EVENTS_TOPIC, self._event_came)
        self.room.on("track_subscribed", lambda track, *_: self._spawn(self._hear(track)))
        self.room.on("disconnected", self._left)
        await self.room.connect(url, token)
        source = rtc.AudioSource(RATE_HZ, 1, queue_size_ms=QUEUE_MS)
        microphone = rtc.LocalAudioTrack.create_audio_track("microphone", source)
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=False)
        options.audio_encoding.max_bitrate = MIC_BITS_S
        await self.room.local_participant.publish_track(microphone, options)
        self._source = source
        self._spawn(self._speak(source))
        self._spawn(self._ask_until_let_in())

    async def send(self, **command: Any) -> None:
        """One command of the page."""
        await self.room.local_participant.send_text(json.dumps(command), topic=COMMANDS_TOPIC, compress=False)

    def say(self, pcm_48khz: bytes) -> None:
        """Into the microphone."""
        self._to_say += pcm_48khz

    async def until(self, kind: str, *, within_s: float = 30.0, count: int = 1, **fields: Any) -> dict[str, Any]:
        """The `count`-th event of this kind with these fields, from the beginning."""
        async with asyncio.timeout(within_s):
            while True:
                found = [one for one in self.events if one["type"] == kind and fields.items() <= one.items()]
                if len(found) >= count:
                    return found[count - 1]
                self._changed.clear()
                await self._changed.wait()

    async def said(self) -> float:
        """Returns once the microphone has said everything, with the moment of its last sound."""
        while self._to_say:
            await asyncio.sleep(0.01)
        held_s = self._source.queued_duration
        await asyncio.sleep(held_s)
        return asyncio.get_running_loop().time()

    def turns(self) -> list[dict[str, Any]]:
        """What was said so far, as the page knows it."""
        turns = {one["turn"]["index"]: one["turn"] for one in self.events if one["type"] == "turn"}
        return [turns[index] for index in sorted(turns)]

    async def leave(self) -> None:
        """Close the page; safe to call twice."""
        tasks = set(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with suppress(TimeoutError):
            async with asyncio.timeout(LEFT_WITHIN_S):
                await self.room.disconnect()

    async def _ask_until_let_in(self) -> None:
        while not any(one["type"] == "joined" for one in self.events):
            await self.send(type="join", ticket="")
            await asyncio.sleep(0.5)

    def _event_came(self, reader: rtc.TextStreamReader, _: str) -> None:
        self._spawn(self._read(reader))

    async def _read(self, reader: rtc.TextStreamReader) -> None:
        self.events.append(json.loads(await reader.read_all()))
        self.arrived_s.append(asyncio.get_running_loop().time())
        self._changed.set()

    def _left(self, reason: Any) -> None:
        self.gone = rtc.DisconnectReason.Name(reason).lower()
        self._changed.set()

    async def _hear(self, track: rtc.Track) -> None:
        if track.kind != rtc.TrackKind.KIND_AUDIO:
            return
        self.buyer = track
        async for event in rtc.AudioStream.from_track(track=track, sample_rate=16_000, num_channels=1):
            samples = np.frombuffer(bytes(event.frame.data.cast("b")), np.int16)
            if np.abs(samples.astype(np.int32)).max(initial=0) > LOUD:
                self.loud_s.append(asyncio.get_running_loop().time())

    async def _speak(self, source: rtc.AudioSource) -> None:
        size = 2 * FRAME_SAMPLES
        while True:
            block = bytes(self._to_say[:size]).ljust(size, b"\0")
            del self._to_say[:size]
            await source.capture_frame(rtc.AudioFrame(block, RATE_HZ, 1, FRAME_SAMPLES))

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
