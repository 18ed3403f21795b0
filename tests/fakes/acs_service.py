"""A fake of Azure Communication Services' e-mail over its own wire protocol, on loopback; there is no emulator.

It checks what the real one checks (the signature over method, path, date, host and the body's digest, or a bearer
token, the API version, the sender), keeps operations, and delivers what it takes: twice what is sent twice.
"""

import base64
import hashlib
import hmac
import json
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.fakes.http_service import HttpService, JsonHandler

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


class AcsService(HttpService):
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
        self.bind(_Handler, tls=tls)
        self.endpoint = self.root

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


class _Handler(JsonHandler):
    service: AcsService

    def post(self) -> None:
        body = self.body()
        if not self._is_ours(body, "/emails:send"):
            return
        answer = self.service.send(self.headers["operation-id"], json.loads(body))
        if answer.lost:
            self.close_connection = True
            self.connection.close()
            return
        state = {"id": self.headers["operation-id"], "status": "Running"}
        self.answer(answer.status, state if answer.status == 202 else _error(answer.code), answer.headers)

    def get(self) -> None:
        if not self._is_ours(b"", "/emails/operations/"):
            return
        self.service.looked_up += 1
        operation = self.service.operations.get(urlsplit(self.path).path.rpartition("/")[2])
        if operation is None:
            self.answer(404, _error("NotFound"))
            return
        told = operation.told()
        state = told if isinstance(told, dict) else {"status": told}
        self.answer(200, {"id": "…", **state}, {"retry-after": "0"})

    def _is_ours(self, body: bytes, path: str) -> bool:
        headers = self.named()
        address = urlsplit(self.path)
        if not is_signed(self.command, self.path, headers, body):
            self.answer(401, _error("Denied"))
        elif not address.path.startswith(path) or "api-version" not in parse_qs(address.query):
            self.answer(404, _error("NotFound"))
        else:
            return True
        return False


def _error(code: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": "No."}}
