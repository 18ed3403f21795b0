"""The rep that both frameworks talk to."""

import asyncio

from bench.support.our_side import CONFIGURED_S, talk
from bench.support.stubs import MIC_RATE_HZ, Listener, Microphone, converse, is_loud, tone

from tests.virtual_time import run_virtually


def test_the_wait_counts_from_the_last_sound_to_the_first() -> None:
    """An echo that comes 100 ms after the microphone fell silent is 100 ms of waiting, and one of nothing is none."""

    async def scenario() -> None:
        listener = Listener()
        heard: list[bytes] = []

        async def push(pcm: bytes) -> None:
            heard.append(pcm)
            if is_loud(heard[max(0, len(heard) - 6)]) and not is_loud(pcm):  # five blocks later
                listener.hear(tone(0.02, MIC_RATE_HZ))

        microphone = Microphone(push)
        running = asyncio.create_task(microphone.run())
        found = await converse(microphone, listener, 1, 0.1)
        running.cancel()
        assert found.unanswered == 0
        assert 0 < found.waits_ms[0] < 1_000
        assert found.configured_ms == 100

    run_virtually(scenario())


def test_our_side_answers_and_waits_at_least_as_long_as_it_was_told() -> None:
    """One turn through the real engine with stubs: nothing is answered before silence, model and voice are over."""
    found = run_virtually(talk(1))
    assert found.unanswered == 0
    assert found.waits_ms[0] >= 1000 * CONFIGURED_S - 20
