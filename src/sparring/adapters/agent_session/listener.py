"""What every ear has in common: turns of the rep are recorded, closed, and come to words in the order they were said.

Flows in: stretches of sound and a detector's verdicts. Flows out: utterances. The pure machine of
`call/turn_taking/turn.py` says when a turn begins and closes; how its sound comes to words is each ear's own.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np

from sparring.call.latency import Stopwatch
from sparring.call.turn_taking.turn import Action, TurnState, TurnTiming, hear
from sparring.errors import HearingFailed
from sparring.ports import MIC_RATE_HZ, Clock, Heard
from sparring.transcript import MAX_TURN_CHARACTERS

QUIET_RMS = 90.0  # of int16: below this there is no speech at any distance from a headset
QUIET_SHARE = 0.05  # of the turn's loudest stretch
BYTES_PER_MS = MIC_RATE_HZ * 2 // 1000
STEP_BYTES = 10 * BYTES_PER_MS
NOTHING_MADE_OUT = Heard(text="", confidence=0.0, unsure=True, words=(), decode_ms=0.0)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the ear made of one turn of the rep."""

    text: str
    confidence: float
    unsure: bool
    length_ms: int  # from the first sample to the last sound of speech
    lead_ms: int  # of it, before the first sound
    pcm_16khz: bytes
    stopwatch: Stopwatch


@dataclass(slots=True)
class Take:
    """The turn being recorded."""

    pcm: bytearray = field(default_factory=bytearray)
    loudest_rms: float = 0.0

    @property
    def quiet_below_rms(self) -> float:
        """What counts as silence in it."""
        return max(QUIET_RMS, QUIET_SHARE * self.loudest_rms)


T = TypeVar("T", bound=Take)
AnyEar: TypeAlias = "Listener[Any]"


class Listener(ABC, Generic[T]):
    """One rep's ear for the length of a call.

    Args:
        timing: how soon this persona takes the turn.
        new_take: an empty one.
        clock: for the stopwatch.
        on_utterance: told when a closed turn has come to words, or to speech nobody could make out.
    """

    preroll_ms = 400  # the detector is late: what came just before belongs to the turn

    def __init__(
        self, timing: TurnTiming, *, new_take: Callable[[], T], clock: Clock, on_utterance: Callable[[], None]
    ) -> None:
        self.timing = timing
        self._new_take, self._clock, self._on_utterance = new_take, clock, on_utterance
        self._state = TurnState()
        self._preroll = bytearray()
        self._take = new_take()
        self._speech = False
        self._closed: asyncio.Queue[asyncio.Task[Utterance]] = asyncio.Queue()
        self._newest: asyncio.Task[Utterance] | None = None
        self._changed = asyncio.Event()
        self.on_guess: Callable[[str], None] = lambda _: None
        """Told what the turn will be if the rep says no more, while there is time to prepare; ours guesses."""
        self.on_deaf: Callable[[], None] = lambda: None
        """Told when the rep will not be heard any more."""
        self.utterances: list[Utterance] = []
        """Recognised and not yet written down, oldest first; whoever writes one down takes it away."""

    # -- sound ---------------------------------------------------------------------------------------------------

    def detector_says(self, *, speech: bool) -> None:
        """The voice activity detector's newest verdict."""
        self._speech = speech

    def feed(self, pcm_16khz: bytes) -> tuple[Action, ...]:
        """One stretch of sound; returns what happened to the turn."""
        rms = rms_of(pcm_16khz)
        elapsed_ms = len(pcm_16khz) // BYTES_PER_MS
        self._state, actions = hear(
            self._state,
            speech=self._speech,
            quiet=rms < self._take.quiet_below_rms,
            elapsed_ms=elapsed_ms,
            timing=self.timing,
        )
        self._keep(pcm_16khz, rms, begun=Action.BEGIN in actions)
        for action in actions:
            self._act(action)
        return actions

    def poll(self) -> tuple[Action, ...]:
        """Something was learnt since the last stretch of sound: it may close the turn at once."""
        self._state, actions = hear(self._state, speech=self._speech, quiet=True, elapsed_ms=0, timing=self.timing)
        for action in actions:
            self._act(action)
        return actions

    @property
    def spoken_ms(self) -> int:
        """How long the turn under way has been spoken, without the silence at its end; 0 between turns."""
        return self._state.turn_ms - self._state.silence_ms

    async def text_arrived(self) -> None:
        """Waits until something was learnt that `poll` should see."""
        await self._changed.wait()
        self._changed.clear()

    def _keep(self, pcm: bytes, rms: float, *, begun: bool) -> None:
        if begun:
            self._take = self._new_take()
            self._take.pcm += self._preroll
            self._preroll.clear()
        if not begun and not self._take.pcm:
            self._preroll += pcm
            del self._preroll[: -self.preroll_ms * BYTES_PER_MS]
            return
        self._take.pcm += pcm
        self._take.loudest_rms = max(self._take.loudest_rms * 0.999, rms)

    @abstractmethod
    def _act(self, action: Action) -> None:
        """What this ear does about what happened to the turn; it closes turns by `_close`."""

    # -- words ---------------------------------------------------------------------------------------------------

    @abstractmethod
    async def _heard(self, take: T) -> tuple[Heard, ...]:
        """A closed turn's words, part by part; what could not be made out is `NOTHING_MADE_OUT`."""

    def _close(self) -> None:
        take, self._take = self._take, self._new_take()
        now_s = self._clock.monotonic_s()
        self._newest = asyncio.create_task(self._finish(take, now_s, after=self._newest), name="utterance")
        self._closed.put_nowait(self._newest)

    async def _finish(self, take: T, closed_s: float, *, after: "asyncio.Task[Utterance] | None") -> Utterance:
        utterance = await self._utterance(take, closed_s)
        if after is not None:
            await asyncio.wait([after])  # turns are heard in the order they were said
        if utterance.text or utterance.unsure:
            self.utterances.append(utterance)
            self._on_utterance()
        return utterance

    async def _utterance(self, take: T, closed_s: float) -> Utterance:
        silence_bytes = _trailing_quiet(take.pcm, take.quiet_below_rms)
        stopwatch = Stopwatch(last_sample_s=closed_s - silence_bytes / BYTES_PER_MS / 1000, closed_s=closed_s)
        parts = await self._heard(take)
        stopwatch.text_s = self._clock.monotonic_s()
        return Utterance(
            text=joined(parts)[:MAX_TURN_CHARACTERS],  # a recogniser that goes round in circles
            confidence=min(part.confidence for part in parts),
            unsure=any(part.unsure for part in parts),
            length_ms=(len(take.pcm) - silence_bytes) // BYTES_PER_MS,
            lead_ms=_leading_quiet(take.pcm, take.quiet_below_rms) // BYTES_PER_MS,
            pcm_16khz=bytes(take.pcm),
            stopwatch=stopwatch,
        )

    async def closed_turn(self) -> Utterance | None:
        """The utterance of the oldest turn that was closed and not yet fetched; None when there is none."""
        if self._closed.empty():
            self._interrupt_take()
        if self._closed.empty():
            return None
        return await asyncio.shield(self._closed.get_nowait())  # who stops waiting has not unsaid it

    def last_words(self, *, within_s: float) -> None:
        """Somebody hung up: from now on `within_s` is what words may take. Our own ear needs no telling."""

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

    async def close(self) -> None:
        """Drop what is under way."""
        while not self._closed.empty():
            self._closed.get_nowait().cancel()
        await asyncio.sleep(0)


