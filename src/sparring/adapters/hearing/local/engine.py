"""What every recognition engine of the child process offers, and which there are."""

from collections.abc import Callable
from typing import Final, Protocol

from sparring.adapters.hearing.local.log_mel import Samples
from sparring.ports import Heard

ENGINE_MODULES: Final = {
    "whisper-base": "sparring.adapters.hearing.local.whisper_engine",
    "whisper-tiny": "sparring.adapters.hearing.local.whisper_engine",
    "pocketsphinx": "sparring.adapters.hearing.local.pocketsphinx_engine",
}
"""Best first. Each module has `open_engine(name, cache_dir, progress) -> Engine`, which raises HearingFailed."""


class NotWanted(Exception):
    """The job was cancelled while it was under way."""


class HearingEngine(Protocol):
    """Turns one stretch of sound into text."""

    at_once: int
    """How many stretches it can take at the same time, each in a thread of its own."""

    def hear(self, samples: Samples, *, hint: str, words: bool, wanted: Callable[[], bool]) -> Heard:
        """float32[n] in -1..1 at 16 kHz to text. Raises: NotWanted, soon after `wanted` says no."""

    def work_ms(self) -> float:
        """Processor time for a turn of 3 s, measured now."""
