"""What a lossy network leaves of the rep's voice, and how late: our jitter buffer and gap filling beside aiortc's.

    python -m bench.loss [--json] [--seconds N] [--rounds N] [--connects N]

Real Opus in real RTP packets, lost and delayed on a virtual clock, so that both sides get the very same network and the
machine's own work does not count. A frame is heard when it comes out decoded; it is late by the time between its
sending and that moment, on a network without delay of its own. The exact share is lost, so 10% loss leaves at most 90%.
Connections are made in real time, so many at once, until the rep is heard (`support/lossy_connects.py`).
"""

import argparse
import asyncio
import fractions
import json
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import av
import numpy as np
from aiortc import rtcrtpreceiver
from aiortc.codecs import depayload
from aiortc.codecs.opus import OpusEncoder
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket
from bench.support.lossy_connects import connects_s, losing
from bench.support.spread import Spread, machine, percent, plain, spread_of

from sparring.adapters.media import jitter_buffer
from sparring.adapters.media.loss_concealment import GapFiller
from sparring.adapters.media.peer import mono

RATE_HZ, FRAME_SAMPLES, FRAME_MS = 48_000, 960, 20
FIRST_SEQUENCE = 65_000  # the numbers wrap within every run
STOCK_CAPACITY, STOCK_PREFETCH = 16, 4  # as aiortc's receiver makes its audio buffer
TAIL_FRAMES = 50  # the last second is still on its way when a run ends
HEARD_AT_LEAST_PERCENT, LATE_P95_AT_MOST_MS, AT_LOSS_PERCENT = 90.0, 80.0, 10
CONNECTS_AT_PERCENT = (0, 10, 30)
PAYLOAD_TYPE = 96
OPUS = RTCRtpCodecParameters(mimeType="audio/opus", clockRate=RATE_HZ, channels=2, payloadType=PAYLOAD_TYPE)


@dataclass(frozen=True, slots=True)
class Network:
    """What happens to packets.

    Args:
        loss_percent: exactly so many never arrive.
        burst_packets: mean length of a run of lost packets; 1: each for itself.
        jitter_ms: mean of an exponential delay of each packet.
    """

    loss_percent: int
    burst_packets: int = 1
    jitter_ms: float = 0.0

    def __str__(self) -> str:
        shape = f" in runs of {self.burst_packets}" if self.burst_packets > 1 else ""
        return f"{self.loss_percent}% lost{shape}" + (f", jitter {self.jitter_ms:g} ms" if self.jitter_ms else "")


NETWORKS = (
    *(Network(loss) for loss in (0, 2, 5, 10)),
    *(Network(loss, burst_packets=3) for loss in (2, 5, 10)),
    *(Network(loss, jitter_ms=10) for loss in (0, 10)),
    Network(0, jitter_ms=30),
    Network(10, burst_packets=3, jitter_ms=10),
)


class Arrival(NamedTuple):
    """One packet at the receiver's door."""

    at_ms: float
    number: int


class Buffer(NamedTuple):
    """A jitter buffer and the decoder that takes what it gives."""

    make: Callable[[], Any]
    decoder: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Reception:
    """One run through one buffer."""

    heard_percent: float
    late_ms: Spread
    filled_percent: float
    length_percent: float  # of the sound that was sent; less: words run into each other and the call's clock is slow


def lost(network: Network, count: int, rng: random.Random) -> set[int]:
    """Numbers of the packets that never arrive: exactly the share, one by one or in runs."""
    wanted = round(count * network.loss_percent / 100)
    gone: set[int] = set()
    while len(gone) < wanted:
        run = 1
        while network.burst_packets > 1 and rng.random() > 1 / network.burst_packets:
            run += 1
        first = rng.randrange(count)
        gone.update(range(first, min(first + run, first + wanted - len(gone), count)))
    return gone


def arrivals(network: Network, count: int, rng: random.Random) -> list[Arrival]:
    """What arrives, in the order it does."""
    gone = lost(network, count, rng)
    delays = (rng.expovariate(1 / network.jitter_ms) if network.jitter_ms else 0.0 for _ in range(count))
    came = [Arrival(number * FRAME_MS + delay, number) for number, delay in enumerate(delays) if number not in gone]
    return sorted(came)


