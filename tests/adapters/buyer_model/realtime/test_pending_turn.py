"""One turn on its way to words."""

import asyncio
from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime.pending_turn import UNSTATED, PendingTurn
from sparring.errors import HearingFailed


@pytest.mark.parametrize(
    ("logprobs", "confidence", "unsure"),
    [
        ([], UNSTATED, False),
        ([{"logprob": 0.0}, {"logprob": -0.7}], 0.75, False),
        ([{"logprob": -3.0}], 0.05, True),
        ([{"logprob": float("nan")}, {}, "x", {"logprob": None}], UNSTATED, False),
    ],
)
async def test_how_sure_the_service_is_decides_what_is_asked_again(
    logprobs: list[Any], confidence: float, *, unsure: bool
) -> None:
    """One that does not say is believed."""
    stretch = PendingTurn()
    stretch.came_to(" Hello. ", logprobs)
    heard = await stretch.result()
    assert heard.text == "Hello."
    assert heard.confidence == pytest.approx(confidence, abs=0.01)
    assert heard.unsure is unsure


async def test_sound_is_kept_until_its_words_are_there() -> None:
    """And who stopped waiting, or waits twice, changes nothing."""
    stretch = PendingTurn()
    stretch.pcm_16khz += bytes(640)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(stretch.result(), 0.001)
    assert stretch.pcm_16khz
    stretch.came_to("Hello.", ())
    stretch.failed()
    assert (await stretch.result()).text == (await stretch.result()).text == "Hello."
    assert not stretch.pcm_16khz


async def test_a_turn_that_nobody_makes_out_fails_for_whoever_waits() -> None:
    """Once, and for good."""
    stretch = PendingTurn()
    stretch.failed()
    stretch.came_to("Too late.", ())
    with pytest.raises(HearingFailed):
        await stretch.result()
