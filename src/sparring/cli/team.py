"""`sparring team`: where a team is weak, in the terminal; the same figures as the manager's page."""

import asyncio
import os
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from sparring.cli.output import out, print_json, print_rows

if TYPE_CHECKING:
    from datetime import datetime

    from sparring.results.figures import Figure, Trend
    from sparring.results.views import LocationFigure, NetworkView, Overview, RepFigure, TeamView

MOST_CRITERIA = 6


class Weeks(StrEnum):
    """Periods, as on the page."""

    FOUR = "4"
    TWELVE = "12"
    HALF_YEAR = "26"
    YEAR = "52"


def team(
    *,
    location: Annotated[str | None, typer.Option(help="Which location; else this installation's own.")] = None,
    network: Annotated[bool, typer.Option("--network", help="All locations beside one another.")] = False,
    weeks: Annotated[Weeks, typer.Option(help="So many weeks up to this one.")] = Weeks.TWELVE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON value instead of text.")] = False,
) -> None:
    """Scores of calls that count, with their error: by rep, by criterion, by location."""
    shown = asyncio.run(_view(location, network=network, weeks=int(weeks)))
    if as_json:
        from pydantic_core import to_jsonable_python  # noqa: PLC0415

        print_json(to_jsonable_python(asdict(shown)))
    else:
        _print(shown)


async def _view(location: str | None, *, network: bool, weeks: int) -> "TeamView | NetworkView":
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.cli.stored import stored_results  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.ids import parse_slug  # noqa: PLC0415
    from sparring.results.views import Viewer  # noqa: PLC0415
    from sparring.rubric import load_rubrics  # noqa: PLC0415

    config = read_config(os.environ)
    async with stored_results() as results:
        viewer = Viewer(results, config.tenant, load_rubrics(), SystemClock().now)
        if network:
            return await viewer.network(weeks=weeks)
        place = config.location if location is None else parse_slug(location, what="location")
        return await viewer.team(place, weeks=weeks)


def _print(shown: "TeamView | NetworkView") -> None:
    from sparring.results.views import TeamView  # noqa: PLC0415

    _print_overview(shown.overview)
    if isinstance(shown, TeamView):
        reps = [(escape(rep.name or rep.rep_id), *_cells(rep), _day(rep.last_at)) for rep in shown.reps]
        if reps:
            print_rows(("rep", "score", "calls", "trend", "last call that counts"), reps)
        else:
            out.print("Nobody is on this team yet: a rep is once they enter a name or finish a call that counts.")
        return
    places = [(one.location_id, *_cells(one), f"{one.practised} of {one.members} reps") for one in shown.locations]
    print_rows(("location", "score", "calls", "trend", "practised"), places)


def _cells(one: "RepFigure | LocationFigure") -> tuple[str, str, str]:
    return _score(one.figure), _calls(one.figure), _trend(one.trend)


def _day(at: "datetime | None") -> str:
    return f"{at:%Y-%m-%d}" if at else "never"


def _print_overview(overview: "Overview") -> None:
    if overview.figure is None:
        out.print(f"No call that counts from {overview.since} on. Private practice is the rep's own.")
        return
    passed = f"{overview.figure.pass_share:.0%} passed"
    out.print(f"[bold]{_score(overview.figure)}[/] of 100 over {_of_calls(overview.figure.calls)}, {passed}", end="")
    out.print(f"; trend: {_trend(overview.trend)}.")
    for criterion in overview.criteria[:MOST_CRITERIA]:
        out.print(f"  {criterion.share:>4.0%}  {criterion.title} ({_of_calls(criterion.calls)})", markup=False)


def _score(figure: "Figure | None") -> str:
    if figure is None:
        return "-"
    return f"{figure.mean:.1f}" + ("" if figure.plus_minus is None else f" ±{figure.plus_minus:.0f}")


def _calls(figure: "Figure | None") -> str:
    return str(figure.calls) if figure else "0"


def _of_calls(count: int) -> str:
    return f"{count} call" if count == 1 else f"{count} calls"


def _trend(trend: "Trend | None") -> str:
    if trend is None:
        return "too few calls"
    return "no clear change" if trend.word == "unclear" else f"{trend.change:+.1f} {trend.word}"
