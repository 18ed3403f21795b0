"""Calls held elsewhere, over HTTP."""

import logging
from typing import Any, Literal

import pytest
from fastapi.testclient import TestClient

from sparring.documents import digest_of
from sparring.errors import NotYours
from sparring.grade.rules.grader import GRADER, grade
from sparring.grade.uploads.intake import UPLOADS_PER_HOUR
from sparring.ids import RepId, parse_call_id
from sparring.report.document import Report
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import MAX_TRANSCRIPT_BYTES, Attempt, Transcript, parse_transcript
from tests.cli.process import GOOD
from tests.contracts.test_analysis import graded, keep
from tests.fakes.documents import OTHER_REP_ID, REP_ID, call_id
from tests.web.conftest import House
from tests.web.test_team import manager

__all__ = ["manager"]

NAMED = GOOD.replace("Rep:", "Dana Whitfield:").replace("Buyer:", "Laura Bennett:")


def wish(**changes: Any) -> dict[str, Any]:
    return {"text": GOOD, "rubric_id": "inside_sales", "consent": True, **changes}


async def grade_upload(house: House, call_id_: str) -> tuple[Transcript, Scorecard]:
    """Brain 2 does its part."""
    call = await house.results.get_call(parse_call_id(call_id_))
    assert call
    data = await house.store.get(call.object_name, max_bytes=MAX_TRANSCRIPT_BYTES)
    transcript, rubric = parse_transcript(data, source="upload"), find_rubric(call.rubric_id)
    card = grade(transcript, rubric, transcript_digest=digest_of(data), graded_at=transcript.started_at, grader=GRADER)
    assert await house.results.save(card, None)
    return transcript, card


def test_a_text_is_read_before_it_is_handed_in(rep: TestClient) -> None:
    """Who speaks, how often and what first; nothing is kept of it."""
    answer = rep.post("/api/uploads/reading", json={"text": NAMED}).json()
    assert (answer["form"], answer["turns"], answer["rep_by_label"]) == ("text", 10, None)
    assert [(one["name"], one["turns"]) for one in answer["speakers"]] == [("Dana Whitfield", 5), ("Laura Bennett", 5)]
    assert rep.get("/api/calls").json()["calls"] == []


def test_whom_the_labels_say_to_be_the_rep_is_told_with_the_label(rep: TestClient) -> None:
    """So that whoever hands it in can see it, and say otherwise."""
    named = NAMED.replace("Laura Bennett:", "Customer:")
    answer = rep.post("/api/uploads/reading", json={"text": named}).json()
    assert answer["rep_by_label"] == {"name": "Dana Whitfield", "label": "Customer"}
    assert rep.post("/api/uploads", json=wish(text=named, rep_speaker="Customer")).status_code == 201


async def test_an_uploaded_call_is_followed_and_reported_like_any(house: House, rep: TestClient) -> None:
    """It is on the list at once, waits for its coach, and its report says that it was uploaded."""
    made = rep.post("/api/uploads", json=wish(text=NAMED, rep_speaker="Dana Whitfield"))
    assert made.status_code == 201
    name = made.json()["call_id"]
    waiting = rep.get(f"/api/calls/{name}").json()
    assert (waiting["state"], waiting["steps"][0]) == (
        "grading",
        {"id": "written", "state": "done", "sentence": "Your call is written down"},
    )
    transcript, _ = await grade_upload(house, name)
    assert [turn.speaker.value for turn in transcript.turns] == ["rep", "buyer"] * 5
    (row,) = rep.get("/api/calls").json()["calls"]
    assert (row["uploaded_by"], row["persona_name"], row["attempt"]) == ("rep", "Uploaded call", "private")
    report = Report.model_validate_json(rep.get(f"/api/calls/{name}/report").text)
    assert report.upload
    assert (report.upload.by, report.persona.name, report.practice) == ("rep", "Buyer", None)


async def test_it_counts_in_no_figure(house: House, manager: TestClient) -> None:
    """Neither a rep's nor a manager's upload moves a mean or stands among the calls that count."""
    before = manager.get("/api/team").json()
    made = manager.post(f"/api/team/reps/{REP_ID}/uploads", json=wish()).json()
    await grade_upload(house, made["call_id"])
    assert manager.get("/api/team").json() == before


async def test_a_manager_hands_in_for_a_rep_of_the_team(house: House, manager: TestClient) -> None:
    """Manager and rep read the report; the manager's shows beside it only practice that counts."""
    made = manager.post(f"/api/team/reps/{REP_ID}/uploads", json=wish())
    assert made.status_code == 201
    name = made.json()["call_id"]
    assert manager.get(f"/api/team/calls/{name}").json()["state"] == "grading"
    _, card = await grade_upload(house, name)
    await keep(house.results, alike(card, 7, kind="private"))
    await keep(house.results, alike(card, 8, kind="counted"))
    shown = manager.get(f"/api/team/calls/{name}/report").json()
    assert (shown["upload"]["by"], shown["practice"]["latest"]["call_id"]) == ("manager", call_id(8))
    assert call_id(7) not in manager.get(f"/api/team/calls/{name}/report").text
    page = manager.get(f"/api/team/reps/{REP_ID}").json()
    assert [one["call_id"] for one in page["uploads"]] == [name]
    manager.cookies.set("sparring_rep", REP_ID)
    own = manager.get(f"/api/calls/{name}/report").json()["practice"]
    assert own["best"]["call_id"] == call_id(7)


