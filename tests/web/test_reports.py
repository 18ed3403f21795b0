"""The report of a call over HTTP."""

from sparring.ids import CallId
from sparring.transcript import object_name
from tests.web.conftest import House, served
from tests.web.practised import grade_it, practise


async def test_a_report_shows_what_earned_each_fact(house: House) -> None:
    """The rep's own words, linked to their turn."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        report = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
        earned = [fact for fact in report["facts"] if fact["earned"]]
        assert earned
        for fact in earned:
            assert fact["earned_by"]["quote"] in report["turns"][fact["earned_by"]["turn"]]["text"]


async def test_a_transcript_that_was_changed_has_no_report(house: House) -> None:
    """The grade is of exactly the bytes that were graded."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        name = object_name(house.wired.active_calls._calls[CallId(call_id)].session.opened)
        house.store.objects[name] = house.store.objects[name].replace(b"Dana", b"Dane")
        answer = await browser.http.get(f"/api/calls/{call_id}/report")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "transcript_rejected")
