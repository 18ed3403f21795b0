"""The real ear on the time of the sound itself: recordings run as fast as the machine can, and end the same.

Flows in: sound in steps of 20 ms. Flows out: when the ear, and detectors beside it on the same samples, closed a turn.
The voice activity detector has caught up before the next step, and a text arrives as long after it was asked for as
its recogniser worked on it: another programme on the machine changes neither.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from livekit import rtc
from livekit.agents import vad

from sparring.adapters.agent_session.ear import Ear
from sparring.adapters.agent_session.ear_plugins import EarVad, silero
from sparring.call.turn_taking.turn import TurnTiming
from sparring.ports import MIC_RATE_HZ, Heard, Progress, Recogniser, Recognition

STEP_MS = 20
STEP_BYTES = MIC_RATE_HZ * STEP_MS // 1000 * 2
TICKS_TO_SETTLE = 12  # callbacks of a text that came: task, state, event, turn
EAR = "ear"
HINT = "Willow Lane, Dana"


class SoundClock:
    """`Clock` that counts samples."""

    def __init__(self) -> None:
        self.now_ms = 0

    def now(self) -> datetime:
        """Since an epoch of no meaning."""
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.now_ms)

    def monotonic_s(self) -> float:
        """Of sound."""
        return self.now_ms / 1000


class PacedRecogniser:
    """`Recogniser` whose texts arrive on the sound's time.

    Args:
        real: does the work.
        clock: of the sound.
        text_after_ms: how long after it was asked for a text arrives; None: as long as the real one worked on it.
    """

    name = "paced"

    def __init__(self, real: Recogniser, clock: SoundClock, text_after_ms: float | None) -> None:
        self._real, self.clock, self.text_after_ms = real, clock, text_after_ms
        self._open: list[PacedRecognition] = []
        self.worked_ms: list[float] = []

    async def start(self, progress: Progress) -> None:
        """The real one is started by its owner."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> "PacedRecognition":
        """See the protocol."""
        one = PacedRecognition(self._real.recognise(pcm_16khz, hint=hint, words=words), self)
        self._open.append(one)
        return one

    async def close(self) -> None:
        """The real one is closed by its owner."""

    async def deliver(self) -> bool:
        """Do the work that was asked for, and hand over what is due now; whether anything was."""
        self._open = [one for one in self._open if not one.over]
        return any([await one.deliver() for one in self._open])


class PacedRecognition:
    """`Recognition` that waits for the sound."""

    def __init__(self, real: Recognition, owner: PacedRecogniser) -> None:
        self._real, self._owner = real, owner
        self._asked_ms = owner.clock.now_ms
        self._due: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()
        self._heard: Heard | None = None

    @property
    def over(self) -> bool:
        """Delivered or no longer wanted."""
        return self._due.done()

    async def result(self) -> Heard:
        """See the protocol."""
        return await asyncio.shield(self._due)

    def cancel(self) -> None:
        """See the protocol."""
        self._real.cancel()
        self._due.cancel()

    async def deliver(self) -> bool:
        """Whether it is due and has been handed over."""
        if self._heard is None:
            self._heard = await self._real.result()
            self._owner.worked_ms.append(self._heard.decode_ms)
        after_ms = self._owner.text_after_ms
        takes_ms = self._heard.decode_ms if after_ms is None else after_ms
        if self.over or self._owner.clock.now_ms < self._asked_ms + takes_ms:
            return False
        self._due.set_result(self._heard)
        return True


class CountedVad(vad.VAD):
    """A detector that tells whether it has caught up with what it was given."""

    def __init__(self, real: vad.VAD) -> None:
        super().__init__(capabilities=real.capabilities)
        self._real = real
        self._window = round(real.capabilities.update_interval * MIC_RATE_HZ)
        self.counted: CountedStream | None = None

    def stream(self) -> Any:
        """One stream."""
        self.counted = CountedStream(self._real.stream(), self._window)
        return self.counted


