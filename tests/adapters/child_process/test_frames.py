"""Frames: the same out as in, and no frame is longer than allowed."""

import asyncio
import io

import pytest

from sparring.adapters.child_process.frames import BrokenFrame, Frame, read_frame, read_json, receive_frame

FRAMES = [Frame(1, 7, b"abc"), Frame(2, 8), Frame(255, 2**32 - 1, bytes(1000))]


def test_frames_are_read_back_in_order() -> None:
    """A blocking stream gives each frame once, then its end."""
    stream = io.BytesIO(b"".join(frame.packed() for frame in FRAMES))
    assert [read_frame(stream.read, max_bytes=1000) for _ in range(4)] == [*FRAMES, None]


async def test_frames_are_received_however_they_are_cut() -> None:
    """Byte by byte is as good as all at once."""
    reader = asyncio.StreamReader()
    for byte in b"".join(frame.packed() for frame in FRAMES):
        reader.feed_data(bytes([byte]))
    reader.feed_eof()
    assert [await receive_frame(reader, max_bytes=1000) for _ in FRAMES] == FRAMES
    with pytest.raises(asyncio.IncompleteReadError):
        await receive_frame(reader, max_bytes=1000)


def test_a_frame_cut_off_is_the_end() -> None:
    """A writer that died in the middle sent nothing more."""
    stream = io.BytesIO(Frame(1, 1, b"abcdef").packed()[:-1])
    assert read_frame(stream.read, max_bytes=1000) is None


async def test_a_length_beyond_the_limit_is_refused_before_it_is_read() -> None:
    """A stray byte in the stream must not make us wait for gigabytes."""
    packed = Frame(1, 1, bytes(11)).packed()
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(packed).read, max_bytes=10)
    reader = asyncio.StreamReader()
    reader.feed_data(packed)
    with pytest.raises(BrokenFrame):
        await receive_frame(reader, max_bytes=10)


@pytest.mark.parametrize("payload", [b"", b"\xff", b"[]", b"{}", b'{"ms": "long"}'])
def test_json_that_is_not_what_was_wanted_is_a_broken_frame(payload: bytes) -> None:
    """Whatever is wrong with it, the error says what it should have been."""
    with pytest.raises(BrokenFrame, match="not a length"):
        read_json(payload, lambda raw: int(raw["ms"]), wanted="a length")
    assert read_json(b'{"ms": 20}', lambda raw: int(raw["ms"]), wanted="a length") == 20
