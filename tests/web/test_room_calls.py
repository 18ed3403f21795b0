"""Calls by voice in rooms: put through, found again, given another worker when the one before is gone."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.diary.entries import CallCarried, CallEnded, CallOpened, encode
from sparring.call.lifecycle import CallStage
from sparring.errors import CallOver, JournalFailed, MediaFailed, NoRoomForCall, NotYours
from sparring.ids import CallId, new_call_id, new_rep_id
from sparring.transcript import Ending, object_name
from sparring.web.room_calls import (
    AWAITED_S,
    BETWEEN_DISPATCHES_S,
    LOOK_S,
    MAX_CARRIERS,
    ON_ITS_WAY_S,
    SENT_AGAIN_AFTER_S,
    TOUCH_S,
    RoomCalls,
)
from tests.fakes.calls import an_opening
from tests.fakes.clock import FakeClock
from tests.fakes.rooms import FakePlaces, FakeRooms
from tests.virtual_time import VirtualClock, run_virtually


class House:
    """Room calls over memory, one of them booked."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.journal, self.store, self.rooms = (
            SqliteJournal(folder / "journal.db", self.clock),
            MemoryStore(),
            FakeRooms(),
        )
        self.places = FakePlaces()
        self.room_calls = RoomCalls(self.rooms, self.journal, self.store, self.clock, places=self.places)
        self.opened: CallOpened = an_opening()

    async def put_through(self) -> str:
        ticket = await self.room_calls.put_through(self.opened.call_id, self.opened.rep_id)
        return ticket.token

    async def carried(self) -> None:
        await self.journal.append(self.opened.call_id, encode(CallCarried(engines=self.opened.engines)))

    def nobody_marks_the_diary(self, seconds: float = BETWEEN_DISPATCHES_S + 1) -> None:
        self.clock.advance(seconds)


def play(scenario: Callable[[House], Awaitable[None]]) -> None:
    async def run(folder: Path) -> None:
        house = House(folder)
        try:
            await house.room_calls.book(house.opened, None)
            await scenario(house)
        finally:
            await house.journal.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))


def test_the_first_ticket_brings_a_worker() -> None:
    """And none after it, while that one may still be on its way."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.put_through()
        assert (house.rooms.tickets, house.rooms.sent) == ([True, False], [])

    play(scenario)


def test_a_diary_that_cannot_be_marked_once_is_marked_the_next_time(tmp_path: Path) -> None:
    """A booked call that nobody has joined is not swept up because the disk was full for a moment."""
    refused: list[CallId] = []

    class Full(SqliteJournal):
        async def touch(self, call_ids: Sequence[CallId]) -> None:
            if not refused:
                refused.extend(call_ids)
                raise JournalFailed("The disk is full.")
            await super().touch(call_ids)

    async def scenario() -> None:
        clock, opened = VirtualClock(), an_opening()
        journal = Full(tmp_path / "journal.db", clock)
        room_calls = RoomCalls(FakeRooms(), journal, MemoryStore(), clock, places=FakePlaces())
        await room_calls.book(opened, None)
        keeping = asyncio.create_task(room_calls.keep_booked())
        await asyncio.sleep(3.5 * TOUCH_S)
        assert refused == [opened.call_id]
        assert list(await journal.abandoned(idle_s=TOUCH_S)) == []
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await journal.close()

    run_virtually(scenario())


def test_a_page_that_was_lost_comes_back_to_the_same_worker() -> None:
    """Its diary is marked: nobody else is sent."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.carried()
        house.nobody_marks_the_diary()
        await house.journal.touch([house.opened.call_id])
        await house.put_through()
        assert house.rooms.sent == []

    play(scenario)


def test_a_call_whose_worker_is_gone_is_given_another() -> None:
    """At once, and the next page that asks waits for that one."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.carried()
        house.nobody_marks_the_diary()
        await house.put_through()
        await house.put_through()
        assert [wish.call_id for wish in house.rooms.sent] == [house.opened.call_id]

    play(scenario)


def test_a_call_that_kills_its_workers_is_ended_and_kept() -> None:
    """What was said is handed over, and the page is told."""

    async def scenario(house: House) -> None:
        await house.put_through()
        for _ in range(MAX_CARRIERS):
            await house.carried()
        house.nobody_marks_the_diary()
        with pytest.raises(CallOver, match="could not be taken up again"):
            await house.put_through()
        assert object_name(house.opened) in house.store.objects
        with pytest.raises(CallOver):
            await house.put_through()

    play(scenario)


def test_a_worker_that_died_in_the_review_needs_no_other() -> None:
    """Nobody would speak any more: the transcript is handed over as it stands."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.carried()
        ending = Ending(by="rep", complete=True, reason="The rep hung up.")
        await house.journal.append(house.opened.call_id, encode(CallEnded(ending=ending, duration_ms=1)))
        house.nobody_marks_the_diary()
        with pytest.raises(CallOver):
            await house.put_through()
        assert house.rooms.sent == []

    play(scenario)


