"""What the rep takes for granted instead of asking."""

import pytest

from sparring.call.mind.decision import PartKind
from sparring.call.mind.heard.presuppositions import denies, numbers, suppositions
from sparring.call.mind.heard.sentences import spoken
from sparring.speech_acts import recognise_and_part
from tests.fakes.reps import Practice, practise


def supposed(text: str) -> list[str]:
    """The sentences of `text` that take something for granted."""
    acts, stops = recognise_and_part(text)
    return [one.text for one in suppositions(spoken(text, stops), acts, frozenset(), ())]


def called(persona: str) -> Practice:
    """A caller who has been greeted and has said what they want."""
    practice = practise(persona)
    practice.speak("Willow Lane, this is Dana.")
    return practice


@pytest.mark.parametrize(
    "text",
    [
        "you have a car",
        "so she lives alone",
        "and your aunt lives alone i guess",
        "so uh he was in the army right",
        "you're the one who decides",
        "so nobody pays taxes",
        "so it's your aunt",
        "so fridays are bad",
    ],
)
def test_a_guess_needs_no_form_of_a_question(text: str) -> None:
    """On the telephone it is answered like one."""
    assert supposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "you should call 911",
        "you can reach me any time",
        "you said she lives alone",
        "so we send the same caregiver",
        "you're welcome",
        "you're not alone in this",
        "it's thirty-four dollars an hour",
        "everybody feels like that",
        "the visit is free",
    ],
)
def test_advice_promises_and_kindness_guess_nothing(text: str) -> None:
    """They are about the rep, or about what is to be done."""
    assert not supposed(text)


def test_a_guess_gets_the_open_fact_that_it_names() -> None:
    """So does one that a recogniser gave without a mark."""
    practice = called("job_seeker")
    practice.speak("Are you calling about a job?")
    assert practice.speak("so you have a car").reveals == ("dayton_bus",)


def test_a_guess_at_something_hidden_is_parried() -> None:
    """Nodding at it would give it away."""
    practice = called("price_shopper")
    move = practice.speak("So she wanders at night.")
    assert PartKind.GUARD in {part.kind for part in practice.state.last}
    assert not move.reveals


def test_only_what_has_been_said_is_confirmed_outright() -> None:
    """A guess at something new gets an answer that commits to nothing."""
    practice = called("private_helper")
    practice.speak("so it's your aunt")
    assert practice.state.last[0].ref == "heard"
    practice.speak("so your aunt plays tennis")
    assert practice.state.last[0].ref == "so_so"


def test_who_has_it_the_wrong_way_round_is_put_right() -> None:
    """A rep who turns a fact into its opposite hears it again."""
    practice = called("long_distance_son")
    practice.speak("Does your mom live alone?")
    practice.speak("so she doesn't live alone")
    assert [part.kind for part in practice.state.last][:1] == [PartKind.RECALL]


def test_a_guess_is_not_scolded_for_leaving_a_question_open() -> None:
    """Whoever guesses has asked something in turn."""
    practice = called("private_helper")
    practice.speak("okay so who is this about")
    practice.speak("and your aunt lives alone i guess")
    assert PartKind.WONDER_AGAIN not in {part.kind for part in practice.state.last}


def test_a_denial_is_a_word_of_its_own() -> None:
    """A "knot" denies nothing."""
    assert denies("she doesn't live there")
    assert not denies("she ties a knot")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("he is seventy nine", {79}),
        ("twenty five dollars for 4 hours", {25, 4}),
        ("one of two", {2}),
        ("thirty or forty", {30, 40}),
    ],
)
def test_numbers_are_read_in_letters_and_digits(words: str, expected: set[int]) -> None:
    """The word "one" is as often no number."""
    assert numbers(words) == expected


def test_a_wrong_number_is_put_right_and_not_agreed_to() -> None:
    """After "eighty-one" nobody lets "so he's seventy-nine" pass."""
    practice = called("daughter_discharge")
    practice.speak("How old is he?")
    assert "eighty-one" in practice.speak("so he's seventy nine").text.lower()


def test_nobody_agrees_to_a_guess_that_turns_round_what_they_said() -> None:
    """He lives alone: "she lives with you" would be news."""
    practice = called("daughter_discharge")
    practice.speak("Who is with him at night?")
    practice.speak("so he lives with you right")
    assert PartKind.PUT_RIGHT in {part.kind for part in practice.state.last}
