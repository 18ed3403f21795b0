"""Frames between the voice process and its parent."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.child_process.frames import BrokenFrame, Frame, read_frame
from sparring.adapters.voice.local.wire import (
    MAX_REQUEST_BYTES,
    SayRequest,
    VoiceMessage,
    checked,
    packed_ready,
    unpacked_ready,
    unpacked_say,
)
from sparring.ports import VoiceCard

FRAMES = st.builds(Frame, st.sampled_from(VoiceMessage), st.integers(0, 2**32 - 1), st.binary(max_size=200))


@given(st.lists(FRAMES, max_size=5))
def test_what_is_packed_is_read_again(frames: list[Frame]) -> None:
    """A stream of frames has no other boundaries than theirs."""
    stream = io.BytesIO(b"".join(frame.packed() for frame in frames))
    read = [read_frame(stream.read, max_bytes=MAX_REQUEST_BYTES) for _ in range(len(frames) + 1)]
    assert read == [*frames, None]
    assert [checked(frame) for frame in frames] == frames


@given(st.binary(max_size=64))
def test_any_bytes_are_a_frame_the_end_or_broken(data: bytes) -> None:
    """Garbage raises the one error and nothing else."""
    try:
        frame = read_frame(io.BytesIO(data).read, max_bytes=MAX_REQUEST_BYTES)
        if frame is not None:
            checked(frame)
    except BrokenFrame:
        return
    assert frame is None or data.startswith(frame.packed())


def test_a_stream_cut_anywhere_ends() -> None:
    """Half a frame is no frame."""
    data = Frame(VoiceMessage.SAY, 7, b"text").packed()
    assert all(read_frame(io.BytesIO(data[:end]).read, max_bytes=99) is None for end in range(len(data)))


def test_a_frame_that_is_too_large_is_broken() -> None:
    """No memory is set aside for it."""
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(Frame(VoiceMessage.SAY, 1, bytes(11)).packed()).read, max_bytes=10)


def test_say_and_ready_come_through() -> None:
    """Texts, voices and moods are the same on both sides."""
    say = SayRequest("Hello \u00e9", "ruth", "warm", background=True)
    assert unpacked_say(say.packed()) == say
    card = VoiceCard("ruth", "female", "ruth", "hibari", "Apache-2.0")
    assert unpacked_ready(packed_ready("hibari", [card])) == ("hibari", (card,))


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'{"name": 1}', b"\xff", b'{"text": "a", "mood": "b", "c": 1}'])
def test_other_payloads_are_broken(payload: bytes) -> None:
    """Neither a text to say nor a list of voices."""
    for unpacked in (unpacked_say, unpacked_ready):
        with pytest.raises(BrokenFrame):
            unpacked(payload)


def test_requests_and_replies_have_different_numbers() -> None:
    """No two kinds share a byte."""
    assert all(one < other for one, other in pairwise(VoiceMessage))
