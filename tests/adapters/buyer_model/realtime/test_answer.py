"""One answer as it comes: words to one reader, sound to another."""

import asyncio

import pytest

from sparring.adapters.buyer_model.realtime.answer import ModelAnswer
from sparring.adapters.openai.faults import failed
from sparring.errors import ModelFailed


async def words(answer: ModelAnswer) -> str:
    return "".join([word async for word in answer.words()])


async def test_words_end_before_the_sound_that_says_them() -> None:
    """Whoever reads them is done; whoever listens is not."""
    answer = ModelAnswer("1")
    answer.add("He")
    answer.add(" fell.")
    answer.all_said()
    assert await words(answer) == answer.text == "He fell."
    assert (answer.worded, answer.read, answer.ended) == (True, True, False)
    answer.add_sound(b"12")
    answer.end()
    assert [await answer.next_sound(), await answer.next_sound(), await answer.next_sound()] == [b"12", None, None]


async def test_what_was_cut_is_not_heard() -> None:
    """Also by whoever is waiting for it."""
    answer = ModelAnswer("1")
    waiting = asyncio.create_task(answer.next_sound())
    await asyncio.sleep(0)
    answer.add_sound(b"12")
    answer.add_sound(b"34")
    assert await waiting == b"12"
    answer.cut()
    assert await answer.next_sound() is None


async def test_a_failure_is_told_to_both() -> None:
    """And to whoever asks again."""
    answer = ModelAnswer("1")
    answer.end(failed("unavailable"))
    with pytest.raises(ModelFailed):
        await words(answer)
    for _ in range(2):
        with pytest.raises(ModelFailed):
            await answer.next_sound()


async def test_a_failure_after_the_words_leaves_them_standing() -> None:
    """Only the sound breaks off."""
    answer = ModelAnswer("1")
    answer.add("He fell.")
    answer.all_said()
    answer.end(failed("unavailable"))
    assert await words(answer) == "He fell."
    with pytest.raises(ModelFailed):
        await answer.next_sound()
