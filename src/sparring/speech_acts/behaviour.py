"""What a whole turn mainly does, by models trained on conversations that people have labelled.

Flows in: a turn and what the other side said before it. Flows out: probabilities, how much it takes up, how pushy it
is. Acts with spans are the recogniser's; these numbers are for judging a call as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sparring.speech_acts.exchange import exchange_features
from sparring.speech_acts.features import turn_features
from sparring.speech_acts.heard import heard
from sparring.speech_acts.linear import load_model
from sparring.speech_acts.phrases import phrases
from sparring.speech_acts.reading import read, says_any

READ_LIMIT: Final = 8_000  # characters of a turn that are read
_ORDERS: Final = phrases("""
    you (should|need to|have to|ought to|must|had better|have got to|better)
    (i want|i need|i would like) you to
    why (do|did) (not you|you not)
    do not you (think|want|see|understand|care|know)
""")
_ORDER_WEIGHT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Probabilities (0-1, summing to one) of what a turn mainly does."""

    question: float
    reflection: float
    advice: float  # advice, information, options: what the speaker puts in
    other: float


def behaviour(utterance: str, said_before: Sequence[str] = ()) -> Behaviour:
    """What a turn mainly does.

    Args:
        utterance: the turn; read up to `READ_LIMIT` characters.
        said_before: what the other side has said, oldest first.
    """
    features = turn_features(read(utterance[:READ_LIMIT]), heard(said_before))
    if not features:
        return Behaviour(0.0, 0.0, 0.0, 1.0)
    return Behaviour(**load_model("behaviour").probabilities(features))


def pushiness(utterance: str, said_before: Sequence[str] = ()) -> float:
    """How much a turn tells the other side what to do, 0-1. Its mean over a call marks poor calls (AnnoMI)."""
    advice = behaviour(utterance, said_before).advice
    return (1 - _ORDER_WEIGHT) * advice + _ORDER_WEIGHT * orders(utterance)


def orders(utterance: str) -> bool:
    """Whether a turn says what the other side should, must or had better do."""
    return any(says_any(_ORDERS, sentence) for sentence in read(utterance[:READ_LIMIT]))


def uptake(utterance: str, previous: str) -> float:
    """How much a reply takes up what was just said, 0-1: the share of rated exchanges that take up less."""
    features = exchange_features(utterance[:READ_LIMIT], previous[:READ_LIMIT])
    (value,) = load_model("uptake").scores(features) if features else (0.0,)
    return min(1.0, max(0.0, value))
