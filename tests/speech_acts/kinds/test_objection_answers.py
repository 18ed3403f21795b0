"""Answers to the objection on the table: by facts about it or by speaking of what it is about."""

import pytest

from sparring.speech_acts import ActKind, Context
from tests.speech_acts.kinds.conftest import ActsInSentences
from tests.speech_acts.marked import spans

CONTEXT = Context(open_objection="price")
SAID = [
    (ActKind.ANSWERS_OBJECTION, "[There's nothing to sign], thanks."),
    (ActKind.ANSWERS_OBJECTION, "it costs more [because we pay the taxes and the insurance]"),
    (ActKind.ANSWERS_OBJECTION, "[you only pay for the hours you use so three mornings might be all you need]"),
]
NEAR_MISSES = [
    (ActKind.ANSWERS_OBJECTION, "Sign today or the price goes up."),
    (ActKind.ANSWERS_OBJECTION, "You said the other place is cheaper."),
    (ActKind.ANSWERS_OBJECTION, "so the other one is cheaper"),
    (ActKind.ANSWERS_OBJECTION, "you told me that their price includes the insurance"),
    (ActKind.ANSWERS_OBJECTION, "Their caregivers are terrible and they cost less."),
    (ActKind.ANSWERS_OBJECTION, "Where does she live?"),
    (ActKind.ANSWERS_OBJECTION, "How much were you hoping to pay for only a few hours?"),
]


@pytest.mark.parametrize("worry", ["trust", "doubt", "provider", "proof"])
def test_how_long_an_agency_has_been_there_answers_no_worry(worry: str) -> None:
    """What is said of the past must be about the worry."""
    context = Context(open_objection=worry)
    for text in ("We've been in business for twenty years.", "We've been around since 1994, you know."):
        assert spans(ActKind.ANSWERS_OBJECTION, text, context) == []
    assert spans(ActKind.ANSWERS_OBJECTION, "Last year we had forty clients and not one no show.", context)


def test_who_is_still_typing_answers_no_need() -> None:
    """What somebody keeps is said of them."""
    context = Context(open_objection="need")
    assert spans(ActKind.ANSWERS_OBJECTION, "Right, I am still typing, the system takes its time.", context) == []
    assert spans(ActKind.ANSWERS_OBJECTION, "You'd still be the one who cooks for her.", context)


@pytest.mark.parametrize("text", ["I'll send you something this afternoon.", "I'll ring you on Thursday at noon."])
def test_to_keep_in_touch_answers_no_doubt(text: str) -> None:
    """Unless it is done for a purpose that is about the concern."""
    context = Context(open_objection="doubt")
    assert spans(ActKind.ANSWERS_OBJECTION, text, context) == []
    assert spans(ActKind.ANSWERS_OBJECTION, "I'll send you the certificate before anybody comes.", context)


class TestObjectionAnswers(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
    context = CONTEXT
