"""The published JSON Schemas are those of the models, and a schema validator agrees with them."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tools.publish_schemas import DOCUMENTS, FOLDER, main, publish, schema_of, stale

GOLDEN = Path(__file__).parents[1] / "golden"


def validator(name: str) -> Draft202012Validator:
    """A validator for one published schema."""
    return Draft202012Validator(json.loads((FOLDER / f"{name}.json").read_bytes()))


def test_published_schemas_are_those_of_the_models() -> None:
    """Nothing in docs/schemas is stale; `python tools/publish_schemas.py` writes them anew."""
    assert list(stale()) == []


def test_there_is_no_schema_of_nothing() -> None:
    """Every file in docs/schemas belongs to a document that still exists."""
    assert {path.stem for path in FOLDER.iterdir()} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_schema_is_a_schema(name: str) -> None:
    """Each published file is valid JSON Schema 2020-12 and refuses unknown fields."""
    schema: dict[str, Any] = json.loads(schema_of(name))
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("kind", ["persona", "rubric"])
def test_what_is_shipped_satisfies_its_schema(kind: str) -> None:
    """Every shipped persona and rubric is accepted by the published schema."""
    folder = files("sparring") / f"{kind}s"
    documents = [entry for entry in folder.iterdir() if entry.name.endswith(".json")]
    assert documents
    for entry in documents:
        validator(kind).validate(json.loads(entry.read_bytes()))


def test_every_transcript_version_satisfies_the_schema() -> None:
    """Transcripts of every version ever written are accepted by the published schema."""
    for path in sorted((GOLDEN / "transcripts").glob("*.json")):
        validator("transcript").validate(json.loads(path.read_bytes()))


def test_an_unknown_field_is_refused_by_the_schema() -> None:
    """A transcript with a field nobody knows is refused by the published schema as it is by the parser."""
    transcript = json.loads((GOLDEN / "transcripts" / "version_1.json").read_bytes())
    assert not validator("transcript").is_valid(transcript | {"score": 100})


def test_stale_schemas_are_named_and_mended(tmp_path: Path) -> None:
    """A missing or changed schema is named; publishing mends it."""
    publish(tmp_path)
    (tmp_path / "rubric.json").write_text("{}")
    (tmp_path / "report.json").unlink()
    assert list(stale(tmp_path)) == ["rubric", "report"]
    publish(tmp_path)
    assert list(stale(tmp_path)) == []


def test_check_writes_nothing() -> None:
    """`--check` leaves the published files as they are and ends with 0 when none is stale."""
    before = {path.name: path.stat().st_mtime_ns for path in FOLDER.iterdir()}
    assert main(["--check"]) == 0
    assert {path.name: path.stat().st_mtime_ns for path in FOLDER.iterdir()} == before
