"""What a manager looks at."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from sparring.errors import ResultsFailed
from sparring.ids import RepId
from sparring.ports import RepAccount
from sparring.results.views import Viewer
from sparring.rubric import find_rubric
from tests.contracts.test_analysis import THIRD_REP, graded, keep
from tests.fakes.clock import FakeClock
from tests.fakes.documents import OTHER_REP_ID, REP_ID, STARTED_AT, call_id
from tests.fakes.interposed import Interposed, failing
from tests.fakes.memory import MemoryResults

IDLE = RepId("rep_" + "4" * 20)


@pytest.fixture
async def viewer() -> Viewer:
    """Two reps of Omaha who called, one who did not, and a location that is better."""
    clock = FakeClock()
    results = MemoryResults(clock)
    for number, (rep_id, score, days) in enumerate(
        [(REP_ID, 80.0, 0), (REP_ID, 70.0, 20), (OTHER_REP_ID, 40.0, 3), (THIRD_REP, 95.0, 9), (REP_ID, 10.0, 400)]
    ):
        await keep(results, graded(number, rep_id=rep_id, score=score, started_at=STARTED_AT - timedelta(days=days)))
    for rep_id, name in ((REP_ID, "Dana"), (IDLE, "Sam")):
        await results.put_rep(RepAccount(rep_id, name, None))
        await results.join_team(rep_id, tenant_id="harbour", location_id="omaha")
    return Viewer(results, "harbour", {"inside_sales": find_rubric("inside_sales")}, clock.now)


async def test_a_team_shows_its_weakest_rep_first_and_who_has_not_practised_last(viewer: Viewer) -> None:
    """Ten seconds: who, how far, how often, and when last."""
    team = await viewer.team("omaha", weeks=4)
    assert [(rep.name, rep.figure and rep.figure.mean) for rep in team.reps] == [
        ("", 40.0),
        ("Dana", 75.0),
        ("Sam", None),
    ]
    assert [rep.last_at for rep in team.reps] == [STARTED_AT - timedelta(days=3), STARTED_AT, None]
    assert team.overview.figure is not None
    assert (team.overview.figure.calls, team.overview.figure.mean) == (3, 63.3)
    assert [grade.call.call_id for grade in team.calls] == [call_id(0), call_id(2), call_id(1)]


async def test_criteria_have_the_titles_of_the_rubric(viewer: Viewer) -> None:
    """And those of a call that showed none are not there."""
    titles = {criterion.title for _, criterion in find_rubric("inside_sales").criteria()}
    team = await viewer.team("omaha", weeks=4)
    assert team.overview.criteria
    assert {one.title for one in team.overview.criteria} <= titles


async def test_weeks_without_calls_are_not_invented(viewer: Viewer) -> None:
    """A gap is a gap."""
    team = await viewer.team("omaha", weeks=12)
    mondays = [week.week for week in team.overview.weeks]
    assert [(later - sooner).days for sooner, later in pairwise(mondays)] == [14, 7]
    assert [week.figure.calls for week in team.overview.weeks] == [1, 1, 1]


async def test_the_network_shows_its_weakest_location_first(viewer: Viewer) -> None:
    """With how many of its reps practised."""
    network = await viewer.network(weeks=4)
    assert [(one.location_id, one.members, one.practised) for one in network.locations] == [
        ("omaha", 3, 2),
        ("lincoln", 1, 1),
    ]
    assert network.overview.figure is not None
    assert network.overview.figure.calls == 4


async def test_a_rep_is_shown_alone(viewer: Viewer) -> None:
    """Their own mean, weeks and calls; nobody's of another location."""
    rep = await viewer.rep("omaha", REP_ID, weeks=4)
    assert rep is not None
    assert rep.name == "Dana"
    assert rep.overview.figure is not None
    assert rep.overview.figure.mean == 75.0
    assert len(rep.calls) == 2
    assert await viewer.rep("lincoln", REP_ID, weeks=4) is None


async def test_a_team_is_shown_by_skill_and_a_rep_call_by_call(viewer: Viewer) -> None:
    """Who called has a row; on the rep's page each call says what it earned of every skill."""
    team, rep = await viewer.team("omaha", weeks=4), await viewer.rep("omaha", REP_ID, weeks=4)
    (grid,) = team.grids
    assert {(row.group, row.calls) for row in grid.rows} == {(REP_ID, 2), (OTHER_REP_ID, 1)}
    assert rep is not None
    assert {grade.call.call_id for grade in rep.calls} == set(rep.skills)
    (row,) = [row for row in grid.rows if row.group == REP_ID]
    for cell in row.cells:
        if cell is not None:
            earned = [skills[cell.skill] for skills in rep.skills.values() if cell.skill in skills]
            most = sum(one.max_points for one in earned)
            assert cell.share == pytest.approx(sum(one.points for one in earned) / most, abs=0.001)


async def test_a_pages_questions_are_asked_side_by_side(viewer: Viewer) -> None:
    """None of the network's four waits for another's answer."""
    all_asked = asyncio.Barrier(4)

    class Waiting:
        """Answers once all four are asked."""

        def __getattr__(self, name: str) -> Any:
            async def asked(*args: Any, **kwargs: Any) -> Any:
                async with asyncio.timeout(5):
                    await all_asked.wait()
                return await getattr(viewer.analysis, name)(*args, **kwargs)

            return asked

    waiting: Any = Waiting()
    assert await replace(viewer, analysis=waiting).network(weeks=4) == await viewer.network(weeks=4)


async def test_a_question_that_fails_is_the_pages_error(viewer: Viewer) -> None:
    """As it is raised: the web knows what to say to it."""
    failing_one: Any = Interposed(viewer.analysis, failing("attendance", ResultsFailed("The database cannot be read.")))
    with pytest.raises(ResultsFailed):
        await replace(viewer, analysis=failing_one).network(weeks=4)
