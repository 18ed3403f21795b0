"""Coaching sentences are filled with what the buyer said, and with nothing else."""

import pytest

from sparring.grade.coaching.situation import complains_of_the_rep, situation, worded
from sparring.rubric import Slot
from sparring.transcript import Event, EventKind
from tests.fakes.scripted import Call

SCRIPT = """
    R: May I ask your name, and is it about your mother or the bathing?
    B: It's karen. My Father fell on Sunday.
    R: I see.
    B: He doesn't need help with bathing. The other place is called Golden Years Home Care.
    R: Okay.
    B: To be honest, that's too expensive for us!
"""


def test_slots_are_filled_from_the_buyer_s_turns() -> None:
    """Names, relation, need, competitor and doubt are the buyer's own."""
    assert situation(Call(SCRIPT).hearing()) == {
        Slot.BUYER: "Karen",
        Slot.PERSON: "your father",
        Slot.NEED: "the fall",
        Slot.COMPETITOR: "Golden Years Home Care",
        Slot.OBJECTION: "To be honest, that's too expensive for us",
    }


def test_the_rep_s_words_fill_nothing() -> None:
    """What the rep guessed was never said."""
    assert situation(Call("R: This is Dana. Your mother fell? Too expensive?\nB: Hm.").hearing()) == {}


def test_only_what_is_wanted_is_looked_for() -> None:
    """The sentences of a coach ask for a slot or two."""
    hearing = Call(SCRIPT).hearing()
    assert situation(hearing, {"need"}) == {Slot.NEED: situation(hearing)[Slot.NEED]}
    assert situation(hearing, ()) == {}


def test_a_need_that_is_denied_is_no_need() -> None:
    """Whoever says she needs no help with meals is not told about meals."""
    assert Slot.NEED not in situation(Call("R: Hi.\nB: She doesn't need help with meals.").hearing())


def test_a_long_doubt_is_not_said_back() -> None:
    """A sentence nobody could repeat is left out."""
    long = "that's too expensive " + "and I would have to say so to everybody I know " * 4
    assert Slot.OBJECTION not in situation(Call(f"R: Hi.\nB: {long}").hearing())


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("Three agencies. My three are enough.", "My three are enough"),
        ("I don't know you. So what is new about you?", None),
        ("When something is gone, whom do they call? Me.", None),
    ],
)
def test_of_a_turn_with_a_doubt_the_sentence_is_said_back_that_tells_it(said: str, doubt: str | None) -> None:
    """A buyer answers first and doubts last; a question is not said back as something they said."""
    raised = Event(kind=EventKind.OBJECTION_RAISED, at_ms=1_000, turn=1, ref="have_three")
    hearing = Call(f"R: Who do you use?\nB: {said}\nR: I see.", side="outside", events=(raised,)).hearing()
    assert situation(hearing).get(Slot.OBJECTION) == doubt


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({Slot.BUYER: "Karen", Slot.NEED: "the fall"}, "Karen, you mentioned the fall."),
        ({Slot.NEED: "the fall"}, "You mentioned the fall."),
        ({Slot.BUYER: "Karen"}, "Tell me more."),
    ],
)
def test_the_first_sentence_that_can_be_filled_is_used(filled: dict[Slot, str], expected: str) -> None:
    """The more the buyer said, the nearer the sentence is to their situation."""
    sentences = ("{buyer}, you mentioned {need}.", "You mentioned {need}.", "Tell me more.")
    assert worded(sentences, filled) == expected


def test_a_day_on_which_somebody_calls_is_no_need() -> None:
    """A family that mentions Sundays is not told about weekends; who sends families is."""
    said = "R: Hi.\nB: Our son is in Seattle and he calls on Sundays."
    assert Slot.NEED not in situation(Call(said).hearing())
    assert situation(Call(said, side="outside").hearing())[Slot.NEED] == "weekends"


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("Could you do something about the bathing?", None),
        ("No falls that I know of.", None),
        ("I do the cooking, and I sort the pills.", None),
        ("She showers fine.", None),
        ("She dresses herself.", None),
        ("I fell asleep at a red light.", None),
        ("He can't shower by himself.", "bathing"),
        ("If nobody cooks, he eats crackers.", "the meals"),
        ("Nights are nights. I'm asking about days.", None),
        ("Nights are what get me.", "the nights"),
        ("They're sending him home tomorrow.", "the discharge"),
        ("My mother lay there till seven at night.", None),
        ("He slipped in the kitchen.", "the fall"),
    ],
)
def test_a_need_is_what_the_person_has_trouble_with(said: str, need: str | None) -> None:
    """Not a question, not what is fine, not what the caller does themselves."""
    assert situation(Call(f"R: Hi.\nB: {said}").hearing()).get(Slot.NEED) == need


