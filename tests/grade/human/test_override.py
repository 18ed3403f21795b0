"""A coach's overrides beside a grade."""

import pytest

from sparring.errors import ScoresRejected
from sparring.grade.human.override import (
    OverrideWish,
    calibrations_of,
    leanings,
    override,
    with_overrides,
)
from sparring.rubric import find_rubric
from sparring.scorecard import GraderRef, remarks_on
from tests.fakes.documents import STARTED_AT, a_scorecard, an_override, call_id

RUBRIC = find_rubric("inside_sales")


def wish(
    criterion: str = "names_the_feeling", level: str = "partial", reason: str = "Only after the price."
) -> OverrideWish:
    return OverrideWish(criterion, level, reason, "Coach Ann")


def test_an_override_holds_both_levels_and_changes_nothing() -> None:
    """The coach's level with its points, and the grader's as it was."""
    card = a_scorecard()
    before = card.model_dump_json()
    made = override(card, RUBRIC, wish(), at=STARTED_AT)
    assert (made.level, made.points, made.graded_level, made.graded_points) == ("partial", 2, "clear", 4)
    assert made.is_of(card)
    assert card.model_dump_json() == before


def test_an_item_the_grader_left_open_can_be_scored_by_a_coach() -> None:
    """Please listen ends with somebody who listened."""
    results = tuple(
        one.model_copy(update={"status": "listen", "points": None}) if one.id == "names_the_feeling" else one
        for one in a_scorecard().criteria
    )
    made = override(a_scorecard(criteria=results), RUBRIC, wish(level="clear"), at=STARTED_AT)
    assert (made.level, made.graded_level, made.graded_points) == ("clear", None, None)


@pytest.mark.parametrize(
    ("asked", "field"),
    [(wish(criterion="charm"), "criterion"), (wish(level="superb"), "level"), (wish(reason=""), "reason")],
)
def test_a_wish_the_rubric_cannot_grant_is_refused(asked: OverrideWish, field: str) -> None:
    """Call, field and reason."""
    with pytest.raises(ScoresRejected) as caught:
        override(a_scorecard(), RUBRIC, asked, at=STARTED_AT)
    assert caught.value.field == field


def test_a_call_without_a_grade_has_nothing_to_override() -> None:
    """The sentence says why it has none, and blames no rubric."""
    card = a_scorecard(status="not_gradable", reason="The call was too short.", totals=None, passed=None, criteria=())
    with pytest.raises(ScoresRejected, match="no level that could be changed: The call was too short") as caught:
        override(card, RUBRIC, wish(), at=STARTED_AT)
    assert "installed" not in caught.value.sentence


def test_a_grade_by_another_version_of_the_rubric_says_so() -> None:
    """Its levels may be others."""
    with pytest.raises(ScoresRejected, match="by version 99 of inside_sales, which is not installed"):
        override(a_scorecard(rubric=RUBRIC.ref.model_copy(update={"version": 99})), RUBRIC, wish(), at=STARTED_AT)


def test_totals_with_overrides_are_the_same_arithmetic() -> None:
    """Two points fewer of the points that could be had; the newest word counts."""
    card = a_scorecard()
    first, second = (override(card, RUBRIC, wish(level=level), at=STARTED_AT) for level in ("absent", "partial"))
    plain, changed = with_overrides(card, RUBRIC, [an_override()]), with_overrides(card, RUBRIC, [first, second])
    assert plain
    assert changed
    assert remarks_on(card, [first, second])["names_the_feeling"] == second
    assert changed.scored_points == plain.scored_points - 2


def test_overrides_of_another_grade_do_not_count() -> None:
    """A new grader starts without a coach's old changes."""
    later = a_scorecard(grader=GraderRef(name="rules", version="99"))
    assert with_overrides(later, RUBRIC, [an_override()]) is None


def test_leanings_count_what_coaches_did_to_each_criterion() -> None:
    """Confirmed, raised and lowered stay apart, and items the grader left open have no change."""
    said = [
        an_override(level="clear", points=4, graded_points=4),
        an_override(level="absent", points=0, graded_points=4),
        an_override(level="clear", points=4, graded_level=None, graded_points=None),
    ]
    found = leanings(said)
    assert [(one.count, one.confirmed, one.raised, one.lowered, one.mean_points) for one in found] == [(3, 1, 0, 1, -2)]


def test_overrides_are_compared_like_any_scores_of_people() -> None:
    """Kappa, shares and bias item by item; a coach's newest word counts; what was left open is counted apart."""
    said = [
        an_override(call_id=call_id(1), level="absent", points=0, graded_level="clear"),
        an_override(call_id=call_id(1), level="clear", points=4, graded_level="clear"),
        an_override(call_id=call_id(2), level="absent", points=0, graded_level="absent", graded_points=0),
        an_override(call_id=call_id(3), level="partial", points=2, graded_level="clear"),
        an_override(
            call_id=call_id(3), criterion="safety", level="clear", points=4, graded_level=None, graded_points=None
        ),
    ]
    (found,) = calibrations_of(said)
    (feeling,) = found.criteria
    assert (found.grader, found.rubric, found.calls, found.raters, found.unanswered) == (
        said[0].grader, said[0].rubric, 3, 1, 1,
    )  # fmt: skip
    assert (feeling.criterion, feeling.grader.items) == ("names_the_feeling", 3)
    assert feeling.grader.kappa
    assert feeling.grader.exact
    assert feeling.grader.within_one
    assert feeling.grader.bias_points
    assert feeling.grader.kappa.value == pytest.approx(1 - 0.25 / 1.25, abs=0.001)  # by hand: levels 2 0 2 and 2 0 1
    assert (feeling.grader.exact.value, feeling.grader.within_one.value) == (0.667, 1.0)
    assert feeling.grader.bias_points.value == 0.667
    assert (found.score, found.human_score) == (None, None)


def test_two_coaches_on_one_item_are_compared_with_each_other() -> None:
    """Under numbers: nobody's name leaves with the figures."""
    said = [an_override(by=name, level=level) for name, level in (("Coach Ann", "clear"), ("Coach Bo", "absent"))]
    (found,) = calibrations_of(said)
    assert found.raters == 2
    assert found.humans
    assert found.humans.items == 1
    assert "Ann" not in found.model_dump_json()


def test_each_grader_and_rubric_is_compared_apart() -> None:
    """An override of one grade says nothing about another, and an unknown rubric has no scale."""
    other = an_override(grader=GraderRef(name="rules", version="99"))
    unknown = an_override(rubric=an_override().rubric.model_copy(update={"version": 999}))
    assert [one.grader.version for one in calibrations_of([an_override(), other, unknown])] == [
        an_override().grader.version, "99",
    ]  # fmt: skip
