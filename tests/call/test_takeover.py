"""A call whose diary another process has begun: it goes on where the diary ends."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.diary.entries import CallOpened
from sparring.call.exchange import mark
from sparring.call.lifecycle import CallStage
from sparring.call.replay import branch_at
from sparring.call.session import CallSession, RepSaid
from sparring.call.takeover import book, read_so_far, take_up
from sparring.errors import CallOver, ForkRefused
from sparring.ids import new_call_id
from sparring.persona import find_persona
from sparring.transcript import Engines, EventKind, Speaker
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.clock import FakeClock

LINES = ("Thank you for calling, this is Dana. How can I help?", "I'm so sorry. What worries you most about tomorrow?")
ENGINES = Engines(transport="livekit-room", hearing="a", buyer="rules", voice="b")


class Line:
    """A clock that goes on by two seconds each time it is asked."""

    def __init__(self) -> None:
        self.now_ms = 0

    def __call__(self) -> int:
        self.now_ms += 2_000
        return self.now_ms


def a_session(opened: CallOpened, journal: MemoryJournal) -> CallSession:
    return CallSession(opened, a_caller(), journal=journal, store=MemoryStore(), watcher=Onlooker(), clock_ms=Line())


async def taken_up(opened: CallOpened, journal: MemoryJournal) -> CallSession:
    session = a_session(opened.model_copy(update={"engines": ENGINES}), journal)
    take_up(session, a_caller(), await read_so_far(journal, opened.call_id))
    await session.open()
    return session


async def exchanged(session: CallSession, text: str, *, heard: bool = True) -> str:
    move = await session.rep_said(RepSaid(text, 1_000, 2_000, "voice"))
    if heard:
        await session.buyer_heard(move.text, start_ms=2_500, end_ms=5_000)
    return move.text


def play(scenario: Callable[[MemoryJournal, CallOpened], Awaitable[None]]) -> None:
    async def run() -> None:
        journal, opened = MemoryJournal(), an_opening()
        await book(journal, opened, None)
        await scenario(journal, opened)

    asyncio.run(run())


def test_a_booked_call_begins_as_any_other() -> None:
    """It rings, is picked up, and its transcript names the engines of whoever took it up."""

    async def scenario(journal: MemoryJournal, opened: CallOpened) -> None:
        session = await taken_up(opened, journal)
        assert await session.pick_up(ring_ms=500) is None  # this buyer calls: the rep has the first word
        await exchanged(session, LINES[0])
        so_far = await read_so_far(journal, opened.call_id)
        assert (so_far.stage, so_far.carriers) == (CallStage.LIVE, 1)
        kinds = [event.kind for event in so_far.transcript.events]
        assert kinds[:2] == [EventKind.RING, EventKind.PICK_UP]
        assert so_far.transcript.engines == ENGINES

    play(scenario)


def test_the_next_process_has_the_buyer_s_exact_state() -> None:
    """Turns, clock and mind go on; picking up again rings nobody and says the last words once more."""

    async def scenario(journal: MemoryJournal, opened: CallOpened) -> None:
        first = await taken_up(opened, journal)
        await first.pick_up(ring_ms=500)
        await exchanged(first, LINES[0])
        second = await taken_up(opened, journal)
        assert mark(second.state) == mark(first.state)
        cue = await second.pick_up(ring_ms=0)
        assert cue is not None
        assert cue.text == first.turns[-1].text
        assert await exchanged(second, LINES[1]) == await exchanged(first, LINES[1])
        transcript = (await read_so_far(journal, opened.call_id)).transcript
        starts_ms = [turn.start_ms for turn in second.turns]
        assert starts_ms == sorted(starts_ms)
        assert [event.kind for event in transcript.events].count(EventKind.RING) == 1

    play(scenario)


def test_an_answer_that_nobody_heard_is_said_by_the_next_process() -> None:
    """The process died between the rep's turn and the buyer's: the rep does not say it again."""

    async def scenario(journal: MemoryJournal, opened: CallOpened) -> None:
        first = await taken_up(opened, journal)
        await first.pick_up(ring_ms=500)
        unheard = await exchanged(first, LINES[0], heard=False)
        second = await taken_up(opened, journal)
        move = await second.pick_up(ring_ms=0)
        assert move is not None
        assert move.text == unheard
        turn = await second.buyer_heard(move.text, start_ms=0, end_ms=3_000)
        assert turn is not None
        assert [one.speaker for one in second.turns] == [Speaker.REP, Speaker.BUYER]

    play(scenario)


def test_a_fork_keeps_what_it_took_over() -> None:
    """Its first turns stay another call's, also for the process that follows."""

    async def scenario(journal: MemoryJournal, opened: CallOpened) -> None:
        parent = await taken_up(opened, journal)
        await parent.pick_up(ring_ms=500)
        for line in LINES:
            await exchanged(parent, line)
        branch = branch_at(a_caller(), await parent.transcript(), 2)
        fork = opened.model_copy(update={"call_id": new_call_id()})
        await book(journal, fork, branch)
        assert (await read_so_far(journal, fork.call_id)).stage is CallStage.RINGING
        session = await taken_up(fork, journal)
        assert (len(session.turns), session.own_turns) == (2, ())
        await session.pick_up(ring_ms=0)
        await exchanged(session, LINES[1])
        again = await taken_up(fork, journal)
        assert [len(again.turns), len(again.own_turns)] == [4, 2]

    play(scenario)


def test_a_call_with_another_buyer_s_words_is_not_gone_on_with() -> None:
    """A persona that was changed meanwhile decides otherwise."""

    async def scenario(journal: MemoryJournal, opened: CallOpened) -> None:
        diary = await read_so_far(journal, opened.call_id)
        session = a_session(opened, journal)
        with pytest.raises(ForkRefused):
            take_up(session, find_persona("long_distance_son"), diary)

    play(scenario)


def test_a_diary_that_was_handed_over_is_a_call_that_is_over(tmp_path: Path) -> None:
    """There is nothing to go on from."""

    async def scenario() -> None:
        journal, opened = SqliteJournal(tmp_path / "journal.db", FakeClock()), an_opening()
        await book(journal, opened, None)
        await journal.close_call(opened.call_id)
        with pytest.raises(CallOver):
            await read_so_far(journal, opened.call_id)
        await journal.close()

    asyncio.run(scenario())
