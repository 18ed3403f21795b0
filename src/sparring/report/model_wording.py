"""How a model put the buyer's decisions into words, and how often something else was said in its place.

Flows in: the transcript's `reworded` events and worded turns. Flows out: one sentence for the technical part of a
report; nothing where no model was asked.
"""

from collections import Counter
from typing import Final

from sparring.transcript import EventKind, Speaker, Transcript

_LEFT_ROLE: Final = "it left its role"
_UNDECIDED: Final = "it said what was not decided"
_ABSENT: Final = "it did not answer in time"
_REASONS: Final = {
    "role_swap": _LEFT_ROLE,
    "assistant_talk": _LEFT_ROLE,
    "wrong_direction": _LEFT_ROLE,
    "too_agreeable": _UNDECIDED,
    "hidden_fact": _UNDECIDED,
    "invented_figure": _UNDECIDED,
    "left_out": "it left out what was decided",
    "too_long": "it went on for too long",
    "not_speech": "it wrote what nobody says",
    "filtered": "the service's filter stopped it",
    "refused": "it declined",
    "timed_out": _ABSENT,
    "stalled": _ABSENT,
    "resting": _ABSENT,
}
_FAILED: Final = "its service failed"


def how_worded(transcript: Transcript) -> tuple[str, ...]:
    """Empty where the persona's own lines were spoken as they were meant to be."""
    models = list(dict.fromkeys(turn.wording.model for turn in transcript.turns if turn.wording))
    why = Counter(
        _REASONS.get(event.ref or "", _FAILED) for event in transcript.events if event.kind is EventKind.REWORDED
    )
    if not models and not why:
        return ()
    answers = [turn for turn in transcript.turns if turn.speaker is Speaker.BUYER]
    worded = sum(turn.wording is not None for turn in answers)
    told = f"{' and '.join(models) or 'A model'} worded {worded} of the buyer's {len(answers)} turns."
    if not why:
        return (told,)
    reasons = "; ".join(f"{reason}, {times} times" if times > 1 else reason for reason, times in why.most_common())
    return (told, f"Where the persona's own words stood in for the model's: {reasons}.")
