"""Queries over scorecards."""

from typing import Any

import pytest

from sparring.ports import StepRecord
from sparring.results import CallStanding, standing_of_call, standings_of_rep
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import (
    CALL_ID,
    OTHER_REP_ID,
    REP_ID,
    a_call_record,
    a_mail,
    a_scorecard,
    a_transcript,
    call_id,
)
from tests.fakes.memory import MemoryResults

NOT_GRADED: dict[str, Any] = {"reason": "Too short.", "totals": None, "passed": None, "criteria": ()}


@pytest.fixture
async def results() -> MemoryResults:
    made = MemoryResults(FakeClock())
    await made.begin(a_call_record())
    return made


async def standing(results: MemoryResults) -> CallStanding:
    found = await standing_of_call(results, CALL_ID, REP_ID)
    assert found is not None
    return found


async def test_a_call_that_was_read_is_being_graded(results: MemoryResults) -> None:
    """Until there is a grade or it was given up."""
    assert (await standing(results)).state == "grading"


async def test_a_graded_call_shows_its_score(results: MemoryResults) -> None:
    """Score and verdict come from the newest grade."""
    await results.save(a_scorecard(), None)
    found = await standing(results)
    assert (found.state, found.score, found.passed, found.reason) == ("graded", 71.3, True, None)


@pytest.mark.parametrize("status", ["not_gradable", "unscored", "void"])
async def test_a_call_without_a_score_shows_its_reason(results: MemoryResults, status: str) -> None:
    """A state and a sentence, and no number."""
    await results.save(a_scorecard(status=status, **NOT_GRADED), None)
    found = await standing(results)
    assert (found.state, found.score, found.passed, found.reason) == (status, None, None, "Too short.")


async def test_a_call_that_was_given_up_has_failed(results: MemoryResults) -> None:
    """A dead letter shows on the page."""
    await results.put_step(CALL_ID, StepRecord("evidence", "failed", START, "grade_crashed"))
    assert (await standing(results)).state == "failed"


async def test_a_mail_that_failed_does_not_undo_the_grade(results: MemoryResults) -> None:
    """The report is on the page, whatever the mail system said."""
    await results.save(a_scorecard(), a_mail())
    await results.mark_failed(a_mail().message_id, "mail_refused", final=True)
    assert (await standing(results)).state == "graded"


async def test_another_reps_call_is_no_call(results: MemoryResults) -> None:
    """It cannot be told from one that does not exist."""
    assert await standing_of_call(results, CALL_ID, OTHER_REP_ID) is None
    assert await standing_of_call(results, call_id(9), REP_ID) is None


async def test_a_list_is_the_reps_own(results: MemoryResults) -> None:
    """Newest first, up to the limit."""
    for number in range(3):
        call = a_transcript(call_id=call_id(number), started_at=START.replace(minute=number))
        await results.begin(a_call_record(call))
    assert [row.call.call_id for row in await standings_of_rep(results, REP_ID, limit=2)] == [call_id(2), call_id(1)]
    assert await standings_of_rep(results, OTHER_REP_ID) == []
