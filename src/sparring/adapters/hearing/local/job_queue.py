"""The order in which stretches of several calls are recognised: calls in turn, and of one call the newest first.

Stretches that begin with the same sound are guesses at the same turn, each longer than the last: only the newest is
likely to be used. No I/O, no clock.
"""

from collections import OrderedDict
from typing import Generic, Protocol, TypeVar

_OPENING_BYTES = 3_200  # 100 ms: two turns never begin with the same samples


class Sounding(Protocol):
    """Anything with a stretch of sound."""

    @property
    def pcm_16khz(self) -> bytes:
        """16-bit samples."""


J = TypeVar("J", bound=Sounding)


class JobQueue(Generic[J]):
    """Jobs that have not begun.

    Args:
        limit: most jobs that may wait.
    """

    def __init__(self, *, limit: int) -> None:
        self._limit = limit
        self._turns: OrderedDict[bytes, list[J]] = OrderedDict()

    def __len__(self) -> int:
        return sum(len(jobs) for jobs in self._turns.values())

    def put(self, job: J) -> bool:
        """Whether there was room."""
        if len(self) >= self._limit:
            return False
        self._turns.setdefault(_turn_of(job), []).append(job)
        return True

    def take(self) -> J | None:
        """The newest job of the turn that has waited longest; its older ones go to the end of the line."""
        if not self._turns:
            return None
        turn, jobs = self._turns.popitem(last=False)
        job = jobs.pop()
        if jobs:
            self._turns[turn] = jobs
        return job

    def remove(self, job: J) -> bool:
        """Whether it was still waiting."""
        turn = _turn_of(job)
        jobs = self._turns.get(turn, [])
        if not any(one is job for one in jobs):
            return False
        self._turns[turn] = [one for one in jobs if one is not job]
        if not self._turns[turn]:
            del self._turns[turn]
        return True

    def clear(self) -> list[J]:
        """Everything that was waiting, no longer waiting."""
        waiting = [job for jobs in self._turns.values() for job in jobs]
        self._turns.clear()
        return waiting


def _turn_of(job: Sounding) -> bytes:
    return job.pcm_16khz[:_OPENING_BYTES]
