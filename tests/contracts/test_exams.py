"""What every results store promises of exams that managers set."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest

from sparring.ids import ExamId, RepId
from sparring.ports import DeletedSitting, Exam, ResultsStore, Sittings
from tests.contracts.places import RESULTS, results_place
from tests.contracts.test_analysis import graded, keep
from tests.fakes.clock import FakeClock
from tests.fakes.documents import OTHER_REP_ID, REP_ID, STARTED_AT, a_scorecard, call_id

CENTRAL = timezone(-timedelta(hours=6))
EXAM = Exam(
    exam_id=ExamId("exam_" + "e" * 20),
    tenant_id="harbour",
    location_id="omaha",
    persona_id="daughter_discharge",
    difficulty="hard",
    set_at=STARTED_AT,
    closes_at=(STARTED_AT + timedelta(days=3)).astimezone(CENTRAL),
)
OTHER = replace(EXAM, exam_id=ExamId("exam_" + "f" * 20), set_at=STARTED_AT + timedelta(days=1), closes_at=None)


@pytest.fixture(params=RESULTS)
async def results(request: pytest.FixtureRequest) -> AsyncIterator[ResultsStore]:
    store = results_place(request.param, request, FakeClock())()
    yield store
    await store.close()


async def test_an_exam_is_what_was_last_set(results: ResultsStore) -> None:
    """Its end keeps the offset in which its day was meant; nobody finds one that was not set."""
    assert await results.get_exam(EXAM.exam_id) is None
    await results.put_exam(EXAM)
    kept = await results.get_exam(EXAM.exam_id)
    assert kept == EXAM
    assert kept.closes_at is not None
    assert kept.closes_at.utcoffset() == timedelta(hours=-6)
    later = replace(EXAM, closes_at=None)
    await results.put_exam(later)
    assert await results.get_exam(EXAM.exam_id) == later


async def test_a_locations_exams_are_its_own_newest_first(results: ResultsStore) -> None:
    """Another location sees none of them, another tenant neither."""
    elsewhere = replace(EXAM, exam_id=ExamId("exam_" + "g" * 20), location_id="lincoln")
    for exam in (EXAM, OTHER, elsewhere):
        await results.put_exam(exam)
    assert await results.exams_of("harbour", "omaha") == [OTHER, EXAM]
    assert await results.exams_of("harbour", "omaha", limit=1) == [OTHER]
    assert await results.exams_of("harbour", "lincoln") == [elsewhere]
    assert await results.exams_of("another", "omaha") == []


async def test_older_exams_come_after_the_last_one_seen(results: ResultsStore) -> None:
    """Page by page, none twice and none left out, those set at the same moment included."""
    ids = [ExamId("exam_" + f"{number:020d}") for number in range(5)]
    for number, exam_id in enumerate(ids):
        await results.put_exam(replace(EXAM, exam_id=exam_id, set_at=STARTED_AT + timedelta(hours=number // 3)))
    everything = await results.exams_of("harbour", "omaha")
    assert [one.exam_id for one in everything] == [ids[3], ids[4], *ids[:3]]
    for place, last in enumerate(everything):
        rest = await results.exams_of("harbour", "omaha", limit=2, older_than=last)
        assert rest == everything[place + 1 : place + 3]


async def test_who_sat_it_is_told_oldest_first_whatever_came_of_it(results: ResultsStore) -> None:
    """Graded, void or not graded yet; not the calls of another exam, nor one that was deleted."""
    scored, (void, card) = graded(1, kind="exam", score=81.0), graded(2, rep_id=OTHER_REP_ID, kind="exam")
    waiting = replace(graded(3, kind="exam")[0], started_at=STARTED_AT + timedelta(hours=2), exam_id=EXAM.exam_id)
    of_exam = [
        (replace(scored[0], exam_id=EXAM.exam_id), scored[1]),
        (
            replace(void, exam_id=EXAM.exam_id, started_at=STARTED_AT + timedelta(hours=1)),
            card.model_copy(update={"status": "void", "reason": "It was no buyer.", "totals": None, "passed": None}),
        ),
        (replace(graded(4, kind="exam")[0], exam_id=EXAM.exam_id), graded(4, kind="exam")[1]),
        graded(5, kind="exam"),
        (replace(graded(6, kind="exam")[0], exam_id=OTHER.exam_id), graded(6, kind="exam")[1]),
    ]
    for one in of_exam:
        await keep(results, one)
    await results.begin(waiting)
    await results.forget(call_id(4))
    sat = await results.sittings([EXAM.exam_id])
    told = [(one.call.call_id, one.status, one.passed, one.reason) for one in sat.calls]
    assert told == [
        (call_id(1), "graded", True, None),
        (call_id(2), "void", None, "It was no buyer."),
        (call_id(3), None, None, None),
    ]
    both = await results.sittings([EXAM.exam_id, OTHER.exam_id])
    assert [one.call.call_id for one in both.calls] == [call_id(1), call_id(6), call_id(2), call_id(3)]
    assert (await results.sittings([])).calls == []
    assert sat.deleted == []


async def test_a_reps_own_sittings_are_told_by_themselves(results: ResultsStore) -> None:
    """Of every exam that a manager set, the oldest first; neither others' nor a call that is no sitting."""
    whose = [(OTHER.exam_id, REP_ID), (EXAM.exam_id, REP_ID), (EXAM.exam_id, OTHER_REP_ID), (None, REP_ID)]
    for number, (exam_id, rep_id) in enumerate(whose, start=1):
        started_at = STARTED_AT + timedelta(hours=9 - number)
        call, card = graded(number, rep_id=rep_id, kind="exam", started_at=started_at)
        await keep(results, (replace(call, exam_id=exam_id), card))
    mine = await results.sittings_of_rep(REP_ID)
    assert [one.call.call_id for one in mine.calls] == [call_id(2), call_id(1)]
    assert (await results.sittings_of_rep(REP_ID, limit=1)).calls == mine.calls[:1]
    assert (await results.sittings_of_rep(RepId("rep_" + "n" * 20))).calls == []


