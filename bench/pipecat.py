"""Our engine beside Pipecat 1.14: the same stub recogniser, model and voice, the same rep, in one run.

    python -m bench.pipecat [--json] [--turns N] [--rounds N]

Each side runs in a process of its own, in turn, so that what else the machine does falls on both. Overhead is the wait
from the rep's last sound to the buyer's first, less what silence and stubs ask for. Our recogniser works while the
silence runs, Pipecat's segmented one after it: the waits differ by that too, the overheads do not.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.support.spread import machine, plain, spread_of
from bench.support.stubs import Talk, parsed

ROOT = Path(__file__).parents[1]
RIVALS = ROOT / ".venv-rivals" / "bin" / "python"
MISSING = (
    "Pipecat is not installed. It stays out of Sparring's own environment, because it holds packages back:\n"
    "    UV_PROJECT_ENVIRONMENT=.venv-rivals uv sync --locked --group rivals\n"
    "(about 1.3 GB; where uv is not installed, .uv/bin/uv is). Then run ./run bench pipecat again."
)
SIDES = {"sparring": "bench.support.our_side", "pipecat": "bench.support.pipecat_side"}


def interpreter(side: str) -> str | None:
    """Whose Python runs a side; None where there is none that can."""
    if side == "sparring" or find_spec("pipecat") is not None:
        return sys.executable
    return str(RIVALS) if RIVALS.exists() else None


def talk(side: str, turns: int, *, sessions: int = 1) -> Talk:
    """So many sessions of one side at once, in one process. Raises: CalledProcessError."""
    python = interpreter(side)
    assert python is not None
    command = [python, "-m", SIDES[side], "--turns", str(turns), "--sessions", str(sessions)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return parsed(done.stdout)


def figures(talks: Sequence[Talk]) -> dict[str, Any]:
    """Of one side, over its sessions."""
    return {
        "overhead_ms": spread_of(overhead for one in talks for overhead in one.overhead_ms),
        "wait_ms": spread_of(wait for one in talks for wait in one.waits_ms),
        "cpu_percent": spread_of(one.cpu_percent for one in talks),
        "unanswered": sum(one.unanswered for one in talks),
    }


def measure(turns: int, rounds: int) -> dict[str, Any]:
    """Both sides in turn, so many times."""
    talks: dict[str, list[Talk]] = {side: [] for side in SIDES}
    for _ in range(rounds):
        for side, done in talks.items():
            done.append(talk(side, turns))
    return {"machine": machine(), **{side: figures(done) for side, done in talks.items()}}


def table(found: dict[str, Any]) -> str:
    """For people."""
    rows = [f"machine: {found['machine']}"]
    for side in SIDES:
        rows.append(side)
        rows += [f"  {name:12s} {value}" for name, value in found[side].items()]
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """0 when both sides were measured, 1 where Pipecat is missing."""
    parser = argparse.ArgumentParser(description="Measure our engine beside Pipecat.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--turns", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    if interpreter("pipecat") is None:
        print(MISSING, file=sys.stderr)
        return 1
    found = measure(options.turns, options.rounds)
    print(json.dumps(plain(found)) if options.json else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
