"""The life of a call as a table."""

import pytest

from sparring.call.lifecycle import FINISHED, CallStage, CallStep, next_stage
from sparring.errors import CallOver


def test_a_call_rings_lives_is_reviewed_and_written() -> None:
    """The ordinary way through."""
    stage = CallStage.RINGING
    for step in (CallStep.PICKED_UP, CallStep.OVER, CallStep.REVIEWED):
        stage = next_stage(stage, step)
    assert stage is CallStage.WRITTEN


def test_a_call_nobody_answers_goes_straight_to_review() -> None:
    """Over while ringing is over."""
    assert next_stage(CallStage.RINGING, CallStep.OVER) is CallStage.REVIEW


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        (CallStage.LIVE, CallStep.PICKED_UP),
        (CallStage.LIVE, CallStep.REVIEWED),
        (CallStage.REVIEW, CallStep.OVER),
        (CallStage.WRITTEN, CallStep.PICKED_UP),
        (CallStage.WRITTEN, CallStep.OVER),
        (CallStage.WRITTEN, CallStep.REVIEWED),
    ],
)
def test_a_step_out_of_order_is_refused_by_name(stage: CallStage, step: CallStep) -> None:
    """The error names the stage and the step."""
    with pytest.raises(CallOver, match=stage.value):
        next_stage(stage, step)


def test_a_transcript_that_nobody_takes_ends_the_review_too() -> None:
    """Set aside is finished as written is."""
    assert next_stage(CallStage.REVIEW, CallStep.SET_ASIDE) is CallStage.FAILED
    assert {CallStage.WRITTEN, CallStage.FAILED} == FINISHED
