"""Words on their way to being spoken, for several readers."""

import asyncio

from sparring.call.saying import MOST_FAULTS, Saying
from sparring.transcript import Wording
from tests.fakes.buyer_models import a_move

MOVE = a_move("He lives in Oakwood.")


async def read(saying: Saying) -> list[str]:
    return [piece async for piece in saying.pieces()]


async def test_the_personas_own_words_are_there_at_once() -> None:
    """And they are nobody's wording."""
    saying = Saying.at_once(MOVE)
    assert await read(saying) == [MOVE.text] == [await saying.whole()]
    assert saying.wording is None


async def test_every_reader_gets_every_piece() -> None:
    """Also one that comes late."""
    saying = Saying(MOVE, model="m")
    early = asyncio.create_task(read(saying))
    await asyncio.sleep(0)
    saying.add("It's over")
    await asyncio.sleep(0)
    saying.add(" in Oakwood. ")
    saying.add("  ")
    saying.finish()
    assert await early == await read(saying) == ["It's over", " in Oakwood."]
    assert saying.wording == Wording(model="m", planned_words=4)


async def test_a_model_that_fell_silent_leaves_the_personas_words() -> None:
    """Then there is no wording of its own to record."""
    saying = Saying(MOVE, model="m")
    saying.add(MOVE.text)
    saying.finish()
    assert saying.wording is None


async def test_who_is_given_up_says_no_more() -> None:
    """Readers end; the length of the whole is taken from the decision, for nobody knows it."""
    saying = Saying(MOVE, model="m")
    working = asyncio.create_task(asyncio.sleep(60))
    saying.words_from(working)
    reading = asyncio.create_task(read(saying))
    saying.add("It's")
    saying.give_up()
    saying.add("over in Oakwood.")
    saying.finish()
    assert await reading == ["It's"]
    assert saying.wording == Wording(model="m", planned_words=4)
    await asyncio.wait([working])
    assert working.cancelled()


def test_faults_do_not_pile_up() -> None:
    """A record is no log."""
    saying = Saying(MOVE, model="m")
    for _ in range(9):
        saying.fault("timed_out")
    assert len(saying.faults) == MOST_FAULTS
