"""A service that hears, without a network: sound is coded as on the test phone, and words take their time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from sparring.errors import HearingFailed
from sparring.ports import Heard, Recognition, TurnSeen
from tests.fakes.phone import CodedRecogniser

BYTES_A_MS = 32


@dataclass
class CodedUplink:
    """Implements `Uplink`.

    `takes_s`: to write a turn down; None: for ever. `silence_ms`, `padding_ms`: of its detector, where it finds turns.
    """

    texts: Sequence[str]
    takes_s: float | None = 0.1
    finds_turns: bool = False
    silence_ms: int = 500
    padding_ms: int = 300
    name: str = "coded-uplink"
    turns: list[bytes] = field(default_factory=list)
    _sound: bytearray = field(default_factory=bytearray)
    _pushed_ms: int = 0
    _quiet_ms: int = 0
    _begun: bool = False
    _on_turn: Callable[[TurnSeen], None] = lambda _: None
    give_up: Callable[[], None] = lambda: None  # called: no words will come any more

    def listen(
        self,
        *,
        on_turn: Callable[[TurnSeen], None],
        on_caption: Callable[[str], None],
        on_gone: Callable[[], None] = lambda: None,
    ) -> None:
        """See the port."""
        self._on_turn, self.give_up = on_turn, on_gone

    def push(self, pcm_16khz: bytes) -> None:
        """See the port."""
        self._sound += pcm_16khz
        length_ms = len(pcm_16khz) // BYTES_A_MS
        self._pushed_ms += length_ms
        if self.finds_turns:
            self._find(loud=bool(np.frombuffer(pcm_16khz, np.int16).any()), length_ms=length_ms)

    def close_turn(self) -> Recognition:
        """See the port."""
        self.turns.append(bytes(self._sound))
        self._sound.clear()
        self._begun = False
        return _Coded(self, self.turns[-1])

    def _find(self, *, loud: bool, length_ms: int) -> None:
        self._quiet_ms = 0 if loud else self._quiet_ms + length_ms
        if loud and not self._begun:
            self._begun = True
            self._on_turn(TurnSeen(begun=True, at_ms=max(0, self._pushed_ms - length_ms - self.padding_ms)))
        elif self._begun and self._quiet_ms >= self.silence_ms:
            words = self.close_turn()
            self._on_turn(TurnSeen(begun=False, at_ms=self._pushed_ms, words=words))


class _Coded:
    def __init__(self, uplink: CodedUplink, pcm: bytes) -> None:
        self._uplink, self._pcm = uplink, pcm

    async def result(self) -> Heard:
        await asyncio.sleep(3_600 if self._uplink.takes_s is None else self._uplink.takes_s)
        if self._uplink.takes_s is None:
            raise HearingFailed("Nobody wrote it down.")
        return CodedRecogniser(self._uplink.texts).hear(self._pcm)

    def cancel(self) -> None:
        """It is written down all the same."""
