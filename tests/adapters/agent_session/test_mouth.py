"""The buyer's mouth: a line is begun before anybody asks for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

from sparring.adapters.agent_session.mouth import Mouth, VoiceAndMood
from sparring.call.saying import Saying
from tests.fakes.buyer_models import a_move
from tests.fakes.phone import ToneSynthesiser
from tests.virtual_time import run_virtually


def a_mouth(synthesiser: ToneSynthesiser, first_sounds: list[float]) -> Mouth:
    def made() -> None:
        first_sounds.append(asyncio.get_running_loop().time())

    return Mouth(synthesiser, VoiceAndMood("grace"), on_first_sound=made)


async def as_asked(text: str) -> AsyncIterator[str]:
    yield text


def a_saying(text: str) -> Saying:
    return Saying.at_once(a_move(text))


async def sound_of(mouth: Mouth, text: str) -> int:
    async with aclosing(mouth.frames(as_asked(text))) as frames:
        return len([frame async for frame in frames])


def test_a_line_that_was_begun_is_there_when_it_is_asked_for() -> None:
    """It is spoken once, and its first sound existed before anybody asked."""
    synthesiser, first_sounds = ToneSynthesiser(first_sound_s=0.05), list[float]()

    async def scenario() -> tuple[int, float]:
        mouth = a_mouth(synthesiser, first_sounds)
        mouth.begin(a_saying("Yes, please do."))
        await asyncio.sleep(0.2)
        asked_s = asyncio.get_running_loop().time()
        return await sound_of(mouth, "Yes, please do. "), asked_s

    blocks, asked_s = run_virtually(scenario())
    assert blocks == 30
    assert [text for text, _, _ in synthesiser.spoken] == ["Yes, please do."]
    assert len(first_sounds) == 1
    assert first_sounds[0] < asked_s


def test_a_line_nobody_asks_for_is_dropped() -> None:
    """Another text is spoken whole in its place."""
    synthesiser = ToneSynthesiser()

    async def scenario() -> int:
        mouth = a_mouth(synthesiser, [])
        mouth.begin(a_saying("This will not be said."))
        await asyncio.sleep(0)
        return await sound_of(mouth, "Something else.")

    assert run_virtually(scenario()) == 20
    assert synthesiser.spoken[-1][0] == "Something else."


def test_giving_up_twice_does_no_harm() -> None:
    """A call that ends while a line is begun leaves no task behind."""

    async def scenario() -> None:
        mouth = a_mouth(ToneSynthesiser(first_sound_s=60), [])
        mouth.begin(a_saying("One moment."))
        await asyncio.sleep(0)  # it is under way, and would be for a minute
        mouth.give_up()
        mouth.give_up()

    run_virtually(scenario())


def test_a_piece_is_spoken_before_the_next_one_is_known() -> None:
    """The first clause sounds while the model still looks for the second, with a breath between them."""
    synthesiser, first_sounds = ToneSynthesiser(), list[float]()

    async def scenario() -> int:
        mouth = a_mouth(synthesiser, first_sounds)
        saying = Saying(a_move("Well, I could not say."), model="m")
        mouth.begin(saying)
        saying.add("Well,")
        await asyncio.sleep(0.5)
        saying.add("I could not say.")
        saying.finish()
        return await sound_of(mouth, "Well,")

    blocks = run_virtually(scenario())
    assert [text for text, _, _ in synthesiser.spoken] == ["Well,", "I could not say."]
    assert first_sounds[0] < 0.5
    assert blocks == 10 + 1 + 40  # a word is 200 ms; the pause after a comma comes in one block
