"""The turns of a call that stand: durable first, then known to the call and shown to the rep.

Flows in: turns, what happened around them, what became known of them later. Flows out: diary entries, one append for
all that belongs together, and the watcher's word of each turn.
"""

from collections.abc import Sequence
from typing import Protocol

from sparring.call.diary.entries import Entry, TurnCorrected, TurnMeasured, TurnSaid, amended, encode
from sparring.ids import CallId
from sparring.ports import Journal
from sparring.transcript import Ending, Speaker, Turn


class CallWatcher(Protocol):
    """Who shows the call to the rep."""

    def turn_committed(self, turn: Turn) -> None:
        """A turn stands in the diary, or a turn that stood there has changed."""

    def call_ended(self, ending: Ending) -> None:
        """Nobody speaks any more."""


class CommittedTurns:
    """One call's."""

    def __init__(self, call_id: CallId, journal: Journal, watcher: CallWatcher) -> None:
        self._call_id, self._journal, self._watcher = call_id, journal, watcher
        self._turns: list[Turn] = []
        self._inherited = 0

    @property
    def all(self) -> tuple[Turn, ...]:
        """Oldest first, those of a call that this one was forked from included."""
        return tuple(self._turns)

    @property
    def own(self) -> tuple[Turn, ...]:
        """What was said on this very call."""
        return tuple(self._turns[self._inherited :])

    def take_over(self, turns: Sequence[Turn], *, inherited: int) -> None:
        """These stand already; the first `inherited` were said on the call that this one was forked from."""
        self._turns, self._inherited = list(turns), inherited

    async def note(self, *entries: Entry) -> None:
        """Make entries durable, all or none. Raises: JournalFailed."""
        if entries:
            await self._journal.append(self._call_id, *map(encode, entries))

    async def add(self, turn: Turn, *circumstances: Entry) -> None:
        """Make a turn and what belongs to it durable, then show it. Raises: JournalFailed."""
        await self.note(TurnSaid(turn=turn), *circumstances)
        self._turns.append(turn)
        self._watcher.turn_committed(turn)

    async def amend(self, entry: TurnMeasured | TurnCorrected) -> None:
        """Something became known about a turn; nothing for a turn that nobody knows. Raises: JournalFailed."""
        if not 0 <= entry.index < len(self._turns):
            return
        await self.note(entry)
        self._turns[entry.index] = amended(self._turns[entry.index], entry)
        self._watcher.turn_committed(self._turns[entry.index])

    def may_correct(self, index: int, text: str) -> bool:
        """Whether turn `index` is the rep's own, spoken on this call, and `text` is something else than it says."""
        if not self._inherited <= index < len(self._turns) or not text:
            return False
        turn = self._turns[index]
        return turn.speaker is Speaker.REP and turn.channel == "voice" and turn.text != text
