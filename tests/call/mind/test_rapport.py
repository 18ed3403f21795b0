"""Trust, patience, and the rule that harder is never kinder."""

from dataclasses import replace

import pytest

from sparring.call.mind.heard.in_context import read
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.rapport import GAINS, LOSSES, MOST_GAINED, at_start, bounded, felt, no_kinder
from sparring.call.mind.state import BuyerState, Concern, Rapport
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import small_persona
from tests.fakes.reps import opened, saying

SMALL = small_persona(call_type="outside")  # every act has its place there
FRESH = replace(opened(SMALL, difficulty="easy").state, asked={Topic.WHO.value: 1})


def after(*kinds: ActKind, heard: int = 1, text: str = "And what is it like there then?") -> Rapport:
    """The rapport of a fresh caller after one utterance; `heard`: turns with these acts, this one included."""
    reading = read(SMALL, FRESH, understood(SMALL, saying(text, *kinds)))
    counted = replace(FRESH, heard={kind.value: heard for kind in kinds})
    return felt(SMALL, counted, FRESH.rapport, reading)


@pytest.mark.parametrize("kind", sorted(GAINS))
def test_an_act_earns_trust_a_few_times_and_no_more(kind: ActKind) -> None:
    """What is done out of habit stops counting."""
    _, turns = GAINS[kind]
    assert after(kind).trust > FRESH.rapport.trust
    assert after(kind, heard=turns + 1).trust == FRESH.rapport.trust


@pytest.mark.parametrize("kind", sorted(LOSSES))
def test_some_acts_cost_trust_every_time(kind: ActKind) -> None:
    """Nobody gets used to being pushed."""
    text = "That is what it is like there."  # a question runs nobody down
    assert after(kind, text=text).trust < FRESH.rapport.trust
    assert after(kind, heard=9, text=text).trust < FRESH.rapport.trust


def test_one_turn_cannot_buy_everything() -> None:
    """However much is packed into one breath, trust grows slowly."""
    packed = after(ActKind.EMPATHY, ActKind.REFLECTION, ActKind.SUMMARISES, ActKind.STAFFING, ActKind.VALUE_LINK)
    assert packed.trust == FRESH.rapport.trust + MOST_GAINED


def test_empathy_costs_less_patience_than_talk() -> None:
    """Being understood is restful."""
    assert after(ActKind.EMPATHY).patience > after(ActKind.CAPABILITY).patience


def test_trust_stays_between_nothing_and_all() -> None:
    """Points are bounded."""
    assert bounded(-3) == 0
    assert bounded(140) == 100


def test_a_call_begins_with_what_the_setting_grants() -> None:
    """Trust and patience are the file's."""
    thresholds = SMALL.thresholds("hard")
    assert at_start(thresholds) == Rapport(trust=thresholds.trust_start, patience=thresholds.patience)


EASIER = Rapport(trust=40, patience=50, stage=0, told=("needs",), concerns=(Concern("price"),))
OWN = Rapport(trust=60, patience=70, stage=0, told=("needs", "money"), settled=("price",), agreed=True)


def test_a_harder_buyer_is_held_back_to_the_easier_one() -> None:
    """Trust, patience, stage, hidden facts, concerns and agreement are the meet of the two."""
    held = no_kinder(OWN, EASIER, frozenset({"money"}))
    assert (held.trust, held.patience) == (40, 50)
    assert held.told == ("needs",)
    assert held.concerns == EASIER.concerns
    assert held.settled == ()
    assert not held.agreed


def test_nobody_is_put_through_sooner_on_a_harder_setting() -> None:
    """The stage is the earlier one, and the concerns of whoever sits further in stay there."""
    held = no_kinder(replace(OWN, stage=1), EASIER, frozenset())
    assert held.stage == 0
    waiting = no_kinder(replace(OWN, concerns=()), replace(EASIER, stage=1), frozenset())
    assert waiting.concerns == ()


def test_open_facts_are_nobodys_to_withhold() -> None:
    """Only hidden facts are compared."""
    assert "money" in no_kinder(OWN, EASIER, frozenset()).told


def test_an_easier_buyer_who_agreed_holds_nothing_back() -> None:
    """There is nothing left that the easier one would have refused."""
    assert no_kinder(OWN, replace(EASIER, agreed=True), frozenset({"money"})) == OWN


def test_when_the_easier_buyer_has_hung_up_the_harder_one_leaves_too() -> None:
    """Nobody stays longer on hard."""
    gone = replace(EASIER, left="patience")
    assert no_kinder(OWN, gone, frozenset()).left == "patience"


def test_a_fresh_state_has_no_history() -> None:
    """What is counted starts at nothing."""
    state = BuyerState("x", 1, "easy", Rapport(1, 1))
    assert (state.turn, state.said, state.heard) == (0, (), {})
