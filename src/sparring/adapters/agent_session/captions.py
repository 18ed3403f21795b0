"""The buyer's words at the pace of the voice: for captions, and for what counts as heard when the rep cuts in.

The framework's synchroniser paces words by its own measure of the sound: eighty Fourier transforms on the event loop
for every tenth of a second, all at once when an answer begins (seen as stalls of over 50 ms). Whether each tenth is
voiced at all says as much about where the words are, and costs one mean.
"""

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
from livekit import rtc
from livekit.agents import utils
from livekit.agents.voice import TranscriptSynchronizer, io
from livekit.agents.voice.transcription._speaking_rate import SpeakingRateEvent
from livekit.agents.voice.transcription.synchronizer import _SegmentSynchronizerImpl

STEP_S = 0.1
VOICED_RMS = 160.0  # of int16, as the framework's own threshold of 0.005


class CaptionSynchroniser(TranscriptSynchronizer):
    """Between the session's outputs and ours.

    Args:
        audio: where the voice goes.
        on_caption: told the turn's words so far as they are heard.
    """

    def __init__(self, audio: io.AudioOutput, *, on_caption: Callable[[str], None]) -> None:
        super().__init__(next_in_chain_audio=audio, next_in_chain_text=_Captions(on_caption))
        # the framework takes no detector of ours; the first segment is made in its constructor
        self._opts.speaking_rate_detector = VoicedTime()  # type: ignore[assignment]
        first, theirs = self._impl._audio_data, self._impl._audio_data.sr_stream  # noqa: SLF001
        theirs._task.cancel()  # noqa: SLF001
        first.sr_stream = VoicedTime().stream()  # type: ignore[assignment]
        self._going_on: asyncio.TimerHandle | None = None

    def hold(self) -> None:
        """The voice waits, and so do the words."""
        self._stand_still()
        if not self._impl.closed:
            self._impl.pause()

    def go_on(self, *, after_ms: int) -> None:
        """The words go on once the voice has said again, for so long, what was shown already."""
        self._stand_still()
        self._going_on = asyncio.get_running_loop().call_later(after_ms / 1000, self._resume, self._impl)

    def _stand_still(self) -> None:
        if self._going_on is not None:
            self._going_on.cancel()

    def _resume(self, segment: _SegmentSynchronizerImpl) -> None:
        if segment is self._impl and not segment.closed and not self._paused:
            segment.resume()


class VoicedTime:
    """In the shape of the framework's speaking rate detector."""

    def stream(self) -> "VoicedTimeStream":
        """One a segment."""
        return VoicedTimeStream()


class VoicedTimeStream:
    """Sound in, one event for every tenth of a second out: rate 1 where it is voiced, 0 where it is silent."""

    def __init__(self) -> None:
        self._events = utils.aio.Chan[SpeakingRateEvent]()
        self._pending, self._measured_s, self._rate_hz = bytearray(), 0.0, 0

    def push_frame(self, frame: rtc.AudioFrame) -> None:
        """16-bit mono sound of any length."""
        self._rate_hz = frame.sample_rate
        self._pending += frame.data.cast("b")
        step_bytes = 2 * int(STEP_S * self._rate_hz)
        while len(self._pending) >= step_bytes:
            self._measure(bytes(self._pending[:step_bytes]))
            del self._pending[:step_bytes]

    def flush(self) -> None:
        """What is left is shorter than a step."""
        if self._pending:
            self._measure(bytes(self._pending))
            self._pending.clear()

    def end_input(self) -> None:
        """The segment's sound is complete."""
        self.flush()
        self._events.close()

    async def aclose(self) -> None:
        """Safe to call twice."""
        self._events.close()

    def __aiter__(self) -> AsyncIterator[SpeakingRateEvent]:
        return self._events

    def _measure(self, pcm: bytes) -> None:
        samples = np.frombuffer(pcm, np.int16).astype(np.float32)
        self._measured_s += len(samples) / self._rate_hz
        voiced = float(np.sqrt(np.mean(samples * samples))) >= VOICED_RMS
        self._events.send_nowait(SpeakingRateEvent(self._measured_s, voiced, float(voiced)))


class _Captions(io.TextOutput):
    def __init__(self, on_caption: Callable[[str], None]) -> None:
        super().__init__(label="sparring-captions", next_in_chain=None)
        self._on_caption = on_caption
        self._text = ""

    async def capture_text(self, text: str) -> None:
        self._text += text
        self._on_caption(self._text.strip())

    def flush(self) -> None:
        self._text = ""
