"""Which grader is asked for, and everything it needs: the rules in a child process, or a model backed by the rules."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar, cast

from sparring.adapters.judge.factory import JudgeSettings, open_judge
from sparring.bootstrap.endpoint_settings import address_and_model, advice
from sparring.config import Config
from sparring.grade.grading_process import GradingProcess
from sparring.grade.judge import ModelGrader, Policy, model_grader_ref
from sparring.grade.judge.asking import SENTENCES
from sparring.grade.judge.grader import in_process
from sparring.grade.rules.grader import GRADER
from sparring.grade.rules.grader import grade as grade_by_rules
from sparring.grade.worker import Grade
from sparring.ports import Clock, JudgeModel, JudgeOutcome, JudgeQuestion, Telemetry
from sparring.rubric import Rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Transcript

_log = logging.getLogger(__name__)

PROBE_LIMIT_S = 20.0
_WORKS = {"type": "string", "enum": ["yes"]}
_PROBE = JudgeQuestion(
    instructions="Fill in the form.",
    material="Does this work?",
    schema_name="probe",
    schema={"type": "object", "properties": {"works": _WORKS}, "required": ["works"], "additionalProperties": False},
)

P = ParamSpec("P")
R = TypeVar("R")


def judge_settings(config: Config) -> JudgeSettings:
    """What is set about the judge. Raises: ConfigRejected, naming what is missing."""
    url, model = address_and_model(config, "JUDGE", because="SPARRING_GRADER=model")
    return JudgeSettings(
        url=url,
        model=model,
        key=config.judge_key,
        api_version=config.judge_api_version,
        family=config.judge_family,
        effort=config.judge_effort,
    )


def judge_policy(config: Config) -> Policy:
    """How calls are judged."""
    return Policy(
        samples=config.judge_samples,
        counted_samples=config.judge_counted_samples,
        budget_s=config.judge_budget_s,
        stand_in=config.judge_stand_in,
    )


@dataclass(frozen=True, slots=True)
class ConfiguredGrade:
    """The grader that is asked for, its name, and its child process."""

    grade: Grade
    ref: GraderRef
    longest_s: float  # that a call may take, on top of reading it
    _child: "GradingProcess[..., Any]"
    _judge: JudgeModel | None = None

    async def start(self) -> None:
        """Start the child process ahead of the first call."""
        await self._child.start()

    async def close(self) -> None:
        """End the process, let go of connections."""
        await self._child.close()
        if self._judge is not None:
            await self._judge.close()


def open_grade(config: Config, clock: Clock, telemetry: Telemetry) -> ConfiguredGrade:
    """The grader of `SPARRING_GRADER`, for a worker; a judge is told of as it works. Raises: ConfigRejected."""
    if config.grader == "rules":
        child = GradingProcess(grade_by_rules)
        return ConfiguredGrade(child, GRADER, 0.0, child)
    judge = _opened(config, clock)
    policy = judge_policy(config)
    steps: GradingProcess[..., Any] = GradingProcess(perform)
    grader = ModelGrader(judge, policy, clock, aside=_Aside(steps), new_nonce=new_nonce, telemetry=telemetry)
    return ConfiguredGrade(grader, model_grader_ref(judge.name, policy), policy.budget_s, steps, judge)


async def grade_by_model(
    config: Config, clock: Clock, transcript: Transcript, rubric: Rubric, *, transcript_digest: str
) -> Scorecard:
    """One call, in this process; unscored where there is no grade and none may stand in. Raises: ConfigRejected."""
    judge, policy = _opened(config, clock), judge_policy(config)
    grader = ModelGrader(judge, policy, clock, aside=in_process, new_nonce=new_nonce)
    ref, at = model_grader_ref(judge.name, policy), clock.now()
    try:
        return await grader(transcript, rubric, transcript_digest=transcript_digest, graded_at=at, grader=ref)
    finally:
        await judge.close()


@dataclass(frozen=True, slots=True)
class JudgeExamined:
    """Whether the judge that is set answers, a sentence about that, and what should be changed all the same."""

    answers: bool
    sentence: str
    remarks: tuple[str, ...]


async def examine_judge(config: Config, clock: Clock) -> JudgeExamined:
    """Ask one small question for real. Raises: ConfigRejected."""
    judge, remarks = open_judge(judge_settings(config), clock)
    try:
        reply = await judge.ask(_PROBE, limit_s=PROBE_LIMIT_S)
    finally:
        await judge.close()
    answers = reply.outcome is JudgeOutcome.OK
    if answers:
        return JudgeExamined(answers, f"Answers as {reply.model or judge.name}.", remarks)
    look_at = advice("JUDGE", reply.outcome, key=config.judge_key)
    return JudgeExamined(answers, f"{SENTENCES[reply.outcome]} {look_at}".rstrip(), remarks)


def _opened(config: Config, clock: Clock) -> JudgeModel:
    judge, remarks = open_judge(judge_settings(config), clock)
    for remark in remarks:
        _log.warning("judge: %s", remark)
    return judge


def new_nonce() -> str:
    """Sixteen characters that nobody on the call could foresee."""
    return secrets.token_hex(8)


def perform(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Any step, in the child process."""
    return function(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class _Aside:
    """Implements `grade.judge.grader.Aside` on a child process."""

    child: "GradingProcess[..., Any]"

    async def __call__(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return cast("R", await self.child(function, *args, **kwargs))
