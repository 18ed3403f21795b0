"""How long a manager's page waits when there are a million graded calls.

    python bench/results.py [--json] [--calls 1000000] [--rounds 60] [--on sqlite|postgres]

Builds a results database in a temporary folder and asks what the pages ask, each question of another location or rep.
Calls are spread over 350 locations of ten reps and two years. Sums are added up by numpy and put in at once; cards,
cut down to what the questions read, are kept for one location in fifty, which the questions about single reps are asked
of. Exit status 1 when the 95th percentile of a question is above 100 ms. `keeping one more grade` times what adds to it
one by one; processor time, of the server too, tells what the machine would take if it had nothing else to do.
"""

import argparse
import asyncio
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from bench.spread import machine, spread_of, told

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.postgres import PostgresResults
from sparring.adapters.results.schema import MIGRATIONS
from sparring.adapters.results.sql import SqlResults
from sparring.adapters.results.sqlite import SqliteResults
from sparring.ids import CallId, RepId
from sparring.ports import CallRecord, Scope
from sparring.results.tally import FIRST_BLOCK, block_of, weeks_until
from sparring.results.views import Viewer
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import GraderRef
from tests.emulators.postgres import MISSING, PostgresServer, find_server

TENANT, LOCATIONS, REPS_EACH, WEEKS = "network", 350, 10, 104
WITH_CARDS = 50  # every so many-th location has its scorecards
LIMIT_MS = 100.0
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
FIRST_DAY = weeks_until(NOW, WEEKS)[0]
GRADER = GraderRef(name="rules", version="1")
VARIANTS = 400  # different scorecards, made once and used over and over

Rows = Iterable[tuple[Any, ...]]
Put = Callable[[str, Rows], None]
"""Adds rows to a table, in the order of its columns."""
Processor = Callable[[], float]
"""Seconds of processor time so far."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One rubric's calls. `points`: int64[variant, criterion]; `tenths`, `passed`: int64[variant]."""

    rubric: Rubric
    points: Any
    tenths: Any
    passed: Any

    def document(self, variant: int) -> bytes:
        """What the questions read of this scorecard."""
        criteria = [
            {"id": one.id, "status": "scored", "points": int(points), "max_points": one.points}
            for (_, one), points in zip(self.rubric.criteria(), self.points[variant], strict=True)
        ]
        return json.dumps({"criteria": criteria}).encode()


def kind_of(rubric: Rubric, chance: Any) -> Kind:
    most = [one.points for _, one in rubric.criteria()]
    points = np.stack([chance.integers(0, one + 1, VARIANTS) for one in most], axis=1)
    tenths = np.rint(1_000 * points.sum(axis=1) / sum(most)).astype(int)
    return Kind(rubric, points, tenths, (tenths >= 10 * rubric.pass_score).astype(int))


def location(number: int) -> str:
    return f"location_{number:03d}"


def rep(place: int, number: int) -> RepId:
    return RepId(f"rep_{place:010d}{number:010d}")


def monday(week: int) -> str:
    return (FIRST_DAY + timedelta(days=7 * week)).isoformat()


def build(put: Put, count: int) -> float:
    """Fill a database; seconds taken."""
    began_s, chance, first = time.monotonic(), np.random.default_rng(11), 0
    for number, (name, share) in enumerate((("inside_sales", 0.7), ("outside_sales", 0.3))):
        kind, calls = kind_of(find_rubric(name), chance), int(count * share)
        drawn = {
            "place": chance.integers(0, LOCATIONS, calls),
            "who": chance.integers(0, REPS_EACH, calls),
            "week": chance.integers(0, WEEKS, calls),
            "variant": chance.integers(0, VARIANTS, calls),
            "minute": chance.integers(0, 7 * 24 * 60, calls),
        }
        put_calls(put, kind, drawn, first=first)
        put_sums(put, kind, drawn, grading=number + 1)
        first += calls
    put(
        "member",
        (
            (TENANT, location(place), rep(place, who), 0, NOW.isoformat())
            for place, who in np.ndindex(LOCATIONS, REPS_EACH)
        ),
    )
    return round(time.monotonic() - began_s, 1)


