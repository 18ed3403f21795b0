"""A6: whatever a page sends on a call's socket is obeyed whole or answered with an error of ours; the call goes on."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from fastapi import WebSocketDisconnect

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits, CallStage
from sparring.call.line import CallClock, TypedLine
from sparring.call.page import MAX_MESSAGE_BYTES, QueuedPage
from sparring.call.session import CallSession
from sparring.web.call_socket import _obey
from tests.abuse.mutations import MUTATIONS, mutations
from tests.fakes.calls import a_caller, an_opening
from tests.fakes.clock import FakeClock
from tests.fakes.offers import OFFER
from tests.web import conftest
from tests.web.conftest import House, served

house = conftest.house
COMMANDS: tuple[dict[str, Any], ...] = (
    {"type": "join", "ticket": "x" * 43},
    {"type": "offer", "sdp": OFFER},
    {"type": "pick_up"},
    {"type": "say", "text": "I'm so sorry. What happened to your father?"},
    {"type": "correct", "index": 0, "text": "Thank you for calling."},
    {"type": "latency", "turn": 1, "glass_to_glass_ms": 480.5, "jitter_buffer_ms": 40.0, "rtt_ms": 1.5, "loss": 0.0},
    {"type": "hint"},
    {"type": "finish_review"},
    {"type": "hang_up"},
)
WHOLE = tuple(json.dumps(command).encode() for command in COMMANDS)
ERRORS = {"media_failed", "call_over"}


class Sent:
    """A socket on which these messages have arrived and no more will."""

    def __init__(self, messages: Sequence[dict[str, Any]]) -> None:
        self._messages = iter(messages)

    async def receive(self) -> dict[str, Any]:
        return next(self._messages, {"type": "websocket.disconnect", "code": 1001})


class Shown(QueuedPage):
    """A page that keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[dict[str, Any]] = []

    def send(self, event_type: str, **fields: Any) -> None:
        self.events.append({"type": event_type, **fields})


async def a_live_call(journal: MemoryJournal) -> ActiveCall:
    """A typed call that was picked up."""
    active_calls = ActiveCalls(journal, MemoryStore(), FakeClock(), limits=CallLimits(calls=1))

    def make(watcher: ActiveCall, /) -> tuple[CallSession, TypedLine]:
        clock_ms = CallClock(FakeClock())
        session = CallSession(
            an_opening(), a_caller(), journal=journal, store=MemoryStore(), watcher=watcher, clock_ms=clock_ms
        )
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    call = await active_calls.open(make)
    await call.pick_up()
    return call


async def answers(call: ActiveCall, message: dict[str, Any]) -> list[dict[str, Any]]:
    """What the page is sent for one message."""
    page = Shown()
    await call.attach(page)
    await _obey(Sent([message]), page, call)  # type: ignore[arg-type]
    return page.events


@pytest.mark.slow
async def test_ten_thousand_mutations_are_obeyed_or_answered_with_an_error_of_ours() -> None:
    """Nothing else is raised, every error has a sentence, and what stands in the diary is what the page was shown."""
    journal, found = MemoryJournal(), Counter[str]()
    call = await a_live_call(journal)
    for data in mutations(*WHOLE, most_changes=3):
        if call.stage is not CallStage.LIVE or len(call.session.turns) > 40:
            call = await a_live_call(journal)
        events = await answers(call, {"type": "websocket.receive", "text": data.decode("utf-8", "replace")})
        errors = [event for event in events if event["type"] == "error"]
        assert all(error["code"] in ERRORS and error["sentence"] for error in errors)
        found["refused" if errors else "obeyed"] += 1
        if call.stage is CallStage.LIVE:
            assert (await call.session.transcript()).turns == call.session.turns
    assert sum(found.values()) == MUTATIONS
    assert min(found["refused"], found["obeyed"]) > 0.02 * MUTATIONS


@pytest.mark.parametrize(
    "message",
    [
        pytest.param({"bytes": b"\x00\xff"}, id="binary"),
        pytest.param({"bytes": WHOLE[8], "text": None}, id="a command in binary"),
        pytest.param({"text": ""}, id="empty"),
        pytest.param({"text": "[" * 10_000}, id="deep"),
        pytest.param({"text": "x" * (MAX_MESSAGE_BYTES + 1)}, id="large"),
        pytest.param({"text": '{"type": "say", "text": "' + "9" * 2_001 + '"}'}, id="a long turn"),
        pytest.param({"text": '{"type": "say", "text": "\\ud800"}'}, id="half a surrogate"),
        pytest.param({"text": '{"type": "say", "text": " "}'}, id="a turn of nothing"),
        pytest.param({"text": '{"type": "latency", "turn": 0, "glass_to_glass_ms": NaN}'}, id="NaN"),
        pytest.param({"text": '{"type": "latency", "turn": 0, "glass_to_glass_ms": 1e400}'}, id="infinity"),
        pytest.param({"text": '{"type": "correct", "index": ' + "9" * 5_000 + ', "text": "x"}'}, id="many digits"),
        pytest.param({"text": '{"type": "hang_up", "by": "buyer"}'}, id="a field too many"),
    ],
)
async def test_a_known_trick_is_refused_and_the_call_goes_on(message: dict[str, Any]) -> None:
    """One error each, and the next turn is answered."""
    call = await a_live_call(MemoryJournal())
    events = await answers(call, {"type": "websocket.receive", **message})
    assert [event.get("code") for event in events if event["type"] == "error"] == ["media_failed"]
    events = await answers(call, {"type": "websocket.receive", "text": WHOLE[3].decode()})
    assert [event["turn"]["speaker"] for event in events if event["type"] == "turn"] == ["rep", "buyer"]


async def test_a_page_that_goes_away_ends_the_listening() -> None:
    """A closed socket is no command."""
    call = await a_live_call(MemoryJournal())
    page = Shown()
    await _obey(Sent([]), page, call)  # type: ignore[arg-type]
    assert page.events == []
    assert issubclass(WebSocketDisconnect, Exception)


async def test_a_binary_first_message_is_a_page_without_a_ticket(house: House) -> None:
    """On a real socket: refused as any page that shows no ticket is, and the server stands."""
    async with served(house) as browser:
        started = await browser.start()
        async with browser.page(started["call_id"], "unused") as page:
            assert (await page.next_of("error"))["code"] == "ticket_rejected"
        started = await browser.start()
        async with browser.silent_page(started["call_id"]) as page:
            await page.socket.send(b"\x00\xff")
            assert (await page.next_of("error"))["code"] == "ticket_rejected"
        async with browser.page(started["call_id"], started["ticket"]) as page:
            assert await page.next_of("joined")
