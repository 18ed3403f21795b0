"""`sparring calibrate PATH…`: the grader beside people who scored the same calls, with error bars."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from sparring.cli.files import read_at_most
from sparring.cli.grade import grade_file
from sparring.cli.output import out, print_json, so_many
from sparring.cli.stored import stored_results
from sparring.errors import ScoresRejected

if TYPE_CHECKING:
    from sparring.calibration import Calibration, Estimate, ScoreError, ScorerAgreement
    from sparring.grade.human.calibrate import ScoredCall
    from sparring.override import Override

_SUFFIX = ".scores.json"
_MOST_OVERRIDES = 10_000
_LEGEND = (
    "In brackets 95% ranges, by resampling whole calls. n: items compared. kappa: quadratic weights, 1 all alike, 0 no "
    "better than chance. within one: items at most one level apart. bias: points the grader gives above people, in "
    "rows of people the first by name above the other."
)


def calibrate(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files NAME.scores.json, or folders that hold some.")
    ] = None,
    *,
    scored_by: Annotated[str, typer.Option(help="Who scored the calls, shown beside every error bar.")] = "coaches",
    stored: Annotated[bool, typer.Option("--stored", help="Also the overrides coaches have stored here.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One calibration a line, one for each rubric.")] = False,
) -> None:
    """Print agreement of grader and people, of people among themselves, and bias, item by item."""
    calls = _calls_by_rubric(_files(paths or []))
    overrides = asyncio.run(_stored_overrides()) if stored else []
    if not calls and not overrides:
        besides = "no coach has stored an override" if stored else "overrides were not asked for (--stored)"
        raise ScoresRejected("calibrate", "", f"there is no *{_SUFFIX} among what was named, and {besides}")
    for rubric_id, scored in calls.items():
        _show(_calibration(rubric_id, scored, scored_by), as_json=as_json)
    if stored:
        _show_overrides(overrides, as_json=as_json)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob(f"*{_SUFFIX}")) if path.is_dir() else [path]


def _calls_by_rubric(files: Iterable[Path]) -> "Mapping[str, list[ScoredCall]]":
    from sparring.grade.human.calibrate import ScoredCall  # noqa: PLC0415
    from sparring.grade.human.scores import (  # noqa: PLC0415
        MAX_SCORES_BYTES,
        parse_human_scores,
        refuse_foreign_levels,
    )
    from sparring.rubric import find_rubric  # noqa: PLC0415

    found: dict[str, list[ScoredCall]] = {}
    for file in files:
        data = read_at_most(file, MAX_SCORES_BYTES, rejected=ScoresRejected)
        scores = parse_human_scores(data, source=file.name)
        refuse_foreign_levels(scores, find_rubric(scores.rubric), source=file.name)
        scorecard = grade_file(file.parent / scores.call, scores.rubric)
        found.setdefault(scores.rubric, []).append(ScoredCall.of(scorecard, scores.scores))
    return found


def _calibration(rubric_id: str, calls: "Sequence[ScoredCall]", scored_by: str) -> "Calibration":
    from sparring.grade.human.calibrate import calibrate as compare  # noqa: PLC0415
    from sparring.grade.rules.grader import GRADER  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415

    return compare(calls, find_rubric(rubric_id), grader=GRADER, scored_by=scored_by)


async def _stored_overrides() -> "list[Override]":
    async with stored_results() as results:
        return list(await results.overrides(limit=_MOST_OVERRIDES))


def _show(calibration: "Calibration", *, as_json: bool) -> None:
    if as_json:
        print_json(calibration.model_dump(mode="json"))
        return
    _print_heading(calibration)
    _print_error("The grader less people", calibration.score, takes="two calls")
    _print_error("One person less another", calibration.human_score, takes="two calls that two people scored")
    out.print(_table(calibration))
    out.print(f"[dim]{_LEGEND}[/]")


def _print_heading(calibration: "Calibration") -> None:
    grader, rubric = calibration.grader, calibration.rubric
    out.print(f"[bold]{grader.name} {grader.version} on {rubric.id} {rubric.version}[/]")
    people = "1 person" if calibration.raters == 1 else f"{calibration.raters} people"
    out.print(f"{so_many(calibration.calls, 'call')} scored by {people}: {escape(calibration.scored_by)}.")
    out.print(f"The grader left open {so_many(calibration.unanswered, 'item')} that people scored.")


def _print_error(who: str, score: "ScoreError | None", *, takes: str) -> None:
    if score is None:
        out.print(f"{who}: not measured, which takes {takes}.")
        return
    out.print(
        f"{who}, in points of 100 over {so_many(score.calls, 'pair')} of scores: {_signed(score.mean)} on average, "
        f"{score.mean_absolute.value:.1f} apart, 19 of 20 within ±{score.plus_minus.value:.1f} "
        f"({score.plus_minus.low:.1f} to {score.plus_minus.high:.1f})."
    )


def _table(calibration: "Calibration") -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    for name in ("n", "kappa", "within one", "bias, points"):
        table.add_column(name, no_wrap=True, justify="right")
    table.add_row("[bold]all criteria[/]", *_row(calibration.agreement))
    if calibration.humans:
        table.add_row("  people", *_row(calibration.humans))
    for one in calibration.criteria:
        table.add_row(one.criterion, *_row(one.grader))
        if one.humans:
            table.add_row("  people", *_row(one.humans))
    return table


def _row(agreement: "ScorerAgreement") -> tuple[str, ...]:
    kappa, near, bias = agreement.kappa, agreement.within_one, agreement.bias_points
    return (
        str(agreement.items),
        f"{kappa.value:.2f} ({kappa.low:.2f} {kappa.high:.2f})" if kappa else "-",
        f"{near.value:.0%}" if near else "-",
        _signed(bias) if bias else "-",
    )


def _signed(estimate: "Estimate") -> str:
    return f"{estimate.value:+.1f} ({estimate.low:+.1f} {estimate.high:+.1f})"


def _show_overrides(overrides: "Sequence[Override]", *, as_json: bool) -> None:
    from sparring.grade.human.override import calibrations_of, leanings  # noqa: PLC0415

    found, compared = leanings(overrides), tuple(calibrations_of(overrides))
    if as_json:
        print_json(
            {
                "overrides": [one.model_dump(mode="json") for one in found],
                "calibrations": [one.model_dump(mode="json") for one in compared],
            }
        )
        return
    out.print("[bold]Overrides[/] (coaches look at what they doubt, so these are no fair sample)")
    table = Table(box=None, pad_edge=False)
    for name in ("grader", "criterion", "n", "confirmed", "raised", "lowered", "points, mean"):
        table.add_column(name, no_wrap=True, justify="left" if name in ("grader", "criterion") else "right")
    for one in found:
        counts = map(str, (one.count, one.confirmed, one.raised, one.lowered))
        table.add_row(one.grader, one.criterion, *counts, f"{one.mean_points:+.1f}")
    out.print(table)
    for calibration in compared:
        _print_heading(calibration)
        out.print(_table(calibration))
    if compared:
        out.print(f"[dim]{_LEGEND}[/]")
