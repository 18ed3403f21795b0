"""`Synthesiser` over a voice process: blocks of 20 ms, lines at hand, deaths in the middle."""

import sys
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest

from sparring.adapters.voice.line_cache import SHORT_LINE_CHARACTERS
from sparring.adapters.voice.local.process import VoiceProcess
from sparring.adapters.voice.local.synthesiser import ProcessSynthesiser
from sparring.adapters.voice.pcm_stream import BLOCK_BYTES
from sparring.errors import VoiceFailed
from tests.fakes import voice_child


@asynccontextmanager
async def started(log: Path) -> AsyncIterator[ProcessSynthesiser]:
    process = VoiceProcess((sys.executable, str(Path(voice_child.__file__)), "ready", str(log)))
    synthesiser = ProcessSynthesiser(process)
    await synthesiser.start(lambda _share, _sentence: None)
    try:
        yield synthesiser
    finally:
        await synthesiser.close()


async def spoken(synthesiser: ProcessSynthesiser, text: str, voice_id: str = "ada") -> list[bytes]:
    async with aclosing(synthesiser.speak(text, voice_id=voice_id)) as blocks:
        return [block async for block in blocks]


def lines_said(log: Path) -> int:
    return log.read_text().count("say ")


async def test_sound_comes_in_blocks_of_20_ms_and_the_last_is_filled_up(tmp_path: Path) -> None:
    """Clauses are joined without a gap; only silence is added at the very end."""
    async with started(tmp_path / "log") as synthesiser:
        blocks = await spoken(synthesiser, "3")
    assert {len(block) for block in blocks} == {BLOCK_BYTES}
    assert b"".join(blocks).rstrip(b"\0") == bytes([1]) * 3 * voice_child.CLAUSE_BYTES


async def test_a_short_line_is_made_once(tmp_path: Path) -> None:
    """The second time it is at hand; another voice makes its own."""
    async with started(tmp_path / "log") as synthesiser:
        assert await spoken(synthesiser, "2") == await spoken(synthesiser, "2")
        assert lines_said(tmp_path / "log") == 1
        await spoken(synthesiser, "2", voice_id="eve")
    assert lines_said(tmp_path / "log") == 2


async def test_a_long_line_is_not_kept(tmp_path: Path) -> None:
    """Long turns do not come again."""
    line = "x" * SHORT_LINE_CHARACTERS + " 2"
    async with started(tmp_path / "log") as synthesiser:
        await spoken(synthesiser, line)
        await spoken(synthesiser, line)
    assert lines_said(tmp_path / "log") == 2


async def test_an_interrupted_line_is_not_kept(tmp_path: Path) -> None:
    """Half a line must not be replayed as the whole."""
    async with started(tmp_path / "log") as synthesiser:
        async with aclosing(synthesiser.speak("9", voice_id="ada")) as blocks:
            await anext(blocks)
        assert len(b"".join(await spoken(synthesiser, "9")).rstrip(b"\0")) == 9 * voice_child.CLAUSE_BYTES


async def test_a_prepared_line_is_at_hand_however_long(tmp_path: Path) -> None:
    """The opening line is ready before the phone is picked up."""
    line = "x" * SHORT_LINE_CHARACTERS + " 4"
    async with started(tmp_path / "log") as synthesiser:
        await synthesiser.prepare(line, voice_id="ada")
        await synthesiser.prepare(line, voice_id="ada")
        assert len(b"".join(await spoken(synthesiser, line)).rstrip(b"\0")) == 4 * voice_child.CLAUSE_BYTES
    assert lines_said(tmp_path / "log") == 1


async def test_a_failed_preparation_is_silent(tmp_path: Path) -> None:
    """It shows when the line is spoken."""
    async with started(tmp_path / "log") as synthesiser:
        await synthesiser.prepare("fail", voice_id="ada")
        await synthesiser.prepare("1", voice_id="nobody")
        with pytest.raises(VoiceFailed):
            await spoken(synthesiser, "fail")


async def test_a_death_before_the_first_sound_is_not_heard(tmp_path: Path) -> None:
    """The process is started again and asked once more."""
    async with started(tmp_path / "log") as synthesiser:
        assert len(await spoken(synthesiser, "die once")) == 2


@pytest.mark.parametrize("fault", ["die", "die after 2"])
async def test_a_death_that_can_be_heard_is_a_voice_failure(tmp_path: Path, fault: str) -> None:
    """A line is asked for twice at most, and never begun twice."""
    async with started(tmp_path / "log") as synthesiser:
        with pytest.raises(VoiceFailed, match="stopped"):
            await spoken(synthesiser, fault)
        assert await spoken(synthesiser, "1")
    assert lines_said(tmp_path / "log") == (3 if fault == "die" else 2)


async def test_an_unknown_voice_is_refused(tmp_path: Path) -> None:
    """No other voice speaks instead."""
    async with started(tmp_path / "log") as synthesiser:
        with pytest.raises(VoiceFailed, match="no voice zoe"):
            await spoken(synthesiser, "1", voice_id="zoe")
