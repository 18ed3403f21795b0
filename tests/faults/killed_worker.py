"""Brain 2 as a process that is killed: `python -m tests.faults.killed_worker FOLDER KILLS SECONDS SEED`.

The parent imports everything once, then forks one short life after another and kills each at a random moment, KILLS
times or for SECONDS. A life writes one more call (every fifth one poison), notes that the write was acknowledged,
publishes old events again under new ids, and works like the real grader. The last life ends by itself when nothing is
left to do. Writes counts to standard output.
"""

import asyncio
import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.mail.folder import FolderMailer
from sparring.adapters.mail.message import parse_sender
from sparring.adapters.results.sqlite import SqliteResults
from sparring.adapters.retry import RetryPolicy
from sparring.adapters.store.folder import FolderStore
from sparring.documents import dump_document
from sparring.grade.loop import run_worker
from sparring.ports import ObjectWritten, RepAccount
from sparring.report.outbox import Outbox
from sparring.transcript import object_name
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import REP_ID, a_transcript, call_id
from tests.faults.lives import fork, time_of

FAST = RetryPolicy(lease_s=0.2, delays_s=(0.02,), max_attempts=10_000)
POISON_EVERY = 5


def main(folder: Path, most_kills: int, seconds: float, seed: int) -> None:
    """Kill lives, let the last one finish, and say what is there."""
    chance, began_s, kills = random.Random(seed), time.monotonic(), 0
    fork(prepare(folder))
    whole_s = time_of(lambda: fork(live(folder, 1, alone=True)))  # from start to the first mail, on this machine now
    while kills < most_kills and time.monotonic() - began_s < seconds:
        kills += 1
        child = fork(live(folder, kills + 1), wait=False)
        time.sleep(chance.uniform(0.1, 1.2) * min(whole_s, 0.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    fork(live(folder, None, alone=True))
    sys.stdout.write(json.dumps({"kills": kills} | counts(folder)))


async def prepare(folder: Path) -> None:
    """The one rep there is."""
    results = SqliteResults(folder / "results.db", SystemClock())
    await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
    await results.close()


async def live(folder: Path, number: int | None, *, alone: bool = False) -> None:
    """Write call `number`, if any, and work until killed; or, when `alone`, until nothing is left to do."""
    clock, stop = SystemClock(), asyncio.Event()
    queue, results = open_queue(folder / "queue.db", clock, policy=FAST), SqliteResults(folder / "results.db", clock)
    store, root = FolderStore(folder / "objects"), folder / "objects"
    mailer = FolderMailer(folder / "outbox", clock, sender=parse_sender("coach@example.org"))
    brain = Brain(clock, store=store, queue=queue, results=results)  # type: ignore[arg-type]
    work = run_worker(brain.worker, watch=FolderWatch(root, queue).run, relay=Outbox(results, mailer).relay, stop=stop)
    acted = asyncio.ensure_future(act(folder, number, store, queue)) if number else None
    await asyncio.gather(work, *([acted] if acted else []), *([stop_when_idle(folder, queue, stop)] if alone else []))
    await queue.close()
    await results.close()


async def act(folder: Path, number: int, store: FolderStore, queue: Any) -> None:
    """Brain 1's part, and Event Grid's bad habits."""
    transcript = a_transcript(call_id=call_id(number))
    poison = number % POISON_EVERY == 0
    name = object_name(transcript)
    await store.put_once(name, b"{not json" if poison else dump_document(transcript))
    with (folder / ("poison" if poison else "written")).open("a") as acknowledged:
        acknowledged.write(f"{number}\n")
    chance = random.Random(number)
    again = [object_name(a_transcript(call_id=call_id(chance.randrange(number + 1)))) for _ in range(2)]
    repeated = [one for one in again if (folder / "objects" / one).exists() and not is_poison(one)]
    await queue.publish([ObjectWritten(f"again-{number}-{place}", one, START) for place, one in enumerate(repeated)])


def is_poison(name: str) -> bool:
    """Whether the object was written to be refused."""
    return int(name.removesuffix(".json")[-20:]) % POISON_EVERY == 0


async def stop_when_idle(folder: Path, queue: Any, stop: asyncio.Event) -> None:
    """Until every object had its event, and no event and no mail is waiting."""
    while not stop.is_set():
        await asyncio.sleep(0.02)
        states = await queue.counts()
        ended = states.get("done", 0) + states.get("dead", 0)
        objects = len(list((folder / "objects" / "transcripts").rglob("*.json")))
        if (
            objects
            and ended >= objects
            and ended == sum(states.values())
            and await asyncio.to_thread(unsent, folder) == 0
        ):
            stop.set()


def unsent(folder: Path) -> int:
    """Mails still waiting, due or not."""
    results = sqlite3.connect(folder / "results.db")
    waiting = int(_one(results, "SELECT count(*) FROM outbox WHERE state = 'waiting'"))
    results.close()
    return waiting


def counts(folder: Path) -> dict[str, Any]:
    """What is in the files at the end."""
    events, results = sqlite3.connect(folder / "queue.db"), sqlite3.connect(folder / "results.db")
    acknowledged = {call_id(int(line)) for line in _lines(folder / "written")}
    graded = {row[0] for row in results.execute("SELECT call_id FROM scorecard")}
    return {
        "written": len(acknowledged),
        "lost": len(acknowledged - graded),
        "poison": len(set(_lines(folder / "poison"))),
        "scorecards": _one(results, "SELECT count(*) FROM scorecard"),
        "unsent": unsent(folder),
        "mails": len(list((folder / "outbox").glob("*.eml"))),
        "dead": _one(events, "SELECT count(*) FROM event WHERE state = 'dead'"),
        "stuck": _one(events, "SELECT count(*) FROM event WHERE state IN ('waiting', 'leased')"),
        "parts": len([part for part in folder.rglob("*.part") if time.time() - part.stat().st_mtime > 3_600]),  # noqa: TID251
        "integrity": [_one(database, "PRAGMA integrity_check") for database in (events, results)],
    }


def _lines(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []


def _one(database: sqlite3.Connection, query: str) -> Any:
    return database.execute(query).fetchone()[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
