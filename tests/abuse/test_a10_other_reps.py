"""A10: of another rep's call nobody learns that it is there: not by any route, any method, or any list.

Routes are taken from the application itself. One that names a call or a rep and is not entered here, with a body that
it takes, fails the suite: whoever adds it has to say what a stranger gets.
"""

import itertools
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from sparring.ids import new_call_id
from tests.web import conftest
from tests.web.conftest import ORIGIN, Browser, House, served
from tests.web.practised import grade_it, practise

house = conftest.house

BODIES: dict[str, Any] = {
    "GET /api/calls/{call_id}": None,
    "GET /api/calls/{call_id}/report": None,
    "GET /api/calls/{call_id}/share": None,
    "PUT /api/calls/{call_id}/share": {"shared": True},
    "POST /api/calls/{call_id}/appeals": {"criterion": "safety", "why": "I did ask about falls."},
    "DELETE /api/calls/{call_id}/appeals/{criterion}": None,
    "POST /api/calls/{call_id}/retakes": {"turn": 0, "channel": "typed", "consent": True},
    "POST /api/calls/{call_id}/bye": "no ticket of mine",
    "POST /api/calls/{call_id}/room": {"ticket": "no ticket of mine"},
    "DELETE /api/calls/{call_id}": None,
    "GET /api/team/calls/{call_id}": None,
    "GET /api/team/calls/{call_id}/report": None,
    "GET /api/team/calls/{call_id}/levels": None,
    "POST /api/team/calls/{call_id}/overrides": {"criterion": "empathy", "level": "clear", "reason": "So.", "by": "Me"},
    "POST /api/team/calls/{call_id}/appeals/{criterion}/stands": {"reason": "So it is.", "by": "Me"},
    "GET /api/team/reps/{rep_id}": None,
    "POST /api/team/reps/{rep_id}/uploads": {
        "text": "Rep: Hi.\nBuyer: Hi.",
        "rubric_id": "inside_sales",
        "consent": True,
    },
}
"""Every operation on somebody's call or on somebody, with a body that is whole: one that is not is refused for that."""

REQUESTS = 1_000


@dataclass
class Street:
    """Two reps' browsers on one house. The first has a graded call and one that goes on."""

    house: House
    owner: Browser
    stranger: httpx.AsyncClient
    graded: str
    running: str
    rep_id: str

    async def send(self, operation: str, one_s: str) -> tuple[int, str, dict[str, str]]:
        """What the stranger gets, without what differs from one answer to the next."""
        method, path = operation.split()
        body = BODIES[operation]
        given: dict[str, Any] = {"content": body} if isinstance(body, str) else {"json": body} if body else {}
        answer = await self.stranger.request(
            method, path.format(call_id=one_s, rep_id=one_s, criterion="safety"), **given
        )
        headers = {name: value for name, value in answer.headers.items() if name != "date"}
        return answer.status_code, answer.text, headers

    async def is_untouched(self) -> bool:
        """The owner's report, the running call and what is shared are as they were."""
        report = await self.owner.http.get(f"/api/calls/{self.graded}/report")
        running = (await self.owner.http.get(f"/api/calls/{self.running}")).json()
        shared = (await self.owner.http.get(f"/api/calls/{self.graded}/share")).json()
        return report.status_code == 200 and running["call_id"] == self.running and shared == {"shared": False}


@asynccontextmanager
async def street(house: House) -> AsyncIterator[Street]:
    """Built anew for each test."""
    async with served(house) as owner:
        graded = await practise(house, owner)
        await grade_it(house, graded)
        running = (await owner.start())["call_id"]
        rep_id = (await owner.http.get("/api/me")).json()["rep_id"]
        at_the_door = httpx.ASGITransport(app=house.app)  # without a socket a request costs a third
        async with httpx.AsyncClient(transport=at_the_door, base_url=ORIGIN, headers={"origin": ORIGIN}) as stranger:
            await stranger.get("/api/me")
            yield Street(house, owner, stranger, graded, running, rep_id)


def operations(house: House) -> set[str]:
    """Of the application, those on somebody's call or on somebody."""
    paths: dict[str, dict[str, Any]] = house.app.openapi()["paths"]
    return {
        f"{method.upper()} {path}"
        for path, methods in paths.items()
        for method in methods
        if "{call_id}" in path or "{rep_id}" in path
    }


def test_every_route_on_somebody_is_entered_here(house: House) -> None:
    """A new one without a stranger's trial is a hole that nobody looked at."""
    assert operations(house) == set(BODIES)


async def test_another_rep_s_call_looks_like_none(house: House) -> None:
    """The same status, the same bytes and the same headers as for a call that never was; and nothing changes."""
    async with street(house) as here:
        for operation in BODIES:
            nobody_s = await here.send(operation, str(new_call_id()).replace("call_", "rep_", "{rep_id}" in operation))
            theirs = (here.rep_id,) if "{rep_id}" in operation else (here.graded, here.running)
            for one in theirs:
                assert await here.send(operation, one) == nobody_s, operation
            assert 400 <= nobody_s[0] < 500, operation
            assert nobody_s[0] != 422, operation  # refused for its form, it would show nothing
        assert await here.is_untouched()


async def test_no_list_holds_another_s_calls(house: House) -> None:
    """Whatever is asked for besides."""
    async with street(house) as here:
        for query in ("", f"?rep_id={here.rep_id}", f"?rep={here.rep_id}", "?limit=1000"):
            answer = await here.stranger.get(f"/api/calls{query}")
            assert here.graded not in answer.text
            assert here.running not in answer.text
        mine = (await here.owner.http.get("/api/calls")).text
        assert here.graded in mine


@pytest.mark.slow
async def test_a_thousand_requests_in_any_order_open_nothing(house: House) -> None:
    """Guessed ids, ids of others, and what is nearly one, through every operation."""
    chance = random.Random(10)
    async with street(house) as here:
        known = (here.graded, here.running, here.rep_id)
        near = [one[:-1] + other for one, other in itertools.product(known, "0z")]
        for _ in range(REQUESTS):
            one = chance.choice((*known, *near, str(new_call_id()), "call_", "%00", "..%2f" + here.graded))
            status, text, _ = await here.send(chance.choice(list(BODIES)), one)
            assert 400 <= status < 500, text
            assert "Thank you for calling" not in text
        assert await here.is_untouched()
