"""Going on in another browser."""

import pytest
from fastapi.testclient import TestClient

from sparring.errors import NotYours
from sparring.web.browser_codes import CODE_LIFE_S, BrowserCodes
from tests.fakes.clock import FakeClock
from tests.web.conftest import LOG_IN, House


def test_a_code_gives_its_cookie_once_however_it_is_typed() -> None:
    """In small letters, with blanks; a second time it gives nothing."""
    codes = BrowserCodes(FakeClock())
    code = codes.issue("k" * 32)
    assert codes.redeem(f" {code[:4].lower()} {code[4:]}") == "k" * 32
    with pytest.raises(NotYours):
        codes.redeem(code)


def test_an_old_code_gives_nothing() -> None:
    """After ten minutes, and after a newer one of the same rep; another rep's stays."""
    clock = FakeClock()
    codes = BrowserCodes(clock)
    first, others = codes.issue("a" * 32), codes.issue("b" * 32)
    second = codes.issue("a" * 32)
    with pytest.raises(NotYours):
        codes.redeem(first)
    assert codes.redeem(others) == "b" * 32
    clock.advance(CODE_LIFE_S + 1)
    with pytest.raises(NotYours):
        codes.redeem(second)


def test_many_codes_are_not_kept_for_ever() -> None:
    """The oldest go first."""
    codes = BrowserCodes(FakeClock())
    first, *_, last = [codes.issue(f"{number:032d}") for number in range(1_001)]
    with pytest.raises(NotYours):
        codes.redeem(first)
    assert codes.redeem(last) == f"{1_000:032d}"


def test_a_rep_is_the_same_one_in_a_browser_where_their_code_was_typed(house: House) -> None:
    """Name and calls are there; the first browser goes on as before."""
    with house.client() as here, house.client() as there:
        me = here.get("/api/me").json()
        here.put("/api/me", json={"name": "Ann", "email": ""})
        there.get("/api/me")
        code = here.post("/api/me/code").json()["code"]
        answer = there.post("/api/me/browser", json={"code": code})
        assert "httponly" in answer.headers["set-cookie"].lower()
        assert answer.json()["name"] == "Ann"
        assert there.get("/api/me").json()["rep_id"] == me["rep_id"] == here.get("/api/me").json()["rep_id"]


def test_a_made_up_code_changes_nobody(rep: TestClient) -> None:
    """Nor does one that is no code at all."""
    before = rep.get("/api/me").json()["rep_id"]
    assert rep.post("/api/me/browser", json={"code": "AAAA2222"}).status_code == 404
    assert rep.post("/api/me/browser", json={"code": "x" * 200}).status_code == 422
    assert rep.get("/api/me").json()["rep_id"] == before


def test_whoever_signs_in_needs_no_code(house: House) -> None:
    """They are the same everywhere."""
    with house.client(log_in=LOG_IN) as client:
        assert client.post("/api/me/code", headers={"x-signed-in": "ann"}).status_code == 404
        assert client.post("/api/me/browser", json={"code": "AAAA2222"}).status_code == 404
