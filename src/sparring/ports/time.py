"""How time and progress come in."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

Progress = Callable[[float, str], None]
"""Called with a share of 0-1 and a short sentence while an engine gets ready."""


class Clock(Protocol):
    """Time, passed in."""

    def now(self) -> datetime:
        """Aware UTC time."""

    def monotonic_s(self) -> float:
        """Seconds that never run backwards."""
