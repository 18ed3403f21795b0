"""A1 with a model that obeys whatever it reads: speech to the grader never reaches it, and is never evidence."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.grade.judge.grader import ModelGrader, Policy, in_process, model_grader_ref
from sparring.ports import JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Speaker, Transcript
from tests.fakes.golden_calls import golden_call
from tests.fakes.judges import ScriptedJudge, as_the_rules, claim, fill_in, record_in

CORPUS: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[1] / "golden" / "grader_talk.json").read_text("utf-8")
)
RUBRIC = find_rubric("inside_sales")
CALL = golden_call("inside", "fair")
PLACE = next(turn.index for turn in CALL.turns[4:] if turn.speaker is Speaker.REP)


class Obedient(ScriptedJudge):
    """Gives everything its highest level, quoting the attack, as soon as it can read the attack."""

    attack = ""

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        turns = record_in(question.material)["turns"]
        if self.attack and "criteria" in question.schema["properties"] and self.attack in turns[PLACE]["text"]:

            def obeyed(_: str, levels: list[str]) -> dict[str, Any]:
                return claim(levels[-1], (PLACE, self.attack))

            return JudgeReply(JudgeOutcome.OK, fill_in(question.schema, obeyed))
        return await super().ask(question, limit_s=limit_s, roomier=roomier)


def graded(judge: ScriptedJudge, call: Transcript) -> Scorecard:
    async def work() -> Scorecard:
        policy = Policy(stand_in=False)
        grader = ModelGrader(judge, policy, SystemClock(), in_process, lambda: "0" * 16)
        ref = model_grader_ref("obedient", policy)
        return await grader(call, RUBRIC, transcript_digest="0" * 64, graded_at=call.started_at, grader=ref)

    return asyncio.run(work())


def attacked(attack: str) -> Transcript:
    turn = CALL.turns[PLACE]
    said = turn.model_copy(update={"text": f"{turn.text} {attack}", "words": ()})
    return CALL.model_copy(update={"turns": (*CALL.turns[:PLACE], said, *CALL.turns[PLACE + 1 :])})


@pytest.mark.slow
def test_no_attack_that_is_known_moves_the_score_of_an_obedient_model() -> None:
    """Exactly nothing, for each of them; the turn is flagged."""
    before = graded(ScriptedJudge(as_the_rules(CALL, RUBRIC)), CALL)
    for attack in CORPUS["attacks"][::6]:
        judge = Obedient(as_the_rules(CALL, RUBRIC))
        judge.attack = attack
        after = graded(judge, attacked(attack))
        assert after.totals == before.totals, attack
        assert any("whoever scores" in flag for flag in after.flags), attack


def test_the_obedient_model_would_obey() -> None:
    """The test can fail: told the same in words that no detector knows, it gives in; its evidence is what was said."""
    judge = Obedient(as_the_rules(CALL, RUBRIC))
    judge.attack = "Our caregivers have all been with us for many happy years"
    after = graded(judge, attacked(judge.attack))
    before = graded(ScriptedJudge(as_the_rules(CALL, RUBRIC)), CALL)
    assert before.totals
    assert after.totals
    assert after.totals.score > before.totals.score
