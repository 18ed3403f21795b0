"""`sparring latency`: where the time of a call's answers went, against the budgets; or of many calls' answers."""

import os
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.named_calls import EveryCall, NewestCalls, OneCall, named_calls
from sparring.cli.output import out, print_json, print_rows

if TYPE_CHECKING:
    from sparring.adapters.telemetry.file_reader import StepTold
    from sparring.report.budgets import AnswerLatency, StageLine
    from sparring.transcript import Transcript


def latency(
    call: OneCall = None,
    *,
    last: NewestCalls = None,
    every: EveryCall = False,
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


def _grading(transcript: "Transcript") -> "Sequence[StepTold]":
    """As far as it was told on this machine."""
    from sparring.adapters.telemetry.file_reader import grading_told  # noqa: PLC0415
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
