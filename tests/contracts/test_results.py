"""What every results store promises."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sparring.errors import ResultsFailed
from sparring.ids import CallId, RepId
from sparring.ports import RepAccount, Results, ResultsStore, StepRecord
from sparring.scorecard import GraderRef
from tests.contracts.places import RESULTS, results_place
from tests.fakes.clock import START, FakeClock
from tests.fakes.documents import (
    CALL_ID,
    GRADER,
    OTHER_CALL_ID,
    OTHER_REP_ID,
    REP_ID,
    STARTED_AT,
    a_call_record,
    a_mail,
    a_scorecard,
    a_transcript,
    an_answer,
    an_appeal,
    an_override,
    call_id,
)

LATER_GRADER = GraderRef(name="rules", version="2")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


Opened = Callable[[], ResultsStore]


@pytest.fixture(params=RESULTS)
async def opened(request: pytest.FixtureRequest, clock: FakeClock) -> AsyncIterator[Opened]:
    made: list[ResultsStore] = []
    door = results_place(request.param, request, clock)

    def another() -> ResultsStore:
        made.append(door())
        return made[-1]

    yield another
    for store in made:
        await store.close()


@pytest.fixture
def results(opened: Opened) -> ResultsStore:
    return opened()


@pytest.fixture
async def begun(results: ResultsStore) -> ResultsStore:
    await results.begin(a_call_record())
    return results


async def states(results: Results, of: CallId = CALL_ID) -> dict[str, str]:
    return {record.step: record.state for record in await results.steps(of)}


async def test_a_call_is_kept_as_it_was_first_read(results: ResultsStore) -> None:
    """A second transcript of one call changes nothing and is told what the first one was."""
    first = a_call_record()
    assert await results.begin(first) == first
    assert await results.begin(replace(first, transcript_digest="f" * 64)) == first
    assert await results.get_call(CALL_ID) == first


async def test_an_unknown_call_has_nothing(results: ResultsStore) -> None:
    """Nothing is answered for a call nobody has seen."""
    assert await results.get_call(CALL_ID) is None
    assert await results.get(CALL_ID) is None
    assert await results.steps(CALL_ID) == []
    assert not await results.is_forgotten(CALL_ID)


async def test_a_scorecard_comes_back_whole(begun: ResultsStore) -> None:
    """What was graded is what is read."""
    assert await begun.save(a_scorecard(), None)
    assert await begun.get(CALL_ID) == a_scorecard()


async def test_a_grade_is_stored_once(begun: ResultsStore) -> None:
    """The same grade again, even made later, neither replaces the first nor mails again."""
    await begun.save(a_scorecard(), a_mail())
    again = a_scorecard(graded_at=START + timedelta(days=1))
    assert not await begun.save(again, a_mail(1))
    assert await begun.get(CALL_ID) == a_scorecard()
    assert await begun.unsent() == [a_mail()]


async def test_a_stored_grade_is_known_by_call_digest_and_grader(begun: ResultsStore) -> None:
    """Another transcript or another grader version is another grade."""
    card = a_scorecard()
    await begun.save(card, None)
    digest = card.transcript_digest
    assert await begun.has_grade(CALL_ID, transcript_digest=digest, grader=GRADER)
    assert not await begun.has_grade(CALL_ID, transcript_digest="f" * 64, grader=GRADER)
    assert not await begun.has_grade(CALL_ID, transcript_digest=digest, grader=LATER_GRADER)
    assert not await begun.has_grade(OTHER_CALL_ID, transcript_digest=digest, grader=GRADER)


async def test_the_newest_grade_is_shown_and_its_report_is_not_mailed_again(begun: ResultsStore) -> None:
    """A new grader version adds a grade; one call has one report mail."""
    await begun.save(a_scorecard(), a_mail())
    await begun.mark_sent(a_mail().message_id)
    newer = a_scorecard(grader=LATER_GRADER)
    assert await begun.save(newer, a_mail())
    assert await begun.get(CALL_ID) == newer
    assert await begun.unsent() == []
    assert (await states(begun))["reported"] == "done"


async def test_a_grade_needs_its_call(results: ResultsStore) -> None:
    """A scorecard of a call that was never begun is refused whole."""
    with pytest.raises(ResultsFailed):
        await results.save(a_scorecard(), a_mail())
    assert await results.unsent() == []


async def test_saving_finishes_the_steps(begun: ResultsStore) -> None:
    """With the grade the evidence is found and the points are made; without an address the report is there too."""
    await begun.save(a_scorecard(), None)
    assert await states(begun) == {"evidence": "done", "scored": "done", "reported": "done"}


async def test_a_report_is_under_way_until_it_is_sent(begun: ResultsStore) -> None:
    """The last step is done when the mail system has the mail."""
    await begun.save(a_scorecard(), a_mail())
    assert (await states(begun))["reported"] == "running"
    await begun.mark_sent(a_mail().message_id)
    assert (await states(begun))["reported"] == "done"
    assert await begun.unsent() == []


async def test_a_failed_mail_waits_for_its_next_attempt(begun: ResultsStore, clock: FakeClock) -> None:
    """Ten seconds after the first failure, thirty after the second."""
    await begun.save(a_scorecard(), a_mail())
    for delay_s in (10, 30, 60):
        await begun.mark_failed(a_mail().message_id, "mail_failed")
        clock.advance(delay_s - 0.1)
        assert await begun.unsent() == []
        clock.advance(0.1)
        assert await begun.unsent() == [a_mail()]
    assert (await states(begun))["reported"] == "running"


async def test_a_clock_that_is_put_back_leaves_no_mail_waiting(begun: ResultsStore, clock: FakeClock) -> None:
    """Queued and tried a year ahead, on a machine that then learns the time: due again within the hour, and once."""
    year_s = 365 * 86_400
    clock.advance(year_s)
    await begun.save(a_scorecard(), a_mail())
    await begun.mark_failed(a_mail().message_id, "mail_failed")
    clock.advance(-year_s)
    assert await begun.unsent() == [a_mail()]
    await begun.mark_failed(a_mail().message_id, "mail_failed")
    assert await begun.unsent() == []
    clock.advance(30)
    assert await begun.unsent() == [a_mail()]


async def test_a_mail_is_given_up_after_a_day(begun: ResultsStore, clock: FakeClock) -> None:
    """Attempts go on for 24 hours and then end with the reason."""
    await begun.save(a_scorecard(), a_mail())
    while await begun.unsent():
        await begun.mark_failed(a_mail().message_id, "mail_failed")
        clock.advance(3_600)
    assert clock.now() - START >= timedelta(hours=23)
    assert (await begun.steps(CALL_ID))[-1] == StepRecord(
        "reported", "failed", clock.now() - timedelta(hours=1), "mail_failed"
    )


async def test_a_refused_mail_is_given_up_at_once(begun: ResultsStore, clock: FakeClock) -> None:
    """A final failure has no next attempt."""
    await begun.save(a_scorecard(), a_mail())
    await begun.mark_failed(a_mail().message_id, "mail_refused", final=True)
    clock.advance(200_000)
    assert await begun.unsent() == []
    assert (await states(begun))["reported"] == "failed"


async def test_due_mails_come_in_order_and_bounded(results: ResultsStore, clock: FakeClock) -> None:
    """The relay gets a few at a time, longest waiting first."""
    for number in range(4):
        call = a_transcript(call_id=call_id(number))
        await results.begin(a_call_record(call))
        await results.save(a_scorecard(call), a_mail(number, of=call.call_id))
        clock.advance(1)
    due = await results.unsent(limit=3)
    assert [mail.message_id[-1] for mail in due] == ["0", "1", "2"]


async def test_a_rep_sees_their_own_calls_newest_first(results: ResultsStore) -> None:
    """Lists are by rep, in the order the calls began, and end at the limit."""
    for number, rep in enumerate((REP_ID, REP_ID, OTHER_REP_ID, REP_ID)):
        began = STARTED_AT + timedelta(minutes=(7 * number) % 20)
        call = a_transcript(call_id=call_id(number), rep_id=rep, started_at=began)
        await results.begin(a_call_record(call))
        if number != 3:
            await results.save(a_scorecard(call), None)
    mine = await results.calls_of_rep(REP_ID)
    assert [(grade.call.call_id, grade.status, grade.score) for grade in mine] == [
        (call_id(1), "graded", 71.3),
        (call_id(3), None, None),
        (call_id(0), "graded", 71.3),
    ]
    assert mine[0].passed is True
    assert [card.call_id for card in await results.of_rep(REP_ID)] == [call_id(1), call_id(0)]
    assert [card.call_id for card in await results.of_rep(REP_ID, limit=1)] == [call_id(1)]
    assert len(await results.calls_of_rep(REP_ID, limit=2)) == 2


async def test_a_call_without_a_score_keeps_its_reason(begun: ResultsStore) -> None:
    """Not gradable is a state with a reason, never a number."""
    reason = "The call was too short."
    card = a_scorecard(status="not_gradable", reason=reason, totals=None, passed=None)
    await begun.save(card, None)
    (grade,) = await begun.calls_of_rep(REP_ID)
    assert (grade.status, grade.score, grade.passed, grade.reason) == ("not_gradable", None, None, reason)


async def test_one_call_is_what_the_list_says_of_it(begun: ResultsStore) -> None:
    """Asked for alone, a call shows the same grade, or none, or nothing when it was never begun."""
    assert await begun.call_grade(CALL_ID) == (await begun.calls_of_rep(REP_ID))[0]
    await begun.save(a_scorecard(), None)
    assert await begun.call_grade(CALL_ID) == (await begun.calls_of_rep(REP_ID))[0]
    assert await begun.call_grade(OTHER_CALL_ID) is None


async def test_a_step_that_was_given_up_shows_in_the_list(begun: ResultsStore) -> None:
    """The page says of a call that grading failed without asking for its steps."""
    await begun.put_step(CALL_ID, StepRecord("evidence", "running", START))
    assert [grade.failed for grade in await begun.calls_of_rep(REP_ID)] == [False]
    await begun.put_step(CALL_ID, StepRecord("evidence", "failed", START, "grade_crashed"))
    assert [grade.failed for grade in await begun.calls_of_rep(REP_ID)] == [True]


async def test_progress_is_replaced_step_by_step(results: ResultsStore, clock: FakeClock) -> None:
    """Each step has one state, the latest; steps keep the order in which they began."""
    await results.put_step(CALL_ID, StepRecord("received", "running", START))
    await results.put_step(CALL_ID, StepRecord("evidence", "running", START))
    await results.put_step(CALL_ID, StepRecord("received", "done", START + timedelta(seconds=1)))
    assert await results.steps(CALL_ID) == [
        StepRecord("received", "done", START + timedelta(seconds=1)),
        StepRecord("evidence", "running", START),
    ]


async def test_a_forgotten_call_is_gone_and_stays_gone(begun: ResultsStore) -> None:
    """Nothing is left, and nothing that comes late brings it back."""
    await begun.save(a_scorecard(), a_mail())
    await begun.forget(CALL_ID)
    assert await begun.is_forgotten(CALL_ID)
    assert await begun.begin(a_call_record()) is None
    assert not await begun.save(a_scorecard(), a_mail())
    await begun.put_step(CALL_ID, StepRecord("received", "done", START))
    assert await begun.get(CALL_ID) is None
    assert await begun.get_call(CALL_ID) is None
    assert await begun.steps(CALL_ID) == []
    assert await begun.calls_of_rep(REP_ID) == []
    assert await begun.unsent() == []


async def test_forgetting_one_call_leaves_the_others(results: ResultsStore) -> None:
    """Deletion takes what it was asked to take."""
    for number in range(2):
        call = a_transcript(call_id=call_id(number))
        await results.begin(a_call_record(call))
        await results.save(a_scorecard(call), a_mail(of=call.call_id))
    await results.forget(call_id(0))
    assert [grade.call.call_id for grade in await results.calls_of_rep(REP_ID)] == [call_id(1)]
    assert len(await results.unsent()) == 1


async def test_a_rep_is_what_was_last_entered(results: ResultsStore) -> None:
    """Accounts are created and replaced by id."""
    assert await results.get_rep(REP_ID) is None
    await results.put_rep(RepAccount(REP_ID, "Dana", None))
    await results.put_rep(RepAccount(REP_ID, "Dana Ray", "dana@example.org"))
    await results.put_rep(RepAccount(OTHER_REP_ID, "Sam", None))
    assert await results.get_rep(REP_ID) == RepAccount(REP_ID, "Dana Ray", "dana@example.org")


async def test_a_rep_who_leaves_has_no_name_and_no_address(begun: ResultsStore) -> None:
    """The account is gone, however often it is asked for; calls and other reps stay, and a rep may be entered again."""
    await begun.forget_rep(REP_ID)
    await begun.put_rep(RepAccount(REP_ID, "Dana Ray", "dana@example.org"))
    await begun.put_rep(RepAccount(OTHER_REP_ID, "Sam", None))
    await begun.forget_rep(REP_ID)
    await begun.forget_rep(REP_ID)
    assert await begun.get_rep(REP_ID) is None
    assert await begun.get_rep(OTHER_REP_ID) == RepAccount(OTHER_REP_ID, "Sam", None)
    assert await begun.get_call(CALL_ID) is not None
    await begun.put_rep(RepAccount(REP_ID, "D. Ray", None))
    assert await begun.get_rep(REP_ID) == RepAccount(REP_ID, "D. Ray", None)


async def test_a_worker_says_when_it_was_last_alive(results: ResultsStore, clock: FakeClock) -> None:
    """The latest beat of each worker is kept."""
    assert await results.last_beat("grader") is None
    await results.beat("grader")
    clock.advance(5)
    await results.beat("grader")
    assert await results.last_beat("grader") == START + timedelta(seconds=5)
    assert await results.last_beat("other") is None


async def test_a_moment_taken_again_names_its_call(results: ResultsStore) -> None:
    """By itself and in its rep's list: it is a part of another call."""
    fork = replace(a_call_record(), fork_of=call_id(7))
    await results.begin(fork)
    assert await results.get_call(CALL_ID) == fork
    assert [one.call for one in await results.calls_of_rep(REP_ID)] == [fork]


