"""What was opened is let go of, in order."""

import pytest

from sparring.bootstrap.closing import closing
from sparring.errors import ResultsFailed


class Opened:
    """Tells when it is closed."""

    def __init__(self, name: str, closed: list[str]) -> None:
        self._name, self._closed = name, closed

    async def close(self) -> None:
        """Told."""
        self._closed.append(self._name)


class Unwilling(Opened):
    """Tells, and fails."""

    async def close(self) -> None:
        """Raises: ResultsFailed."""
        await super().close()
        raise ResultsFailed("The results could not be closed.")


async def test_what_was_opened_is_closed_in_the_order_given() -> None:
    """What was not opened is passed over."""
    closed: list[str] = []
    await closing(Opened("lines", closed), None, Opened("store", closed)).aclose()
    assert closed == ["lines", "store"]


async def test_what_cannot_be_closed_keeps_nothing_else_open() -> None:
    """The failure is told once everything is closed."""
    closed: list[str] = []
    with pytest.raises(ResultsFailed):
        await closing(Opened("lines", closed), Unwilling("results", closed), Opened("store", closed)).aclose()
    assert closed == ["lines", "results", "store"]