class CountedStream:
    """Passes everything on and counts windows."""

    def __init__(self, real: vad.VADStream, window: int) -> None:
        self._real, self._window = real, window  # samples a verdict
        self._samples = 0  # pushed and not yet a window
        self._owed = 0  # windows that have no verdict yet

    def push_frame(self, frame: rtc.AudioFrame) -> None:
        """Sound for the detector."""
        self._samples += frame.samples_per_channel
        self._owed += self._samples // self._window
        self._samples %= self._window
        self._real.push_frame(frame)

    def flush(self) -> None:
        """The detector begins anew; a part of a window is forgotten."""
        self._samples = 0
        self._real.flush()

    async def aclose(self) -> None:
        """No more."""
        await self._real.aclose()

    async def __aiter__(self) -> AsyncIterator[vad.VADEvent]:
        async for event in self._real:
            yield event
            self._owed -= event.type is vad.VADEventType.INFERENCE_DONE

    @property
    def caught_up(self) -> bool:
        """Every whole window has its verdict, and the verdict was taken."""
        return self._owed == 0


class Bench:
    """One rep's sound through the ear and through detectors that know only silence, side by side.

    Args:
        recogniser: of the ear.
        timing: of the ear.
        detectors: by name; the one named `EAR` is the ear's own.
    """

    def __init__(self, recogniser: PacedRecogniser, timing: TurnTiming, detectors: Mapping[str, vad.VAD]) -> None:
        self._recogniser, self._clock = recogniser, recogniser.clock
        self._captions = [""]
        self.ear = ear = Ear(
            recogniser,
            timing,
            hint=HINT,
            clock=self._clock,
            on_caption=self._captions.append,
            on_utterance=lambda: None,
        )
        counted = {name: CountedVad(detector) for name, detector in detectors.items()}
        streams = {name: detector.stream() for name, detector in counted.items() if name != EAR}
        streams[EAR] = EarVad(ear, counted[EAR]).stream()
        self._streams, self._counted = streams, counted
        self.closed_ms: dict[str, list[int]] = {name: [] for name in streams}
        """Moments at which each closed a turn."""
        self.heard: list[str] = []
        """What the ear had understood at each moment at which it closed a turn."""
        self.tasks = [asyncio.create_task(self._watch(name), name=name) for name in streams]

    async def feed(self, pcm_16khz: bytes) -> None:
        """Sound, in whole steps."""
        for start in range(0, len(pcm_16khz) - STEP_BYTES + 1, STEP_BYTES):
            await self._step(pcm_16khz[start : start + STEP_BYTES])

    async def close(self) -> None:
        """Let go of every stream."""
        for stream in self._streams.values():
            await stream.aclose()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.ear.close()

    async def _step(self, block: bytes) -> None:
        self._clock.now_ms += STEP_MS
        frame = rtc.AudioFrame(block, MIC_RATE_HZ, 1, len(block) // 2)
        for stream in self._streams.values():
            stream.push_frame(frame)
        await _ticks()
        while not all(one.counted.caught_up for one in self._counted.values() if one.counted):  # noqa: ASYNC110 - a thread's work
            await asyncio.sleep(0.0002)
        await _ticks()
        if await self._recogniser.deliver():
            await _ticks()

    async def _watch(self, name: str) -> None:
        async for event in self._streams[name]:
            if event.type is vad.VADEventType.END_OF_SPEECH:
                self.closed_ms[name].append(self._clock.now_ms)
                if name == EAR:
                    self.heard.append(self._captions[-1])
                    self._captions.append("")


async def _ticks() -> None:
    for _ in range(TICKS_TO_SETTLE):
        await asyncio.sleep(0)


@asynccontextmanager
async def listening(
    real: Recogniser,
    timing: TurnTiming,
    beside: Mapping[str, Callable[[], vad.VAD]],
    *,
    text_after_ms: float | None = None,
    detector: Callable[[], vad.VAD] = silero,
) -> AsyncIterator[tuple[Bench, PacedRecogniser]]:
    """An ear as a call has it, and the detectors beside it, for one rep."""
    clock = SoundClock()
    paced = PacedRecogniser(real, clock, text_after_ms)
    bench = Bench(paced, timing, {EAR: detector()} | {name: make() for name, make in beside.items()})
    try:
        yield bench, paced
    finally:
        await bench.close()
