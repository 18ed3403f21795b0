"""The telephone of the bench of rooms: what it says of its own sound and of the buyer's."""

import asyncio
import json

import pytest
from bench.support.handset import BLOCK_BYTES, Handset, taken

from tests.virtual_time import run_virtually

LOUD = b"\x00\x20" * (BLOCK_BYTES // 2)


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, float]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_end_of_what_was_said_is_told_and_then_the_first_sound_of_the_buyer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once each; what the buyer says before it is only known to be sound."""

    async def scenario() -> None:
        handset = Handset()
        handset.obey(b'{"say_s": 0.04}')
        assert any(handset.block())
        handset.hear(LOUD)
        await asyncio.sleep(0.02)
        assert any(handset.block())
        await asyncio.sleep(0.1)
        assert not any(handset.block())
        for _ in range(2):
            handset.hear(bytes(BLOCK_BYTES))
            handset.hear(LOUD)

    run_virtually(scenario())
    assert [list(one) for one in told(capsys)] == [["last_s"], ["ended_s"], ["began_s"], ["last_s"]]


def test_what_the_rep_cut_into_is_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Its last frames come out of the jitter buffers after the rep has stopped."""

    async def scenario() -> None:
        handset = Handset()
        handset.obey(b'{"say_s": 0.02}')
        handset.hear(LOUD)
        handset.block()
        await asyncio.sleep(0.05)
        handset.hear(LOUD)

    run_virtually(scenario())
    assert [list(one) for one in told(capsys)] == [["last_s"], ["ended_s"], ["last_s"]]


def test_what_is_left_of_a_block_is_silence() -> None:
    """The telephone's track never runs dry."""
    to_say = bytearray(LOUD[:10])
    assert taken(to_say) == LOUD[:10].ljust(BLOCK_BYTES, b"\0")
    assert taken(to_say) == bytes(BLOCK_BYTES)
