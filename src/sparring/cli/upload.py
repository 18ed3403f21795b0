"""`sparring upload FILE --rep ID`: a call held elsewhere goes the way of every call, graded by the same rubric."""

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.cli.output import out, print_json
from sparring.errors import ConsentMissing, NotYours, TranscriptRejected
from sparring.ids import CallId, RepId, new_call_id, parse_rep_id

if TYPE_CHECKING:
    from sparring.config import Config
    from sparring.transcript import Transcript


def upload(
    file: Annotated[Path, typer.Argument(help="The call: WebVTT, JSON, or text with a speaker before each line.")],
    *,
    rep: Annotated[
        str, typer.Option(help="Whose call it is: `rep_` and twenty characters, as the address of their page shows.")
    ],
    rubric: Annotated[str, typer.Option(help="What it is graded by.")] = "inside_sales",
    rep_speaker: Annotated[
        str | None, typer.Option(help="The rep's name in the file; not needed where a label says `Rep` or `Agent`.")
    ] = None,
    held_on: Annotated[
        str | None, typer.Option(help="The day the call was held, as 2026-11-25; the report shows it.")
    ] = None,
    consent: Annotated[
        bool, typer.Option("--consent", help="You confirm that this call may be used: without it nothing is kept.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The call's id, and nothing else.")] = False,
) -> None:
    """Hand a real call in for a rep. They and their manager can read its report; it counts in no figure."""
    from sparring.config import read_config  # noqa: PLC0415

    if not consent:
        raise ConsentMissing("Confirm with --consent that you may use this call.")
    config = read_config(os.environ)
    whose = (config.tenant, config.location, parse_rep_id(rep))
    transcript = _read(file, rubric, rep_speaker=rep_speaker, held_on=held_on, whose=whose)
    call_id = asyncio.run(_hand_in(config, transcript))
    if as_json:
        print_json({"call_id": call_id})
        return
    out.print(f"The call is on its way to the coach, as [bold]{call_id}[/].")
    out.print(f"The report: {config.public_url()}/report/?id={call_id}&for=manager", soft_wrap=True)


def _read(
    path: Path, rubric_id: str, *, rep_speaker: str | None, held_on: str | None, whose: tuple[str, str, RepId]
) -> "Transcript":
    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.grade.uploads.conversion import Origin, day_of, transcript_of  # noqa: PLC0415
    from sparring.grade.uploads.parsing import read_written  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES  # noqa: PLC0415

    call = read_written(read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected), source=path.name)
    origin = Origin(new_call_id(), *whose, "manager", SystemClock().now(), day_of(held_on, source=path.name))
    return transcript_of(call, find_rubric(rubric_id), origin, source=path.name, rep_speaker=rep_speaker)


async def _hand_in(config: "Config", transcript: "Transcript") -> CallId:
    from sparring.bootstrap.storage import open_air_gap  # noqa: PLC0415
    from sparring.cli.stored import stored_results  # noqa: PLC0415
    from sparring.grade.uploads.intake import hand_in  # noqa: PLC0415

    store = open_air_gap(config)
    try:
        async with stored_results() as results:
            members = await results.members(config.tenant, transcript.location_id)
            if transcript.rep_id not in {member.rep_id for member in members}:
                raise NotYours(f"There is no such rep in the team {transcript.location_id}.")
            await hand_in(transcript, store=store, results=results)
    finally:
        await store.close()
    return transcript.call_id
