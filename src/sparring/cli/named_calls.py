"""Which calls a command is about: one by its id or its file, the newest so many, or all there are."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.errors import ConfigRejected, TranscriptRejected

if TYPE_CHECKING:
    from sparring.transcript import Transcript

OneCall = Annotated[str | None, typer.Argument(help="A call's id, or a transcript as JSON.")]
NewestCalls = Annotated[int | None, typer.Option(min=1, help="The newest so many calls.")]
EveryCall = Annotated[bool, typer.Option("--all", help="Every call of the last 30 days.")]


def named_calls(call: str | None, *, last: int | None, every: bool) -> "Sequence[Transcript]":
    """One call by its id or file, or the newest ones, from wherever this installation keeps them; oldest first.

    Raises: ConfigRejected unless exactly one of the three is given; and as `FinishedCalls`.
    """
    if (call is not None) + every + (last is not None) != 1:
        raise ConfigRejected("Name a call, or --last and a number, or --all.")
    if call is not None and call.endswith(".json"):
        return (_of_file(Path(call)),)
    return asyncio.run(_kept(call, None if every else last))


def _of_file(path: Path) -> "Transcript":
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    return parse_transcript(read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected), source=path.name)


async def _kept(call: str | None, last: int | None) -> "Sequence[Transcript]":
    from sparring.bootstrap.finished_calls import finished_calls  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.ids import parse_call_id  # noqa: PLC0415

    async with finished_calls(read_config(os.environ)) as finished:
        return await finished.newest(last) if call is None else (await finished.transcript(parse_call_id(call)),)
