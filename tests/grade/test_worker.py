"""One event in, one scorecard and one report out."""

from dataclasses import replace
from typing import Any

import pytest

from sparring.errors import (
    EventsFailed,
    GradeFailed,
    ObjectConflict,
    PersonaUnknown,
    ResultsFailed,
    StoreUnavailable,
    TranscriptRejected,
)
from sparring.grade.worker import reason_of
from sparring.ports import ObjectWritten, RepAccount, StepRecord
from sparring.transcript import Attempt, object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, GRADER, REP_ID, a_persona, a_scorecard, a_transcript
from tests.fakes.interposed import Interposed, failing


@pytest.fixture
def brain() -> Brain:
    return Brain()


async def steps(brain: Brain) -> dict[str, str]:
    return {record.step: record.state for record in await brain.results.steps(CALL_ID)}


async def test_a_written_call_becomes_a_grade_and_a_mail(brain: Brain) -> None:
    """The event is done, the scorecard is stored, and the report waits for the mail system."""
    await brain.results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    await brain.write(a_transcript())
    await brain.drain()
    assert await brain.results.get(CALL_ID) == a_scorecard(graded_at=START)
    (mail,) = await brain.results.unsent()
    assert mail.to_address == "dana@example.org"
    assert await steps(brain) == {"received": "done", "evidence": "done", "scored": "done", "reported": "running"}
    assert brain.states() == ["done"]


@pytest.mark.parametrize("account", [None, RepAccount(REP_ID, "Dana", None)])
async def test_a_rep_without_an_address_gets_the_report_on_the_page(brain: Brain, account: RepAccount | None) -> None:
    """No address means no mail, and the report is there all the same."""
    if account:
        await brain.results.put_rep(account)
    await brain.write(a_transcript())
    await brain.drain()
    assert await brain.results.unsent() == []
    assert (await steps(brain))["reported"] == "done"


async def test_what_is_kept_of_the_call_comes_from_its_transcript(brain: Brain) -> None:
    """Lists and deletion find the call by what was recorded when it was first read."""
    await brain.write(a_transcript())
    await brain.drain()
    record = await brain.results.get_call(CALL_ID)
    assert record is not None
    assert record.object_name == object_name(a_transcript())
    assert (record.rep_id, record.rubric_id, record.duration_ms) == (REP_ID, "inside_sales", 60_000)


async def test_a_call_that_cannot_be_graded_is_unscored_with_the_reason(brain: Brain) -> None:
    """No grade is a state with a sentence, never a number."""
    brain.grader.failures = [GradeFailed("The grader gave no usable answer.")]
    await brain.write(a_transcript())
    await brain.drain()
    card = await brain.results.get(CALL_ID)
    assert card is not None
    assert (card.status, card.totals, card.passed) == ("unscored", None, None)
    assert card.reason == "The grader gave no usable answer."
    assert brain.states() == ["done"]


async def test_a_broken_buyer_voids_an_exam(brain: Brain) -> None:
    """The rep's attempt is not used up, and the report says why."""
    turns = list(a_transcript().turns)
    turns[3] = turns[3].model_copy(update={"text": "As an AI, I have no father."})
    await brain.write(a_transcript(turns=tuple(turns), attempt=Attempt(kind="exam")))
    await brain.drain()
    card = await brain.results.get(CALL_ID)
    assert card is not None
    assert (card.status, card.totals, [one.fault for one in card.actor]) == ("void", None, ["assistant_talk"])
    assert brain.states() == ["done"]


@pytest.mark.parametrize("failure", [ZeroDivisionError(), ChildProcessError(), RecursionError(), MemoryError()])
async def test_a_crashing_grader_is_tried_three_times(brain: Brain, failure: Exception) -> None:
    """A crash that repeats ends as a dead letter, and the page says that grading failed."""
    brain.grader.failures = [failure] * 3
    await brain.write(a_transcript())
    for _ in range(4):
        await brain.drain()
        brain.clock.advance(60)
    assert brain.grader.graded == 3
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["grade_crashed"]
    assert (await brain.results.steps(CALL_ID))[-1] == StepRecord(
        "evidence", "failed", brain.failed_at(), "grade_crashed"
    )


async def test_a_grader_that_crashed_once_grades_the_next_time(brain: Brain) -> None:
    """One crash costs ten seconds."""
    brain.grader.failures = [ChildProcessError()]
    await brain.write(a_transcript())
    await brain.drain()
    assert brain.states() == ["waiting"]
    brain.clock.advance(10)
    await brain.drain()
    assert await brain.results.get(CALL_ID) is not None


