"""Figures over graded calls that count: what a manager asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from sparring.documents import VersionRef
from sparring.ids import CallId, RepId
from sparring.ports.appeals import Appeals
from sparring.ports.exams import Exams
from sparring.ports.results import Accounts, CallGrade, Results
from sparring.scorecard import GraderRef


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose calls, of which weeks. Only graded calls that count are looked at: never a private attempt.

    `since` and `until` are Mondays, the latter outside; a week runs from Monday to Sunday, UTC. Without `location_id`:
    the whole tenant. `rep_id` needs a location.
    """

    tenant_id: str
    since: date
    until: date
    location_id: str | None = None
    rep_id: RepId | None = None


TallyBy = Literal["week", "location", "rep"]


@dataclass(frozen=True, slots=True)
class ScoreTally:
    """Calls of one group, graded alike, added up. Scores are in tenths of a point, so that sums are exact.

    `group` is a week's Monday (ISO 8601), a location or a rep; `later` tells the second half of the period.
    """

    group: str
    later: bool
    grader: GraderRef
    rubric: VersionRef
    calls: int
    passed: int
    tenths: int
    tenths_squared: int


@dataclass(frozen=True, slots=True)
class CriterionTally:
    """One criterion over the calls on which it was scored; what was granted or left open is not among them."""

    rubric_id: str
    criterion: str
    calls: int
    points: int
    max_points: int


@dataclass(frozen=True, slots=True)
class SkillTally:
    """One skill, a category of a rubric, over the calls of a rep or a location that gave occasion for it.

    `shares` adds up what each call earned of the skill's points, in whole thousandths, `shares_squared` its squares.
    """

    group: str
    rubric_id: str
    skill: str
    calls: int
    points: int
    max_points: int
    shares: int
    shares_squared: int


PointsByCriterion = Mapping[str, tuple[int, int]]
"""Points and most points of each criterion a call was scored on, by its id."""


@dataclass(frozen=True, slots=True)
class CallPoints:
    """What one graded call was scored on."""

    call_id: CallId
    rep_id: RepId
    rubric_id: str
    criteria: PointsByCriterion


@dataclass(frozen=True, slots=True)
class Member:
    """A rep of a team. `name` is empty for one who entered none; `last_at`: their last graded call that counts."""

    rep_id: RepId
    location_id: str
    name: str
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many reps a location has, and how many of them had a graded call that counts since the day asked for."""

    location_id: str
    members: int
    practised: int


class Analysis(Protocol):
    """Figures over graded calls that count (`counted`, `exam`), kept with each grade. All raise ResultsFailed."""

    async def score_tallies(self, scope: Scope, *, by: TallyBy) -> Sequence[ScoreTally]:
        """Ordered by group. By `rep` needs a location; by `location` or by `week` reads the coarsest rows there are."""

    async def criterion_tallies(self, scope: Scope) -> Sequence[CriterionTally]:
        """Of a location or of the tenant, ordered by rubric and criterion."""

    async def skill_tallies(self, scope: Scope, *, places: Sequence[str] = ()) -> Sequence[SkillTally]:
        """By rep of a whole location; or, over the whole tenant, by location, of these places.

        Ordered by group, rubric and skill.
        """

    async def call_points(self, scope: Scope, *, limit: int) -> Sequence[CallPoints]:
        """Of one rep's calls, the newest first."""

    async def counted_calls(self, scope: Scope, *, limit: int = 50) -> Sequence[CallGrade]:
        """Newest first; those graded, of a location or of one rep of it."""

    async def join_team(self, rep_id: RepId, *, tenant_id: str, location_id: str) -> None:
        """This rep belongs to this team, and to no other as long as they had no call that counts there."""

    async def members(self, tenant_id: str, location_id: str) -> Sequence[Member]:
        """A team's reps: those who joined, and those with a call that counts. Ordered by rep id."""

    async def attendance(self, tenant_id: str, *, since: date) -> Sequence[Attendance]:
        """Every location of the tenant, in order."""

    async def share(self, call_id: CallId, *, shared: bool) -> bool:
        """Let a manager read a private call's report, or no longer; False when there is no such call."""

    async def is_shared(self, call_id: CallId) -> bool:
        """Whether the rep shares this call."""


class ResultsStore(Results, Accounts, Analysis, Appeals, Exams, Protocol):
    """All that brain 2 keeps, in one transactional store."""

    async def close(self) -> None:
        """Nothing may be called afterwards."""
