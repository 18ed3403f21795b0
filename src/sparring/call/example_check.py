"""Example questions that lead astray: ways to ask for a fact, as its author wrote them, that another fact would answer.

Flows in: a persona. Flows out: one sentence for each. What has been told or earned is left aside: it is the mind's
first look, `mind.nearness`, that is asked where a question points.
"""

from sparring.call.mind.facts.nearness import facts_near
from sparring.call.mind.heard.questions import questions
from sparring.call.mind.heard.sentences import spoken
from sparring.persona import Persona
from sparring.speech_acts import recognise_and_part


def examples_led_astray(persona: Persona) -> tuple[str, ...]:
    """Every example question of a fact that points at another one, one sentence each; empty when there is none."""
    return tuple(
        f"{way!r} of {fact.id} is answered with {nearest}: narrow the cues of that fact, or ask in other words."
        for fact in persona.facts
        for way in (fact.question, *fact.asked_as)
        for nearest in _pointed_at(persona, way)[:1]
        if nearest != fact.id
    )


def _pointed_at(persona: Persona, way: str) -> tuple[str, ...]:
    """The facts that the questions in these words point at, the surest one first."""
    acts, stops = recognise_and_part(way)
    near = [one for asked in questions(spoken(way, stops), acts, persona.cues) for one in facts_near(persona, asked)]
    return tuple(one.fact.id for one in sorted(near, key=lambda one: (-one.points, one.place)))
