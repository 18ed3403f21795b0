"""Measures are read from events and timing, or not at all."""

import pytest

from sparring.grade.heard.measures import monologues_ms, read, talk_share, told
from sparring.signals import CallMeasure
from sparring.transcript import Ending, Event, EventKind, TurnLatency
from tests.fakes.scripted import Call, with_turns

SCRIPT = """
    R: one two three four five
    B: yes I see
    R: six seven eight nine ten
    B: one two three four five six seven eight nine ten
    R: eleven twelve
"""
RUNG = (Event(kind=EventKind.RING, at_ms=0, duration_ms=13_000), Event(kind=EventKind.PICK_UP, at_ms=0))


def overlap(duration_ms: int, ref: str = "rep") -> Event:
    return Event(kind=EventKind.OVERLAP, at_ms=1_000, duration_ms=duration_ms, ref=ref)


def test_rings_follow_from_how_long_it_rang() -> None:
    """Thirteen seconds are the third ring; separate rings are counted."""
    assert read(CallMeasure.RINGS, Call(SCRIPT, events=RUNG).transcript()).value == 3
    four = (*(Event(kind=EventKind.RING, at_ms=0) for _ in range(4)), Event(kind=EventKind.PICK_UP, at_ms=0))
    assert read(CallMeasure.RINGS, Call(SCRIPT, events=four).transcript()).value == 4


@pytest.mark.parametrize("events", [(), RUNG[:1], RUNG[1:]])
def test_without_a_recorded_ring_there_is_no_reading(events: tuple[Event, ...]) -> None:
    """A phone that was not heard ringing tells nothing."""
    reading = read(CallMeasure.RINGS, Call(SCRIPT, events=events).transcript())
    assert reading.value is None
    assert "not recorded" in reading.why_not


def test_only_long_overlaps_by_the_rep_count() -> None:
    """A second or less is turn-taking, and the buyer's own overlaps are the buyer's."""
    events = (*RUNG, overlap(1_001), overlap(1_000), overlap(3_000, "buyer"))
    assert read(CallMeasure.OVERLAPS, Call(SCRIPT, channel="voice", events=events).transcript()).value == 1


def test_a_typed_call_has_no_overlaps_no_monologue_and_no_silence() -> None:
    """What typing cannot show is not read off it."""
    typed = Call(SCRIPT, events=RUNG).transcript()
    for measure in (CallMeasure.OVERLAPS, CallMeasure.LONGEST_MONOLOGUE_S, CallMeasure.DEAD_AIR):
        assert read(measure, typed).value is None
    assert "typed" in read(CallMeasure.OVERLAPS, typed).why_not


def test_an_uploaded_call_has_no_record_of_overlaps() -> None:
    """No events were written down, so none is not zero."""
    ending = Ending(by="file", complete=True, reason="uploaded")
    uploaded = Call(SCRIPT, channel="voice", ending=ending).transcript()
    assert read(CallMeasure.OVERLAPS, uploaded).value is None
    assert read(CallMeasure.DEAD_AIR, uploaded).value is None


def test_words_that_were_handed_in_are_not_called_typed() -> None:
    """The call was spoken; it is the sound that is missing."""
    handed_in = Call(SCRIPT, ending=Ending(by="file", complete=True, reason="uploaded as text")).transcript()
    for measure in (CallMeasure.OVERLAPS, CallMeasure.LONGEST_MONOLOGUE_S):
        assert read(measure, handed_in).value is None
        assert "only the words of this call were handed in" in read(measure, handed_in).why_not


def test_on_a_slow_line_overlaps_say_nothing() -> None:
    """Where the buyer's answers came late, talking over them is not held against the rep."""
    call = Call(SCRIPT, channel="voice", events=RUNG).transcript()
    slow = [turn.model_copy(update={"latency": TurnLatency(glass_to_glass_ms=2_600)}) for turn in call.turns]
    reading = read(CallMeasure.OVERLAPS, with_turns(call, slow))
    assert reading.value is None
    assert "slow" in reading.why_not


def test_a_listening_sound_does_not_end_a_monologue() -> None:
    """Three words of the buyer in between, and the rep is still speaking; ten, and the rep has stopped."""
    call = Call(SCRIPT, channel="voice", events=RUNG).transcript()
    assert monologues_ms(call.turns) == [4_000, 800]
    assert read(CallMeasure.LONGEST_MONOLOGUE_S, call).value == 4.0


def test_the_talk_share_is_by_time_or_else_by_words() -> None:
    """Twelve of twenty-five words, or the same share of the time they took."""
    assert talk_share(Call(SCRIPT).transcript()).value == pytest.approx(12 / 25)
    assert talk_share(Call(SCRIPT, channel="voice").transcript()).value == pytest.approx(12 / 25)
    assert read(CallMeasure.TALK_SHARE, Call("R: ...").transcript()).value == 1.0


def test_silences_are_counted_where_they_were_recorded() -> None:
    """Each dead air is one."""
    events = (*RUNG, Event(kind=EventKind.DEAD_AIR, at_ms=9, duration_ms=8_000))
    assert read(CallMeasure.DEAD_AIR, Call(SCRIPT, channel="voice", events=events).transcript()).value == 1


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (CallMeasure.RINGS, 1, "1 ring"),
        (CallMeasure.OVERLAPS, 2, "2 overlaps"),
        (CallMeasure.LONGEST_MONOLOGUE_S, 80.4, "80 s on end"),
        (CallMeasure.TALK_SHARE, 0.5, "50% of the talking"),
    ],
)
def test_a_reading_is_told_with_its_unit(measure: CallMeasure, value: float, words: str) -> None:
    """As a report puts it."""
    assert told(measure, value) == words
