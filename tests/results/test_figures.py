"""Means, their error, and whether they moved."""

import math
from dataclasses import replace
from typing import Any

import pytest

from sparring.calibration import Calibration, shipped_calibrations
from sparring.ports import CriterionTally, ScoreTally
from sparring.results.figures import figure, trend, weakest
from sparring.rubric import find_rubric
from sparring.scorecard import GraderRef

INSIDE, OUTSIDE = find_rubric("inside_sales").ref, find_rubric("outside_sales").ref
RULES = next(one.grader for one in shipped_calibrations() if one.rubric == INSIDE)
STRANGER = GraderRef(name="rules", version="nobody compared")


def tally(*scores: float, later: bool = False, **changes: Any) -> ScoreTally:
    """Calls with these scores."""
    tenths = [round(score * 10) for score in scores]
    whole = ScoreTally(
        group="rep",
        later=later,
        grader=RULES,
        rubric=INSIDE,
        calls=len(scores),
        passed=sum(score >= 70 for score in scores),
        tenths=sum(tenths),
        tenths_squared=sum(one**2 for one in tenths),
    )
    return replace(whole, **changes)


def shipped(rubric: Any) -> Calibration:
    return next(one for one in shipped_calibrations() if one.rubric == rubric)


def test_nothing_has_no_mean() -> None:
    """No calls are not a zero."""
    assert figure([]) is None


def test_one_call_has_the_error_bar_of_its_report() -> None:
    """The figure of a team of one call is not surer than that call."""
    found, score = figure([tally(60)]), shipped(INSIDE).score
    assert found is not None
    assert score is not None
    assert (found.calls, found.mean, found.pass_share) == (1, 60.0, 0.0)
    assert found.plus_minus == round(score.plus_minus.value, 1)


def test_more_calls_are_surer_down_to_the_graders_bias() -> None:
    """What the grader always gives too much or too little is not averaged away."""
    widths = [one.plus_minus for calls in (1, 4, 100, 100_000) if (one := figure([tally(*[60.0] * calls)]))]
    score = shipped(INSIDE).score
    assert score is not None
    assert widths == sorted(widths, key=lambda wide: -(wide or 0))
    assert widths[-1] == pytest.approx(1.96 * abs(score.mean.value), abs=0.1)


def test_two_rubrics_make_one_mean_of_100() -> None:
    """Each call weighs the same, and the error is that of both graders."""
    found = figure([tally(40, 60), tally(80, rubric=OUTSIDE)])
    assert found is not None
    assert (found.calls, found.mean, found.pass_share) == (3, 60.0, 0.333)
    bias = (
        sum(n * abs(one.score.mean.value) for n, one in ((2, shipped(INSIDE)), (1, shipped(OUTSIDE))) if one.score) / 3
    )
    assert found.plus_minus is not None
    assert found.plus_minus > 1.96 * bias - 0.1


def test_one_grader_whose_error_is_not_known_leaves_the_mean_without_a_bar() -> None:
    """Nobody is told a bar that covers a part of the calls."""
    found = figure([tally(40, 60), tally(80, grader=STRANGER)])
    assert found is not None
    assert found.plus_minus is None


def test_a_rise_beyond_the_calls_own_spread_is_better() -> None:
    """And the same the other way round."""
    low, high = tally(50, 52, 51, 49), tally(60, 61, 63, 62, later=True)
    found = trend([low, high])
    assert found is not None
    assert (found.word, found.change) == ("better", 11.0)
    assert 0 < found.plus_minus < 3
    fall = trend([replace(high, later=False), replace(low, later=True)])
    assert fall is not None
    assert (fall.word, fall.change) == ("worse", -11.0)


def test_a_rise_within_the_spread_is_unclear() -> None:
    """Two calls each prove little."""
    found = trend([tally(30, 70), tally(50, 78, later=True)])
    assert found is not None
    assert (found.word, found.change) == ("unclear", 14.0)
    variances = 40**2 / 2 / 2, 28**2 / 2 / 2
    assert found.plus_minus == pytest.approx(1.96 * math.sqrt(sum(variances)), abs=0.1)


@pytest.mark.parametrize("halves", [[tally(50, 60)], [tally(50), tally(60, 70, later=True)], []])
def test_too_few_calls_say_nothing(halves: list[ScoreTally]) -> None:
    """Not even that it is unclear."""
    assert trend(halves) is None


def test_only_like_is_compared_with_like() -> None:
    """A rep who changed to the harder rubric, or met a new grader, has not got worse by it."""
    assert trend([tally(80, 82), tally(50, 52, later=True, rubric=OUTSIDE)]) is None
    assert trend([tally(80, 82), tally(50, 52, later=True, grader=STRANGER)]) is None
    both = [tally(80, 82), tally(50, 52, later=True, rubric=OUTSIDE), tally(80, 82, later=True)]
    found = trend(both)
    assert found is not None
    assert found.change == 0


def test_the_weakest_criterion_is_the_one_with_the_least_of_its_points() -> None:
    """Of two alike the dearer one, few calls after many; one that is no longer installed goes by its id."""
    tallies = [
        CriterionTally("inside_sales", "once", 1, 0, 4),
        CriterionTally("inside_sales", "greeting", 10, 36, 40),
        CriterionTally("inside_sales", "small", 10, 5, 20),
        CriterionTally("inside_sales", "large", 10, 25, 100),
        CriterionTally("inside_sales", "worthless", 10, 0, 0),
    ]
    found = weakest(tallies, {("inside_sales", "large"): "Asks who decides"})
    assert [(one.title, one.share, one.lost_points) for one in found] == [
        ("Asks who decides", 0.25, 7.5),
        ("small", 0.25, 1.5),
        ("once", 0.0, 4.0),
        ("greeting", 0.9, 0.4),
    ]
