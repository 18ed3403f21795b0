"""With whom to practise next: somebody on whom what is to be fixed first pays, as hard as the score bears.

Flows in: a grade, its rubric and the buyers that are installed. Flows out: one of them, or nobody. Only the scorecard
decides: no advice, no suggestion. What a buyer keeps to themselves is counted here and told nobody.
"""

import re
from collections.abc import Collection, Iterable

from sparring.persona import DIFFICULTIES, Persona
from sparring.rubric import Criterion, Rubric
from sparring.scorecard import Scorecard
from sparring.signals import Moment, Said
from sparring.speech_acts import ActKind, Topic

MIN_OBJECTIONS = 3
"""A buyer with fewer is there for something else: an emergency, a job, a bait."""
BEGINNER_SCORE = 50.0
MAX_LEVELS_APART = 1
"""Nobody who passed goes back to an easy buyer, and no beginner to a hard one, because of one criterion."""
_LETTERS = re.compile(r"[a-z]+")


def next_buyer(
    scorecard: Scorecard, rubric: Rubric, personas: Iterable[Persona], *, met: Collection[str] = ()
) -> Persona | None:
    """The buyer to try next; the one the grader named where it named one.

    Args:
        scorecard: the grade; somebody else than the buyer of its call is suggested.
        rubric: that of the grade; the suggested buyer is on the same kind of call.
        personas: those that may be named.
        met: ids of buyers the rep has had a graded call with; of two that fit as well it is the other one.
    """
    known = tuple(personas)
    if scorecard.coaching.try_persona is not None:
        return next((one for one in known if one.id == scorecard.coaching.try_persona), None)
    first, totals = scorecard.coaching.fix_first, scorecard.totals
    if first is None or totals is None:
        return None
    wanted = 0 if totals.score < BEGINNER_SCORE else 2 if scorecard.passed else 1
    about = next((criterion for _, criterion in rubric.criteria() if criterion.id == first.criterion), None)

    tempting = {kind for line in rubric.red_lines if line.id == first.criterion for kind in line.tempted_by}

    def preference(one: Persona) -> tuple[bool, bool, int, bool, int, str]:
        apart = abs(DIFFICULTIES.index(one.difficulty) - wanted)
        pays = occasions(one, about) if about else _temptations(one, tempting)
        return apart > MAX_LEVELS_APART, not pays, apart, one.id in met, -pays, one.id

    others = (one for one in known if one.call_type == rubric.call_type and one.id != scorecard.persona.id)
    fit = (one for one in others if len(one.objections) >= MIN_OBJECTIONS or _temptations(one, tempting))
    return min(fit, key=preference, default=None)


def _temptations(persona: Persona, kinds: Collection[str]) -> int:
    """How many concerns of theirs lead a rep to the line that was crossed: whoever learns it there is held to it."""
    return sum(concern.kind in kinds for concern in persona.objections)


def occasions(persona: Persona, criterion: Criterion) -> int:
    """How often the criterion pays with this buyer.

    A concern counts that its acts settle, and twice one that it names, as `honest_price` does `price`; a hidden fact
    that its questions reach, or that is told only to who shows empathy where it asks for that. Where it is about
    concerns as such, every concern counts.
    """
    if criterion.applies_when is Moment.OBJECTION_RAISED:
        return len(persona.objections)
    sought = [signal for row in criterion.levels[-1].when for signal in row if isinstance(signal, Said)]
    acts = {act for signal in sought for act in signal.acts} - {ActKind.ANSWERS_OBJECTION}
    topics = {topic for signal in sought for topic in signal.topics} - {Topic.OTHER}
    named = set(_LETTERS.findall(f"{criterion.id} {criterion.title.lower()}"))
    concerns = [one.kind in named or not acts.isdisjoint(one.settled_by) for one in persona.objections]
    named_ones = [one.kind in named for one in persona.objections]
    facts = [
        fact
        for fact in persona.facts
        if fact.visible == "hidden"
        and (not topics.isdisjoint(fact.topics) or (fact.needs.empathy and ActKind.EMPATHY in acts))
    ]
    return sum(concerns) + sum(named_ones) + len(facts)
