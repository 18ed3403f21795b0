"""How long a manager's page waits when there are a million graded calls.

    python bench/results.py [--json] [--calls 1000000] [--rounds 60]

Builds a file of the version before there were sums in a temporary folder, opens it (which adds everything up once), and
asks what the pages ask, each question of another location or rep. Calls are spread over 350 locations of ten reps and
two years; a scorecard is reduced to what the questions read. Exit status 1 when a 95th percentile is above 100 ms.
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
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

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

TENANT, LOCATIONS, REPS_EACH, DAYS = "network", 350, 10, 730
LIMIT_MS = 100.0
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
GRADER = GraderRef(name="rules", version="1")
OLD_VERSION = 2  # migrations before the sums
VARIANTS = 400  # different scorecards, made once and used over and over


def location(number: int) -> str:
    return f"location_{number:03d}"


def rep(place: int, number: int) -> RepId:
    return RepId(f"rep_{place:010d}{number:010d}")


def cards(rubric: Rubric, chance: random.Random) -> list[tuple[float, bool, bytes]]:
    """Score, pass and document of some graded calls."""
    made = []
    for _ in range(VARIANTS):
        criteria = [
            {"id": one.id, "status": "scored", "points": chance.randint(0, one.points), "max_points": one.points}
            for _, one in rubric.criteria()
        ]
        score = round(100 * sum(one["points"] for one in criteria) / rubric.points, 1)
        card = {"grader": GRADER.model_dump(), "rubric": rubric.ref.model_dump(), "criteria": criteria}
        made.append((score, score >= rubric.pass_score, json.dumps(card).encode()))
    return made


def calls(count: int) -> Iterator[tuple[Any, ...]]:
    """Rows of `call`, each with the rows of its scorecard."""
    chance = random.Random(11)
    graded = {
        "inside": cards(find_rubric("inside_sales"), chance),
        "outside": cards(find_rubric("outside_sales"), chance),
    }
    for number in range(count):
        place, who = chance.randrange(LOCATIONS), chance.randrange(REPS_EACH)
        kind = "inside" if chance.random() < 0.7 else "outside"
        began = (NOW - timedelta(minutes=chance.randrange(DAYS * 24 * 60))).isoformat(timespec="microseconds")
        call_id, rubric = f"call_{number:020d}", f"{kind}_sales"
        call = (call_id, TENANT, location(place), rep(place, who), "buyer", rubric, kind, "normal", "counted")
        score, passed, document = chance.choice(graded[kind])
        yield (*call, began, 300_000, f"transcripts/{call_id}.json", "0" * 64, number + 1), (
            number + 1, call_id, "0" * 64, "rules 1", "graded", score, passed, None, document
        )  # fmt: skip


def build(path: Path, count: int) -> float:
    """Fill a file as the version before left it; seconds taken."""
    began_s = time.monotonic()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    for migration in MIGRATIONS[:OLD_VERSION]:
        for statement in migration:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {OLD_VERSION}")
    connection.execute("BEGIN")
    for call, card in calls(count):
        connection.execute("INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", call)
        connection.execute("INSERT INTO scorecard VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", card)
    connection.execute("COMMIT")
    connection.close()
    return round(time.monotonic() - began_s, 1)


def questions(results: SqliteResults, chance: random.Random) -> dict[str, Callable[[], Awaitable[Any]]]:
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
    """Opening the file once, then every question so often; milliseconds."""
    results = SqliteResults(path, SystemClock())
    began_s = time.monotonic()
    await results.is_shared(CallId("call_" + "0" * 20))
    found: dict[str, Any] = {"adding up at the upgrade, s": round(time.monotonic() - began_s, 1)}
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
