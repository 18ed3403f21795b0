"""What a dispatched job is told, and what it refuses."""

import json

import pytest

from sparring.adapters.room.job_metadata import MAX_JOB_BYTES, JobMetadata, goes_on, read_job_metadata, room_of
from sparring.errors import JobRejected
from sparring.ids import new_call_id, new_rep_id


def a_job() -> JobMetadata:
    return JobMetadata(call_id=new_call_id(), rep_id=new_rep_id(), persona_id="daughter_discharge")


def test_a_job_is_read_in_its_own_room() -> None:
    """As it was written, and it holds ids only: a rep can read it in their own token."""
    job = a_job()
    assert read_job_metadata(job.model_dump_json(), room=room_of(job.call_id)) == job
    assert set(json.loads(job.model_dump_json())) == {"call_id", "rep_id", "persona_id", "again"}


def test_a_job_for_another_room_is_refused() -> None:
    """A job that was sent astray carries nobody's call."""
    with pytest.raises(JobRejected):
        read_job_metadata(a_job().model_dump_json(), room=room_of(new_call_id()))


@pytest.mark.parametrize("metadata", ["", "{}", "[]", "x" * (MAX_JOB_BYTES + 1), '{"call_id":"../etc"}'])
def test_metadata_that_is_not_ours_is_refused(metadata: str) -> None:
    """Another project's job on the same server, or nobody's."""
    with pytest.raises(JobRejected):
        read_job_metadata(metadata, room="room")


def test_only_a_job_sent_again_goes_on_with_a_call() -> None:
    """The first one says nothing of it, as jobs did before there was anything to say."""
    first, again = a_job(), a_job().model_copy(update={"again": True})
    assert (goes_on(first.model_dump_json(exclude_defaults=True)), goes_on(again.model_dump_json())) == (False, True)
    assert not goes_on("")
