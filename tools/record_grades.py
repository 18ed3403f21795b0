"""Records what the rules grader gives the calibration calls, once for each of its versions.

    .venv/bin/python tools/record_grades.py [--check]

In: `tests/golden/calls`. Out: the grades in `tests/golden/rules_grades.json`, and their digest beside the version in
`tests/golden/grader_versions.json`. A version that is written there stands for its grades: when they change, the tool
refuses until `GRADER` in `grade/rules/grader.py` has another version. `--check` only compares.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sparring.documents import digest_of
from sparring.grade.rules.grader import GRADER, grade
from sparring.rubric import find_rubric
from sparring.transcript import parse_transcript

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
GRADES = GOLDEN / "rules_grades.json"
VERSIONS = GOLDEN / "grader_versions.json"
_AT = datetime(2026, 1, 5, tzinfo=UTC)

Grades = Mapping[str, Any]


def grades_now() -> Grades:
    """What every calibration call is given: levels, red lines and what was said to the grader."""
    files = sorted(GOLDEN.glob("calls/*/*.json"))
    return {
        f"{file.parent.name}/{file.stem}": _grade_of(file) for file in files if not file.name.endswith(".expected.json")
    }


def digest(grades: Grades) -> str:
    """Of the grades, whatever their layout."""
    return digest_of(json.dumps(grades, sort_keys=True).encode())


def published(path: Path = VERSIONS) -> dict[str, str]:
    """Digest by version, for every version that was ever recorded."""
    versions: dict[str, str] = json.loads(path.read_text("utf-8"))
    return versions


def record(grades: Grades, version: str, *, grades_at: Path = GRADES, versions_at: Path = VERSIONS) -> bool:
    """Write the grades under their version. Returns: False, and writes nothing, where it stands for other ones."""
    versions = published(versions_at)
    if versions.get(version, digest(grades)) != digest(grades):
        return False
    versions_at.write_text(json.dumps(versions | {version: digest(grades)}, indent=2) + "\n", "utf-8")
    grades_at.write_text(json.dumps({"version": version, "grades": grades}, indent=1) + "\n", "utf-8")
    return True


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status, 1 when a published version gives other grades now."""
    parser = argparse.ArgumentParser(description="Record the grades of the calibration calls.")
    parser.add_argument("--check", action="store_true", help="only compare; write nothing")
    checking, grades = parser.parse_args(arguments).check, grades_now()
    same = published().get(GRADER.version) == digest(grades) if checking else record(grades, GRADER.version)
    if not same:
        print(
            f"Version {GRADER.version} of the rules grader stands for other grades: give it a new one.", file=sys.stderr
        )
    return int(not same)


def _grade_of(file: Path) -> Mapping[str, Any]:
    data = file.read_bytes()
    transcript = parse_transcript(data, source=file.name)
    rubric = find_rubric(f"{transcript.call_type}_sales")
    card = grade(transcript, rubric, transcript_digest=digest_of(data), graded_at=_AT)
    return {
        "status": card.status,
        "score": card.totals.score if card.totals else None,
        "levels": {result.id: result.level or result.status for result in card.criteria},
        "red_lines": [line.id for line in card.red_lines],
        "flags": list(card.flags),
    }


if __name__ == "__main__":
    sys.exit(main())
