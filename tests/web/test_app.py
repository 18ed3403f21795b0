"""The application's outer shell."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sparring.web.services import Health
from tests.web.conftest import House, form


def test_every_answer_carries_the_security_headers(rep: TestClient) -> None:
    """Pages and API alike; API answers are not cached."""
    for path in ("/", "/api/me", "/api/nothing"):
        headers = rep.get(path).headers
        assert "script-src 'self' 'sha256-" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert rep.get("/api/me").headers["cache-control"] == "no-store"


def test_pages_and_lists_travel_compressed(rep: TestClient) -> None:
    """To whoever takes it, at less than half; a short answer stays as it is, and what arrives is the same."""
    for path in ("/go.js", "/api/personas"):
        packed, plain = rep.get(path), rep.get(path, headers={"accept-encoding": "identity"})
        assert (packed.headers["content-encoding"], packed.content) == ("gzip", plain.content)
        assert "content-encoding" not in plain.headers
        assert packed.num_bytes_downloaded < len(plain.content) / 2
        assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in rep.get("/api/engines").headers


def test_a_request_from_another_site_changes_nothing(house: House, rep: TestClient) -> None:
    """A foreign origin may not post, put or delete."""
    for origin in ("https://evil.example", "null"):
        answer = rep.post("/api/calls", json=form(), headers={"origin": origin})
        assert answer.status_code == 403
    assert rep.get("/api/calls").json() == {"calls": []}


def test_another_name_for_this_machine_is_refused(rep: TestClient) -> None:
    """A rebinding page finds no Sparring under its own name."""
    assert rep.get("/api/me", headers={"host": "evil.example"}).status_code == 400


def test_a_large_body_is_refused_before_it_is_read(rep: TestClient) -> None:
    """413 with a sentence."""
    answer = rep.post("/api/calls", content=b"x" * 200_000)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize("length", ["-1", "abc", "1e9"])
def test_a_length_that_is_no_number_is_refused(rep: TestClient, length: str) -> None:
    """A header cannot crash the door."""
    assert rep.post("/api/calls", content=b"{}", headers={"content-length": length}).status_code == 411


def test_a_body_without_a_length_is_not_read(rep: TestClient) -> None:
    """A stream without end cannot fill the memory."""
    answer = rep.post("/api/calls", content=iter([b"{}"]))
    assert answer.json()["error"]["code"] == "length_required"


def test_errors_have_one_shape(rep: TestClient) -> None:
    """A code and a sentence, also for what is not there."""
    for answer in (
        rep.get("/api/calls/nonsense"),
        rep.post("/api/calls", content=b"{"),
        rep.post("/api/calls", content=b'{"persona_id": "\xff"}', headers={"content-type": "application/json"}),
        rep.get("/api/calls/%00"),
        rep.patch("/api/calls"),
        rep.post("/api/nothing"),
        rep.get("/api/nothing"),
        rep.get("/api/calls/"),
    ):
        error = answer.json()["error"]
        assert set(error) == {"code", "sentence"}
        assert error["sentence"]


def test_no_schema_of_the_surface_is_published(rep: TestClient) -> None:
    """Neither docs nor a machine-readable list."""
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert rep.get(path).status_code == 404


def test_health_is_ok_while_calls_are_carried_well(rep: TestClient) -> None:
    """200 with the figures behind it."""
    answer = rep.get("/api/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "loop_lag_ms": 1, "loop_worst_ms": 4}


def test_health_degrades_with_the_loop(house: House) -> None:
    """503 and when to ask again: whoever spreads calls sends the next one elsewhere."""
    late = replace(house.wired, health=lambda: Health("degraded", loop_lag_ms=90, loop_worst_ms=310))
    house.app.state.services = late
    answer = house.client().get("/api/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "degraded")
    assert answer.headers["retry-after"] == "10"
