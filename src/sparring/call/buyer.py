"""The buyer: a mind that can be replayed.

Flows in: the persona, the state so far and what the rep did (an utterance with its acts, silence, an interruption).
Flows out: the next state and a move. Pure and seeded: the same inputs give the same call, byte for byte.
"""

from dataclasses import dataclass, fields
from operator import attrgetter

from sparring.call.mind import conversation, meaning, wording
from sparring.call.mind.agreement import limit_of
from sparring.call.mind.decision import TOLD, MoveKind, Part, PartKind, main_kind, with_used
from sparring.call.mind.facts import nearness
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.in_context import read
from sparring.call.mind.heard.sentences import normalised
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import Reading, RepUtterance
from sparring.call.mind.manner import Tone, mood_of, resting_mood, tone_of
from sparring.call.mind.objections import objection_of
from sparring.call.mind.rapport import SILENCE_COST, TALKED_OVER_COST, at_start
from sparring.call.mind.state import BuyerState, Rapport, from_json, to_json
from sparring.persona import DIFFICULTIES, Difficulty, HangUpCause, Persona
from sparring.ports import Mood
from sparring.speech_acts import Context

__all__ = [
    "BuyerState",
    "Move",
    "MoveKind",
    "RepUtterance",
    "begin",
    "context",
    "from_json",
    "hear",
    "interrupted",
    "read_ahead",
    "still_unsaid",
    "to_json",
    "wait",
    "worded",
]

OPENING_AFTER_MS = 2_500  # a caller who is not greeted begins by themselves
PICK_UP_AFTER_MS = 1_200  # the next person comes to the phone
CHECK_LINE_AFTER_MS = 8_000
FAREWELL_AFTER_MS = 5_000  # after agreement nobody waits long for a goodbye
SILENCES = 3  # the third one in a row ends the call
_HEARD_SHARE = 0.6  # of a part's words: less has not been said
_MINDS = {"low": 1, "medium": 2, "high": 4}  # how much one interruption weighs; at four the buyer says so
_SPEAKS_OVER = frozenset({PartKind.LEAVE, PartKind.FAREWELL, PartKind.UNAGREED_GOODBYE})
# What the next turn's reading, count and wording go by, whoever the buyer is
_CALL_SO_FAR = attrgetter(
    *(one.name for one in fields(BuyerState) if one.name not in ("difficulty", "rapport", "easier")),
    *(f"rapport.{name}" for name in ("stage", "concerns", "empathy", "agreed")),
)


@dataclass(frozen=True, slots=True)
class Move:
    """What the buyer says and what it does. `hangs_up`: this is the buyer's last sentence."""

    text: str
    mood: Mood
    stage: str
    kind: MoveKind
    reveals: tuple[str, ...] = ()  # ids of facts told
    raises: tuple[str, ...] = ()  # ids of objections
    settles: tuple[str, ...] = ()
    agrees: bool = False
    hangs_up: bool = False


@dataclass(frozen=True, slots=True)
class _Lived:
    """One turn as one of the buyers of a call has lived it."""

    reading: Reading
    before: BuyerState  # with the turn counted
    parts: tuple[Part, ...]  # decided on, without words
    tone: Tone
    after: BuyerState


def read_ahead(persona: Persona) -> None:
    """Read what is asked of a persona at its first question. Blocks for half a second, once; safe in a thread."""
    nearness.read(persona)
    meaning.read(persona)


def begin(persona: Persona, *, seed: int, difficulty: Difficulty) -> tuple[BuyerState, Move | None]:
    """The state before anybody has spoken, and the first words of one who picks up; a caller waits to be greeted."""
    state: BuyerState | None = None
    for level in DIFFICULTIES[: DIFFICULTIES.index(difficulty) + 1]:
        start = at_start(persona.thresholds(level))
        state = BuyerState(persona.id, seed, level, start, easier=state)
    assert state is not None
    if not persona.rep_calls:
        return state, None
    return _opened(persona, state)


def hear(persona: Persona, state: BuyerState, utterance: RepUtterance) -> tuple[BuyerState, Move]:
    """The rep has spoken. Returns the state after the move, and the move."""
    if state.over:
        return state, Move("", "neutral", _stage_id(persona, state.rapport), MoveKind.PARTS, hangs_up=True)
    lived = _heard(persona, state, understood(persona, utterance))
    return lived.after, _move(persona, state, lived.after, lived.tone.mood)