def alike(card: Scorecard, number: int, *, kind: Literal["private", "counted"]) -> tuple[Any, Scorecard]:
    """A practice call with the same rubric and criteria."""
    call, made = graded(number, rep_id=REP_ID, kind=kind, score=99.0 if kind == "private" else 60.0)
    return call, made.model_copy(
        update={"rubric": card.rubric, "criteria": card.criteria, "attempt": Attempt(kind=kind)}
    )


async def test_a_reps_own_upload_is_nobody_elses(house: House, rep: TestClient, manager: TestClient) -> None:
    """A manager reads it when its rep shares it, and not before."""
    name = rep.post("/api/uploads", json=wish()).json()["call_id"]
    await grade_upload(house, name)
    for path in (f"/api/team/calls/{name}", f"/api/team/calls/{name}/report"):
        assert manager.get(path).status_code == 404
    with house.client() as other:
        other.get("/api/me")
        assert other.get(f"/api/calls/{name}").status_code == 404


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"consent": False}, 403, "consent_missing"),
        ({"rubric_id": "nothing"}, 404, NotYours.code),
        ({"text": "hello"}, 422, "upload_rejected"),
        ({"text": NAMED}, 422, "upload_rejected"),
        ({"rep_speaker": "Carl"}, 422, "upload_rejected"),
        ({"text": "Rep: " + "a" * (MAX_TRANSCRIPT_BYTES + 1)}, 422, "form_rejected"),
        ({"text": "é" * MAX_TRANSCRIPT_BYTES}, 413, "too_large"),
        ({"attempt": "exam"}, 422, "form_rejected"),
    ],
)
def test_what_cannot_be_used_leaves_nothing_behind(
    house: House, rep: TestClient, changes: dict[str, Any], status: int, code: str
) -> None:
    """One sentence says why; there is no object and no record."""
    answer = rep.post("/api/uploads", json=wish(**changes))
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert house.store.objects == {}
    assert rep.get("/api/calls").json()["calls"] == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"text": "{"},
            "This text cannot be read: not JSON: Expecting property name enclosed in double quotes at line 1.",
        ),
        ({"held_on": "2999-01-01"}, "The day of the call is a day that has not come yet."),
        ({"rep_speaker": "Carl"}, "The name of the rep names nobody who speaks in it."),
    ],
)
def test_a_refusal_is_a_sentence_to_whoever_is_in_front_of_the_page(
    rep: TestClient, changes: dict[str, Any], sentence: str
) -> None:
    """Not the name of a field and a reason."""
    assert rep.post("/api/uploads", json=wish(**changes)).json()["error"]["sentence"] == sentence


def test_the_refusal_names_the_line(rep: TestClient) -> None:
    """Somebody can mend the file."""
    answer = rep.post("/api/uploads/reading", json={"text": "Rep: Hello.\nand more"}).json()
    assert answer["error"]["sentence"].startswith("Line 2 does not begin with")


def test_nobody_is_named_in_a_log(rep: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Neither names nor numbers of the text, whether it is taken or refused."""
    with caplog.at_level(logging.DEBUG):
        rep.post("/api/uploads", json=wish(text=NAMED, rep_speaker="Dana Whitfield"))
        rep.post("/api/uploads", json=wish(text=NAMED))
        rep.post("/api/uploads", json=wish(text="Dana Whitfield 555 0142"))
    assert not [word for word in ("Whitfield", "Bennett", "0142", "five five") if word in caplog.text]


@pytest.mark.parametrize("rep_id", [RepId("rep_" + "7" * 20), "rep_x"])
def test_only_reps_of_the_team_are_handed_something(manager: TestClient, rep_id: str) -> None:
    """Another team's rep is nobody."""
    assert manager.post(f"/api/team/reps/{rep_id}/uploads", json=wish()).status_code in (404, 422)


def test_a_closed_team_takes_nothing(house: House, rep: TestClient) -> None:
    """Without the manager's key nobody hands anything in for others."""
    assert rep.post(f"/api/team/reps/{OTHER_REP_ID}/uploads", json=wish()).status_code == 401


async def test_the_day_of_the_call_stands_in_its_report(house: House, rep: TestClient) -> None:
    """As it was given, beside the practice it is compared with."""
    made = rep.post("/api/uploads", json=wish(held_on="2026-01-02")).json()
    await grade_upload(house, made["call_id"])
    report = Report.model_validate_json(rep.get(f"/api/calls/{made['call_id']}/report").text)
    assert report.upload
    assert str(report.upload.held_on) == "2026-01-02"


@pytest.mark.parametrize("day", ["2126-01-02", "2026-13-01", "yesterday", "02/01/2026", ""])
def test_a_day_that_cannot_be_is_refused(rep: TestClient, day: str) -> None:
    """Not to come, and a day at all."""
    refused = rep.post("/api/uploads", json=wish(held_on=day))
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "upload_rejected")
    assert rep.get("/api/calls").json()["calls"] == []


def test_one_upload_too_many_is_told_when_to_come_back(rep: TestClient) -> None:
    """The one documented error, with `Retry-After` in whole seconds."""
    for _ in range(UPLOADS_PER_HOUR):
        assert rep.post("/api/uploads", json=wish()).status_code == 201
    refused = rep.post("/api/uploads", json=wish())
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too_many_uploads")
    assert 0 < int(refused.headers["retry-after"]) <= 3_600