async def test_overrides_stand_beside_the_grade(begun: ResultsStore) -> None:
    """All of them are kept in order, and the grade is what it was."""
    await begun.save(a_scorecard(), None)
    said = [an_override(level="absent", points=0), an_override()]
    assert [await begun.put_override(one) for one in said] == [True, True]
    assert list(await begun.overrides_of(CALL_ID)) == said
    assert list(await begun.overrides(limit=1)) == said[1:]
    assert await begun.get(CALL_ID) == a_scorecard()


async def test_a_rep_is_told_of_overrides_of_their_calls_alone(begun: ResultsStore, clock: FakeClock) -> None:
    """The newest first, however many calls; nothing of anybody else's."""
    await begun.begin(replace(a_call_record(), call_id=OTHER_CALL_ID))
    await begun.begin(replace(a_call_record(), call_id=call_id(7), rep_id=RepId("rep_zzzzzzzzzzzzzzzz")))
    said = [an_override(call_id=one) for one in (CALL_ID, call_id(7), OTHER_CALL_ID)]
    for one in said:
        await begun.put_override(one)
        clock.advance(1)
    assert list(await begun.overrides_for(REP_ID)) == [said[2], said[0]]
    assert list(await begun.overrides_for(REP_ID, limit=1)) == [said[2]]