def _heard(persona: Persona, state: BuyerState, said: Reading) -> _Lived:
    """The turn as this buyer lives it; what goes as it went for the next easier one is not worked out again."""
    twin = _heard(persona, state.easier, said) if state.easier and not state.easier.over else None
    easier = _picked_up(persona, twin.after) if twin else state.easier
    if twin is None or _CALL_SO_FAR(state) != _CALL_SO_FAR(state.easier):
        reading = read(persona, state, said)
        before = conversation.counted(state, reading, easier)
        decided = conversation.decide(persona, before, reading)
        tone = tone_of(state, reading, mood_of(persona, before, decided, reading))
        return _Lived(reading, before, decided.parts, tone, _said(persona, before, decided, tone))
    before = changed(twin.before, difficulty=state.difficulty, rapport=state.rapport, easier=easier)
    decided = conversation.decide(persona, before, twin.reading)
    mood = mood_of(persona, before, decided, twin.reading)
    tone = twin.tone if mood == twin.tone.mood else changed(twin.tone, mood=mood)
    if tone is twin.tone and decided.parts == twin.parts:
        after = changed(twin.after, difficulty=state.difficulty, rapport=decided.rapport, easier=easier)
    else:
        after = _said(persona, before, decided, tone)
    return _Lived(twin.reading, before, decided.parts, tone, after)


def _picked_up(persona: Persona, easier: BuyerState) -> BuyerState:
    """The easier call as the next words find it: whoever the rep was put through to has picked up by then."""
    return wait(persona, easier, silence_ms=PICK_UP_AFTER_MS)[0] if easier.pick_up_due else easier


def wait(persona: Persona, state: BuyerState, *, silence_ms: int) -> tuple[BuyerState, Move | None]:
    """Nobody speaks: `silence_ms` since the last sound of either side. May be called as often as one likes."""
    if state.over:
        return state, None
    easier = wait(persona, state.easier, silence_ms=silence_ms)[0] if state.easier else None
    state = changed(state, easier=easier)
    part = _silent_part(persona, state, silence_ms)
    if part is None:
        return state, None
    if part.kind is PartKind.OPEN:
        return _opened(persona, state)
    after = state.rapport
    if part.kind in (PartKind.CHECK_LINE, PartKind.LEAVE):
        after = changed(after, patience=after.patience - SILENCE_COST)
        state = changed(state, silences=state.silences + 1)
    if part.kind is PartKind.LEAVE:
        after = changed(after, left=part.ref)
    mood = resting_mood(persona, state, state.rapport)
    spoken = _said(persona, state, conversation.Decided(after, (part,)), Tone(mood))
    return spoken, _move(persona, state, spoken, mood)


def worded(state: BuyerState, text: str) -> BuyerState:
    """The last move was said in other words than the persona's own."""
    return changed(state, said=(*state.said[:-1], text))


def interrupted(
    persona: Persona, state: BuyerState, *, heard_text: str, planned_words: int | None = None
) -> BuyerState:
    """The rep cut the last move short after `heard_text`: what was not heard has not been said.

    `planned_words`: of the whole move, when it was said in other words than the persona's own.
    """
    unheard = still_unsaid(state.last, heard_text, planned_words=planned_words)
    weight = _MINDS[persona.interrupt_sensitivity]
    back = _unsaid(state.rapport, unheard)
    back = changed(back, patience=back.patience - TALKED_OVER_COST * weight)
    begun = (*state.said[:-1], heard_text) if heard_text.strip() else state.said[:-1]
    gone = {part.ref for part in unheard}
    return changed(
        state,
        rapport=back,
        said=begun,
        last=tuple(part for part in state.last if part not in unheard),
        used=with_used(state.used, unheard, by=-1),
        wondered=tuple(one for one in state.wondered if one not in gone),
        opened=state.opened and not any(part.kind is PartKind.OPEN for part in unheard),
        pick_up_due=state.pick_up_due or any(part.kind is PartKind.PICK_UP for part in unheard),
        over=state.over and not any(part.kind in _SPEAKS_OVER | {PartKind.AGREE} for part in unheard),
        talked_over=state.talked_over + weight,
    )


def context(persona: Persona, state: BuyerState) -> Context:
    """What the rep knows by now, for the recogniser of speech acts."""
    said = " ".join(state.said).lower()
    person = persona.stages[state.rapport.stage].name
    names = (person,) if person and person != persona.name else persona.names
    known = next((name for name in names if name.lower() in said), "")
    concerns = state.rapport.concerns
    kind = objection_of(persona, concerns[-1].id).kind if concerns else ""
    return Context(known, state.said, kind, persona.competitors)


def _opened(persona: Persona, state: BuyerState) -> tuple[BuyerState, Move]:
    decided = conversation.Decided(state.rapport, (Part(PartKind.OPEN),))
    easier = _opened(persona, state.easier)[0] if state.easier and not state.easier.opened else state.easier
    after = _said(persona, changed(state, easier=easier), decided, Tone(persona.mood_at_start))
    return after, _move(persona, state, after, persona.mood_at_start)


