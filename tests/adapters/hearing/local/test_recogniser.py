"""The parent's side of the recognising process, against a child that does what the hint of each job says."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.hearing.local import recogniser as module
from sparring.adapters.hearing.local.recogniser import MOST_WAITING, ProcessRecogniser, child_command
from sparring.errors import HearingFailed
from sparring.ports import Recogniser
from tests.fakes import hearing_child

CHILD = str(Path(hearing_child.__file__))
Turn = bytes


def _turn(number: int, length: int = 0) -> Turn:
    """Sound of one turn; a longer guess at the same turn begins with the same samples."""
    return bytes([number]) * (3_200 + 2 * length)


class Bench:
    """A recogniser over the scripted child."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.progress: list[tuple[float, str]] = []
        self.opened: list[ProcessRecogniser] = []

    def recogniser(self, *, starts: int = 9, behaviour: str = "", reply_limit_s: float = 60.0) -> ProcessRecogniser:
        """Not started; its child can be started `starts` times."""
        command = [sys.executable, CHILD, str(self.folder / "starts"), str(starts), behaviour]
        self.opened.append(ProcessRecogniser("scripted", command, reply_limit_s=reply_limit_s))
        return self.opened[-1]

    async def started(self, *, starts: int = 9, reply_limit_s: float = 60.0) -> ProcessRecogniser:
        """Ready for jobs."""
        recogniser = self.recogniser(starts=starts, reply_limit_s=reply_limit_s)
        await recogniser.start(lambda share, sentence: self.progress.append((share, sentence)))
        return recogniser

    def starts(self) -> int:
        """How often the child has been started."""
        return (self.folder / "starts").stat().st_size


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    """Closes every recogniser; fails when one leaves a task behind."""
    bench = Bench(tmp_path)
    yield bench
    for recogniser in bench.opened:
        await recogniser.close()
    names = {task.get_name() for task in asyncio.all_tasks()}
    assert not names & {"child-frames", "restart-recogniser"}


async def test_it_is_a_recogniser(bench: Bench) -> None:
    """It has the port's shape, says what it is, and passes the child's progress on."""
    recogniser: Recogniser = await bench.started()
    assert recogniser.name == "scripted"
    assert bench.opened[0].work_ms == 123.0
    assert bench.progress == [(0.4, "Loading")]
    heard = await recogniser.recognise(_turn(1), hint="a").result()
    assert (heard.text, heard.confidence, heard.unsure) == ("a1", 0.9, False)


async def test_a_result_can_be_asked_for_twice(bench: Bench) -> None:
    """Giving up on waiting does not give up the result."""
    job = (await bench.started()).recognise(_turn(1), hint="a")
    impatient = asyncio.create_task(job.result())
    await asyncio.sleep(0)
    impatient.cancel()
    assert (await job.result()).text == "a1"
    assert (await job.result()).text == "a1"


async def test_jobs_cancelled_before_they_begin_never_reach_the_child(bench: Bench) -> None:
    """Only the job under way, which is told to stop, and the last one are seen by the child."""
    recogniser = await bench.started()
    held = recogniser.recognise(_turn(1), hint="hold")
    waiting = [recogniser.recognise(_turn(1, length), hint="b") for length in range(1, 6)]
    for job in waiting:
        job.cancel()
    last = recogniser.recognise(_turn(1, 9), hint="c")
    held.cancel()
    assert (await last.result()).text == "c2"
    with pytest.raises(asyncio.CancelledError):
        await waiting[0].result()


async def test_cancelling_what_is_over_changes_nothing(bench: Bench) -> None:
    """A late cancel is harmless."""
    job = (await bench.started()).recognise(_turn(1), hint="a")
    await job.result()
    job.cancel()
    assert (await job.result()).text == "a1"


async def test_calls_are_served_in_turn_newest_guess_first(bench: Bench) -> None:
    """While the child is busy, three guesses at one turn and one at another wait; the other is not last."""
    recogniser = await bench.started()
    held = recogniser.recognise(_turn(9), hint="hold")
    guesses = [recogniser.recognise(_turn(1, length), hint="mine") for length in range(3)]
    other = recogniser.recognise(_turn(2), hint="other")
    held.cancel()
    texts = [(await job.result()).text for job in [*guesses, other]]
    assert texts == ["mine5", "mine4", "mine2", "other3"]


async def test_too_much_at_once_is_refused_with_a_sentence(bench: Bench) -> None:
    """The queue has an end; what was taken on is still served."""
    recogniser = await bench.started()
    held = recogniser.recognise(_turn(0), hint="hold")
    taken = [recogniser.recognise(_turn(1 + i % 200, i), hint="a") for i in range(MOST_WAITING)]
    with pytest.raises(HearingFailed, match="More is being said"):
        await recogniser.recognise(_turn(250), hint="a").result()
    held.cancel()
    await asyncio.gather(*(job.result() for job in taken))


async def test_a_stretch_of_minutes_is_refused(bench: Bench) -> None:
    """What the pipe cannot carry is not sent."""
    with pytest.raises(HearingFailed, match="too long"):
        await (await bench.started()).recognise(bytes(2**22)).result()


