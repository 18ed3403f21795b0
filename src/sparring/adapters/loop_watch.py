"""Watches the event loop from a thread: how late it is, and who holds it.

Flows in: nothing but time. Flows out: `lag_ms` for the door (no new call on a loop that cannot keep up) and a log line
with file and line of the code that blocked, never with its values. It is a warning while a call is live, and only when
code of this process held the loop: one that merely waited for a processor is late, and names nobody.
"""

import asyncio
import logging
import selectors
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger(__name__)

PROBE_EVERY_S = 0.05
STALL_S = 0.05  # nothing in a live call may hold the loop this long
REMEMBER_PROBES = 100


class LoopWatch:
    """One watchdog for the loop it is started on.

    Args:
        in_call: whether somebody would hear a stall now; without a call it is logged below a warning.
    """

    def __init__(self, *, in_call: Callable[[], bool] = lambda: True) -> None:
        self._in_call = in_call
        self._lags_s: deque[float] = deque(maxlen=REMEMBER_PROBES)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Watch the running loop from now on."""
        loop, owner = asyncio.get_running_loop(), threading.get_ident()
        self._thread = threading.Thread(target=self._watch, args=(loop, owner), name="loop-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=1)

    def lag_ms(self) -> float:
        """95th percentile of the last five seconds' probes."""
        lags = sorted(self._lags_s.copy())  # the thread goes on adding
        return 1000 * lags[min(len(lags) - 1, int(0.95 * len(lags)))] if lags else 0.0

    def worst_ms(self) -> float:
        """The longest of the last five seconds' probes."""
        return 1000 * max(self._lags_s.copy(), default=0.0)

    def _watch(self, loop: asyncio.AbstractEventLoop, owner: int) -> None:
        while not self._stop.wait(PROBE_EVERY_S):
            answered = threading.Event()
            asked_s = time.monotonic()
            try:
                loop.call_soon_threadsafe(answered.set)
            except RuntimeError:
                return  # the loop is closed
            if not answered.wait(STALL_S):
                self._report(owner)
                answered.wait(10)
            self._lags_s.append(time.monotonic() - asked_s)

    def _report(self, owner: int) -> None:
        frame = sys._current_frames().get(owner)  # noqa: SLF001 - the documented way to see another thread's stack
        stack = traceback.extract_stack(frame)[-6:] if frame else []
        if stack and stack[-1].filename == selectors.__file__:
            return  # the loop waits for work
        places = ["/".join(Path(line.filename).parts[-2:]) + f":{line.lineno}" for line in stack]
        level = logging.WARNING if self._in_call() else logging.INFO
        log.log(level, "event loop held for over %d ms at %s", STALL_S * 1000, " < ".join(reversed(places)))
