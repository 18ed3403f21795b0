"""What a manager looks at: a team, the network, one rep. Flows in: the port `Analysis`. Flows out: one value a page.

Only graded calls that count are in here (docs/adr/0028); weeks without any stand as a gap. A page's questions are asked
side by side: over a network it waits for the slowest, not for the sum.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sparring.ids import CallId, RepId
from sparring.ports import Analysis, Attendance, CallGrade, CallPoints, CriterionTally, Member, Scope, ScoreTally
from sparring.results.export import as_csv
from sparring.results.figures import CriterionFigure, Figure, Trend, figure, trend, weakest
from sparring.results.skills import SkillGrid, SkillPoints, grids, skill_points
from sparring.results.tally import criterion_tallies, weeks_until
from sparring.rubric import Rubric

MOST_CALLS_OF_REP = 100
"""Newest calls of one rep whose criteria are looked at."""
MOST_CALLS_OF_TABLE = 20_000


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """One week's calls. `week` is its Monday."""

    week: date
    figure: Figure


@dataclass(frozen=True, slots=True)
class RepFigure:
    """One rep of a team. `figure` is None without a call that counts in the period."""

    rep_id: RepId
    name: str
    figure: Figure | None
    trend: Trend | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class LocationFigure:
    """One location of the network; `practised` of its `members` had a call that counts in the period."""

    location_id: str
    figure: Figure | None
    trend: Trend | None
    members: int
    practised: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What every page begins with. `criteria`: weakest first."""

    since: date
    until: date
    figure: Figure | None
    trend: Trend | None
    weeks: tuple[WeekFigure, ...]
    criteria: tuple[CriterionFigure, ...]


@dataclass(frozen=True, slots=True)
class TeamView:
    """One location. `reps`: the lowest mean first, those without calls at the end; `grids`: reps by skill."""

    location_id: str
    overview: Overview
    reps: tuple[RepFigure, ...]
    grids: tuple[SkillGrid, ...]
    calls: tuple[CallGrade, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The whole tenant. `locations`: the lowest mean first, those without calls at the end."""

    overview: Overview
    locations: tuple[LocationFigure, ...]


