"""How well speech acts are recognised, and how many utterances a core reads in a second.

    python bench/speech_acts.py [--json] [--seconds 5] [--data FOLDER]

Our own utterances are read as typed and as a recogniser would give them (no marks, no capitals, fillers put in).
With --data (the labelled conversations, see tools/train_speech_acts/sources.py; needs the group `lab`) the linear
models are judged as well, each on conversations it has not seen, beside the reference figures of the same sets.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.support.utterances import Tally, Utterance, judged, load

from sparring.speech_acts import recognise

PARTS: Final = 5
AIM_UTTERANCES_PER_SECOND: Final = 2_000
AIM_RECALL: Final = 0.90
REFERENCE: Final = {
    "question_f1": "linear .891 with another label (a question anywhere in the turn); aim .89",
    "question_f1_unpunctuated": "linear .753 with another label",
    "question_asked_f1": "linear .891, one human against nine .945; aim .89",
    "question_asked_f1_unpunctuated": "linear .753",
    "reflection_f1": "linear .696, one human against nine .829; aim .72",
    "advice_f1": "linear .554, one human against nine .807",
    "poor_call_auc": "advice .902, reflection against advice .862; aim .90",
    "uptake_spearman": "overlap formula .513; aim .53",
}


def rate(utterances: Sequence[Utterance], seconds: float) -> float:
    """Utterances per second of processor time."""
    done, began_s = 0, time.process_time()
    while time.process_time() - began_s < seconds:
        for utterance in utterances:
            recognise(utterance.text, utterance.context)
        done += len(utterances)
    return done / (time.process_time() - began_s)


def measure(seconds: float, folder: Path | None) -> dict[str, float]:
    """Every figure by name."""
    splits = {split: load(split) for split in ("development", "held_out")}
    everything = [utterance for split in splits.values() for utterance in split]
    rate(everything, 0)  # patterns are compiled at first use
    rates = [rate(everything, seconds / PARTS) for _ in range(PARTS)]
    figures = {
        "utterances_per_second": statistics.median(rates),
        "slowest_part": min(rates),
        "fastest_part": max(rates),
    }
    for split, utterances in splits.items():
        figures |= _read(split, judged(utterances))
        figures |= _read(f"{split}_as_heard", judged(utterance.as_heard() for utterance in utterances))
    return figures if folder is None else figures | _judged_models(folder)


def _read(split: str, tally: Tally) -> dict[str, float]:
    return {f"{split}_recall": tally.recall(), f"{split}_precision": tally.precision()}


def _judged_models(folder: Path) -> dict[str, float]:
    from tools.train_speech_acts.figures import behaviour_figures, question_figures, uptake_figures  # noqa: PLC0415

    return {**question_figures(folder), **uptake_figures(folder), **behaviour_figures(folder)}


def _table(figures: dict[str, float]) -> str:
    aims = REFERENCE | {
        "utterances_per_second": f"aim {AIM_UTTERANCES_PER_SECOND:,}",
        "held_out_recall": f"aim {AIM_RECALL}",
        "held_out_as_heard_recall": f"aim {AIM_RECALL}",
    }
    rows = [
        (name, f"{value:,.0f}" if value > 1 else f"{value:.3f}", aims.get(name, "")) for name, value in figures.items()
    ]
    return "\n".join(f"{name:36} {value:>8}   {aim}".rstrip() for name, value, aim in rows)


def main() -> int:
    """0 when everything asked for was measured, 2 when it could not be."""
    parser = argparse.ArgumentParser(description="How well speech acts are recognised, and how fast.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--seconds", type=float, default=5.0, help="processor seconds to spend on the rate")
    parser.add_argument("--data", type=Path, help="folder with the labelled conversations")
    options = parser.parse_args()
    try:
        figures = measure(options.seconds, options.data)
    except (FileNotFoundError, ModuleNotFoundError) as missing:
        print(
            f"Not measured: {missing}. The models need the labelled conversations and the group lab.", file=sys.stderr
        )
        return 2
    print(json.dumps(figures, indent=1) if options.json else _table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
