"""Privacy of the model judge: words of the call, of the model and of its service are in no log, nor is the key."""

import asyncio
import logging
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.bootstrap.judge import grade_by_model
from sparring.config import Config
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Speaker, Transcript
from tests.fakes.golden_calls import golden_call
from tests.fakes.judge_service import KEY, JudgeService, Reply
from tests.fakes.judges import Fill, answering, as_the_rules, claim

SAID, THOUGHT, SERVED = "pangolinspeech", "axolotlrationale", "quokkaerror"
CANARIES = (SAID, THOUGHT, SERVED, KEY)
CALL = golden_call("inside", "fair")
RUBRIC = find_rubric("inside_sales")
FAULTS = [
    Reply(500, {"error": {"message": SERVED}}),
    Reply(429, {"error": {"message": SERVED}}, {"retry-after-ms": "1"}),
    Reply(refusal=f"I will not judge {SAID}."),
    Reply(content=f"not json {SAID}"),
    Reply(content=SAID, finish_reason="length"),
]


def with_canary() -> Transcript:
    turns = (
        turn.model_copy(update={"text": f"{SAID} {turn.text}"}) if turn.speaker is Speaker.REP else turn
        for turn in CALL.turns
    )
    return CALL.model_copy(update={"turns": tuple(turns)})


def thinking_aloud(fill: Fill) -> Fill:
    def filled(criterion: str, levels: list[str]) -> dict[str, Any]:
        return fill(criterion, levels) | {"rationale": f"{THOUGHT} {SAID}"}

    return filled


def inventing(_: str, levels: list[str]) -> dict[str, Any]:
    return claim(levels[-1], (0, f"{THOUGHT} never said any such thing here"))


def judged(fill: Fill, replies: list[Reply]) -> Scorecard:
    call = with_canary()
    with JudgeService(answering(fill), replies=replies) as service:
        config = Config(judge_url=service.url, judge_model="gpt-5.5", judge_key=KEY)
        return asyncio.run(grade_by_model(config, SystemClock(), call, RUBRIC, transcript_digest="0" * 64))


@pytest.mark.parametrize("replies", [[], FAULTS, FAULTS * 40], ids=["well", "shaken", "failing"])
@pytest.mark.parametrize("invents", [False, True], ids=["honest", "inventing"])
def test_no_log_holds_a_word_or_the_key(
    replies: list[Reply], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], *, invents: bool
) -> None:
    """Whatever level is set and whatever the service does; the card holds the call's words, so they do sing."""
    fill = inventing if invents else thinking_aloud(as_the_rules(with_canary(), RUBRIC))
    with caplog.at_level(logging.DEBUG):
        card = judged(fill, list(replies))
    written = "".join(str(vars(record)) for record in caplog.records) + "".join(capfd.readouterr())
    assert not [canary for canary in CANARIES if canary in written]
    assert KEY not in card.model_dump_json()
    assert SERVED not in card.model_dump_json()
    if not invents:
        assert SAID in card.model_dump_json()
