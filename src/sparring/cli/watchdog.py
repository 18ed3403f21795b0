"""The watchdog of `sparring serve`: processes that are started again when they die, and end with it.

Flows in: names of commands. Flows out: an exit status. It carries no calls and imports no engine: little in it can die.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from sparring.cli.output import err

RESTART_AFTER_S = 1.0
GIVES_UP_AFTER = 5  # deaths within a minute
_MINUTE_S = 60.0
STOP_WITHIN_S = 15.0
_LATER_WAIT_S = 10.0  # no longer: a brain that never gets up keeps nobody from being graded


class Watchdog:
    """Starts both brains again when they die, and stops them together: the actor first where it may drain.

    The first of `names` has the machine to itself until it is `up`: two that load side by side on two processors keep
    the first page from the rep for half a second.
    """

    def __init__(self, names: list[str], *, up: Callable[[], bool], drain_s: int) -> None:
        first, *self._later = names
        self._up, self._later_from_s = up, time.monotonic() + _LATER_WAIT_S
        self._drain_s = drain_s
        self._children = {first: _spawn(first)}
        self._deaths: dict[str, list[float]] = {name: [] for name in names}
        self._stopping = self._at_once = False

    def run(self) -> int:
        """Exit status: 0 after a stop that was asked for, 1 when a brain cannot be kept alive."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        while not self._stopping:
            time.sleep(0.2)
            for name, child in self._children.items():
                if child.poll() is not None and not self._stopping and not self._revive(name):
                    self._shut_down()
                    return 1
            self._start_later()
        self._shut_down()
        return 0

    def _start_later(self) -> None:
        if self._later and not self._stopping and (time.monotonic() >= self._later_from_s or self._up()):
            self._children |= {name: _spawn(name) for name in self._later}
            self._later = []

    def _stop(self, number: int, _: object) -> None:
        self._at_once = self._stopping or number == signal.SIGINT
        self._stopping = True

    def _revive(self, name: str) -> bool:
        now_s = time.monotonic()
        deaths = [at_s for at_s in self._deaths[name] if now_s - at_s < _MINUTE_S] + [now_s]
        self._deaths[name] = deaths
        if len(deaths) >= GIVES_UP_AFTER:
            err.print(f"The {name} stopped {GIVES_UP_AFTER} times within a minute. Its last messages stand above.")
            return False
        err.print(f"The {name} stopped (status {self._children[name].returncode}). Starting it again.")
        time.sleep(RESTART_AFTER_S)
        self._children[name] = _spawn(name)
        return True

    def _shut_down(self) -> None:
        if self._drain_s and not self._at_once:
            self._let_calls_end(self._children["actor"])
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        for child in self._children.values():
            try:
                child.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                child.kill()

    def _let_calls_end(self, actor: "subprocess.Popen[bytes]") -> None:
        """Their grades come meanwhile; the grader is stopped last."""
        actor.terminate()
        until_s = time.monotonic() + self._drain_s
        while actor.poll() is None and time.monotonic() < until_s and not self._at_once:
            time.sleep(0.2)


def _spawn(name: str) -> "subprocess.Popen[bytes]":
    # a session of its own: Ctrl-C reaches the watchdog alone, which then stops both in order
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "sparring", name, "--leash"], stdin=subprocess.PIPE, start_new_session=True
    )


def stop_with_parent(within_s: float) -> None:
    """Standard input is a pipe that only the watchdog holds: its end is the watchdog's end, however that came.

    Args:
        within_s: what is left of this process then has no watchdog that would end it, and ends itself.
    """
    while os.read(sys.stdin.fileno(), 4_096):  # not the buffered reader: its lock aborts an interpreter that shuts down
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(within_s)
    os.kill(os.getpid(), signal.SIGKILL)
