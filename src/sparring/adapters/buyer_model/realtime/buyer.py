"""A realtime model that words the buyer's decisions, and hears the rep where that is set: one connection a call.

Flows in: an endpoint's way to a connection. Flows out: a `RealtimeCall` for each call, and one of its own that is asked
when somebody wants to know whether the service answers.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.buyer_model.realtime.call import OpenSocket, RealtimeCall
from sparring.ports import BuyerPrompt
from sparring.usage import Meter


class RealtimeBuyer:
    """Implements `BuyerModel`.

    Args:
        open_socket: makes one connection.
        name: of the model, or of the deployment on Azure.
        service: whose it is, for what it costs.
        tokens: closed with it, where it has any.
    """

    def __init__(
        self, open_socket: OpenSocket, *, name: str, service: str, tokens: TokenProvider | None = None
    ) -> None:
        self._open_socket, self.name, self._service, self._tokens = open_socket, name, service, tokens
        self._own = RealtimeCall(open_socket, name=name, service=service)
        self._calls: list[RealtimeCall] = []

    def for_call(self, meter: Meter | None = None) -> RealtimeCall:
        """See the port: a connection of its own."""
        self._calls = [call for call in self._calls if not call.gone]
        self._calls.append(RealtimeCall(self._open_socket, name=self.name, service=self._service))
        return self._calls[-1].for_call(meter)

    async def word(self, prompt: BuyerPrompt) -> AsyncGenerator[str, None]:
        """See the port."""
        async with aclosing(self._own.word(prompt)) as words:
            async for text in words:
                yield text

    async def warm_up(self) -> None:
        """See the port."""
        await self._own.warm_up()

    def hang_up(self) -> None:
        """See the port."""
        self._own.hang_up()

    async def close(self) -> None:
        """See the port."""
        for call in (self._own, *self._calls):
            await call.close()
        if self._tokens is not None:
            await self._tokens.close()
