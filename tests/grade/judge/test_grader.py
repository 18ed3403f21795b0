"""The model judge as the worker's grader: every way a model can fail ends in a grade with a label or in a state."""

import json
from typing import Any

import pytest

from sparring.grade.judge.asking import SENTENCES
from sparring.grade.judge.grader import ModelGrader, Policy, in_process, model_grader_ref
from sparring.grade.judge.steps import UNVERIFIED
from sparring.grade.rules.grader import GRADER, grade
from sparring.ports import JudgeOutcome, JudgeReply
from sparring.rubric import find_rubric
from sparring.scorecard import GraderRef, Scorecard
from sparring.transcript import Attempt, Transcript
from sparring.usage import Tokens
from tests.fakes.clock import START
from tests.fakes.golden_calls import golden_call
from tests.fakes.judges import ScriptedJudge, as_the_rules, claim, inventing, record_in, sections_asked
from tests.virtual_time import VirtualClock, run_virtually

DIGEST = "0" * 64
CALL = golden_call("inside", "excellent")
RUBRIC = find_rubric("inside_sales")
HONEST = as_the_rules(CALL, RUBRIC)
REF = GraderRef(name="model", version="1.x", model="scripted")
RULES = grade(CALL, RUBRIC, transcript_digest=DIGEST, graded_at=START)


def graded(judge: ScriptedJudge, policy: Policy | None = None, *, call: Transcript = CALL) -> Scorecard:
    async def work() -> Scorecard:
        nonces = iter(f"{number:016d}" for number in range(100))
        grader = ModelGrader(judge, policy or Policy(), VirtualClock(), in_process, lambda: next(nonces))
        return await grader(call, RUBRIC, transcript_digest=DIGEST, graded_at=START, grader=REF)

    return run_virtually(work())


def counted(kind: Any) -> Transcript:
    return CALL.model_copy(update={"attempt": Attempt(kind=kind)})


def test_a_graded_call_is_signed_by_the_model() -> None:
    """With the name that the service answered under, and one question a section and one for the coaching."""
    judge = ScriptedJudge(HONEST)
    card = graded(judge)
    assert (card.status, card.grader, card.totals) == ("graded", REF, RULES.totals)
    assert card.judging is not None
    assert (card.judging.model, card.judging.samples, card.judging.stand_in) == ("scripted-1", 1, None)
    assert len(sections_asked(judge.asked)) == 6
    assert len(judge.asked) == 7


@pytest.mark.parametrize(("kind", "samples"), [("private", 1), ("counted", 3), ("exam", 3)])
def test_what_counts_is_judged_three_times(kind: str, samples: int) -> None:
    """Practice once; counted attempts and exams by the median of three, in three orders."""
    judge = ScriptedJudge(HONEST)
    card = graded(judge, call=counted(kind))
    assert card.judging is not None
    assert card.judging.samples == samples
    assert len(set(sections_asked(judge.asked))) == 6 * samples
    assert card.judging.agreement == (None if samples == 1 else 1.0)


def test_every_call_has_marks_of_its_own() -> None:
    """No nonce is used for two questions of another kind, and each stands in its instructions."""
    judge = ScriptedJudge(HONEST)
    graded(judge)
    marks = {question.material.split(">")[0] for question in judge.asked}
    assert marks == {"<call-0000000000000000", "<call-0000000000000001"}
    assert all(question.material.split(">")[0] in question.instructions for question in judge.asked)


def test_a_call_that_cannot_be_graded_asks_nobody() -> None:
    """Too short is too short for everyone."""
    judge = ScriptedJudge(HONEST)
    card = graded(judge, call=golden_call("inside", "abandoned"))
    assert (card.status, judge.asked, card.judging) == ("not_gradable", [], None)


@pytest.mark.parametrize("outcome", [outcome for outcome in JudgeOutcome if outcome is not JudgeOutcome.OK])
def test_a_model_that_gives_no_grade_is_stood_in_for_or_unscored(outcome: JudgeOutcome) -> None:
    """A setting; in either case with the reason, and never a number of its own."""
    card = graded(ScriptedJudge(replies=[JudgeReply(outcome)] * 500))
    assert card.totals == RULES.totals
    assert card.judging is not None
    assert card.judging.stand_in == SENTENCES[outcome]
    assert any("in the model's place" in flag for flag in card.flags)
    none = graded(ScriptedJudge(replies=[JudgeReply(outcome)] * 500), Policy(stand_in=False))
    assert (none.status, none.reason, none.totals) == ("unscored", SENTENCES[outcome], None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "100",
        '{"score": 90}',
        '{"criteria": {"agency_and_name": {"evidence": [], "rationale": "", "level": "outstanding"}}}',
        '{"criteria": {"everything": {"evidence": [], "rationale": "", "level": "clear"}}}',
        '{"criteria": NaN}',
    ],
)
def test_what_a_model_makes_up_is_never_a_number(text: str) -> None:
    """Another scale, an invented criterion, a total of its own: the rules stand in."""
    card = graded(ScriptedJudge(replies=[JudgeReply(JudgeOutcome.OK, text)] * 500))
    assert card.judging is not None
    assert card.judging.stand_in == SENTENCES[JudgeOutcome.UNUSABLE]
    assert card.totals == RULES.totals


