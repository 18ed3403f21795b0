"""A realtime model that words the buyer's decisions, over one WebSocket a call that is opened while the phone rings.

Flows in: a `BuyerPrompt`. Flows out: text as it comes, or ModelFailed as with a chat model. A connection that ends, or
is about to be ended by the service, is followed by another one that holds the same conversation.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress

from sparring.adapters.judge.entra import TokenProvider
from sparring.adapters.model.faults import MOST_CHARS
from sparring.adapters.model.realtime.socket import Socket
from sparring.errors import ModelFailed
from sparring.ports import BuyerPrompt

OpenSocket = Callable[[], Awaitable[Socket]]
"""Raises: ModelFailed."""


class RealtimeBuyer:
    """Implements `BuyerModel`.

    Args:
        open_socket: makes one connection.
        name: of the model, or of the deployment on Azure.
        tokens: closed with it, where it has any.
    """

    def __init__(self, open_socket: OpenSocket, *, name: str, tokens: TokenProvider | None = None) -> None:
        self._open_socket, self.name, self._tokens = open_socket, name, tokens
        self._opening: asyncio.Task[Socket] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._calls: list[RealtimeBuyer] = []
        self._over = False

    def for_call(self) -> "RealtimeBuyer":
        """See the port: a connection of its own."""
        self._calls = [call for call in self._calls if not call.gone]
        self._calls.append(RealtimeBuyer(self._open_socket, name=self.name))
        return self._calls[-1]

    @property
    def gone(self) -> bool:
        """Whether the call is over and its connection closed."""
        return self._over and not self._closing

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """See the port."""
        socket = await self._at_hand()
        answer, chars = socket.ask(prompt), 0
        try:
            async for text in answer.words():
                chars += len(text)
                yield text
                if chars > MOST_CHARS:
                    return
        finally:
            socket.leave(answer)
            if socket.old:
                self._renew()

    async def warm_up(self) -> None:
        """See the port."""
        with suppress(ModelFailed):  # what is wrong shows when the first words are asked for
            await self._at_hand()

    def hang_up(self) -> None:
        """See the port."""
        self._over = True
        self._drop()

    async def close(self) -> None:
        """See the port."""
        self.hang_up()
        for call in self._calls:
            await call.close()
        await asyncio.gather(*self._closing)
        if self._tokens is not None:
            await self._tokens.close()

    async def _at_hand(self) -> Socket:
        """The connection, made anew where there is none. Whoever stops waiting does not stop its making."""
        opening = self._opening
        if opening is None or (opening.done() and not _alive(opening)):
            opening = self._renew()
        return await asyncio.shield(opening)

    def _renew(self) -> "asyncio.Task[Socket]":
        self._drop()
        self._opening = opening = asyncio.create_task(_made(self._open_socket), name="realtime-opening")
        opening.add_done_callback(lambda task: None if task.cancelled() else task.exception())
        self._watching = asyncio.create_task(self._watch(opening), name="realtime-watch")
        return opening

    async def _watch(self, opening: "asyncio.Task[Socket]") -> None:
        """A connection that ends between two answers is followed by one at once; that one by the next answer's."""
        with suppress(ModelFailed):
            socket = await asyncio.shield(opening)
            await socket.lost.wait()
            if not self._over and socket.asked:
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


async def _made(open_socket: OpenSocket) -> Socket:
    return await open_socket()


async def _closed(opening: "asyncio.Task[Socket]") -> None:
    if not opening.done():
        opening.cancel()
    with suppress(ModelFailed, asyncio.CancelledError):
        await (await opening).close()
