"""Calls over HTTP, from the wish to the report and to oblivion."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sparring.adapters.store.memory import MemoryStore
from sparring.errors import StoreUnavailable
from sparring.ids import CallId
from tests.web.conftest import House, form, served
from tests.web.practised import grade_it, practise


async def test_a_typed_call_goes_from_wish_to_report(house: House) -> None:
    """Its state and steps are followed, and the report's evidence is what was said."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        progress = (await browser.http.get(f"/api/calls/{call_id}")).json()
        assert progress["state"] == "written"
        assert progress["steps"][0] == {"id": "written", "state": "done", "sentence": "Your call is written down"}
        assert (await browser.http.get(f"/api/calls/{call_id}/report")).status_code == 404
        await grade_it(house, call_id)
        assert (await browser.http.get(f"/api/calls/{call_id}")).json()["state"] == "graded"
        report = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
        quotes = [
            (evidence["turn"], evidence["quote"])
            for category in report["categories"]
            for criterion in category["criteria"]
            for evidence in criterion["evidence"]
        ]
        assert quotes
        assert all(quote in report["turns"][turn]["text"] for turn, quote in quotes)
        row = (await browser.http.get("/api/calls")).json()["calls"][0]
        assert (row["call_id"], row["state"], row["score"]) == (call_id, "graded", report["score"])


async def test_a_deleted_call_is_gone_everywhere(house: House) -> None:
    """Transcript, scorecard, list and report: nothing is left, and it cannot be graded again."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 204
        assert (await browser.http.get(f"/api/calls/{call_id}")).status_code == 404
        assert (await browser.http.get("/api/calls")).json() == {"calls": []}
        assert house.store.objects == {}


async def test_a_running_call_can_be_deleted(house: House) -> None:
    """The call ends, and nothing of it is written."""
    async with served(house) as browser:
        call_id = (await browser.start())["call_id"]
        assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 204
        assert (await browser.http.get(f"/api/calls/{call_id}")).status_code == 404
        await house.wired.active_calls.tick()
        assert house.store.objects == {}


class DownOnce(MemoryStore):
    """A store that cannot be reached the first time something is to go."""

    down = True

    async def delete(self, name: str) -> None:
        if self.down:
            self.down = False
            raise StoreUnavailable("The store cannot be reached now.")
        await super().delete(name)


@pytest.mark.parametrize("graded", [True, False])
async def test_what_could_not_be_deleted_is_deleted_by_asking_again(house: House, *, graded: bool) -> None:
    """The call is still known to be the rep's, so that nothing of it stays behind; a deleted one is never graded."""
    store = DownOnce()
    store.objects = house.store.objects
    house.app.state.services = replace(house.wired, store=store)
    async with served(house) as browser:
        call_id = await practise(house, browser) if graded else (await browser.start())["call_id"]
        if graded:
            await grade_it(house, call_id)
            house.wired.active_calls.forget(CallId(call_id))  # as ten minutes later
        assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 503
        await house.wired.active_calls.tick()
        assert bool(store.objects) is graded
        assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 204
        assert (await browser.http.get(f"/api/calls/{call_id}")).status_code == 404
        assert store.objects == {}


async def test_nobody_else_sees_the_call(house: House) -> None:
    """Another rep's list is empty, and every route answers as if the call did not exist."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        browser.http.cookies.clear()
        await browser.http.get("/api/me")
        assert (await browser.http.get("/api/calls")).json() == {"calls": []}
        unknown = (await browser.http.get("/api/calls/call_00000000000000000000")).json()
        for path in (f"/api/calls/{call_id}", f"/api/calls/{call_id}/report"):
            answer = await browser.http.get(path)
            assert answer.status_code == 404
            assert set(answer.json()) == set(unknown)
        assert (await browser.http.get(f"/api/calls/{call_id}")).json() == unknown
        assert (await browser.http.delete(f"/api/calls/{call_id}")).status_code == 404


def test_bye_counts_only_with_the_pages_own_ticket(rep: TestClient) -> None:
    """A beacon with a made-up ticket changes nothing."""
    call_id = rep.post("/api/calls", json=form()).json()["call_id"]
    assert rep.post(f"/api/calls/{call_id}/bye", content="made-up").status_code == 401
