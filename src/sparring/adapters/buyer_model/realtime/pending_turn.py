"""One turn of the rep on its way to words: its sound, until they are there, and whoever waits for them."""

import asyncio
import itertools
import math
from collections.abc import Sequence
from typing import Any

from sparring.errors import HearingFailed
from sparring.ports import Heard

UNSTATED = 0.8  # how sure a service is that does not say; above what a buyer asks again for
UNSURE_BELOW = 0.35
_numbers = itertools.count(1)


class PendingTurn:
    """Implements `Recognition`. `item_id`: of the service, on the connection it was last sent over."""

    def __init__(self) -> None:
        self.number = str(next(_numbers))
        self.pcm_16khz = bytearray()
        self.item_id: str | None = None
        self.so_far = ""
        self._words: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()

    async def result(self) -> Heard:
        """See the port."""
        return await asyncio.shield(self._words)

    def cancel(self) -> None:
        """Its words are written down all the same: the turn was said."""

    def came_to(self, text: str, logprobs: Sequence[Any]) -> None:
        """Its words are there; empty when nobody spoke."""
        text, confidence = text.strip(), _confidence(logprobs)
        self._settle(Heard(text, confidence, bool(text) and confidence < UNSURE_BELOW, (), 0.0))

    def failed(self) -> None:
        """Nobody can make them out."""
        if not self._words.done():
            self._words.set_exception(HearingFailed("The service could not write down what was said."))
            self._words.exception()  # somebody may have stopped waiting
        self.pcm_16khz.clear()

    def _settle(self, heard: Heard) -> None:
        if not self._words.done():
            self._words.set_result(heard)
        self.pcm_16khz.clear()


def _confidence(logprobs: Sequence[Any]) -> float:
    """Mean probability of the tokens, 0-1."""
    given = [one.get("logprob") for one in logprobs if isinstance(one, dict)]
    sure = [math.exp(min(0.0, value)) for value in given if isinstance(value, (int, float)) and math.isfinite(value)]
    return sum(sure) / len(sure) if sure else UNSTATED
