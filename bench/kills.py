"""Whether a grader that is killed at random still gives each call one scorecard and one report.

    python bench/kills.py [--json] [--kills 200] [--seconds 900] [--seed 7]

Runs tests/faults/killed_grader.py: `sparring grader` itself, started once for each kill over a data folder that gets
two more objects (every fourth one poison) and three old events again each time. Exit status 1 when anything is lost,
doubled or stuck, or when what is not a call did not end as a dead letter with a reason.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.support.spread import machine, told

ROOT = Path(__file__).parents[1]


def measure(kills: int, seconds: float, seed: int) -> dict[str, Any]:
    """What is in the files at the end."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.faults.killed_grader", folder, str(kills), str(seconds), str(seed)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def exactly_once(found: dict[str, Any]) -> bool:
    """One scorecard and one report a call, poison buried with a reason, nothing lost or waiting, both files whole."""
    nothing = ("lost", "doubled", "unsent", "stuck", "dead_not_poison", "poison_not_dead")
    one_each = found["scorecards"] == found["mails"] == found["written"] > 0
    return one_each and not any(found[name] for name in nothing) and found["integrity"] == ["ok", "ok"]


def main() -> int:
    """Print the figures; exit 1 when they do not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=1_800.0)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    found = measure(given.kills, given.seconds, given.seed)
    print(told(found | {"exactly once": exactly_once(found)} | machine(), as_json=given.json))
    return int(not exactly_once(found))


if __name__ == "__main__":
    sys.exit(main())
