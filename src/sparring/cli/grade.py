"""`sparring grade FILE…`: the rules grader, or a model as judge, on transcripts from anywhere."""

import asyncio
import os
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from sparring.cli.files import name_of, read_at_most
from sparring.cli.output import err, fail, out, print_json
from sparring.errors import RubricRejected, SparringError, TranscriptRejected

if TYPE_CHECKING:
    from sparring.calibration import ErrorBar
    from sparring.config import Config
    from sparring.rubric import Rubric
    from sparring.scorecard import CriterionResult, Scorecard
    from sparring.transcript import Transcript

REFUSED = 2
_TEXT_RUBRIC = "inside_sales"
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # a text file does not say when; the same file gives the same scorecard


class GraderName(StrEnum):
    """Who may grade."""

    RULES = "rules"
    MODEL = "model"


def grade(
    files: Annotated[
        list[Path], typer.Argument(help="Transcripts: JSON, captions, or text with `Rep:` and `Buyer:` or other names.")
    ],
    *,
    rubric: Annotated[str | None, typer.Option(help="Rubric id; else the one the kind of call asks for.")] = None,
    rep_speaker: Annotated[
        str | None, typer.Option(help="The rep's name in the files; not needed where a label says `Rep` or `Agent`.")
    ] = None,
    grader: Annotated[
        GraderName | None, typer.Option(help="Who grades; else the one that SPARRING_GRADER names.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One scorecard a line, in order.")] = False,
) -> None:
    """Grade files. Exit status 2 when one of them was refused."""
    from sparring.config import read_config  # noqa: PLC0415

    config, refused = read_config(os.environ), False
    by_model = (grader or config.grader) == GraderName.MODEL
    for path in files:
        try:
            scorecard = grade_file(path, rubric, rep_speaker=rep_speaker, model=config if by_model else None)
        except SparringError as error:
            refused = True
            if as_json:
                print_json({"file": name_of(path), "error": {"code": error.code, "sentence": error.sentence}})
            else:
                fail(error)
            continue
        if as_json:
            print_json({"file": name_of(path), **_summary(scorecard)})
        else:
            _print(name_of(path), scorecard)
    if refused:
        raise typer.Exit(REFUSED)


def grade_file(
    path: Path, rubric_id: str | None, *, rep_speaker: str | None = None, model: "Config | None" = None
) -> "Scorecard":
    """One file's scorecard, by the rules or by the model that a configuration names.

    Raises: TranscriptRejected, RubricRejected, ConfigRejected.
    """
    transcript, rubric, digest = _call_in(path, rubric_id, rep_speaker)
    return _with_the_actor(scorecard_of(transcript, rubric, digest, model=model), transcript)


def scorecard_of(
    transcript: "Transcript", rubric: "Rubric", digest: str, *, model: "Config | None" = None
) -> "Scorecard":
    """One call's scorecard, as in `grade_file`. Raises: ConfigRejected."""
    if model is None:
        from sparring.grade.rules.grader import grade as grade_by_rules  # noqa: PLC0415

        return grade_by_rules(transcript, rubric, transcript_digest=digest, graded_at=transcript.started_at)

    from sparring.adapters.clock import SystemClock  # noqa: PLC0415
    from sparring.bootstrap.judge import grade_by_model  # noqa: PLC0415

    return asyncio.run(grade_by_model(model, SystemClock(), transcript, rubric, transcript_digest=digest))


def _call_in(path: Path, rubric_id: str | None, rep_speaker: str | None) -> "tuple[Transcript, Rubric, str]":
    """The call in a file, what it is to be graded by, and the file's digest."""
    from sparring.documents import digest_of  # noqa: PLC0415
    from sparring.grade.uploads.conversion import transcript_from_text  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    data = read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"call_id"' in data:
        transcript = parse_transcript(data, source=name_of(path))
        _refuse_swapped(transcript, name_of(path))
        rubric = find_rubric(rubric_id or {"inside": "inside_sales", "outside": "outside_sales"}[transcript.call_type])
    else:
        rubric = find_rubric(rubric_id or _TEXT_RUBRIC)
        transcript = transcript_from_text(
            data, rubric, source=name_of(path), started_at=_NO_DATE, rep_speaker=rep_speaker
        )
    if rubric.call_type != transcript.call_type:
        raise RubricRejected(rubric.id, "call_type", f"does not grade {transcript.call_type} calls")
    return transcript, rubric, digest_of(data)


def _refuse_swapped(transcript: "Transcript", name: str) -> None:
    """A call says by which rubric it was held: one that grades another kind of call was put there afterwards."""
    from sparring.rubric import load_rubrics  # noqa: PLC0415

    held_by = load_rubrics().get(transcript.rubric.id)
    if held_by is not None and held_by.call_type != transcript.call_type:
        reason = (
            f"is {transcript.call_type}, and the call was held by {held_by.id}, which grades {held_by.call_type} calls"
        )
        raise TranscriptRejected(name, "call_type", reason)


def _with_the_actor(card: "Scorecard", transcript: "Transcript") -> "Scorecard":
    """The card with what was wrong with the buyer, when the buyer is one of those installed here."""
    from sparring.config import read_config  # noqa: PLC0415
    from sparring.errors import PersonaUnknown  # noqa: PLC0415
    from sparring.grade.actor import audited  # noqa: PLC0415
    from sparring.persona import find_persona  # noqa: PLC0415

    try:
        return audited(card, transcript, find_persona(transcript.persona.id, read_config(os.environ).personas_dir))
    except PersonaUnknown:
        return card


def _summary(scorecard: "Scorecard") -> dict[str, object]:
    score, bar = scorecard.totals.score if scorecard.totals else None, _error_bar(scorecard)
    return {"score": score, "error_bar": bar and bar.model_dump(), **scorecard.model_dump(mode="json")}


def _error_bar(scorecard: "Scorecard") -> "ErrorBar | None":
    from sparring.calibration import error_bar  # noqa: PLC0415

    return error_bar(scorecard.totals.score, scorecard.grader, scorecard.rubric) if scorecard.totals else None


def _print(name: str, scorecard: "Scorecard") -> None:
    from sparring.report.model_judging import how_judged  # noqa: PLC0415

    bar = _error_bar(scorecard)
    error = f" ±{bar.plus_minus:.1f}" if bar else ""
    score = f"{scorecard.totals.score:.1f}{error}" if scorecard.totals else "no score"
    out.print(f"[bold]{escape(name)}[/]: {score}" + (f" ({escape(scorecard.reason)})" if scorecard.reason else ""))
    for remark in (*scorecard.flags, *how_judged(scorecard)):
        out.print(f"  {remark}", markup=False)
    for finding in scorecard.actor:
        out.print(f"  [yellow]the buyer[/] {escape(f'{finding.sentence} “{finding.evidence.quote}”')}")
    for line in scorecard.red_lines:
        out.print(f"  [red]red line[/] {escape(f'{line.title}: “{line.evidence.quote}”')}")
    for criterion in scorecard.criteria:
        _print_criterion(criterion)
    if scorecard.status != "graded":
        err.print("This call has no score; the reason stands above.")


def _print_criterion(criterion: "CriterionResult") -> None:
    """Points or a dash, and why: the check that was met, or what kept it from being scored."""
    points = "-" if criterion.points is None else str(criterion.points)
    out.print(f"  {points:>3}/{criterion.max_points:<3} {criterion.title}", markup=False)
    out.print(f"          {criterion.withheld or criterion.rationale}", markup=False, style="dim")
    for evidence in criterion.evidence:
        out.print(f"          turn {evidence.turn + 1}: “{evidence.quote}”", markup=False)
