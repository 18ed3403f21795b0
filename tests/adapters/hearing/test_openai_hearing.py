"""A recogniser behind OpenAI's transcription protocol."""

import io
import math
import wave

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.hearing.openai_hearing import OpenAIHearing
from sparring.adapters.openai import audio
from sparring.adapters.openai.endpoint import Endpoint
from sparring.errors import HearingFailed
from tests.fakes.openai_audio import OpenAIAudio, openai_audio

PCM = b"\x01\x02" * 16_000


def hearing(service: OpenAIAudio, model: str = "whisper-1") -> OpenAIHearing:
    return OpenAIHearing(Endpoint(service.url, model), SystemClock())


async def test_a_stretch_is_sent_as_a_file_with_the_hint_and_comes_back_with_times() -> None:
    """The probability is the segments', for every word."""
    told = {
        "text": " Hello there. ",
        "segments": [{"avg_logprob": math.log(0.9)}],
        "words": [{"word": "Hello", "start": 0.12, "end": 0.4}],
    }
    async with openai_audio(transcription=told) as service:
        ear = hearing(service)
        heard = await ear.recognise(PCM, hint="Laura, Frank", words=True).result()
        await ear.close()
    assert (heard.text, heard.unsure, round(heard.confidence, 2)) == ("Hello there.", False, 0.9)
    assert (heard.words[0].text, heard.words[0].start_ms) == ("Hello", 120)
    asked = service.asked[0]
    assert (asked["prompt"], asked["language"], asked["response_format"]) == ("Laura, Frank", "en", "verbose_json")
    with wave.open(io.BytesIO(asked["file"])) as sound:
        assert (sound.getframerate(), sound.readframes(10**6)) == (16_000, PCM)


async def test_models_that_tell_of_tokens_are_asked_for_them() -> None:
    """Their mean is the confidence; a low one is unsure, and the buyer asks again."""
    async with openai_audio(transcription={"text": "Hm", "logprobs": [{"token": "Hm", "logprob": -2.0}]}) as service:
        ear = hearing(service, "gpt-4o-mini-transcribe")
        heard = await ear.recognise(PCM).result()
        await ear.close()
    assert service.asked[0]["response_format"] == "json"
    assert heard.unsure


async def test_silence_is_no_text_and_sure() -> None:
    """Nothing was said; nobody is asked to repeat it."""
    async with openai_audio(transcription={"text": ""}) as service:
        ear = hearing(service)
        await ear.start(lambda *_: None)
        heard = await ear.recognise(PCM).result()
        await ear.close()
    assert (heard.text, heard.unsure) == ("", False)


async def test_a_guess_that_is_no_longer_wanted_ends() -> None:
    """Its request with it."""
    async with openai_audio() as service:
        ear = hearing(service)
        guess = ear.recognise(PCM)
        guess.cancel()
        with pytest.raises(HearingFailed):
            await guess.result()
        await ear.close()


async def test_a_refusal_is_one_sentence_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which setting to look at, and none of the service's words."""
    monkeypatch.setattr(audio, "RETRIES", 0)
    async with openai_audio(status=401) as service:
        ear = hearing(service)
        with pytest.raises(HearingFailed, match="SPARRING_HEARING_KEY") as failed:
            await ear.start(lambda *_: None)
        await ear.close()
    assert "own words" not in failed.value.sentence
