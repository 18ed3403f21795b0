"""A voice and its captions that wait for the rep's network."""

import asyncio

from livekit import rtc

from sparring.adapters.agent_session.audio_io import SPEAKER_RATE_HZ, UNHEARD_MS, CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.captions import CaptionSynchroniser
from sparring.adapters.agent_session.outage import wait_out
from tests.virtual_time import run_virtually

WORDS = "one two three four five six seven eight nine ten"
SECOND = rtc.AudioFrame((b"\x00\x20" * SPEAKER_RATE_HZ), SPEAKER_RATE_HZ, 1, SPEAKER_RATE_HZ)


def test_captions_stand_still_with_the_voice_and_go_on_with_it() -> None:
    """No word appears while nobody hears it, none appears twice, and all of them have at the end."""

    async def scenario() -> None:
        shown: list[str] = []
        sound_in = CallAudioInput()
        sound_out = CallAudioOutput(on_started=lambda: None, on_finished=lambda _ms, _interrupted: None)
        captions = CaptionSynchroniser(sound_out, on_caption=shown.append)
        wait_out(sound_in, sound_out, captions)
        await captions.text_output.capture_text(WORDS)
        captions.text_output.flush()
        for _ in range(5):
            await captions.audio_output.capture_frame(SECOND)
        captions.audio_output.flush()
        await _played(sound_out, seconds=3)
        sound_in.on_cut_off()
        await _played(sound_out, seconds=1)  # one word was on its way
        at_the_cut = list(shown)
        await _played(sound_out, seconds=4)
        assert shown == at_the_cut
        sound_in.on_back()
        await _played(sound_out, seconds=UNHEARD_MS / 1000)
        assert shown == at_the_cut  # what is said again is shown already
        await _played(sound_out, seconds=3)
        assert shown[-1] == WORDS
        await captions.aclose()

    run_virtually(scenario())


def test_the_last_words_are_due_again_only_where_nothing_waited() -> None:
    """A buyer who goes on need not repeat themselves."""

    async def scenario() -> None:
        sound_in = CallAudioInput()
        sound_out = CallAudioOutput(on_started=lambda: None, on_finished=lambda _ms, _interrupted: None)
        captions = CaptionSynchroniser(sound_out, on_caption=lambda _: None)
        wait_out(sound_in, sound_out, captions)
        for waits, left_ms in ((False, 5_000), (True, 0)):
            if waits:
                await sound_out.capture_frame(SECOND)
            sound_in.on_cut_off()
            sound_in.cut_off_ms = 5_000
            sound_in.on_back()
            assert sound_in.cut_off_ms == left_ms
        await captions.aclose()

    run_virtually(scenario())


async def _played(sound_out: CallAudioOutput, *, seconds: float) -> None:
    for _ in range(round(seconds * 50)):
        sound_out.pull()
        await asyncio.sleep(0.02)
