"""Assistant talk, swapped roles, the wrong direction; and what only looks like it."""

import pytest

from sparring.grade.actor.speech import out_of_role
from sparring.scorecard import ActorFault
from tests.fakes.broken_buyers import CALLED, a_call, called, caller


def of_caller(text: str) -> list[ActorFault]:
    return [one.fault for one in out_of_role(a_call("Hi, I'm calling about my dad.", text), caller())]


def of_called(text: str) -> list[ActorFault]:
    call = a_call("St. Anne's, discharge planning.", text, persona_id=CALLED)
    return [one.fault for one in out_of_role(call, called())]


@pytest.mark.parametrize(
    "text",
    [
        "As an AI, I don't have a father.",
        "I\u2019m just an AI language model.",
        "How can I assist you today?",
        "Is there anything else I can help you with?",
        "I cannot assist with that request.",
        "I would be happy to assist.",
        "In this role-play I am the daughter.",
        "My name is [your name].",
    ],
)
def test_assistant_talk_is_found(text: str) -> None:
    """Nobody who calls about their father says it."""
    assert of_caller(text) == ["assistant_talk"]


@pytest.mark.parametrize(
    "text",
    [
        "Are you an AI?",
        "I'm not an AI, you know.",
        "Am I talking to a language model?",
        "As an aide she was wonderful.",
        "The assistant at the hospital told me to call.",
        "He needs assistance with the stairs.",
        "How can I help him stay safe at night?",
        "Is there anything else you need from me?",
        "I am here to help my father.",
        "It is not in my character to complain.",
    ],
)
def test_talk_about_machines_and_help_is_none(text: str) -> None:
    """A caller may ask what they are talking to, and need help."""
    assert of_caller(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for choosing Willow Lane Home Care.",
        "I'm with Willow Lane Home Care.",
        "Here at Willow Lane Home Care we do that.",
        "Our caregivers are fully bonded and insured.",
        "We provide in-home care in your area.",
        "I can schedule a free visit for you.",
        "Our rates start at thirty dollars.",
        "What kind of care does your mother need?",
    ],
)
def test_a_swapped_role_is_found(text: str) -> None:
    """The caller sells the agency's own service."""
    assert of_caller(text) == ["role_swap"]


@pytest.mark.parametrize(
    "text",
    [
        "Is this Willow Lane Home Care?",
        "A friend told me about Willow Lane Home Care.",
        "Are your caregivers bonded and insured?",
        "Our caregiver never showed up.",
        "Can you send a nurse on Thursday?",
        "What are your rates?",
        "What kind of care do you offer?",
        "We can have a family meeting on Sunday.",
    ],
)
def test_a_caller_who_speaks_of_the_agency_is_none(text: str) -> None:
    """They name it, ask about it, and speak of helpers they had."""
    assert of_caller(text) == []


@pytest.mark.parametrize(
    "text", ["Thank you for calling.", "Who's calling, please?", "You have reached my desk.", "How can I help you?"]
)
def test_a_caller_who_answers_the_phone_is_found(text: str) -> None:
    """They have dialled; nobody has called them."""
    assert of_caller(text) == ["wrong_direction"]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for calling me back.",
        "Thanks for calling them for me.",
        "Who's calling the shots there?",
        "I don't know who is calling me all day.",
    ],
)
def test_calls_that_are_spoken_of_are_none(text: str) -> None:
    """Other calls than this one."""
    assert of_caller(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hi, I'm calling about home care for my dad.",
        "Hello, this is Renee. I was calling to ask about your rates.",
        "Thank you for taking my call.",
    ],
)
def test_a_buyer_who_was_called_and_calls_is_found(text: str) -> None:
    """The rep dialled."""
    assert of_called(text) == ["wrong_direction"]


@pytest.mark.parametrize(
    "text",
    [
        "What are you calling about?",
        "I'm calling her doctor tomorrow.",
        "When I'm calling about a referral I need an answer.",
        "Thank you for calling.",
        "Our aides are trained here on the ward.",
    ],
)
def test_a_called_buyer_who_speaks_of_calling_is_none(text: str) -> None:
    """They were called, they thank for it, and they sell nothing."""
    assert of_called(text) == []


def test_a_front_desk_may_offer_its_help() -> None:
    """That is how a phone is answered; later in the call it is assistant talk."""
    answers = a_call("Good morning, St. Anne's. How may I assist you?", "Sure.", persona_id=CALLED)
    assert list(out_of_role(answers, called())) == []
    later = a_call("St. Anne's.", "How may I assist you?", persona_id=CALLED)
    assert [one.fault for one in out_of_role(later, called())] == ["assistant_talk"]


def test_a_finding_quotes_the_buyer_once() -> None:
    """The first place is enough, verbatim."""
    call = a_call("Well. As an AI, I cannot say.", "As an AI, I repeat it.")
    (found,) = out_of_role(call, caller())
    assert (found.evidence.turn, found.evidence.quote) == (1, "As an AI, I cannot say.")
