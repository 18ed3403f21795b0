"""What somebody called about their work answers by the shape of the question."""

import pytest

from sparring.call.mind.not_known.at_work import at_work, wishes
from sparring.call.mind.phrases import PHRASES


@pytest.mark.parametrize(
    ("core", "shape"),
    [
        ("who lied to you", "who_did"),
        ("which agency won't do them anymore", "which_one"),
        ("how many patients do you send home", "how_many"),
        ("how much does that cost you", "how_much"),
        ("which would you rather call or text", "rather"),
        ("would you mind if i sent it over", "minds"),
        ("do you remember what i said", "recalls"),
        ("when did you last add someone", "when_was"),
        ("could we try one of those", "ours"),
        ("would you call me after the third no", "you_would"),
        ("do you think they know", "you_think"),
        ("what would make you comfortable", "wish"),
    ],
)
def test_a_question_is_answered_by_its_shape_where_that_is_certain(core: str, shape: str) -> None:
    """What is put off, declined or left open is so whatever the question is about."""
    assert at_work(core) == f"work.{shape}"
    assert len(PHRASES[f"unknown.work.{shape}"]) >= 4


@pytest.mark.parametrize(
    "core",
    [
        "when you ring them at four does a person answer",
        "who does that guy have when you're gone",
        "where would that have helped you this year",
        "the aide texts you or your office",
        "do the families know what they could do instead",
        "can i ask what you do in those houses",
        "we pick up the phone at weekends",
    ],
)
def test_what_was_not_understood_has_no_shape(core: str) -> None:
    """Nobody says "it varies from week to week" to a question they did not follow."""
    assert not at_work(core)


@pytest.mark.parametrize(
    ("core", "wished"),
    [
        ("what would you need to see from us", True),
        ("what should they never do", True),
        ("what do you need", True),
        ("who sits with the family", False),
        ("after you close them does anybody check on them", False),
    ],
)
def test_what_somebody_would_want_is_not_what_there_is(core: str, *, wished: bool) -> None:
    """As much as the clause before it may say."""
    assert wishes(core) is wished
