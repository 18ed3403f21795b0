"""One answer that nobody hears, before the first call."""

import asyncio

import pytest

from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.warm_up import WORDS, SilentVoice, warm_up
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, ToneSynthesiser
from tests.virtual_time import VirtualClock, run_virtually


def warmed_up(synthesiser: ToneSynthesiser) -> int:
    """Have it answer once; the number of tasks it leaves behind."""

    async def scenario() -> int:
        before = asyncio.all_tasks()
        await warm_up(Speech(CodedRecogniser([]), synthesiser, LoudnessDetector()), VirtualClock())
        return len(asyncio.all_tasks() - before)

    return run_virtually(scenario())


def test_one_answer_is_spoken_whole_and_nothing_is_left_behind() -> None:
    """In the first voice there is."""
    synthesiser = ToneSynthesiser()
    assert warmed_up(synthesiser) == 0
    assert [(text, voice) for text, voice, _ in synthesiser.spoken] == [(WORDS, synthesiser.voices()[0].id)]


def test_a_voice_that_never_comes_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    """The engines are used all the same."""
    assert warmed_up(ToneSynthesiser(first_sound_s=3_600)) == 0
    assert "not over within" in caplog.text


def test_a_process_without_a_voice_of_its_own_is_warmed_up_in_silence(caplog: pytest.LogCaptureFixture) -> None:
    """To the end, and at once."""

    async def scenario() -> int:
        before = asyncio.all_tasks()
        await warm_up(Speech(None, SilentVoice(), LoudnessDetector()), VirtualClock())
        return len(asyncio.all_tasks() - before)

    assert run_virtually(scenario()) == 0
    assert "not over within" not in caplog.text