def test_a_department_of_medicine_has_no_trouble_with_medication() -> None:
    """Who sends families is told about their own troubles, never about a family's needs."""
    said = "R: Hi.\nB: Maple Grove Internal Medicine, this is Brenda. He is on a walker and needs his pills."
    assert Slot.NEED not in situation(Call(said, side="outside").hearing())


def test_a_day_that_was_offered_for_a_visit_is_no_trouble() -> None:
    """From the proposal on, Friday is the day of the appointment."""
    asked = "B: Case management.\nR: Where does it go wrong?\nB: {}"
    offered = "\nR: Could I come by next week for ten minutes?\nB: A Friday afternoon would be best."
    assert Slot.NEED not in situation(Call(asked.format("Here and there.") + offered, side="outside").hearing())
    told = situation(Call(asked.format("On a Friday.") + offered, side="outside").hearing())
    assert told[Slot.NEED] == "Friday discharges"


@pytest.mark.parametrize(
    ("asked", "said", "name"),
    [
        ("May I have your name?", "Name's Greg.", "Greg"),
        ("May I have your name?", "It's dorothy.", "Dorothy"),
        ("may i ask who im speaking with", "its frank", "Frank"),
        ("May I have your name?", "Tanner. Greg Tanner.", "Greg"),
        ("What is your wife's name?", "Well, it's for my wife. Her name is Evelyn, and she taught piano.", None),
    ],
)
def test_nobody_is_called_by_another_s_name(asked: str, said: str, name: str | None) -> None:
    """A sentence that begins with the wrong name is worse than one without."""
    call = Call(f"R: Harbor Home Care, how can I help?\nB: I need some help.\nR: {asked}\nB: {said}")
    assert situation(call.hearing()).get(Slot.BUYER) == name


@pytest.mark.parametrize(
    ("said", "address"), [("Mrs. Kowalski. Dorothy.", "Dorothy"), ("It's Mrs. Kowalski.", "Mrs. Kowalski")]
)
def test_nobody_is_called_by_a_bare_surname(said: str, address: str) -> None:
    """Whoever says how they are called as well is called that."""
    script = f"R: May I ask your name?\nB: {said}\nR: Thank you."
    assert situation(Call(script).hearing(), {"buyer"})[Slot.BUYER] == address


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Stern and Lowe, law offices. I do estate planning.", "clients who want to stay at home"),
        ("We lost two apartments this year, and the residents notice.", "residents who need more hands"),
        ("Case management. I have four discharges today.", "people who are discharged"),
        ("Birch Hill Rehab.", "people who go home from rehab"),
        ("I see them on my visits, for the wounds.", "patients who need a pair of hands"),
    ],
)
def test_the_reason_for_a_call_is_whom_such_a_house_has(said: str, reason: str) -> None:
    """A lawyer has clients, a building residents."""
    assert situation(Call(f"B: {said}\nR: Hi.", side="outside").hearing(), {"reason"})[Slot.REASON].startswith(reason)


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("My wife found you. My mother fell last week.", "your mother"),
        ("I'm calling about my dad. My sister and I take turns.", "your dad"),
        ("My brother thinks it's early. It's my aunt, she can't cook.", "your aunt"),
        ("My husband is eighty-two and my daughter helps.", "your husband"),
    ],
)
def test_the_relative_who_needs_care_is_no_relative_who_helps(said: str, person: str) -> None:
    """Whoever is named first may only have found the number."""
    assert situation(Call(f"R: Hello.\nB: {said}").hearing(), {"person"})[Slot.PERSON] == person


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("The last agency never showed up.", True),
        ("You people keep my apartments empty.", True),
        ("Your girl let us down twice.", True),
        ("I already have an agency.", False),
        ("That's too expensive for us.", False),
    ],
)
def test_a_complaint_is_a_concern_of_who_was_let_down(said: str, *, complaint: bool) -> None:
    """It is said back with more than "that's fair"."""
    call = Call(f"R: We do home care. Could I come by on Monday?\nB: {said}", side="outside")
    assert (Slot.COMPLAINT in situation(call.hearing(), {"complaint"})) is complaint


@pytest.mark.parametrize(
    ("said", "complains"),
    [
        ("That's a lot of questions at once.", True),
        ("You haven\u2019t asked me one thing yet.", True),
        ("Slow down, please.", True),
        ("I have a question.", False),
        ("You asked better questions than my family.", False),
    ],
)
def test_how_they_are_talked_to_is_what_a_buyer_complains_of(said: str, *, complains: bool) -> None:
    """Not of what happened to them."""
    assert complains_of_the_rep(said) is complains
