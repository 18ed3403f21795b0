"""From the diary of a call to its one object in the store: at the end of the call, or by a sweep after a crash.

Flows in: a journal's lines. Flows out: the transcript, written once; a diary that can never be written is set aside.
"""

import logging
from collections.abc import Collection

from sparring.call.diary.entries import assemble, decode
from sparring.documents import dump_document
from sparring.errors import SparringError
from sparring.ids import CallId
from sparring.ports import Clock, Journal, TranscriptStore
from sparring.transcript import Ending, Transcript, object_name

log = logging.getLogger(__name__)

_JUMP_S = 1.0  # a clock that is slewed gains 3 ms in the 5 s between two sweeps
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


async def sweep(
    journal: Journal, store: TranscriptStore, *, idle_s: float, live: Collection[CallId] = ()
) -> tuple[CallId, ...]:
    """Finish every call whose process has been silent for `idle_s`, but those that are `live` in this one.

    Returns the calls that were handed over. One call's trouble is not another's: what may succeed later is tried at
    the next sweep, and a diary that will never be taken is set aside with the reason. Raises: JournalFailed when the
    journal itself cannot be used.
    """
    lost = [call_id for call_id in await journal.abandoned(idle_s=idle_s) if call_id not in live]
    return tuple([call_id for call_id in lost if await _swept(journal, store, call_id)])


class Steadiness:
    """Whether the wall clock may be believed when it says that a call is silent.

    One that is put forward, by a time server or by a laptop that wakes up, makes every call of the machine look silent
    until its process has marked it anew. After a jump, silence is waited out once more before anybody is swept.
    """

    def __init__(self, clock: Clock, *, idle_s: float) -> None:
        self._clock, self._idle_s = clock, idle_s
        self._ahead_s = self._wall_ahead_s()
        self._jumped_s: float | None = None  # on the monotonic clock

    def holds(self) -> bool:
        """To be asked before every sweep."""
        ahead_s, now_s = self._wall_ahead_s(), self._clock.monotonic_s()
        if abs(ahead_s - self._ahead_s) > _JUMP_S:
            self._jumped_s = now_s
        self._ahead_s = ahead_s
        return self._jumped_s is None or now_s - self._jumped_s >= self._idle_s

    def _wall_ahead_s(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic_s()


async def _swept(journal: Journal, store: TranscriptStore, call_id: CallId) -> bool:
    try:
        await hand_over(journal, store, call_id)
    except SparringError as error:
        log.warning("call %s is not handed over: %s", call_id, error.code)
        if not error.retryable:
            await journal.set_aside(call_id, error.code)
        return False
    return True
