"""Who speaks in an uploaded call, and on which side."""

import pytest

from sparring.errors import TranscriptRejected
from sparring.grade.uploads.parsing import WrittenCall, read_written
from sparring.grade.uploads.speakers import RepByLabel, SpeakerHeard, rep_by_label, sides_of, speakers_in

NAMED = "Ann: Thank you for calling.\nBob: Hi.\nann : How can I help?\nNurse: He is asleep.\n"


def call_of(*names: str) -> WrittenCall:
    return read_written("\n".join(f"{name}: Hello there." for name in names).encode(), source="call.txt")


def test_who_speaks_is_told_apart() -> None:
    """Each name once, with how often and what first; names are compared without regard to case and blanks."""
    call = read_written(NAMED.encode(), source="call.txt")
    assert speakers_in(call) == (
        SpeakerHeard("Ann", 2, "Thank you for calling."),
        SpeakerHeard("Bob", 1, "Hi."),
        SpeakerHeard("Nurse", 1, "He is asleep."),
    )
    assert rep_by_label(call) is None


@pytest.mark.parametrize(
    ("names", "sides"),
    [
        (("Rep", "Buyer", "REP"), ["rep", "buyer", "rep"]),
        (("Agent", "Caller", "Agent"), ["rep", "buyer", "rep"]),
        (("Customer", "Sales Rep"), ["buyer", "rep"]),
        (("Representative", "Client"), ["rep", "buyer"]),
        (("Agent", "Laura Bennett"), ["rep", "buyer"]),
        (("Prospect", "Dana"), ["buyer", "rep"]),
        (("Agent",), ["rep"]),
    ],
)
def test_a_label_that_says_what_somebody_does_is_believed(names: tuple[str, ...], sides: list[str]) -> None:
    """And between two people the other one is the other side."""
    call = call_of(*names)
    assert rep_by_label(call)
    assert [side.value for side in sides_of(call, None, source="call.txt")] == sides


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("Dana", "Laura"), 1),
        (("Caller", "Receptionist"), 1),
        (("Rep", "Buyer", "Dana"), 3),
        (("Agent", "Customer", "Rep"), 1),
        (("Rep", "R\u200bep"), 2),
        (("Dana",), 1),
        (("Customer", "Client"), 1),
    ],
)
def test_who_may_be_the_rep_or_not_is_asked_after(names: tuple[str, ...], line: int) -> None:
    """Two people by name, a third one, two kinds of rep or none, a label that only looks like one: nobody guesses."""
    call = call_of(*names)
    assert rep_by_label(call) is None
    with pytest.raises(TranscriptRejected, match=rf"line {line}: names somebody who may be the rep .*--rep-speaker"):
        sides_of(call, None, source="call.txt")


def test_whoever_is_named_as_the_rep_is_it_whatever_the_labels_say() -> None:
    """A receptionist labelled Agent is the buyer's side of a rep who calls."""
    call = call_of("Agent", "Dana")
    assert [side.value for side in sides_of(call, "dana", source="call.txt")] == ["buyer", "rep"]


@pytest.mark.parametrize(
    ("names", "name", "label"),
    [
        (("REP", "Buyer", "Rep"), "REP", "REP"),
        (("Laura  Bennett", "Agent"), "Agent", "Agent"),
        (("Customer", "Dana", "DANA"), "Dana", "Customer"),
    ],
)
def test_it_is_said_which_label_told_the_sides_apart(names: tuple[str, ...], name: str, label: str) -> None:
    """As the file writes it first: the rep's own, or the other side's between two people."""
    assert rep_by_label(call_of(*names)) == RepByLabel(name, label)
