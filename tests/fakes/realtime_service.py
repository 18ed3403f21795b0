"""A realtime service on loopback that speaks the protocol over real WebSockets, and fails as a test tells it to.

It checks what the real ones check (address, credentials, shape of session, items and responses), keeps a conversation a
connection as they do, and every event it was sent.
"""

import json
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from tests.fakes.judge_service import KEY, Reply
from tests.fakes.realtime_sound import Aloud, Microphone, Written, written_down

Event = dict[str, Any]
USAGE = {"input_tokens": 40, "output_tokens": 9, "total_tokens": 49}


@dataclass
class Voiced:
    """One response, piece by piece.

    `status`, `details`: how it ends; None: it does not. `error`: an event in its place. `closes`: with this code after
    the pieces; 1006: without a word. `unheard`: nothing at all comes, not even that it has begun. `as_audio`: as the
    transcript of sound that nobody asked for. `garbage`: a frame after the pieces.
    """

    pieces: tuple[str, ...] = ()
    status: str | None = "completed"
    details: Event | None = None
    error: Event | None = None
    closes: int | None = None
    unheard: bool = False
    as_audio: bool = False
    garbage: str | bytes | None = None


@dataclass
class Connected:
    """One connection: who came in how, what was sent, and the conversation as the service holds it."""

    path: str
    headers: dict[str, str]
    events: list[Event] = field(default_factory=list)
    items: dict[str, Event] = field(default_factory=dict)
    microphone: Microphone = field(default_factory=Microphone)
    voice: str | None = None
    spoken_ms: dict[str, int] = field(default_factory=dict)

    @property
    def said(self) -> list[tuple[str, str]]:
        """Role and text of each item."""
        return [(item["role"], item["content"][0].get("text", "(sound)")) for item in self.items.values()]

    def insert(self, item: Event, *, after: str | None = None) -> None:
        """Where it belongs: at the end, first of all (`root`), or behind another."""
        ordered = list(self.items.items())
        at = len(ordered) if after is None else 0 if after == "root" else [*self.items].index(after) + 1
        ordered.insert(at, (item["id"], item))
        self.items = dict(ordered)

    def truncate(self, event: Event) -> Event:
        """Only so much of it stands."""
        self.spoken_ms[event["item_id"]] = event["audio_end_ms"]
        return {key: event[key] for key in ("item_id", "content_index", "audio_end_ms")}

    def sent(self, kind: str) -> list[Event]:
        """The events of one type."""
        return [event for event in self.events if event["type"] == kind]


