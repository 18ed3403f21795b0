"""Writes the JSON Schemas of the documents that pass Sparring's borders into docs/schemas.

    .venv/bin/python tools/publish_schemas.py [--check]

In: the strict pydantic models. Out: one file for each, the same bytes for the same models; `--check` only compares.
A schema says less than the parser: ids that must exist, sums that must add up and the byte limit are the parser's.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sparring.appeal import Appeal
from sparring.calibration import Calibration
from sparring.documents import Document
from sparring.grade.human.scores import HumanScores
from sparring.grade.uploads.parsing import UploadedCall
from sparring.override import Override
from sparring.persona import Persona
from sparring.report.document import Report
from sparring.results.stream import ResultRow
from sparring.rubric import Rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Transcript

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS: dict[str, type[Document]] = {
    "persona": Persona,
    "rubric": Rubric,
    "transcript": Transcript,
    "scorecard": Scorecard,
    "report": Report,
    "human_scores": HumanScores,
    "override": Override,
    "appeal": Appeal,
    "calibration": Calibration,
    "uploaded_call": UploadedCall,
    "result": ResultRow,
}


def schema_of(name: str) -> bytes:
    """The published bytes for one of `DOCUMENTS`."""
    schema = {"$schema": DIALECT, "$id": f"urn:sparring:{name}", **DOCUMENTS[name].model_json_schema()}
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def stale(folder: Path = FOLDER) -> Iterator[str]:
    """Names of the documents whose published schema is missing or differs from the models."""
    for name in DOCUMENTS:
        path = _path(folder, name)
        if not path.is_file() or path.read_bytes() != schema_of(name):
            yield name


def publish(folder: Path = FOLDER) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DOCUMENTS:
        _path(folder, name).write_bytes(schema_of(name))


def main(arguments: list[str] | None = None) -> int:
    """The command line. Returns: exit status, 1 when `--check` found a stale schema."""
    parser = argparse.ArgumentParser(description="Publish the JSON Schemas.")
    parser.add_argument("--check", action="store_true", help="only compare; write nothing")
    if not parser.parse_args(arguments).check:
        publish()
        return 0
    found = list(stale())
    for name in found:
        print(f"docs/schemas/{name}.json is stale: run tools/publish_schemas.py", file=sys.stderr)
    return int(bool(found))


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


if __name__ == "__main__":
    sys.exit(main())
