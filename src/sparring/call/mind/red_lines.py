"""Red lines as the buyer hears them: each costs trust and gets a word in character, and two are not forgotten.

Flows in: readings, and what was heard before. Flows out: which lines were crossed, how often, and what follows from it.
"""

from collections.abc import Iterator

from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.state import BuyerState
from sparring.persona import Persona
from sparring.speech_acts import ActKind

# The gravest first: of several in one breath it gets the word
RED_LINES = (
    ActKind.OFFERS_VALUE_FOR_REFERRALS,
    ActKind.IDENTIFIES_CLIENT,
    ActKind.STEERS_CHOICE,
    ActKind.DISPARAGES,
    ActKind.MEDICAL_ADVICE,
    ActKind.PROMISES_OUTCOME,
    ActKind.PRESSURE,
)
# One may have been misheard, or meant otherwise: in 131 held-out calls none that was clean had two, nine had one
_MOST_BORNE = 1
_GRAVE = frozenset(RED_LINES)


def crossed(reading: Reading) -> Iterator[ActKind]:
    """The red lines that an utterance crosses, the gravest first."""
    return (kind for kind in RED_LINES if kind in reading.kinds)


def crosses(reading: Reading) -> bool:
    """Whether an utterance crosses any."""
    return not _GRAVE.isdisjoint(reading.kinds)


def times_crossed(state: BuyerState) -> int:
    """How often any was crossed so far, this turn included once it is counted; two kinds in one turn are two."""
    return sum(state.heard.get(kind, 0) for kind in RED_LINES)


def nobody_agrees_to(persona: Persona, reading: Reading) -> bool:
    """Whether a next step comes in one breath with a red line; who is told to dial 911 dials, by whomever."""
    return crosses(reading) and not _is_emergency(persona)


def has_had_enough(persona: Persona, state: BuyerState) -> bool:
    """Whether a buyer has heard so many that no next step is agreed on any more."""
    return times_crossed(state) > _MOST_BORNE and not _is_emergency(persona)


def _is_emergency(persona: Persona) -> bool:
    return ActKind.CALL_911 in persona.agrees_when.acts
