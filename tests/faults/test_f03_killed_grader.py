"""F3: the grader dies at any point between an event and its report: one scorecard, one report, nothing lost."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import pytest

from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import parse_sender
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.ports import RepAccount
from sparring.report.outbox import Outbox
from tests.fakes.brain import Brain
from tests.fakes.clock import FakeClock
from tests.fakes.documents import CALL_ID, REP_ID, a_transcript
from tests.fakes.interposed import Interposed


class Killed(BaseException):
    """The process is gone: nothing in it can catch this."""


class Reaper:
    """Kills at the `fatal`-th time a port is entered or left; counts them all when there is none."""

    def __init__(self, fatal: int | None = None) -> None:
        self.fatal, self.passed = fatal, 0

    def __call__(self, name: str, side: Literal["before", "after"]) -> None:
        if self.passed == self.fatal:
            raise Killed
        self.passed += 1


async def life(folder: Path, clock: FakeClock, reaper: Reaper) -> None:
    """One process: opens everything, handles what is due, relays the mails, and closes unless it is killed."""
    queue, results = open_queue(folder / "queue.db", clock), SqliteResults(folder / "results.db", clock)
    mailer = FolderMailer(folder / "outbox", clock, sender=parse_sender("coach@example.org"))
    store = FolderStore(folder / "objects")
    ports = [Interposed(port, reaper) for port in (queue, results, store, mailer)]
    brain = Brain(clock, queue=ports[0], results=ports[1], store=ports[2])
    try:
        await brain.drain()
        await Outbox(brain.results, ports[3]).relay()
    finally:
        await queue.close()
        await results.close()


async def outcome(folder: Path, clock: FakeClock) -> dict[str, Any]:
    queue, results = open_queue(folder / "queue.db", clock), SqliteResults(folder / "results.db", clock)
    try:
        return {
            "events": await queue.counts(),
            "scorecards": len(await results.of_rep(REP_ID)),
            "unsent": len(await results.unsent()),
            "mails": len(list((folder / "outbox").glob("*.eml"))),
            "steps": {record.step: record.state for record in await results.steps(CALL_ID)},
        }
    finally:
        await queue.close()
        await results.close()


async def written_call(folder: Path, clock: FakeClock) -> None:
    queue, results = open_queue(folder / "queue.db", clock), SqliteResults(folder / "results.db", clock)
    await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    await Brain(clock, queue=queue, results=results, store=FolderStore(folder / "objects")).write(a_transcript())
    await queue.close()
    await results.close()


async def test_one_effect_wherever_it_dies(tmp_path: Path) -> None:
    """Killed before or after any call to any port, a second process finishes with exactly one grade and one mail."""
    clock = FakeClock()
    whole = tmp_path / "whole"
    await written_call(whole, clock)
    counting = Reaper()
    await life(whole, clock, counting)
    expected = await outcome(whole, clock)
    assert expected["events"] == {"done": 1}
    assert (expected["scorecards"], expected["mails"], expected["unsent"]) == (1, 1, 0)
    assert set(expected["steps"].values()) == {"done"}
    assert counting.passed >= 25
    for point in range(counting.passed):
        folder, later = tmp_path / str(point), FakeClock()
        await written_call(folder, later)
        with pytest.raises(Killed):
            await life(folder, later, Reaper(point))
        later.advance(40)
        await life(folder, later, Reaper())
        assert await outcome(folder, later) == expected, f"killed at {point}"


@pytest.mark.parametrize("first", [0, 12, 24])
async def test_one_effect_wherever_it_dies_twice(tmp_path: Path, first: int) -> None:
    """Killed once, and again at any later point of the life that was to mend it, a third process finishes the same."""
    second = 0
    while True:
        folder, clock = tmp_path / str(second), FakeClock()
        await written_call(folder, clock)
        with pytest.raises(Killed):
            await life(folder, clock, Reaper(first))
        clock.advance(40)
        mending = Reaper(second)
        try:
            await life(folder, clock, mending)
            break  # it came to its end before it could be killed
        except Killed:
            clock.advance(400)
        await life(folder, clock, Reaper())
        found = await outcome(folder, clock)
        assert (found["scorecards"], found["mails"], found["unsent"]) == (1, 1, 0), f"killed at {first}, then {second}"
        assert found["events"] == {"done": 1}
        second += 6
    assert second >= 6


NOTHING = ("lost", "doubled", "unsent", "stuck", "dead_not_poison", "poison_not_dead")


def counted(program: str, *arguments: str) -> dict[str, Any]:
    """What a program that kills says at its end, once it holds: one effect a call, the rest dead with a reason."""
    command = [sys.executable, "-m", program, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    found: dict[str, Any] = json.loads(run.stdout)
    assert found["scorecards"] == found["mails"] == found["written"] > 0
    assert sum(found["dead"].values()) >= found["poison"]
    assert all(found["dead"])
    assert {name: found[name] for name in NOTHING} == dict.fromkeys(NOTHING, 0)
    assert found["integrity"] == ["ok", "ok"]
    return found


@pytest.mark.slow
@pytest.mark.timeout(310)  # 20 s on an idle core
def test_two_hundred_random_kills_leave_one_effect_per_call(tmp_path: Path) -> None:
    """Over duplicated, shuffled and poisoned deliveries; each kill is a SIGKILL at a step that chance chose."""
    found = counted("tests.faults.killed_worker", str(tmp_path), "200", "7")
    assert found["kills"] == 200
    assert found["poison"] >= 50


@pytest.mark.slow
@pytest.mark.timeout(310)
def test_the_real_grader_has_one_effect_per_call_over_random_kills(tmp_path: Path) -> None:
    """`sparring grader` with its own grading process is killed at random moments. `./run bench kills` does it often."""
    assert counted("tests.faults.killed_grader", str(tmp_path), "5", "20", "7")["kills"] >= 1
