"""F14: a refresh, and two tabs: the newest page has the call, the buyer greets once, one transcript holds everything.

Over real WebSockets; the same through a livekit-server is in `tests/e2e/test_rooms.py`.
"""

from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from sparring.ids import RepId
from sparring.transcript import parse_transcript
from tests.web import conftest
from tests.web.conftest import House, served

house = conftest.house
LINES = ("Thank you for calling, this is Dana.", "What happened to your father?")


async def test_five_refreshes_are_one_call_and_one_greeting(house: House) -> None:
    """Each page comes with the ticket that the one before was given, and finds every turn again."""
    async with served(house) as browser:
        started = await browser.start()
        call_id, ticket = started["call_id"], started["ticket"]
        for refresh in range(6):
            async with browser.page(call_id, ticket) as page:
                joined = await page.next_of("joined")
                ticket = joined["resume_ticket"]
                if refresh == 0:
                    await page.send(type="pick_up")
                    await page.say(LINES[0])
                else:
                    assert [turn["text"] for turn in joined["turns"]].count(LINES[0]) == 1
                    assert len(joined["turns"]) == 2
                if refresh == 5:
                    await page.say(LINES[1])
                    await page.send(type="hang_up")
                    await page.next_of("ended")
        await house.wired.active_calls.tick()
    (document,) = house.store.objects.values()
    transcript = parse_transcript(document, source="store")
    assert [turn.speaker for turn in transcript.turns] == ["rep", "buyer"] * 2
    assert transcript.ending.complete


async def test_the_older_of_two_tabs_is_told_and_can_say_no_more(house: House) -> None:
    """It is closed; what it still says reaches nobody."""
    async with served(house) as browser:
        started = await browser.start()
        async with browser.page(started["call_id"], started["ticket"]) as older:
            joined = await older.next_of("joined")
            await older.send(type="pick_up")
            await older.say(LINES[0])
            async with browser.page(started["call_id"], joined["resume_ticket"]) as newer:
                assert len((await newer.next_of("joined"))["turns"]) == 2
                assert "another tab" in (await older.next_of("replaced"))["sentence"]
                with suppress(ConnectionClosed):
                    await older.send(type="say", text="Is anybody there?")
                with pytest.raises(ConnectionClosed):
                    await older.next_of("turn")
                await newer.say(LINES[1])
        assert "Is anybody there?" not in [
            turn.text for turn in house.wired.active_calls.of_rep(_rep(house))[0].session.turns
        ]


def _rep(house: House) -> RepId:
    return next(iter(house.wired.active_calls._calls.values())).rep_id
