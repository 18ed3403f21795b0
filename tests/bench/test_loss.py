"""The bench of lossy networks: the network does what it says, and both buffers get the same one."""

import random

import pytest
from bench.loss import (
    FRAME_MS,
    TAIL_FRAMES,
    Arrival,
    Network,
    arrivals,
    holds,
    lost,
    opus_packets,
    ours,
    receive,
    stock,
)
from bench.support.spread import spread_of

COUNT = 300


@pytest.fixture(scope="module")
def wire() -> list[bytes]:
    return opus_packets(COUNT)


@pytest.mark.parametrize("network", [Network(10), Network(10, burst_packets=3), Network(0)])
def test_exactly_the_share_is_lost(network: Network) -> None:
    """Luck decides which packets, never how many."""
    for seed in range(20):
        assert len(lost(network, COUNT, random.Random(seed))) == COUNT * network.loss_percent // 100


def test_bursts_are_longer_than_chance_makes_them() -> None:
    """The same number of packets in fewer runs."""

    def runs(network: Network) -> int:
        gone = lost(network, 10_000, random.Random(1))
        return sum(number - 1 not in gone for number in gone)

    assert runs(Network(10, burst_packets=3)) < 0.6 * runs(Network(10))


def test_jitter_delays_and_reorders() -> None:
    """Packets arrive in the order of their arrival, not before they were sent."""
    came = arrivals(Network(0, jitter_ms=30), COUNT, random.Random(1))
    assert came == sorted(came)
    assert [one.number for one in came] != sorted(one.number for one in came)
    assert all(one.at_ms >= one.number * FRAME_MS for one in came)


def test_on_a_perfect_network_ours_waits_for_nothing_and_aiortc_for_four_packets(wire: list[bytes]) -> None:
    """All frames are heard through both; only the waiting differs."""
    came = [Arrival(number * FRAME_MS, number) for number in range(COUNT)]
    here, there = receive(ours(), wire, came), receive(stock(), wire, came)
    assert (here.heard_percent, here.late_ms.most, here.filled_percent, here.length_percent) == (100, 0, 0, 100)
    assert (there.heard_percent, there.late_ms.p50) == (100, 80)


def test_what_the_network_took_is_filled_so_that_time_goes_on(wire: list[bytes]) -> None:
    """Ten lost packets cost ten frames and no time, and nobody waits longer than two packets."""
    gone = range(20, COUNT - TAIL_FRAMES, 23)
    came = [Arrival(number * FRAME_MS, number) for number in range(COUNT) if number not in gone]
    found = receive(ours(), wire, came)
    kept = COUNT - TAIL_FRAMES - len(gone)
    assert found.heard_percent == round(100 * kept / (COUNT - TAIL_FRAMES), 1)
    assert found.length_percent == 100
    assert found.filled_percent == round(100 * len(gone) / (COUNT - TAIL_FRAMES), 1)
    assert found.late_ms.most <= 2 * FRAME_MS


@pytest.mark.parametrize(("heard", "late", "reached"), [(90.0, 80.0, True), (89.9, 20.0, False), (95.0, 81.0, False)])
def test_the_target_needs_both_figures(*, heard: float, late: float, reached: bool) -> None:
    """Enough frames, and soon enough."""
    assert holds({"heard_percent": spread_of([heard]), "late_p95_ms": spread_of([late])}) is reached
