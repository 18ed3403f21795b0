"""What a page says to its call and is told by it, whichever way it travels."""

import asyncio
import json
from typing import Any

from sparring.call.page import MAX_MESSAGE_BYTES, MAX_WAITING_EVENTS, Correct, PickUp, QueuedPage, read_command
from sparring.transcript import MAX_TURN_CHARACTERS


def test_a_page_that_does_not_read_is_let_go() -> None:
    """Events do not pile up without bound."""
    page = QueuedPage()
    for _ in range(MAX_WAITING_EVENTS + 50):
        page.send("heartbeat")
    events = [page._events.get_nowait() for _ in range(page._events.qsize())]
    assert sum(event is not None for event in events) == MAX_WAITING_EVENTS
    assert None in events


def test_events_are_delivered_in_order_until_the_page_closes() -> None:
    """What waits when a page closes is still sent."""
    sent: list[dict[str, Any]] = []

    async def send(event: dict[str, Any]) -> None:
        sent.append(event)

    page = QueuedPage()
    page.state_changed("ringing")
    page.written()
    page.close()
    page.state_changed("listening")
    asyncio.run(page.deliver(send))
    assert [event["type"] for event in sent] == ["state", "written"]


def test_only_whole_commands_are_read() -> None:
    """Anything else is nothing, however long it is."""
    assert read_command('{"type":"pick_up"}') == PickUp(type="pick_up")
    for text in ("", "{", '{"type":"pick_up","also":1}', '{"type":"say","text":" "}', "x" * (MAX_MESSAGE_BYTES + 1)):
        assert read_command(text) is None


def test_a_correction_may_be_as_long_as_a_turn() -> None:
    """A rep who spoke for minutes can put one word of it right; longer than any turn is nothing."""
    most, more = ("x" * (MAX_TURN_CHARACTERS + over) for over in (0, 1))
    command = read_command(json.dumps({"type": "correct", "index": 0, "text": most}))
    assert isinstance(command, Correct)
    assert read_command(json.dumps({"type": "correct", "index": 0, "text": more})) is None
