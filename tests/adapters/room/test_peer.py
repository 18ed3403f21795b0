"""Sound in a room, without one: the pace of the voice, and what is heard of the rep."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from livekit.rtc._proto.stats_pb2 import RtcStats

from sparring.adapters.clock import SystemClock
from sparring.adapters.room.peer import BITS_S, BLOCK_S, FRAME_SAMPLES, LATE_S, RoomPeer
from tests.virtual_time import VirtualClock, run_virtually

BLOCK = bytes(range(256)) * 7 + bytes(128)  # 20 ms at 48 kHz


class Source:
    """LiveKit's, which takes 10 ms at a time. `stalls`: it takes so many seconds for its first frame."""

    def __init__(self, *, stalls: float = 0.0) -> None:
        self.frames: list[bytes] = []
        self.taken_s: list[float] = []
        self._stalls = stalls

    async def capture_frame(self, frame: Any) -> None:
        self.frames.append(bytes(frame.data.cast("b")))
        self.taken_s.append(VirtualClock().monotonic_s())
        stalls, self._stalls = self._stalls, 0.0
        await asyncio.sleep(stalls)


async def spoken_for(seconds: float, source: Any) -> RoomPeer:
    peer = RoomPeer(pull=lambda: BLOCK, push=lambda _: None, clock=VirtualClock())
    speaking = asyncio.create_task(peer._speak(source))
    await asyncio.sleep(seconds)
    speaking.cancel()
    await asyncio.gather(speaking, return_exceptions=True)
    return peer


def test_the_voice_goes_out_in_frames_of_ten_milliseconds_at_the_pace_of_real_time() -> None:
    """Nothing is added, lost or sent ahead."""

    async def scenario() -> None:
        source = Source()
        peer = await spoken_for(1.0, source)
        assert {len(frame) for frame in source.frames} == {2 * FRAME_SAMPLES}
        assert b"".join(source.frames[:2]) == BLOCK
        assert len(source.frames) == pytest.approx(2 * 1.0 / BLOCK_S, abs=2)
        assert peer.late_blocks == 0

    run_virtually(scenario())


@pytest.mark.parametrize(("stalls_s", "caught_up"), [(LATE_S, True), (0.5, False)])
def test_a_short_stall_is_caught_up_and_after_a_long_one_the_pace_starts_anew(
    *, stalls_s: float, caught_up: bool
) -> None:
    """Nobody hears a second of haste."""

    async def scenario() -> None:
        source = Source(stalls=stalls_s)
        peer = await spoken_for(3.0, source)
        whole = round(3.0 / BLOCK_S)
        blocks = len(source.frames) // 2
        assert blocks == pytest.approx(whole if caught_up else whole - stalls_s / BLOCK_S, abs=1)
        assert peer.late_blocks > 0

    run_virtually(scenario())


class Stream:
    """A rep's microphone track as the SDK gives it."""

    opened: list["Stream"] = []  # noqa: RUF012 - of one test

    def __init__(self) -> None:
        self.frames: asyncio.Queue[bytes] = asyncio.Queue()
        self.closed = False
        Stream.opened.append(self)

    def __aiter__(self) -> "Stream":
        return self

    async def __anext__(self) -> Any:
        return SimpleNamespace(frame=SimpleNamespace(data=memoryview(await self.frames.get())))

    async def aclose(self) -> None:
        self.closed = True


class Track:
    """Of the rep, as the SDK tells of it."""

    def __init__(self) -> None:
        self.packets, self.ended = 0, False

    async def get_stats(self) -> list[Any]:
        if self.ended:
            raise RuntimeError("track is gone")
        found = RtcStats()
        found.inbound_rtp.received.packets_received = self.packets
        return [RtcStats(), found]


def test_what_the_client_makes_up_while_no_packets_come_is_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that is gone leaves frames coming; with the first packets the rep is heard again."""
    Stream.opened = []
    monkeypatch.setattr("livekit.rtc.AudioStream.from_track", lambda **_: Stream())

    async def scenario() -> None:
        heard, clock, track = bytearray(), VirtualClock(), Track()
        peer = RoomPeer(pull=bytes, push=heard.extend, clock=clock)
        began_s = clock.monotonic_s()
        await peer.listen(track)  # type: ignore[arg-type]

        async def frames(seconds: float, *, packets: int) -> int:
            before = len(heard)
            for _ in range(round(seconds / 0.01)):
                await asyncio.sleep(0.01)
                track.packets += packets
                Stream.opened[0].frames.put_nowait(b"\1\0")
            return (len(heard) - before) // 2

        assert await frames(2.0, packets=1) == pytest.approx(200, abs=2)
        assert await frames(5.0, packets=0) == pytest.approx(50, abs=25)
        assert clock.monotonic_s() - (peer.heard_s or began_s) == pytest.approx(5.0, abs=0.3)
        assert await frames(2.0, packets=1) == pytest.approx(190, abs=25)
        track.ended = True
        assert await frames(2.0, packets=0) == pytest.approx(200, abs=25)
        await peer.close()

    run_virtually(scenario())


async def test_only_the_newest_track_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one before is let go, and the time of the last frame is known."""
    Stream.opened = []
    monkeypatch.setattr("livekit.rtc.AudioStream.from_track", lambda **_: Stream())
    heard = bytearray()
    peer = RoomPeer(pull=bytes, push=heard.extend, clock=SimpleNamespace(monotonic_s=lambda: 4.0))
    track: Any = Track()
    await peer.listen(track)
    await asyncio.sleep(0)
    first = Stream.opened[0]
    first.frames.put_nowait(b"\1\0")
    while not heard:
        await asyncio.sleep(0)
    await peer.listen(track)
    await asyncio.sleep(0)
    first.frames.put_nowait(b"\2\0")
    Stream.opened[1].frames.put_nowait(b"\3\0")
    while len(heard) < 4:
        await asyncio.sleep(0)
    await peer.close()
    assert (bytes(heard), peer.heard_s) == (b"\1\0\3\0", 4.0)
    assert all(stream.closed for stream in Stream.opened)


async def test_the_voice_is_sent_as_speech_and_made_safe_against_lost_packets() -> None:
    """A client left to itself sends it at twice the rate; what is lost is made good by packets sent twice over."""
    published: list[Any] = []

    async def publish_track(_: Any, options: Any) -> None:
        published.append(options)

    peer = RoomPeer(pull=lambda: BLOCK, push=lambda _: None, clock=SystemClock())
    await peer.publish(cast("Any", SimpleNamespace(local_participant=SimpleNamespace(publish_track=publish_track))))
    await peer.close()
    (options,) = published
    assert options.audio_encoding.max_bitrate == BITS_S
    assert not options.dtx
    assert options.red or not options.HasField("red")
