"""The rep's page in a room: events and commands as text streams, which carry any length in order.

Flows in: the same JSON commands as over the call's WebSocket. Flows out: the same events, heartbeat included.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from livekit import rtc

from sparring.call.page import MAX_MESSAGE_BYTES, QueuedPage

log = logging.getLogger(__name__)

EVENTS_TOPIC = "sparring.events"
COMMANDS_TOPIC = "sparring.commands"
SENT_WITHIN_S = 5.0  # a connection that does not settle must not hold up what is said later


class RoomPage(QueuedPage):
    """The page of the participant `identity`; its heart beats until it is closed."""

    def __init__(self, room: rtc.Room, identity: str) -> None:
        super().__init__()
        self._room, self._identity = room, identity
        self._tasks: list[asyncio.Task[None]] = []

    def open(self) -> None:
        """Events are delivered from now on."""
        self._tasks = [
            asyncio.create_task(self.deliver(self._send), name="page-deliver"),
            asyncio.create_task(self.beat(), name="page-beat"),
        ]

    def replaced(self) -> None:
        """The same person has joined anew: LiveKit itself has told the older page, and both bear one name here."""
        self.close()

    async def shut(self) -> None:
        """Deliver what waits, then stop."""
        self.close()
        if self._tasks:
            deliver, beat = self._tasks
            beat.cancel()
            await asyncio.wait([deliver], timeout=1.0)
            deliver.cancel()
            await asyncio.gather(deliver, beat, return_exceptions=True)

    async def _send(self, event: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(SENT_WITHIN_S):
                await self._room.local_participant.send_text(
                    json.dumps(event), destination_identities=[self._identity], topic=EVENTS_TOPIC, compress=False
                )
        except Exception as error:  # noqa: BLE001 - the page is gone, and whatever the SDK says of it is the same to us
            log.info("page not reached: %s", type(error).__name__)


class CommandReader:
    """Reads the commands of one participant, in the order they were sent, from before the room is joined.

    Args:
        identity: whose; everybody else's are dropped.
    """

    def __init__(self, identity: str) -> None:
        self.identity = identity
        self._waiting: asyncio.Queue[rtc.TextStreamReader] = asyncio.Queue(maxsize=100)

    def listen(self, room: rtc.Room) -> None:
        """What is sent there from now on is kept until `run`."""
        room.register_text_stream_handler(COMMANDS_TOPIC, self.take)

    def take(self, reader: rtc.TextStreamReader, participant: str) -> None:
        """The handler that a room wants; a page that floods is not listened to."""
        if participant == self.identity and not self._waiting.full():
            self._waiting.put_nowait(reader)

    async def run(self, obey: Callable[[str], Awaitable[None]]) -> None:
        """Hand each command's text to `obey`, until cancelled."""
        while True:
            reader = await self._waiting.get()
            try:
                async with asyncio.timeout(5.0):
                    text = await _bounded(reader)
            except (TimeoutError, rtc.StreamError):
                continue
            if text is not None:
                await obey(text)


async def _bounded(reader: rtc.TextStreamReader) -> str | None:
    text = ""
    async for chunk in reader:
        text += chunk
        if len(text) > MAX_MESSAGE_BYTES:
            return None
    return text
