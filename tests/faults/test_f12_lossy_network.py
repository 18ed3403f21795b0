"""F12: packets lost one by one or in runs, late, out of order and twice: the words get through, and no noise is made.

Real Opus in real RTP packets on a virtual clock, through the buffer, decoder and gap filling of every call.
"""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from bench.loss import Arrival, Network, Reception, arrivals, opus_packets, ours, receive

from sparring.adapters.media.jitter_buffer import MAX_DEPTH_PACKETS
from sparring.adapters.media.loss_concealment import GapFiller
from tests.adapters.agent_session.test_spoken_call import Stage, play, said
from tests.fakes.phone import MIC_BLOCK

COUNT, FRAME_MS = 600, 20
ADDED_P95_AT_MOST_MS = 80
RATE_HZ, FRAME_SAMPLES = 48_000, 960


@pytest.fixture(scope="module")
def wire() -> list[bytes]:
    """Twelve seconds."""
    return opus_packets(COUNT)


def heard_over(wire: Sequence[bytes], network: Network) -> Reception:
    return receive(ours(), wire, arrivals(network, COUNT, random.Random(4)))


@pytest.mark.parametrize("loss", [1, 5, 10, 20, 30])
def test_every_packet_that_arrives_is_heard_and_soon(wire: list[bytes], loss: int) -> None:
    """At 10% that is 90 of a hundred frames, with 80 ms added at most; what was lost is filled, so no time is."""
    reception = heard_over(wire, Network(loss))
    assert reception.heard_percent >= 100 - loss - 1.5  # of the twelve seconds without the last one
    assert reception.late_ms.p95 <= ADDED_P95_AT_MOST_MS
    assert reception.length_percent == pytest.approx(100, abs=1)


@pytest.mark.parametrize("network", [Network(10, burst_packets=3), Network(10, burst_packets=5)])
def test_runs_of_lost_packets_cost_no_others(wire: list[bytes], network: Network) -> None:
    """The delay is that of the packets behind the run."""
    reception = heard_over(wire, network)
    assert reception.heard_percent >= 89
    assert reception.late_ms.p95 <= ADDED_P95_AT_MOST_MS


@pytest.mark.parametrize(
    ("jitter_ms", "heard_percent"),
    [(30, 95), (100, 60)],  # of an exponential delay: at 100 ms four in ten come later than any buffer should wait
)
def test_late_packets_are_waited_for_up_to_a_tenth_of_a_second(
    wire: list[bytes], jitter_ms: int, heard_percent: int
) -> None:
    """No longer: a rep who is heard late is answered late."""
    reception = heard_over(wire, Network(0, jitter_ms=jitter_ms))
    assert reception.heard_percent >= heard_percent
    assert reception.length_percent == pytest.approx(100, abs=3)


def test_what_comes_twice_or_out_of_order_is_heard_once_and_in_order(wire: list[bytes]) -> None:
    """Neighbours change places, and every third packet comes again."""
    came = []
    for number in range(0, COUNT, 2):
        swapped = (number + 1, number)
        came += [Arrival(number * FRAME_MS + FRAME_MS, one) for one in swapped]
        if number % 6 == 0:
            came.append(Arrival(number * FRAME_MS + 2 * FRAME_MS, number))
    reception = receive(ours(), wire, came)
    assert reception.heard_percent == pytest.approx(100, abs=1)
    assert reception.filled_percent == pytest.approx(0, abs=1)
    assert reception.late_ms.p95 <= MAX_DEPTH_PACKETS * FRAME_MS


def test_what_fills_a_gap_is_never_louder_than_what_came_before_it() -> None:
    """So a gap in a rep's silence is silence, and one at the end of a word dies away."""
    rng, gaps = np.random.default_rng(4), GapFiller(RATE_HZ)
    number = loudest = 0
    for _ in range(200):
        pcm = rng.integers(-40, 40, FRAME_SAMPLES).astype(np.int16)
        sounded = gaps.feed(pcm, number * FRAME_SAMPLES)
        loudest = max(loudest, int(np.abs(sounded[: -FRAME_SAMPLES or None].astype(np.int32)).max(initial=0)))
        number += 1 + int(rng.integers(0, 4))
    assert gaps.filled_samples > 0
    assert loudest <= 40


def test_gaps_in_a_rep_s_silence_never_interrupt_the_buyer() -> None:
    """A third of the frames of a quiet room is lost while the buyer speaks: the answer is heard to its end."""

    async def scenario(stage: Stage) -> None:
        rng, gaps, number, push = random.Random(4), GapFiller(16_000), 0, stage.call.input.push

        def lossy(pcm_16khz: bytes) -> None:
            nonlocal number
            number += 1
            if rng.random() >= 0.3 or any(pcm_16khz):
                push(gaps.feed(np.frombuffer(pcm_16khz, np.int16), number * MIC_BLOCK).tobytes())

        stage.call.input.push = lossy  # type: ignore[method-assign]
        for turns in (2, 4):
            await stage.phone.say(said(turns // 2 - 1))
            await stage.answered(turns)
        assert gaps.filled_samples > 0
        assert not any(turn.interrupted for turn in stage.shown.turns.values())

    play(scenario)
