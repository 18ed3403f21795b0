"""How long the buyer's mind takes over one turn, by setting: recorded calls in, processor time per move out.

    python bench/mind.py [--json] [--rounds 5]

Every recorded call of `tests/golden/replays` is played again with its acts and with where its recogniser heard
sentences part, as a live call hands them on: the recogniser does not count. A hard buyer lives through each turn three
times (`call/mind/rapport.py`). The time is this thread's own; medians of the rounds with ranges.
"""

import argparse
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bench.support.spread import machine, spread_of, told
from tools.record_replays import REPLAYS, utterance_of

from sparring.bootstrap.warm import settle
from sparring.call import buyer
from sparring.persona import DIFFICULTIES, Persona, find_persona
from sparring.speech_acts import stops

TARGET_MS = 2.0  # decision 0037


def recorded() -> list[tuple[Persona, dict[str, Any]]]:
    """Every recorded call with its persona, setting by setting.

    The same script comes again only after so many others that nothing the mind keeps of sentences is left of it.
    """
    calls = [json.loads(path.read_text("utf-8")) for path in sorted(REPLAYS.glob("*.json"))]
    calls.sort(key=lambda call: DIFFICULTIES.index(call["difficulty"]))
    return [(find_persona(call["persona"]), call) for call in calls]


def turns_ms(persona: Persona, call: dict[str, Any]) -> Iterator[float]:
    """Processor time of each turn of one call."""
    said = [replace(utterance_of(raw), stops=stops(raw["text"])) for raw in call["utterances"]]
    state, _ = buyer.begin(persona, seed=call["seed"], difficulty=call["difficulty"])
    for utterance in said:
        began_ns = time.thread_time_ns()
        state, _ = buyer.hear(persona, state, utterance)
        yield (time.thread_time_ns() - began_ns) / 1e6


def measure(rounds: int) -> dict[str, Any]:
    """Spread over the rounds of each round's median and 95th percentile, by setting, in ms."""
    calls = recorded()
    play(calls)  # what a running process has read of its personas is not part of a turn
    settle()  # as a running process does: what is loaded is not swept in mid-call
    played = [play(calls) for _ in range(rounds)]
    figures: dict[str, Any] = {"machine": machine(), "target_ms": TARGET_MS}
    for level in DIFFICULTIES:
        spreads = [spread for one in played if (spread := spread_of(one[level], 3))]
        figures[f"{level}_turns"] = spreads[0].count
        figures[f"{level}_p50_ms"] = spread_of((spread.p50 for spread in spreads), 3)
        figures[f"{level}_p95_ms"] = spread_of((spread.p95 for spread in spreads), 3)
    return figures


def play(calls: list[tuple[Persona, dict[str, Any]]]) -> dict[str, list[float]]:
    """Every call once: milliseconds of its turns, by setting."""
    gc.collect()
    by_level: dict[str, list[float]] = defaultdict(list)
    for persona, call in calls:
        by_level[call["difficulty"]].extend(turns_ms(persona, call))
    return by_level


def main() -> int:
    """Print the figures; exit 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    figures = measure(given.rounds)
    print(told(figures, as_json=given.json))
    return int(any(figures[f"{level}_p95_ms"].p50 > TARGET_MS for level in DIFFICULTIES))


if __name__ == "__main__":
    sys.exit(main())
