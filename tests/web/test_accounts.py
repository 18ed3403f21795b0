"""Who asks."""

import pytest
from fastapi.testclient import TestClient

from tests.fakes.documents import REP_ID
from tests.web.conftest import LOG_IN, House


def test_the_first_visit_makes_an_account_that_scripts_cannot_read(house: House) -> None:
    """The cookie is HttpOnly and SameSite=Strict, and a second visit is the same rep."""
    with house.client() as client:
        first = client.get("/api/me")
        assert "httponly" in first.headers["set-cookie"].lower()
        assert "samesite=strict" in first.headers["set-cookie"].lower()
        assert client.get("/api/me").json()["rep_id"] == first.json()["rep_id"]
        assert first.json()["signed_in"] is False


def test_name_and_address_are_kept(rep: TestClient) -> None:
    """What was put is what is got."""
    rep.put("/api/me", json={"name": "Dana Reyes", "email": "dana@example.org"})
    assert rep.get("/api/me").json()["email"] == "dana@example.org"


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Dana", "not an address"),
        ("Dana", "a@b\r\nBcc: c@d"),
        ("Dana", "a@b,c@d"),
        ("<img src=x>", "a@b.org"),
        ("Da\nna", "a@b.org"),
        ("x" * 81, ""),
    ],
)
def test_a_name_or_address_that_could_do_harm_is_refused(rep: TestClient, name: str, email: str) -> None:
    """One recipient, no header lines, no markup."""
    assert rep.put("/api/me", json={"name": name, "email": email}).status_code == 422


def test_a_made_up_cookie_is_nobody(house: House) -> None:
    """A cookie that is not an id of ours reads nothing."""
    with house.client() as client:
        for cookie in ("rep_../../etc", "", "x" * 5_000, "rep_" + "A" * 20):
            client.cookies.set("sparring_rep", cookie)
            assert client.get("/api/calls").status_code == 404


def test_a_reps_id_opens_nothing(house: House) -> None:
    """Managers are told ids, in links and exports; the cookie holds a key, and the id follows from it."""
    with house.client() as rep, house.client() as nosy:
        rep_id = rep.get("/api/me").json()["rep_id"]
        assert rep_id not in rep.cookies["sparring_rep"]
        nosy.cookies.set("sparring_rep", rep_id)
        assert nosy.get("/api/calls").status_code == 404


def test_a_rep_from_before_there_were_keys_stays_who_they_are(house: House) -> None:
    """Their cookie holds the id itself."""
    with house.client() as client:
        client.cookies.set("sparring_rep", REP_ID, domain="testserver.local", path="/")
        assert client.get("/api/me").json()["rep_id"] == REP_ID
        assert client.get("/api/calls").status_code == 200


def test_whoever_is_signed_in_is_one_rep_in_every_browser(house: House) -> None:
    """By the header that a log-in before us sets; another person is another rep, and the cookie says nothing."""
    with house.client(log_in=LOG_IN) as here, house.client(log_in=LOG_IN) as there:
        ann, bob = {"x-signed-in": "ann"}, {"x-signed-in": "bob"}
        first = here.get("/api/me", headers=ann)
        assert "set-cookie" not in first.headers
        assert first.json()["signed_in"] is True
        there.cookies.set("sparring_rep", "rep_" + "b" * 20)
        assert there.get("/api/me", headers=ann).json()["rep_id"] == first.json()["rep_id"]
        assert there.get("/api/me", headers=bob).json()["rep_id"] != first.json()["rep_id"]


def test_nobody_is_a_rep_where_the_log_in_names_nobody(house: House) -> None:
    """A cookie from before the log-in opens nothing."""
    with house.client(log_in=LOG_IN) as client:
        client.cookies.set("sparring_rep", "rep_" + "b" * 20)
        for path in ("/api/me", "/api/calls"):
            assert client.get(path).status_code == 404
            assert client.get(path, headers={"x-signed-in": " "}).status_code == 404
