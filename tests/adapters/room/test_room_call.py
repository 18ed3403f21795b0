"""A room's events reach its call, and a page is let in however often it must ask."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from livekit.rtc import DisconnectReason

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.room.room_call import ROOM_GONE, RoomCall
from sparring.adapters.room.room_page import SENT_WITHIN_S, CommandReader
from sparring.adapters.store.memory import MemoryStore
from sparring.call.active_calls import ActiveCalls
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from tests.fakes.calls import a_caller, an_opening
from tests.virtual_time import VirtualClock, run_virtually

REP = "rep"


@dataclass
class FakeRoom:
    """Remembers what is sent; loses the first `losses`, or keeps them for ever."""

    losses: int = 0
    hangs: bool = False
    sent: list[dict[str, Any]] = field(default_factory=list)
    handlers: dict[str, Callable[..., None]] = field(default_factory=dict)
    remote_participants: dict[str, Any] = field(default_factory=dict)
    running: "asyncio.Task[None] | None" = None  # the call that is held in it
    session: CallSession | None = None  # of that call
    mute: Callable[[], None] = lambda: None  # tells that call that nobody hears the buyer

    def __post_init__(self) -> None:
        self.local_participant = self

    def on(self, event: str, handler: Callable[..., None]) -> None:
        """As `rtc.Room`."""
        self.handlers[event] = handler

    async def send_text(self, text: str, **_: Any) -> None:
        """As `rtc.LocalParticipant`."""
        if self.losses:
            self.losses -= 1
            if self.hangs:
                await asyncio.sleep(3_600)
            raise ConnectionError
        self.sent.append(json.loads(text))

    def kinds(self) -> list[str]:
        """Of what arrived, without heartbeats."""
        return [event["type"] for event in self.sent if event["type"] != "heartbeat"]


class Page:
    """A rep's page that asks as the real one does."""

    def __init__(self, commands: CommandReader) -> None:
        self._commands = commands

    async def ask(self, *, seconds: float) -> None:
        """To be let in, every half second."""
        for _ in range(round(2 * seconds)):
            self.send(type="join", ticket="")
            await asyncio.sleep(0.5)

    def send(self, **command: Any) -> None:
        """One command."""

        async def chunks() -> AsyncIterator[str]:
            yield json.dumps(command)

        self._commands.take(cast("Any", chunks()), REP)


@asynccontextmanager
async def in_a_room(room: FakeRoom, commands: CommandReader | None = None) -> AsyncIterator[Page]:
    """A call in writing, which needs no sound."""
    journal, store, clock, first = MemoryJournal(), MemoryStore(), VirtualClock(), an_opening()

    def make(watcher: Any, /) -> tuple[CallSession, TypedLine]:
        clock_ms = CallClock(clock)
        session = CallSession(first, a_caller(), journal=journal, store=store, watcher=watcher, clock_ms=clock_ms)
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    active_calls = ActiveCalls(journal, store, clock, limits=CallLimits(calls=1))
    call, commands = await active_calls.open(make), commands or CommandReader(REP)
    line = SimpleNamespace(close=call.line.close, on_mute=lambda told: setattr(room, "mute", told))
    held = RoomCall(
        cast("Any", room), commands, active_calls=active_calls, call=call, line=cast("Any", line), picked_up=False
    )
    room.session = call.session
    room.running = running = asyncio.create_task(held.run(journal))
    yield Page(commands)
    await held.finish()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def play(room: FakeRoom, scenario: Callable[[Page], Awaitable[None]]) -> None:
    async def run() -> None:
        async with in_a_room(room) as page:
            await scenario(page)

    run_virtually(run())


class BrokenReader(CommandReader):
    """Fails as nobody foresaw."""

    async def run(self, obey: Callable[[str], Awaitable[None]]) -> None:
        raise KeyError("what the page sent")


def test_a_job_without_one_of_its_keepers_ends(caplog: pytest.LogCaptureFixture) -> None:
    """A call that obeys nobody, or keeps no time, is handed over and not left to itself."""

    async def scenario() -> None:
        room = FakeRoom()
        async with in_a_room(room, BrokenReader(REP)):
            assert room.running is not None
            await asyncio.wait_for(room.running, 5)

    run_virtually(scenario())
    assert "commands failed: KeyError" in caplog.text
    assert "what the page sent" not in caplog.text


def test_a_job_whose_buyer_cannot_be_heard_any_more_ends() -> None:
    """Its clock would stand still, and with it every limit."""

    async def scenario() -> None:
        room = FakeRoom()
        async with in_a_room(room) as page:
            await page.ask(seconds=0.5)
            assert room.running is not None
            assert not room.running.done()
            room.mute()
            await asyncio.wait_for(room.running, 5)

    run_virtually(scenario())


def test_a_room_that_is_closed_ends_its_call_and_nobody_says_that_the_program_was_stopped() -> None:
    """By whoever it was; what was said is handed over."""

    async def scenario() -> None:
        room = FakeRoom()
        async with in_a_room(room) as page:
            await page.ask(seconds=0.5)
            page.send(type="pick_up")
            await asyncio.sleep(1)
            room.handlers["disconnected"](DisconnectReason.ROOM_DELETED)
            assert room.running is not None
            await asyncio.wait_for(room.running, 5)
        assert room.session is not None
        ending = room.session.ending
        assert ending is not None
        assert (ending.by, ending.reason) == ("connection_lost", ROOM_GONE)

    run_virtually(scenario())


def test_a_page_is_let_in_once() -> None:
    """It asks until it has read so; what crossed on the way is not answered."""
    room = FakeRoom()
    play(room, lambda page: page.ask(seconds=0.9))
    assert room.kinds().count("joined") == 1
    assert room.sent


def test_a_page_whose_welcome_was_lost_is_let_in_when_it_asks_again() -> None:
    """Also where sending hangs instead of failing: what comes later is not held up for ever."""
    for hangs in (False, True):
        room = FakeRoom(losses=2, hangs=hangs)
        play(room, lambda page: page.ask(seconds=3 * SENT_WITHIN_S))
        assert "joined" in room.kinds()


def test_what_a_page_says_reaches_its_call() -> None:
    """And the call's turns reach the page."""
    room = FakeRoom()

    async def scenario(page: Page) -> None:
        await page.ask(seconds=0.5)
        page.send(type="pick_up")
        page.send(type="say", text="Thank you for calling, this is Dana.")
        async with asyncio.timeout(30):
            while room.kinds().count("turn") < 2:
                await asyncio.sleep(0.1)

    play(room, scenario)
    assert [event["turn"]["speaker"] for event in room.sent if event["type"] == "turn"] == ["rep", "buyer"]


def test_a_newer_connection_that_asked_before_the_older_one_was_seen_to_go_is_let_in() -> None:
    """It has read that it is in, and asks no more: what it says reaches the call all the same."""
    room = FakeRoom()

    async def scenario(page: Page) -> None:
        await page.ask(seconds=0.5)
        page.send(type="pick_up")
        await asyncio.sleep(5)
        page.send(type="join", ticket="")
        await asyncio.sleep(0.2)
        room.handlers["participant_disconnected"](SimpleNamespace(identity=REP, disconnect_reason=None))
        page.send(type="say", text="Thank you for calling, this is Dana.")
        async with asyncio.timeout(30):
            while room.kinds().count("turn") < 2:
                await asyncio.sleep(0.1)

    play(room, scenario)
