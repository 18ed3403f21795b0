"""An uploaded call on its way to the grader."""

from datetime import timedelta

import pytest

from sparring.adapters.store.memory import MemoryStore
from sparring.errors import ResultsFailed, TooManyUploads
from sparring.grade.uploads.intake import UPLOADS_PER_HOUR, hand_in
from sparring.transcript import Attempt, Transcript, Upload, object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, STARTED_AT, a_call_record, a_rubric, a_transcript, call_id
from tests.fakes.interposed import Interposed, failing
from tests.fakes.memory import MemoryResults


def an_upload(**changes: object) -> Transcript:
    """The short call as a manager hands it in."""
    reference = a_transcript().persona.model_copy(update={"id": "uploaded"})
    attempt = Attempt(upload=Upload(by="manager", form="text"))
    return a_transcript(persona=reference, events=(), attempt=attempt, **changes)


async def test_it_is_written_once_and_can_be_followed_at_once() -> None:
    """The object stands where every call's does, and its record says who handed it in."""
    store, results = MemoryStore(), MemoryResults(FakeClock())
    await hand_in(an_upload(), store=store, results=results)
    call = await results.get_call(CALL_ID)
    assert call
    assert (call.object_name, call.uploaded_by, call.attempt) == (object_name(an_upload()), "manager", "private")
    assert await store.get(call.object_name, max_bytes=100_000)


async def test_the_grader_makes_the_record_where_nobody_else_did() -> None:
    """A process that dies after the write loses nothing; the call is graded by the rubric chosen for it, once."""
    brain = Brain()
    broken = Interposed(brain.results, failing("begin", ResultsFailed("down")))
    with pytest.raises(ResultsFailed):
        await hand_in(an_upload(), store=brain.store, results=broken)
    await brain.write(an_upload())
    await brain.drain()
    card, call = await brain.results.get(CALL_ID), await brain.results.get_call(CALL_ID)
    assert card
    assert call
    assert (call.uploaded_by, call.rep_id, brain.grader.graded) == ("manager", REP_ID, 1)
    assert card.rubric == a_rubric().ref


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"events": a_transcript().events}, "events"),
        ({"call_type": "outside"}, "call_type"),
        ({"rubric": a_rubric().ref.model_copy(update={"digest": "0" * 64})}, "rubric.digest"),
        ({"persona": a_transcript().persona}, "persona.id"),
    ],
)
async def test_a_call_with_a_buyer_does_not_pass_for_an_upload(changes: dict[str, object], field: str) -> None:
    """Nor does one that claims to have been measured."""
    brain = Brain()
    await brain.write(an_upload().model_copy(update=changes))
    await brain.drain()
    (letter,) = await brain.queue.dead_letters()
    assert letter.reason == f"transcript_rejected {field}"


async def test_a_rep_is_handed_so_many_an_hour() -> None:
    """One more is refused with the seconds to wait, and nothing of it is kept; practice does not count for it."""
    store, results = MemoryStore(), MemoryResults(FakeClock())
    for number in range(UPLOADS_PER_HOUR):
        at = STARTED_AT + timedelta(minutes=number)
        await results.begin(a_call_record(a_transcript(call_id=call_id(500 + number), started_at=at)))
        await hand_in(an_upload(call_id=call_id(number), started_at=at), store=store, results=results)
    one_more = an_upload(call_id=call_id(99), started_at=STARTED_AT + timedelta(minutes=30))
    with pytest.raises(TooManyUploads) as refused:
        await hand_in(one_more, store=store, results=results)
    assert refused.value.retry_after_s == 30 * 60
    assert len(store.objects) == UPLOADS_PER_HOUR
    later = an_upload(call_id=call_id(99), started_at=STARTED_AT + timedelta(minutes=60))
    await hand_in(later, store=store, results=results)
