"""What every spoken line has: its clock, and the way of sound in and out."""

from typing import Any

from sparring.adapters.agent_session.audio_io import BLOCK_BYTES
from sparring.adapters.agent_session.spoken_line import SampleClock, SpokenLine


class SpokenStandIn:
    """A spoken call that says the same block for ever."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.input = self.output = self
        self.dropped_frames, self.underruns = 2, 3

    def push(self, pcm_16khz: bytes) -> None:
        self.heard += pcm_16khz

    def pull(self) -> bytes:
        return b"\x00\x20" * (BLOCK_BYTES // 2)


def test_the_clock_counts_blocks_from_pick_up() -> None:
    """Zero before, 20 ms a block after."""
    samples = SampleClock()
    samples.advance()
    assert samples() == 0
    samples.begin()
    samples.advance()
    samples.advance()
    assert samples() == 40


def test_the_clock_is_where_the_rep_hears_the_buyer() -> None:
    """What a transport holds was not played yet, and what it dropped never is."""
    samples, held_ms = SampleClock(), 0
    samples.ahead_ms = lambda: held_ms
    for _ in range(5):
        samples.advance()
    held_ms = 100
    samples.begin()
    samples.advance()
    assert samples() == 20
    samples.take_back(held_ms)
    held_ms = 0
    samples.advance()
    assert samples() == 40


def test_a_transport_pulls_coloured_blocks_and_pushes_what_it_hears() -> None:
    """Each pull moves the clock on; what is pushed reaches the ear as it came."""
    spoken: Any = SpokenStandIn()
    samples = SampleClock()
    line = SpokenLine(spoken, samples, colour=lambda block: bytes(len(block)))
    samples.begin()
    assert line.pull() == bytes(BLOCK_BYTES)
    assert samples() == 20
    line.push(b"\x01\x02")
    assert bytes(spoken.heard) == b"\x01\x02"


class LateLine(SpokenLine):
    """Its transport was late once."""

    def late_blocks(self) -> int:
        return 1


def test_missing_sound_is_counted_by_whose_it_was() -> None:
    """The rep's that the engine did not take, the buyer's that was not made, and what the transport got late."""
    spoken: Any = SpokenStandIn()
    assert LateLine(spoken, SampleClock()).gaps() == {"microphone": 2, "voice": 3, "line": 1}
    assert SpokenLine(spoken, SampleClock()).gaps()["line"] == 0
