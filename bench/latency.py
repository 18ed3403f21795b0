"""How long the buyer lets the rep wait, by sound: real calls in Chromium on loopback, real hearing, real voice.

    python -m bench.latency [--json] [--calls N] [--transports {direct,room,both}] [--first-turns]

Flows in: lines of 1-7 s, spoken by one of our own voices. Flows out: glass to glass in milliseconds (last sample of the
rep to first sample of the buyer, on one clock in the page), the first turn of each call against the rest, and the
server's stages. What is not the server's are the ways: codec, network and jitter buffers up and down. With `both` each
call is held straight and then in a LiveKit room, and what the room costs is the difference of the ways, since engines
take their own time on every call. With `--first-turns` there are twice as many calls, of four
turns of one length, for the first against the rest. The machine carries servers and browser at once.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final

from bench.support.spread import Spread, machine, spread_of, told

from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import Rep
from tests.e2e.serving import Served
from tests.e2e.speech import spoken
from tests.e2e.transports import Transport, sparring_on

BUYER = "Laura Bennett"
REP_VOICE = "michael"
SETTINGS: Final = {"review_s": "30", "agent_load_percent": "100"}
ROOM_AT_MOST_MORE_MS: Final = 40
TRANSPORTS: Final[Mapping[str, Sequence[Transport]]] = {
    "direct": ("direct",),
    "room": ("room",),
    "both": ("direct", "room"),
}
CALLS: tuple[tuple[str, ...], ...] = (
    (
        "Thank you for calling Willow Lane Home Care, this is Dana, how can I help you?",
        "I'm so sorry, that sounds like a lot. What happened?",
        "Who is with him at night?",
        "What will he need help with, washing, dressing, meals, or getting around the house?",
        "Has he fallen before?",
        "Besides you, who has a say in this, and how does he feel about having somebody in the house?",
        "Our caregivers are background checked, trained and insured.",
        "When would you like us to start?",
    ),
    (
        "Good morning, Willow Lane Home Care, this is Dana speaking, how may I help you today?",
        "May I ask your name?",
        "And what is the best number to call you back on, in case we get cut off while we are talking?",
        "Where does he live?",
        "Could you tell me a little about what a normal day looked like for him before he went into the hospital?",
        "I hear how worried you are about tomorrow.",
        "Is anybody with him now?",
        "How are you holding up yourself?",
    ),
    (
        "Willow Lane Home Care, Dana speaking, what can I do for you?",
        "When does he come home?",
        "What worries you most about tomorrow?",
        "Can he get up the stairs to his bedroom on his own, or does he need somebody beside him every time?",
        "We introduce the caregiver to him first, and it is always the same person.",
        "Have you thought about how care might be paid for?",
        "Would tomorrow at two or Friday at ten suit you better for a visit at the house?",
        "Is there anything I have not asked about that matters to you?",
    ),
)
GREETINGS: tuple[str, ...] = (
    "Thank you for calling Willow Lane Home Care, this is Dana, how can I help you?",
    "Good morning, Willow Lane Home Care, this is Dana speaking, how may I help you today?",
    "Willow Lane Home Care, Dana speaking, what can I do for you?",
    "Hello, this is Dana at Willow Lane Home Care. How can I help?",
    "Thanks for calling Willow Lane, my name is Dana. What can I do for you today?",
    "Good afternoon, Willow Lane Home Care, Dana here. How can I help you?",
)
# As long as a greeting: a recogniser takes longer over longer turns
AFTER_GREETING: tuple[tuple[str, ...], ...] = (
    (
        "I'm so sorry, that sounds like a lot for you. What happened to your father last week?",
        "And how is he with the stairs, does he need somebody beside him when he goes up?",
        "When he comes home on Friday, who will be there with him for the first few nights?",
    ),
    (
        "Thank you for telling me that, it helps me. Who is usually there with him at night?",
        "So that I understand it right, where does he live, and is that far away from you?",
        "When you think about tomorrow, what is it that worries you the most about him?",
    ),
)
OPENINGS = tuple((greeting, *AFTER_GREETING[place % 2]) for place, greeting in enumerate(GREETINGS))
_FIRST, _REST = slice(1), slice(1, None)
STAGES = ("endpointing_ms", "hearing_ms", "mind_ms", "voice_ms", "handover_ms", "server_ms")


async def measure(calls: Sequence[Sequence[str]], transports: Sequence[Transport]) -> dict[str, Any]:
    """These calls, each on one transport after the other; the figures of all their turns."""
    held: dict[Transport, list[list[dict[str, Any]]]] = {transport: [] for transport in transports}
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            served = {
                transport: await stack.enter_async_context(sparring_on(transport, Path(folder) / transport, SETTINGS))
                for transport in transports
            }
            for lines in calls:
                for transport in transports:
                    held[transport].append(await _call(served[transport], lines))
            stalls = {transport: _stalls(one) for transport, one in served.items()}
    found = {transport: figures(called, stalls[transport]) for transport, called in held.items()}
    if len(found) == 1:
        return next(iter(found.values()))
    return {"machine": machine()} | {str(transport): one for transport, one in found.items()} | costs(found)


def figures(called: Sequence[Sequence[Mapping[str, Any]]], stalls: Sequence[str]) -> dict[str, Any]:
    """Of one transport's calls, each the latencies of its turns."""
    turns = [turn for call in called for turn in call]
    first, rest = ([turn["glass_to_glass_ms"] for call in called for turn in call[part]] for part in (_FIRST, _REST))
    return {
        "turns": len(turns),
        "glass_to_glass_ms": _spread(turns, "glass_to_glass_ms"),
        "ways_ms": spread_of(map(ways_ms, turns)),
        "first_turns_ms": first,
        "first_turns_to_the_rest": round(statistics.median(first) / statistics.median(rest), 2) if rest else None,
        "stages": {stage: _spread(turns, stage) for stage in STAGES},
        "loop_stalls_over_50_ms": stalls,
        "each_turn": [{key: turn[key] for key in ("glass_to_glass_ms", *STAGES)} for turn in turns],
    }


