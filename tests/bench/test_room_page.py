"""The bench's page follows the rules of the real one."""

import re
from pathlib import Path

import pytest
from bench.room_page import ASKS_FOR_S, GIVE_UP_S

from tests.e2e.test_rooms import RETRY_S, SILENCE_S

FRONTEND = Path(__file__).parents[2] / "frontend" / "lib"


@pytest.mark.parametrize(
    ("file", "name", "seconds"),
    [
        ("call/link.ts", "SILENCE_MS", SILENCE_S),
        ("call/link.ts", "GIVE_UP_MS", GIVE_UP_S),
        ("call/link.ts", "RETRY_MS", RETRY_S),
        ("voice/room-socket.ts", "ANSWERED_WITHIN_MS", ASKS_FOR_S),
    ],
)
def test_it_waits_as_long_as_the_real_one(file: str, name: str, seconds: float) -> None:
    """Figures of a page that is more patient or less would be of nobody's call."""
    found = re.search(rf"const {name} = ([\d_]+);", (FRONTEND / file).read_text("utf-8"))
    assert found is not None
    assert int(found[1].replace("_", "")) == 1000 * seconds
