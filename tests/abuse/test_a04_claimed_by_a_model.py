"""A4, over the wire: a model that grades claims words of nobody, of the buyer or of another call. No point rests on it.

What was claimed so is counted, by criterion, for whoever watches the model.
"""

import asyncio
from collections import Counter
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.judge.factory import open_judge
from sparring.bootstrap.judge import judge_settings, new_nonce
from sparring.config import Config
from sparring.grade.judge import ModelGrader, Policy, model_grader_ref
from sparring.grade.judge.grader import in_process
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.telemetry import Metric
from sparring.transcript import Speaker
from tests.fakes.clock import START
from tests.fakes.golden_calls import golden_call
from tests.fakes.judge_service import KEY, JudgeService
from tests.fakes.judges import Fill, answering, as_the_rules, claim
from tests.fakes.telemetry import MemoryTelemetry

CALL, OTHER = golden_call("inside", "excellent"), golden_call("inside", "charming")
RUBRIC = find_rubric("inside_sales")
HONEST = as_the_rules(CALL, RUBRIC)
BUYER = next(turn for turn in CALL.turns if turn.speaker is Speaker.BUYER and len(turn.text.split()) > 8)
ELSEWHERE = next(turn for turn in OTHER.turns if turn.speaker is Speaker.REP and len(turn.text.split()) > 8)
CLAIMS = {
    "nobody": (2, "We promise the finest caregivers anywhere in the whole county"),
    "the buyer": (BUYER.index, BUYER.text),
    "another call": (ELSEWHERE.index, ELSEWHERE.text),
    "a turn that is not there": (10**9, "Our caregivers are screened, bonded and insured by us"),
    "the rubric": (2, next(criterion for _, criterion in RUBRIC.criteria()).levels[-1].check),
}
REPS_OWN = [
    criterion.id for _, criterion in RUBRIC.criteria() if criterion.kind == "quoted" and criterion.said_by == "rep"
]


def graded(fill: Fill) -> tuple[Scorecard, Counter[tuple[Any, Any]]]:
    """The scorecard, and how often each criterion's claims had which fate."""
    telemetry = MemoryTelemetry()

    async def work(service: JudgeService) -> Scorecard:
        config = Config(grader="model", judge_url=service.url, judge_model="gpt-5.5", judge_key=KEY)
        clock, policy = SystemClock(), Policy(stand_in=False)
        judge, _ = open_judge(judge_settings(config), clock)
        grader = ModelGrader(judge, policy, clock, in_process, new_nonce, telemetry=telemetry)
        ref = model_grader_ref(judge.name, policy)
        try:
            return await grader(CALL, RUBRIC, transcript_digest="0" * 64, graded_at=START, grader=ref)
        finally:
            await judge.close()

    with JudgeService(answering(fill)) as service:
        card = asyncio.run(work(service))
    told = [about for measure, _, about in telemetry.measured if measure is Metric.CHECKS]
    return card, Counter((about["sparring.criterion.id"], about["sparring.outcome"]) for about in told)


@pytest.mark.parametrize("quoted", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_on_anybody_elses_words_leaves_its_criterion_unscored_and_is_counted(quoted: tuple[int, str]) -> None:
    """One criterion at its highest, everything else honest: no points, no quote, a sentence why, and the count."""
    target = REPS_OWN[1]

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        return claim(levels[-1], quoted) if criterion == target else HONEST(criterion, levels)

    card, fates = graded(fill)
    (result,) = [one for one in card.criteria if one.id == target]
    assert (result.status, result.points, result.evidence) == ("unscored", None, ())
    assert result.withheld
    assert fates[target, "withheld"] >= 1
    assert {fate for (criterion, fate) in fates if criterion != target} <= {"stands", "nothing_claimed"}


def test_claims_on_nobodys_words_everywhere_are_no_grade_at_all() -> None:
    """Unscored as a whole, and every criterion counted."""
    card, fates = graded(lambda _, levels: claim(levels[-1], CLAIMS["nobody"]))
    assert (card.status, card.totals) == ("unscored", None)
    assert {criterion for criterion, fate in fates if fate == "withheld"} >= set(REPS_OWN)
