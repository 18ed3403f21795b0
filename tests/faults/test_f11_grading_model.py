"""F11: the grading model refuses, breaks off, invents, miscounts or is silent. The grade is in range, or is none."""

import asyncio
import json
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.bootstrap.judge import grade_by_model
from sparring.config import Config
from sparring.grade.judge.asking import SENTENCES
from sparring.grade.rules.grader import grade
from sparring.ports import JudgeOutcome
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from tests.fakes.clock import START
from tests.fakes.golden_calls import golden_call
from tests.fakes.judge_service import (
    KEY,
    Answer,
    JudgeService,
    Reply,
    bad_schema,
    filtered_prompt,
    rate_limited,
)
from tests.fakes.judges import answering, as_the_rules, claim, inventing, nothing

CALL = golden_call("inside", "excellent")
RUBRIC = find_rubric("inside_sales")
RULES = grade(CALL, RUBRIC, transcript_digest="0" * 64, graded_at=START)
HONEST = answering(as_the_rules(CALL, RUBRIC))
POINTS = {criterion.id: {level.points for level in criterion.levels} for _, criterion in RUBRIC.criteria()}


def judged(answer: Answer = HONEST, *, replies: list[Reply] | None = None, **settings: Any) -> Scorecard:
    """Over the real wire protocol of an Azure deployment."""
    with JudgeService(answer, replies=replies, azure=True) as service:
        judge: dict[str, Any] = {
            "judge_url": service.url,
            "judge_model": "gpt-5.5",
            "judge_key": KEY,
            "judge_api_version": "2025-04-01-preview",
        }
        config = Config(**(judge | settings))
        return asyncio.run(grade_by_model(config, SystemClock(), CALL, RUBRIC, transcript_digest="0" * 64))


def no_invented_number(card: Scorecard) -> bool:
    """Every number is one of the rubric's, and the sum is their sum."""
    if card.totals is None:
        return card.status == "unscored" and not card.criteria
    given = [result for result in card.criteria if result.points is not None]
    return (
        all(result.points in POINTS[result.id] for result in given)
        and card.totals.scored_points + card.totals.granted_points == sum(result.points or 0 for result in given)
        and 0 <= card.totals.score <= 100
    )


def with_extra(key: str, value: object) -> Answer:
    """An honest answer with one more thing in it."""
    return lambda body: json.dumps(json.loads(HONEST(body)) | {key: value})


def first_becomes(**changes: object) -> Answer:
    """An honest answer whose first criterion is changed."""

    def answer(body: dict[str, Any]) -> str:
        said = json.loads(HONEST(body))
        if "criteria" in said:
            first = next(iter(said["criteria"]))
            said["criteria"][first] |= changes
        return json.dumps(said)

    return answer


UNUSABLE: dict[str, Answer] = {
    "prose": lambda _: "A fine call! I would give it 95 out of 100.",
    "a bare number": lambda _: "100",
    "half an answer": lambda body: HONEST(body)[:-5],
    "a total of its own": with_extra("overall_score", 100),
    "an invented criterion": lambda body: HONEST(body).replace('"criteria": {', '"criteria": {"charm": 1, ', 1),
    "a level of another scale": first_becomes(level="exemplary"),
    "a level off the scale": first_becomes(level=99),
    "not a number": lambda body: HONEST(body).replace('"turn": ', '"turn": NaN, "was": ', 1),
    "points": first_becomes(points=4),
    "a doubled key": lambda body: HONEST(body).replace('"criteria"', '"criteria": {}, "criteria"', 1),
}


@pytest.mark.parametrize("answer", UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.parametrize("stand_in", [True, False])
def test_what_a_model_makes_up_is_no_grade(answer: Answer, *, stand_in: bool) -> None:
    """Asked three times, then the rules' grade with a label, or no score; never a number of the model's."""
    card = judged(answer, judge_stand_in=stand_in)
    assert no_invented_number(card)
    if stand_in:
        assert card.totals == RULES.totals
        assert card.judging is not None
        assert card.judging.stand_in
    else:
        assert (card.status, card.totals) == ("unscored", None)


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Reply(refusal="I can't help with that."), JudgeOutcome.REFUSAL),
        (Reply(content='{"criteria":', finish_reason="length"), JudgeOutcome.TRUNCATED),
        (filtered_prompt(), JudgeOutcome.FILTERED),
        (bad_schema(), JudgeOutcome.SCHEMA_REJECTED),
        (Reply(401, {}), JudgeOutcome.AUTH_FAILED),
        (rate_limited(retry_after_ms="1"), JudgeOutcome.RATE_LIMITED),
    ],
)
def test_a_service_that_goes_on_failing_leaves_the_rules_and_the_reason(reply: Reply, outcome: JudgeOutcome) -> None:
    """The person who reads the report knows why."""
    card = judged(replies=[reply] * 200)
    assert card.judging is not None
    assert card.judging.stand_in == SENTENCES[outcome]
    assert card.totals == RULES.totals


@pytest.mark.parametrize(
    "once",
    [
        rate_limited(retry_after_ms="5"),
        Reply(content='{"criteria":', finish_reason="length"),
        Reply(503, b"down", {"retry-after-ms": "5"}),
        Reply(refusal="I can't help with that."),
        Reply(content="not json"),
    ],
    ids=["limited", "cut off", "down", "refused", "prose"],
)
def test_one_failure_costs_nothing(once: Reply) -> None:
    """Whatever its kind: that section is asked again, and the grade is the model's all the same."""
    card = judged(replies=[once])
    assert card.judging is not None
    assert card.judging.stand_in is None
    assert card.totals == RULES.totals


def test_a_service_that_never_answers_costs_its_budget() -> None:
    """And not a connection more."""
    card = judged(replies=[Reply(silent=True)] * 200, judge_budget_s=1)
    assert card.judging is not None
    assert card.judging.stand_in == SENTENCES[JudgeOutcome.TIMED_OUT]


@pytest.mark.parametrize("fill", [inventing, nothing])
def test_an_inventive_or_a_mute_model_gives_nothing_away(fill: Any) -> None:
    """Everything at its highest on words that nobody said, or nothing at all."""
    card = judged(answering(fill), judge_stand_in=False)
    assert no_invented_number(card)
    assert card.totals is None or card.totals.scored_points <= 5


def test_highest_levels_on_any_true_words_stay_within_the_rubric() -> None:
    """A careless model may be wrong; it cannot be out of range, and what it quotes was said."""
    turn = next(turn for turn in CALL.turns if turn.speaker == "rep" and len(turn.text.split()) > 8)
    card = judged(answering(lambda _, levels: claim(levels[-1], (turn.index, turn.text))))
    assert no_invented_number(card)
    assert all(one.quote in CALL.turns[one.turn].text for result in card.criteria for one in result.evidence)