def _said(persona: Persona, state: BuyerState, decided: conversation.Decided, tone: Tone) -> BuyerState:
    """Put the decision into words and remember it."""
    # a worry that was answered just now is not spoken of as if it had not been
    concerns = decided.rapport.concerns
    same = concerns == state.rapport.concerns
    by_now = state if same else changed(state, rapport=changed(state.rapport, concerns=concerns))
    parts = wording.worded(persona, by_now, decided.parts, tone)
    return _remembering(persona, state, decided.rapport, parts)


def _remembering(persona: Persona, state: BuyerState, now: Rapport, parts: tuple[Part, ...]) -> BuyerState:
    refs: dict[PartKind, tuple[str, ...]] = {}
    for part in parts:
        refs[part.kind] = (*refs.get(part.kind, ()), part.ref)
    reacted = refs.get(PartKind.REACT, ())
    return changed(
        state,
        rapport=now,
        opened=state.opened or PartKind.OPEN in refs,
        pick_up_due=PartKind.TRANSFER in refs,
        over=not _SPEAKS_OVER.isdisjoint(refs) or (PartKind.AGREE in refs and persona.agrees_when.ends_call),
        said=(*state.said, wording.joined(parts)),
        last=parts,
        used=with_used(state.used, parts),
        dodged=state.dodged + tuple(one for one in refs.get(PartKind.GUARD, ()) if one not in state.dodged),
        wondered=state.wondered + refs.get(PartKind.WONDER, ()),
        reacted=state.reacted + tuple(int(ref) for ref in reacted if persona.reactions[int(ref)].once),
        talked_over=0 if "talked_over" in refs.get(PartKind.NOTICE, ()) else state.talked_over,
        warned=state.warned or PartKind.SHORT_OF_TIME in refs,
    )


def _move(persona: Persona, before: BuyerState, after: BuyerState, mood: Mood) -> Move:
    parts = after.last
    spoken_by = before.rapport if any(part.kind is PartKind.TRANSFER for part in parts) else after.rapport
    return Move(
        text=after.said[-1],
        mood=mood,
        stage=_stage_id(persona, spoken_by),
        kind=main_kind(parts),
        reveals=tuple(part.ref for part in parts if part.kind in TOLD),
        raises=tuple(part.ref for part in parts if part.kind is PartKind.OBJECT),
        settles=tuple(part.ref for part in parts if part.kind is PartKind.SETTLE),
        agrees=any(part.kind is PartKind.AGREE for part in parts),
        hangs_up=after.over,
    )


def _stage_id(persona: Persona, now: Rapport) -> str:
    return persona.stages[now.stage].id


def _silent_part(persona: Persona, state: BuyerState, silence_ms: int) -> Part | None:
    if not state.opened:
        return Part(PartKind.OPEN) if silence_ms >= OPENING_AFTER_MS else None
    if state.pick_up_due:
        here = Part(PartKind.PICK_UP, _stage_id(persona, state.rapport))
        return here if silence_ms >= PICK_UP_AFTER_MS else None
    if state.rapport.agreed:
        return Part(PartKind.FAREWELL) if silence_ms >= FAREWELL_AFTER_MS else None
    if silence_ms < CHECK_LINE_AFTER_MS:
        return None
    limit = limit_of(persona, state.difficulty, HangUpCause.SILENCE) or SILENCES
    if state.silences + 1 >= limit or state.rapport.patience <= SILENCE_COST:
        return Part(PartKind.LEAVE, HangUpCause.SILENCE.value)
    return Part(PartKind.CHECK_LINE, str(min(state.silences, 1)))


def still_unsaid(parts: tuple[Part, ...], heard_text: str, *, planned_words: int | None = None) -> tuple[Part, ...]:
    """Parts of which less than a good half was heard; an opening counts from its first word, nobody begins twice.

    Other words than the persona's own are taken to spend as much of their length on each part.
    """
    heard: float = len(normalised(heard_text).split())
    if planned_words:
        heard *= sum(len(normalised(part.text).split()) for part in parts) / planned_words
    unheard: list[Part] = []
    start = 0
    for part in parts:
        words = len(normalised(part.text).split())
        needed = 1 if part.kind is PartKind.OPEN else _HEARD_SHARE * words
        if heard < start + needed:
            unheard.append(part)
        start += words
    return tuple(unheard)


def _unsaid(now: Rapport, unheard: tuple[Part, ...]) -> Rapport:
    facts = {part.ref for part in unheard if part.kind in TOLD}
    raised = {part.ref for part in unheard if part.kind is PartKind.OBJECT}
    gone = {part.kind for part in unheard}
    return changed(
        now,
        told=tuple(one for one in now.told if one not in facts),
        concerns=tuple(one for one in now.concerns if one.id not in raised),
        agreed=now.agreed and PartKind.AGREE not in gone,
        left="" if PartKind.LEAVE in gone else now.left,
    )