@dataclass
class RealtimeService:
    """Use as a context manager. `replies` go out first, one a request; then `answer` makes each from the request.

    `refusals`: one a handshake, before any is taken. `greets`: the first event, if not `session.created`.
    `texts`: what can be said to it; `writes`: how turns are written down, one each, then as they were said.
    `agrees`: what it says it will do, in place of what it was asked for. `speaks_as`: a voice of its own.
    `reads_aloud`: what becomes of words to be read; `reads_aloud_after`: so many such requests come to nothing.
    `sound_waits`: for this, once its words are there.
    """

    answer: Callable[[Event], str] = lambda _: "All right."
    replies: list[Voiced] = field(default_factory=list)
    refusals: list[Reply] = field(default_factory=list)
    texts: Sequence[str] = ()
    writes: list[Written] = field(default_factory=list)
    agrees: Event = field(default_factory=dict)
    speaks_as: str | None = None
    reads_aloud: Callable[[str], str] = lambda text: text
    reads_aloud_after: int = 0
    sound_waits: threading.Event | None = None
    path: str = "/v1/realtime"
    greets: Event | str = field(default_factory=lambda: {"type": "session.created", "session": {"type": "realtime"}})
    connections: list[Connected] = field(default_factory=list)
    handshakes: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    open_now: list[ServerConnection] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._server: Server = serve(self._hold, "127.0.0.1", 0, process_request=self._admit, close_timeout=0.2)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        for connection in list(self.open_now):
            connection.close_socket()

    @property
    def url(self) -> str:
        """Of the API, as in the settings."""
        return f"http://127.0.0.1:{self._server.socket.getsockname()[1]}/v1"

    def expire(self) -> None:
        """The session's time is over: said, then done."""
        for connection in list(self.open_now):
            error = {"type": "invalid_request_error", "code": "session_expired", "message": "Your session expired."}
            with suppress(ConnectionClosed):  # it has been told before, or its client has gone
                _send(connection, {"type": "error", "event_id": "event_x", "error": error})
                connection.close(1001)

    def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        self.handshakes += 1
        where, headers = urlsplit(request.path), request.headers
        if self.refusals:
            refusal = self.refusals.pop(0)
            return _refused(connection, refusal.status, refusal.headers)
        if KEY not in (headers.get("api-key"), headers.get("Authorization", "").removeprefix("Bearer ")):
            return _refused(connection, 401, {})
        if where.path != self.path or not parse_qs(where.query).get("model"):
            return _refused(connection, 404, {})
        return None

    def _hold(self, connection: ServerConnection) -> None:
        request = connection.request
        assert request is not None
        told = {name.lower(): value for name, value in request.headers.raw_items()}
        here = Connected(request.path, told, microphone=Microphone(self.texts))
        self.connections.append(here)
        self.open_now.append(connection)
        with suppress(ConnectionClosed):
            _send(connection, self.greets)
            for frame in connection:
                event = json.loads(frame)
                here.events.append(event)
                self._serve(connection, here, event)
        self.open_now.remove(connection)

    def _serve(self, connection: ServerConnection, here: Connected, event: Event) -> None:
        wrong = _wrong(here, event)
        if wrong is not None:
            error = {"type": "invalid_request_error", "code": wrong, "message": "No.", "event_id": event["event_id"]}
            _send(connection, {"type": "error", "event_id": "event_x", "error": error})
        elif event["type"] == "session.update":
            here.voice = event["session"]["audio"].get("output", {}).get("voice")
            here.microphone.detects = event["session"]["audio"].get("input", {}).get("turn_detection")
            _send(connection, {"type": "session.updated", "session": event["session"] | self.agrees})
        elif event["type"].startswith("input_audio_buffer."):
            self._hear(connection, here, event)
        elif event["type"] == "conversation.item.create":
            here.insert(event["item"], after=event.get("previous_item_id"))
            _send(connection, {"type": "conversation.item.added", "item": event["item"]})
            _send(connection, {"type": "conversation.item.done", "item": event["item"]})
        elif event["type"] == "conversation.item.delete":
            del here.items[event["item_id"]]
            _send(connection, {"type": "conversation.item.deleted", "item_id": event["item_id"]})
        elif event["type"] == "response.create":
            self._respond(connection, here, event)
        elif event["type"] == "conversation.item.truncate":
            _send(connection, {"type": "conversation.item.truncated", **here.truncate(event)})

    def _hear(self, connection: ServerConnection, here: Connected, event: Event) -> None:
        microphone = here.microphone
        if event["type"] == "input_audio_buffer.append":
            told: list[Event] | None = microphone.append(event)
        else:
            told = microphone.commit()
        if told is None:
            error = {"type": "invalid_request_error", "code": "input_audio_buffer_commit_empty", "message": "No."}
            _send(connection, {"type": "error", "error": error | {"event_id": event["event_id"]}})
            return
        for one in told:
            _send(connection, one)
            if one["type"] == "conversation.item.added":
                here.insert(one["item"])
                self._write_down(connection, one["item"]["id"], microphone.said(microphone.committed[-1]))

    def _write_down(self, connection: ServerConnection, item_id: str, said: str) -> None:
        written = self.writes.pop(0) if self.writes else Written()
        if written.never:
            return

        def write() -> None:
            with suppress(ConnectionClosed, OSError):
                for one in written_down(item_id, said if written.text is None else written.text, written):
                    _send(connection, one)

        later = threading.Timer(written.after_s, write)
        later.daemon = True
        later.start()

    def _respond(self, connection: ServerConnection, here: Connected, event: Event) -> None:
        voiced = self._reading(event) or (self.replies.pop(0) if self.replies else _as_words(self.answer(event)))
        if voiced.unheard:
            return
        if voiced.error is not None:
            error = voiced.error | {"event_id": event["event_id"]}
            _send(connection, {"type": "error", "event_id": "event_x", "error": error})
            return
        own = {"id": f"resp_{event['response']['metadata']['ask']}", "metadata": event["response"]["metadata"]}
        if event["response"]["output_modalities"] == ["audio"]:
            self._say(connection, here, Aloud(event["response"], own, voiced, self.speaks_as or str(here.voice)))
        else:
            _write(connection, own, voiced)

    def _reading(self, event: Event) -> Voiced | None:
        """What is only to be read aloud."""
        text = event["response"]["instructions"].partition("The words are:\n")[2]
        if text and self.reads_aloud_after > 0:
            self.reads_aloud_after -= 1
            return Voiced(unheard=True)
        return _as_words(self.reads_aloud(text)) if text else None

    def _say(self, connection: ServerConnection, here: Connected, aloud: Aloud) -> None:
        if aloud.kept:
            here.insert(aloud.item)
            here.spoken_ms[aloud.item["id"]] = aloud.length_ms
        for one in aloud.events():
            if one["type"] == "response.output_audio.delta" and self.sound_waits is not None:
                self.sound_waits.wait(2)
            _send(connection, one)


