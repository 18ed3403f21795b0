"""WebRTC straight from the browser to this process: one peer connection of one call.

Flows in: the rep's track, decoded, gaps filled, resampled to 16 kHz. Flows out: the buyer's voice, paced by the
monotonic clock in 20 ms frames. No STUN, no TURN, no third party: `iceServers` is empty, because aiortc would otherwise
ask a public server.
"""

import asyncio
import fractions
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any

import av
import numpy as np
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection
from aiortc.mediastreams import MediaStreamError

from sparring.adapters.media import jitter_buffer
from sparring.adapters.media.loss_concealment import GapFiller
from sparring.adapters.media.offer import not_understood, read_offer
from sparring.errors import MediaFailed
from sparring.ports import MIC_RATE_HZ, Clock

SPEAKER_RATE_HZ = 48_000
BLOCK_SAMPLES = 960  # 20 ms
CLOSED_WITHIN_S = 2.0
LATE_S = 0.5  # after a stall this long the pace starts anew instead of catching up

jitter_buffer.install()


class VoiceTrack(MediaStreamTrack):
    """The buyer's voice, one 20 ms frame each 20 ms.

    Args:
        pull: gives the next 20 ms as 1,920 bytes.
        clock: paces the frames.
    """

    kind = "audio"

    def __init__(self, pull: Callable[[], bytes], clock: Clock) -> None:
        super().__init__()
        self._pull, self._clock = pull, clock
        self._began_s: float | None = None
        self._samples = 0
        self.late_blocks = 0

    async def recv(self) -> av.AudioFrame:
        """The next frame, when it is due. Raises: MediaStreamError after the end."""
        if self.readyState != "live":
            raise MediaStreamError
        await self._wait_until_due()
        frame = av.AudioFrame(format="s16", layout="mono", samples=BLOCK_SAMPLES)
        frame.planes[0].update(self._pull())
        frame.pts, frame.sample_rate = self._samples, SPEAKER_RATE_HZ
        frame.time_base = fractions.Fraction(1, SPEAKER_RATE_HZ)
        self._samples += BLOCK_SAMPLES
        return frame

    async def _wait_until_due(self) -> None:
        now_s = self._clock.monotonic_s()
        if self._began_s is None:
            self._began_s = now_s
        early_s = self._began_s + self._samples / SPEAKER_RATE_HZ - now_s
        if early_s > 0:
            await asyncio.sleep(early_s)
            return
        self.late_blocks += early_s < -0.02
        if early_s < -LATE_S:
            self._began_s = now_s - self._samples / SPEAKER_RATE_HZ


class Peer:
    """One connection; a re-offer is answered by a new one.

    Args:
        pull: gives the next 20 ms of the buyer's voice.
        push: takes the rep's samples, s16le mono 16 kHz, gaps filled.
        clock: paces the voice.
    """

    def __init__(
        self,
        *,
        pull: Callable[[], bytes],
        push: Callable[[bytes], None],
        clock: Clock,
    ) -> None:
        self._push, self._clock = push, clock
        self._connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._connection.on("track", self._track_came)
        self._voice = VoiceTrack(pull, clock)
        self._pump: asyncio.Task[None] | None = None
        self._closed = False
        self.heard_s: float | None = None
        """When the last frame of the rep's track arrived, on the monotonic clock."""

    async def answer(self, sdp: str) -> str:
        """The answer to an offer with one audio track. Raises: MediaFailed."""
        try:
            await self._connection.setRemoteDescription(read_offer(sdp))
            self._connection.addTrack(self._voice)
            await self._connection.setLocalDescription(await self._connection.createAnswer())
        except BaseException as error:  # aiortc raises whatever it trips over; one documented error leaves here
            await self.close()
            if isinstance(error, MediaFailed) or not isinstance(error, Exception):
                raise
            raise not_understood() from None
        return str(self._connection.localDescription.sdp)

    @property
    def late_blocks(self) -> int:
        """How many of the voice's 20 ms were sent too late."""
        return self._voice.late_blocks

    async def close(self) -> None:
        """Hang up this connection; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        self._voice.stop()
        await close(self._connection)

    def _track_came(self, track: MediaStreamTrack) -> None:
        if track.kind == "audio" and self._pump is None:
            self._pump = asyncio.create_task(self._hear(track), name="microphone")

    async def _hear(self, track: MediaStreamTrack) -> None:
        async for pcm in samples_of(track):
            self.heard_s = self._clock.monotonic_s()
            self._push(pcm)


async def close(connection: RTCPeerConnection) -> None:
    """Let go of it, and do not wait for ever.

    aiortc closes by itself once the other side has. Whoever closes after it waits for that; where it was cut short, as
    by the end of a loop, which cancels everything, that never comes.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(CLOSED_WITHIN_S):
            await connection.close()


async def samples_of(track: MediaStreamTrack) -> AsyncIterator[bytes]:
    """What is said on a track, s16le mono 16 kHz, gaps filled, until it ends."""
    gaps = GapFiller(SPEAKER_RATE_HZ)
    to_16khz = av.AudioResampler(format="s16", layout="mono", rate=MIC_RATE_HZ)
    while True:
        try:
            frame = await track.recv()
        except MediaStreamError:
            return
        pcm = gaps.feed(mono(frame), frame.pts or 0)
        for resampled in to_16khz.resample(_frame(pcm)):
            yield resampled.to_ndarray().tobytes()


def mono(frame: Any) -> "np.ndarray[Any, np.dtype[np.int16]]":
    """A decoded frame of any number of channels as int16[n]."""
    samples = frame.to_ndarray().reshape(-1)
    channels = len(frame.layout.channels)
    if channels == 1:
        return np.asarray(samples, np.int16)
    return np.asarray(samples.reshape(-1, channels).astype(np.int32).mean(axis=1), np.int16)


def _frame(pcm: "np.ndarray[Any, np.dtype[np.int16]]") -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = SPEAKER_RATE_HZ
    return frame
