"""The model judge as a grader: asks each section, looks the quotes up, asks again where they are invented, settles.

Flows in: a call and a rubric. Flows out: a scorecard signed by the model's `GraderRef`. When the model gives no usable
grade within the budget the rules' grade stands in, labelled as such, or the call is unscored: a setting, never a number
of anybody's invention.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import chain
from typing import ParamSpec, Protocol, TypeVar

from sparring.documents import digest_of
from sparring.errors import GradeFailed
from sparring.grade.judge import prompt
from sparring.grade.judge.answer import read_coaching, read_section
from sparring.grade.judge.asking import Asking, JudgeAnswer
from sparring.grade.judge.steps import (
    Check,
    Opinion,
    Section,
    coached,
    coaching_question,
    no_coaching,
    prepare,
    settle,
    stand_in,
    too_many_lost,
    verify,
)
from sparring.grade.judge.trace import Trail, checked
from sparring.grade.rules.grader import grade as grade_by_rules
from sparring.grade.unscored import unscored
from sparring.ports import Clock, JudgeModel, Telemetry
from sparring.rubric import Rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.telemetry import Silent
from sparring.transcript import Transcript

_log = logging.getLogger(__name__)

JUDGE_VERSION = 1
"""Changes whenever the same answers could make another grade; the prompts and the policy are in the version too."""

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

SectionChecks = tuple[tuple[Check, ...], ...]
"""Of every section's opinion, in the order of the sections."""


class OffLoop(Protocol):
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
class Case:
    """One call before the judge. `base`: its grade by the rules; `trail`: told of everything that is done."""

    transcript: Transcript
    rubric: Rubric
    base: Scorecard
    asking: Asking
    trail: Trail


@dataclass(frozen=True, slots=True)
class ModelGrader:
    """Implements the worker's `Grade`. `new_nonce` gives marks that nobody can foresee."""

    judge: JudgeModel
    policy: Policy
    clock: Clock
    aside: OffLoop
    new_nonce: Callable[[], str]
    telemetry: Telemetry = field(default_factory=Silent)

    async def __call__(
        self, transcript: Transcript, rubric: Rubric, *, transcript_digest: str, graded_at: datetime, grader: GraderRef
    ) -> Scorecard:
        """Unscored where there is no grade and none may stand in. Raises: GradeFailed as the rules do."""
        asking = Asking(self.judge, self.clock, self.clock.monotonic_s() + self.policy.budget_s)
        trail = Trail(asking, transcript.call_id)
        with trail.step("rules"):
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
        scorecard = await self._asked(Case(transcript, rubric, base, asking, trail))
        return scorecard.model_copy(update={"usage": asking.meter.usage()})

    async def _asked(self, case: Case) -> Scorecard:
        try:
            scorecard = await self._judged(case)
        except GradeFailed as failure:
            _log.warning("judge: no grade for call %s", case.transcript.call_id)
            case.trail.tell(self.telemetry, "stand_in" if self.policy.stand_in else "unscored")
            return self._without(case, failure)
        scorecard = await self._coached(case, scorecard)
        case.trail.tell(self.telemetry, "graded")
        return scorecard

    def _without(self, case: Case, failure: GradeFailed) -> Scorecard:
        """The rules' grade, labelled, or none."""
        base = case.base
        if self.policy.stand_in:
            return stand_in(base, model=self.judge.name, reason=failure.sentence)
        return unscored(
            case.transcript,
            case.rubric,
            reason=failure.sentence,
            transcript_digest=base.transcript_digest,
            graded_at=base.graded_at,
            grader=base.grader,
        )

    async def _judged(self, case: Case) -> Scorecard:
        transcript, rubric, trail = case.transcript, case.rubric, case.trail
        samples = self.policy.samples if transcript.attempt.kind == "private" else self.policy.counted_samples
        nonce = self.new_nonce()
        sections = await self.aside(prepare, transcript, rubric, case.base, samples=samples, nonce=nonce)
        with trail.step("ask"):
            answers = await _all(case.asking, sections)
        checks = await self._checked(case, [answer.read for answer in answers])
        checks = await self._asked_again(case, sections, checks)
        named = next((answer.model for answer in answers if answer.model), self.judge.name)
        with trail.step("settle"):
            flat = tuple(chain.from_iterable(checks))
            return await self.aside(settle, transcript, rubric, base=case.base, checks=flat, model=named[:120])

    async def _checked(self, case: Case, opinions: Sequence[Opinion]) -> SectionChecks:
        with case.trail.step("verify") as step:
            checks = await self.aside(verify, case.transcript, case.rubric, opinions, clock=self.clock)
            checked(step, chain.from_iterable(checks))
        return checks

    async def _asked_again(self, case: Case, sections: Sequence[Section], checks: SectionChecks) -> SectionChecks:
        """The checks, with one more try, side by side, where too many quotes were invented."""
        lost = {place: quotes for place, one in enumerate(checks) if (quotes := too_many_lost(one))}
        if not lost:
            return checks
        with case.trail.step("ask_again"):
            async with asyncio.TaskGroup() as group:
                asked = {at: group.create_task(_again(case.asking, sections[at], lost[at])) for at in lost}
        opinions = {at: task.result() for at, task in asked.items()}
        answered = {at: opinion for at, opinion in opinions.items() if opinion is not None}
        if not answered:
            return checks
        renewed = dict(zip(answered, await self._checked(case, tuple(answered.values())), strict=True))
        return tuple(renewed.get(at, one) for at, one in enumerate(checks))

    async def _coached(self, case: Case, scorecard: Scorecard) -> Scorecard:
        """With the model's words of coaching as far as they are borne out; the rules' words otherwise."""
        if no_coaching(scorecard):
            return scorecard
        transcript, rubric = case.transcript, case.rubric
        with case.trail.step("coach"):
            question = await self.aside(coaching_question, transcript, rubric, scorecard, nonce=self.new_nonce())
            try:
                words = await case.asking.ask(question, read_coaching)
            except GradeFailed:
                return scorecard
            return await self.aside(coached, transcript, rubric, scorecard, words.read)


async def _all(asking: Asking, sections: Sequence[Section]) -> list[JudgeAnswer[Opinion]]:
    """Every section's answer, asked side by side. Raises: GradeFailed, the first one; the others are dropped."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_one(asking, section)) for section in sections]
    except* GradeFailed as failures:
        first = failures.exceptions[0]
        raise first from None
    return [task.result() for task in tasks]


async def _again(asking: Asking, section: Section, quotes: Sequence[str]) -> Opinion | None:
    """Another opinion, now that `quotes` were not found in the call; None where none comes: the first one stays."""
    material = section.question.material + prompt.complaint(quotes)
    try:
        answer = await _one(asking, replace(section, question=replace(section.question, material=material)))
    except GradeFailed:
        _log.warning("judge: form %s keeps its first answer", section.question.schema_name)
        return None
    return answer.read


async def _one(asking: Asking, section: Section) -> JudgeAnswer[Opinion]:
    return await asking.ask(section.question, partial(read_section, criteria=section.criteria))


async def in_process(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """An `OffLoop` for a command line, where nobody waits beside it."""
    return function(*args, **kwargs)
