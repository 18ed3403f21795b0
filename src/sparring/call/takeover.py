"""A call whose diary another process has begun: what it needs to be carried on, or to be shown as it stands.

Flows in: a journal's lines. Flows out: who and with whom, how far it came, and the exact state of the buyer. A room's
job begins every call this way, and a job that follows one that was killed begins no differently.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sparring.call.diary.entries import (
    CallCarried,
    CallEnded,
    CallOpened,
    Entry,
    Happened,
    Inherited,
    assemble,
    decode,
    encode,
)
from sparring.call.diary.handover import PROCESS_LOST
from sparring.call.lifecycle import CallStage
from sparring.call.replay import Branch, at_its_end
from sparring.call.session import CallSession
from sparring.errors import CallOver, DiaryUnreadable
from sparring.ids import CallId
from sparring.persona import Persona
from sparring.ports import Journal
from sparring.transcript import EventKind, Transcript

CARRIED_WITHIN_S = 2.5  # a process that carries a call in a room marks its diary every second


@dataclass(frozen=True, slots=True)
class Diary:
    """A call so far. `carriers`: processes that took it up; `inherited`: turns of the call it was forked from."""

    opened: CallOpened
    transcript: Transcript
    stage: CallStage
    inherited: int
    carriers: int

    @property
    def picked_up(self) -> bool:
        """Whether anybody speaks yet; a fork is picked up anew and leaves no mark of it."""
        return self.stage is not CallStage.RINGING


async def book(journal: Journal, opened: CallOpened, branch: Branch | None) -> None:
    """Begin the diary of a call that another process will carry. Raises: JournalFailed."""
    first: list[Entry] = [opened] if branch is None or not branch.turns else [opened, branch.inherited]
    await journal.append(opened.call_id, *map(encode, first))


async def read_so_far(journal: Journal, call_id: CallId) -> Diary:
    """Raises: CallOver when there is no diary (any more), DiaryUnreadable, JournalFailed."""
    lines = await journal.lines(call_id)
    if not lines:
        raise CallOver("This call has ended. Look for it under “Your calls”.")
    return diary_of([decode(line) for line in lines])


def diary_of(entries: Sequence[Entry]) -> Diary:
    """Raises: DiaryUnreadable."""
    opened = entries[0]
    if not isinstance(opened, CallOpened):
        raise DiaryUnreadable("The call's diary does not say whose call it is.")
    return Diary(
        opened=opened,
        transcript=assemble(entries, otherwise=PROCESS_LOST),
        stage=_stage(entries),
        inherited=sum(len(entry.turns) for entry in entries if isinstance(entry, Inherited)),
        carriers=sum(isinstance(entry, CallCarried) for entry in entries),
    )


def _stage(entries: Sequence[Entry]) -> CallStage:
    if any(isinstance(entry, CallEnded) for entry in entries):
        return CallStage.REVIEW
    own = [entry for entry in entries if not isinstance(entry, CallOpened | Inherited | CallCarried)]
    begun = any(not isinstance(entry, Happened) or entry.event.kind is EventKind.PICK_UP for entry in own)
    return CallStage.LIVE if begun else CallStage.RINGING


def take_up(session: CallSession, persona: Persona, diary: Diary) -> None:
    """Before `open`: let `session` go on where the diary ends. Raises: ForkRefused."""
    session.take_up(at_its_end(persona, diary.transcript), inherited=diary.inherited, picked_up=diary.picked_up)
