"""A voice behind OpenAI's speech protocol."""

import pytest

from sparring.adapters.openai import audio
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.voice.openai_voice import OpenAIVoice
from sparring.adapters.voice.pcm_stream import BLOCK_BYTES
from sparring.errors import VoiceFailed
from tests.fakes.openai_audio import openai_audio


async def test_a_turn_is_asked_for_clause_by_clause_and_kept_when_it_is_short() -> None:
    """PCM without a header, in the pinned voice; a stock line is asked for once."""
    async with openai_audio() as service:
        voice = OpenAIVoice(Endpoint(service.url, "tts-1", "k3y"))
        await voice.start(lambda *_: None)
        await voice.prepare("Yes. What do you charge?", voice_id="coral")
        sound = b"".join([block async for block in voice.speak("Yes. What do you charge?", voice_id="coral")])
        await voice.close()
    said = service.asked[1:]
    assert [one["input"] for one in said] == ["Yes.", "What do you charge?"]
    assert {(one["voice"], one["model"], one["response_format"]) for one in said} == {("coral", "tts-1", "pcm")}
    assert service.keys[0] == "Bearer k3y"
    assert len(sound) % BLOCK_BYTES == 0
    assert sound


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(401, "SPARRING_VOICE_KEY"), (404, "SPARRING_VOICE_MODEL"), (429, "wait"), (400, "refuses")],
)
async def test_a_refusal_is_one_sentence_of_ours(monkeypatch: pytest.MonkeyPatch, status: int, sentence: str) -> None:
    """At the start, and in the middle of a call."""
    monkeypatch.setattr(audio, "RETRIES", 0)
    async with openai_audio(status=status) as service:
        voice = OpenAIVoice(Endpoint(service.url, "tts-1"))
        with pytest.raises(VoiceFailed, match=sentence) as failed:
            await voice.start(lambda *_: None)
        with pytest.raises(VoiceFailed, match=sentence):
            await anext(voice.speak("Hello.", voice_id="coral"))
        await voice.close()
    assert "own words" not in failed.value.sentence


async def test_nobody_listening_is_one_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which setting to look at."""
    monkeypatch.setattr(audio, "RETRIES", 0)
    voice = OpenAIVoice(Endpoint("http://127.0.0.1:9/v1", "tts-1"))
    with pytest.raises(VoiceFailed, match="SPARRING_VOICE_URL"):
        await voice.start(lambda *_: None)
    await voice.close()
