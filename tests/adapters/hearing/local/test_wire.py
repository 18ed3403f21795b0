"""What goes over the pipe comes back the same, and rubbish is one error."""

from dataclasses import replace

import pytest

from sparring.adapters.child_process.frames import BrokenFrame
from sparring.adapters.hearing.local.wire import (
    Ready,
    Request,
    packed_heard,
    unpacked_heard,
    unpacked_ready,
    unpacked_request,
)
from sparring.ports import Heard
from sparring.transcript import Word
from sparring.usage import Tokens


def test_a_request_survives_the_pipe() -> None:
    """Names with any letters, and samples that look like line ends."""
    request = Request(b"\n\x00\n\xff", "Siobhán\nO'Brien", words=True)
    assert unpacked_request(request.packed()) == request


def test_a_result_survives_the_pipe() -> None:
    """Text, doubt, word times, and what the service charges for."""
    words = (Word(text="Hello?", start_ms=120, probability=0.75),)
    heard = Heard(text="Hello?", confidence=0.75, unsure=True, words=words, decode_ms=81.5)
    for tokens in (None, Tokens("openai", "gpt-4o-transcribe", input_audio=30, output=4)):
        counted = replace(heard, tokens=tokens)
        assert unpacked_heard(packed_heard(counted)) == counted


def test_a_greeting_survives_the_pipe() -> None:
    """What the child can do."""
    ready = Ready(at_once=2, work_ms=175.5)
    assert unpacked_ready(ready.packed()) == ready


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"[1, 2]", b"\xff", b'{"hint": 1'])
def test_rubbish_is_refused(rubbish: bytes) -> None:
    """Anything else means that the pipe cannot be trusted."""
    for unpack in (unpacked_request, unpacked_heard, unpacked_ready):
        with pytest.raises(BrokenFrame):
            unpack(rubbish)
