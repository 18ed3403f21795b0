"""Replies that take their matter from the question just asked."""

import pytest

from sparring.speech_acts import ActKind, Context, recognise

ASKED = Context(said_before=("And what happens if the aide is sick?",))


def covers(reply: str, context: Context) -> bool:
    return any(act.kind is ActKind.BACKUP_COVER for act in recognise(reply, context))


@pytest.mark.parametrize(
    "reply",
    ["Then we send another one from the team.", "then i come myself", "We are sending another person the same day."],
)
def test_who_is_sent_answers_who_covers(reply: str) -> None:
    """The question has said what for; said to nobody's question the same words cover nothing."""
    assert covers(reply, ASKED)
    assert not covers(reply, Context(said_before=("Thank you.",)))


@pytest.mark.parametrize(
    "reply",
    ["Maybe another person comes.", "That depends.", "Is there another person you know?", "That rarely happens."],
)
def test_what_leaves_it_open_covers_nothing(reply: str) -> None:
    """A hope is no cover, and neither is a question."""
    assert not covers(reply, ASKED)
