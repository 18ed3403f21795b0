"""What goes on beside a call."""

import asyncio
import logging

import pytest

from sparring.adapters.background_tasks import CallTasks
from sparring.errors import NoRoomForCall
from sparring.ids import CallId

CALL = CallId("c_0123456789abcdef0123456789abcdef")


async def test_work_is_done_and_its_result_can_be_awaited() -> None:
    """Whoever spawns work may wait for what comes of it."""

    async def work() -> int:
        return 7

    assert await CallTasks(CALL).spawn(work(), "work") == 7


async def test_work_that_fails_is_said_by_code_and_name_alone(caplog: pytest.LogCaptureFixture) -> None:
    """The log names call, task and code, and nothing of what the error says."""

    async def work() -> None:
        raise NoRoomForCall("words of somebody")

    task = CallTasks(CALL).spawn(work(), "hear")
    with caplog.at_level(logging.ERROR):
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.sleep(0)
    assert CALL in caplog.text
    assert f"hear failed: {NoRoomForCall.code}" in caplog.text
    assert "words of somebody" not in caplog.text


async def test_the_end_of_the_call_ends_what_still_goes_on() -> None:
    """Cancelling waits until every task has ended, and may be said twice."""
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    tasks = CallTasks(CALL)
    tasks.spawn(work(), "for-ever")
    await asyncio.sleep(0)
    await tasks.cancel()
    await tasks.cancel()
    assert ended.is_set()