@contextmanager
def empty_sqlite() -> Iterator[tuple[SqlResults, Put, Processor, Callable[[], int]]]:
    """A new file: its store, what fills it, the processor time of asking it, and its size in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.db"
        connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        for migration in MIGRATIONS:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

        def put(table: str, rows: Rows) -> None:
            first, *others = rows
            places = ", ".join("?" * len(first))
            connection.execute("BEGIN")
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", [first, *others])  # noqa: S608
            connection.execute("COMMIT")

        yield SqliteResults(path, SystemClock()), put, time.process_time, lambda: path.stat().st_size
        connection.close()


@contextmanager
def empty_postgres() -> Iterator[tuple[SqlResults, Put, Processor, Callable[[], int]]]:
    """The same on a server of this machine's own packages; the processor time is also the server's."""
    programs = find_server()
    if programs is None:
        sys.exit(MISSING)
    with PostgresServer(programs) as server:
        url = server.new_database()
        results = PostgresResults(url, SystemClock())
        asyncio.run(results.is_forgotten(CallId("call_" + "0" * 20)))  # makes the tables
        asyncio.run(results.close())
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")  # a call and its grade name each other

            def put(table: str, rows: Rows) -> None:
                with connection.cursor().copy(f"COPY {table} FROM STDIN".encode()) as copy:
                    for row in rows:
                        copy.write_row(row)
                connection.execute(f"ANALYZE {table}".encode())
                if table in ("grading", "scorecard"):  # the next number comes after those put in by hand
                    highest = f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), max(number)) FROM {table}"  # noqa: S608
                    connection.execute(highest.encode())

            def size() -> int:
                found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
                return int(found[0]) if found else 0

            yield PostgresResults(url, SystemClock()), put, lambda: time.process_time() + served_s(server), size


def served_s(server: PostgresServer) -> float:
    """Processor time of a server's processes, in seconds, to the tick of 10 ms."""
    ticks = 0
    for child in Path(f"/proc/{server.process_id()}/task/{server.process_id()}/children").read_text().split():
        with suppress(OSError):
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def put_calls(put: Put, kind: Kind, drawn: dict[str, Any], *, first: int) -> None:
    documents = [kind.document(variant) for variant in range(VARIANTS)]
    columns = (drawn[name].tolist() for name in ("place", "who", "week", "minute", "variant"))
    day = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    calls, cards = [], []
    for number, (place, who, week, minute, variant) in enumerate(zip(*columns, strict=True), start=first + 1):
        call_id, name = f"call_{number:020d}", kind.rubric.id
        began = (day + timedelta(days=7 * week, minutes=minute)).isoformat(timespec="microseconds")
        whose = (call_id, TENANT, location(place), rep(place, who), "buyer", name, kind.rubric.call_type)
        calls.append(
            (*whose, "normal", "counted", began, 300_000, f"transcripts/{call_id}.json", "0" * 64, number, None)
        )
        document = documents[variant] if place % WITH_CARDS == 0 else b"{}"
        verdict = (float(kind.tenths[variant]) / 10, int(kind.passed[variant]), None)
        cards.append((number, call_id, "0" * 64, "rules 1", "graded", *verdict, document))
    put("call", calls)
    put("scorecard", cards)


def put_sums(put: Put, kind: Kind, drawn: dict[str, Any], *, grading: int) -> None:
    """What keeping each grade would have added up to."""
    ref, tenths, passed = kind.rubric.ref, kind.tenths[drawn["variant"]], kind.passed[drawn["variant"]]
    grader = (grading, GRADER.name, GRADER.version, "", ref.id, ref.version, ref.digest)
    put("grading", [grader])
    shapes = {"tenant": (), "location": (LOCATIONS,), "rep": (LOCATIONS, REPS_EACH)}
    for level, shape in shapes.items():
        place = tuple(drawn[name] for name in ("place", "who")[: len(shape)])
        sums = added((*place, drawn["week"]), (*shape, WEEKS), (tenths * 0 + 1, passed, tenths, tenths**2))
        rows = ((TENANT, level, *named(key), monday(key[-1]), grading, *those) for key, *those in sums)
        put("score_tally", rows)
        if level == "location":
            put_blocks(put, drawn, (tenths * 0 + 1, passed, tenths, tenths**2), grading=grading)
        if level == "rep":
            continue
        for number, (_, criterion) in enumerate(kind.rubric.criteria()):
            points = kind.points[drawn["variant"], number]
            sums = added(
                (*place, drawn["week"]), (*shape, WEEKS), (points * 0 + 1, points, points * 0 + criterion.points)
            )
            rows = (
                (TENANT, level, named(key)[0], monday(key[-1]), ref.id, criterion.id, *those) for key, *those in sums
            )
            put("criterion_tally", rows)


