"""A rep's appeals over HTTP, and what becomes of them."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sparring.grade.human.override import calibrations_of
from sparring.ids import CallId
from tests.web.conftest import Browser, House, served
from tests.web.practised import grade_it, practise
from tests.web.test_overrides import coach, form, items

WHY = "I asked about falls in my third question."
STANDS = {"reason": "That was about his diet.", "by": "Ann"}


@dataclass
class Graded:
    """A rep's browser, a coach's, and a graded call that the rep opened to managers."""

    house: House
    rep: Browser
    coach: TestClient
    call_id: str

    async def say(self, **changes: Any) -> Any:
        """The rep sees `safety` otherwise."""
        return await self.rep.http.post(f"/api/calls/{self.call_id}/appeals", json=self.wish(**changes))

    def wish(self, **changes: Any) -> dict[str, Any]:
        return {"criterion": "safety", "why": WHY} | changes

    def stands(self) -> Any:
        """The coach leaves it as it is."""
        return self.coach.post(f"/api/team/calls/{self.call_id}/appeals/safety/stands", json=STANDS)

    def waiting(self) -> Any:
        return self.coach.get("/api/team/appeals").json()

    async def report(self) -> dict[str, Any]:
        shown: dict[str, Any] = (await self.rep.http.get(f"/api/calls/{self.call_id}/report")).json()
        return shown


@asynccontextmanager
async def graded(house: House, *, shared: bool = True) -> AsyncIterator[Graded]:
    """Built anew for each test."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        await house.results.share(CallId(call_id), shared=shared)
        yield Graded(house, browser, coach(house), call_id)


async def test_an_appeal_waits_on_the_team_s_page_and_moves_no_grade(house: House) -> None:
    """Whose, of which call, on what, where it was said and why; the report shows it beside the grade as it was."""
    async with graded(house) as here:
        before = await here.report()
        assert (await here.say()).status_code == 201
        after, (row,) = await here.report(), here.waiting()
    me = (items(after)["safety"]["appeal"], row["call_id"], row["criterion"], row["why"])
    assert me[1:] == (here.call_id, "safety", WHY)
    assert (me[0]["why"], me[0]["answer"]) == (WHY, None)
    assert row["title"] == items(after)["safety"]["title"]
    assert row["turn"] == items(before)["safety"]["evidence"][0]["turn"]
    items(after)["safety"]["appeal"] = None
    assert after == before


async def test_a_coach_lets_it_stand_and_the_rep_reads_why(house: House) -> None:
    """Nothing waits any more, no second score appears, and nothing reaches calibration."""
    async with graded(house) as here:
        await here.say()
        assert here.stands().status_code == 201
        shown = await here.report()
        assert here.waiting() == []
    answer = items(shown)["safety"]["appeal"]["answer"]
    assert (answer["outcome"], answer["reason"], answer["by"]) == ("stands", STANDS["reason"], "Ann")
    assert shown["coach_score"] is None
    assert list(calibrations_of(await house.results.overrides())) == []


async def test_an_override_is_an_answer(house: House) -> None:
    """The level beside the grade and the answer to the rep are one act."""
    async with graded(house) as here:
        await here.say()
        answer = here.coach.post(f"/api/team/calls/{here.call_id}/overrides", json=form())
        shown = await here.report()
        assert (answer.status_code, here.waiting()) == (201, [])
    safety = items(shown)["safety"]
    assert (safety["appeal"]["answer"]["outcome"], safety["override"]["level"]) == ("overridden", "absent")
    assert len(list(calibrations_of(await house.results.overrides()))) == 1


async def test_a_rep_s_list_says_which_call_was_answered(house: House) -> None:
    """The newest answer and the criterion it is about; nothing while nobody has answered."""
    async with graded(house) as here:

        async def listed() -> Any:
            (row,) = (await here.rep.http.get("/api/calls")).json()["calls"]
            return row["answered"]

        await here.say()
        await here.say(criterion="names_the_feeling")
        assert await listed() is None
        here.stands()
        first, at = await listed(), house.clock.now().isoformat()
        house.clock.advance(60)
        wish = form(criterion="names_the_feeling", level="clear")
        assert here.coach.post(f"/api/team/calls/{here.call_id}/overrides", json=wish).status_code == 201
        second = await listed()
    assert first == {"criterion": "safety", "at": at, "to": "appeal"}
    assert second == {"criterion": "names_the_feeling", "at": house.clock.now().isoformat(), "to": "appeal"}


