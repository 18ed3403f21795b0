"""Calls over HTTP, from the wish to the report and to oblivion."""

from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sparring.adapters.store.memory import MemoryStore
from sparring.documents import digest_of
from sparring.errors import StoreUnavailable
from sparring.grade.rules.grader import GRADER, grade
from sparring.ids import CallId
from sparring.rubric import find_rubric
from sparring.transcript import object_name, parse_transcript
from tests.fakes.documents import a_call_record
from tests.web.conftest import Browser, House, form, served

LINES = (
    "Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?",
    "That sounds like a lot. May I ask your name and a number in case we get cut off?",
    "What happened that brought your father to the hospital?",
    "Who is with him at the house during the day and at night?",
    "What will he need help with, washing, getting dressed, meals?",
)


async def practise(house: House, browser: Browser) -> str:
    """A typed call that is over and written; its id."""
    return await practise_more(house, browser)


async def practise_more(house: House, browser: Browser, **wish: Any) -> str:
    """The same, as the form says."""
    async with browser.call(**wish) as page:
        await page.hold(LINES)
    await house.wired.active_calls.tick()
    return page.call_id


async def grade_it(house: House, call_id: str) -> None:
    """Brain 2 does its part."""
    call = house.wired.active_calls._calls[CallId(call_id)]
    name = object_name(call.session.opened)
    data = await house.store.get(name, max_bytes=1_000_000)
    transcript = parse_transcript(data, source=name)
    await house.results.begin(a_call_record(transcript))
    rubric = find_rubric("inside_sales")
    digest, at = digest_of(data), transcript.started_at
    card = grade(transcript, rubric, transcript_digest=digest, graded_at=at, grader=GRADER)
    assert await house.results.save(card, None)


def test_no_call_without_consent(rep: TestClient) -> None:
    """Neither false nor missing consent starts anything."""
    for wish in (form(consent=False), {key: value for key, value in form().items() if key != "consent"}):
        answer = rep.post("/api/calls", json=wish)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "consent_missing")


def test_an_unknown_buyer_is_a_sentence(rep: TestClient) -> None:
    """The page can show it as it is."""
    answer = rep.post("/api/calls", json=form(persona_id="nobody"))
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "persona_unknown")


def test_a_spoken_call_waits_for_speech_with_a_retry_time(rep: TestClient) -> None:
    """503 with Retry-After while the engines load."""
    answer = rep.post("/api/calls", json=form(channel="voice"))
    assert answer.status_code == 503
    assert answer.headers["retry-after"]


def test_a_form_with_a_surprise_is_refused(rep: TestClient) -> None:
    """Unknown fields and wrong types name the field."""
    for wish, field in ((form(extra=1), "extra"), (form(seed="7"), "seed"), (form(difficulty="brutal"), "difficulty")):
        answer = rep.post("/api/calls", json=wish)
        assert answer.status_code == 422
        assert field in answer.json()["error"]["sentence"]


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


def test_lines_run_out_with_a_sentence(rep: TestClient) -> None:
    """The fourth call of three is refused and says when to come back."""
    answers = [rep.post("/api/calls", json=form()) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 503]
    assert answers[-1].json()["error"]["code"] == "no_room_for_call"


def test_bye_counts_only_with_the_pages_own_ticket(rep: TestClient) -> None:
    """A beacon with a made-up ticket changes nothing."""
    call_id = rep.post("/api/calls", json=form()).json()["call_id"]
    assert rep.post(f"/api/calls/{call_id}/bye", content="made-up").status_code == 401


async def test_an_exam_has_the_same_seed_for_everybody(house: House) -> None:
    """Two reps, one exam: nothing of it is drawn or chosen; its criteria are those of its beginning."""
    openings = []
    for _ in range(2):
        async with served(house) as browser:
            call_id = (await browser.start(attempt="exam"))["call_id"]
            openings.append(house.wired.active_calls._calls[CallId(call_id)].session.opened)
    first, second = openings
    assert (first.seed, first.attempt.kind) == (second.seed, "exam")
    assert first.rep_id != second.rep_id
    assert first.rubric == find_rubric("inside_sales").ref


def test_only_practice_chooses_its_seed(rep: TestClient) -> None:
    """Whoever is graded for the record does not pick the buyer's dice."""
    for attempt in ("counted", "exam"):
        answer = rep.post("/api/calls", json=form(attempt=attempt, seed=7))
        assert answer.status_code == 422
        assert "seed" in answer.json()["error"]["sentence"]


async def test_an_attempt_that_counts_has_no_hints(house: House) -> None:
    """And says so instead of running out of them."""
    async with served(house) as browser:
        started = await browser.start(attempt="exam")
        async with browser.page(started["call_id"], started["ticket"]) as page:
            await page.next_of("joined")
            await page.send(type="hint")
            assert (await page.next_of("hint"))["text"] == "There are no hints in an attempt that counts."
