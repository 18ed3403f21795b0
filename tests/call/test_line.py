"""The typed line."""

import asyncio

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.errors import MediaFailed
from sparring.persona import find_persona
from sparring.transcript import Speaker
from tests.fakes.calls import CALLER, Onlooker, an_opening
from tests.fakes.clock import FakeClock


def a_line(persona_id: str = CALLER) -> tuple[TypedLine, CallSession, Onlooker]:
    persona, page = find_persona(persona_id), Onlooker()
    clock_ms = CallClock(FakeClock())
    session = CallSession(
        an_opening(persona),
        persona,
        journal=MemoryJournal(),
        store=MemoryStore(),
        watcher=page,
        clock_ms=clock_ms,
    )
    return TypedLine(session, watcher=page, clock_ms=clock_ms), session, page


def test_each_typed_turn_is_answered_at_once() -> None:
    """Thinking, then listening, and both turns stand as typed without a voice."""

    async def scenario() -> None:
        line, session, page = a_line()
        await session.open()
        await line.pick_up(ring_ms=500)
        await line.type_text("Thank you for calling, this is Dana.")
        assert page.states == ["listening", "thinking", "listening"]
        assert [turn.speaker for turn in session.turns] == [Speaker.REP, Speaker.BUYER]
        assert {turn.channel for turn in session.turns} == {"typed"}
        assert session.turns[1].voice_id is None

    asyncio.run(scenario())


def test_a_buyer_who_is_called_speaks_first() -> None:
    """Who picks up says so."""

    async def scenario() -> None:
        line, session, page = a_line("discharge_planner")
        await session.open()
        await line.pick_up(ring_ms=500)
        assert page.turns[0].speaker is Speaker.BUYER

    asyncio.run(scenario())


def test_a_typed_line_has_no_audio() -> None:
    """An offer is refused with a sentence."""

    async def scenario() -> None:
        line, _, _ = a_line()
        with pytest.raises(MediaFailed, match="typed call"):
            await line.offer("v=0")

    asyncio.run(scenario())


def test_the_call_clock_begins_at_pick_up() -> None:
    """Zero until then, milliseconds after."""
    clock = FakeClock()
    clock_ms = CallClock(clock)
    clock.advance(5)
    assert clock_ms() == 0
    clock_ms.begin()
    clock.advance(1.25)
    assert clock_ms() == 1_250
