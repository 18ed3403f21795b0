"""The child's side of the pipe, in a real child."""

import io
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

from sparring.adapters.child_process.child import BROKEN_STATUS
from sparring.adapters.child_process.frames import Frame, read_frame

ECHO = """
from sparring.adapters.child_process.child import frame_pipes, obey
from sparring.adapters.child_process.frames import BrokenFrame, Frame
requests, write = frame_pipes()
print("a library that prints")
def accept(frame):
    if frame.kind == 9:
        raise BrokenFrame("not this one")
    write(Frame(frame.kind + 1, frame.number, frame.payload))
obey(requests, accept, max_bytes=100)
"""


def child(requests: bytes) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-c", ECHO], input=requests, capture_output=True, check=False, timeout=60)


def test_requests_are_answered_and_the_end_of_input_ends_the_child() -> None:
    """What is printed goes to standard error and never between the frames."""
    done = child(Frame(1, 7, b"a").packed() + Frame(3, 8).packed())
    stream = io.BytesIO(done.stdout)
    assert [read_frame(stream.read, max_bytes=100) for _ in range(3)] == [Frame(2, 7, b"a"), Frame(4, 8), None]
    assert b"a library that prints" in done.stderr
    assert done.returncode == 0


LOADS_FOR_EVER = """
import threading
from sparring.adapters.child_process.child import frame_pipes
from sparring.adapters.child_process.frames import Frame
_, write = frame_pipes()
write(Frame(1, 1))
threading.Event().wait()
"""


@pytest.mark.parametrize(
    "joined", [os.pipe, lambda: [end.detach() for end in socket.socketpair()]], ids=["pipe", "socket"]
)
def test_a_child_that_loads_for_ever_ends_with_its_parent(joined: Callable[[], Sequence[int]]) -> None:
    """It reads nothing yet; asyncio gives a child a socket, and others a pipe."""
    theirs, ours = joined()
    with subprocess.Popen([sys.executable, "-c", LOADS_FOR_EVER], stdin=theirs, stdout=subprocess.PIPE) as child:
        os.close(theirs)
        assert child.stdout is not None
        assert read_frame(child.stdout.read, max_bytes=100) == Frame(1, 1)
        os.close(ours)
        assert child.wait(timeout=60) == 0


@pytest.mark.parametrize("request_", [Frame(1, 1, bytes(101)).packed(), Frame(9, 1).packed()])
def test_a_request_that_is_broken_or_refused_ends_the_child_with_its_status(request_: bytes) -> None:
    """The pipe cannot be trusted any longer."""
    assert child(request_).returncode == BROKEN_STATUS
