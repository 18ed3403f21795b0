"""The life of a call as a table."""

import pytest

from sparring.call.life import OFF_THE_DESK, Stage, Step, next_stage
from sparring.errors import CallOver


def test_a_call_rings_lives_is_reviewed_and_written() -> None:
    """The ordinary way through."""
    stage = Stage.RINGING
    for step in (Step.PICKED_UP, Step.OVER, Step.REVIEWED):
        stage = next_stage(stage, step)
    assert stage is Stage.WRITTEN


def test_a_call_nobody_answers_goes_straight_to_review() -> None:
    """Over while ringing is over."""
    assert next_stage(Stage.RINGING, Step.OVER) is Stage.REVIEW


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        (Stage.LIVE, Step.PICKED_UP),
        (Stage.LIVE, Step.REVIEWED),
        (Stage.REVIEW, Step.OVER),
        (Stage.WRITTEN, Step.PICKED_UP),
        (Stage.WRITTEN, Step.OVER),
        (Stage.WRITTEN, Step.REVIEWED),
    ],
)
def test_a_step_out_of_order_is_refused_by_name(stage: Stage, step: Step) -> None:
    """The error names the stage and the step."""
    with pytest.raises(CallOver, match=stage.value):
        next_stage(stage, step)


def test_a_transcript_that_nobody_takes_ends_the_review_too() -> None:
    """Set aside is off the desk as written is."""
    assert next_stage(Stage.REVIEW, Step.SET_ASIDE) is Stage.FAILED
    assert {Stage.WRITTEN, Stage.FAILED} == OFF_THE_DESK
