"""The buyer's ear: turn taking and recognition as one thing.

Flows in: stretches of sound and a detector's verdicts. Flows out: utterances. The pure machine of `call/turn.py` says
when to begin, understand and close; recognition starts while the silence still runs, so that the end of a turn can
depend on what was said and the text is there when it comes.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from sparring.adapters.engine.audio_io import MIC_RATE_HZ
from sparring.call.latency import Stopwatch
from sparring.call.turn import Action, TurnState, TurnTiming, hear, understood
from sparring.errors import HearingFailed
from sparring.ports import Clock, Heard, Recogniser, Recognition

PREROLL_MS = 400  # the detector is late: what came just before belongs to the turn
QUIET_RMS = 90.0  # of int16: below this there is no speech at any distance from a headset
QUIET_SHARE = 0.05  # of the turn's loudest stretch
BYTES_PER_MS = MIC_RATE_HZ * 2 // 1000


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the ear made of one turn of the rep."""

    text: str
    confidence: float
    unsure: bool
    ended_ago_ms: int  # from the last sound of speech to the close of the turn
    length_ms: int
    pcm_16khz: bytes
    stopwatch: Stopwatch


@dataclass(slots=True)
class _Take:
    """The turn being recorded."""

    pcm: bytearray = field(default_factory=bytearray)
    part_from: int = 0  # bytes; everything before it is understood
    parts: list[Heard] = field(default_factory=list)
    loudest_rms: float = 0.0
    speculation: Recognition | None = None
    speculation_until: int = 0
    waiter: "asyncio.Task[Heard] | None" = None


