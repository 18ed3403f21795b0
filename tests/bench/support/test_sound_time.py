"""The ear on the time of the sound: what it does depends on the recording and on nothing else."""

import asyncio
from collections.abc import Sequence

import pytest
from bench.support.sound_time import EAR, PacedRecogniser, SoundClock, listening

from sparring.call.turn_taking.turn import TurnTiming
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, spoken

TEXTS = ("He lives alone in that house.", "And I would like to", "What happened?")
BEFORE, AFTER = bytes(32 * 200), bytes(32 * 1_200)
TIMING = TurnTiming()


def closed_ms(number: int, text_after_ms: float) -> Sequence[int]:
    """When the ear closed the turn, from the last sound of utterance `number`."""

    async def scenario() -> Sequence[int]:
        recogniser = CodedRecogniser(TEXTS, takes_s=0.01)
        sound = spoken(number, len(TEXTS[number].split()))
        async with listening(recogniser, TIMING, {}, text_after_ms=text_after_ms, detector=LoudnessDetector) as (
            bench,
            _,
        ):
            await bench.feed(BEFORE + sound + AFTER)
            return [at_ms - len(BEFORE + sound) // 32 for at_ms in bench.closed_ms[EAR]]

    return asyncio.run(scenario())


@pytest.mark.parametrize(
    ("number", "text_after_ms", "closes_ms"),
    [
        (2, 40, TIMING.asked_ms),
        (0, 40, TIMING.finished_ms),
        (1, 40, TIMING.unfinished_ms),
        (2, 5_000, TIMING.unread_ms),
    ],
    ids=["a question", "a statement", "words that break off", "no text in time"],
)
def test_a_turn_closes_by_what_was_said_and_when_that_was_known(
    number: int, text_after_ms: float, closes_ms: int
) -> None:
    """On the recording's own time, to the step, however long the recogniser really took."""
    (closed,) = closed_ms(number, text_after_ms)
    assert closes_ms <= closed <= closes_ms + 40


def test_a_text_arrives_on_the_time_of_the_sound() -> None:
    """The work is done before the sound goes on; its result is handed over when it is due, unless cancelled."""

    async def scenario() -> None:
        clock = SoundClock()
        paced = PacedRecogniser(CodedRecogniser(TEXTS, takes_s=0.0), clock, 100)
        wanted, unwanted = paced.recognise(spoken(2, 2)), paced.recognise(spoken(2, 2))
        unwanted.cancel()
        clock.now_ms = 99
        assert not await paced.deliver()
        clock.now_ms = 100
        assert await paced.deliver()
        assert (await wanted.result()).text == TEXTS[2]
        assert unwanted.over

    asyncio.run(scenario())
