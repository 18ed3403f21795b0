"""The rep's sound on its way to a realtime service, and its words on their way back.

Flows in: sound at 16 kHz, the end of turns, and the service's events. Flows out: 20 ms at a time, a commit a turn, and
words for whoever waits. What has not come to words is sent again over the next connection.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from sparring.adapters.buyer_model.realtime import wire
from sparring.adapters.buyer_model.realtime.pending_turn import PendingTurn
from sparring.adapters.buyer_model.realtime.resampling import IN_HZ, UpTo24kHz
from sparring.adapters.buyer_model.realtime.session import Hears
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.buyer_model.realtime.wire import NAME, WireEvent
from sparring.ports import Recognition, TurnSeen

KEPT_MS = 1_500  # of what was heard before a turn that the service finds
TRY_AGAIN_AFTER_S = 1.0
_BYTES_A_MS = IN_HZ * 2 // 1000
_BLOCK_BYTES = 20 * _BYTES_A_MS
_TRANSCRIPTION = "conversation.item.input_audio_transcription."


class RealtimeUplink:
    """Implements `Uplink`.

    Args:
        hears: what the session was asked to do.
        wake: have a connection made; called while there is none, at most once a second.
    """

    def __init__(self, hears: Hears, wake: Callable[[], None]) -> None:
        self.name, self.finds_turns = NAME, hears.turns != "client"
        self._wake = wake
        self._on_turn: Callable[[TurnSeen], None] = lambda _: None
        self._on_caption: Callable[[str], None] = lambda _: None
        self._on_gone: Callable[[], None] = lambda: None
        self._socket: Socket | None = None
        self._open, self._waiting = PendingTurn(), deque[PendingTurn]()
        self._to_24khz = UpTo24kHz()
        self._unsent = bytearray()  # less than 20 ms
        self._pushed_ms = self._sent_ms = 0  # of all sound; of this connection's
        self._begun = False  # a turn that the service has found
        self._woke_s = float("-inf")

    def listen(
        self,
        *,
        on_turn: Callable[[TurnSeen], None],
        on_caption: Callable[[str], None],
        on_gone: Callable[[], None] = lambda: None,
    ) -> None:
        """See the port."""
        self._on_turn, self._on_caption, self._on_gone = on_turn, on_caption, on_gone

    def push(self, pcm_16khz: bytes) -> None:
        """See the port."""
        self._pushed_ms += len(pcm_16khz) // _BYTES_A_MS
        self._open.pcm_16khz += pcm_16khz
        if self.finds_turns and not self._begun:
            del self._open.pcm_16khz[: -KEPT_MS * _BYTES_A_MS]
        self._unsent += pcm_16khz
        whole = len(self._unsent) // _BLOCK_BYTES * _BLOCK_BYTES
        self._send_sound(bytes(self._unsent[:whole]))
        del self._unsent[:whole]

    def close_turn(self) -> Recognition:
        """See the port."""
        stretch = self._close()
        if self._live() is not None:
            self._send_sound(bytes(self._unsent))
            self._commit(stretch)
        self._unsent.clear()
        return stretch

    def attach(self, socket: Socket) -> None:
        """Another connection: what has not come to words is said over it again."""
        self._socket, self._sent_ms, self._to_24khz = socket, 0, UpTo24kHz()
        self._unsent.clear()
        socket.listen(on_sound=self._take, on_no_turn=self._no_turn)
        for stretch in self._waiting:
            stretch.item_id, stretch.so_far = None, ""
            self._send_sound(bytes(stretch.pcm_16khz))
            self._commit(stretch)
        self._send_sound(bytes(self._open.pcm_16khz))

    def give_up(self) -> None:
        """There will be no connection any more: nobody waits for words in vain."""
        while self._waiting:
            self._give_up(self._waiting[0])
        self._on_gone()

    @property
    def idle(self) -> bool:
        """Whether nobody is speaking, and everything said has come to words."""
        return not self._waiting and not self._begun and (self.finds_turns or not self._open.pcm_16khz)

    # -- what the service says -----------------------------------------------------------------------------------

    def _take(self, event: WireEvent) -> None:
        kind, item_id = str(event.get("type")), str(event.get("item_id"))
        match kind.removeprefix(_TRANSCRIPTION).removeprefix("input_audio_buffer."):
            case "speech_started":
                self._turn_begins(event)
            case "committed":
                self._committed(item_id)
            case "delta":
                self._more_words(item_id, str(event.get("delta") or ""))
            case "completed":
                self._words(item_id, event)
            case "failed":
                self._give_up(self._of(item_id))

    def _no_turn(self, number: str) -> None:
        """It does not take a turn for one, as when it holds next to no sound."""
        self._give_up(next((one for one in self._waiting if one.number == number and one.item_id is None), None))

    # -- sound ---------------------------------------------------------------------------------------------------

    def _live(self) -> Socket | None:
        socket = self._socket
        if socket is not None and not socket.lost.is_set():
            return socket
        now_s = asyncio.get_running_loop().time()
        if now_s - self._woke_s >= TRY_AGAIN_AFTER_S:
            self._woke_s = now_s
            self._wake()
        return None

    def _send_sound(self, pcm_16khz: bytes) -> None:
        socket = self._live()
        if socket is None:
            return
        self._sent_ms += len(pcm_16khz) // _BYTES_A_MS
        for start in range(0, len(pcm_16khz), _BLOCK_BYTES):
            socket.send(wire.append(self._to_24khz.take(pcm_16khz[start : start + _BLOCK_BYTES])))

    def _commit(self, stretch: PendingTurn) -> None:
        socket = self._live()
        if socket is not None:
            self._to_24khz = UpTo24kHz()
            socket.send(wire.commit(stretch.number))

    # -- turns ---------------------------------------------------------------------------------------------------

    def _close(self) -> PendingTurn:
        stretch, self._open, self._begun = self._open, PendingTurn(), False
        self._waiting.append(stretch)
        return stretch

    def _turn_begins(self, event: WireEvent) -> None:
        """Sound that is said again over another connection is no new turn."""
        if not self.finds_turns or self._begun or any(one.item_id is None for one in self._waiting):
            return
        self._begun = True
        said_ms = int(event.get("audio_start_ms") or 0)
        at_ms = max(0, self._pushed_ms - self._sent_ms + said_ms)
        keep_ms = max(0, self._pushed_ms - at_ms)
        del self._open.pcm_16khz[: -(keep_ms or 1) * _BYTES_A_MS]
        self._on_turn(TurnSeen(begun=True, at_ms=at_ms))

    def _committed(self, item_id: str) -> None:
        expected = next((one for one in self._waiting if one.item_id is None), None)
        if expected is not None:
            expected.item_id = item_id
        elif self.finds_turns:
            stretch = self._close()
            stretch.item_id = item_id
            self._on_turn(TurnSeen(begun=False, at_ms=self._pushed_ms, words=stretch))

    # -- words ---------------------------------------------------------------------------------------------------

    def _of(self, item_id: str) -> PendingTurn | None:
        return next((one for one in self._waiting if one.item_id == item_id), None)

    def _more_words(self, item_id: str, delta: str) -> None:
        stretch = self._of(item_id)
        if stretch is not None:
            stretch.so_far += delta
            self._on_caption(stretch.so_far.strip())

    def _words(self, item_id: str, event: WireEvent) -> None:
        stretch, socket = self._of(item_id), self._socket
        if stretch is None:
            return
        text = " ".join(str(event.get("transcript") or "").split())
        stretch.came_to(text, event.get("logprobs") or ())  # fails for what is no answer: the turn is then said again
        self._waiting.remove(stretch)
        if socket is not None:
            socket.was_said(item_id, text)

    def _give_up(self, stretch: PendingTurn | None) -> None:
        if stretch is not None:
            with suppress(ValueError):
                self._waiting.remove(stretch)
            stretch.failed()
            if stretch.item_id is not None and self._socket is not None:
                self._socket.was_said(stretch.item_id, "")
