"""What there was to find out: each fact the buyer knew, the words that earned it, and the words that told it.

Flows in: the call and the persona who took it. Flows out: facts for the report, each with quotes from its turns, or
with the question that would have opened it.
"""

import re
from collections.abc import Iterator

from sparring.persona import Fact, Persona
from sparring.report.document import FactShown
from sparring.scorecard import Evidence
from sparring.speech_acts import ActKind, recognise
from sparring.transcript import EventKind, Speaker, Transcript, Turn

_ASKS = frozenset((ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION, ActKind.ASKS_ABOUT_OBJECTION))
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


def reveal(transcript: Transcript, persona: Persona | None) -> tuple[FactShown, ...]:
    """Every fact in the persona's order; none when another wording of the persona took the call, or somebody real."""
    if persona is None or transcript.persona.digest != persona.digest:
        return ()
    told_at: dict[str | None, int | None] = {}
    for event in transcript.events:
        if event.kind is EventKind.FACT_EARNED:
            told_at.setdefault(event.ref, event.turn)
    return tuple(_shown(fact, transcript, earned=fact.id in told_at, at=told_at.get(fact.id)) for fact in persona.facts)


def _shown(fact: Fact, transcript: Transcript, *, earned: bool, at: int | None) -> FactShown:
    turn = transcript.turns[at] if at is not None else None
    return FactShown(
        id=fact.id,
        text=fact.text,
        hidden=fact.visible == "hidden",
        earned=earned,
        turn=at,
        earned_by=_asked(fact, transcript, turn) if turn else None,
        told=_told(fact, turn) if turn else None,
        question=fact.question,
    )


def _asked(fact: Fact, transcript: Transcript, told: Turn) -> Evidence | None:
    """The question that reached the fact: in the turn just answered, else an earlier one they came back to."""
    before = [turn for turn in reversed(transcript.turns[: told.index]) if turn.speaker is Speaker.REP]
    for turn in before:
        span = _question(fact, turn) or _cue(fact, turn)
        if span is not None:
            return _quote(turn, *span)
    return _quote(before[0], 0, len(before[0].text)) if before else None


def _question(fact: Fact, turn: Turn) -> tuple[int, int] | None:
    """The question on one of the fact's topics; one that names the fact itself before any other."""
    acts = [act for act in recognise(turn.text) if act.kind in _ASKS and act.topic in fact.topics]
    naming = [act for act in acts if _names(fact, turn.text[act.start : act.end])]
    return next(((act.start, act.end) for act in naming or acts), None)


def _cue(fact: Fact, turn: Turn) -> tuple[int, int] | None:
    return next((span for span in _sentences(turn.text) if _names(fact, turn.text[slice(*span)])), None)


def _told(fact: Fact, turn: Turn) -> Evidence:
    """The buyer's own line, where it stands in the turn; else the whole turn."""
    spans = ((turn.text.find(line), len(line)) for line in sorted(fact.lines, key=len, reverse=True))
    start, length = next(((start, length) for start, length in spans if start >= 0), (0, len(turn.text)))
    return _quote(turn, start, start + length)


def _names(fact: Fact, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(cue)}", text.lower()) for cue in fact.cues)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        lead = len(found.group()) - len(found.group().lstrip())
        yield found.start() + lead, found.start() + lead + len(found.group().strip())


def _quote(turn: Turn, start: int, end: int) -> Evidence:
    end += len(turn.text[end:]) - len(turn.text[end:].lstrip(".?!"))  # a question with its question mark
    return Evidence(turn=turn.index, quote=turn.text[start:end], start=start, end=end, at_ms=turn.start_ms)
