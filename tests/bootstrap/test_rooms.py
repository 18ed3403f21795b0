"""Whether calls are held in rooms, by settings."""

from pathlib import Path
from typing import Any

import pytest

from sparring.bootstrap.rooms import MIN_SECRET_LETTERS, livekit_access, open_rooms, places_board
from sparring.config import Config
from sparring.errors import ConfigRejected
from tests.fakes.clock import FakeClock

URL, KEY, SECRET = "wss://harbour.livekit.cloud", "APIkey", "s" * MIN_SECRET_LETTERS


def settings(**changes: Any) -> Config:
    return Config(**{"livekit_url": URL, "livekit_key": KEY, "livekit_secret": SECRET, **changes})


def test_without_settings_calls_go_straight_to_this_process() -> None:
    """No access, and no rooms."""
    assert livekit_access(Config()) is None
    assert open_rooms(Config()) is None


def test_rooms_are_reached_as_they_are_set() -> None:
    """Address, key, secret, and the agent's name that jobs are dispatched to."""
    access = livekit_access(settings(agent_name="willow"))
    assert access is not None
    assert (access.url, access.key, access.secret, access.agent) == (URL, KEY, SECRET, "willow")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"livekit_url": None}, "SPARRING_LIVEKIT_URL"),
        ({"livekit_key": None, "livekit_secret": None}, "SPARRING_LIVEKIT_KEY and SPARRING_LIVEKIT_SECRET"),
        ({"livekit_secret": SECRET[:-1]}, "SPARRING_LIVEKIT_SECRET"),
    ],
)
def test_half_a_configuration_is_refused_by_name(changes: dict[str, str | None], named: str) -> None:
    """The sentence says what is missing, and never a secret."""
    with pytest.raises(ConfigRejected, match=named) as refused:
        livekit_access(settings(**changes))
    assert "sss" not in refused.value.sentence


async def test_agents_and_server_read_one_board(tmp_path: Path) -> None:
    """Both find it by the data folder and the agent's name; nobody has written to it yet."""
    assert await places_board(Config(data_dir=tmp_path), FakeClock()).free() is None
