"""One question, asked until it is answered, given up on, or out of time.

Flows in: a question and how to read its answer. Flows out: what was read, or GradeFailed with a public sentence. Which
outcome is worth another try stands in one table; waits are the service's own `Retry-After` where it names one. Nothing
that was said on the call is logged: outcomes, names of forms, and counts are.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sparring.errors import AnswerRejected, GradeFailed
from sparring.ports import Clock, JudgeModel, JudgeOutcome, JudgeQuestion
from sparring.usage import Meter

_log = logging.getLogger(__name__)

T = TypeVar("T")

REQUEST_LIMIT_S = 60.0
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
MOST_AT_ONCE = 6
"""Requests under way at the same time, for one call: a rubric's sections, asked together."""

TRIES: Mapping[JudgeOutcome, int] = {
    JudgeOutcome.UNUSABLE: 3,
    JudgeOutcome.REFUSAL: 2,
    JudgeOutcome.TRUNCATED: 2,
    JudgeOutcome.FILTERED: 1,
    JudgeOutcome.SCHEMA_REJECTED: 1,
    JudgeOutcome.REQUEST_REJECTED: 1,
    JudgeOutcome.RATE_LIMITED: 8,
    JudgeOutcome.TIMED_OUT: 2,
    JudgeOutcome.AUTH_FAILED: 1,
    JudgeOutcome.NO_SUCH_MODEL: 1,
    JudgeOutcome.UNAVAILABLE: 4,
}
"""How often a question is asked that keeps ending like this; the time for the whole call may run out before."""

SENTENCES: Mapping[JudgeOutcome, str] = {
    JudgeOutcome.UNUSABLE: "The grading model gave no answer that fits its form.",
    JudgeOutcome.REFUSAL: "The grading model declined to assess this call.",
    JudgeOutcome.TRUNCATED: "The grading model's answer was cut off.",
    JudgeOutcome.FILTERED: "The grading service's content filter stopped the assessment of this call.",
    JudgeOutcome.SCHEMA_REJECTED: "The grading service did not accept the rubric's form.",
    JudgeOutcome.REQUEST_REJECTED: "The grading service did not accept the request.",
    JudgeOutcome.RATE_LIMITED: "The grading service had no capacity left.",
    JudgeOutcome.TIMED_OUT: "The grading model took too long.",
    JudgeOutcome.AUTH_FAILED: "The grading service refused our credentials.",
    JudgeOutcome.NO_SUCH_MODEL: "The grading service does not know the configured model.",
    JudgeOutcome.UNAVAILABLE: "The grading service could not be reached.",
}


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was read, and which model the service says has answered."""

    read: T
    model: str | None


@dataclass(slots=True)
class Asking:
    """Asks a judge for one call. `deadline_s` is a moment of `clock.monotonic_s()`; `meter`: what it took."""

    judge: JudgeModel
    clock: Clock
    deadline_s: float
    meter: Meter = field(default_factory=Meter)
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))

    async def ask(self, question: JudgeQuestion, read: Callable[[str], T]) -> Answer[T]:
        """Args: `read` raises AnswerRejected for a text that does not fit. Raises: GradeFailed."""
        outcome, attempt = JudgeOutcome.TIMED_OUT, 0
        while True:
            async with self._room:
                left_s = self.deadline_s - self.clock.monotonic_s()
                if left_s <= 0:
                    raise GradeFailed(SENTENCES[outcome])
                roomier = outcome is JudgeOutcome.TRUNCATED
                reply = await self.judge.ask(question, limit_s=min(left_s, REQUEST_LIMIT_S), roomier=roomier)
            if reply.tokens is not None:
                self.meter.add_tokens("judge", reply.tokens)
            outcome, attempt = reply.outcome, attempt + 1
            if outcome is JudgeOutcome.OK:
                try:
                    return Answer(read(reply.text), reply.model)
                except AnswerRejected:
                    outcome = JudgeOutcome.UNUSABLE
            _log.warning("judge: %s, try %d of form %s", outcome, attempt, question.schema_name)
            await self._wait(outcome, attempt, reply.retry_after_s)

    async def _wait(self, outcome: JudgeOutcome, attempt: int, retry_after_s: float | None) -> None:
        """Until the next try. Raises: GradeFailed when there is none, or the time is up before it."""
        wait_s = (
            min(FIRST_WAIT_S * 2 ** (attempt - 1), LONGEST_WAIT_S) if retry_after_s is None else max(0.0, retry_after_s)
        )
        if outcome in (JudgeOutcome.UNUSABLE, JudgeOutcome.TRUNCATED, JudgeOutcome.REFUSAL):
            wait_s = 0.0  # the service is well: there is nothing to wait for
        if attempt >= TRIES[outcome] or self.clock.monotonic_s() + wait_s >= self.deadline_s:
            raise GradeFailed(SENTENCES[outcome])
        await asyncio.sleep(wait_s)
