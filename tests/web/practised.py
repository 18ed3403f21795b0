"""Calls that were held over HTTP, for tests of what comes after them."""

from typing import Any

from sparring.documents import digest_of
from sparring.grade.rules.grader import GRADER, grade
from sparring.ids import CallId
from sparring.rubric import find_rubric
from sparring.transcript import object_name, parse_transcript
from tests.fakes.documents import a_call_record
from tests.web.conftest import Browser, House

LINES = (
    "Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?",
    "That sounds like a lot. May I ask your name and a number in case we get cut off?",
    "What happened that brought your father to the hospital?",
    "Who is with him at the house during the day and at night?",
    "What will he need help with, washing, getting dressed, meals?",
)


async def practise(house: House, browser: Browser) -> str:
    """A typed call that is over and written; its id."""
    return await practise_more(house, browser)


async def practise_more(house: House, browser: Browser, **wish: Any) -> str:
    """The same, as the form says."""
    async with browser.call(**wish) as page:
        await page.hold(LINES)
    await house.wired.active_calls.tick()
    return page.call_id


async def grade_it(house: House, call_id: str) -> None:
    """Brain 2 does its part."""
    call = house.wired.active_calls._calls[CallId(call_id)]
    name = object_name(call.session.opened)
    data = await house.store.get(name, max_bytes=1_000_000)
    transcript = parse_transcript(data, source=name)
    await house.results.begin(a_call_record(transcript))
    rubric = find_rubric("inside_sales")
    digest, at = digest_of(data), transcript.started_at
    card = grade(transcript, rubric, transcript_digest=digest, graded_at=at, grader=GRADER)
    assert await house.results.save(card, None)
