"""Which voice is opened for which settings."""

from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.bootstrap.speech import open_hearing, open_voice
from sparring.config import Config
from sparring.errors import ConfigRejected, HearingFailed
from tests.fakes.azure_speech import azure_speech
from tests.fakes.openai_audio import openai_audio


async def test_azure_speaks_when_it_is_asked_for(tmp_path: Path) -> None:
    """With a key, called for real."""
    async with azure_speech() as azure:
        config = Config(data_dir=tmp_path, voice="azure", azure_speech_url=azure.url, azure_speech_key="k")
        voice, why = await open_voice(config, SystemClock(), lambda *_: None)
        await voice.close()
    assert voice.name == "azure-speech"
    assert "by a key" in why


async def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """Half a configuration is one sentence."""
    with pytest.raises(ConfigRejected, match="SPARRING_AZURE_SPEECH_URL"):
        await open_voice(Config(data_dir=tmp_path, voice="azure"), SystemClock(), lambda *_: None)


async def test_endpoints_of_ones_own_hear_and_speak(tmp_path: Path) -> None:
    """Any that speaks OpenAI's protocols."""
    async with openai_audio() as service:
        config = Config(
            data_dir=tmp_path,
            voice="openai",
            voice_url=service.url,
            voice_model="tts-1",
            hearing="openai",
            hearing_url=service.url,
            hearing_model="whisper-1",
        )
        voice, why = await open_voice(config, SystemClock(), lambda *_: None)
        hearing, _ = await open_hearing(config, SystemClock(), lambda *_: None)
        await voice.close()
        await hearing.close()
    assert (voice.name, hearing.name) == ("openai-speech", "openai-hearing")
    assert "tts-1 at 127.0.0.1" in why


async def test_a_half_configured_endpoint_is_one_sentence(tmp_path: Path) -> None:
    """Both names that are missing."""
    with pytest.raises(ConfigRejected, match="SPARRING_HEARING_URL and SPARRING_HEARING_MODEL"):
        await open_hearing(Config(data_dir=tmp_path, hearing="openai"), SystemClock(), lambda *_: None)


@pytest.mark.parametrize("url", ["http://speech.example.org/v1", "https://user:secret@speech.example.org/v1"])
async def test_an_address_that_gives_something_away_is_refused(tmp_path: Path, url: str) -> None:
    """In the clear, or with a secret in it, which is not repeated."""
    config = Config(data_dir=tmp_path, voice="openai", voice_url=url, voice_model="tts-1")
    with pytest.raises(ConfigRejected, match="SPARRING_VOICE_URL") as refused:
        await open_voice(config, SystemClock(), lambda *_: None)
    assert "secret" not in refused.value.sentence


async def test_an_engine_of_this_machine_is_opened_otherwise(tmp_path: Path) -> None:
    """Or refuses, as it is set."""
    with pytest.raises(HearingFailed):
        await open_hearing(Config(data_dir=tmp_path, hearing="none"), SystemClock(), lambda *_: None)
