"""Whose word it is who is signed in."""

import logging

import pytest

from sparring.config.values import NETWORKS
from sparring.web.log_in import LogIn
from tests.web.conftest import LOG_IN, House

ANN = {"x-signed-in": "ann"}


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_believed_however_it_writes_itself(house: House, address: str) -> None:
    """A server that listens for IPv6 sees the other address mapped."""
    with house.client_at(address, log_in=LOG_IN) as client:
        assert client.get("/api/me", headers=ANN).status_code == 200


@pytest.mark.parametrize("address", ["10.0.0.5", "::ffff:10.0.0.5", "2001:db8::1", "testclient", ""])
def test_whoever_is_connected_past_the_log_in_is_nobody(house: House, address: str) -> None:
    """Also without an address, as over a socket of the file system; and the sentence tells the operator what to set."""
    with house.client_at(address, log_in=LOG_IN) as client:
        answer = client.get("/api/me", headers=ANN)
        assert answer.status_code == 404
        assert "SPARRING_IDENTITY_PROXIES" in answer.json()["error"]["sentence"]


@pytest.mark.parametrize(("proxies", "status"), [("10.0.0.4", 404), ("10.0.0.4, 10.0.0.5", 200), ("10.0.0.0/24", 200)])
def test_the_log_in_may_be_elsewhere(house: House, proxies: str, status: int) -> None:
    """By its address, or by a network."""
    log_in = LogIn("X-Signed-In", NETWORKS.read(proxies))
    with house.client_at("10.0.0.5", log_in=log_in) as client:
        assert client.get("/api/me", headers=ANN).status_code == status


def test_two_names_are_none(house: House) -> None:
    """A log-in that adds its line and leaves the browser's: nobody says which is whose."""
    with house.client(log_in=LOG_IN) as client:
        twice = [("x-signed-in", "bob"), ("x-signed-in", "ann")]
        assert client.get("/api/me", headers=twice).status_code == 404


def test_the_operator_is_told_once_of_each_address(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """By the address and never by the name that it brought."""
    log_in = LogIn("X-Signed-In", LOG_IN.proxies)
    with caplog.at_level(logging.WARNING), house.client_at("10.0.0.5", log_in=log_in) as client:
        for _ in range(3):
            client.get("/api/me", headers=ANN)
    assert caplog.text.count("10.0.0.5") == 1
    assert "ann" not in caplog.text
