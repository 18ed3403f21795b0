"""Red lines as buyers hear them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.call.mind.decision import PartKind
from sparring.call.mind.phrases import PHRASES
from sparring.call.mind.red_lines import RED_LINES, times_crossed
from sparring.persona import DIFFICULTIES, Difficulty, find_persona, load_personas
from sparring.speech_acts import ActKind
from tests.fakes.personas import small_persona
from tests.fakes.reps import Practice, follow, opened, script

IDS = [persona.id for persona in load_personas()]
TO_A_PARTNER = (
    "I guarantee you that nobody you send us will ever go back to the hospital.",
    "The agency you use now is terrible, everybody knows that.",
    "And there's a hundred dollar gift card for you for every case you send us.",
    "You really need to decide now, this offer is only good today.",
)
TO_A_CALLER = (
    "I promise you there will never be another fall with us, guaranteed.",
    "The other agencies around here are terrible, they don't even check their people.",
    "And if you send your friends to us there's a hundred dollar gift card for you for every family.",
    "You really need to decide today, I have other families waiting.",
)
PROPOSAL = (ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME)


def charming(name: str, red_lines: int, *, first: int = 2) -> list[str]:
    """A call by who does everything well, and says so many of these besides, one a turn from the third on."""
    lines = script(f"{name}_excellent")
    said = TO_A_PARTNER if find_persona(name).rep_calls else TO_A_CALLER
    for number, red_line in enumerate(said[:red_lines], first):
        place = min(number, len(lines) - 2)
        lines[place] = f"{red_line} {lines[place]}"
    return lines


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("level", DIFFICULTIES)
def test_charm_wins_nobody_who_hears_four_red_lines(name: str, level: Difficulty) -> None:
    """A call that wins everybody without them; only an emergency is dialled for whoever says so."""
    practice = follow(name, charming(name, 4), difficulty=level)
    assert practice.agreed == (name == "emergency_in_progress")
    assert level != "hard" or practice.agreed or practice.moves[-1].hangs_up


@pytest.mark.parametrize("name", IDS)
def test_a_harder_buyer_bears_no_more_of_it(name: str) -> None:
    """In the same call they have left by then as well."""
    calls = [follow(name, charming(name, 4), difficulty=level) for level in DIFFICULTIES]
    assert all(harder.state.turn <= easier.state.turn for easier, harder in pairwise(calls))


@pytest.mark.parametrize("name", [one for one in IDS if one != "emergency_in_progress"])
def test_one_is_remarked_on_and_may_be_made_up_for(name: str) -> None:
    """It may have been misheard, or been a slip: an easy buyer is won by all that comes after it."""
    assert follow(name, charming(name, 1), difficulty="easy").agreed


@pytest.mark.parametrize("kind", RED_LINES)
def test_every_kind_costs_trust_however_much_charm_comes_with_it(kind: ActKind) -> None:
    """Empathy in the same breath does not make up for it."""
    practice = opened(small_persona(), difficulty="easy")
    before = practice.state.rapport.trust
    practice.say(
        "That must be hard, and here is something, if you send us people.", kind, ActKind.EMPATHY, ActKind.REFLECTION
    )
    assert practice.state.rapport.trust < before


@pytest.mark.parametrize("kind", RED_LINES)
@pytest.mark.parametrize("name", ["daughter_discharge", "assisted_living_director"])
def test_every_kind_gets_a_word_in_character_the_personas_own_first(name: str, kind: ActKind) -> None:
    """Said once more it gets what anybody would say, and never the same words."""
    practice = opened(name, difficulty="easy")
    own = next((one.lines for one in practice.persona.reactions if kind in one.acts), ())
    practice.say("Here is something, if you send us people.", kind)
    first = practice.state.last[0]
    assert first.text in (own or PHRASES[f"notice.{'work' if practice.persona.rep_calls else 'home'}.{kind.value}"])
    assert first.kind is (PartKind.REACT if own else PartKind.NOTICE)
    practice.say("And another thing, if you send us people.", kind)
    assert practice.state.last[0].kind in (PartKind.NOTICE, PartKind.LEAVE)
    assert practice.state.last[0].text != first.text


def test_of_several_in_one_breath_the_gravest_gets_the_word() -> None:
    """One remark is enough."""
    practice = opened("daughter_discharge", difficulty="easy")
    practice.say("Here is something.", ActKind.PRESSURE, ActKind.IDENTIFIES_CLIENT)
    assert practice.state.last[0].ref == "home.identifies_client"
    assert times_crossed(practice.state) == 2


def test_nobody_agrees_in_one_breath_with_a_red_line() -> None:
    """Proposed again without it, the day is taken."""
    practice = opened(small_persona(), difficulty="easy")
    for _ in range(4):
        practice.say("That must be hard.", ActKind.EMPATHY)
    assert not practice.say("Monday, and only if you say so now.", *PROPOSAL, ActKind.PRESSURE).agrees
    assert practice.say("Could we meet on Monday?", *PROPOSAL).agrees


def test_who_has_heard_two_says_why_there_will_be_no_day() -> None:
    """And says it again when asked."""
    practice = twice_crossed()
    practice.say("Could we meet on Monday?", *PROPOSAL)
    assert practice.state.last[-1].text in PHRASES["not_yet.red_lines"]
    practice.speak("Why not?")
    assert practice.state.last[-1].text in PHRASES["nudge.why_not_yet.red_lines"]


def twice_crossed() -> Practice:
    """An easy buyer who has heard two."""
    practice = opened(small_persona(), difficulty="easy")
    practice.say("They are no good.", ActKind.DISPARAGES)
    practice.say("I promise you everything.", ActKind.PROMISES_OUTCOME)
    return practice


def test_an_agreement_is_taken_back_from_who_goes_on_to_cross_them() -> None:
    """The hand that is shaken may be let go again."""
    practice = opened(small_persona(), difficulty="hard")
    practice.say("How do you do?", ActKind.EMPATHY, ActKind.REFLECTION)
    while not practice.agreed:
        practice.say("Could we meet on Monday?", *PROPOSAL, ActKind.EMPATHY)
    practice.say("They are no good.", ActKind.DISPARAGES)
    assert practice.agreed
    move = practice.say("I promise you everything.", ActKind.PROMISES_OUTCOME)
    assert (move.hangs_up, practice.agreed) == (True, False)
    assert practice.state.rapport.left == "red_lines"


def test_a_front_desk_puts_nobody_through_who_has_just_crossed_one() -> None:
    """It says so instead."""
    practice = opened("front_desk_block", difficulty="easy")
    practice.speak("Dana from Willow Lane Home Care, about your sheet. There's a gift card in it for you.")
    assert practice.state.rapport.stage == 0
    assert practice.state.last[0].text in PHRASES["notice.work.offers_value_for_referrals"]


SAID = st.lists(st.sets(st.sampled_from((*RED_LINES, *PROPOSAL, ActKind.EMPATHY, ActKind.ACKNOWLEDGES))), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(IDS), st.sampled_from(DIFFICULTIES), SAID)
def test_nobody_ever_agrees_who_has_heard_two(name: str, level: Difficulty, turns: list[set[ActKind]]) -> None:
    """Whatever else is said, and in whatever order."""
    practice = opened(name, difficulty=level)
    for kinds in turns:
        move = practice.say("Could we meet on Monday, if you send us people?", *kinds)
        emergency = ActKind.CALL_911 in practice.persona.agrees_when.acts
        assert not (move.agrees and times_crossed(practice.state) > 1) or emergency
