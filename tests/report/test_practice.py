"""An uploaded call beside the rep's practice."""

from typing import Any

from sparring.report.practice import beside_practice
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Attempt, Upload
from tests.fakes.documents import a_rubric, a_scorecard, a_transcript, call_id

NAMES = {"maria": "Maria Lopez"}
UPLOAD = Attempt(upload=Upload(by="rep", form="text"))


def card(number: int, *, score: float = 60.0, attempt: Attempt | None = None, **changes: Any) -> Scorecard:
    """A grade of a call of its own; `attempt`: practice unless it says otherwise."""
    made = a_scorecard(a_transcript(call_id=call_id(number), attempt=attempt or Attempt()), **changes)
    assert made.totals
    totals = made.totals.model_copy(update={"score": score})
    return made.model_copy(update={"totals": totals, "attempt": attempt or Attempt()})


def with_points(of: Scorecard, **points: int) -> Scorecard:
    """The same grade, with these points."""

    def changed(result: CriterionResult) -> CriterionResult:
        return result.model_copy(update={"points": points.get(result.id, result.points)})

    return of.model_copy(update={"criteria": tuple(changed(result) for result in of.criteria)})


def test_latest_and_best_stand_beside_it() -> None:
    """Of practice by the same rubric version; the newest call comes first among the others."""
    shown = beside_practice(card(1, attempt=UPLOAD), a_rubric(), [card(2), card(3, score=80), card(4, score=80)], NAMES)
    assert shown
    assert shown.best
    assert (shown.latest.call_id, shown.latest.score, shown.latest.buyer) == (call_id(2), 60.0, "Maria Lopez")
    assert (shown.best.call_id, shown.best.score) == (call_id(3), 80.0)
    assert all(one.best for one in shown.criteria)


def test_the_latest_may_be_the_best() -> None:
    """Then it stands there once."""
    shown = beside_practice(card(1, attempt=UPLOAD), a_rubric(), [card(2, score=80), card(3)], NAMES)
    assert shown
    assert shown.best is None
    assert {one.best for one in shown.criteria} == {None}


def test_what_differs_most_comes_first() -> None:
    """Then the smaller differences, then what is the same, in the rubric's order."""
    scored = [one.id for one in card(1).criteria if one.points is not None]
    least, most = scored[0], scored[-1]
    points = {one.id: one.points or 0 for one in card(1).criteria}
    practised = with_points(card(2), **{least: points[least] + 1, most: points[most] + 5})
    shown = beside_practice(card(1, attempt=UPLOAD), a_rubric(), [practised], NAMES)
    assert shown
    assert [(one.id, one.differs) for one in shown.criteria[:3]] == [
        (most, True),
        (least, True),
        (next(one.id for one in card(1).criteria if one.id not in (least, most)), False),
    ]
    assert shown.criteria[0].latest.points == points[most] + 5
    assert shown.criteria[0].uploaded.points == points[most]


def test_levels_have_their_titles() -> None:
    """As the installed rubric words them, when it is the version that graded both."""
    shown = beside_practice(card(1, attempt=UPLOAD), a_rubric(), [card(2)], NAMES)
    titles = {level.title for _, criterion in a_rubric().criteria() for level in criterion.levels}
    assert shown
    named = {one.uploaded.level_title for one in shown.criteria} - {None}
    assert named
    assert named <= titles


def test_only_practice_like_it_is_set_beside_it() -> None:
    """No other upload, no retake, no call without a score, none by another rubric version."""
    retake = Attempt(fork_of=call_id(9), fork_turn=2)
    ungraded = a_scorecard(status="not_gradable", reason="Too short.", totals=None, passed=None)
    other = card(3).model_copy(update={"rubric": card(3).rubric.model_copy(update={"version": 99})})
    others = [card(2, attempt=UPLOAD), card(4, attempt=retake), ungraded, other]
    assert beside_practice(card(1, attempt=UPLOAD), a_rubric(), others, NAMES) is None
    assert beside_practice(card(1), a_rubric(), [card(2)], NAMES) is None
