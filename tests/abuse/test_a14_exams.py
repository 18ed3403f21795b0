"""A14: who is examined neither moves the exam, nor learns of others, nor has the better of two sittings count."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sparring.web.tickets import TICKET_LIFE_S
from tests.abuse.test_a09_tickets import REJECTED, refusal
from tests.fakes.clock import START
from tests.web import conftest
from tests.web.conftest import House, served
from tests.web.practised import LINES, grade_it, practise_more

house = conftest.house
LASTS_S = 3_600


@pytest.fixture
def boss(house: House) -> Iterator[TestClient]:
    """At a machine of their own."""
    with house.client(alone=True) as client:
        yield client


@pytest.fixture
def exam(boss: TestClient) -> dict[str, Any]:
    """Set for an hour."""
    wish = {"persona_id": "daughter_discharge", "difficulty": "easy"}
    ends = {"closes_at": (START + timedelta(seconds=LASTS_S)).isoformat()}
    told: dict[str, Any] = boss.post("/api/team/exams", json=wish | ends).json()
    return told


async def test_a_ticket_outlives_the_last_day_by_no_more_than_its_life(house: House, exam: dict[str, Any]) -> None:
    """A call that was begun in time may be taken up; one kept for later opens nothing, and no other is given."""
    async with served(house) as browser:
        wish = {"attempt": "exam", "exam": exam["exam_id"]}
        house.clock.advance(LASTS_S - 1)
        in_time, kept = await browser.start(**wish), await browser.start(**wish)
        house.clock.advance(2)
        async with browser.page(in_time["call_id"], in_time["ticket"]) as page:
            await page.next_of("joined")
        house.clock.advance(TICKET_LIFE_S)
        assert (await refusal(browser, kept["call_id"], kept["ticket"]))[1] == REJECTED
        assert (await browser.start(**wish))["error"]["code"] == "exam_closed"


async def test_of_two_sittings_at_once_the_one_begun_first_counts(
    house: House, boss: TestClient, exam: dict[str, Any]
) -> None:
    """Whichever is finished or graded first: nobody keeps the better one."""
    async with served(house) as browser:
        wish = {"attempt": "exam", "exam": exam["exam_id"]}
        async with browser.call(**wish) as first:
            house.clock.advance(1)
            later = await practise_more(house, browser, **wish)
            await grade_it(house, later)
            await first.hold(LINES)
        await house.wired.active_calls.tick()
        await grade_it(house, first.call_id)
        (rep,) = boss.get(f"/api/team/exams/{exam['exam_id']}").json()["reps"]
        counted = [(one["call_id"], one["counts"]) for one in rep["sittings"] if one["state"] == "graded"]
        assert counted == [(first.call_id, True), (later, False)]


async def test_a_rep_reads_of_an_exam_what_it_asks_and_nothing_of_others(house: House, exam: dict[str, Any]) -> None:
    """Neither names nor scores nor how many sat it; and no other way in is open to them."""
    async with served(house) as browser:
        await browser.http.put("/api/me", json={"name": "<img src=x onerror=alert(1)>", "email": ""})
        await grade_it(house, await practise_more(house, browser, attempt="exam", exam=exam["exam_id"]))
        browser.http.cookies.clear()
        await browser.http.get("/api/me")
        link = f"/api/exams/{exam['exam_id']}"
        assert (await browser.http.get(link)).json() == exam
        assert (await browser.http.get("/api/exams")).json() == [exam]
        for method, path in [
            ("PUT", f"/api/team{link[4:]}/end"),
            ("GET", f"/api/team{link[4:]}"),
            ("PUT", f"{link}/end"),
            ("DELETE", link),
            ("DELETE", f"/api/team{link[4:]}"),
        ]:
            answer = await browser.http.request(method, path, json={"closes_at": None})
            assert answer.status_code in (401, 404, 405), (method, path)
        assert house.results.exams[exam["exam_id"]].closes_at is not None
