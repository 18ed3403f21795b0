"""Calls of known quality, by call type and kind, as `tests/golden/calls` holds them, and what the rules give them."""

from functools import cache
from pathlib import Path

from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Transcript, parse_transcript
from tests.fakes.scripted import graded

CALLS = Path(__file__).parents[1] / "golden" / "calls"
ALL = sorted(
    (file.parent.name, file.stem) for file in CALLS.glob("*/*.json") if not file.name.endswith(".expected.json")
)


@cache
def golden_call(call_type: str, kind: str) -> Transcript:
    """Such as `inside`, `excellent`."""
    return parse_transcript((CALLS / call_type / f"{kind}.json").read_bytes(), source=kind)


def card_of(transcript: Transcript) -> Scorecard:
    """By the shipped rubric of its call type."""
    return graded(transcript, find_rubric(f"{transcript.call_type}_sales"))


@cache
def golden_card(call_type: str, kind: str) -> Scorecard:
    """The grade of such a call as it is."""
    return card_of(golden_call(call_type, kind))
