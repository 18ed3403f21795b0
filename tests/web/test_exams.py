"""Exams over HTTP."""

from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sparring.ids import CallId
from sparring.web.exams import A_PAGE
from tests.fakes.clock import START
from tests.web.conftest import House, form, served
from tests.web.practised import grade_it, practise_more

LAST_MIDNIGHT = "2026-12-06T00:00:00-06:00"


@pytest.fixture
def manager(house: House) -> TestClient:
    """At a machine of their own."""
    return house.client(alone=True)


def set_exam(manager: TestClient, closes_at: str | None = LAST_MIDNIGHT, **changes: Any) -> dict[str, Any]:
    wish = {"persona_id": "daughter_discharge", "difficulty": "easy", "closes_at": closes_at, **changes}
    answer = manager.post("/api/team/exams", json=wish)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def listed(manager: TestClient, **query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manager.get("/api/team/exams", params=query).json()["exams"]
    return found


def sit(rep: TestClient, exam: dict[str, Any], **changes: Any) -> Any:
    return rep.post("/api/calls", json=form(attempt="exam", exam=exam["exam_id"], **changes))


def test_a_link_asks_for_what_was_set(manager: TestClient, rep: TestClient) -> None:
    """Its buyer, how hard, and the last day, which is the day of whoever chose it."""
    exam = set_exam(manager)
    assert rep.get(f"/api/exams/{exam['exam_id']}").json() == exam
    assert (exam["persona_id"], exam["difficulty"]) == ("daughter_discharge", "easy")
    assert (exam["last_day"], exam["over"]) == ("2026-12-05", False)
    assert set_exam(manager, closes_at=None)["last_day"] == ""


def test_a_manager_ends_an_exam_by_the_servers_clock(manager: TestClient, rep: TestClient, house: House) -> None:
    """Whatever time it is in their browser: only the day it falls on is theirs."""
    exam = set_exam(manager)
    path = f"/api/team/exams/{exam['exam_id']}/end"
    ended = manager.post(path, json={"east_min": 14 * 60}).json()
    there = house.clock.now().astimezone(timezone(timedelta(hours=14)))
    assert (ended["over"], ended["last_day"]) == (True, there.date().isoformat())
    assert sit(rep, exam).json()["error"]["code"] == "exam_closed"
    assert manager.post(path, json={"east_min": 841}).status_code == 422
    assert rep.post(path, json={"east_min": 0}).status_code == 401


def test_older_exams_are_a_page_further(manager: TestClient, rep: TestClient, house: House) -> None:
    """Each page says whether there is another; a rep is asked for those that are far back, too."""
    first = set_exam(manager, closes_at=None)
    for _ in range(A_PAGE):
        house.clock.advance(1)
        newest = set_exam(manager, closes_at=START.isoformat())
    page = manager.get("/api/team/exams").json()
    assert (page["exams"][0]["exam_id"], len(page["exams"]), page["more"]) == (newest["exam_id"], A_PAGE, True)
    older = manager.get("/api/team/exams", params={"older_than": page["exams"][-1]["exam_id"]}).json()
    assert ([one["exam_id"] for one in older["exams"]], older["more"]) == ([first["exam_id"]], False)
    assert rep.get("/api/exams").json() == [first]
    assert manager.get("/api/team/exams?older_than=exam_0").status_code == 404


async def test_what_was_set_has_one_seed_that_no_other_exam_has(manager: TestClient, house: House) -> None:
    """Neither another one with the same buyer nor what a rep chooses by themselves: none is a rehearsal of it."""
    once, again = set_exam(manager), set_exam(manager)
    async with served(house) as browser:
        started = [await browser.start(attempt="exam", exam=exam) for exam in (once["exam_id"], again["exam_id"], None)]
        seeds = [house.wired.active_calls._calls[CallId(one["call_id"])].session.opened.seed for one in started]
        assert len({*seeds}) == 3
        for one in started:
            await browser.http.delete(f"/api/calls/{one['call_id']}")
        browser.http.cookies.clear()
        await browser.http.get("/api/me")
        other = await browser.start(attempt="exam", exam=once["exam_id"])
        assert house.wired.active_calls._calls[CallId(other["call_id"])].session.opened.seed == seeds[0]


async def test_a_rep_is_asked_for_what_is_open_until_it_is_sat(house: House) -> None:
    """Not for what is over, and not any more while the coach has it; a call too short to grade is sat again."""
    boss = house.client(alone=True)
    set_exam(boss, closes_at=START.isoformat())
    exam = set_exam(boss)
    async with served(house) as browser:

        async def asked() -> list[str]:
            return [one["exam_id"] for one in (await browser.http.get("/api/exams")).json()]

        await browser.http.get("/api/me")
        assert await asked() == [exam["exam_id"]]
        call_id = await practise_more(house, browser, attempt="exam", exam=exam["exam_id"])
        await grade_it(house, call_id)
        assert await asked() == []
        (key,) = house.results.grades
        short = {"status": "not_gradable", "reason": "Too short.", "totals": None, "passed": None, "criteria": ()}
        house.results.grades[key] = house.results.grades[key].model_copy(update=short)
        assert await asked() == [exam["exam_id"]]


async def test_sittings_with_another_version_of_the_buyer_are_marked(house: House) -> None:
    """Against the first sitting's: scores of two buyers do not compare."""
    boss = house.client(alone=True)
    exam = set_exam(boss)
    async with served(house) as browser:
        await browser.http.get("/api/me")
        for _ in range(2):
            house.clock.advance(60)
            await grade_it(house, await practise_more(house, browser, attempt="exam", exam=exam["exam_id"]))
    key = list(house.results.grades)[1]
    card = house.results.grades[key]
    changed = card.persona.model_copy(update={"version": 99, "digest": "f" * 64})
    house.results.grades[key] = card.model_copy(update={"persona": changed})
    (rep,) = boss.get(f"/api/team/exams/{exam['exam_id']}").json()["reps"]
    assert [one["other_version"] for one in rep["sittings"]] == [None, 99]


@pytest.mark.parametrize(
    "closes_at",
    [
        "2026-12-06",
        "2026-12-06T00:00:00",
        17,
        "1700000000.5",
        "1796450400",
        "soon",
        "0001-01-01T00:00:00+14:00",
        "2026-12-06T00:00:00-06:00" + " " * 99,
        "2026-12-06T00:00:00+99:00",
        "2026-02-30T00:00:00-06:00",
    ],
)
def test_an_end_is_a_moment_with_its_offset(manager: TestClient, closes_at: Any) -> None:
    """A day without one would end at another hour than whoever chose it thinks; before the first day there is none."""
    wish = {"persona_id": "daughter_discharge", "difficulty": "easy", "closes_at": closes_at}
    assert manager.post("/api/team/exams", json=wish).status_code == 422
    exam = set_exam(manager)
    assert manager.put(f"/api/team/exams/{exam['exam_id']}/end", json={"closes_at": closes_at}).status_code == 422
    assert listed(manager)[0]["last_day"] == "2026-12-05"


@pytest.mark.parametrize("closes_at", ["2000-01-01T00:00:00+14:00", "2999-12-31T23:59:59.999999-23:59"])
def test_the_farthest_ends_are_days(manager: TestClient, closes_at: str) -> None:
    """Nothing that can be set keeps a list of exams from being read."""
    exam = set_exam(manager, closes_at=closes_at)
    assert {key: listed(manager)[0][key] for key in exam} == exam
    assert exam["over"] is closes_at.startswith("2000")


def test_who_has_no_key_sets_and_sees_nothing(manager: TestClient, rep: TestClient, house: House) -> None:
    """The same door as for the team's figures; a buyer that there is not cannot be set."""
    exam = set_exam(manager)
    end = {"closes_at": None}
    assert (
        rep.post("/api/team/exams", json={"persona_id": "daughter_discharge", "difficulty": "easy"} | end).status_code
        == 401
    )
    assert rep.put(f"/api/team/exams/{exam['exam_id']}/end", json=end).status_code == 401
    for path in ("/api/team/exams", f"/api/team/exams/{exam['exam_id']}"):
        assert rep.get(path).status_code == 401
    nobody = {"persona_id": "nobody", "difficulty": "easy"} | end
    assert manager.post("/api/team/exams", json=nobody).json()["error"]["code"] == "persona_unknown"


async def test_the_list_says_who_sat_it_and_who_has_not(house: House) -> None:
    """With score, error, pass and the way to the report; an exam that a rep chose by themselves is not in it."""
    boss = house.client(alone=True)
    exam = set_exam(boss)
    for name in ("Idle", "Sam"):
        async with served(house) as browser:
            await browser.http.put("/api/me", json={"name": name, "email": ""})
            if name == "Sam":
                await practise_more(house, browser, attempt="exam")
                call_id = await practise_more(house, browser, attempt="exam", exam=exam["exam_id"])
                await grade_it(house, call_id)
    (row,) = listed(boss)
    assert (row["exam_id"], row["members"], row["sat"], row["passed"]) == (exam["exam_id"], 2, 1, 0)
    told = boss.get(f"/api/team/exams/{exam['exam_id']}").json()
    assert [(rep["name"], len(rep["sittings"])) for rep in told["reps"]] == [("Idle", 0), ("Sam", 1)]
    (sitting,) = told["reps"][1]["sittings"]
    assert (sitting["call_id"], sitting["state"], sitting["passed"], sitting["counts"]) == (
        call_id,
        "graded",
        False,
        True,
    )
    assert sitting["score"] is not None
    assert sitting["plus_minus"] > 0
    assert boss.get(f"/api/team/calls/{call_id}/report").status_code == 200
    assert CallId(call_id) in house.results.calls
    assert sitting["other_version"] is None
    assert listed(boss, location="lincoln") == []


def test_another_tenants_exam_does_not_exist(manager: TestClient, house: House) -> None:
    """For whoever holds its id, too."""
    exam_id = set_exam(manager)["exam_id"]
    (kept,) = house.results.exams.values()
    house.results.exams[kept.exam_id] = replace(kept, tenant_id="another")
    assert manager.get(f"/api/team/exams/{exam_id}").status_code == 404
    assert manager.put(f"/api/team/exams/{exam_id}/end", json={"closes_at": None}).status_code == 404
