"""What both frameworks of `bench.pipecat` are given: the same rep, the same delays, the same stopwatch.

Flows in: a way to push 20 ms of the rep's sound. Flows out: per turn, the time from the rep's last sound to the buyer's
first, and the processor's share while they talked.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np

MIC_RATE_HZ, VOICE_RATE_HZ = 16_000, 24_000
BLOCK_S = 0.02
STT_S, LLM_S, TTS_S = 0.05, 0.1, 0.1  # what recogniser, model and voice take
SILENCE_S = 0.25  # closes a turn
UTTERANCE_S = 1.5
BETWEEN_S = 0.6  # of quiet before the rep speaks again
ANSWERS_WITHIN_S = 6.0
WORDS = "I heard you and I have to think about that."
WORD_S = 0.1  # of the voice, for each word
LOUD = 400  # of int16


@dataclass(frozen=True, slots=True)
class Talk:
    """What one side made of it."""

    waits_ms: list[float]
    configured_ms: float  # of each wait, what the delays ask for
    cpu_percent: float  # of one core, while they talked
    unanswered: int

    @property
    def overhead_ms(self) -> list[float]:
        """What the framework itself adds, per turn."""
        return [wait - self.configured_ms for wait in self.waits_ms]


def dumped(talk: Talk) -> str:
    """For the process that compares."""
    return json.dumps(asdict(talk))


def parsed(text: str) -> Talk:
    """From the last line a side printed."""
    return Talk(**json.loads(text.strip().splitlines()[-1]))


def tone(seconds: float, rate_hz: int) -> bytes:
    """s16le mono, without a pause in it."""
    at_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return bytes((6_000 * np.sin(2 * np.pi * 220 * at_s)).astype(np.int16).tobytes())


def now_s() -> float:
    """On the running loop's clock."""
    return asyncio.get_running_loop().time()


def is_loud(pcm: bytes) -> bool:
    """Whether there is anything to hear."""
    return int(np.abs(np.frombuffer(pcm, np.int16).astype(np.int32)).max(initial=0)) > LOUD


@dataclass
class Listener:
    """The rep's ear: when the buyer began, and was last heard."""

    began_s: float | None = None
    last_s: float = 0.0

    def hear(self, pcm: bytes) -> None:
        """20 ms or so of the buyer."""
        if is_loud(pcm):
            self.last_s = now_s()
            self.began_s = self.began_s or self.last_s


@dataclass
class Microphone:
    """Pushes 20 ms of the rep's sound every 20 ms, on an absolute clock."""

    push: Callable[[bytes], Awaitable[None]]
    ended_s: float = 0.0
    _to_say: bytearray = field(default_factory=bytearray)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    async def say(self, pcm: bytes) -> None:
        """Until the last sample is out."""
        self._over.clear()
        self._to_say += pcm
        await self._over.wait()

    async def run(self) -> None:
        """Until it is cancelled."""
        size, began_s, blocks = round(2 * BLOCK_S * MIC_RATE_HZ), now_s(), 0
        while True:
            blocks += 1
            await asyncio.sleep(max(0.0, began_s + blocks * BLOCK_S - now_s()))
            block, speaks = bytes(self._to_say[:size]), bool(self._to_say)
            del self._to_say[:size]
            await self.push(block.ljust(size, b"\0"))
            if speaks and not self._to_say:
                self.ended_s = now_s()
                self._over.set()


async def converse(microphone: Microphone, listener: Listener, turns: int, configured_s: float) -> Talk:
    """So many turns, each answered before the next."""
    waits_ms: list[float] = []
    began_s, busy_s = now_s(), time.process_time()
    utterance = tone(UTTERANCE_S, MIC_RATE_HZ)
    for _ in range(turns):
        listener.began_s = None
        await microphone.say(utterance)
        if await _answered(listener):
            assert listener.began_s is not None
            waits_ms.append(round(1000 * (listener.began_s - microphone.ended_s), 1))
        while now_s() - listener.last_s < BETWEEN_S:  # noqa: ASYNC110 - sound is looked at at its own pace
            await asyncio.sleep(0.02)
    share = (time.process_time() - busy_s) / (now_s() - began_s)
    return Talk(waits_ms, round(1000 * configured_s), round(100 * share, 1), turns - len(waits_ms))


async def talks_at_once(
    talk: Callable[[int], Awaitable[Talk]], arguments: Sequence[str], *, described: str | None
) -> Talk:
    """A side as a program: `--sessions` talks in one process; the processor's share is of them all."""
    parser = argparse.ArgumentParser(description=described)
    parser.add_argument("--turns", type=int, default=20)
    parser.add_argument("--sessions", type=int, default=1)
    options = parser.parse_args(arguments)
    talks = await asyncio.gather(*(talk(options.turns) for _ in range(options.sessions)))
    return Talk(
        [wait for one in talks for wait in one.waits_ms],
        talks[0].configured_ms,
        max(one.cpu_percent for one in talks),
        sum(one.unanswered for one in talks),
    )


async def _answered(listener: Listener) -> bool:
    deadline_s = now_s() + ANSWERS_WITHIN_S
    while listener.began_s is None and now_s() < deadline_s:  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.005)
    return listener.began_s is not None
