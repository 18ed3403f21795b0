"""A rep's own list of calls."""

from tests.web.conftest import House, served
from tests.web.practised import grade_it, practise


async def test_a_call_under_way_stands_above_those_with_a_grade(house: House) -> None:
    """Each once, by the buyer's name; a grade only where there is one."""
    async with served(house) as browser:
        graded = await practise(house, browser)
        await grade_it(house, graded)
        running = (await browser.start())["call_id"]
        rows = (await browser.http.get("/api/calls")).json()["calls"]
        assert [(row["call_id"], row["state"]) for row in rows] == [(running, "ringing"), (graded, "graded")]
        assert {row["persona_name"] for row in rows} == {house.wired.personas[rows[0]["persona_id"]].name}
        assert rows[0]["score"] is None
        assert rows[1]["score"] is not None
