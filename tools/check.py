"""`./run test`: everything that must hold, the quick checks first; stops after the first stage in which a step fails.

A stage's lanes run side by side, a lane's steps one after the other. What a step beside another prints comes in one
piece when it is over: all of it where it failed, else its last lines.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = ROOT / ".venv" / "bin"
ENVIRON = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""A hundred tests start a process of ours: without byte code each of them compiles all it imports (1.8 s, 3.5)."""
LAST_LINES = 12
REAL_TIME_WITHIN_S = 600
"""A step in real time takes three to seven minutes; one that hangs must not keep CI until CI itself gives up."""
ENDED_WITHIN_S = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the environment's, or one with its whole path."""

    name: str
    command: Sequence[str]
    twice: bool = False
    """Real engines, browsers, sockets and processes keep real time: on a machine with other work one can be late. What
    fails is tried once more, alone, and said to have been; what fails twice fails."""
    within_s: int | None = None


REAL_TIME = ("tests/adapters/hearing", "tests/adapters/voice", "tests/e2e")
"""Where alone tests are marked `browser` or `speech`: to collect all others beside them takes half a minute a step."""


def _in_real_time(name: str, marks: str, *arguments: str) -> Step:
    cache = f"cache_dir=.pytest_cache/{name.replace(' ', '-')}"  # each has its own last failures
    stacks = "faulthandler_timeout=240"  # of every thread: a test that hangs in foreign code hears no signal
    ask = ["pytest", "--verbose", "-ra", "-o", cache, "-o", stacks, "-m", marks, *arguments, *REAL_TIME]
    return Step(name, ask, twice=True, within_s=REAL_TIME_WITHIN_S)


SOURCES = ("src", "tests", "bench", "tools", "functions")
WORKERS = min(8, (3 * (os.cpu_count() or 1) + 1) // 2)
"""Tests wait for a third of their time, for processes and for the clock: one worker a processor leaves it idle."""
SIDE_BY_SIDE = ("--numprocesses", str(WORKERS), "--dist", "worksteal")
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
    [[Step("tests", ["pytest", "--quiet", "-ra", "-m", "not browser and not speech", *SIDE_BY_SIDE], twice=True)]],
    [  # calls wait for most of their time; beside a spoken one runs what is typed
        [
            _in_real_time("calls in rooms and on Azure", "browser and speech", "-k", "room_call or azure_call"),
            _in_real_time("typed calls", "browser and not speech"),
        ],
        [
            _in_real_time("engines and rooms", "speech and not browser"),
            _in_real_time("spoken calls", "browser and speech", "-k", "not (room_call or azure_call)"),
        ],
    ],
]


def main() -> int:
    """Run every stage, or only `pytest` with the arguments given. Returns the exit status of the first failure."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in a shell's background no step could be asked to end
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if arguments := sys.argv[1:]:
        return _run(Step("tests", ["pytest", *arguments]))
    before = _unknown_files()
    for lanes in STAGES:
        for step in _failures(lanes):
            if status := _once_more(step):
                print(f"{step.name} failed", file=sys.stderr)
                return status
    return _left_behind(before)


def _unknown_files() -> set[str]:
    """What lies in the checkout that Git neither keeps nor ignores; nothing where there is no Git."""
    ask = ["git", "ls-files", "--others", "--exclude-standard"]
    try:
        told = subprocess.run(ask, cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        return set()
    return set(told.stdout.decode(errors="replace").splitlines())


def _left_behind(before: set[str]) -> int:
    """An empty log was committed once that nobody had written on purpose. On a desk the new file may be its owner's."""
    left = sorted(_unknown_files() - before)
    if left:
        print(f"left in the checkout: {', '.join(left)}", file=sys.stderr)
    return int(bool(left) and bool(os.environ.get("CI")))


def _failures(lanes: Sequence[Sequence[Step]]) -> list[Step]:
    beside = len(lanes) > 1
    with ThreadPoolExecutor(len(lanes)) as threads:
        found = threads.map(lambda lane: [step for step in lane if _run(step, in_one_piece=beside)], lanes)
        return list(chain.from_iterable(found))


def _once_more(step: Step) -> int:
    if not step.twice:
        return 1
    return _run(replace(step, name=f"once more what failed of {step.name}", command=[*step.command, "--last-failed"]))


def _run(step: Step, *, in_one_piece: bool = False) -> int:
    if not in_one_piece:
        print(f"== {step.name}", flush=True)
    began_s = time.monotonic()
    with tempfile.TemporaryFile() as printed:  # no pipe: whoever a test left behind would hold its other end
        status = _status(step, printed.fileno() if in_one_piece else None)
        printed.seek(0)
        shown = f"== {step.name}\n{_worth_showing(printed.read(), status)}" if in_one_piece else ""
    print(f"{shown}   {step.name}: {time.monotonic() - began_s:.1f} s", flush=True)
    return status


def _status(step: Step, into: int | None) -> int:
    program = step.command[0] if Path(step.command[0]).is_absolute() else str(BIN / step.command[0])
    command = [program, *step.command[1:]]
    errors = None if into is None else subprocess.STDOUT
    with subprocess.Popen(command, cwd=ROOT, env=ENVIRON, stdout=into, stderr=errors, process_group=0) as process:
        try:
            return process.wait(step.within_s)
        except subprocess.TimeoutExpired:
            return _stopped(step, process)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _stopped(step: Step, process: "subprocess.Popen[bytes]") -> int:
    """Asked to end, so that pytest says where it was; what cannot hear that is killed."""
    print(f"{step.name} was not over in {step.within_s} s", file=sys.stderr, flush=True)
    process.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(ENDED_WITHIN_S)
    return 1


def _worth_showing(printed: bytes, status: int) -> str:
    lines = printed.decode(errors="replace").splitlines(keepends=True)
    return "".join(lines if status else lines[-LAST_LINES:])


if __name__ == "__main__":
    sys.exit(main())
