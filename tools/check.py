"""`./run test`: everything that must hold, the quick checks first; stops after the first stage in which a step fails.

A stage's lanes run side by side, a lane's steps one after the other. What a step beside another prints comes in one
piece when it is over: all of it where it failed, else its last lines.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = ROOT / ".venv" / "bin"
ENVIRON = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""A hundred tests start a process of ours: without byte code each of them compiles all it imports (1.8 s, 3.5)."""
LAST_LINES = 12


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the environment's, or one with its whole path."""

    name: str
    command: Sequence[str]
    real_time: bool = False
    """Real engines and a real browser keep real time: on a machine with other work a call can stutter. What fails is
    tried once more, alone, and said to have been; what fails twice fails."""


REAL_TIME = ("tests/adapters/hearing", "tests/adapters/voice", "tests/e2e")
"""Where alone tests are marked `browser` or `speech`: to collect all others beside them takes half a minute a step."""


def _in_real_time(name: str, marks: str, *arguments: str) -> Step:
    cache = f"cache_dir=.pytest_cache/{name.replace(' ', '-')}"  # each has its own last failures
    return Step(name, ["pytest", "--quiet", "-ra", "-o", cache, "-m", marks, *arguments, *REAL_TIME], real_time=True)


SOURCES = ("src", "tests", "bench", "tools", "functions")
SIDE_BY_SIDE = ("--numprocesses", "auto", "--maxprocesses", "8", "--dist", "worksteal")
STAGES: Sequence[Sequence[Sequence[Step]]] = [
    [
        [
            Step("format", ["ruff", "format", "--check", "--quiet", *SOURCES]),
            Step("lint", ["ruff", "check", "--quiet", *SOURCES]),
            Step("imports", ["lint-imports", "--no-logo"]),
        ]
    ],
    [  # mypy keeps one processor for most of a minute, and what is fetched waits for the network
        [Step("types", ["mypy"])],
        [
            Step("front end", [sys.executable, "tools/build_frontend.py", "--check"]),
            Step("collection", ["pytest", "-qq", "--collect-only"]),  # leaves byte code that every worker would make
        ],
        [
            Step("emulators", [sys.executable, "-m", "tests.emulators.node"]),
            Step("media server", [sys.executable, "-m", "tests.e2e.livekit_server"]),
        ],
    ],
    [[Step("tests", ["pytest", "--quiet", "-ra", "-m", "not browser and not speech", *SIDE_BY_SIDE])]],
    [  # calls wait for most of their time; beside a spoken one runs what is typed
        [
            _in_real_time("spoken calls", "browser and speech", "-k", "not (room_call or azure_call)"),
            _in_real_time("calls in rooms and on Azure", "browser and speech", "-k", "room_call or azure_call"),
        ],
        [
            _in_real_time("engines and rooms", "speech and not browser"),
            _in_real_time("typed calls", "browser and not speech"),
        ],
    ],
]


def main() -> int:
    """Run every stage, or only `pytest` with the arguments given. Returns the exit status of the first failure."""
    if arguments := sys.argv[1:]:
        return _run(Step("tests", ["pytest", *arguments]))
    for lanes in STAGES:
        for step in _failures(lanes):
            if status := _once_more(step):
                print(f"{step.name} failed", file=sys.stderr)
                return status
    return 0


def _failures(lanes: Sequence[Sequence[Step]]) -> list[Step]:
    beside = len(lanes) > 1
    with ThreadPoolExecutor(len(lanes)) as threads:
        found = threads.map(lambda lane: [step for step in lane if _run(step, in_one_piece=beside)], lanes)
        return list(chain.from_iterable(found))


def _once_more(step: Step) -> int:
    if not step.real_time:
        return 1
    return _run(Step(f"once more what failed of {step.name}", [*step.command, "--last-failed"]))


def _run(step: Step, *, in_one_piece: bool = False) -> int:
    if not in_one_piece:
        print(f"== {step.name}", flush=True)
    began_s = time.monotonic()
    program = step.command[0] if Path(step.command[0]).is_absolute() else str(BIN / step.command[0])
    into = subprocess.PIPE if in_one_piece else None
    ended = subprocess.run(
        [program, *step.command[1:]],
        cwd=ROOT,
        env=ENVIRON,
        stdout=into,
        stderr=subprocess.STDOUT if in_one_piece else None,
        check=False,
    )
    shown = f"== {step.name}\n{_worth_showing(ended)}" if in_one_piece else ""
    print(f"{shown}   {step.name}: {time.monotonic() - began_s:.1f} s", flush=True)
    return ended.returncode


def _worth_showing(ended: "subprocess.CompletedProcess[bytes]") -> str:
    lines = ended.stdout.decode(errors="replace").splitlines(keepends=True)
    return "".join(lines if ended.returncode else lines[-LAST_LINES:])


if __name__ == "__main__":
    sys.exit(main())
