"""A finished call, or the part of one that has been held, gone through once more by the same mind.

Flows in: a transcript and the persona who took it. Flows out: each input with the exchange it led to and where that
differs from the record, or the exact state at a turn for somebody who wants to take that moment again. A transcript
without a trace is replayed by what its turns and events imply.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from sparring.call import exchange
from sparring.call.buyer import Move
from sparring.call.diary.entries import Inherited
from sparring.call.exchange import Exchange, RepSaid
from sparring.errors import ForkRefused
from sparring.persona import Persona
from sparring.transcript import Event, EventKind, Speaker, Step, StepKind, Transcript, Turn

What = Literal["words", "mood", "stage", "voice", "events", "state", "ending"]

_SPOKEN = frozenset((StepKind.SAID, StepKind.SPOKE_ON))
_OF_A_MOVE = frozenset(
    (EventKind.FACT_EARNED, EventKind.OBJECTION_RAISED, EventKind.OBJECTION_SETTLED, EventKind.AGREED)
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where record and replay part. `turn` is the turn at which it shows."""

    turn: int
    what: What
    recorded: str
    replayed: str


@dataclass(frozen=True, slots=True)
class Input:
    """One thing the mind was told; `state` is what the trace says it led to, None where there is no trace."""

    kind: StepKind
    turn: int | None = None
    silence_ms: int = 0
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Walked:
    """One input and what it led to."""

    told: Input
    before: Exchange
    after: Exchange
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A call up to a moment: what a fork takes over. `turn` is the first one to be taken again."""

    turn: int
    turns: tuple[Turn, ...]
    events: tuple[Event, ...]
    steps: tuple[Step, ...]
    exchange: Exchange

    @property
    def inherited(self) -> Inherited:
        """As the fork's diary says it."""
        return Inherited(turns=self.turns, events=self.events, steps=self.steps)


def first_difference(persona: Persona, transcript: Transcript) -> Difference | None:
    """None when the mind plays the buyer's side exactly as it stands in the record."""
    last: Walked | None = None
    for last in walk(persona, transcript):
        if last.difference is not None:
            return last.difference
    return _ending(transcript, last)


def branch_at(persona: Persona, transcript: Transcript, turn: int) -> Branch:
    """The call up to the moment at which `turn` is taken again; after a turn of the buyer, the rep's next word.

    Raises:
        ForkRefused: there is no such turn, the buyer had hung up, or their state cannot be rebuilt exactly.
    """
    if not 0 <= turn < len(transcript.turns):
        raise ForkRefused("That call has no such turn.")
    if transcript.persona.digest != persona.digest:
        raise ForkRefused("The buyer was changed since that call, so the moment cannot be taken again. Call them anew.")
    until = turn if transcript.turns[turn].speaker is Speaker.REP else turn + 1
    walked = list(takewhile(lambda one: one.told.turn is None or one.told.turn < until, walk(persona, transcript)))
    while walked and walked[-1].after.unheard is not None:
        walked.pop()  # between the two halves of one exchange there is no moment to come back to
    if any(one.difference for one in walked):
        raise ForkRefused("The buyer decides otherwise today than on that call, so the moment cannot be taken again.")
    return _branch(persona, transcript, walked)


def at_its_end(persona: Persona, transcript: Transcript) -> Branch:
    """The call as far as it has come, for whoever takes it over: what the rep has not heard yet is part of it.

    Raises: ForkRefused when the buyer's state cannot be rebuilt exactly.
    """
    if transcript.persona.digest != persona.digest:
        raise ForkRefused("The buyer was changed during that call, so it cannot go on.")
    walked = list(walk(persona, transcript))
    # what a move came to is written after its turn: a process may die in between
    last = len(transcript.turns) - 1
    if any(one.difference and (one.difference.what, one.difference.turn) != ("events", last) for one in walked):
        raise ForkRefused("The buyer decides otherwise today than on that call, so it cannot go on.")
    begun = exchange.begun(persona, seed=transcript.seed, difficulty=transcript.difficulty)
    now = walked[-1].after if walked else begun
    return Branch(last + 1, transcript.turns, transcript.events, tuple(map(_step, walked)), now)


def walk(persona: Persona, transcript: Transcript) -> Iterator[Walked]:
    """Every input of the call in order."""
    now = exchange.begun(persona, seed=transcript.seed, difficulty=transcript.difficulty)
    unsure = {event.turn for event in transcript.events if event.kind is EventKind.UNSURE_HEARING}
    at = 0
    for told in inputs(transcript):
        at = at if told.turn is None else told.turn
        after = _told(persona, now, told, transcript, unsure=told.turn in unsure)
        differs = _turn_differs(persona, transcript, told, now, after) or _state_differs(told, after, at)
        yield Walked(told, now, after, differs)
        now = after


def inputs(transcript: Transcript) -> tuple[Input, ...]:
    """What the mind was told: by the trace, and where it says nothing by what the turns imply."""
    steps = transcript.trace.steps if transcript.trace else ()
    traced = tuple(Input(step.kind, step.turn, step.silence_ms or 0, step.state) for step in steps)
    covered = max((step.turn for step in steps if step.turn is not None), default=-1) + 1
    return traced + tuple(_implied(transcript, covered))


