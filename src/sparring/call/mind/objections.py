"""What a turn does to the buyer's concerns: raised, softened, settled, or brushed aside and back again.

Flows in: a reading and rapport. Flows out: the rapport with its concerns, and what the buyer says about them. How
much a concern needs is the setting's: an answer, an acknowledged answer, or an explored and acknowledged one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import concerns_whoever_is_here
from sparring.call.mind.facts.nearness import named_in
from sparring.call.mind.facts.unasked import LISTENING
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import bare
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.heard.worries_asked import asks_for_worries
from sparring.call.mind.rapport import BRUSHED_COST, bounded
from sparring.call.mind.state import BuyerState, Concern, Rapport
from sparring.call.mind.worry_answers import (
    MORE_THAN_ONE_WORD,
    OFFERS,
    SURELY_AN_ANSWER,
    Likeness,
    answered_by,
    answered_plainly,
    in_its_words,
    like_an_answer,
    most_like,
    nearly_answered,
    refused,
    said_of_oneself,
    voiced,
)
from sparring.persona import DIFFICULTIES, Difficulty, Objection, Persona
from sparring.speech_acts import ActKind, Topic

_ON_THE_TABLE = frozenset(
    {PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.OBJECT_FIRST, PartKind.SOFTEN, PartKind.BEHIND}
)
_SETTINGS_KEPT, _OBJECTIONS_KEPT = 96, 256  # three settings of each persona; of all personas
# Turns in which the rep asks about other things, or only asks: one answers, and keeps a doubt for a pause
_COMES_BACK_AFTER, _LONGEST_WAIT = 4, 4
_SETTLED_TRUST = _BRUSHED_TRUST = 4
# "what is it you don't like about a visit", "why do you see us as competition"
_ASKS_BEHIND = re.compile(
    r"\b(?:why|how come|what(?:'s|s)?|which part)\b.*\b"
    r"(?:worr(?:y|ies)|bother\w*|bugs?|concern\w*|scares?|afraid|dislike\w*|careful|hesita\w+|against|wrong with"
    r"|(?:not|n't) (?:you )?(?:like|want|trust|care for)|hold\w* you back|stop\w* you|keep\w* you from"
    r"|(?:see|think of|call) (?:us|me|it|this|that)|(?:problem|issue|trouble) (?:is )?with"
    r"|(?:behind|reasons? (?:for|behind)|more to) (?:it|that|this))\b"
)
_AT_THAT = re.compile(
    r"\b(?:about|with|of|against|behind|to|from|for) (?:it|that|this)$|\bhold\w* you back$"
    r"|\b(?:it|that|this)(?: is it)?(?: that)? (?:stop|bug|bother|worr|concern|scare)\w* you$"
)
_WHAT_IS_MEANT = re.compile(r"what do(?:es)? (?:you|that|it) mean\b")
_INTRODUCES = frozenset({ActKind.CAPABILITY, ActKind.STATES_PURPOSE, ActKind.GIVES_AGENCY})
_AT_ONCE = frozenset({ActKind.PRICE, ActKind.PRESSURE, ActKind.DISPARAGES, ActKind.OFFERS_VALUE_FOR_REFERRALS})
_FAR_FROM_AN_ANSWER = -100  # thousandths of likeness to the answers of a worry, what it has of empty ones taken off
_GENERIC = frozenset(
    {
        ActKind.ANSWERS_OBJECTION,
        ActKind.ASKS_ABOUT_OBJECTION,
        ActKind.ACKNOWLEDGES,
        ActKind.EMPATHY,
        ActKind.CHECKS_SETTLED,
    }
)


@dataclass(frozen=True, slots=True)
class Airing:
    """What became of the concerns in one turn."""

    rapport: Rapport
    parts: tuple[Part, ...] = ()


def aired(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Airing:
    """Go through the open concerns, then raise at most one new one."""
    airing = _worked_on(persona, state, rapport, reading)
    new = None if rapport.agreed or _has_to_wait(reading) else _to_raise(persona, state, airing.rapport, reading)
    new = new or _asked_for(persona, state, airing.rapport, reading)
    relieved = any(part.kind is PartKind.SETTLE for part in airing.parts)  # nobody is met and doubts in one breath
    if new is None or relieved:
        return airing
    if _pre_empted(state, new, reading) or _takes_for_answered(persona, state, new, reading):
        owned = reading.states(new.cues) and ActKind.GIVES_AGENCY in reading.kinds & set(new.raised.acts)
        thanks = (Part(PartKind.SETTLE, new.id),) if owned else ()  # to who owns up before they are blamed
        return Airing(changed(airing.rapport, settled=(*airing.rapport.settled, new.id)), (*airing.parts, *thanks))
    voiced_now = Concern(new.id, answered=_is_spoken_to_by_now(persona, state, new, reading))
    raised = changed(airing.rapport, concerns=(*airing.rapport.concerns, voiced_now))
    return Airing(raised, (*airing.parts, Part(PartKind.OBJECT, new.id)))


def is_spoken_to(persona: Persona, objection_id: str, reading: Reading) -> bool:
    """Whether the rep speaks to a worry in the very breath that draws it out: then it is not "one thing first"."""
    claims = "|".join(one for one in reading.claims.split("|") if not OFFERS.match(one.strip()))
    return like_an_answer(objection_of(persona, objection_id), changed(reading, claims=claims)) is Likeness.ENOUGH


def _has_to_wait(reading: Reading) -> bool:
    """Whether two questions have to be answered first: a worry beside them would be a third thing in one breath."""
    return len(reading.asked) > 1 and not (reading.proposes or reading.kinds & _AT_ONCE)


def objection_of(persona: Persona, objection_id: str) -> Objection:
    """The objection of this id."""
    return persona.objections_by_id[objection_id]


def is_answered(rapport: Rapport, objection_id: str) -> bool:
    """Whether a worry that is still open has had an answer."""
    return any(one.id == objection_id and one.answered for one in rapport.concerns)


def _worked_on(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Airing:
    if not rapport.concerns:
        return Airing(rapport)
    still_open: list[Concern] = []
    settled: list[str] = []
    parts: list[Part] = []
    on_the_table = {part.ref for part in state.last if part.kind in _ON_THE_TABLE}
    elsewhere = answers_another(persona, rapport, reading) or any(reading.states(q.cues) for q in persona.questions)
    for before in rapport.concerns:
        objection = objection_of(persona, before.id)
        current = before.id in on_the_table or before is rapport.concerns[-1]
        outright = current and any(asks_behind(objection, one) or wants_worries(persona, one) for one in reading.asked)
        asks_why = outright or (current and not _about_a_fact(persona, objection, reading))
        heard = _asking(reading) if outright else reading if asks_why else _not_asking(reading)
        said = before.id in on_the_table
        near = like_an_answer(objection, heard) if said else _come_back_to(persona, objection, heard)
        after = _progress(objection, before, heard, current=current, near=near)
        only_asks = reading.is_question and after.answered is before.answered and not _answers(objection, reading)
        if _is_settled(persona, state, after) and not (only_asks or outright or ActKind.PRESSURE in reading.kinds):
            settled.append(before.id)
            parts.append(Part(PartKind.SETTLE, before.id))
            continue
        part, after = _said_about(before, after, heard, on_the_table=said or outright, elsewhere=elsewhere)
        still_open.append(after)
        parts.extend(_let_go_on(state, part) if near >= Likeness.NEARLY else part)
    brushed = sum(part.kind is PartKind.OBJECT_AGAIN and part.ref in on_the_table for part in parts)
    kept = changed(
        rapport,
        trust=bounded(rapport.trust + _SETTLED_TRUST * len(settled) - _BRUSHED_TRUST * brushed),
        patience=rapport.patience - BRUSHED_COST * brushed,
        brushed_aside=rapport.brushed_aside + brushed,
        concerns=tuple(still_open),
        settled=(*rapport.settled, *settled),
    )
    return Airing(kept, tuple(parts))


def _come_back_to(persona: Persona, objection: Objection, reading: Reading) -> Likeness:
    """Whether the rep answers, some turns later, a worry of which they have spoken about other things since."""
    return Likeness.ENOUGH if answered_by(persona, objection, said_of_oneself(reading)) else Likeness.NONE


def answers_another(persona: Persona, rapport: Rapport, reading: Reading) -> bool:
    """Whether the rep says something that answers a worry which has not been voiced yet."""
    voiced = {concern.id for concern in rapport.concerns} | set(rapport.settled)
    return any(reading.states(one.cues) for one in persona.objections if one.id not in voiced)


def _let_go_on(state: BuyerState, said: tuple[Part, ...]) -> tuple[Part, ...]:
    """Whoever speaks to a worry, if not so that it is answered, is told once to go on, and not that they did not."""
    return tuple(
        changed(one, kind=PartKind.SOFTEN)
        if one.kind is PartKind.OBJECT_AGAIN and f"soften:{one.ref}" not in state.used
        else one
        for one in said
    )


def _progress(objection: Objection, concern: Concern, reading: Reading, *, current: bool, near: Likeness) -> Concern:
    """An act meant for whatever is on the table counts for that alone; words that answer this point count always.

    `near`: how like an answer it is, where the worry has just been voiced.
    """
    to_the_point = reading.states(objection.cues) or (current and in_its_words(objection, reading))
    kinds = reading.kinds if current or to_the_point else reading.kinds - _GENERIC
    if (
        ActKind.ANSWERS_OBJECTION in kinds
        and objection.answered_as
        and most_like(objection, reading) < _FAR_FROM_AN_ANSWER
    ):
        kinds -= {ActKind.ANSWERS_OBJECTION}  # it sounds like an answer, to whatever: "our people are the sweetest"
    answered = to_the_point or near is Likeness.ENOUGH or not kinds.isdisjoint(objection.settled_by)
    plainly = to_the_point and (concern.answered or answered_plainly(objection, reading))
    explored = ActKind.ASKS_ABOUT_OBJECTION in kinds
    softened = explored or not kinds.isdisjoint(objection.softened_by)
    return changed(
        concern,
        acknowledged=concern.acknowledged or softened,
        explored=concern.explored or explored,
        answered=concern.answered or answered,
        plainly=concern.plainly or plainly,
    )


def _answers(objection: Objection, reading: Reading) -> bool:
    return not reading.kinds.isdisjoint(objection.settled_by) or reading.states(objection.cues)


def _about_a_fact(persona: Persona, objection: Objection, reading: Reading) -> bool:
    """Whether a question is about the case: "what worries you at night" does not ask about a price."""
    vague = (None, Topic.OTHER, Topic.CONCERN)
    for asked in reading.asked:
        named = named_in(persona, asked)
        if objection.opens in named:
            return False
        if named or asked.topic not in vague:
            return True
    return False


def asks_behind(objection: Objection, asked: Question) -> bool:
    """Whether it is asked what is behind this very objection: "what is it about a visit that bugs you"."""
    if _WHAT_IS_MEANT.match(bare(asked.text)) and asked.words and asked.words <= voiced(objection):
        return True  # "what do you mean, the other fellow?"
    if not _ASKS_BEHIND.search(asked.text):
        return False
    return _AT_THAT.search(asked.text) is not None or not asked.words.isdisjoint(voiced(objection))


def _asking(reading: Reading) -> Reading:
    return changed(reading, kinds=reading.kinds | {ActKind.ASKS_ABOUT_OBJECTION})


def _not_asking(reading: Reading) -> Reading:
    if ActKind.ASKS_ABOUT_OBJECTION not in reading.kinds:
        return reading
    return changed(reading, kinds=reading.kinds - {ActKind.ASKS_ABOUT_OBJECTION})


def _is_settled(persona: Persona, state: BuyerState, concern: Concern) -> bool:
    needed = persona.thresholds(state.difficulty).settles_when
    if needed == "answered":
        return concern.answered
    # who is told exactly what they doubted needs no kind word first, but for a hard buyer
    taken_in = concern.acknowledged or (concern.plainly and state.difficulty != "hard")
    if needed == "acknowledged":
        return concern.answered and taken_in
    return concern.answered and concern.explored and taken_in


def _said_about(
    before: Concern, after: Concern, reading: Reading, *, on_the_table: bool, elsewhere: bool
) -> tuple[tuple[Part, ...], Concern]:
    asked_why = ActKind.ASKS_ABOUT_OBJECTION in reading.kinds and on_the_table
    if after.explored and (not before.explored or asked_why):
        return (Part(PartKind.BEHIND, after.id),), changed(after, quiet=0)
    if after != before:
        spoken = (Part(PartKind.SOFTEN, after.id),) if on_the_table else ()
        return spoken, changed(after, quiet=0 if on_the_table else before.quiet)
    if elsewhere or (after.acknowledged and reading.kinds & LISTENING):
        return (), changed(after, quiet=before.quiet)  # who listens, or meets another worry, does not go past this one
    asks = reading.is_question or reading.wants_verdict
    comes_back = before.quiet + 1 >= _COMES_BACK_AFTER and not asks
    if (on_the_table and not asks) or comes_back:
        # who has had an answer, if not yet one that settles it, cannot say that there was none
        return (Part(PartKind.SOFTEN if after.answered else PartKind.OBJECT_AGAIN, after.id),), changed(after, quiet=0)
    return (), changed(after, quiet=before.quiet + 1)


def _to_raise(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Objection | None:
    """The first objection whose time has come, those of easier settings first."""
    taken = {concern.id for concern in rapport.concerns}.union(rapport.settled)
    for objection in _objections_at(persona, state.difficulty):
        fresh = objection.id not in taken and concerns_whoever_is_here(persona, rapport, objection.stage)
        if fresh and _is_due(objection, state, rapport, reading):
            return objection
    return None


def _asked_for(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Objection | None:
    """Asked what would worry them about it, a buyer comes out with the next worry that stands before an agreement."""
    if rapport.agreed or not any(wants_worries(persona, one) for one in reading.asked):
        return None
    taken = {concern.id for concern in rapport.concerns}.union(rapport.settled)
    left = [one for one in _objections_at(persona, state.difficulty) if one.id not in taken]
    here = [one for one in left if concerns_whoever_is_here(persona, rapport, one.stage)]
    wanted = persona.agrees_when.objections
    return next((one for one in here if one.id in wanted or one.raised.before_agreeing), None)


def wants_worries(persona: Persona, asked: Question) -> bool:
    """Whether it is asked what may stand in the way, and no fact of the case is asked for in such words."""
    return asks_for_worries(bare(asked.own or asked.text)) and not (asked.written or named_in(persona, asked))


@lru_cache(_SETTINGS_KEPT)
def _objections_at(persona: Persona, level: Difficulty) -> tuple[Objection, ...]:
    """What a buyer of this setting may object, what comes on easier settings first."""
    levels = DIFFICULTIES[: DIFFICULTIES.index(level) + 1]
    return tuple(one for each in levels for one in persona.objections if one.from_level == each)


def _is_due(objection: Objection, state: BuyerState, rapport: Rapport, reading: Reading) -> bool:
    raised = objection.raised
    return (
        not reading.kinds.isdisjoint(raised.acts)
        or any(asked.topic in raised.topics for asked in reading.asked)
        or reading.says(raised.cues)
        or _its_turn(raised.at_turn, state, reading)
        or (raised.before_agreeing and rapport.proposed)
    )


def _its_turn(at_turn: int | None, state: BuyerState, reading: Reading) -> bool:
    """A concern that is only waiting for its moment does not cut off an answer, but it does not wait for ever."""
    if at_turn is None:
        return False
    if ActKind.EMPATHY in reading.kinds or Aside.ASKS_LEAVE in reading.asides:
        return False  # a kind word is not answered with a doubt, nor who asks leave to ask
    return state.turn >= at_turn + _LONGEST_WAIT or (
        state.turn >= at_turn and not (reading.asked or reading.is_said_back or reading.wants_verdict)
    )


def _has_answered(objection: Objection, reading: Reading) -> bool:
    """Whether the rep says in the same breath what its author gives as an answer; a price or a promise draws it out."""
    if not objection.answered_as or reading.kinds & set(objection.raised.acts) - _INTRODUCES:
        return False
    return most_like(objection, reading) >= SURELY_AN_ANSWER


def _is_spoken_to_by_now(persona: Persona, state: BuyerState, objection: Objection, reading: Reading) -> bool:
    """Whether the rep has answered the very point in this call, in whatever words."""
    said_so = not frozenset(objection.cues).isdisjoint(state.rep_cues) and nearly_answered(objection, state.rep_claims)
    # in one breath with what draws the worry out
    now = answered_by(persona, objection, said_of_oneself(reading), at_least=SURELY_AN_ANSWER)
    return said_so or now or _was_answered_before(persona, state, objection, reading)


def _takes_for_answered(persona: Persona, state: BuyerState, objection: Objection, reading: Reading) -> bool:
    """Whether an answer from before is enough not to voice the worry: a hard buyer voices it, and says so."""
    return state.difficulty != "hard" and _was_answered_before(persona, state, objection, reading)


def _was_answered_before(persona: Persona, state: BuyerState, objection: Objection, reading: Reading) -> bool:
    """Whether the rep answered it in an earlier turn; the state has counted this one already."""
    earlier = len(state.rep_claims) - len(said_of_oneself(reading))
    return answered_by(persona, objection, state.rep_claims[:earlier])


def _pre_empted(state: BuyerState, objection: Objection, reading: Reading) -> bool:
    """A rep who has already answered the very point does not hear it as an objection."""
    provoked = not reading.kinds.isdisjoint(objection.raised.acts)
    said_so = len(set(state.rep_cues).intersection(objection.cues))
    plainly = answered_plainly(objection, reading) or refused(objection, state.rep_said)
    if state.difficulty == "hard" and (provoked or objection.raised.before_agreeing):
        return said_so >= MORE_THAN_ONE_WORD or (plainly and not provoked)  # doubts the very words that provoke them
    if said_so or (state.difficulty != "hard" and (plainly or _has_answered(objection, reading))):
        return True
    specific = set(objection.settled_by) - _GENERIC
    return not provoked and any(state.heard.get(kind, 0) for kind in specific)
