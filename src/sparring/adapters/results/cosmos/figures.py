"""Calls added up as `Analysis` answers: flows in, what the calls' items say of their newest grade; flows out, tallies.

Whole numbers throughout, so that sums do not depend on their order.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from sparring.adapters.results.cosmos.container import Item
from sparring.documents import VersionRef
from sparring.ports import CriterionTally, ScoreTally, TallyBy
from sparring.results.tally import CriterionPoints, criterion_tallies, monday_of
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
    """Ordered by rubric and criterion. Each call has `newest`."""
    return criterion_tallies(
        (newest["rubric"]["id"], CriterionPoints(one["criterion"], one["points"], one["max_points"]))
        for newest in (call["newest"] for call in calls)
        for one in newest["criteria"]
    )


def _names(grader: Item) -> tuple[str, str, str]:
    return grader["name"], grader["version"], grader["model"] or ""


def _tally(key: _Key, sums: Sequence[int]) -> ScoreTally:
    group, later, name, version, model, rubric_id, rubric_version, digest = key
    grader = GraderRef(name=name, version=version, model=model or None)
    return ScoreTally(group, later, grader, VersionRef(id=rubric_id, version=rubric_version, digest=digest), *sums)
