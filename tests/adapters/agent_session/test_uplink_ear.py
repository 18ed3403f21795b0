"""Ears whose words come from a service, on a whole spoken call in virtual time."""

import pytest

from sparring.adapters.agent_session.uplink_ear import WORDS_WITHIN_S
from sparring.transcript import EventKind, Speaker
from tests.adapters.agent_session.test_spoken_call import GREETING, QUESTION, TEXTS, Stage, play, said
from tests.fakes.phone import spoken
from tests.fakes.uplinks import CodedUplink


@pytest.mark.parametrize("finds_turns", [False, True])
def test_a_turn_is_written_down_by_the_service_and_answered(*, finds_turns: bool) -> None:
    """Twice, with the service's words, in the order they were said."""
    uplink = CodedUplink(TEXTS, finds_turns=finds_turns)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        end_ms = await stage.phone.say(said(1))
        await stage.answered(4)
        assert [turn.text for turn in stage.shown.turns.values() if turn.speaker is Speaker.REP] == [GREETING, QUESTION]
        latency = stage.shown.turns[3].latency
        assert latency is not None
        assert latency.hearing_ms == 100
        assert latency.endpointing_ms is not None
        assert stage.phone.buyer_began_after(end_ms) <= latency.endpointing_ms + 200

    play(scenario, uplink=uplink)


def test_the_service_is_sent_turns_and_no_silence() -> None:
    """Each with what came just before it, and what its end was told by."""
    uplink = CodedUplink(TEXTS)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        (sent,) = uplink.turns
        spoken_ms = len(said(0)) // 32
        assert spoken_ms <= len(sent) // 32 <= spoken_ms + 400 + 950

    play(scenario, uplink=uplink)


@pytest.mark.parametrize("finds_turns", [False, True])
@pytest.mark.parametrize("takes_s", [0.5, 2.5])
def test_a_rep_who_hangs_up_after_the_last_word_is_written_down(takes_s: float, *, finds_turns: bool) -> None:
    """However late the service is with it, within three seconds; also where the turn was not over yet."""
    uplink = CodedUplink(TEXTS, finds_turns=finds_turns, takes_s=0.1)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        uplink.takes_s = takes_s
        await stage.phone.say(said(1))
        await stage.call.hang_up("rep", reason="The rep hung up.")
        transcript = await stage.session.transcript()
        assert [turn.text for turn in transcript.turns if turn.speaker is Speaker.REP] == [GREETING, QUESTION]

    play(scenario, uplink=uplink)


def test_last_words_that_never_come_are_on_record_as_not_made_out() -> None:
    """The hang-up does not wait for ever, and the turn is not lost without a trace."""
    uplink = CodedUplink(TEXTS)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        uplink.takes_s = None
        await stage.phone.say(said(1))
        before_ms = stage.phone.now_ms
        await stage.call.hang_up("rep", reason="The rep hung up.")
        assert stage.phone.now_ms - before_ms <= 6_000
        transcript = await stage.session.transcript()
        assert transcript.turns[-1].speaker is Speaker.REP
        unsure = [event.turn for event in transcript.events if event.kind is EventKind.UNSURE_HEARING]
        assert unsure == [transcript.turns[-1].index]

    play(scenario, uplink=uplink)


def test_nobody_waits_long_for_words_that_do_not_come() -> None:
    """The buyer asks again, and the next turn is heard."""
    uplink = CodedUplink(TEXTS)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        uplink.takes_s = None
        end_ms = await stage.phone.say(said(1))
        await stage.answered(4)
        assert stage.phone.buyer_began_after(end_ms) <= 1000 * WORDS_WITHIN_S + 600
        uplink.takes_s = 0.1
        await stage.phone.say(said(1))
        await stage.answered(6)
        assert stage.shown.turns[4].text == QUESTION

    play(scenario, uplink=uplink)


@pytest.mark.parametrize("finds_turns", [False, True])
@pytest.mark.parametrize(("noise_ms", "counted"), [(160, 0), (400, 1)])
def test_a_ghost_does_not_end_the_buyer_s_turn(noise_ms: int, counted: int, *, finds_turns: bool) -> None:
    """A cough is passed over, a longer noise without words pauses the buyer, who goes on; that is counted."""
    uplink = CodedUplink((GREETING, "", "", ""), finds_turns=finds_turns)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: len(stage.phone.buyer_spoke_ms) > 60)
        await stage.phone.say(spoken(1, 1, word_ms=noise_ms))
        await stage.answered(2)
        assert stage.shown.turns[1].text == stage.session.persona.opening_line
        assert not stage.shown.turns[1].interrupted
        kinds = [event.kind for event in (await stage.session.transcript()).events]
        assert kinds.count(EventKind.FALSE_INTERRUPTION) == counted

    play(scenario, uplink=uplink)


@pytest.mark.parametrize("finds_turns", [False, True])
def test_a_rep_who_cuts_in_is_heard_and_the_buyer_stops(*, finds_turns: bool) -> None:
    """Only what was heard of the buyer is on record, and the rep's words come after it."""
    uplink = CodedUplink(TEXTS, finds_turns=finds_turns)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.until(lambda: len(stage.phone.buyer_spoke_ms) > 60)
        await stage.phone.say(said(1))
        await stage.answered(4)
        assert stage.shown.turns[1].interrupted
        assert stage.shown.turns[2].text == QUESTION

    play(scenario, uplink=uplink)
