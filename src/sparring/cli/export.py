"""`sparring export`: every graded call that counts as CSV, for a spreadsheet: ids and figures, no words."""

import asyncio
import csv
import io
import os
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.output import print_bytes
from sparring.cli.team import Weeks

if TYPE_CHECKING:
    from sparring.ports import CallGrade

MOST_CALLS_A_LOCATION = 1_000_000
COLUMNS = (
    "call_id", "tenant_id", "location_id", "rep_id", "persona_id", "rubric_id", "call_type", "difficulty", "attempt",
    "started_at", "duration_ms", "score", "passed",
)  # fmt: skip


def export(*, weeks: Annotated[Weeks, typer.Option(help="So many weeks up to this one.")] = Weeks.YEAR) -> None:
    """Graded calls that count, one a line with a header, by location, newest first. Private practice is not in it."""
    rows = asyncio.run(_calls(int(weeks)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(grade) for grade in rows)
    print_bytes(text.getvalue().encode())


async def _calls(weeks: int) -> "list[CallGrade]":
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.cli.stored import stored_results  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.ports import Scope  # noqa: PLC0415
    from sparring.results.tally import weeks_until  # noqa: PLC0415

    tenant = read_config(os.environ).tenant
    since, until = weeks_until(SystemClock().now(), weeks)
    found: list[CallGrade] = []
    async with stored_results() as results:
        for place in await results.attendance(tenant, since=since):
            scope = Scope(tenant, since, until, place.location_id)
            found += await results.counted_calls(scope, limit=MOST_CALLS_A_LOCATION)
    return found


def _row(grade: "CallGrade") -> tuple[object, ...]:
    call = grade.call
    # every text here is an id or a slug of ours: none begins as a spreadsheet's formula does
    whose = (call.call_id, call.tenant_id, call.location_id, call.rep_id, call.persona_id, call.rubric_id)
    kind = (call.call_type, call.difficulty, call.attempt, call.started_at.isoformat(), call.duration_ms)
    return (*whose, *kind, grade.score, int(bool(grade.passed)))
