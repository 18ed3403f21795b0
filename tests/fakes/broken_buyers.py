"""Calls in which the buyer says or does something else than our own would."""

from typing import Any

from sparring.persona import Persona, find_persona
from sparring.transcript import Event, EventKind, Speaker, Transcript, Turn, VersionRef
from tests.fakes.documents import a_transcript

CALLER, CALLED = "daughter_discharge", "discharge_planner"
REP_SAYS = (
    "Thank you for calling, this is Dana. How can I help you?",
    "That sounds like a lot to carry. What happened?",
    "Who is with him at night?",
    "Could our nurse visit on Thursday at ten?",
)


def a_call(
    *buyer_says: str, persona_id: str = CALLER, rep_says: tuple[str, ...] = REP_SAYS, **changes: Any
) -> Transcript:
    """The rep's lines in turn, each answered by one of the buyer's; a buyer who was called has the first word."""
    persona = find_persona(persona_id)
    pairs = [(Speaker.REP, rep_says[place % len(rep_says)]) for place in range(len(buyer_says))]
    said = [one for rep, text in zip(pairs, buyer_says, strict=True) for one in (rep, (Speaker.BUYER, text))]
    if persona.call_direction == "rep_calls":
        said = said[1:]
    header = {
        "persona": VersionRef(id=persona.id, version=persona.version, digest=persona.digest),
        "call_type": persona.call_type,
        "call_direction": persona.call_direction,
        "turns": tuple(_turn(index, *one) for index, one in enumerate(said)),
        "events": (),
    }
    return a_transcript(**(header | changes))


def caller() -> Persona:
    """Who calls."""
    return find_persona(CALLER)


def called() -> Persona:
    """Who is called."""
    return find_persona(CALLED)


def happened(kind: EventKind, turn: int, ref: str | None = None) -> Event:
    """An event of a turn."""
    return Event(kind=kind, at_ms=turn * 10_000, turn=turn, ref=ref)


def _turn(index: int, speaker: Speaker, text: str) -> Turn:
    start_ms = index * 10_000
    return Turn(index=index, speaker=speaker, text=text, start_ms=start_ms, end_ms=start_ms + 8_000, channel="typed")
