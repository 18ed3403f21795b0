"""From the diary of a call to its one object in the store: at the end of the call, or by a sweep after a crash.

Flows in: a journal's lines. Flows out: the transcript, written once; a diary that can never be written is set aside.
"""

import logging

from sparring.call.diary.journal import assemble, decode
from sparring.documents import dump_document
from sparring.errors import SparringError
from sparring.ids import CallId
from sparring.ports import Journal, TranscriptStore
from sparring.transcript import Ending, Transcript, object_name

log = logging.getLogger(__name__)

PROCESS_LOST = Ending(by="process_lost", complete=False, reason="The program that carried the call stopped.")


async def read_diary(journal: Journal, call_id: CallId, *, otherwise: Ending) -> Transcript:
    """The transcript that a call's diary amounts to. Raises: JournalFailed."""
    return assemble([decode(line) for line in await journal.lines(call_id)], otherwise=otherwise)


async def hand_over(journal: Journal, store: TranscriptStore, call_id: CallId) -> str:
    """Write a finished call to the store and close its diary; safe to repeat after any crash."""
    transcript = await read_diary(journal, call_id, otherwise=PROCESS_LOST)
    name = object_name(transcript)
    await store.put_once(name, dump_document(transcript))
    await journal.close_call(call_id)
    return name


async def sweep(journal: Journal, store: TranscriptStore, *, idle_s: float) -> tuple[CallId, ...]:
    """Finish every call whose process has been silent for `idle_s`; returns the calls that were handed over.

    One call's trouble is not another's: what may succeed later is tried at the next sweep, and a diary that will never
    be taken is set aside with the reason. Raises: JournalFailed when the journal itself cannot be used.
    """
    return tuple(
        [call_id for call_id in await journal.abandoned(idle_s=idle_s) if await _swept(journal, store, call_id)]
    )


async def _swept(journal: Journal, store: TranscriptStore, call_id: CallId) -> bool:
    try:
        await hand_over(journal, store, call_id)
    except SparringError as error:
        log.warning("call %s is not handed over: %s", call_id, error.code)
        if not error.retryable:
            await journal.set_aside(call_id, error.code)
        return False
    return True