def _implied(transcript: Transcript, start: int) -> Iterator[Input]:
    silences = iter([event for event in transcript.events if event.kind is EventKind.DEAD_AIR])
    for turn in transcript.turns[start:]:
        before = transcript.turns[turn.index - 1].speaker if turn.index else None
        if turn.speaker is Speaker.REP:
            yield Input(StepKind.SPOKE_ON if before is Speaker.REP else StepKind.SAID, turn.index)
            continue
        expected = Speaker.REP if turn.index or transcript.call_direction == "buyer_calls" else None
        if before is not expected:
            silence = next(silences, None)
            yield Input(StepKind.SILENCE, silence_ms=silence.duration_ms or 0 if silence else 0)
        yield Input(StepKind.CUT_OFF if turn.interrupted else StepKind.HEARD, turn.index)


def _told(persona: Persona, now: Exchange, told: Input, transcript: Transcript, *, unsure: bool) -> Exchange:
    turn = None if told.turn is None else transcript.turns[told.turn]
    if told.kind is StepKind.SILENCE:
        return exchange.waited(persona, now, silence_ms=told.silence_ms)
    if told.kind in _SPOKEN and turn is not None:
        text = turn.text if turn.corrected_from is None else turn.corrected_from  # what the buyer heard at the time
        utterance = RepSaid(text, turn.start_ms, turn.end_ms, turn.channel, unsure=unsure)
        return exchange.said(persona, now, utterance)
    cut_off = told.kind is StepKind.CUT_OFF
    if turn is None:
        return exchange.heard(persona, now, "", interrupted=cut_off)
    return exchange.heard(persona, now, turn.text, interrupted=cut_off, began_ms=turn.start_ms, wording=turn.wording)


def _turn_differs(
    persona: Persona, transcript: Transcript, told: Input, before: Exchange, after: Exchange
) -> Difference | None:
    if told.turn is None or told.kind not in (StepKind.HEARD, StepKind.CUT_OFF):
        return None
    for what, recorded, replayed in _of_turn(persona, transcript, transcript.turns[told.turn], before.unheard, after):
        if recorded != replayed:
            return Difference(told.turn, what, recorded, replayed)
    return None


def _state_differs(told: Input, after: Exchange, at: int) -> Difference | None:
    if told.state is None:
        return None
    replayed = exchange.mark(after.state)
    return None if replayed == told.state else Difference(at, "state", told.state, replayed)


def _of_turn(
    persona: Persona, transcript: Transcript, turn: Turn, move: Move | None, after: Exchange
) -> Iterator[tuple[What, str, str]]:
    """What of a buyer's turn stands in the record, and what the replay says."""
    if move is None:
        yield "words", turn.text, ""
        return
    if turn.wording is None:  # a model's words are an input like the rep's: what was decided is compared
        recorded, replayed = turn.text.split(), move.text.split()
        yield "words", " ".join(recorded), " ".join(replayed[: len(recorded)] if turn.interrupted else replayed)
    yield "mood", turn.mood or "", move.mood
    yield "stage", turn.stage or "", move.stage
    stood_in = any(event.kind is EventKind.VOICE_FALLBACK for event in transcript.events)
    if turn.voice_id is not None and not stood_in:  # which voices a service has is no decision of the mind's
        yield "voice", turn.voice_id, persona.voice_of(move.stage).on(transcript.engines.voice)
    happened = exchange.outcome(move, after.state, anything_heard=True)
    yield "events", _listed(_recorded(transcript.events, turn.index)), _listed(happened)


def _recorded(events: Iterable[Event], turn: int) -> Iterator[tuple[EventKind, str | None]]:
    return ((event.kind, event.ref) for event in events if event.turn == turn and event.kind in _OF_A_MOVE)


def _listed(happened: Iterable[tuple[EventKind, str | None]]) -> str:
    return ", ".join(" ".join(filter(None, one)) for one in happened)


def _ending(transcript: Transcript, last: Walked | None) -> Difference | None:
    left = last is not None and last.after.state.over
    if transcript.ending.by != "buyer" or left:
        return None
    return Difference(max(0, len(transcript.turns) - 1), "ending", "the buyer hangs up", "the buyer stays")


def _branch(persona: Persona, transcript: Transcript, walked: list[Walked]) -> Branch:
    if not walked:
        return Branch(0, (), (), (), exchange.begun(persona, seed=transcript.seed, difficulty=transcript.difficulty))
    now = walked[-1].after
    if now.state.over:
        raise ForkRefused("The buyer had hung up by then. Take an earlier moment again.")
    turn = max((one.told.turn for one in walked if one.told.turn is not None), default=-1) + 1
    kept = (_step(one) for one in walked)
    return Branch(turn, transcript.turns[:turn], tuple(_events_before(transcript, turn)), tuple(kept), now)


def _step(walked: Walked) -> Step:
    told = walked.told
    silence_ms = told.silence_ms if told.kind is StepKind.SILENCE else None
    return Step(kind=told.kind, turn=told.turn, silence_ms=silence_ms, state=exchange.mark(walked.after.state))


def _events_before(transcript: Transcript, turn: int) -> Iterator[Event]:
    """What had happened when `turn` began."""
    began_ms = transcript.turns[turn].start_ms if turn < len(transcript.turns) else None
    for event in transcript.events:
        if event.kind is EventKind.HANG_UP:
            continue
        if event.turn is not None:
            if event.turn < turn:
                yield event
        elif began_ms is None or event.at_ms < began_ms:
            yield event
