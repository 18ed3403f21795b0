"""F14: the page is refreshed, or opened twice: the newest has the call, there is one transcript and one greeting."""

import pytest
from websockets.exceptions import ConnectionClosed

from sparring.transcript import EventKind, parse_transcript
from tests.web import conftest
from tests.web.conftest import House, served

house = conftest.house
QUESTION = "I'm so sorry. What worries you most about tomorrow?"
GREETING = "Thank you for calling Willow Lane Home Care, this is Dana."


async def test_a_refresh_in_the_middle_of_a_call_is_the_same_call(house: House) -> None:
    """The page that comes back sees what was said, the buyer does not begin again, and there is one transcript."""
    async with served(house) as browser:
        async with browser.call() as before:
            await before.send(type="pick_up")
            await before.say(GREETING)
        ticket = before.joined["resume_ticket"]
        async with browser.page(before.call_id, ticket) as after:
            joined = await after.next_of("joined")
            assert [turn["speaker"] for turn in joined["turns"]] == ["rep", "buyer"]
            await after.say(QUESTION)
            await after.send(type="hang_up")
            await after.next_of("ended")
        await house.wired.active_calls.tick()
    (transcript,) = [parse_transcript(data, source=name) for name, data in house.store.objects.items()]
    assert [turn.speaker for turn in transcript.turns] == ["rep", "buyer"] * 2
    kinds = [event.kind for event in transcript.events]
    assert (kinds.count(EventKind.PICK_UP), kinds.count(EventKind.RECONNECTED)) == (1, 1)


async def test_of_two_tabs_the_newest_has_the_call_and_the_old_one_is_told(house: House) -> None:
    """What the old one still sends is not obeyed, and its ticket is of no use."""
    async with served(house) as browser, browser.call() as older:
        await older.send(type="pick_up")
        await older.say(GREETING)
        async with browser.page(older.call_id, older.joined["resume_ticket"]) as newer:
            await newer.next_of("joined")
            assert "another tab" in (await older.next_of("replaced"))["sentence"]
            with pytest.raises(ConnectionClosed):
                await older.next_of("heartbeat")
            async with browser.page(older.call_id, older.ticket) as oldest:
                assert (await oldest.next_of("error"))["code"] == "ticket_rejected"
            await newer.say(QUESTION)
            await newer.send(type="hang_up")
            await newer.next_of("ended")
        await house.wired.active_calls.tick()
    (data,) = house.store.objects.values()
    assert [turn.speaker for turn in parse_transcript(data, source="").turns] == ["rep", "buyer"] * 2


async def test_two_tabs_that_use_one_ticket_at_once_split_nothing(house: House) -> None:
    """One is let in, the other refused."""
    async with served(house) as browser, browser.call() as first:
        ticket = first.joined["resume_ticket"]
        async with browser.page(first.call_id, ticket) as second, browser.page(first.call_id, ticket) as third:
            await second.next_of("joined")
            assert (await third.next_of("error"))["code"] == "ticket_rejected"
