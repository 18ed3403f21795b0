"""Azure's Storage Queues over their real REST protocol, on loopback, by a clock that a test moves.

Azurite keeps the time of this machine; leases of seconds and waits of hours need one that can be told to pass. What
both can show is shown on Azurite as well, which keeps this one honest.
"""

import itertools
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Self
from urllib.parse import unquote
from xml.sax.saxutils import escape, unescape

from aiohttp import web

from sparring.ports import Clock
from tests.fakes.loopback import free_port, served

ACCOUNT, KEY = "devstoreaccount1", "a2V5"


@dataclass
class _Message:
    id: str
    text: str
    inserted: datetime
    visible_s: float
    receipt: str = ""
    deliveries: int = 0


class QueueService:
    """As an asynchronous context manager. `down`: answers 503 until it is set back; `closed`: lets nobody in."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._port = clock, free_port()
        self._queues: dict[str, dict[str, _Message]] = {}
        self._numbers = itertools.count(1)
        self.down = self.closed = False
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", f"/{ACCOUNT}/{{queue}}", self._queue)
        app.router.add_route("*", f"/{ACCOUNT}/{{queue}}/messages", self._messages)
        app.router.add_route("*", f"/{ACCOUNT}/{{queue}}/messages/{{id}}", self._message)
        await self._open.enter_async_context(served(app, self._port))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    @property
    def connection_string(self) -> str:
        """For the SDK."""
        endpoint = f"QueueEndpoint=http://127.0.0.1:{self._port}/{ACCOUNT};"
        return f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};{endpoint}"

    async def _queue(self, request: web.Request) -> web.Response:
        name = request.match_info["queue"]
        if request.method == "PUT":
            self._queues.setdefault(name, {})
            return web.Response(status=201)
        if self.down or self.closed or name not in self._queues:
            return self._refused(name)
        return web.Response(headers={"x-ms-approximate-messages-count": str(len(self._queues[name]))})

    async def _messages(self, request: web.Request) -> web.Response:
        name = request.match_info["queue"]
        if self.down or self.closed or name not in self._queues:
            return self._refused(name)
        kept, now = self._queues[name], self._clock.now()
        if request.method == "POST":
            text = (await request.text()).split("<MessageText>")[1].split("</MessageText>")[0]
            made = _Message(f"m{next(self._numbers)}", unescape(text), now, now.timestamp())
            kept[made.id] = made
            return _answer([made], status=201)
        due = [message for message in kept.values() if message.visible_s <= now.timestamp()]
        taken = sorted(due, key=lambda m: m.visible_s)[: int(request.query.get("numofmessages", "1"))]
        for message in taken:
            self._hide(message, int(request.query.get("visibilitytimeout", "30")))
            message.deliveries += 1
        return _answer(taken)

    async def _message(self, request: web.Request) -> web.Response:
        name, message_id = request.match_info["queue"], request.match_info["id"]
        if self.down or self.closed or name not in self._queues:
            return self._refused(name)
        message = self._queues[name].get(message_id)
        if message is None:
            return _error(404, "MessageNotFound")
        if message.receipt != unquote(request.query["popreceipt"]):
            return _error(400, "PopReceiptMismatch")
        if request.method == "DELETE":
            del self._queues[name][message_id]
            return web.Response(status=204)
        self._hide(message, int(request.query["visibilitytimeout"]))
        headers = {"x-ms-popreceipt": message.receipt, "x-ms-time-next-visible": _date(self._clock.now())}
        return web.Response(status=204, headers=headers)

    def _hide(self, message: _Message, seconds: int) -> None:
        message.visible_s = self._clock.now().timestamp() + seconds
        message.receipt = f"r{next(self._numbers)}"

    def _refused(self, name: str) -> web.Response:
        if self.closed:
            return _error(403, "AuthorizationPermissionMismatch")
        return _error(503, "ServerBusy") if self.down else _error(404, "QueueNotFound")


def _answer(messages: list[_Message], *, status: int = 200) -> web.Response:
    rows = "".join(
        f"<QueueMessage><MessageId>{one.id}</MessageId><InsertionTime>{_date(one.inserted)}</InsertionTime>"
        f"<ExpirationTime>{_date(one.inserted)}</ExpirationTime><PopReceipt>{one.receipt}</PopReceipt>"
        f"<TimeNextVisible>{_date(datetime.fromtimestamp(one.visible_s, UTC))}</TimeNextVisible>"
        f"<DequeueCount>{one.deliveries}</DequeueCount><MessageText>{escape(one.text)}</MessageText></QueueMessage>"
        for one in messages
    )
    text = f'<?xml version="1.0" encoding="utf-8"?><QueueMessagesList>{rows}</QueueMessagesList>'
    return web.Response(text=text, status=status, content_type="application/xml")


def _error(status: int, code: str) -> web.Response:
    text = f'<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{code}</Message></Error>'
    return web.Response(text=text, status=status, content_type="application/xml", headers={"x-ms-error-code": code})


def _date(at: datetime) -> str:
    return format_datetime(at.astimezone(UTC), usegmt=True)
