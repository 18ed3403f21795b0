"""A rep's phone without a browser: a WebRTC client that speaks prepared samples and listens for the buyer by energy.

For `sparring demo`, the benches and tests: the same Opus, the same transport and the same path as a browser's call.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from sparring.adapters.media.peer import BLOCK_SAMPLES, VoiceTrack, close
from sparring.ports import Clock

RATE_HZ = 48_000
LOUD_RMS = 130.0  # of int16: the onset of speech, well above Opus' comfort noise
_BLOCK_BYTES = 2 * BLOCK_SAMPLES


@dataclass(frozen=True, slots=True)
class AnswerWait:
    """One turn of the rep as heard from the rep's end, in seconds of the monotonic clock."""

    last_sample_s: float
    first_answer_s: float

    @property
    def glass_to_glass_ms(self) -> int:
        """From the rep's last loud sample to the buyer's first."""
        return round((self.first_answer_s - self.last_sample_s) * 1000)


class RepPhone:
    """One call from the rep's side.

    Args:
        clock: paces and stamps.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._microphone = VoiceTrack(self._next_block, clock)
        self._connection.addTrack(self._microphone)
        self._connection.on("track", self._track_came)
        self._to_say = bytearray()
        self._listening: asyncio.Task[None] | None = None
        self.spoke_s: float | None = None
        """When the rep's last loud block was sent."""
        self.heard_s: float | None = None
        """When the buyer's last loud block arrived."""
        self._onset_s: float | None = None

    async def call(self, answer: Callable[[str], Awaitable[str]]) -> None:
        """Connect: `answer` takes the offer and gives the other side's answer."""
        await self._connection.setLocalDescription(await self._connection.createOffer())
        sdp = await answer(self._connection.localDescription.sdp)
        await self._connection.setRemoteDescription(RTCSessionDescription(sdp, "answer"))

    async def say(self, pcm_48khz: bytes) -> None:
        """Speak s16le mono samples; returns when the last one has been sent."""
        self._onset_s = None
        self._to_say += pcm_48khz
        while self._to_say:  # noqa: ASYNC110 - sound is looked at at its own pace
            await asyncio.sleep(0.01)

    async def answer_to_what_was_said(self, *, within_s: float) -> AnswerWait | None:
        """Wait for the buyer to begin; None when nothing comes."""
        deadline_s = self._clock.monotonic_s() + within_s
        while self._onset_s is None or self.spoke_s is None or self._onset_s < self.spoke_s:
            if self._clock.monotonic_s() > deadline_s:
                return None
            await asyncio.sleep(0.01)
        return AnswerWait(self.spoke_s, self._onset_s)

    async def until_quiet(self, *, quiet_s: float) -> None:
        """Wait until the buyer has been silent for so long."""
        while self._clock.monotonic_s() - max(self.heard_s or 0.0, self.spoke_s or 0.0) < quiet_s:  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    async def close(self) -> None:
        """Put the phone down."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        self._microphone.stop()
        await close(self._connection)

    def _next_block(self) -> bytes:
        block = bytes(self._to_say[:_BLOCK_BYTES])
        del self._to_say[:_BLOCK_BYTES]
        if _rms(np.frombuffer(block, np.int16)) > LOUD_RMS:
            self.spoke_s = self._clock.monotonic_s()
        return block.ljust(_BLOCK_BYTES, b"\0")

    def _track_came(self, track: MediaStreamTrack) -> None:
        self._listening = asyncio.create_task(self._listen(track), name="rep-phone")

    async def _listen(self, track: Any) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if _rms(frame.to_ndarray().reshape(-1)) > LOUD_RMS:
                now_s = self._clock.monotonic_s()
                if self._onset_s is None and (self.spoke_s is None or now_s > self.spoke_s):
                    self._onset_s = now_s
                self.heard_s = now_s


def _rms(samples: Any) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float32))))) if len(samples) else 0.0
