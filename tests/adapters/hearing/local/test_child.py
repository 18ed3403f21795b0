"""The recognising process: jobs in, replies out, and it never outlives its parent."""

import io
import os
import select
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sparring.adapters.child_process.frames import BrokenFrame, Frame, read_frame
from sparring.adapters.hearing.local.child import HearingServer
from sparring.adapters.hearing.local.engine import NotWanted
from sparring.adapters.hearing.local.log_mel import Samples
from sparring.adapters.hearing.local.wire import HearingMessage, Request, unpacked_heard
from sparring.ports import Heard


class Scripted:
    """An engine whose hint says how it behaves."""

    at_once = 2

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.go_on = threading.Event()

    def hear(self, samples: Samples, *, hint: str, words: bool, wanted: Callable[[], bool]) -> Heard:
        """Echoes what it was given."""
        if hint == "raise":
            raise RuntimeError("the engine's own trouble")
        if hint == "wait":
            self.entered.release()
            self.go_on.wait()
        if not wanted():
            raise NotWanted
        return Heard(f"{len(samples)} {samples.max():.2f} {words}", 0.5, unsure=False, words=(), decode_ms=2.0)

    def work_ms(self) -> float:
        """Not used here."""
        return 1.0


class Replies:
    """What the server wrote."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.written = threading.Semaphore(0)

    def write(self, frame: Frame) -> None:
        """Takes one frame."""
        self.frames.append(frame)
        self.written.release()


def _job(number: int, hint: str = "", *, words: bool = False) -> Frame:
    pcm = np.array([0, 16384, -16384], np.int16).tobytes()
    return Frame(HearingMessage.HEAR, number, Request(pcm, hint, words).packed())


def test_a_job_is_answered_with_its_number() -> None:
    """Samples arrive as floats, and the wish for words with them."""
    replies = Replies()
    server = HearingServer(Scripted(), replies.write)
    job = _job(4, words=True)
    server.accept(job)
    server.answer(job)
    (reply,) = replies.frames
    assert (reply.kind, reply.number) == (HearingMessage.HEARD, 4)
    assert unpacked_heard(reply.payload).text == "3 0.50 True"


def test_an_engine_that_raises_fails_one_job() -> None:
    """Nothing of the engine's message is passed on: it might hold words."""
    replies = Replies()
    server = HearingServer(Scripted(), replies.write)
    for job in (_job(1, "raise"), _job(2)):
        server.accept(job)
        server.answer(job)
    assert [(frame.kind, frame.number) for frame in replies.frames] == [
        (HearingMessage.FAILED, 1),
        (HearingMessage.HEARD, 2),
    ]
    assert replies.frames[0].payload == b""


def test_a_cancelled_job_is_dropped_at_the_next_step() -> None:
    """Also when it is already under way."""
    engine, replies = Scripted(), Replies()
    server = HearingServer(engine, replies.write)
    server.start()
    server.accept(_job(1, "wait"))
    engine.entered.acquire()
    server.accept(Frame(HearingMessage.CANCEL, 1))
    engine.go_on.set()
    replies.written.acquire()
    assert [(frame.kind, frame.number) for frame in replies.frames] == [(HearingMessage.DROPPED, 1)]


def test_a_stale_job_does_not_hold_up_the_next() -> None:
    """Two stretches are recognised at the same time."""
    engine, replies = Scripted(), Replies()
    server = HearingServer(engine, replies.write)
    server.start()
    server.accept(_job(1, "wait"))
    engine.entered.acquire()
    server.accept(_job(2))
    replies.written.acquire()
    assert [frame.number for frame in replies.frames] == [2]
    engine.go_on.set()


def test_a_frame_of_another_kind_is_refused() -> None:
    """A parent that talks differently is not ours."""
    with pytest.raises(BrokenFrame):
        HearingServer(Scripted(), Replies().write).accept(Frame(HearingMessage.READY, 1))


ENGINE = '''
"""Becomes the child's engine: loads nothing, hears nothing, for ever."""
import sys, time
from pathlib import Path
import sparring.adapters.hearing.local.engine as engine
from sparring.errors import HearingFailed
class Endless:
    at_once = 1
    def hear(self, samples, **_): time.sleep(600)
    def work_ms(self): return 1.5
def open_engine(name, cache_dir, progress):
    progress(0.5, "Half way")
    print("a library that prints")
    if name == "broken":
        raise HearingFailed("It is broken.")
    return Endless()
engine.ENGINE_MODULES.update({"endless": "__main__", "broken": "__main__"})
from sparring.adapters.hearing.local.child import main
if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(".")))
'''


def _frames(out: bytes) -> list[Frame]:
    stream, frames = io.BytesIO(out), []
    while (frame := read_frame(stream.read, max_bytes=2**20)) is not None:
        frames.append(frame)
    return frames


def _run(name: str, requests: bytes) -> tuple[int, list[Frame]]:
    done = subprocess.run([sys.executable, "-c", ENGINE, name], input=requests, capture_output=True, check=False)
    return done.returncode, _frames(done.stdout)


def test_the_process_ends_with_its_parent_in_the_middle_of_a_job() -> None:
    """The end of its input is the end, whatever the engine is doing; prints of libraries do not break the stream."""
    code, frames = _run("endless", _job(1).packed())
    assert code == 0
    assert [frame.kind for frame in frames] == [HearingMessage.PROGRESS, HearingMessage.PROGRESS, HearingMessage.READY]


PARENT = '''
"""Starts a child that works for ever, says which process it is, and waits to be killed."""
import asyncio, sys
from sparring.adapters.child_process.parent import ChildProcess
from sparring.adapters.child_process.frames import Frame
from sparring.adapters.hearing.local.wire import HearingMessage, Request

async def main():
    ready = asyncio.Event()
    child = ChildProcess(
        [sys.executable, "-c", sys.argv[1], "endless"],
        on_frame=lambda frame: ready.set() if frame.kind == HearingMessage.READY else None,
        on_gone=lambda: None,
    )
    await child.start()
    await ready.wait()
    child.send(Frame(HearingMessage.HEAR, 1, Request(bytes(64), "", False).packed()))
    print(child._process.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
'''


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to watch a process that is not ours")
def test_a_killed_parent_leaves_no_child() -> None:
    """Nobody closes the pipe of a process that gets `kill -9`, except the operating system."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, ENGINE], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = os.pidfd_open(int(parent.stdout.readline()))
    parent.kill()
    parent.communicate()
    ended, _, _ = select.select([child], [], [], 30)
    os.close(child)
    assert ended


def test_an_engine_that_cannot_be_opened_is_a_sentence() -> None:
    """The parent shows it to people."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", ENGINE, "broken"], stdin=pipe, stdout=pipe) as child:
        assert child.stdout is not None
        frames = _frames(child.stdout.read())
        assert (child.wait(), frames[-1]) == (1, Frame(HearingMessage.FAILED, 0, b"It is broken."))


def test_rubbish_from_the_parent_ends_the_process() -> None:
    """A stream that lost its frames is not guessed at."""
    assert _run("endless", Frame(200, 1).packed())[0] == 2


@pytest.mark.speech
def test_the_real_child_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    """Started as the parent starts it, with a real engine: the end of the input ends it."""
    command = [sys.executable, "-m", "sparring.adapters.hearing.local.child", "pocketsphinx", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        while (frame := read_frame(child.stdout.read, max_bytes=2**20)) and frame.kind != HearingMessage.READY:
            pass
        child.stdin.close()
        assert (child.wait(), frame is not None) == (0, True)
