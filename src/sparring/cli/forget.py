"""`sparring forget`: finished calls, or all there is of a rep, erased for good."""

import asyncio
import os
from collections.abc import Sequence
from typing import Annotated

import typer

from sparring.cli.output import err, out, print_json
from sparring.config import Config
from sparring.ids import CallId, RepId, parse_call_id, parse_rep_id

Calls = Annotated[list[str] | None, typer.Argument(help="Ids of finished calls, as reports and lists show them.")]
Rep = Annotated[str | None, typer.Option("--rep", help="A rep: every call of theirs, name and address.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON list of the erased calls.")]


def forget(calls: Calls = None, *, rep: Rep = None, yes: Yes = False, as_json: AsJson = False) -> None:
    """Erase finished calls: transcript, scorecard, report and their copies; figures are as if they had never been."""
    from sparring.config import read_config  # noqa: PLC0415

    if bool(calls) == bool(rep):
        raise typer.BadParameter("Name calls, or a rep by --rep.")
    config, rep_id = read_config(os.environ), parse_rep_id(rep) if rep else None
    named = [parse_call_id(call) for call in calls or ()]
    chosen = asyncio.run(_of_rep(config, rep_id)) if rep_id else list(dict.fromkeys(named))
    if not yes:
        what = f"{len(chosen)} calls and the account" if rep_id else f"{len(chosen)} calls"
        typer.confirm(f"{what} are erased and cannot be brought back. Go on?", abort=True, err=True)
    asyncio.run(_erase(config, chosen, rep_id))
    if as_json:
        print_json(chosen)
        return
    out.print(f"Erased: {len(chosen)}." + (" The rep has no name and no address here any more." if rep_id else ""))


async def _of_rep(config: Config, rep_id: RepId) -> list[CallId]:
    from sparring.bootstrap.erasure import open_erasure  # noqa: PLC0415

    async with open_erasure(config) as erasure:
        return list(await erasure.calls_of(rep_id))


async def _erase(config: Config, calls: Sequence[CallId], rep_id: RepId | None) -> None:
    """One by one: what fails names itself, and what was erased before it stays so."""
    from sparring.bootstrap.erasure import open_erasure  # noqa: PLC0415

    async with open_erasure(config) as erasure:
        for call in calls:
            await erasure.erase(call)
            err.print(f"{call} is erased.", markup=False)
        if rep_id is not None:
            await erasure.forget_rep(rep_id)
