"""What no buyer says."""

import pytest

from sparring.persona import find_persona
from sparring.persona.out_of_role import gives_in, lowered, role_fault

CALLER, CALLED = find_persona("daughter_discharge"), find_persona("discharge_planner")


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("As an AI, I can't feel that.", "assistant_talk"),
        ("How may I assist you?", "assistant_talk"),
        ("Thank you for calling Willow Lane Home Care.", "role_swap"),
        ("Our caregivers are all bonded and insured.", "role_swap"),
        ("Tell me more about your mother.", "role_swap"),
        ("Thanks for calling.", "wrong_direction"),
        ("He fell twice last month.", None),
        ("Are you an AI?", None),
    ],
)
def test_a_caller_stays_on_their_own_side(said: str, fault: str | None) -> None:
    """Neither the agency's lines nor a machine's."""
    assert role_fault(lowered(said), CALLER, calls=True) == fault


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Hi, I'm calling about your services.", "wrong_direction"),
        ("Thank you for taking my call.", "wrong_direction"),
        ("I'm Marcia with Willow Lane Home Care.", "role_swap"),
        ("What are you calling about?", None),
    ],
)
def test_who_was_called_never_turns_into_the_caller(said: str, fault: str | None) -> None:
    """The direction of the call holds both ways."""
    assert role_fault(lowered(said), CALLED, calls=False) == fault


def test_a_front_desk_may_answer_as_one() -> None:
    """First words at a desk are not an assistant's."""
    said = lowered("How can I help you? How may I assist you?")
    assert role_fault(said, CALLED, calls=False, answers=True) is None
    assert role_fault(said, CALLED, calls=False) is not None


def test_giving_in_is_said_outright() -> None:
    """A condition or a question is none."""
    assert gives_in("okay, sign me up.")
    assert not gives_in("i'm not saying sign me up.")
    assert not gives_in("where do i sign?")


def test_plain_text_keeps_its_length() -> None:
    """Places in it are places in the original, whatever the letters."""
    for text in ("I\u2019M HERE", "\u0130stanbul", ""):
        assert len(lowered(text)) == len(text)
