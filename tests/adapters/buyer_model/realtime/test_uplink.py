"""The rep's sound over real WebSockets: every turn comes to words, whatever becomes of the connection."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from sparring.adapters.buyer_model.factory import open_realtime_buyer
from sparring.adapters.buyer_model.realtime.call import RealtimeCall
from sparring.adapters.buyer_model.realtime.session import Hears, Turns
from sparring.adapters.buyer_model.realtime.uplink import RealtimeUplink
from sparring.adapters.openai.endpoint import Endpoint
from sparring.call.turn_taking.detection import DETECTION
from sparring.errors import HearingFailed
from sparring.ports import BuyerPrompt, Heard, PromptTurn, TurnSeen
from tests.adapters.buyer_model.realtime.test_socket import until
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.phone import spoken
from tests.fakes.realtime_service import RealtimeService
from tests.fakes.realtime_sound import Written

TEXTS = ("Thank you for calling, this is Dana.", "Where does he live?")
STEP = 640  # bytes of 20 ms at 16 kHz


@dataclass
class Rep:
    """A rep on the way to a service."""

    call: RealtimeCall
    uplink: RealtimeUplink
    service: RealtimeService
    seen: list[TurnSeen] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def speak(self, number: int, *, words: int | None = None) -> None:
        """Sentence `number`, or so many words of it, in steps of 20 ms."""
        pcm = spoken(number, words or len(TEXTS[number].split()))
        for start in range(0, len(pcm), STEP):
            self.uplink.push(pcm[start : start + STEP])

    def be_silent(self, ms: int) -> None:
        """Without a sound."""
        for _ in range(ms // 20):
            self.uplink.push(bytes(STEP))

    async def turn(self, number: int) -> Heard:
        """Sentence `number`, to its end."""
        self.speak(number)
        return await asyncio.wait_for(self.uplink.close_turn().result(), 2)


@asynccontextmanager
async def a_rep(*writes: Written, turns: Turns = "client", **service: Any) -> AsyncIterator[Rep]:
    """Connected, with the phone picked up."""
    with RealtimeService(texts=TEXTS, writes=list(writes), **service) as there:
        model = open_realtime_buyer(Endpoint(there.url, "gpt-realtime", KEY))
        call = model.for_call()
        uplink = call.hear(Hears("gpt-4o-mini-transcribe", turns, DETECTION["inside", "medium"], ("Laura",)))
        rep = Rep(call, uplink, there)
        uplink.listen(on_turn=rep.seen.append, on_caption=rep.captions.append)
        await call.warm_up()
        try:
            yield rep
        finally:
            await model.close()


async def test_a_turn_comes_to_words_and_its_captions_come_before() -> None:
    """Sent 20 ms at a time at 24 kHz, committed by us."""
    async with a_rep() as rep:
        heard = await rep.turn(0)
        assert (heard.text, heard.unsure) == (TEXTS[0], False)
        assert rep.captions[-1] == TEXTS[0]
        microphone = rep.service.connections[0].microphone
        assert set(microphone.appended_ms) == {20}
        assert len(microphone.committed) == 1


async def test_the_session_is_asked_to_write_down_and_never_to_answer() -> None:
    """Field by field as the protocol has them."""
    async with a_rep() as rep:
        (update,) = rep.service.connections[0].sent("session.update")
        session = update["session"]
        assert session["audio"]["input"] == {
            "format": {"type": "audio/pcm", "rate": 24_000},
            "transcription": {"model": "gpt-4o-mini-transcribe", "language": "en", "prompt": "Laura"},
            "turn_detection": None,
        }
        assert session["output_modalities"] == ["text"]
        assert session["include"] == ["item.input_audio_transcription.logprobs"]
        assert session["truncation"] == {"type": "retention_ratio", "retention_ratio": 0.8}


async def test_turns_come_to_words_in_any_order_and_each_to_its_own() -> None:
    """A slow transcription holds nobody else up."""
    async with a_rep(Written(after_s=0.2)) as rep:
        rep.speak(0)
        first = rep.uplink.close_turn()
        assert (await rep.turn(1)).text == TEXTS[1]
        assert (await first.result()).text == TEXTS[0]


async def test_what_the_service_does_not_make_out_is_unsure() -> None:
    """Low probabilities of its tokens say so."""
    async with a_rep(Written(logprob=-3.0)) as rep:
        assert (await rep.turn(0)).unsure


async def test_a_transcription_that_fails_is_a_failure_of_that_turn_alone() -> None:
    """The next one comes to words."""
    async with a_rep(Written(fails=True)) as rep:
        with pytest.raises(HearingFailed):
            await rep.turn(0)
        assert (await rep.turn(1)).text == TEXTS[1]


async def test_words_in_another_shape_than_the_protocol_s_are_asked_for_again() -> None:
    """Over the next connection, and nothing of them is told to whoever reads errors."""
    unhandled: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: unhandled.append(context))
    async with a_rep(Written(misshapen=True)) as rep:
        assert (await rep.turn(0)).text == TEXTS[0]
        assert len(rep.service.connections) == 2
    gc.collect()
    assert unhandled == []


async def test_next_to_no_sound_is_no_turn() -> None:
    """The service refuses it, and whoever waits is told."""
    async with a_rep() as rep:
        rep.be_silent(40)
        with pytest.raises(HearingFailed):
            await asyncio.wait_for(rep.uplink.close_turn().result(), 2)


async def test_a_session_that_ends_in_mid_turn_costs_nothing() -> None:
    """What was said before, meanwhile and afterwards is one turn over the next connection."""
    async with a_rep() as rep:
        rep.speak(0, words=3)
        await until(lambda: len(rep.service.connections[0].microphone.appended_ms) >= 45)
        rep.service.expire()
        rest = spoken(0, 4)
        for start in range(0, len(rest), STEP):
            rep.uplink.push(rest[start : start + STEP])
            await asyncio.sleep(0)
        heard = await asyncio.wait_for(rep.uplink.close_turn().result(), 2)
        assert heard.text == TEXTS[0]
        assert len(rep.service.connections) == 2
        assert len(rep.service.connections[1].microphone.committed) == 1


async def test_a_session_that_ends_before_the_words_are_there_costs_nothing() -> None:
    """The turn is said again over the next connection."""
    async with a_rep(Written(never=True)) as rep:
        rep.speak(0)
        words = rep.uplink.close_turn()
        await until(lambda: not rep.service.writes)  # it has the turn, and will not write it down
        rep.service.expire()
        assert (await asyncio.wait_for(words.result(), 2)).text == TEXTS[0]


async def test_a_service_that_cannot_be_reached_is_asked_again_while_the_rep_speaks() -> None:
    """Refused once while it rang; the turn is whole all the same."""
    async with a_rep(refusals=[Reply(503)]) as rep:
        heard = await rep.turn(0)
        assert heard.text == TEXTS[0]
        assert rep.service.handshakes == 2


async def test_a_model_is_asked_with_the_rep_s_own_sound_in_its_conversation() -> None:
    """The turn stands there once, as sound; what was not heard so is written in, in order."""
    async with a_rep() as rep:
        await rep.turn(1)
        heard = (PromptTurn("rep", "Hello."), PromptTurn("buyer", "Hi."), PromptTurn("rep", TEXTS[1]))
        async for _ in rep.call.word(BuyerPrompt("You are Laura.", heard, "Say that he fell.")):
            pass
        said = rep.service.connections[0].said
        assert said == [("user", "Hello."), ("assistant", "Hi."), ("user", "(sound)")]


async def test_noise_without_words_is_forgotten_by_the_service_too() -> None:
    """It is no part of what the model is asked about."""
    async with a_rep(Written(text="")) as rep:
        heard = await rep.turn(0)
        assert (heard.text, heard.unsure) == ("", False)
        await until(lambda: not rep.service.connections[0].items)


@pytest.mark.parametrize("turns", ["server_vad", "semantic_vad"])
async def test_a_service_that_finds_turns_tells_where_they_are(turns: Turns) -> None:
    """Both ends come with their place in the sound; it is told not to answer, and not to interrupt."""
    async with a_rep(turns=turns) as rep:
        rep.be_silent(600)
        rep.speak(1)
        rep.be_silent(700)
        await until(lambda: len(rep.seen) == 2)
        begun, over = rep.seen
        assert begun.begun
        assert 280 <= begun.at_ms <= 320  # with the padding of 300 ms
        assert over.words is not None
        assert (await over.words.result()).text == TEXTS[1]
        (update,) = rep.service.connections[0].sent("session.update")
        detection = update["session"]["audio"]["input"]["turn_detection"]
        assert (detection["type"], detection["create_response"], detection["interrupt_response"]) == (
            turns,
            False,
            False,
        )


async def test_a_turn_that_the_service_was_finding_when_its_session_ended_is_one_turn() -> None:
    """It begins once and ends once, with all its words."""
    async with a_rep(turns="server_vad") as rep:
        rep.be_silent(400)
        rep.speak(0, words=3)
        await until(lambda: rep.seen)
        rep.service.expire()
        await until(lambda: len(rep.service.connections) == 2)
        rest = spoken(0, 4)
        for start in range(0, len(rest), STEP):
            rep.uplink.push(rest[start : start + STEP])
        rep.be_silent(700)
        await until(lambda: len(rep.seen) == 2)
        words = rep.seen[1].words
        assert words is not None
        assert (await asyncio.wait_for(words.result(), 2)).text == TEXTS[0]


@pytest.mark.parametrize(
    "agrees",
    [
        {"audio": {"input": {"turn_detection": {"type": "server_vad"}, "transcription": {"model": "whisper-1"}}}},
        {"audio": {"input": {"turn_detection": None}}},
    ],
)
async def test_a_session_that_would_answer_by_itself_or_write_nothing_down_is_refused(agrees: dict[str, Any]) -> None:
    """Nobody speaks for the mind, and no turn goes without words."""
    async with a_rep(agrees=agrees) as rep:
        words = asyncio.create_task(rep.turn(0))
        await until(lambda: rep.service.handshakes >= 2)
        words.cancel()
        assert not rep.service.connections[0].microphone.appended_ms
