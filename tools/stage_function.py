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
BRAIN_ONE = (
    "web/pages.tar.xz",
    "adapters/voice/local/weights",
    "speech_acts/learned/weights/question_vectors.npz",
    "speech_acts/learned/weights/sentence_encoder.npz",
)
"""What only brain 1 reads, and most of the package's size."""


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
    package = ROOT / "src" / "sparring"
    kept_out = {package / name for name in BRAIN_ONE}

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) in kept_out or name.endswith((".pyc", "__pycache__"))]

    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(package, target, ignore=left_out)


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
