"""What the buyer says besides the decisions of their mind: it changes nothing, is no turn, and is not written down.

Flows in: the turns so far. Flows out: a `Move` to be spoken.
"""

from collections.abc import Sequence
from typing import get_args

from sparring.call.buyer import Move, MoveKind
from sparring.call.mind import phrases
from sparring.ports import Mood
from sparring.transcript import Speaker, Turn

_MOODS: tuple[Mood, ...] = get_args(Mood)


def last_words(turns: Sequence[Turn], stage: str) -> Move | None:
    """The buyer's once more; None when the rep had the last word. `stage`: of the call, should the turn have none."""
    if not turns or turns[-1].speaker is not Speaker.BUYER:
        return None
    last = turns[-1]
    mood = next((mood for mood in _MOODS if mood == last.mood), _MOODS[0])
    return Move(last.text, mood, last.stage or stage, MoveKind.ANSWERS)


def parting(seed: int, stage: str) -> Move:
    """To a rep who cannot be heard any more."""
    lines = phrases.PHRASES["cannot_hear"]
    return Move(lines[seed % len(lines)], "neutral", stage, MoveKind.ANSWERS)
