"""The life of a call as a table: from ringing to a transcript in the store. Pure: no I/O, no clock."""

from enum import StrEnum

from sparring.errors import CallOver


class CallStage(StrEnum):
    """Where a call stands."""

    RINGING = "ringing"
    LIVE = "live"
    REVIEW = "review"  # over; the rep may still correct what was misheard
    WRITTEN = "written"  # handed over; this brain has nothing more to do with it
    FAILED = "failed"  # the transcript can never be handed over: its diary is kept for the operator


class CallStep(StrEnum):
    """What moves it on."""

    PICKED_UP = "picked_up"
    OVER = "over"
    REVIEWED = "reviewed"
    SET_ASIDE = "set_aside"


OFF_THE_DESK = frozenset({CallStage.WRITTEN, CallStage.FAILED})
"""Nobody can join such a call any more."""

_NEXT: dict[tuple[CallStage, CallStep], CallStage] = {
    (CallStage.RINGING, CallStep.PICKED_UP): CallStage.LIVE,
    (CallStage.RINGING, CallStep.OVER): CallStage.REVIEW,
    (CallStage.LIVE, CallStep.OVER): CallStage.REVIEW,
    (CallStage.REVIEW, CallStep.REVIEWED): CallStage.WRITTEN,
    (CallStage.REVIEW, CallStep.SET_ASIDE): CallStage.FAILED,
}


def next_stage(stage: CallStage, step: CallStep) -> CallStage:
    """Raises: CallOver when the call cannot take this step any more."""
    try:
        return _NEXT[stage, step]
    except KeyError:
        raise CallOver(f"A call that is {stage.value} cannot be {step.value.replace('_', ' ')}.") from None
