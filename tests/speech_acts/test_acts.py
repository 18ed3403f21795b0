"""The vocabulary of acts is closed and its values are frozen."""

import dataclasses

import pytest

from sparring.speech_acts import Act, ActKind, Context, Topic


def test_names_on_the_wire_are_the_lower_case_of_the_members() -> None:
    """Stored transcripts and personas name kinds and topics by these values."""
    for member in (*ActKind, *Topic):
        assert member.value == member.name.lower()


def test_an_act_cannot_be_changed() -> None:
    """Acts are compared and stored in sets."""
    act = Act(ActKind.THANKS, 0, 5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        act.start = 1  # type: ignore[misc]


def test_nothing_is_known_by_default() -> None:
    """The first utterance of a call has no context."""
    assert Context() == Context(other_name="", said_before=(), open_objection="", competitors=())
