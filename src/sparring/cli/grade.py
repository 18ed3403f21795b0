"""`sparring grade FILE…`: the rules grader on transcripts from anywhere."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sparring.cli.files import read_at_most
from sparring.cli.output import err, fail, out, print_json
from sparring.errors import RubricRejected, SparringError, TranscriptRejected

if TYPE_CHECKING:
    from sparring.scorecard import Scorecard

REFUSED = 2
_TEXT_RUBRIC = "inside_sales"
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # a text file does not say when; the same file gives the same scorecard


def grade(
    files: Annotated[list[Path], typer.Argument(help="Transcripts: JSON, or text with `Rep:` and `Buyer:` lines.")],
    *,
    rubric: Annotated[str | None, typer.Option(help="Rubric id; else the one the kind of call asks for.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One scorecard a line, in order.")] = False,
) -> None:
    """Grade files. Exit status 2 when one of them was refused."""
    refused = False
    for path in files:
        try:
            scorecard = grade_file(path, rubric)
        except SparringError as error:
            refused = True
            if as_json:
                print_json({"file": path.name, "error": {"code": error.code, "sentence": error.sentence}})
            else:
                fail(error)
            continue
        if as_json:
            print_json({"file": path.name, **_summary(scorecard)})
        else:
            _print(path, scorecard)
    if refused:
        raise typer.Exit(REFUSED)


def grade_file(path: Path, rubric_id: str | None) -> "Scorecard":
    """One file's scorecard. Raises: TranscriptRejected, RubricRejected."""
    from sparring.documents import digest_of  # noqa: PLC0415
    from sparring.grade.rules import grade as grade_by_rules  # noqa: PLC0415
    from sparring.grade.uploaded import transcript_from_text  # noqa: PLC0415
    from sparring.rubric import find_rubric  # noqa: PLC0415
    from sparring.transcript import MAX_TRANSCRIPT_BYTES, parse_transcript  # noqa: PLC0415

    data = read_at_most(path, MAX_TRANSCRIPT_BYTES, rejected=TranscriptRejected)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        transcript = parse_transcript(data, source=path.name)
        rubric = find_rubric(rubric_id or {"inside": "inside_sales", "outside": "outside_sales"}[transcript.call_type])
    else:
        rubric = find_rubric(rubric_id or _TEXT_RUBRIC)
        transcript = transcript_from_text(data, rubric, source=path.name, started_at=_NO_DATE)
    if rubric.call_type != transcript.call_type:
        raise RubricRejected(rubric.id, "call_type", f"does not grade {transcript.call_type} calls")
    return grade_by_rules(transcript, rubric, transcript_digest=digest_of(data), graded_at=transcript.started_at)


def _summary(scorecard: "Scorecard") -> dict[str, object]:
    score = scorecard.totals.score if scorecard.totals else None
    return {"score": score, **scorecard.model_dump(mode="json")}


def _print(path: Path, scorecard: "Scorecard") -> None:
    score = f"{scorecard.totals.score:.1f}" if scorecard.totals else "no score"
    out.print(f"[bold]{path.name}[/]: {score}" + (f" ({scorecard.reason})" if scorecard.reason else ""))
    for line in scorecard.red_lines:
        out.print(f"  [red]red line[/] {line.title}: “{line.evidence.quote}”")
    for criterion in scorecard.criteria:
        points = "-" if criterion.points is None else str(criterion.points)
        out.print(f"  {points:>3}/{criterion.max_points:<3} {criterion.title}")
        for evidence in criterion.evidence:
            out.print(f"          turn {evidence.turn}: “{evidence.quote}”", markup=False)
    if scorecard.status != "graded":
        err.print("This call has no score; the reason stands above.")
