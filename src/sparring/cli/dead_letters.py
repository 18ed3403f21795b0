"""`sparring dead-letter …`: what was given up on and why; try it again, or let it go."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.markup import escape

from sparring.cli.output import err, out, print_json, print_rows

if TYPE_CHECKING:
    from sparring.bootstrap.dead_letters import DeadLetterOffice, GivenUp

T = TypeVar("T")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON value instead of text.")]
Ids = Annotated[list[str] | None, typer.Argument(help="As `dead-letter list` shows them.")]
Everything = Annotated[bool, typer.Option("--all", help="Everything that was given up on.")]

dead_letters = typer.Typer(help="What was given up on: list, retry, drop.", no_args_is_help=True)


@dead_letters.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """Every transcript and diary that nobody works on any more, newest first, with the reason."""
    found = _run(_every)
    if as_json:
        print_json([asdict(one) | {"at": one.at.isoformat()} for one in found])
        return
    if not found:
        out.print("Nothing was given up on.")
        return
    print_rows(("id", "what", "reason", "tries", "given up at"), [_row(one) for one in found])


def _row(one: "GivenUp") -> tuple[str, ...]:
    tries = "" if one.attempts is None else str(one.attempts)
    return escape(one.id), one.what, escape(one.reason), tries, f"{one.at:%Y-%m-%d %H:%M} UTC"


@dead_letters.command()
def retry(ids: Ids = None, *, everything: Everything = False, as_json: AsJson = False) -> None:
    """Begin again with these. A running Sparring takes them up at once, another one when it starts."""
    _each(ids, everything=everything, as_json=as_json, done="begins again", act=lambda office, one: office.retry(one))


@dead_letters.command()
def drop(
    ids: Ids = None,
    *,
    everything: Everything = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let these go: they are never tried again. A diary's words are overwritten; a transcript stays where it is."""
    if not yes:
        typer.confirm(
            "What is dropped is never tried again, and a diary's words are gone. Go on?", abort=True, err=True
        )
    _each(ids, everything=everything, as_json=as_json, done="is dropped", act=lambda office, one: office.drop(one))


def _each(
    ids: list[str] | None,
    *,
    everything: bool,
    as_json: bool,
    done: str,
    act: "Callable[[DeadLetterOffice, str], Awaitable[None]]",
) -> None:
    if bool(ids) == everything:
        raise typer.BadParameter("Name one or more ids, or --all.")

    async def work(office: "DeadLetterOffice") -> list[str]:
        chosen = ids or list(dict.fromkeys([one.id for one in await office.every()]))
        for one in chosen:
            await act(office, one)
            err.print(f"{one} {done}.", markup=False)
        return chosen

    handled = _run(work)
    if as_json:
        print_json(handled)


async def _every(office: "DeadLetterOffice") -> "list[GivenUp]":
    return list(await office.every())


def _run(work: "Callable[[DeadLetterOffice], Awaitable[T]]") -> T:
    from sparring.bootstrap.dead_letters import open_dead_letters  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    async def whole() -> T:
        async with open_dead_letters(read_config(os.environ)) as office:
            return await work(office)

    return asyncio.run(whole())
