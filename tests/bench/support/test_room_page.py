"""The bench's page follows the rules of the real one."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.support.room_page import ASKS_FOR_S, GIVE_UP_S, Page, is_answered

from tests.e2e.room_phone import MIC_BITS_S
from tests.e2e.test_rooms import RETRY_S, SILENCE_S

FRONTEND = Path(__file__).parents[3] / "frontend" / "lib"


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


def test_its_microphone_takes_as_much_of_a_line_as_the_real_one() -> None:
    """What a slow line carries is measured with it."""
    found = re.search(r"const MIC_BITS_S = ([\d_]+);", (FRONTEND / "voice" / "room.ts").read_text("utf-8"))
    assert found is not None
    assert int(found[1].replace("_", "")) == MIC_BITS_S


@pytest.mark.parametrize(
    ("speakers", "answered"),
    [
        (["rep:So?"], False),
        (["rep:So?", "buyer:Yes."], True),
        (["rep:Hi.", "buyer:Hm.", "rep:So?"], False),
        ([], False),
    ],
)
def test_a_turn_is_answered_by_what_the_buyer_says_after_it(*, speakers: list[str], answered: bool) -> None:
    """The rest of an answer that was under way is none."""
    turns = [
        {"index": index, "speaker": one.partition(":")[0], "text": one.partition(":")[2]}
        for index, one in enumerate(speakers)
    ]
    assert is_answered(turns, "So?") is answered


async def test_a_hang_up_is_said_again_to_whoever_lets_the_page_in() -> None:
    """As the real one does: a process may have died with it."""
    said: list[dict[str, Any]] = []

    async def send(**command: Any) -> None:
        said.append(command)

    async def enter() -> Any:
        return SimpleNamespace(send=send)

    page = Page(SimpleNamespace(enter=enter))  # type: ignore[arg-type]
    assert await page.enter()
    await page.send(type="hang_up")
    assert await page.enter()
    assert said == [{"type": "hang_up"}] * 2
