"""Calls added up as `Analysis` answers: flows in, what the calls' items say of their newest grade; flows out, tallies.

Whole numbers throughout, so that sums do not depend on their order.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from sparring.adapters.results.cosmos.container import Item
from sparring.documents import VersionRef
from sparring.ports import CallPoints, CriterionTally, ScoreTally, SkillTally, TallyBy
from sparring.results.tally import criterion_tallies, monday_of, thousandths
from sparring.scorecard import GraderRef

_Key = tuple[str, bool, str, str, str, str, int, str]


def scores_added_up(calls: Sequence[Item], *, by: TallyBy, middle: date) -> list[ScoreTally]:
    """Ordered by group and half.

    Args:
        calls: each with `started_at`, `location_id`, `rep_id` and `newest`.
        by: what makes a group.
        middle: Monday on which the second half begins.
    """
    sums: dict[_Key, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for call in calls:
        newest, week = call["newest"], monday_of(datetime.fromisoformat(call["started_at"]))
        group = {"week": week.isoformat(), "location": call["location_id"], "rep": call["rep_id"]}[by]
        grader, rubric, tenths = newest["grader"], newest["rubric"], newest["tenths"]
        key = (group, week >= middle, *_names(grader), rubric["id"], rubric["version"], rubric["digest"])
        for place, value in enumerate((1, bool(newest["passed"]), tenths, tenths**2)):
            sums[key][place] += value
    return [_tally(key, sums[key]) for key in sorted(sums)]


def criteria_added_up(calls: Sequence[Item]) -> list[CriterionTally]:
    """Ordered by rubric and criterion. Each call has `call_id`, `rep_id` and `newest`."""
    return criterion_tallies(map(points_of, calls))


def skills_added_up(calls: Sequence[Item], *, by: Literal["location", "rep"]) -> list[SkillTally]:
    """Ordered by group, rubric and skill. Each call has `location_id`, `rep_id` and `newest`."""
    sums: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0] * 5)
    for call in calls:
        newest = call["newest"]
        for skill, (points, most) in newest.get("skills", {}).items():
            share = thousandths(points, most)
            key = (call[f"{by}_id"], newest["rubric"]["id"], skill)
            for place, value in enumerate((1, points, most, share, share**2)):
                sums[key][place] += value
    return [SkillTally(*key, *those) for key, those in sorted(sums.items())]


def points_of(call: Item) -> CallPoints:
    """What a call's newest grade scored."""
    newest = call["newest"]
    scored = {one["criterion"]: (one["points"], one["max_points"]) for one in newest["criteria"]}
    return CallPoints(call["call_id"], call["rep_id"], newest["rubric"]["id"], scored)


def _names(grader: Item) -> tuple[str, str, str]:
    return grader["name"], grader["version"], grader["model"] or ""


def _tally(key: _Key, sums: Sequence[int]) -> ScoreTally:
    group, later, name, version, model, rubric_id, rubric_version, digest = key
    grader = GraderRef(name=name, version=version, model=model or None)
    return ScoreTally(group, later, grader, VersionRef(id=rubric_id, version=rubric_version, digest=digest), *sums)
