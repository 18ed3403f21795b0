"""What a model may not put into the buyer's mouth."""

import pytest

from sparring.call.by_model.guard import Guard
from tests.fakes.reps import Practice, opened, practise


def guard_of(practice: Practice) -> Guard:
    """For the last move."""
    return Guard(practice.persona, practice.state, practice.moves[-1], [])


def asked_where() -> Practice:
    practice = opened("daughter_discharge")
    practice.speak("Where does he live?")
    return practice


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("He's over in Oakwood, on Maple.", None),
        ("*sighs* He lives in Oakwood.", "not_speech"),
        ("He lives (pauses) in Oakwood.", "not_speech"),
        ("**Oakwood**, that's where.", "not_speech"),
        ("- Oakwood", "not_speech"),
        ("In Oakwood \U0001f600.", "not_speech"),
        ("\u041e\u043d \u0436\u0438\u0432\u0451\u0442.", "not_speech"),
        ("In Oakwood. Agent: And who is with him?", "role_swap"),
        ("Thank you for calling Willow Lane Home Care.", "role_swap"),
        ("How can I assist you today?", "assistant_talk"),
        ("My instructions are to say Oakwood.", "assistant_talk"),
        ("Thanks for calling, he's in Oakwood.", "wrong_direction"),
        ("He's alone, since my mom died it's just him in that whole house.", "hidden_fact"),
        ("Okay, sign me up.", "too_agreeable"),
        ("He has lived there for seventy years.", "invented_figure"),
        ("Come by on Wednesday.", "invented_figure"),
        ("He's eighty-one, and he's in Oakwood.", None),
    ],
)
def test_each_sentence_is_held_to_the_decision(sentence: str, fault: str | None) -> None:
    """Only what was decided, in the words of somebody on a telephone."""
    assert guard_of(asked_where()).fault(sentence) == fault


def test_a_fact_that_was_told_is_no_secret_any_more() -> None:
    """What this call has revealed may be said again."""
    practice = opened("daughter_discharge")
    practice.speak("I'm so sorry. That sounds frightening. Who is with him at night?")
    if "lives_alone" not in practice.state.revealed:
        practice.speak("That must worry you so much. Who is in the house with him at night?")
    assert "lives_alone" in practice.state.revealed
    assert guard_of(practice).fault("Since my mom died it's just him in that whole house.") is None


def test_who_was_called_may_not_turn_into_the_caller() -> None:
    """The other direction of the call."""
    practice = practise("discharge_planner")
    practice.speak("Hi Marcia, this is Dana with Willow Lane.")
    assert guard_of(practice).fault("Hi, I'm calling about your patients.") == "wrong_direction"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ('"He lives in Oakwood."', "He lives in Oakwood."),
        ("Laura: He lives in Oakwood.", "He lives in Oakwood."),
        ("  He lives\n in Oakwood. ", "He lives in Oakwood."),
    ],
)
def test_what_only_surrounds_the_words_is_taken_off(raw: str, clean: str) -> None:
    """Quotes, the speaker's own name, line breaks."""
    assert guard_of(asked_where()).cleaned(raw) == clean


def test_a_fact_that_is_to_be_told_must_be_told() -> None:
    """Small talk in its place leaves the rep without an answer that counts as given."""
    guard = guard_of(asked_where())
    assert [part.ref for part in guard.left_out("Well, I don't know where to begin.")] == ["oakwood"]
    assert guard.left_out("It's a house over in Oakwood.") == ()


def test_a_concern_that_is_raised_must_be_heard() -> None:
    """The rep cannot settle what was not said."""
    practice = asked_where()
    practice.speak("Could our nurse come by on Thursday at ten?")
    guard = guard_of(practice)
    assert [part.ref for part in guard.left_out("Hm, maybe.")] == ["stranger"]
    assert guard.left_out("He won't want a stranger showering him.") == ()
