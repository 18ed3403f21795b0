"""The turns of a call that stand."""

import asyncio
from collections.abc import Sequence

import pytest

from sparring.adapters.journal.memory import MemoryJournal
from sparring.call.diary.committed_turns import CommittedTurns
from sparring.call.diary.entries import TurnCorrected, TurnMeasured
from sparring.errors import JournalFailed
from sparring.ids import CallId
from sparring.transcript import Speaker, Turn
from tests.fakes.calls import Onlooker, an_opening


def a_turn(index: int, speaker: Speaker = Speaker.REP, text: str = "Hello.") -> Turn:
    began_ms = 1_000 * index
    return Turn(index=index, speaker=speaker, text=text, start_ms=began_ms, end_ms=began_ms + 800, channel="voice")


def written(journal: MemoryJournal | None = None) -> tuple[CommittedTurns, Onlooker]:
    page = Onlooker()
    return CommittedTurns(an_opening().call_id, journal or MemoryJournal(), page), page


class FullDisk(MemoryJournal):
    """Takes nothing."""

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        raise JournalFailed("no room")


def test_a_turn_is_shown_once_it_is_durable() -> None:
    """A diary that refuses leaves nothing behind, neither in the call nor on the page."""
    turns, page = written(FullDisk())
    with pytest.raises(JournalFailed):
        asyncio.run(turns.add(a_turn(0)))
    assert turns.all == ()
    assert page.turns == {}


def test_what_belongs_together_is_one_append() -> None:
    """A turn and its circumstances are durable together; nothing to note is no append."""
    calls: list[int] = []

    class Counting(MemoryJournal):
        async def append(self, call_id: CallId, *lines: bytes) -> None:
            calls.append(len(lines))
            await super().append(call_id, *lines)

    async def scenario(turns: CommittedTurns) -> None:
        await turns.note()
        await turns.add(a_turn(0), TurnMeasured(index=0, confidence=0.5))

    asyncio.run(scenario(written(Counting())[0]))
    assert calls == [2]


def test_what_becomes_known_later_is_shown_again() -> None:
    """Of a turn that nobody knows nothing is written."""

    async def scenario() -> tuple[CommittedTurns, Sequence[bytes], Onlooker]:
        opening, journal, page = an_opening(), MemoryJournal(), Onlooker()
        turns = CommittedTurns(opening.call_id, journal, page)
        await turns.add(a_turn(0))
        await turns.amend(TurnCorrected(index=0, text="Hallo."))
        await turns.amend(TurnCorrected(index=4, text="Hallo."))
        return turns, await journal.lines(opening.call_id), page

    turns, lines, page = asyncio.run(scenario())
    assert [turn.text for turn in turns.all] == ["Hallo."]
    assert page.turns[0].text == "Hallo."
    assert len(lines) == 2


def test_only_what_the_rep_said_aloud_on_this_call_can_be_corrected() -> None:
    """Not what was inherited, what the buyer said, what was typed, nor into the same or into nothing."""
    turns, _ = written()
    spoken = [a_turn(0), a_turn(1)]
    typed = a_turn(2).model_copy(update={"channel": "typed"})
    turns.take_over([*spoken, typed, a_turn(3, Speaker.BUYER)], inherited=1)
    assert [turns.may_correct(index, "Hallo.") for index in range(-1, 5)] == [False, False, True, False, False, False]
    assert not turns.may_correct(1, "Hello.")
    assert not turns.may_correct(1, "")
    assert turns.own == turns.all[1:]
