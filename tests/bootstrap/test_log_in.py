"""What is assumed of who asks."""

import pytest

from sparring.bootstrap.log_in import assumed_of_log_in
from sparring.config import Config, read_config

HEADER = {"SPARRING_IDENTITY_HEADER": "X-Signed-In"}
OPEN = {"SPARRING_HOST": "0.0.0.0", "SPARRING_TRUSTED_NETWORK": "yes"}


@pytest.mark.parametrize(("settings", "told"), [({}, "Nobody but"), (OPEN, "Whoever reaches the pages")])
def test_without_a_log_in_a_rep_is_whoever_has_the_cookie(settings: dict[str, str], told: str) -> None:
    """And who that can be depends on who reaches the pages."""
    found = assumed_of_log_in(read_config(settings))
    assert (found.uses, found.state) == ("none", "ok")
    assert found.sentence.startswith(told)


@pytest.mark.parametrize(
    ("proxies", "state", "uses"),
    [
        ("", "ok", "X-Signed-In from 127.0.0.0/8, ::1"),
        ("10.0.0.4", "ok", "X-Signed-In from 10.0.0.4"),
        ("10.0.0.4,10.1.0.0/24", "warn", "X-Signed-In from 10.0.0.4, 10.1.0.0/24"),
    ],
)
def test_a_network_of_many_is_warned_of(proxies: str, state: str, uses: str) -> None:
    """Whoever is in it can be anybody; an address of its own is one sender's."""
    found = assumed_of_log_in(read_config(HEADER | OPEN | {"SPARRING_IDENTITY_PROXIES": proxies}))
    assert (found.state, found.uses) == (state, uses)
    assert "be any rep" in found.sentence


def test_behind_a_log_in_nobody_is_alone() -> None:
    """Others come through it: the team page is not open as on a machine that nobody else reaches."""
    assert Config().alone()
    assert not read_config(HEADER).alone()
