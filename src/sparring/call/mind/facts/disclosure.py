"""The buyer at the moment of being asked: what a question reaches, and what of it the rep has earned.

Flows in: a question and the buyer's rapport. Flows out: facts, the one that is asked for first. A hidden fact is only
ever reached by a question; trust alone opens nothing.
"""

from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind.decision import SPOKEN_OF
from sparring.call.mind.facts.nearness import Near, asked_nearly_as, facts_near, most_alike
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_fit import PARTICULARS, answers_form
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import hits
from sparring.call.mind.lead_ins import spoken_part
from sparring.call.mind.state import BuyerState, Rapport
from sparring.persona import Fact, Persona, stems

_FACTS_KEPT = 2_048  # of all personas
_AS_NEAR = 9  # tenths of the points of what was told that another fact has when it was meant instead
_NEARLY, _HALF, _MOST_BEHIND = 14, 20, 30  # tenths: how many times as many points what was told may have


@dataclass(frozen=True, slots=True)
class AskedBuyer:
    """The buyer at the moment of being asked."""

    persona: Persona
    state: BuyerState
    rapport: Rapport  # as it is by now in this turn

    def cues_in(self, words: str) -> frozenset[str]:
        """The persona's cues that occur in normalised words."""
        return hits(words, self.persona.cue_index.near(words))

    def nearest(self, asked: Question) -> Near | None:
        """What a question points at most clearly, whether or not it may be told."""
        return max(facts_near(self.persona, asked), key=lambda one: one.points, default=None)

    def unsaid(self, fact: Fact) -> list[str]:
        """The ways of telling a fact that have not been said yet; its first letter depends on what it followed."""
        said = "\n".join(self.state.said)
        return [line for line in fact.lines if spoken_part(line) not in said]

    def earned(self, fact: Fact, *, is_open: bool) -> bool:
        """Whether a question gets this fact now."""
        needs, rapport = fact.needs, self.rapport
        if not set(needs.after) <= set(rapport.told):
            return False
        if fact.visible == "open":
            return True
        shift = self.persona.thresholds(self.state.difficulty).trust_shift
        trusted = rapport.trust >= min(100, needs.trust + shift)
        return trusted and (rapport.empathy > 0 or not needs.empathy) and (is_open or not needs.open_question)


def fact_of(persona: Persona, fact_id: str) -> Fact:
    """The fact of this id."""
    return persona.facts_by_id[fact_id]


@lru_cache(_FACTS_KEPT)
def told_words(fact: Fact) -> frozenset[str]:
    """Stems of the words in which a fact is told and pointed at."""
    return stems(" ".join((fact.text, *fact.cues, *fact.lines)))


def concerns_whoever_is_here(persona: Persona, rapport: Rapport, stage: str | None) -> bool:
    """Whether something of `stage` belongs to the person on the line; None belongs to the last one."""
    return persona.stages[rapport.stage].id == (stage or persona.stages[-1].id)


def reached(listener: AskedBuyer, asked: Question) -> list[Near]:
    """Facts the question reaches: those it names first, then what is still untold, then what is not earned."""
    ranked = _put_right(listener, asked, _ranked(listener, asked))
    return _new_before_old(listener, asked, ranked) if ranked else _carried_on(listener, asked)


