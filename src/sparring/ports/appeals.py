"""What reps say against grades, and who is to answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sparring.appeal import Appeal
from sparring.ids import CallId, RepId
from sparring.ports.results import CallRecord


@dataclass(frozen=True, slots=True)
class AppealedCall:
    """An open appeal and the call it is about."""

    call: CallRecord
    appeal: Appeal


class Appeals(Protocol):
    """At most one for each criterion of a call, of its newest grade. All raise ResultsFailed."""

    async def put_appeal(self, appeal: Appeal) -> bool:
        """Keep a rep's word; False, and nothing kept, where there is one already, or no such call."""

    async def appeals_of(self, call_id: CallId) -> Sequence[Appeal]:
        """Of one call, by criterion."""

    async def answer_appeal(self, appeal: Appeal) -> bool:
        """Keep `appeal`, which has an answer, in the open one's place; False where none is open."""

    async def withdraw_appeal(self, call_id: CallId, criterion: str) -> bool:
        """Remove an open one; False where none is open: what was answered stays."""

    async def open_appeals(self, tenant_id: str, location_id: str, *, limit: int = 50) -> Sequence[AppealedCall]:
        """Of calls at this location that managers may read now, longest waiting first."""

    async def answered_appeals(self, rep_id: RepId, *, limit: int = 50) -> Sequence[Appeal]:
        """Of this rep's calls, those that have an answer, the newest answer first."""
