"""What every ear has in common."""

import asyncio

import pytest

from sparring.adapters.agent_session.listener import (
    NOTHING_MADE_OUT,
    Listener,
    Take,
    joined,
    loud_ms,
    or_unclear,
    rms_of,
)
from sparring.call.turn_taking.turn import SENSITIVITY, Action
from sparring.errors import HearingFailed
from sparring.ports import Heard
from tests.fakes.phone import spoken
from tests.virtual_time import VirtualClock, run_virtually


class SlowEar(Listener[Take]):
    """Hears everything as one word, after a second."""

    def _act(self, action: Action) -> None:
        if action is Action.CLOSE:
            self._close()

    async def _heard(self, take: Take) -> tuple[Heard, ...]:
        await asyncio.sleep(1)
        return (Heard("Yes.", 0.9, unsure=False, words=(), decode_ms=1.0),)


def test_words_that_somebody_stopped_waiting_for_are_kept() -> None:
    """As when the framework gives up at a hang-up before they are there."""

    async def scenario() -> list[str]:
        ear = SlowEar(SENSITIVITY["medium"], new_take=Take, clock=VirtualClock(), on_utterance=lambda: None)
        ear.detector_says(speech=True)
        ear.feed(spoken(0, 1))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ear.closed_turn(), 0.5)
        await ear.finish(within_s=2)
        return [one.text for one in ear.utterances]

    assert run_virtually(scenario()) == ["Yes."]


def test_what_cannot_be_made_out_is_said_to_be_so() -> None:
    """In the place of a failure."""

    async def fails() -> Heard:
        raise HearingFailed("No.")

    assert asyncio.run(or_unclear(fails())) == NOTHING_MADE_OUT


def test_parts_are_one_text_and_loudness_is_counted() -> None:
    """Blanks between parts once; silence is not loud."""
    parts = [Heard(text, 0.9, unsure=False, words=(), decode_ms=1.0) for text in (" He lives ", "alone.")]
    assert joined(parts) == "He lives alone."
    assert loud_ms(bytes(3_200) + spoken(0, 1), 100.0) == 300
    assert rms_of(b"") == 0
