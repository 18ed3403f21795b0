"""Calls of known quality, by call type and kind, as `tests/golden/calls` holds them."""

from pathlib import Path

from sparring.transcript import Transcript, parse_transcript

CALLS = Path(__file__).parents[1] / "golden" / "calls"


def golden_call(call_type: str, kind: str) -> Transcript:
    """Such as `inside`, `excellent`."""
    return parse_transcript((CALLS / call_type / f"{kind}.json").read_bytes(), source=kind)
