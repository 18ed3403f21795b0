"""Questions to a referral source lead to the topic they are about."""

import pytest

from sparring.speech_acts import ActKind, Topic, recognise

QUESTIONS = {ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Do you have somebody you call when a family needs care?", Topic.CURRENT_PROVIDER),
        ("What's your role here?", Topic.ROLE),
        ("how long have you been on this floor", Topic.ROLE),
        ("What are your hardest discharges?", Topic.HARDEST_CASES),
        ("which cases get turned away by everybody", Topic.HARDEST_CASES),
        ("How does a typical discharge go here?", Topic.PROCESS),
        ("who gives the families the list", Topic.PROCESS),
        ("What worries you the most?", Topic.CONCERN),
        ("what matters most to you in a caregiver", Topic.CONCERN),
        ("Have you worked with another agency before?", Topic.CURRENT_PROVIDER),
        ("what went well with the last caregiver", Topic.CURRENT_PROVIDER),
    ],
)
def test_a_question_is_about_its_topic(text: str, topic: Topic) -> None:
    """With or without its mark, the topic is the same."""
    for variant in (text, text.lower().rstrip("?")):
        assert {act.topic for act in recognise(variant) if act.kind in QUESTIONS} == {topic}
