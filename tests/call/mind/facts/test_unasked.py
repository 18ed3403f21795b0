"""What a buyer adds without being asked."""

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.unasked import stuck
from sparring.call.mind.state import BuyerState, Rapport
from sparring.speech_acts import ActKind
from tests.fakes.personas import a_fact, a_secret, small_persona
from tests.fakes.reps import opened


def nodded(*refs: str) -> BuyerState:
    """The state after a move of nods alone."""
    return BuyerState("x", 1, "easy", Rapport(0, 0), last=tuple(Part(PartKind.NUDGE, ref) for ref in refs))


def test_nothing_but_a_nod_is_nothing_to_say() -> None:
    """Taking in a kind word is something, and so is no move at all."""
    assert stuck(nodded("go_on"))
    assert not stuck(nodded("felt"))
    assert not stuck(nodded())


def test_what_was_dodged_comes_back_to_a_rep_who_listens() -> None:
    """By itself, once there is trust."""
    persona = small_persona(facts=[a_fact("meals", "care_needs"), a_secret("money", "payment", needs={"trust": 40})])
    practice = opened(persona, difficulty="easy")
    practice.speak("What can you afford?")
    while practice.state.rapport.trust < 60:
        practice.say("That must be so hard.", ActKind.EMPATHY, ActKind.VALUE_LINK)
    assert "money" in practice.state.rapport.told


def test_a_caller_left_hanging_goes_on_with_their_story() -> None:
    """Somebody has to."""
    practice = opened(small_persona(facts=[a_fact("fall", "what_happened")]))
    for _ in range(3):
        practice.say("Well, as I said.")
    assert "fall" in practice.state.rapport.told
