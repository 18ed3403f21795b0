"""Proof that a persona can be won: a search over the mind with an ideal rep, who knows the file and talks by the book.

Flows in: a persona. Flows out: the shortest way to success that was found, what was earned and settled on the way, and
every mistake as a sentence. The search is a beam: not every path is tried, so "not found" is a finding, not a theorem.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sparring import persona as personas
from sparring.call.buyer import BuyerState, Move, RepUtterance, begin, hear, wait
from sparring.call.mind.objections import objection_of
from sparring.persona import DIFFICULTIES, Difficulty, Fact, Objection, Persona
from sparring.speech_acts import Act, ActKind, Topic

BEAM = 6  # states kept at each step
MAX_TURNS = 26
TURN_MS = 11_000  # an ideal rep is brief: a time limit must leave room for this many turns
PUT_THROUGH_MS = 2_000
_SORRY = "I'm sorry, that must be hard."
_ISSUE = "I understand, and that makes sense. What makes you say that?"


_Acts = tuple[tuple[ActKind, Topic | None], ...]
_Saying = tuple[str, _Acts]


@dataclass(frozen=True, slots=True)
class Way:
    """How a call can go: the rep's sentences with the buyer's answers, and what all paths tried came upon."""

    level: Difficulty
    moves: tuple[tuple[str, str], ...]
    agreed: bool
    told: frozenset[str]  # facts that some path earned
    settled: frozenset[str]  # objections that some path settled
    raised: frozenset[str]


@dataclass(slots=True)
class _Seen:
    told: set[str] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    early: dict[int, BuyerState] = field(default_factory=dict)  # stage -> the first state reached in it

    def note(self, state: BuyerState) -> None:
        if not state.over:
            self.early.setdefault(state.rapport.stage, state)
        self.told.update(state.rapport.told)
        self.settled.update(state.rapport.settled)
        self.raised.update(state.rapport.settled, (concern.id for concern in state.rapport.concerns))


@dataclass(frozen=True, slots=True)
class _Path:
    state: BuyerState
    moves: tuple[tuple[str, str], ...] = ()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found about a persona: mistakes, each a sentence, and the hardest way through that is known."""

    problems: tuple[str, ...]
    way: Way | None = None  # None: wrong on paper, hence not searched


def proven(persona: Persona) -> Proof:
    """All that `sparring.persona.check_persona` finds, and whether the goal, facts and objections are within reach."""
    problems = list(personas.check_persona(persona))
    way: Way | None = None
    for level in () if problems else reversed(DIFFICULTIES):
        way = shortest_way(persona, level)
        found = list(_out_of_reach(persona, way))
        problems += found
        if not found:  # the same sentences get at least as far on an easier setting
            break
    return Proof(tuple(problems), way)


def shortest_way(persona: Persona, level: Difficulty, *, seed: int = 1) -> Way:
    """Search for agreement in as few turns as possible, and on for everything else there is to earn."""
    seen = _Seen()
    state, opening = begin(persona, seed=seed, difficulty=level)
    paths = [_Path(state, (("", opening.text),) if opening else ())]
    best: _Path | None = None
    for turn in range(MAX_TURNS):
        tried = [path for before in paths for path in _next(persona, before, turn)]
        for path in tried:
            seen.note(path.state)
        best = best or next((path for path in tried if path.agreed), None)
        if best and _all_told(persona, seen):
            break
        paths = _kept(persona, tried)
    for objection in persona.objections:
        _settle_one(persona, objection, seen)
    found = best or _Path(state)
    return Way(
        level, found.moves, best is not None, frozenset(seen.told), frozenset(seen.settled), frozenset(seen.raised)
    )


def _out_of_reach(persona: Persona, way: Way) -> Iterator[str]:
    level = way.level
    if not way.agreed:
        yield f"On {level} no way was found to the next step: lower a threshold or loosen agrees_when."
    for fact in persona.facts:
        if fact.visible == "hidden" and fact.id not in way.told:
            yield f"On {level} no way was found to fact {fact.id}: does its own question reach it?"
    for objection in sorted(way.raised - way.settled):
        yield f"On {level} no way was found to settle objection {objection}."


def _all_told(persona: Persona, seen: _Seen) -> bool:
    return {fact.id for fact in persona.facts if fact.visible == "hidden"} <= seen.told


def _settle_one(persona: Persona, objection: Objection, seen: _Seen) -> None:
    """Provoke one objection early in the call and take it up as one should."""
    stage = objection.stage or persona.stages[-1].id
    index = [one.id for one in persona.stages].index(stage)
    state = seen.early.get(index)
    provocations = _provocations(persona, objection)
    for step in range(MAX_TURNS):
        if state is None or state.over or objection.id in seen.settled:
            return
        concerns = [objection_of(persona, concern.id) for concern in state.rapport.concerns]
        saying = tuple(_remedies(concerns[-1]))[step % 2] if concerns else next(provocations, None)
        if saying is None:
            return
        state = _answered(persona, state, _said(saying, state.turn))[0]
        seen.note(state)


