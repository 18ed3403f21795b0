"""With whom to practise next."""

import pytest

from sparring.persona import find_persona, load_personas
from sparring.report.next_buyer import next_buyer, occasions
from sparring.rubric import Criterion, find_rubric
from sparring.scorecard import Coaching, Scorecard
from tests.fakes.documents import a_scorecard

MET = find_persona("daughter_discharge")
INSIDE = find_rubric("inside_sales")


def criterion(name: str) -> Criterion:
    rubrics = (INSIDE, find_rubric("outside_sales"))
    return next(one for rubric in rubrics for _, one in rubric.criteria() if one.id == name)


def graded(score: float, *, fix: str = "location", passed: bool = False) -> Scorecard:
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
    found = next_buyer(card, INSIDE, load_personas())
    assert found
    assert (found.difficulty, found.call_type) == (difficulty, MET.call_type)
    assert found.id != MET.id


@pytest.mark.parametrize(
    ("fix", "score", "expected"),
    [
        ("honest_price", 60, "private_helper"),  # minds the price
        ("who_decides", 30, "veterans_wife"),  # somebody else has a say, and it is told only to who asks
        ("names_the_feeling", 60, "husband_dementia"),  # tells most of it only to who shows empathy
        ("backup_cover", 60, "private_helper"),  # whose concern is settled by it
    ],
)
def test_what_to_fix_is_what_pays_with_the_next_buyer(fix: str, score: float, expected: str) -> None:
    """Price is practised with somebody who minds it, a question with somebody who keeps the answer back."""
    found = next_buyer(graded(score, fix=fix), INSIDE, load_personas())
    assert found
    assert found.id == expected
    assert occasions(found, criterion(fix)) > 0


def test_who_passed_does_not_go_back_to_an_easy_buyer() -> None:
    """Only one buyer keeps back who it is about, and she is easy: that is no reason for somebody with ninety points."""
    easy = next(
        one for one in load_personas() if one.call_type == "inside" and occasions(one, criterion("who_needs_care"))
    )
    assert easy.difficulty == "easy"
    found = next_buyer(graded(90, fix="who_needs_care", passed=True), INSIDE, load_personas())
    assert found
    assert found.difficulty == "hard"
    beginner = next_buyer(graded(30, fix="who_needs_care"), INSIDE, load_personas())
    assert beginner == easy


def test_of_two_buyers_who_fit_it_is_the_one_the_rep_has_not_met() -> None:
    """Nobody is sent to the same buyer time after time."""
    card = graded(60, fix="names_the_feeling")
    first = next_buyer(card, INSIDE, load_personas())
    assert first
    second = next_buyer(card, INSIDE, load_personas(), met={first.id})
    assert second
    assert second.id != first.id
    assert occasions(second, criterion("names_the_feeling")) > 0
    everybody = {persona.id for persona in load_personas()}
    assert next_buyer(card, INSIDE, load_personas(), met=everybody) == first


def test_where_nobody_brings_it_up_difficulty_alone_decides() -> None:
    """No buyer keeps back where they live."""
    assert not any(occasions(one, criterion("location")) for one in load_personas())
    found = next_buyer(graded(60, fix="location"), INSIDE, load_personas())
    assert found
    assert found.difficulty == "normal"


def test_a_question_that_is_open_to_everybody_is_no_reason() -> None:
    """Only what is kept back makes asking pay: every family tells what happened."""
    assert occasions(find_persona("price_shopper"), criterion("what_happened")) == 0
    assert occasions(find_persona("burnt_by_no_show"), criterion("what_happened")) == 2


def test_objections_are_practised_with_whoever_has_most() -> None:
    """To take one in, any one will do."""
    shopper = find_persona("price_shopper")
    assert occasions(shopper, criterion("asks_before_answering")) == len(shopper.objections)


def test_traps_are_nobody_to_practise_with() -> None:
    """An emergency or a job seeker teaches something else."""
    traps = [find_persona("emergency_in_progress"), find_persona("job_seeker")]
    assert next_buyer(graded(60), INSIDE, traps) is None


def test_without_advice_nobody_is_suggested() -> None:
    """Nothing is supported by no results."""
    quiet = graded(60).model_copy(
        update={"coaching": Coaching(strengths=(), fix_first=None, next_up=(), try_persona=None)}
    )
    assert next_buyer(quiet, INSIDE, load_personas()) is None
    assert next_buyer(graded(60), INSIDE, ()) is None


def test_who_offered_a_gift_practises_with_whoever_asks_for_one() -> None:
    """A line that was crossed is learned where one is tempted to cross it."""
    outside = find_rubric("outside_sales")
    for score in (20, 60):
        found = next_buyer(graded(score, fix="value_for_referrals"), outside, load_personas())
        assert found
        assert found.id == "kickback_bait"
    other = next_buyer(graded(20, fix="medical_advice"), outside, load_personas())
    assert other
    assert other.id != "kickback_bait"
