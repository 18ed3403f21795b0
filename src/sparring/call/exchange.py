"""The exchange between rep and buyer, apart from diary and clock: what the mind was told, and what is still unheard.

Flows in: the persona, the exchange so far and one thing that happened. Flows out: the next exchange. Pure: a live call
and the replay of a finished one go through the same functions, so that both reach the same state.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from sparring.call import buyer
from sparring.call.buyer import BuyerState, Move, RepUtterance
from sparring.call.mind.fast_replace import changed
from sparring.persona import Difficulty, Persona
from sparring.speech_acts import recognise_and_part
from sparring.transcript import EventKind, Wording

REACTS_AFTER_MS = 300
"""Whoever begins sooner after the buyer's first sound did not react to it: they had paused within their own turn."""


@dataclass(frozen=True, slots=True)
class RepSaid:
    """One utterance of the rep, on the call's clock."""

    text: str
    start_ms: int
    end_ms: int
    channel: Literal["voice", "typed"]
    confidence: float | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What a move answers: the utterance, and the buyer's state before it.

    `sounded_ms`: when a move that was cut off had begun to sound.
    """

    state: BuyerState
    said: RepSaid
    sounded_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where the two stand. `unheard`: a move that the rep has not heard yet; `answered`: what the last move answers.

    There is nothing `answered` once the rep has heard a move out, or as much of it as told them something.
    """

    state: BuyerState
    unheard: Move | None = None
    answered: Answered | None = None


def begun(persona: Persona, *, seed: int, difficulty: Difficulty) -> Exchange:
    """Somebody has picked up: a buyer who was called has the first word."""
    state, opening = buyer.begin(persona, seed=seed, difficulty=difficulty)
    return Exchange(state, opening)


def said(persona: Persona, before: Exchange, utterance: RepSaid) -> Exchange:
    """The rep finished a turn.

    A rep who speaks on had not finished: the buyer forgets their answer and hears both parts as one. The transcript
    keeps the two turns they were recognised as.
    """
    state, whole = before.state, utterance
    if (unfinished := _gone_on_with(before, utterance)) is not None:
        state, whole = unfinished.state, _joined(unfinished.said, utterance)
    acts, stops = recognise_and_part(whole.text, buyer.context(persona, state))
    heard = RepUtterance(whole.text, acts, whole.start_ms, whole.end_ms, unsure=whole.unsure, stops=stops)
    after, move = buyer.hear(persona, state, heard)
    return Exchange(after, move, Answered(state, whole))


def speaks_on(before: Exchange, utterance: RepSaid) -> bool:
    """Whether the rep began it before they can have heard that the buyer took the last one for all there is."""
    return _gone_on_with(before, utterance) is not None


def waited(persona: Persona, before: Exchange, *, silence_ms: int) -> Exchange:
    """Nobody has spoken for `silence_ms`."""
    state, move = buyer.wait(persona, before.state, silence_ms=silence_ms)
    return changed(before, state=state) if move is None else Exchange(state, move)


def heard(
    persona: Persona,
    before: Exchange,
    text: str,
    *,
    interrupted: bool,
    began_ms: int = 0,
    wording: Wording | None = None,
) -> Exchange:
    """The rep has heard the buyer's last move: only what was heard has been said, in the words it was said in.

    `began_ms`: when it was first heard, on the call's clock.
    """
    if interrupted:
        planned = wording.planned_words if wording else None
        state = buyer.interrupted(persona, before.state, heard_text=text, planned_words=planned)
        return Exchange(state, answered=_cut_off(before.answered, state, began_ms) if text else None)
    return Exchange(buyer.worded(before.state, text) if wording and text else before.state)


def outcome(move: Move, after: BuyerState, *, anything_heard: bool) -> tuple[tuple[EventKind, str | None], ...]:
    """What a move that has been heard comes to, as events and what they are about."""
    facts = tuple((EventKind.FACT_EARNED, fact) for fact in move.reveals if fact in after.rapport.told)
    if not anything_heard:
        return facts
    raised = tuple((EventKind.OBJECTION_RAISED, one) for one in move.raises)
    settled = tuple((EventKind.OBJECTION_SETTLED, one) for one in move.settles)
    return facts + raised + settled + (((EventKind.AGREED, None),) if move.agrees else ())


def mark(state: BuyerState) -> str:
    """Names a state: the first 32 hexadecimal digits of the SHA-256 of its JSON."""
    return hashlib.sha256(buyer.to_json(state).encode()).hexdigest()[:32]


def _gone_on_with(before: Exchange, utterance: RepSaid) -> Answered | None:
    answered = before.answered
    if answered is None or answered.sounded_ms is None:
        return answered
    in_time = utterance.start_ms <= answered.sounded_ms + REACTS_AFTER_MS
    return answered if in_time and utterance.channel == "voice" else None


def _cut_off(answered: Answered | None, after: BuyerState, began_ms: int) -> Answered | None:
    """What an answer was to that told nothing before it was cut off."""
    if answered is None or after.rapport.told != answered.state.rapport.told:
        return None
    return changed(answered, sounded_ms=began_ms)


def _joined(first: RepSaid, second: RepSaid) -> RepSaid:
    text = f"{first.text} {second.text}".strip()
    return changed(second, text=text, start_ms=first.start_ms, unsure=second.unsure and first.unsure)