def deleted(number: int, **changes: Any) -> DeletedSitting:
    """Begun and deleted an hour later for each number."""
    at = STARTED_AT + timedelta(hours=number)
    made = DeletedSitting(call_id(number), EXAM.exam_id, REP_ID, started_at=at, deleted_at=at + timedelta(hours=1))
    return replace(made, **changes)


async def test_of_a_sitting_that_its_rep_deleted_stays_that_it_took_place(results: ResultsStore) -> None:
    """For the exam and for the rep, the oldest first; of the call itself nothing, and asked twice it is one."""
    await keep(results, graded(2, kind="exam"))
    kept = [deleted(1), deleted(2), deleted(3, exam_id=OTHER.exam_id), deleted(4, rep_id=OTHER_REP_ID)]
    for one in (*reversed(kept), kept[1]):
        await results.forget(one.call_id, sitting=one)
    assert await results.sittings([EXAM.exam_id]) == Sittings([], [kept[0], kept[1], kept[3]])
    assert await results.sittings_of_rep(REP_ID) == Sittings([], kept[:3])
    assert await results.get(call_id(2)) is None
    assert await results.begin(graded(2, kind="exam")[0]) is None


async def test_what_stays_of_deleted_sittings_goes_with_its_time_or_its_rep(results: ResultsStore) -> None:
    """Others' stay; the call does not come back."""
    for one in (deleted(1), deleted(2), deleted(3, rep_id=OTHER_REP_ID)):
        await results.forget(one.call_id, sitting=one)
    await results.drop_deleted_sittings(before=deleted(2).started_at)
    assert (await results.sittings([EXAM.exam_id])).deleted == [deleted(2), deleted(3, rep_id=OTHER_REP_ID)]
    await results.forget_rep(REP_ID)
    assert (await results.sittings([EXAM.exam_id])).deleted == [deleted(3, rep_id=OTHER_REP_ID)]
    assert [await results.is_forgotten(call_id(number)) for number in (1, 2, 3)] == [True] * 3


async def test_scorecards_of_several_calls_are_read_together(results: ResultsStore) -> None:
    """Those that there are, each the newest of its call."""
    await keep(results, graded(1))
    await keep(results, graded(2))
    newer = a_scorecard(grader=graded(1)[1].grader.model_copy(update={"version": "9"}))
    newer = graded(1)[1].model_copy(update={"grader": newer.grader})
    await results.save(newer, None)
    found = await results.scorecards([call_id(1), call_id(2), call_id(7)])
    assert {card.call_id: card for card in found} == {call_id(1): newer, call_id(2): graded(2)[1]}
    assert await results.scorecards([]) == []
