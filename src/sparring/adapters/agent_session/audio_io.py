"""The rep's ear and mouth for an `AgentSession` without a room: one audio input and one audio output.

Flows in: microphone samples from any transport. Flows out: 20 ms blocks of the buyer's voice, pulled by the transport
at the pace of real time. `livekit.agents.io` is public but hardly documented, so all that leans on it stands here,
held by a contract test: every captured segment reports exactly one playback end, at the position that was heard.
"""

import asyncio
from collections.abc import Callable
from time import time as wall_clock_s  # noqa: TID251 - the framework's events carry wall-clock stamps
from typing import Protocol

from livekit import rtc
from livekit.agents import io

from sparring.ports import MIC_RATE_HZ

SPEAKER_RATE_HZ = 48_000
BLOCK_MS = 20
BLOCK_BYTES = SPEAKER_RATE_HZ * BLOCK_MS // 1000 * 2
STOPPED_AFTER_S = 1.0  # the jitter buffer and its gap filler bridge less: by then the sound has stopped
UNHEARD_MS = 1_500  # of the buyer, when that is known: a room's client makes up the rep's sound for half a second more
MIC_QUEUE_FRAMES = 250  # five seconds: beyond it the oldest sound is dropped, never a turn
_SILENCE = bytes(BLOCK_BYTES)
_MIC_SILENCE = bytes(MIC_RATE_HZ * BLOCK_MS // 1000 * 2)


class CallAudioInput(io.AudioInput):
    """Microphone samples as frames for the session.

    When they stop coming for `STOPPED_AFTER_S` the session hears silence until they come again, the second in which
    nothing came included: so a turn that was cut off by the network closes, and its words are kept. `on_cut_off` is
    told of an outage that the rep does not want, `on_back` of its end.
    """

    def __init__(self) -> None:
        super().__init__(label="sparring-microphone")
        self._frames: asyncio.Queue[rtc.AudioFrame | None] = asyncio.Queue()
        self._attached = True
        self._begun = False  # samples have come since the session listens
        self._stopped = False  # silence stands in for them
        self._muted = False
        self.on_cut_off: Callable[[], None] = lambda: None
        self.on_back: Callable[[], None] = lambda: None
        self.cut_off_ms = 0
        """Of the outage under way or, until somebody sets it to zero, the last one."""
        self.dropped_frames = 0

    def push(self, pcm_16khz: bytes) -> None:
        """Samples as they arrive (s16le mono, 16 kHz). Must run on the session's loop."""
        if not self._attached:
            return
        if self._frames.qsize() >= MIC_QUEUE_FRAMES:
            self._frames.get_nowait()
            self.dropped_frames += 1
        back, self._begun, self._stopped = self._stopped, True, False
        self._frames.put_nowait(_mic_frame(pcm_16khz))
        if back:
            self.on_back()

    @property
    def muted(self) -> bool:
        """Whether the rep wants nothing to be heard."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        was_cut_off, self._muted = self.cut_off, muted
        if was_cut_off and muted:
            self.on_back()

    @property
    def cut_off(self) -> bool:
        """Whether the rep cannot be heard now, and not because they want it so."""
        return self._stopped and not self._muted

    def end(self) -> None:
        """No more samples: the session's input ends."""
        self._frames.put_nowait(None)

    async def __anext__(self) -> rtc.AudioFrame:
        try:
            async with asyncio.timeout(self._patience_s()):
                frame = await self._frames.get()
        except TimeoutError:
            if self._frames.empty():
                return self._silence()
            frame = self._frames.get_nowait()  # it came in the same turn of the loop in which patience ended
        if frame is None:
            raise StopAsyncIteration
        return frame

    def _patience_s(self) -> float | None:
        if not self._begun:
            return None
        return BLOCK_MS / 1000 if self._stopped else STOPPED_AFTER_S

    def _silence(self) -> rtc.AudioFrame:
        self.cut_off_ms += 0 if self._muted else BLOCK_MS
        if not self._stopped:
            self._stopped, self.cut_off_ms = True, round(STOPPED_AFTER_S * 1000)
            for _ in range(round(STOPPED_AFTER_S * 1000 / BLOCK_MS) - 1):
                self._frames.put_nowait(_mic_frame(_MIC_SILENCE))
            if not self._muted:
                self.on_cut_off()
        return _mic_frame(_MIC_SILENCE)

    def on_attached(self) -> None:
        """The session listens."""
        self._attached = True

    def on_detached(self) -> None:
        """The session is deaf for now: samples are not kept."""
        self._attached = self._begun = self._stopped = False


def _mic_frame(pcm_16khz: bytes) -> rtc.AudioFrame:
    return rtc.AudioFrame(
        data=pcm_16khz, sample_rate=MIC_RATE_HZ, num_channels=1, samples_per_channel=len(pcm_16khz) // 2
    )


class Ahead(Protocol):
    """What a transport has pulled and not played yet: it runs ahead, so that a stall of this process is not heard."""

    def held_ms(self) -> int:
        """How much that is now."""

    def drop(self) -> None:
        """Nobody is to hear it."""

    def hurry(self) -> None:
        """There is something to pull now."""


class CallAudioOutput(io.AudioOutput):
    """The buyer's voice as a queue that a transport empties in real time.

    Args:
        on_started: called when the first block of a segment is handed to the transport.
        on_ready: called when it lies ready to be handed over.
        on_finished: called with (milliseconds heard, interrupted) when a segment is over.
    """

    def __init__(
        self,
        *,
        on_started: Callable[[], None],
        on_finished: Callable[[int, bool], None],
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            label="sparring-speaker",
            capabilities=io.AudioOutputCapabilities(pause=True),
            sample_rate=SPEAKER_RATE_HZ,
        )
        self._on_ready, self._on_started, self._on_finished = on_ready, on_started, on_finished
        self._queued = bytearray()
        self._open = False  # a segment has been captured and not yet reported
        self._flushed = False  # no more samples will come for it
        self._started = False  # its first block has been pulled
        self._paused = self._held = False
        self._played_bytes = self._furthest_bytes = 0
        self._last_played = bytearray()  # as much as may be taken back
        self._silent_ms = 0  # pulled since the last sound
        self.ahead: Ahead | None = None
        """Of the transport, where it runs ahead."""
        self.underruns = 0

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        """Queue one frame of the current segment; frames come faster than real time."""
        if self._open and self._flushed:  # the next segment waits until this one is reported
            await self.wait_for_playout()
        await super().capture_frame(frame)
        if not self._open:
            self._open, self._flushed, self._started = True, False, False
            self._played_bytes = self._furthest_bytes = 0
            self._on_ready()
        self._queued.extend(bytes(frame.data.cast("b")))
        if not self._started and self.ahead is not None:
            self.ahead.hurry()

    def flush(self) -> None:
        """The current segment is complete."""
        super().flush()
        if self._open:
            self._flushed = True
            self._report_if_played_out()

    def clear_buffer(self) -> None:
        """The rep interrupts: stop at once and report what was heard."""
        if self._open:
            self._recall()
        self._queued.clear()
        if self._open:
            self._report(interrupted=True)

    def pause(self) -> None:
        """Hold the voice; called at every tick of detected speech, hence idempotent."""
        super().pause()
        if not self._paused:
            self._paused = True
            self._recall()

    def resume(self) -> None:
        """Go on where the voice was held."""
        super().resume()
        self._paused = False

    def hold(self) -> int:
        """Nobody hears the buyer: the voice waits, and what was played last is played again afterwards.

        Returns: milliseconds of the current segment that were taken back, `UNHEARD_MS` at most.
        """
        self._held = True
        return self._take_back(UNHEARD_MS)

    def go_on(self) -> bool:
        """The buyer is heard again; returns whether the voice has waited with something to say."""
        waited, self._held = self._held and self._open, False
        return waited

    @property
    def heard_share(self) -> float:
        """Of what was played of the current or the last segment, how much counts as heard: 1 unless it was held."""
        return self._played_bytes / self._furthest_bytes if self._furthest_bytes else 1.0

    def pull(self) -> bytes:
        """The next 20 ms for the transport: 1,920 bytes, silence when there is nothing to say."""
        if not self._open or self._paused or self._held:
            return self._silence()
        if not self._queued:
            self.underruns += self._started and not self._flushed
            return self._silence()
        self._be_heard_at_once()
        block = bytes(self._queued[:BLOCK_BYTES])
        del self._queued[:BLOCK_BYTES]
        if not self._started:
            self._started = True
            self._on_started()
            self.on_playback_started(created_at=wall_clock_s())
        self._note_played(block)
        self._report_if_played_out()
        return block.ljust(BLOCK_BYTES, b"\0")

    @property
    def speaking(self) -> bool:
        """Whether a segment is being heard now."""
        return self._open and self._started and not self._paused and not self._held

    def _silence(self) -> bytes:
        self._silent_ms += BLOCK_MS
        return _SILENCE

    def _be_heard_at_once(self) -> None:
        """Silence that waits to be played holds no sound up; the end of what was said before it does."""
        if self.ahead is not None and self._silent_ms and self.ahead.held_ms() <= self._silent_ms:
            self.ahead.drop()
        self._silent_ms = 0

    def _recall(self) -> None:
        """Nothing more is heard from now on: what the transport still holds was not played."""
        if self.ahead is not None and not self._silent_ms:
            held_ms = self.ahead.held_ms()
            self.ahead.drop()
            before = self._played_bytes
            self._take_back(held_ms)
            self._furthest_bytes -= before - self._played_bytes  # nobody said that it was heard

    def _take_back(self, at_most_ms: int) -> int:
        """The end of what was played is played again; returns its length in ms."""
        kept = max(0, len(self._last_played) - 2 * SPEAKER_RATE_HZ * at_most_ms // 1000)
        lost = bytes(self._last_played[kept:])
        del self._last_played[kept:]
        self._queued[:0] = lost
        self._played_bytes -= len(lost)
        return round(len(lost) / 2 / SPEAKER_RATE_HZ * 1000)

    def _note_played(self, block: bytes) -> None:
        self._played_bytes += len(block)
        self._furthest_bytes = max(self._furthest_bytes, self._played_bytes)
        self._last_played += block
        del self._last_played[: -2 * SPEAKER_RATE_HZ * UNHEARD_MS // 1000]

    def _report_if_played_out(self) -> None:
        if self._flushed and not self._queued:
            self._report(interrupted=False)

    def _report(self, *, interrupted: bool) -> None:
        heard_s = self._played_bytes / 2 / SPEAKER_RATE_HZ
        self._open = self._flushed = False
        self._last_played.clear()
        self._on_finished(round(heard_s * 1000), interrupted)
        self.on_playback_finished(playback_position=heard_s, interrupted=interrupted)