def _put_right(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> list[Near]:
    """What was told last after all, when "I mean, what did the doctor call it" is surely for nothing else."""
    if asked.pressed or not asked.not_these:
        return ranked
    with_told = _ranked(listener, changed(asked, not_these=frozenset()))
    if not with_told or with_told[0].fact.id not in asked.not_these:
        return ranked
    if not ranked:
        return with_told
    named = asked.found.intersection(ranked[0].fact.cues).difference(with_told[0].fact.cues)
    as_near = ranked[0].meant and 10 * ranked[0].points >= _AS_NEAR * with_told[0].points
    return ranked if named or as_near else with_told


def _ranked(listener: AskedBuyer, asked: Question) -> list[Near]:
    found = _of_whoever_is_here(listener, asked)
    near = [(-one.points, _rank(listener, asked, one.fact), one.place, one) for one in found]
    return [one for *_, one in sorted(near, key=lambda one: one[:3])]


def _of_whoever_is_here(listener: AskedBuyer, asked: Question) -> list[Near]:
    """What may be spoken of; a way to ask somebody else in this call leaves what it is nearest to here."""
    near = [one for found in facts_near(listener.persona, asked) if (one := _sayable(listener, found))]
    here = [one for one in near if concerns_whoever_is_here(listener.persona, listener.rapport, one.fact.stage)]
    others = frozenset(one.fact.id for one in near)
    if here or not near or others <= asked.not_these:
        return here
    return _of_whoever_is_here(listener, changed(asked, not_these=asked.not_these | others))


def _carried_on(listener: AskedBuyer, asked: Question) -> list[Near]:
    """What comes next of what has just been told, when nothing else is nearer: "how did she get home?"."""
    told = next((part.ref for part in listener.state.last if part.kind in SPOKEN_OF), "")
    if not told:
        return []
    nearest = _ranked(listener, changed(asked, pressed=True, not_these=asked.not_these | {told}))[:1]
    return [one for one in nearest if told in one.fact.needs.after and one.fact.id not in listener.rapport.told]


def _sayable(listener: AskedBuyer, near: Near) -> Near | None:
    """A fact that may be spoken of; for one that means nothing yet, what has to be told before it.

    Nobody says why the caregiver did not come before having said that none came.
    """
    fact = near.fact
    if fact.visible == "hidden" or listener.earned(fact, is_open=True):
        return near
    before = next((one for one in fact.needs.after if one not in listener.rapport.told), "")
    if not before or not near.is_sure or fact_of(listener.persona, before).visible == "hidden":
        return None  # what is hidden is asked for by itself
    return _sayable(listener, changed(near, fact=fact_of(listener.persona, before)))


def comes_after_hidden(listener: AskedBuyer, asked: Question) -> tuple[int, Fact] | None:
    """What is hidden and has to be told before the fact that is surely asked for, and how clearly that one is."""
    here = (
        one
        for one in facts_near(listener.persona, asked)
        if one.is_sure and concerns_whoever_is_here(listener.persona, listener.rapport, one.fact.stage)
    )
    nearest = max(here, key=lambda one: one.points, default=None)
    if nearest is None or nearest.fact.visible == "hidden":
        return None
    before = (fact_of(listener.persona, one) for one in nearest.fact.needs.after if one not in listener.rapport.told)
    first = next((one for one in before if one.visible == "hidden"), None)
    return (nearest.points, first) if first is not None else None


def _rank(listener: AskedBuyer, asked: Question, fact: Fact) -> int:
    if fact.id in listener.rapport.told:
        return 3
    if fact.visible == "open":
        return 0
    return 1 if listener.earned(fact, is_open=asked.invites) else 2


def _new_before_old(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> list[Near]:
    """What has been told is not asked for again while something near that it led to has not."""
    told = ranked[0]
    if told.fact.id not in listener.rapport.told:
        return ranked
    for one in _ranked(listener, changed(asked, not_these=frozenset(listener.rapport.told), pressed=True)):
        if _is_next(listener, asked, one, told):
            return [one, *(other for other in ranked if other.fact is not one.fact)]
    return ranked


def _is_next(listener: AskedBuyer, asked: Question, one: Near, told: Near) -> bool:
    """Whether a fact that is not told yet answers a question as well as the nearest one, which is."""
    fact = one.fact
    fresh = fact.id not in listener.rapport.told and listener.earned(fact, is_open=asked.invites)
    particular = asked.form in PARTICULARS
    if told.fact.id in fact.needs.after:
        answers = not particular or answers_form(fact, asked.form)
        return fresh and answers and _MOST_BEHIND * one.points >= 10 * told.points
    wanted = particular and answers_form(fact, asked.form)
    behind = _NEARLY if answers_form(told.fact, asked.form) else _HALF
    return fresh and wanted and behind * one.points >= 10 * told.points


def nearly_asked(listener: AskedBuyer, asked: Question) -> Fact | None:
    """What is open and not told yet, when nothing is reached: one tells what one was nearly asked for."""
    fact = asked_nearly_as(listener.persona, asked)
    if fact is None or fact.visible == "hidden" or fact.id in listener.rapport.told:
        return None
    here = concerns_whoever_is_here(listener.persona, listener.rapport, fact.stage)
    return fact if here and listener.earned(fact, is_open=asked.invites) else None


def touched_on(listener: AskedBuyer, asked: Question) -> Fact | None:
    """What is hidden and not earned, when nothing is reached: one would sooner dodge than say that one cannot know."""
    return next((one for one in most_alike(listener.persona, asked) if _may_be_dodged(listener, asked, one)), None)


def _may_be_dodged(listener: AskedBuyer, asked: Question, fact: Fact) -> bool:
    if fact.visible == "open" or listener.earned(fact, is_open=asked.invites):
        return False
    here = concerns_whoever_is_here(listener.persona, listener.rapport, fact.stage)
    spoken_of = set(fact.needs.after) <= set(listener.rapport.told) and fact.id not in listener.rapport.told
    return here and spoken_of and fact.id not in listener.state.dodged
