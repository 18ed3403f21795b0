"""Makes `functions/` a whole deployment: brain 2's source beside the function, and its packages as the lock has them.

    python tools/stage_function.py            # before `azd package`; needs Python alone
    python tools/stage_function.py --pins     # after a change of uv.lock: writes functions/requirements.txt anew

Flows in: `src/sparring`, `uv.lock`. Flows out: `functions/sparring` (not in version control) and the requirements.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FUNCTIONS = ROOT / "functions"
PINS = FUNCTIONS / "requirements.txt"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "pages.tar.xz", "weights", "*.pyc")
"""Pages and voices are brain 1's."""


def main() -> int:
    """Stage, or write the pins."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pins", action="store_true")
    if options.parse_args().pins:
        PINS.write_text(pinned(), "utf-8")
    else:
        stage(FUNCTIONS / "sparring")
    return 0


def stage(target: Path) -> None:
    """Brain 2's source at `target`, in place of what was there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "src" / "sparring", target, ignore=LEFT_OUT)


def pinned() -> str:
    """The group `function` as locked, for every Python and system."""
    command = [_uv(), "export", "--locked", "--only-group", "function", "--no-emit-project", "--no-header"]
    quiet = ["--no-annotate", "--no-hashes", "--quiet"]
    return subprocess.run([*command, *quiet], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _uv() -> str:
    private = ROOT / ".uv" / "bin" / "uv"
    return shutil.which("uv") or str(private)


if __name__ == "__main__":
    sys.exit(main())