def put_blocks(put: Put, drawn: dict[str, Any], values: tuple[Any, ...], *, grading: int) -> None:
    """The same of a location's four weeks."""
    numbers = np.array([(block_of(date.fromisoformat(monday(week))) - FIRST_BLOCK).days // 28 for week in range(WEEKS)])
    first = int(numbers[0])
    block = numbers[drawn["week"]] - first
    sums = added((drawn["place"], block), (LOCATIONS, int(block.max()) + 1), values)
    rows = (
        (TENANT, (FIRST_BLOCK + timedelta(days=28 * (first + key[1]))).isoformat(), location(key[0]), grading, *those)
        for key, *those in sums
    )
    put("score_block", rows)


def named(key: tuple[int, ...]) -> tuple[str, str]:
    """Location and rep of a cell, empty where it has none."""
    return (location(key[0]) if len(key) > 1 else "", rep(key[0], key[1]) if len(key) > 2 else "")


def added(keys: tuple[Any, ...], shape: tuple[int, ...], values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The cells that have calls: their key and the sums of each value."""
    cell, size = np.ravel_multi_index(keys, shape), int(np.prod(shape))
    sums = [np.bincount(cell, weights=one, minlength=size).astype(int) for one in values]
    for place in np.flatnonzero(sums[0]):
        yield (tuple(map(int, np.unravel_index(place, shape))), *(int(one[place]) for one in sums))


def questions(results: SqlResults, chance: random.Random) -> dict[str, Callable[[], Awaitable[Any]]]:
    """What the pages ask of the store, over twelve weeks and a year, and the pages as a whole."""
    rubrics = {name: find_rubric(name) for name in ("inside_sales", "outside_sales")}
    viewer = Viewer(results, TENANT, rubrics, lambda: NOW)

    def scope(weeks: int, *, of: str = "network") -> Scope:
        place = chance.randrange(0, LOCATIONS, WITH_CARDS) if of == "rep" else chance.randrange(LOCATIONS)
        whole = Scope(TENANT, *weeks_until(NOW, weeks))
        if of == "network":
            return whole
        here = replace(whole, location_id=location(place))
        return here if of == "team" else replace(here, rep_id=rep(place, chance.randrange(REPS_EACH)))

    def asked(weeks: int) -> dict[str, Callable[[], Awaitable[Any]]]:
        return {
            "team: reps": lambda: results.score_tallies(scope(weeks, of="team"), by="rep"),
            "team: weeks": lambda: results.score_tallies(scope(weeks, of="team"), by="week"),
            "team: weakest criteria": lambda: results.criterion_tallies(scope(weeks, of="team")),
            "team: newest calls": lambda: results.counted_calls(scope(weeks, of="team"), limit=20),
            "team: members": lambda: results.members(TENANT, location(chance.randrange(LOCATIONS))),
            "network: locations": lambda: results.score_tallies(scope(weeks), by="location"),
            "network: weeks": lambda: results.score_tallies(scope(weeks), by="week"),
            "network: weakest criteria": lambda: results.criterion_tallies(scope(weeks)),
            "network: attendance": lambda: results.attendance(TENANT, since=scope(weeks).since),
            "rep: weeks": lambda: results.score_tallies(scope(weeks, of="rep"), by="week"),
            "rep: weakest criteria": lambda: results.criterion_tallies(scope(weeks, of="rep")),
            "rep: calls": lambda: results.counted_calls(scope(weeks, of="rep")),
            "whole team page": lambda: viewer.team(location(chance.randrange(LOCATIONS)), weeks=weeks),
            "whole network page": lambda: viewer.network(weeks=weeks),
        }

    return {f"{name}, {weeks} weeks": ask for weeks in (12, 52) for name, ask in asked(weeks).items()}


async def measure(results: SqlResults, rounds: int, processor: Processor) -> dict[str, Any]:
    """Every question so often: milliseconds by the clock, and of processor time, which a busy machine moves less."""
    found = dict[str, Any]()
    for name, ask in questions(results, random.Random(5)).items():
        samples, used_s = [], processor()
        for _ in range(rounds):
            began_s = time.monotonic()
            await ask()
            samples.append((time.monotonic() - began_s) * 1_000)
        found[f"{name}, ms"] = spread_of(samples)
        found[f"{name}, processor ms, mean"] = round((processor() - used_s) * 1_000 / rounds, 1)
    found["keeping one more grade, ms"] = spread_of(await saving(results, rounds))
    await results.close()
    return found


async def saving(results: SqlResults, rounds: int) -> list[float]:
    """A grade with its sums, durable; with a scorecard as they are."""
    from tests.fakes.documents import a_call_record, a_scorecard, a_transcript  # noqa: PLC0415

    samples = []
    for number in range(rounds):
        call = a_transcript(call_id=CallId(f"call_x{number:019d}"))
        record: CallRecord = replace(a_call_record(call), tenant_id=TENANT, location_id=location(3), attempt="counted")
        await results.begin(record)
        began_s = time.monotonic()
        await results.save(a_scorecard(call), None)
        samples.append((time.monotonic() - began_s) * 1_000)
    return samples


def main() -> int:
    """Print the figures; exit 1 when a page's question is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--on", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    with empty_sqlite() if given.on == "sqlite" else empty_postgres() as (results, put, processor, size_bytes):
        found: dict[str, Any] = {"calls": given.calls, "building, s": build(put, given.calls)} | machine()
        found |= asyncio.run(measure(results, given.rounds, processor))
        found["database, MB"] = round(size_bytes() / 1e6)
    print(told(found, as_json=given.json))
    asked = {name: one for name, one in found.items() if name.endswith("weeks, ms")}
    slow = [name for name, one in asked.items() if one.p95 > LIMIT_MS]
    if slow:
        print(f"Above {LIMIT_MS:g} ms: {', '.join(slow)}", file=sys.stderr)
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
