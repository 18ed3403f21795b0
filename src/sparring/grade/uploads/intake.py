"""An uploaded call on its way to the grader: written once into the air gap, whose write is the event, like any other.

Flows in: an uploaded call's transcript. Flows out: its object, and its record, so that whoever handed it in can follow
it at once. Nothing is graded here. What is on record limits how many a rep is handed in within an hour, by whomever.
"""

import math
from datetime import timedelta

from sparring.documents import digest_of, dump_document
from sparring.errors import TooManyUploads
from sparring.grade.provenance import call_record
from sparring.ports import Results, TranscriptStore
from sparring.transcript import Transcript, object_name

UPLOADS_PER_HOUR = 20
_HOUR = timedelta(hours=1)
_LOOKED_AT = 10 * UPLOADS_PER_HOUR  # of a rep's newest calls, practice among them


async def hand_in(transcript: Transcript, *, store: TranscriptStore, results: Results) -> None:
    """Make it durable. A process that dies in between loses nothing: the grader makes the record as well.

    Raises: TooManyUploads, StoreUnavailable, StoreFailed: nothing was kept. ResultsFailed: nothing was, or it cannot be
    followed yet.
    """
    await _refuse_too_many(transcript, results)
    name, data = object_name(transcript), dump_document(transcript)
    await store.put_once(name, data)
    await results.begin(call_record(transcript, name, digest_of(data)))


async def _refuse_too_many(transcript: Transcript, results: Results) -> None:
    now = transcript.started_at
    known = await results.calls_of_rep(transcript.rep_id, limit=_LOOKED_AT)
    uploads = [one.call.started_at for one in known if one.call.uploaded_by and one.call.started_at > now - _HOUR]
    if len(uploads) >= UPLOADS_PER_HOUR:
        free_at = sorted(uploads, reverse=True)[UPLOADS_PER_HOUR - 1] + _HOUR
        raise TooManyUploads(
            f"No more than {UPLOADS_PER_HOUR} calls an hour are taken in for one rep. Hand this one in later.",
            retry_after_s=max(1, math.ceil((free_at - now).total_seconds())),
        )