@dataclass(frozen=True, slots=True)
class RepView:
    """One rep of a location. `skills`: what each call earned of each skill's points, as far back as it is looked at."""

    rep_id: RepId
    name: str
    overview: Overview
    calls: tuple[CallGrade, ...]
    skills: Mapping[CallId, Mapping[str, SkillPoints]]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Answers for one tenant. All raise ResultsFailed.

    Args:
        analysis: the results store.
        tenant_id: whose figures.
        rubrics: as installed, for the titles of criteria.
        now: ends the period.
    """

    analysis: Analysis
    tenant_id: str
    rubrics: Mapping[str, Rubric]
    now: Callable[[], datetime]

    async def team(self, location_id: str, *, weeks: int) -> TeamView:
        """One location over so many weeks."""
        scope = replace(self._scope(weeks), location_id=location_id)
        by_week, criteria, tallies, members, calls, skills = await asyncio.gather(
            self.analysis.score_tallies(scope, by="week"),
            self.analysis.criterion_tallies(scope),
            self.analysis.score_tallies(scope, by="rep"),
            self.analysis.members(self.tenant_id, location_id),
            self.analysis.counted_calls(scope, limit=20),
            self.analysis.skill_tallies(scope),
        )
        by_rep = _grouped(tallies)
        reps = sorted((_rep(member, by_rep.get(member.rep_id, ())) for member in members), key=_weakest_then_idle)
        overview = self._overview(scope, by_week, criteria)
        return TeamView(location_id, overview, tuple(reps), tuple(grids(skills, self.rubrics)), tuple(calls))

    async def table(self, location_id: str, *, weeks: int) -> bytes:
        """The calls of one location that count, the newest first, as CSV with the reps' names."""
        scope = replace(self._scope(weeks), location_id=location_id)
        calls, members = await asyncio.gather(
            self.analysis.counted_calls(scope, limit=MOST_CALLS_OF_TABLE),
            self.analysis.members(self.tenant_id, location_id),
        )
        return await asyncio.to_thread(as_csv, calls, {one.rep_id: one.name for one in members})

    async def places(self) -> Sequence[Attendance]:
        """Every location there is."""
        return await self.analysis.attendance(self.tenant_id, since=self._scope(1).since)

    async def network(self, *, weeks: int) -> NetworkView:
        """The whole tenant over so many weeks."""
        scope = self._scope(weeks)
        by_week, criteria, rows, present = await asyncio.gather(
            self.analysis.score_tallies(scope, by="week"),
            self.analysis.criterion_tallies(scope),
            self.analysis.score_tallies(scope, by="location"),
            self.analysis.attendance(self.tenant_id, since=scope.since),
        )
        tallies = _grouped(rows)
        locations = [
            LocationFigure(
                location_id=one.location_id,
                figure=figure(tallies.get(one.location_id, ())),
                trend=trend(tallies.get(one.location_id, ())),
                members=one.members,
                practised=one.practised,
            )
            for one in present
        ]
        locations.sort(key=lambda one: (one.figure is None, one.figure.mean if one.figure else 0.0, one.location_id))
        return NetworkView(self._overview(scope, by_week, criteria), tuple(locations))

    async def places_by_skill(self, places: Sequence[str], *, weeks: int) -> list[SkillGrid]:
        """Some locations of the network beside one another, skill by skill."""
        skills = await self.analysis.skill_tallies(self._scope(weeks), places=places)
        return grids(skills, self.rubrics, compared=False)

    async def rep(self, location_id: str, rep_id: RepId, *, weeks: int) -> RepView | None:
        """One rep of a location; None when there is none of this id."""
        members = await self.analysis.members(self.tenant_id, location_id)
        member = next((one for one in members if one.rep_id == rep_id), None)
        if member is None:
            return None
        scope = replace(self._scope(weeks), location_id=location_id, rep_id=rep_id)
        by_week, calls, points = await asyncio.gather(
            self.analysis.score_tallies(scope, by="week"),
            self.analysis.counted_calls(scope),
            self.analysis.call_points(scope, limit=MOST_CALLS_OF_REP),
        )
        overview = self._overview(scope, by_week, criterion_tallies(points))
        return RepView(rep_id, member.name, overview, tuple(calls), self._skills(points))

    def _skills(self, calls: Sequence[CallPoints]) -> dict[CallId, dict[str, SkillPoints]]:
        known = [(call, self.rubrics[call.rubric_id]) for call in calls if call.rubric_id in self.rubrics]
        return {call.call_id: skill_points(call, rubric) for call, rubric in known}

    def _scope(self, weeks: int) -> Scope:
        since, until = weeks_until(self.now(), weeks)
        return Scope(self.tenant_id, since, until)

    def _overview(self, scope: Scope, tallies: Sequence[ScoreTally], criteria: Sequence[CriterionTally]) -> Overview:
        titles = {
            (one.id, criterion.id): criterion.title for one in self.rubrics.values() for _, criterion in one.criteria()
        }
        return Overview(
            since=scope.since,
            until=scope.until,
            figure=figure(tallies),
            trend=trend(tallies),
            weeks=tuple(_week(week, those) for week, those in _grouped(tallies).items()),
            criteria=tuple(weakest(criteria, titles)),
        )


def _grouped(tallies: Sequence[ScoreTally]) -> dict[str, list[ScoreTally]]:
    groups: dict[str, list[ScoreTally]] = defaultdict(list)
    for tally in tallies:
        groups[tally.group].append(tally)
    return groups


def _week(monday: str, tallies: Sequence[ScoreTally]) -> WeekFigure:
    found = figure(tallies)
    assert found is not None  # a tally has at least one call
    return WeekFigure(date.fromisoformat(monday), found)


def _rep(member: Member, tallies: Sequence[ScoreTally]) -> RepFigure:
    return RepFigure(member.rep_id, member.name, figure(tallies), trend(tallies), member.last_at)


def _weakest_then_idle(rep: RepFigure) -> tuple[bool, float, str, str]:
    return (rep.figure is None, rep.figure.mean if rep.figure else 0.0, rep.name, rep.rep_id)
