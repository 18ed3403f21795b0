"""Sparring as a user starts it: `sparring serve` as a process, on a free port, with a data folder of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.fakes.loopback import free_port

READY_WITHIN_S = 240.0  # both engines are loaded and warmed up, on a machine that may be busy
STOP_WITHIN_S = 25.0
LOOK_EVERY_S = 0.2
PROGRAM = str(Path(sys.executable).with_name("sparring"))


@dataclass(frozen=True, slots=True)
class Served:
    """A running Sparring."""

    url: str
    data_dir: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    def words(self) -> str:
        """Everything the watchdog and both brains have written so far."""
        return self.log.read_text("utf-8", errors="replace")

    def process_id(self, name: str) -> int:
        """Of one of the two brains, `actor` or `grader`."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return next(int(child) for child in children if f"\0{name}\0" in Path(f"/proc/{child}/cmdline").read_text())


@contextmanager
def serving(folder: Path, settings: Mapping[str, str], *, speech: bool = True) -> Iterator[Served]:
    """Serve until the block ends.

    Args:
        folder: for the data and the log.
        settings: more variables, without the prefix and in lower case: `{"rejoin_s": "5"}`.
        speech: wait for both engines; else only for the pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "serve.log"
    own = {"SPARRING_PORT": str(port), "SPARRING_DATA_DIR": str(folder / "data")}
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("SPARRING_")}
    environ = inherited | own | {f"SPARRING_{key.upper()}": value for key, value in settings.items()}
    with log.open("wb") as sink:
        process = subprocess.Popen([PROGRAM, "serve"], env=environ, stdout=sink, stderr=sink)
    served = Served(f"http://localhost:{port}", folder / "data", log, process)
    try:
        _wait_until_ready(served, speech=speech)
        yield served
    finally:
        end(process, within_s=STOP_WITHIN_S)


def _wait_until_ready(served: Served, *, speech: bool) -> None:
    deadline_s = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline_s:
        if served.process.poll() is not None:
            raise AssertionError(f"sparring serve ended by itself:\n{served.words()}")
        engines = _engines(served.url)
        if engines is not None and (not speech or _speech_ready(engines)):
            return
        time.sleep(LOOK_EVERY_S)
    raise AssertionError(f"sparring serve was not ready within {READY_WITHIN_S:.0f} s:\n{served.words()}")


def _engines(url: str) -> dict[str, Any] | None:
    try:
        answer: dict[str, Any] = httpx.get(f"{url}/api/engines", timeout=5).json()
    except httpx.HTTPError:
        return None
    return answer


def _speech_ready(engines: dict[str, Any]) -> bool:
    for part in ("hearing", "voice"):
        if engines[part]["state"] == "failed":
            raise AssertionError(f"{part} failed: {engines[part]['sentence']}")
    return all(engines[part]["state"] == "ready" for part in ("hearing", "voice"))


def end(process: "subprocess.Popen[bytes]", *, within_s: float) -> None:
    """Ask it to stop, and do not wait for ever."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
