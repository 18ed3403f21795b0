"""The port `Analysis` in memory, straight from the scorecards: what every adapter's kept sums are compared with."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sparring.ids import CallId, RepId
from sparring.ports import (
    Attendance,
    CallGrade,
    CallPoints,
    CallRecord,
    CriterionTally,
    Member,
    RepAccount,
    Scope,
    ScoreTally,
    SkillTally,
    TallyBy,
)
from sparring.results.tally import middle_of, monday_of
from sparring.scorecard import GraderRef, Scorecard


@dataclass(kw_only=True)
class MemoryAnalysis:
    """Adds everything up again at every question."""

    calls: dict[CallId, CallRecord] = field(default_factory=dict)
    grades: dict[tuple[CallId, str, GraderRef], Scorecard] = field(default_factory=dict)
    accounts: dict[RepId, RepAccount] = field(default_factory=dict)
    shares: set[CallId] = field(default_factory=set)
    joined: dict[RepId, tuple[str, str]] = field(default_factory=dict)

    async def score_tallies(self, scope: Scope, *, by: TallyBy) -> Sequence[ScoreTally]:
        """See the port."""
        middle = middle_of(scope.since, scope.until)
        groups: dict[tuple[str, bool, str], list[Scorecard]] = defaultdict(list)
        for call, card in self._within(scope):
            week = monday_of(call.started_at)
            group = {"week": week.isoformat(), "location": call.location_id, "rep": call.rep_id}[by]
            key = (group, week >= middle, card.grader.model_dump_json() + card.rubric.model_dump_json())
            groups[key].append(card)
        return [_tally(group, cards, later=later) for (group, later, _), cards in sorted(groups.items())]

    async def criterion_tallies(self, scope: Scope) -> Sequence[CriterionTally]:
        """See the port."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for _, card in self._within(scope):
            for one in card.criteria:
                if one.status == "scored":
                    found[card.rubric.id, one.id].append((one.points or 0, one.max_points))
        return [
            CriterionTally(*key, len(points), sum(one for one, _ in points), sum(most for _, most in points))
            for key, points in sorted(found.items())
        ]

    async def skill_tallies(self, scope: Scope, *, places: Sequence[str] = ()) -> Sequence[SkillTally]:
        """See the port."""
        sums: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
        for call, card in self._within(scope):
            if not places or call.location_id in places:
                group = call.location_id if places else call.rep_id
                for skill, points in _by_category(card).items():
                    sums[group, card.rubric.id, skill].append(points)
        return [_skill(key, those) for key, those in sorted(sums.items())]

    async def call_points(self, scope: Scope, *, limit: int) -> Sequence[CallPoints]:
        """See the port."""
        rows = sorted(self._within(scope), key=lambda row: row[0].started_at, reverse=True)[:limit]
        return [CallPoints(call.call_id, call.rep_id, card.rubric.id, _scored(card)) for call, card in rows]

    async def counted_calls(self, scope: Scope, *, limit: int = 50) -> Sequence[CallGrade]:
        """See the port."""
        rows = sorted(self._within(scope), key=lambda row: row[0].started_at, reverse=True)[:limit]
        return [
            CallGrade(call, card.status, card.totals.score if card.totals else None, card.passed, card.reason)
            for call, card in rows
        ]

    async def join_team(self, rep_id: RepId, *, tenant_id: str, location_id: str) -> None:
        """See the port."""
        self.joined[rep_id] = (tenant_id, location_id)

    async def members(self, tenant_id: str, location_id: str) -> Sequence[Member]:
        """See the port."""
        teams = self._teams()
        reps = sorted(rep_id for tenant, location, rep_id in teams if (tenant, location) == (tenant_id, location_id))
        return [self._member(rep_id, location_id, teams[tenant_id, location_id, rep_id]) for rep_id in reps]

    async def attendance(self, tenant_id: str, *, since: date) -> Sequence[Attendance]:
        """See the port."""
        found: dict[str, list[bool]] = defaultdict(list)
        for (tenant, location, _), calls in self._teams().items():
            if tenant == tenant_id:
                found[location].append(any(call.started_at.date() >= since for call in calls))
        return [Attendance(location, len(those), sum(those)) for location, those in sorted(found.items())]

    async def share(self, call_id: CallId, *, shared: bool) -> bool:
        """See the port."""
        if shared and call_id in self.calls:
            self.shares.add(call_id)
        if not shared:
            self.shares.discard(call_id)
        return call_id in self.calls

    async def is_shared(self, call_id: CallId) -> bool:
        """See the port."""
        return call_id in self.shares and call_id in self.calls

    def _newest(self) -> Iterator[tuple[CallRecord, Scorecard]]:
        newest = {card.call_id: card for card in self.grades.values()}
        for call_id, card in newest.items():
            call = self.calls[call_id]
            if call.attempt != "private" and card.totals is not None:
                yield call, card

    def _within(self, scope: Scope) -> Iterator[tuple[CallRecord, Scorecard]]:
        for call, card in self._newest():
            here = scope.location_id in (None, call.location_id) and scope.rep_id in (None, call.rep_id)
            if call.tenant_id == scope.tenant_id and here and scope.since <= call.started_at.date() < scope.until:
                yield call, card

    def _teams(self) -> dict[tuple[str, str, RepId], list[CallRecord]]:
        teams: dict[tuple[str, str, RepId], list[CallRecord]] = {
            (*place, rep_id): [] for rep_id, place in self.joined.items()
        }
        for call, _ in self._newest():
            teams.setdefault((call.tenant_id, call.location_id, call.rep_id), []).append(call)
        return teams

    def _member(self, rep_id: RepId, location_id: str, calls: Sequence[CallRecord]) -> Member:
        account = self.accounts.get(rep_id)
        last_at = max((call.started_at for call in calls), default=None)
        return Member(rep_id, location_id, account.name if account else "", last_at)


def _scored(card: Scorecard) -> dict[str, tuple[int, int]]:
    return {one.id: (one.points or 0, one.max_points) for one in card.criteria if one.status == "scored"}


def _by_category(card: Scorecard) -> dict[str, tuple[int, int]]:
    """Points and most points of each category of which something was scored."""
    scored = [one for one in card.criteria if one.status == "scored"]
    found = {
        category: [sum(one.points or 0 for one in those), sum(one.max_points for one in those)]
        for category in {one.category for one in scored}
        if (those := [one for one in scored if one.category == category])
    }
    return {category: (points, most) for category, (points, most) in found.items() if most}


def _skill(key: tuple[str, str, str], those: Sequence[tuple[int, int]]) -> SkillTally:
    shares = [1_000 * points // most for points, most in those]
    points, most = sum(one for one, _ in those), sum(one for _, one in those)
    return SkillTally(*key, len(those), points, most, sum(shares), sum(one**2 for one in shares))


def _tally(group: str, cards: Sequence[Scorecard], *, later: bool) -> ScoreTally:
    tenths = [round(card.totals.score * 10) for card in cards if card.totals]
    passed = sum(card.passed is True for card in cards)
    squared = sum(one**2 for one in tenths)
    return ScoreTally(group, later, cards[0].grader, cards[0].rubric, len(cards), passed, sum(tenths), squared)
