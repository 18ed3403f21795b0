"""The life of a call as a table: from ringing to a transcript in the store. Pure: no I/O, no clock."""

from enum import StrEnum

from sparring.errors import CallOver


class Stage(StrEnum):
    """Where a call stands."""

    RINGING = "ringing"
    LIVE = "live"
    REVIEW = "review"  # over; the rep may still correct what was misheard
    WRITTEN = "written"  # handed over; this brain has nothing more to do with it
    FAILED = "failed"  # the transcript can never be handed over: its diary is kept for the operator


class Step(StrEnum):
    """What moves it on."""

    PICKED_UP = "picked_up"
    OVER = "over"
    REVIEWED = "reviewed"
    SET_ASIDE = "set_aside"


OFF_THE_DESK = frozenset({Stage.WRITTEN, Stage.FAILED})
"""Nobody can join such a call any more."""

_NEXT: dict[tuple[Stage, Step], Stage] = {
    (Stage.RINGING, Step.PICKED_UP): Stage.LIVE,
    (Stage.RINGING, Step.OVER): Stage.REVIEW,
    (Stage.LIVE, Step.OVER): Stage.REVIEW,
    (Stage.REVIEW, Step.REVIEWED): Stage.WRITTEN,
    (Stage.REVIEW, Step.SET_ASIDE): Stage.FAILED,
}


def next_stage(stage: Stage, step: Step) -> Stage:
    """Raises: CallOver when the call cannot take this step any more."""
    try:
        return _NEXT[stage, step]
    except KeyError:
        raise CallOver(f"A call that is {stage.value} cannot be {step.value.replace('_', ' ')}.") from None
