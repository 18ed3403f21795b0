"""Queries over scorecards: a rep's own calls, each with where it stands.

Flows in: the results port. Flows out: rows for lists. One rule says what state a call is in, wherever it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sparring.ids import CallId, RepId
from sparring.ports import CallGrade, CallRecord, Results

CallState = Literal["grading", "graded", "not_gradable", "unscored", "void", "failed"]
"""Where a call stands in Brain 2. `failed`: given up without a grade; a mail that failed does not undo a grade."""


@dataclass(frozen=True, slots=True)
class CallStanding:
    """One call in a list. `score` (0-100) and `passed` are None unless `state` is `graded`."""

    call: CallRecord
    state: CallState
    score: float | None
    passed: bool | None
    reason: str | None


async def standings_of_rep(results: Results, rep_id: RepId, *, limit: int = 50) -> Sequence[CallStanding]:
    """The rep's calls that Brain 2 has seen, newest first. Raises: ResultsFailed."""
    return [standing(grade) for grade in await results.calls_of_rep(rep_id, limit=limit)]


async def standing_of_call(results: Results, call_id: CallId, rep_id: RepId) -> CallStanding | None:
    """One call of this rep; None when Brain 2 has not seen it, or it is another's. Raises: ResultsFailed."""
    grade = await results.call_grade(call_id)
    return standing(grade) if grade is not None and grade.call.rep_id == rep_id else None


def standing(grade: CallGrade) -> CallStanding:
    """What a list says of it."""
    state: CallState = grade.status or ("failed" if grade.failed else "grading")
    return CallStanding(grade.call, state, grade.score, grade.passed, grade.reason)
