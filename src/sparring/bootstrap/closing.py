"""What a process lets go of at its end.

Flows in: whatever was opened, in the order in which it is to go; None for what was not. Flows out: what ends it.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol

Closers = tuple[Callable[[], Awaitable[None]], ...]


class _Closes(Protocol):
    async def close(self) -> None: ...


def closers(*opened: _Closes | None) -> Closers:
    """Of everything that was opened."""
    return tuple(one.close for one in opened if one is not None)
