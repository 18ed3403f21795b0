"""A rep's appeals against a grade."""

import pytest

from sparring.errors import AppealRefused, ScoresRejected
from sparring.grade.human.appeal import appeal, stands
from sparring.scorecard import MissedMoment
from tests.fakes.documents import STARTED_AT, a_scorecard, an_appeal

FEELING = "names_the_feeling"


def test_an_appeal_names_its_grade_and_the_turn_it_is_about() -> None:
    """The grade itself stays as it was."""
    card = a_scorecard()
    before = card.model_dump_json()
    made = appeal(card, FEELING, "I said that it sounds hard.", at=STARTED_AT)
    said = next(one for one in card.criteria if one.id == FEELING)
    assert (made.turn, made.answer) == (said.evidence[0].turn, None)
    assert made.is_of(card)
    assert card.model_dump_json() == before


def test_what_was_never_said_is_about_the_turn_in_which_it_was_due() -> None:
    """And about none where nobody can tell."""
    results = tuple(
        one.model_copy(update={"evidence": ()}) if one.id == FEELING else one for one in a_scorecard().criteria
    )
    card = a_scorecard(criteria=results)
    due = card.coaching.model_copy(update={"moments": (MissedMoment(criterion=FEELING, turn=3),)})
    bare = card.coaching.model_copy(update={"moments": ()})
    turns = [
        appeal(card.model_copy(update={"coaching": one}), FEELING, "I did.", at=STARTED_AT).turn for one in (due, bare)
    ]
    assert turns == [3, None]


def test_what_has_no_grade_cannot_be_seen_otherwise() -> None:
    """Neither an unknown criterion nor a call without a score."""
    unscored = a_scorecard(status="unscored", reason="Nothing.", totals=None, passed=None, criteria=())
    for card, criterion in ((a_scorecard(), "charm"), (unscored, FEELING)):
        with pytest.raises(AppealRefused):
            appeal(card, criterion, "I did.", at=STARTED_AT)


def test_words_are_looked_at_before_anything_is_made() -> None:
    """A rep's and a coach's alike."""
    with pytest.raises(ScoresRejected):
        appeal(a_scorecard(), FEELING, "x" * 301, at=STARTED_AT)
    with pytest.raises(ScoresRejected):
        stands(an_appeal(), "It came late.", "<b>", at=STARTED_AT)


def test_a_coach_lets_it_stand() -> None:
    """With a reason and a name; what the rep said stays."""
    answered = stands(an_appeal(), "It came late.", "Coach Ann", at=STARTED_AT)
    assert answered.answer
    assert (answered.why, answered.answer.outcome, answered.answer.by) == (an_appeal().why, "stands", "Coach Ann")
