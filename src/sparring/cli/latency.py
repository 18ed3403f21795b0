"""`sparring latency`: where the time of a call's answers went, against the budgets; or of many calls' answers."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.cli.output import out, print_json, print_rows
from sparring.errors import ConfigRejected, TranscriptRejected

if TYPE_CHECKING:
    from sparring.adapters.telemetry.reading import StepTold
    from sparring.report.budgets import AnswerLatency, StageLine
    from sparring.transcript import Transcript


def latency(
    call: Annotated[str | None, typer.Argument(help="A call's id, or a transcript as JSON.")] = None,
    *,
    last: Annotated[int | None, typer.Option(min=1, help="The newest so many calls.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every call of the last 30 days.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """Stage by stage against the budgets: medians, 95th percentiles, and for one call every answer."""
    from sparring.report.budgets import answers_of, budget_lines  # noqa: PLC0415

    transcripts = named_calls(call, last=last, every=every)
    answers = [answer for transcript in transcripts for answer in answers_of(transcript)]
    steps = _grading(transcripts[0]) if call is not None else ()
    lines = budget_lines(answers)
    if as_json:
        print_json(
            {
                "stages": [asdict(line) | {"kept": line.kept} for line in lines],
                "answers": [{"turn": one.turn, "stages_ms": dict(one.stages_ms), "over": one.over} for one in answers],
                "grading": [asdict(step) for step in steps],
            }
        )
        return
    _print(answers, lines, steps, turns=call is not None)


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


def _grading(transcript: "Transcript") -> "Sequence[StepTold]":
    """As far as it was told on this machine."""
    from sparring.adapters.telemetry.reading import grading_told  # noqa: PLC0415
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    return grading_told(Folders(read_config(os.environ).data_dir).telemetry, transcript.call_id)


def _print(
    answers: "Sequence[AnswerLatency]", lines: "Sequence[StageLine]", steps: "Sequence[StepTold]", *, turns: bool
) -> None:
    if not lines:
        out.print("No answer was measured: a call in writing, or none yet.")
        return
    if turns:
        stages = [line.stage for line in lines]
        print_rows(("turn", *stages), [(str(one.turn), *_cells(one, stages)) for one in answers])
    print_rows(
        ("stage", "budget ms", "p50", "p95", "within", ""),
        [
            (
                line.stage,
                str(line.budget_ms),
                f"{line.p50_ms:.0f}",
                f"{line.p95_ms:.0f}",
                f"{line.within} of {line.measured}",
                "[green]kept[/]" if line.kept else "[red]missed[/]",
            )
            for line in lines
        ],
    )
    if steps:
        out.print("Grading: " + ", ".join(f"{step.step} {step.took_ms:.0f} ms" for step in steps))


def _cells(one: "AnswerLatency", stages: Sequence[str]) -> list[str]:
    shown = {stage: f"{one.stages_ms[stage]:.0f}" for stage in stages if stage in one.stages_ms}
    return [f"[red]{shown[stage]}[/]" if stage in one.over else shown.get(stage, "") for stage in stages]
