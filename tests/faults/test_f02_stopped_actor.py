"""F2: the actor is told to stop by a deployment while calls are held: they end in peace, and no other one begins."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
import pytest
import uvicorn

from sparring.transcript import parse_transcript
from sparring.web.draining import DrainingServer
from tests.web import conftest
from tests.web.conftest import Browser, House, Page

house = conftest.house
LIVE = 3
DRAIN_S = 20.0
STOPPED_WITHIN_S = 30.0  # of a machine that has other work


@asynccontextmanager
async def served(house: House, *, drain_s: float = DRAIN_S) -> AsyncIterator[tuple[DrainingServer, str]]:
    """As `sparring actor` runs it; at the end of the block it has gone by itself."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(house.app, log_level="error", lifespan="on", ws="websockets-sansio")
    server = DrainingServer(config, house.wired.active_calls.drain, drain_s=drain_s)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:
            await asyncio.sleep(0.01)
        yield server, f"http://127.0.0.1:{listener.getsockname()[1]}"
        server._captured_signals.clear()  # it would raise them anew once it is gone, for whoever runs this test
        async with asyncio.timeout(STOPPED_WITHIN_S):
            await serving
    finally:
        server.should_exit = server.force_exit = True
        await serving
    await house.wired.active_calls.close()


@asynccontextmanager
async def calls(url: str) -> AsyncIterator[list[Page]]:
    """Three reps who have each said something and been answered."""
    async with AsyncExitStack() as stack:
        pages = []
        for _ in range(LIVE):
            http = await stack.enter_async_context(httpx.AsyncClient(base_url=url, headers={"origin": url}))
            await http.get("/api/me")
            page = await stack.enter_async_context(Browser(http, url).call())
            await page.send(type="pick_up")
            await page.say("Thank you for calling Willow Lane Home Care, this is Dana.")
            pages.append(page)
        yield pages


async def test_calls_are_held_to_their_end_and_no_other_begins(house: House) -> None:
    """SIGTERM with three live calls: three whole transcripts, a refusal with a sentence, and the server is gone."""
    async with served(house) as (server, url), calls(url) as pages:
        server.handle_exit(signal.SIGTERM, None)
        async with httpx.AsyncClient(base_url=url, headers={"origin": url}) as late:
            await late.get("/api/me")
            while house.wired.active_calls._draining is False:
                await asyncio.sleep(0.01)
            wish = {"persona_id": "daughter_discharge", "difficulty": "easy", "channel": "typed", "consent": True}
            refused = await late.post("/api/calls", json=wish)
        assert refused.status_code == httpx.codes.SERVICE_UNAVAILABLE
        assert int(refused.headers["Retry-After"]) > 0
        assert "restarted" in refused.json()["error"]["sentence"]
        for page in pages:
            await page.say("I'm so sorry. What worries you most about tomorrow?")
            await page.send(type="hang_up")
            await page.next_of("ended")
        await house.wired.active_calls.tick()
    assert _endings(house) == [("rep", True, 4)] * LIVE


@pytest.mark.parametrize(("drain_s", "again"), [(0.3, False), (DRAIN_S, True), (0.0, False)])
async def test_what_is_left_when_time_is_up_is_written_down_whole(
    house: House,
    *,
    drain_s: float,
    again: bool,
) -> None:
    """The limit, a second signal, or no drain at all: the calls end there, and none is lost."""
    async with served(house, drain_s=drain_s) as (server, url), calls(url):
        server.handle_exit(signal.SIGTERM, None)
        if again:
            server.handle_exit(signal.SIGTERM, None)
    assert _endings(house) == [("connection_lost", False, 2)] * LIVE


def _endings(house: House) -> list[tuple[str, bool, int]]:
    written = [parse_transcript(data, source=name) for name, data in house.store.objects.items()]
    return [(one.ending.by, one.ending.complete, len(one.turns)) for one in written]
