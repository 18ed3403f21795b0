"""A5: a transcript cannot choose its own rubric, persona or call: the server's record decides, or nothing is graded."""

import json
from datetime import timedelta
from typing import Any

import pytest

from sparring.documents import dump_document
from sparring.ports import ObjectWritten
from sparring.rubric import find_rubric
from sparring.transcript import object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, OTHER_CALL_ID, STARTED_AT, a_persona, a_transcript

NAME = object_name(a_transcript())
INSIDE, OUTSIDE = find_rubric("inside_sales").ref, find_rubric("outside_sales").ref


async def reason_for(data: bytes, brain: Brain | None = None, name: str = NAME) -> str:
    used = brain or Brain()
    await used.store.put_once(name, data)
    await used.queue.publish([ObjectWritten("forged", name, START)])
    await used.drain()
    assert used.grader.graded == 0
    (letter,) = await used.queue.dead_letters()
    return str(letter.reason)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"rubric": OUTSIDE}, "rubric.id", id="the easier rubric"),
        pytest.param({"call_type": "outside"}, "call_type", id="the other call type"),
        pytest.param({"call_type": "outside", "rubric": OUTSIDE}, "call_type", id="call type and rubric together"),
        pytest.param({"call_direction": "rep_calls"}, "call_direction", id="the other direction"),
        pytest.param({"rubric": INSIDE.model_copy(update={"digest": "0" * 64})}, "rubric.digest", id="another rubric"),
        pytest.param({"rubric": INSIDE.model_copy(update={"version": 99})}, "rubric.version", id="a later rubric"),
        pytest.param(
            {"persona": a_transcript().persona.model_copy(update={"digest": "0" * 64})},
            "persona.digest",
            id="another persona under this name",
        ),
        pytest.param(
            {"persona": a_transcript().persona.model_copy(update={"version": 2})},
            "persona.version",
            id="a later persona",
        ),
        pytest.param({"call_id": OTHER_CALL_ID}, "call_id", id="another call's id"),
        pytest.param({"started_at": STARTED_AT + timedelta(days=1)}, "call_id", id="another day"),
    ],
)
async def test_a_forged_field_is_buried_by_name(changes: dict[str, Any], field: str) -> None:
    """What differs from the installed persona and rubric is never graded, and the dead letter says which field."""
    assert await reason_for(dump_document(a_transcript(**changes))) == f"transcript_rejected {field}"


async def test_a_key_that_stands_twice_is_refused() -> None:
    """The last of two keys would win and swap the rubric; the file is refused instead."""
    whole = dump_document(a_transcript()).decode()
    twice = whole.replace('"call_type": "inside"', '"call_type": "inside", "call_type": "outside"')
    assert twice != whole
    assert await reason_for(twice.encode()) == "transcript_rejected call_type"


async def test_a_persona_that_changed_sides_takes_its_rubric_with_it() -> None:
    """The installed persona says which rubric grades, whatever the file says."""
    brain = Brain(persona=a_persona(call_type="outside", version=2))
    assert await reason_for(dump_document(a_transcript()), brain) == "transcript_rejected call_type"


async def test_a_transcript_altered_after_it_was_read_is_refused() -> None:
    """A call has one transcript: the first one read. Another is buried, and the first grade stands."""
    brain = Brain()
    await brain.write(a_transcript())
    await brain.drain()
    first = await brain.results.get(CALL_ID)
    altered = json.loads(dump_document(a_transcript()))
    altered["turns"][0]["text"] = "I was perfect."
    brain.store.objects[NAME] = json.dumps(altered).encode()
    await brain.queue.publish([ObjectWritten("replayed", NAME, START)])
    await brain.drain()
    assert [letter.reason for letter in await brain.queue.dead_letters()] == ["transcript_rejected transcript_digest"]
    assert await brain.results.get(CALL_ID) == first
    assert brain.grader.graded == 1


async def test_an_altered_transcript_does_not_deface_the_page_of_the_first() -> None:
    """The steps of the graded call stay done."""
    brain = Brain()
    await brain.write(a_transcript())
    await brain.drain()
    brain.store.objects[NAME] = dump_document(a_transcript(seed=8))
    await brain.queue.publish([ObjectWritten("replayed", NAME, START)])
    await brain.drain()
    assert {record.state for record in await brain.results.steps(CALL_ID)} == {"done"}
