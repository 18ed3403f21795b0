"""The child's side of a `ChildProcess`: frames in on standard input, frames out on what was standard output.

Flows in: requests, handed on one by one. Flows out: replies, whole even when several threads write.
"""

import array
import fcntl
import os
import select
import sys
import termios
import threading
from collections.abc import Callable
from typing import BinaryIO

from sparring.adapters.child_process.frames import BrokenFrame, Frame, read_frame

Write = Callable[[Frame], None]

BROKEN_STATUS = 2

_obeying = threading.Event()


def frame_pipes() -> tuple[BinaryIO, Write]:
    """Both ends for frames alone: whatever a library prints goes to stderr.

    From here on the process ends with its parent, also while it loads an engine and reads nothing yet.
    """
    threading.Thread(target=_end_with_parent, args=(sys.stdin.fileno(),), daemon=True).start()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    lock = threading.Lock()

    def write(frame: Frame) -> None:
        with lock:
            replies.write(frame.packed())
            replies.flush()

    return sys.stdin.buffer, write


def _end_with_parent(requests: int) -> None:
    """Until `obey` sees the end itself; what was asked for before is its matter too."""
    watch = select.poll()
    watch.register(requests, 0)  # a hang-up is told unasked
    watch.poll()
    unread = array.array("i", [0])
    fcntl.ioctl(requests, termios.FIONREAD, unread)
    if not unread[0] and not _obeying.is_set():
        os._exit(0)


def obey(requests: BinaryIO, accept: Callable[[Frame], None], *, max_bytes: int) -> None:
    """Take requests until the parent is gone, then end the process whatever it is doing.

    A request that is no frame, or that `accept` refuses with BrokenFrame, ends it with status `BROKEN_STATUS`.
    """
    _obeying.set()
    try:
        while (frame := read_frame(requests.read, max_bytes=max_bytes)) is not None:
            accept(frame)
    except BrokenFrame:
        os._exit(BROKEN_STATUS)
    os._exit(0)
