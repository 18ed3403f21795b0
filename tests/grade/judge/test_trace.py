"""How judging one call went, as one span of the call's trace."""

import asyncio
import json
from typing import Any

import pytest

from sparring.grade.judge.asking import REQUEST_LIMIT_S
from sparring.grade.judge.grader import ModelGrader, Policy, in_process
from sparring.ports import JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.rubric import find_rubric
from sparring.scorecard import GraderRef
from sparring.telemetry import Key, Metric, Span, SpanName
from sparring.usage import Tokens
from tests.fakes.clock import START
from tests.fakes.golden_calls import golden_call
from tests.fakes.judges import Fill, ScriptedJudge, as_the_rules, inventing
from tests.fakes.telemetry import MemoryTelemetry
from tests.virtual_time import VirtualClock, run_virtually

CALL = golden_call("inside", "excellent")
RUBRIC = find_rubric("inside_sales")
HONEST = as_the_rules(CALL, RUBRIC)
REF = GraderRef(name="model", version="1.x", model="scripted")
SECTIONS = [category.id for category in RUBRIC.categories]


class Thinking(ScriptedJudge):
    """Takes two seconds for every answer, and says what it took."""

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        await asyncio.sleep(2)
        reply = await super().ask(question, limit_s=limit_s, roomier=roomier)
        tokens = Tokens("azure-openai", "gpt-5.5", input=900, cached_input=100, output=300)
        return JudgeReply(reply.outcome, reply.text, "gpt-5.5-2026-04-24", tokens=tokens)


def told(
    fill: Fill = HONEST, replies: list[JudgeReply] | None = None, *, stand_in: bool = True
) -> tuple[Span, MemoryTelemetry]:
    """The span of judging the call, and everything that was told beside it."""
    telemetry = MemoryTelemetry()

    async def work() -> None:
        judge = Thinking(fill, replies or [], name="gpt-5.5, effort medium", service="azure-openai", model="gpt-5.5")
        grader = ModelGrader(
            judge, Policy(stand_in=stand_in), VirtualClock(), in_process, lambda: "n" * 16, telemetry=telemetry
        )
        await grader(CALL, RUBRIC, transcript_digest="0" * 64, graded_at=START, grader=REF)

    run_virtually(work())
    (span,) = telemetry.spans
    return span, telemetry


def step(span: Span, stage: str) -> Span:
    return next(part for part in span.parts if part.attributes[Key.STAGE] == f"judge.{stage}")


def of(span: Span, name: SpanName) -> list[Span]:
    return [part for part in span.parts if part.name is name]


def test_judging_is_a_span_with_its_steps() -> None:
    """In their order, each as long as it took: six questions side by side take as long as one, the coach one more."""
    span, telemetry = told()
    assert (span.name, span.call_id, span.failed) == (SpanName.JUDGING, CALL.call_id, False)
    assert span.attributes == {Key.OUTCOME: "graded", Key.MODEL: "gpt-5.5_effort_medium"}
    took = [(part.attributes[Key.STAGE], round(part.duration_ms)) for part in span.parts]
    assert took == [
        ("judge.rules", 0),
        ("judge.ask", 2_000),
        ("judge.verify", 0),
        ("judge.settle", 0),
        ("judge.coach", 2_000),
    ]
    assert round(span.duration_ms) == 4_000
    assert [round(ms) for ms in telemetry.values(Metric.STEP_MS)] == [0, 2_000, 0, 0, 2_000]


def test_every_section_is_a_question_with_its_answer() -> None:
    """By the rubric's own names; the answer goes by the conventions for generative AI."""
    span, _ = told()
    asked = of(step(span, "ask"), SpanName.SECTION)
    assert [one.attributes[Key.SECTION] for one in asked] == SECTIONS
    assert {(one.attributes[Key.SAMPLE], one.attributes[Key.OUTCOME]) for one in asked} == {(0, "ok")}
    (chat,) = asked[0].parts
    assert chat.label == "chat gpt-5.5"
    assert chat.attributes == {
        Key.GEN_AI_OPERATION: "chat",
        Key.GEN_AI_OUTPUT: "json",
        Key.GEN_AI_PROVIDER: "azure.ai.openai",
        Key.GEN_AI_REQUEST_MODEL: "gpt-5.5",
        Key.GEN_AI_RESPONSE_MODEL: "gpt-5.5-2026-04-24",
        Key.GEN_AI_INPUT_TOKENS: 1_000,
        Key.GEN_AI_CACHED_TOKENS: 100,
        Key.GEN_AI_OUTPUT_TOKENS: 300,
    }
    (coach,) = of(step(span, "coach"), SpanName.SECTION)
    assert coach.attributes[Key.SECTION] == "coaching"