def test_a_media_server_that_does_not_answer_leaves_the_call_as_it_is() -> None:
    """The page may ask again."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.carried()
        house.nobody_marks_the_diary()
        house.rooms.down = True
        with pytest.raises(MediaFailed):
            await house.put_through()
        house.rooms.down = False
        await house.put_through()
        assert len(house.rooms.sent) == 1

    play(scenario)


def test_nobody_is_put_through_to_another_s_call() -> None:
    """Whether there is one or not."""

    async def scenario(house: House) -> None:
        with pytest.raises(NotYours):
            await house.room_calls.put_through(house.opened.call_id, new_rep_id())
        assert house.room_calls.of_rep(new_rep_id()) == []
        assert house.rooms.tickets == []

    play(scenario)


def test_a_server_that_was_started_again_finds_the_call_by_its_diary() -> None:
    """It has booked nothing, and puts the rep through all the same."""

    async def scenario(house: House) -> None:
        await house.carried()
        await house.journal.touch([house.opened.call_id])
        other = RoomCalls(house.rooms, house.journal, house.store, house.clock, places=house.places)
        await other.put_through(house.opened.call_id, house.opened.rep_id)
        assert house.rooms.tickets == [False]
        assert (await other.find(house.opened.call_id, house.opened.rep_id)).stage is CallStage.RINGING

    play(scenario)


def test_no_call_is_booked_where_nobody_can_carry_it() -> None:
    """Without an agent, and without a place; the sentences tell the two apart, and nothing is written."""

    async def scenario(house: House) -> None:
        for free, sentence in ((None, "No agent"), (0, "lines are busy")):
            house.places.count = free
            another = an_opening().model_copy(update={"call_id": new_call_id()})
            with pytest.raises(NoRoomForCall, match=sentence):
                await house.room_calls.book(another, None)
            assert not await house.journal.lines(another.call_id)

    play(scenario)


def test_a_call_on_its_way_has_its_place_already() -> None:
    """A worker counts it a moment later; from then on its own word is believed."""

    async def scenario(house: House) -> None:
        house.places.count = 1
        another = an_opening().model_copy(update={"call_id": new_call_id()})
        with pytest.raises(NoRoomForCall):
            await house.room_calls.book(another, None)
        house.clock.advance(ON_ITS_WAY_S)
        await house.room_calls.book(another, None)
        assert house.room_calls.knows(another.call_id)

    play(scenario)


def test_a_worker_that_does_not_come_is_followed_by_another() -> None:
    """A media server drops a job that nobody takes: one is sent again while the page waits, and not after."""

    async def scenario(house: House) -> None:
        await house.put_through()
        for _ in range(4):
            house.clock.advance(SENT_AGAIN_AFTER_S)
            await house.room_calls.send_overdue()
        assert [wish.call_id for wish in house.rooms.sent] == [house.opened.call_id] * int(
            AWAITED_S // SENT_AGAIN_AFTER_S
        )

    play(scenario)


def test_a_worker_that_came_is_not_followed() -> None:
    """Its diary is marked."""

    async def scenario(house: House) -> None:
        await house.put_through()
        house.clock.advance(SENT_AGAIN_AFTER_S)
        await house.carried()
        await house.journal.touch([house.opened.call_id])
        await house.room_calls.send_overdue()
        house.clock.advance(SENT_AGAIN_AFTER_S)
        await house.journal.touch([house.opened.call_id])
        await house.room_calls.send_overdue()
        assert house.rooms.sent == []

    play(scenario)


def test_a_worker_that_dies_as_its_page_comes_back_is_followed_by_another() -> None:
    """The diary was marked so lately that it seems carried when the page asks, and at the first look after that."""

    async def scenario(house: House) -> None:
        await house.put_through()
        await house.carried()
        house.clock.advance(60)
        await house.journal.touch([house.opened.call_id])
        house.clock.advance(0.75)
        await house.put_through()
        for _ in range(3):
            await house.room_calls.send_overdue()
            house.clock.advance(LOOK_S)
        assert [wish.call_id for wish in house.rooms.sent] == [house.opened.call_id]

    play(scenario)


@pytest.mark.parametrize(("came", "sent"), [(True, 1), (False, 0)])
def test_a_worker_that_dies_on_its_way_is_followed_as_soon_as_its_marks_stop(*, came: bool, sent: int) -> None:
    """One that never came may still be starting, and is given longer."""

    async def scenario(house: House) -> None:
        await house.put_through()
        house.clock.advance(1)
        if came:
            await house.journal.touch([house.opened.call_id])
        for _ in range(4):
            await house.room_calls.send_overdue()
            house.clock.advance(LOOK_S)
        assert len(house.rooms.sent) == sent

    play(scenario)


def test_a_media_server_that_is_down_is_asked_again() -> None:
    """Nobody falls out of the loop for it."""

    async def scenario(house: House) -> None:
        await house.put_through()
        house.rooms.down = True
        house.clock.advance(SENT_AGAIN_AFTER_S)
        await house.room_calls.send_overdue()
        house.rooms.down = False
        await house.room_calls.send_overdue()
        assert len(house.rooms.sent) == 1

    play(scenario)


def test_a_server_that_was_started_again_does_not_mark_a_call_that_others_carry() -> None:
    """The process that carries it may die at any time, and only its own mark must count."""

    async def scenario(house: House) -> None:
        await house.carried()
        other = RoomCalls(house.rooms, house.journal, house.store, house.clock, places=house.places)
        await other.put_through(house.opened.call_id, house.opened.rep_id)
        house.nobody_marks_the_diary()
        keeping = asyncio.create_task(other.keep_booked())
        await asyncio.sleep(0.05)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await other.put_through(house.opened.call_id, house.opened.rep_id)
        assert len(house.rooms.sent) == 1

    play(scenario)
