"""A moment taken again over HTTP: whose, from where, by what rules."""

from typing import Any

import httpx
import pytest

from sparring.call.replay import first_difference
from sparring.ids import CallId
from tests.fakes.calls import a_caller
from tests.web.conftest import Browser, House, served
from tests.web.practised import LINES, grade_it, practise


async def retake(browser: Browser, call_id: str, **changes: Any) -> httpx.Response:
    wish = {"turn": 4, "channel": "typed", "consent": True, **changes}
    return await browser.http.post(f"/api/calls/{call_id}/retakes", json=wish)


async def take_again(house: House, browser: Browser, started: dict[str, Any], lines: tuple[str, ...]) -> dict[str, Any]:
    """Join the fork, say something else, hang up; what the page was told when it joined."""
    async with browser.page(started["call_id"], started["ticket"]) as page:
        joined = await page.next_of("joined")
        await page.hold(lines)
    await house.wired.active_calls.tick()
    return joined


async def test_a_finished_call_is_taken_again_and_compared(house: House) -> None:
    """From the turn on it is another call; the report sets both side by side, and the parent knows of it."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        answer = await retake(browser, call_id)
        assert answer.status_code == 201
        started = answer.json()
        joined = await take_again(house, browser, started, ("How are you holding up in all this?", LINES[4]))
        assert (started["turn"], joined["fork_turn"], len(joined["turns"])) == (4, 4, 4)
        await grade_it(house, started["call_id"])
        report = (await browser.http.get(f"/api/calls/{started['call_id']}/report")).json()
        assert (report["attempt"], report["fork_of"], report["branch"]["turn"]) == ("private", call_id, 4)
        assert report["branch"]["after_turns"][0]["text"] == "How are you holding up in all this?"
        assert report["branch"]["before_turns"][0]["text"] == LINES[2]
        parent = (await browser.http.get(f"/api/calls/{call_id}/report")).json()
        assert [(one["call_id"], one["turn"]) for one in parent["retakes"]] == [(started["call_id"], 4)]
        listed = (await browser.http.get("/api/calls")).json()["calls"]
        assert {row["call_id"]: row["fork_of"] for row in listed} == {started["call_id"]: call_id, call_id: None}


async def test_a_running_call_is_forked_where_it_stands(house: House) -> None:
    """The first call goes on; the fork begins with what was said so far and replays exactly."""
    async with served(house) as browser, browser.call() as page:
        await page.send(type="pick_up")
        for line in LINES[:3]:
            await page.say(line)
        started = (await retake(browser, page.call_id, turn=2)).json()
        await take_again(house, browser, started, (LINES[3],))
        await page.say(LINES[3])
        fork = house.wired.active_calls._calls[CallId(started["call_id"])].session
        transcript = fork.opened
        assert (transcript.attempt.fork_of, transcript.attempt.fork_turn) == (page.call_id, 2)
        assert [turn.text for turn in fork.turns][2] == LINES[3]
        data = await house.store.get(
            f"transcripts/{transcript.started_at:%Y/%m/%d}/{fork.call_id}.json", max_bytes=10**6
        )
        assert data
        assert (
            first_difference(
                a_caller(), await house.wired.active_calls._calls[CallId(page.call_id)].session.transcript()
            )
            is None
        )


async def test_a_call_that_waits_for_its_grade_can_be_forked(house: House) -> None:
    """Written, not yet graded: the transcript is read from the store."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        assert (await retake(browser, call_id, turn=2)).status_code == 201


@pytest.mark.parametrize("kind", ["counted", "exam"])
async def test_nobody_tries_an_answer_on_a_copy_of_the_buyer_who_examines_them(house: House, kind: str) -> None:
    """A call that counts is not forked while it is on; once it is over, it is, and the fork is practice."""
    async with served(house) as browser, browser.call(attempt=kind) as page:
        await page.send(type="pick_up")
        await page.say(LINES[0])
        refused = await retake(browser, page.call_id, turn=0)
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "fork_refused")
        assert len(house.wired.active_calls._calls) == 1
        await page.send(type="hang_up")
        await page.next_of("ended")
        await house.wired.active_calls.tick()
        fork = (await retake(browser, page.call_id, turn=0)).json()
        attempt = house.wired.active_calls._calls[CallId(fork["call_id"])].session.opened.attempt
        assert (attempt.kind, attempt.fork_of) == ("private", page.call_id)


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"consent": False}, 403, "consent_missing"),
        ({"turn": 99}, 409, "fork_refused"),
        ({"turn": -1}, 422, "form_rejected"),
        ({"attempt": "counted"}, 422, "form_rejected"),
        ({"channel": "voice"}, 503, "no_room_for_call"),
    ],
)
async def test_the_rules_of_a_new_call_hold(house: House, changes: dict[str, Any], status: int, code: str) -> None:
    """Consent, a turn that is there, nothing smuggled in, and engines that are ready."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        answer = await retake(browser, call_id, **changes)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


async def test_nobody_elses_call_can_be_taken_again(house: House) -> None:
    """It answers as if the call did not exist, running or graded."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        running = (await browser.start())["call_id"]
        browser.http.cookies.clear()
        await browser.http.get("/api/me")
        for other in (call_id, running, "call_00000000000000000000"):
            assert (await retake(browser, other)).status_code == 404


async def test_a_fork_of_a_deleted_call_stands_alone(house: House) -> None:
    """Its report says that it is a retake and compares nothing."""
    async with served(house) as browser:
        call_id = await practise(house, browser)
        await grade_it(house, call_id)
        started = (await retake(browser, call_id)).json()
        await take_again(house, browser, started, LINES[2:])
        await grade_it(house, started["call_id"])
        await browser.http.delete(f"/api/calls/{call_id}")
        report = (await browser.http.get(f"/api/calls/{started['call_id']}/report")).json()
        assert (report["fork_of"], report["branch"]) == (call_id, None)
