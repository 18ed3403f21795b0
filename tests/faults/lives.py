"""Short lives of a process, to be killed at any moment: the parent has imported everything, a life is a fork of it."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from typing import Any


def time_of(work: Callable[[], Any]) -> float:
    """How long it takes, in seconds."""
    began_s = time.monotonic()
    work()
    return time.monotonic() - began_s


def fork(work: Coroutine[Any, Any, None], *, wait: bool = True) -> int:
    """Run `work` in a process of its own; its id."""
    child = os.fork()
    if child == 0:
        asyncio.run(work)
        os._exit(0)
    work.close()
    if wait and os.waitpid(child, 0)[1] != 0:
        raise SystemExit("a life that was not killed failed")
    return child
