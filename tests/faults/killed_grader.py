"""The real `sparring grader`, killed: `python -m tests.faults.killed_grader FOLDER KILLS SECONDS SEED`.

Each life is a process of its own, started as a user starts it, with the folder as its data folder: its store, queue,
results, outbox, its watch over the folder and its grading process. Before each life new transcripts are put into the
air gap, every fourth object poison, and old events are published again, all in random order; then SIGKILL comes at a
random moment, KILLS times or for SECONDS. Between lives time passes: leases and waits in the queue's file are over,
which is all that is changed there. The last life works until nothing is left to do. Writes counts to standard output.
"""

import asyncio
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from sparring.adapters.clock import SystemClock
from sparring.adapters.events.sqlite import open_queue
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.folders import Folders
from sparring.documents import VersionRef, dump_document
from sparring.ports import ObjectWritten, RepAccount
from sparring.transcript import object_name
from tests.fakes.clock import START
from tests.fakes.documents import REP_ID, a_persona, a_rubric, call_id
from tests.fakes.golden_calls import golden_call

POISON_EVERY = 4
_PATIENCE_S = 120.0


def main(folder: Path, most_kills: int, seconds: float, seed: int) -> None:
    """Kill lives, let the last one finish, and say what is there."""
    chance, kills = random.Random(seed), 0
    harness = Harness(Folders(folder), chance)
    whole_s = harness.first_life()
    began_s = time.monotonic()  # on a busy machine the first life alone takes long
    while kills < most_kills and time.monotonic() - began_s < seconds:
        kills += 1
        harness.deliver()
        harness.killed_life(after_s=chance.uniform(0.3, 1.6) * whole_s)
    harness.deliver()  # with nothing to do it would be asked to stop before it can be asked anything
    harness.last_life()
    sys.stdout.write(json.dumps({"kills": kills} | harness.counts()))


