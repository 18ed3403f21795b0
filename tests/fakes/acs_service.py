"""A fake of Azure Communication Services' e-mail over its own wire protocol, on loopback; there is no emulator.

It checks what the real one checks (the signature over method, path, date, host and the body's digest, or a bearer
token, the API version, the sender), keeps operations, and delivers what it takes: twice what is sent twice.
"""

import base64
import hashlib
import hmac
import json
import ssl
import threading
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

ACCESS_KEY = base64.b64encode(b"k" * 32).decode()
TOKEN = "a-token-of-entra"


@dataclass
class Answer:
    """What goes out in place of the usual."""

    status: int
    code: str = "Error"
    headers: dict[str, str] = field(default_factory=dict)
    lost: bool = False  # taken, but the connection breaks before the answer


@dataclass
class Operation:
    """One mail on its way: `states` in the order in which they are told, the last one for good."""

    states: list[Any]

    def told(self) -> Any:
        """The next state."""
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]


class AcsService:
    """Use as a context manager.

    Args:
        sends: answers to the next sends, in place of taking them; None takes one.
        outcomes: for the next operations taken, what they are in turn; else running, then done.
        display_names: by sender address, as they are set at the resource.
        tls: a server context.
    """

    def __init__(
        self,
        *,
        sends: list[Answer | None] | None = None,
        outcomes: list[list[Any]] | None = None,
        display_names: dict[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.sends, self.outcomes = sends or [], outcomes or []
        self.display_names = display_names or {"coach@example.org": "Sparring"}
        self.delivered: list[EmailMessage] = []
        self.operations: dict[str, Operation] = {}
        self.looked_up = 0
        self._server = _Server(self)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        host = "https://localhost" if tls else "http://127.0.0.1"
        self.endpoint = f"{host}:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def send(self, operation: str, body: dict[str, Any]) -> Answer:
        """Take a mail, or not."""
        answer = self.sends.pop(0) if self.sends else None
        if answer is not None and not answer.lost:
            return answer
        if body["senderAddress"] not in self.display_names:
            return Answer(404, "DomainNotLinked")
        states = self.outcomes.pop(0) if self.outcomes else ["Running", "Succeeded"]
        self.operations[operation] = Operation(list(states))
        self.delivered.append(self._message(body))
        return answer or Answer(202)

    def _message(self, body: dict[str, Any]) -> EmailMessage:
        (recipient,) = body["recipients"]["to"]
        message = EmailMessage(policy=SMTP)
        message["From"] = f"{self.display_names[body['senderAddress']]} <{body['senderAddress']}>"
        message["To"] = recipient["address"]
        message["Subject"] = body["content"]["subject"]
        message["Message-ID"] = body["headers"]["Message-ID"]
        message.set_content(body["content"]["plainText"])
        message.add_alternative(body["content"]["html"], subtype="html")
        return message


def is_signed(method: str, target: str, headers: dict[str, str], body: bytes) -> bool:
    """Whether a request carries the resource's signature or a token (learn.microsoft.com/rest/api/communication)."""
    if headers.get("authorization") == f"Bearer {TOKEN}":
        return True
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    text = f"{method}\n{target}\n{headers.get('x-ms-date')};{headers.get('host')};{digest}"
    signature = base64.b64encode(hmac.digest(base64.b64decode(ACCESS_KEY), text.encode(), "sha256")).decode()
    wanted = f"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}"
    return headers.get("x-ms-content-sha256") == digest and headers.get("authorization") == wanted


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, service: AcsService) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if not self._is_ours(body, "/emails:send"):
            return
        answer = self.server.service.send(self.headers["operation-id"], json.loads(body))
        if answer.lost:
            self.close_connection = True
            self.connection.close()
            return
        state = {"id": self.headers["operation-id"], "status": "Running"}
        self._answer(answer.status, state if answer.status == 202 else _error(answer.code), answer.headers)

    def do_GET(self) -> None:
        if not self._is_ours(b"", "/emails/operations/"):
            return
        self.server.service.looked_up += 1
        operation = self.server.service.operations.get(urlsplit(self.path).path.rpartition("/")[2])
        if operation is None:
            self._answer(404, _error("NotFound"))
            return
        told = operation.told()
        state = told if isinstance(told, dict) else {"status": told}
        self._answer(200, {"id": "…", **state}, {"retry-after": "0"})

    def _is_ours(self, body: bytes, path: str) -> bool:
        headers = {name.lower(): value for name, value in self.headers.items()}
        address = urlsplit(self.path)
        if not is_signed(self.command, self.path, headers, body):
            self._answer(401, _error("Denied"))
        elif not address.path.startswith(path) or "api-version" not in parse_qs(address.query):
            self._answer(404, _error("NotFound"))
        else:
            return True
        return False

    def _answer(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Tests read what they need elsewhere."""


def _error(code: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": "No."}}
