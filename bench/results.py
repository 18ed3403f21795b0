"""How long a manager's page waits when there are a million graded calls.

    python bench/results.py [--json] [--calls 1000000] [--rounds 60]

Builds a results file in a temporary folder and asks what the pages ask, each question of another location or rep. Calls
are spread over 350 locations of ten reps and two years. Sums are added up by numpy and put in at once; scorecards, cut
down to what the questions read, are kept for one location in fifty, which the questions about single reps are asked of.
Exit status 1 when the 95th percentile of a question is above 100 ms. Small files grow by keeping grades one by one:
`keeping one more grade` times that.
"""

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from bench.spread import machine, spread_of, told

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.schema import MIGRATIONS
from sparring.adapters.results.sqlite import SqliteResults
from sparring.ids import CallId, RepId
from sparring.ports import CallRecord, Scope
from sparring.results.tally import weeks_until
from sparring.results.views import Viewer
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import GraderRef

TENANT, LOCATIONS, REPS_EACH, WEEKS = "network", 350, 10, 104
WITH_CARDS = 50  # every so many-th location has its scorecards
LIMIT_MS = 100.0
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
FIRST_DAY = weeks_until(NOW, WEEKS)[0]
GRADER = GraderRef(name="rules", version="1")
VARIANTS = 400  # different scorecards, made once and used over and over


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


def build(path: Path, count: int) -> float:
    """Fill a file; seconds taken."""
    began_s, chance = time.monotonic(), np.random.default_rng(11)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("BEGIN")
    first = 0
    for number, (name, share) in enumerate((("inside_sales", 0.7), ("outside_sales", 0.3))):
        kind, calls = kind_of(find_rubric(name), chance), int(count * share)
        drawn = {
            "place": chance.integers(0, LOCATIONS, calls),
            "who": chance.integers(0, REPS_EACH, calls),
            "week": chance.integers(0, WEEKS, calls),
            "variant": chance.integers(0, VARIANTS, calls),
            "minute": chance.integers(0, 7 * 24 * 60, calls),
        }
        put_calls(connection, kind, drawn, first=first)
        put_sums(connection, kind, drawn, grading=number + 1)
        first += calls
    members = (
        (TENANT, location(place), rep(place, who), 0, NOW.isoformat())
        for place, who in np.ndindex(LOCATIONS, REPS_EACH)
    )
    connection.executemany("INSERT INTO member VALUES (?, ?, ?, ?, ?)", members)
    connection.execute("COMMIT")
    connection.close()
    return round(time.monotonic() - began_s, 1)


def put_calls(connection: sqlite3.Connection, kind: Kind, drawn: dict[str, Any], *, first: int) -> None:
    documents = [kind.document(variant) for variant in range(VARIANTS)]
    columns = (drawn[name].tolist() for name in ("place", "who", "week", "minute", "variant"))
    day = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    calls, cards = [], []
    for number, (place, who, week, minute, variant) in enumerate(zip(*columns, strict=True), start=first + 1):
        call_id, name = f"call_{number:020d}", kind.rubric.id
        began = (day + timedelta(days=7 * week, minutes=minute)).isoformat(timespec="microseconds")
        whose = (call_id, TENANT, location(place), rep(place, who), "buyer", name, kind.rubric.call_type)
        calls.append((*whose, "normal", "counted", began, 300_000, f"transcripts/{call_id}.json", "0" * 64, number))
        document = documents[variant] if place % WITH_CARDS == 0 else b"{}"
        verdict = (float(kind.tenths[variant]) / 10, int(kind.passed[variant]), None)
        cards.append((number, call_id, "0" * 64, "rules 1", "graded", *verdict, document))
    connection.executemany(f"INSERT INTO call VALUES ({', '.join('?' * 14)}, NULL)", calls)  # noqa: S608
    connection.executemany(f"INSERT INTO scorecard VALUES ({', '.join('?' * 9)})", cards)  # noqa: S608


def put_sums(connection: sqlite3.Connection, kind: Kind, drawn: dict[str, Any], *, grading: int) -> None:
    """What keeping each grade would have added up to."""
    ref, tenths, passed = kind.rubric.ref, kind.tenths[drawn["variant"]], kind.passed[drawn["variant"]]
    grader = (grading, GRADER.name, GRADER.version, "", ref.id, ref.version, ref.digest)
    connection.execute("INSERT INTO grading VALUES (?, ?, ?, ?, ?, ?, ?)", grader)
    shapes = {"tenant": (), "location": (LOCATIONS,), "rep": (LOCATIONS, REPS_EACH)}
    for level, shape in shapes.items():
        place = tuple(drawn[name] for name in ("place", "who")[: len(shape)])
        sums = added((*place, drawn["week"]), (*shape, WEEKS), (tenths * 0 + 1, passed, tenths, tenths**2))
        rows = ((TENANT, level, *named(key), monday(key[-1]), grading, *those) for key, *those in sums)
        connection.executemany("INSERT INTO score_tally VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
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
            connection.executemany("INSERT INTO criterion_tally VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def named(key: tuple[int, ...]) -> tuple[str, str]:
    """Location and rep of a cell, empty where it has none."""
    return (location(key[0]) if len(key) > 1 else "", rep(key[0], key[1]) if len(key) > 2 else "")


def added(keys: tuple[Any, ...], shape: tuple[int, ...], values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The cells that have calls: their key and the sums of each value."""
    cell, size = np.ravel_multi_index(keys, shape), int(np.prod(shape))
    sums = [np.bincount(cell, weights=one, minlength=size).astype(int) for one in values]
    for place in np.flatnonzero(sums[0]):
        yield (tuple(map(int, np.unravel_index(place, shape))), *(int(one[place]) for one in sums))


def questions(results: SqliteResults, chance: random.Random) -> dict[str, Callable[[], Awaitable[Any]]]:
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


async def measure(path: Path, rounds: int) -> dict[str, Any]:
    """Every question so often; milliseconds."""
    results, found = SqliteResults(path, SystemClock()), dict[str, Any]()
    for name, ask in questions(results, random.Random(5)).items():
        samples = []
        for _ in range(rounds):
            began_s = time.monotonic()
            await ask()
            samples.append((time.monotonic() - began_s) * 1_000)
        found[f"{name}, ms"] = spread_of(samples)
    found["keeping one more grade, ms"] = spread_of(await saving(results, rounds))
    await results.close()
    return found


async def saving(results: SqliteResults, rounds: int) -> list[float]:
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
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.db"
        found: dict[str, Any] = {"calls": given.calls, "building, s": build(path, given.calls)} | machine()
        found |= asyncio.run(measure(path, given.rounds))
        found["file, MB"] = round(path.stat().st_size / 1e6)
    print(told(found, as_json=given.json))
    asked = {name: one for name, one in found.items() if "weeks" in name}
    slow = [name for name, one in asked.items() if one.p95 > LIMIT_MS]
    if slow:
        print(f"Above {LIMIT_MS:g} ms: {', '.join(slow)}", file=sys.stderr)
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
