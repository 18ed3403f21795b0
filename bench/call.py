"""Calls through the whole engine: our code's share of 20 waits, stalls of the loop, barge-ins, and first turns.

    python -m bench.call [--json] [--turns N] [--barge-ins N] [--first-turns N]

A rep made of samples on a WebRTC connection of this machine, real hearing and voice, a diary on disk; phone and
server share one process and one loop, so its stalls count what both do. Our share of a turn is the mind, and what the
diary and the hand-overs take beyond the voice's work, which goes on meanwhile; waiting for the transport's next slot,
one every 20 ms, is not in it. A barge-in counts from the rep's first sound over the buyer's to the buyer's last.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from bench.latency import CALLS
from bench.support.spread import Spread, machine, spread_of, told

from sparring.adapters import loop_watch
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.loop_watch import LoopWatch
from sparring.adapters.media.rep_phone import LOUD_RMS, RepPhone
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.lines import CallLines
from sparring.bootstrap.spoken_demo import render
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits
from sparring.config import Config
from sparring.ids import new_call_id
from sparring.persona import find_persona
from sparring.transcript import Speaker, Turn, TurnLatency
from tests.fakes.calls import CALLER, Onlooker, an_opening

LINES = tuple(line for call in CALLS for line in call)
GREETINGS = tuple(call[0] for call in CALLS)
REP_VOICE = "michael"
INTERRUPTIONS = (
    "Sorry, may I ask something first, before you go on?",
    "One moment please, I would like to understand that.",
    "Let me stop you there for a second, if I may.",
)
INTO_THE_ANSWER_S = 0.8  # people cut in once they know where it goes
ANSWERS_WITHIN_S, BETWEEN_S = 10.0, 0.7
SHARE_P95_AT_MOST_MS, BARGE_IN_P50_AT_MOST_MS = 20, 450
BLOCK_MS, SAMPLES_A_BLOCK = 20, 960


@dataclass(frozen=True, slots=True)
class Line:
    """The call under way, from the rep's side."""

    call: ActiveCall
    phone: RepPhone
    page: Onlooker
    lines: CallLines

    async def say(self, text: str) -> None:
        """And hear the answer out."""
        await self.phone.say(await self.sound(text))
        await self.phone.answer_to_what_was_said(within_s=ANSWERS_WITHIN_S)
        await self.phone.until_quiet(quiet_s=BETWEEN_S)

    async def sound(self, text: str) -> bytes:
        """In the rep's voice, from its first loud block."""
        assert self.lines.speech.synthesiser is not None
        pcm = await render(self.lines.speech.synthesiser, text, REP_VOICE)
        return pcm[2 * SAMPLES_A_BLOCK * first_loud_block(pcm) :]


@dataclass(frozen=True, slots=True)
class Bench:
    """What all calls share."""

    lines: CallLines
    active_calls: ActiveCalls


