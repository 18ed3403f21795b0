"""A request for what was said, in a task of its own."""

import asyncio

import pytest

from sparring.adapters.hearing.pending import PendingRecognition
from sparring.errors import HearingFailed
from sparring.ports import Heard

HEARD = Heard(text="Hello.", confidence=0.9, unsure=False, words=(), decode_ms=1.0)


async def answered(after: asyncio.Event) -> Heard:
    await after.wait()
    return HEARD


async def test_what_was_heard_is_there_for_everybody_who_asks() -> None:
    """Before it is known, and afterwards."""
    known = asyncio.Event()
    asked = PendingRecognition(answered(known))
    known.set()
    assert await asked.result() == HEARD
    assert await asked.result() == HEARD


async def test_a_request_that_was_taken_back_is_an_error_of_hearing() -> None:
    """Whoever still waits for it is not taken for cancelled themselves."""
    asked = PendingRecognition(answered(asyncio.Event()))
    asked.cancel()
    with pytest.raises(HearingFailed):
        await asked.result()


async def test_who_gives_up_waiting_does_not_end_the_request() -> None:
    """Another one who asks has the answer."""
    known = asyncio.Event()
    asked = PendingRecognition(answered(known))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asked.result(), 0)
    known.set()
    assert await asked.result() == HEARD
