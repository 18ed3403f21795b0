"""The watchdog of the event loop."""

import asyncio
import logging
import selectors
import sys
import threading
import time

import pytest

from sparring.adapters.loop_watch import LoopWatch


def hold_the_loop(seconds: float) -> None:
    """Blocking work where none is allowed."""
    time.sleep(seconds)


def test_a_blocked_loop_is_counted_and_its_offender_named(caplog: pytest.LogCaptureFixture) -> None:
    """The log line holds the file and line that blocked, and the lag is seen."""

    async def scenario() -> LoopWatch:
        watch = LoopWatch()
        watch.start()
        await asyncio.sleep(0.1)
        hold_the_loop(0.3)
        await asyncio.sleep(0.2)
        watch.stop()
        return watch

    watch = asyncio.run(scenario())
    assert watch.lag_ms() > 100
    assert "test_loop_watch.py" in caplog.text


def test_without_a_call_a_held_loop_is_no_warning(caplog: pytest.LogCaptureFixture) -> None:
    """Imports at start hold the loop where nobody hears it; the lag is known all the same."""

    async def scenario() -> LoopWatch:
        watch = LoopWatch(in_call=lambda: False)
        watch.start()
        await asyncio.sleep(0.1)
        hold_the_loop(0.3)
        await asyncio.sleep(0.2)
        watch.stop()
        return watch

    with caplog.at_level(logging.INFO, logger="sparring.adapters.loop_watch"):
        watch = asyncio.run(scenario())
    assert watch.worst_ms() > 100
    assert {record.levelno for record in caplog.records if "test_loop_watch.py" in record.message} == {logging.INFO}


def test_a_loop_that_waits_for_work_is_named_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    """A process without a processor is late, and no line of code is to blame."""
    watch = LoopWatch()
    waiting = threading.Thread(target=selectors.DefaultSelector().select, args=(0.5,), daemon=True)
    waiting.start()
    assert waiting.ident
    while sys._current_frames()[waiting.ident].f_code.co_filename != selectors.__file__:
        time.sleep(0)
    watch._report(waiting.ident)
    assert caplog.records == []
    waiting.join()


def test_a_loop_that_was_never_watched_has_no_lag() -> None:
    """Nothing is made up, and stopping is harmless."""
    watch = LoopWatch()
    watch.stop()
    assert watch.lag_ms() == 0.0