class Stalls(logging.Handler):
    """Where the loop was held, as the watchdog logs it."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.places.append(record.getMessage())


def first_loud_block(pcm_48khz: bytes) -> int:
    """Index of the first 20 ms that a listener hears; 0 when there is none."""
    samples = np.frombuffer(pcm_48khz, np.int16).astype(np.float32)
    blocks = samples[: len(samples) // SAMPLES_A_BLOCK * SAMPLES_A_BLOCK].reshape(-1, SAMPLES_A_BLOCK)
    if not len(blocks):
        return 0
    return int(np.argmax(np.sqrt((blocks * blocks).mean(axis=1)) > LOUD_RMS))


def our_share_ms(latency: TurnLatency) -> int | None:
    """Of one answer: the mind, and what the diary and the hand-overs take longer than the voice; None if unknown."""
    if latency.mind_ms is None or latency.handover_ms is None:
        return None
    return latency.mind_ms + latency.handover_ms


def figures(turns: Sequence[Turn], barge_ins_ms: Sequence[float], stalls: Sequence[str]) -> dict[str, Any]:
    """Of one call."""
    latencies = [turn.latency for turn in turns if turn.latency is not None]
    return {
        "answers": len(latencies),
        "our_share_ms": spread_of((our_share_ms(one) for one in latencies), digits=0),
        "mind_ms": spread_of((one.mind_ms for one in latencies), digits=0),
        "server_ms": spread_of((one.server_ms for one in latencies), digits=0),
        "barge_in_to_silence_ms": spread_of(barge_ins_ms, digits=0),
        "loop_stalls_over_50_ms": len(stalls),
        "stalled_at": sorted(set(stalls)),
    }


def holds(found: dict[str, Any]) -> bool:
    """Whether share, barge-in and stalls are within their targets."""
    share, barge_in = found["our_share_ms"], found["barge_in_to_silence_ms"]
    return bool(
        isinstance(share, Spread)
        and share.p95 < SHARE_P95_AT_MOST_MS
        and (barge_in is None or barge_in.p50 <= BARGE_IN_P50_AT_MOST_MS)
        and not found["loop_stalls_over_50_ms"]
    )


@asynccontextmanager
async def engines(folder: Path) -> AsyncIterator[Bench]:
    """Real ones, with a diary on disk, and the calls that are active."""
    journal, store, clock = SqliteJournal(folder / "journal.db", SystemClock()), MemoryStore(), SystemClock()
    lines = CallLines(Config(data_dir=folder), journal, store, clock)
    await lines.speech.load()
    bench = Bench(lines, ActiveCalls(journal, store, clock, limits=CallLimits()))
    keeper = asyncio.create_task(bench.active_calls.run())
    try:
        yield bench
    finally:
        keeper.cancel()
        await bench.active_calls.close()
        await lines.close()


@asynccontextmanager
async def a_call(bench: Bench) -> AsyncIterator[Line]:
    """Picked up."""
    persona, phone, page = find_persona(CALLER), RepPhone(SystemClock()), Onlooker()
    opening = an_opening(persona).model_copy(update={"call_id": new_call_id()})
    try:
        call = await bench.active_calls.open(bench.lines.maker(opening, persona, "voice"))
        await call.attach(page)
        await phone.call(call.line.offer)
        call.ring()
        await call.pick_up()
        yield Line(call, phone, page, bench.lines)
        await call.hang_up("rep", reason="The rep hung up.")
    finally:
        await phone.close()


async def barge_in_ms(line: Line, question: str, interruption: str) -> float | None:
    """Ask, and cut into the answer; None where the answer was over by itself."""
    sound = await line.sound(interruption)
    await line.phone.say(await line.sound(question))
    if await line.phone.answer_to_what_was_said(within_s=ANSWERS_WITHIN_S) is None:
        return None
    await asyncio.sleep(INTO_THE_ANSWER_S)
    began_s = SystemClock().monotonic_s()
    await line.phone.say(sound)
    silent_s = line.phone.heard_s
    await line.phone.answer_to_what_was_said(within_s=ANSWERS_WITHIN_S)
    await line.phone.until_quiet(quiet_s=BETWEEN_S)
    spoken = [turn for turn in line.call.session.turns if turn.speaker is Speaker.BUYER]
    cut = any(turn.interrupted for turn in spoken[-2:])
    return 1000 * (silent_s - began_s) if cut and silent_s is not None and silent_s > began_s else None


async def measure(turns: int, barge_ins: int, first_turns: int) -> dict[str, Any]:
    """A call that is heard out, one of the same questions in which every answer is cut into, and only greetings."""
    stalls, watch = Stalls(), LoopWatch()
    loop_watch.log.addHandler(stalls)
    with tempfile.TemporaryDirectory() as folder:
        async with engines(Path(folder)) as bench:
            async with a_call(bench) as line:
                watch.start()
                for place in range(turns):
                    await line.say(LINES[place % len(LINES)])
                watch.stop()
                steady = answers(line)
            async with a_call(bench) as line:
                cuts = [
                    await barge_in_ms(line, LINES[place % len(LINES)], INTERRUPTIONS[place % len(INTERRUPTIONS)])
                    for place in range(barge_ins)
                ]
                interrupted = answers(line)
            first = [await _first_answer(bench, place) for place in range(first_turns)]
    found = {"machine": machine(), **figures(steady, [cut for cut in cuts if cut is not None], stalls.places)}
    found |= {
        "after_the_turn_ms": after_the_turn(steady[1:]),
        "after_the_turn_first_ms": after_the_turn([*steady[:1], *(one for one in first if one is not None)]),
        "after_the_turn_barge_in_ms": after_the_turn(after_interruptions(interrupted)),
    }
    return found | {"held": holds(found)}


async def _first_answer(bench: Bench, place: int) -> Turn | None:
    async with a_call(bench) as line:
        await line.say(GREETINGS[place % len(GREETINGS)])
        return next(iter(answers(line)), None)


def answers(line: Line) -> tuple[Turn, ...]:
    """What the buyer said on the call."""
    return tuple(turn for turn in line.call.session.turns if turn.speaker is Speaker.BUYER)


def after_interruptions(spoken: Sequence[Turn]) -> list[Turn]:
    """The answer to each barge-in."""
    return [after for before, after in pairwise(spoken) if before.interrupted and after.latency is not None]


def after_the_turn(spoken: Sequence[Turn]) -> Spread | None:
    """From the moment a turn was judged over to the first sound sent: what a cold or upset engine lengthens."""
    measured = [turn.latency for turn in spoken if turn.latency is not None]
    return spread_of(
        (
            one.server_ms - one.endpointing_ms
            for one in measured
            if one.server_ms is not None and one.endpointing_ms is not None
        ),
        digits=0,
    )


def main(arguments: Sequence[str]) -> int:
    """0 when every target is reached, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure a call of 20 turns.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--turns", type=int, default=20)
    parser.add_argument("--barge-ins", type=int, default=8)
    parser.add_argument("--first-turns", type=int, default=6)
    options = parser.parse_args(arguments)
    found = asyncio.run(measure(options.turns, options.barge_ins, options.first_turns))
    print(told(found, as_json=options.json))
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
