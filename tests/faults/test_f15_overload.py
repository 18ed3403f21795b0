"""F15: more reps than lines: the extra ones are told at once when to come back, and live calls notice nothing."""

import asyncio
import time
from contextlib import AsyncExitStack

import httpx

from sparring.transcript import parse_transcript
from tests.web import conftest
from tests.web.conftest import Browser, House, form, served

house = conftest.house
LINES, EXTRA = 3, 60
ONE_BY_ONE, REFUSED_WITHIN_S = 20, 0.2
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."


async def test_the_extra_reps_are_refused_and_the_others_go_on(house: House) -> None:
    """Sixty wishes beyond three lines: each a 503 with a time, nothing written, nothing waits in a queue."""
    async with served(house) as browser, AsyncExitStack() as stack:
        pages = [await stack.enter_async_context(browser_of.call()) for browser_of in await _reps(browser, stack)]
        for page in pages:
            await page.send(type="pick_up")
        talking = [asyncio.create_task(page.say(GREETING)) for page in pages]
        refused = await _wishes(browser, EXTRA)
        assert {one.status_code for one in refused} == {503}
        assert all(int(one.headers["Retry-After"]) > 0 for one in refused)
        assert all("lines are busy" in one.json()["error"]["sentence"] for one in refused)
        assert len(house.wired.active_calls._calls) == LINES
        assert len(house.wired.journal._lines) == LINES  # type: ignore[attr-defined]
        await asyncio.gather(*talking)
        for page in pages:
            await page.say("I'm so sorry. What worries you most about tomorrow?")
            await page.send(type="hang_up")
            await page.next_of("ended")
        await house.wired.active_calls.tick()
        assert (await browser.http.post("/api/calls", json=form())).status_code == httpx.codes.CREATED
    written = [parse_transcript(data, source=name) for name, data in house.store.objects.items()]
    assert [len(one.turns) for one in written] == [4] * LINES


async def test_a_refusal_takes_no_time(house: House) -> None:
    """A fifth of a second is more than its work, the client's included: processor time, so no other program counts."""
    async with served(house) as browser, AsyncExitStack() as stack:
        for one in await _reps(browser, stack):
            await stack.enter_async_context(one.call())
        began_s = time.process_time()
        refused = [(await browser.http.post("/api/calls", json=form())).status_code for _ in range(ONE_BY_ONE)]
        assert set(refused) == {httpx.codes.SERVICE_UNAVAILABLE}
        assert (time.process_time() - began_s) / ONE_BY_ONE < REFUSED_WITHIN_S


async def _reps(browser: Browser, stack: AsyncExitStack) -> list[Browser]:
    found = []
    for _ in range(LINES):
        http = await stack.enter_async_context(httpx.AsyncClient(base_url=browser.url, headers={"origin": browser.url}))
        await http.get("/api/me")
        found.append(Browser(http, browser.url))
    return found


async def _wishes(browser: Browser, count: int) -> list[httpx.Response]:
    """All at once."""
    return await asyncio.gather(*(browser.http.post("/api/calls", json=form()) for _ in range(count)))
