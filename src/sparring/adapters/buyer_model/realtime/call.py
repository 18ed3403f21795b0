"""One call's realtime model: a connection that is opened while the phone rings, and followed by another when it ends.

Flows in: prompts, and the rep's sound where the session hears. Flows out: text as it comes, words of the rep, or
ModelFailed as with a chat model. Every connection holds the same conversation, and sound that has not come to words.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from sparring.adapters.buyer_model.realtime.session import READS_AND_WRITES, Hears, Session
from sparring.adapters.buyer_model.realtime.socket import Socket
from sparring.adapters.buyer_model.realtime.uplink import RealtimeUplink
from sparring.adapters.buyer_model.realtime.usage import Ledger
from sparring.adapters.buyer_model.realtime.voice import RealtimeVoice
from sparring.adapters.openai.faults import MOST_CHARS, failed
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt
from sparring.usage import Meter

PAUSES_S = (0.0, 0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
"""Before a connection is made, by how many in a row were of no use; the last for all further ones."""
GIVEN_UP_AFTER = 9  # of them in a row the service is not asked any more: some 15 s

OpenSocket = Callable[[Session], Awaitable[Socket]]
"""Raises: ModelFailed."""


class RealtimeCall:
    """Implements `BuyerModel` for one call.

    Args:
        open_socket: makes one connection.
        name: of the model, or of the deployment on Azure.
        service: whose it is, for what it costs.
    """

    def __init__(self, open_socket: OpenSocket, *, name: str, service: str) -> None:
        self._open_socket, self.name = open_socket, name
        self._ledger = Ledger(service, name)
        self._session = READS_AND_WRITES
        self._uplink: RealtimeUplink | None = None
        self._voice: RealtimeVoice | None = None
        self._opening: asyncio.Task[Socket] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._over = False
        self._useless = 0  # connections in a row that did not come about, or ended before they had brought anything

    def for_call(self, meter: Meter | None = None) -> "RealtimeCall":
        """See the port: it is one call's already."""
        self._ledger.meter = meter or self._ledger.meter
        return self

    def hear(self, hears: Hears) -> RealtimeUplink:
        """Before anything else: the rep's sound goes over the same connection."""
        self._session = replace(self._session, hears=hears)
        self._ledger.transcriber = hears.transcriber
        self._uplink = RealtimeUplink(hears, self._wake)
        return self._uplink

    def speak(self, voice_id: str) -> RealtimeVoice:
        """Before anything else: the model speaks for itself, with this voice for the whole call."""
        self._session = replace(self._session, voice=voice_id)
        self._voice = RealtimeVoice(voice_id, self._at_hand)
        return self._voice

    @property
    def gone(self) -> bool:
        """Whether the call is over and its connection closed."""
        return self._over and not self._closing

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """See the port."""
        socket = await self._at_hand()
        answer, chars = socket.ask(prompt), 0
        if self._voice is not None:
            self._voice.follow(socket, answer)
        try:
            async for text in answer.words():
                chars += len(text)
                yield text
                if chars > MOST_CHARS:
                    return
        finally:
            socket.leave(answer)
            if socket.old:
                socket.when_quiet(lambda: self._follow(socket))

    async def ready(self) -> None:
        """There is a connection. Raises: ModelFailed."""
        await self._at_hand()

    async def warm_up(self) -> None:
        """See the port."""
        with suppress(ModelFailed):  # what is wrong shows when the first words are asked for
            await self.ready()

    def hang_up(self) -> None:
        """See the port."""
        self._over = True
        self._drop()
        self._ledger.settle()

    async def close(self) -> None:
        """See the port."""
        self.hang_up()
        await asyncio.gather(*self._closing)

    async def _at_hand(self) -> Socket:
        """The connection, made anew where there is none. Whoever stops waiting does not stop its making."""
        if self._given_up:
            raise failed("unavailable")
        opening = self._opening
        if opening is None or (opening.done() and not _alive(opening)):
            opening = self._renew()
        return await asyncio.shield(opening)

    def _wake(self) -> None:
        """There is sound and no connection: one is made, unless it is being made."""
        opening = self._opening
        if not self._over and not self._given_up and (opening is None or (opening.done() and not _alive(opening))):
            self._renew()

    def _follow(self, old: Socket) -> None:
        """A connection that has had its time is followed by another one, unless the rep speaks over it."""
        opening, idle = self._opening, self._uplink is None or self._uplink.idle
        if idle and not self._over and opening is not None and _alive(opening) and opening.result() is old:
            self._renew()

    def _renew(self) -> "asyncio.Task[Socket]":
        self._drop()
        self._opening = opening = asyncio.create_task(self._made(), name="realtime-opening")
        opening.add_done_callback(lambda task: None if task.cancelled() else task.exception())
        self._watching = asyncio.create_task(self._watch(opening), name="realtime-watch")
        return opening

    @property
    def _given_up(self) -> bool:
        """Only where the rep is heard by it: a call that lacks words alone has its persona's own, and may try again."""
        return self._uplink is not None and self._useless >= GIVEN_UP_AFTER

    async def _made(self) -> Socket:
        await asyncio.sleep(PAUSES_S[min(self._useless, len(PAUSES_S) - 1)])
        socket = await self._open_socket(self._session)
        socket.ledger = self._ledger
        if self._uplink is not None:
            self._uplink.attach(socket)
        return socket

    async def _watch(self, opening: "asyncio.Task[Socket]") -> None:
        """A connection that ends is followed by one at once where it was used or owes words; else when it is needed."""
        try:
            socket = await asyncio.shield(opening)
            await socket.lost.wait()
            used, useful = socket.used, socket.useful
        except ModelFailed:
            used = useful = False
        self._useless = 0 if useful else self._useless + 1
        owes_words = self._uplink is not None and not self._uplink.idle
        if self._over or not (used or owes_words):
            return
        if self._given_up and self._uplink is not None:
            self._uplink.give_up()
            return
        self._watching = None
        self._renew()

    def _drop(self) -> None:
        opening, self._opening = self._opening, None
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        if opening is not None:
            closing = asyncio.create_task(_closed(opening), name="realtime-closing")
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)


def _alive(opening: "asyncio.Task[Socket]") -> bool:
    return not opening.cancelled() and opening.exception() is None and not opening.result().lost.is_set()


async def _closed(opening: "asyncio.Task[Socket]") -> None:
    if not opening.done():
        opening.cancel()
    with suppress(ModelFailed, asyncio.CancelledError):
        await (await opening).close()
