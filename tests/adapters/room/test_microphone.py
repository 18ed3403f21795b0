"""The rep in a room, without one: by packets that come straight, and by LiveKit's client where none do."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from livekit.rtc._proto.stats_pb2 import RtcStats

from sparring.adapters.room.microphone import (
    AGAIN_AFTER_S,
    COUNTED_EVERY_S,
    STRAIGHT_WITHIN_S,
    RoomMicrophone,
    _packets_of,
)
from sparring.call.line import RepHeard
from sparring.errors import MediaFailed
from tests.virtual_time import VirtualClock, run_virtually


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
        self.sid = "TR_rep"

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
        microphone = RoomMicrophone(heard.extend, clock)
        began_s = clock.monotonic_s()
        await microphone.listen(track)  # type: ignore[arg-type]

        async def frames(seconds: float, *, packets: int) -> int:
            before = len(heard)
            for _ in range(round(seconds / 0.01)):
                await asyncio.sleep(0.01)
                track.packets += packets
                Stream.opened[0].frames.put_nowait(b"\1\0")
            return (len(heard) - before) // 2

        assert await frames(2.0, packets=1) == pytest.approx(200, abs=2)
        assert await frames(5.0, packets=0) == pytest.approx(50, abs=25)
        assert clock.monotonic_s() - (microphone.heard_s or began_s) == pytest.approx(5.0, abs=0.3)
        assert await frames(2.0, packets=1) == pytest.approx(190, abs=25)
        track.ended = True
        assert await frames(2.0, packets=0) == pytest.approx(200, abs=25)
        await microphone.close()

    run_virtually(scenario())


@pytest.mark.parametrize("answers", ["never", "error"])
def test_a_client_that_tells_nothing_of_its_packets_ends_no_call(answers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rep is heard by the frames that come, and is not taken for gone."""
    Stream.opened = []
    monkeypatch.setattr("livekit.rtc.AudioStream.from_track", lambda **_: Stream())

    class Untold(Track):
        async def get_stats(self) -> list[Any]:
            if answers == "never":
                await asyncio.Event().wait()
            raise RuntimeError("no statistics")

    async def scenario() -> None:
        heard, clock = bytearray(), VirtualClock()
        microphone = RoomMicrophone(heard.extend, clock)
        await microphone.listen(Untold())  # type: ignore[arg-type]
        for _ in range(3_000):
            await asyncio.sleep(0.01)
            Stream.opened[0].frames.put_nowait(b"\1\0")
        assert len(heard) == pytest.approx(2 * 3_000, abs=20)
        assert microphone.heard_s is not None
        assert clock.monotonic_s() - microphone.heard_s < 3
        await microphone.close()

    run_virtually(scenario())


async def test_only_the_newest_track_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one before is let go, and the time of the last frame is known."""
    Stream.opened = []
    monkeypatch.setattr("livekit.rtc.AudioStream.from_track", lambda **_: Stream())
    heard = bytearray()
    microphone = RoomMicrophone(heard.extend, SimpleNamespace(monotonic_s=lambda: 4.0))
    track: Any = Track()
    await microphone.listen(track)
    await asyncio.sleep(0)
    first = Stream.opened[0]
    first.frames.put_nowait(b"\1\0")
    while not heard:
        await asyncio.sleep(0)
    await microphone.listen(track)
    await asyncio.sleep(0)
    first.frames.put_nowait(b"\2\0")
    Stream.opened[1].frames.put_nowait(b"\3\0")
    while len(heard) < 4:
        await asyncio.sleep(0)
    await microphone.close()
    assert (bytes(heard), microphone.heard_s) == (b"\1\0\3\0", 4.0)
    assert all(stream.closed for stream in Stream.opened)


class Straight:
    """Packets of the rep that come straight to us, as long as `works`."""

    def __init__(self) -> None:
        self.works, self.asked = True, 0
        self.push: Callable[[bytes], None] = lambda _: None
        self._lost = asyncio.Event()

    async def hear(self, track_id: str, push: Callable[[bytes], None]) -> None:
        assert track_id == "TR_rep"
        self.asked += 1
        if not self.works:
            raise MediaFailed("no way through")
        self.push = push
        self._lost.clear()
        await self._lost.wait()
        raise MediaFailed("the connection is lost")

    def lose(self) -> None:
        self.works = False
        self._lost.set()


STRAIGHT, BY_CLIENT = b"\1\0", b"\2\0"


class Rep:
    """Speaks a hundred times a second, and is heard."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, straight: bool) -> None:
        Stream.opened = []
        monkeypatch.setattr("livekit.rtc.AudioStream.from_track", lambda **_: Stream())
        self.heard: list[bytes] = []
        self.straight, self.track = Straight(), Track()
        self.straight.works = straight
        self.microphone = RoomMicrophone(self.heard.append, VirtualClock(), self.straight.hear)

    async def listen(self) -> None:
        track: Any = self.track
        await self.microphone.listen(track)

    async def speak(self, seconds: float, *, connected: bool = True) -> list[bytes]:
        """What is heard of it. LiveKit's client makes frames up where the rep is not connected."""
        self.heard.clear()
        for _ in range(round(seconds / 0.01)):
            await asyncio.sleep(0.01)
            self.track.packets += connected
            for stream in Stream.opened:
                stream.frames.put_nowait(BY_CLIENT)
            if self.straight.works and connected:
                self.straight.push(STRAIGHT)
        return list(self.heard)


