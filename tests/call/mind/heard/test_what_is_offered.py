"""What a rep puts forward as the next step."""

import pytest

from sparring.call.mind.heard.what_is_offered import Step, of_the_step, step_in


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("i'd like to call you this friday at three just once", Step.CALL),
        ("could we have a short phone call on tuesday", Step.CALL),
        ("could we try that with one patient starting monday", Step.TRIAL),
        ("how about a small trial", Step.TRIAL),
        ("could i stop by on thursday and we try it with one resident", Step.MEETING),
        ("i'd call you first and then come by on friday", Step.MEETING),
        ("who do you call on a friday", None),
    ],
)
def test_a_call_a_try_and_a_meeting_are_told_apart(words: str, step: Step | None) -> None:
    """Who comes to try something comes."""
    assert step_in([words]) is step


def test_the_last_step_counts() -> None:
    """A day may be named an utterance later than the step."""
    assert step_in(["could we meet", "then i could call you on monday", "at three"]) is Step.CALL


def test_no_meeting_is_agreed_on_where_a_call_or_a_try_was_offered() -> None:
    """An "all right, ten minutes" takes what nobody has offered; where there is no other line it stands."""
    lines = ("All right. Ten minutes.", "Come by.", "Sure. I'd like to see that.")
    assert of_the_step(lines, Step.TRIAL) == lines[2:]
    assert of_the_step(lines, Step.CALL) == (lines[0], lines[2])
    assert of_the_step(lines, Step.MEETING) == of_the_step(lines, None) == lines
    assert of_the_step(lines[1:2], Step.CALL) == lines[1:2]
