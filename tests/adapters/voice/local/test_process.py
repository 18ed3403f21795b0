"""The parent's side of the voice process, against a process that misbehaves on request."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest

from sparring.adapters.voice.local.process import ProcessGone, VoiceProcess
from sparring.adapters.voice.local.wire import SayRequest
from sparring.errors import VoiceFailed
from tests.fakes import voice_child

FAKE = str(Path(voice_child.__file__))
NO_PROGRESS: Callable[[float, str], None] = lambda _share, _sentence: None  # noqa: E731 -- a value, not a function


def say(text: str) -> SayRequest:
    return SayRequest(text, "ada", "neutral")


@asynccontextmanager
async def started(log: Path, *, reply_limit_s: float = 10.0) -> AsyncIterator[VoiceProcess]:
    process = VoiceProcess((sys.executable, FAKE, "ready", str(log)), reply_limit_s=reply_limit_s)
    await process.start(NO_PROGRESS)
    try:
        yield process
    finally:
        await process.close()


async def spoken(process: VoiceProcess, text: str) -> list[bytes]:
    async with aclosing(process.clauses(say(text))) as clauses:
        return [pcm async for pcm in clauses]


async def test_it_tells_its_engine_its_voices_and_how_far_it_is(tmp_path: Path) -> None:
    """What the process says when it starts reaches the caller."""
    heard: list[tuple[float, str]] = []
    process = VoiceProcess((sys.executable, FAKE, "ready", str(tmp_path / "log")))
    name, voices = await process.start(lambda share, sentence: heard.append((share, sentence)))
    await process.close()
    assert (name, [voice.id for voice in voices]) == ("fake", ["ada", "eve"])
    assert heard == [(0.5, "Half way.")]


async def test_clauses_arrive_in_order_and_one_is_asked_for_ahead(tmp_path: Path) -> None:
    """A line of three clauses is one request and two more."""
    async with started(tmp_path / "log") as process:
        assert [len(pcm) for pcm in await spoken(process, "3")] == [voice_child.CLAUSE_BYTES] * 3
    assert (tmp_path / "log").read_text().splitlines() == ["say 1 3", "next 1", "next 1"]


async def test_two_lines_at_once_do_not_mix(tmp_path: Path) -> None:
    """Each speech gets its own sound."""
    async with started(tmp_path / "log") as process:
        first, second = await asyncio.gather(spoken(process, "4"), spoken(process, "5"))
    assert [set(pcm) for pcm in (b"".join(first), b"".join(second))] == [{1}, {2}]
    assert (len(first), len(second)) == (4, 5)


async def test_closing_early_drops_the_rest(tmp_path: Path) -> None:
    """Barge-in: what is not made yet is never made, and the next line is spoken at once."""
    async with started(tmp_path / "log") as process:
        async with aclosing(process.clauses(say("50"))) as clauses:
            await anext(clauses)
        await spoken(process, "1")
    log = (tmp_path / "log").read_text().splitlines()
    assert log.count("next 1") == 1
    assert "drop 1" in log


async def test_a_line_that_fails_leaves_the_process_alone(tmp_path: Path) -> None:
    """The next line is spoken."""
    async with started(tmp_path / "log") as process:
        with pytest.raises(VoiceFailed):
            await spoken(process, "fail")
        assert len(await spoken(process, "1")) == 1


@pytest.mark.parametrize("fault", ["die", "garbage", "die after 1"])
async def test_a_process_that_dies_ends_every_speech_and_is_started_again(tmp_path: Path, fault: str) -> None:
    """Nobody waits for a dead process, and the next call finds a living one."""
    async with started(tmp_path / "log") as process:
        other = asyncio.create_task(spoken(process, "hang"))
        with pytest.raises(ProcessGone):
            await spoken(process, fault)
        with pytest.raises(ProcessGone):
            await other
        assert len(await spoken(process, "2")) == 2


async def test_a_stuck_process_is_killed(tmp_path: Path) -> None:
    """A clause that does not come in time counts as a death."""
    async with started(tmp_path / "log", reply_limit_s=0.2) as process:
        with pytest.raises(ProcessGone):
            await spoken(process, "hang")
        assert len(await spoken(process, "1")) == 1


async def test_a_stuck_process_is_killed_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    """Whoever gave up told it so, and it does not even take note of that."""
    async with started(tmp_path / "log", reply_limit_s=0.2) as process:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(spoken(process, "stick"), 0.05)
        async with asyncio.timeout(10):
            while process._answers:
                await asyncio.sleep(0.01)
        assert len(await spoken(process, "1")) == 1


async def test_a_process_that_takes_note_of_a_drop_is_left_alone(tmp_path: Path) -> None:
    """One line that never comes is no reason to end those of other calls."""
    log = tmp_path / "log"
    async with started(log, reply_limit_s=0.1) as process:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(spoken(process, "hang"), 0.05)
        async with asyncio.timeout(10):
            while "drop" not in log.read_text() or process._dropped:
                await asyncio.sleep(0.01)
        process._kill_if_stuck(1, process._replies)
        assert len(await spoken(process, "1")) == 1
    assert "say 2" in log.read_text()  # the numbers go on: it is the same process


async def test_who_gives_up_waiting_for_a_start_leaves_it_to_the_next(tmp_path: Path) -> None:
    """A start that takes longer than anybody's patience would otherwise never come to its end."""
    async with started(tmp_path / "log") as process:
        with pytest.raises(ProcessGone):
            await spoken(process, "die")
        for _ in range(2):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(spoken(process, "1"), 0.001)
        restart = process._restart
        assert len(await spoken(process, "1")) == 1
        assert process._restart is restart


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        ("refuse", "There is no voice here."),
        ("silent", "The voice process did not start."),
        ("nonsense", "The voice process did not start."),
    ],
)
async def test_a_process_that_does_not_start_is_a_sentence(tmp_path: Path, mode: str, sentence: str) -> None:
    """The reason is the process's own, or that it did not start."""
    process = VoiceProcess((sys.executable, FAKE, mode, str(tmp_path / "log")))
    with pytest.raises(VoiceFailed, match=sentence):
        await process.start(NO_PROGRESS)


async def test_a_program_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """No traceback of the operating system reaches the caller."""
    with pytest.raises(VoiceFailed, match="did not start"):
        await VoiceProcess((str(tmp_path / "nothing"),)).start(NO_PROGRESS)


async def test_closing_ends_the_process_and_what_it_was_saying(tmp_path: Path) -> None:
    """Nothing can be said afterwards."""
    async with started(tmp_path / "log") as process:
        waiting = asyncio.create_task(spoken(process, "hang"))
        await spoken(process, "1")
        await process.close()
        with pytest.raises(ProcessGone):
            await waiting
        with pytest.raises(VoiceFailed, match="closed"):
            await spoken(process, "1")
