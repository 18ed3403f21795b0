"""`Journal` in memory: for calls that leave no trace, such as a script replayed in the terminal."""

from collections.abc import Sequence

from sparring.ids import CallId


class MemoryJournal:
    """Forgets everything with the process."""

    def __init__(self) -> None:
        self._lines: dict[CallId, list[bytes]] = {}

    async def append(self, call_id: CallId, *lines: bytes) -> None:
        """Kept until closed."""
        self._lines.setdefault(call_id, []).extend(lines)

    async def lines(self, call_id: CallId) -> Sequence[bytes]:
        """In the order they were appended; none for a call that was closed or never opened."""
        return tuple(self._lines.get(call_id, ()))

    async def touch(self, call_ids: Sequence[CallId]) -> None:
        """Nobody else can take over."""

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """None: the diary ends with the process that wrote it."""
        del idle_s
        return ()

    async def set_aside(self, call_id: CallId, reason: str) -> None:
        """Nothing is swept here, so there is nothing to keep it from."""
        del call_id, reason

    async def close_call(self, call_id: CallId) -> None:
        """Forget it."""
        self._lines.pop(call_id, None)