class Ear:
    """One rep's ear for the length of a call.

    Args:
        recogniser: shared by all calls.
        timing: how soon this persona takes the turn.
        hint: names likely to be said.
        clock: for the stopwatch.
        on_caption: told what is being understood while the rep still speaks.
        on_utterance: told when a closed turn has come to words, or to speech nobody could make out.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        timing: TurnTiming,
        *,
        hint: str,
        clock: Clock,
        on_caption: Callable[[str], None],
        on_utterance: Callable[[], None],
    ) -> None:
        self.recogniser, self.timing, self.hint = recogniser, timing, hint
        self._clock, self._on_caption, self._on_utterance = clock, on_caption, on_utterance
        self._state = TurnState()
        self._preroll = bytearray()
        self._take = _Take()
        self._speech = False
        self._closed: asyncio.Queue[asyncio.Task[Utterance]] = asyncio.Queue()
        self._newest: asyncio.Task[Utterance] | None = None
        self._changed = asyncio.Event()
        self.utterances: list[Utterance] = []
        """Recognised and not yet taken by the buyer, oldest first."""

    # -- sound ---------------------------------------------------------------------------------------------------

    def detector_says(self, *, speech: bool) -> None:
        """The voice activity detector's newest verdict."""
        self._speech = speech

    def feed(self, pcm_16khz: bytes) -> tuple[Action, ...]:
        """One stretch of sound; returns what happened to the turn."""
        rms = _rms(pcm_16khz)
        quiet = rms < max(QUIET_RMS, QUIET_SHARE * self._take.loudest_rms)
        elapsed_ms = len(pcm_16khz) // BYTES_PER_MS
        self._state, actions = hear(
            self._state, speech=self._speech, quiet=quiet, elapsed_ms=elapsed_ms, timing=self.timing
        )
        self._keep(pcm_16khz, rms, begun=Action.BEGIN in actions)
        for action in actions:
            self._act(action)
        return actions

    def poll(self) -> tuple[Action, ...]:
        """Text has arrived since the last stretch of sound: it may close the turn at once."""
        self._state, actions = hear(self._state, speech=self._speech, quiet=True, elapsed_ms=0, timing=self.timing)
        for action in actions:
            self._act(action)
        return actions

    @property
    def spoken_ms(self) -> int:
        """How long the turn under way has been spoken, without the silence at its end; 0 between turns."""
        return self._state.turn_ms - self._state.silence_ms

    async def text_arrived(self) -> None:
        """Waits until a speculation has come to text."""
        await self._changed.wait()
        self._changed.clear()

    def _keep(self, pcm: bytes, rms: float, *, begun: bool) -> None:
        if begun:
            self._take = _Take(pcm=bytearray(self._preroll))
            self._preroll.clear()
        if not begun and not self._take.pcm:
            self._preroll += pcm
            del self._preroll[: -PREROLL_MS * BYTES_PER_MS]
            return
        self._take.pcm += pcm
        self._take.loudest_rms = max(self._take.loudest_rms * 0.999, rms)

    def _act(self, action: Action) -> None:
        match action:
            case Action.SPECULATE:
                self._speculate()
            case Action.DROP_SPECULATION:
                self._drop_speculation()
            case Action.KEEP_PART:
                self._keep_part()
            case Action.CLOSE:
                self._close()
            case Action.BEGIN:
                pass

    # -- recognition ---------------------------------------------------------------------------------------------

    def _speculate(self) -> None:
        take = self._take
        take.speculation_until = len(take.pcm)
        take.speculation = self.recogniser.recognise(bytes(take.pcm[take.part_from :]), hint=self.hint)
        take.waiter = asyncio.create_task(take.speculation.result(), name="speculation")
        take.waiter.add_done_callback(self._speculation_done)

    def _speculation_done(self, task: "asyncio.Task[Heard]") -> None:
        if task.cancelled() or task.exception() is not None or task is not self._take.waiter:
            return
        heard = task.result()
        self._state = understood(self._state, heard.text)
        self._on_caption(_joined([*(part.text for part in self._take.parts), heard.text]))
        self._changed.set()

    def _drop_speculation(self) -> None:
        take = self._take
        if take.speculation is not None:
            take.speculation.cancel()
        if take.waiter is not None:
            take.waiter.cancel()
        take.speculation = take.waiter = None

    def _keep_part(self) -> None:
        take = self._take
        if take.waiter is None or not take.waiter.done() or take.waiter.exception() is not None:
            self._drop_speculation()  # too slow to be of use: the next pause will do
            return
        take.parts.append(take.waiter.result())
        take.part_from = take.speculation_until
        take.speculation = take.waiter = None

    def _close(self) -> None:
        take, self._take = self._take, _Take()
        now_s = self._clock.monotonic_s()
        self._newest = asyncio.create_task(self._finish(take, now_s, after=self._newest), name="utterance")
        self._closed.put_nowait(self._newest)

    async def _finish(self, take: _Take, closed_s: float, *, after: "asyncio.Task[Utterance] | None") -> Utterance:
        utterance = await self._utterance(take, closed_s)
        if after is not None:
            await asyncio.wait([after])  # turns are heard in the order they were said
        if utterance.text or utterance.unsure:
            self.utterances.append(utterance)
            self._on_utterance()
        return utterance

    async def _utterance(self, take: _Take, closed_s: float) -> Utterance:
        silence_bytes = _trailing_quiet(take.pcm, max(QUIET_RMS, QUIET_SHARE * take.loudest_rms))
        stopwatch = Stopwatch(last_sample_s=closed_s - silence_bytes / BYTES_PER_MS / 1000, closed_s=closed_s)
        if take.waiter is None:
            recognition = self.recogniser.recognise(bytes(take.pcm[take.part_from :]), hint=self.hint)
            take.waiter = asyncio.create_task(recognition.result(), name="recognition")
        last = await _or_unclear(take.waiter)
        stopwatch.text_s = self._clock.monotonic_s()
        parts = [*take.parts, last]
        return Utterance(
            text=_joined([part.text for part in parts]),
            confidence=min(part.confidence for part in parts),
            unsure=any(part.unsure for part in parts),
            ended_ago_ms=silence_bytes // BYTES_PER_MS,
            length_ms=(len(take.pcm) - silence_bytes) // BYTES_PER_MS,
            pcm_16khz=bytes(take.pcm),
            stopwatch=stopwatch,
        )

    async def closed_turn(self) -> Utterance | None:
        """The utterance of the oldest turn that was closed and not yet fetched; None when there is none."""
        if self._closed.empty():
            self._interrupt_take()
        if self._closed.empty():
            return None
        return await self._closed.get_nowait()

    async def finish(self, *, within_s: float) -> None:
        """Everything said so far has come to words, a turn that is still open included, if that takes no longer."""
        self._interrupt_take()
        if self._newest is not None:
            await asyncio.wait([self._newest], timeout=within_s)

    def _interrupt_take(self) -> None:
        """Somebody wants the words of a turn that has not closed, as at a hang-up in mid-sentence."""
        if self._state.turn_ms:
            self._state = TurnState(usual_pause_ms=self._state.usual_pause_ms)
            self._close()

    def take_utterances(self) -> list[Utterance]:
        """Everything recognised that the buyer has not yet answered."""
        taken, self.utterances = self.utterances, []
        return taken

    async def close(self) -> None:
        """Drop what is under way."""
        self._drop_speculation()
        while not self._closed.empty():
            self._closed.get_nowait().cancel()
        await asyncio.sleep(0)


async def _or_unclear(waiter: "asyncio.Task[Heard]") -> Heard:
    try:
        return await waiter
    except HearingFailed:
        return Heard(text="", confidence=0.0, unsure=True, words=(), decode_ms=0.0)


def _joined(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(parts)).strip()


def _rms(pcm: bytes) -> float:
    samples = np.frombuffer(pcm, np.int16).astype(np.float32)
    return float(np.sqrt(np.mean(samples * samples))) if len(samples) else 0.0


def _trailing_quiet(pcm: bytearray, threshold_rms: float) -> int:
    """Bytes of quiet at the end, in steps of 10 ms."""
    step = 10 * BYTES_PER_MS
    end = len(pcm)
    while end >= step and _rms(bytes(pcm[end - step : end])) < threshold_rms:
        end -= step
    return len(pcm) - end