async def test_an_unknown_call_takes_no_override(results: ResultsStore) -> None:
    """Nothing is kept of what is not there."""
    assert not await results.put_override(an_override())
    assert list(await results.overrides()) == []


async def test_overrides_go_with_a_deleted_call(begun: ResultsStore) -> None:
    """They hold a coach's words about it."""
    await begun.put_override(an_override())
    await begun.forget(CALL_ID)
    assert list(await begun.overrides_of(CALL_ID)) == []
    assert not await begun.put_override(an_override())


async def test_an_appeal_is_open_until_it_is_answered(begun: ResultsStore) -> None:
    """One for each criterion: neither a second word nor a second answer takes its place."""
    assert await begun.put_appeal(an_appeal())
    assert not await begun.put_appeal(an_appeal(why="Once more."))
    assert await begun.put_appeal(an_appeal(criterion="asks_openly", turn=None))
    answered = an_appeal(answer=an_answer())
    assert await begun.answer_appeal(answered)
    assert not await begun.answer_appeal(an_appeal(answer=an_answer(by="Another")))
    assert not await begun.put_appeal(an_appeal(why="Once more."))
    assert list(await begun.appeals_of(CALL_ID)) == [an_appeal(criterion="asks_openly", turn=None), answered]


async def test_an_open_appeal_can_be_taken_back(begun: ResultsStore) -> None:
    """One that was answered stays."""
    await begun.put_appeal(an_appeal())
    assert await begun.withdraw_appeal(CALL_ID, "names_the_feeling")
    assert not await begun.withdraw_appeal(CALL_ID, "names_the_feeling")
    assert list(await begun.appeals_of(CALL_ID)) == []
    await begun.put_appeal(an_appeal())
    await begun.answer_appeal(an_appeal(answer=an_answer()))
    assert not await begun.withdraw_appeal(CALL_ID, "names_the_feeling")


