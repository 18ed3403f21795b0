"""What a process lets go of at its end, each whatever became of the others.

Flows in: whatever was opened, in the order in which it is to go; None for what was not. Flows out: what ends it.
"""

from contextlib import AsyncExitStack
from typing import Protocol


class _Closes(Protocol):
    async def close(self) -> None: ...


def closing(*opened: _Closes | None) -> AsyncExitStack:
    """Of everything that was opened."""
    stack = AsyncExitStack()
    for one in reversed(opened):
        if one is not None:
            stack.push_async_callback(one.close)
    return stack
