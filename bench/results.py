"""How long a manager's page waits when there are a million graded calls.

    python bench/results.py [--json] [--calls 1000000] [--rounds 60] [--on sqlite|postgres] [--kept FOLDER]

Builds a results database in a temporary folder, or once in FOLDER, and asks what the pages ask: the questions in turn,
round by round, so that a busy minute falls on all of them, each of another location or rep.
Calls are spread over 350 locations of ten reps and two years. Sums are added up by numpy and put in at once; scorecards
themselves, which no question reads, are left empty. Exit status 1 when the 95th percentile of a question is above
100 ms; what a new week costs whoever asks first stands apart (`first`). `keeping one more grade` times what adds to it
one by one; processor time, of the server too, tells what the machine would take if it had nothing else to do.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from bench.support.spread import machine, spread_of, told

from sparring.adapters.results.sql.postgres import PostgresResults
from sparring.adapters.results.sql.schema import MIGRATIONS
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.results.sql.store import SqlResults
from sparring.ids import CallId, RepId
from sparring.ports import CallRecord, Scope
from sparring.results.tally import points_text, weeks_until
from sparring.results.views import MOST_CALLS_OF_REP, Viewer
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import GraderRef
from tests.emulators.postgres import MISSING, PostgresServer, find_server

TENANT, LOCATIONS, REPS_EACH, WEEKS = "network", 350, 10, 104
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

    def points_text(self, variant: int) -> str:
        """What is kept with a call of this scorecard."""
        named = zip(self.rubric.criteria(), self.points[variant], strict=True)
        return points_text({one.id: (int(points), one.points) for (_, one), points in named})


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
        put_skills(put, kind, drawn)
        first += calls
    put(
        "member",
        (
            (TENANT, location(place), rep(place, who), 0, NOW.isoformat())
            for place, who in np.ndindex(LOCATIONS, REPS_EACH)
        ),
    )
    return round(time.monotonic() - began_s, 1)


@dataclass(frozen=True, slots=True)
class Bench:
    """A store with what fills it, the seconds of processor time of asking it, and its size in bytes."""

    results: SqlResults
    put: Put
    processor: Processor
    size_bytes: Callable[[], int]
    is_filled: bool


class BenchClock:
    """Stands at the end of the two years, so that a kept database does not grow old."""

    def now(self) -> datetime:
        """Always the same."""
        return NOW

    def monotonic_s(self) -> float:
        """As the machine's."""
        return time.monotonic()


@contextmanager
def on_sqlite(folder: Path) -> Iterator[Bench]:
    """A file in `folder`."""
    path = folder / "results.db"
    is_filled = path.exists()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    if not is_filled:
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

    yield Bench(
        SqliteResults(path, BenchClock()), put, time.process_time, lambda: path.stat().st_size, is_filled=is_filled
    )
    connection.close()


@contextmanager
def on_postgres(folder: Path) -> Iterator[Bench]:
    """A server of this machine's own packages, its data in `folder`; the processor time is also the server's."""
    programs = find_server()
    if programs is None:
        sys.exit(MISSING)
    is_filled = (folder / "data").exists()
    with PostgresServer(programs, folder) as server:
        url = server.database("s1") if is_filled else server.new_database()
        results = PostgresResults(url, BenchClock())
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

            def processor() -> float:
                return time.process_time() + served_s(server)

            yield Bench(PostgresResults(url, BenchClock()), put, processor, size, is_filled=is_filled)


def served_s(server: PostgresServer) -> float:
    """Processor time of a server's processes, in seconds, to the tick of 10 ms."""
    ticks = 0
    for child in Path(f"/proc/{server.process_id()}/task/{server.process_id()}/children").read_text().split():
        with suppress(OSError):
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def put_calls(put: Put, kind: Kind, drawn: dict[str, Any], *, first: int) -> None:
    points = [kind.points_text(variant) for variant in range(VARIANTS)]
    columns = (drawn[name].tolist() for name in ("place", "who", "week", "minute", "variant"))
    day = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    calls, cards = [], []
    for number, (place, who, week, minute, variant) in enumerate(zip(*columns, strict=True), start=first + 1):
        call_id, name = f"call_{number:020d}", kind.rubric.id
        began = (day + timedelta(days=7 * week, minutes=minute)).isoformat(timespec="microseconds")
        whose = (call_id, TENANT, location(place), rep(place, who), "buyer", name, kind.rubric.call_type)
        kept = (f"transcripts/{call_id}.json", "0" * 64, number, None, points[variant], None, None)
        calls.append((*whose, "normal", "counted", began, 300_000, *kept))
        verdict = (float(kind.tenths[variant]) / 10, int(kind.passed[variant]), None)
        cards.append((number, call_id, "0" * 64, "rules 1", "graded", *verdict, b"{}"))
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
            put("criterion_week", rows)


