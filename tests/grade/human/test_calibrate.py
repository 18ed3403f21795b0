"""A grader beside people."""

from sparring.grade.human.calibrate import ScoredCall, calibrate
from sparring.grade.human.scores import RaterScores
from sparring.grade.rules.grader import GRADER
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from tests.fakes.documents import a_scorecard

RUBRIC = find_rubric("inside_sales")


def graded(**levels: str) -> Scorecard:
    """A grade with these levels; every other criterion was not observed."""
    scale = {criterion.id: criterion for _, criterion in RUBRIC.criteria()}
    results = []
    for result in a_scorecard().criteria:
        level = next((one for one in scale[result.id].levels if one.id == levels.get(result.id)), None)
        change = {
            "status": "scored" if level else "excluded",
            "level": level.id if level else None,
            "points": level.points if level else None,
        }
        results.append(result.model_copy(update=change))
    return a_scorecard(criteria=tuple(results))


def scored(card: Scorecard, *raters: dict[str, str]) -> ScoredCall:
    return ScoredCall.of(card, tuple(RaterScores(rater=f"r{n}", levels=levels) for n, levels in enumerate(raters)))


def test_agreement_bias_and_score_error_are_the_grader_s_less_the_people_s() -> None:
    """Two calls, two criteria: one alike, one a level lower than the person."""
    calls = [
        scored(graded(safety="clear", staffing="partial"), {"safety": "clear", "staffing": "clear"}),
        scored(graded(safety="absent", staffing="absent"), {"safety": "absent", "staffing": "partial"}),
    ]
    found = calibrate(calls, RUBRIC, grader=GRADER, scored_by="a coach")
    by_id = {one.criterion: one for one in found.criteria}
    assert (found.calls, found.raters, found.unanswered, found.agreement.items) == (2, 1, 0, 4)
    assert by_id["safety"].grader.kappa
    assert by_id["safety"].grader.kappa.value == 1.0
    assert by_id["staffing"].grader.bias_points
    assert by_id["staffing"].grader.bias_points.value == -2.0
    assert found.score
    assert found.score.mean.value == -25.0
    assert (found.humans, found.human_score) == (None, None)


def test_people_are_compared_with_one_another_beside_the_grader() -> None:
    """Two raters a call make one comparison each."""
    calls = [
        scored(graded(safety="clear"), {"safety": "clear"}, {"safety": "absent"}),
        scored(graded(safety="absent"), {"safety": "absent"}, {"safety": "absent"}),
    ]
    found = calibrate(calls, RUBRIC, grader=GRADER, scored_by="coaches")
    assert found.raters == 2
    assert found.humans
    assert found.humans.exact
    assert (found.humans.items, found.humans.exact.value) == (2, 0.5)
    assert found.human_score
    assert found.human_score.mean_absolute.value == 50.0


def test_what_the_grader_left_open_is_counted_and_not_compared() -> None:
    """Please listen is no disagreement."""
    found = calibrate(
        [scored(graded(safety="clear"), {"safety": "clear", "location": "clear"})],
        RUBRIC, grader=GRADER, scored_by="a coach",
    )  # fmt: skip
    assert (found.unanswered, found.agreement.items, [one.criterion for one in found.criteria]) == (1, 1, ["safety"])
