"""Reps, their accounts and their teams: one item a rep.

`places` holds, for each location, the rep's last call that counts there; it is written before the grade that makes it
so, and looked up again after a deletion. `teams` is where the rep is a member: those places, and the team joined.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from sparring.adapters.results.cosmos.container import Item, Items
from sparring.adapters.results.kept_form import utc_text
from sparring.errors import ResultsFailed
from sparring.ids import RepId
from sparring.ports import Attendance, Member, RepAccount

_KIND = "rep"
_ROUNDS = 30
_COUNTED = "c.record.rep_id = @rep_id AND c.record.location_id = @location_id AND c.counts = true"


class Reps:
    """Over the items of one tenant. All raise ResultsFailed."""

    def __init__(self, items: Items) -> None:
        self._items = items

    async def enter(self, account: RepAccount) -> None:
        """Create or replace the account; teams stay."""
        entered = {"name": account.name, "email": account.email}
        await self._change(account.rep_id, lambda item: {**item, **entered})

    async def account(self, rep_id: RepId) -> RepAccount | None:
        """None for a rep nobody has entered."""
        found = await self._items.get(rep_id, rep_id)
        return RepAccount(rep_id, found["name"], found["email"]) if found and "name" in found else None

    async def leave(self, rep_id: RepId) -> None:
        """Remove the account; teams stay."""

        def strip(item: Item | None) -> tuple[Item | None, None]:
            if item is None or "name" not in item:
                return None, None
            return {key: value for key, value in item.items() if key not in ("name", "email")}, None

        await self._items.change(rep_id, rep_id, strip)

    async def join(self, rep_id: RepId, location_id: str) -> None:
        """In place of the team joined before."""
        await self._change(rep_id, lambda item: {**item, "joined": location_id})

    async def note_call(self, rep_id: RepId, location_id: str, started_at: datetime) -> None:
        """A call that counts here began then."""

        def note(item: Item) -> Item:
            places = item.get("places", {})
            latest = max(places.get(location_id, ""), utc_text(started_at))
            return {**item, "places": {**places, location_id: latest}}

        await self._change(rep_id, note)

    async def look_up_last_call(self, rep_id: RepId, location_id: str) -> None:
        """From the calls that there are now."""
        for _ in range(_ROUNDS):
            item = await self._items.get(rep_id, rep_id)
            latest = await self._last_call(rep_id, location_id)
            places = {place: at for place, at in (item or {}).get("places", {}).items() if place != location_id}
            places |= {location_id: latest} if latest else {}
            if await self._items.replace(rep_id, rep_id, _with_teams({**(item or {}), "places": places}), item):
                return
        raise ResultsFailed("Cosmos DB: too many processes write the same rep at the same time.")

    async def members(self, location_id: str) -> Sequence[Member]:
        """By id."""
        what, here = "c.id, c.name, c.places", "c.kind = @kind AND ARRAY_CONTAINS(c.teams, @location_id)"
        found = self._items.query(what, here, {"kind": _KIND, "location_id": location_id})
        return sorted([_member(item, location_id) async for item in found], key=lambda member: member.rep_id)

    async def attendance(self, since: str) -> Sequence[Attendance]:
        """Every location, in order."""
        members: dict[str, int] = {}
        practised: dict[str, int] = {}
        async for item in self._items.query("c.teams, c.places", "c.kind = @kind", {"kind": _KIND}):
            for team in item.get("teams", ()):
                members[team] = members.get(team, 0) + 1
                practised[team] = practised.get(team, 0) + (item.get("places", {}).get(team, "") >= since)
        return [Attendance(team, members[team], practised[team]) for team in sorted(members)]

    async def _last_call(self, rep_id: RepId, location_id: str) -> str | None:
        values, tail = {"rep_id": rep_id, "location_id": location_id}, "ORDER BY c.record.started_at DESC"
        found = self._items.query("TOP 1 c.record", _COUNTED, values, tail=tail)
        return max([item["record"]["started_at"] async for item in found], default=None)

    async def _change(self, rep_id: RepId, edit: Callable[[Item], Item]) -> None:
        def change(item: Item | None) -> tuple[Item | None, None]:
            wanted = _with_teams(edit(item or {}))
            return (None if item == wanted else wanted), None

        await self._items.change(rep_id, rep_id, change)


def _with_teams(item: Item) -> Item:
    joined = item.get("joined")
    return {**item, "kind": _KIND, "teams": sorted({*item.get("places", {}), *([joined] if joined else [])})}


def _member(item: Item, location_id: str) -> Member:
    at = item.get("places", {}).get(location_id)
    return Member(RepId(item["id"]), location_id, item.get("name", ""), datetime.fromisoformat(at) if at else None)
