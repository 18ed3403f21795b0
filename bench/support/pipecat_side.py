"""Pipecat's side of `bench.pipecat`: the same stubs in its pipeline, with a transport in memory.

Runs in an environment that has Pipecat, without Sparring. Its stop of a turn is the plain one: the detector's silence,
then the recogniser's text.
"""

import asyncio
import sys
from collections.abc import AsyncGenerator
from typing import Any

import numpy as np
from bench.support.stubs import (
    LLM_S,
    LOUD,
    MIC_RATE_HZ,
    SILENCE_S,
    STT_S,
    TTS_S,
    VOICE_RATE_HZ,
    WORD_S,
    WORDS,
    Listener,
    Microphone,
    Talk,
    converse,
    dumped,
    now_s,
    talks_at_once,
    tone,
)
from loguru import logger
from pipecat.audio.vad.vad_analyzer import VADAnalyzer, VADParams
from pipecat.frames.frames import (
    Frame,
    InputAudioRawFrame,
    LLMContextFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    OutputAudioRawFrame,
    StartFrame,
    TranscriptionFrame,
    TTSAudioRawFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair, LLMUserAggregatorParams
from pipecat.processors.audio.vad_processor import VADProcessor
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.services.stt_service import SegmentedSTTService
from pipecat.services.tts_service import TextAggregationMode, TTSService
from pipecat.transports.base_input import BaseInputTransport
from pipecat.transports.base_output import BaseOutputTransport
from pipecat.transports.base_transport import TransportParams
from pipecat.turns.user_start import VADUserTurnStartStrategy
from pipecat.turns.user_stop import SpeechTimeoutUserTurnStopStrategy
from pipecat.turns.user_turn_strategies import UserTurnStrategies
from pipecat.workers.runner import WorkerRunner

CONFIGURED_S = SILENCE_S + STT_S + LLM_S + TTS_S  # its segmented recogniser begins when the turn is over
WINDOW = 160  # samples of the detector


class MemoryInput(BaseInputTransport):
    """The rep's sound."""

    async def start(self, frame: StartFrame) -> None:
        """Ready at once."""
        await super().start(frame)
        await self.set_transport_ready(frame)

    async def push(self, pcm: bytes) -> None:
        """20 ms."""
        await self.push_audio_frame(InputAudioRawFrame(audio=pcm, sample_rate=MIC_RATE_HZ, num_channels=1))


class MemoryOutput(BaseOutputTransport):
    """The buyer's sound, in real time."""

    def __init__(self, params: TransportParams, listener: Listener) -> None:
        super().__init__(params)
        self._listener, self._due_s = listener, 0.0

    async def start(self, frame: StartFrame) -> None:
        """Ready at once."""
        await super().start(frame)
        await self.set_transport_ready(frame)

    async def write_audio_frame(self, frame: OutputAudioRawFrame) -> bool:
        """Heard at once; the next one when this has been played."""
        self._listener.hear(frame.audio)
        begins_s, length_s = max(self._due_s, now_s()), len(frame.audio) / 2 / VOICE_RATE_HZ
        self._due_s = begins_s + length_s
        await asyncio.sleep(max(0.0, begins_s - now_s()))
        return True


class StubStt(SegmentedSTTService):
    """Takes its time."""

    def __init__(self) -> None:
        super().__init__(sample_rate=MIC_RATE_HZ, ttfs_p99_latency=0.3, trailing_silence_secs=0)

    async def run_stt(self, audio: bytes) -> AsyncGenerator[Frame, None]:
        """One turn."""
        del audio
        await asyncio.sleep(STT_S)
        yield TranscriptionFrame("Something was said.", "rep", "now")


class StubLlm(FrameProcessor):
    """Takes its time, then says everything."""

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """A context is answered; everything else goes by."""
        await super().process_frame(frame, direction)
        if not isinstance(frame, LLMContextFrame):
            await self.push_frame(frame, direction)
            return
        await self.push_frame(LLMFullResponseStartFrame())
        await asyncio.sleep(LLM_S)
        await self.push_frame(LLMTextFrame(WORDS))
        await self.push_frame(LLMFullResponseEndFrame())


class StubTts(TTSService):
    """Takes its time before the first sound, and none after it."""

    def __init__(self) -> None:
        super().__init__(
            sample_rate=VOICE_RATE_HZ,
            push_start_frame=True,
            push_stop_frames=True,
            text_aggregation_mode=TextAggregationMode.SENTENCE,
        )

    async def run_tts(self, text: str, context_id: str) -> AsyncGenerator[Frame, None]:
        """A tone for each word."""
        await asyncio.sleep(TTS_S)
        for _ in text.split():
            yield TTSAudioRawFrame(tone(WORD_S, VOICE_RATE_HZ), VOICE_RATE_HZ, 1, context_id=context_id)


class LoudnessVad(VADAnalyzer):
    """Speech is what is loud, as on our side."""

    def num_frames_required(self) -> int:
        """Ten milliseconds."""
        return WINDOW

    def voice_confidence(self, buffer: bytes) -> float:
        """1 or 0."""
        return 1.0 if np.abs(np.frombuffer(buffer, np.int16).astype(np.int32)).max() > LOUD else 0.0


def a_pipeline(sound_in: MemoryInput, sound_out: MemoryOutput) -> Pipeline:
    """Detector, recogniser, context, model, voice."""
    detector = LoudnessVad(
        sample_rate=MIC_RATE_HZ, params=VADParams(stop_secs=SILENCE_S, start_secs=0.05, min_volume=0.0)
    )
    strategies = UserTurnStrategies(
        start=[VADUserTurnStartStrategy()], stop=[SpeechTimeoutUserTurnStopStrategy(user_speech_timeout=0.0)]
    )
    pair: Any = LLMContextAggregatorPair(
        LLMContext(), user_params=LLMUserAggregatorParams(user_turn_strategies=strategies)
    )
    stages = [VADProcessor(vad_analyzer=detector), StubStt(), pair.user(), StubLlm(), StubTts()]
    return Pipeline([sound_in, *stages, sound_out, pair.assistant()])


async def talk(turns: int) -> Talk:
    """One session."""
    listener = Listener()
    params = TransportParams(
        audio_in_enabled=True,
        audio_out_enabled=True,
        audio_in_sample_rate=MIC_RATE_HZ,
        audio_out_sample_rate=VOICE_RATE_HZ,
    )
    sound_in, sound_out = MemoryInput(params), MemoryOutput(params, listener)
    rates = PipelineParams(audio_in_sample_rate=MIC_RATE_HZ, audio_out_sample_rate=VOICE_RATE_HZ)
    worker = PipelineWorker(a_pipeline(sound_in, sound_out), params=rates, cancel_on_idle_timeout=False)
    ready = asyncio.Event()

    @worker.event_handler("on_pipeline_started")
    async def _started(_worker: Any, _frame: Any) -> None:
        ready.set()

    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    microphone = Microphone(sound_in.push)
    tasks = [asyncio.create_task(runner.run())]
    await asyncio.wait_for(ready.wait(), 30)
    tasks.append(asyncio.create_task(microphone.run()))
    try:
        await asyncio.sleep(1)
        return await converse(microphone, listener, turns, CONFIGURED_S)
    finally:
        await worker.cancel()
        tasks[1].cancel()
        await asyncio.wait(tasks, timeout=5)


if __name__ == "__main__":
    logger.remove()
    print(dumped(asyncio.run(talks_at_once(talk, sys.argv[1:], described=__doc__))))