class Harness:
    """Brain 1's part, Event Grid's bad habits, and the reaper."""

    objects_a_life, again_a_life = 2, 3

    def __init__(self, folders: Folders, chance: random.Random) -> None:
        self._folders, self._chance = folders, chance
        self._written: list[str] = []
        self._poison: list[str] = []
        self._in_vain = 0
        self._persona = a_persona()
        self._calls = [golden_call("inside", quality) for quality in ("excellent", "fair", "poor", "noisy")]

    @property
    def _personas(self) -> Path:
        return self._folders.root / "personas"

    def first_life(self) -> float:
        """From the start to the first report, on this machine now; in seconds."""
        self._personas.mkdir()
        (self._personas / "maria.json").write_bytes(dump_document(self._persona))
        asyncio.run(self._enter_rep())
        self.deliver()
        began_s, grader = time.monotonic(), self._start()
        try:
            while not any(self._folders.outbox.glob("*.eml")):
                assert time.monotonic() - began_s < _PATIENCE_S, "the grader mails nothing"
                time.sleep(0.02)
            return time.monotonic() - began_s
        finally:
            _kill(grader)

    def killed_life(self, *, after_s: float) -> None:
        """One process, gone in the middle of whatever it does."""
        before, grader = self._effects(), self._start()
        time.sleep(after_s)
        assert grader.poll() is None, "the grader ended by itself"
        _kill(grader)
        self._in_vain += self._effects() == before

    def last_life(self) -> None:
        """Until no event and no mail is waiting; then it is asked to end, and ends well."""
        self._let_time_pass()
        began_s, grader = time.monotonic(), self._start()
        try:
            while not self._is_idle():
                assert time.monotonic() - began_s < _PATIENCE_S, "the grader does not finish"
                time.sleep(0.1)
            grader.send_signal(signal.SIGTERM)
            assert grader.wait(_PATIENCE_S) == 0
        finally:
            _kill(grader)

    def deliver(self) -> None:
        """New objects, old events again, and all leases over."""
        asyncio.run(self._deliver())
        self._let_time_pass()

    def counts(self) -> dict[str, Any]:
        """What is in the files at the end."""
        events, results = sqlite3.connect(self._folders.events), sqlite3.connect(self._folders.results)
        graded = [row[0] for row in results.execute("SELECT object_name FROM call JOIN scorecard USING (call_id)")]
        return {
            "lives_in_vain": self._in_vain,
            "written": len(self._written),
            "lost": len(set(self._written) - set(graded)),
            "poison": len(self._poison),
            "scorecards": len(graded),
            "doubled": len(graded) - len(set(graded)),
            "mails": len(list(self._folders.outbox.glob("*.eml"))),
            "unsent": _one(results, "SELECT count(*) FROM outbox WHERE state = 'waiting'"),
            "events": _one(events, "SELECT count(*) FROM event"),
            "stuck": _one(events, "SELECT count(*) FROM event WHERE state IN ('waiting', 'leased')"),
            "dead": dict(events.execute("SELECT reason, count(*) FROM event WHERE state = 'dead' GROUP BY reason")),
            "dead_not_poison": len(self._dead(events) - set(self._poison)),
            "poison_not_dead": len(set(self._poison) - self._dead(events)),
            "integrity": [_one(database, "PRAGMA integrity_check") for database in (events, results)],
        }

    def _start(self) -> "subprocess.Popen[bytes]":
        settings = {name: value for name, value in os.environ.items() if not name.startswith("SPARRING_")}
        settings |= {"SPARRING_DATA_DIR": str(self._folders.root), "SPARRING_TELEMETRY": "none"}
        settings |= {"SPARRING_PERSONAS_DIR": str(self._personas)}
        command = [sys.executable, "-m", "sparring", "grader"]
        return subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    async def _enter_rep(self) -> None:
        results = SqliteResults(self._folders.results, SystemClock())
        await results.put_rep(RepAccount(REP_ID, "Dana", "dana@example.org"))
        await results.close()

    async def _deliver(self) -> None:
        store, queue = FolderStore(self._folders.air_gap), open_queue(self._folders.events, SystemClock())
        again = [ObjectWritten(f"again-{self._chance.getrandbits(64):x}", name, START) for name in self._some_names()]
        new = [self._object() for _ in range(self.objects_a_life)]
        for name, data in new:
            if data is None:
                again.append(ObjectWritten(f"missing-{name[-25:]}", name, START))
            else:
                await store.put_once(name, data)
        self._chance.shuffle(again)
        await queue.publish(again)
        await queue.close()

    def _some_names(self) -> list[str]:
        """Of objects that were there before, poison among them."""
        known = self._written + self._poison
        return [self._chance.choice(known) for _ in range(self.again_a_life)] if self._written else []

    def _object(self) -> tuple[str, bytes | None]:
        """A call, or poison; None: an event will tell of an object that is not there."""
        number = len(self._written) + len(self._poison)
        persona = VersionRef(id=self._persona.id, version=self._persona.version, digest=self._persona.digest)
        changes = {"call_id": call_id(number), "rep_id": REP_ID, "persona": persona, "rubric": a_rubric().ref}
        call = self._chance.choice(self._calls).model_copy(update=changes)
        name, data = object_name(call), dump_document(call)
        if number % POISON_EVERY == POISON_EVERY - 1:
            self._poison.append(name)
            return name, self._chance.choice((b"{not json", _of_another_version(data), _of_nobody(data), None))
        self._written.append(name)
        return name, data

    def _let_time_pass(self) -> None:
        with sqlite3.connect(self._folders.events, timeout=30) as events:
            events.execute("UPDATE event SET due_s = 0 WHERE state IN ('waiting', 'leased')")
        events.close()

    def _effects(self) -> tuple[int, int, int]:
        events, results = sqlite3.connect(self._folders.events), sqlite3.connect(self._folders.results)
        ended = _one(events, "SELECT count(*) FROM event WHERE state IN ('done', 'dead')")
        graded = _one(results, "SELECT count(*) FROM scorecard")
        return ended, graded, len(list(self._folders.outbox.glob("*.eml")))

    def _is_idle(self) -> bool:
        found = self.counts()
        graded = found["scorecards"] >= len(self._written) and not found["poison_not_dead"]
        return graded and not found["stuck"] and not found["unsent"]

    def _dead(self, events: sqlite3.Connection) -> set[str]:
        return {row[0] for row in events.execute("SELECT object_name FROM event WHERE state = 'dead'")}


def _kill(grader: "subprocess.Popen[bytes]") -> None:
    grader.kill()
    grader.wait(_PATIENCE_S)


def _of_another_version(data: bytes) -> bytes:
    return json.dumps(json.loads(data) | {"schema_version": "99"}).encode()


def _of_nobody(data: bytes) -> bytes:
    document = json.loads(data)
    return json.dumps(document | {"persona": document["persona"] | {"id": "nobody_we_know"}}).encode()


def _one(database: sqlite3.Connection, query: str) -> Any:
    return database.execute(query).fetchone()[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
