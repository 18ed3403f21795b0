"""The rep's sound to the realtime model: settings, a trial, and a call's way there."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.buyer_model.realtime.wire import NAME
from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.buyer import open_buyer
from sparring.bootstrap.lines import CallLines
from sparring.bootstrap.realtime import (
    TRIAL_VOICE,
    call_in_session,
    examine_uplink,
    examine_voice,
    hears_in_session,
    speaks_in_session,
)
from sparring.config import Config
from sparring.errors import ConfigRejected, VoiceFailed
from sparring.persona import find_persona
from tests.adapters.buyer_model.realtime.test_socket import until
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.judge_service import KEY, Reply
from tests.fakes.phone import ToneSynthesiser
from tests.fakes.realtime_service import RealtimeService
from tests.fakes.realtime_sound import Written


def settings(service: RealtimeService, **changes: Any) -> Config:
    own = {"hearing": "realtime", "buyer": "realtime", "buyer_url": service.url, "buyer_model": "gpt-realtime"}
    return Config(**({"buyer_key": KEY, "voice": "none"} | own | changes))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "it also needs SPARRING_BUYER=realtime, and that is mind now."),
        ({"buyer": "chat"}, "it also needs SPARRING_BUYER=realtime, and that is chat now."),
        ({"buyer": "realtime", "buyer_url": "https://x.openai.azure.com"}, "SPARRING_BUYER_MODEL"),
    ],
)
def test_a_half_set_up_hearing_is_explained(given: dict[str, Any], sentence: str) -> None:
    """In one sentence that names what is missing."""
    with pytest.raises(ConfigRejected, match=sentence):
        hears_in_session(Config(hearing="realtime", **given))


@pytest.mark.parametrize(
    ("service", "sentence"),
    [
        ({"writes": [Written(fails=True)]}, "SPARRING_REALTIME_TRANSCRIBER=gpt-4o-mini-transcribe"),
        ({"refusals": [Reply(429)]}, "rate limit"),
        ({"refusals": [Reply(401)]}, "key or the identity"),
        ({"agrees": {"audio": {}}}, "did not accept the request"),
    ],
)
def test_a_trial_says_what_is_wrong(service: dict[str, Any], sentence: str) -> None:
    """For real, in one sentence."""
    with RealtimeService(**service) as there:
        hears, why = asyncio.run(examine_uplink(settings(there)))
    assert not hears
    assert sentence in why


def test_a_trial_that_works_says_who_does_what() -> None:
    """Who writes down, and who finds turns."""
    with RealtimeService() as there:
        hears, why = asyncio.run(examine_uplink(settings(there, realtime_turns="semantic_vad")))
    assert hears
    assert "gpt-4o-mini-transcribe writes it down" in why
    assert "by meaning" in why


async def test_a_call_hears_and_words_over_one_connection() -> None:
    """The persona's own sensitivity and names go with it."""
    with RealtimeService(texts=("Hello.",)) as there:
        config = settings(there, realtime_turns="server_vad")
        buyer = open_buyer(config)
        assert buyer is not None
        one = call_in_session(buyer, config, a_caller(), ("Laura",))
        await one.model.warm_up()
        assert one.uplink is not None
        assert one.voice is None
        one.uplink.push(bytes(640))
        await until(lambda: there.connections[0].microphone.appended_ms)
        (update,) = there.connections[0].sent("session.update")
        assert update["session"]["audio"]["input"]["turn_detection"]["threshold"] == 0.5
        await buyer.close()


def test_a_line_whose_buyer_hears_needs_no_recogniser(tmp_path: Path) -> None:
    """Direct or with the engines of an agent's worker, the record names the service."""

    async def scenario() -> None:
        with RealtimeService() as there:
            config = settings(there, data_dir=tmp_path)
            lines = CallLines(config, MemoryJournal(), MemoryStore(), SystemClock())
            await lines.speech.use(None, ToneSynthesiser())
            assert (lines.hearing.state, lines.hearing.name) == ("ready", NAME)
            assert lines.engines("voice").hearing == NAME
            session, line = lines.maker(an_opening(), a_caller(), "voice")(Onlooker())  # type: ignore[arg-type]
            await session.open()
            await line.start()
            await until(lambda: there.connections)
            await line.hang_up("rep", reason="The rep hung up.")
            await line.close()
            await lines.close()

    asyncio.run(scenario())


def test_a_line_whose_buyer_cannot_hear_says_why(tmp_path: Path) -> None:
    """Calls can be typed."""

    async def scenario() -> str:
        config = Config(data_dir=tmp_path, hearing="realtime", voice="none")
        lines = CallLines(config, MemoryJournal(), MemoryStore(), SystemClock())
        await lines.speech.load()
        await lines.close()
        return lines.hearing.sentence

    assert "SPARRING_BUYER=realtime" in asyncio.run(scenario())


def test_a_model_that_speaks_needs_a_model() -> None:
    """One sentence says which setting."""
    with pytest.raises(ConfigRejected, match="speak for itself: it also needs SPARRING_BUYER=realtime"):
        speaks_in_session(Config(voice="realtime"))


def test_a_buyer_of_several_people_is_not_given_one_voice() -> None:
    """The rep is told what to do instead."""

    async def scenario() -> None:
        with RealtimeService() as there:
            config = settings(there, voice="realtime")
            call_in_session(open_buyer(config), config, a_caller(), ())
            call_in_session(open_buyer(config), config, find_persona("front_desk_block"), ())

    with pytest.raises(VoiceFailed, match="several people"):
        asyncio.run(scenario())


@pytest.mark.parametrize(
    ("service", "sentence"),
    [
        ({}, "not anchored"),
        ({"speaks_as": "echo"}, "another voice"),
        ({"agrees": {"audio": {"output": {"voice": "echo"}}}}, "another voice"),
        ({"refusals": [Reply(401)]}, "key or the identity"),
    ],
)
def test_a_voice_is_tried_with_one_word(service: dict[str, Any], sentence: str) -> None:
    """In a voice that personas have; one that would be another is refused."""
    with RealtimeService(**service) as there:
        speaks, why = asyncio.run(examine_voice(settings(there, voice="realtime")))
    assert speaks == (service == {})
    assert sentence in why
    assert TRIAL_VOICE == "coral"
