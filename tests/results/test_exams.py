"""An exam as a manager looks at it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sparring.grade.rules.grader import GRADER
from sparring.ids import RepId
from sparring.ports import DeletedSitting, RepAccount, StepRecord
from sparring.results.exams import ExamCounts, ExamRep, Sitting, exam_counts, exam_view, exams_to_sit, left_of
from sparring.rubric import find_rubric
from tests.contracts.test_analysis import graded
from tests.contracts.test_exams import EXAM, OTHER
from tests.fakes.clock import FakeClock
from tests.fakes.documents import OTHER_REP_ID, REP_ID, STARTED_AT, call_id
from tests.fakes.memory import MemoryResults

IDLE = RepId("rep_" + "i" * 20)
NO_BUYER: dict[str, Any] = {"status": "void", "reason": "It was no buyer.", "totals": None, "passed": None}


@pytest.fixture
async def results() -> MemoryResults:
    """Ann, who sat it twice after a void attempt; Zoe, who has not; and one without a name, who has begun."""
    made = MemoryResults(FakeClock())
    await made.put_exam(EXAM)
    for rep_id, name in ((REP_ID, "Ann"), (IDLE, "zoe")):
        await made.put_rep(RepAccount(rep_id, name, None))
        await made.join_team(rep_id, tenant_id="harbour", location_id="omaha")
    known = {"grader": GRADER, "rubric": find_rubric("inside_sales").ref}
    await sit(made, 1, **NO_BUYER)
    await sit(made, 2, score=61.0, **known)
    await sit(made, 3, score=88.0)
    waiting = graded(4, rep_id=OTHER_REP_ID, kind="exam")[0]
    await made.begin(replace(waiting, exam_id=EXAM.exam_id))
    return made


def calls_of(rep: ExamRep) -> list[Sitting]:
    return [one for one in rep.sittings if isinstance(one, Sitting)]


async def sit(results: MemoryResults, number: int, **changes: Any) -> None:
    call, card = graded(number, kind="exam", started_at=STARTED_AT + timedelta(hours=number), **changes)
    await results.begin(replace(call, exam_id=EXAM.exam_id))
    await results.save(card, None)


async def test_reps_stand_by_name_with_their_sittings(results: MemoryResults) -> None:
    """Who sat it, who has not, who has no name last; an error stands where the grader's is known."""
    view = await exam_view(results, EXAM)
    assert [(rep.name, len(rep.sittings)) for rep in view.reps] == [("Ann", 3), ("zoe", 0), ("", 1)]
    ann = view.reps[0]
    sittings = calls_of(ann)
    assert [one.standing.state for one in sittings] == ["void", "graded", "graded"]
    assert sittings[0].standing.reason == "It was no buyer."
    errors = [one.plus_minus for one in sittings]
    assert errors[0] is errors[2] is None
    assert errors[1] is not None
    assert calls_of(view.reps[2])[0].standing.state == "grading"


async def test_the_first_sitting_with_a_score_counts(results: MemoryResults) -> None:
    """What is void is taken again; a second time with a buyer whom one knows is another thing than a first."""
    view = await exam_view(results, EXAM)
    result = view.reps[0].result
    assert isinstance(result, Sitting)
    assert (result.standing.call.call_id, result.standing.score) == (call_id(2), 61.0)
    assert [rep.result for rep in view.reps[1:]] == [None, None]
    assert (view.counts.sat, view.counts.passed) == (1, 0)


async def test_the_counts_of_many_exams_are_those_of_their_views(results: MemoryResults) -> None:
    """However many are told at once; whoever began without being of the team is one of its reps."""
    counts = await exam_counts(results, [EXAM, OTHER])
    assert counts == {EXAM.exam_id: ExamCounts(reps=3, sat=1, passed=0), OTHER.exam_id: ExamCounts(2, 0, 0)}
    for exam in (EXAM, OTHER):
        assert counts[exam.exam_id] == (await exam_view(results, exam)).counts
    assert await exam_counts(results, []) == {}


async def test_a_first_score_counts_and_a_deleted_one_is_not_passed(results: MemoryResults) -> None:
    """A second one changes nothing; one who is not of the team passes as well as another."""
    await results.save(graded(4, rep_id=OTHER_REP_ID, kind="exam", passed=True)[1], None)
    assert (await exam_counts(results, [EXAM]))[EXAM.exam_id] == ExamCounts(reps=3, sat=2, passed=1)
    left = DeletedSitting(call_id(9), EXAM.exam_id, OTHER_REP_ID, STARTED_AT - timedelta(days=1), deleted_at=STARTED_AT)
    await results.forget(call_id(9), sitting=left)
    assert (await exam_counts(results, [EXAM]))[EXAM.exam_id] == ExamCounts(reps=3, sat=2, passed=0)


async def test_a_sitting_that_its_rep_deleted_was_their_first(results: MemoryResults) -> None:
    """Nobody sits again because of how it went; what came to nothing leaves no trace, nor does another call."""
    ann = calls_of((await exam_view(results, EXAM)).reps[0])
    left = [left_of(one.standing, deleted_at=STARTED_AT + timedelta(days=1)) for one in ann]
    assert left[0] is None
    assert left[1] is not None
    await results.forget(call_id(2), sitting=left[1])
    view = await exam_view(results, EXAM)
    assert view.reps[0].result == left[1]
    assert (view.counts.sat, view.counts.passed) == (1, 0)
    await results.forget(call_id(3))
    assert await exams_to_sit(results, [EXAM], REP_ID) == []
    own = replace(ann[1].standing, call=replace(ann[1].standing.call, exam_id=None))
    assert left_of(own, deleted_at=STARTED_AT) is None


async def test_the_buyer_of_an_exam_is_that_of_the_first_sitting_with_a_grade(results: MemoryResults) -> None:
    """Whichever rep's it is."""
    view = await exam_view(results, EXAM)
    assert view.persona == calls_of(view.reps[0])[0].persona is not None
    later = replace(EXAM, exam_id=OTHER.exam_id)
    assert (await exam_view(results, later)).persona is None


async def test_a_rep_is_asked_again_for_what_came_to_nothing(results: MemoryResults) -> None:
    """Void, or given up by the coach; not what is with the coach or has a score, however many calls came since."""
    both = [OTHER, EXAM]
    assert await exams_to_sit(results, both, IDLE) == both
    assert await exams_to_sit(results, both, OTHER_REP_ID) == [OTHER]
    for number in range(5, 60):
        await results.begin(graded(number, started_at=STARTED_AT + timedelta(days=number))[0])
    assert await exams_to_sit(results, both, REP_ID) == [OTHER]
    await results.put_step(call_id(4), StepRecord("scored", "failed", STARTED_AT, "judge_failed"))
    assert await exams_to_sit(results, both, OTHER_REP_ID) == both
    assert await exams_to_sit(results, [], REP_ID) == []
