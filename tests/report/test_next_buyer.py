"""With whom to practise next."""

import pytest

from sparring.persona import find_persona, load_personas
from sparring.report.next_buyer import next_buyer
from sparring.scorecard import Coaching, Scorecard
from tests.fakes.documents import a_scorecard

MET = find_persona("daughter_discharge")


def graded(score: float, *, fix: str = "safety", passed: bool = False) -> Scorecard:
    """A grade with this score and this one thing to fix first."""
    card = a_scorecard()
    assert card.totals
    assert card.coaching.fix_first
    advice = card.coaching.fix_first.model_copy(update={"criterion": fix})
    return card.model_copy(
        update={
            "persona": card.persona.model_copy(update={"id": MET.id}),
            "totals": card.totals.model_copy(update={"score": score}),
            "passed": passed,
            "coaching": card.coaching.model_copy(update={"fix_first": advice}),
        }
    )


@pytest.mark.parametrize(
    ("card", "difficulty"), [(graded(30), "easy"), (graded(60), "normal"), (graded(90, passed=True), "hard")]
)
def test_the_next_buyer_is_as_hard_as_the_score_bears(card: Scorecard, difficulty: str) -> None:
    """Somebody else, on the same kind of call."""
    found = next_buyer(card, MET.call_type, load_personas())
    assert found
    assert (found.difficulty, found.call_type) == (difficulty, MET.call_type)
    assert found.id != MET.id


def test_what_to_fix_is_what_the_next_buyer_brings_up() -> None:
    """Price is practised with somebody who minds the price."""
    found = next_buyer(graded(60, fix="honest_price"), MET.call_type, load_personas())
    assert found
    assert "price" in {objection.kind for objection in found.objections}


def test_traps_are_nobody_to_practise_with() -> None:
    """An emergency or a job seeker teaches something else."""
    traps = [find_persona("emergency_in_progress"), find_persona("job_seeker")]
    assert next_buyer(graded(60), MET.call_type, traps) is None


def test_without_advice_nobody_is_suggested() -> None:
    """Nothing is supported by no results."""
    quiet = graded(60).model_copy(
        update={"coaching": Coaching(strengths=(), fix_first=None, next_up=(), try_persona=None)}
    )
    assert next_buyer(quiet, MET.call_type, load_personas()) is None
    assert next_buyer(graded(60), MET.call_type, ()) is None
