"""What every results store answers about reps, teams and locations: the same as adding its scorecards up again."""

import random
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from sparring.ids import CallId, RepId
from sparring.ports import Attendance, RepAccount, ResultsStore, Scope
from sparring.results.tally import monday_of
from sparring.rubric import find_rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Attempt
from tests.contracts.places import RESULTS, results_place
from tests.fakes.clock import FakeClock
from tests.fakes.documents import OTHER_REP_ID, REP_ID, STARTED_AT, a_call_record, a_scorecard, a_transcript, call_id
from tests.fakes.memory import MemoryResults

WEEK = timedelta(days=7)
MONDAY = monday_of(STARTED_AT)
PERIOD = (MONDAY - 5 * WEEK, MONDAY + WEEK)
THIRD_REP = RepId("rep_" + "3" * 20)
PLACES = {REP_ID: "omaha", OTHER_REP_ID: "omaha", THIRD_REP: "lincoln"}
LATER_GRADER = GraderRef(name="rules", version="2")
CALLS = 30


@pytest.fixture(params=RESULTS)
async def results(request: pytest.FixtureRequest) -> AsyncIterator[ResultsStore]:
    made = results_place(request.param, request, FakeClock())()
    yield made
    await made.close()


def scope(**changes: Any) -> Scope:
    whole: dict[str, Any] = {"tenant_id": "harbour", "since": PERIOD[0], "until": PERIOD[1]}
    return Scope(**(whole | changes))


def graded(
    number: int,
    *,
    rep_id: RepId = REP_ID,
    score: float = 71.3,
    kind: Any = "counted",
    started_at: datetime = STARTED_AT,
    **changes: Any,
) -> tuple[Any, Scorecard]:
    """A call's record and its scorecard."""
    call = a_transcript(
        call_id=call_id(number),
        rep_id=rep_id,
        location_id=PLACES[rep_id],
        started_at=started_at,
        attempt=Attempt(kind=kind),
    )
    card = a_scorecard(call)
    totals = card.totals.model_copy(update={"score": score}) if card.totals else None
    return a_call_record(call), card.model_copy(update={"totals": totals, "passed": score >= 70} | changes)


async def keep(store: ResultsStore, call: tuple[Any, Scorecard]) -> None:
    await store.begin(call[0])
    await store.save(call[1], None)


def some_calls() -> list[tuple[Any, Scorecard]]:
    """Of three reps over eight weeks: counted and private ones, and some without a score."""
    chance, made = random.Random(11), []
    for number in range(CALLS):
        changes: dict[str, Any] = {}
        if number % 9 == 0:
            changes = {"status": "not_gradable", "reason": "Too short.", "totals": None, "passed": None}
        call, card = graded(
            number,
            rep_id=chance.choice(list(PLACES)),
            score=chance.randrange(200, 1_000) / 10,
            kind=chance.choice(["private", "counted", "exam"]),
            started_at=STARTED_AT - timedelta(minutes=chance.randrange(8 * 7 * 24 * 60)),
        )
        made.append((call, card.model_copy(update=changes)))
    return made


async def everything(store: ResultsStore) -> list[Any]:
    """All answers to all questions."""
    scopes = (scope(), scope(location_id="omaha"), scope(location_id="omaha", rep_id=REP_ID), scope(tenant_id="other"))
    answers: list[Any] = []
    for one in scopes:
        answers += [list(await store.score_tallies(one, by=by)) for by in ("week", "location")]
        if one.rep_id:
            answers.append(list(await store.call_points(one, limit=20)))
        else:
            answers.append(list(await store.criterion_tallies(one)))
        if one.location_id and not one.rep_id:
            answers.append(list(await store.skill_tallies(one)))
        if one.location_id:
            answers.append(list(await store.score_tallies(one, by="rep")))
            answers.append([grade.call.call_id for grade in await store.counted_calls(one)])
    answers.append(list(await store.skill_tallies(scope(), places=["omaha", "lincoln", "nowhere"])))
    answers += [list(await store.members("harbour", place)) for place in ("omaha", "lincoln", "nowhere")]
    answers.append(list(await store.attendance("harbour", since=PERIOD[0])))
    return answers


async def test_kept_sums_are_what_the_scorecards_add_up_to(results: ResultsStore) -> None:
    """Graded, graded anew by a later version, and deleted: every answer is that of an adding up from nothing."""
    oracle = MemoryResults(FakeClock())
    for store in (results, oracle):
        for call in some_calls():
            await keep(store, call)
        for number, (call, card) in enumerate(some_calls()):
            if number % 4 == 0:
                await keep(store, (call, card.model_copy(update={"grader": LATER_GRADER})))
            if number % 7 == 0:
                await store.forget(call.call_id)
    assert await everything(results) == await everything(oracle)
    assert any(await everything(results))


async def test_nothing_is_left_when_every_call_is_deleted(results: ResultsStore) -> None:
    """Deleted calls leave no sum, no week and no last call behind."""
    for call in some_calls():
        await keep(results, call)
    for call, _ in some_calls():
        await results.forget(call.call_id)
    assert not any(await everything(results))


