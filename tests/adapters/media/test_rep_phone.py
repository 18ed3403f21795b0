"""A rep's phone without a browser, against a real peer on this machine."""

import asyncio
from dataclasses import dataclass, field

import numpy as np

from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import BLOCK_SAMPLES, Peer
from sparring.adapters.media.rep_phone import LOUD_RMS, RATE_HZ, AnswerWait, RepPhone

TONE = (8_000 * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ // 2) / RATE_HZ)).astype(np.int16).tobytes()
ANSWER_AFTER_S = 0.3
WAITS_S = 5.0


@dataclass
class Buyer:
    """Answers half a second of tone with a tone of its own, a while after the rep has stopped; or never."""

    answers: bool = True
    clock: SystemClock = field(default_factory=SystemClock)
    spoken_s: float | None = None
    blocks: int = 0

    def hear(self, pcm: bytes) -> None:
        """The rep's sound, at 16 kHz."""
        if np.abs(np.frombuffer(pcm, np.int16).astype(np.int32)).max(initial=0) > LOUD_RMS * 4:
            self.spoken_s = self.clock.monotonic_s()

    def say(self) -> bytes:
        """20 ms at 48 kHz."""
        ready = self.spoken_s is not None and self.clock.monotonic_s() - self.spoken_s > ANSWER_AFTER_S
        if not (self.answers and ready) or self.blocks == 20:
            return bytes(2 * BLOCK_SAMPLES)
        self.blocks += 1
        return TONE[: 2 * BLOCK_SAMPLES]


async def an_exchange(buyer: Buyer, *, within_s: float) -> tuple[AnswerWait | None, float]:
    """What came of one turn of the rep, and how long the buyer had been quiet when the phone said so."""
    clock = SystemClock()
    peer, phone = Peer(pull=buyer.say, push=buyer.hear, clock=clock), RepPhone(clock)
    try:
        async with asyncio.timeout(20):
            await phone.call(peer.answer)
            while buyer.spoken_s is None:  # until the line carries sound
                await phone.say(TONE)
            found = await phone.answer_to_what_was_said(within_s=within_s)
            await phone.until_quiet(quiet_s=0.2)
            return found, clock.monotonic_s() - max(phone.heard_s or 0.0, phone.spoke_s or 0.0)
    finally:
        await phone.close()
        await peer.close()


def test_the_wait_for_an_answer_is_measured_by_sound() -> None:
    """From the rep's last loud sample to the buyer's first; then the buyer is heard out."""
    found, quiet_s = asyncio.run(an_exchange(Buyer(), within_s=WAITS_S))
    assert found is not None
    assert ANSWER_AFTER_S * 1000 - 50 <= found.glass_to_glass_ms <= WAITS_S * 1000
    assert quiet_s >= 0.2


def test_a_buyer_who_says_nothing_is_not_waited_for_for_ever() -> None:
    """No answer is no exchange."""
    found, _ = asyncio.run(an_exchange(Buyer(answers=False), within_s=0.5))
    assert found is None


def test_glass_to_glass_is_told_in_whole_milliseconds() -> None:
    """Of the monotonic clock's seconds."""
    assert AnswerWait(last_sample_s=10.0, first_answer_s=10.8426).glass_to_glass_ms == 843
