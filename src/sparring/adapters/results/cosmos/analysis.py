"""The port `Analysis` on Cosmos DB: figures of a tenant are added up from its calls when they are asked for.

No sums are kept: they would need a transaction over several items with different partition keys. One question reads at
most `MOST_CALLS` calls; a network that has more in a period keeps its results in PostgreSQL (docs/adr/0032).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sparring.adapters.results.cosmos import call_item
from sparring.adapters.results.cosmos.address import MOST_CALLS
from sparring.adapters.results.cosmos.container import Item, Items
from sparring.adapters.results.cosmos.figures import criteria_added_up, points_of, scores_added_up, skills_added_up
from sparring.adapters.results.cosmos.reps import Reps
from sparring.errors import ResultsFailed
from sparring.ids import CallId, RepId
from sparring.ports import (
    Attendance,
    CallGrade,
    CallPoints,
    Clock,
    CriterionTally,
    Member,
    Scope,
    ScoreTally,
    SkillTally,
    TallyBy,
)
from sparring.results.tally import middle_of

_TOO_MANY = (
    f"Cosmos DB adds figures up from the calls themselves, at most {MOST_CALLS:,} for one question, and there are "
    "more: choose fewer weeks or one team. A larger network keeps its results in PostgreSQL."
)
PLACES_AT_ONCE = 6
"""Locations read side by side: a page of twelve takes two rounds, and does not take all of the account's throughput."""
_SCORED = "c.record.call_id, c.record.started_at, c.record.location_id, c.record.rep_id, c.newest"


class CosmosAnalysis:
    """See the port. Every method raises ResultsFailed."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._clock = items, clock
        self._reps = Reps(items)

    async def score_tallies(self, scope: Scope, *, by: TallyBy) -> Sequence[ScoreTally]:
        """Ordered by group; two rows for a group with calls in both halves of the period."""
        counted = await self._counted(scope, _SCORED)
        return scores_added_up(counted, by=by, middle=middle_of(scope.since, scope.until))

    async def criterion_tallies(self, scope: Scope) -> Sequence[CriterionTally]:
        """Ordered by rubric and criterion."""
        return criteria_added_up(await self._counted(scope, _SCORED))

    async def skill_tallies(self, scope: Scope, *, places: Sequence[str] = ()) -> Sequence[SkillTally]:
        """By rep of a location, or by location; ordered by group, rubric and skill."""
        if not places:
            return skills_added_up(await self._counted(scope, _SCORED), by="rep")
        gate = asyncio.Semaphore(PLACES_AT_ONCE)
        asked = [self._counted_at(place, scope, gate) for place in sorted(set(places))]
        found = await asyncio.gather(*asked)
        return skills_added_up([call for calls in found for call in calls], by="location")

    async def call_points(self, scope: Scope, *, limit: int) -> Sequence[CallPoints]:
        """Newest call first."""
        return [points_of(item["record"] | item) for item in await self._newest(scope, limit)]

    async def counted_calls(self, scope: Scope, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest first."""
        return [call_item.call_grade_of(item) for item in await self._newest(scope, limit)]

    async def join_team(self, rep_id: RepId, *, tenant_id: str, location_id: str) -> None:
        """Enter the rep here, and nowhere else unless they had a call that counts there."""
        if tenant_id != self._items.tenant_id:
            raise ResultsFailed("On Cosmos DB a store is one tenant's: a rep cannot join a team of another one.")
        await self._reps.join(rep_id, location_id)

    async def members(self, tenant_id: str, location_id: str) -> Sequence[Member]:
        """A team's reps, by id."""
        return await self._reps.members(location_id) if tenant_id == self._items.tenant_id else []

    async def attendance(self, tenant_id: str, *, since: date) -> Sequence[Attendance]:
        """Every location of the tenant, in order."""
        return await self._reps.attendance(since.isoformat()) if tenant_id == self._items.tenant_id else []

    async def share(self, call_id: CallId, *, shared: bool) -> bool:
        """Let a manager read a private call's report, or no longer; False when there is no such call."""
        at = self._clock.now() if shared else None

        def change(item: Item | None) -> tuple[Item | None, bool]:
            if item is None or call_item.record_of(item) is None:
                return None, False
            return call_item.shared(item, at), True

        return await self._items.change(call_id, call_id, change)

    async def is_shared(self, call_id: CallId) -> bool:
        """Whether the rep shares this call."""
        return "shared_at" in (await self._items.get(call_id, call_id) or {})

    async def _counted_at(self, place: str, scope: Scope, gate: asyncio.Semaphore) -> list[Item]:
        async with gate:
            return await self._counted(replace(scope, location_id=place), _SCORED)

    async def _counted(self, scope: Scope, what: str) -> list[Item]:
        """What is asked of every call within the scope. Raises: ResultsFailed when they are too many."""
        if scope.tenant_id != self._items.tenant_id:
            return []
        where, values = _within(scope)
        found: list[Item] = []
        async for item in self._items.query(what, where, values):
            if len(found) == MOST_CALLS:
                raise ResultsFailed(_TOO_MANY)
            found.append(item)
        return found

    async def _newest(self, scope: Scope, limit: int) -> list[Item]:
        if scope.tenant_id != self._items.tenant_id:
            return []
        where, values = _within(scope)
        tail = "ORDER BY c.record.started_at DESC"
        found = self._items.query(f"TOP {limit} c.record, c.newest", where, values, tail=tail)
        return list(call_item.in_order([item async for item in found], limit))


def _within(scope: Scope) -> tuple[str, dict[str, Any]]:
    where = "c.counts = true AND c.record.started_at >= @since AND c.record.started_at < @until"
    values: dict[str, Any] = {"since": scope.since.isoformat(), "until": scope.until.isoformat()}
    for name in ("location_id", "rep_id"):
        if (value := getattr(scope, name)) is not None:
            where, values = f"{where} AND c.record.{name} = @{name}", {**values, name: value}
    return where, values
