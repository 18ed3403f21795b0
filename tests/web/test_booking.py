"""A call is asked for over HTTP, and booked or refused."""

from fastapi.testclient import TestClient

from sparring.ids import CallId
from sparring.rubric import find_rubric
from tests.web.conftest import House, form, served


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


def test_lines_run_out_with_a_sentence(rep: TestClient) -> None:
    """The fourth call of three is refused and says when to come back."""
    answers = [rep.post("/api/calls", json=form()) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 503]
    assert answers[-1].json()["error"]["code"] == "no_room_for_call"


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
