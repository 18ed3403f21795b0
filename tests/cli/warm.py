"""Commands that start at once: each is a fork of a process that has loaded what they need (`tests/cli/forked.py`).

A command runs from the first line of `main` to the interpreter's own end, in a process of its own; only the loading of
modules, most of a second each time, lies behind it. How each starts from nothing is tried in `tests/cli/test_cli.py`.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parents[2]
ENDS_WITHIN_S = 60.0


class WarmCommands:
    """The process that is forked."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.cli.forked", str(theirs.fileno())]
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        environ = os.environ | {"PYTHONPATH": path}
        self._process = subprocess.Popen(command, env=environ, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()

    def run(self, arguments: Sequence[str], environ: Mapping[str, str], stdin: str) -> tuple[int, str, str]:
        """One command: its exit status, and what it wrote to both streams."""
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin.encode())
            given.seek(0)
            request = json.dumps({"arguments": [*arguments], "environ": {**environ}}).encode()
            socket.send_fds(self._socket, [request], [given.fileno(), out.fileno(), err.fileno()])
            status = self._status(int(self._socket.recv(100)))
            return status, _text(out), _text(err)

    def _status(self, process_id: int) -> int:
        self._socket.settimeout(ENDS_WITHIN_S)
        try:
            return int(self._socket.recv(100))
        except TimeoutError:
            os.kill(process_id, signal.SIGKILL)
            self._socket.settimeout(None)
            self._socket.recv(100)  # how that ended, which is no answer to what is asked next
            raise AssertionError(f"not over in {ENDS_WITHIN_S:.0f} s") from None
        finally:
            self._socket.settimeout(None)

    def close(self) -> None:
        """It ends as soon as nobody can ask it any more."""
        self._socket.close()
        self._process.wait()


@cache
def warm_commands() -> WarmCommands:
    """One for all tests of a process."""
    commands = WarmCommands()
    atexit.register(commands.close)
    return commands


def _text(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode())
