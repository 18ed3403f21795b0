"""The typed line."""

import asyncio
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.diary.entries import READING_MS_A_WORD
from sparring.call.line import CallClock, TypedLine
from sparring.call.replay import Branch, branch_at
from sparring.call.session import CallSession
from sparring.errors import MediaFailed
from sparring.persona import find_persona
from sparring.transcript import Speaker, Transcript
from tests.fakes.calls import CALLER, Onlooker, an_opening
from tests.fakes.clock import START, FakeClock


def a_line(
    persona_id: str = CALLER, clock: FakeClock | None = None, *, branch: Branch | None = None
) -> tuple[TypedLine, CallSession, Onlooker]:
    persona, page = find_persona(persona_id), Onlooker()
    clock_ms = CallClock(clock or FakeClock())
    session = CallSession(
        an_opening(persona),
        persona,
        journal=MemoryJournal(),
        store=MemoryStore(),
        watcher=page,
        clock_ms=clock_ms,
    )
    if branch is not None:
        session.go_on_from(branch)
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


WORDS = ("What happened?", "How is she managing at home?", "I see. That sounds hard.", "Are you a robot?", "zzz")
PAUSES_S = st.floats(0, 30) | st.just(0.0)
SAID = st.lists(st.tuples(PAUSES_S, st.sampled_from(WORDS)), max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    said=SAID,
    stays_s=PAUSES_S,
    by=st.sampled_from(("rep", None)),
    persona_id=st.sampled_from((CALLER, "discharge_planner")),
)
def test_no_typed_turn_lasts_beyond_the_next_or_beyond_the_call(
    said: list[tuple[float, str]], stays_s: float, by: Literal["rep"] | None, persona_id: str
) -> None:
    """However fast the rep types and whenever they leave: turns follow one another, within the call's duration."""
    clock = FakeClock()

    async def scenario() -> Transcript:
        line, session, page = a_line(persona_id, clock)
        await session.open()
        await line.pick_up(ring_ms=500)
        for pause_s, text in said:
            clock.advance(pause_s)
            if page.ending is None:
                await line.type_text(text)
            shown = [turn.end_ms for turn in page.turns.values()]
            assert max(shown, default=0) <= line_ms(clock), "the page is shown no time that is still to come"
        clock.advance(stays_s)
        if by is not None:  # else the program is killed
            await line.hang_up(by, reason="The rep hung up.")
        return await session.transcript()

    transcript = asyncio.run(scenario())
    ends = [*(turn.start_ms for turn in transcript.turns[1:]), transcript.duration_ms]
    for turn, at_most_ms in zip(transcript.turns, ends, strict=False):
        assert turn.start_ms <= turn.end_ms <= at_most_ms
        read_ms = turn.end_ms - turn.start_ms
        assert read_ms in (0, at_most_ms - turn.start_ms, READING_MS_A_WORD * len(turn.text.split()))
    assert all(event.at_ms <= max(transcript.duration_ms, line_ms(clock)) for event in transcript.events)


def line_ms(clock: FakeClock) -> int:
    """What the call's clock says, where pick-up was at the fake's start."""
    return round((clock.monotonic_s() - START.timestamp()) * 1000)


def test_a_fork_of_a_typed_call_goes_on_after_what_it_took_over() -> None:
    """Taken again at once and again later, no turn of the fork begins before the one before it was read."""
    clock = FakeClock()

    async def scenario() -> list[Transcript]:
        line, session, _ = a_line(clock=clock)
        await session.open()
        await line.pick_up(ring_ms=500)
        for pause_s in (0.5, 0.1, 9.0):
            clock.advance(pause_s)
            await line.type_text("How is she managing at home?")
        await line.hang_up("rep", reason="The rep hung up.")
        first = await session.transcript()
        forks = []
        for turn in range(len(first.turns)):
            branch = branch_at(session.persona, first, turn)
            line, again, _ = a_line(clock=clock, branch=branch)
            await again.open()
            await line.pick_up(ring_ms=500)
            await line.type_text("Tell me about her mornings.")
            await line.hang_up("rep", reason="The rep hung up.")
            forks.append(await again.transcript())
        return forks

    for fork in asyncio.run(scenario()):
        assert all(one.end_ms <= after.start_ms for one, after in pairwise(fork.turns))
        assert fork.turns[-1].end_ms <= fork.duration_ms
