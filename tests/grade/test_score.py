"""The arithmetic of a grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.grade.score import passed, total
from sparring.rubric import find_rubric
from sparring.scorecard import CriterionResult, CriterionStatus, Evidence, RedLine

INSIDE = find_rubric("inside_sales")
STATUSES: tuple[CriterionStatus, ...] = ("scored", "granted", "excluded", "not_applicable", "listen", "unscored")


def result(criterion: str, status: CriterionStatus, points: int, max_points: int) -> CriterionResult:
    return CriterionResult(
        id=criterion,
        category="any",
        title="Any",
        status=status,
        level=None,
        points=min(points, max_points) if status in ("scored", "granted") else None,
        max_points=max_points,
        evidence=(),
        rationale="Because.",
    )


def results(status: CriterionStatus, points: int = 100) -> list[CriterionResult]:
    """Every criterion of the inside rubric with one status."""
    return [result(criterion.id, status, points, criterion.points) for _, criterion in INSIDE.criteria()]


def test_all_points_are_a_hundred_and_none_are_nought() -> None:
    """The score is over the points that could be had."""
    full, empty = total(INSIDE, results("scored")), total(INSIDE, results("scored", 0))
    assert full
    assert (full.scored_points, full.applicable_points, full.score) == (90, 90, 100.0)
    assert empty
    assert (empty.scored_points, empty.score) == (0, 0.0)


def test_what_does_not_apply_is_rescaled_and_gives_nothing() -> None:
    """Half of what remains is half, whatever was left out."""
    halved = [result("a", "scored", 20, 40), result("b", "not_applicable", 0, 30), result("c", "excluded", 0, 20)]
    totals = total(INSIDE, halved)
    assert totals
    assert (totals.excluded_points, totals.applicable_points, totals.score) == (50, 40, 50.0)


def test_what_is_open_is_out_of_the_sum_and_shown() -> None:
    """A criterion up for listening costs nothing and gives nothing."""
    totals = total(
        INSIDE, [result("a", "scored", 30, 60), result("b", "listen", 0, 20), result("c", "unscored", 0, 10)]
    )
    assert totals
    assert (totals.unscored_points, totals.applicable_points, totals.score) == (30, 60, 50.0)


def test_granted_points_count_and_are_shown_apart() -> None:
    """What the rubric grants is in the score and not among the scored."""
    totals = total(INSIDE, [result("a", "scored", 43, 88), result("b", "granted", 2, 2)])
    assert totals
    assert (totals.scored_points, totals.granted_points, totals.score) == (43, 2, 50.0)


def test_nothing_observed_is_no_score() -> None:
    """No points could be had, so there is no number."""
    assert total(INSIDE, results("excluded")) is None


def test_the_score_has_one_decimal() -> None:
    """One third of the points is 33.3."""
    totals = total(INSIDE, [result("a", "scored", 30, 90)])
    assert totals
    assert totals.score == 33.3


@pytest.mark.parametrize(("points", "enough"), [(62, False), (63, True), (90, True)])
def test_a_call_passes_with_enough_points_and_no_red_line(points: int, *, enough: bool) -> None:
    """Seventy of a hundred pass; a red line fails any score."""
    totals = total(INSIDE, [result("a", "scored", points, 90)])
    assert totals
    line = RedLine(id="abuse", title="Abuse", evidence=Evidence(turn=0, quote="x", start=0, end=1, at_ms=0))
    assert passed(INSIDE, totals, ()) is enough
    assert not passed(INSIDE, totals, (line,))


@given(st.lists(st.tuples(st.sampled_from(STATUSES), st.integers(0, 10)), min_size=26, max_size=26))
def test_a_score_is_bounded_and_its_parts_add_up(drawn: list[tuple[CriterionStatus, int]]) -> None:
    """Whatever the levels, the points add up to the rubric's and the score stays within 0-100."""
    criteria = [criterion for _, criterion in INSIDE.criteria()]
    given_results = [
        result(c.id, status, points, c.points) for c, (status, points) in zip(criteria, drawn, strict=True)
    ]
    totals = total(INSIDE, given_results)
    if totals:
        assert totals.excluded_points + totals.unscored_points + totals.applicable_points == totals.rubric_points
        assert totals.scored_points + totals.granted_points <= totals.applicable_points
        assert 0 <= totals.score <= 100
