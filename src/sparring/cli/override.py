"""`sparring override CALL CRITERION LEVEL --reason TEXT`: a coach's own level, kept beside the grade."""

import asyncio
import getpass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from sparring.cli.output import out, print_json
from sparring.cli.stored import stored_results
from sparring.errors import NotYours
from sparring.ids import CallId, parse_call_id

if TYPE_CHECKING:
    from sparring.grade.human.override import OverrideWish
    from sparring.override import Override
    from sparring.scorecard import Totals


def override(
    call: Annotated[str, typer.Argument(help="Id of a graded call, as its report's address shows it.")],
    criterion: Annotated[str, typer.Argument(help="Id of the criterion: `sparring rubric show ID` lists them.")],
    level: Annotated[str, typer.Argument(help="Id of the level you would give.")],
    *,
    reason: Annotated[str, typer.Option(help="Why, in a sentence; it is shown on the report.")],
    by: Annotated[str | None, typer.Option(help="Whose name is shown; else the account of this machine.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The stored override, and nothing else.")] = False,
) -> None:
    """Store a level of your own for one criterion. The grade stays as it is; the report shows both."""
    from sparring.grade.human.override import OverrideWish  # noqa: PLC0415

    wish = OverrideWish(criterion, level, reason, by or getpass.getuser())
    made, totals = asyncio.run(_store(parse_call_id(call), wish))
    if as_json:
        print_json(made.model_dump(mode="json"))
        return
    before = "no level" if made.graded_level is None else f"{made.graded_level} ({made.graded_points} points)"
    out.print(
        f"{made.criterion}: {made.level} ({made.points} points) beside the grader's {before}, by {escape(made.by)}"
    )
    if totals:
        out.print(f"With all of the coach's changes the call would have {totals.score:.1f}.")


async def _store(call_id: CallId, wish: "OverrideWish") -> "tuple[Override, Totals | None]":
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.grade.human.override import override as overridden  # noqa: PLC0415
    from sparring.grade.human.override import with_overrides  # noqa: PLC0415
    from sparring.rubric import find_version  # noqa: PLC0415

    async with stored_results() as results:
        scorecard = await results.get(call_id)
        if scorecard is None:
            raise NotYours("There is no grade of this call here.")
        rubric, at = find_version(scorecard.rubric), SystemClock().now()
        made = overridden(scorecard, rubric, wish, at=at)
        await results.put_override(made)
        return made, with_overrides(scorecard, rubric, await results.overrides_of(call_id))
