"""Brain 1 as a process that is killed: `python -m tests.faults.killed_actor FOLDER KILLS SECONDS SEED`.

The parent imports everything once, then forks one short life after another and kills each at a random moment of its
calls (after so many of their turns were shown, however fast the machine is), KILLS times or for SECONDS. A life carries
two typed calls at once with a real diary and a real store; a turn that was shown to its page is noted as
acknowledged. The last life carries its calls to their end and stays until nothing is left to sweep up. Writes counts to
standard output.
"""

import asyncio
import gc
import json
import os
import random
import signal
import sqlite3
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.sqlite import SqliteJournal
from sparring.adapters.store.folder import FolderStore
from sparring.call.active_call import ActiveCall
from sparring.call.active_calls import ActiveCalls
from sparring.call.diary.entries import CallOpened
from sparring.call.lifecycle import CallLimits
from sparring.call.line import CallClock, TypedLine
from sparring.call.session import CallSession
from sparring.errors import CallOver
from sparring.transcript import Transcript, Turn, parse_transcript
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.faults.lives import fork, time_of

CALLS_AT_ONCE = 2
LINES = tuple(f"What else should I know about your father, and what happened on day number {day}?" for day in range(12))
# as on a real day, but a hundred times faster: there, a lost call is noticed after 30 s and looked for every 5 s
LIMITS = CallLimits(touch_s=0.05, abandoned_s=0.3, review_s=0.0)


def main(folder: Path, most_kills: int, seconds: float, seed: int) -> None:
    """Kill lives, let the last one finish, and say what is there."""
    chance, began_s = random.Random(seed), time.monotonic()
    killed_at_s: dict[int, float] = {}
    asyncio.run(live(folder, 0, alone=True))  # this process's own: what it loads and works out once, all forks have
    gc.freeze()  # and never sweep
    first_notes = notes(folder)
    whole_s = time_of(lambda: fork(live(folder, 0, alone=True)))  # two whole calls, on this machine now
    whole_notes = notes(folder) - first_notes
    while len(killed_at_s) < most_kills and time.monotonic() - began_s < seconds:
        number = len(killed_at_s) + 1
        last_note = notes(folder) + chance.randrange(whole_notes)
        child = fork(live(folder, number), wait=False)
        while notes(folder) < last_note:
            time.sleep(0.001)
        time.sleep(chance.uniform(0.0, 1.0) * whole_s / whole_notes)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        killed_at_s[number] = time.time()  # noqa: TID251 - compared with the files' own times
    fork(live(folder, len(killed_at_s) + 1, alone=True))
    sys.stdout.write(json.dumps(counts(folder, killed_at_s)))


async def live(folder: Path, number: int, *, alone: bool = False) -> None:
    """Carry this life's calls until killed; or, when `alone`, to their end and until nothing is left behind."""
    clock = SystemClock()
    journal, store = SqliteJournal(folder / "journal.db", clock), FolderStore(folder / "air-gap")
    active_calls = ActiveCalls(journal, store, clock, limits=LIMITS)
    keepers = [asyncio.create_task(active_calls.run()), asyncio.create_task(active_calls.keep_diary())]
    await asyncio.gather(
        *(talk(active_calls, journal, store, Acknowledged(folder, number)) for _ in range(CALLS_AT_ONCE))
    )
    while not alone or await journal.abandoned(idle_s=-1):
        await asyncio.sleep(0.05)
    for keeper in keepers:
        keeper.cancel()
    await journal.close()


async def talk(active_calls: ActiveCalls, journal: SqliteJournal, store: FolderStore, page: "Acknowledged") -> None:
    """One whole call in writing."""
    first = an_opening()
    call = await active_calls.open(maker(first, journal, store))
    page.call_id = first.call_id
    page.note({"opened": True})
    await call.attach(page)
    call.ring()
    await call.pick_up()
    for line in LINES:
        try:
            await call.line.type_text(line)
        except CallOver:
            break
    await call.hang_up("rep", reason="The rep hung up.")
    await call.finish()


def maker(first: CallOpened, journal: SqliteJournal, store: FolderStore) -> Any:
    """As bootstrap makes typed calls."""

    def make(watcher: ActiveCall, /) -> tuple[CallSession, TypedLine]:
        clock_ms = CallClock(SystemClock())
        session = CallSession(first, a_caller(), journal=journal, store=store, watcher=watcher, clock_ms=clock_ms)
        return session, TypedLine(session, watcher=watcher, clock_ms=clock_ms)

    return make


class Acknowledged(Onlooker):
    """A page that notes, in a file of its own, every turn it was shown."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__()
        self._path, self._number, self.call_id = folder / "acknowledged", number, ""

    def turn_committed(self, turn: Turn) -> None:
        """One line, written at once: it outlives the process as a screen would."""
        self.note({"index": turn.index, "text": turn.text})

    def note(self, fact: dict[str, Any]) -> None:
        """Append."""
        line = json.dumps({"life": self._number, "call_id": self.call_id} | fact) + "\n"
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(file, line.encode())
        os.close(file)


def notes(folder: Path) -> int:
    """How many facts the pages of all lives have noted so far."""
    return (folder / "acknowledged").read_bytes().count(b"\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A transcript in the store, and when it came there."""

    transcript: Transcript
    at_s: float


def counts(folder: Path, killed_at_s: dict[int, float]) -> dict[str, Any]:
    """What was acknowledged, what is in the store, and what is left in the diary."""
    noted = [json.loads(line) for line in (folder / "acknowledged").read_text().splitlines()]
    found = transcripts(folder)
    turns = [one for one in noted if "index" in one]
    killed = {one["call_id"]: killed_at_s[one["life"]] for one in noted if one["life"] in killed_at_s}
    interrupted = {call_id: one for call_id, one in found.items() if one.transcript.ending.by == "process_lost"}
    return {
        "kills": len(killed_at_s),
        "acknowledged_turns": len(turns),
        "lost_turns": sum(not stands(one, found) for one in turns),
        "lost_calls": len({one["call_id"] for one in noted} - found.keys()),
        "interrupted": len(interrupted),
        "interrupted_and_whole": sum(one.transcript.ending.complete for one in interrupted.values()),
        "reasons": sorted({one.transcript.ending.reason for one in interrupted.values()}),
        "whole": sum(one.transcript.ending.complete for one in found.values()),
        "slowest_s": max((one.at_s - killed[key] for key, one in interrupted.items() if key in killed), default=0.0),
        "left_in_diary": _left(folder),
    }


def transcripts(folder: Path) -> dict[str, Found]:
    """By call."""
    files = list((folder / "air-gap").rglob("*.json"))
    read = [Found(parse_transcript(path.read_bytes(), source=path.name), path.stat().st_mtime) for path in files]
    return {one.transcript.call_id: one for one in read}


def stands(noted: dict[str, Any], found: dict[str, Found]) -> bool:
    """Whether an acknowledged turn is in its call's transcript, as it was shown."""
    one = found.get(noted["call_id"])
    turns = one.transcript.turns if one else ()
    return bool(noted["index"] < len(turns) and turns[noted["index"]].text == noted["text"])


def _left(folder: Path) -> int:
    diary = sqlite3.connect(folder / "journal.db")
    lines: int = diary.execute("select count(*) from line").fetchone()[0]
    diary.close()
    return lines


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
