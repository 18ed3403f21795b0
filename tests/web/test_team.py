"""A manager's pages over HTTP."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from sparring.ids import LocationId, TenantId
from sparring.ports import RepAccount
from tests.contracts.test_analysis import THIRD_REP, graded, keep
from tests.fakes.documents import OTHER_REP_ID, REP_ID, STARTED_AT, call_id
from tests.web.conftest import House, served
from tests.web.practised import grade_it, practise


@pytest.fixture
async def manager(house: House) -> TestClient:
    """The manager of Omaha, at a machine of their own: two reps, one of whom only practised in private."""
    await keep(house.results, graded(1, score=55.0))
    await keep(house.results, graded(2, score=65.0, started_at=STARTED_AT - timedelta(days=9)))
    await keep(house.results, graded(3, rep_id=OTHER_REP_ID, kind="private", score=12.3))
    await keep(house.results, graded(4, rep_id=THIRD_REP, score=90.0))
    await house.results.put_rep(RepAccount(OTHER_REP_ID, "Sam", "sam@example.org"))
    await house.results.join_team(OTHER_REP_ID, tenant_id="harbour", location_id="omaha")
    return house.client(alone=True, tenant=TenantId("harbour"), location=LocationId("omaha"))


def test_a_team_in_one_answer(manager: TestClient) -> None:
    """Mean with its error, weeks, reps, weakest criteria, newest calls, and which other locations there are."""
    team = manager.get("/api/team").json()
    assert (team["location_id"], team["locations"]) == ("omaha", ["lincoln", "omaha"])
    assert (team["overview"]["figure"]["calls"], team["overview"]["figure"]["mean"]) == (2, 60.0)
    assert [(rep["rep_id"], rep["name"], rep["last_at"] is None) for rep in team["reps"]] == [
        (REP_ID, "", False),
        (OTHER_REP_ID, "Sam", True),
    ]
    assert team["overview"]["criteria"][0]["title"]
    assert [call["call_id"] for call in team["calls"]] == [call_id(1), call_id(2)]


def test_reps_by_skill_and_the_calls_behind_a_place(manager: TestClient) -> None:
    """What a place of the grid says is what the rep's page says of each call, added up."""
    (grid,) = manager.get("/api/team").json()["grids"]
    rep = manager.get(f"/api/team/reps/{REP_ID}").json()
    (row,) = grid["rows"]
    assert (grid["rubric_id"], row["group"], row["calls"]) == (rep["calls"][0]["rubric_id"], REP_ID, 2)
    for skill, cell in zip(grid["skills"], row["cells"], strict=True):
        earned = [call["skills"][skill["id"]] for call in rep["calls"] if skill["id"] in call["skills"]]
        assert (cell["skill"], cell["calls"]) == (skill["id"], len(earned))
        share = sum(one["points"] for one in earned) / sum(one["max_points"] for one in earned)
        assert cell["share"] == pytest.approx(share, abs=0.001)


def test_the_calls_behind_the_figures_go_into_a_spreadsheet(manager: TestClient) -> None:
    """As a file of this location and these weeks, the newest first; older calls are not in it."""
    answer = manager.get("/api/team/calls.csv?weeks=4")
    header, *lines = answer.text.splitlines()
    assert answer.headers["content-disposition"] == 'attachment; filename="sparring-omaha-4-weeks.csv"'
    assert (header[:8], header[-9:]) == ("call_id,", ",rep_name")
    assert [line.partition(",")[0] for line in lines] == [call_id(1), call_id(2)]
    assert len(manager.get("/api/team/calls.csv?weeks=4&location=lincoln").text.splitlines()) == 2


def test_nothing_of_a_private_attempt_is_in_any_answer(manager: TestClient) -> None:
    """Neither its id nor its score, and its report does not exist for a manager; an address is nobody's business."""
    paths = (
        "/api/team",
        "/api/team/calls.csv",
        "/api/team/network",
        f"/api/team/reps/{OTHER_REP_ID}",
        f"/api/team/reps/{REP_ID}",
    )
    for path in paths:
        text = manager.get(path, params={"weeks": "52"}).text
        assert call_id(3) not in text
        assert "12.3" not in text
        assert "sam@example.org" not in text
    private, missing = (manager.get(f"/api/team/calls/{call_id(number)}/report") for number in (3, 9))
    assert (private.status_code, private.json()) == (404, missing.json())


