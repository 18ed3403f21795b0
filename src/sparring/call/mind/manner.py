"""How a move is to sound: the buyer's mood, and what the rep's way of talking calls for.

Flows in: what was decided, the reading and the state. Flows out: a mood, and the tone that the wording goes by.
"""

from dataclasses import dataclass

from sparring.call.mind.agreement import SHORT_PATIENCE
from sparring.call.mind.conversation import Decided
from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.heard.utterance import Notice, Reading
from sparring.call.mind.state import BuyerState, Rapport
from sparring.persona import Persona
from sparring.ports import Mood
from sparring.speech_acts import ActKind

_WARM_TRUST, _WARY_TRUST = 62, 32
_UNEASY = frozenset(
    {PartKind.GUARD, PartKind.OBJECT_AGAIN, PartKind.OBJECT, PartKind.BEHIND, PartKind.OBJECT_FIRST, PartKind.COME_BACK}
)
_PROVOKING = frozenset({ActKind.PRESSURE, ActKind.ABUSE, ActKind.DISPARAGES})
_SAYS_BACK = frozenset({ActKind.REFLECTION, ActKind.SUMMARISES})
_GLAD = frozenset({PartKind.AGREE, PartKind.FAREWELL})


@dataclass(frozen=True, slots=True)
class Tone:
    """How a move is to sound: the mood, and what it reacts to."""

    mood: Mood
    empathy: bool = False
    reflection: bool = False
    is_open: bool = False
    greets: bool = False  # the rep's name has just been learned
    rep_words: int = 0  # how much the rep has just said
    thanks_only: bool = False  # "okay, thanks", and nothing else
    forms: frozenset[AnswerForm] = frozenset()  # what kind of answer the rep's questions want
    asked: tuple[str, ...] = ()  # the rep's questions in normalised words, without what leads up to them
    claimed: str = ""  # normalised words that a fact told speaks against
    asked_for: frozenset[str] = frozenset()  # stems of the words in the rep's questions that ask for something


def tone_of(state: BuyerState, reading: Reading, mood: Mood) -> Tone:
    """The tone of the answer to this utterance; `state` is that before it."""
    return Tone(
        mood,
        empathy=ActKind.EMPATHY in reading.kinds,
        reflection=_says_back(reading),
        is_open=any(asked.is_open for asked in reading.asked),
        greets=bool(reading.rep_name) and not state.rep_name,
        rep_words=reading.words,
        thanks_only=reading.only_thanks,
        forms=frozenset(asked.form for asked in reading.asked),
        asked=tuple(bare(asked.text) for asked in reading.asked + reading.supposed),
        claimed=reading.text if reading.contradicts else "",
        asked_for=frozenset[str]().union(*(asked.words for asked in reading.asked + reading.supposed)),
    )


def _says_back(reading: Reading) -> bool:
    """Whether something is said back that "exactly" may be said to; a question wants its answer."""
    return not (reading.asked or reading.supposed) and not reading.kinds.isdisjoint(_SAYS_BACK)


def mood_of(persona: Persona, state: BuyerState, decided: Decided, reading: Reading) -> Mood:
    """How the move sounds: what has just happened first, then where the buyer stands."""
    kinds = {part.kind for part in decided.parts}
    provoked = not reading.kinds.isdisjoint(_PROVOKING) or Notice.REPEATS in reading.notices
    ignored = PartKind.OBJECT_AGAIN in kinds and decided.rapport.brushed_aside > 1
    if provoked or ignored or decided.rapport.left:
        return "annoyed"
    if not kinds.isdisjoint(_GLAD):
        return "warm"
    return "hesitant" if not kinds.isdisjoint(_UNEASY) else resting_mood(persona, state, decided.rapport)


def resting_mood(persona: Persona, state: BuyerState, now: Rapport) -> Mood:
    """The mood of a buyer to whom nothing has just happened."""
    if now.patience <= SHORT_PATIENCE:
        return "annoyed"
    if now.trust >= _WARM_TRUST:
        return "warm"
    if state.turn <= 2:
        return persona.mood_at_start
    return "hesitant" if now.trust < _WARY_TRUST else "neutral"
