"""Questions to a family lead to the topic they are about."""

import pytest

from sparring.speech_acts import ActKind, Topic, recognise

QUESTIONS = {ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Who is the care for?", Topic.WHO),
        ("how old is he", Topic.WHO),
        ("What's been going on with your dad?", Topic.WHAT_HAPPENED),
        ("how did we get here", Topic.WHAT_HAPPENED),
        ("What kind of help does she need during the day?", Topic.CARE_NEEDS),
        ("can he still get in and out of the shower", Topic.CARE_NEEDS),
        ("Does he live alone?", Topic.SAFETY),
        ("has he ever left the gas on", Topic.SAFETY),
        ("When would you like care to start?", Topic.TIMING),
        ("is next week soon enough", Topic.TIMING),
        ("Who else is involved in this decision?", Topic.DECISION_MAKER),
        ("have you told him about this", Topic.DECISION_MAKER),
        ("What town does she live in?", Topic.LOCATION),
        ("How were you thinking of paying for care?", Topic.PAYMENT),
        ("is your dad a veteran by any chance", Topic.PAYMENT),
        ("How are you holding up?", Topic.FEELINGS),
        ("what has this done to you", Topic.FEELINGS),
    ],
)
def test_a_question_is_about_its_topic(text: str, topic: Topic) -> None:
    """With or without its mark, the topic is the same."""
    for variant in (text, text.lower().rstrip("?")):
        assert {act.topic for act in recognise(variant) if act.kind in QUESTIONS} == {topic}