def _provocations(persona: Persona, objection: Objection) -> Iterator[_Saying]:
    raised = objection.raised
    yield from (("Let me tell you how we go about that.", _acts(act)) for act in raised.acts[:1])
    yield from (("And how is that?", ((ActKind.OPEN_QUESTION, topic),)) for topic in raised.topics[:1])
    yield from ((f"There is the {cue}.", ()) for cue in raised.cues[:1])
    yield from (("I see.", _acts(ActKind.REFLECTION)) for _ in range(raised.at_turn or 0))
    yield from _proposals(persona)


def _remedies(objection: Objection) -> Iterator[_Saying]:
    yield _ISSUE, _acts(ActKind.ACKNOWLEDGES, ActKind.ASKS_ABOUT_OBJECTION)
    words = f"I understand. Here is how: {', '.join(objection.cues[:3])}."
    yield words, _acts(ActKind.ACKNOWLEDGES, *objection.settled_by[:1])


def _next(persona: Persona, path: _Path, turn: int) -> Iterator[_Path]:
    if path.state.over:
        return
    for saying in _sayings(persona, path.state):
        state, move = _answered(persona, path.state, _said(saying, turn))
        yield _Path(state, (*path.moves, (saying[0], move.text)), path.agreed or move.agrees)


def _said(saying: _Saying, turn: int) -> RepUtterance:
    text, acts = saying
    spans = tuple(Act(kind, 0, len(text), topic) for kind, topic in acts)
    return RepUtterance(text, spans, turn * TURN_MS, turn * TURN_MS + TURN_MS // 2)


def _answered(persona: Persona, state: BuyerState, said: RepUtterance) -> tuple[BuyerState, Move]:
    after, move = hear(persona, state, said)
    if after.pick_up_due:
        after = wait(persona, after, silence_ms=PUT_THROUGH_MS)[0]
    return after, move


def _kept(persona: Persona, paths: Iterable[_Path]) -> list[_Path]:
    def worth(path: _Path) -> tuple[int, int]:
        now = path.state.rapport
        hidden = {fact.id for fact in persona.facts if fact.visible == "hidden"}
        of_the_case = set(now.told) - persona.small_matters
        points = now.trust + 12 * len(hidden & of_the_case) + 4 * len(of_the_case) + 10 * len(now.settled)
        points += (
            60 * now.stage + 30 * path.agreed - 3 * len(now.concerns) + 10 * now.proposed + 8 * len(now.wishes_met)
        )
        return (points, now.patience)

    alive = [path for path in paths if not path.state.over]
    return sorted(alive, key=worth, reverse=True)[:BEAM]


def _sayings(persona: Persona, state: BuyerState) -> Iterator[_Saying]:
    """What an ideal rep might say next: greet, ask for what is not told, take up what is open, propose."""
    if state.turn == 0:
        yield _greeting(persona)
        return
    yield from _wishes(persona, state)
    for fact in _worth_asking(persona):
        if fact.id not in state.rapport.told:
            yield from _questions(fact)
    for concern in state.rapport.concerns:
        yield from _remedies(objection_of(persona, concern.id))
    for act in {act for objection in persona.objections for act in objection.raised.acts}:
        if not state.heard.get(act):
            yield "Let me tell you how we go about that.", _acts(act)
    yield from _proposals(persona)


def _worth_asking(persona: Persona) -> Iterator[Fact]:
    """The facts that bring the goal nearer: small matters do not, unless another fact comes after one."""
    awaited = {fact_id for fact in persona.facts for fact_id in fact.needs.after}
    return (fact for fact in persona.facts if fact.id in awaited or fact.id not in persona.small_matters)


def _greeting(persona: Persona) -> _Saying:
    kinds = [ActKind.GREETING, ActKind.GIVES_NAME, ActKind.GIVES_AGENCY]
    kinds += [ActKind.STATES_PURPOSE] if persona.rep_calls else [ActKind.OFFERS_HELP]
    return f"Hello, this is Dana from {persona.agency}.", _acts(*kinds)


def _questions(fact: Fact) -> Iterator[_Saying]:
    topic = fact.topics[0]
    yield fact.question, ((ActKind.OPEN_QUESTION, topic),)
    if fact.visible == "hidden":
        yield f"{_SORRY} {fact.question}", ((ActKind.EMPATHY, None), (ActKind.OPEN_QUESTION, topic))
        yield f"So that is how it is. {fact.question}", ((ActKind.REFLECTION, None), (ActKind.OPEN_QUESTION, topic))


def _wishes(persona: Persona, state: BuyerState) -> Iterator[_Saying]:
    for wish in persona.stages[state.rapport.stage].wishes:
        yield "I would like to tell you why I am calling.", _acts(wish[0])


def _proposals(persona: Persona) -> Iterator[_Saying]:
    wanted = persona.agrees_when
    words = f"{wanted.cues[0]}, " if wanted.cues else ""
    yield f"Could we do that, {words}on Thursday at two?", _acts(*wanted.acts[:1], ActKind.NAMES_TIME)


def _acts(*kinds: ActKind) -> _Acts:
    return tuple((kind, None) for kind in kinds)
