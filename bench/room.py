"""What a LiveKit room costs: calls through a real livekit-server beside calls straight to the process, in one run.

    python -m bench.room [--json] [--turns N] [--barge-ins N] [--first-turns N] [--rounds N] [--sessions N]

Hearing, model and voice are stubs of fixed delays; everything else of a call is shipped code, with a diary on disk.
A wait, from the rep's last sound to the buyer's first, less what silence and stubs ask for, has three parts: the way
up to this process, what is ours within it, and the way down. Both ways are codec, network and jitter buffers; the
floor is the two together where an echo stands in our place. The telephone is a process of its own: LiveKit's client,
which has a jitter buffer as every browser has; and `bare`, which can call either way and has none, so that what a room
costs more is told by that one. `bench.latency --transports` has one browser on both.
Sessions per core are measured beside Pipecat, with the same stubs, where it is installed (see `bench.pipecat`).
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.support.room_calls import Handset, Telephone, directly, in_a_room, with_an_echo
from bench.support.spread import Spread, machine, spread_of, told
from bench.support.stub_call import ASKED_S, StubCall, a_stub_call, journal_in, lines
from bench.support.stubs import ANSWERS_WITHIN_S, BETWEEN_S, LLM_S, TTS_S, now_s

from bench import pipecat
from sparring.bootstrap.warm import warm
from tests.e2e.livekit_server import livekit_server

UTTERANCE_S: Final = 1.2
INTO_THE_ANSWER_S: Final = 0.5
WHOLE_MS: Final = 1000 * (ASKED_S + LLM_S + TTS_S)  # of a steady turn, by the stubs alone
OURS_P95_AT_MOST_MS, ROOM_AT_MOST_MORE_MS, SLOWER_AT_MOST, SESSIONS_AT_LEAST = 60, 40, 1.10, 2.0
Connect = Callable[[StubCall], AbstractAsyncContextManager[Handset]]


@dataclass(frozen=True, slots=True)
class Overhead:
    """Of one wait, in ms: the way up, what is ours, the way down."""

    up: float
    ours: float
    down: float

    @property
    def whole(self) -> float:
        """Beyond what silence and stubs ask for."""
        return self.up + self.ours + self.down


@dataclass
class Overheads:
    """Of one transport, by kind of turn."""

    steady: list[Overhead] = field(default_factory=list)
    first: list[Overhead] = field(default_factory=list)
    after_barge_in: list[Overhead] = field(default_factory=list)
    stages: dict[str, list[int]] = field(default_factory=dict)
    """Of ours, as the call's own stopwatch has them, stubs and silence included; see `sparring.transcript`."""
    unanswered: int = 0
    buffered_ms: list[float] = field(default_factory=list)
    """In the telephone."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is said."""

    turns: int
    barge_ins: int
    first_turns: int


async def answered(call: StubCall, handset: Handset, text: str) -> Overhead | None:
    """Say it; by how much the answer is later than the stubs alone make it. None: nobody answers."""
    asked, call.ear.text = len(call.model.asked), text
    if await waited_s(handset) is None:
        return None
    assert handset.began_s is not None
    came_s, went_s = handset.threshold.quiet_in_s, handset.threshold.loud_out_s
    parts_s = came_s - handset.ended_s, went_s - came_s - call.configured_s(asked), handset.began_s - went_s
    return Overhead(*(round(1000 * part_s, 1) for part_s in parts_s))


async def waited_s(handset: Handset) -> float | None:
    """Speak; how long after it there is an answer. None: there is none."""
    await handset.say(UTTERANCE_S)
    deadline_s = now_s() + ANSWERS_WITHIN_S
    while handset.began_s is None:
        if now_s() > deadline_s:
            return None
        await asyncio.sleep(0.01)
    return handset.began_s - handset.ended_s


async def heard_out(handset: Handset) -> None:
    """The buyer has finished."""
    while now_s() - handset.last_s < BETWEEN_S:  # noqa: ASYNC110 - sound is looked at at its own pace
        await asyncio.sleep(0.02)