def test_packets_that_come_straight_are_heard_and_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """LiveKit's client, which holds sound back, is let go; where they stop it is listened to again within a moment."""

    async def scenario() -> None:
        rep = Rep(monkeypatch, straight=True)
        await rep.listen()
        await rep.speak(1.0)
        assert await rep.speak(2.0) == [STRAIGHT] * 200
        assert all(stream.closed for stream in Stream.opened)
        rep.straight.lose()
        by_client = await rep.speak(2.0)
        assert set(by_client) == {BY_CLIENT}
        assert len(by_client) >= 100 * (2.0 - STRAIGHT_WITHIN_S - 2 * COUNTED_EVERY_S)
        await rep.microphone.close()
        assert all(stream.closed for stream in Stream.opened)

    run_virtually(scenario())


def test_it_is_known_when_the_rep_was_heard_the_longer_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """From when packets stopped coming straight until they came again; another track begins anew."""

    async def scenario() -> None:
        rep, clock = Rep(monkeypatch, straight=True), VirtualClock()
        await rep.listen()
        await rep.speak(1.0)
        assert rep.microphone.rep_heard() == RepHeard(straight=True)
        rep.straight.lose()
        lost_s = clock.monotonic_s()
        await rep.speak(3.0)
        (one,) = rep.microphone.rep_heard().fallbacks
        assert one.lasted_s == pytest.approx(3.0, abs=1.0)
        rep.straight.works = True
        await rep.speak(6.0)
        (over,) = rep.microphone.rep_heard().fallbacks
        assert over.began_s == one.began_s == pytest.approx(lost_s, abs=0.6)
        rep.straight.lose()
        await rep.speak(3.0)
        await rep.listen()
        await rep.speak(3.0)
        assert [round(one.lasted_s) for one in rep.microphone.rep_heard().fallbacks][1:] == [3]
        await rep.microphone.close()

    run_virtually(scenario())


@pytest.mark.parametrize("why", ["muted", "no way"])
def test_no_packets_at_all_is_no_longer_way(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rep who is muted or gone sends none on either; where they never came straight there is nothing to fall from."""

    async def scenario() -> None:
        rep = Rep(monkeypatch, straight=why == "muted")
        await rep.listen()
        await rep.speak(3.0)
        await rep.speak(5.0, connected=why != "muted")
        assert rep.microphone.rep_heard() == RepHeard(straight=why == "muted")
        await rep.microphone.close()

    run_virtually(scenario())


def test_a_way_that_is_closed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile the rep is heard by LiveKit's client, from the first moment."""

    async def scenario() -> None:
        rep = Rep(monkeypatch, straight=False)
        await rep.listen()
        assert set(await rep.speak(2.0)) == {BY_CLIENT}
        rep.straight.works = True
        await rep.speak(2 * AGAIN_AFTER_S)
        assert rep.straight.asked > 1
        assert await rep.speak(1.0) == [STRAIGHT] * 100
        await rep.microphone.close()

    run_virtually(scenario())


def test_a_page_that_goes_on_publishing_costs_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a track that stays is asked for; the last one is heard, and no other."""

    async def scenario() -> None:
        rep = Rep(monkeypatch, straight=True)
        for _ in range(20):
            await rep.listen()
            await asyncio.sleep(0.05)
        await rep.speak(1.0)
        assert await rep.speak(1.0) == [STRAIGHT] * 100
        assert rep.straight.asked == 1
        assert all(stream.closed for stream in Stream.opened)
        await rep.microphone.close()

    run_virtually(scenario())


def test_a_rep_who_is_gone_is_gone_on_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """No packet comes straight or to the client, whose made-up frames are not heard; time counts from the last one."""

    async def scenario() -> None:
        rep, clock = Rep(monkeypatch, straight=True), VirtualClock()
        await rep.listen()
        await rep.speak(1.0)
        assert len(await rep.speak(5.0, connected=False)) <= 50
        assert rep.microphone.heard_s is not None
        assert clock.monotonic_s() - rep.microphone.heard_s == pytest.approx(5.0, abs=0.3)
        await rep.microphone.close()

    run_virtually(scenario())


async def test_a_question_to_the_client_is_waited_for_before_the_rep_is_let_go() -> None:
    """An interpreter that ends while LiveKit's client answers is aborted by it."""
    asked, answered = asyncio.Event(), asyncio.Event()

    class Slow(Track):
        async def get_stats(self) -> list[Any]:
            asked.set()
            await asyncio.sleep(0)
            answered.set()
            return []

    rep = asyncio.create_task(_packets_of(Slow()))  # type: ignore[arg-type]
    await asked.wait()
    rep.cancel()
    await asyncio.gather(rep, return_exceptions=True)
    assert rep.cancelled()
    assert answered.is_set()
