"""What a dispatched job is told, and what it refuses."""

import json

import pytest

from sparring.adapters.room.errand import MAX_ERRAND_BYTES, Errand, goes_on, read_errand, room_of
from sparring.errors import ErrandRejected
from sparring.ids import new_call_id, new_rep_id


def an_errand() -> Errand:
    return Errand(call_id=new_call_id(), rep_id=new_rep_id(), persona_id="daughter_discharge")


def test_an_errand_is_read_in_its_own_room() -> None:
    """As it was written, and it holds ids only: a rep can read it in their own token."""
    errand = an_errand()
    assert read_errand(errand.model_dump_json(), room=room_of(errand.call_id)) == errand
    assert set(json.loads(errand.model_dump_json())) == {"call_id", "rep_id", "persona_id", "again"}


def test_an_errand_for_another_room_is_refused() -> None:
    """A job that was sent astray carries nobody's call."""
    with pytest.raises(ErrandRejected):
        read_errand(an_errand().model_dump_json(), room=room_of(new_call_id()))


@pytest.mark.parametrize("metadata", ["", "{}", "[]", "x" * (MAX_ERRAND_BYTES + 1), '{"call_id":"../etc"}'])
def test_metadata_that_is_not_ours_is_refused(metadata: str) -> None:
    """Another project's job on the same server, or nobody's."""
    with pytest.raises(ErrandRejected):
        read_errand(metadata, room="room")


def test_only_a_job_sent_again_goes_on_with_a_call() -> None:
    """The first one says nothing of it, as jobs did before there was anything to say."""
    first, again = an_errand(), an_errand().model_copy(update={"again": True})
    assert (goes_on(first.model_dump_json(exclude_defaults=True)), goes_on(again.model_dump_json())) == (False, True)
    assert not goes_on("")
