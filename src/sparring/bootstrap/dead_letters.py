"""What both brains gave up on, as one list for the operator: events of brain 2's queue, diaries of brain 1's journal.

Flows in: an id as the list shows it. Flows out: another attempt, or the end of it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.storage import open_events
from sparring.config import Config
from sparring.errors import IdRejected, NotYours
from sparring.ids import parse_call_id
from sparring.ports import DeadLetter, DeadLetters
from sparring.transcript import call_id_in

MOST_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class GivenUp:
    """One thing nobody works on any more. `attempts` is None for a diary, which is judged by its content alone."""

    id: str
    what: Literal["transcript", "diary"]
    reason: str
    attempts: int | None
    at: datetime


class DeadLetterOffice:
    """All methods raise EventsFailed or JournalFailed when the files cannot be used."""

    def __init__(self, queue: DeadLetters, journal: SqliteJournal) -> None:
        self._queue, self._journal = queue, journal

    async def every(self) -> Sequence[GivenUp]:
        """Newest first, at most `MOST_SHOWN` of each kind."""
        letters = await self._queue.dead_letters(limit=MOST_SHOWN)
        diaries = await self._journal.set_aside_diaries(limit=MOST_SHOWN)
        found = [
            GivenUp(_id_of(letter), "transcript", letter.reason, letter.event.attempt, letter.at) for letter in letters
        ]
        found += [GivenUp(diary.call_id, "diary", diary.reason, None, diary.at) for diary in diaries]
        return sorted(found, key=lambda one: one.at, reverse=True)

    async def retry(self, shown_id: str) -> None:
        """Begin again with everything of this id. Raises: NotYours."""
        done = [await self._queue.retry_dead_letter(event_id) for event_id in await self._events(shown_id)]
        with suppress(IdRejected):  # an event's own id: no diary has it
            done.append(await self._journal.take_up_again(parse_call_id(shown_id)))
        _refuse_unknown(shown_id, known=any(done))

    async def drop(self, shown_id: str) -> None:
        """Forget everything given up under this id; a diary's words are overwritten. Raises: NotYours."""
        done = [await self._queue.drop_dead_letter(event_id) for event_id in await self._events(shown_id)]
        for diary in await self._journal.set_aside_diaries(limit=MOST_SHOWN):
            if diary.call_id == shown_id:
                await self._journal.close_call(diary.call_id)
                done.append(True)
        _refuse_unknown(shown_id, known=any(done))

    async def _events(self, shown_id: str) -> list[str]:
        letters = await self._queue.dead_letters(limit=MOST_SHOWN)
        return [letter.event.id for letter in letters if _id_of(letter) == shown_id]


@asynccontextmanager
async def open_dead_letters(config: Config) -> AsyncIterator[DeadLetterOffice]:
    """Beside a running Sparring or without one: the files are shared."""
    clock, folders = SystemClock(), Folders(config.data_dir)
    queue, journal = open_events(config, clock), SqliteJournal(folders.journal, clock)
    try:
        yield DeadLetterOffice(queue, journal)
    finally:
        await queue.close()
        await journal.close()


def _id_of(letter: DeadLetter) -> str:
    """The call's id, by which an operator knows it elsewhere; the event's own for an object that is no transcript."""
    return call_id_in(letter.event.object_name) or letter.event.id


def _refuse_unknown(shown_id: str, *, known: bool) -> None:
    if not known:
        raise NotYours(f"Nothing was given up under {shown_id!r}. `sparring dead-letter list` shows what was.")