async def test_a_forgotten_call_is_not_graded(brain: Brain) -> None:
    """An event that comes after deletion is done without a trace, whether or not the object is still there."""
    await brain.write(a_transcript())
    await brain.results.forget(CALL_ID)
    await brain.drain()
    assert (brain.states(), brain.grader.graded) == (["done"], 0)
    await brain.store.delete(object_name(a_transcript()))
    await brain.queue.publish([ObjectWritten("again", object_name(a_transcript()), START)])
    await brain.drain()
    assert brain.states() == ["done", "done"]
    assert await brain.results.steps(CALL_ID) == []


async def test_another_grader_version_grades_anew(brain: Brain) -> None:
    """The grade of a new version stands beside the old one and is the one that is shown."""
    await brain.write(a_transcript())
    await brain.drain()
    newer = replace(brain, grader_ref=GRADER.model_copy(update={"version": "2"}))
    await brain.queue.publish([ObjectWritten("again", object_name(a_transcript()), START)])
    await newer.drain()
    card = await brain.results.get(CALL_ID)
    assert card is not None
    assert card.grader.version == "2"


async def test_a_persona_that_was_improved_meanwhile_grades_on(brain: Brain) -> None:
    """A call that was taken before an upgrade is graded after it."""
    brain.persona = a_persona(version=2, summary="Reworded.")
    await brain.write(a_transcript())
    await brain.drain()
    assert await brain.results.get(CALL_ID) is not None


@pytest.mark.parametrize("method", ["begin", "has_grade", "put_step", "get_rep", "save"])
async def test_a_failing_results_store_is_a_reason_to_wait(brain: Brain, method: str) -> None:
    """What cannot be saved now is graded again later."""
    broken = replace(brain, results=Interposed(brain.results, failing(method, ResultsFailed("full"))))
    await broken.write(a_transcript())
    await broken.drain()
    assert brain.states() == ["waiting"]
    brain.clock.advance(10)
    await broken.drain()
    assert brain.states() == ["done"]
    assert await brain.results.get(CALL_ID) is not None


async def test_an_object_is_missing_only_when_nobody_deleted_it(brain: Brain) -> None:
    """While the results store cannot say whether a call was deleted, its event waits."""
    broken = replace(brain, results=Interposed(brain.results, failing("is_forgotten", ResultsFailed("full"))))
    await broken.queue.publish([ObjectWritten("lost", object_name(a_transcript()), START)])
    await broken.drain()
    assert brain.states() == ["waiting"]
    brain.clock.advance(10)
    await broken.drain()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["object_missing"]


async def test_a_failure_that_cannot_be_noted_is_still_buried(brain: Brain) -> None:
    """The queue is told even when the call's progress cannot be."""
    broken = replace(brain, results=Interposed(brain.results, failing("put_step", ResultsFailed("full"))))
    await broken.queue.publish([ObjectWritten("lost", object_name(a_transcript()), START)])
    await broken.drain()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["object_missing"]


async def test_a_queue_that_cannot_be_told_brings_the_event_back(brain: Brain) -> None:
    """What was graded and not acknowledged comes again and changes nothing."""
    await brain.write(a_transcript())
    event = await brain.queue.receive()
    broken = replace(brain, queue=Interposed(brain.queue, failing("done", EventsFailed("full"))))
    with pytest.raises(EventsFailed):
        await broken.worker.handle(event)
    brain.clock.advance(40)
    await brain.drain()
    assert (brain.states(), brain.grader.graded) == (["done"], 1)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (StoreUnavailable("Anna said no"), "store_unavailable"),
        (PersonaUnknown("Anna"), "persona_unknown"),
        (ObjectConflict("Anna"), "object_conflict"),
        (TranscriptRejected("a.json", "turns.3.text", "Anna"), "transcript_rejected turns.3.text"),
        (TranscriptRejected("a.json", "", "Anna"), "transcript_rejected"),
        (TranscriptRejected("a.json", "Anna said no", "extra"), "transcript_rejected"),
        (TranscriptRejected("a.json", "a" * 81, "extra"), "transcript_rejected"),
    ],
)
def test_a_reason_holds_codes_and_field_paths_only(error: Any, reason: str) -> None:
    """What is logged and stored about a failure is never anybody's words."""
    assert reason_of(error) == reason
