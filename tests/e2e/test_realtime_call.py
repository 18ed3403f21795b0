"""A call in real time whose ear, words and voice are one realtime session, over a real WebSocket: nothing is lost."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.buyer_model.realtime.wire import NAME
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.buyer import open_buyer
from sparring.bootstrap.realtime import call_in_session
from sparring.call.by_model.wording import ModelWording
from sparring.call.replay import first_difference
from sparring.call.session import CallSession
from sparring.config import Config
from sparring.persona import find_persona
from sparring.transcript import Ending, Engines, Speaker, Transcript
from tests.fakes.calls import Onlooker, an_opening
from tests.fakes.judge_service import KEY
from tests.fakes.phone import LoudnessDetector, Phone, ToneSynthesiser, spoken
from tests.fakes.realtime_service import RealtimeService
from tests.fakes.realtime_sound import Written

TEXTS = ("Hello, Dana here.", "What happened?", "Where is he?")
WORDS = "He fell in the kitchen, and he broke his hip."
pytestmark = pytest.mark.slow


@dataclass
class Stage:
    """One call under test, and the service it is held with."""

    service: RealtimeService
    call: SpokenCall
    session: CallSession
    phone: Phone
    shown: Onlooker = field(default_factory=Onlooker)

    async def until(self, happened: Callable[[], bool], within_s: float = 12.0) -> None:
        async with asyncio.timeout(within_s):
            while not happened():
                await asyncio.sleep(0.02)

    async def say(self, number: int) -> None:
        """The rep says sentence `number` and is answered."""
        turns = len(self.shown.turns)
        await self.phone.say(spoken(number, len(TEXTS[number].split())))
        await self.until(lambda: len(self.shown.turns) >= turns + 2 and self.phone.buyer_silent_for_ms() > 200)


async def played(service: RealtimeService, scenario: Any, **settings: Any) -> Transcript:
    """Hold a call; what was on record at its end."""
    own: dict[str, Any] = {"hearing": "realtime", "buyer": "realtime", "buyer_model": "gpt-realtime"}
    config = Config(**(own | {"data_dir": Path("unused"), "buyer_url": service.url, "buyer_key": KEY} | settings))
    persona, clock, samples, shown = find_persona("daughter_discharge"), SystemClock(), SampleClock(), Onlooker()
    buyer = open_buyer(config)
    assert buyer is not None
    one = call_in_session(buyer, config, persona, ())
    engines = Engines(transport="test", hearing=NAME, buyer="rules", voice=NAME if one.voice else "tone")
    opened = an_opening(persona).model_copy(update={"engines": engines})
    session = CallSession(
        opened, persona, journal=MemoryJournal(), store=MemoryStore(), watcher=shown, clock_ms=samples
    )
    session.word_with(ModelWording(one.model, clock))
    speech = Speech(None, one.voice or ToneSynthesiser(), LoudnessDetector(), uplink=one.uplink)
    if one.voice is not None:
        speech = Speech(
            None, one.voice, LoudnessDetector(), uplink=one.uplink, own_pauses=True, on_heard=one.voice.was_heard
        )
    call = SpokenCall(session, speech=speech, watcher=shown, clock=clock, clock_ms=samples)
    await session.open()
    await call.start()
    samples.begin()
    async with Phone(call.input, call.output, samples) as phone:
        await call.pick_up(ring_ms=500)
        await scenario(Stage(service, call, session, phone, shown))
    await call.close()
    await buyer.close()
    return await session.transcript()


@pytest.mark.parametrize("settings", [{}, {"realtime_turns": "server_vad", "voice": "realtime"}])
async def test_a_call_in_one_session_is_heard_answered_and_kept_to_its_last_word(settings: dict[str, Any]) -> None:
    """The session ends once in the middle of a turn, and the rep hangs up before the last words are written down."""

    async def scenario(stage: Stage) -> None:
        await stage.say(0)
        speaking = asyncio.create_task(stage.say(1))
        await asyncio.sleep(0.3)
        stage.service.expire()
        await speaking
        stage.service.writes.append(Written(after_s=0.8))
        await stage.phone.say(spoken(2, 3))
        await stage.call.hang_up("rep", reason="The rep hung up.")

    with RealtimeService(lambda _: WORDS, texts=TEXTS) as service:
        transcript = await played(service, scenario, **settings)
    said = [turn.text for turn in transcript.turns if turn.speaker is Speaker.REP]
    assert said == list(TEXTS)
    buyer = [turn for turn in transcript.turns if turn.speaker is Speaker.BUYER]
    assert buyer[0].text == find_persona("daughter_discharge").opening_line
    assert buyer[1].wording is not None
    assert len(service.connections) >= 2  # one that ended, and what came after
    assert first_difference(find_persona("daughter_discharge"), transcript) is None
    assert all(set(one.microphone.appended_ms) <= {20} for one in service.connections)


async def test_a_call_whose_service_changes_the_voice_ends_and_says_so() -> None:
    """Nobody hears somebody else, and the record is marked as not whole."""

    async def scenario(stage: Stage) -> None:
        await stage.phone.say(spoken(0, len(TEXTS[0].split())))
        await stage.until(lambda: stage.shown.ending is not None)
        assert not stage.phone.buyer_spoke_ms

    with RealtimeService(texts=TEXTS, speaks_as="echo") as service:
        transcript = await played(service, scenario, voice="realtime")
    ending: Ending = transcript.ending
    assert (ending.by, ending.complete) == ("connection_lost", False)
    assert "another voice" in ending.reason


async def test_a_leak_of_a_model_that_speaks_is_cut() -> None:
    """The role it slips into is not heard to its end; the persona's own words are, in the same voice."""

    async def scenario(stage: Stage) -> None:
        await stage.say(0)
        await stage.say(1)
        await stage.call.hang_up("rep", reason="The rep hung up.")

    slip = "Well, let me see. Thank you for calling Willow Lane Home Care. How may I assist you today?"
    with RealtimeService(lambda _: slip, texts=TEXTS) as service:
        transcript = await played(service, scenario, voice="realtime")
    assert "assist" not in transcript.turns[3].text
    assert "role_swap" in [event.ref for event in transcript.events]
    assert len(transcript.turns[3].text.split()) > 4