@pytest.mark.parametrize("kind", ["counted", "exam"])
async def test_only_what_counts_is_seen(results: ResultsStore, kind: str) -> None:
    """A private attempt is in no figure, no list and no date of a last call."""
    await keep(results, graded(1, kind="private"))
    assert not any(await everything(results))
    await keep(results, graded(2, kind=kind))
    (tally,) = await results.score_tallies(scope(location_id="omaha"), by="rep")
    assert (tally.group, tally.calls, tally.passed, tally.tenths, tally.tenths_squared) == (REP_ID, 1, 1, 713, 713**2)
    assert [grade.call.call_id for grade in await results.counted_calls(scope(location_id="omaha"))] == [call_id(2)]


async def test_a_period_is_whole_weeks_and_has_two_halves(results: ResultsStore) -> None:
    """Monday midnight UTC begins a week; the week after the last is outside."""
    sunday = datetime.combine(MONDAY - timedelta(days=1), datetime.max.time(), STARTED_AT.tzinfo)
    monday = datetime.combine(MONDAY, datetime.min.time(), STARTED_AT.tzinfo)
    for number, at in enumerate((sunday - 2 * WEEK, sunday, monday, monday + WEEK)):
        await keep(results, graded(number, started_at=at))
    tallies = await results.score_tallies(scope(since=MONDAY - 3 * WEEK), by="week")
    weeks = [(tally.group, tally.later) for tally in tallies]
    assert weeks == [
        ((MONDAY - 3 * WEEK).isoformat(), False),
        ((MONDAY - WEEK).isoformat(), True),
        (MONDAY.isoformat(), True),
    ]


@pytest.mark.parametrize("weeks", [12, 26, 52])
async def test_locations_over_many_weeks_are_their_weeks_added_up(results: ResultsStore, weeks: int) -> None:
    """However the sums are kept, a location has the calls of both halves and no other, also after a deletion."""
    for number in range(weeks + 2):
        await keep(results, graded(number, started_at=STARTED_AT + WEEK - number * WEEK))
    await results.forget(call_id(weeks // 3))
    period = scope(since=MONDAY - (weeks - 1) * WEEK, until=MONDAY + WEEK)
    (before, after) = await results.score_tallies(period, by="location")
    by_week = await results.score_tallies(period, by="week")
    assert (before.later, after.later) == (False, True)
    for half in (before, after):
        those = [tally for tally in by_week if tally.later == half.later]
        assert (half.calls, half.tenths) == (sum(one.calls for one in those), sum(one.tenths for one in those))
    assert before.calls + after.calls == weeks - 1


async def test_grader_and_rubric_stay_apart(results: ResultsStore) -> None:
    """Scores of two grader versions are two tallies, each with the grader and the rubric whose error it has."""
    await keep(results, graded(1))
    await keep(results, graded(2, grader=LATER_GRADER))
    tallies = await results.score_tallies(scope(), by="location")
    assert [tally.grader.version for tally in tallies] == ["1", "2"]
    assert {tally.rubric for tally in tallies} == {find_rubric("inside_sales").ref}


async def test_a_team_is_who_joined_and_who_called(results: ResultsStore) -> None:
    """Names come from the accounts; who has no call that counts has no date."""
    await results.put_rep(RepAccount(OTHER_REP_ID, "Sam", None))
    await results.join_team(OTHER_REP_ID, tenant_id="harbour", location_id="omaha")
    await keep(results, graded(1))
    members = await results.members("harbour", "omaha")
    assert [(one.rep_id, one.name, one.last_at) for one in members] == [
        (REP_ID, "", STARTED_AT),
        (OTHER_REP_ID, "Sam", None),
    ]
    assert await results.attendance("harbour", since=MONDAY) == [Attendance("omaha", 2, 1)]
    assert await results.attendance("harbour", since=MONDAY + WEEK) == [Attendance("omaha", 2, 0)]


async def test_a_rep_who_moves_is_missed_nowhere_else(results: ResultsStore) -> None:
    """Joining another team leaves the first one, unless there are calls that count there."""
    await results.join_team(REP_ID, tenant_id="harbour", location_id="lincoln")
    await results.join_team(REP_ID, tenant_id="harbour", location_id="omaha")
    assert list(await results.members("harbour", "lincoln")) == []
    assert [one.rep_id for one in await results.members("harbour", "omaha")] == [REP_ID]


async def test_sharing_is_the_reps_and_can_be_taken_back(results: ResultsStore) -> None:
    """It goes with the call, and an unknown call cannot be shared."""
    await keep(results, graded(1, kind="private"))
    assert not await results.is_shared(call_id(1))
    assert await results.share(call_id(1), shared=True)
    assert await results.is_shared(call_id(1))
    assert await results.share(call_id(1), shared=False)
    assert not await results.is_shared(call_id(1))
    assert await results.share(call_id(1), shared=True)
    await results.forget(call_id(1))
    assert not await results.is_shared(call_id(1))
    assert not await results.share(CallId("call_" + "n" * 20), shared=True)


async def test_the_list_of_calls_is_bounded_and_in_order(results: ResultsStore) -> None:
    """Newest first."""
    for number in range(5):
        await keep(results, graded(number, started_at=STARTED_AT - timedelta(hours=number)))
    calls = await results.counted_calls(scope(location_id="omaha", rep_id=REP_ID), limit=3)
    assert [grade.call.call_id for grade in calls] == [call_id(0), call_id(1), call_id(2)]
