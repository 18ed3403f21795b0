"""The line over WebRTC: its clock, its silence, its re-offer."""

import asyncio
from typing import Any, ClassVar

import pytest

from sparring.adapters.agent_session import direct_line
from sparring.adapters.agent_session.audio_io import BLOCK_BYTES
from sparring.adapters.agent_session.direct_line import DirectLine
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.clock import SystemClock
from sparring.adapters.media.peer import Peer
from sparring.adapters.media.rep_phone import RepPhone
from sparring.errors import MediaFailed
from tests.fakes.clock import FakeClock
from tests.fakes.offers import OFFER


class SpokenStandIn:
    """A spoken call that says the same block for ever."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.input = self.output = self

    def push(self, pcm_16khz: bytes) -> None:
        self.heard += pcm_16khz

    def pull(self) -> bytes:
        return b"\x00\x20" * (BLOCK_BYTES // 2)

    async def close(self) -> None:
        """Nothing to close."""


def test_a_new_offer_replaces_the_connection_before() -> None:
    """The second client hears and is heard; the first one is let go."""

    async def scenario() -> None:
        spoken: Any = SpokenStandIn()
        line = DirectLine(spoken, SampleClock(), SystemClock())
        first, second = RepPhone(SystemClock()), RepPhone(SystemClock())
        try:
            async with asyncio.timeout(20):
                await first.call(line.offer)
                while first.heard_s is None:
                    await asyncio.sleep(0.02)
                await second.call(line.offer)
                while second.heard_s is None:
                    await asyncio.sleep(0.02)
                assert line.silent_for_s() < 5
        finally:
            await line.close()
            await first.close()
            await second.close()

    asyncio.run(scenario())


def test_a_line_nobody_has_called_is_not_silent() -> None:
    """Silence is counted from the offer on."""
    spoken: Any = SpokenStandIn()
    assert DirectLine(spoken, SampleClock(), SystemClock()).silent_for_s() == 0.0


def test_a_call_that_is_offered_anew_is_not_silent_since_its_first_offer() -> None:
    """A page reloaded late in a call takes its time to connect; nobody hangs up on it meanwhile."""

    async def scenario() -> None:
        spoken: Any = SpokenStandIn()
        clock = FakeClock()
        line = DirectLine(spoken, SampleClock(), clock)
        for _ in range(2):
            clock.advance(60)
            with pytest.raises(MediaFailed):
                await line.offer("nonsense")  # no peer of it stands, as while one is being made
        assert line.silent_for_s() == 0.0
        clock.advance(60)
        assert line.silent_for_s() == 60.0

    asyncio.run(scenario())


def test_an_offer_that_is_none_leaves_the_line_usable() -> None:
    """One documented error, and the next offer is answered."""

    async def scenario() -> None:
        spoken: Any = SpokenStandIn()
        line, phone = DirectLine(spoken, SampleClock(), SystemClock()), RepPhone(SystemClock())
        with pytest.raises(MediaFailed):
            await line.offer("nonsense")
        await phone.call(line.offer)
        await line.close()
        await phone.close()

    asyncio.run(scenario())


class Made(Peer):
    """Remembers itself."""

    all: ClassVar[list["Made"]] = []

    def __init__(self, **wiring: Any) -> None:
        super().__init__(**wiring)
        self.all.append(self)

    @classmethod
    def left(cls) -> list["Made"]:
        """Connections that nobody has closed."""
        return [one for one in cls.all if one._connection.connectionState != "closed"]


@pytest.mark.parametrize("by", ["page", "call"])
def test_what_ends_while_a_connection_is_made_leaves_none(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the page goes in the middle of its offer, or the call ends; a call that has ended takes no other."""
    monkeypatch.setattr(direct_line, "Peer", Made)
    Made.all.clear()

    async def scenario() -> None:
        spoken: Any = SpokenStandIn()
        line, phone = DirectLine(spoken, SampleClock(), SystemClock()), RepPhone(SystemClock())
        calling = asyncio.create_task(phone.call(line.offer))
        while not Made.all:
            await asyncio.sleep(0)
        if by == "page":
            calling.cancel()
            await asyncio.wait([calling])
            assert not Made.left()
        await line.close()
        await asyncio.gather(calling, return_exceptions=True)
        assert not Made.left()
        with pytest.raises(MediaFailed):
            await line.offer(OFFER)
        await phone.close()

    asyncio.run(scenario())
    assert len(Made.all) == 1


def test_late_sound_is_counted_over_all_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that comes back has another one; what the first missed is not forgotten."""
    monkeypatch.setattr(direct_line, "Peer", Made)
    Made.all.clear()

    async def scenario() -> None:
        spoken: Any = SpokenStandIn()
        line = DirectLine(spoken, SampleClock(), SystemClock())
        for late in (2, 3):
            phone = RepPhone(SystemClock())
            await phone.call(line.offer)
            Made.all[-1]._voice.late_blocks = late
            await phone.close()
        assert line.late_blocks() == 5
        await line.close()
        assert line.late_blocks() == 5

    asyncio.run(scenario())
