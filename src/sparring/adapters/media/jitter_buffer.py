"""A jitter buffer for speech that never waits without need, in the place of aiortc's.

aiortc 1.16 waits on a hole until its buffer is full and then throws good packets away: at 10% loss 57% of the frames
arrive, 200 ms late (aiortc issue 543). Here a packet in order passes at once; after a hole the buffer waits for
`depth` newer packets, skips the hole, and hands on everything that is in order. The depth follows the network: it grows
when a packet arrives after it was given up, and shrinks again when that has not happened for ten seconds.
"""

from dataclasses import dataclass
from typing import Any

import aiortc.rtcrtpreceiver as receiver
from aiortc.jitterbuffer import JitterBuffer, JitterFrame
from aiortc.rtp import RtpPacket
from aiortc.utils import uint16_add

MIN_DEPTH_PACKETS = 2
MAX_DEPTH_PACKETS = 5  # 100 ms of 20 ms packets
CALM_PACKETS = 500  # ten seconds without a late packet
_HALF = 32768

_stock_decoder = receiver.get_decoder  # type: ignore[attr-defined]


_CLOCK = 1 << 32  # RTP timestamps wrap here


@dataclass(slots=True)
class Burst:
    """Encoded frames that are due together, in order. In aiortc's hands it looks like one frame."""

    frames: tuple[JitterFrame, ...]

    @property
    def timestamp(self) -> int:
        """Of the first frame."""
        return self.frames[0].timestamp

    @timestamp.setter
    def timestamp(self, mapped: int) -> None:
        """The stream's clock is mapped to begin at zero: the other frames follow the first."""
        first = self.frames[0].timestamp
        for frame in self.frames:
            frame.timestamp = mapped + (frame.timestamp - first) % _CLOCK


class SpeechJitterBuffer:
    """Orders RTP packets of one audio stream. One packet is one frame."""

    def __init__(self) -> None:
        self._waiting: dict[int, RtpPacket] = {}
        self._next: int | None = None
        self._depth = MIN_DEPTH_PACKETS
        self._calm = 0

    def add(self, packet: RtpPacket) -> tuple[bool, Burst | None]:
        """Take one packet; returns (never a picture request, what is due now)."""
        number = packet.sequence_number
        if self._next is None:
            self._next = number
        if self._is_past(number):
            self._gave_up_too_early()
            return False, None
        self._waiting[number] = packet
        due = self._take_in_order()
        while len(self._waiting) >= self._depth:
            self._skip_hole()
            due += self._take_in_order()
        self._count_calm()
        return False, Burst(tuple(due)) if due else None

    def _is_past(self, number: int) -> bool:
        assert self._next is not None
        return uint16_add(number, -self._next) >= _HALF

    def _take_in_order(self) -> list[JitterFrame]:
        due = []
        while (packet := self._waiting.pop(self._next_number(), None)) is not None:
            # aiortc keeps the depayloaded bytes in this attribute; its own buffer reads it the same way
            due.append(JitterFrame(data=packet._data, timestamp=packet.timestamp))  # type: ignore[attr-defined]  # noqa: SLF001
            self._next = uint16_add(self._next_number(), 1)
        return due

    def _skip_hole(self) -> None:
        first = self._next_number()
        self._next = min(self._waiting, key=lambda number: uint16_add(number, -first))

    def _next_number(self) -> int:
        assert self._next is not None
        return self._next

    def _gave_up_too_early(self) -> None:
        self._depth = min(MAX_DEPTH_PACKETS, self._depth + 1)
        self._calm = 0

    def _count_calm(self) -> None:
        self._calm += 1
        if self._calm >= CALM_PACKETS:
            self._depth = max(MIN_DEPTH_PACKETS, self._depth - 1)
            self._calm = 0


class _BurstDecoder:
    """An aiortc decoder that also takes a `Burst`."""

    def __init__(self, codec: Any) -> None:
        self._decoder = _stock_decoder(codec)

    def decode(self, encoded: JitterFrame | Burst) -> list[Any]:
        if isinstance(encoded, Burst):
            return [frame for one in encoded.frames for frame in self._decoder.decode(one)]
        return list(self._decoder.decode(encoded))


def _buffer_for(capacity: int, prefetch: int = 0, is_video: bool = False) -> SpeechJitterBuffer | JitterBuffer:  # noqa: FBT001, FBT002
    return JitterBuffer(capacity, prefetch, is_video) if is_video else SpeechJitterBuffer()


def install() -> None:
    """Make every aiortc audio receiver of this process use `SpeechJitterBuffer`. Idempotent.

    aiortc offers no setting for it; the two names replaced are looked up by its receiver at run time. A contract test
    fails when a new aiortc no longer does.
    """
    vars(receiver)["JitterBuffer"] = _buffer_for
    vars(receiver)["get_decoder"] = _BurstDecoder
