"""An uploaded call on its way to the grader: written once into the air gap, whose write is the event, like any other.

Flows in: an uploaded call's transcript. Flows out: its object, and its record, so that whoever handed it in can follow
it at once. Nothing is graded here.
"""

from sparring.documents import digest_of, dump_document
from sparring.grade.provenance import call_record
from sparring.ports import Results, TranscriptStore
from sparring.transcript import Transcript, object_name


async def hand_in(transcript: Transcript, *, store: TranscriptStore, results: Results) -> None:
    """Make it durable. A process that dies in between loses nothing: the grader makes the record as well.

    Raises: StoreUnavailable, StoreFailed: nothing was kept. ResultsFailed: it is kept, and cannot be followed yet.
    """
    name, data = object_name(transcript), dump_document(transcript)
    await store.put_once(name, data)
    await results.begin(call_record(transcript, name, digest_of(data)))
