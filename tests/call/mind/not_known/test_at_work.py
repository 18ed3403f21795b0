"""What somebody called about their work answers by the shape of the question."""

import pytest

from sparring.call.mind.not_known.at_work import at_work
from sparring.call.mind.phrases import PHRASES


@pytest.mark.parametrize(
    ("core", "shape"),
    [
        ("who sits with the family", "who"),
        ("who was it you were calling back then", "who_did"),
        ("which one won't do them anymore", "which_one"),
        ("do the doctors ever ask you about it or is that all on you", "either"),
        ("would that help or not", "ours"),
        ("how many patients do you send home", "how_many"),
        ("how many times a month does that happen", "how_often"),
        ("what day does that tend to happen", "when"),
        ("what would you need to see from us", "wish"),
        ("what should they never do", "avoid"),
        ("if you had to change one thing about those three", "change"),
        ("which would you rather call or text", "rather"),
        ("would you mind if i sent it over", "minds"),
        ("do you remember what i said", "recalls"),
        ("what's the saddest one right now", "extreme"),
        ("what happened last time you sent someone", "happened"),
        ("after you close them does anybody check on them", "is"),
        ("when somebody needs more than your aides can give what's the next step", "what"),
        ("do the families know what they could do instead", "some"),
        ("were those two going home alone", "long_ago"),
        ("are they better than we were", "compare"),
        ("how bad is it right now", "degree"),
        ("when did you last add someone", "when_was"),
        ("did your boss ever find out", "ever"),
        ("what do you wish agencies would stop doing", "avoid"),
        ("i was hoping to learn how your discharges work", "how"),
        ("is there anything i shouldn't bring up", "nothing"),
    ],
)
def test_a_question_is_answered_by_its_shape(core: str, shape: str) -> None:
    """A name is not wanted where a choice was offered, nor a number where somebody asks how."""
    assert at_work(core) == f"work.{shape}"
    assert len(PHRASES[f"unknown.work.{shape}"]) >= 4


def test_what_asks_nothing_has_no_shape() -> None:
    """A statement is no question, however it is read."""
    assert not at_work("we pick up the phone at weekends")
