"""Stands between a caller and a port, and lets a test act before and after every call that goes through."""

from collections.abc import Callable
from typing import Any, Literal

Hook = Callable[[str, Literal["before", "after"]], None]


class Interposed:
    """Forwards every asynchronous method of `target`; `hook` may raise on either side of it."""

    def __init__(self, target: Any, hook: Hook) -> None:
        self._target, self._hook = target, hook

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._target, name)

        async def forwarded(*args: Any, **kwargs: Any) -> Any:
            self._hook(name, "before")
            result = await method(*args, **kwargs)
            self._hook(name, "after")
            return result

        return forwarded if callable(method) else method


def failing(method: str, *errors: Exception) -> Hook:
    """Raises `errors`, one for each call of `method`, before it does anything."""
    waiting = list(errors)

    def hook(name: str, side: str) -> None:
        if name == method and side == "before" and waiting:
            raise waiting.pop(0)

    return hook
