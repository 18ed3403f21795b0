"""`./run test`: everything that must hold, the quick checks first; stops at the first step that fails."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = ROOT / ".venv" / "bin"

SIDE_BY_SIDE = ["--numprocesses", "auto", "--maxprocesses", "8", "--dist", "worksteal"]
STEPS: list[tuple[str, list[str]]] = [
    ("format", ["ruff", "format", "--check", "--quiet", "src", "tests", "bench", "tools", "functions"]),
    ("lint", ["ruff", "check", "--quiet", "src", "tests", "bench", "tools", "functions"]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports", "--no-logo"]),
    ("front end", [sys.executable, "tools/build_frontend.py", "--check"]),
    ("emulators", [sys.executable, "-m", "tests.emulators.node"]),
    ("tests", ["pytest", "--quiet", "-ra", "-m", "not browser and not speech", *SIDE_BY_SIDE]),
]
REAL_TIME = ["pytest", "--quiet", "-ra", "-m", "browser or speech"]
"""Real engines and a real browser keep real time: on a machine with other work a call can stutter. What fails is tried
once more, alone, and said to have been; what fails twice fails."""


def main() -> int:
    """Run every step, or only `pytest` with the arguments given. Returns the exit status of the first failure."""
    if arguments := sys.argv[1:]:
        return _run("tests", ["pytest", *arguments])
    for name, command in STEPS:
        status = _run(name, command)
        if status:
            print(f"{name} failed", file=sys.stderr)
            return status
    return _run("tests in real time", REAL_TIME) and _run("once more what failed", [*REAL_TIME, "--last-failed"])


def _run(name: str, command: list[str]) -> int:
    print(f"== {name}", flush=True)
    began_s = time.monotonic()
    program = command[0] if Path(command[0]).is_absolute() else str(BIN / command[0])
    status = subprocess.run([program, *command[1:]], cwd=ROOT, env=os.environ, check=False).returncode
    print(f"   {name}: {time.monotonic() - began_s:.1f} s", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
