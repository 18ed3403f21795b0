"""A bad line: how much it loses and in what runs, what a slow one queues, and that neither side learns another way."""

import asyncio
import itertools

import pytest
from bench.support.bad_line import HEADERS_BYTES, QUEUED_S, SHUT_PORT, BadLine, Way
from livekit.protocol.rtc import SessionDescription, SignalRequest, SignalResponse, TrickleRequest

from tests.virtual_time import VirtualClock, run_virtually

PACKETS, PACKET = 10_000, bytes(100 - HEADERS_BYTES)
UDP = '{"candidate":"candidate:1 1 udp 2130706431 127.0.0.1 7882 typ host","sdpMid":"0"}'
TCP = '{"candidate":"candidate:2 1 tcp 1671430143 127.0.0.1 7881 typ host tcptype passive","sdpMid":"0"}'
SDP = "v=0\r\na=candidate:1 1 udp 2130706431 192.0.2.7 7882 typ host\r\na=mid:0\r\n"


@pytest.mark.parametrize(
    ("lost", "run", "longest"), [(0.1, 1.0, (1.0, 1.3)), (0.1, 3.0, (2.7, 3.3)), (0.3, 1.0, (1.3, 1.6))]
)
def test_the_asked_share_is_lost_in_runs_of_the_asked_length(
    lost: float, run: float, longest: tuple[float, float]
) -> None:
    """Each for itself is as chance makes it: at 30% two in a row are no wonder."""

    async def scenario() -> None:
        way = Way(lost=lost, run=run)
        came: list[int] = []
        for number in range(PACKETS):
            way.carry(number.to_bytes(4, "big"), lambda packet: came.append(int.from_bytes(packet, "big")))
        await asyncio.sleep(1)
        runs = [later - earlier - 1 for earlier, later in itertools.pairwise(came) if later - earlier > 1]
        assert way.dropped / PACKETS == pytest.approx(lost, abs=0.02)
        assert longest[0] <= sum(runs) / len(runs) <= longest[1]

    run_virtually(scenario())


def test_a_slow_line_carries_so_much_and_keeps_the_rest_for_a_while() -> None:
    """Ten times as much comes for a second: it keeps its own pace, and delivers no later than its queue is long."""

    async def scenario() -> None:
        clock = VirtualClock()
        late_s: list[float] = []
        way = Way(bytes_s=1_000)
        for _ in range(100):
            sent_s = clock.monotonic_s()
            way.carry(PACKET, lambda _, sent_s=sent_s: late_s.append(clock.monotonic_s() - sent_s))  # type: ignore[misc]
            await asyncio.sleep(0.01)
        await asyncio.sleep(2)
        assert len(late_s) == pytest.approx(10 * (1 + QUEUED_S), abs=2)
        assert max(late_s) <= QUEUED_S + 0.11

    run_virtually(scenario())


def test_a_line_that_is_down_loses_packets_and_keeps_streams() -> None:
    """As UDP and TCP do."""

    async def scenario() -> None:
        way = Way(down=True)
        came: list[bytes] = []
        way.carry(PACKET, came.append)
        passing = asyncio.create_task(way.passed(100))
        await asyncio.sleep(5)
        assert (came, passing.done()) == ([], False)
        way.down = False
        await asyncio.sleep(1)
        assert passing.done()

    run_virtually(scenario())


async def test_the_participant_learns_our_door_in_the_place_of_the_server_s() -> None:
    """Also within a description; sound over TCP finds a shut one."""
    line = BadLine("ws://127.0.0.1:1", Way(), Way())
    told = [
        SignalResponse(trickle=TrickleRequest(candidateInit=UDP)),
        SignalResponse(trickle=TrickleRequest(candidateInit=TCP)),
        SignalResponse(answer=SessionDescription(type="answer", sdp=SDP)),
    ]
    frames = [await line.for_the_participant(one.SerializeToString()) for one in told]
    passed = [SignalResponse.FromString(frame) for frame in frames if isinstance(frame, bytes)]
    line.close()
    door = f"127.0.0.1 {line.doors[7882]} typ host"
    assert door in passed[0].trickle.candidateInit
    assert f"127.0.0.1 {SHUT_PORT} typ host tcptype" in passed[1].trickle.candidateInit
    assert door in passed[2].answer.sdp
    assert "192.0.2.7" not in passed[2].answer.sdp


async def test_the_server_learns_no_door_of_the_participant_s() -> None:
    """It answers where it was asked from."""
    line = BadLine("ws://127.0.0.1:1", Way(), Way())
    offer = SignalRequest(offer=SessionDescription(type="offer", sdp=SDP)).SerializeToString()
    trickle = SignalRequest(trickle=TrickleRequest(candidateInit=UDP)).SerializeToString()
    passed = await line.for_the_server(offer)
    assert isinstance(passed, bytes)
    assert SignalRequest.FromString(passed).offer.sdp == "v=0\r\na=mid:0\r\n"
    assert await line.for_the_server(trickle) == b""
