"""The model judge as a grader: asks each section, looks the quotes up, asks again where they are invented, settles.

Flows in: a call and a rubric. Flows out: a scorecard signed by the model's `GraderRef`. When the model gives no usable
grade within the budget the rules' grade stands in, labelled as such, or the call is unscored: a setting, never a number
of anybody's invention.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import ParamSpec, Protocol, TypeVar

from sparring.documents import digest_of
from sparring.errors import GradeFailed
from sparring.grade.judge import prompt
from sparring.grade.judge.answer import read_coaching, read_section
from sparring.grade.judge.asking import Answer, Asking
from sparring.grade.judge.steps import (
    Opinion,
    Section,
    coached,
    coaching_question,
    no_coaching,
    prepare,
    settle,
    stand_in,
    unfound,
)
from sparring.grade.rules import grade as grade_by_rules
from sparring.grade.unscored import unscored
from sparring.ports import Clock, JudgeModel
from sparring.rubric import Rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Transcript

_log = logging.getLogger(__name__)

JUDGE_VERSION = 1
"""Changes whenever the same answers could make another grade; the prompts and the policy are in the version too."""

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Aside(Protocol):
    """Runs a pure, module-level function off the event loop."""

    async def __call__(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Raises: GradeFailed as the function does; anything else counts as a crash."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How a call is judged.

    Args:
        samples: opinions a section is given on practice that counts for nothing, 1-9.
        counted_samples: likewise on counted attempts and exams.
        budget_s: seconds for all questions about one call, waits included.
        stand_in: the rules' grade, labelled, when there is none of the model's; else the call is unscored.
    """

    samples: int = 1
    counted_samples: int = 3
    budget_s: float = 120.0
    stand_in: bool = True


def model_grader_ref(judge_name: str, policy: Policy) -> GraderRef:
    """Who signs: another version for another prompt or another number of opinions."""
    texts = f"{prompt.version_text()}{policy.samples} {policy.counted_samples}"
    return GraderRef(name="model", version=f"{JUDGE_VERSION}.{digest_of(texts.encode())[:8]}", model=judge_name)


@dataclass(frozen=True, slots=True)
class ModelGrader:
    """Implements the worker's `Grade`. `new_nonce` gives marks that nobody can foresee."""

    judge: JudgeModel
    policy: Policy
    clock: Clock
    aside: Aside
    new_nonce: Callable[[], str]

    async def __call__(
        self, transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef
    ) -> Scorecard:
        """Unscored where there is no grade and none may stand in. Raises: GradeFailed as the rules do."""
        base = await self.aside(
            grade_by_rules,
            transcript,
            rubric,
            transcript_digest=transcript_digest,
            graded_at=graded_at,
            grader=grader,
        )
        if base.status != "graded":
            return base
        asking = Asking(self.judge, self.clock, self.clock.monotonic_s() + self.policy.budget_s)
        scorecard = await self._asked(transcript, rubric, base, asking)
        return scorecard.model_copy(update={"usage": asking.meter.usage()})

    async def _asked(self, transcript: Transcript, rubric: Rubric, base: Scorecard, asking: Asking) -> Scorecard:
        try:
            scorecard = await self._judged(transcript, rubric, base, asking)
        except GradeFailed as failure:
            _log.warning("judge: no grade for call %s", transcript.call_id)
            if self.policy.stand_in:
                return stand_in(base, model=self.judge.name, reason=failure.sentence)
            return unscored(
                transcript,
                rubric,
                reason=failure.sentence,
                transcript_digest=base.transcript_digest,
                graded_at=base.graded_at,
                grader=base.grader,
            )
        return await self._coached(transcript, rubric, scorecard, asking)

    async def _judged(self, transcript: Transcript, rubric: Rubric, base: Scorecard, asking: Asking) -> Scorecard:
        samples = self.policy.samples if transcript.attempt.kind == "private" else self.policy.counted_samples
        nonce = self.new_nonce()
        sections = await self.aside(prepare, transcript, rubric, base, samples=samples, nonce=nonce)
        answers = await _all(asking, sections)
        opinions = await self._asked_again(transcript, rubric, sections, answers, asking)
        named = next((answer.model for answer in answers if answer.model), self.judge.name)
        return await self.aside(settle, transcript, rubric, base=base, opinions=opinions, model=named[:120])

    async def _asked_again(
        self,
        transcript: Transcript,
        rubric: Rubric,
        sections: Sequence[Section],
        answers: Sequence[Answer[Opinion]],
        asking: Asking,
    ) -> list[Opinion]:
        """The opinions, with one more try, side by side, where too many quotes were invented."""
        opinions = [answer.read for answer in answers]
        lost = await self.aside(unfound, transcript, rubric, sections, opinions)
        rows = zip(sections, opinions, lost, strict=True)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_again(asking, section, first, quotes)) for section, first, quotes in rows]
        return [task.result() for task in tasks]

    async def _coached(self, transcript: Transcript, rubric: Rubric, scorecard: Scorecard, asking: Asking) -> Scorecard:
        """With the model's words of coaching as far as they are borne out; the rules' words otherwise."""
        if no_coaching(scorecard):
            return scorecard
        question = await self.aside(coaching_question, transcript, rubric, scorecard, nonce=self.new_nonce())
        try:
            words = await asking.ask(question, read_coaching)
        except GradeFailed:
            return scorecard
        return await self.aside(coached, transcript, rubric, scorecard, words.read)


async def _all(asking: Asking, sections: Sequence[Section]) -> list[Answer[Opinion]]:
    """Every section's answer, asked side by side. Raises: GradeFailed, the first one; the others are dropped."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_one(asking, section)) for section in sections]
    except* GradeFailed as failures:
        first = failures.exceptions[0]
        raise first from None
    return [task.result() for task in tasks]


async def _again(asking: Asking, section: Section, first: Opinion, quotes: Sequence[str]) -> Opinion:
    """Another opinion where `quotes` were not found in the call; the first one where none were, or none comes."""
    if not quotes:
        return first
    material = section.question.material + prompt.complaint(quotes)
    try:
        answer = await _one(asking, replace(section, question=replace(section.question, material=material)))
    except GradeFailed:
        _log.warning("judge: form %s keeps its first answer", section.question.schema_name)
        return first
    return answer.read


async def _one(asking: Asking, section: Section) -> Answer[Opinion]:
    return await asking.ask(section.question, partial(read_section, criteria=section.criteria))


async def in_process(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """An `Aside` for a command line, where nobody waits beside it."""
    return function(*args, **kwargs)
