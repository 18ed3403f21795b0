"""F5 and F20: events that can never be graded are buried at once with a reason, and nobody waits behind them."""

import json
from typing import Any

import pytest

from sparring.documents import dump_document
from sparring.errors import StoreUnavailable
from sparring.ports import ObjectWritten, StepRecord
from sparring.transcript import MAX_TRANSCRIPT_BYTES, object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, a_transcript, call_id
from tests.fakes.interposed import Interposed, failing

NAME = object_name(a_transcript())
NOBODY = {"id": "nobody", "version": 1, "digest": "0" * 64}


def changed(**changes: Any) -> bytes:
    return json.dumps(json.loads(dump_document(a_transcript())) | changes).encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"{not json", "transcript_rejected", id="not JSON"),
        pytest.param(b"", "transcript_rejected", id="empty"),
        pytest.param(dump_document(a_transcript())[:900], "transcript_rejected", id="half a file"),
        pytest.param(b"\xff\xfe{}", "transcript_rejected", id="not UTF-8"),
        pytest.param(b" " * (MAX_TRANSCRIPT_BYTES + 1), "object_too_large", id="oversized"),
        pytest.param(changed(turns="none"), "transcript_rejected turns", id="wrong type"),
        pytest.param(changed(is_admin=True), "transcript_rejected is_admin", id="unknown field"),
        pytest.param(changed(schema_version="4"), "transcript_rejected schema_version", id="newer schema"),
        pytest.param(changed(schema_version=1), "transcript_rejected schema_version", id="schema nobody made"),
        pytest.param(changed(persona=NOBODY), "persona_unknown", id="unknown persona"),
    ],
)
async def test_what_can_never_be_graded_is_buried_at_once(data: bytes, reason: str) -> None:
    """One attempt, a dead letter with the reason, and a call whose page says that it failed."""
    brain = Brain()
    await brain.store.put_once(NAME, data)
    await brain.queue.publish([ObjectWritten("poison", NAME, START)])
    await brain.drain()
    (letter,) = await brain.queue.dead_letters()
    assert (letter.event.id, letter.event.attempt, letter.reason) == ("poison", 1, reason)
    assert await brain.results.steps(CALL_ID) == [StepRecord("received", "failed", START, reason)]
    assert await brain.results.get(CALL_ID) is None
    assert brain.grader.graded == 0


async def test_an_event_without_an_object_is_buried() -> None:
    """A name that nothing stands under will not fill itself."""
    brain = Brain()
    await brain.queue.publish([ObjectWritten("poison", NAME, START)])
    await brain.drain()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["object_missing"]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "transcripts/2026/11/25/x.json", NAME + "\n", "a" * 5_000])
async def test_an_event_that_names_no_transcript_is_buried(name: str) -> None:
    """The store is not even asked."""
    brain = Brain()
    await brain.queue.publish([ObjectWritten("poison", name, START)])
    await brain.drain()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["id_rejected"]


async def test_the_queue_moves_on_past_poison() -> None:
    """Good calls among bad ones are graded in the same pass; not one waits for another pass."""
    brain = Brain()
    for number in range(30):
        call = a_transcript(call_id=call_id(number))
        if number % 3:
            await brain.write(call)
        else:
            await brain.queue.publish([ObjectWritten(f"poison-{number}", object_name(call), START)])
    await brain.drain()
    assert brain.grader.graded == 20
    assert sorted(brain.states()) == ["dead"] * 10 + ["done"] * 20


async def test_what_may_pass_is_tried_again_and_holds_nobody_up() -> None:
    """A transient failure waits on the schedule while the next call is graded at once."""
    store = Brain().store
    brain = Brain(store=Interposed(store, failing("get", StoreUnavailable("down"))))
    await brain.write(a_transcript(call_id=call_id(1)))
    await brain.write(a_transcript(call_id=call_id(2)))
    await brain.drain()
    assert brain.states() == ["waiting", "done"]
    brain.clock.advance(10)
    await brain.drain()
    assert brain.states() == ["done", "done"]


async def test_a_mended_event_is_graded_when_the_operator_asks() -> None:
    """A dead letter whose cause is gone is retried by hand, and its call loses its failure."""
    brain = Brain()
    await brain.queue.publish([ObjectWritten("early", NAME, START)])
    await brain.drain()
    await brain.store.put_once(NAME, dump_document(a_transcript()))
    assert await brain.queue.retry_dead_letter("early")
    await brain.drain()
    assert brain.states() == ["done"]
    assert {record.state for record in await brain.results.steps(CALL_ID)} == {"done"}
