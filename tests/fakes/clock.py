"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)


class FakeClock:
    """Implements `Clock`."""

    def __init__(self, at: datetime = START) -> None:
        self._at = at

    def now(self) -> datetime:
        """The time a test chose."""
        return self._at

    def monotonic_s(self) -> float:
        """Seconds since the epoch of the chosen time."""
        return self._at.timestamp()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._at += timedelta(seconds=seconds)
