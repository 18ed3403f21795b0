"""What a language model is told to voice."""

import random
from dataclasses import replace

import pytest

from sparring.call.by_model.instruction import MAX_WORDS, as_written, instruction
from sparring.call.mind.decision import Part, PartKind
from sparring.persona import Persona, load_personas
from sparring.speech_acts import ActKind, Topic
from tests.fakes.reps import Practice, follow, opened, practise, script


def told(practice: Practice) -> str:
    """The instruction for the last move."""
    return instruction(practice.persona, practice.state, practice.moves[-1])


def test_the_opening_line_is_to_be_said_word_for_word() -> None:
    """There is nothing to invent about it."""
    practice = opened("daughter_discharge")
    assert told(practice) == f"Say exactly this and nothing else: {practice.persona.opening_line}"


def test_a_model_is_told_who_it_is_and_who_called() -> None:
    """A caller never turns into the agency."""
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    text = told(practice)
    assert "You are Laura Bennett" in text
    assert "You have called Willow Lane Home Care" in text
    called = practise("discharge_planner")
    called.speak("Hi Marcia, this is Dana.")
    assert "Somebody from Willow Lane Home Care has called you" in told(called)


def test_at_the_front_desk_it_is_the_receptionist() -> None:
    """The stage says who speaks."""
    practice = practise("front_desk_block")
    practice.speak("I need to talk to a doctor.")
    assert "You are Brenda" in told(practice)


def test_every_part_of_the_decision_is_a_step_with_its_example() -> None:
    """The built-in wording shows how it could sound."""
    practice = opened("daughter_discharge")
    practice.speak("What kind of help does he need with showering, and where does he live?")
    text = told(practice)
    for number, part in enumerate(practice.state.last, start=1):
        assert f"{number}. " in text
        assert part.text in text
    assert "He cannot shower or get dressed on his own." in text


@pytest.mark.parametrize("kind", sorted(set(PartKind) - {PartKind.OPEN, PartKind.REPEAT}))
def test_there_are_words_for_every_kind_of_part(kind: PartKind) -> None:
    """No decision is left without an instruction."""
    practice = opened("daughter_discharge")
    part = Part(kind, "oakwood" if kind is PartKind.TELL else "", text=practice.moves[-1].text)
    state = replace(practice.state, last=(part,))
    assert part.text in instruction(practice.persona, state, practice.moves[-1])


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_no_instruction_holds_what_is_still_hidden(persona: Persona) -> None:
    """What a model is not told it cannot give away."""
    chance = random.Random(persona.id)
    practice = opened(persona, difficulty="easy")
    for turn in range(12):
        if practice.state.over:
            break
        kinds = chance.sample([ActKind.OPEN_QUESTION, ActKind.EMPATHY, ActKind.PRICE, ActKind.CAPABILITY], k=2)
        practice.say(f"And what about that, number {turn}?", *kinds, topic=chance.choice(list(Topic)))
        text = told(practice)
        for fact in persona.facts:
            if fact.visible == "hidden" and fact.id not in practice.state.revealed:
                assert fact.text not in text
                assert not any(line in text for line in fact.lines)


def test_a_last_sentence_is_marked_as_one() -> None:
    """The model knows whether the call goes on."""
    practice = follow("daughter_discharge", script("daughter_discharge_poor"))
    assert practice.state.over
    assert "Then the call is over." in told(practice)
    going_on = opened("daughter_discharge")
    going_on.speak("Where does he live?")
    assert "Do not end the call." in told(going_on)


def test_the_limits_are_always_stated() -> None:
    """Length, no coaching, no stepping out of the role."""
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    assert f"At most {MAX_WORDS} words" in told(practice)
    assert "never mention that this is a practice" in told(practice)


def test_first_words_and_talk_about_the_line_are_said_as_they_are_written() -> None:
    """There is nothing for a model to word."""
    practice = opened("daughter_discharge")
    assert as_written(practice.state)
    assert as_written(replace(practice.state, last=(Part(PartKind.SAY_AGAIN, text="Sorry?"),)))
    practice.speak("Where does he live?")
    assert not as_written(practice.state)
