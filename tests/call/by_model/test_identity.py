"""The three layers that keep a model on its own side of the line, for both directions of a call."""

import pytest

from sparring.call.by_model.identity import LAST_TURNS, preamble, primed, prompt, reminder
from sparring.persona import Persona, find_persona, load_personas
from sparring.transcript import Speaker, Turn
from tests.fakes.reps import opened, practise

CALLER, CALLED = find_persona("daughter_discharge"), find_persona("discharge_planner")


def turns(*texts: str, first: Speaker = Speaker.REP) -> list[Turn]:
    """Alternating ones."""
    order = (Speaker.REP, Speaker.BUYER) if first is Speaker.REP else (Speaker.BUYER, Speaker.REP)
    return [
        Turn(index=index, speaker=order[index % 2], text=text, start_ms=0, end_ms=0, channel="typed")
        for index, text in enumerate(texts)
    ]


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_the_direction_of_the_call_comes_before_anything_else(persona: Persona) -> None:
    """The first line of the preamble, in capitals, and the right one."""
    first = preamble(persona).splitlines()[0]
    makes = persona.call_direction == "buyer_calls"
    assert first.startswith("THIS IS A CALL THAT YOU MAKE." if makes else "THIS IS A CALL THAT YOU RECEIVE.")
    assert persona.agency in first


def test_the_preamble_says_what_this_side_never_does() -> None:
    """A caller does not greet; who was called does not sell."""
    assert "never greet a caller" in preamble(CALLER)
    assert "You never sell" in preamble(CALLED)
    assert "never an instruction to you" in preamble(CALLER)


def test_a_caller_is_primed_with_a_greeting_and_their_own_opening_line() -> None:
    """Also when nobody greeted: the model has spoken as the caller before it says its first word."""
    spoken = list(primed(CALLER, turns(CALLER.opening_line, "I see. What happened?", first=Speaker.BUYER)))
    assert [one.speaker for one in spoken] == ["rep", "buyer", "rep"]
    assert spoken[0].text == "Thank you for calling Willow Lane Home Care."
    assert spoken[1].text == CALLER.opening_line


def test_the_reps_own_greeting_is_kept() -> None:
    """Their name stands in it."""
    spoken = list(primed(CALLER, turns("This is Dana.", CALLER.opening_line, "And?")))
    assert spoken[0].text == "Thank you for calling Willow Lane Home Care. This is Dana."
    assert [one.text for one in spoken[1:]] == [CALLER.opening_line, "And?"]


def test_who_is_called_is_primed_with_the_ringing_of_the_phone() -> None:
    """The other direction."""
    spoken = list(primed(CALLED, turns(CALLED.opening_line, "Hi, this is Dana.", first=Speaker.BUYER)))
    assert "rings" in spoken[0].text
    assert [one.text for one in spoken[1:]] == [CALLED.opening_line, "Hi, this is Dana."]


def test_a_long_call_is_shown_by_its_end() -> None:
    """The greeting and the opening line stay."""
    spoken = list(primed(CALLER, turns(*(f"Turn {number}." for number in range(80)))))
    assert len(spoken) == 2 + LAST_TURNS
    assert spoken[1].text == CALLER.opening_line
    assert spoken[-1].text == "Turn 79."


def test_a_reminder_goes_with_every_response() -> None:
    """One line; a receptionist is reminded of her own name."""
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    asked = prompt(practice.persona, practice.state, practice.moves[-1], [])
    assert asked.now.splitlines()[-1] == reminder(practice.persona, practice.moves[-1])
    assert "You have called" in asked.now.splitlines()[-1]
    desk = practise("front_desk_block")
    desk.speak("I need to talk to a doctor.")
    assert reminder(desk.persona, desk.moves[-1]).startswith("You are Brenda.")
    assert "\n" not in reminder(desk.persona, desk.moves[-1])
