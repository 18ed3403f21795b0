"""Calls as sittings of exams."""

from datetime import timedelta

from fastapi.testclient import TestClient

from sparring.ids import LocationId
from sparring.web.sittings import NO_EXAM
from tests.fakes.clock import START
from tests.web import test_exams
from tests.web.conftest import House, form, served
from tests.web.practised import grade_it, practise_more
from tests.web.test_exams import listed, set_exam, sit

manager = test_exams.manager


def test_after_its_last_day_nobody_begins_it(manager: TestClient, rep: TestClient, house: House) -> None:
    """The sentence names the day; whoever set it may move it, and then it can be sat again."""
    exam = set_exam(manager, closes_at=(START + timedelta(hours=1)).isoformat())
    assert sit(rep, exam).status_code == 201
    house.clock.advance(3_600)
    refused = sit(rep, exam)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "exam_closed")
    assert "The last day of this exam was 25 November 2026." in refused.json()["error"]["sentence"]
    assert rep.get(f"/api/exams/{exam['exam_id']}").json()["over"] is True
    moved = manager.put(f"/api/team/exams/{exam['exam_id']}/end", json={"closes_at": None}).json()
    assert (moved["over"], moved["exam_id"]) == (False, exam["exam_id"])
    assert sit(rep, exam).status_code == 201


def test_nobody_makes_another_exam_of_a_link(manager: TestClient, rep: TestClient, house: House) -> None:
    """Not with another buyer or another difficulty, not as practice, not at another location."""
    exam = set_exam(manager)
    for changes in ({"difficulty": "hard"}, {"persona_id": "husband_dementia"}):
        assert sit(rep, exam, **changes).status_code == 404
    for attempt in ("private", "counted"):
        answer = rep.post("/api/calls", json=form(attempt=attempt, exam=exam["exam_id"]))
        assert answer.status_code == 422
    away = house.client(location=LocationId("lincoln"))
    away.get("/api/me")
    assert away.get(f"/api/exams/{exam['exam_id']}").status_code == 404
    assert sit(away, exam).status_code == 404
    for lost in ("exam_" + "0" * 20, "exam_0", "hard"):
        answer = rep.get(f"/api/exams/{lost}")
        assert (answer.status_code, answer.json()["error"]["sentence"]) == (404, NO_EXAM)


async def test_a_deleted_sitting_counts_as_sat(house: House) -> None:
    """Graded or still with the coach: the manager reads that it was deleted, and nothing that was said or scored."""
    boss = house.client(alone=True)
    exam = set_exam(boss)
    async with served(house) as browser:
        await browser.http.put("/api/me", json={"name": "Sam", "email": ""})
        for grade in (True, False):
            house.clock.advance(60)
            call_id = await practise_more(house, browser, attempt="exam", exam=exam["exam_id"])
            if grade:
                await grade_it(house, call_id)
            house.clock.advance(60)
            assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 204
            assert boss.get(f"/api/team/calls/{call_id}/report").status_code == 404
        assert (await browser.http.get("/api/exams")).json() == []
    (rep,) = boss.get(f"/api/team/exams/{exam['exam_id']}").json()["reps"]
    assert [(one["state"], one["counts"]) for one in rep["sittings"]] == [("deleted", True), ("deleted", False)]
    assert {*rep["sittings"][0]} == {"call_id", "state", "counts", "started_at", "deleted_at", "other_version"}
    assert [(one["sat"], one["passed"]) for one in listed(boss)] == [(1, 0)]
