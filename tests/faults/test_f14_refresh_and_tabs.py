"""F14: the page is refreshed, or opened twice: the newest has the call, there is one transcript and one greeting.

Over real WebSockets; the same through a livekit-server is in `tests/e2e/test_rooms.py`.
"""

from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from sparring.transcript import EventKind, Transcript, parse_transcript
from tests.web import conftest
from tests.web.conftest import House, served

house = conftest.house
REFRESHES = 5
QUESTION = "I'm so sorry. What worries you most about tomorrow?"
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."


async def test_refreshes_in_the_middle_of_a_call_are_one_call_and_one_greeting(house: House) -> None:
    """Each page comes with the ticket that the one before was given, and finds every turn again."""
    async with served(house) as browser:
        async with browser.call() as first:
            await first.send(type="pick_up")
            await first.say(GREETING)
        ticket = first.joined["resume_ticket"]
        for refresh in range(REFRESHES):
            async with browser.page(first.call_id, ticket) as page:
                joined = await page.next_of("joined")
                ticket = joined["resume_ticket"]
                assert [turn["speaker"] for turn in joined["turns"]] == ["rep", "buyer"]
                if refresh == REFRESHES - 1:
                    await page.say(QUESTION)
                    await page.send(type="hang_up")
                    await page.next_of("ended")
        await house.wired.active_calls.tick()
    transcript = the_only_transcript(house)
    assert [turn.text for turn in transcript.turns][::2] == [GREETING, QUESTION]
    assert transcript.ending.complete
    kinds = [event.kind for event in transcript.events]
    assert (kinds.count(EventKind.PICK_UP), kinds.count(EventKind.RECONNECTED)) == (1, REFRESHES)


async def test_of_two_tabs_the_newest_has_the_call_and_the_old_one_is_told(house: House) -> None:
    """What the old one still says reaches nobody, and its ticket is of no use."""
    async with served(house) as browser, browser.call() as older:
        await older.send(type="pick_up")
        await older.say(GREETING)
        async with browser.page(older.call_id, older.joined["resume_ticket"]) as newer:
            assert len((await newer.next_of("joined"))["turns"]) == 2
            assert "another tab" in (await older.next_of("replaced"))["sentence"]
            with suppress(ConnectionClosed):
                await older.send(type="say", text="Is anybody there?")
            with pytest.raises(ConnectionClosed):
                await older.next_of("turn")
            async with browser.page(older.call_id, older.ticket) as oldest:
                assert (await oldest.next_of("error"))["code"] == "ticket_rejected"
            await newer.say(QUESTION)
            await newer.send(type="hang_up")
            await newer.next_of("ended")
        await house.wired.active_calls.tick()
    assert [turn.text for turn in the_only_transcript(house).turns][::2] == [GREETING, QUESTION]


async def test_two_tabs_that_use_one_ticket_at_once_split_nothing(house: House) -> None:
    """One is let in, the other refused."""
    async with served(house) as browser, browser.call() as first:
        ticket = first.joined["resume_ticket"]
        async with browser.page(first.call_id, ticket) as second, browser.page(first.call_id, ticket) as third:
            await second.next_of("joined")
            assert (await third.next_of("error"))["code"] == "ticket_rejected"


def the_only_transcript(house: House) -> Transcript:
    (data,) = house.store.objects.values()
    return parse_transcript(data, source="store")
