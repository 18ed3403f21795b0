"""A9: forged, borrowed, used and stale tickets open no call, and no ticket is ever in an address or a log."""

import base64
import hashlib
import hmac
import json
import logging
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from sparring.web.tickets import TICKET_LIFE_S
from tests.web import conftest
from tests.web.conftest import Browser, House, served

REJECTED = 4401  # 4000 and the HTTP status
house = conftest.house


def jwt(header: dict[str, Any], payload: dict[str, Any], key: bytes = b"") -> str:
    """A JSON Web Token, signed with HMAC if there is a key."""
    signed = ".".join(_part(json.dumps(part).encode()) for part in (header, payload))
    signature = hmac.new(key, signed.encode(), hashlib.sha256).digest() if key else b""
    return f"{signed}.{_part(signature)}"


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def forgeries(call_id: str, ticket: str) -> dict[str, str]:
    """Every ticket that somebody might try who knows the call's id."""
    claims = {"sub": "rep", "aud": call_id, "exp": 4_000_000_000}
    return {
        "alg none": jwt({"alg": "none", "typ": "JWT"}, claims),
        "alg None": jwt({"alg": "None"}, claims),
        "hs256 with the call as key": jwt({"alg": "HS256"}, claims, call_id.encode()),
        "rs256 claimed, hs256 used": jwt({"alg": "RS256"}, claims, b"-----BEGIN PUBLIC KEY-----"),
        "another audience": jwt({"alg": "HS256"}, claims | {"aud": "call_00000000000000000000"}, b"key"),
        "not yet": jwt({"alg": "HS256"}, claims | {"nbf": 4_000_000_000}, b"key"),
        "its digest": hashlib.sha256(ticket.encode()).hexdigest(),
        "one letter off": ticket[:-1] + ("a" if ticket[-1] != "a" else "b"),
        "a prefix": ticket[:-1],
        "with a space": f" {ticket}",
        "with NUL": f"{ticket}\0",
        "the call's id": call_id,
        "empty": "",
        "words": "null",
    }


async def refusal(browser: Browser, call_id: str, ticket: str) -> tuple[str, int]:
    """What the server says to this ticket, and how it closes."""
    async with browser.page(call_id, ticket) as page:
        error = await page.next_of("error")
        with pytest.raises(ConnectionClosed) as closed:
            await page.next_of("joined")
        assert closed.value.rcvd is not None
        return error["code"], closed.value.rcvd.code


async def test_no_forged_ticket_joins_a_call(house: House) -> None:
    """Each is refused alike, and none spoils the real one."""
    async with served(house) as browser:
        started = await browser.start()
        call_id, ticket = started["call_id"], started["ticket"]
        for kind, forged in forgeries(call_id, ticket).items():
            assert await refusal(browser, call_id, forged) == ("ticket_rejected", REJECTED), kind
        async with browser.page(call_id, ticket) as page:
            assert await page.next_of("joined")


async def test_a_ticket_opens_its_own_call_only(house: House) -> None:
    """Shown at another call it is refused, and is worth nothing at its own afterwards."""
    async with served(house) as browser:
        mine, other = await browser.start(), await browser.start()
        for call in (other, mine):
            assert await refusal(browser, call["call_id"], mine["ticket"]) == ("ticket_rejected", REJECTED)
        async with browser.page(other["call_id"], other["ticket"]) as page:
            assert await page.next_of("joined")


async def test_a_ticket_is_not_replayed(house: House) -> None:
    """The first page keeps the call; whoever copied its ticket gets nothing."""
    async with served(house) as browser, browser.call() as page:
        assert await refusal(browser, page.call_id, page.ticket) == ("ticket_rejected", REJECTED)
        await page.send(type="hint")
        assert await page.next_of("hint")


async def test_a_ticket_expires_after_five_minutes(house: House) -> None:
    """To the second: it is good at the end of its life, and refused after it."""
    async with served(house) as browser:
        late, last = await browser.start(), await browser.start()
        house.clock.advance(TICKET_LIFE_S)
        async with browser.page(last["call_id"], last["ticket"]) as page:
            assert await page.next_of("joined")
        house.clock.advance(1)
        assert await refusal(browser, late["call_id"], late["ticket"]) == ("ticket_rejected", REJECTED)


async def test_a_page_that_shows_no_ticket_is_turned_away(house: House) -> None:
    """Any other first message is refused as a bad ticket is."""
    async with served(house) as browser:
        started = await browser.start()
        for first in ({"type": "pick_up"}, {"type": "say", "text": "Hello."}, {"type": "join"}, {}):
            async with browser.page(started["call_id"], "unused") as page:
                await page.send(**first)
                assert (await page.next_of("error"))["code"] == "ticket_rejected"


async def test_no_ticket_is_in_an_address_or_a_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """Not the good one, not the next one, not the refused one."""
    with caplog.at_level(logging.DEBUG):
        async with served(house) as browser, browser.call() as page:
            forged = "made-up-ticket-that-nobody-gave-out"
            await refusal(browser, page.call_id, forged)
            await browser.http.post(f"/api/calls/{page.call_id}/bye", content=page.joined["resume_ticket"])
    server_side = [record for record in caplog.records if not record.name.startswith(("websockets.client", "httpcore"))]
    written = "\n".join(record.getMessage() for record in server_side)
    for secret in (page.ticket, page.joined["resume_ticket"], forged):
        assert secret not in written


async def test_a_ticket_of_a_call_that_was_handed_over_opens_nothing(house: House) -> None:
    """Neither the next ticket of its page nor a second one lets anybody in again: the coach has the call."""
    async with served(house) as browser:
        async with browser.call() as page:
            await page.send(type="pick_up")
            await page.send(type="hang_up")
            await page.next_of("ended")
            await house.wired.active_calls.tick()
            await page.next_of("written")
        assert await refusal(browser, page.call_id, page.joined["resume_ticket"]) == ("call_over", 4410)
        assert await refusal(browser, page.call_id, page.joined["resume_ticket"]) == ("ticket_rejected", REJECTED)