async def hold(connect: Connect, folder: Path, amount: Amount, found: Overheads) -> None:
    """One call that is heard out, one whose every answer is cut into, and several of one turn."""
    journal = journal_in(folder)
    try:
        await _heard_out(connect, a_stub_call(journal), amount.turns, found)
        await _cut_into(connect, a_stub_call(journal), amount.barge_ins, found)
        for _ in range(amount.first_turns):
            await _one_turn(connect, a_stub_call(journal), found)
    finally:
        await journal.close()


async def _heard_out(connect: Connect, call: StubCall, turns: int, found: Overheads) -> None:
    await call.session.open()
    async with connect(call) as handset:
        for place, text in enumerate(lines(turns + 1)):
            overhead = await answered(call, handset, text)
            _note(found.first if place == 0 else found.steady, overhead, found)
            await heard_out(handset)
        found.buffered_ms += handset.buffered_ms
    _note_stages(call, found)


async def _cut_into(connect: Connect, call: StubCall, barge_ins: int, found: Overheads) -> None:
    await call.session.open()
    async with connect(call) as handset:
        spoken = lines(2 * barge_ins + 1)
        await answered(call, handset, spoken[0])
        await heard_out(handset)
        for place in range(barge_ins):
            if await answered(call, handset, spoken[2 * place + 1]) is not None:
                await asyncio.sleep(INTO_THE_ANSWER_S)
                _note(found.after_barge_in, await answered(call, handset, spoken[2 * place + 2]), found)
            await heard_out(handset)


async def _one_turn(connect: Connect, call: StubCall, found: Overheads) -> None:
    await call.session.open()
    async with connect(call) as handset:
        _note(found.first, await answered(call, handset, lines(1)[0]), found)


def _note(kind: list[Overhead], overhead: Overhead | None, found: Overheads) -> None:
    if overhead is None:
        found.unanswered += 1
    else:
        kind.append(overhead)


def _note_stages(call: StubCall, found: Overheads) -> None:
    """Of every turn of the buyer but the first."""
    for turn in [turn for turn in call.session.turns if turn.latency is not None][1:]:
        assert turn.latency is not None
        for stage, took_ms in turn.latency.model_dump(exclude_none=True).items():
            found.stages.setdefault(stage, []).append(took_ms)


async def echo(url: str, telephone: Telephone, turns: int) -> list[float]:
    """What a turn through the server takes without us, in ms."""
    waits_ms = []
    async with with_an_echo(url, telephone) as handset:
        for _ in range(turns):
            if (wait_s := await waited_s(handset)) is not None:
                waits_ms.append(round(1000 * wait_s, 1))
            await heard_out(handset)
    return waits_ms


def figures(found: Overheads) -> dict[str, Any]:
    """Of one transport."""
    steady, first, after_barge_in = (whole(kind) for kind in (found.steady, found.first, found.after_barge_in))
    return {
        "overhead_ms": steady,
        "up_ms": spread_of(one.up for one in found.steady),
        "ours_ms": spread_of(one.ours for one in found.steady),
        "down_ms": spread_of(one.down for one in found.steady),
        "buffered_ms": spread_of(found.buffered_ms),
        "stages": {stage: spread_of(took_ms) for stage, took_ms in found.stages.items()},
        "first_turn_ms": first,
        "after_barge_in_ms": after_barge_in,
        "first_turn_ratio": slower(first, steady),
        "after_barge_in_ratio": slower(after_barge_in, steady),
        "unanswered": found.unanswered,
    }


def whole(kind: Iterable[Overhead]) -> Spread | None:
    """Of waits of one kind."""
    return spread_of(one.whole for one in kind)


def slower(one: Spread | None, steady: Spread | None) -> float | None:
    """How long the wait is beside a steady turn's, both with all that the stubs ask for."""
    return None if one is None or steady is None else round((WHOLE_MS + one.p50) / (WHOLE_MS + steady.p50), 3)


