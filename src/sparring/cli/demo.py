"""`sparring demo`: a scripted rep speaks to a buyer through the real voice path, without a browser."""

import asyncio
import os
import statistics
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.output import begin_logging, err, out, print_json, progress

if TYPE_CHECKING:
    from sparring.bootstrap.spoken_demo import SpokenDemo

PERSONA = "daughter_discharge"


def demo(
    *,
    persona: Annotated[str, typer.Option(help="Who answers; the script is written for the default.")] = PERSONA,
    turns: Annotated[int, typer.Option(min=1, max=40, help="How many lines of the script are spoken.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Report and latencies as one JSON value.")] = False,
) -> None:
    """Hear yourself replaced: a rep made of samples practises a call, and gets the report."""
    from sparring.bootstrap.spoken_demo import speak_demo  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    begin_logging()
    config = read_config(os.environ)
    script = (files("sparring") / "personas" / "demo_rep.txt").read_text("utf-8")
    lines = [line.strip() for line in script.splitlines() if line.strip()][:turns]
    spoken = asyncio.run(speak_demo(config, persona, lines, progress=progress, show=_show))
    if as_json:
        print_json({"report": spoken.report.model_dump(mode="json"), "glass_to_glass_ms": spoken.glass_to_glass_ms})
    else:
        _print(spoken)


def _show(speaker: str, text: str) -> None:
    err.print("[bold cyan]Rep:[/]  " if speaker == "rep" else "[bold magenta]Buyer:[/]", end=" ")
    err.print(text, markup=False)


def _print(spoken: "SpokenDemo") -> None:
    from sparring.cli.report import print_report  # noqa: PLC0415

    print_report(spoken.report, out)
    measured = spoken.glass_to_glass_ms
    if measured:
        listed = ", ".join(str(ms) for ms in measured)
        out.print(f"Glass to glass, ms: median {statistics.median(measured):.0f} of {len(measured)} turns ({listed})")
    for stage, spread in spoken.report.latency.stages.items():
        out.print(f"  {stage}: median {spread.p50}, p95 {spread.p95}")