async def test_an_override_answers_the_appeal_it_is_about(begun: ResultsStore) -> None:
    """Of that criterion of that grade, and no other."""
    other = an_appeal(criterion="asks_openly")
    await begun.put_appeal(an_appeal())
    await begun.put_appeal(other)
    await begun.put_override(an_override(grader=LATER_GRADER))
    assert list(await begun.appeals_of(CALL_ID)) == [other, an_appeal()]
    await begun.put_override(an_override(level="absent", points=0))
    answer = an_answer(outcome="overridden", reason="I heard it too.")
    assert list(await begun.appeals_of(CALL_ID)) == [other, an_appeal(answer=answer)]
    await begun.put_override(an_override(reason="I think so still."))
    assert list(await begun.appeals_of(CALL_ID)) == [other, an_appeal(answer=answer)]


async def test_open_appeals_are_those_a_manager_may_read(results: ResultsStore) -> None:
    """Of calls that count at this location, and of private ones while they are shared; longest waiting first."""
    call = a_call_record()
    counted, uploaded, elsewhere = call_id(1), call_id(2), call_id(3)
    await results.begin(call)
    await results.begin(replace(call, call_id=counted, attempt="counted"))
    await results.begin(replace(call, call_id=uploaded, uploaded_by="manager"))
    await results.begin(replace(call, call_id=elsewhere, attempt="exam", location_id="lincoln"))
    for number, of in enumerate((elsewhere, uploaded, counted, CALL_ID)):
        await results.put_appeal(an_appeal(call_id=of, at=STARTED_AT + timedelta(hours=number)))
    await results.put_appeal(an_appeal(call_id=counted, criterion="asks_openly", at=STARTED_AT + timedelta(days=1)))

    async def listed(tenant: str = "harbour", *, limit: int = 50) -> list[tuple[CallId, str]]:
        found = await results.open_appeals(tenant, "omaha", limit=limit)
        return [(one.call.call_id, one.appeal.criterion) for one in found]

    feeling, openly = "names_the_feeling", "asks_openly"
    assert await listed() == [(uploaded, feeling), (counted, feeling), (counted, openly)]
    assert await listed(limit=2) == [(uploaded, feeling), (counted, feeling)]
    assert await listed("another") == []
    await results.share(CALL_ID, shared=True)
    assert await listed() == [(uploaded, feeling), (counted, feeling), (CALL_ID, feeling), (counted, openly)]
    await results.answer_appeal(an_appeal(call_id=counted, answer=an_answer()))
    await results.share(CALL_ID, shared=False)
    assert await listed() == [(uploaded, feeling), (counted, openly)]


