"""Where results go for a warehouse to pick up, besides the store that pages read."""

from datetime import datetime
from typing import Protocol

from sparring.ports.results import CallRecord
from sparring.scorecard import Scorecard


class ResultStream(Protocol):
    """Objects that are only ever added. Nothing of a call that does not count. All raise StoreUnavailable."""

    async def append(self, call: CallRecord, card: Scorecard) -> None:
        """One object for this grade, however often it is asked for; another grade of the call is another object."""

    async def withdraw(self, call: CallRecord, card: Scorecard, *, at: datetime) -> None:
        """The call was deleted: its grade is gone, and an object says so to whoever has read it before."""

    async def close(self) -> None:
        """Nothing may be called afterwards."""