async def test_a_manager_reads_whose_call_it_is(manager: TestClient, house: House) -> None:
    """By name and location, and never by address; of a call they may not read they learn nothing."""
    nameless = manager.get(f"/api/team/calls/{call_id(1)}").json()
    assert (nameless["rep_id"], nameless["rep_name"], nameless["location_id"]) == (REP_ID, "", "omaha")
    await house.results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    named = manager.get(f"/api/team/calls/{call_id(1)}")
    assert named.json()["rep_name"] == "Dana"
    assert "dana@example.org" not in named.text
    assert manager.get(f"/api/team/calls/{call_id(3)}").status_code == 404


def test_the_network_by_location(manager: TestClient) -> None:
    """The weakest first."""
    network = manager.get("/api/team/network").json()
    assert [(one["location_id"], one["members"], one["practised"]) for one in network["locations"]] == [
        ("omaha", 2, 1),
        ("lincoln", 1, 1),
    ]


def test_locations_by_skill(manager: TestClient) -> None:
    """Those that are asked for, each with what its calls earned; a page at a time."""
    (grid,) = manager.get("/api/team/network/skills", params={"location": ["lincoln", "nowhere"]}).json()
    assert [row["group"] for row in grid["rows"]] == ["lincoln"]
    for places in ([], ["../etc"], [f"place_{number}" for number in range(21)]):
        assert manager.get("/api/team/network/skills", params={"location": places}).status_code == 422


def test_one_rep(manager: TestClient) -> None:
    """Of this location only."""
    rep = manager.get(f"/api/team/reps/{REP_ID}").json()
    assert [call["score"] for call in rep["calls"]] == [55.0, 65.0]
    assert manager.get(f"/api/team/reps/{THIRD_REP}").status_code == 404
    assert manager.get(f"/api/team/reps/{THIRD_REP}", params={"location": "lincoln"}).status_code == 200


@pytest.mark.parametrize(
    "query", ["weeks=3", "weeks=12x", "weeks=-1", "location=../etc", "location=Omaha", "location="]
)
def test_another_period_or_place_is_refused(manager: TestClient, query: str) -> None:
    """With a sentence; nothing is looked up."""
    assert manager.get(f"/api/team?{query}").status_code == 422


async def test_a_private_report_opens_while_its_rep_shares_it(house: House) -> None:
    """Shown without the rep's other calls, in no figure, and closed again when the rep takes it back."""
    manager = house.client(alone=True)
    async with served(house) as browser:
        call = await practise(house, browser)
        await grade_it(house, call)
        path = f"/api/team/calls/{call}/report"
        assert manager.get(path).status_code == 404
        assert (await browser.http.get(f"/api/calls/{call}/share")).json() == {"shared": False}
        answer = await browser.http.put(f"/api/calls/{call}/share", json={"shared": True})
        assert answer.json() == {"shared": True}
        shown = manager.get(path)
        assert (shown.status_code, shown.json()["call_id"]) == (200, call)
        assert shown.json()["retakes"] == []
        assert manager.get("/api/team").json()["overview"]["figure"] is None
        await browser.http.put(f"/api/calls/{call}/share", json={"shared": False})
        assert manager.get(path).status_code == 404


async def test_only_the_rep_can_share_a_call(house: House) -> None:
    """For everybody else it does not exist."""
    async with served(house) as browser:
        call = await practise(house, browser)
        await grade_it(house, call)
        browser.http.cookies.clear()
        await browser.http.get("/api/me")
        answer = await browser.http.put(f"/api/calls/{call}/share", json={"shared": True})
        assert answer.status_code == 404
        assert not house.results.shares


def test_a_rep_with_a_name_is_on_the_team(house: House, rep: TestClient) -> None:
    """So that a manager sees who has not practised."""
    rep.put("/api/me", json={"name": "Dana", "email": ""})
    manager = house.client(alone=True)
    (only,) = manager.get("/api/team").json()["reps"]
    assert (only["name"], only["figure"], only["last_at"]) == ("Dana", None, None)
