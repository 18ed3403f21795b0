"""Reps, or locations, by skill: who is weak in which category of a rubric, as far as the calls can tell. Pure.

Flows in: sums of what calls earned of each skill. Flows out: one grid for each rubric, who needs help most at the top
and what costs most at the left. Somebody is said to differ from the rest only where the difference is beyond what calls
of one of them differ among themselves (99%: a grid of a hundred places would show five differences by chance at 95%).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sparring.ports import CallPoints, SkillTally
from sparring.results.tally import skills_of
from sparring.rubric import Rubric

_Z99 = 2.576
FEWEST_FOR_MARK = 2
"""Calls below which nothing is said of a difference."""

_FEWEST_FREE = 4  # calls beyond each one's first, below which their spread is not known

AgainstRest = Literal["below", "above", "unclear"]


@dataclass(frozen=True, slots=True)
class SkillColumn:
    """One category of a rubric over all calls. `share` of its points was earned."""

    id: str
    title: str
    calls: int
    share: float


@dataclass(frozen=True, slots=True)
class SkillCell:
    """`share` of a skill's points over `calls` calls, and how that stands to everybody else's."""

    skill: str
    calls: int
    share: float
    standing: AgainstRest


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One rep or location. `cells` in the order of the columns; None where no call gave occasion."""

    group: str
    calls: int
    share: float
    cells: tuple[SkillCell | None, ...]


@dataclass(frozen=True, slots=True)
class SkillGrid:
    """`skills`: the costliest first; `rows`: the lowest share first."""

    rubric_id: str
    skills: tuple[SkillColumn, ...]
    rows: tuple[SkillRow, ...]


@dataclass(frozen=True, slots=True)
class SkillPoints:
    """What a call earned of a skill's points."""

    points: int
    max_points: int


def skill_points(call: CallPoints, rubric: Rubric) -> dict[str, SkillPoints]:
    """A call's points by category, without those it gave no occasion for."""
    sums = skills_of(call.criteria, {criterion.id: category.id for category, criterion in rubric.criteria()})
    return {skill: SkillPoints(*points) for skill, points in sums.items()}


def grids(tallies: Sequence[SkillTally], rubrics: Mapping[str, Rubric], *, compared: bool = True) -> list[SkillGrid]:
    """One for each installed rubric that has calls, in the order of `rubrics`.

    Args:
        tallies: of everybody who is compared, or of some of them.
        rubrics: as installed.
        compared: say who differs from the rest; not where the rest is not there.
    """
    by_rubric: dict[str, list[SkillTally]] = defaultdict(list)
    for tally in tallies:
        by_rubric[tally.rubric_id].append(tally)
    made = (_grid(by_rubric[rubric.id], rubric, compared=compared) for rubric in rubrics.values())
    return [grid for grid in made if grid.rows]


def _grid(tallies: Sequence[SkillTally], rubric: Rubric, *, compared: bool) -> SkillGrid:
    titles = {category.id: category.title for category in rubric.categories}
    by_skill: dict[str, list[SkillTally]] = defaultdict(list)
    by_group: dict[str, list[SkillTally]] = defaultdict(list)
    for tally in tallies:
        if tally.skill in titles:  # an earlier version may have had other categories
            by_skill[tally.skill].append(tally)
            by_group[tally.group].append(tally)
    columns = sorted(by_skill.values(), key=lambda those: (-_lost(those), those[0].skill))
    cells = [_cells(those, _spread(those) if compared else None) for those in columns]
    rows = [
        SkillRow(group, max(one.calls for one in own), _share(own), tuple(column.get(group) for column in cells))
        for group, own in by_group.items()
    ]
    return SkillGrid(
        rubric_id=rubric.id,
        skills=tuple(_column(those, titles[those[0].skill]) for those in columns),
        rows=tuple(sorted(rows, key=lambda row: (row.share, row.group))),
    )


def _column(those: Sequence[SkillTally], title: str) -> SkillColumn:
    return SkillColumn(those[0].skill, title, sum(one.calls for one in those), _share(those))


def _share(those: Sequence[SkillTally]) -> float:
    return round(sum(one.points for one in those) / sum(one.max_points for one in those), 3)


def _lost(those: Sequence[SkillTally]) -> int:
    return sum(one.max_points - one.points for one in those)


def _cells(those: Sequence[SkillTally], spread: float | None) -> dict[str, SkillCell]:
    calls, shares = sum(one.calls for one in those), sum(one.shares for one in those)
    found = {}
    for one in those:
        others = (shares - one.shares) / (calls - one.calls) if calls > one.calls else None
        standing = _standing(one, others, _error(one.calls, calls - one.calls, spread))
        found[one.group] = SkillCell(one.skill, one.calls, _share([one]), standing)
    return found


def _spread(those: Sequence[SkillTally]) -> float | None:
    """How far calls of one rep differ among themselves (standard deviation, thousandths); None: too few to tell."""
    free = sum(one.calls - 1 for one in those)
    if free < _FEWEST_FREE:
        return None
    return math.sqrt(max(0.0, sum(one.shares_squared - one.shares**2 / one.calls for one in those)) / free)


def _error(calls: int, others: int, spread: float | None) -> float | None:
    """Of the difference of two means; None when it cannot be told."""
    if spread is None or others == 0 or calls < FEWEST_FOR_MARK:
        return None
    return _Z99 * spread * math.sqrt(1 / calls + 1 / others)


def _standing(one: SkillTally, others: float | None, error: float | None) -> AgainstRest:
    if others is None or error is None:
        return "unclear"
    difference = one.shares / one.calls - others
    if abs(difference) <= error:
        return "unclear"
    return "below" if difference < 0 else "above"
