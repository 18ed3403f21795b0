"""The ear as the framework sees it: a detector that opens and closes turns, and a recogniser that answers flushes."""

import asyncio
from collections.abc import Sequence

import pytest
from livekit import rtc
from livekit.agents import stt, vad

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.ear_plugins import UNCLEAR, EarStt, EarVad
from sparring.call.turn_taking.turn import TurnTiming
from sparring.ports import MIC_RATE_HZ
from tests.fakes.phone import MIC_BLOCK, CodedRecogniser, LoudnessDetector, spoken
from tests.virtual_time import VirtualClock, run_virtually

STATEMENT = "He lives alone in that house."
ONE_TURN = (bytes(32 * 500), spoken(0, 6), bytes(32 * 1_500))


def an_ear(recogniser: CodedRecogniser | None = None) -> Ear:
    return Ear(
        recogniser or CodedRecogniser([STATEMENT]),
        TurnTiming(),
        hint="",
        clock=VirtualClock(),
        on_caption=lambda _: None,
        on_utterance=lambda: None,
    )


async def play(stream: vad.VADStream, sound: Sequence[bytes]) -> None:
    """In blocks of 20 ms, at their own pace."""
    pcm = b"".join(sound)
    for start in range(0, len(pcm), 2 * MIC_BLOCK):
        stream.push_frame(rtc.AudioFrame(pcm[start : start + 2 * MIC_BLOCK], MIC_RATE_HZ, 1, MIC_BLOCK))
        await asyncio.sleep(0.02)
    stream.end_input()


async def events_of(ear: Ear, sound: Sequence[bytes], detector: LoudnessDetector | None = None) -> list[vad.VADEvent]:
    stream = EarVad(ear, detector or LoudnessDetector()).stream()
    playing = asyncio.create_task(play(stream, sound))
    try:
        seen = [event async for event in stream]
    finally:
        await playing
    await stream.aclose()
    await ear.closed_turn()
    await ear.close()
    return seen


def test_the_ear_alone_opens_and_closes_turns() -> None:
    """One beginning and one end a turn, and in between the detector's verdicts."""
    seen = run_virtually(events_of(an_ear(), ONE_TURN))
    kinds = [event.type for event in seen if event.type is not vad.VADEventType.INFERENCE_DONE]
    assert kinds == [vad.VADEventType.START_OF_SPEECH, vad.VADEventType.END_OF_SPEECH]
    assert [event.speaking for event in seen if event.type is not vad.VADEventType.INFERENCE_DONE] == [True, False]


def test_between_turns_nobody_speaks_whatever_the_detector_says() -> None:
    """A verdict that came after the close would be taken for an interruption of the buyer."""
    seen = run_virtually(events_of(an_ear(), ONE_TURN))
    closed = next(at for at, event in enumerate(seen) if event.type is vad.VADEventType.END_OF_SPEECH)
    assert max(event.speech_duration for event in seen[:closed]) == pytest.approx(1.8, abs=0.1)
    assert {(event.speech_duration, event.speaking) for event in seen[closed + 1 :]} == {(0.0, False)}


class _BrokenStream(vad.VADStream):
    async def _main_task(self) -> None:
        raise RuntimeError("no such model")


class BrokenDetector(LoudnessDetector):
    """Fails as soon as it is asked."""

    def stream(self) -> vad.VADStream:
        return _BrokenStream(self)


def test_a_detector_that_fails_makes_the_ear_deaf_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    """The call is told, and the log has the error's kind alone."""
    told: list[str] = []

    async def scenario() -> None:
        ear = an_ear()
        ear.on_deaf = lambda: told.append("deaf")
        with pytest.raises(RuntimeError):
            await events_of(ear, ONE_TURN, BrokenDetector())

    run_virtually(scenario())
    assert told == ["deaf"]
    ours = [line.getMessage() for line in caplog.records if line.name.startswith("sparring")]
    assert ours == ["nobody hears the rep: RuntimeError"]


async def answers_of(ear: Ear, sound: bytes) -> list[str]:
    """What two flushes bring, one for the turn and one more: at its end the stream flushes by itself."""
    for start in range(0, len(sound), 2 * MIC_BLOCK):
        ear.detector_says(speech=any(sound[start : start + 2 * MIC_BLOCK]))
        ear.feed(sound[start : start + 2 * MIC_BLOCK])
        await asyncio.sleep(0.02)
    stream = EarStt(ear).stream()
    stream.flush()
    stream.end_input()
    events = [event async for event in stream]
    await stream.aclose()
    await ear.close()
    finals = [event for event in events if event.type is stt.SpeechEventType.FINAL_TRANSCRIPT]
    return [event.alternatives[0].text for event in finals]


def test_every_flush_is_answered() -> None:
    """With the closed turn's words, with the sign for speech nobody could make out, or with nothing."""
    turn = b"".join(ONE_TURN)
    assert run_virtually(answers_of(an_ear(), turn)) == [STATEMENT, ""]
    assert run_virtually(answers_of(an_ear(), bytes(32 * 200))) == ["", ""]


def test_what_was_not_made_out_still_comes_to_the_buyer() -> None:
    """An unsure turn without words stands as `UNCLEAR`: the buyer asks again."""
    ear = an_ear(CodedRecogniser([""], unsure={0}))
    assert run_virtually(answers_of(ear, b"".join(ONE_TURN)))[0] == UNCLEAR
