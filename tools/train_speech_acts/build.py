"""Trains the linear model of `speech_acts/`: labelled conversations in, `weights/behaviour.json` with provenance out.

    uv run --group lab python -m tools.train_speech_acts.build FOLDER [--no-figures]

FOLDER holds the sets (`sources.py` names the files). The same files give the same weights. The figures are those of
models that had not seen the conversation they are judged on; they take some minutes.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from tools.train_speech_acts.figures import behaviour_figures
from tools.train_speech_acts.fitting import Linear
from tools.train_speech_acts.models import behaviour_rows
from tools.train_speech_acts.sources import ANNOMI, Source, digest

WEIGHTS: Final = Path(__file__).parents[2] / "src" / "sparring" / "speech_acts" / "learned" / "weights"
LIGHTEST: Final = 0.02  # a feature whose every weight is lighter is left out
DIGITS: Final = 3


def main(arguments: list[str]) -> int:
    """0 when the model is written, 2 when a file is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the labelled conversations are")
    parser.add_argument("--no-figures", action="store_true", help="train only, and keep the figures that are written")
    options = parser.parse_args(arguments)
    missing = [source.file for source in (ANNOMI,) if not (options.folder / source.file).is_file()]
    if missing:
        print(f"{options.folder} lacks {', '.join(missing)}.", file=sys.stderr)
        return 2
    turns = behaviour_rows(options.folder)
    model = turns.fit(turns.features, np.arange(len(turns.turns)))
    _write("behaviour", model, ANNOMI, options, dict(_behaviour_made(options)))
    return 0


def _behaviour_made(options: argparse.Namespace) -> Mapping[str, float]:
    return {} if options.no_figures else behaviour_figures(options.folder)


def _write(name: str, model: Linear, source: Source, options: argparse.Namespace, figures: Mapping[str, float]) -> None:
    path = WEIGHTS / f"{name}.json"
    figures = figures or _written_figures(path)
    provenance = {
        "trained_on": source.name,
        "url": source.url,
        "licence": source.licence,
        "sha256": digest(options.folder, source),
        "trained_at": datetime.now(UTC).date().isoformat(),  # noqa: TID251 - a tool's own date
        "features": "sparring.speech_acts.learned.turn_features",
        "judged": "on conversations it had not seen (ten folds cut by conversation)",
        "figures": {key: round(value, 3) for key, value in figures.items()},
    }
    kept = {
        feature: [round(float(weight), DIGITS) for weight in model.weights[:, column]]
        for column, feature in enumerate(model.names)
        if np.abs(model.weights[:, column]).max() >= LIGHTEST
    }
    document = {
        "provenance": provenance,
        "classes": model.classes,
        "bias": [round(float(bias), DIGITS) for bias in model.bias],
        "weights": kept,
    }
    path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{name}: {len(kept)} features, {path.stat().st_size:,} bytes")


def _written_figures(path: Path) -> Mapping[str, float]:
    if not path.is_file():
        return {}
    figures: Mapping[str, float] = json.loads(path.read_text("utf-8")).get("provenance", {}).get("figures", {})
    return figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