def put_skills(put: Put, kind: Kind, drawn: dict[str, Any]) -> None:
    """The same by skill, for reps and locations."""
    criteria = [(category.id, criterion.points) for category, criterion in kind.rubric.criteria()]
    for level, shape in {"rep": (LOCATIONS, WEEKS, REPS_EACH), "location": (LOCATIONS, WEEKS)}.items():
        place = tuple(drawn[name] for name in ("place", "week", "who")[: len(shape)])
        for skill in dict(criteria):
            own = [number for number, (category, _) in enumerate(criteria) if category == skill]
            most = sum(criteria[number][1] for number in own)
            points = kind.points[:, own].sum(axis=1)[drawn["variant"]]
            share = 1_000 * points // most
            values = (points * 0 + 1, points, points * 0 + most, share, share**2)
            rows = (
                (TENANT, level, *week_of(key), kind.rubric.id, skill, *those)
                for key, *those in added(place, shape, values)
            )
            put("skill_week", rows)


def week_of(key: tuple[int, ...]) -> tuple[str, str, str]:
    """Location, week and rep of a cell, empty where it has none."""
    return (location(key[0]), monday(key[1]), rep(key[0], key[2]) if len(key) > 2 else "")


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
        place = chance.randrange(LOCATIONS)
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
            "team: reps by skill": lambda: results.skill_tallies(scope(weeks, of="team")),
            "team: members": lambda: results.members(TENANT, location(chance.randrange(LOCATIONS))),
            "network: locations": lambda: results.score_tallies(scope(weeks), by="location"),
            "network: weeks": lambda: results.score_tallies(scope(weeks), by="week"),
            "network: weakest criteria": lambda: results.criterion_tallies(scope(weeks)),
            "network: a page of locations by skill": lambda: results.skill_tallies(
                scope(weeks), places=[location(one) for one in chance.sample(range(LOCATIONS), 12)]
            ),
            "network: attendance": lambda: results.attendance(TENANT, since=scope(weeks).since),
            "rep: weeks": lambda: results.score_tallies(scope(weeks, of="rep"), by="week"),
            "rep: skills": lambda: results.call_points(scope(weeks, of="rep"), limit=MOST_CALLS_OF_REP),
            "rep: calls": lambda: results.counted_calls(scope(weeks, of="rep")),
            "whole team page": lambda: viewer.team(location(chance.randrange(LOCATIONS)), weeks=weeks),
            "whole network page": lambda: viewer.network(weeks=weeks),
        }

    return {f"{name}, {weeks} weeks": ask for weeks in (12, 52) for name, ask in asked(weeks).items()}


async def measure(results: SqlResults, rounds: int, processor: Processor) -> dict[str, Any]:
    """Every question so often: milliseconds by the clock, and of processor time, which a busy machine moves less."""
    asked = questions(results, random.Random(5))
    samples, used_s = dict[str, list[float]](), defaultdict[str, float](float)
    for name, ask in asked.items():  # what a new week costs its first reader is told apart
        samples[f"first, {name}"] = [await _taken_ms(ask)]
    for _ in range(rounds):
        for name, ask in asked.items():
            before_s = processor()
            samples.setdefault(name, []).append(await _taken_ms(ask))
            used_s[name] += processor() - before_s
    found: dict[str, Any] = {f"{name}, ms": spread_of(those) for name, those in samples.items()}
    found |= {f"{name}, processor ms, mean": round(used * 1_000 / rounds, 1) for name, used in used_s.items()}
    found["keeping one more grade, ms"] = spread_of(await saving(results, rounds))
    await results.close()
    return found


async def _taken_ms(ask: Callable[[], Awaitable[Any]]) -> float:
    began_s = time.monotonic()
    await ask()
    return (time.monotonic() - began_s) * 1_000


async def saving(results: SqlResults, rounds: int) -> list[float]:
    """A grade with its sums, durable; with a scorecard as they are."""
    from tests.fakes.documents import a_call_record, a_scorecard, a_transcript  # noqa: PLC0415

    samples = []
    for _ in range(rounds):
        call = a_transcript(call_id=CallId(f"call_x{time.time_ns():019d}"))
        card = a_scorecard(call)
        record: CallRecord = replace(a_call_record(call), tenant_id=TENANT, location_id=location(3), attempt="counted")
        await results.begin(record)
        samples.append(await _taken_ms(partial(results.save, card, None)))
    return samples


def main() -> int:
    """Print the figures; exit 1 when a page's question is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--on", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--kept", type=Path, help="build there once, and ask again what stands there")
    given = parser.parse_args()
    with ExitStack() as opened:
        folder = given.kept or Path(opened.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        bench = opened.enter_context((on_sqlite if given.on == "sqlite" else on_postgres)(folder))
        found: dict[str, Any] = {"calls": given.calls}
        if not bench.is_filled:
            found["building, s"] = build(bench.put, given.calls)
        found |= machine() | asyncio.run(measure(bench.results, given.rounds, bench.processor))
        found["load at the end"] = machine()["load"]
        found["database, MB"] = round(bench.size_bytes() / 1e6)
    print(told(found, as_json=given.json))
    asked = {name: one for name, one in found.items() if name.endswith("weeks, ms") and not name.startswith("first")}
    slow = [name for name, one in asked.items() if one.p95 > LIMIT_MS]
    if slow:
        print(f"Above {LIMIT_MS:g} ms: {', '.join(slow)}", file=sys.stderr)
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
