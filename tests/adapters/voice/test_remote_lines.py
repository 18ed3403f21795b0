"""Lines that a service speaks, clause by clause."""

import asyncio
from dataclasses import dataclass, field

import pytest

from sparring.adapters.voice.clauses import clauses
from sparring.adapters.voice.line_cache import VoiceLine
from sparring.adapters.voice.pcm_stream import BLOCK_BYTES, RATE_HZ
from sparring.adapters.voice.remote_lines import Pieces, RemoteLines
from sparring.errors import VoiceFailed
from tests.virtual_time import run_virtually

LOUD = b"\x00\x20"
CLAUSE_MS = 200
LINE = VoiceLine("Yes. What do you charge?", "ava", "neutral")


@dataclass
class Service:
    """Speaks each clause as a tone with silence around it, in two pieces; fails at the clause named."""

    fails_at: str = ""
    asked: list[tuple[float, str]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)

    async def fetch(self, text: str, voice_id: str, pieces: Pieces) -> None:
        """The port's own contract: never raises."""
        assert voice_id == "ava"
        self.asked.append((asyncio.get_running_loop().time(), text))
        try:
            await asyncio.sleep(0.1)
            if text == self.fails_at:
                pieces.put_nowait(VoiceFailed("The voice stopped."))
                return
            quiet = bytes(2 * RATE_HZ // 10)
            pieces.put_nowait(quiet + LOUD * (RATE_HZ * CLAUSE_MS // 2000))
            await asyncio.sleep(0.5)
            pieces.put_nowait(LOUD * (RATE_HZ * CLAUSE_MS // 2000) + quiet)
            pieces.put_nowait(None)
        except asyncio.CancelledError:
            self.cancelled.append(text)
            raise


async def said(lines: RemoteLines, line: VoiceLine = LINE) -> bytes:
    return b"".join([block async for block in lines.speak(line)])


async def hear(lines: RemoteLines, into: bytearray) -> None:
    async for block in lines.speak(LINE):
        into.extend(block)


def milliseconds(pcm: bytes) -> int:
    return len(pcm) * 1000 // (2 * RATE_HZ)


def test_the_next_clause_is_asked_for_when_the_first_ones_sound_arrives() -> None:
    """Neither sooner, which would take a second connection from others, nor when the first has ended."""
    service = Service()
    run_virtually(said(RemoteLines(service.fetch)))
    assert [(round(at_s, 2), text) for at_s, text in service.asked] == [(0.0, "Yes."), (0.1, "What do you charge?")]


def test_the_services_silence_is_replaced_by_a_pause_of_ours() -> None:
    """Two clauses, a pause between them, 15 ms around each, and whole blocks."""
    pcm = run_virtually(said(RemoteLines(Service().fetch)))
    pause_ms = clauses(LINE.text)[0].pause_ms
    assert milliseconds(pcm) == pytest.approx(2 * (CLAUSE_MS + 30) + pause_ms, abs=20)
    assert len(pcm) % BLOCK_BYTES == 0


def test_a_clause_that_fails_ends_the_line() -> None:
    """What was heard before stands, the error is the service's, and nothing of a failed line is kept."""
    service = Service(fails_at="What do you charge?")

    async def scenario() -> bytes:
        lines, heard = RemoteLines(service.fetch), bytearray()
        with pytest.raises(VoiceFailed, match="The voice stopped"):
            await hear(lines, heard)
        service.fails_at = ""
        await said(lines)
        return bytes(heard)

    assert milliseconds(run_virtually(scenario())) >= CLAUSE_MS
    assert [text for _, text in service.asked].count("Yes.") == 2


def test_a_line_that_was_prepared_is_asked_for_once() -> None:
    """Its sound is there at once, and the same."""
    service = Service()

    async def scenario() -> tuple[float, bytes, bytes]:
        lines = RemoteLines(service.fetch)
        await lines.prepare(LINE)
        began_s = asyncio.get_running_loop().time()
        first = await said(lines)
        return asyncio.get_running_loop().time() - began_s, first, await said(lines)

    took_s, first, again = run_virtually(scenario())
    assert (took_s, first) == (0.0, again)
    assert len(service.asked) == 2


def test_preparing_never_fails() -> None:
    """What goes wrong shows when the line is spoken."""
    service = Service(fails_at="Yes.")

    async def scenario() -> None:
        lines = RemoteLines(service.fetch)
        await lines.prepare(LINE)
        with pytest.raises(VoiceFailed):
            await said(lines)

    run_virtually(scenario())


def test_who_stops_listening_stops_the_service() -> None:
    """A line that is broken off leaves no clause under way."""
    service = Service()

    async def scenario() -> None:
        blocks = RemoteLines(service.fetch).speak(LINE)
        await anext(blocks)
        await asyncio.sleep(0.1)  # both clauses are under way
        await blocks.aclose()
        await asyncio.sleep(1)

    run_virtually(scenario())
    assert set(service.cancelled) == {"Yes.", "What do you charge?"}


def test_phonemes_are_for_the_engine_that_runs_here() -> None:
    """A service is given the name as it is written."""
    service = Service()
    run_virtually(said(RemoteLines(service.fetch), VoiceLine("I'm [Nguyen](/win/).", "ava", "neutral")))
    assert [text for _, text in service.asked] == ["I'm Nguyen."]
