"""A coach's overrides over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from sparring.ids import CallId
from sparring.scorecard import Scorecard
from tests.fakes.documents import CALL_ID
from tests.web.conftest import Browser, House, served
from tests.web.test_practice import grade_it, practise


def form(**changes: Any) -> dict[str, Any]:
    wish = {"criterion": "safety", "level": "absent", "reason": "That was about falls, not about now.", "by": "Ann"}
    return wish | changes


def items(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for category in report["categories"] for one in category["criteria"]}


async def test_an_override_is_shown_beside_the_grade(house: House) -> None:
    """The report has both levels and both scores; grade, score and pass stay as they were."""
    async with served(house) as browser:
        call_id, before = await _graded(house, browser)
        answer = await browser.http.post(f"/api/calls/{call_id}/overrides", json=form())
        shown = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
    assert answer.status_code == 201
    safety = items(shown)["safety"]
    assert (safety["level"], safety["override"]["level"], safety["override"]["by"]) == ("clear", "absent", "Ann")
    assert before.totals
    assert (shown["score"], shown["passed"]) == (before.totals.score, before.passed)
    assert shown["coach_score"] == answer.json()["score"] < shown["score"]


async def test_a_level_the_rubric_does_not_have_is_refused(house: House) -> None:
    """Nothing is stored, and the sentence says what there is."""
    async with served(house) as browser:
        call_id, _ = await _graded(house, browser)
        answer = await browser.http.post(f"/api/calls/{call_id}/overrides", json=form(level="superb"))
        shown = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "scores_rejected")
    assert items(shown)["safety"]["override"] is None


def test_another_rep_s_call_is_no_call(rep: TestClient) -> None:
    """Unknown and foreign calls are told apart by nobody."""
    answer = rep.post(f"/api/calls/{CALL_ID}/overrides", json=form())
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


async def _graded(house: House, browser: Browser) -> tuple[str, Scorecard]:
    call_id = await practise(house, browser)
    await grade_it(house, call_id)
    card = await house.results.get(CallId(call_id))
    assert card
    return call_id, card
