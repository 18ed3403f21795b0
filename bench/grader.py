"""How many calls the rules grader grades per second on one core.

    python bench/grader.py [--json] [--seconds 10]

Every calibration call that can be graded is graded in turn; the time is the processor's, so that a busy machine shows
less of itself. A call comes again only after more different sentences (`sentences_apart`) than anything keeps
(`sentences_kept`), so that no text's reading is found ready. Reported as the median of five equal parts with the range,
and with every call at its best round, beside the turns a call has.
"""

import argparse
import json
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sparring.documents import digest_of
from sparring.grade.heard.admissible import RECENT_SENTENCES, admissible
from sparring.grade.rules.grader import grade
from sparring.rubric import find_rubric
from sparring.transcript import Transcript, parse_transcript

CALLS = Path(__file__).parents[1] / "tests" / "golden" / "calls"
AT = datetime(2026, 1, 1, tzinfo=UTC)
PARTS = 5
BEST_OF = 12
TARGET_CALLS_A_SECOND = 50  # decision 0037


def calls() -> list[tuple[Transcript, str]]:
    """The calibration calls and their digests."""
    files = [file for file in sorted(CALLS.glob("*/*.json")) if not file.name.endswith(".expected.json")]
    kept = [file for file in files if file.stem != "abandoned"]
    return [(parse_transcript(file.read_bytes(), source=file.name), digest_of(file.read_bytes())) for file in kept]


def best_of(graded: list[tuple[Transcript, str]], rounds: int) -> float:
    """Calls per second of processor time when each call has its best round: other work on the machine counts least."""
    best = [float("inf")] * len(graded)
    for _ in range(rounds):
        for place, (transcript, digest) in enumerate(graded):
            began_s = time.process_time()
            _grade(transcript, digest)
            best[place] = min(best[place], time.process_time() - began_s)
    return len(graded) / sum(best)


def _grade(transcript: Transcript, digest: str) -> None:
    rubric = find_rubric(f"{transcript.call_type}_sales")
    grade(transcript, rubric, transcript_digest=digest, graded_at=AT)


def rate(graded: list[tuple[Transcript, str]], seconds: float) -> float:
    """Calls per second of processor time."""
    done, began_s = 0, time.process_time()
    while time.process_time() - began_s < seconds:
        for transcript, digest in graded:
            _grade(transcript, digest)
            done += 1
    return done / (time.process_time() - began_s)


def measure(seconds: float) -> dict[str, float]:
    """Median and range of calls a second, and how long the calls are."""
    graded = calls()
    rate(graded, 0.01)  # every call once: tables are compiled at first use
    rates = [rate(graded, seconds / PARTS) for _ in range(PARTS)]
    return {
        "calls_per_second": statistics.median(rates),
        "slowest_part": min(rates),
        "fastest_part": max(rates),
        "best_rounds": best_of(graded, BEST_OF),
        "sentences_apart": len(
            {one.text for call, _ in graded for turn in call.turns for one in admissible(turn.text, ()).sentences}
        ),
        "sentences_kept": RECENT_SENTENCES,
        "turns_per_call": statistics.mean(len(transcript.turns) for transcript, _ in graded),
        "target": TARGET_CALLS_A_SECOND,
    }


def main() -> int:
    """Print the figures; exit 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=float, default=10.0)
    given = parser.parse_args()
    figures = measure(given.seconds)
    print(
        json.dumps(figures) if given.json else "\n".join(f"{name:18} {value:8.1f}" for name, value in figures.items())
    )
    return int(figures["calls_per_second"] < TARGET_CALLS_A_SECOND)


if __name__ == "__main__":
    sys.exit(main())
