"""`sparring serve`: the two brains as two processes, watched over by a third that does nothing else."""

import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from sparring.cli.output import begin_logging, err, out
from sparring.errors import ConfigRejected

RESTART_AFTER_S = 1.0
GIVES_UP_AFTER = 5  # deaths within a minute
_MINUTE_S = 60.0
_STOP_WITHIN_S = 15.0
_LATER_WAIT_S = 10.0  # no longer: a brain that never gets up keeps nobody from being graded


def serve() -> None:
    """Serve the pages and the calls, and grade what is finished. Ctrl-C stops both."""
    from sparring.config import read_config  # noqa: PLC0415

    config = read_config(os.environ)
    if config.grader == "model":
        from sparring.bootstrap.judge import judge_settings  # noqa: PLC0415

        judge_settings(config)
    _refuse_unusable_folder(config.data_dir)
    _refuse_busy_port(config.host, config.port)
    out.print(f"Sparring is starting. Open [bold]{config.public_url()}[/] in a browser. Ctrl-C stops it.")
    watchdog = _Watchdog(["actor", "grader"], up=lambda: _listening(config.host, config.port), drain_s=config.drain_s)
    sys.exit(watchdog.run())


def actor(*, leash: Annotated[bool, typer.Option(hidden=True)] = False) -> None:
    """Brain 1 and the pages, alone."""
    import uvicorn  # noqa: PLC0415

    from sparring.bootstrap.actor import build_actor  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.web.draining import DrainingServer  # noqa: PLC0415

    _begin(leash=leash)
    config = read_config(os.environ)
    app = build_actor(config)
    served = uvicorn.Config(app, host=config.host, port=config.port, log_level="warning", ws_max_size=131_072)
    DrainingServer(served, app.state.services.desk.drain, drain_s=config.drain_s).run()


def grader(*, leash: Annotated[bool, typer.Option(hidden=True)] = False) -> None:
    """Brain 2's worker alone: grade what lies in the air gap, send the reports, until stopped."""
    import asyncio  # noqa: PLC0415

    from sparring.bootstrap.grader import build_grader  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.grade.loop import stop_on_signals  # noqa: PLC0415

    _begin(leash=leash)
    config = read_config(os.environ)

    async def work() -> None:
        await build_grader(config).run(stop_on_signals())

    asyncio.run(work())


def _begin(*, leash: bool) -> None:
    begin_logging()
    if leash:
        threading.Thread(target=_stop_with_parent, name="leash", daemon=True).start()


def _stop_with_parent() -> None:
    """Standard input is a pipe that only the watchdog holds: its end is the watchdog's end, however that came."""
    while os.read(sys.stdin.fileno(), 4_096):  # not the buffered reader: its lock aborts an interpreter that shuts down
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _refuse_busy_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigRejected(_why_not_bound(error, host, port)) from None


def _listening(host: str, port: int) -> bool:
    try:
        with socket.create_connection((_reached_at(host), port), timeout=1.0):
            return True
    except OSError:
        return False


def _reached_at(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - looked for, not bound


def _why_not_bound(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken, perhaps by another Sparring. Stop it, or choose another: SPARRING_PORT=8001."
    if isinstance(error, PermissionError):
        return f"This account may not listen on port {port}. Choose one from 1024 on: SPARRING_PORT=8000."
    return f"This machine has no address {host} to listen on. Choose one that it has: SPARRING_HOST=127.0.0.1."


def _refuse_unusable_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ConfigRejected(
            f"The data folder {folder} cannot be used ({error.strerror}). Choose another: SPARRING_DATA_DIR=…"
        ) from None


class _Watchdog:
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
                child.wait(_STOP_WITHIN_S)
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
