"""Calibration records and the error bar of a score."""

import pytest

from sparring.calibration import (
    Calibration,
    Estimate,
    ScoreError,
    ScorerAgreement,
    error_bar,
    parse_calibration,
    shipped_calibrations,
)
from sparring.documents import dump_document
from sparring.errors import DocumentRejected
from sparring.grade.rules.grader import GRADER
from sparring.rubric import find_rubric, load_rubrics
from sparring.scorecard import GraderRef

RUBRIC = find_rubric("inside_sales").ref


def estimate(value: float) -> Estimate:
    return Estimate(value=value, low=value - 1, high=value + 1)


def record(plus_minus: float = 12.0, *, score: bool = True) -> Calibration:
    """A record of the rules grader on the inside rubric."""
    error = ScoreError(calls=6, mean=estimate(-2), mean_absolute=estimate(4), plus_minus=estimate(plus_minus))
    return Calibration(
        grader=GRADER,
        rubric=RUBRIC,
        scored_by="two coaches",
        calls=6,
        raters=2,
        unanswered=1,
        agreement=ScorerAgreement(items=9, kappa=None, exact=None, within_one=None, bias_points=None),
        humans=None,
        score=error if score else None,
        human_score=None,
        criteria=(),
    )


def test_a_record_comes_back_whole() -> None:
    """The same document from its bytes."""
    assert parse_calibration(dump_document(record()), source="x") == record()


def test_a_broken_record_is_refused() -> None:
    """Nothing is read from half a file."""
    with pytest.raises(DocumentRejected):
        parse_calibration(dump_document(record())[:-9], source="x")


def test_a_score_has_the_error_bar_of_its_grader_and_rubric() -> None:
    """Who scored the calls and how many there were goes with it."""
    bar = error_bar(71.3, GRADER, RUBRIC, known=[record()])
    assert bar
    assert (bar.low, bar.high, bar.plus_minus, bar.calls, bar.scored_by) == (59.3, 83.3, 12.0, 6, "two coaches")


@pytest.mark.parametrize(("score", "low", "high"), [(5.0, 0.0, 17.0), (95.0, 83.0, 100.0)])
def test_an_error_bar_stays_within_the_scale(score: float, low: float, high: float) -> None:
    """No score is below nought or above a hundred."""
    bar = error_bar(score, GRADER, RUBRIC, known=[record()])
    assert bar
    assert (bar.low, bar.high) == (low, high)


def test_another_grader_or_rubric_has_no_error_bar() -> None:
    """What was measured of one says nothing about another."""
    later = GraderRef(name=GRADER.name, version=GRADER.version + "x")
    assert error_bar(50, later, RUBRIC, known=[record()]) is None
    assert error_bar(50, GRADER, find_rubric("outside_sales").ref, known=[record()]) is None
    assert error_bar(50, GRADER, RUBRIC, known=[record(score=False)]) is None


def test_every_shipped_rubric_has_a_record_of_the_shipped_grader() -> None:
    """So that every report of the rules grader shows its error."""
    assert {one.rubric for one in shipped_calibrations() if one.grader == GRADER} == {
        rubric.ref for rubric in load_rubrics().values()
    }
