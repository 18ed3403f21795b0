"""What the buyer decides to do about one utterance: the order of business.

Flows in: the persona, the state with this turn already counted, the reading, and the easier buyer after the same turn.
Flows out: the new rapport and the parts of the move, still without words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sparring.call.mind import agreement, objections
from sparring.call.mind.composition import composed
from sparring.call.mind.decision import TOLD, Part, PartKind
from sparring.call.mind.facts import discovery
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.sentences import mentions
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.rapport import TOLD_AGAIN_COST, felt, no_kinder
from sparring.call.mind.state import BuyerState, Rapport
from sparring.call.mind.turn_context import TurnContext
from sparring.call.mind.worry_answers import said_of_oneself
from sparring.persona import Persona
from sparring.speech_acts import ActKind, Topic

_REPEAT_CUES = ("say that again", "repeat that", "say it again", "pardon me", "didn't catch", "come again", "say again")
_LONGEST_REQUEST = 12  # words
_NO_REPEAT_AFTER = frozenset({PartKind.SAY_AGAIN, PartKind.CHECK_LINE})
_CONCERN_ORDER = (PartKind.SETTLE, PartKind.BEHIND, PartKind.OBJECT_AGAIN, PartKind.SOFTEN, PartKind.OBJECT)


@dataclass(frozen=True, slots=True)
class Decided:
    """The outcome of one turn."""

    rapport: Rapport
    parts: tuple[Part, ...]


def decide(persona: Persona, state: BuyerState, reading: Reading) -> Decided:
    """What the buyer does now. `state.easier` has already lived through this turn."""
    turn = TurnContext(persona, state, reading)
    if not state.opened:
        return _opening(turn)
    if reading.unsure:
        return Decided(state.rapport, (Part(PartKind.SAY_AGAIN),))
    if state.pick_up_due:
        return Decided(state.rapport, (Part(PartKind.PICK_UP, persona.stages[state.rapport.stage].id),))
    manners = _on_the_line(state, reading)
    if manners is not None:
        return Decided(state.rapport, (manners,))
    return _in_conversation(turn)


def _opening(turn: TurnContext) -> Decided:
    rapport = held_back(turn, felt(turn.persona, turn.state, turn.state.rapport, turn.reading))
    asks_name = (Part(PartKind.NAME),) if ActKind.ASKS_NAME in turn.reading.kinds else ()
    return Decided(rapport, (Part(PartKind.OPEN), *asks_name))


def held_back(turn: TurnContext, rapport: Rapport) -> Rapport:
    """`rapport`, no kinder than the easier buyer's."""
    if turn.state.easier is None:
        return rapport
    return no_kinder(rapport, turn.state.easier.rapport, turn.persona.hidden_facts)


def _in_conversation(turn: TurnContext) -> Decided:
    persona, state, reading = turn.persona, turn.state, turn.reading
    before = felt(persona, state, state.rapport, reading)
    before = agreement.put_through(persona, state, before, reading)
    if before.stage > state.rapport.stage:
        return _passed_on(turn, before)
    before = agreement.on_the_table(persona, state, before, reading)
    airing = objections.aired(persona, state, before, reading)
    replies = discovery.answers(persona, state, airing.rapport, _of_facts(turn, airing))
    if any(part.kind is PartKind.OBJECT for part in airing.parts) and len(reading.asked) == 1:
        replies = replies[:1]  # an answer and a doubt are as much as anybody says in one breath
    aired = _reasons_told(turn, airing)
    after = discovery.with_told(airing.rapport, (*replies, *aired))
    told_again = sum(part.kind is PartKind.RECALL for part in replies)
    after = changed(after, patience=after.patience - TOLD_AGAIN_COST * told_again) if told_again else after
    after, verdict = agreement.decided(persona, state, after, reading)
    after = held_back(turn, agreement.leaves(persona, state, after, reading))
    concerns = _concern_parts(turn, after, aired)
    replies = _without_evasions(persona, discovery.only_granted(replies, after), concerns)
    return Decided(after, composed(turn, after, replies, concerns, _verdict(after, verdict)))


def _of_facts(turn: TurnContext, airing: objections.Airing) -> Reading:
    """The reading without what was asked about a concern, which gets its reason for an answer."""
    behind = [objections.objection_of(turn.persona, p.ref) for p in airing.parts if p.kind is PartKind.BEHIND]
    voiced = behind or any(part.kind is PartKind.OBJECT for part in airing.parts)
    asked = turn.reading.asked
    rest = tuple(one for one in asked if not any(objections.asks_behind(each, one) for each in behind))
    rest = tuple(one for one in rest if not (voiced and objections.wants_worries(turn.persona, one)))
    return changed(turn.reading, asked=rest) if len(rest) < len(asked) else turn.reading


def _passed_on(turn: TurnContext, rapport: Rapport) -> Decided:
    rapport = held_back(turn, rapport)
    here = turn.persona.stages[turn.state.rapport.stage].id
    passes = rapport.stage > turn.state.rapport.stage
    asked_name = ActKind.ASKS_NAME in turn.reading.kinds and "name.stage" not in turn.state.used
    name = (Part(PartKind.NAME),) if asked_name else ()
    return Decided(rapport, (*name, Part(PartKind.TRANSFER if passes else PartKind.BLOCK, here)))