async def test_a_job_that_fails_ends_alone(bench: Bench) -> None:
    """The next one is served by the same child."""
    recogniser = await bench.started()
    with pytest.raises(HearingFailed, match="could not be recognised"):
        await recogniser.recognise(_turn(1), hint="fail").result()
    assert (await recogniser.recognise(_turn(2), hint="a").result()).text == "a2"
    assert bench.starts() == 1


@pytest.mark.parametrize("trouble", ["die", "rubbish"])
async def test_a_dead_child_fails_its_jobs_and_is_started_again(bench: Bench, trouble: str) -> None:
    """Everything pending fails with one sentence; what is said next is heard by a new child."""
    recogniser = await bench.started()
    await recogniser.recognise(_turn(1), hint="a").result()
    jobs = [recogniser.recognise(_turn(2), hint=trouble), recogniser.recognise(_turn(3), hint="a")]
    for job in jobs:
        with pytest.raises(HearingFailed, match="say it once more"):
            await job.result()
    assert (await recogniser.recognise(_turn(4), hint="a").result()).text == "a1"
    assert bench.starts() == 2


async def test_a_child_that_dies_before_any_answer_is_not_started_for_ever(bench: Bench) -> None:
    """Two deaths in a row are enough: later jobs fail at once."""
    recogniser = await bench.started()
    await recogniser.recognise(_turn(1), hint="a").result()
    for _ in range(2):
        with pytest.raises(HearingFailed):
            await recogniser.recognise(_turn(2), hint="die").result()
    with pytest.raises(HearingFailed, match="does not start any more"):
        await recogniser.recognise(_turn(3), hint="a").result()
    assert bench.starts() == 2


async def test_a_restart_that_fails_fails_what_waits_for_it(bench: Bench) -> None:
    """Nobody waits for ever for a child that cannot come back."""
    recogniser = await bench.started(starts=1)
    await recogniser.recognise(_turn(1), hint="a").result()
    with pytest.raises(HearingFailed):
        await recogniser.recognise(_turn(2), hint="die").result()
    with pytest.raises(HearingFailed, match="does not start any more"):
        await recogniser.recognise(_turn(3), hint="a").result()


async def test_a_child_that_does_not_answer_is_killed_and_replaced(bench: Bench) -> None:
    """A stuck child ends like a dead one."""
    recogniser = await bench.started(reply_limit_s=0.05)
    await recogniser.recognise(_turn(1), hint="a").result()
    with pytest.raises(HearingFailed, match="say it once more"):
        await recogniser.recognise(_turn(2), hint="hold").result()


async def test_start_says_why_it_failed(bench: Bench) -> None:
    """The child's own sentence reaches the caller, and jobs are refused with it."""
    recogniser = bench.recogniser(starts=0)
    with pytest.raises(HearingFailed, match="No more starts"):
        await recogniser.start(lambda _share, _sentence: None)
    with pytest.raises(HearingFailed, match="No more starts"):
        await recogniser.recognise(_turn(1)).result()


async def test_a_child_that_dies_while_starting_is_a_sentence(bench: Bench) -> None:
    """Not a hang."""
    with pytest.raises(HearingFailed, match="ended while it was starting"):
        await bench.recogniser(behaviour="dies while starting").start(lambda _share, _sentence: None)


async def test_a_child_that_never_gets_ready_is_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start has a limit."""
    monkeypatch.setattr(module, "START_LIMIT_S", 0.05)
    stuck = ProcessRecogniser("stuck", [sys.executable, "-c", "import sys; sys.stdin.read()"])
    with pytest.raises(HearingFailed, match="did not start"):
        await stuck.start(lambda _share, _sentence: None)


async def test_a_start_that_is_cancelled_leaves_no_child(bench: Bench) -> None:
    """A server stopped while it loads does not leave the loading process behind."""
    slow = ProcessRecogniser("slow", [sys.executable, "-c", "import sys; print(end='', flush=True); sys.stdin.read()"])
    starting = asyncio.create_task(slow.start(lambda _share, _sentence: None))
    while slow._child is None or slow._child._process is None:
        await asyncio.sleep(0)
    process = slow._child._process
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert process.returncode is not None


async def test_a_program_that_is_missing_is_a_sentence() -> None:
    """The operating system's error stays inside."""
    with pytest.raises(HearingFailed, match="did not start"):
        await ProcessRecogniser("none", ["/nowhere/program"]).start(lambda _share, _sentence: None)


async def test_closing_fails_what_is_pending(bench: Bench) -> None:
    """Nobody waits for a recogniser that is gone; closing twice is harmless."""
    recogniser = await bench.started()
    job = recogniser.recognise(_turn(1), hint="hold")
    await recogniser.close()
    with pytest.raises(HearingFailed):
        await job.result()
    with pytest.raises(HearingFailed, match="closed"):
        await recogniser.recognise(_turn(2)).result()
    assert bench.starts() == 1


async def test_nothing_is_heard_before_the_start() -> None:
    """A recogniser that was never started refuses."""
    with pytest.raises(HearingFailed, match="not been started"):
        await ProcessRecogniser("none", ["unused"]).recognise(_turn(1)).result()


def test_the_child_is_our_own_python() -> None:
    """The same interpreter runs the child's module, so the same packages are found."""
    program, flag, name, engine, folder = child_command("whisper-base", Path("cache"))
    assert (program, flag, engine, folder) == (sys.executable, "-m", "whisper-base", f"cache{os.sep}"[:-1])
    assert name == "sparring.adapters.hearing.local.child"
