"""The buyer's words at the pace of the voice."""

import asyncio

import numpy as np
from livekit import rtc

from sparring.adapters.agent_session.audio_io import SPEAKER_RATE_HZ, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser, VoicedTime, VoicedTimeStream
from tests.virtual_time import run_virtually


def sound(seconds: float, *, loud: bool) -> rtc.AudioFrame:
    samples = int(seconds * SPEAKER_RATE_HZ)
    pcm = np.resize(np.array([4_000, -4_000] if loud else [0], np.int16), samples)
    return rtc.AudioFrame(pcm.tobytes(), SPEAKER_RATE_HZ, 1, samples)


async def rates(stream: VoicedTimeStream) -> list[tuple[float, float]]:
    return [(round(event.timestamp, 2), event.speaking_rate) async for event in stream]


def test_each_tenth_of_a_second_is_voiced_or_silent() -> None:
    """What is left at the end counts for its own length."""

    async def scenario() -> list[tuple[float, float]]:
        stream = VoicedTime().stream()
        stream.push_frame(sound(0.2, loud=True))
        stream.push_frame(sound(0.1, loud=False))
        stream.push_frame(sound(0.05, loud=True))
        stream.end_input()
        return await rates(stream)

    assert run_virtually(scenario()) == [(0.1, 1.0), (0.2, 1.0), (0.3, 0.0), (0.35, 1.0)]


def test_words_appear_while_the_voice_goes_on_and_are_complete_at_its_end() -> None:
    """Half-way through the sound about half of the text is shown; the framework's own detector is not left running."""

    async def scenario() -> tuple[str, str]:
        captions = [""]
        output = CallAudioOutput(on_started=lambda: None, on_finished=lambda *_: None)
        synchroniser = CaptionSynchroniser(output, on_caption=captions.append)
        text = "one two three four five six seven eight nine ten"
        await synchroniser.text_output.capture_text(text)
        synchroniser.text_output.flush()
        await synchroniser.audio_output.capture_frame(sound(4.0, loud=True))
        synchroniser.audio_output.flush()
        shown = ""
        for step in range(220):
            output.pull()
            await asyncio.sleep(0.02)
            if step == 100:
                shown = captions[-1]
        await synchroniser.aclose()
        return shown, captions[-1]

    half, whole = run_virtually(scenario())
    assert whole == "one two three four five six seven eight nine ten"
    assert 2 <= len(half.split()) <= 8
