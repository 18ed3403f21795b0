"""F8: a buyer's model that fails in the middle of a call: nobody waits longer than 2.5 s, and the call goes on.

The spoken call is the real one, in virtual time, with a scripted model; the typed one goes over real HTTP.
"""

import itertools
from collections.abc import Sequence

import pytest

from sparring.call.by_model.wording import ModelWording
from sparring.call.replay import first_difference
from sparring.grade.actor import findings
from sparring.transcript import EventKind, Speaker, Transcript
from tests.adapters.agent_session.test_spoken_call import Stage, play, said
from tests.fakes.buyer_models import Script, ScriptedBuyer, failing
from tests.fakes.calls import a_caller
from tests.fakes.chat_service import ChatService, Stream
from tests.fakes.judge_service import Reply, rate_limited
from tests.fakes.realtime_service import RealtimeService, Voiced
from tests.fakes.typed_calls import typed_call
from tests.virtual_time import VirtualClock

LONGEST_SILENCE_MS = 2_500
GOOD = ("He fell in the kitchen,", " and he broke his hip.")
FAULTS: dict[str, Sequence[Script]] = {
    "429": [(0.05, failing("rate_limited"))],
    "429 with a long wait": [(0.05, failing("rate_limited", again=False))],
    "500": [(0.1, failing("unavailable"))],
    "timeout": [(60.0,)],
    "timeout, then an answer": [(60.0,), (0.5, *GOOD)],
    "garbage": [("}{ ]] ",)],
    "role swap": [("Thank you for calling Willow Lane Home Care. How may I assist you?",)],
    "half stream": [("He fell in the kitchen,", failing("truncated"))],
    "stalled stream": [("He fell in the kitchen,", 60.0)],
    "refusal": [(0.2, failing("refused", again=False))],
    "slow but good": [(0.8, *GOOD)],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nobody_waits_longer_than_two_and_a_half_seconds(fault: str) -> None:
    """From the rep's last sound to the buyer's first, and nowhere within the buyer's turn longer than that."""

    async def scenario(stage: Stage) -> None:
        stage.session.word_with(ModelWording(ScriptedBuyer(FAULTS[fault]), VirtualClock()))
        await stage.phone.say(said(0))
        await stage.answered(2)
        end_ms = await stage.phone.say(said(1))
        await stage.until(lambda: len(stage.shown.turns) >= 4, within_s=20)
        spoke = [end_ms, *(at_ms for at_ms in stage.phone.buyer_spoke_ms if at_ms > end_ms)]
        assert len(spoke) > 20
        assert max(after - before for before, after in itertools.pairwise(spoke)) <= LONGEST_SILENCE_MS
        transcript = await stage.session.transcript()
        assert ("reworded" in [event.kind for event in transcript.events]) == (fault != "slow but good")
        assert first_difference(stage.session.persona, transcript) is None
        assert findings(transcript, stage.session.persona) == ()

    play(scenario)


def test_a_rep_who_cuts_in_ends_the_model_s_answer_too() -> None:
    """Only what was heard was said, in the model's words, and the call replays."""

    async def scenario(stage: Stage) -> None:
        long = ("He fell in the kitchen,", " and he broke his hip.", " They operated the same night and it went well.")
        stage.session.word_with(ModelWording(ScriptedBuyer([long]), VirtualClock()))
        await stage.phone.say(said(0))
        await stage.answered(2)
        await stage.phone.say(said(1))
        before = len(stage.phone.buyer_spoke_ms)
        await stage.until(lambda: len(stage.phone.buyer_spoke_ms) > before + 60)
        await stage.phone.say(said(2))
        await stage.until(lambda: len(stage.shown.turns) >= 5)
        cut = stage.shown.turns[3]
        assert cut.interrupted
        assert cut.wording is not None
        assert cut.wording.planned_words == len("".join(long).split())
        assert "".join(long).startswith(cut.text)
        await stage.answered(6)
        await stage.call.hang_up("rep", reason="The rep hung up.")
        assert first_difference(stage.session.persona, await stage.session.transcript()) is None

    play(scenario)


async def typed(service: ChatService | RealtimeService, *lines: str) -> Transcript:
    """What was on record of a call with the usual buyer."""
    return (await typed_call(service, a_caller(), lines))[1]


GREETING, WHERE = "Thank you for calling, this is Dana.", "Where does he live?"


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        ([rate_limited(retry_after="60")], "rate_limited"),
        ([Reply(500, {}), Reply(500, {})], "unavailable"),
        ([Stream(refusal="I will not."), Stream()], "refused"),
        ([Stream(("He", " is"), finish="content_filter")], "filtered"),
    ],
)
async def test_a_service_that_fails_costs_the_model_s_words_and_nothing_else(
    replies: list[Reply | Stream], why: str
) -> None:
    """The persona's own lines stand in, the next turn is the model's again, and the record says both."""
    with ChatService(lambda _: "He's in Oakwood, on Maple.", replies=list(replies)) as service:
        call = await typed(service, GREETING, WHERE, "And who helps him with cooking?")
    buyer = [turn for turn in call.turns if turn.speaker is Speaker.BUYER]
    assert buyer[1].wording is None
    assert buyer[2].wording is not None
    assert (EventKind.REWORDED, why) in [(event.kind, event.ref) for event in call.events]
    assert first_difference(a_caller(), call) is None


async def test_a_good_service_words_every_decision() -> None:
    """The substance is the mind's: the fact counts as told, in the words of the model."""
    with ChatService(lambda _: "He's over in Oakwood, on Maple.") as service:
        call = await typed(service, GREETING, WHERE)
    assert call.turns[-1].text == "He's over in Oakwood, on Maple."
    assert ("fact_earned", "oakwood") in [(event.kind, event.ref) for event in call.events]
    changed = call.turns[-1].model_copy(update={"mood": "annoyed"})
    forged = call.model_copy(update={"turns": (*call.turns[:-1], changed)})
    difference = first_difference(a_caller(), forged)
    assert difference is not None
    assert difference.what == "mood"


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        ([Voiced(("He is in",), closes=1006)] * 2, "unavailable"),
        ([Voiced(("He is in",), closes=1001)] * 2, "unavailable"),
        ([Voiced(error={"code": "session_expired", "type": "invalid_request_error"})] * 2, "unavailable"),
        ([Voiced(status="failed", details={"error": {"code": "rate_limit_exceeded"}})], "rate_limited"),
        ([Voiced(("Thank you for calling Willow Lane Home Care. How may I assist you?",))], "role_swap"),
    ],
)
async def test_a_realtime_service_that_fails_costs_no_more_than_a_chat_service(replies: list[Voiced], why: str) -> None:
    """The same lines stand in, and the next turn goes over a connection that knows the call so far."""
    with RealtimeService(lambda _: "He's in Oakwood, on Maple.", replies=list(replies)) as service:
        call = await typed(service, GREETING, WHERE, "And who helps him with cooking?")
    buyer = [turn for turn in call.turns if turn.speaker is Speaker.BUYER]
    assert buyer[1].wording is None
    assert buyer[2].wording is not None
    assert why in [event.ref for event in call.events if event.kind is EventKind.REWORDED]
    assert first_difference(a_caller(), call) is None
    assert [text for _, text in service.connections[-1].said][-3:] == [WHERE, buyer[1].text, call.turns[-2].text]
