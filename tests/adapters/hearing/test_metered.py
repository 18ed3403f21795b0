"""Sound that was recognised is counted for the call."""

from sparring.adapters.clock import SystemClock
from sparring.adapters.hearing.metered import MeteredHearing
from sparring.adapters.hearing.openai_hearing import OpenAIHearing
from sparring.adapters.openai.endpoint import Endpoint
from sparring.usage import Meter
from tests.fakes.openai_audio import openai_audio
from tests.fakes.phone import CodedRecogniser, spoken


async def test_every_stretch_is_counted_guesses_included() -> None:
    """A service charges for what it is sent, and it is sent a stretch again when more of it has come."""
    meter = Meter()
    hearing = MeteredHearing(CodedRecogniser(["Hello there."]), meter)
    sound = spoken(0, 2)
    await hearing.start(lambda *_: None)
    assert (await hearing.recognise(sound).result()).text == "Hello there."
    hearing.recognise(sound, words=True).cancel()
    await hearing.close()
    (used,) = meter.usage()
    assert (used.part, used.unit, used.amount) == ("hearing", "audio_ms", 2 * (len(sound) // 32))


async def test_a_service_that_tells_its_tokens_is_counted_by_them() -> None:
    """Once a stretch: nothing is charged for by length as well."""
    told = {"text": "Hello.", "usage": {"type": "tokens", "input_tokens": 20, "output_tokens": 4}}
    meter = Meter()
    async with openai_audio(transcription=told) as service:
        ear = OpenAIHearing(Endpoint(service.url, "gpt-4o-mini-transcribe"), SystemClock())
        recognition = MeteredHearing(ear, meter).recognise(spoken(0, 2))
        assert (await recognition.result()).text == "Hello."
        recognition.cancel()
        await ear.close()
    assert [(one.model, one.unit, one.amount) for one in meter.usage()] == [
        ("gpt-4o-mini-transcribe", "input_tokens", 20),
        ("gpt-4o-mini-transcribe", "output_tokens", 4),
    ]
