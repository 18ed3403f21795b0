"""F10: the recogniser stalls or floods: the turn closes, is marked as unheard, and the buyer asks again within 8 s."""

import pytest

from sparring.call.mind.phrases import PHRASES
from sparring.ports import Heard
from sparring.transcript import MAX_TURN_CHARACTERS, EventKind
from tests.adapters.agent_session.test_spoken_call import TEXTS, Stage, play, said
from tests.fakes.phone import CodedRecogniser
from tests.fakes.uplinks import CodedUplink

ASKED_AGAIN_WITHIN_MS = 8_000


def test_a_recogniser_that_stalls_costs_the_turn_its_words_and_the_rep_no_more_than_eight_seconds() -> None:
    """The turn stands as unheard, the buyer asks again, and the next turn is heard."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        stage.recogniser.takes_s = 600.0
        end_ms = await stage.phone.say(said(1))
        await stage.until(lambda: stage.phone.buyer_spoke_after(end_ms), within_s=12)
        assert stage.phone.buyer_began_after(end_ms) <= ASKED_AGAIN_WITHIN_MS
        await stage.answered(4)
        assert (stage.shown.turns[2].text, stage.shown.turns[2].confidence) == ("", 0.0)
        stage.recogniser.takes_s = 0.1
        await stage.phone.say(said(1))
        await stage.answered(6)
        transcript = await stage.session.transcript()
        unsure = [event.turn for event in transcript.events if event.kind is EventKind.UNSURE_HEARING]
        assert unsure == [2]

    play(scenario)


def test_a_recogniser_that_dies_in_every_turn_never_ends_the_call() -> None:
    """Each is asked about; nothing is made up."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        stage.recogniser.fails = {1}
        for turns in (4, 6):
            await stage.phone.say(said(1))
            await stage.answered(turns)
        assert stage.session.ending is None
        assert [stage.shown.turns[index].text for index in (2, 4)] == [""] * 2

    play(scenario)


def test_a_service_that_cannot_be_reached_any_more_ends_the_call_with_a_goodbye() -> None:
    """The buyer says that they cannot hear the rep; the record says why it is not whole, and holds what was said."""
    uplink = CodedUplink(TEXTS)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        uplink.give_up()
        await stage.until(lambda: stage.session.ending is not None)
        assert stage.voice.spoken[-1][0] in PHRASES["cannot_hear"]
        assert stage.session.ending is not None
        assert (stage.session.ending.by, stage.session.ending.complete) == ("connection_lost", False)
        assert len((await stage.session.transcript()).turns) == 2

    play(scenario, uplink=uplink)


@pytest.mark.parametrize("text", ["and so on " * 20_000, "a" * 200_000])
def test_a_recogniser_that_floods_is_cut(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words without end stop at what a turn may hold, and are answered."""

    def flood(_: CodedRecogniser, __: bytes) -> Heard:
        return Heard(text=text, confidence=0.9, unsure=False, words=(), decode_ms=1)

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(said(0))
        await stage.answered(2)
        monkeypatch.setattr(CodedRecogniser, "hear", flood)
        await stage.phone.say(said(1))
        await stage.answered(4)
        assert len(stage.shown.turns[2].text) <= MAX_TURN_CHARACTERS

    play(scenario)
