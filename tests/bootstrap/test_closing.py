"""What was opened is let go of, in order."""

import asyncio

from sparring.bootstrap.closing import closers


class Opened:
    """Tells when it is closed."""

    def __init__(self, name: str, closed: list[str]) -> None:
        self._name, self._closed = name, closed

    async def close(self) -> None:
        """Told."""
        self._closed.append(self._name)


def test_what_was_opened_is_closed_in_the_order_given() -> None:
    """What was not opened is passed over."""
    closed: list[str] = []

    async def close() -> None:
        for one in closers(Opened("lines", closed), None, Opened("store", closed)):
            await one()

    asyncio.run(close())
    assert closed == ["lines", "store"]
