"""One answer of a realtime model as it comes: its words, and its sound where it speaks.

Flows in: what a connection is told about it. Flows out: both streams, each to one reader, each ending by itself: words
are there before the sound that says them.
"""

import asyncio
from collections.abc import AsyncIterator

from sparring.errors import ModelFailed

EndedBy = ModelFailed | None


class ModelAnswer:
    """`item_id`: where it stands in the service's conversation, if it does.

    `worded`: no more words will come; `read`: whoever reads them has read them all; `ended`: nothing more will come;
    `broken`: what there was of it cannot be heard to its end.
    """

    def __init__(self, number: str) -> None:
        self.number, self.response_id, self.item_id = number, "", ""
        self.noticed = self.worded = self.read = self.ended = self.broken = False
        self.text = ""
        self._words: asyncio.Queue[str | EndedBy] = asyncio.Queue()
        self._sound: asyncio.Queue[bytes | EndedBy] = asyncio.Queue()

    def add(self, text: str) -> None:
        """More words."""
        self.text += text
        self._words.put_nowait(text)

    def add_sound(self, pcm_24khz: bytes) -> None:
        """More sound."""
        self._sound.put_nowait(pcm_24khz)

    def all_said(self) -> None:
        """No more words; sound may still come."""
        if not self.worded:
            self.worded = True
            self._words.put_nowait(None)

    def end(self, failure: ModelFailed | None = None) -> None:
        """Nothing more of it."""
        if not self.worded:
            self._words.put_nowait(failure)
        self._sound.put_nowait(failure)
        self.worded = self.ended = True
        self.broken |= failure is not None

    def cut(self) -> None:
        """What has not been taken yet may not be heard."""
        while not self._sound.empty():
            self._sound.get_nowait()
        self.broken = True
        self.end()

    async def words(self) -> AsyncIterator[str]:
        """Raises: ModelFailed."""
        while isinstance(came := await self._words.get(), str):
            yield came
        self.read = True
        if came is not None:
            raise came

    async def next_sound(self) -> bytes | None:
        """None once there is no more. Raises: ModelFailed."""
        came = await self._sound.get()
        if came is None or isinstance(came, ModelFailed):
            self._sound.put_nowait(came)  # for whoever asks again
        if isinstance(came, ModelFailed):
            raise came
        return came
