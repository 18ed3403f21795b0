"""The watchdog of `sparring serve`, over both brains as real processes."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.loopback import free_port

STARTS_WITHIN_S = 60.0


def environment(port: int, data: Path) -> dict[str, str]:
    """Typed calls only: the engines are not what is tested here."""
    return {
        **os.environ,
        "SPARRING_PORT": str(port),
        "SPARRING_DATA_DIR": str(data),
        "SPARRING_HEARING": "none",
        "SPARRING_VOICE": "none",
    }


@contextmanager
def serving(port: int, data: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "sparring", "serve"],
        env=environment(port, data),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(happened: Callable[[], bool], within_s: float = STARTS_WITHIN_S) -> None:
    deadline_s = time.monotonic() + within_s
    while not happened():
        assert time.monotonic() < deadline_s, "it did not happen in time"
        time.sleep(0.1)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError as answer:
        return answer.code == 503  # up, and late on a machine with other work
    except OSError:
        return False


def brains_of(watchdog: int) -> dict[str, int]:
    """The watchdog's children by name."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if parent == watchdog and b"sparring" in words:
            found[words[words.index(b"sparring") + 1].decode()] = int(entry.name)
    return found


def has_ended(pid: int) -> bool:
    """Whether it runs no more: an orphan that ended keeps its entry until the machine's first process looks for it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="children are found through /proc")
def test_a_brain_that_dies_is_started_again_and_both_stop_together(tmp_path: Path) -> None:
    """Killing the actor brings a new one; stopping the watchdog leaves nobody behind."""
    port = free_port()
    with serving(port, tmp_path) as watchdog:
        until(lambda: answers(port))
        until(lambda: set(brains_of(watchdog.pid)) == {"actor", "grader"})
        first = brains_of(watchdog.pid)
        os.kill(first["actor"], signal.SIGKILL)
        until(lambda: brains_of(watchdog.pid).get("actor", first["actor"]) != first["actor"])
        until(lambda: answers(port))
        second = brains_of(watchdog.pid)
        assert second["grader"] == first["grader"]
        watchdog.send_signal(signal.SIGTERM)
        assert watchdog.wait(30) == 0
        assert watchdog.stdout is not None
        assert "Fatal Python error" not in watchdog.stdout.read()
        assert all(has_ended(pid) for pid in second.values())


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="children are found through /proc")
def test_brains_do_not_outlive_a_watchdog_that_is_killed(tmp_path: Path) -> None:
    """Their leash is the watchdog's end of a pipe."""
    port = free_port()
    with serving(port, tmp_path) as watchdog:
        until(lambda: set(brains_of(watchdog.pid)) == {"actor", "grader"})
        brains = brains_of(watchdog.pid)
        watchdog.kill()
        watchdog.wait()
        until(lambda: all(has_ended(pid) for pid in brains.values()), within_s=30)


def test_a_brain_that_hears_no_signal_ends_without_its_watchdog_too() -> None:
    """Nobody else would end it: what it was asked to do and did not within its time is done to it."""
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); from sparring.cli.watchdog import *; "
    brain = subprocess.Popen([sys.executable, "-c", f"{deaf} stop_with_parent(0.1)"], stdin=subprocess.PIPE)
    assert brain.poll() is None
    brain.communicate()
    assert brain.returncode == -signal.SIGKILL
