"""Records how far the rules grader agrees with people on calls it was not written for, for the error bar of a score.

    .venv/bin/python tools/record_calibration.py [--check]

In: `tests/golden/held_out`, calls that were scored by hand before they were graded and that no rule was tuned on. Out:
one record for each rubric in `src/sparring/calibrations`; `--check` only compares. Run it whenever grades change.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from sparring.calibration import Calibration
from sparring.cli.grade import grade_file
from sparring.documents import dump_document
from sparring.grade.human.calibrate import ScoredCall, calibrate
from sparring.grade.human.scores import SUFFIX, parse_human_scores, refuse_foreign_levels
from sparring.grade.rules.grader import GRADER
from sparring.rubric import load_rubrics

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "tests" / "golden" / "held_out"
RECORDS = ROOT / "src" / "sparring" / "calibrations"
SCORED_BY = "an author of the rubric or a coach, before they were graded"


def scored_calls(folder: Path, rubric_id: str) -> Iterator[ScoredCall]:
    """Calls of `folder` that were scored by this rubric, graded now."""
    rubric = load_rubrics()[rubric_id]
    for file in sorted(folder.rglob(f"*{SUFFIX}")):
        scores = parse_human_scores(file.read_bytes(), source=file.name)
        if scores.rubric == rubric_id:
            refuse_foreign_levels(scores, rubric, source=file.name)
            yield ScoredCall.of(grade_file(file.parent / scores.call, rubric_id), scores.scores)


def measured(rubric_id: str, folder: Path = HELD_OUT) -> Calibration:
    """The calibration as it is now."""
    calls = list(scored_calls(folder, rubric_id))
    return calibrate(calls, load_rubrics()[rubric_id], grader=GRADER, scored_by=SCORED_BY)


def record(rubric_id: str) -> Path:
    """Where the record of a rubric stands."""
    return RECORDS / f"rules_{rubric_id}.json"


def stale() -> Iterator[str]:
    """Rubrics whose record is not what is measured now."""
    for rubric_id in load_rubrics():
        path = record(rubric_id)
        if not path.is_file() or path.read_bytes() != dump_document(measured(rubric_id)):
            yield rubric_id


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status, 1 when `--check` found a stale record."""
    parser = argparse.ArgumentParser(description="Record the calibration of the rules grader.")
    parser.add_argument("--check", action="store_true", help="only compare; write nothing")
    if parser.parse_args(arguments).check:
        found = list(stale())
        for rubric_id in found:
            print(f"{record(rubric_id).name} is stale: run tools/record_calibration.py", file=sys.stderr)
        return int(bool(found))
    RECORDS.mkdir(exist_ok=True)
    for rubric_id in load_rubrics():
        record(rubric_id).write_bytes(dump_document(measured(rubric_id)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
