"""The diary folded into a transcript."""

import pytest

from sparring.call.diary.entries import (
    CallEnded,
    Entry,
    Happened,
    TurnCorrected,
    TurnMeasured,
    TurnSaid,
    assemble,
    decode,
    encode,
)
from sparring.call.diary.handover import PROCESS_LOST
from sparring.errors import DiaryUnreadable
from sparring.transcript import Ending, Event, EventKind, Speaker, Turn, TurnLatency, Word
from tests.fakes.calls import an_opening


def said(index: int, text: str, speaker: Speaker = Speaker.REP) -> TurnSaid:
    turn = Turn(
        index=index, speaker=speaker, text=text, start_ms=index * 1_000, end_ms=index * 1_000 + 500, channel="voice"
    )
    return TurnSaid(turn=turn)


ENTRIES: list[Entry] = [
    an_opening(),
    Happened(event=Event(kind=EventKind.PICK_UP, at_ms=0)),
    said(0, "Hello."),
    TurnMeasured(index=0, words=(Word(text="Hello.", start_ms=0, probability=0.4),), confidence=0.4),
    said(1, "Hi.", Speaker.BUYER),
    TurnMeasured(index=1, latency=TurnLatency(server_ms=300)),
    TurnMeasured(index=1, latency=TurnLatency(glass_to_glass_ms=420)),
    CallEnded(ending=Ending(by="rep", complete=True, reason="The rep hung up."), duration_ms=5_000),
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_survives_being_written_and_read(entry: Entry) -> None:
    """What is decoded is what was encoded."""
    assert decode(encode(entry)) == entry


def test_entries_become_turns_events_and_an_ending() -> None:
    """Measurements are merged into the turns they are about."""
    transcript = assemble(ENTRIES, otherwise=PROCESS_LOST)
    assert [turn.text for turn in transcript.turns] == ["Hello.", "Hi."]
    assert transcript.turns[0].confidence == 0.4
    assert transcript.turns[1].latency == TurnLatency(server_ms=300, glass_to_glass_ms=420)
    assert transcript.ending.by == "rep"
    assert transcript.duration_ms == 5_000


@pytest.mark.parametrize("length", range(1, len(ENTRIES)))
def test_a_diary_cut_anywhere_is_a_transcript_that_says_so(length: int) -> None:
    """However early the process died, what was written down stands, as incomplete."""
    transcript = assemble(ENTRIES[:length], otherwise=PROCESS_LOST)
    assert transcript.ending == PROCESS_LOST
    assert len(transcript.turns) == sum(isinstance(entry, TurnSaid) for entry in ENTRIES[:length])


def test_a_correction_drops_word_times_and_keeps_the_first_hearing() -> None:
    """Correcting twice still remembers what was heard, and later word times do not come back."""
    entries = [
        *ENTRIES,
        TurnCorrected(index=0, text="Hallo."),
        TurnCorrected(index=0, text="Hello there."),
        TurnMeasured(index=0, words=(Word(text="x", start_ms=0, probability=1.0),), confidence=0.1),
    ]
    turn = assemble(entries, otherwise=PROCESS_LOST).turns[0]
    assert (turn.text, turn.corrected_from, turn.words, turn.confidence) == ("Hello there.", "Hello.", (), None)


def test_an_amendment_of_a_turn_that_is_not_there_is_ignored() -> None:
    """A page may report on a turn that was never committed."""
    entries = [ENTRIES[0], TurnMeasured(index=7, confidence=0.5), TurnCorrected(index=3, text="x")]
    assert assemble(entries, otherwise=PROCESS_LOST).turns == ()


def test_a_diary_without_an_opening_is_nobodys() -> None:
    """Nothing is guessed."""
    with pytest.raises(DiaryUnreadable):
        assemble(ENTRIES[1:], otherwise=PROCESS_LOST)


def test_a_line_that_is_not_an_entry_is_refused() -> None:
    """One documented error, whatever the bytes."""
    for line in (b"", b"{}", b'{"entry": "sung"}', b"\xff"):
        with pytest.raises(DiaryUnreadable):
            decode(line)


def test_entries_that_amount_to_no_transcript_are_refused() -> None:
    """A turn that is missing in the middle leaves nothing that could be graded."""
    with pytest.raises(DiaryUnreadable):
        assemble([ENTRIES[0], said(0, "Hello."), said(5, "Bye.")], otherwise=PROCESS_LOST)
