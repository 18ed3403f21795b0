"""Where each shipped voice comes from: what was made in, weight files, catalogue entry and `PROVENANCE.json` out."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.voice_lab.proof import Figures, likeness
from tools.voice_lab.recipe import Recipe
from tools.voice_lab.sources import NATURALNESS, SPEAKER_ENCODER, STYLES, TEACHER, style_file
from tools.voice_lab.training import Trained

from sparring.adapters.catalogue import CATALOGUE_FILE
from sparring.adapters.voice.local.conversion import Array
from sparring.adapters.voice.local.weights_file import write_conversion

WEIGHTS = CATALOGUE_FILE.parent / "voice" / "weights"
PROVENANCE = WEIGHTS / "PROVENANCE.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One voice and what it was made from."""

    recipe: Recipe
    trained: Trained
    sentences: int
    teacher_vector: Array
    work: Path


def write_all(made: Sequence[Made], figures: Mapping[str, Figures]) -> None:
    """Weights, digests in the catalogue, and the record; voices that were not made now keep their record."""
    record = _earlier()
    for one in made:
        path = WEIGHTS / f"{one.recipe.id}.npz"
        write_conversion(path, one.trained.conversion)
        record["voices"][one.recipe.id] = _origin(one, path, figures[one.recipe.id])
        _pin(path)
    for voice_id, measured in figures.items():
        record["voices"].setdefault(voice_id, {"is": "hibari's own voice, level adjusted"})["measured"] = _rounded(
            measured
        )
    record["cosine_between_voices"] = likeness(figures)
    PROVENANCE.write_text(json.dumps(record, indent=2) + "\n")


def _earlier() -> dict[str, Any]:
    voices = json.loads(PROVENANCE.read_text())["voices"] if PROVENANCE.exists() else {}
    return {
        "licence": "Apache-2.0",
        "made_by": "tools/voice_lab/build.py",
        "converted_from": {"package": "hibari-tts", "version": version("hibari-tts"), "licence": "Apache-2.0"},
        "teacher": asdict(TEACHER),
        "style_packs": asdict(STYLES),
        "measured_with": {
            "words_wrong": "Whisper base through CTranslate2, evaluation_sentences.txt",
            "naturalness": asdict(NATURALNESS),
            "cosine": asdict(SPEAKER_ENCODER),
        },
        "voices": voices,
    }


def _origin(one: Made, path: Path, figures: Figures) -> dict[str, Any]:
    trained = one.trained
    return {
        "file": path.name,
        "sha256": _digest(path),
        "made_on": datetime.now(UTC).date().isoformat(),  # noqa: TID251 -- a record of today; nothing reads it
        "style_sha256": {name: _digest(style_file(one.work, name)) for name in one.recipe.style},
        "recipe": asdict(one.recipe),
        "training": {
            "sentences": one.sentences,
            "frames": trained.frames,
            "validation_r2": round(trained.validation_r2, 3),
            "path_distance": round(trained.path_distance, 3),
        },
        "cosine_to_teacher": round(float(figures.vector @ one.teacher_vector), 3),
    }


def _rounded(figures: Figures) -> dict[str, float]:
    return {
        "words": figures.words,
        "words_wrong_percent": round(figures.words_wrong_percent, 2),
        "pitch_hz": round(figures.pitch_hz, 1),
        "words_per_minute": round(figures.words_per_minute),
        "naturalness": round(figures.naturalness, 2),
        "cosine_of_two_halves": round(figures.self_likeness, 3),
    }


def _pin(path: Path) -> None:
    """Size and digest of `path` into its line of the catalogue."""
    catalogue = CATALOGUE_FILE.read_text()
    line = re.compile(rf'("name": "{re.escape(path.name)}", "size_bytes": )\d+(, "sha256": )"[0-9a-f]{{64}}"')
    pinned, count = line.subn(rf'\g<1>{path.stat().st_size}\g<2>"{_digest(path)}"', catalogue)
    if count != 1:
        raise ValueError(f"the catalogue has no line for {path.name}")
    CATALOGUE_FILE.write_text(pinned)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