def _reasons_told(turn: TurnContext, airing: objections.Airing) -> tuple[Part, ...]:
    """Asked why, a buyer who trusts tells the fact behind the objection instead of going round it."""
    if not any(part.kind is PartKind.BEHIND for part in airing.parts):
        return airing.parts
    listener = AskedBuyer(turn.persona, turn.state, airing.rapport)

    def told(part: Part) -> Part:
        if part.kind is not PartKind.BEHIND:
            return part
        opens = objections.objection_of(turn.persona, part.ref).opens
        if opens is None or opens in airing.rapport.told:
            return part
        earned = listener.earned(fact_of(turn.persona, opens), is_open=True)
        return Part(PartKind.TELL, opens) if earned else part

    return tuple(told(part) for part in airing.parts)


def _concern_parts(turn: TurnContext, after: Rapport, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """What is said about concerns once the easier buyer has had its say: at most a settled one and one that is open."""
    if not parts and not after.concerns:
        return ()
    open_now = {concern.id for concern in after.concerns}
    reasons = {one.opens: one.id for one in turn.persona.objections if one.opens and one.id in open_now}
    kept = [_as_granted(part, open_now, reasons) for part in discovery.only_granted(parts, after)]
    voiced = {part.ref for part in kept}
    earlier = {concern.id for concern in turn.state.rapport.concerns}
    kept += [Part(PartKind.OBJECT, one) for one in sorted(open_now - earlier - voiced)]
    told = [part for part in kept if part.kind not in _CONCERN_ORDER]
    settled = [part for part in kept if part.kind is PartKind.SETTLE][:1]
    rest = sorted((p for p in kept if p.kind in _CONCERN_ORDER[1:]), key=lambda p: -_CONCERN_ORDER.index(p.kind))
    if settled:
        rest = [part for part in rest if part.kind is not PartKind.SOFTEN]
    return (*settled, *told, *rest[:1])


def _as_granted(part: Part, open_now: set[str], reasons: dict[str, str]) -> Part:
    """What is left of a part where the easier buyer has granted less: of the fact behind a concern only the concern."""
    if part.kind is PartKind.SETTLE and part.ref in open_now:
        return Part(PartKind.SOFTEN, part.ref)
    if part.kind is PartKind.GUARD and part.ref in reasons:
        return Part(PartKind.BEHIND, reasons[part.ref])
    return part


def _without_evasions(persona: Persona, replies: tuple[Part, ...], concerns: tuple[Part, ...]) -> tuple[Part, ...]:
    """Saying what is behind a concern, the buyer does not dodge the same question as well."""
    if not concerns or not replies:
        return replies
    behind = {objections.objection_of(persona, p.ref).opens for p in concerns if p.kind is PartKind.BEHIND}
    told = {part.ref for part in concerns if part.kind in TOLD}
    return tuple(p for p in replies if not (p.kind is PartKind.GUARD and p.ref in behind) and p.ref not in told)


def _verdict(after: Rapport, verdict: Part | None) -> Part | None:
    if verdict is not None and verdict.kind is PartKind.AGREE and not after.agreed:
        return Part(PartKind.NOT_YET)
    return verdict


def _on_the_line(state: BuyerState, reading: Reading) -> Part | None:
    """What concerns the telephone rather than the conversation."""
    if _asks_to_repeat(reading) and state.said and not any(part.kind in _NO_REPEAT_AFTER for part in state.last):
        return Part(PartKind.REPEAT)
    if Aside.HOLD in reading.asides and not reading.asked:
        return Part(PartKind.HOLD)
    if Aside.STILL_THERE in reading.asides and not reading.asked and state.turn > 2:
        return Part(PartKind.STILL_HERE)
    return None


def _asks_to_repeat(reading: Reading) -> bool:
    asks_else = ActKind.ASKS_NAME in reading.kinds or any(asked.found or asked.written for asked in reading.asked)
    if reading.words > _LONGEST_REQUEST or asks_else:
        return False
    return Aside.REPEAT in reading.asides or mentions(reading.text, _REPEAT_CUES)


def counted(state: BuyerState, reading: Reading, easier: BuyerState | None) -> BuyerState:
    """The state with this turn's acts, topics and words counted; the decision is made on it."""
    if reading.unsure:
        return changed(state, easier=easier, unsure_run=state.unsure_run + 1)
    topics = {asked.topic or Topic.OTHER for asked in reading.asked}
    return changed(
        state,
        easier=easier,
        turn=state.turn + 1,
        heard=_plus_one(state.heard, reading.kinds),
        asked=_plus_one(state.asked, topics),
        rep_said=(*state.rep_said, reading.text),
        rep_claims=(*state.rep_claims, *said_of_oneself(reading)),
        rep_cues=state.rep_cues + tuple(sorted(reading.stated.difference(state.rep_cues))),
        rep_name=state.rep_name or reading.rep_name,
        amounts=(*state.amounts, *reading.amounts),
        unsure_run=0,
        silences=0,
        closing_turns=state.closing_turns + state.rapport.agreed,
    )


def _plus_one(counts: dict[str, int], keys: Iterable[str]) -> dict[str, int]:
    return counts | {key: counts.get(key, 0) + 1 for key in keys}
