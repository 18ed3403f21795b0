"""A child process: frames both ways, an end however it comes, and nothing left behind."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator

import pytest

from sparring.adapters.child_process.frames import Frame
from sparring.adapters.child_process.parent import ChildProcess

ECHO = """
import sys
from sparring.adapters.child_process.frames import read_frame
while (frame := read_frame(sys.stdin.buffer.read, max_bytes=99)) is not None:
    if frame.kind == 9:
        sys.exit(3)
    sys.stdout.buffer.write(frame.packed()); sys.stdout.buffer.flush()
"""
DEAF = "import time\nwhile True: time.sleep(9)"
NONSENSE = "import sys, time; sys.stdout.write('x' * 99); sys.stdout.flush(); time.sleep(99)"


class Watcher:
    """Remembers what a child did."""

    def __init__(self) -> None:
        self.frames: asyncio.Queue[Frame] = asyncio.Queue()
        self.gone = asyncio.Event()
        self.times_told = 0

    def child(self, source: str) -> ChildProcess:
        """Runs `source` in a Python of its own."""
        return ChildProcess([sys.executable, "-c", source], on_frame=self.frames.put_nowait, on_gone=self._ended)

    def _ended(self) -> None:
        self.times_told += 1
        self.gone.set()


def killed(child: ChildProcess) -> bool:
    """Whether it ended by a signal that it could not ignore."""
    return child._process is not None and child._process.returncode == -signal.SIGKILL


@pytest.fixture
async def watcher() -> AsyncIterator[Watcher]:
    """Fails when a test leaves a task behind."""
    yield Watcher()
    assert "child-frames" not in {task.get_name() for task in asyncio.all_tasks()}


async def test_frames_go_both_ways_and_closing_the_input_ends_the_child(watcher: Watcher) -> None:
    """A child that reads to the end of its input needs no signal."""
    child = watcher.child(ECHO)
    await child.start()
    child.send(Frame(1, 5, b"hello"))
    assert await watcher.frames.get() == Frame(1, 5, b"hello")
    await child.close()
    assert watcher.gone.is_set()


async def test_a_child_that_dies_is_noticed(watcher: Watcher) -> None:
    """Its end is told once, and sending to it afterwards is harmless."""
    child = watcher.child(ECHO)
    await child.start()
    child.send(Frame(9, 0))
    await watcher.gone.wait()
    child.send(Frame(1, 0))
    await child.close()
    assert watcher.times_told == 1


async def test_a_child_that_ends_by_itself_is_left_its_status(
    watcher: Watcher, caplog: pytest.LogCaptureFixture
) -> None:
    """A signal to one that is about to end took its status from asyncio, which warned of an unknown process."""
    children = [watcher.child("pass") for _ in range(3)]
    for child in children:
        await child.start()
    await watcher.gone.wait()
    for child in children:
        await child.close()
    assert caplog.records == []


async def test_a_child_that_sends_nonsense_is_killed(watcher: Watcher) -> None:
    """A stream that lost its frames cannot be trusted again."""
    child = watcher.child(NONSENSE)
    await child.start()
    await watcher.gone.wait()
    await child.close()
    assert killed(child)


async def test_a_deaf_child_is_killed_at_the_end(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing never waits longer than its limit."""
    monkeypatch.setattr("sparring.adapters.child_process.parent.END_LIMIT_S", 0.05)
    child = watcher.child(DEAF)
    await child.start()
    await child.close()
    assert killed(child)


async def test_a_program_that_is_not_there_is_an_error(watcher: Watcher) -> None:
    """Nothing has started, so there is nothing to close."""
    child = ChildProcess(["/nowhere/program"], on_frame=watcher.frames.put_nowait, on_gone=watcher.gone.set)
    with pytest.raises(OSError, match="nowhere"):
        await child.start()
    child.kill()
    await child.close()
