"""Who may see a team's figures."""

import pytest

from sparring.web.managers import COOKIE, SIGNED_IN_S
from tests.web.conftest import House

KEY = "a-key-that-nobody-guesses"


def test_whoever_sits_at_a_machine_of_their_own_needs_no_key(house: House) -> None:
    """Nobody else can reach it."""
    assert house.client(alone=True).get("/api/team").status_code == 200


def test_without_a_key_the_figures_are_closed_to_a_network(house: House) -> None:
    """The sentence says which setting opens them, and no key does."""
    client = house.client()
    answer = client.get("/api/team")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "managers_only")
    assert "SPARRING_MANAGER_KEY" in answer.json()["error"]["sentence"]
    assert client.post("/api/team/sign-in", json={"key": KEY}).status_code == 401


@pytest.mark.parametrize("alone", [True, False])
def test_a_key_that_is_set_is_asked_for(house: House, *, alone: bool) -> None:
    """Also on a machine of one's own; the right one opens every page for half a day."""
    client = house.client(manager_key=KEY, alone=alone)
    assert client.get("/api/team").status_code == 401
    assert client.post("/api/team/sign-in", json={"key": KEY + "x"}).status_code == 401
    assert client.post("/api/team/sign-in", json={"key": KEY}).status_code == 204
    for path in ("/api/team", "/api/team/network"):
        assert client.get(path).status_code == 200
    house.clock.advance(SIGNED_IN_S)
    assert client.get("/api/team").status_code == 401


@pytest.mark.parametrize(
    "forged",
    ["", ".", "99999999999.", "99999999999." + "0" * 64, "x." + "0" * 64, "1" * 400 + "." + "0" * 64, "²." + "0" * 64],
)
def test_a_cookie_is_made_by_the_key_alone(house: House, forged: str) -> None:
    """A made-up one opens nothing and breaks nothing."""
    client = house.client(manager_key=KEY)
    answer = client.get("/api/team", headers={"cookie": f"{COOKIE}={forged}".encode()})  # type: ignore[arg-type]
    assert answer.status_code == 401


def test_the_cookie_of_one_key_is_nothing_to_another(house: House) -> None:
    """Changing the key signs everybody out, and the cookie holds neither key nor name."""
    client = house.client(manager_key=KEY)
    client.post("/api/team/sign-in", json={"key": KEY})
    cookie = client.cookies[COOKIE]
    assert KEY not in cookie
    other = house.client(manager_key=KEY + "2")
    assert other.get("/api/team", headers={"cookie": f"{COOKIE}={cookie}"}).status_code == 401


def test_the_rep_cookie_is_no_key(house: House) -> None:
    """A rep who opens the team page is asked like everybody."""
    client = house.client(manager_key=KEY)
    client.get("/api/me")
    assert client.get("/api/team").status_code == 401
