"""Messages of Azure Speech: what is sent has its headers, what comes is read or refused."""

import json
from datetime import UTC, datetime

import pytest

from sparring.adapters.voice.azure import messages

AT = datetime(2026, 11, 25, 15, 0, 0, 120_000, tzinfo=UTC)


def test_a_request_is_a_context_and_a_document_under_one_id() -> None:
    """Raw PCM is asked for, with nothing about words."""
    head, _, body = messages.context("id1", AT).partition("\r\n\r\n")
    assert head.split("\r\n")[:3] == [
        "Path: synthesis.context",
        "X-RequestId: id1",
        "X-Timestamp: 2026-11-25T15:00:00.120Z",
    ]
    assert json.loads(body)["synthesis"]["audio"]["outputFormat"] == "raw-24khz-16bit-mono-pcm"
    assert messages.ssml("id1", AT, "<speak/>").endswith("Content-Type: application/ssml+xml\r\n\r\n<speak/>")
    assert "speech.config" in messages.config("id1", AT)


def test_text_and_sound_are_read() -> None:
    """Header names in any case, with or without a blank."""
    assert messages.read("X-RequestId:AB\r\nPath:turn.end\r\n\r\n{}") == messages.Message("turn.end", "ab", b"{}")
    head = b"X-RequestId: ab\r\nPath: audio\r\n"
    assert messages.read(len(head).to_bytes(2) + head + b"\x01\x02") == messages.Message("audio", "ab", b"\x01\x02")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "Path:audio",
        "X:1\r\n\r\n{}",
        pytest.param(b"", id="no bytes"),
        b"\x00",
        b"\x00\x09short",
        b"\x00\x02\xff\xff",
        b"\x00\x00",
    ],
)
def test_anything_else_is_no_message(data: str | bytes) -> None:
    """Truncated, without a path, of another encoding."""
    with pytest.raises(messages.NotAMessage):
        messages.read(data)