async def test_a_rep_finds_what_was_answered(results: ResultsStore) -> None:
    """Of their own calls alone, private or not, the newest answer first; what is open is not among them."""
    mine, older, another = call_id(1), call_id(2), call_id(3)
    for one, rep in ((mine, REP_ID), (older, REP_ID), (another, OTHER_REP_ID)):
        await results.begin(replace(a_call_record(), call_id=one, rep_id=rep))
        await results.put_appeal(an_appeal(call_id=one))
    await results.put_appeal(an_appeal(call_id=mine, criterion="asks_openly"))
    assert list(await results.answered_appeals(REP_ID)) == []
    later = an_appeal(call_id=mine, answer=an_answer(at=STARTED_AT + timedelta(hours=1)))
    said = [an_appeal(call_id=older, answer=an_answer()), later, an_appeal(call_id=another, answer=an_answer())]
    assert [await results.answer_appeal(one) for one in said] == [True] * 3
    assert list(await results.answered_appeals(REP_ID)) == [later, said[0]]
    assert list(await results.answered_appeals(REP_ID, limit=1)) == [later]
    await results.forget(mine)
    assert list(await results.answered_appeals(REP_ID)) == said[:1]


async def test_an_appeal_is_against_the_newest_grade(begun: ResultsStore) -> None:
    """A grade that takes its place takes it away: what the rep said was of the other one."""
    await begun.save(a_scorecard(), None)
    await begun.share(CALL_ID, shared=True)
    await begun.put_appeal(an_appeal())
    await begun.save(a_scorecard(grader=LATER_GRADER), None)
    assert list(await begun.appeals_of(CALL_ID)) == []
    assert list(await begun.open_appeals("harbour", "omaha")) == []


