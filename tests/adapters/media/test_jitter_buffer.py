"""The speech jitter buffer: no waiting without need, no good packet thrown away."""

import random

import pytest
from aiortc import rtcrtpreceiver
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtp import RtpPacket

from sparring.adapters.media import jitter_buffer
from sparring.adapters.media.jitter_buffer import MAX_DEPTH_PACKETS, Burst, SpeechJitterBuffer


def packet(number: int) -> RtpPacket:
    made = RtpPacket(sequence_number=number % 65536, timestamp=number * 960)
    made._data = number.to_bytes(4, "big")  # type: ignore[attr-defined]
    return made


def numbers(burst: Burst | None) -> list[int]:
    return [int.from_bytes(frame.data, "big") for frame in burst.frames] if burst else []


def fed(buffer: SpeechJitterBuffer, order: list[int]) -> list[int]:
    return [number for arrived in order for number in numbers(buffer.add(packet(arrived))[1])]


def test_packets_in_order_pass_at_once() -> None:
    """Nothing is held back while nothing is missing."""
    buffer = SpeechJitterBuffer()
    assert [numbers(buffer.add(packet(n))[1]) for n in range(4)] == [[0], [1], [2], [3]]


def test_a_swapped_pair_is_put_in_order() -> None:
    """The later packet waits for the earlier one."""
    assert fed(SpeechJitterBuffer(), [0, 2, 1, 3]) == [0, 1, 2, 3]


def test_a_lost_packet_is_skipped_once_two_newer_ones_wait() -> None:
    """The hole costs at most two packets of waiting and no good packet."""
    buffer = SpeechJitterBuffer()
    assert fed(buffer, [0, 2]) == [0]
    assert fed(buffer, [3]) == [2, 3]


def test_a_packet_given_up_too_early_makes_the_buffer_more_patient() -> None:
    """A late packet is dropped, and the next hole gets more time, up to a bound."""
    buffer = SpeechJitterBuffer()
    assert fed(buffer, [0, 2, 3, 1]) == [0, 2, 3]
    assert fed(buffer, [5, 6]) == []
    assert fed(buffer, [4]) == [4, 5, 6]
    for base in range(10, 100, 10):
        fed(buffer, [*range(base + 1, base + 9), base])
    assert buffer._depth == MAX_DEPTH_PACKETS


def test_patience_wears_off_on_a_calm_network() -> None:
    """Ten seconds without a late packet take one step of depth back."""
    buffer = SpeechJitterBuffer()
    fed(buffer, [0, 2, 3, 1])
    assert buffer._depth == jitter_buffer.MIN_DEPTH_PACKETS + 1
    fed(buffer, list(range(4, 4 + jitter_buffer.CALM_PACKETS)))
    assert buffer._depth == jitter_buffer.MIN_DEPTH_PACKETS


def test_sequence_numbers_wrap_around() -> None:
    """After 65535 comes 0."""
    assert fed(SpeechJitterBuffer(), [65534, 65535, 65537, 65536, 65538]) == [65534, 65535, 65536, 65537, 65538]


@pytest.mark.parametrize("loss", [0.0, 0.05, 0.1, 0.3])
def test_under_loss_every_packet_that_arrives_comes_out_in_order(loss: float) -> None:
    """Loss alone never costs a packet that did arrive."""
    rng = random.Random(7)
    arrived = [n for n in range(2_000) if rng.random() >= loss]
    out = fed(SpeechJitterBuffer(), arrived)
    assert out == [n for n in arrived if n <= out[-1]]
    assert len(out) >= len(arrived) - MAX_DEPTH_PACKETS


def test_a_burst_is_mapped_as_one_frame() -> None:
    """Mapping the first timestamp moves all of them, also across the wrap of the RTP clock."""
    buffer = SpeechJitterBuffer()
    buffer.add(packet(0))
    buffer.add(packet(2))
    _, burst = buffer.add(packet(1))
    assert burst is not None
    burst.frames[0].timestamp, burst.frames[1].timestamp = 2**32 - 960, 0
    burst.timestamp = 5_000
    assert [frame.timestamp for frame in burst.frames] == [5_000, 5_960]
    assert burst.timestamp == 5_000


def test_installed_buffers_are_used_for_audio_and_only_for_audio() -> None:
    """The names that aiortc's receiver looks up are ours; video keeps its own buffer."""
    jitter_buffer.install()
    make = vars(rtcrtpreceiver)["JitterBuffer"]
    assert isinstance(make(capacity=16, prefetch=4), SpeechJitterBuffer)
    assert isinstance(make(capacity=512, is_video=True), JitterBuffer)
