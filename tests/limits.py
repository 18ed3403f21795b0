"""Limits that pytest-timeout cannot keep: of a test in an event loop, of clearing up after one, and of its work.

It raises from a signal, once. In a loop that is busy the error lands in whichever task has its turn, and the test waits
for ever; once a test has failed there is no limit any more, and what it left may never end. So a test in a loop is
cancelled by the loop, a little sooner; and a thread watches over clearing up: it shows every stack and ends the run.

A test that grows slow among eleven thousand is noticed by nobody. So each that is not marked `slow`, and keeps no real
time, has a budget, in a processor's time, which tells how much it does and not how busy the machine is.
"""

import asyncio
import faulthandler
import inspect
import os
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Generator
from functools import wraps
from typing import Any

import pytest

SOONER = 0.9
UNBUDGETED = ("slow", "browser", "speech")
BUDGET_S = 8.0  # the longest takes three on an idle processor, and twice that where two share a core
CLEARED_UP_WITHIN_S = 150  # an agent, a server and a media server have 95 s to stop


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A limit of its own for each test that is a coroutine."""
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.obj = _within(SOONER * _limit_s(item), item.obj)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Run it, and fail it where it worked too long for one that is not said to."""
    before_s = time.process_time()
    yield
    spent_s = time.process_time() - before_s
    if spent_s > BUDGET_S and not any(map(item.get_closest_marker, UNBUDGETED)):
        pytest.fail(f"{spent_s:.1f} s of a processor, budget {BUDGET_S:.1f}: make it quicker, or mark it slow", False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Clear up, and do not wait for ever."""
    watch = threading.Timer(CLEARED_UP_WITHIN_S, _end_the_run, (item,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _limit_s(item: pytest.Item) -> float:
    own = item.get_closest_marker("timeout")
    return float(own.args[0] if own else item.config.getoption("timeout") or 0)


def _within(limit_s: float, test: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @wraps(test)
    async def limited(*args: Any, **named: Any) -> None:
        async with asyncio.timeout(limit_s or None):
            await test(*args, **named)

    return limited


def _end_the_run(item: pytest.Item) -> None:
    item.config.pluginmanager.getplugin("capturemanager").suspend_global_capture(in_=True)
    sys.stderr.write(f"\nclearing up after {item.nodeid} was not over in {CLEARED_UP_WITHIN_S} s\n")
    faulthandler.dump_traceback(sys.stderr)
    os._exit(1)