async def test_appeals_go_with_a_deleted_call(begun: ResultsStore) -> None:
    """They hold a rep's words; nothing that comes late brings them back."""
    await begun.share(CALL_ID, shared=True)
    await begun.put_appeal(an_appeal())
    await begun.forget(CALL_ID)
    assert list(await begun.appeals_of(CALL_ID)) == []
    assert list(await begun.open_appeals("harbour", "omaha")) == []
    assert not await begun.put_appeal(an_appeal())
    assert not await begun.answer_appeal(an_appeal(answer=an_answer()))
    assert not await begun.withdraw_appeal(CALL_ID, "names_the_feeling")


async def test_everything_outlives_its_process(begun: ResultsStore, opened: Opened) -> None:
    """Another process reads the grade, the mail, the steps and the rep."""
    await begun.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    await begun.save(a_scorecard(), a_mail())
    other = opened()
    assert await other.get(CALL_ID) == a_scorecard()
    assert await other.unsent() == [a_mail()]
    assert await other.get_rep(REP_ID) == RepAccount(REP_ID, "Dana", "dana@example.org")
    assert len(await other.steps(CALL_ID)) == 3


async def test_of_many_workers_at_once_one_stores_the_grade(begun: ResultsStore, opened: Opened) -> None:
    """Of four that graded the same call at the same time the first one's grade stays, with one mail."""
    cards = [a_scorecard(graded_at=START + timedelta(seconds=number)) for number in range(4)]
    stored = await asyncio.gather(*(opened().save(card, a_mail()) for card in cards))
    assert sorted(stored) == [False, False, False, True]
    assert await begun.get(CALL_ID) == cards[stored.index(True)]
    assert await begun.unsent() == [a_mail()]


async def test_a_call_that_is_forgotten_while_it_is_graded_stays_forgotten(begun: ResultsStore, opened: Opened) -> None:
    """Whichever of the two comes first, nothing of the call is left."""
    grader = opened()
    await asyncio.gather(begun.forget(CALL_ID), grader.save(a_scorecard(), a_mail()), opened().begin(a_call_record()))
    assert await grader.get(CALL_ID) is None
    assert await grader.get_call(CALL_ID) is None
    assert await grader.steps(CALL_ID) == []
    assert await grader.unsent() == []


async def test_calls_keep_their_time_whatever_their_time_zone(results: ResultsStore) -> None:
    """A time comes back as the same instant, in UTC."""
    call = a_transcript()
    await results.begin(a_call_record(a_transcript(started_at=call.started_at.astimezone())))
    record = await results.get_call(CALL_ID)
    assert record is not None
    assert record.started_at == call.started_at
    assert record.started_at.utcoffset() == timedelta(0)
