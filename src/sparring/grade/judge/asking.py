"""One question, asked until it is answered, given up on, or out of time.

Flows in: a question and how to read its answer. Flows out: what was read, or GradeFailed with a public sentence. Which
outcome is worth another try stands in one table; waits are the service's own `Retry-After` where it names one. Nothing
that was said on the call is logged or kept: outcomes, names of forms, moments, and counts are.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sparring.errors import AnswerRejected, GradeFailed
from sparring.ports import Clock, JudgeModel, JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.usage import Meter, Tokens

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
class JudgeAnswer(Generic[T]):
    """What was read, and which model the service says has answered."""

    read: T
    model: str | None


@dataclass(slots=True)
class Try:
    """One request, between two moments of `clock.monotonic_s()`. `outcome`: after its answer was read."""

    began_s: float
    over_s: float
    outcome: JudgeOutcome
    model: str | None
    tokens: Tokens | None


@dataclass(slots=True)
class TriedQuestion:
    """A question by the name of its form, and its tries. `over_s` is None until it is answered or given up on."""

    form: str
    began_s: float
    over_s: float | None = None
    tries: list[Try] = field(default_factory=list)


@dataclass(slots=True)
class Asking:
    """Asks a judge for one call. `deadline_s` is a moment of `clock.monotonic_s()`; `meter`: what it took."""

    judge: JudgeModel
    clock: Clock
    deadline_s: float
    meter: Meter = field(default_factory=Meter)
    asked: list[TriedQuestion] = field(default_factory=list)
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))

    async def ask(self, question: JudgeQuestion, read: Callable[[str], T]) -> JudgeAnswer[T]:
        """Args: `read` raises AnswerRejected for a text that does not fit. Raises: GradeFailed."""
        asked = TriedQuestion(question.schema_name, self.clock.monotonic_s())
        self.asked.append(asked)
        try:
            return await self._until_answered(question, read, asked.tries)
        finally:
            asked.over_s = self.clock.monotonic_s()

    async def _until_answered(
        self, question: JudgeQuestion, read: Callable[[str], T], tries: list[Try]
    ) -> JudgeAnswer[T]:
        outcome = JudgeOutcome.TIMED_OUT
        while True:
            reply, tried = await self._once(question, outcome)
            tries.append(tried)
            if reply.outcome is JudgeOutcome.OK:
                try:
                    return JudgeAnswer(read(reply.text), reply.model)
                except AnswerRejected:
                    tried.outcome = JudgeOutcome.UNUSABLE
            outcome = tried.outcome
            _log.warning("judge: %s, try %d of form %s", outcome, len(tries), question.schema_name)
            await self._wait(outcome, len(tries), reply.retry_after_s)

    async def _once(self, question: JudgeQuestion, last: JudgeOutcome) -> tuple[JudgeReply, Try]:
        """As soon as there is room for it. Raises: GradeFailed, for how the `last` try ended, once the time is up."""
        async with self._room:
            began_s = self.clock.monotonic_s()
            left_s = self.deadline_s - began_s
            if left_s <= 0:
                raise GradeFailed(SENTENCES[last])
            roomier = last is JudgeOutcome.TRUNCATED
            reply = await self.judge.ask(question, limit_s=min(left_s, REQUEST_LIMIT_S), roomier=roomier)
            over_s = self.clock.monotonic_s()
        if reply.tokens is not None:
            self.meter.add_tokens("judge", reply.tokens)
        return reply, Try(began_s, over_s, reply.outcome, reply.model, reply.tokens)

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
