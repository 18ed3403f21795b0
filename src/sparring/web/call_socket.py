"""One WebSocket per call: signalling, control, captions, turns, heartbeat; the same for spoken and typed calls.

Flows in: strict JSON commands of the page. Flows out: JSON events. The first message redeems a single-use ticket; the
newest page wins; a page that stops reading is let go instead of being waited for.
"""

import asyncio
import logging
from urllib.parse import urlsplit

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from sparring.call.active_call import ActiveCall
from sparring.call.page import AnyCommand, Join, QueuedPage, greet, obey, read_command
from sparring.errors import SparringError, TicketRejected, code_of
from sparring.ids import parse_call_id
from sparring.web.services import Services, socket_services

log = logging.getLogger(__name__)
router = APIRouter()

JOIN_WITHIN_S = 5.0
_PAGE_GONE = WebSocketDisconnect, RuntimeError  # the latter by Starlette, of a socket that is closed


@router.websocket("/api/calls/{call_id}/live")
async def live(socket: WebSocket, call_id: str) -> None:
    """The page of one call."""
    wired = socket_services(socket)
    if not same_origin(socket):
        await socket.close(code=4403)
        return
    await socket.accept()
    page = QueuedPage()
    try:
        call = await _join(socket, call_id, wired)
        await _attend(socket, page, call, wired)
    except SparringError as error:
        await _refuse(socket, error)
    except _PAGE_GONE:
        pass  # the call waits for it


def same_origin(socket: WebSocket) -> bool:
    """Whether the page that opens this socket is ours (OWASP ASVS 5.0, 4.4.2)."""
    origin = socket.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == socket.headers.get("host")


async def _join(socket: WebSocket, call_id: str, wired: Services) -> ActiveCall:
    parsed = parse_call_id(call_id)
    try:
        command = await asyncio.wait_for(_receive(socket), JOIN_WITHIN_S)
    except TimeoutError:
        command = None
    if not isinstance(command, Join):
        raise TicketRejected("The page did not show its ticket. Go back and start a new call.")
    return wired.active_calls.join(parsed, wired.tickets.redeem(command.ticket, parsed))


async def _attend(socket: WebSocket, page: QueuedPage, call: ActiveCall, wired: Services) -> None:
    await call.attach(page)
    opened = call.session.opened
    greet(page, call, resume_ticket=wired.tickets.issue(opened.call_id, opened.rep_id))
    tasks = [
        asyncio.create_task(page.deliver(socket.send_json), name="page-deliver"),
        asyncio.create_task(page.beat(), name="page-beat"),
        asyncio.create_task(_obey(socket, page, call), name="page-obey"),
    ]
    try:
        await asyncio.wait((tasks[0], tasks[2]), return_when=asyncio.FIRST_COMPLETED)
    finally:
        call.detach(page)
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception) and not isinstance(ended, _PAGE_GONE):
                log.error("call %s: its page was let go: %s", opened.call_id, code_of(ended))
        if socket.client_state.name == "CONNECTED":
            await socket.close()


async def _receive(socket: WebSocket) -> AnyCommand | None:
    """The next command; None for what is not one, such as a binary message. Raises: WebSocketDisconnect."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text")
    return None if text is None else read_command(text)


async def _obey(socket: WebSocket, page: QueuedPage, call: ActiveCall) -> None:
    while True:
        try:
            command = await _receive(socket)
        except WebSocketDisconnect:
            return
        await obey(command, page, call)


async def _refuse(socket: WebSocket, error: SparringError) -> None:
    try:
        await socket.send_json({"type": "error", "code": error.code, "sentence": error.sentence})
        await socket.close(code=4000 + error.http_status)
    except _PAGE_GONE:
        pass
