"""`sparring export`: every graded call that counts, as CSV for a spreadsheet or Parquet for a warehouse; no words."""

import asyncio
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.output import print_bytes
from sparring.cli.team import Weeks
from sparring.errors import ConfigRejected

if TYPE_CHECKING:
    from sparring.ports import CallGrade

MOST_CALLS_A_LOCATION = 1_000_000


class TableFormat(StrEnum):
    """What the table becomes."""

    CSV = "csv"
    PARQUET = "parquet"


def export(
    *,
    weeks: Annotated[Weeks, typer.Option(help="So many weeks up to this one.")] = Weeks.YEAR,
    form: Annotated[
        TableFormat, typer.Option("--format", help="Parquet has typed columns; it needs the extra `parquet`.")
    ] = (TableFormat.CSV),
    to: Annotated[Path | None, typer.Option(help="A file to write; else standard output.")] = None,
) -> None:
    """Graded calls that count, by location, newest first. Private practice and uploaded calls are not in it."""
    data = _written(asyncio.run(_calls(int(weeks))), form)
    if to is None:
        print_bytes(data)
        return
    try:
        to.write_bytes(data)
    except OSError as error:
        raise ConfigRejected(f"{to} cannot be written: {error.strerror}.") from None


def _written(grades: "list[CallGrade]", form: TableFormat) -> bytes:
    if form is TableFormat.PARQUET:
        from sparring.adapters.export.parquet import as_parquet  # noqa: PLC0415 - an extra

        return as_parquet(grades)
    from sparring.results.export import as_csv  # noqa: PLC0415

    return as_csv(grades)


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
