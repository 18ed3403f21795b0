"""`sparring agent` as an operator starts it, registered with a livekit-server of ours."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.serving import PROGRAM, end

READY_WITHIN_S = 300.0  # engines, imports and warm processes, on a machine that may be busy
STOP_WITHIN_S = 60.0
READY = "takes calls"


@dataclass(frozen=True, slots=True)
class Agent:
    """Running."""

    process: "subprocess.Popen[bytes]"
    log: Path

    def jobs(self) -> list[int]:
        """Processes that hold a room: only those have loaded LiveKit's client and have a thread for it."""
        return [child for child in _descendants(self.process.pid) if _has_a_room(child)]


@contextmanager
def agent(folder: Path, settings: Mapping[str, str]) -> Iterator[Agent]:
    """An agent until the block ends. `folder`: for its log; `settings` without the prefix, in lower case."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "agent.log"
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("SPARRING_")}
    environ = inherited | {f"SPARRING_{key.upper()}": value for key, value in settings.items()}
    with log.open("wb") as sink:
        process = subprocess.Popen([PROGRAM, "agent"], env=environ, stdout=sink, stderr=sink)
    try:
        _wait_until_ready(process, log)
        yield Agent(process, log)
    finally:
        end(process, within_s=STOP_WITHIN_S)


def _wait_until_ready(process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline_s = time.monotonic() + READY_WITHIN_S
    while READY not in log.read_text("utf-8", errors="replace"):
        assert process.poll() is None, f"the agent ended by itself:\n{log.read_text('utf-8', errors='replace')}"
        assert time.monotonic() < deadline_s, f"the agent was not ready:\n{log.read_text('utf-8', errors='replace')}"
        time.sleep(0.2)


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *_descendants(int(child))]
    return found


def _has_a_room(pid: int) -> bool:
    names = [task.read_text().strip() for task in Path(f"/proc/{pid}/task").glob("*/comm")]
    return any(name.startswith("worker_thread") or "AudioDevice" in name for name in names)
