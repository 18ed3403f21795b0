"""A phone in virtual time: a rep whose words are coded in the loudness of a tone, and a buyer's voice made of tone."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from livekit import rtc
from livekit.agents import vad

from sparring.adapters.agent_session.audio_io import CallAudioInput, CallAudioOutput
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.errors import HearingFailed
from sparring.ports import Heard, Mood, Progress, Recognition, VoiceCard

MIC_BLOCK = 320  # 20 ms at 16 kHz
HEARD_FROM = 8  # silence that was resampled is not always nothing: it is dithered by a step or two
WORD_MS = 300
LOUDNESS_STEP = 200
LOUDNESS = 2_000


def spoken(number: int, words: int, *, word_ms: int = WORD_MS) -> bytes:
    """Utterance `number` of so many words, as s16le mono 16 kHz."""
    samples = 16 * word_ms * words
    tone = np.where(np.arange(samples) % 80 < 40, 1, -1) * (LOUDNESS + LOUDNESS_STEP * number)
    return bytes(tone.astype(np.int16).tobytes())


@dataclass
class CodedRecogniser:
    """Hears which utterance it is by its loudness, and as many of its words as were in the stretch."""

    texts: Sequence[str]
    takes_s: float = 0.1
    fails: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    asked: int = 0
    cancelled: int = 0
    name: str = "coded"

    async def start(self, progress: Progress) -> None:
        """Ready at once."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        """Begin."""
        self.asked += 1
        return _Coded(self, pcm_16khz)

    async def close(self) -> None:
        """Nothing to stop."""

    def hear(self, pcm_16khz: bytes) -> Heard:
        """What was said in this stretch."""
        loud = np.abs(np.frombuffer(pcm_16khz, np.int16).astype(np.int32))
        peak = int(loud.max(initial=0))
        if peak < LOUDNESS:
            return Heard(text="", confidence=0.0, unsure=False, words=(), decode_ms=1)
        number = (peak - LOUDNESS) // LOUDNESS_STEP
        if number in self.fails:
            raise HearingFailed("The recogniser stopped.")
        heard_words = round(np.count_nonzero(loud >= LOUDNESS) / 16 / WORD_MS)
        text = " ".join(self.texts[number].split()[:heard_words])
        return Heard(text=text, confidence=0.9, unsure=number in self.unsure, words=(), decode_ms=1)


class _Coded:
    def __init__(self, recogniser: CodedRecogniser, pcm: bytes) -> None:
        self._recogniser, self._pcm = recogniser, pcm

    async def result(self) -> Heard:
        await asyncio.sleep(self._recogniser.takes_s)
        return self._recogniser.hear(self._pcm)

    def cancel(self) -> None:
        self._recogniser.cancelled += 1


A_WOMAN = VoiceCard("grace", "female", "grace", "tone", "CC0-1.0")
A_MAN = VoiceCard("michael", "male", "michael", "tone", "CC0-1.0")


@dataclass
class ToneSynthesiser:
    """200 ms of tone a word; remembers in which voice and mood each text was spoken."""

    spoken: list[tuple[str, str, Mood]] = field(default_factory=list)
    first_sound_s: float = 0.02
    name: str = "tone"
    sample_rate_hz: int = 24_000

    async def start(self, progress: Progress) -> None:
        """Ready at once."""

    def voices(self) -> Sequence[VoiceCard]:
        """One of each."""
        return A_WOMAN, A_MAN

    async def prepare(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> None:
        """Nothing to prepare."""

    async def speak(self, text: str, *, voice_id: str, mood: Mood = "neutral") -> AsyncGenerator[bytes, None]:
        """Ten blocks a word."""
        self.spoken.append((text, voice_id, mood))
        await asyncio.sleep(self.first_sound_s)
        for _ in range(10 * len(text.split())):
            yield (b"\x00\x20" * 480)
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Nothing to stop."""


class LoudnessDetector(vad.VAD):
    """Speech is what is loud; a verdict each 20 ms, without the lag of a neural detector."""

    def __init__(self) -> None:
        super().__init__(capabilities=vad.VADCapabilities(update_interval=0.02))

    def stream(self) -> vad.VADStream:
        """One stream."""
        return _LoudnessStream(self)


class _LoudnessStream(vad.VADStream):
    async def _main_task(self) -> None:
        speech_s = silence_s = 0.0
        index = 0
        async for frame in self._input_ch:
            if not isinstance(frame, rtc.AudioFrame):
                speech_s = silence_s = 0.0
                continue
            loud = float(np.abs(np.frombuffer(frame.data, np.int16).astype(np.int32)).max()) > 400
            index += frame.samples_per_channel
            speech_s, silence_s = (speech_s + frame.duration, 0.0) if loud else (speech_s, silence_s + frame.duration)
            self._event_ch.send_nowait(
                vad.VADEvent(
                    type=vad.VADEventType.INFERENCE_DONE,
                    samples_index=index,
                    timestamp=index / 16_000,
                    speech_duration=speech_s,
                    silence_duration=silence_s,
                    probability=1.0 if loud else 0.0,
                    speaking=loud,
                    raw_accumulated_silence=silence_s,
                    raw_accumulated_speech=speech_s if loud else 0.0,
                )
            )


class Phone:
    """Moves 20 ms of sound each way every 20 ms."""

    def __init__(self, microphone: CallAudioInput, speaker: CallAudioOutput, samples: SampleClock) -> None:
        self._microphone, self._speaker, self._samples = microphone, speaker, samples
        self._to_say = bytearray()
        self.now_ms = 0
        self.microphone_works = True
        self.buyer_spoke_ms: list[int] = []  # moments of the 20 ms blocks in which the buyer was heard
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run(), name="phone")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def say(self, *parts: bytes, pause_ms: int = 0) -> int:
        """The rep speaks, with a pause between parts; returns when the last sound was, on `now_ms`."""
        self._to_say += bytes(32 * pause_ms).join(parts)
        while self._to_say:
            await asyncio.sleep(0.02)
        return self.now_ms

    def buyer_silent_for_ms(self) -> int:
        """Since the buyer's last sound."""
        return self.now_ms - (self.buyer_spoke_ms[-1] if self.buyer_spoke_ms else 0)

    def buyer_spoke_after(self, moment_ms: int) -> bool:
        """Whether the buyer has been heard since `moment_ms`."""
        return bool(self.buyer_spoke_ms) and self.buyer_spoke_ms[-1] > moment_ms

    def buyer_began_after(self, moment_ms: int) -> int:
        """Milliseconds from `moment_ms` to the buyer's next sound."""
        return next(at_ms for at_ms in self.buyer_spoke_ms if at_ms >= moment_ms) - moment_ms

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            self.now_ms += 20
            self._samples.advance()
            if _is_heard(self._speaker.pull()):
                self.buyer_spoke_ms.append(self.now_ms)
            block = bytes(self._to_say[: 2 * MIC_BLOCK])
            del self._to_say[: 2 * MIC_BLOCK]
            if self.microphone_works:
                self._microphone.push(block.ljust(2 * MIC_BLOCK, b"\0"))


def _is_heard(pcm: bytes) -> bool:
    return bool(np.abs(np.frombuffer(pcm, np.int16).astype(np.int32)).max(initial=0) > HEARD_FROM)
