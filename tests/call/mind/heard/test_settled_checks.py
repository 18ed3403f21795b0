"""Whether a rep checks that a worry is gone, or asks something."""

import pytest

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import spoken
from sparring.call.mind.heard.settled_checks import with_checks, without_checks
from sparring.speech_acts import ActKind, recognise_and_part


def _kinds(text: str) -> set[ActKind]:
    acts, stops = recognise_and_part(text)
    return {act.kind for act in with_checks(spoken(text, stops), acts)}


@pytest.mark.parametrize(
    "text",
    [
        "Does that take care of it, or is there still a but in there?",
        "Would that help, or is there something I'm not getting?",
        "Is that the sort of thing that helps or is it noise?",
        "Are we good on that?",
        "Does that put your mind at ease?",
    ],
)
def test_it_is_checked_in_many_words(text: str) -> None:
    """And nothing else is asked by it."""
    said = spoken(text, recognise_and_part(text)[1])
    assert ActKind.CHECKS_SETTLED in _kinds(text)
    assert without_checks(said, tuple(Question(None, is_open=False, text=one.words) for one in said.sentences)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Is it better to phone or to e-mail?",
        "If I need you, is it easier to call or to write?",
        "Does that hurt her?",
        "How does that sit with you?",
    ],
)
def test_what_wants_an_answer_checks_nothing(text: str) -> None:
    """Which way is better is a question of its own."""
    said = spoken(text, recognise_and_part(text)[1])
    assert ActKind.CHECKS_SETTLED not in _kinds(text)
    asked = (Question(None, is_open=False, text=said.words),)
    assert without_checks(said, asked) == asked
