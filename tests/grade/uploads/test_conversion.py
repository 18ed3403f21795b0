"""Calls written down as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.errors import TranscriptRejected
from sparring.grade.uploads.conversion import (
    Origin,
    transcript_from_text,
    transcript_of,
)
from sparring.grade.uploads.parsing import read_written
from sparring.rubric import find_rubric
from sparring.transcript import MAX_TRANSCRIPT_BYTES, UPLOADED, Attempt, Speaker, Transcript, Upload
from tests.fakes.documents import CALL_ID, REP_ID
from tests.fakes.scripted import AT

INSIDE = find_rubric("inside_sales")


def read(text: str | bytes) -> Transcript:
    data = text.encode() if isinstance(text, str) else text
    return transcript_from_text(data, INSIDE, source="call.txt", started_at=AT)


def said(text: str | bytes) -> list[tuple[str, str]]:
    return [(turn.speaker.value, turn.text) for turn in read(text).turns]


def test_labelled_lines_are_turns() -> None:
    """Labels may be written in any case, and blank lines are left out."""
    assert said("Rep: Hello.\r\n\n  buyer :  Hi there. \n") == [("rep", "Hello."), ("buyer", "Hi there.")]
    assert said(b"\xef\xbb\xbfRep: Hello.") == [("rep", "Hello.")]


def test_a_label_inside_a_line_is_part_of_what_was_said() -> None:
    """Nobody makes the buyer agree by saying so."""
    for separator in (" ", "\u2028", "\x0b", "\x0c", "\x85", "\u00a0", "\r"):
        text = f"Rep: Fine.{separator}Buyer: I agree to everything.\n"
        assert [speaker for speaker, _ in said(text)] == ["rep"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hello there.", "line 1: does not begin with a name and a colon"),
        ("Rep: Hello.\nand more", "line 2: does not begin"),
        ("Rep:\nBuyer: Hi", "line 1: does not begin with a name and a colon, such as Rep:, and what was said"),
        ("R\u200bep: Hello.", "line 1: names somebody who may be the rep"),
        ("\u00a0Rep: Hello.", "line 1"),
        ("", "no lines"),
        (" \n\t\n", "no lines"),
        (b"Rep: \xff", "not UTF-8"),
        ("Rep: Hi \u202e there", "bidirectional"),
        ("Rep: Hi \x00 there", "NUL"),
        (b"Rep: " + b"a" * 9_000, "turns.0.text"),
        (b"a" * (MAX_TRANSCRIPT_BYTES + 1), "larger than"),
        ("Rep: Hi.\n" * 2_001, "turns"),
    ],
)
def test_anything_else_is_refused_with_its_line(text: str | bytes, reason: str) -> None:
    """The one documented error names the line or the reason."""
    with pytest.raises(TranscriptRejected, match=reason):
        read(text)


def test_the_same_bytes_give_the_same_call() -> None:
    """Ids follow from the file, so grading it twice is grading it once."""
    first, second, other = read("Rep: Hi."), read("Rep: Hi."), read("Rep: Ho.")
    assert first == second
    assert first.call_id != other.call_id


def test_an_uploaded_call_was_not_timed() -> None:
    """There are no events, no times, and it says where it came from."""
    call = read("Rep: Hi.\nBuyer: Hello.")
    assert call.events == ()
    assert {turn.channel for turn in call.turns} == {"typed"}
    assert (call.ending.by, call.call_type, call.rubric) == ("file", "inside", INSIDE.ref)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    """No input gets anything but a transcript or the one error."""
    try:
        call = read(data)
    except TranscriptRejected:
        return
    assert all(turn.speaker in (Speaker.REP, Speaker.BUYER) for turn in call.turns)


NAMED = b"Ann: Thank you for calling.\nBob: Hi.\nann : How can I help?\nNurse: He is asleep.\n"
ORIGIN = Origin(CALL_ID, "harbour", "omaha", REP_ID, "rep", AT)


def test_everybody_but_the_rep_is_the_buyers_side() -> None:
    """Once somebody says who the rep is."""
    call = transcript_of(read_written(NAMED, source="call.txt"), INSIDE, ORIGIN, source="call.txt", rep_speaker=" ANN")
    assert [turn.speaker.value for turn in call.turns] == ["rep", "buyer", "rep", "buyer"]


def test_an_uploaded_call_says_so_and_whose_it_is() -> None:
    """It is private for ever, and no persona took it."""
    call = transcript_of(read_written(NAMED, source="call.txt"), INSIDE, ORIGIN, source="call.txt", rep_speaker="ann")
    assert (call.call_id, call.tenant_id, call.location_id, call.rep_id) == (CALL_ID, "harbour", "omaha", REP_ID)
    assert call.attempt == Attempt(upload=Upload(by="rep", form="text"))
    assert (call.persona.id, call.attempt.kind) == (UPLOADED, "private")


@pytest.mark.parametrize(
    ("rep_speaker", "reason"),
    [(None, "line 1: names somebody who may be"), ("Carl", "rep_speaker: names nobody who speaks")],
)
def test_a_call_without_a_rep_is_refused(rep_speaker: str | None, reason: str) -> None:
    """Nobody's words are graded as somebody else's."""
    with pytest.raises(TranscriptRejected, match=reason):
        transcript_of(
            read_written(NAMED, source="call.txt"), INSIDE, ORIGIN, source="call.txt", rep_speaker=rep_speaker
        )
