"""The WebSocket of a call, over a real server."""

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from sparring.transcript import LinkQuality
from tests.web.conftest import House, served

GREETING = "Thank you for calling, this is Dana."


async def test_joining_shows_the_call_and_gives_the_next_ticket(house: House) -> None:
    """The resume ticket is another one, and the phone rings."""
    async with served(house) as browser, browser.call() as page:
        assert (page.joined["channel"], page.joined["ring"]) == ("typed", "incoming")
        assert page.joined["resume_ticket"] != page.ticket
        assert (await page.next_of("state"))["state"] == "ringing"


async def test_a_refreshed_page_finds_its_turns_again(house: House) -> None:
    """With the resume ticket the same call goes on, from the same turn."""
    async with served(house) as browser:
        async with browser.call() as page:
            await page.send(type="pick_up")
            await page.say(GREETING)
        async with browser.page(page.call_id, page.joined["resume_ticket"]) as again:
            joined = await again.next_of("joined")
            assert joined["state"] == "live"
            assert [turn["speaker"] for turn in joined["turns"]] == ["rep", "buyer"]


async def test_the_newest_of_two_tabs_has_the_call(house: House) -> None:
    """The older tab is told so in a sentence, and closed."""
    async with (
        served(house) as browser,
        browser.call() as page,
        browser.page(page.call_id, page.joined["resume_ticket"]) as second,
    ):
        await second.next_of("joined")
        assert "another tab" in (await page.next_of("replaced"))["sentence"]
        with pytest.raises(ConnectionClosed):
            await page.next_of("heartbeat")


async def test_a_page_that_is_let_go_for_an_error_of_ours_is_logged(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the error's type; the call waits for the page, which comes back."""

    async def broken(*_: object) -> None:
        raise KeyError(GREETING)

    async with served(house) as browser, browser.call() as page:
        await page.send(type="pick_up")
        await page.next_of("state")
        monkeypatch.setattr(house.wired.journal, "append", broken)
        await page.send(type="say", text=GREETING)
        with pytest.raises(ConnectionClosed):
            await page.next_of("turn")
    assert f"call {page.call_id}: its page was let go: KeyError" in caplog.text
    assert "Dana" not in caplog.text


async def test_what_is_not_a_command_is_an_error_and_the_call_goes_on(house: House) -> None:
    """Garbage gets a sentence; the next command is obeyed."""
    async with served(house) as browser, browser.call() as page:
        for garbage in ("{", "[]", '{"type":"dance"}', '{"type":"say"}', '{"type":"say","text":"   "}', "x" * 90_000):
            await page.socket.send(garbage)
            assert (await page.next_of("error"))["sentence"]
        await page.send(type="pick_up")
        await page.say(GREETING)


async def test_an_audio_offer_to_a_typed_call_is_refused(house: House) -> None:
    """There is nothing to connect."""
    async with served(house) as browser, browser.call() as page:
        await page.send(type="offer", sdp="v=0")
        assert (await page.next_of("error"))["code"] == "media_failed"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_a_page_from_another_site_is_turned_away(house: House, origin: str) -> None:
    """The origin must be our own host, whatever the ticket."""
    async with served(house) as browser:
        started = await browser.start()
        with pytest.raises(InvalidStatus):
            async with browser.page(started["call_id"], started["ticket"], origin=origin):
                pass


async def test_hints_are_given_one_by_one(house: House) -> None:
    """And end with encouragement."""
    async with served(house) as browser, browser.call() as page:
        texts = []
        for _ in range(10):
            await page.send(type="hint")
            texts.append((await page.next_of("hint"))["text"])
        assert len(set(texts[:-1])) > 1
        assert texts[-1] == "No more hints: trust yourself."


async def test_latency_by_sound_is_stored_with_its_turn(house: House) -> None:
    """The page's measurement stands in the call's record, with what its browser says of the line."""
    async with served(house) as browser, browser.call() as page:
        await page.send(type="pick_up")
        await page.say(GREETING)
        await page.send(type="latency", turn=1, glass_to_glass_ms=431.4, jitter_buffer_ms=38.2, rtt_ms=12, loss=0.02)
        assert (await page.next_of("turn"))["turn"]["index"] == 1
        call = next(iter(house.wired.active_calls._calls.values()))
        latency = (await call.session.transcript()).turns[1].latency
        assert latency is not None
        assert latency.glass_to_glass_ms == 431
        assert latency.link == LinkQuality(jitter_buffer_ms=38, round_trip_ms=12, lost=0.02)
