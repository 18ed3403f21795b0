"""The life of a call as a table: from ringing to a transcript in the store, and how long it may take. Pure."""

from dataclasses import dataclass
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


FINISHED = frozenset({CallStage.WRITTEN, CallStage.FAILED})
"""Nobody can join such a call any more."""


@dataclass(frozen=True, slots=True)
class CallLimits:
    """How many calls, and how long each may take in each stage, in seconds."""

    calls: int = 6
    answer_s: float = 300.0  # ringing, or a page that never joins
    rejoin_s: float = 20.0  # a lost page may come back
    call_s: float = 1_800.0
    review_s: float = 90.0
    touch_s: float = 5.0
    abandoned_s: float = 30.0
    keep_written_s: float = 600.0  # how long a call is still known that was handed over


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
