"""A coach's overrides over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from sparring.ids import CallId
from sparring.scorecard import GraderRef, Scorecard
from tests.fakes.documents import CALL_ID
from tests.web.conftest import Browser, House, served
from tests.web.practised import grade_it, practise


def form(**changes: Any) -> dict[str, Any]:
    wish = {"criterion": "safety", "level": "absent", "reason": "That was about falls, not about now.", "by": "Ann"}
    return wish | changes


def items(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for category in report["categories"] for one in category["criteria"]}


def coach(house: House) -> TestClient:
    """At a machine that nobody else can reach."""
    return house.client(alone=True)


async def test_an_override_is_shown_beside_the_grade(house: House) -> None:
    """The rep's report has both levels and both scores; grade, score and pass stay as they were."""
    async with served(house) as browser:
        call_id, before = await _graded(house, browser)
        answer = coach(house).post(f"/api/team/calls/{call_id}/overrides", json=form())
        shown = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
    assert answer.status_code == 201
    safety = items(shown)["safety"]
    assert (safety["level"], safety["override"]["level"], safety["override"]["by"]) == ("clear", "absent", "Ann")
    assert before.totals
    assert (shown["score"], shown["passed"]) == (before.totals.score, before.passed)
    assert shown["coach_score"] == answer.json()["score"] < shown["score"]


async def test_a_rep_s_list_says_where_a_coach_gave_a_level(house: House) -> None:
    """Without an appeal too; not one that was given to a grade which nobody sees any more."""
    async with served(house) as browser:
        call_id, before = await _graded(house, browser)
        coach(house).post(f"/api/team/calls/{call_id}/overrides", json=form())
        (marked,) = (await browser.http.get("/api/calls")).json()["calls"]
        await house.results.save(before.model_copy(update={"grader": GraderRef(name="rules", version="99")}), None)
        (again,) = (await browser.http.get("/api/calls")).json()["calls"]
    assert marked["answered"] == {"criterion": "safety", "at": house.clock.now().isoformat(), "to": "level"}
    assert again["answered"] is None


async def test_a_coach_chooses_from_the_levels_of_the_rubric_that_graded(house: House) -> None:
    """Each level by title, points and the check anybody can make, and nothing of the machine's own signals."""
    async with served(house) as browser:
        call_id, before = await _graded(house, browser)
        levels = coach(house).get(f"/api/team/calls/{call_id}/levels").json()["levels"]
    assert set(levels) == {result.id for result in before.criteria}
    assert {key for one in levels["safety"] for key in one} == {"id", "title", "points", "check"}
    assert {"absent", "clear"} <= {one["id"] for one in levels["safety"]}


async def test_a_level_the_rubric_does_not_have_is_refused(house: House) -> None:
    """Nothing is stored, and the sentence says what there is."""
    async with served(house) as browser:
        call_id, _ = await _graded(house, browser)
        answer = coach(house).post(f"/api/team/calls/{call_id}/overrides", json=form(level="superb"))
        shown = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "scores_rejected")
    assert items(shown)["safety"]["override"] is None


async def test_a_rep_is_no_coach_of_their_own_call(house: House) -> None:
    """Where managers have a key, whoever has none changes nothing, not even beside their own grade."""
    async with served(house) as browser:
        call_id, _ = await _graded(house, browser)
        answer = await browser.http.post(f"/api/team/calls/{call_id}/overrides", json=form())
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "managers_only")
    assert not house.results.said


async def test_private_practice_is_no_call_for_a_coach(house: House) -> None:
    """Unknown calls and those a manager may not read are told apart by nobody."""
    async with served(house) as browser:
        private = await practise(house, browser)
        await grade_it(house, private)
        answers = [coach(house).post(f"/api/team/calls/{one}/overrides", json=form()) for one in (private, CALL_ID)]
    assert [(one.status_code, one.json()["error"]["code"]) for one in answers] == [(404, "not_found")] * 2


async def _graded(house: House, browser: Browser) -> tuple[str, Scorecard]:
    call_id = await practise(house, browser)
    await grade_it(house, call_id)
    await house.results.share(CallId(call_id), shared=True)
    card = await house.results.get(CallId(call_id))
    assert card
    return call_id, card