async def test_what_nobody_would_read_is_not_taken(house: House) -> None:
    """Private practice is opened to a manager first; closed again, it is on no list and nobody answers it."""
    async with graded(house, shared=False) as here:
        refused = await here.say()
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "appeal_refused")
        await house.results.share(CallId(here.call_id), shared=True)
        await here.say()
        await house.results.share(CallId(here.call_id), shared=False)
        assert here.waiting() == []
        assert here.stands().status_code == 404


async def test_it_is_said_once_and_answered_once(house: House) -> None:
    """Also after the answer: the next word is said in person."""
    async with graded(house) as here:
        assert [(await here.say()).status_code for _ in range(2)] == [201, 409]
        assert [here.stands().status_code for _ in range(2)] == [201, 409]
        assert (await here.say()).status_code == 409


async def test_a_rep_takes_back_what_nobody_answered(house: House) -> None:
    """Then it is as if it had not been said; what was answered stays."""
    async with graded(house) as here:
        path = f"/api/calls/{here.call_id}/appeals/safety"
        await here.say()
        assert (await here.rep.http.delete(path)).status_code == 204
        assert (here.waiting(), items(await here.report())["safety"]["appeal"]) == ([], None)
        await here.say()
        here.stands()
        assert (await here.rep.http.delete(path)).status_code == 409
        assert items(await here.report())["safety"]["appeal"]["answer"]


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        ({"why": "x" * 301}, (422, "form_rejected")),
        ({"why": "no"}, (422, "form_rejected")),
        ({"why": "one\nand two"}, (422, "form_rejected")),
        ({"level": "clear"}, (422, "form_rejected")),
        ({"criterion": "charm"}, (409, "appeal_refused")),
    ],
)
async def test_a_wish_that_cannot_be_kept_is_a_sentence(
    house: House, wish: dict[str, Any], refusal: tuple[int, str]
) -> None:
    """And nothing is kept."""
    async with graded(house) as here:
        answer = await here.say(**wish)
        assert (answer.status_code, answer.json()["error"]["code"]) == refusal
        assert house.results.appeals == {}


async def test_a_rep_is_no_coach_of_their_own_call(house: House) -> None:
    """Where managers have a key, whoever has none answers nothing and sees no list; a manager is no rep either."""
    async with graded(house) as here:
        await here.say()
        answer = await here.rep.http.post(f"/api/team/calls/{here.call_id}/appeals/safety/stands", json=STANDS)
        listed = await here.rep.http.get("/api/team/appeals")
        assert [answer.status_code, listed.status_code] == [401, 401]
        here.coach.get("/api/me")
        foreign = here.coach.post(f"/api/calls/{here.call_id}/appeals", json=here.wish(criterion="empathy"))
        assert (foreign.status_code, foreign.json()["error"]["code"]) == (404, "not_found")


async def test_another_site_cannot_make_a_browser_say_it(house: House) -> None:
    """As with everything else that changes something."""
    async with graded(house) as here:
        path = f"/api/calls/{here.call_id}/appeals"
        answer = await here.rep.http.post(path, json=here.wish(), headers={"origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign_origin")


async def test_nobody_s_words_reach_the_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a rep's nor a coach's, taken or refused."""
    caplog.set_level(logging.DEBUG)
    async with graded(house) as here:
        await here.say()
        await here.say()
        here.stands()
        here.stands()
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("sparring")]
    assert not any(WHY in line or STANDS["reason"] in line for line in ours)


async def test_a_deleted_call_takes_its_appeals_along(house: House) -> None:
    """The rep's words are gone with it, from the coach's list as well."""
    async with graded(house) as here:
        await here.say()
        assert (await here.rep.http.delete(f"/api/calls/{here.call_id}")).status_code == 204
        assert (here.waiting(), house.results.appeals) == ([], {})