def _write(connection: ServerConnection, own: Event, voiced: Voiced) -> None:
    _send(connection, {"type": "response.created", "response": own | {"status": "in_progress", "output": []}})
    kind = "response.output_audio_transcript" if voiced.as_audio else "response.output_text"
    about = {"response_id": own["id"], "item_id": "item_1", "output_index": 0, "content_index": 0}
    for piece in voiced.pieces:
        _send(connection, {"type": f"{kind}.delta", **about, "delta": piece})
    if voiced.garbage is not None:
        connection.send(voiced.garbage)
    if voiced.closes == 1006:
        connection.close_socket()
    elif voiced.closes is not None:
        connection.close(voiced.closes)
    elif voiced.status is not None:
        _send(connection, {"type": f"{kind}.done", **about, "text": "".join(voiced.pieces)})
        done = own | {"status": voiced.status, "status_details": voiced.details, "usage": USAGE}
        _send(connection, {"type": "response.done", "response": done})


def _as_words(text: str) -> Voiced:
    return Voiced(tuple(word if index == 0 else f" {word}" for index, word in enumerate(text.split(" "))))


def _send(connection: ServerConnection, event: Event | str) -> None:
    connection.send(event if isinstance(event, str) else json.dumps(event))


def _refused(connection: ServerConnection, status: int, headers: dict[str, str]) -> Response:
    response = connection.respond(HTTPStatus(status), "No.\n")
    for name, value in headers.items():
        response.headers[name] = value
    return response


def _wrong(here: Connected, event: Event) -> str | None:
    """The code of what a service would not take, if there is something."""
    kind = event["type"]
    if kind == "session.update":
        session = event["session"]
        fits = session["type"] == "realtime" and session["output_modalities"] in (["text"], ["audio"])
        return None if fits else "invalid_value"
    if kind == "conversation.item.create":
        item = event["item"]
        wanted = {"user": "input_text", "assistant": "output_text"}[item["role"]]
        after = event.get("previous_item_id", "root")
        fits = item["content"][0]["type"] == wanted and item["id"] not in here.items and len(item["id"]) <= 32
        fits = fits and (after == "root" or after in here.items)
        return None if fits and item["content"][0]["text"] else "invalid_value"
    if kind == "conversation.item.delete":
        return None if event["item_id"] in here.items else "item_delete_invalid_item_id"
    if kind == "response.create":
        known = {"conversation", "output_modalities", "instructions", "metadata", "input", "max_output_tokens"}
        return None if set(event["response"]) <= known else "unknown_parameter"
    if kind == "conversation.item.truncate":
        fits = 0 < event["audio_end_ms"] <= here.spoken_ms.get(event["item_id"], 0)
        return None if fits else "invalid_value"
    known_events = ("response.cancel", "input_audio_buffer.append", "input_audio_buffer.commit")
    return None if kind in known_events else "unknown_event"
