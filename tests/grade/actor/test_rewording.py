"""A model that keeps leaving its role voids what counts, though none of it was heard."""

import pytest

from sparring.grade.actor import audited
from sparring.grade.actor.rewording import TOO_OFTEN, left_role
from sparring.transcript import Attempt, EventKind, Transcript
from tests.fakes.broken_buyers import a_call, caller, happened
from tests.fakes.documents import a_scorecard

ANSWER = "It has been a hard week, to be honest with you."


def slipping(*turns: int, answers: int = 4, why: str = "role_swap") -> Transcript:
    """A call on which the model's words were held back at these turns."""
    events = tuple(happened(EventKind.REWORDED, turn, why) for turn in turns)
    return a_call(*[ANSWER] * answers, events=events)


def test_the_third_time_in_a_short_call_is_too_often() -> None:
    """Found at the turn that made it so."""
    (found,) = left_role(slipping(1, 3, 5))
    assert (found.fault, found.evidence.turn) == ("left_role", 5)


@pytest.mark.parametrize("call", [slipping(), slipping(1, 3), slipping(1, 1, 1, 3), slipping(1, 3, 25, answers=13)])
def test_now_and_then_is_mended_unheard(call: Transcript) -> None:
    """Twice, one answer's several faults, or three times in a long call."""
    assert list(left_role(call)) == []


@pytest.mark.parametrize("why", ["timed_out", "left_out", "too_long", "filtered", "hidden_fact"])
def test_a_model_that_is_late_or_wrong_did_not_leave_its_role(why: str) -> None:
    """Its service's fault, or the wording's."""
    assert list(left_role(slipping(1, 3, 5, 7, why=why))) == []


def test_a_counted_attempt_is_void_with_the_reason_and_practice_keeps_its_score() -> None:
    """The rep loses nothing by it."""
    call = slipping(*range(1, 2 * TOO_OFTEN, 2))
    counted = call.model_copy(update={"attempt": Attempt(kind="counted")})
    void = audited(a_scorecard(counted), counted, caller())
    assert (void.status, void.totals, void.criteria) == ("void", None, ())
    assert void.reason is not None
    assert "leaving its role" in void.reason
    kept = audited(a_scorecard(call), call, caller())
    assert kept.status == "graded"
    assert "left_role" in {found.fault for found in kept.actor}
