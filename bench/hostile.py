"""How long hostile input holds whoever reads it: one figure a door, of mutated documents, offers and page commands.

    python bench/hostile.py [--json] [--count 10000]

Sends what tests/abuse sends (tests/abuse/mutations.py), in this process. A reading is the processor time of one input,
accepted or refused, so that other work on the machine is not counted. Exit status 1 when a 95th percentile is over
5 ms.
"""

import argparse
import contextlib
import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.support.spread import Spread, machine, spread_of, told

from sparring.adapters.media.offer import read_offer
from sparring.call.page import read_command
from sparring.documents import dump_document
from sparring.errors import SparringError
from sparring.persona import load_personas, parse_persona
from sparring.rubric import load_rubrics, parse_rubric
from sparring.transcript import parse_transcript
from tests.abuse.mutations import mutations
from tests.fakes.offers import OFFER, with_candidates

AT_MOST_MS = 5.0
GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
SAY = {"type": "say", "text": "I'm so sorry. What happened to your father?"}
Door = Callable[[bytes], object]


def doors() -> Iterator[tuple[str, Door, tuple[bytes, ...]]]:
    """Name, reader and whole documents of each: the shipped ones and a call as long as they are."""
    calls = tuple(
        path.read_bytes() for path in sorted((GOLDEN / "calls").glob("*/*.json")) if "scores" not in path.name
    )
    yield "transcript", lambda data: parse_transcript(data, source="x"), calls
    yield "persona", lambda data: parse_persona(data, source="x"), tuple(map(dump_document, load_personas()))
    yield "rubric", lambda data: parse_rubric(data, source="x"), tuple(map(dump_document, load_rubrics().values()))
    yield "offer", lambda data: read_offer(_text(data)), (OFFER.encode(), with_candidates(8).encode())
    yield "page command", lambda data: read_command(_text(data)), (json.dumps(SAY).encode(),)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def took_ms(door: Door, data: bytes) -> float:
    """Processor time of one input."""
    began_ns = time.process_time_ns()
    with contextlib.suppress(SparringError):
        door(data)
    return (time.process_time_ns() - began_ns) / 1e6


def measure(count: int) -> dict[str, Spread | None]:
    """Milliseconds an input, by door."""
    return {
        f"{name}, ms": spread_of((took_ms(door, data) for data in mutations(*wholes, count=count)), digits=2)
        for name, door, wholes in doors()
    }


def main() -> int:
    """Print the figures; exit 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args()
    gc.freeze()  # as `serve` does: a sweep over all that is loaded takes 80 ms, whoever's turn it is
    found = measure(given.count)
    held = all(spread is not None and spread.p95 <= AT_MOST_MS for spread in found.values())
    figures: dict[str, Any] = {**found, "held": held, **machine()}
    print(told(figures, as_json=given.json))
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
