"""The machine's clock: the one place that reads it."""

import time
from datetime import UTC, datetime


class SystemClock:
    """`Clock` on the operating system's clocks."""

    def now(self) -> datetime:
        """Aware UTC time."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock

    def monotonic_s(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()
