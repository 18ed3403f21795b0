"""A chat service on loopback that streams OpenAI's chunks as server-sent events, and fails as a test tells it to."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.http_service import HttpService, JsonHandler
from tests.fakes.judge_service import KEY, Reply

USAGE = {"prompt_tokens": 90, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 64}}


@dataclass
class Stream:
    """One answer, piece by piece.

    `finish`: the reason in the last chunk; None: the stream breaks off without one. `stalls`: nothing follows the
    pieces until the service is closed. `refusal`: in place of content. `usage`: told in a chunk of its own, if asked.
    """

    pieces: tuple[str, ...] = ()
    finish: str | None = "stop"
    stalls: bool = False
    refusal: str | None = None
    garbage: bytes = b""
    usage: dict[str, Any] | None = field(default_factory=lambda: dict(USAGE))


@dataclass
class ChatService(HttpService):
    """Use as a context manager. `replies` go out first, one a request; then `answer` makes each from the request."""

    answer: Callable[[dict[str, Any]], str] = lambda _: "All right."
    replies: list[Stream | Reply] = field(default_factory=list)
    path: str = "/v1/chat/completions"
    model: str = "gpt-4.1-mini-2025-04-14"
    requests: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bind(_Handler)

    @property
    def url(self) -> str:
        """Of the API."""
        return f"{self.root}/v1"

    def take(self, path: str, headers: dict[str, str], body: dict[str, Any]) -> Stream | Reply:
        """Keep a request; what goes out for it."""
        self.requests.append(body | {"_headers": headers, "_path": path})
        if path.split("?", maxsplit=1)[0] != self.path:
            return Reply(404, {"error": {"code": "DeploymentNotFound", "message": "No such deployment."}})
        if KEY not in (headers.get("api-key"), headers.get("authorization", "").split(" ")[-1]):
            return Reply(401, {"error": {"code": "401", "message": "Access denied due to invalid key or token."}})
        if self.replies:
            return self.replies.pop(0)
        words = self.answer(body).split(" ")
        return Stream(tuple(word if index == 0 else f" {word}" for index, word in enumerate(words)))


def _chunks(service: ChatService, stream: Stream, *, counted: bool) -> Iterator[bytes]:
    deltas: list[tuple[dict[str, Any], str | None]] = [({"role": "assistant", "content": ""}, None)]
    deltas += [({"content": piece}, None) for piece in stream.pieces]
    if stream.refusal:
        deltas.append(({"refusal": stream.refusal}, None))
    if stream.finish:
        deltas.append(({}, stream.finish))
    for delta, reason in deltas:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": service.model}
        yield f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n".encode()
    if stream.garbage:
        yield stream.garbage
    if counted and stream.usage and stream.finish:
        chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": service.model}
        yield f"data: {json.dumps(chunk | {'choices': [], 'usage': stream.usage})}\n\n".encode()
    if stream.finish:
        yield b"data: [DONE]\n\n"


class _Handler(JsonHandler):
    service: ChatService

    def get(self) -> None:
        self.answer(200, {"object": "list", "data": []})

    def post(self) -> None:
        body = json.loads(self.body())
        reply = self.service.take(self.path, self.named(), body)
        if isinstance(reply, Stream):
            self._stream(reply, counted=(body.get("stream_options") or {}).get("include_usage", False))
        elif reply.silent:
            self.service.closing.wait()
            self.close_connection = True
        else:
            self.answer(reply.status, reply.body, reply.headers)

    def _stream(self, stream: Stream, *, counted: bool) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        for data in _chunks(self.service, stream, counted=counted):
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        if stream.stalls:
            self.service.closing.wait()
        if stream.finish is None:
            self.close_connection = True  # in the middle of the body
        else:
            self.wfile.write(b"0\r\n\r\n")