def per_core(turns: int, rounds: int, sessions: int) -> dict[str, Any]:
    """Sessions that one core carries, on our side and on Pipecat's."""
    talks: dict[str, list[float]] = {side: [] for side in pipecat.SIDES}
    for _ in range(rounds):
        for side, cpu in talks.items():
            cpu.append(pipecat.talk(side, turns, sessions=sessions).cpu_percent)
    carried = {side: spread_of(100 * sessions / one for one in cpu) for side, cpu in talks.items()}
    ours, theirs = carried["sparring"], carried["pipecat"]
    assert ours is not None
    assert theirs is not None
    return {**carried, "ratio": round(ours.p50 / theirs.p50, 2), "at_once": sessions}


async def measure(amount: Amount, rounds: int) -> dict[str, Any]:
    """Every way in turn, so many times."""
    ways = {"room": Overheads(), "room_bare": Overheads(), "direct": Overheads()}
    floors_ms: dict[Telephone, list[float]] = {"livekit": [], "bare": []}
    with tempfile.TemporaryDirectory() as name, livekit_server(Path(name) / "livekit") as livekit:
        connects: dict[str, Connect] = {
            "room": lambda call: in_a_room(call, livekit.url, "livekit"),
            "room_bare": lambda call: in_a_room(call, livekit.url, "bare"),
            "direct": directly,
        }
        for number in range(rounds):
            for way, found in ways.items():
                folder = Path(name) / f"{way}-{number}"
                folder.mkdir()
                await hold(connects[way], folder, amount, found)
            for telephone, floor_ms in floors_ms.items():
                floor_ms.extend(await echo(livekit.url, telephone, amount.turns))
    room, bare, direct = (whole(found.steady) for found in ways.values())
    floor, bare_floor = (spread_of(floor_ms) for floor_ms in floors_ms.values())
    return {
        "machine": machine(),
        "stubs_ask_for_ms": round(WHOLE_MS),
        **{way: figures(found) for way, found in ways.items()},
        "floor_ms": floor,
        "floor_bare_ms": bare_floor,
        "room_over_floor_ms": more(room, floor),
        "room_costs_more_ms": more(bare, direct),
        "echo_costs_more_ms": more(bare_floor, direct),
    }


def more(one: Spread | None, other: Spread | None) -> float | None:
    """By how much the median is larger."""
    return None if one is None or other is None else round(one.p50 - other.p50, 1)


def aims(found: dict[str, Any]) -> dict[str, bool]:
    """Which are reached; density is not judged where Pipecat is missing."""
    room, density = found["room"], found["sessions_per_core"]
    ratios = [room["first_turn_ratio"], room["after_barge_in_ratio"]]
    more_ms = found["room_costs_more_ms"]
    return {
        "ours_p95": isinstance(room["ours_ms"], Spread) and room["ours_ms"].p95 <= OURS_P95_AT_MOST_MS,
        "room_costs": more_ms is not None and more_ms <= ROOM_AT_MOST_MORE_MS,
        "other_turns": all(ratio is not None and ratio <= SLOWER_AT_MOST for ratio in ratios),
        **({} if density is None else {"density": density["ratio"] >= SESSIONS_AT_LEAST}),
    }


def main(arguments: Sequence[str]) -> int:
    """0 when every aim is reached, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure what a LiveKit room costs.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--turns", type=int, default=12)
    parser.add_argument("--barge-ins", type=int, default=5)
    parser.add_argument("--first-turns", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--sessions", type=int, default=8, help="at once in one process; 0: do not measure density")
    options = parser.parse_args(arguments)
    logging.getLogger("livekit").setLevel(logging.CRITICAL)  # its client calls every end of a call an error
    amount = Amount(options.turns, options.barge_ins, options.first_turns)
    warm()  # as a process that carries calls is
    found = asyncio.run(measure(amount, options.rounds))
    beside = options.sessions and pipecat.interpreter("pipecat") is not None
    found["sessions_per_core"] = per_core(6, options.rounds, options.sessions) if beside else None
    if options.sessions and not beside:
        print(pipecat.MISSING, file=sys.stderr)
    found["held"] = aims(found)
    print(told(found, as_json=options.json))
    return 0 if all(found["held"].values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
