"""The watchdog of the event loop."""

import asyncio
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
    assert watch.stalls >= 1
    assert watch.lag_ms() > 100
    assert "test_loop_watch.py" in caplog.text


def test_a_loop_that_was_never_watched_has_no_lag() -> None:
    """Nothing is made up, and stopping is harmless."""
    watch = LoopWatch()
    watch.stop()
    assert watch.lag_ms() == 0.0
