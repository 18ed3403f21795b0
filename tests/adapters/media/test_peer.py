"""The WebRTC peer against a real WebRTC client, over this machine's own network."""

import asyncio
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.offer import MAX_SDP_BYTES
from sparring.adapters.media.peer import BLOCK_SAMPLES, Peer, VoiceTrack, close
from sparring.adapters.media.rep_phone import RepPhone
from sparring.errors import MediaFailed
from tests.virtual_time import VirtualClock, run_virtually

TONE = (8_000 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)).astype(np.int16).tobytes()
LOUD_BLOCK = TONE[: 2 * BLOCK_SAMPLES]


def test_sound_flows_both_ways() -> None:
    """Half a second of the rep's tone arrives as as many samples at 16 kHz, and the rep hears the buyer."""

    async def scenario() -> None:
        heard = bytearray()
        peer = Peer(pull=lambda: LOUD_BLOCK, push=heard.extend, clock=SystemClock())
        phone = RepPhone(SystemClock())
        try:
            async with asyncio.timeout(20):
                await phone.call(peer.answer)
                while phone.heard_s is None or not heard:
                    await asyncio.sleep(0.02)
                heard.clear()
                await phone.say(TONE[: len(TONE) // 2])
                await asyncio.sleep(0.3)
        finally:
            await phone.close()
            await peer.close()
        samples = np.abs(np.frombuffer(bytes(heard), np.int16).astype(np.int32))
        assert np.count_nonzero(samples > 2_000) / 16_000 == pytest.approx(0.4, abs=0.15)
        assert peer.heard_s is not None

    asyncio.run(scenario())


@pytest.mark.parametrize("sdp", ["", "v=0", "nonsense\r\n" * 10, "v=0\r\nm=audio x", "x" * (MAX_SDP_BYTES + 1), "\x00"])
def test_an_offer_that_is_none_is_refused_with_a_sentence(sdp: str) -> None:
    """One documented error, whatever aiortc's parser trips over, and nothing is left open."""

    async def scenario() -> None:
        peer = Peer(pull=lambda: LOUD_BLOCK, push=lambda _: None, clock=SystemClock())
        with pytest.raises(MediaFailed):
            await peer.answer(sdp)
        await peer.close()

    asyncio.run(scenario())


def test_the_voice_is_paced_at_one_block_each_twenty_milliseconds() -> None:
    """Fifty frames take a second less one frame, however fast they are asked for."""

    async def scenario() -> None:
        clock = VirtualClock()
        track = VoiceTrack(lambda: LOUD_BLOCK, clock)
        began_s = clock.monotonic_s()
        stamps = [(await track.recv()).pts for _ in range(50)]
        assert stamps == [number * BLOCK_SAMPLES for number in range(50)]
        assert clock.monotonic_s() - began_s == pytest.approx(0.98, abs=0.001)

    run_virtually(scenario())


def test_after_a_stall_the_pace_starts_anew() -> None:
    """Two seconds of silence are not followed by two seconds of haste."""

    async def scenario() -> None:
        clock = VirtualClock()
        track = VoiceTrack(lambda: LOUD_BLOCK, clock)
        await track.recv()
        await asyncio.sleep(2)
        await track.recv()
        began_s = clock.monotonic_s()
        for _ in range(10):
            await track.recv()
        assert clock.monotonic_s() - began_s == pytest.approx(0.2, abs=0.03)
        assert track.late_blocks == 1

    run_virtually(scenario())


async def test_a_close_that_was_cut_short_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of aiortc's own, which it begins when the other side has gone, and which the end of a loop cancels."""
    monkeypatch.setattr("sparring.adapters.media.peer.CLOSED_WITHIN_S", 0.05)
    connection: Any = SimpleNamespace(close=asyncio.Event().wait)  # a real one would keep its sockets
    async with asyncio.timeout(5):
        await close(connection)
