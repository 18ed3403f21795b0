"""The buyer at the moment of being asked: what a question reaches, and what of it the rep has earned.

Flows in: a question and the buyer's standing. Flows out: facts, the one that is asked for first. A hidden fact is only
ever reached by a question; trust alone opens nothing.
"""

from dataclasses import dataclass

from sparring.call.mind.heard.asked import Asked
from sparring.call.mind.heard.suiting import PARTICULARS, answers_form
from sparring.call.mind.nearness import Near, facts_near
from sparring.call.mind.state import BuyerState, Standing
from sparring.persona import Fact, Persona


@dataclass(frozen=True, slots=True)
class Listener:
    """The buyer at the moment of being asked."""

    persona: Persona
    state: BuyerState
    standing: Standing  # as it is by now in this turn

    def earned(self, fact: Fact, *, is_open: bool) -> bool:
        """Whether a question gets this fact now."""
        needs, standing = fact.needs, self.standing
        if not set(needs.after) <= set(standing.told):
            return False
        if fact.visible == "open":
            return True
        shift = self.persona.thresholds(self.state.difficulty).trust_shift
        trusted = standing.trust >= min(100, needs.trust + shift)
        return trusted and (standing.empathy > 0 or not needs.empathy) and (is_open or not needs.open_question)


def fact_of(persona: Persona, fact_id: str) -> Fact:
    """The fact of this id."""
    return persona.facts_by_id[fact_id]


def concerns_whoever_is_here(persona: Persona, standing: Standing, stage: str | None) -> bool:
    """Whether something of `stage` belongs to the person on the line; None belongs to the last one."""
    return persona.stages[standing.stage].id == (stage or persona.stages[-1].id)


def reached(listener: Listener, asked: Asked) -> list[Near]:
    """Facts the question reaches: those it names first, then what is still untold, then what is not earned."""
    persona, standing = listener.persona, listener.standing
    near = [
        (-one.points, _rank(listener, asked, one.fact), one.place, one)
        for one in facts_near(persona, asked)
        if concerns_whoever_is_here(persona, standing, one.fact.stage)
        and (one.fact.visible == "hidden" or listener.earned(one.fact, is_open=True))
    ]
    return _new_before_old(listener, asked, [one for *_, one in sorted(near, key=lambda one: one[:3])])


def _rank(listener: Listener, asked: Asked, fact: Fact) -> int:
    if fact.id in listener.standing.told:
        return 3
    if fact.visible == "open":
        return 0
    return 1 if listener.earned(fact, is_open=asked.invites) else 2


def _new_before_old(listener: Listener, asked: Asked, ranked: list[Near]) -> list[Near]:
    """What has been told is not asked for again while something near that it led to has not."""
    if not ranked or ranked[0].fact.id not in listener.standing.told:
        return ranked
    for one in ranked[1:]:
        if _is_next(listener, asked, one, ranked[0]):
            return [one, *(other for other in ranked if other is not one)]
    return ranked


def _is_next(listener: Listener, asked: Asked, one: Near, told: Near) -> bool:
    """Whether a fact that is not told yet answers a question as well as the nearest one, which is."""
    fact = one.fact
    fresh = fact.id not in listener.standing.told and listener.earned(fact, is_open=asked.invites)
    follows = told.fact.id in fact.needs.after or (asked.form in PARTICULARS and answers_form(fact, asked.form))
    return fresh and one.meant and follows and 2 * one.points >= told.points
