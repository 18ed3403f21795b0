"""Reps by skill."""

from collections.abc import Sequence

import pytest

from sparring.ids import CallId, RepId
from sparring.ports import CallPoints, SkillTally
from sparring.results.skills import SkillGrid, SkillPoints, grids, skill_points
from sparring.rubric import find_rubric

RUBRIC = find_rubric("inside_sales")
FIRST, SECOND = RUBRIC.categories[0], RUBRIC.categories[1]


def tally(group: str, shares: Sequence[float], skill: str = FIRST.id, most: int = 10) -> SkillTally:
    """Calls that earned so much of a skill's points each."""
    thousandths = [round(1_000 * share) for share in shares]
    points = round(sum(shares) * most)
    squared = sum(one**2 for one in thousandths)
    return SkillTally(group, RUBRIC.id, skill, len(shares), points, most * len(shares), sum(thousandths), squared)


def grid(*tallies: SkillTally) -> SkillGrid:
    (found,) = grids(tallies, {RUBRIC.id: RUBRIC})
    return found


def standings(*tallies: SkillTally) -> dict[str, str | None]:
    """How each one stands in the first column."""
    return {row.group: row.cells[0].standing if row.cells[0] else None for row in grid(*tallies).rows}


def test_a_call_is_added_up_by_category_and_what_it_did_not_show_is_left_out() -> None:
    """Criteria without occasion take nothing from the share of the others."""
    first, *_ = FIRST.criteria
    call = CallPoints(
        CallId("call_" + "0" * 20), RepId("rep_" + "0" * 20), RUBRIC.id, {first.id: (1, 4), "long_gone": (0, 9)}
    )
    assert skill_points(call, RUBRIC) == {FIRST.id: SkillPoints(1, 4)}


def test_the_weakest_and_the_costliest_come_first() -> None:
    """A manager reads from the top left: what costs most is what most points are missing of, not the lowest share."""
    shown = grid(
        tally("ann", [0.5, 0.5], FIRST.id, most=20),
        tally("ben", [0.0], SECOND.id, most=4),
        tally("ben", [0.2], FIRST.id, most=20),
    )
    assert [skill.id for skill in shown.skills] == [FIRST.id, SECOND.id]
    assert [skill.share for skill in shown.skills] == [0.4, 0.0]
    assert [(row.group, row.calls, row.share) for row in shown.rows] == [("ben", 1, 0.167), ("ann", 2, 0.5)]


def test_a_skill_without_occasion_is_no_zero() -> None:
    """The place stays empty."""
    shown = grid(tally("ann", [1.0]), tally("ann", [0.5], SECOND.id), tally("ben", [0.1]))
    (ben,) = [row for row in shown.rows if row.group == "ben"]
    assert [cell is None for cell in ben.cells] == [skill.id == SECOND.id for skill in shown.skills]


def test_only_a_difference_beyond_the_calls_own_spread_is_told() -> None:
    """Three calls near nothing against ten near everything are told apart; three that vary as all do are not."""
    good = (tally("ben", [0.8, 1.0] * 3), tally("cid", [0.9, 1.0] * 2))
    assert standings(*good, tally("ann", [0.0, 0.2, 0.1])) == {"ann": "below", "ben": "above", "cid": "above"}
    wide = standings(tally("ben", [0.0, 1.0] * 3), tally("ann", [0.0, 1.0, 0.0]))
    assert set(wide.values()) == {"unclear"}


@pytest.mark.parametrize(
    "tallies",
    [
        [tally("ann", [0.0]), tally("ben", [0.9, 1.0] * 4)],
        [tally("ann", [0.0, 0.2, 0.1, 0.0, 0.1])],
        [tally("ann", [0.0, 0.0]), tally("ben", [1.0, 1.0])],
    ],
    ids=["one call", "nobody to compare with", "spread not known"],
)
def test_too_few_calls_tell_nothing(tallies: list[SkillTally]) -> None:
    """However far apart they lie."""
    assert standings(*tallies)["ann"] == "unclear"


def test_some_of_many_are_not_compared_with_each_other() -> None:
    """A page of the weakest locations is no measure of the rest."""
    tallies = [tally("omaha", [0.0, 0.1] * 3), tally("lincoln", [0.9, 1.0] * 3)]
    (shown,) = grids(tallies, {RUBRIC.id: RUBRIC}, compared=False)
    assert {cell.standing for row in shown.rows for cell in row.cells if cell} == {"unclear"}
    assert standings(*tallies) == {"omaha": "below", "lincoln": "above"}


def test_what_is_not_installed_makes_no_grid_and_no_column() -> None:
    """Neither a rubric that is gone nor a category of one of its earlier versions has a name any more."""
    assert grids([tally("ann", [1.0])], {}) == []
    assert grids([tally("ann", [1.0], "long_gone")], {RUBRIC.id: RUBRIC}) == []
