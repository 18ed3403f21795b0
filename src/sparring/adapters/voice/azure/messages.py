"""Azure Speech's messages on a WebSocket, as bytes and text; no socket here.

A text message is headers, a blank line and a body. A binary one is two bytes that count its headers (big-endian), the
headers, and sound. A request is `synthesis.context` and `ssml` under one id, answered by `turn.start`, `response`,
`audio` messages and `turn.end`.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

SOUND_FORMAT: Final = "raw-24khz-16bit-mono-pcm"
_CONFIG: Final = {"context": {"system": {"name": "Sparring", "version": "1", "build": "Python", "lang": "Python"}}}
_CONTEXT: Final = {
    "synthesis": {
        "audio": {
            "metadataOptions": {
                "sentenceBoundaryEnabled": "false",
                "wordBoundaryEnabled": "false",
                "sessionEndEnabled": "false",
            },
            "outputFormat": SOUND_FORMAT,
        },
        "language": {"autoDetection": False},
    }
}


class NotAMessage(Exception):
    """What came is not in the form of this protocol."""


@dataclass(frozen=True, slots=True)
class Message:
    """`path` is lower case; `body` is PCM for `audio`, JSON otherwise."""

    path: str
    request_id: str
    body: bytes


def config(request_id: str, at: datetime) -> str:
    """Who calls; once a connection."""
    return _text("speech.config", request_id, at, kind="application/json", body=_json(_CONFIG))


def context(request_id: str, at: datetime) -> str:
    """What sound is wanted; once a request."""
    return _text("synthesis.context", request_id, at, kind="application/json", body=_json(_CONTEXT))


def ssml(request_id: str, at: datetime, document: str) -> str:
    """What to say."""
    return _text("ssml", request_id, at, kind="application/ssml+xml", body=document)


def read(data: str | bytes) -> Message:
    """Raises: NotAMessage."""
    if isinstance(data, str):
        head, blank, body = data.partition("\r\n\r\n")
        if not blank:
            raise NotAMessage
        return _message(head, body.encode())
    if len(data) < 2 or len(data) < 2 + (length := int.from_bytes(data[:2])):
        raise NotAMessage
    try:
        return _message(data[2 : 2 + length].decode("ascii"), data[2 + length :])
    except UnicodeDecodeError:
        raise NotAMessage from None


def _message(head: str, body: bytes) -> Message:
    pairs = (line.partition(":") for line in head.splitlines() if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    if "path" not in headers:
        raise NotAMessage
    return Message(headers["path"].lower(), headers.get("x-requestid", "").lower(), body)


def _text(path: str, request_id: str, at: datetime, *, kind: str, body: str) -> str:
    stamp = at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"
    return f"Path: {path}\r\nX-RequestId: {request_id}\r\nX-Timestamp: {stamp}\r\nContent-Type: {kind}\r\n\r\n{body}"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"))
