"""Brain 2's hand, killed at a chosen step: `python -m tests.faults.killed_worker FOLDER KILLS SEED`.

The parent imports everything once and forks one life after another over the files that `sparring grader` keeps: its
store, watch, queue, results, outbox. A life counts every function that is called in any of its threads, those written
in C too, and sends itself SIGKILL at the step that chance chose, so that nothing is cleaned up: at any step, or, every
other time, just before or just after one that touches a file (a statement, a commit, a link, an fsync). What is
delivered between lives, and what is counted at the end, is as in `killed_grader`; how a call is graded and a mail is
worded, which reaches no file, is not. Writes counts to standard output.
"""

import asyncio
import gc
import json
import os
import random
import signal
import sys
import threading
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import parse_sender
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.folders import Folders
from sparring.persona import Persona
from sparring.report.outbox import Outbox
from tests.fakes.brain import Brain
from tests.fakes.documents import a_mail, a_transcript
from tests.faults.killed_grader import Harness
from tests.faults.lives import fork

EFFECTS = {
    "sqlite3": frozenset({"execute", "executemany"}),
    "posix": frozenset({"open", "write", "fsync", "link", "rename", "replace", "unlink"}),
}
"""The C functions by which anything reaches a file, by their modules."""


class Reaper:
    """Kills this process at its `fatal`-th step, of those that touch a file or of all; at 0 it only counts."""

    def __init__(self, fatal: int, *, at_effects: bool) -> None:
        self._fatal, self._at_effects = fatal, at_effects
        self._steps = count(1)
        self.passed = 0

    def watch(self) -> None:
        """From now on, in this thread and those that begin later."""
        threading.setprofile(self._step)
        sys.setprofile(self._step)

    def _step(self, frame: FrameType, event: str, function: Any) -> None:
        if self._at_effects and not (event[:2] == "c_" and _is_effect(function)):
            return
        self.passed = next(self._steps)
        if self.passed == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


def _is_effect(function: Any) -> bool:
    module = function.__module__ or type(function.__self__).__module__
    return function.__name__ in EFFECTS.get(module, ())


async def live(folders: Folders, persona: Persona, reaper: Reaper | None) -> None:
    """Publish what lies in the air gap, handle what is due, relay the mails; note the steps it took."""
    if reaper is not None:
        reaper.watch()
    clock = SystemClock()
    queue, results = open_queue(folders.events, clock), SqliteResults(folders.results, clock)
    store, sender = FolderStore(folders.air_gap), parse_sender("coach@example.org")
    brain = Brain(clock, queue=queue, results=results, store=store, persona=persona)  # type: ignore[arg-type]
    worker = brain.with_parts(write_mail=lambda scorecard, *_: a_mail(of=scorecard.call_id))
    await FolderWatch(folders.air_gap, queue).reconcile()
    while event := await queue.receive():
        await worker.handle(event)
    await Outbox(results, FolderMailer(folders.outbox, clock, sender=sender)).relay()
    await queue.close()
    await results.close()
    if reaper is not None:
        (folders.root / "steps").write_text(str(reaper.passed))


class Lives(Harness):
    """Lives that are forks of this process, and each killed at a step."""

    objects_a_life, again_a_life = 1, 2  # little to do, so that a life takes a twentieth of a second

    def __init__(self, folders: Folders, chance: random.Random) -> None:
        super().__init__(folders, chance)
        self._calls = [a_transcript()]
        self._steps = {True: 0, False: 0}  # of a whole life: those that touch a file, and all

    def begin(self) -> None:
        """Count the steps of whole lives; the first is this process's own, and what it loads all forks have."""
        asyncio.run(self._enter_rep())
        self.deliver()
        asyncio.run(live(self._folders, self._persona, reaper=None))
        for at_effects in self._steps:
            self.deliver()
            fork(live(self._folders, self._persona, Reaper(0, at_effects=at_effects)))
            self._steps[at_effects] = int((self._folders.root / "steps").read_text())

    def is_killed(self, *, at_effects: bool) -> bool:
        """Whether a life, killed at a step of this kind, came as far; one with less to do may end before."""
        self.deliver()
        fatal = self._chance.randint(1, self._steps[at_effects])
        child = fork(live(self._folders, self._persona, Reaper(fatal, at_effects=at_effects)), wait=False)
        ended = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(ended) or os.WEXITSTATUS(ended) == 0, "a life failed by itself"
        return os.WIFSIGNALED(ended)

    def finish(self) -> None:
        """Whole lives, time passing between them, until nothing waits; `_is_idle` looks for what is still to come."""
        for _ in range(100):
            self._let_time_pass()
            fork(live(self._folders, self._persona, Reaper(0, at_effects=True)))
            if self._is_idle():
                return
        raise SystemExit("the worker does not finish")


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill lives, let the last ones finish, and say what is there."""
    lives, killed = Lives(Folders(folder), random.Random(seed)), 0
    lives.begin()
    gc.freeze()  # forks share what is loaded and never sweep it
    while killed < kills:
        killed += lives.is_killed(at_effects=killed % 2 == 0)
    lives.finish()
    sys.stdout.write(json.dumps({"kills": killed} | lives.counts()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