def test_invented_quotes_are_asked_about_once_more() -> None:
    """With what was not found; a model that then quotes what was said has its grade."""
    honest, corrected = ScriptedJudge(HONEST), ScriptedJudge(inventing)

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        complained = "An earlier answer quoted" in corrected.asked[-1].material
        return (HONEST if complained else inventing)(criterion, levels)

    corrected.fill = fill
    assert graded(corrected).totals == graded(honest).totals
    assert len(sections_asked(corrected.asked)) == 12


def test_a_model_that_goes_on_inventing_has_no_grade() -> None:
    """Asked twice, believed never."""
    judge = ScriptedJudge(inventing)
    card = graded(judge)
    assert card.judging is not None
    assert card.judging.stand_in == UNVERIFIED
    assert len(sections_asked(judge.asked)) == 12


def test_a_second_try_that_fails_leaves_the_first() -> None:
    """A grade is not lost to a service that goes down while it is checked."""

    class Failing(ScriptedJudge):
        async def ask(self, question: Any, *, limit_s: float, roomier: bool = False) -> JudgeReply:
            if "An earlier answer" in question.material:
                return JudgeReply(JudgeOutcome.AUTH_FAILED)
            return await super().ask(question, limit_s=limit_s, roomier=roomier)

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        return inventing(criterion, levels) if criterion == "location" else HONEST(criterion, levels)

    judge = Failing(fill)
    card = graded(judge)
    assert card.judging is not None
    assert (card.judging.stand_in, card.judging.unverified_quotes) == (None, 1)


def test_time_is_bounded() -> None:
    """A service that never has room costs the budget and not a second more."""

    async def work() -> float:
        clock, limited = VirtualClock(), JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=7.0)
        judge = ScriptedJudge(replies=[limited] * 1_000)
        grader = ModelGrader(judge, Policy(budget_s=60.0), clock, in_process, lambda: "n")
        await grader(CALL, RUBRIC, transcript_digest=DIGEST, graded_at=START, grader=REF)
        return clock.monotonic_s()

    assert run_virtually(work()) <= 60.0


def test_coaching_is_worded_by_the_model_where_borne_out() -> None:
    """And by the rules where it is not, or is not given at all."""
    fair = golden_call("inside", "fair")
    honest = as_the_rules(fair, RUBRIC)
    asked = ScriptedJudge(honest)
    plain = graded(asked, call=fair)
    first = record_in(asked.asked[-1].material)["results"]["advice"][0]["criterion"]

    def coaching(better: str) -> str:
        advice = {"criterion": first, "what": "You moved on quickly there.", "better": better}
        return json.dumps({"strengths": [], "advice": [advice]})

    worded = graded(ScriptedJudge(honest, coaching=coaching("May I ask who is with him at night?")), call=fair)
    assert worded.judging is not None
    assert worded.judging.coached_by == "model"
    assert worded.coaching.fix_first is not None
    assert worded.coaching.fix_first.better == "May I ask who is with him at night?"
    for text in (coaching("It is $19 an hour."), "prose", '{"strengths": []}'):
        again = graded(ScriptedJudge(honest, coaching=text), call=fair)
        assert again.coaching == plain.coaching
        assert again.judging == plain.judging


def test_padding_by_the_buyer_earns_nothing() -> None:
    """A quote of theirs is not the rep's, however fitting."""

    def fill(criterion: str, levels: list[str]) -> dict[str, Any]:
        buyer = CALL.turns[1]
        return claim(levels[-1], (buyer.index, buyer.text))

    assert CALL.turns[1].speaker == "buyer"
    card = graded(ScriptedJudge(fill))
    assert card.judging is not None
    assert card.judging.stand_in == UNVERIFIED


def test_the_graders_version_names_prompt_and_policy() -> None:
    """Another number of opinions is another grader, so a call is graded anew."""
    first, more = model_grader_ref("m", Policy()), model_grader_ref("m", Policy(counted_samples=5))
    assert first == model_grader_ref("m", Policy(budget_s=5))
    assert first.version != more.version
    assert (first.name, first.model) == ("model", "m")
    assert first.name != GRADER.name


@pytest.mark.parametrize("policy", [Policy(), Policy(stand_in=False)])
def test_what_the_judge_took_is_counted_also_when_there_is_no_grade(policy: Policy) -> None:
    """Every answer is charged for, fit or not."""
    took = Tokens("openai", "o4-mini", input=900, output=300)
    judge = ScriptedJudge(replies=[JudgeReply(JudgeOutcome.REFUSAL, tokens=took)] * 500)
    card = graded(judge, policy)
    assert card.usage is not None
    assert [(one.part, one.unit, one.amount // len(judge.asked)) for one in card.usage] == [
        ("judge", "input_tokens", 900),
        ("judge", "output_tokens", 300),
    ]