def opus_packets(count: int) -> list[bytes]:
    """`count` packets on the wire: a voice-like tone that never stops."""
    encoder, packets = OpusEncoder(), []
    for number in range(count + 1):  # the encoder keeps the first frame back
        frame = av.AudioFrame.from_ndarray(_tone(number), format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE_HZ, number * FRAME_SAMPLES
        frame.time_base = fractions.Fraction(1, RATE_HZ)
        packets += encoder.encode(frame)[0]
    return [_on_the_wire(payload, number) for number, payload in enumerate(packets[:count])]


def _tone(number: int) -> Any:
    at_s = np.arange(number * FRAME_SAMPLES, (number + 1) * FRAME_SAMPLES) / RATE_HZ
    voice = np.sin(2 * np.pi * 140 * at_s) + 0.4 * np.sin(2 * np.pi * 980 * at_s)
    return (6_000 * voice).astype(np.int16).reshape(1, -1)


def _on_the_wire(payload: bytes, number: int) -> bytes:
    packet = RtpPacket(
        payload_type=PAYLOAD_TYPE,
        sequence_number=(FIRST_SEQUENCE + number) % 65_536,
        timestamp=number * FRAME_SAMPLES,
        ssrc=1,
    )
    packet.payload = payload
    return bytes(packet.serialize())


def ours() -> Buffer:
    """What every receiver of this process uses once `jitter_buffer.install` has run."""
    jitter_buffer.install()
    names = vars(rtcrtpreceiver)
    return Buffer(
        lambda: names["JitterBuffer"](capacity=STOCK_CAPACITY, prefetch=STOCK_PREFETCH),
        lambda: names["get_decoder"](OPUS),
    )


def stock() -> Buffer:
    """As aiortc's receiver makes it; the decoder is aiortc's in both."""
    return Buffer(lambda: JitterBuffer(capacity=STOCK_CAPACITY, prefetch=STOCK_PREFETCH), ours().decoder)


def receive(buffer: Buffer, wire: Sequence[bytes], came: Sequence[Arrival]) -> Reception:
    """Everything that arrives goes through buffer, decoder and gap filling."""
    gaps, sounded, late_ms = GapFiller(RATE_HZ), 0, {}
    last = len(wire) - TAIL_FRAMES
    for at_ms, number, pcm in _decoded(buffer, wire, came):
        if number < last:
            late_ms[number] = at_ms - number * FRAME_MS
            sounded += len(gaps.feed(pcm, number * FRAME_SAMPLES))
    late = spread_of(late_ms.values())
    assert late is not None
    whole = last * FRAME_SAMPLES
    return Reception(
        heard_percent=percent(len(late_ms), last) or 0.0,
        late_ms=late,
        filled_percent=percent(gaps.filled_samples, whole) or 0.0,
        length_percent=percent(sounded, whole) or 0.0,
    )


def _decoded(buffer: Buffer, wire: Sequence[bytes], came: Sequence[Arrival]) -> Iterator[tuple[float, int, Any]]:
    held, decoder = buffer.make(), buffer.decoder()
    for arrival in came:
        packet = RtpPacket.parse(wire[arrival.number])
        packet._data = depayload(OPUS, packet.payload)  # type: ignore[attr-defined]  # noqa: SLF001 - as aiortc's receiver does
        due = held.add(packet)[1]
        for frame in decoder.decode(due) if due is not None else ():
            yield arrival.at_ms, frame.pts // FRAME_SAMPLES, mono(frame)


def measure(*, seconds: int, rounds: int) -> dict[str, Any]:
    """Both buffers on every network, `rounds` times with other luck."""
    wire = opus_packets(seconds * 1000 // FRAME_MS)
    found = {}
    for network in NETWORKS:
        luck = [arrivals(network, len(wire), random.Random(seed)) for seed in range(rounds)]
        found[str(network)] = {
            name: _over_rounds([receive(buffer, wire, came) for came in luck])
            for name, buffer in (("ours", ours()), ("aiortc", stock()))
        }
    return {"machine": machine(), "networks": found, "held": holds(found[str(Network(AT_LOSS_PERCENT))]["ours"])}


def _over_rounds(receptions: Sequence[Reception]) -> dict[str, Spread | None]:
    return {
        "heard_percent": spread_of(one.heard_percent for one in receptions),
        "late_p50_ms": spread_of(one.late_ms.p50 for one in receptions),
        "late_p95_ms": spread_of(one.late_ms.p95 for one in receptions),
        "filled_percent": spread_of(one.filled_percent for one in receptions),
        "length_percent": spread_of(one.length_percent for one in receptions),
    }


def holds(figures: dict[str, Spread | None]) -> bool:
    """Whether the target at 10% loss is reached."""
    heard, late = figures["heard_percent"], figures["late_p95_ms"]
    assert heard is not None
    assert late is not None
    return heard.p50 >= HEARD_AT_LEAST_PERCENT and late.p50 <= LATE_P95_AT_MOST_MS


def connecting(count: int) -> dict[str, Any]:
    """By what is lost: seconds to the rep's first sound, and how many never came to it."""
    found = {}
    for percentage in CONNECTS_AT_PERCENT:
        with losing(percentage / 100):
            took_s = asyncio.run(connects_s(count))
        stood_s = sorted(one for one in took_s if one is not None)
        p90_s = round(stood_s[math.ceil(0.9 * len(stood_s)) - 1], 2) if stood_s else None
        found[f"{percentage}% lost"] = {
            "connect_s": spread_of(stood_s, digits=2),
            "p90_s": p90_s,
            "never": count - len(stood_s),
        }
    return found


def table(found: dict[str, Any]) -> str:
    """For people: medians, ours beside aiortc's."""
    rows = [f"{'':36s}{'heard, %':>16s}{'late p50, ms':>16s}{'late p95, ms':>16s}{'length, %':>16s}"]
    rows += [f"{network:36s}{_row(sides)}" for network, sides in found["networks"].items()]
    rows.append("(Sparring / aiortc 1.16; medians of the rounds)")
    rows += [f"connecting, {network}: {_connected(one)}" for network, one in found["connects"].items()]
    return "\n".join(rows)


def _connected(found: dict[str, Any]) -> str:
    took_s = found["connect_s"]
    told = "" if took_s is None else f"p50 {took_s.p50:.2f}, p90 {found['p90_s']:.2f}, most {took_s.most:.2f} s; "
    return f"{told}never: {found['never']}"


def _row(sides: dict[str, Any]) -> str:
    keys = ("heard_percent", "late_p50_ms", "late_p95_ms", "length_percent")
    return "".join(f"{sides['ours'][key].p50:8.1f} /{sides['aiortc'][key].p50:6.1f}" for key in keys)


def main(arguments: Sequence[str]) -> int:
    """0 when the target at 10% loss is reached, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure what a lossy network leaves of the rep's voice.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connects", type=int, default=20, help="at once; 0: none")
    options = parser.parse_args(arguments)
    found = measure(seconds=options.seconds, rounds=options.rounds)
    found["connects"] = connecting(options.connects) if options.connects else {}
    print(json.dumps(plain(found)) if options.json else table(found))
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
