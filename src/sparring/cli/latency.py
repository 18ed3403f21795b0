"""`sparring latency`: where the time of a call's answers went, against the budgets; or of many calls' answers."""

import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.cli.output import out, print_json, print_rows
from sparring.errors import ConfigRejected, ObjectMissing, TranscriptRejected

if TYPE_CHECKING:
    from sparring.adapters.telemetry.reading import StepTold
    from sparring.report.budgets import Answer, StageLine


def latency(
    call: Annotated[str | None, typer.Argument(help="A call's id, or a transcript as JSON.")] = None,
    *,
    last: Annotated[int | None, typer.Option(min=1, help="The newest so many calls.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every call of the last 30 days.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """Stage by stage against the budgets: medians, 95th percentiles, and for one call every answer."""
    if (call is not None) + every + (last is not None) != 1:
        raise ConfigRejected("Name a call, or --last and a number, or --all.")
    answers, steps = _of_call(call) if call is not None else _of_calls(None if every else last)
    from sparring.report.budgets import budget_lines  # noqa: PLC0415

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


def _of_call(call: str) -> "tuple[Sequence[Answer], Sequence[StepTold]]":
    from sparring.adapters.telemetry.reading import grading_told  # noqa: PLC0415
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.report.budgets import answers_of  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    folders = Folders(read_config(os.environ).data_dir)
    path = transcript_path(folders.root, call)
    data = read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)
    transcript = parse_transcript(data, source=path.name)
    return answers_of(transcript), grading_told(folders.telemetry, transcript.call_id)


def transcript_path(data_dir: Path, call: str) -> Path:
    """The file itself, or where the call's lies in the air gap. Raises: IdRejected, ObjectMissing."""
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.ids import parse_call_id  # noqa: PLC0415

    if call.endswith(".json"):
        return Path(call)
    found = next(Folders(data_dir).air_gap.rglob(f"{parse_call_id(call)}.json"), None)
    if found is None:
        raise ObjectMissing("No transcript of this call is here: it is not finished, was deleted, or lies elsewhere.")
    return found


def _of_calls(calls: int | None) -> "tuple[Sequence[Answer], Sequence[StepTold]]":
    from sparring.adapters.telemetry.reading import answers_told  # noqa: PLC0415
    from sparring.bootstrap.folders import Folders  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.report.budgets import answer  # noqa: PLC0415

    told = answers_told(Folders(read_config(os.environ).data_dir).telemetry, calls=calls)
    return tuple(answer(one.turn, one.stages_ms) for one in told), ()


def _print(
    answers: "Sequence[Answer]", lines: "Sequence[StageLine]", steps: "Sequence[StepTold]", *, turns: bool
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


def _cells(one: "Answer", stages: Sequence[str]) -> list[str]:
    shown = {stage: f"{one.stages_ms[stage]:.0f}" for stage in stages if stage in one.stages_ms}
    return [f"[red]{shown[stage]}[/]" if stage in one.over else shown.get(stage, "") for stage in stages]
