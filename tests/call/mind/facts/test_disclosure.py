"""What a question reaches, and what of it is earned."""

from dataclasses import replace

from sparring.call.buyer import begin
from sparring.call.mind.facts.disclosure import AskedBuyer, nearly_asked, reached, touched_on
from sparring.call.mind.facts.nearness import asked_nearly_as, most_alike
from sparring.call.mind.heard.questions import Question
from sparring.persona import find_persona


def reaches(persona_id: str, text: str, *told: str, found: frozenset[str] = frozenset()) -> str:
    """The first fact for a question, after these have been told to somebody who is trusted."""
    persona = find_persona(persona_id)
    state, _ = begin(persona, seed=1, difficulty="easy")
    rapport = replace(state.rapport, trust=100, empathy=1, told=told)
    ranked = reached(AskedBuyer(persona, state, rapport), Question(None, is_open=False, text=text, found=found))
    return ranked[0].fact.id if ranked else ""


def test_what_led_to_something_untold_is_not_told_again() -> None:
    """Asked where the policy is now, its owner does not say once more that there is one."""
    policy = frozenset({"policy"})
    assert reaches("price_shopper", "does she have a policy", found=policy) == "ltc_policy"
    assert reaches("price_shopper", "and where's that policy now", "ltc_policy", found=policy) == "where_the_policy_is"


def test_a_way_to_ask_somebody_else_finds_what_is_nearest_here() -> None:
    """The front desk has its own hardest part; asked behind it, the coordinator has his."""
    alan = find_persona("front_desk_block")
    way = "what is the hardest part of your job"
    for stage, expected in ((0, "b_hard"), (1, "worst_alan")):
        state, _ = begin(alan, seed=1, difficulty="easy")
        rapport = replace(state.rapport, trust=100, stage=stage)
        [nearest, *_] = reached(AskedBuyer(alan, state, rapport), Question(None, is_open=True, text=way))
        assert nearest.fact.id == expected


def test_a_hidden_fact_is_near_before_it_is_earned() -> None:
    """So that it can be guarded."""
    persona = find_persona("price_shopper")
    state, _ = begin(persona, seed=1, difficulty="hard")
    listener = AskedBuyer(persona, state, state.rapport)
    asked = Question(None, is_open=False, text="does she wander at night", found=frozenset({"wander"}))
    assert reached(listener, asked)[0].fact.id == "night_walks"
    assert not listener.earned(persona.facts_by_id["night_walks"], is_open=True)


def test_what_was_told_is_told_again_when_surely_nothing_else_is_meant() -> None:
    """After "it's Alzheimer's", "I mean, what did the doctor call it" asks for no other fact."""
    persona = find_persona("husband_dementia")
    state, _ = begin(persona, seed=1, difficulty="easy")
    rapport = replace(state.rapport, trust=100, empathy=1, told=("diagnosis",))
    words = "i mean what did the doctor call her sickness"
    asked = Question(None, is_open=False, text=words, not_these=frozenset({"diagnosis"}))
    assert reached(AskedBuyer(persona, state, rapport), asked)[0].fact.id == "diagnosis"


def test_what_is_only_like_something_hidden_touches_on_it_until_it_is_earned() -> None:
    """A secret that no word of the question reaches is dodged, not denied; trust alone does not open it either."""
    persona = find_persona("elder_law_attorney")
    state, _ = begin(persona, seed=1, difficulty="easy")
    asked = Question(None, is_open=False, text="has a person you put forward gone wrong on you")
    wary = AskedBuyer(persona, state, state.rapport)
    trusting = replace(wary, rapport=replace(state.rapport, trust=100, empathy=1))
    near = most_alike(persona, asked)
    assert near[0].visible == "hidden"
    assert touched_on(wary, asked) is near[0]
    assert touched_on(trusting, asked) is None


def test_what_one_was_nearly_asked_for_is_told_once() -> None:
    """One of its ways to ask is near; told already, it is not told for a second time."""
    persona = find_persona("husband_dementia")
    state, _ = begin(persona, seed=1, difficulty="easy")
    asked = Question(None, is_open=False, text="when did the doctors give it a name")
    listener = AskedBuyer(persona, state, state.rapport)
    assert nearly_asked(listener, asked) is persona.facts_by_id["diagnosis"]
    knowing = replace(listener, rapport=replace(state.rapport, told=("diagnosis",)))
    assert nearly_asked(knowing, asked) is None


def test_what_is_hidden_is_not_told_for_being_nearly_asked_for() -> None:
    """However much the buyer trusts: a secret is asked for by something that points at it."""
    persona = find_persona("husband_dementia")
    state, _ = begin(persona, seed=1, difficulty="easy")
    asked = Question(None, is_open=False, text="why did you feel bad about calling")
    assert asked_nearly_as(persona, asked) is persona.facts_by_id["the_promise"]
    assert nearly_asked(AskedBuyer(persona, state, replace(state.rapport, trust=100, empathy=1)), asked) is None
