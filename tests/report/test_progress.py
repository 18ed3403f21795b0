"""A call beside the rep's earlier ones with the same buyer."""

import pytest

from sparring.documents import VersionRef
from sparring.report.progress import MOST_SHOWN, progress
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Attempt
from tests.fakes.documents import call_id
from tests.report.test_practice import UPLOAD, card, with_points


def test_earlier_calls_stand_in_order_the_last_of_them_nearest() -> None:
    """Of calls newest first: those held before this one, never those held since, and no more than a few."""
    calls = [card(number, score=90 - number) for number in range(1, MOST_SHOWN + 5)]
    shown = progress(calls[1], calls)
    assert shown
    assert [one.call_id for one in shown.earlier] == [call_id(number) for number in range(MOST_SHOWN + 2, 2, -1)]
    assert shown.earlier[-1].score == 87


def test_what_came_out_otherwise_than_the_last_time_is_told_the_largest_gain_first() -> None:
    """What is the same is not."""
    scored = [one for one in card(1).criteria if one.points]
    gained, lost = scored[0], scored[-1]
    now = with_points(card(1), **{lost.id: 0})
    last = with_points(card(2), **{gained.id: 0})
    shown = progress(now, [now, last, card(3)])
    assert shown
    told = [(one.id, one.before.points, one.after.points) for one in shown.criteria]
    assert told == [(gained.id, 0, gained.points), (lost.id, lost.points, 0)]


@pytest.mark.parametrize(
    "other",
    [
        card(2).model_copy(update={"persona": VersionRef(id="harold", version=1, digest="0" * 64)}),
        card(2).model_copy(update={"rubric": VersionRef(id="inside_sales", version=1, digest="0" * 64)}),
        card(2).model_copy(update={"grader": GraderRef(name="rules", version="0")}),
        card(2).model_copy(update={"totals": None}),
        card(2, attempt=Attempt(fork_of=call_id(9), fork_turn=2)),
        card(2, attempt=UPLOAD),
    ],
    ids=["another buyer", "another rubric", "another grader", "no score", "a retake", "an upload"],
)
def test_only_what_can_be_compared_is(other: Scorecard) -> None:
    """A whole call with this buyer, by the same rubric and grader."""
    assert progress(card(1), [card(1), other]) is None


@pytest.mark.parametrize("attempt", [Attempt(fork_of=call_id(9), fork_turn=2), UPLOAD])
def test_neither_a_retake_nor_an_upload_has_a_last_time(attempt: Attempt) -> None:
    """The one stands beside its first time, the other beside practice."""
    assert progress(card(1, attempt=attempt), [card(1, attempt=attempt), card(2)]) is None


def test_who_may_not_see_the_other_calls_sees_none() -> None:
    """A manager is given none of them."""
    assert progress(card(1), []) is None
