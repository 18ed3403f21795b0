"""The buyer's sound in a room, without one: the pace of the voice, and how it is sent."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.room.peer import AHEAD_S, BITS_S, BLOCK_S, SPEAKER_RATE_HZ, RoomPeer
from tests.virtual_time import VirtualClock, run_virtually

BLOCK = bytes(range(256)) * 7 + bytes(128)  # 20 ms at 48 kHz


class Source:
    """LiveKit's: a queue that something else empties in real time. `stalls`: it takes so long for its tenth frame."""

    def __init__(self, *, stalls: float = 0.0) -> None:
        self.frames: list[bytes] = []
        self.gaps_s: list[float] = []  # when the queue was empty
        self._stalls, self._played_until_s = stalls, 0.0

    @property
    def queued_duration(self) -> float:
        return max(0.0, self._played_until_s - VirtualClock().monotonic_s())

    def clear_queue(self) -> None:
        self._played_until_s = 0.0

    async def capture_frame(self, frame: Any) -> None:
        now_s = VirtualClock().monotonic_s()
        if self.frames and self._played_until_s < now_s:
            self.gaps_s.append(now_s - self._played_until_s)
        self._played_until_s = max(now_s, self._played_until_s) + frame.samples_per_channel / SPEAKER_RATE_HZ
        self.frames.append(bytes(frame.data.cast("b")))
        await asyncio.sleep(self._stalls if len(self.frames) == 10 else 0.0)


async def speaking_into(source: Any) -> tuple[RoomPeer, "asyncio.Task[None]"]:
    peer = RoomPeer(pull=lambda: BLOCK, push=lambda _: None, clock=VirtualClock())
    peer._source = source
    return peer, asyncio.create_task(peer._speak(source))


async def stopped(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_the_voice_is_a_tenth_of_a_second_ahead_and_goes_on_at_the_pace_of_real_time() -> None:
    """Nothing is added or lost."""

    async def scenario() -> None:
        source = Source()
        peer, speaking = await speaking_into(source)
        await asyncio.sleep(1.0)
        assert set(source.frames) == {BLOCK}
        assert len(source.frames) == pytest.approx((1.0 + AHEAD_S) / BLOCK_S, abs=2)
        assert source.queued_duration == pytest.approx(AHEAD_S, abs=BLOCK_S)
        assert (peer.late_blocks, source.gaps_s) == (0, [])
        await stopped(speaking)

    run_virtually(scenario())


@pytest.mark.parametrize(("stalls_s", "heard"), [(0.09, False), (0.5, True)])
def test_a_stall_is_heard_only_when_it_is_longer_than_what_is_ahead(*, stalls_s: float, heard: bool) -> None:
    """And nothing is owed afterwards: the next second is no longer than any."""

    async def scenario() -> None:
        source = Source(stalls=stalls_s)
        peer, speaking = await speaking_into(source)
        await asyncio.sleep(stalls_s + 1.0)
        assert (peer.late_blocks > 0) is heard
        assert bool(source.gaps_s) is heard
        assert source.queued_duration <= AHEAD_S
        await stopped(speaking)

    run_virtually(scenario())


def test_what_there_is_to_say_is_pulled_at_once_and_what_was_held_is_let_go() -> None:
    """Nobody waits for the next of the steps."""

    async def scenario() -> None:
        source = Source()
        peer, speaking = await speaking_into(source)
        await asyncio.sleep(1.0)
        taken = len(source.frames)
        peer.hurry()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(source.frames) > taken
        assert peer.held_ms >= round(1000 * AHEAD_S)
        peer.drop()
        assert peer.held_ms == 0
        await stopped(speaking)

    run_virtually(scenario())


async def test_the_voice_is_sent_as_speech_and_made_safe_against_lost_packets() -> None:
    """A client left to itself sends it at twice the rate; what is lost is made good by packets sent twice over.

    Silence takes next to nothing of the rep's line.
    """
    published: list[Any] = []

    async def publish_track(_: Any, options: Any) -> None:
        published.append(options)

    peer = RoomPeer(pull=lambda: BLOCK, push=lambda _: None, clock=SystemClock())
    await peer.publish(cast("Any", SimpleNamespace(local_participant=SimpleNamespace(publish_track=publish_track))))
    await peer.close()
    (options,) = published
    assert options.audio_encoding.max_bitrate == BITS_S
    assert options.dtx
    assert options.red or not options.HasField("red")


async def test_a_voice_that_breaks_is_told_and_everything_is_closed_all_the_same(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Without it the call's clock stands still; the log has the error's type alone."""

    def broken() -> bytes:
        raise KeyError("what the buyer says")

    async def publish_track(*_: Any) -> None:
        """Published."""

    mute = asyncio.Event()
    peer = RoomPeer(pull=broken, push=lambda _: None, clock=SystemClock())
    peer.on_mute = mute.set
    await peer.publish(cast("Any", SimpleNamespace(local_participant=SimpleNamespace(publish_track=publish_track))))
    await asyncio.wait_for(mute.wait(), 5)
    await peer.close()
    assert peer._source is None
    assert "room-voice has ended: KeyError" in caplog.text
    assert "what the buyer says" not in caplog.text
