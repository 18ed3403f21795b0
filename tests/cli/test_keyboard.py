"""Lines from a descriptor, as they come."""

import asyncio
import os

from sparring.cli.keyboard import Keyboard


def lines_of(*chunks: bytes, count: int) -> list[str]:
    """What is read when these bytes arrive one after the other and then no more."""

    async def scenario() -> list[str]:
        reading, writing = os.pipe()
        keyboard, lines = Keyboard(reading), []
        for chunk in chunks:
            os.write(writing, chunk)
        os.close(writing)
        for _ in range(count):
            lines.append(await keyboard.line())  # noqa: PERF401 - one after the other
        os.close(reading)
        return lines

    return asyncio.run(scenario())


def test_lines_come_one_by_one_without_their_ends() -> None:
    """However they are cut into chunks; a last line needs no end."""
    assert lines_of(b"Hel", b"lo.\r\nWhat hap", b"pened?\nBye", count=4) == ["Hello.", "What happened?", "Bye", ""]


def test_bytes_that_are_no_text_are_replaced() -> None:
    """A wrong encoding ends no call."""
    assert lines_of(b"caf\xe9\n", count=1) == ["caf\ufffd"]


def test_a_closed_input_is_an_empty_line() -> None:
    """Which hangs up."""
    assert asyncio.run(Keyboard(None).line()) == ""


def test_whoever_stops_waiting_is_not_held_up() -> None:
    """Nobody has typed anything, and the loop ends all the same."""

    async def scenario() -> None:
        reading, writing = os.pipe()
        try:
            await asyncio.wait_for(Keyboard(reading).line(), 0.05)
        except TimeoutError:
            os.close(writing)

    asyncio.run(scenario())


def test_a_keyboard_that_is_closed_gives_empty_lines_to_whoever_waits_and_later() -> None:
    """Ctrl-C ends the input: nothing waits for Enter, and what was typed ahead is not said."""

    async def scenario() -> None:
        reading, writing = os.pipe()
        keyboard = Keyboard(reading)
        waiting = asyncio.create_task(keyboard.line())
        await asyncio.sleep(0)
        keyboard.close()
        assert await waiting == ""
        os.write(writing, b"What happened?\n")
        assert await keyboard.line() == ""
        os.close(writing)

    asyncio.run(scenario())
