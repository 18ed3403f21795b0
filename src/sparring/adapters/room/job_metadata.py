"""What a dispatched job is told: ids, and nothing a rep may not read.

It travels inside the join token, or through the dispatch API, so LiveKit's own signature covers it (ADR on rooms). The
job believes nothing else: who the buyer is and how far the call has come stands in the diary.
"""

from sparring.documents import Document, parse_document
from sparring.errors import JobRejected
from sparring.ids import CallId, CallIdField, RepId, RepIdField, Slug

MAX_JOB_BYTES = 1_000


class JobMetadata(Document):
    """Which call the job is for. The room bears the call's id.

    Args:
        again: a job was sent for this call before and is gone, or never came.
    """

    call_id: CallIdField
    rep_id: RepIdField
    persona_id: Slug
    again: bool = False


def room_of(call_id: CallId) -> str:
    """The name of the call's room."""
    return call_id


def identity_of(rep_id: RepId) -> str:
    """Who the rep is in a room; a second connection as the same replaces the first."""
    return rep_id


def read_job_metadata(metadata: str, *, room: str) -> JobMetadata:
    """Raises: JobRejected, also when it is for another room."""
    job = _read(metadata)
    if room_of(job.call_id) != room:
        raise JobRejected("job", "call_id", "is not the call of this room")
    return job


def goes_on(metadata: str) -> bool:
    """Whether a rep waits for this job already. What cannot be read is a new call, and refused later."""
    try:
        return _read(metadata).again
    except JobRejected:
        return False


def _read(metadata: str) -> JobMetadata:
    return parse_document(metadata.encode(), JobMetadata, source="job", max_bytes=MAX_JOB_BYTES, rejected=JobRejected)
