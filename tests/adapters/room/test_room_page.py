"""The rep's page in a room: events in order to one person, commands of that person alone."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from livekit import rtc

from sparring.adapters.room.room_page import COMMANDS_TOPIC, EVENTS_TOPIC, CommandReader, RoomPage
from sparring.call.page import MAX_MESSAGE_BYTES

REP = "rep_1"


@dataclass
class Room:
    """Remembers what was sent to whom. `gone`: nobody is there to take it."""

    sent: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    handlers: dict[str, Any] = field(default_factory=dict)
    gone: bool = False

    @property
    def local_participant(self) -> "Room":
        return self

    async def send_text(self, text: str, *, destination_identities: list[str], topic: str, compress: bool) -> None:
        if self.gone:
            raise ConnectionError("of the SDK, with anything in it")
        assert not compress
        self.sent.append((json.loads(text)["type"], tuple(destination_identities), topic))

    def register_text_stream_handler(self, topic: str, handler: Any) -> None:
        self.handlers[topic] = handler


class Written:
    """A text stream. `hangs`: its end never comes."""

    def __init__(self, *chunks: str, hangs: bool = False, breaks: bool = False) -> None:
        self._chunks, self._hangs, self._breaks = chunks, hangs, breaks

    async def __aiter__(self) -> AsyncIterator[str]:
        for chunk in self._chunks:
            yield chunk
        if self._breaks:
            raise rtc.StreamError("cut off")
        if self._hangs:
            await asyncio.Event().wait()


async def obeyed(*written: tuple[Any, str]) -> list[str]:
    """What a reader makes of these streams, each from somebody."""
    room: Any = Room()
    reader, commands = CommandReader(REP), list[str]()
    reader.listen(room)
    for stream, who in written:
        room.handlers[COMMANDS_TOPIC](stream, who)

    async def obey(text: str) -> None:
        commands.append(text)

    reading = asyncio.create_task(reader.run(obey))
    for _ in range(50):
        await asyncio.sleep(0)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    return commands


async def test_events_go_to_the_rep_alone_in_order() -> None:
    """And those that wait are delivered before the page is shut."""
    room: Any = Room()
    page = RoomPage(room, REP)
    page.open()
    page.state_changed("listening")
    page.caption("buyer", "Hello.")
    page.written()
    await page.shut()
    kinds = [kind for kind, *_ in room.sent if kind != "heartbeat"]
    assert kinds == ["state", "caption", "written"]
    assert {(whom, topic) for _, whom, topic in room.sent} == {((REP,), EVENTS_TOPIC)}


async def test_a_page_that_is_gone_harms_nobody() -> None:
    """What it cannot be told is dropped, and shutting it takes no time."""
    room: Any = Room(gone=True)
    page = RoomPage(room, REP)
    page.open()
    page.written()
    async with asyncio.timeout(5):
        await page.shut()
    assert room.sent == []


async def test_a_page_that_was_never_opened_can_be_shut() -> None:
    """The rep left before they were let in."""
    room: Any = Room()
    await RoomPage(room, REP).shut()


async def test_commands_of_others_are_not_read() -> None:
    """Whoever else is in the room, by mistake or by intent."""
    assert await obeyed((Written('{"type": "pick_up"}'), REP), (Written('{"type": "hang_up"}'), "somebody")) == [
        '{"type": "pick_up"}'
    ]


async def test_a_command_in_pieces_is_read_whole_and_one_without_end_is_not() -> None:
    """One that is cut off, too, and the next is read."""
    whole, endless = Written('{"type"', ': "hint"}'), Written(*["x" * 1_000] * (MAX_MESSAGE_BYTES // 1_000 + 1))
    broken = Written("{", breaks=True)
    assert await obeyed((endless, REP), (broken, REP), (whole, REP)) == ['{"type": "hint"}']


async def test_a_flood_of_commands_is_not_kept() -> None:
    """A hundred wait at most."""
    room: Any = Room()
    reader = CommandReader(REP)
    reader.listen(room)
    for _ in range(1_000):
        room.handlers[COMMANDS_TOPIC](Written("{}"), REP)
    assert reader._waiting.qsize() == 100