def ways_ms(turn: Mapping[str, Any]) -> float | None:
    """Of one wait, what is not the server's."""
    return None if turn["server_ms"] is None else float(turn["glass_to_glass_ms"] - turn["server_ms"])


def costs(found: Mapping[Transport, Mapping[str, Any]]) -> dict[str, Any]:
    """By how much the ways through a room are longer, in the median, and whether that is within the aim."""
    room, direct = found["room"]["ways_ms"], found["direct"]["ways_ms"]
    if not (isinstance(room, Spread) and isinstance(direct, Spread)):
        return {"room_costs_more_ms": None, "held": False}
    more_ms = round(room.p50 - direct.p50, 1)
    return {"room_costs_more_ms": more_ms, "held": more_ms <= ROOM_AT_MOST_MORE_MS}


def _stalls(served: Served) -> list[str]:
    return [line.partition("held for ")[2] for line in served.words().splitlines() if "event loop held" in line]


async def _call(served: Served, lines: Sequence[str]) -> list[dict[str, Any]]:
    sounds = await spoken(lines, REP_VOICE)
    async with chromium(hand_held()) as visit:
        report = await Rep(await visit.new_page(), served.url).hold(BUYER, sounds)
    measured = [turn["latency"] for turn in report["turns"] if turn["latency"]]
    return [latency for latency in measured if latency["glass_to_glass_ms"] is not None]


def _spread(turns: Sequence[Mapping[str, Any]], key: str) -> dict[str, float]:
    values = sorted(turn[key] for turn in turns if turn[key] is not None)
    if not values:
        return {}
    p95 = values[min(len(values) - 1, int(0.95 * len(values)))]
    return {"p50": statistics.median(values), "p95": p95, "min": values[0], "max": values[-1]}


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 when a room costs more than it may, which only both transports show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=len(CALLS), choices=range(1, len(CALLS) + 1))
    parser.add_argument("--first-turns", action="store_true")
    parser.add_argument("--transports", default="direct", choices=TRANSPORTS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    calls = OPENINGS if options.first_turns else CALLS[: options.calls]
    found = asyncio.run(measure(calls, TRANSPORTS[options.transports]))
    print(told(found, as_json=options.json))
    return 0 if found.get("held", True) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