async def or_unclear(words: Awaitable[Heard]) -> Heard:
    """The words, or that nobody could make them out."""
    try:
        return await words
    except HearingFailed:
        return NOTHING_MADE_OUT


def joined(parts: Sequence[Heard]) -> str:
    """The words of several parts as one text."""
    return " ".join(" ".join(part.text for part in parts).split())


def rms_of(pcm: bytes) -> float:
    """Of s16le samples; 0 when there are none."""
    samples = np.frombuffer(pcm, np.int16).astype(np.float32)
    return float(np.sqrt(np.mean(samples * samples))) if len(samples) else 0.0


def loud_ms(pcm: bytes | bytearray, threshold_rms: float) -> int:
    """How much of it is louder, in steps of 20 ms."""
    step_ms = 20
    starts = range(0, len(pcm), step_ms * BYTES_PER_MS)
    blocks = (bytes(pcm[start : start + step_ms * BYTES_PER_MS]) for start in starts)
    return step_ms * sum(rms_of(block) >= threshold_rms for block in blocks)


def _leading_quiet(pcm: bytearray, threshold_rms: float) -> int:
    """Bytes of quiet at the beginning, in steps of 10 ms; 0 where all is quiet."""
    starts = range(0, len(pcm) - STEP_BYTES + 1, STEP_BYTES)
    loud = (start for start in starts if rms_of(bytes(pcm[start : start + STEP_BYTES])) >= threshold_rms)
    return next(loud, 0)


def _trailing_quiet(pcm: bytearray, threshold_rms: float) -> int:
    """Bytes of quiet at the end, in steps of 10 ms."""
    end = len(pcm)
    while end >= STEP_BYTES and rms_of(bytes(pcm[end - STEP_BYTES : end])) < threshold_rms:
        end -= STEP_BYTES
    return len(pcm) - end
