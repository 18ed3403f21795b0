"""`sparring serve`: the two brains as two processes, watched over by a third that does nothing else."""

import errno
import logging
import os
import socket
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.output import begin_logging, out
from sparring.cli.watchdog import STOP_WITHIN_S, Watchdog, stop_with_parent
from sparring.errors import ConfigRejected

if TYPE_CHECKING:
    from sparring.config import Config

log = logging.getLogger(__name__)


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
    watchdog = Watchdog(["actor", "grader"], up=lambda: _listening(config.host, config.port), drain_s=config.drain_s)
    sys.exit(watchdog.run())


def actor(*, leash: Annotated[bool, typer.Option(hidden=True)] = False) -> None:
    """Brain 1 and the pages, alone."""
    from sparring.bootstrap.actor import build_actor  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.web.draining import DrainingServer, server_config  # noqa: PLC0415

    config = read_config(os.environ)
    _begin(leash=leash, drain_s=config.drain_s)
    app = build_actor(config)
    _say_who_is_believed(config)
    served = server_config(app, host=config.host, port=config.port)
    DrainingServer(served, app.state.services.active_calls.drain, drain_s=config.drain_s).run()


def _say_who_is_believed(config: "Config") -> None:
    """Where a header names people; without one there is nothing that could be forged."""
    from sparring.bootstrap.log_in import assumed_of_log_in  # noqa: PLC0415

    if config.identity_header is None:
        return
    uses, state, sentence = assumed_of_log_in(config)
    if state == "warn":
        log.warning("Log-in: %s. %s", uses, sentence)
    else:
        out.print(f"Log-in: {uses}. {sentence}", markup=False)


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


def _begin(*, leash: bool, drain_s: int = 0) -> None:
    begin_logging()
    if leash:
        threading.Thread(target=stop_with_parent, args=[drain_s + STOP_WITHIN_S], name="leash", daemon=True).start()


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