def test_a_try_that_failed_stands_beside_the_one_that_did_not() -> None:
    """With the outcome as its error, and the wait between them in the question's time."""
    span, telemetry = told(replies=[JudgeReply(JudgeOutcome.UNAVAILABLE)])
    first = of(step(span, "ask"), SpanName.SECTION)[0]
    assert [(one.failed, one.attributes.get(Key.ERROR_TYPE)) for one in first.parts] == [
        (True, "unavailable"),
        (False, None),
    ]
    assert (first.failed, round(first.duration_ms)) == (False, 5_000)
    assert [round(one, 6) for one in telemetry.values(Metric.CHAT_S)] == [2.0] * 8
    failed = [about for one, _, about in telemetry.measured if one is Metric.CHAT_S and "error.type" in about]
    assert failed == [
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "azure.ai.openai",
            "gen_ai.request.model": "gpt-5.5",
            "error.type": "unavailable",
        }
    ]


def test_every_criterions_quotes_are_a_check() -> None:
    """How many, and what came of them; no level, for that is the rep's and not the operator's."""
    span, telemetry = told()
    checks = of(step(span, "verify"), SpanName.CHECK)
    quoted = [criterion.id for _, criterion in RUBRIC.criteria() if criterion.kind == "quoted"]
    assert [one.attributes[Key.CRITERION] for one in checks] == quoted
    assert all(set(one.attributes) == {Key.CRITERION, Key.QUOTES, Key.LOST, Key.OUTCOME} for one in checks)
    assert {one.attributes[Key.OUTCOME] for one in checks} <= {"stands", "nothing_claimed"}
    assert sum(telemetry.values(Metric.CHECKS)) == len(quoted)


def test_invented_quotes_are_counted_and_asked_about_again() -> None:
    """Each criterion that was left without words, twice, in a step of its own; then the rules stand in."""
    span, telemetry = told(inventing)
    assert [part.attributes[Key.STAGE] for part in span.parts][1:] == [
        "judge.ask",
        "judge.verify",
        "judge.ask_again",
        "judge.verify",
        "judge.settle",
    ]
    assert len(of(step(span, "ask_again"), SpanName.SECTION)) == len(SECTIONS)
    assert (span.failed, span.attributes[Key.OUTCOME]) == (True, "stand_in")
    withheld = [about for one, _, about in telemetry.measured if one is Metric.CHECKS]
    assert {about["sparring.outcome"] for about in withheld} == {"withheld"}
    checks = of(step(span, "verify"), SpanName.CHECK)
    assert {(one.attributes[Key.QUOTES], one.attributes[Key.LOST]) for one in checks} == {(1, 1)}


@pytest.mark.parametrize(("stand_in", "outcome"), [(True, "stand_in"), (False, "unscored")])
def test_a_judge_that_gives_no_grade_is_told_of_too(outcome: str, *, stand_in: bool) -> None:
    """The questions that were dropped with the first that failed have the tries they got."""
    span, _ = told(replies=[JudgeReply(JudgeOutcome.AUTH_FAILED)] * 6, stand_in=stand_in)
    assert (span.failed, span.attributes[Key.OUTCOME]) == (True, outcome)
    asked = of(step(span, "ask"), SpanName.SECTION)
    assert asked[0].attributes[Key.OUTCOME] == "auth_failed"
    assert all(one.duration_ms <= REQUEST_LIMIT_S * 1000 for one in asked)


def test_no_word_of_the_call_is_told() -> None:
    """Neither what was said nor what the model made of it, though all of it went through here."""

    def talking(criterion: str, levels: list[str]) -> dict[str, Any]:
        return HONEST(criterion, levels) | {"rationale": "She named her mother Ruth."}

    _, telemetry = told(talking)
    everything = json.dumps(telemetry.attributes())
    assert "Ruth" not in everything
    assert "withheld" not in everything
    assert not any(turn.text in everything for turn in CALL.turns)
